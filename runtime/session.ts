/**
 * A runtime as a host uses it: an interpreter with its scheduler, and the few operations that need to know both and Python's conventions for
 * programs: `__main__`, uncaught exceptions, SystemExit. In terms of Python values; `host/` turns them into JavaScript ones.
 *
 * Nothing here throws for a script's fault: what can fail returns `Failed` with the exception.
 */
import type { CodeObject } from './bytecode/code-object.ts';
import { codeObject } from './objects/code.ts';
import type { PyException } from './objects/exception.ts';
import { makeException } from './objects/exception.ts';
import { exceptionTypeName, formatException } from './objects/format-exception.ts';
import { NativeKind } from './objects/frame.ts';
import type { PyModule } from './objects/module.ts';
import { PyModule as Module } from './objects/module.ts';
import { PyNative } from './objects/native-function.ts';
import { raw } from './objects/native.ts';
import { newList, PyList } from './objects/list.ts';
import { setAttr, str } from './objects/protocol.ts';
import { isSubtype } from './objects/type.ts';
import { asInt } from './objects/unwrap.ts';
import type { Value } from './objects/value.ts';
import { runDetached } from './detached.ts';
import { createInterpreter } from './runtime.ts';
import type { RuntimeOptions } from './runtime.ts';
import { beginScript, runFor, startTasklet } from './stackless/host-run.ts';
import type { RunRequest, RunResult } from './stackless/host-run.ts';
import type { Scheduler } from './stackless/scheduler.ts';
import { schedulerOf } from './stackless/scheduler-of.ts';
import { callableName } from './stackless/tasklet.ts';
import type { PyTasklet } from './stackless/tasklet.ts';
import { raiseFromOutside } from './stackless/waiting.ts';
import { toCode } from './vm/import.ts';
import type { Interpreter } from './vm/interpreter.ts';

/** Something Python raised where the host asked for a result. */
export class Failed {
  constructor(readonly error: PyException) {}
}

/** An exception as text. */
export interface ExceptionText {
  /** The class's name, with its module unless that is `builtins` or `__main__`. */
  readonly type: string;
  /** `str()` of it. */
  readonly message: string;
  /** What CPython would print, with a line end. */
  readonly traceback: string;
}

/** r = [text]: what the default excepthook does once the text is there. */
const PRINT_EXCEPTION_KIND = new NativeKind('runtime.print-exception', (I, f) => {
  I.write(f.r[0], 2);
  return null;
});

export class Session {
  readonly interpreter: Interpreter;
  readonly scheduler: Scheduler;
  private isEvaluating = false;

  constructor(options: RuntimeOptions) {
    this.interpreter = createInterpreter(options);
    this.scheduler = schedulerOf(this.interpreter);
    const I = this.interpreter;
    I.printException = (exc) => {
      const entry = I.frame;
      const text = formatException(I, exc);
      if (text === undefined) return I.then(entry, PRINT_EXCEPTION_KIND, [undefined]);
      I.write(text, 2);
      return null;
    };
  }

  // -- code ----------------------------------------------------------------------------------------

  /** Compiles a script: text, bytes of a file, or compiled code already. */
  compileScript(source: string | Uint8Array | CodeObject, file: string): CodeObject | Failed {
    return this.attempt((I) => toCode(I, source, file));
  }

  /** Compiles text for `exec`, `eval` or the prompt. */
  compileText(source: string, file: string, mode: 'exec' | 'eval' | 'single'): CodeObject | Failed {
    return this.attempt((I) => {
      if (I.compile !== null) return I.compile(source, file, mode, 0);
      return I.raise(makeException(I, I.types.exceptions.RuntimeError, ['this build of stackless has no compiler']));
    });
  }

  /** Makes module `name`, empty but for its attributes, and puts it into `sys.modules`. `file` null: it has no `__file__`. */
  makeModule(name: string, file: string | null): PyModule {
    const I = this.interpreter;
    const module = I.newModule(name);
    if (file !== null) {
      module.dict.setStr(I, '__file__', file);
      module.dict.setStr(I, '__cached__', null);
    }
    module.dict.setStr(I, '__builtins__', I.builtinsModule());
    I.modules.setStr(I, name, module);
    return module;
  }

  /** Makes `code` the program: the main tasklet runs it in `module`, and when it ends the program does. */
  beginMain(code: CodeObject, module: PyModule): void {
    beginScript(this.scheduler, this.codeValue(code, module), [module.dict]);
  }

  /** Makes the call of `fn` the program. */
  beginMainCall(fn: Value, args: Value[]): void {
    beginScript(this.scheduler, fn, args);
  }

  /** A callable without parameters that runs `code` in `module`. */
  codeFunction(code: CodeObject, module: PyModule, name: string): Value {
    const spec = raw((I) => I.runCode(code, module.dict, module.dict));
    return new PyNative(this.interpreter.types.builtin_function_or_method, name, spec, module, null, module.name);
  }

  /** Qualified name of a callable, '' if it has none. */
  nameOf(fn: Value): string {
    return callableName(fn);
  }

  /** Makes a tasklet that calls `fn`; it comes last in the ring. */
  startCall(fn: Value, args: Value[], kw: readonly string[] | null): PyTasklet | Failed {
    const s = this.scheduler;
    return this.attempt(() => startTasklet(s, fn, args, kw));
  }

  private codeValue(code: CodeObject, module: PyModule): Value {
    const I = this.interpreter;
    return codeObject(I.types.code, I.runCodeFor(code, module.dict));
  }

  // -- running -------------------------------------------------------------------------------------

  /** Runs tasklets; see `runFor`. */
  run(request: RunRequest): RunResult {
    return runFor(this.scheduler, request);
  }

  /** Scripts run right now: this is called from a function of the host that one of them calls. */
  get isRunning(): boolean {
    return this.scheduler.isRunning || this.isEvaluating;
  }

  /** Raises `exc` in the main tasklet, or, where the host is main, in whoever runs. False: nobody runs. */
  interrupt(exc: PyException): boolean {
    const s = this.scheduler;
    const t = s.thread.running ?? s.initialThread.main;
    if (s.isHosted && t === s.initialThread.main) return false;
    raiseFromOutside(s, t, exc);
    return true;
  }

  /** Makes an exception of the built-in class `name`; if that needs other arguments, the TypeError that says so. */
  makeException(name: string, args: Value[]): PyException {
    const I = this.interpreter;
    const before = I.exc;
    I.exc = null;
    const made = makeException(I, I.types.exceptions[name], args);
    const raised = I.exc as PyException | null;
    I.exc = before;
    return raised ?? made;
  }

  /** Sets an attribute of an exception or other object whose class has the default `__setattr__`. */
  setAttribute(object: Value, name: string, value: Value): void {
    this.attempt((I) => setAttr(I, object, name, value));
  }

  /**
   * Performs an operation on behalf of the host while all tasklets stand still. Between runs it may call Python (which may not switch then and
   * has limited ticks); within a run only what needs no Python code succeeds.
   */
  evaluate(operation: (I: Interpreter) => Value | undefined): Value | Failed {
    if (this.isRunning) return this.attempt(operation);
    this.isEvaluating = true;
    try {
      const { value, error } = runDetached(this.scheduler, operation);
      if (value !== undefined) return value;
      return new Failed(error ?? this.makeException('RuntimeError', ['the operation took too long']));
    } finally {
      this.isEvaluating = false;
    }
  }

  /** For operations that never call Python. */
  private attempt<T>(operation: (I: Interpreter) => T | undefined): T | Failed {
    const I = this.interpreter;
    const { frame, exc, excInfo } = I;
    I.exc = null;
    const value = operation(I);
    const raised = I.exc as PyException | null;
    I.exc = exc;
    I.frame = frame;
    I.excInfo = excInfo;
    if (value !== undefined) return value;
    return new Failed(raised ?? this.makeException('RuntimeError', ['the operation would have to call Python code']));
  }

  // -- sys -----------------------------------------------------------------------------------------

  /** `sys.NAME`, whatever the script has made of it; undefined if it has removed it. */
  sysAttribute(name: string): Value | undefined {
    const sys = this.interpreter.modules.getStr('sys');
    return sys instanceof Module ? sys.dict.getStr(name) : undefined;
  }

  setArguments(argv: readonly string[]): void {
    const sys = this.interpreter.modules.getStr('sys');
    if (sys instanceof Module) sys.dict.setStr(this.interpreter, 'argv', newList(this.interpreter, argv.slice()));
  }

  /** Replaces the first folder of the module search path, which is the main script's. */
  replaceFirstPath(folder: string): void {
    const path = this.sysAttribute('path');
    if (path instanceof PyList) path.items[0] = folder;
  }

  /** The folders of `sys.path`. */
  searchPath(): string[] {
    const path = this.sysAttribute('path');
    return path instanceof PyList ? path.items.filter((folder): folder is string => typeof folder === 'string') : [];
  }

  // -- exceptions ----------------------------------------------------------------------------------

  isInstance(exc: PyException, name: string): boolean {
    return isSubtype(exc.cls, this.interpreter.types.exceptions[name]);
  }

  /** Texts of an exception. Never fails: a `__str__` that does is mentioned as CPython mentions it. */
  describe(exc: PyException): ExceptionText {
    const message = this.evaluate((I) => str(I, exc));
    const traceback = this.evaluate((I) => formatException(I, exc));
    const type = exceptionTypeName(exc);
    const text = typeof message === 'string' ? message : '<exception str() failed>';
    return {
      type,
      message: text,
      traceback: typeof traceback === 'string' ? traceback : `${type}: ${text}\n`,
    };
  }

  /** Lets `sys.excepthook` report `exc`; returns what it raised itself, or null. */
  report(exc: PyException): PyException | null {
    const hook = this.sysAttribute('excepthook');
    if (hook === undefined || hook === null) {
      this.interpreter.write(`sys.excepthook is missing\n${this.describe(exc).traceback}`, 2);
      return null;
    }
    const done = this.evaluate((I) => I.call(hook, [exc.cls, exc, exc.traceback]));
    return done instanceof Failed ? done.error : null;
  }

  /** What `sys.exit` asked for: the status, and a text for stderr when it was given neither None nor an int. */
  exitStatus(exc: PyException): { readonly status: number; readonly message: string | null } {
    const code: Value = exc.fields !== null && exc.fields[0] !== undefined ? exc.fields[0] : null;
    if (code === null) return { status: 0, message: null };
    const int = asInt(code);
    if (int !== undefined) return { status: Number(BigInt.asUintN(8, BigInt(int))), message: null };
    const text = this.evaluate((I) => str(I, code));
    return { status: 1, message: typeof text === 'string' ? text : '' };
  }
}
