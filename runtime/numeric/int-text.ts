/**
 * int <-> text: int(text, base), str(int), and the digits for bin(), oct(), hex() and formats.
 *
 * CPython's guard against very long decimal conversions (4300 digits, settable) is a parameter.
 */
import type { Failure } from '../base/failure.ts';
import { valueFailure } from '../base/failure.ts';
import { reprBytes, reprStr, truncatePoints } from '../text/repr.ts';
import { estimateBits, normalizeBig } from './int-arith.ts';
import type { IntValue } from './int-arith.ts';
import { toAsciiNumber } from './float-text.ts';

/** CPython's default for sys.set_int_max_str_digits(). */
export const DEFAULT_MAX_STR_DIGITS = 4300;

/** CPython's ValueError for an explicit base outside 0 and 2 to 36. */
export const BASE_RANGE_MESSAGE = 'int() base must be >= 2 and <= 36, or 0';

/** Returns int(text, base), or why not. `maxDigits` 0 means no limit. */
export function parseIntText(text: string, base: number, maxDigits: number): IntValue | Failure {
  if (base === 10 && text.length <= 15 && /^-?\d+$/.test(text)) return Number(text) + 0;
  const value = parseAsciiInt(toAsciiNumber(text), base, maxDigits);
  return value ?? invalidLiteral(base, reprStr(text));
}

/** Returns int(bytes, base), or why not. */
export function parseIntBytes(bytes: Uint8Array, base: number, maxDigits: number): IntValue | Failure {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]!);
  // Bytes beyond ASCII are no digits and no spaces here, whatever the characters of that number are.
  // eslint-disable-next-line no-control-regex
  const value = /[\x80-\xff]/.test(text) ? undefined : parseAsciiInt(toAsciiNumber(text), base, maxDigits);
  return value ?? invalidLiteral(base, reprBytes(bytes));
}

function invalidLiteral(base: number, repr: string): Failure {
  return valueFailure(`invalid literal for int() with base ${base}: ${truncatePoints(repr, 200)}`);
}

/** Parses stripped text; undefined if it is no number of that base. */
function parseAsciiInt(text: string, givenBase: number, maxDigits: number): IntValue | Failure | undefined {
  const match = /^([+-]?)(?:0([xob])(_?))?(.*)$/is.exec(text);
  if (match === null) return undefined;
  let base = givenBase;
  let digits = match[4]!;
  const prefix = match[2];
  if (prefix !== undefined) {
    const prefixBase = prefix === 'x' || prefix === 'X' ? 16 : prefix === 'o' || prefix === 'O' ? 8 : 2;
    if (base === 0) base = prefixBase;
    // In a larger base the letter is a digit of the number.
    if (base !== prefixBase) digits = '0' + prefix + match[3]! + digits;
  } else if (base === 0) {
    if (/^0/.test(digits) && !/^[0_]*$/.test(digits)) return undefined;
    base = 10;
  }
  if (digits.includes('_')) {
    if (/^_|__|_$/.test(digits)) return undefined;
    digits = digits.replace(/_/g, '');
  }
  if (!areDigits(digits, base)) return undefined;
  const isPowerOfTwo = (base & (base - 1)) === 0;
  if (!isPowerOfTwo && maxDigits > 0 && digits.length > maxDigits) {
    return valueFailure(
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  const value = digitsToInt(digits, base);
  return match[1] === '-' ? (typeof value === 'number' ? 0 - value : -value) : value;
}

function areDigits(text: string, base: number): boolean {
  if (text === '') return false;
  for (let i = 0; i < text.length; i++) {
    if (digitOf(text.charCodeAt(i)) >= base) return false;
  }
  return true;
}

function digitOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 122) return code - 87;
  if (code >= 65 && code <= 90) return code - 55;
  return 99;
}

function digitsToInt(digits: string, base: number): IntValue {
  // 36**10 is the largest power of ten digits that stays safe.
  if (digits.length <= 10 || (base === 10 && digits.length <= 15)) return parseInt(digits, base);
  switch (base) {
    case 10:
      return normalizeBig(BigInt(digits));
    case 16:
      return normalizeBig(BigInt('0x' + digits));
    case 8:
      return normalizeBig(BigInt('0o' + digits));
    case 2:
      return normalizeBig(BigInt('0b' + digits));
    default:
      return normalizeBig(digitsToBig(digits, base));
  }
}

/** Splits in halves, so that long texts cost multiplications of equal sizes. */
function digitsToBig(digits: string, base: number): bigint {
  if (digits.length <= 10) return BigInt(parseInt(digits, base));
  const lowLength = digits.length >> 1;
  const cut = digits.length - lowLength;
  return (
    digitsToBig(digits.slice(0, cut), base) * BigInt(base) ** BigInt(lowLength) + digitsToBig(digits.slice(cut), base)
  );
}

/** Returns the digits of an int literal without prefix and underscores, in base 2, 8, 10 or 16. */
export function literalToInt(digits: string, base: number): IntValue {
  return digitsToInt(digits, base);
}

/** Returns str(value), or why not. `maxDigits` 0 means no limit. */
export function intToDecimal(value: IntValue, maxDigits: number): string | Failure {
  if (typeof value === 'number') return String(value);
  // Sizes that are certainly over the limit are refused before the conversion, as in CPython.
  if (maxDigits > 0 && (estimateBits(value) - 4) * 0.30102 > maxDigits + 1) return tooManyDigits(maxDigits);
  const text = value.toString();
  if (maxDigits > 0 && text.length - (value < 0n ? 1 : 0) > maxDigits) return tooManyDigits(maxDigits);
  return text;
}

function tooManyDigits(maxDigits: number): Failure {
  return valueFailure(
    `Exceeds the limit (${maxDigits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

/** Returns hex(value), oct(value) or bin(value). */
export function intWithPrefix(value: IntValue, base: 2 | 8 | 16): string {
  const prefix = base === 16 ? '0x' : base === 8 ? '0o' : '0b';
  const text = value.toString(base);
  return value < 0 ? '-' + prefix + text.slice(1) : prefix + text;
}
