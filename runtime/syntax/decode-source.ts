/**
 * Bytes of a source file -> text: byte order mark, PEP 263 encoding declaration, and CPython's errors for text that is not
 * in its encoding. Only the encodings that need no tables are known: UTF-8, Latin-1 and ASCII.
 */

import { PySyntaxError, type ErrorPlace } from './syntax-error.ts';

/** A comment that declares an encoding, alone on its line. */
const DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK_LINE = /^[ \t\f]*(?:#.*)?$/;

/** Where CPython puts errors of the encoding as a whole. */
const FILE_PLACE: ErrorPlace = { lineno: 0, offset: -1, endLineno: null, endOffset: null, text: null };

/**
 * Decodes a source file.
 * Throws `PySyntaxError`, without a file name, for an unknown encoding and for bytes that the encoding does not have.
 * CPython looks at UTF-8 only where a token needs it and so reports a place inside that token, or nothing for a comment;
 * here the whole text is checked, and the position is that in the text.
 */
export function decodeSource(bytes: Uint8Array): string {
  const hasMark = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const declared = declaredEncoding(body);
  const encoding = declared === null ? 'utf-8' : normalizeEncoding(declared);
  if (hasMark && encoding !== 'utf-8') fail(`encoding problem: ${encoding} with BOM`);
  switch (encoding) {
    case 'utf-8':
    case 'utf8':
      return decodeUtf8(body);
    case 'iso-8859-1':
    case 'latin1':
    case 'l1':
      return decodeLatin1(body);
    case 'ascii':
    case 'us-ascii':
      return decodeAscii(body);
    default:
      fail(`unknown encoding: ${declared}`);
  }
}

function fail(message: string): never {
  throw new PySyntaxError('SyntaxError', message, FILE_PLACE);
}

/** The encoding named in the first or second line; the second counts only if the first holds no code. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const lines = latin1Head(bytes).split(/\r\n|\r|\n/, 2);
  for (const line of lines) {
    // A form feed counts as a blank here, as it does before statements.
    const match = DECLARATION.exec(line);
    if (match !== null) return match[1];
    if (!BLANK_LINE.test(line)) return null;
  }
  return null;
}

/** The first two lines, with each byte as one character. */
function latin1Head(bytes: Uint8Array): string {
  let newlines = 0;
  let end = 0;
  while (end < bytes.length && newlines < 2) if (bytes[end++] === 10) newlines++;
  return decodeLatin1(bytes.subarray(0, end));
}

/** Folds the spellings that CPython's tokenizer folds, some with endings such as `-sig`; other names stay as they are. */
function normalizeEncoding(declared: string): string {
  const name = declared.toLowerCase().replaceAll('_', '-');
  if (/^utf-8(?:-|$)/.test(name)) return 'utf-8';
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(name)) return 'iso-8859-1';
  return name;
}

function decodeLatin1(bytes: Uint8Array): string {
  // In pieces: a call has a limited number of arguments.
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  }
  return parts.join('');
}

function decodeAscii(bytes: Uint8Array): string {
  const bad = bytes.findIndex((byte) => byte >= 128);
  if (bad >= 0) {
    const byte = bytes[bad].toString(16);
    fail(`'ascii' codec can't decode byte 0x${byte} in position ${bad}: ordinal not in range(128)`);
  }
  return decodeLatin1(bytes);
}

/** Decodes strict UTF-8: no overlong forms, no surrogates. */
function decodeUtf8(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at];
    if (first < 0x80) {
      units.push(first);
      at++;
    } else {
      const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
      const end = sequenceEnd(bytes, at, length);
      if (length === 0 || end < at + length) failUtf8(bytes, at, end, length);
      let code = first & (0xff >> (length + 1));
      for (let i = at + 1; i < end; i++) code = (code << 6) | (bytes[i] & 0x3f);
      if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + (code & 0x3ff));
      else units.push(code);
      at = end;
    }
    if (units.length >= 4096) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}

/** Offset after the well-formed part of the sequence of `length` bytes at `at`. */
function sequenceEnd(bytes: Uint8Array, at: number, length: number): number {
  let end = at + 1;
  while (end < at + length && end < bytes.length) {
    const byte = bytes[end];
    if ((byte & 0xc0) !== 0x80) break;
    if (end === at + 1) {
      const first = bytes[at];
      if ((first === 0xe0 && byte < 0xa0) || (first === 0xed && byte > 0x9f)) break;
      if ((first === 0xf0 && byte < 0x90) || (first === 0xf4 && byte > 0x8f)) break;
    }
    end++;
  }
  return end;
}

function failUtf8(bytes: Uint8Array, at: number, end: number, length: number): never {
  const reason =
    length === 0 ? 'invalid start byte' : end >= bytes.length ? 'unexpected end of data' : 'invalid continuation byte';
  const where =
    end - at === 1
      ? `byte 0x${bytes[at].toString(16).padStart(2, '0')} in position ${at}`
      : `bytes in position ${at}-${end - 1}`;
  const message = `(unicode error) 'utf-8' codec can't decode ${where}: ${reason}`;
  const before = bytes.subarray(0, at);
  const lineno = before.reduce((count, byte) => (byte === 10 ? count + 1 : count), 1);
  const line = before.subarray(before.lastIndexOf(10) + 1);
  // Continuation bytes are not characters.
  const offset = line.reduce((count, byte) => ((byte & 0xc0) === 0x80 ? count : count + 1), 1);
  throw new PySyntaxError('SyntaxError', message, {
    lineno,
    offset,
    endLineno: lineno,
    endOffset: offset,
    text: null,
  });
}
