/**
 * Arithmetic on Python ints: `number` in the safe-integer range, `bigint` outside it, never `-0`.
 *
 * Every function takes and returns normalised values. The number paths come first and are small
 * enough to be inlined; mixed and large operands go to BigInt. Two facts make the number paths
 * right: a sum, difference or product of safe integers whose rounded double is again in the safe
 * range is exact, and adding `0` turns `-0` into `0`.
 *
 * Functions marked "requires" leave a check to the caller, who has the operand's Python type at hand
 * and raises with the messages of `ZERO_DIVISION`.
 */
import { Failure, overflowFailure, valueFailure } from '../base/failure.ts';

/** A Python int. */
export type IntValue = number | bigint;

/** The largest int kept as a number. */
export const MAX_SAFE = 9007199254740991;

/** CPython's messages for a zero divisor, by operation. */
export const ZERO_DIVISION = {
  intFloorDiv: 'integer division or modulo by zero',
  intMod: 'integer modulo by zero',
  intTrueDiv: 'division by zero',
  floatTrueDiv: 'float division by zero',
  floatFloorDiv: 'float floor division by zero',
  floatMod: 'float modulo',
  floatDivMod: 'float divmod()',
  complexDiv: 'complex division by zero',
  floatNegativePower: '0.0 cannot be raised to a negative power',
  complexNegativePower: '0.0 to a negative or complex power',
} as const;

const TWO_32 = 4294967296;
const BIG_MAX_SAFE = 9007199254740991n;

/** Returns `value` as a number if it is in the safe range. */
export function normalizeBig(value: bigint): IntValue {
  return value >= -BIG_MAX_SAFE && value <= BIG_MAX_SAFE ? Number(value) : value;
}

/** Returns a + b. */
export function addInt(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum >= -MAX_SAFE && sum <= MAX_SAFE) return sum;
  }
  return normalizeBig(BigInt(a) + BigInt(b));
}

/** Returns a - b. */
export function subInt(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (difference >= -MAX_SAFE && difference <= MAX_SAFE) return difference;
  }
  return normalizeBig(BigInt(a) - BigInt(b));
}

/** Returns a * b. */
export function mulInt(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (product >= -MAX_SAFE && product <= MAX_SAFE) return product + 0;
  }
  return normalizeBig(BigInt(a) * BigInt(b));
}

/** Returns a // b. Requires b != 0. */
export function floorDivInt(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    // Exact: a quotient of safe integers cannot round up to an integer it does not reach.
    return Math.floor(a / b) + 0;
  }
  return normalizeBig(floorDivBig(BigInt(a), BigInt(b)));
}

/** Returns a % b, with the sign of b. Requires b != 0. */
export function modInt(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const left = a | 0;
    const right = b | 0;
    if (left === a && right === b) {
      const small = (left % right) | 0;
      return small !== 0 && (small ^ right) < 0 ? small + right : small;
    }
    const rest = a % b;
    if (rest !== 0 && rest < 0 !== b < 0) return rest + b;
    return rest + 0;
  }
  return normalizeBig(modBig(BigInt(a), BigInt(b)));
}

function floorDivBig(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n !== b < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

function modBig(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** Returns divmod(a, b). Requires b != 0. */
export function divModInt(a: IntValue, b: IntValue): { quotient: IntValue; remainder: IntValue } {
  return { quotient: floorDivInt(a, b), remainder: modInt(a, b) };
}

/** Returns -a. */
export function negInt(a: IntValue): IntValue {
  return typeof a === 'number' ? 0 - a : -a;
}

/** Returns abs(a). */
export function absInt(a: IntValue): IntValue {
  return a < 0 ? negInt(a) : a;
}

/** Returns ~a. */
export function invertInt(a: IntValue): IntValue {
  if (typeof a === 'number') {
    const inverted = -1 - a;
    if (inverted >= -MAX_SAFE) return inverted;
  }
  return normalizeBig(~BigInt(a));
}

/** Returns a & b. */
export function andInt(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a & b;
    return joinHalves(Math.floor(a / TWO_32) & Math.floor(b / TWO_32), a & b);
  }
  return normalizeBig(BigInt(a) & BigInt(b));
}

/** Returns a | b. */
export function orInt(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a | b;
    return joinHalves(Math.floor(a / TWO_32) | Math.floor(b / TWO_32), a | b);
  }
  return normalizeBig(BigInt(a) | BigInt(b));
}

/** Returns a ^ b. */
export function xorInt(a: IntValue, b: IntValue): IntValue {
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b) return a ^ b;
    return joinHalves(Math.floor(a / TWO_32) ^ Math.floor(b / TWO_32), a ^ b);
  }
  return normalizeBig(BigInt(a) ^ BigInt(b));
}

/** Joins the signed upper and the lower 32 bits; only -2**53 falls outside the safe range. */
function joinHalves(high: number, low: number): IntValue {
  const joined = high * TWO_32 + (low >>> 0);
  return joined < -MAX_SAFE ? BigInt(joined) : joined;
}

/** Returns a << b, or why not. The caller bounds the result with `shiftResultBits` first. */
export function lshiftInt(a: IntValue, b: IntValue): IntValue | Failure {
  if (typeof b === 'number') {
    if (b < 0) return valueFailure('negative shift count');
    if (typeof a === 'number' && b < 53) {
      const shifted = b < 31 ? a * (1 << b) : a * 1073741824 * (1 << (b - 30));
      if (shifted >= -MAX_SAFE && shifted <= MAX_SAFE) return shifted;
    }
  } else if (b < 0n) {
    return valueFailure('negative shift count');
  }
  if (a === 0) return 0;
  if (typeof b === 'bigint') return overflowFailure('too many digits in integer');
  if (b > MAX_BIGINT_BITS) return new Failure('MemoryError', '');
  return normalizeBig(BigInt(a) << BigInt(b));
}

/** Host limit: V8 refuses a BigInt beyond 2**30 bits; staying a little under is safe everywhere. */
const MAX_BIGINT_BITS = 1073741000;

/** Returns a >> b, or why not. */
export function rshiftInt(a: IntValue, b: IntValue): IntValue | Failure {
  if (b < 0) return valueFailure('negative shift count');
  if (typeof a === 'number') {
    if (b > 53) return a < 0 ? -1 : 0;
    const count = b as number;
    if ((a | 0) === a) return a >> (count < 31 ? count : 31);
    return Math.floor(a / (count < 31 ? 1 << count : 1073741824 * (1 << (count - 30))));
  }
  if (b > MAX_BIGINT_BITS) return a < 0n ? -1 : 0;
  return normalizeBig(a >> BigInt(b));
}

/** Returns a negative, zero or positive number as a is below, equal to or above b. */
export function compareInt(a: IntValue, b: IntValue): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Tells whether a == b; normalised ints are equal exactly when they are the same JavaScript value. */
export function equalInt(a: IntValue, b: IntValue): boolean {
  return a === b;
}

/** Returns a ** b. Requires b >= 0 (for b < 0 the caller uses `powFloat`) and a bounded cost. */
export function powInt(a: IntValue, b: IntValue): IntValue | Failure {
  if (b === 0) return 1;
  if (b === 1) return a;
  if (a === 0 || a === 1) return a;
  if (a === -1) return isOdd(b) ? -1 : 1;
  if (typeof b === 'bigint') return new Failure('MemoryError', '');
  if (typeof a === 'number') {
    let result = 1;
    let square = a;
    let rest = b;
    for (;;) {
      if (rest & 1) result *= square;
      rest >>>= 1;
      if (rest === 0) break;
      square *= square;
      if (square > MAX_SAFE) break;
    }
    if (rest === 0 && b < 64 && result >= -MAX_SAFE && result <= MAX_SAFE) return result;
  }
  if (powResultBits(a, b) > MAX_BIGINT_BITS) return new Failure('MemoryError', '');
  return normalizeBig(BigInt(a) ** BigInt(b));
}

function isOdd(value: IntValue): boolean {
  return typeof value === 'number' ? value % 2 !== 0 : (value & 1n) === 1n;
}

/** Returns pow(a, b, modulus) with the sign of the modulus; a negative b asks for the inverse. */
export function powModInt(a: IntValue, b: IntValue, modulus: IntValue): IntValue | Failure {
  if (modulus === 0) return valueFailure('pow() 3rd argument cannot be 0');
  const size = absInt(modulus);
  if (size === 1) return 0;
  let base: bigint = BigInt(modInt(a, size));
  const m = BigInt(size);
  let exponent = BigInt(b);
  if (exponent < 0n) {
    const inverse = inverseBig(base, m);
    if (inverse === undefined) return valueFailure('base is not invertible for the given modulus');
    base = inverse;
    exponent = -exponent;
  }
  const result =
    typeof size === 'number' && size <= 94906265
      ? powModSmall(Number(base), exponent, size)
      : powModBig(base, exponent, m);
  // A negative modulus moves a non-zero result into (modulus, 0].
  return modulus < 0 && result !== 0 ? subInt(result, size) : result;
}

/** Requires modulus**2 to be a safe integer. */
function powModSmall(base: number, exponent: bigint, modulus: number): number {
  const bits = exponent.toString(2);
  let result = 1;
  for (let i = 0; i < bits.length; i++) {
    result = (result * result) % modulus;
    if (bits.charCodeAt(i) === 49) result = (result * base) % modulus;
  }
  return result;
}

function powModBig(base: bigint, exponent: bigint, modulus: bigint): IntValue {
  const bits = exponent.toString(2);
  let result = 1n;
  for (let i = 0; i < bits.length; i++) {
    result = (result * result) % modulus;
    if (bits.charCodeAt(i) === 49) result = (result * base) % modulus;
  }
  return normalizeBig(result);
}

/** Extended Euclid; undefined if base and modulus share a factor. */
function inverseBig(base: bigint, modulus: bigint): bigint | undefined {
  let r0 = modulus;
  let r1 = base;
  let t0 = 0n;
  let t1 = 1n;
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [t0, t1] = [t1, t0 - quotient * t1];
  }
  if (r0 !== 1n) return undefined;
  return t0 < 0n ? t0 + modulus : t0;
}

/** Returns the correctly rounded a / b, or why not. Requires b != 0. */
export function trueDivInt(a: IntValue, b: IntValue): number | Failure {
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  const negative = a < 0 !== b < 0;
  const top = BigInt(absInt(a));
  const bottom = BigInt(absInt(b));
  if (top === 0n) return b < 0 ? -0 : 0;
  // Keep 55 bits or more of quotient, fewer where the result is subnormal, and a sticky last bit;
  // then one rounding to 53 bits (or to the subnormal grid) is the only one.
  const shift = Math.max(bitLength(top) - bitLength(bottom) - 66, -1076);
  let quotient: bigint;
  let exact: boolean;
  if (shift >= 0) {
    const divisor = bottom << BigInt(shift);
    quotient = top / divisor;
    exact = quotient * divisor === top;
  } else {
    const dividend = top << BigInt(-shift);
    quotient = dividend / bottom;
    exact = quotient * bottom === dividend;
  }
  if (!exact) quotient |= 1n;
  const value = scaleBig(quotient, shift);
  if (value === Infinity) return overflowFailure('integer division result too large for a float');
  return negative ? -value : value;
}

/**
 * Returns mantissa * 2**exponent rounded once, half to even; Infinity if too large.
 * Requires mantissa >= 0. A mantissa cut short by the caller must have its last bit set if anything
 * was cut off, and more bits than the result keeps.
 */
export function scaleBig(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const bits = bitLength(mantissa);
  const top = bits + exponent;
  if (top > 1024) return Infinity;
  // The last bit kept has weight 2**(top - 53), or 2**-1074 where the result is subnormal.
  const drop = Math.max(top - 53, -1074) - exponent;
  let kept = mantissa;
  let scale = exponent;
  if (drop > 0) {
    if (drop > bits + 1) return 0;
    const cut = BigInt(drop);
    kept = mantissa >> cut;
    const rest = mantissa - (kept << cut);
    const half = 1n << (cut - 1n);
    if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
    scale += drop;
  }
  return multiplyByPowerOfTwo(Number(kept), scale);
}

/** Returns value * 2**exponent (ldexp); exact where the result is representable. */
export function multiplyByPowerOfTwo(value: number, exponent: number): number {
  let rest = exponent;
  let result = value;
  while (rest > 1023) {
    result *= 8.98846567431158e307;
    rest -= 1023;
  }
  while (rest < -1021) {
    // Stepping down by less than the smallest normal keeps every intermediate product exact
    // as long as the mantissa has been rounded to the final grid already.
    result *= 2 ** -1021;
    rest += 1021;
  }
  return result * 2 ** rest;
}

/** Returns int.bit_length(). */
export function bitLength(value: IntValue): number {
  if (typeof value === 'number') {
    const size = Math.abs(value);
    if (size < TWO_32) return 32 - Math.clz32(size);
    return 64 - Math.clz32(Math.floor(size / TWO_32));
  }
  const text = (value < 0n ? -value : value).toString(16);
  return text.length * 4 - 4 + (32 - Math.clz32(parseInt(text.charAt(0), 16)));
}

/** Returns int.bit_count(): the ones in the binary form of abs(value). */
export function bitCount(value: IntValue): number {
  const text = absInt(value).toString(16);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    let digit = parseInt(text.charAt(i), 16);
    while (digit !== 0) {
      digit &= digit - 1;
      count++;
    }
  }
  return count;
}

/** Returns math.isqrt(value), or why not. */
export function isqrtInt(value: IntValue): IntValue | Failure {
  if (value < 0) return valueFailure('isqrt() argument must be nonnegative');
  if (typeof value === 'number') {
    const root = Math.floor(Math.sqrt(value));
    // The square may pass the safe range, but then it is certainly too large.
    return root * root > value ? root - 1 : root;
  }
  let guess = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return normalizeBig(guess);
    guess = next;
  }
}

/** Returns math.gcd(a, b). */
export function gcdInt(a: IntValue, b: IntValue): IntValue {
  let x = absInt(a);
  let y = absInt(b);
  while (typeof x === 'bigint' || typeof y === 'bigint') {
    if (y === 0) return x;
    [x, y] = [y, modInt(x, y)];
  }
  while (y !== 0) {
    const rest: number = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** Returns math.lcm(a, b). */
export function lcmInt(a: IntValue, b: IntValue): IntValue {
  if (a === 0 || b === 0) return 0;
  return absInt(mulInt(floorDivInt(a, gcdInt(a, b)), b));
}

/** Returns round(value, digits) for an int: half to even at 10**-digits. */
export function roundInt(value: IntValue, digits: IntValue): IntValue {
  if (digits >= 0) return value;
  const places = Number(negInt(digits));
  // Half a unit is out of reach when the unit has more digits than the value could have.
  if (places > decimalDigitsAtMost(value) + 1) return 0;
  const unit = BigInt(10) ** BigInt(places);
  const big = BigInt(value);
  const rest = modBig(big, unit);
  const floor = big - rest;
  const twice = rest * 2n;
  const up = twice > unit || (twice === unit && ((floor / unit) & 1n) === 1n);
  return normalizeBig(up ? floor + unit : floor);
}

/** Returns an upper bound of the number of decimal digits. */
export function decimalDigitsAtMost(value: IntValue): number {
  return Math.floor(estimateBits(value) * 0.3010299956639812) + 1;
}

/**
 * Returns the bit length of `value`, up to three too many; constant time below 2**1024, linear above.
 */
export function estimateBits(value: IntValue): number {
  if (typeof value === 'number') return bitLength(value);
  const size = Math.abs(Number(value));
  if (size < 1e308) return Math.floor(Math.log2(size)) + 2;
  return value.toString(16).length * 4;
}

/** Returns an upper bound of the bit length of a ** b; Infinity where b is astronomical. */
export function powResultBits(a: IntValue, b: IntValue): number {
  if (a === 0 || a === 1 || a === -1 || b <= 0) return 1;
  if (typeof a === 'number') return Math.ceil(Math.log2(Math.abs(a)) * Number(b)) + 1;
  return estimateBits(a) * Number(b);
}

/** Returns an upper bound of the bit length of a << b; Infinity where b is astronomical. */
export function shiftResultBits(a: IntValue, b: IntValue): number {
  if (a === 0 || b < 0) return 1;
  return estimateBits(a) + Number(b);
}
