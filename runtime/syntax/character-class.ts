/**
 * Classes of characters, by UTF-16 unit, for the tokenizer. ASCII goes through one table; the rest through the Unicode
 * tables of the room `text`, which are those of Python 3.11 on every host.
 */

import { isIdContinueCode, isIdStartCode, isPrintableCode } from '../text/unicode-data.ts';

const NAME_START = 1;
const NAME_PART = 2;
const DIGIT = 4;
const HEX_DIGIT = 8;

const ASCII_CLASS: Readonly<Uint8Array> = buildAsciiClass();

function buildAsciiClass(): Uint8Array {
  const table = new Uint8Array(128);
  for (let unit = 0; unit < 128; unit++) {
    const char = String.fromCharCode(unit);
    if (/[A-Za-z_]/.test(char)) table[unit] |= NAME_START | NAME_PART;
    if (/[0-9]/.test(char)) table[unit] |= DIGIT | NAME_PART;
    if (/[0-9A-Fa-f]/.test(char)) table[unit] |= HEX_DIGIT;
  }
  return table;
}

/** Whether a name may start with `unit`; every unit beyond ASCII may, and `badNameCharacter` looks closer. */
export function isNameStart(unit: number): boolean {
  return unit < 128 ? (ASCII_CLASS[unit] & NAME_START) !== 0 : true;
}

/** Whether a name may go on with `unit`. `NaN`, the unit past the end of a string, is not part of a name. */
export function isNamePart(unit: number): boolean {
  return unit < 128 ? (ASCII_CLASS[unit] & NAME_PART) !== 0 : unit >= 128;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isHexDigit(unit: number): boolean {
  return unit < 128 && (ASCII_CLASS[unit] & HEX_DIGIT) !== 0;
}

/** Whether `repr` of a one-character Python string shows `char` itself. */
export function isPrintable(char: string): boolean {
  return isPrintableCode(char.codePointAt(0)!);
}

/** Offset in `name` of the first character that an identifier may not have there, or -1. */
export function badNameCharacter(name: string): number {
  let offset = 0;
  for (const char of name) {
    const code = char.codePointAt(0)!;
    const isFine = offset === 0 ? isIdStartCode(code) : isIdContinueCode(code);
    if (!isFine) return offset;
    offset += char.length;
  }
  return -1;
}
