/**
 * The text of a traceback's entries: file, line, source, carets. Synchronous and pure but for the source lines, which the interpreter
 * fetches. What surrounds them (exception, causes, groups) is format-exception.ts.
 */
import { positionOf } from '../bytecode/line-table.ts';
import type { Interp } from './interp.ts';
import type { RunCodeLike } from './code.ts';
import type { PyTraceback } from './traceback.ts';
import { findAnchor } from './anchor.ts';
import { displayWidth } from './display-width.ts';

/** Entries of a long traceback that are shown: the last ones. */
const ENTRY_LIMIT = 1000;
/** Identical entries in a row that are shown before they are only counted. */
const REPEAT_LIMIT = 3;
const INDENT = '    ';

/** Columns of an entry in code points; -1: unknown. */
export interface CaretRange {
  readonly lineno: number;
  readonly endLineno: number;
  readonly col: number;
  readonly endCol: number;
}

/** Returns the line under a source line that marks `range`, or null where marking it would say nothing. `line` has no newline. */
export function caretLine(line: string, range: CaretRange): string | null {
  if (range.lineno < 0 || range.endLineno < 0 || range.col < 0 || range.endCol < 0) return null;
  const chars = Array.from(line);
  const blank = (c: string | undefined): boolean => c === ' ' || c === '\t' || c === '\f';
  let indent = 0;
  while (blank(chars[indent])) indent++;
  const start = range.col;
  let end = range.endCol;
  let anchorStart = -1;
  let anchorEnd = -1;
  if (range.lineno === range.endLineno) {
    const segment = chars.slice(start, end).join('');
    const anchor = findAnchor(segment);
    if (anchor !== null) {
      // Anchors count UTF-16 units of the segment.
      anchorStart = start + Array.from(segment.slice(0, anchor.start)).length;
      anchorEnd = start + Array.from(segment.slice(0, anchor.end)).length;
    }
  } else {
    end = chars.length;
    while (end > 0 && blank(chars[end - 1])) end--;
  }
  if (anchorStart < 0 && end - start === chars.length - indent) return null;
  const columns = (from: number, to: number): number =>
    Math.max(0, displayWidth(chars, to) - displayWidth(chars, from));
  let text = ' '.repeat(columns(indent, start));
  if (anchorStart < 0) text += '^'.repeat(columns(start, end));
  else
    text +=
      '~'.repeat(columns(start, anchorStart)) +
      '^'.repeat(columns(anchorStart, anchorEnd)) +
      '~'.repeat(columns(anchorEnd, end));
  return INDENT + text;
}

/** The lines of one entry, without newlines. */
export function entryLines(I: Interp, entry: PyTraceback): string[] {
  const { code } = entry.frame.code as RunCodeLike;
  const lines = [`  File "${code.filename}", line ${entry.lineno}, in ${code.name}`];
  const source = I.sourceLine(code.filename, entry.lineno);
  if (source === undefined) return lines;
  const shown = source.replace(/^[ \t\f]+/, '');
  lines.push(INDENT + shown);
  if (entry.lasti < 0) return lines;
  const carets = caretLine(source, positionOf(code, entry.lasti));
  if (carets !== null) lines.push(carets);
  return lines;
}

/** The lines of a traceback without its header; empty for none. */
export function tracebackLines(I: Interp, traceback: PyTraceback | null): string[] {
  const entries: PyTraceback[] = [];
  for (let entry = traceback; entry !== null; entry = entry.next) entries.push(entry);
  const lines: string[] = [];
  let count = 0;
  let last: PyTraceback | null = null;
  for (const entry of entries.slice(-ENTRY_LIMIT)) {
    if (last === null || !isSamePlace(entry, last)) {
      pushRepeated(lines, count);
      last = entry;
      count = 0;
    }
    if (++count <= REPEAT_LIMIT) for (const line of entryLines(I, entry)) lines.push(line);
  }
  pushRepeated(lines, count);
  return lines;
}

function isSamePlace(a: PyTraceback, b: PyTraceback): boolean {
  const x = (a.frame.code as RunCodeLike).code;
  const y = (b.frame.code as RunCodeLike).code;
  return a.lineno === b.lineno && x.name === y.name && x.filename === y.filename;
}

function pushRepeated(lines: string[], count: number): void {
  const more = count - REPEAT_LIMIT;
  if (more > 0) lines.push(`  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]`);
}
