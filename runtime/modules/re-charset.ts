/** Character classes as tables, and letter case as regular expressions see it. Codes are code points; of bytes patterns, bytes. */
import {
  decimalValue,
  isAlphaCode,
  isDigitCode,
  isNumericCode,
  isSpaceCode,
  lowerOfCode,
  upperOfCode,
} from '../text/unicode-data.ts';
import { Category } from './re-syntax.ts';
import type { SetItem } from './re-syntax.ts';

/** How a part of a pattern compares letters. */
export const enum Folding {
  NONE,
  /** Only a-z and A-Z. */
  ASCII,
  UNICODE,
}

/** A compiled class. Codes below 256 are in `table` (32 bits an entry, negation and case included), others are looked for in the items. */
export interface CharSet {
  readonly table: readonly number[];
  readonly isNegated: boolean;
  /** Low and high ends in turn. */
  readonly ranges: readonly number[];
  readonly categories: readonly Category[];
  readonly folding: Folding;
  readonly isAscii: boolean;
}

/** Pairs of small letters that share a capital of several characters, which folding by capitals cannot tell. */
const SHARED_CAPITALS: Readonly<Record<number, number>> = { 0x1fd3: 0x390, 0x1fe3: 0x3b0, 0xfb05: 0xfb06 };

/** The code that stands for `code` and every other that differs from it in case only. */
export function foldCode(code: number, folding: Folding): number {
  if (folding === Folding.NONE) return code;
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  if (folding === Folding.ASCII) return code;
  return foldWide(code);
}

function foldWide(code: number): number {
  const lower = simpleLower(code);
  const upper = upperOfCode(lower);
  if (upper.length === (upper.codePointAt(0)! > 0xffff ? 2 : 1)) return simpleLower(upper.codePointAt(0)!);
  return SHARED_CAPITALS[lower] ?? lower;
}

function simpleLower(code: number): number {
  // The one capital whose small letter takes two characters has a plain i as its simple mapping.
  if (code === 0x130) return 0x69;
  return lowerOfCode(code).codePointAt(0)!;
}

function simpleUpper(code: number): number {
  const upper = upperOfCode(code);
  const first = upper.codePointAt(0)!;
  return upper.length === (first > 0xffff ? 2 : 1) ? first : code;
}

export function isWordCode(code: number, isAscii: boolean): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
  }
  return !isAscii && (isAlphaCode(code) || decimalValue(code) >= 0 || isDigitCode(code) || isNumericCode(code));
}

function isInCategory(code: number, category: Category, isAscii: boolean): boolean {
  switch (category) {
    case Category.DIGIT:
      return isAscii || code < 128 ? code >= 48 && code <= 57 : decimalValue(code) >= 0;
    case Category.NOT_DIGIT:
      return !isInCategory(code, Category.DIGIT, isAscii);
    case Category.SPACE:
      return isAscii ? code === 32 || (code >= 9 && code <= 13) : isSpaceCode(code);
    case Category.NOT_SPACE:
      return !isInCategory(code, Category.SPACE, isAscii);
    case Category.WORD:
      return isWordCode(code, isAscii);
    case Category.NOT_WORD:
      return !isWordCode(code, isAscii);
  }
}

function isInItems(set: CharSet, code: number): boolean {
  const { ranges, folding, isAscii } = set;
  const lower = folding === Folding.NONE ? code : foldCode(code, folding);
  const upper =
    folding === Folding.UNICODE
      ? simpleUpper(lower)
      : folding === Folding.ASCII && lower >= 97 && lower <= 122
        ? lower - 32
        : lower;
  for (let i = 0; i < ranges.length; i += 2) {
    const low = ranges[i]!;
    const high = ranges[i + 1]!;
    if (code >= low && code <= high) return true;
    if (folding !== Folding.NONE) {
      if ((lower >= low && lower <= high) || (upper >= low && upper <= high)) return true;
      // Other letters with the same fold, such as the long s for s.
      if (low === high && foldCode(low, folding) === lower) return true;
    }
  }
  for (const category of set.categories) if (isInCategory(code, category, isAscii)) return true;
  return false;
}

export function makeCharSet(
  items: readonly SetItem[],
  isNegated: boolean,
  folding: Folding,
  isAscii: boolean,
): CharSet {
  const ranges: number[] = [];
  const categories: Category[] = [];
  for (const item of items) {
    if ('category' in item) categories.push(item.category);
    else ranges.push(item.low, item.high);
  }
  const table = [0, 0, 0, 0, 0, 0, 0, 0];
  const set: CharSet = { table, isNegated, ranges, categories, folding, isAscii };
  for (let code = 0; code < 256; code++) {
    if (isInItems(set, code) !== isNegated) table[code >> 5]! |= 1 << (code & 31);
  }
  return set;
}

/** Does the class have this code in it? */
export function setHas(set: CharSet, code: number): boolean {
  if (code < 256) return ((set.table[code >> 5]! >>> (code & 31)) & 1) === 1;
  return isInItems(set, code) !== set.isNegated;
}
