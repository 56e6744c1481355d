/**
 * The public edge of the whole runtime: `core.ts` and the parts that a target may leave out, handed down as functions. The only file through
 * which parser, compiler and disassembler are reached.
 */
import { HAS_COMPILER, HAS_DISASSEMBLER } from './base/build-constants.ts';
import { disassemble } from './bytecode/disassemble.ts';
import { PRELUDE } from './prelude/sources.ts';
import { createSourceCompiler } from './source-compiler.ts';
import type { CompileSettings, SourceCompiler } from './source-compiler.ts';
import type { CodeObject } from './bytecode/code-object.ts';

export * from './core.ts';
export type { CompileSettings };

/** Makes the compiler of a runtime; null in builds without one. */
export function makeCompiler(settings: CompileSettings): SourceCompiler | null {
  return HAS_COMPILER ? createSourceCompiler(settings) : null;
}

/** Listing of a code object and those in it; null in builds without the disassembler. */
export function listCode(code: CodeObject): string | null {
  return HAS_DISASSEMBLER ? disassemble(code) : null;
}

/** The library modules in Python, for `RuntimeOptions.frozen`; none in builds that could not compile them. */
export function libraryModules(): ReadonlyMap<string, string> {
  return HAS_COMPILER ? PRELUDE : new Map();
}
