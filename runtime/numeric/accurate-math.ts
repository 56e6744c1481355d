/**
 * pow, exp and log with twice the precision of a double, rounded once.
 *
 * The host's Math.pow, exp and log differ between engines in the last bit, and from CPython's C
 * library, which is all but correctly rounded. Scripts must print the same digits on every host, so
 * these are computed here in pairs of doubles ("hi + lo", about 104 bits) and rounded at the end:
 * about 1 us for a general power; squares, roots and small whole powers are far cheaper.
 */

import { quickExp, quickLog } from './quick-math.ts';

/** 2**27 + 1: splits a double into two halves of 26 bits. */
const SPLITTER = 134217729;

// ln 2 in three pieces; the first two have so few bits that their product with an exponent is exact.
const LN2_HIGH = 0.6931471805592082;
const LN2_MIDDLE = 7.371002565166132e-13;
const LN2_LOW = 1.667085920830552e-25;

/** A value hi + lo with |lo| at most half a unit in the last place of hi. Scratch of one computation. */
export class Pair {
  constructor(
    public hi: number,
    public lo: number,
  ) {}
}

/** Returns a + b exactly. */
export function twoSum(a: number, b: number): Pair {
  const sum = a + b;
  const part = sum - a;
  return new Pair(sum, a - (sum - part) + (b - part));
}

/** Returns a + b exactly. Requires |a| >= |b|. */
export function quickSum(a: number, b: number): Pair {
  const sum = a + b;
  return new Pair(sum, b - (sum - a));
}

/** Returns a * b - product exactly, for product = a * b rounded (no overflow). */
export function productError(a: number, b: number, product: number): number {
  const splitA = SPLITTER * a;
  const highA = splitA - (splitA - a);
  const lowA = a - highA;
  const splitB = SPLITTER * b;
  const highB = splitB - (splitB - b);
  const lowB = b - highB;
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

/** Returns a * b to about 104 bits. */
export function mulPair(a: Pair, b: Pair): Pair {
  const product = a.hi * b.hi;
  return quickSum(product, productError(a.hi, b.hi, product) + (a.hi * b.lo + a.lo * b.hi));
}

/** Returns a * b to about 104 bits. */
export function mulPairNumber(a: Pair, b: number): Pair {
  const product = a.hi * b;
  return quickSum(product, productError(a.hi, b, product) + a.lo * b);
}

/** Returns a + b to about 104 bits. */
export function addPair(a: Pair, b: Pair): Pair {
  const high = twoSum(a.hi, b.hi);
  const low = twoSum(a.lo, b.lo);
  const first = quickSum(high.hi, high.lo + low.hi);
  return quickSum(first.hi, first.lo + low.lo);
}

/** Returns a / b to about 104 bits. */
export function divideNumbers(a: number, b: number): Pair {
  const quotient = a / b;
  const product = quotient * b;
  const rest = a - product - productError(quotient, b, product);
  return quickSum(quotient, rest / b);
}

/** 1/n! for n = 0 to 6 as pairs: later terms need no second half. */
const INVERSE_FACTORIALS: readonly Pair[] = [1, 1, 2, 6, 24, 120, 720].map((factorial) => divideNumbers(1, factorial));

/** Returns exp(value) / 2**power for the power it chooses; `power` is the second result. */
export function expPair(value: Pair): { pair: Pair; power: number } {
  const power = Math.round(value.hi / LN2_HIGH);
  let rest = addPair(new Pair(value.hi, value.lo), twoSum(-power * LN2_HIGH, -power * LN2_MIDDLE));
  rest = quickSum(rest.hi, rest.lo - power * LN2_LOW);
  // exp(r) = exp(r / 64) ** 64, computed as exp - 1 to keep the small terms.
  const small = new Pair(rest.hi / 64, rest.lo / 64);
  const x = small.hi;
  const tail = x * (1 / 5040 + x * (1 / 40320 + x * (1 / 362880 + x * (1 / 3628800 + x * (1 / 39916800)))));
  const last = INVERSE_FACTORIALS[6]!;
  let sum = quickSum(last.hi, last.lo + tail);
  for (let n = 5; n >= 1; n--) sum = addPair(mulPair(sum, small), INVERSE_FACTORIALS[n]!);
  sum = mulPair(sum, small);
  for (let i = 0; i < 6; i++) sum = addPair(new Pair(sum.hi * 2, sum.lo * 2), mulPair(sum, sum));
  return { pair: addPair(new Pair(1, 0), sum), power };
}

/** Returns log(value). Requires a finite value > 0. */
export function logPair(value: number): Pair {
  let mantissa = value;
  let power = 0;
  if (mantissa < 2.2250738585072014e-308) {
    mantissa *= 18014398509481984;
    power = -54;
  }
  const estimate = Math.floor(Math.log2(mantissa) + 0.5);
  mantissa =
    estimate > 1000
      ? mantissa / 2 ** 1000 / 2 ** (estimate - 1000)
      : estimate < -1000
        ? mantissa * 2 ** 1000 * 2 ** (-estimate - 1000)
        : mantissa * 2 ** -estimate;
  power += estimate;
  const first = Math.log(mantissa);
  const exp = expPair(new Pair(first, 0));
  const scale = 2 ** exp.power;
  const hi = exp.pair.hi * scale;
  const lo = exp.pair.lo * scale;
  // One step of Halley's method: the error goes from 1e-16 to 1e-48.
  const correction = (2 * (mantissa - hi - lo)) / (mantissa + hi);
  const log = quickSum(first, correction);
  if (power === 0) return log;
  return addPair(addPair(new Pair(power * LN2_HIGH, 0), twoSum(power * LN2_MIDDLE, power * LN2_LOW)), log);
}

function scalePair(pair: Pair, power: number): number {
  const value = pair.hi + pair.lo;
  if (power > 1023) return value * 2 ** 1023 * 2 ** (power - 1023);
  if (power < -1022) return value * 2 ** -1022 * 2 ** Math.max(power + 1022, -1074);
  return value * 2 ** power;
}

/** Returns value ** count for a whole count from 2 to 1024, or undefined if a step leaves the safe range. */
function wholePower(value: number, count: number): Pair | undefined {
  let square = new Pair(value, 0);
  let result: Pair | undefined;
  for (let rest = count; ;) {
    if (rest & 1) result = result === undefined ? square : mulPair(result, square);
    rest >>= 1;
    if (rest === 0) break;
    square = mulPair(square, square);
  }
  const size = Math.abs(result!.hi);
  return size < 1e290 && size > 1e-250 ? result : undefined;
}

/**
 * Returns a ** b. Requires finite a and b, a != 0, b != 0, and a > 0 unless b is whole.
 * Infinity (or -Infinity) if too large, a zero if too small.
 */
export function accuratePow(a: number, b: number): number {
  if (b === 2) return a * a;
  if (b === 1) return a;
  if (b === 0.5) return Math.sqrt(a);
  if (b === -1) return 1 / a;
  const isWhole = b === Math.floor(b);
  if (isWhole && b >= -1024 && b <= 1024) {
    const power = wholePower(a, Math.abs(b));
    if (power !== undefined) {
      if (b > 0) return power.hi + power.lo;
      const inverse = 1 / power.hi;
      const product = inverse * power.hi;
      const rest = 1 - product - productError(inverse, power.hi, product) - inverse * power.lo;
      return inverse + rest * inverse;
    }
  }
  const isNegative = a < 0 && isWhole && Math.abs(b % 2) === 1;
  const size = Math.abs(a);
  if (size === 1) return isNegative ? -1 : 1;
  const rough = Math.log2(size) * b;
  let result: number;
  if (rough > 1025) result = Infinity;
  else if (rough < -1080) result = 0;
  else {
    const { pair, power } = expPair(mulPairNumber(logPair(size), b));
    result = scalePair(pair, power);
  }
  return isNegative ? -result : result;
}

/** Returns e ** value, correctly rounded but for some in 10**13; Infinity if too large. */
export function accurateExp(value: number): number {
  if (value !== value) return value;
  if (value > 710) return Infinity;
  if (value < -746) return 0;
  const quick = quickExp(value);
  if (quick === quick) return quick;
  const { pair, power } = expPair(new Pair(value, 0));
  return scalePair(pair, power);
}

/** Returns the natural logarithm, correctly rounded but for some in 10**13; NaN below 0, -Infinity at 0. */
export function accurateLog(value: number): number {
  if (!(value > 0) || value === Infinity) return value === 0 ? -Infinity : value > 0 ? value : NaN;
  if (value === 1) return 0;
  const quick = quickLog(value);
  if (quick === quick) return quick;
  const pair = logPair(value);
  return pair.hi + pair.lo;
}

/** Returns sqrt(x * x + y * y), correctly rounded but for some in 10**13. */
export function accurateHypot(x: number, y: number): number {
  let large = Math.abs(x);
  let small = Math.abs(y);
  if (large === Infinity || small === Infinity) return Infinity;
  if (large !== large || small !== small) return NaN;
  if (large < small) [large, small] = [small, large];
  if (small === 0) return large;
  // Powers of two bring the squares into the safe range and change no bit of the result.
  const scale = large > 1e150 ? 2 ** -600 : large < 1e-100 ? 2 ** 600 : 1;
  large *= scale;
  small *= scale;
  if (small < large * 1e-20) return large / scale;
  const square = large * large;
  const other = small * small;
  const sum = addPair(
    new Pair(square, productError(large, large, square)),
    new Pair(other, productError(small, small, other)),
  );
  const root = Math.sqrt(sum.hi);
  const rootSquare = root * root;
  const rest = sum.hi - rootSquare - productError(root, root, rootSquare) + sum.lo;
  return (root + rest / (2 * root)) / scale;
}
