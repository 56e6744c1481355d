/** Taking floats apart and putting them together: frexp, ldexp, modf, IEEE remainder. Exact, or rounded once. */
import { highWord } from './word-split.ts';

/** A float as mantissa * 2**exponent with 0.5 <= |mantissa| < 1. */
export interface MantissaExponent {
  readonly mantissa: number;
  readonly exponent: number;
}

/** Returns math.frexp(value). */
export function frexp(value: number): MantissaExponent {
  if (value === 0 || value - value !== 0) return { mantissa: value, exponent: 0 };
  let scaled = value;
  let power = 0;
  if (Math.abs(scaled) < 2.2250738585072014e-308) {
    scaled *= 18014398509481984;
    power = -54;
  }
  const exponent = ((highWord(scaled) >> 20) & 0x7ff) - 1022;
  const mantissa = exponent === 1024 ? scaled / 2 / 2 ** 1023 : scaled * 2 ** -exponent;
  return { mantissa, exponent: exponent + power };
}

/** Returns math.ldexp(value, power): value * 2**power, rounded once; infinite if too large. */
export function ldexp(value: number, power: number): number {
  if (value === 0 || value - value !== 0) return value;
  const { mantissa, exponent } = frexp(value);
  const total = exponent + power;
  if (total > 1024) return value < 0 ? -Infinity : Infinity;
  if (total >= -1021) return mantissa * 2 * 2 ** (total - 1);
  if (total < -1075) return value < 0 ? -0 : 0;
  // The first product is exact, only the second one rounds.
  return mantissa * 2 ** -1000 * 2 ** (total + 1000);
}

/** Returns math.remainder(x, y): x - n * y for the whole n nearest to x / y, the even one of two. Requires finite x, y != 0, no NaN. */
export function ieeeRemainder(x: number, y: number): number {
  if (Math.abs(y) === Infinity) return x;
  const size = Math.abs(x);
  const divisor = Math.abs(y);
  const rest = size % divisor;
  const complement = divisor - rest;
  let result: number;
  if (rest < complement) result = rest;
  else if (rest > complement) result = -complement;
  else result = rest - 2 * ((0.5 * (size - rest)) % divisor);
  return x < 0 || Object.is(x, -0) ? -result : result;
}
