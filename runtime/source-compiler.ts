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
import type { SyntaxWarning } from './syntax/tokenizer.ts';
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
  compile(
    I: Interpreter,
    source: string,
    filename: string,
    mode: 'exec' | 'eval' | 'single',
    flags: number,
  ): CodeObject | undefined;
  /** Text of a source file; undefined after raising SyntaxError. */
  decode(I: Interpreter, bytes: Uint8Array, filename: string): string | undefined;
  /** Would more lines make this interactive input right? */
  isIncomplete(source: string): boolean;
}

export function createSourceCompiler(settings: CompileSettings): SourceCompiler {
  return {
    compile(I, source, filename, mode, flags) {
      if (source.includes('\0')) return raiseNamed(I, 'SyntaxError', 'source code string cannot contain null bytes');
      I.ticks -= source.length >> 4;
      const warnings: SyntaxWarning[] = [];
      try {
        return compileSource(source, {
          filename,
          mode,
          flags,
          keepDocstrings: settings.keepDocstrings,
          keepAnnotations: settings.keepAnnotations,
          keepLineTable: settings.keepLineTables,
          // Without asserts `__debug__` is False too, as with -O.
          optimize: settings.stripAsserts ? 1 : 0,
          warnings,
          onWarning: (message, at) => warnings.push({ category: 'SyntaxWarning', message, lineno: at.lineno }),
        });
      } catch (error) {
        const line =
          error instanceof PySyntaxError && error.text === null ? lineOfFile(I, filename, error.lineno ?? 0) : null;
        return raiseCompileError(I, error, filename, line);
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
