/**
 * Methods of bytes that are not searches: splitting, stripping, padding, case, predicates, hex.
 * Only ASCII has case, digits and white space here.
 *
 * Results are views on the input (subarray) where they can be: the caller copies before it keeps
 * one of a mutable bytearray.
 */
import type { Failure } from '../base/failure.ts';
import { valueFailure } from '../base/failure.ts';
import { findBytesWithin, findLastBytesWithin } from './bytes-search.ts';
import type { StripSide } from './str-split.ts';
import { expandTabs } from './str-layout.ts';

/** Returns the str with one character per byte; no character is beyond U+00FF. */
export function bytesToLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1024) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 1024) as unknown as number[]);
  }
  return text;
}

/** Returns the bytes of such a str. */
export function latin1ToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function isSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

function isUpper(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function isLower(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** Returns bytes.split(separator, limit). Requires a separator that is not empty. */
export function splitBytes(bytes: Uint8Array, separator: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (let left = limit; left !== 0; left--) {
    const at = findBytesWithin(bytes, separator, from, bytes.length);
    if (at < 0) break;
    parts.push(bytes.subarray(from, at));
    from = at + separator.length;
  }
  parts.push(bytes.subarray(from));
  return parts;
}

/** Returns bytes.rsplit(separator, limit). Requires a separator that is not empty. */
export function rsplitBytes(bytes: Uint8Array, separator: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let to = bytes.length;
  for (let left = limit; left !== 0; left--) {
    const at = findLastBytesWithin(bytes, separator, 0, to);
    if (at < 0) break;
    parts.push(bytes.subarray(at + separator.length, to));
    to = at;
  }
  parts.push(bytes.subarray(0, to));
  return parts.reverse();
}

/** Returns bytes.split(None, limit). */
export function splitBytesWhitespace(bytes: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (let left = limit; ; left--) {
    while (at < bytes.length && isSpace(bytes[at]!)) at++;
    if (at >= bytes.length) return parts;
    if (left === 0) break;
    const from = at;
    while (at < bytes.length && !isSpace(bytes[at]!)) at++;
    parts.push(bytes.subarray(from, at));
  }
  parts.push(bytes.subarray(at));
  return parts;
}

/** Returns bytes.rsplit(None, limit). */
export function rsplitBytesWhitespace(bytes: Uint8Array, limit: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = bytes.length;
  for (let left = limit; ; left--) {
    while (at > 0 && isSpace(bytes[at - 1]!)) at--;
    if (at === 0) return parts.reverse();
    if (left === 0) break;
    const to = at;
    while (at > 0 && !isSpace(bytes[at - 1]!)) at--;
    parts.push(bytes.subarray(at, to));
  }
  parts.push(bytes.subarray(0, at));
  return parts.reverse();
}

/** Returns bytes.splitlines(keepEnds): only \n, \r and \r\n end a line. */
export function splitBytesLines(bytes: Uint8Array, keepEnds: boolean): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length;) {
    let to = from;
    while (to < bytes.length && bytes[to] !== 10 && bytes[to] !== 13) to++;
    let next = to;
    if (next < bytes.length) next += bytes[next] === 13 && bytes[next + 1] === 10 ? 2 : 1;
    lines.push(bytes.subarray(from, keepEnds ? next : to));
    from = next;
  }
  return lines;
}

/** Returns bytes.strip(chars) and its one-sided forms; undefined means white space. */
export function stripBytes(bytes: Uint8Array, chars: Uint8Array | undefined, side: StripSide): Uint8Array {
  let start = 0;
  let stop = bytes.length;
  if (side !== 'right') while (start < stop && dropped(bytes[start]!, chars)) start++;
  if (side !== 'left') while (stop > start && dropped(bytes[stop - 1]!, chars)) stop--;
  return bytes.subarray(start, stop);
}

function dropped(byte: number, chars: Uint8Array | undefined): boolean {
  return chars === undefined ? isSpace(byte) : chars.includes(byte);
}

/** Where the content goes in a padded sequence. */
export type PadPlace = 'left' | 'right' | 'center';

/** Returns bytes.ljust (place 'left'), rjust ('right') or center. */
export function padBytes(bytes: Uint8Array, width: number, fill: number, place: PadPlace): Uint8Array {
  const missing = width - bytes.length;
  if (missing <= 0) return bytes;
  const before =
    place === 'left'
      ? 0
      : place === 'right'
        ? missing
        : Math.floor(missing / 2) + (missing % 2 === 1 && width % 2 === 1 ? 1 : 0);
  const result = new Uint8Array(width).fill(fill);
  result.set(bytes, before);
  return result;
}

/** Returns bytes.zfill(width). */
export function zeroFillBytes(bytes: Uint8Array, width: number): Uint8Array {
  const result = padBytes(bytes, width, 48, 'right');
  const first = bytes[0];
  if (result.length > bytes.length && (first === 43 || first === 45)) {
    result[0] = first;
    result[result.length - bytes.length] = 48;
  }
  return result;
}

/** Returns bytes.expandtabs(tabSize). */
export function expandBytesTabs(bytes: Uint8Array, tabSize: number): Uint8Array {
  return latin1ToBytes(expandTabs(bytesToLatin1(bytes), tabSize));
}

/** Returns bytes.translate(table, delete); an undefined table changes nothing. */
export function translateBytes(bytes: Uint8Array, table: Uint8Array | undefined, deleted: Uint8Array): Uint8Array {
  const isDeleted = new Uint8Array(256);
  for (let i = 0; i < deleted.length; i++) isDeleted[deleted[i]!] = 1;
  const result = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (isDeleted[byte] === 0) result[length++] = table === undefined ? byte : table[byte]!;
  }
  return result.subarray(0, length);
}

/** The conversions of case. */
export type ByteCase = 'lower' | 'upper' | 'swapcase' | 'title' | 'capitalize';

/** Returns bytes.lower(), upper(), swapcase(), title() or capitalize(). */
export function convertBytesCase(bytes: Uint8Array, conversion: ByteCase): Uint8Array {
  const result = new Uint8Array(bytes.length);
  let isInWord = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const hasCase = isUpper(byte) || isLower(byte);
    let toUpper: boolean;
    switch (conversion) {
      case 'lower':
        toUpper = false;
        break;
      case 'upper':
        toUpper = true;
        break;
      case 'swapcase':
        toUpper = isLower(byte);
        break;
      case 'title':
        toUpper = !isInWord;
        break;
      case 'capitalize':
        toUpper = i === 0;
        break;
    }
    result[i] = !hasCase ? byte : toUpper ? byte & 0xdf : byte | 0x20;
    isInWord = hasCase;
  }
  return result;
}

/** The predicates on all bytes. */
export type BytePredicate =
  'isalpha' | 'isalnum' | 'isdigit' | 'isspace' | 'isascii' | 'isupper' | 'islower' | 'istitle';

/** Returns bytes.isalpha() and so on. */
export function testBytes(bytes: Uint8Array, predicate: BytePredicate): boolean {
  switch (predicate) {
    case 'isascii':
      return bytes.every((byte) => byte < 128);
    case 'isalpha':
      return bytes.length > 0 && bytes.every((byte) => isUpper(byte) || isLower(byte));
    case 'isalnum':
      return bytes.length > 0 && bytes.every((byte) => isUpper(byte) || isLower(byte) || isDigit(byte));
    case 'isdigit':
      return bytes.length > 0 && bytes.every(isDigit);
    case 'isspace':
      return bytes.length > 0 && bytes.every(isSpace);
    case 'isupper':
      return bytes.some(isUpper) && !bytes.some(isLower);
    case 'islower':
      return bytes.some(isLower) && !bytes.some(isUpper);
    case 'istitle':
      return isTitle(bytes);
  }
}

function isTitle(bytes: Uint8Array): boolean {
  let isInWord = false;
  let hasCase = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const upper = isUpper(byte);
    if (upper || isLower(byte)) {
      if (upper === isInWord) return false;
      isInWord = true;
      hasCase = true;
    } else {
      isInWord = false;
    }
  }
  return hasCase;
}

/**
 * Returns bytes.hex(separator, groupSize): groups count from the right, or from the left if the
 * size is negative. The caller has checked the separator (one ASCII character, or '').
 */
export function bytesToHex(bytes: Uint8Array, separator: string, groupSize: number): string {
  const size = Math.abs(groupSize);
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const place = groupSize < 0 ? i : bytes.length - i;
    if (i > 0 && separator !== '' && size > 0 && place % size === 0) parts.push(separator);
    parts.push((bytes[i]! < 16 ? '0' : '') + bytes[i]!.toString(16));
  }
  return parts.join('');
}

/** Returns bytes.fromhex(text), or why not. */
export function bytesFromHex(text: string): Uint8Array | Failure {
  // CPython looks for characters beyond ASCII before anything else.
  // eslint-disable-next-line no-control-regex
  const foreign = text.search(/[^\x00-\x7f]/);
  if (foreign >= 0) return notHex(foreign);
  const bytes = new Uint8Array(text.length >> 1);
  let length = 0;
  for (let at = 0; at < text.length;) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const high = hexDigit(text.charCodeAt(at));
    const low = hexDigit(text.charCodeAt(at + 1));
    if (high < 0 || low < 0) return notHex(high < 0 ? at : at + 1);
    bytes[length++] = high * 16 + low;
    at += 2;
  }
  return bytes.slice(0, length);
}

function notHex(position: number): Failure {
  return valueFailure(`non-hexadecimal number found in fromhex() arg at position ${position}`);
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
