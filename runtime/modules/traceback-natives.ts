/** `_traceback`: what the Python half of `traceback`, `linecache` and `warnings` needs from the runtime: source lines and carets. */
import type { Interp } from '../objects/interp.ts';
import type { ModuleSpec } from '../objects/native.ts';
import { someArgs } from '../objects/native.ts';
import { PyException } from '../objects/exception.ts';
import { formatException, syntaxSource } from '../objects/format-exception.ts';
import { typeError } from '../objects/raise.ts';
import { caretLine } from '../objects/traceback-text.ts';
import { newList } from '../objects/list.ts';
import type { Value } from '../objects/value.ts';

/** source_line(filename, lineno): the line without its end, or None. */
function sourceLine(I: Interp, _self: Value, args: Value[]): Value | undefined {
  if (typeof args[0] !== 'string' || typeof args[1] !== 'number') return null;
  return I.sourceLine(args[0], args[1]) ?? null;
}

/** caret_line(line, lineno, end_lineno, column, end_column): the line of carets under it, or None. */
function caret(_I: Interp, _self: Value, args: Value[]): Value | undefined {
  const n = (v: Value): number => (typeof v === 'number' ? v : -1);
  if (typeof args[0] !== 'string') return null;
  return caretLine(args[0], { lineno: n(args[1]!), endLineno: n(args[2]!), col: n(args[3]!), endCol: n(args[4]!) });
}

/** format_exception(exc, chain, with_traceback): the text that the interpreter prints for it. */
function format(I: Interp, _self: Value, args: Value[]): Value | undefined {
  if (!(args[0] instanceof PyException)) return typeError(I, 'Exception expected for value');
  return formatException(I, args[0], args[1] !== false, args[2] !== false);
}

/** syntax_source(text, offset, end_offset): the lines that show where a SyntaxError is. */
function syntax(I: Interp, _self: Value, args: Value[]): Value | undefined {
  return newList(I, syntaxSource(args[0] as string, args[1] as number, args[2] as number, false));
}

export const TRACEBACK_SPEC: ModuleSpec = {
  name: '_traceback',
  functions: {
    source_line: someArgs(2, 2, sourceLine),
    caret_line: someArgs(5, 5, caret),
    format_exception: someArgs(3, 3, format),
    syntax_source: someArgs(3, 3, syntax),
  },
};
