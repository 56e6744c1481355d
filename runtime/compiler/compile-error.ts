/**
 * How the compiler reports what it cannot compile.
 *
 * Errors in the program are `PySyntaxError`s, as the parser's, with CPython 3.11's wording and place: offsets count code
 * points from 1. Programs that are too deep or too large for the compiler are `CompileLimitError`s, which become the
 * Python exception named by `type`.
 */
import type { Positioned } from '../syntax/ast.ts';
import { PySyntaxError } from '../syntax/syntax-error.ts';

/** The program exceeds a bound of the compiler; becomes the Python exception `type`. */
export class CompileLimitError extends Error {
  override readonly name = 'CompileLimitError';
  constructor(
    readonly type: 'RecursionError' | 'MemoryError' | 'OverflowError',
    message: string,
  ) {
    super(message);
  }
}

/** What an error needs to know of the source. */
export interface SourceInfo {
  readonly filename: string;
  /** Lines of the source without their newlines, for the error's `text`; null for sources that are no files, as in CPython. */
  readonly lines: readonly string[] | null;
}

/** Makes the SyntaxError whose place is the whole of `at`. */
export function syntaxErrorAt(source: SourceInfo, message: string, at: Positioned): PySyntaxError {
  return place(source, message, at.lineno, at.col + 1, at.endLineno, at.endCol + 1);
}

/** Makes the SyntaxError whose place is a start only, as those about `from __future__` are. */
export function syntaxErrorFrom(source: SourceInfo, message: string, lineno: number, offset: number): PySyntaxError {
  return place(source, message, lineno, offset, lineno, null);
}

/** Makes the error for trees nested deeper than the compiler goes. */
export function tooDeep(): CompileLimitError {
  return new CompileLimitError('RecursionError', 'maximum recursion depth exceeded during compilation');
}

function place(
  source: SourceInfo,
  message: string,
  lineno: number,
  offset: number,
  endLineno: number,
  endOffset: number | null,
): PySyntaxError {
  const { lines } = source;
  const text =
    lines === null || lineno < 1 || lineno > lines.length
      ? null
      : lines[lineno - 1] + (lineno < lines.length ? '\n' : '');
  const error = new PySyntaxError('SyntaxError', message, { lineno, offset, endLineno, endOffset, text });
  error.filename = source.filename;
  return error;
}
