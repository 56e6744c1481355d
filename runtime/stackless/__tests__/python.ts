/** A whole runtime for tests of the scheduler: scripts in, printed lines out. No host conveniences, time stands still by itself. */
import { makeCompiler, Session } from '../../index.ts';
import type { CodeObject, PyModule } from '../../core.ts';
import { Failed } from '../../session.ts';
import { getAttr } from '../../objects/protocol.ts';
import type { PyException } from '../../objects/exception.ts';
import type { Value } from '../../objects/value.ts';
import type { RunRequest, RunResult } from '../host-run.ts';
import type { Scheduler } from '../scheduler.ts';
import type { PyTasklet } from '../tasklet.ts';

export class TestRuntime {
  readonly session: Session;
  readonly s: Scheduler;
  readonly module: PyModule;
  private text = '';

  constructor(maxTasklets = 100_000) {
    this.session = new Session({
      recursionLimit: 1000,
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
      compiler: makeCompiler({ keepDocstrings: true, keepAnnotations: true, keepLineTables: true, stripAsserts: false }),
      hostModules: new Map(),
      frozen: new Map(),
    });
    this.s = this.session.scheduler;
    this.module = this.session.makeModule('__main__', null);
  }

  private compile(source: string): CodeObject {
    const code = this.session.compileText(source, 'test.py', 'exec');
    if (code instanceof Failed) throw new Error(`${code.error.cls.name}: ${String(code.error.args[0])}`);
    return code;
  }

  /** Makes `source` the program (script mode). */
  begin(source: string): this {
    this.session.beginMain(this.compile(source), this.module);
    return this;
  }

  /** Makes a tasklet that runs `source` in the module (hosted mode). */
  start(source: string): PyTasklet {
    const t = this.session.startCode(this.compile(source), this.module);
    if (t instanceof Failed) throw new Error(t.error.cls.name);
    return t;
  }

  run(request: RunRequest = {}): RunResult {
    return this.session.run(request);
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
    return getAttr(this.session.interpreter, this.module, name)!;
  }
}

export function describe(error: PyException): string {
  return `${error.cls.name}: ${error.args.map(String).join(', ')}`;
}
