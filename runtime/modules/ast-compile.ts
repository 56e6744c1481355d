/** What `compile` does with trees: makes them from source, and code from them. */
import type { Interp } from '../objects/interp.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Value } from '../objects/value.ts';
import type { CodeObject } from '../bytecode/code-object.ts';
import { PyInstance } from '../objects/instance.ts';
import { repr } from '../objects/protocol.ts';
import { raiseNamed, runtimeError } from '../objects/raise.ts';
import { isSubtype } from '../objects/type.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { exportTree } from './ast-export.ts';
import { TreeFailure, importTree } from './ast-import.ts';
import { AST_SPEC } from './ast-module.ts';
import { validateTree } from './ast-validate.ts';

export type CompileMode = 'exec' | 'eval' | 'single';

const ROOTS = { exec: 'Module', eval: 'Expression', single: 'Interactive' } as const;

/** r = [repr of the culprit, type of the exception, beginning of its message]. */
const CULPRIT_KIND = new NativeKind('ast.culprit', (I, f) => raiseNamed(I, f.r[1], f.r[2] + f.r[0]));

export const AST_COMPILE_KINDS: readonly NativeKind[] = [CULPRIT_KIND];

/** Is `v` an instance of `ast.AST`? */
export function isTree(I: Interp, v: Value): boolean {
  return v instanceof PyInstance && isSubtype(v.cls, I.typeFor(AST_SPEC));
}

/** The tree of `text` as objects. */
export function parseToTree(
  I: Interp,
  text: string,
  filename: string,
  mode: CompileMode,
  flags: number,
): Value | undefined {
  const trees = (I as Interpreter).imports?.trees ?? null;
  if (trees === null) return runtimeError(I, 'this build of stackless has no compiler');
  const parsed = trees.parse(I as Interpreter, text, filename, mode, flags);
  return parsed === undefined ? undefined : exportTree(I, parsed.root, parsed.text);
}

/** Checks that `tree` could be compiled in `mode`; the parser's form of it, or undefined after raising. */
export function readTree(I: Interp, tree: Value, mode: CompileMode): any {
  try {
    const root = importTree(I, tree, ROOTS[mode]);
    validateTree(root);
    return root;
  } catch (error) {
    if (!(error instanceof TreeFailure)) throw error;
    if (error.culprit === null) return raiseNamed(I, error.type, error.message);
    const entry = I.frame;
    const text = repr(I, error.culprit.value);
    if (text === undefined) return I.then(entry, CULPRIT_KIND, [undefined, error.type, error.message]);
    return raiseNamed(I, error.type, error.message + text);
  }
}

/** Code from what `readTree` returned. */
export function compileTree(
  I: Interp,
  root: any,
  filename: string,
  flags: number,
  optimize: 0 | 1 | 2 | undefined,
): CodeObject | undefined {
  const trees = (I as Interpreter).imports?.trees ?? null;
  if (trees === null) return runtimeError(I, 'this build of stackless has no compiler');
  return trees.compileTree(I as Interpreter, root, filename, flags, optimize);
}
