/**
 * String tokens -> their text or bytes: prefixes and escapes. F-strings are in `fstring.ts`, which uses `decodeText` for
 * the text between the fields.
 *
 * A lone surrogate escape stays a lone surrogate unit. Two escapes that make a surrogate pair become one character,
 * because that is how JavaScript strings are.
 */

import * as messages from './syntax-error.ts';

/** Finds the character of a Unicode name, for `\N{name}`. Returns `null` for an unknown name. */
export type NameLookup = (name: string) => string | null;

/** The parts of a string token; offsets are relative to the token. */
export interface StringParts {
  readonly isBytes: boolean;
  readonly isRaw: boolean;
  readonly isFormatted: boolean;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** The outcome of decoding: either `value`, or the message of a syntax error. */
export interface Decoded<T> {
  readonly value: T;
  readonly error: string | null;
  /** What follows the backslash of the first escape to be warned of: an unknown `d`, or `777`, which is no byte. */
  readonly badEscape: string | null;
}

const LINE_FEED = 10;
const BACKSLASH = 92;

/** Characters after a backslash that stand for one other character. `\` and newline together stand for nothing. */
const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

const HEX_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

const HEX_REASONS: Readonly<Record<string, string>> = {
  x: 'truncated \\xXX escape',
  u: 'truncated \\uXXXX escape',
  U: 'truncated \\UXXXXXXXX escape',
};

/** Takes a string token apart: prefix letters, quotes, body. */
export function splitString(token: string): StringParts {
  let isBytes = false;
  let isRaw = false;
  let isFormatted = false;
  let quoteAt = 0;
  for (;;) {
    const letter = token.charCodeAt(quoteAt) | 32;
    if (letter === 98) isBytes = true;
    else if (letter === 114) isRaw = true;
    else if (letter === 102) isFormatted = true;
    else if (letter !== 117) break;
    quoteAt++;
  }
  const quote = token.charCodeAt(quoteAt);
  const isTriple =
    token.length >= quoteAt + 6 && token.charCodeAt(quoteAt + 1) === quote && token.charCodeAt(quoteAt + 2) === quote;
  const width = isTriple ? 3 : 1;
  return { isBytes, isRaw, isFormatted, bodyStart: quoteAt + width, bodyEnd: token.length - width };
}

/** Decodes the escapes of a text literal. */
export function decodeText(body: string, lookupName: NameLookup | null): Decoded<string> {
  const first = body.indexOf('\\');
  if (first < 0) return { value: body, error: null, badEscape: null };
  let value = '';
  let badEscape: string | null = null;
  let from = 0;
  for (let at = first; at >= 0; at = body.indexOf('\\', from)) {
    value += body.slice(from, at);
    const char = body.charAt(at + 1);
    const simple = SIMPLE_ESCAPES.get(char);
    if (simple !== undefined) {
      value += simple;
      from = at + 2;
    } else if (HEX_LENGTHS.has(char)) {
      const end = hexEnd(body, at + 2, HEX_LENGTHS.get(char)!);
      if (end < at + 2 + HEX_LENGTHS.get(char)!) return textFailure(body, at, end, HEX_REASONS[char]);
      const code = parseInt(body.slice(at + 2, end), 16);
      if (code > 0x10ffff) return textFailure(body, at, end, 'illegal Unicode character');
      value += String.fromCodePoint(code);
      from = end;
    } else if (char === 'N') {
      const end = body.charAt(at + 2) === '{' ? body.indexOf('}', at + 3) : at + 2;
      if (end < 0) return textFailure(body, at, body.length, 'malformed \\N character escape');
      if (end <= at + 3) return textFailure(body, at, end, 'malformed \\N character escape');
      const found = lookupName === null ? null : lookupName(body.slice(at + 3, end));
      if (found === null) return textFailure(body, at, end + 1, 'unknown Unicode character name');
      value += found;
      from = end + 1;
    } else {
      const end = octalEnd(body, at + 1);
      if (end > at + 1) {
        const code = parseInt(body.slice(at + 1, end), 8);
        if (code > 0xff) badEscape ??= body.slice(at + 1, end);
        value += String.fromCharCode(code);
        from = end;
      } else {
        // Unknown: the backslash stays. CPython overlooks those before characters beyond ASCII, and so do we.
        if (char !== '' && char < '\x80') badEscape ??= char;
        value += '\\' + char;
        from = at + 2;
      }
    }
  }
  return { value: value + body.slice(from), error: null, badEscape };
}

/** Decodes a bytes literal. Requires the body to be ASCII. */
export function decodeBytes(body: string, isRaw: boolean): Decoded<Uint8Array> {
  const bytes: number[] = [];
  let badEscape: string | null = null;
  for (let at = 0; at < body.length;) {
    const unit = body.charCodeAt(at);
    if (isRaw || unit !== BACKSLASH) {
      bytes.push(unit);
      at++;
      continue;
    }
    const char = body.charAt(at + 1);
    const simple = SIMPLE_ESCAPES.get(char);
    if (simple !== undefined) {
      if (char.charCodeAt(0) !== LINE_FEED) bytes.push(simple.charCodeAt(0));
      at += 2;
    } else if (char === 'x') {
      const end = hexEnd(body, at + 2, 2);
      if (end < at + 4) return { value: new Uint8Array(0), error: messages.badBytesEscape(at), badEscape };
      bytes.push(parseInt(body.slice(at + 2, end), 16));
      at = end;
    } else {
      const end = octalEnd(body, at + 1);
      if (end > at + 1) {
        const code = parseInt(body.slice(at + 1, end), 8);
        if (code > 0xff) badEscape ??= body.slice(at + 1, end);
        bytes.push(code & 0xff);
        at = end;
      } else {
        badEscape ??= char;
        bytes.push(unit, char.charCodeAt(0));
        at += 2;
      }
    }
  }
  return { value: Uint8Array.from(bytes), error: null, badEscape };
}

/** Offset after the hexadecimal digits at `start`, at most `count` of them. */
function hexEnd(body: string, start: number, count: number): number {
  let end = start;
  while (end < start + count && /[0-9A-Fa-f]/.test(body.charAt(end))) end++;
  return end;
}

/** Offset after the octal digits at `start`, at most three. */
function octalEnd(body: string, start: number): number {
  let end = start;
  while (end < start + 3 && body.charCodeAt(end) >= 48 && body.charCodeAt(end) < 56) end++;
  return end;
}

function textFailure(body: string, start: number, end: number, reason: string): Decoded<string> {
  const from = escapedLength(body, start);
  const to = from + escapedLength(body.slice(start), end - start);
  return { value: '', error: messages.badEscape(from, to - 1, reason), badEscape: null };
}

/**
 * Length of the first `count` units of `body` as CPython counts it for error positions: it decodes a copy in which
 * every character beyond ASCII is written as `\U` and eight digits, and a backslash before one as `\u005c`.
 */
function escapedLength(body: string, count: number): number {
  let length = 0;
  for (let i = 0; i < count;) {
    if (body.charCodeAt(i) === BACKSLASH) {
      length++;
      i++;
      if (!(body.charCodeAt(i) < 128)) length += 5;
      else if (i < count) {
        length++;
        i++;
      }
      continue;
    }
    const code = body.codePointAt(i)!;
    length += code < 128 ? 1 : 10;
    i += code > 0xffff ? 2 : 1;
  }
  return length;
}
