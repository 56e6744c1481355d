/** A whole runtime for tests of the scheduler: scripts in, printed lines out. No host conveniences, time stands still by itself. */
import { makeException } from '../../objects/exception.ts';
import type { PyException } from '../../objects/exception.ts';
import { codeObject } from '../../objects/code.ts';
import type { PyCode } from '../../objects/code.ts';
import type { PyModule } from '../../objects/module.ts';
import { PyNative } from '../../objects/native-function.ts';
import type { NativeSpec } from '../../objects/native.ts';
import type { Value } from '../../objects/value.ts';
import { createInterpreter } from '../../runtime.ts';
import { createSourceCompiler } from '../../source-compiler.ts';
import type { Interpreter } from '../../vm/interpreter.ts';
import { beginScript, runFor, startCode } from '../host-run.ts';
import type { RunRequest, RunResult } from '../host-run.ts';
import { schedulerOf } from '../scheduler-of.ts';
import type { Scheduler } from '../scheduler.ts';
import type { PyTasklet } from '../tasklet.ts';

export class TestRuntime {
  readonly I: Interpreter;
  readonly s: Scheduler;
  readonly module: PyModule;
  private text = '';

  constructor(maxTasklets = 100_000) {
    this.I = createInterpreter({
      recursionLimit: 1000,
      frameCache: { policy: 'none', freeListMax: 0 },
      maxIntDigits: 4300,
      memory: { pointerBits: 64, heapLimitBytes: 2 ** 28, memoryReserveBytes: 65536 },
      clock: { time: () => 0, monotonic: () => 0 },
      seed: 1,
      maxTasklets,
      write: (text) => void (this.text += text),
      readLine: null,
      loader: null,
      path: [],
      argv: [''],
      compiler: createSourceCompiler({
        keepDocstrings: true,
        keepAnnotations: true,
        keepLineTables: true,
        stripAsserts: false,
      }),
      hostModule: () => undefined,
      isOptimized: false,
      frozen: new Map(),
    });
    this.s = schedulerOf(this.I);
    this.module = this.I.newModule('__main__');
    this.I.modules.setStr(this.I, '__main__', this.module);
  }

  private compile(source: string): PyCode {
    const code = this.I.compile!(source, 'test.py', 'exec', 0);
    if (code === undefined) throw new Error(describe(this.I.exc!));
    return codeObject(this.I.types.code, this.I.runCodeFor(code, this.module.dict));
  }

  /** Makes `source` the program (script mode). */
  begin(source: string): this {
    beginScript(this.s, this.compile(source), [this.module.dict]);
    return this;
  }

  /** Makes a tasklet that runs `source` in the module (hosted mode). */
  start(source: string): PyTasklet {
    return startCode(this.s, this.compile(source), this.module.dict)!;
  }

  run(request: RunRequest = {}): RunResult {
    return runFor(this.s, request);
  }

  /** Runs `source` as the program, without limits; returns what it printed. */
  script(source: string): string[] {
    const { reason, error } = this.begin(source).run();
    if (reason !== 'exit') throw new Error(`stopped: ${reason}`);
    if (error !== null) throw new Error(describe(error));
    return this.lines();
  }

  /** Lines printed since the last call. */
  lines(): string[] {
    const lines = this.text.split('\n').filter((line) => line !== '');
    this.text = '';
    return lines;
  }

  /** A variable of the module. */
  get(name: string): Value {
    return this.module.dict.getStr(name)!;
  }

  /** Binds a native function in the module. */
  bind(name: string, spec: NativeSpec): void {
    const type = this.I.types.builtin_function_or_method;
    this.module.dict.setStr(this.I, name, new PyNative(type, name, spec, null, null, null));
  }

  exception(name: string): PyException {
    return makeException(this.I, this.I.types.exceptions[name], []);
  }
}

export function describe(error: PyException): string {
  return `${error.cls.name}: ${error.args.map(String).join(', ')}`;
}
