/** `from __future__ import ...`: which features a module asks for, and whether it asks in the right place. */
import { CodeFlag } from '../bytecode/code-object.ts';
import type * as ast from '../syntax/ast.ts';
import { syntaxErrorAt, syntaxErrorFrom } from './compile-error.ts';
import type { SourceInfo } from './compile-error.ts';

/** Features and their flag; 0 for those that are the rule by now. */
const FEATURES: ReadonlyMap<string, number> = new Map<string, number>([
  ['nested_scopes', 0],
  ['generators', 0],
  ['division', 0],
  ['absolute_import', 0],
  ['with_statement', 0],
  ['print_function', 0],
  ['unicode_literals', 0],
  ['barry_as_FLUFL', CodeFlag.FUTURE_BARRY_AS_BDFL],
  ['generator_stop', 0],
  ['annotations', CodeFlag.FUTURE_ANNOTATIONS],
]);

/** The CO_FUTURE_* flags that code may inherit or ask for. */
export const FUTURE_MASK = CodeFlag.FUTURE_BARRY_AS_BDFL | CodeFlag.FUTURE_GENERATOR_STOP | CodeFlag.FUTURE_ANNOTATIONS;

export interface Future {
  readonly flags: number;
  /** Line of the last future statement; those after it come too late. */
  readonly lastLine: number;
}

/** Reads the future statements at the beginning of `root`. Like CPython, it does not ask whether the import is relative. */
export function readFuture(root: ast.Root, source: SourceInfo): Future {
  let flags = 0;
  let lastLine = -1;
  if (root.kind === 'Expression') return { flags, lastLine };
  let isDone = false;
  let line = 0;
  for (const s of root.body) {
    if (isDone && s.lineno > line) break;
    line = s.lineno;
    if (s.kind === 'ImportFrom' && s.module === '__future__') {
      // CPython counts this column from 0.
      if (isDone) throw syntaxErrorFrom(source, LATE, s.lineno, s.col);
      for (const alias of s.names) flags |= flagOf(alias.name, s, source);
      lastLine = s.lineno;
    } else if (s.kind !== 'Expr' || isDone || s.value.kind !== 'Constant' || typeof s.value.value !== 'string') {
      isDone = true;
    }
  }
  return { flags, lastLine };
}

const LATE = 'from __future__ imports must occur at the beginning of the file';

/** Refuses a future statement that comes after others; called for every import the compiler meets. */
export function refuseLateFuture(s: ast.ImportFrom, lastLine: number, source: SourceInfo): void {
  if (s.module === '__future__' && s.lineno > lastLine) throw syntaxErrorAt(source, LATE, s);
}

function flagOf(name: string, at: ast.Positioned, source: SourceInfo): number {
  const flag = FEATURES.get(name);
  if (flag !== undefined) return flag;
  const message = name === 'braces' ? 'not a chance' : `future feature ${name} is not defined`;
  throw syntaxErrorFrom(source, message, at.lineno, at.col + 1);
}
