/** repr() and ascii() of str and bytes. */
import { isPrintableCode } from './unicode-data.ts';
import { unitsAt } from './code-points.ts';

// eslint-disable-next-line no-control-regex
const NEEDS_WORK = /[^ -&(-[\]-~]/;

/** Returns repr(text). */
export function reprStr(text: string): string {
  // Printable ASCII without a quote or a backslash: the common case.
  return NEEDS_WORK.test(text) ? reprWith(text, false) : `'${text}'`;
}

/** Returns ascii(text) of a str. */
export function asciiStr(text: string): string {
  return NEEDS_WORK.test(text) ? reprWith(text, true) : `'${text}'`;
}

/** Escapes the non-ASCII characters of a finished repr, which is what ascii() does to any object's. */
export function asciiOfRepr(text: string): string {
  let result = '';
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    const size = unitsAt(text, unit);
    result += code < 128 ? text.charAt(unit) : escapeCode(code);
    unit += size;
  }
  return result;
}

/** Returns the \x, \u or \U escape of a code point. */
export function escapeCode(code: number): string {
  const digits = code.toString(16);
  if (code < 0x100) return '\\x' + digits.padStart(2, '0');
  if (code < 0x10000) return '\\u' + digits.padStart(4, '0');
  return '\\U' + digits.padStart(8, '0');
}

function reprWith(text: string, isAscii: boolean): string {
  const quote = text.includes("'") && !text.includes('"') ? 34 : 39;
  const parts: string[] = [];
  let plainFrom = 0;
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    const size = code > 0xffff ? 2 : 1;
    const escape = escapeOf(code, quote, isAscii);
    if (escape !== '') {
      parts.push(text.slice(plainFrom, unit), escape);
      plainFrom = unit + size;
    }
    unit += size;
  }
  parts.push(text.slice(plainFrom));
  const mark = String.fromCharCode(quote);
  return mark + parts.join('') + mark;
}

/** Returns the escape of a character, or '' if it stands for itself. */
function escapeOf(code: number, quote: number, isAscii: boolean): string {
  if (code >= 32 && code < 127) {
    if (code === 92) return '\\\\';
    return code === quote ? '\\' + String.fromCharCode(code) : '';
  }
  if (code === 10) return '\\n';
  if (code === 13) return '\\r';
  if (code === 9) return '\\t';
  if (code < 128 || isAscii || !isPrintableCode(code)) return escapeCode(code);
  return '';
}

/** Returns repr(bytes), with its `b` prefix. */
export function reprBytes(bytes: Uint8Array): string {
  let hasSingle = false;
  let hasDouble = false;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 39) hasSingle = true;
    else if (bytes[i] === 34) hasDouble = true;
  }
  const quote = hasSingle && !hasDouble ? '"' : "'";
  const parts = new Array<string>(bytes.length);
  for (let i = 0; i < bytes.length; i++) parts[i] = reprByte(bytes[i]!, quote);
  return 'b' + quote + parts.join('') + quote;
}

function reprByte(byte: number, quote: string): string {
  if (byte >= 32 && byte < 127) {
    const char = String.fromCharCode(byte);
    return char === '\\' || char === quote ? '\\' + char : char;
  }
  if (byte === 10) return '\\n';
  if (byte === 13) return '\\r';
  if (byte === 9) return '\\t';
  return escapeCode(byte);
}

/** Returns at most the first `limit` code points (CPython's %.200R in messages). */
export function truncatePoints(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let unit = 0;
  for (let left = limit; left > 0 && unit < text.length; left--) unit += unitsAt(text, unit);
  return text.slice(0, unit);
}
