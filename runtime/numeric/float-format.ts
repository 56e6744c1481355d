/**
 * Layout of floats for the format codes: e, f, g and repr, the way CPython's C level lays them out.
 * Padding, signs and grouping belong to the callers (`text/format-spec.ts`, `text/percent-format.ts`).
 */
import { fixedDigits, shortestDigits, significantDigits } from './float-text.ts';

/** The codes of one layout; `r` is the shortest form and ignores the precision. */
export type FloatCode = 'e' | 'f' | 'g' | 'r';

/** Options of `layoutFloat`, or-ed together. */
export const FLOAT_ALTERNATE = 1;
/** Adds ".0" to a whole number written without an exponent. */
export const FLOAT_ADD_DOT_0 = 2;
/** Drops the sign of a result that is all zeros. */
export const FLOAT_NO_NEGATIVE_ZERO = 4;

/** No float is longer than this many characters, apart from its precision, in any code. */
export const FLOAT_LENGTH_BOUND = 340;

/**
 * Returns `value` in the given code, in lower case, with '-' but never '+'.
 * `precision` is the count of digits after the point (e, f) or of significant digits (g).
 */
export function layoutFloat(value: number, code: FloatCode, precision: number, options: number): string {
  if (value !== value) return 'nan';
  const size = Math.abs(value);
  if (size === Infinity) return value > 0 ? 'inf' : '-inf';
  const isNegative = value < 0 || (value === 0 && 1 / value < 0);
  const isAlternate = (options & FLOAT_ALTERNATE) !== 0;
  let text: string;
  if (code === 'f') {
    text = fixedDigits(size, precision);
    if (isAlternate && precision === 0) text += '.';
  } else {
    text = layoutSize(size, code, precision, isAlternate, (options & FLOAT_ADD_DOT_0) !== 0);
  }
  if (!isNegative || ((options & FLOAT_NO_NEGATIVE_ZERO) !== 0 && isZeroText(text))) return text;
  return '-' + text;
}

function isZeroText(text: string): boolean {
  return /^[0.]+(?:e.*)?$/.test(text);
}

function layoutSize(
  size: number,
  code: 'e' | 'g' | 'r',
  precision: number,
  isAlternate: boolean,
  addDotZero: boolean,
): string {
  if (code === 'e') {
    const { digits, exponent } = significantDigits(size, precision + 1);
    return exponential(digits, exponent, isAlternate);
  }
  let digits: string;
  let exponent: number;
  let limit: number;
  if (code === 'r') {
    ({ digits, exponent } = shortestDigits(size));
    limit = 16;
  } else {
    const count = precision === 0 ? 1 : precision;
    ({ digits, exponent } = significantDigits(size, count));
    if (!isAlternate) digits = digits.replace(/(?!^)0+$/, '');
    limit = addDotZero ? count - 1 : count;
  }
  if (exponent < -4 || exponent >= limit) return exponential(digits, exponent, isAlternate);
  const point = exponent + 1;
  let whole = point <= 0 ? '0' : digits.slice(0, point);
  if (point > digits.length) whole += '0'.repeat(point - digits.length);
  const fraction = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  if (fraction !== '') return whole + '.' + fraction;
  if (addDotZero) return whole + '.0';
  return isAlternate ? whole + '.' : whole;
}

function exponential(digits: string, exponent: number, isAlternate: boolean): string {
  const point = digits.length > 1 ? '.' : isAlternate ? '.' : '';
  const size = Math.abs(exponent);
  return digits.charAt(0) + point + digits.slice(1) + (exponent < 0 ? 'e-' : 'e+') + (size < 10 ? '0' : '') + size;
}
