/**
 * The entry of the room: syntax tree -> code object.
 *
 * In order: future statements, constant folding, symbol table, code. Errors come in the order CPython 3.11 finds them.
 */
import type { CodeObject } from '../bytecode/code-object.ts';
import { CodeFlag } from '../bytecode/code-object.ts';
import { Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import { parse } from '../syntax/parse.ts';
import type { ParseOptions } from '../syntax/parse.ts';
import { compileBody } from './compile-class.ts';
import { compileExpression } from './compile-expression.ts';
import { compileStatement } from './compile-statement.ts';
import type { SourceInfo } from './compile-error.ts';
import { Compiler } from './compiler.ts';
import type { CompilerSettings, Passes } from './compiler.ts';
import { foldTree } from './fold.ts';
import { FUTURE_MASK, readFuture } from './future.ts';
import { buildSymbolTable } from './symbol-table.ts';

export interface CompileOptions {
  /** Name of the source for code objects and errors. */
  readonly filename: string;
  /** CO_FUTURE_* flags inherited from the code that compiles. */
  readonly flags?: number;
  /** As Python's -O (1) and -OO (2). */
  readonly optimize?: 0 | 1 | 2;
  /** False drops docstrings, as -OO does. */
  readonly keepDocstrings?: boolean;
  /** True drops assert statements, as -O does, but leaves `__debug__` true. */
  readonly stripAsserts?: boolean;
  /** False drops annotations of functions. Those of modules and classes stay: dataclasses live on them. */
  readonly keepAnnotations?: boolean;
  /** False leaves the line tables empty; tracebacks then show first lines. */
  readonly keepLineTable?: boolean;
  /** True ignores `flags`. */
  readonly dontInheritFuture?: boolean;
  /** Lines of a source file without their newlines, for the text of errors. CPython has none for strings; the parser's errors always have. */
  readonly lines?: readonly string[];
  /** Receives SyntaxWarnings in order. */
  readonly onWarning?: (message: string, at: ast.Positioned) => void;
}

const PASSES: Passes = { expression: compileExpression, statement: compileStatement };

/**
 * Compiles `root`, which is used up: constants are folded in place.
 * Throws `PySyntaxError` for programs that Python refuses and `CompileLimitError` for those too deep or large to compile.
 */
export function compile(root: ast.Root, options: CompileOptions): CodeObject {
  const source: SourceInfo = { filename: options.filename, lines: options.lines ?? null };
  const optimize = options.optimize ?? 0;
  const future = readFuture(root, source);
  const inherited = options.dontInheritFuture === true ? 0 : (options.flags ?? 0) & FUTURE_MASK;
  const futureFlags = inherited | future.flags;
  const hasFutureAnnotations = (futureFlags & CodeFlag.FUTURE_ANNOTATIONS) !== 0;
  foldTree(root, optimize, hasFutureAnnotations);
  const table = buildSymbolTable(root, source, hasFutureAnnotations);
  const settings: CompilerSettings = {
    optimize,
    keepDocstrings: options.keepDocstrings ?? true,
    stripAsserts: options.stripAsserts ?? false,
    keepAnnotations: options.keepAnnotations ?? true,
    keepLineTable: options.keepLineTable ?? true,
    futureFlags,
    lastFutureLine: future.lastLine,
    isInteractive: root.kind === 'Interactive',
    onWarning: options.onWarning ?? null,
  };
  return compileRoot(new Compiler(PASSES, source, settings, table), root);
}

/** Parses and compiles source text in one go. Throws as `parse` and `compile` do. */
export function compileSource(source: string, options: CompileOptions & ParseOptions): CodeObject {
  return compile(parse(source, options), options);
}

function compileRoot(c: Compiler, root: ast.Root): CodeObject {
  const unit = c.enter('module', '<module>', root, 1);
  if (root.kind === 'Expression') {
    c.expression(root.body);
    unit.loc = root.body;
  } else {
    compileBody(c, root.body, root.kind === 'Module');
    unit.loc = null;
    unit.constant(null);
  }
  unit.op(Op.RETURN_VALUE);
  return c.leave();
}
