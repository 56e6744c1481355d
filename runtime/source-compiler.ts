/**
 * The one place where the interpreter meets parser and compiler: source text -> code object, with Python's SyntaxError raised in the
 * interpreter. Only runtime/index.ts uses it, so a build without it has neither.
 */
import type { CodeObject } from './bytecode/code-object.ts';
import { CompileLimitError } from './compiler/compile-error.ts';
import { compileSource } from './compiler/compile.ts';
import { makeException } from './objects/exception.ts';
import { raiseNamed } from './objects/raise.ts';
import { newTuple } from './objects/tuple.ts';
import { decodeSource } from './syntax/decode-source.ts';
import { isIncomplete, PySyntaxError } from './syntax/syntax-error.ts';
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
  compile(I: Interpreter, source: string, filename: string, mode: 'exec' | 'eval' | 'single', flags: number): CodeObject | undefined;
  /** Text of a source file; undefined after raising SyntaxError. */
  decode(I: Interpreter, bytes: Uint8Array, filename: string): string | undefined;
  /** Would more lines make this interactive input right? */
  isIncomplete(source: string): boolean;
}

export function createSourceCompiler(settings: CompileSettings): SourceCompiler {
  return {
    compile(I, source, filename, mode, flags) {
      if (source.includes('\0')) return raiseNamed(I, 'ValueError', 'source code string cannot contain null bytes');
      I.ticks -= source.length >> 4;
      try {
        return compileSource(source, {
          filename,
          mode,
          flags,
          keepDocstrings: settings.keepDocstrings,
          keepAnnotations: settings.keepAnnotations,
          keepLineTable: settings.keepLineTables,
          stripAsserts: settings.stripAsserts,
        });
      } catch (error) {
        return raiseCompileError(I, error, filename);
      }
    },
    decode(I, bytes, filename) {
      try {
        return decodeSource(bytes);
      } catch (error) {
        return raiseCompileError(I, error, filename);
      }
    },
    isIncomplete(source) {
      try {
        compileSource(source, { filename: '<stdin>', mode: 'single' });
        return false;
      } catch (error) {
        return isIncomplete(error);
      }
    },
  };
}

function raiseCompileError(I: Interpreter, error: unknown, filename: string): undefined {
  if (error instanceof CompileLimitError) return raiseNamed(I, 'RecursionError', error.message);
  if (!(error instanceof PySyntaxError)) throw error;
  const where =
    error.lineno === null
      ? newTuple(I, [filename, null, null, null])
      : newTuple(I, [filename, error.lineno, error.offset, error.text, error.endLineno, error.endOffset]);
  return I.raise(makeException(I, I.types.exceptions[error.kind], [error.message, where]));
}
