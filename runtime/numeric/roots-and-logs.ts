/** log2, log10, exp2 and cbrt, the same on every host; the methods are those of the C library where they leave traces in last bits. */
import { accurateLog, accuratePow, logPair, mulPair, Pair } from './accurate-math.ts';
import { highWord } from './word-split.ts';

/** 1 / ln 2 as a pair. */
const INVERSE_LN2 = new Pair(1.4426950408889634, 2.0355273740931033e-17);

/** Returns the logarithm to base 2, correctly rounded but for some in 10**13; NaN below 0, -Infinity at 0. */
export function log2(value: number): number {
  if (!(value > 0) || value === Infinity) return value === 0 ? -Infinity : value > 0 ? value : NaN;
  if (value === 1) return 0;
  const product = mulPair(logPair(value), INVERSE_LN2);
  const result = product.hi + product.lo;
  const nearest = Math.round(result);
  // Whole results are exact.
  return Math.abs(result - nearest) < 1e-9 && value === 2 ** nearest ? nearest : result;
}

const INVERSE_LN10 = 4.34294481903251816668e-1;
const LOG10_2_HIGH = 3.01029995663611771306e-1;
const LOG10_2_LOW = 3.69423907715893078616e-13;

/** Returns the logarithm to base 10; NaN below 0, -Infinity at 0. */
export function log10(value: number): number {
  if (!(value > 0) || value === Infinity) return value === 0 ? -Infinity : value > 0 ? value : NaN;
  let scaled = value;
  let power = 0;
  if (scaled < 2.2250738585072014e-308) {
    scaled *= 18014398509481984;
    power = -54;
  }
  const exponent = (highWord(scaled) >> 20) - 1023;
  power += exponent;
  // A mantissa in [1/2, 1) for powers below zero, so that nothing cancels near 1.
  const below = power < 0 ? 1 : 0;
  const mantissa = scaled * 2 ** -exponent * (below === 1 ? 0.5 : 1);
  const count = power + below;
  const z = count * LOG10_2_LOW + INVERSE_LN10 * accurateLog(mantissa);
  return z + count * LOG10_2_HIGH;
}

/** Returns 2 ** value; Infinity if too large. */
export function exp2(value: number): number {
  if (value !== value || value === Infinity) return value;
  if (value === -Infinity) return 0;
  if (value === 0) return 1;
  return accuratePow(2, value);
}

const CBRT_2 = 1.2599210498948731648;
const CBRT_4 = 1.5874010519681994748;
const FACTORS = [1 / CBRT_4, 1 / CBRT_2, 1, CBRT_2, CBRT_4];

/** Returns the cube root. */
export function cbrt(value: number): number {
  if (value === 0 || value - value !== 0) return value;
  let size = Math.abs(value);
  let power = 0;
  if (size < 2.2250738585072014e-308) {
    size *= 18014398509481984;
    power = -54;
  }
  const exponent = (highWord(size) >> 20) - 1022;
  const x = exponent === 1024 ? size / 2 / 2 ** 1023 : size * 2 ** -exponent;
  power += exponent;
  const u =
    0.35489576504391986 +
    (1.50819193781584896 -
      (2.11499494167371287 -
        (2.4469312256353443 - (1.83469277483613086 - (0.784932344976639262 - 0.145263899385486367 * x) * x) * x) * x) *
        x) *
      x;
  const cube = u * u * u;
  const mantissa = ((u * (cube + 2 * x)) / (2 * cube + x)) * FACTORS[2 + (power % 3)]!;
  const result = mantissa * 2 ** Math.trunc(power / 3);
  return value < 0 ? -result : result;
}
