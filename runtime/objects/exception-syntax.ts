/** SyntaxError. fields: msg, filename, lineno, offset, text, end_lineno, end_offset, print_file_and_line. */
import type { Interp } from './interp.ts';
import type { TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import { makeException } from './exception.ts';
import type { PyException } from './exception.ts';
import { PyList } from './list.ts';
import { PyTuple, newTuple } from './tuple.ts';
import { EXCEPTION_SPEC, exceptionInit, fieldAttribute, withFields } from './exception-types.ts';
import { joinParts } from './text-parts.ts';
import type { TextPart } from './text-parts.ts';
import { asInt, asStr } from './unwrap.ts';
import { typeError } from './raise.ts';
import { typeName } from './type-of.ts';

/** Where a syntax error is: lines and columns count from 1; 0 or null: unknown. */
export interface SyntaxLocation {
  readonly filename: string | null;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly text: string | null;
  readonly endLineno: number | null;
  readonly endOffset: number | null;
}

/** Raises SyntaxError (or IndentationError, TabError) as the compiler does. */
export function raiseSyntaxError(I: Interp, type: string, message: string, at: SyntaxLocation): undefined {
  const details = newTuple(I, [at.filename, at.lineno, at.offset, at.text, at.endLineno, at.endOffset]);
  return I.raise(makeException(I, I.types.exceptions[type]!, [message, details]));
}

function init(I: Interp, e: PyException, args: Value[], kw: readonly string[] | null): null | undefined {
  if (exceptionInit(I, e, args, kw) === undefined) return undefined;
  const fields = e.fields!;
  if (args.length >= 1) fields[0] = args[0];
  if (args.length !== 2) return null;
  const info = args[1]!;
  if (!(info instanceof PyTuple) && !(info instanceof PyList))
    return typeError(I, `'${typeName(I, info)}' object is not iterable`);
  const n = info.items.length;
  if (n < 4) return typeError(I, `function takes at least 4 arguments (${n} given)`);
  if (n > 6) return typeError(I, `function takes at most 6 arguments (${n} given)`);
  if (n === 5) return typeError(I, 'end_offset must be provided when end_lineno is provided');
  for (let i = 0; i < n; i++) fields[i + 1] = info.items[i];
  return null;
}

function syntaxErrorStr(I: Interp, e: PyException): string | undefined {
  const [msg, filename, lineno] = e.fields!;
  const file = filename === undefined || filename === null ? undefined : asStr(filename);
  const base = file === undefined ? undefined : file.slice(file.lastIndexOf('/') + 1);
  const line = lineno === undefined ? undefined : asInt(lineno);
  const message: TextPart = ['str', msg ?? null];
  if (base !== undefined && line !== undefined) return joinParts(I, [message, ` (${base}, line ${line})`]);
  if (base !== undefined) return joinParts(I, [message, ` (${base})`]);
  return joinParts(I, line === undefined ? [message] : [message, ` (line ${line})`]);
}

export const SYNTAX_ERROR_SPEC: TypeSpec = {
  name: 'SyntaxError',
  base: EXCEPTION_SPEC,
  doc: 'Invalid syntax.',
  slots: { init, str: syntaxErrorStr },
  getset: {
    msg: fieldAttribute(0, 'exception msg'),
    filename: fieldAttribute(1, 'exception filename'),
    lineno: fieldAttribute(2, 'exception lineno'),
    offset: fieldAttribute(3, 'exception offset'),
    text: fieldAttribute(4, 'exception text'),
    end_lineno: fieldAttribute(5, 'exception end lineno'),
    end_offset: fieldAttribute(6, 'exception end offset'),
    print_file_and_line: fieldAttribute(7, 'exception print_file_and_line'),
  },
  allocate: withFields(8),
};

export const INDENTATION_ERROR_SPEC: TypeSpec = {
  name: 'IndentationError',
  base: SYNTAX_ERROR_SPEC,
  doc: 'Improper indentation.',
};
export const TAB_ERROR_SPEC: TypeSpec = {
  name: 'TabError',
  base: INDENTATION_ERROR_SPEC,
  doc: 'Improper mixture of spaces and tabs.',
};
