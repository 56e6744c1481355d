/**
 * The one place where the interpreter meets parser and compiler: source text -> code object, with Python's SyntaxError raised in the
 * interpreter. Only runtime/index.ts uses it, so a build without it has neither.
 */
import type { CodeObject } from './bytecode/code-object.ts';
import { CompileLimitError } from './compiler/compile-error.ts';
import { compile, compileSource } from './compiler/compile.ts';
import type { CompileOptions } from './compiler/compile.ts';
import { normalizeNewlines } from './base/source-text.ts';
import { makeException } from './objects/exception.ts';
import { raiseNamed } from './objects/raise.ts';
import { newTuple } from './objects/tuple.ts';
import type { Root } from './syntax/ast.ts';
import { decodeSource } from './syntax/decode-source.ts';
import { parse } from './syntax/parse.ts';
import type { SyntaxWarning } from './syntax/tokenizer.ts';
import { isIncomplete, NO_PLACE, PySyntaxError } from './syntax/syntax-error.ts';
import type { Interpreter } from './vm/interpreter.ts';

/** What of a target profile concerns compilation. */
export interface CompileSettings {
  readonly keepDocstrings: boolean;
  readonly keepAnnotations: boolean;
  readonly keepLineTables: boolean;
  readonly stripAsserts: boolean;
}

export interface SourceCompiler {
  /** Compiles for `I`; undefined after raising SyntaxError (or MemoryError, RecursionError for code too deep). */
  compile(
    I: Interpreter,
    source: string,
    filename: string,
    mode: 'exec' | 'eval' | 'single',
    flags: number,
    optimize?: 0 | 1 | 2,
  ): CodeObject | undefined;
  /** Parses for `I`: the tree and the text it was made from, newlines normalised; undefined after raising SyntaxError. */
  parse(
    I: Interpreter,
    source: string,
    filename: string,
    mode: 'exec' | 'eval' | 'single',
    flags: number,
  ): { readonly root: Root; readonly text: string } | undefined;
  /** Compiles a tree, which is used up; undefined after raising as `compile` does. */
  compileTree(
    I: Interpreter,
    root: Root,
    filename: string,
    flags: number,
    optimize?: 0 | 1 | 2,
  ): CodeObject | undefined;
  /** Text of a source file; undefined after raising SyntaxError. */
  decode(I: Interpreter, bytes: Uint8Array, filename: string): string | undefined;
  /** Would more lines make this interactive input right? */
  isIncomplete(source: string): boolean;
}

/** Flags of `compile` for those who type: blocks stay open at the end, and a text that may go on is told from one that is wrong. */
const KEEPS_BLOCKS_OPEN = 0x200;
const TELLS_INCOMPLETE = 0x4000;

export function createSourceCompiler(settings: CompileSettings): SourceCompiler {
  const optionsFor = (
    filename: string,
    flags: number,
    optimize: 0 | 1 | 2 | undefined,
    warnings: SyntaxWarning[],
  ): CompileOptions & { warnings: SyntaxWarning[]; keepsBlocksOpen: boolean } => ({
    filename,
    flags,
    keepDocstrings: settings.keepDocstrings,
    keepAnnotations: settings.keepAnnotations,
    keepLineTable: settings.keepLineTables,
    // Without asserts `__debug__` is False too, as with -O.
    optimize: optimize ?? (settings.stripAsserts ? 1 : 0),
    keepsBlocksOpen: (flags & KEEPS_BLOCKS_OPEN) !== 0,
    warnings,
    onWarning: (message, at) => warnings.push({ category: 'SyntaxWarning', message, lineno: at.lineno }),
  });
  return {
    compile(I, source, filename, mode, flags, optimize) {
      if (source.includes('\0')) return raiseNamed(I, 'SyntaxError', 'source code string cannot contain null bytes');
      I.ticks -= source.length >> 4;
      const warnings: SyntaxWarning[] = [];
      try {
        return compileSource(source, { ...optionsFor(filename, flags, optimize, warnings), mode });
      } catch (error) {
        return raiseFailure(I, error, filename, flags);
      } finally {
        showWarnings(I, warnings, filename);
      }
    },
    parse(I, source, filename, mode, flags) {
      if (source.includes('\0')) return raiseNamed(I, 'SyntaxError', 'source code string cannot contain null bytes');
      I.ticks -= source.length >> 4;
      const warnings: SyntaxWarning[] = [];
      try {
        const root = parse(source, { filename, mode, warnings, keepsBlocksOpen: (flags & KEEPS_BLOCKS_OPEN) !== 0 });
        return { root, text: normalizeNewlines(source) };
      } catch (error) {
        return raiseFailure(I, error, filename, flags);
      } finally {
        showWarnings(I, warnings, filename);
      }
    },
    compileTree(I, root, filename, flags, optimize) {
      const warnings: SyntaxWarning[] = [];
      try {
        return compile(root, optionsFor(filename, flags, optimize, warnings));
      } catch (error) {
        return raiseFailure(I, error, filename, flags);
      } finally {
        showWarnings(I, warnings, filename);
      }
    },
    decode(I, bytes, filename) {
      try {
        return decodeSource(bytes);
      } catch (error) {
        // No line can be quoted from a text that cannot be decoded.
        return raiseCompileError(I, error, filename, null);
      }
    },
    isIncomplete(source) {
      try {
        compileSource(source, { filename: '<stdin>', mode: 'single' });
        return endsInOpenBlock(source);
      } catch (error) {
        return isIncomplete(error);
      }
    },
  };
}

/** At the prompt a block ends with an empty line: as long as another line of its indentation would fit, there may be more. */
function endsInOpenBlock(source: string): boolean {
  const indent = /\n([ \t]+)[^\n]*$/.exec(source);
  if (indent === null) return false;
  try {
    compileSource(`${source}\n${indent[1]}pass\n`, { filename: '<stdin>', mode: 'exec' });
    return true;
  } catch {
    return false;
  }
}

/** Raises what parser or compiler has thrown. */
function raiseFailure(I: Interpreter, error: unknown, filename: string, flags: number): undefined {
  if ((flags & TELLS_INCOMPLETE) !== 0 && error instanceof PySyntaxError && isIncomplete(error)) {
    return raiseCompileError(I, new PySyntaxError('SyntaxError', 'incomplete input', NO_PLACE), filename, null);
  }
  const isBare = error instanceof PySyntaxError && error.text === null;
  return raiseCompileError(I, error, filename, isBare ? lineOfFile(I, filename, error.lineno ?? 0) : null);
}

function raiseCompileError(I: Interpreter, error: unknown, filename: string, line: string | null): undefined {
  if (error instanceof CompileLimitError) return raiseNamed(I, 'RecursionError', error.message);
  if (!(error instanceof PySyntaxError)) throw error;
  const where =
    error.lineno === null
      ? newTuple(I, [filename, null, null, null])
      : newTuple(I, [filename, error.lineno, error.offset, error.text ?? line, error.endLineno, error.endOffset]);
  return I.raise(makeException(I, I.types.exceptions[error.kind], [error.message, where]));
}

/** The compiler's errors, unlike the parser's, quote the file of that name, if there is one. */
function lineOfFile(I: Interpreter, filename: string, lineno: number): string | null {
  const line = lineno > 0 ? I.sourceLine(filename, lineno) : undefined;
  return line === undefined ? null : `${line}\n`;
}

/** SyntaxWarnings as the default filters of `warnings` show them; DeprecationWarnings of literals are not shown by default. */
function showWarnings(I: Interpreter, warnings: readonly SyntaxWarning[], filename: string): void {
  const shown = new Set<string>();
  for (const { category, message, lineno } of warnings) {
    if (category !== 'SyntaxWarning') continue;
    const text = `${filename}:${lineno}: ${category}: ${message}\n`;
    if (shown.has(text)) continue;
    shown.add(text);
    const line = I.sourceLine(filename, lineno);
    I.write(line === undefined ? text : `${text}  ${line.trim()}\n`, 2);
  }
}
