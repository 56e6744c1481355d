/** split, rsplit, splitlines and strip of str. Results are lists of host strings. */
import { findLastUnits, findUnits, hasSurrogates } from './code-points.ts';
import { trimEnd, trimStart } from './str-search.ts';
import { isLineBreakCode, isSpaceCode } from './unicode-data.ts';

/** Returns text.split(separator, limit); `limit` < 0 means all. Requires separator != ''. */
export function splitStr(text: string, separator: string, limit: number): string[] {
  if (limit < 0 && !hasSurrogates(separator)) return text.split(separator);
  const parts: string[] = [];
  let from = 0;
  let left = limit;
  while (left !== 0) {
    const at = findUnits(text, separator, from, text.length);
    if (at < 0) break;
    parts.push(text.slice(from, at));
    from = at + separator.length;
    left--;
  }
  parts.push(text.slice(from));
  return parts;
}

/** Returns text.rsplit(separator, limit); `limit` < 0 means all. Requires separator != ''. */
export function rsplitStr(text: string, separator: string, limit: number): string[] {
  const parts: string[] = [];
  let to = text.length;
  let left = limit;
  while (left !== 0) {
    const at = findLastUnits(text, separator, 0, to);
    if (at < 0) break;
    parts.push(text.slice(at + separator.length, to));
    to = at;
    left--;
  }
  parts.push(text.slice(0, to));
  return parts.reverse();
}

/** Returns text.split(None, limit): the words between white space. */
export function splitWhitespace(text: string, limit: number): string[] {
  const parts: string[] = [];
  const length = text.length;
  let left = limit;
  let at = 0;
  for (;;) {
    while (at < length && isSpaceCode(text.charCodeAt(at))) at++;
    if (at >= length) return parts;
    if (left === 0) break;
    const from = at;
    while (at < length && !isSpaceCode(text.charCodeAt(at))) at++;
    parts.push(text.slice(from, at));
    left--;
  }
  parts.push(text.slice(at));
  return parts;
}

/** Returns text.rsplit(None, limit). */
export function rsplitWhitespace(text: string, limit: number): string[] {
  const parts: string[] = [];
  let left = limit;
  let at = text.length;
  for (;;) {
    while (at > 0 && isSpaceCode(text.charCodeAt(at - 1))) at--;
    if (at === 0) return parts.reverse();
    if (left === 0) break;
    const to = at;
    while (at > 0 && !isSpaceCode(text.charCodeAt(at - 1))) at--;
    parts.push(text.slice(at, to));
    left--;
  }
  parts.push(text.slice(0, at));
  return parts.reverse();
}

/** Returns text.splitlines(keepEnds). */
export function splitLines(text: string, keepEnds: boolean): string[] {
  const lines: string[] = [];
  const length = text.length;
  let from = 0;
  while (from < length) {
    let to = from;
    while (to < length && !isLineBreakCode(text.charCodeAt(to))) to++;
    let next = to;
    if (next < length)
      next += text.charCodeAt(next) === 13 && next + 1 < length && text.charCodeAt(next + 1) === 10 ? 2 : 1;
    lines.push(text.slice(from, keepEnds ? next : to));
    from = next;
  }
  return lines;
}

/** Which ends strip() works on. */
export type StripSide = 'both' | 'left' | 'right';

/** Returns text.strip(), lstrip() or rstrip() of white space. */
export function stripWhitespace(text: string, side: StripSide): string {
  let start = 0;
  let stop = text.length;
  if (side !== 'right') while (start < stop && isSpaceCode(text.charCodeAt(start))) start++;
  if (side !== 'left') while (stop > start && isSpaceCode(text.charCodeAt(stop - 1))) stop--;
  return start === 0 && stop === text.length ? text : text.slice(start, stop);
}

/** Returns text.strip(chars), lstrip(chars) or rstrip(chars). */
export function stripChars(text: string, chars: string, side: StripSide): string {
  const codes = new Set<number>();
  for (const char of chars) codes.add(char.codePointAt(0)!);
  const drops = (code: number): boolean => codes.has(code);
  const start = side === 'right' ? 0 : trimStart(text, drops);
  return text.slice(start, side === 'left' ? text.length : trimEnd(text, start, drops));
}
