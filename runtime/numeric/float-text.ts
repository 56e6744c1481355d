/**
 * float -> text and text -> float in CPython's forms: repr, float(), and rounded decimal digits.
 *
 * The host's shortest form and its string-to-number conversion are correctly rounded, so only the
 * layout is ours. Its fixed-digit forms (toFixed, toExponential) are exact except that ties go up
 * where CPython goes to even, and they stop at 100 digits: where that could show, the digits are
 * computed from the exact binary value with BigInt.
 */
import type { Failure } from '../base/failure.ts';
import { overflowFailure, valueFailure } from '../base/failure.ts';
import { decimalValue, isSpaceCode } from '../text/unicode-data.ts';
import { reprStr } from '../text/repr.ts';
import { normalizeBig } from './int-arith.ts';
import type { IntValue } from './int-arith.ts';

/** An exact finite value: mantissa * 2**exponent, mantissa a safe integer >= 0. */
export interface FloatParts {
  readonly mantissa: number;
  readonly exponent: number;
}

/** Splits a finite non-negative float; the mantissa of a normal number has its 53 bits. */
export function decomposeFloat(value: number): FloatParts {
  if (value === 0) return { mantissa: 0, exponent: 0 };
  const exponent = floatExponent(value) - 52;
  if (exponent <= -1074) return { mantissa: value / 2 ** -1074, exponent: -1074 };
  // Powers below the normal range or above 2**1023 are applied in two exact steps.
  const mantissa =
    exponent > 900
      ? value / 2 ** 900 / 2 ** (exponent - 900)
      : exponent < -900
        ? value * 2 ** 900 * 2 ** (-exponent - 900)
        : value * 2 ** -exponent;
  return { mantissa, exponent };
}

/** Returns floor(log2(value)) of a finite positive float, exactly. */
export function floatExponent(value: number): number {
  let exponent = Math.floor(Math.log2(value));
  // log2 may be off by one near a power of two.
  if (exponent > 1023) exponent = 1023;
  if (exponent < -1074) exponent = -1074;
  if (2 ** exponent > value) exponent--;
  else if (exponent < 1023 && 2 ** (exponent + 1) <= value) exponent++;
  return exponent;
}

/** Returns repr(value): the shortest digits that read back as the same float. */
export function reprFloat(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e16) {
    const text = String(value);
    return Math.floor(size) === size ? text + '.0' : text;
  }
  if (size === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  if (value !== value) return 'nan';
  if (size === Infinity) return value > 0 ? 'inf' : '-inf';
  return paddedExponent(value.toExponential());
}

/** Gives an exponent of one digit its leading zero. */
function paddedExponent(text: string): string {
  const at = text.length - 2;
  const sign = text.charCodeAt(at);
  return sign === 43 || sign === 45 ? text.slice(0, at + 1) + '0' + text.slice(at + 1) : text;
}

const MAX_HOST_DIGITS = 100;

/** Returns digits in front of and `precision` digits after the point, half to even. Requires a finite value >= 0. */
export function fixedDigits(value: number, precision: number): string {
  if (precision <= MAX_HOST_DIGITS && value < 1e21) {
    if (value === Math.floor(value)) return value.toFixed(precision);
    // The host is wrong only on a tie, and value * 10**p can end in .5 only if value * 2**p does.
    const scaled = value * 2 ** precision;
    if (scaled - Math.floor(scaled) !== 0.5) return value.toFixed(precision);
  }
  return exactFixed(value, precision);
}

/** Past 1074 places every float's expansion has ended. */
const MAX_PLACES = 1074;

function exactFixed(value: number, precision: number): string {
  const places = Math.min(precision, MAX_PLACES);
  const { mantissa, exponent } = decomposeFloat(value);
  let digits = roundedScale(BigInt(mantissa) * 10n ** BigInt(places), exponent).toString();
  if (precision === 0) return digits;
  digits = digits.padStart(places + 1, '0');
  const point = digits.length - places;
  return digits.slice(0, point) + '.' + digits.slice(point) + '0'.repeat(precision - places);
}

/** Returns value * 2**exponent rounded half to even. */
function roundedScale(value: bigint, exponent: number): bigint {
  if (exponent >= 0) return value << BigInt(exponent);
  const shift = BigInt(-exponent);
  return roundedQuotient(value, 1n << shift);
}

function roundedQuotient(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  const twice = (value - quotient * divisor) * 2n;
  return twice > divisor || (twice === divisor && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** Decimal digits d.ddd and the power of ten they are scaled by. */
export interface Decimal {
  /** One digit or more, the first non-zero unless the value is zero. */
  readonly digits: string;
  /** The value is digits[0].digits[1..] * 10**exponent. */
  readonly exponent: number;
}

/** Returns `count` significant digits of a finite value >= 0, half to even. Requires count >= 1. */
export function significantDigits(value: number, count: number): Decimal {
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  if (count <= 15) {
    // A tie has exactly count + 1 digits, the last a 5; with at most 16 digits the shortest form shows them all.
    const shortest = value.toExponential();
    const mark = shortest.indexOf('e');
    const length = mark === 1 ? 1 : mark - 1;
    if (length !== count + 1 || shortest.charCodeAt(mark - 1) !== 53)
      return splitExponential(value.toExponential(count - 1));
  }
  return exactSignificant(value, count);
}

/** Returns the digits and exponent of the shortest form of a finite value >= 0. */
export function shortestDigits(value: number): Decimal {
  return splitExponential(value.toExponential());
}

function splitExponential(text: string): Decimal {
  const mark = text.indexOf('e');
  return { digits: text.charAt(0) + text.slice(2, mark), exponent: Number(text.slice(mark + 1)) };
}

/** No float has more significant digits than this. */
const MAX_SIGNIFICANT = 800;

function exactSignificant(value: number, count: number): Decimal {
  const kept = Math.min(count, MAX_SIGNIFICANT);
  const { mantissa, exponent } = decomposeFloat(value);
  const shortest = value.toExponential();
  let power = Number(shortest.slice(shortest.indexOf('e') + 1));
  for (;;) {
    const places = kept - 1 - power;
    const top =
      BigInt(mantissa) * (places > 0 ? 10n ** BigInt(places) : 1n) * (exponent > 0 ? 1n << BigInt(exponent) : 1n);
    const bottom = (places < 0 ? 10n ** BigInt(-places) : 1n) * (exponent < 0 ? 1n << BigInt(-exponent) : 1n);
    const digits = roundedQuotient(top, bottom).toString();
    if (digits.length > kept) power++;
    else if (digits.length < kept) power--;
    else return { digits: digits + '0'.repeat(count - kept), exponent: power };
  }
}

/** CPython's limits of ndigits beyond which rounding does nothing, or gives zero. */
const MAX_ROUND_DIGITS = 323;
const MIN_ROUND_DIGITS = -308;

/** Returns round(value, digits): correctly rounded, half to even; or why not. */
export function roundFloat(value: number, digits: IntValue): number | Failure {
  const size = Math.abs(value);
  if (size === 0 || size - size !== 0 || digits > MAX_ROUND_DIGITS) return value;
  if (digits < MIN_ROUND_DIGITS) return value < 0 ? -0 : 0;
  const places = digits as number;
  let rounded: number;
  if (places >= 0) {
    if (size >= 4503599627370496) return value;
    rounded = Number(fixedDigits(size, places));
  } else {
    const unit = 10n ** BigInt(-places);
    const { mantissa, exponent } = decomposeFloat(size);
    const top = BigInt(mantissa) << BigInt(Math.max(exponent, 0));
    rounded = Number(roundedQuotient(top, unit << BigInt(Math.max(-exponent, 0))) * unit);
    if (rounded === Infinity) return overflowFailure('rounded value too large to represent');
  }
  return value < 0 ? -rounded : rounded;
}

const PLAIN_FLOAT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const WORD_FLOAT = /^([+-]?)(?:(nan)|inf(?:inity)?)$/i;

/** Returns float(text), or why not. */
export function parseFloatText(text: string): number | Failure {
  const value = parseFloatOrUndefined(toAsciiNumber(text));
  return value === undefined ? valueFailure('could not convert string to float: ' + reprStr(text)) : value;
}

/**
 * Returns the float that stripped ASCII text stands for, or undefined.
 * Underscores are allowed between two digits.
 */
export function parseFloatOrUndefined(text: string): number | undefined {
  if (PLAIN_FLOAT.test(text)) return Number(text);
  if (text.includes('_')) {
    // With every allowed underscore dropped, one that is left over makes the number invalid.
    const joined = text.replace(/(\d)_(?=\d)/g, '$1');
    return PLAIN_FLOAT.test(joined) ? Number(joined) : undefined;
  }
  const word = WORD_FLOAT.exec(text);
  if (word === null) return undefined;
  if (word[2] !== undefined) return NaN;
  return word[1] === '-' ? -Infinity : Infinity;
}

/**
 * Writes decimal digits and white space of any script as ASCII, and strips the ends.
 * The separators U+001C to U+001F are no white space here, as in CPython.
 */
export function toAsciiNumber(text: string): string {
  // eslint-disable-next-line no-control-regex
  const ascii = /[^\x00-\x7f]/.test(text) ? transliterate(text) : text;
  let start = 0;
  let stop = ascii.length;
  while (start < stop && isAsciiSpace(ascii.charCodeAt(start))) start++;
  while (stop > start && isAsciiSpace(ascii.charCodeAt(stop - 1))) stop--;
  return start === 0 && stop === ascii.length ? ascii : ascii.slice(start, stop);
}

/** Tells whether a number may have this ASCII character around it. */
export function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function transliterate(text: string): string {
  let ascii = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    const digit = decimalValue(code);
    ascii += digit >= 0 ? String(digit) : code > 127 && isSpaceCode(code) ? ' ' : char;
  }
  return ascii;
}

/** Returns float.as_integer_ratio() as numerator and denominator, or why not. */
export function floatIntegerRatio(value: number): readonly [IntValue, IntValue] | Failure {
  if (value !== value) return valueFailure('cannot convert NaN to integer ratio');
  if (value - value !== 0) return overflowFailure('cannot convert Infinity to integer ratio');
  if (value === 0) return [0, 1];
  let { mantissa, exponent } = decomposeFloat(Math.abs(value));
  while (exponent < 0 && mantissa % 2 === 0) {
    mantissa /= 2;
    exponent++;
  }
  const signed = BigInt(value < 0 ? -mantissa : mantissa);
  if (exponent >= 0) return [normalizeBig(signed << BigInt(exponent)), 1];
  return [normalizeBig(signed), normalizeBig(1n << BigInt(-exponent))];
}

/** Tells whether float.is_integer() holds. */
export function isIntegerFloat(value: number): boolean {
  return value - value === 0 && value === Math.floor(value);
}
