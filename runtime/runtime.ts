/**
 * One runtime: interpreter, scheduler and modules put together. Everything a host needs to run scripts, without a host's conveniences
 * (host/ adds those). Two runtimes in one process share nothing that changes.
 */
import type { CodeObject } from './bytecode/code-object.ts';
import type { MemoryLimits } from './memory/ledger.ts';
import type { HostClock } from './objects/interp.ts';
import { newList } from './objects/list.ts';
import type { PyList } from './objects/list.ts';
import type { PyModule } from './objects/module.ts';
import { installModule } from './modules/install-module.ts';
import { BUILTINS_SPEC, MODULE_SPECS } from './modules/registry.ts';
import { exceptionTypesInto } from './modules/builtin-names.ts';
import { createScheduler } from './modules/stackless-module.ts';
import { PyTextStream, TEXT_STREAM_SPEC } from './modules/text-stream.ts';
import { SYS_SPEC } from './modules/sys.ts';
import type { ImportSystem, SourceLoader } from './vm/import.ts';
import type { FrameCachePolicy } from './vm/frame-cache.ts';
import { Interpreter } from './vm/interpreter.ts';
import type { SourceCompiler } from './source-compiler.ts';

export interface RuntimeOptions {
  readonly recursionLimit: number;
  /** Reuse of finished frames. */
  readonly frameCache: { readonly policy: FrameCachePolicy; readonly freeListMax: number };
  readonly maxIntDigits: number;
  readonly memory: MemoryLimits;
  readonly clock: HostClock;
  readonly seed: number;
  /** Tasklets alive at once; one more raises MemoryError. */
  readonly maxTasklets: number;
  readonly write: (text: string, stream: 1 | 2) => void;
  readonly readLine: (() => string | null) | null;
  readonly loader: SourceLoader | null;
  /** `sys.path`. */
  readonly path: readonly string[];
  readonly argv: readonly string[];
  /** Null in builds without parser and compiler. */
  readonly compiler: SourceCompiler | null;
  /** The host's module of that name, for its first import; undefined: it has none. They come before the runtime's own. */
  readonly hostModule: (name: string) => PyModule | undefined;
  /** Asserts are left out: `__debug__` is False. */
  readonly isOptimized: boolean;
  /** Modules in Python that belong to the runtime: source or compiled code by name; packages end in `/__init__`. */
  readonly frozen: ReadonlyMap<string, string | CodeObject>;
  /** For tests: no statement runs as trees. */
  readonly isFlattenedOnly?: boolean;
}

/** Makes an interpreter with its built-in modules; no Python code has run. */
export function createInterpreter(options: RuntimeOptions): Interpreter {
  const compiler = options.compiler;
  const I: Interpreter = new Interpreter({
    recursionLimit: options.recursionLimit,
    frameCache: options.frameCache,
    maxIntDigits: options.maxIntDigits,
    clock: options.clock,
    seed: options.seed,
    memory: options.memory,
    write: options.write,
    isFlattenedOnly: options.isFlattenedOnly,
    compile:
      compiler === null
        ? null
        : (source, filename, mode, flags, optimize) => compiler.compile(I, source, filename, mode, flags, optimize),
  });
  I.hooks = createScheduler(I, options.maxTasklets);
  const builtins = installModule(I, BUILTINS_SPEC);
  copyInto(I, builtins);
  if (options.isOptimized) I.builtins.setStr(I, '__debug__', false);
  I.modules.setStr(I, 'builtins', builtins);
  const sys = installModule(I, SYS_SPEC);
  I.modules.setStr(I, 'sys', sys);
  const path = newList(I, options.path.slice());
  sys.dict.setStr(I, 'path', path);
  sys.dict.setStr(I, 'argv', newList(I, options.argv.slice()));
  installStreams(I, sys, options);
  I.imports = makeImports(options, path);
  I.sourceLine = makeSourceLines(I, options);
  return I;
}

/** Files whose lines are kept for tracebacks; the oldest goes first. */
const KEPT_FILES = 16;

/** Lines of source files for tracebacks, through the loader. Never raises: a file that cannot be read or decoded has none. */
function makeSourceLines(
  I: Interpreter,
  options: RuntimeOptions,
): (filename: string, lineno: number) => string | undefined {
  const kept = new Map<string, readonly string[]>();
  const read = (filename: string): readonly string[] => {
    const source = options.loader?.read(filename);
    if (typeof source === 'string') return source.split('\n');
    if (!(source instanceof Uint8Array) || options.compiler === null) return [];
    const exc = I.exc;
    const text = options.compiler.decode(I, source, filename);
    I.exc = exc;
    return text === undefined ? [] : text.split(/\r\n|\r|\n/);
  };
  return (filename, lineno) => {
    let lines = kept.get(filename);
    if (lines === undefined) {
      lines = read(filename);
      if (kept.size >= KEPT_FILES) kept.delete(kept.keys().next().value!);
      kept.set(filename, lines);
    }
    return lines[lineno - 1];
  };
}

/** The builtins module's namespace is `I.builtins` itself. */
function copyInto(I: Interpreter, builtins: PyModule): void {
  const from = builtins.dict;
  for (const name of from.strKeys()) I.builtins.setStr(I, name, from.getStr(name)!);
  exceptionTypesInto(I, I.builtins);
  builtins.dict = I.builtins;
  I.extensions.set('builtins.__import__', I.builtins.getStr('__import__'));
}

function installStreams(I: Interpreter, sys: PyModule, options: RuntimeOptions): void {
  const type = I.typeFor(TEXT_STREAM_SPEC);
  const names = ['stdin', 'stdout', 'stderr'] as const;
  names.forEach((name, stream) => {
    const s = new PyTextStream(type, name, stream as 0 | 1 | 2, options.readLine);
    sys.dict.setStr(I, name, s);
    sys.dict.setStr(I, `__${name}__`, s);
  });
}

function makeImports(options: RuntimeOptions, path: PyList): ImportSystem {
  const compiler = options.compiler;
  return {
    loader: options.loader,
    path,
    makeBuiltin(I, name) {
      const host = options.hostModule(name);
      if (host !== undefined) return host;
      const spec = MODULE_SPECS.get(name);
      return spec === undefined ? undefined : installModule(I, spec);
    },
    frozenSource: (name) => options.frozen.get(name) ?? options.frozen.get(`${name}/__init__`),
    isFrozenPackage: (name) => options.frozen.has(`${name}/__init__`),
    trees: compiler,
    decode: (I, bytes, file) => (compiler === null ? '' : compiler.decode(I, bytes, file)),
  };
}
