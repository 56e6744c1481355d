/**
 * The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`, and
 * format() of int, float, complex and str by it. (bool formats as int; the empty specification is
 * str() and is the caller's business.)
 *
 * Parsing and applying are apart, so that a caller can look at `width` and `precision` and refuse a
 * giant result first (`formatLengthBound`), or keep a parsed specification.
 */
import { Failure, overflowFailure, valueFailure } from '../base/failure.ts';
import type { IntValue } from './int-arith.ts';
import { intToFloat } from './float-arith.ts';
import {
  FLOAT_ADD_DOT_0,
  FLOAT_ALTERNATE,
  FLOAT_LENGTH_BOUND,
  FLOAT_NO_NEGATIVE_ZERO,
  layoutFloat,
} from './float-format.ts';
import type { FloatCode } from './float-format.ts';
import { intToDecimal } from './int-text.ts';
import { advancePoints, hasSurrogates, pointLength, unitsAt } from '../text/code-points.ts';
import { decimalValue } from '../text/unicode-data.ts';

/** A parsed format specification. */
export class FormatSpec {
  constructor(
    /** One character; a space if none was given. */
    readonly fill: string,
    /** One of < > = ^; the type's own if none was given. */
    readonly align: string,
    /** One of + - space, or '' if none was given. */
    readonly sign: string,
    /** The z flag: a negative zero loses its sign. */
    readonly noNegativeZero: boolean,
    /** The # flag. */
    readonly isAlternate: boolean,
    /** Smallest length in code points; -1 if none was given. */
    readonly width: number,
    /** ',' or '_' or '' if none was given. */
    readonly separator: string,
    /** -1 if none was given. */
    readonly precision: number,
    /** The type's character, or the default of the kind ('' for float and complex). */
    readonly code: string,
  ) {}
}

/** What kind of value a specification is for: it decides the default alignment and type code. */
export type FormatKind = 'int' | 'float' | 'complex' | 'str';

const MAX_SSIZE = 9223372036854775807;
const MAX_C_INT = 2147483647;

function isAlign(code: number): boolean {
  return code === 60 || code === 62 || code === 61 || code === 94;
}

/** Parses `text` for a value of the given kind; `typeName` is the Python type's name for messages. */
export function parseFormatSpec(text: string, kind: FormatKind, typeName: string): FormatSpec | Failure {
  const length = text.length;
  let at = 0;
  let fill = ' ';
  let align = kind === 'str' ? '<' : '>';
  let hasFill = false;
  let hasAlign = false;
  const first = length > 0 ? unitsAt(text, 0) : 1;
  if (length > first && isAlign(text.charCodeAt(first))) {
    fill = text.slice(0, first);
    align = text.charAt(first);
    hasFill = hasAlign = true;
    at = first + 1;
  } else if (length > 0 && isAlign(text.charCodeAt(0))) {
    align = text.charAt(0);
    hasAlign = true;
    at = 1;
  }
  let sign = '';
  const signCode = text.charCodeAt(at);
  if (signCode === 43 || signCode === 45 || signCode === 32) sign = text.charAt(at++);
  const noNegativeZero = text.charCodeAt(at) === 122;
  if (noNegativeZero) at++;
  const isAlternate = text.charCodeAt(at) === 35;
  if (isAlternate) at++;
  if (!hasFill && text.charCodeAt(at) === 48) {
    fill = '0';
    if (!hasAlign && kind !== 'str') align = '=';
    at++;
  }
  let digits = digitRun(text, at);
  let width = -1;
  if (digits > at) {
    width = readDigits(text, at, digits);
    if (width < 0) return valueFailure('Too many decimal digits in format string');
    at = digits;
  }
  let separator = '';
  if (text.charCodeAt(at) === 44) {
    separator = ',';
    at++;
  }
  if (text.charCodeAt(at) === 95) {
    if (separator !== '') return valueFailure("Cannot specify both ',' and '_'.");
    separator = '_';
    at++;
  }
  if (text.charCodeAt(at) === 44 && separator === '_') return valueFailure("Cannot specify both ',' and '_'.");
  let precision = -1;
  if (text.charCodeAt(at) === 46) {
    at++;
    digits = digitRun(text, at);
    if (digits === at) return valueFailure('Format specifier missing precision');
    precision = readDigits(text, at, digits);
    if (precision < 0) return valueFailure('Too many decimal digits in format string');
    at = digits;
  }
  let code = kind === 'int' ? 'd' : kind === 'str' ? 's' : '';
  if (at < length) {
    const size = unitsAt(text, at);
    if (length - at > size) return valueFailure(`Invalid format specifier '${text}' for object of type '${typeName}'`);
    code = text.slice(at);
  }
  if (separator !== '' && !allowsSeparator(code, separator)) {
    return valueFailure(`Cannot specify '${separator}' with '${shownCode(code)}'.`);
  }
  return new FormatSpec(fill, align, sign, noNegativeZero, isAlternate, width, separator, precision, code);
}

function digitRun(text: string, from: number): number {
  let at = from;
  while (at < text.length && decimalValue(text.codePointAt(at)!) >= 0) at += unitsAt(text, at);
  return at;
}

/** Returns the value of a run of digits, or -1 if it passes CPython's size type. */
function readDigits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += unitsAt(text, at)) value = value * 10 + decimalValue(text.codePointAt(at)!);
  return value > MAX_SSIZE ? -1 : value;
}

function allowsSeparator(code: string, separator: string): boolean {
  if (code === '' || 'deEfFgG%'.includes(code)) return true;
  return separator === '_' && 'boxX'.includes(code);
}

/** A type code as messages show it. */
function shownCode(text: string): string {
  const code = text.codePointAt(0)!;
  return code > 32 && code < 128 ? text : '\\x' + code.toString(16);
}

function unknownCode(spec: FormatSpec, typeName: string): Failure {
  return valueFailure(`Unknown format code '${shownCode(spec.code)}' for object of type '${typeName}'`);
}

/**
 * Returns an upper bound of the length that formatting will give, for content that would have
 * `contentLength` characters unpadded (ints: digits in their base; floats: 0).
 */
export function formatLengthBound(spec: FormatSpec, contentLength: number): number {
  const number = Math.max(spec.precision, 0) + contentLength + FLOAT_LENGTH_BOUND;
  return Math.max(spec.width, 0) + (spec.separator === '' ? 1 : 1.4) * number;
}

/** Returns format(text, spec) of a str, or why not. */
export function formatStr(text: string, spec: FormatSpec): string | Failure {
  if (spec.code !== 's') return unknownCode(spec, 'str');
  if (spec.sign !== '')
    return valueFailure(`${spec.sign === ' ' ? 'Space' : 'Sign'} not allowed in string format specifier`);
  if (spec.noNegativeZero) return valueFailure('Negative zero coercion (z) not allowed in string format specifier');
  if (spec.isAlternate) return valueFailure('Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') return valueFailure("'=' alignment not allowed in string format specifier");
  let shown = text;
  if (spec.precision >= 0 && text.length > spec.precision) {
    shown = text.slice(0, hasSurrogates(text) ? advancePoints(text, 0, spec.precision) : spec.precision);
  }
  return pad(shown, spec);
}

function pad(text: string, spec: FormatSpec): string {
  if (spec.width < 0) return text;
  const missing = spec.width - pointLength(text);
  if (missing <= 0) return text;
  const left = spec.align === '>' || spec.align === '=' ? missing : spec.align === '^' ? missing >> 1 : 0;
  return spec.fill.repeat(left) + text + spec.fill.repeat(missing - left);
}

/**
 * Returns format(value, spec) of an int or bool, or why not.
 * `maxDigits` guards the decimal conversion (0: no limit).
 */
export function formatInt(value: IntValue, spec: FormatSpec, typeName: string, maxDigits: number): string | Failure {
  let base = 10;
  let prefix = '';
  switch (spec.code) {
    case 'd':
    case 'n':
      break;
    case 'b':
      base = 2;
      prefix = '0b';
      break;
    case 'o':
      base = 8;
      prefix = '0o';
      break;
    case 'x':
      base = 16;
      prefix = '0x';
      break;
    case 'X':
      base = 16;
      prefix = '0X';
      break;
    case 'c':
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': {
      const float = intToFloat(value);
      return float instanceof Failure ? float : formatFloat(float, spec);
    }
    default:
      return unknownCode(spec, typeName);
  }
  if (spec.precision >= 0) return valueFailure('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) return valueFailure('Negative zero coercion (z) not allowed in integer format specifier');
  if (spec.code === 'c') return formatCharacter(value, spec);
  const size = value < 0 ? -value : value;
  let digits = base === 10 ? intToDecimal(size, maxDigits) : size.toString(base);
  if (digits instanceof Failure) return digits;
  if (spec.code === 'X') digits = digits.toUpperCase();
  return layoutNumber(
    signText(value < 0, spec.sign) + (spec.isAlternate ? prefix : ''),
    digits,
    '',
    spec,
    base === 10 ? 3 : 4,
  );
}

function formatCharacter(value: IntValue, spec: FormatSpec): string | Failure {
  if (spec.sign !== '') return valueFailure("Sign not allowed with integer format specifier 'c'");
  if (spec.isAlternate) return valueFailure("Alternate form (#) not allowed with integer format specifier 'c'");
  if (value < -9223372036854775808n || value > 9223372036854775807n)
    return overflowFailure('Python int too large to convert to C long');
  if (value < 0 || value > 0x10ffff) return overflowFailure('%c arg not in range(0x110000)');
  return pad(String.fromCodePoint(value as number), spec);
}

function signText(isNegative: boolean, sign: string): string {
  return isNegative ? '-' : sign === '-' ? '' : sign;
}

/** Joins sign and prefix, grouped digits and the rest (point, fraction, exponent) to the width. */
function layoutNumber(lead: string, digits: string, rest: string, spec: FormatSpec, groupSize: number): string {
  let grouped = digits;
  if (spec.separator !== '' && digits !== '') {
    // Zeros that fill up to the width are digits of the number and are grouped with it.
    const room = spec.fill === '0' && spec.align === '=' ? spec.width - lead.length - rest.length : 0;
    grouped = group(digits, spec.separator, groupSize, room);
  }
  if (spec.align !== '=') return spec.width < 0 ? lead + grouped + rest : pad(lead + grouped + rest, spec);
  const missing = spec.width - lead.length - grouped.length - rest.length;
  return missing > 0 ? lead + spec.fill.repeat(missing) + grouped + rest : lead + grouped + rest;
}

/** Groups digits from the right, with zeros in front until the text has `minLength` characters. */
function group(digits: string, separator: string, groupSize: number, minLength: number): string {
  const parts: string[] = [];
  let left = digits.length;
  let room = minLength;
  for (;;) {
    const size = Math.min(groupSize, Math.max(left, room, 1));
    const taken = Math.min(left, size);
    parts.push('0'.repeat(size - taken) + digits.slice(left - taken, left));
    left -= taken;
    room -= size;
    if (left <= 0 && room <= 0) break;
    room -= 1;
  }
  return parts.reverse().join(separator);
}

/** Returns format(value, spec) of a float, or why not. */
export function formatFloat(value: number, spec: FormatSpec): string | Failure {
  let options = (spec.isAlternate ? FLOAT_ALTERNATE : 0) | (spec.noNegativeZero ? FLOAT_NO_NEGATIVE_ZERO : 0);
  let code: FloatCode;
  let shown = value;
  let defaultPrecision = 6;
  switch (spec.code) {
    case '':
      options |= FLOAT_ADD_DOT_0;
      code = spec.precision < 0 ? 'r' : 'g';
      defaultPrecision = 0;
      break;
    case 'e':
    case 'E':
      code = 'e';
      break;
    case 'f':
    case 'F':
      code = 'f';
      break;
    case 'g':
    case 'G':
    case 'n':
      code = 'g';
      break;
    case '%':
      code = 'f';
      shown = value * 100;
      break;
    default:
      return unknownCode(spec, 'float');
  }
  if (spec.precision > MAX_C_INT) return valueFailure('precision too big');
  let text = layoutFloat(shown, code, spec.precision < 0 ? defaultPrecision : spec.precision, options);
  if (spec.code === 'E' || spec.code === 'F' || spec.code === 'G') text = text.toUpperCase();
  if (spec.code === '%') text += '%';
  return layoutFloatText(text, spec.sign, spec);
}

function layoutFloatText(text: string, sign: string, spec: FormatSpec): string {
  const isNegative = text.charCodeAt(0) === 45;
  const start = isNegative ? 1 : 0;
  let end = start;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return layoutNumber(signText(isNegative, sign), text.slice(start, end), text.slice(end), spec, 3);
}

/** Returns format(complex(re, im), spec), or why not. */
export function formatComplex(re: number, im: number, spec: FormatSpec): string | Failure {
  let code: FloatCode;
  let defaultPrecision = 6;
  let skipReal = false;
  let hasParentheses = false;
  switch (spec.code) {
    case '':
      code = spec.precision < 0 ? 'r' : 'g';
      defaultPrecision = 0;
      if (Object.is(re, 0)) skipReal = true;
      else hasParentheses = true;
      break;
    case 'e':
    case 'E':
      code = 'e';
      break;
    case 'f':
    case 'F':
      code = 'f';
      break;
    case 'g':
    case 'G':
    case 'n':
      code = 'g';
      break;
    default:
      return unknownCode(spec, 'complex');
  }
  if (spec.precision > MAX_C_INT) return valueFailure('precision too big');
  if (spec.fill === '0') return valueFailure('Zero padding is not allowed in complex format specifier');
  if (spec.align === '=') return valueFailure("'=' alignment flag is not allowed in complex format specifier");
  const options = (spec.isAlternate ? FLOAT_ALTERNATE : 0) | (spec.noNegativeZero ? FLOAT_NO_NEGATIVE_ZERO : 0);
  const precision = spec.precision < 0 ? defaultPrecision : spec.precision;
  const part = new FormatSpec(' ', '<', '', false, false, -1, spec.separator, -1, '');
  const isUpper = spec.code === 'E' || spec.code === 'F' || spec.code === 'G';
  const layout = (value: number, sign: string): string => {
    const text = layoutFloat(value, code, precision, options);
    return layoutFloatText(isUpper ? text.toUpperCase() : text, sign, part);
  };
  let text = skipReal ? layout(im, spec.sign) : layout(re, spec.sign) + layout(im, '+');
  text += 'j';
  return pad(hasParentheses ? `(${text})` : text, spec);
}
