/** Number tokens -> constants. The tokenizer has checked the form; here is only the value. */

import { MAX_INT_LITERAL_DIGITS } from '../base/limits.ts';
import type { ConstantValue } from './ast.ts';

/** Digits that a `number` holds exactly whatever they are. */
const SAFE_DECIMAL_DIGITS = 15;
/** The same for the digits of a hexadecimal literal. */
const SAFE_RADIX_DIGITS = 13;

/** Counts the decimal digits of an `int` literal that has too many of them, else returns 0. Zeros alone are never too many. */
export function excessDigits(text: string): number {
  if (text.length <= MAX_INT_LITERAL_DIGITS || !/^[1-9][0-9_]*$/.test(text)) return 0;
  const digits = text.replaceAll('_', '').length;
  return digits > MAX_INT_LITERAL_DIGITS ? digits : 0;
}

/** Returns the value of a number token. Requires `excessDigits(text)` to be 0. */
export function numberValue(text: string): ConstantValue {
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  const marker = digits.charCodeAt(1) | 32;
  if (digits.charCodeAt(0) === 48 && (marker === 120 || marker === 111 || marker === 98)) {
    return digits.length - 2 <= SAFE_RADIX_DIGITS ? Number(digits) : normalizeInt(BigInt(digits));
  }
  const last = digits.charCodeAt(digits.length - 1) | 32;
  if (last === 106) return { type: 'complex', imag: Number(digits.slice(0, -1)) };
  if (!/^[0-9]+$/.test(digits)) return { type: 'float', value: Number(digits) };
  return digits.length <= SAFE_DECIMAL_DIGITS ? Number(digits) : normalizeInt(BigInt(digits));
}

function normalizeInt(value: bigint): number | bigint {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}
