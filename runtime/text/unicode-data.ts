/**
 * Character properties and case mappings by code point, equal to CPython 3.11 (Unicode 14) on every
 * host. The packed tables are unpacked once, when the module is loaded, and never change.
 *
 * Code points below 128 are answered without a table; others by binary search in a boundary list.
 */
import {
  ALPHA_RANGES,
  CASE_IGNORABLE_RANGES,
  DECIMAL_STARTS,
  DIGIT_RANGES,
  FOLD_LONG,
  FOLD_RUNS,
  ID_CONTINUE_RANGES,
  ID_START_RANGES,
  LOWER_LONG,
  LOWER_RANGES,
  LOWER_RUNS,
  NUMERIC_RANGES,
  NUMERIC_RUNS,
  PRINTABLE_RANGES,
  TITLE_LONG,
  TITLE_RANGES,
  TITLE_RUNS,
  UPPER_LONG,
  UPPER_RANGES,
  UPPER_RUNS,
} from './unicode-tables.ts';

/** A case mapping: runs of single characters, and the characters that map to several. */
interface CaseMap {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly strides: Int32Array;
  readonly deltas: Int32Array;
  readonly long: ReadonlyMap<number, string>;
}

const NO_STRINGS: ReadonlyMap<number, string> = new Map();

/** Unpacks the number text of make-unicode-tables.py. */
function unpack(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const digit = c >= 97 ? c - 71 : c >= 65 ? c - 65 : c >= 48 ? c + 4 : c === 43 ? 62 : 63;
    value += (digit & 31) * scale;
    if (digit < 32) {
      numbers.push(value);
      value = 0;
      scale = 1;
    } else {
      scale *= 32;
    }
  }
  return numbers;
}

function unpackSums(text: string): Int32Array {
  const numbers = unpack(text);
  for (let i = 1; i < numbers.length; i++) numbers[i] = numbers[i]! + numbers[i - 1]!;
  return Int32Array.from(numbers);
}

function unsign(value: number): number {
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

function unpackCaseMap(runs: string, long: string): CaseMap {
  const numbers = unpack(runs);
  const count = numbers.length / 4;
  const map = {
    starts: new Int32Array(count),
    ends: new Int32Array(count),
    strides: new Int32Array(count),
    deltas: new Int32Array(count),
    long: long === '' ? NO_STRINGS : unpackLong(long),
  };
  let start = 0;
  for (let i = 0; i < count; i++) {
    start += numbers[4 * i]!;
    const stride = numbers[4 * i + 2]! + 1;
    map.starts[i] = start;
    map.ends[i] = start + (numbers[4 * i + 1]! - 1) * stride;
    map.strides[i] = stride;
    map.deltas[i] = unsign(numbers[4 * i + 3]!);
  }
  return map;
}

function unpackLong(text: string): ReadonlyMap<number, string> {
  const numbers = unpack(text);
  const map = new Map<number, string>();
  let code = 0;
  for (let i = 0; i < numbers.length;) {
    code += numbers[i]!;
    const length = numbers[i + 1]!;
    map.set(code, String.fromCodePoint(...numbers.slice(i + 2, i + 2 + length)));
    i += 2 + length;
  }
  return map;
}

/** Returns the index of the last entry of `sorted` that is at most `value`, or -1. */
function lastAtMost(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Boundary lists alternate in and out, so an even index means inside. */
function isIn(boundaries: Int32Array, code: number): boolean {
  return (lastAtMost(boundaries, code) & 1) === 0;
}

const ALPHA = unpackSums(ALPHA_RANGES);
const DIGIT = unpackSums(DIGIT_RANGES);
const NUMERIC = unpackSums(NUMERIC_RANGES);
const UPPER = unpackSums(UPPER_RANGES);
const LOWER = unpackSums(LOWER_RANGES);
const TITLE = unpackSums(TITLE_RANGES);
const PRINTABLE = unpackSums(PRINTABLE_RANGES);
const ID_START = unpackSums(ID_START_RANGES);
const ID_CONTINUE = unpackSums(ID_CONTINUE_RANGES);
const CASE_IGNORABLE = unpackSums(CASE_IGNORABLE_RANGES);
const DECIMAL = unpackSums(DECIMAL_STARTS);
const TO_LOWER = unpackCaseMap(LOWER_RUNS, LOWER_LONG);
const TO_UPPER = unpackCaseMap(UPPER_RUNS, UPPER_LONG);
const TO_TITLE = unpackCaseMap(TITLE_RUNS, TITLE_LONG);
const TO_FOLD = unpackCaseMap(FOLD_RUNS, FOLD_LONG);

/** Tells whether the character is a letter (str.isalpha). */
export function isAlphaCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return isIn(ALPHA, code);
}

/** Returns the value of a decimal digit, or -1 for any other character. */
export function decimalValue(code: number): number {
  if (code < 128) return code >= 48 && code <= 57 ? code - 48 : -1;
  const index = lastAtMost(DECIMAL, code);
  const value = code - DECIMAL[index]!;
  return value < 10 ? value : -1;
}

/** Tells whether the character is a digit, decimal or not (str.isdigit). */
export function isDigitCode(code: number): boolean {
  return decimalValue(code) >= 0 || (code >= 128 && isIn(DIGIT, code));
}

/** Tells whether the character stands for a number (str.isnumeric). */
export function isNumericCode(code: number): boolean {
  return isDigitCode(code) || (code >= 128 && isIn(NUMERIC, code));
}

/** Returns what unicodedata.numeric() says, or undefined for a character that is no number. */
export function numericValue(code: number): number | undefined {
  const decimal = decimalValue(code);
  if (decimal >= 0) return decimal;
  if (code < 128 || !isNumericCode(code)) return undefined;
  const numbers = unpack(NUMERIC_RUNS);
  let start = 0;
  for (let i = 0; i < numbers.length; i += 5) {
    start += numbers[i]!;
    if (code < start) return undefined;
    if (code < start + numbers[i + 1]!) {
      return unsign(numbers[i + 3]!) / numbers[i + 4]! + (code - start) * numbers[i + 2]!;
    }
  }
  return undefined;
}

/** Tells whether the character is white space (str.isspace, and what strip() and split() drop). */
export function isSpaceCode(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  return code === 0x85 || code === 0xa0 || (code >= 0x1680 && isWideSpace(code));
}

function isWideSpace(code: number): boolean {
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Tells whether the character ends a line for splitlines(). */
export function isLineBreakCode(code: number): boolean {
  if (code < 128) return (code >= 10 && code <= 13) || (code >= 28 && code <= 30);
  return code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Tells whether the character is upper case. */
export function isUpperCode(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  return isIn(UPPER, code);
}

/** Tells whether the character is lower case. */
export function isLowerCode(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  return isIn(LOWER, code);
}

/** Tells whether the character is one of the title-case letters (not also upper case). */
export function isTitleCode(code: number): boolean {
  return code >= 128 && isIn(TITLE, code);
}

/** Tells whether the character has case at all. */
export function isCasedCode(code: number): boolean {
  return isLowerCode(code) || isUpperCode(code) || isTitleCode(code);
}

/** Tells whether the character is passed over in deciding on a final sigma. */
export function isCaseIgnorableCode(code: number): boolean {
  return isIn(CASE_IGNORABLE, code);
}

/** Tells whether repr() shows the character as itself. */
export function isPrintableCode(code: number): boolean {
  if (code < 127) return code >= 32;
  return isIn(PRINTABLE, code);
}

/** Tells whether the character may begin an identifier. */
export function isIdStartCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  return isIn(ID_START, code);
}

/** Tells whether the character may stand inside an identifier. */
export function isIdContinueCode(code: number): boolean {
  if (code < 128) return isIdStartCode(code) || (code >= 48 && code <= 57);
  return isIn(ID_CONTINUE, code);
}

function mapCode(map: CaseMap, code: number): string {
  const long = map.long.get(code);
  if (long !== undefined) return long;
  const index = lastAtMost(map.starts, code);
  if (index >= 0 && code <= map.ends[index]! && (code - map.starts[index]!) % map.strides[index]! === 0) {
    return String.fromCodePoint(code + map.deltas[index]!);
  }
  return String.fromCodePoint(code);
}

/** Returns the lower-case form of one character (one to two characters; no final sigma). */
export function lowerOfCode(code: number): string {
  return mapCode(TO_LOWER, code);
}

/** Returns the upper-case form of one character (one to three characters). */
export function upperOfCode(code: number): string {
  return mapCode(TO_UPPER, code);
}

/** Returns the title-case form of one character (one to three characters). */
export function titleOfCode(code: number): string {
  return mapCode(TO_TITLE, code);
}

/** Returns the case-folded form of one character (one to three characters). */
export function foldOfCode(code: number): string {
  return mapCode(TO_FOLD, code);
}
