/** Case conversion of str: full mappings, with the final sigma, as CPython 3.11 does them. */
import { unitsAt, unitsBefore } from './code-points.ts';
import {
  foldOfCode,
  isCasedCode,
  isCaseIgnorableCode,
  isLowerCode,
  isUpperCode,
  lowerOfCode,
  titleOfCode,
  upperOfCode,
} from './unicode-data.ts';

// eslint-disable-next-line no-control-regex
const ASCII_ONLY = /^[\x00-\x7f]*$/;
const CAPITAL_SIGMA = 0x3a3;

/** Returns text.lower(). */
export function lowerStr(text: string): string {
  return ASCII_ONLY.test(text) ? text.toLowerCase() : lowerFrom(text, 0);
}

/** Returns text.upper(). */
export function upperStr(text: string): string {
  return ASCII_ONLY.test(text) ? text.toUpperCase() : mapEach(text, upperOfCode);
}

/** Returns text.casefold(). */
export function foldStr(text: string): string {
  return ASCII_ONLY.test(text) ? text.toLowerCase() : mapEach(text, foldOfCode);
}

/** Returns text.capitalize(): the first character in title case, the rest lower. */
export function capitalizeStr(text: string): string {
  if (ASCII_ONLY.test(text)) return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const size = unitsAt(text, 0);
  return titleOfCode(text.codePointAt(0)!) + lowerFrom(text, size);
}

/** Returns text.swapcase(). */
export function swapCaseStr(text: string): string {
  let result = '';
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    if (isUpperCode(code)) result += lowerAt(text, unit, code);
    else result += isLowerCode(code) ? upperOfCode(code) : String.fromCodePoint(code);
    unit += code > 0xffff ? 2 : 1;
  }
  return result;
}

/** Returns text.title(): title case after a character without case, lower case after one with it. */
export function titleStr(text: string): string {
  let result = '';
  let isInWord = false;
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    result += isInWord ? lowerAt(text, unit, code) : titleOfCode(code);
    isInWord = isCasedCode(code);
    unit += code > 0xffff ? 2 : 1;
  }
  return result;
}

function mapEach(text: string, convert: (code: number) => string): string {
  let result = '';
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    result += convert(code);
    unit += code > 0xffff ? 2 : 1;
  }
  return result;
}

function lowerFrom(text: string, from: number): string {
  let result = '';
  for (let unit = from; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    result += lowerAt(text, unit, code);
    unit += code > 0xffff ? 2 : 1;
  }
  return result;
}

function lowerAt(text: string, unit: number, code: number): string {
  if (code !== CAPITAL_SIGMA) return lowerOfCode(code);
  return isFinalSigma(text, unit) ? '\u03c2' : '\u03c3';
}

/** A sigma is final after a cased character and not before one, case-ignorable ones passed over. */
function isFinalSigma(text: string, unit: number): boolean {
  let before = unit;
  let code = -1;
  while (before > 0) {
    before -= unitsBefore(text, before);
    code = text.codePointAt(before)!;
    if (!isCaseIgnorableCode(code)) break;
    code = -1;
  }
  if (code < 0 || !isCasedCode(code)) return false;
  for (let after = unit + 1; after < text.length; after += unitsAt(text, after)) {
    code = text.codePointAt(after)!;
    if (!isCaseIgnorableCode(code)) return !isCasedCode(code);
  }
  return true;
}
