/**
 * `createStackless(options)`: one runtime in the hands of a game engine. Two of them share nothing.
 *
 * Scripts run only inside `run(budget)`, which the engine calls once per frame; everything else makes things ready or asks. What scripts do
 * wrong comes back in results, what the host does wrong is thrown as HostError at once, and a broken runtime says so (ERR_STACKLESS_INTERNAL)
 * and does not go on.
 *
 * Two ways to begin. *Embedding*: the host is the main tasklet, and `start`/`call` make tasklets beside it. *Script*: `runMain` and its
 * siblings make a script the main tasklet, as python3 does; its end is the program's.
 */
import {
  advanceClock,
  Failed,
  getAttr,
  makeCompiler,
  PyModule,
  PyTasklet,
  raiseFromOutside,
  repr,
  Session,
  setAttr,
  taskletName,
  typeName,
  typeOf,
  libraryModules,
} from '../runtime/index.ts';
import type {
  CodeObject,
  FrameCacheStatistics,
  Interpreter,
  PyException,
  RawRunResult,
  RunRequest,
  SourceCompiler,
  SourceLoader,
  Value,
} from '../runtime/index.ts';
import type { TargetProfile } from '../targets/index.ts';
import { toJavaScript, toPython } from './convert.ts';
import { checkModules, makeModules, wrapFunction } from './expose.ts';
import type { ExposeContext, HostFunction, HostModule } from './expose.ts';
import { installTaskSink, raisingFunction, taskFunction } from './host-call.ts';
import {
  alreadyStarted,
  badArgument,
  brokenRuntime,
  disposed,
  HostError,
  isRunning,
  noSuchFile,
  notFound,
} from './host-error.ts';
import { chainLoaders, MemoryLoader } from './loaders/loader.ts';
import { checkOptions, resolveProfile } from './options.ts';
import type { ScriptSource, StacklessOptions } from './options.ts';
import { PythonObject } from './python-object.ts';
import type { ObjectOwner } from './python-object.ts';
import { toRunRequest } from './run-budget.ts';
import type { RunBudget, RunReason, RunResult, ScriptError } from './run-result.ts';
import type { TaskHandle, TaskOwner } from './task-handle.ts';
import { TaskTable } from './task-table.ts';

export interface StartOptions {
  /** `__name__` of the script's module. Default `__main__`. */
  readonly name?: string;
  /** Values the script finds among its globals. */
  readonly globals?: Readonly<Record<string, unknown>>;
}

/** Figures of a runtime; sizes in modelled bytes. */
export interface Statistics {
  readonly ticks: number;
  readonly switches: number;
  readonly taskletsAlive: number;
  readonly taskletsCreated: number;
  readonly taskletsRunnable: number;
  readonly taskletsBlocked: number;
  readonly taskletsWaiting: number;
  /** Upper bound of what is alive: the last count and all growth since. */
  readonly memoryUsedBytes: number;
  readonly memoryLimitBytes: number;
  /** Largest count of live bytes so far. */
  readonly memoryPeakBytes: number;
  readonly censusCount: number;
  /** Null under policy `none`. */
  readonly frameCache: FrameCacheStatistics | null;
  /** Seconds of the virtual clock. */
  readonly clockSeconds: number;
  /** Objects that the host holds. */
  readonly heldObjects: number;
}

/** Makes a runtime. Throws HostError or TargetProfileError for options that cannot be used. */
export function createStackless(options: StacklessOptions = {}): Stackless {
  checkOptions(options);
  return new Stackless(options, resolveProfile(options));
}

export class Stackless implements ObjectOwner, TaskOwner {
  readonly profile: TargetProfile;
  /** For `host/`'s own files and tools; scripts' hosts need nothing of it. */
  readonly session: Session;
  readonly files = new MemoryLoader();
  readonly #interpreter: Interpreter;
  readonly #compiler: SourceCompiler | null;
  readonly #loader: SourceLoader;
  readonly #onError: ((error: ScriptError) => void) | undefined;
  readonly #context: ExposeContext;
  readonly #hostModules: ReadonlyMap<string, HostModule>;
  /** What the host holds: alive for Python. */
  readonly #objects = new Map<Value, PythonObject>();
  readonly #released = new WeakSet<PythonObject>();
  readonly #tasks: TaskTable;
  #hasMain = false;
  #exitCode: number | null = null;
  #exitError: ScriptError | null = null;
  #isExitRequested = false;
  #broken: HostError | null = null;
  #sinkFailure: { readonly error: unknown } | null = null;
  #isDisposed = false;
  /** Called when a promise that a tasklet waits for has been settled: there is work for `run`. */
  onWork: (() => void) | null = null;

  constructor(options: StacklessOptions, profile: TargetProfile) {
    this.profile = profile;
    this.#onError = options.onError;
    const loaders: SourceLoader[] = [this.files];
    const files = options.files ?? {};
    for (const [path, source] of files instanceof Map ? files.entries() : Object.entries(files))
      this.files.set(path, source as ScriptSource);
    if (options.loader !== undefined) loaders.push(options.loader);
    this.#loader = chainLoaders(loaders);
    this.#compiler = makeCompiler({
      keepDocstrings: profile.keepDocstrings,
      keepAnnotations: profile.keepAnnotations,
      keepLineTables: profile.keepLineTables,
      stripAsserts: profile.stripAsserts,
    });
    const onOutput = options.onOutput;
    const modules = options.modules ?? {};
    checkModules(modules);
    this.session = new Session({
      recursionLimit: profile.recursionLimit,
      frameCache: profile.frameCache,
      maxIntDigits: profile.maxIntDigits,
      maxTasklets: profile.maxTasklets,
      memory: profile,
      clock: options.clock ?? MACHINE_CLOCK,
      seed: options.seed ?? 0,
      write: (text, stream) => {
        if (onOutput === undefined) return;
        try {
          onOutput(text, stream === 1 ? 'stdout' : 'stderr');
        } catch (error) {
          this.#sinkFailure ??= { error };
        }
      },
      readLine: options.readLine ?? null,
      loader: this.#loader,
      path: options.path ?? [''],
      argv: options.argv ?? [''],
      compiler: this.#compiler,
      hostModule: (name) => this.#importHostModule(name),
      frozen: libraryModules(),
      isOptimized: profile.stripAsserts,
      isFlattenedOnly: options.stress?.flattenedOnly === true,
    });
    this.#interpreter = this.session.interpreter;
    this.#context = this.#makeContext();
    this.#hostModules = makeModules(this.#context, modules);
    this.#tasks = new TaskTable(this.session, this);
    installTaskSink(this.#interpreter, this.#tasks);
    this.#interpreter.rootHolders.push({
      visitRoots: (visit) => {
        for (const value of this.#objects.keys()) visit(value);
        this.#tasks.visitRoots(visit);
        for (const { module } of this.#hostModules.values()) visit(module);
      },
    });
  }

  // -- beginning -----------------------------------------------------------------------------------

  /**
   * Starts the script at `path` as a tasklet. A script that cannot be compiled fails when it would run.
   * Throws HostError ERR_STACKLESS_NO_FILE.
   */
  start(path: string, options: StartOptions = {}): TaskHandle {
    this.#check('start');
    return this.#startScript(this.#read('start', path), path, options);
  }

  /** Starts a script given as text or compiled code; `file` is what tracebacks call it. */
  startSource(source: ScriptSource, options: StartOptions & { readonly file?: string } = {}): TaskHandle {
    this.#check('startSource');
    // Tracebacks find its lines then.
    if (options.file !== undefined) this.files.set(options.file, source);
    return this.#startScript(source, options.file ?? '<string>', options);
  }

  /** Makes the script at `path` the program: `__main__`, its folder first in `sys.path`, `sys.argv[0]` the path. */
  runMain(path: string, argv: readonly string[] = []): void {
    this.#checkMain('runMain');
    const source = this.#read('runMain', path);
    this.session.setArguments([path, ...argv]);
    const slash = path.lastIndexOf('/');
    this.session.replaceFirstPath(slash < 0 ? '' : path.slice(0, Math.max(1, slash)));
    this.#beginMain(source, path, path);
  }

  /** Makes a text the program, as `python3 -c`. */
  runSource(source: ScriptSource, file = '<string>', argv: readonly string[] = ['-c']): void {
    this.#checkMain('runSource');
    this.session.setArguments(argv);
    this.#beginMain(source, file, null);
  }

  /** Makes a module found on the search path the program, as `python3 -m`. */
  runModule(name: string, argv: readonly string[] = []): void {
    this.#checkMain('runModule');
    const found = this.#findModule(name);
    if (found === null) throw noSuchFile('runModule', `${name}.py`);
    this.session.setArguments([found.file, ...argv]);
    this.#beginMain(found.source, found.file, found.file, found.packageName);
  }

  /** Starts a tasklet that calls `fn`, a function obtained from a script or its name (`'module.name'`). Its end is told to the handle alone. */
  call(fn: PythonObject | string, ...args: unknown[]): TaskHandle {
    this.#check('call');
    const object = typeof fn === 'string' ? this.get(fn) : fn;
    if (!(object instanceof PythonObject) || !object.isOwnedBy(this)) {
      throw badArgument('call', 'the function', object, 'a Python object of this runtime, or its name');
    }
    return this.#startCall(object.value, args, 'call', null, true);
  }

  #startScript(source: ScriptSource, file: string, options: StartOptions): TaskHandle {
    const session = this.session;
    const I = this.#interpreter;
    const module = session.makeModule(options.name ?? '__main__', file);
    const globals = options.globals ?? {};
    for (const key of Object.keys(globals))
      module.dict.setStr(I, key, toPython(this.#context, globals[key], 'start', key));
    const code = session.compileScript(source, file);
    const fn = code instanceof Failed ? raisingFunction(I, code.error, file) : session.codeFunction(code, module, file);
    return this.#startCall(fn, [], 'start', file);
  }

  #startCall(fn: Value, args: readonly unknown[], call: string, name: string | null, isQuiet = false): TaskHandle {
    const converted = args.map((arg, k) => toPython(this.#context, arg, `${call}, argument ${k + 1}`));
    const title = name ?? (this.session.nameOf(fn) || 'call');
    const handle = this.#tasks.create(title, isQuiet);
    const t = this.session.startCall(taskFunction(this.#interpreter, handle.id, fn, converted, title), [], null);
    if (t instanceof Failed) this.#tasks.abandon(handle, this.#errorOf(t.error));
    else this.#tasks.attach(handle, t);
    return handle;
  }

  #beginMain(source: ScriptSource, file: string, shownFile: string | null, packageName: string | null = null): void {
    const session = this.session;
    const I = this.#interpreter;
    this.#hasMain = true;
    this.#exitCode = null;
    const module = session.makeModule('__main__', shownFile);
    if (packageName !== null) module.dict.setStr(I, '__package__', packageName);
    const code = session.compileScript(source, file);
    if (code instanceof Failed) session.beginMainCall(raisingFunction(I, code.error, file), []);
    else session.beginMain(code, module);
  }

  /** For prompts: makes one piece of input, complete, the program, in the existing `__main__`. */
  runInput(source: string, file = '<stdin>'): void {
    this.#check('runInput');
    this.#hasMain = true;
    this.#exitCode = null;
    this.#exitError = null;
    const session = this.session;
    const main = this.#interpreter.modules.getStr('__main__');
    const module = main instanceof PyModule ? main : session.makeModule('__main__', null);
    const code = session.compileText(source, file, 'single');
    if (code instanceof Failed) session.beginMainCall(raisingFunction(this.#interpreter, code.error, file), []);
    else session.beginMain(code, module);
  }

  /** Could more lines complete this input of a prompt? */
  isIncomplete(source: string): boolean {
    return this.#compiler !== null && this.#compiler.isIncomplete(source);
  }

  /** Compiles a script without running it. Throws HostError ERR_STACKLESS_SCRIPT with the traceback. */
  compile(source: ScriptSource, file: string): CodeObject {
    this.#check('compile');
    const code = this.session.compileScript(source, file);
    if (code instanceof Failed)
      throw new HostError('ERR_STACKLESS_SCRIPT', `compile: ${this.session.describe(code.error).traceback}`);
    return code;
  }

  #read(call: string, path: string): ScriptSource {
    if (typeof path !== 'string') throw badArgument(call, 'the path', path, 'a string');
    const source = this.#loader.read(path);
    if (source === undefined) throw noSuchFile(call, path);
    return source;
  }

  #findModule(name: string): { source: ScriptSource; file: string; packageName: string } | null {
    const relative = name.replaceAll('.', '/');
    for (const folder of this.session.searchPath()) {
      const base = folder === '' ? relative : `${folder}/${relative}`;
      const main = this.#loader.read(`${base}/__main__.py`);
      if (main !== undefined) return { source: main, file: `${base}/__main__.py`, packageName: name };
      const plain = this.#loader.read(`${base}.py`);
      if (plain !== undefined) {
        return { source: plain, file: `${base}.py`, packageName: name.slice(0, Math.max(0, name.lastIndexOf('.'))) };
      }
    }
    return null;
  }

  // -- running -------------------------------------------------------------------------------------

  /**
   * Runs tasklets until the budget is used up or nothing can run: a number of ticks, or limits. Default: the profile's time for a frame.
   * Throws HostError for wrong limits, and ERR_STACKLESS_INTERNAL if the runtime itself fails.
   */
  run(budget: number | RunBudget = { ms: this.profile.defaultFrameBudgetMs }): RunResult {
    this.#check('run');
    const startedAt = now();
    const given = typeof budget === 'number' ? { ticks: budget } : budget;
    const request = toRunRequest(given, startedAt, now);
    if (this.#exitCode !== null && this.#hasMain) return this.#ended(startedAt);
    const total = { ticks: 0, tasklets: 0, usage: given.collectUsage === true ? [] : null } as Totals;
    for (;;) {
      const raw = this.#guarded(() => this.session.run(remaining(request, total)));
      total.ticks += raw.ticksUsed;
      total.tasklets += raw.taskletsRun;
      if (raw.usage !== null) for (const { name, ticks } of raw.usage) total.usage?.push({ name, ticks });
      if (raw.reason === 'woken' && isLeft(request, total)) continue;
      const error = raw.error === null ? null : raw.error;
      if (raw.reason === 'error' && error !== null && this.#onError !== undefined) {
        this.#onError(this.#errorOf(error));
        if (isLeft(request, total)) continue;
        return this.#finish(raw, 'budget', total, startedAt, null);
      }
      return this.#finish(raw, this.#reasonOf(raw), total, startedAt, error);
    }
  }

  #reasonOf(raw: RawRunResult): RunReason {
    switch (raw.reason) {
      case 'woken':
        return 'budget';
      case 'idle':
      case 'done':
        return raw.blockedCount > 0 && raw.runnableCount === 0 && raw.waitingCount === 0 ? 'deadlock' : 'idle';
      default:
        return raw.reason;
    }
  }

  #finish(
    raw: RawRunResult,
    reason: RunReason,
    total: Totals,
    startedAt: number,
    error: PyException | null,
  ): RunResult {
    let scriptError: ScriptError | undefined;
    if (reason === 'exit') scriptError = this.#exit(error) ?? undefined;
    else if (error !== null) scriptError = this.#errorOf(error);
    const victim = reason === 'budget' ? (raw.interrupted ?? this.session.scheduler.budgetVictim) : null;
    const result: RunResult = {
      reason,
      ticks: total.ticks,
      tasklets: total.tasklets,
      ms: now() - startedAt,
      runnable: raw.runnableCount,
      blocked: raw.blockedCount,
      waiting: raw.waitingCount,
      nextTimerMs: raw.sleepSeconds * 1000,
      ...(victim === null ? {} : { interrupted: this.#interruptedOf(victim, raw.interrupted) }),
      ...(scriptError === undefined ? {} : { error: scriptError }),
      ...(reason === 'exit' ? { exitCode: this.#exitCode ?? 0, isExitRequested: this.#isExitRequested } : {}),
      ...(total.usage === null ? {} : { usage: total.usage }),
    };
    if (!this.#hasMain) this.#exitCode = null;
    this.#tasks.tellEnds({ resultOf: (value) => this.#resultOf(value), errorOf: (exc) => this.#errorOf(exc) });
    return result;
  }

  #interruptedOf(t: PyTasklet, handedOver: PyTasklet | null): RunResult['interrupted'] {
    return {
      name: taskletName(t),
      ticks: t.ticksUsed,
      tasklet: handedOver === null ? null : this.wrapObject(handedOver),
    };
  }

  /** The program is over: reports what ended it, as python3 does. */
  #exit(exc: PyException | null): ScriptError | null {
    const session = this.session;
    let error = exc;
    this.#exitCode = 0;
    this.#isExitRequested = false;
    if (error !== null && !session.isInstance(error, 'SystemExit') && this.#hasMain) {
      const raised = session.report(error);
      this.#exitCode = session.isInstance(error, 'KeyboardInterrupt') ? 130 : 1;
      if (raised === null || !session.isInstance(raised, 'SystemExit')) return (this.#exitError = this.#errorOf(error));
      error = raised;
    }
    if (error === null) return null;
    const { status, message } = session.exitStatus(error);
    this.#exitCode = status;
    this.#isExitRequested = true;
    if (message !== null) this.#interpreter.write(`${message}\n`, 2);
    return null;
  }

  #ended(startedAt: number): RunResult {
    const s = this.session.scheduler;
    return {
      reason: 'exit',
      ticks: 0,
      tasklets: 0,
      ms: now() - startedAt,
      runnable: 0,
      blocked: s.blocked,
      waiting: s.waiting,
      nextTimerMs: Infinity,
      exitCode: this.#exitCode ?? 0,
      ...(this.#exitError === null ? {} : { error: this.#exitError }),
    };
  }

  /** Status of a program that has ended; null while it has not. */
  get exitCode(): number | null {
    return this.#exitCode;
  }

  /** Lets time pass for tasklets that sleep: once per simulation step, or by what really went by. */
  advanceClock(seconds: number): void {
    this.#check('advanceClock');
    if (typeof seconds !== 'number' || !(seconds >= 0))
      throw badArgument('advanceClock', 'seconds', seconds, 'a number, not negative');
    advanceClock(this.session.scheduler, seconds);
  }

  /** Raises an exception of a built-in class in the running tasklet at the next safepoint: Ctrl-C. False: no script runs. */
  interrupt(exceptionName = 'KeyboardInterrupt'): boolean {
    this.#check('interrupt');
    if (!Object.hasOwn(this.#interpreter.types.exceptions, exceptionName)) {
      throw badArgument('interrupt', 'the exception', exceptionName, 'the name of a built-in exception');
    }
    return this.session.interrupt(this.session.makeException(exceptionName, []));
  }

  // -- values --------------------------------------------------------------------------------------

  /** The value of `module.name` (or a longer path), converted. Throws HostError ERR_STACKLESS_NOT_FOUND. */
  get(path: string): unknown {
    this.#check('get');
    const { owner, name } = this.#locate('get', path);
    if (name === null) return this.wrapObject(owner);
    return toJavaScript(this.#context, this.#attribute('get', path, owner, name), `get('${path}')`);
  }

  /** Sets `module.name` to a value. */
  set(path: string, value: unknown): void {
    this.#check('set');
    const { owner, name } = this.#locate('set', path);
    if (name === null) throw badArgument('set', 'the name', path, "'module.name'");
    const converted = toPython(this.#context, value, `set('${path}')`, name);
    const done = this.session.evaluate((I) => setAttr(I, owner, name, converted));
    if (done instanceof Failed) throw notFound('set', path, this.session.describe(done.error).message);
  }

  #locate(call: string, path: string): { owner: Value; name: string | null } {
    if (typeof path !== 'string' || path === '') throw badArgument(call, 'the name', path, "'module.name'");
    const parts = path.split('.');
    const modules = this.#interpreter.modules;
    let count = parts.length;
    while (count > 0 && modules.getStr(parts.slice(0, count).join('.')) === undefined) count--;
    if (count === 0) throw notFound(call, path, `no module '${parts[0]}' has been imported`);
    let owner = modules.getStr(parts.slice(0, count).join('.')) as Value;
    if (count === parts.length) return { owner, name: null };
    for (; count < parts.length - 1; count++) owner = this.#attribute(call, path, owner, parts[count]);
    return { owner, name: parts[count] };
  }

  #importHostModule(name: string): PyModule | undefined {
    const found = this.#hostModules.get(name);
    if (found === undefined) return undefined;
    const I = this.#interpreter;
    for (const inner of found.inner) I.modules.setStr(I, inner.name, inner);
    return found.module;
  }

  #attribute(call: string, path: string, owner: Value, name: string): Value {
    const value = this.session.evaluate((I) => getAttr(I, owner, name));
    if (value instanceof Failed) throw notFound(call, path, this.session.describe(value.error).message);
    return value;
  }

  /** The JavaScript face of a Python value; the same face for the same value. */
  wrapObject(value: Value): PythonObject {
    let object = this.#objects.get(value);
    if (object === undefined) this.#objects.set(value, (object = new PythonObject(this, value)));
    return object;
  }

  startObject(object: PythonObject, args: readonly unknown[]): TaskHandle {
    this.#check('PythonObject.start');
    if (this.#released.has(object)) throw badArgument('PythonObject.start', 'the object', 'released', 'one in use');
    return this.#startCall(object.value, args, 'PythonObject.start', null);
  }

  releaseObject(object: PythonObject): void {
    this.#released.add(object);
    if (this.#objects.get(object.value) === object) this.#objects.delete(object.value);
  }

  /** Puts a paused tasklet, one that policy 'return' handed over, back at the end of the queue. */
  insert(tasklet: PythonObject): void {
    this.#check('insert');
    const t = tasklet instanceof PythonObject && tasklet.isOwnedBy(this) ? tasklet.value : null;
    if (!(t instanceof PyTasklet)) throw badArgument('insert', 'the tasklet', tasklet, 'a tasklet of this runtime');
    if (t.frame === null) throw badArgument('insert', 'the tasklet', 'dead', 'one that can go on');
    this.session.scheduler.makeRunnable(t);
    tasklet.release();
  }

  textOf(object: PythonObject): string {
    const text = this.#isDisposed ? '' : this.session.evaluate((I) => repr(I, object.value));
    return typeof text === 'string' ? text : `<${this.typeNameOf(object)} object>`;
  }

  isCallable(object: PythonObject): boolean {
    return typeOf(this.#interpreter, object.value).slots.call !== null;
  }

  typeNameOf(object: PythonObject): string {
    return typeName(this.#interpreter, object.value);
  }

  // -- tasks ---------------------------------------------------------------------------------------

  killTask(handle: TaskHandle): void {
    const t = this.#tasks.taskletOf(handle);
    if (t === null || handle.state !== 'running' || this.#isDisposed) return;
    raiseFromOutside(this.session.scheduler, t, this.session.makeException('TaskletExit', []));
    this.#tasks.noteKill(handle);
  }

  taskTicks(handle: TaskHandle): number {
    return this.#tasks.taskletOf(handle)?.ticksUsed ?? 0;
  }

  #resultOf(value: Value): unknown {
    try {
      return toJavaScript(this.#context, value, 'the result');
    } catch {
      return this.wrapObject(value);
    }
  }

  #errorOf(exc: PyException): ScriptError {
    // Not held: a game that never looks at it must not keep the frames of every error.
    return { ...this.session.describe(exc), value: new PythonObject(this, exc) };
  }

  // -- the rest ------------------------------------------------------------------------------------

  statistics(): Statistics {
    const s = this.session.scheduler;
    const I = this.#interpreter;
    return {
      ticks: s.total(),
      switches: s.switches,
      taskletsAlive: s.alive,
      taskletsCreated: s.created,
      taskletsRunnable: Math.max(0, s.alive - s.blocked - s.waiting),
      taskletsBlocked: s.blocked,
      taskletsWaiting: s.waiting,
      memoryUsedBytes: I.memory.usedBytes(I.bytesLeft),
      memoryLimitBytes: I.memory.limitBytes,
      memoryPeakBytes: I.memory.peakBytes,
      censusCount: I.memory.censusCount,
      frameCache: I.frameCache === null ? null : I.frameCache.statistics(),
      clockSeconds: s.clock,
      heldObjects: this.#objects.size,
    };
  }

  /** Ends the runtime; late answers of promises are dropped. Every later call but this one is refused. */
  dispose(): void {
    if (this.session.isRunning) throw isRunning('dispose');
    this.#isDisposed = true;
    this.#objects.clear();
    this.#tasks.clear();
    this.onWork = null;
  }

  #check(call: string): void {
    if (this.#isDisposed) throw disposed(call);
    if (this.#broken !== null) throw this.#broken;
    if (call === 'run' && this.session.isRunning) throw isRunning(call);
  }

  #checkMain(call: string): void {
    this.#check(call);
    if (this.session.isRunning) throw isRunning(call);
    if (this.#hasMain) throw alreadyStarted(call);
  }

  /** A JavaScript exception that comes out of the runtime means that it is broken. */
  #guarded<T>(operation: () => T): T {
    let result: T;
    try {
      result = operation();
    } catch (error) {
      this.#broken = brokenRuntime('run', error);
      throw this.#broken;
    }
    const failure = this.#sinkFailure;
    if (failure === null) return result;
    this.#sinkFailure = null;
    throw failure.error;
  }

  #makeContext(): ExposeContext {
    const self = this;
    return {
      interpreter: this.#interpreter,
      session: this.session,
      get isDisposed() {
        return self.#isDisposed;
      },
      wrapFunction: (fn, name) => wrapFunction(self.#context, fn as HostFunction, fn.name || name, null),
      wrapObject: (value) => self.wrapObject(value),
      owns: (object) => object.isOwnedBy(self) && !self.#released.has(object),
      noteWork: () => self.onWork?.(),
      isInternal: (error) => error instanceof Error && error.name === 'InternalError',
    };
  }
}

interface Totals {
  ticks: number;
  tasklets: number;
  usage: Array<{ name: string; ticks: number }> | null;
}

/** What is left of `request` after the runs so far. */
function remaining(request: RunRequest, used: Totals): RunRequest {
  if (used.ticks === 0 && used.tasklets === 0) return request;
  return {
    ...request,
    ...(request.ticks === undefined ? {} : { ticks: Math.max(0, request.ticks - used.ticks) }),
    ...(request.tasklets === undefined ? {} : { tasklets: Math.max(0, request.tasklets - used.tasklets) }),
  };
}

function isLeft(request: RunRequest, used: Totals): boolean {
  if (request.ticks !== undefined && used.ticks >= request.ticks) return false;
  if (request.tasklets !== undefined && used.tasklets >= request.tasklets) return false;
  return request.shouldStop?.() !== true;
}

const now = (): number => performance.now();

const MACHINE_CLOCK = {
  time: () => Date.now() / 1000,
  monotonic: () => performance.now() / 1000,
};
