/**
 * The interpreter: the state of one runtime and the driver that runs its frames.
 *
 * The driver (`run`) is a loop over `step.ex`. A step returns the next step of its frame, or a frame to continue with. Everything that may
 * not finish (a call, an exception, a switch, a safepoint) ends in `next()`, which decides which frame that is. Nothing here recurses: Python
 * calls are frames on the heap, and a native that calls Python has left a continuation (docs/core.md).
 */
import { codeObject as makeCodeObject, PyCode } from '../objects/code.ts';
import { callNative } from '../objects/native-call.ts';
import { PyDict } from '../objects/dict.ts';
import type { PyException } from '../objects/exception.ts';
import { makeException } from '../objects/exception.ts';
import { Frame } from '../objects/frame.ts';
import type { NativeKind } from '../objects/frame.ts';
import { frameObject as makeFrameObject } from '../objects/frame-object.ts';
import { PyFunction } from '../objects/function.ts';
import type { BuiltinTypes, HostClock, Interp } from '../objects/interp.ts';
import { PyMethod } from '../objects/method.ts';
import { PyModule } from '../objects/module.ts';
import { PyNative } from '../objects/native-function.ts';
import type { TypeSpec } from '../objects/native.ts';
import { memoryError, nameError, recursionError, typeError, unboundLocalError } from '../objects/raise.ts';
import { PyTuple } from '../objects/tuple.ts';
import type { PyType } from '../objects/type.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { PyCell, PyObject, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { TypeTable } from './builtin-types.ts';
import { CodePointCursor } from '../text/code-points.ts';
import { emptyBuiltinTypes } from '../objects/install-type.ts';
import type { CodeObject } from '../bytecode/code-object.ts';
import { CodeFlag } from '../bytecode/code-object.ts';
import { PyAsyncGenerator } from './async-generator.ts';
import { callWithCollections } from './call-collections.ts';
import { bindArguments } from './bind-arguments.ts';
import { flattenStep } from './flatten.ts';
import { FrameCache } from './frame-cache.ts';
import type { FrameCachePolicy } from './frame-cache.ts';
import { ExcInfo, PyGenerator } from './generator.ts';
import { NO_SCHEDULER } from './hooks.ts';
import type { SchedulerHooks } from './hooks.ts';
import { importFrom, importModuleByName, importName, importStar } from './import.ts';
import type { ImportSystem } from './import.ts';
import { localsOf } from './frame-locals.ts';
import { inflate } from './inflate.ts';
import { Census } from './census.ts';
import type { RootHolder } from './census.ts';
import { Ledger } from '../memory/ledger.ts';
import type { MemoryLimits } from '../memory/ledger.ts';
import { InternalError } from './internal-error.ts';
import { NATIVE_STEP } from './native-step.ts';
import { instantiateException, raiseStatement } from './raise-statement.ts';
import { newRegisters, RunCode } from './run-code.ts';
import { runPure } from './run-pure.ts';
import { Prefix } from './step.ts';
import type { Step, StepEx } from './step.ts';
import { StepRole } from './step.ts';
import { unwind } from './unwind.ts';

export interface InterpreterOptions {
  readonly recursionLimit: number;
  readonly memory: MemoryLimits;
  readonly frameCache: { readonly policy: FrameCachePolicy; readonly freeListMax: number };
  readonly maxIntDigits: number;
  readonly clock: HostClock;
  /** Seed of everything random: same seed, same run. */
  readonly seed: number;
  readonly write: (text: string, stream: 1 | 2) => void;
  readonly compile: Interp['compile'];
  /** For tests: every statement runs in its flattened form from the start. */
  readonly isFlattenedOnly?: boolean;
}

/** Natives that may be running inside each other on the host's stack: some 10 KiB of it. */
const MAX_NATIVE_NESTING = 40;

/** Ticks granted where nobody limits them; stays a small integer. */
export const UNLIMITED_TICKS = 0x3fffffff;

export class Interpreter implements Interp {
  exc: PyException | null = null;
  frame: Frame;
  ticks = UNLIMITED_TICKS;
  bytesLeft = UNLIMITED_TICKS;
  /** What `sys.exc_info()` sees; one per tasklet, a level more in each running generator. */
  excInfo: ExcInfo = new ExcInfo();
  /** The exception about to be unwound came from RERAISE: the frame it starts in is in its traceback already. */
  isReraising = false;
  stopValue: Value = null;
  recursionLimit: number;
  maxIntDigits: number;
  readonly clock: HostClock;
  private seed: number;
  hooks: SchedulerHooks = NO_SCHEDULER;
  private pendingException: PyException | null = null;
  /** Natives entered by natives that have not returned yet. */
  private nesting = 0;
  private isSwitchPending = false;
  private isHaltPending = false;
  readonly haltFrame: Frame;
  readonly memory: Ledger;
  /** Whoever keeps Python values outside frames and modules; asked by the census. */
  readonly rootHolders: RootHolder[] = [];
  readonly types: BuiltinTypes;
  private readonly typeTable: TypeTable;
  readonly codePoints = new CodePointCursor();
  readonly NotImplemented: PyObject;
  readonly Ellipsis: PyObject;
  readonly emptyTuple: PyObject;
  readonly builtins: PyDict;
  readonly modules: PyDict;
  readonly compile: Interp['compile'];
  imports: ImportSystem | null = null;
  /** Null: every call makes a frame (policy `none`). */
  readonly frameCache: FrameCache | null;
  readonly isFlattenedOnly: boolean;
  /** Modules and others keep per-runtime state here, by name. */
  readonly extensions = new Map<string, any>();
  /** RunCodes made outside functions (modules, exec, FunctionType), so that code and globals pairs are inflated once. */
  private readonly runCodes = new Map<CodeObject, RunCode[]>();
  private readonly ids = new Map<unknown, number>();
  private readonly objectIds = new WeakMap<object, number>();
  private nextId = 0x7f3a00000000;
  private readonly writeText: (text: string, stream: 1 | 2) => void;

  constructor(options: InterpreterOptions) {
    this.recursionLimit = options.recursionLimit;
    this.maxIntDigits = options.maxIntDigits;
    this.clock = options.clock;
    this.seed = options.seed >>> 0;
    this.isFlattenedOnly = options.isFlattenedOnly ?? false;
    const census = new Census(this);
    this.memory = new Ledger(options.memory, () => census.run());
    this.bytesLeft = this.memory.firstGrant();
    const { policy, freeListMax } = options.frameCache;
    this.frameCache = policy === 'none' ? null : new FrameCache(policy, freeListMax);
    if (this.frameCache !== null) this.rootHolders.push(this.frameCache);
    this.writeText = options.write;
    this.compile = options.compile;
    this.haltFrame = new Frame(null, [], NATIVE_STEP, null, 0);
    this.frame = this.haltFrame;
    this.types = emptyBuiltinTypes();
    this.typeTable = new TypeTable();
    this.typeTable.installAll(this);
    this.emptyTuple = new PyTuple(this.types.tuple, []);
    this.NotImplemented = new PyObject(this.types.byName.get('NotImplementedType')!);
    this.Ellipsis = new PyObject(this.types.byName.get('ellipsis')!);
    this.builtins = new PyDict(this.types.dict);
    this.modules = new PyDict(this.types.dict);
  }

  // -- driver -------------------------------------------------------------------------------------

  /** Runs frames until `halt()`. */
  run(): void {
    for (;;) {
      try {
        this.drive();
        return;
      } catch (error) {
        // Every recursion has its own bound; this is for hosts with a smaller JavaScript stack than these bounds assume.
        if (!(error instanceof RangeError) || !error.message.includes('call stack')) throw error;
        this.nesting = 0;
        recursionError(this);
      }
    }
  }

  private drive(): void {
    const halt = this.haltFrame;
    let f = this.next();
    if (f === halt) return;
    let n: Step | Frame = f.step as Step;
    for (;;) {
      // One load of `ex` tells steps from frames and is what gets called.
      const ex: StepEx | null = n.ex;
      if (ex !== null) {
        if ((n as Step).prefix >= Prefix.STORE) {
          const s = runPure(this, n as Step, f.r, 0);
          n = s.ex(s, f, this);
        } else n = ex(n as Step, f, this);
      } else {
        f = n as Frame;
        if (f === halt) return;
        n = f.step as Step;
      }
    }
  }

  /** The frame to go on with after an operation returned undefined. */
  next(): Frame {
    for (;;) {
      if (this.exc !== null) {
        const f = unwind(this);
        if (f === null || this.isHaltPending || this.isSwitchPending) continue;
        return f;
      }
      if (this.pendingException !== null) {
        const exc = this.pendingException;
        this.pendingException = null;
        this.raise(exc);
        continue;
      }
      if (this.isSwitchPending) {
        this.isSwitchPending = false;
        this.hooks.performSwitch(this);
        continue;
      }
      if (this.isHaltPending) {
        this.isHaltPending = false;
        return this.haltFrame;
      }
      if (this.ticks < 0) {
        if (this.bytesLeft < 0 && !this.settleMemory()) continue;
        this.hooks.safepoint(this);
        continue;
      }
      return this.frame;
    }
  }

  /** Serves a safepoint in `f`, whose step is where it goes on. */
  safepoint(f: Frame): Frame {
    this.frame = f;
    return this.next();
  }

  /** Makes `run` return as soon as the current step has ended; a later `run` goes on from there. */
  halt(): void {
    this.isHaltPending = true;
  }

  /** To be called by a native that then returns undefined: the scheduler exchanges the frames before the next step. */
  requestSwitch(): undefined {
    this.isSwitchPending = true;
    return undefined;
  }

  raiseLater(exc: PyException): undefined {
    this.pendingException = exc;
    return undefined;
  }

  deliverStop(b: Frame): void {
    const step = b.step as Step;
    if (step.pc < 0) {
      b.r[0] = STOP;
      return;
    }
    if (step.role === StepRole.SEND) b.r[step.dst] = this.stopValue;
    this.stopValue = null;
    this.ticks -= step.costJump;
    b.step = step.jump;
  }

  flatten(s: Step): Step {
    return flattenStep(s);
  }

  // -- calls --------------------------------------------------------------------------------------

  /** Makes the steps of `rc` on its first call. */
  inflate(rc: RunCode): void {
    inflate(this, rc);
  }

  call(callee: Value, args: Value[], kw: readonly string[] | null = null): Value | undefined {
    if (typeof callee === 'object' && callee !== null) {
      const c = callee.constructor;
      if (c === PyFunction) return this.callFunction(callee as PyFunction, args, kw, null);
      if (c === PyMethod) {
        const m = callee as PyMethod;
        const all = new Array(args.length + 1);
        all[0] = m.self;
        for (let k = 0; k < args.length; k++) all[k + 1] = args[k];
        return this.call(m.fn, all, kw);
      }
      if (c === PyNative) return callNative(this, callee as PyNative, (callee as PyNative).self, args, kw);
      const slot = typeOf(this, callee).slots.call;
      if (slot !== null) return slot(this, callee, args, kw);
    }
    return typeError(this, `'${typeName(this, callee)}' object is not callable`);
  }

  /** Calls a Python function; `locals`: the namespace of a class body, else null. Returns undefined unless it makes a generator. */
  callFunction(fn: PyFunction, args: Value[], kw: readonly string[] | null, locals: Value): Value | undefined {
    const rc = fn.code as RunCode;
    let r: any[] | undefined;
    if (rc.isSimple && kw === null && args.length === rc.argcount) {
      r = newRegisters(rc.nregs);
      for (let k = 0; k < args.length; k++) r[k] = args[k];
      const closure = fn.closure;
      if (closure !== null) for (let k = 0; k < closure.length; k++) r[rc.firstFree + k] = closure[k];
    } else {
      r = bindArguments(this, fn, rc, args, kw);
      if (r === undefined) return undefined;
    }
    if (rc.entryStep === null) inflate(this, rc);
    const back = this.frame;
    const nf = new Frame(rc, r, rc.entryStep!, back, back.depth + 1);
    nf.locals = locals;
    if (rc.isGeneratorLike) {
      nf.back = null;
      const flags = rc.flags;
      const cls =
        (flags & CodeFlag.GENERATOR) !== 0
          ? this.types.generator
          : (flags & CodeFlag.COROUTINE) !== 0
            ? this.types.coroutine
            : this.types.async_generator;
      this.bytesLeft -= 160 + 8 * r.length;
      if (cls === this.types.async_generator) return new PyAsyncGenerator(cls, nf, fn.name, fn.qualname);
      return new PyGenerator(cls, nf, fn.name, fn.qualname);
    }
    if (nf.depth > this.recursionLimit) return recursionError(this);
    this.ticks -= rc.entryCost;
    this.frame = nf;
    return undefined;
  }

  callClassBody(fn: Value, locals: Value): Value | undefined {
    return this.callFunction(fn as PyFunction, [], null, locals);
  }

  /** callee(*args, **kwargs) as CALL_EX has them: any iterable, and a dict or None. */
  callWithCollections(callee: Value, args: Value, kwargs: Value): Value | undefined {
    return callWithCollections(this, callee, args, kwargs);
  }

  /** Runs module, exec or eval code in `globals` with `locals` (null: the globals). Suspends: the code's result is delivered. */
  runCode(code: CodeObject | PyCode, globals: PyDict, locals: Value): Value | undefined {
    if (globals.getStr('__builtins__') === undefined) globals.setStr(this, '__builtins__', this.builtinsModule());
    const rc = this.runCodeFor(code instanceof PyCode ? code.run.code : code, globals);
    if (rc.entryStep === null) inflate(this, rc);
    const back = this.frame;
    const nf = new Frame(rc, newRegisters(rc.nregs), rc.entryStep!, back, back.depth + 1);
    nf.locals = locals === null ? globals : locals;
    if (nf.depth > this.recursionLimit) return recursionError(this);
    this.ticks -= rc.entryCost;
    this.frame = nf;
    return undefined;
  }

  /** The module `builtins`. */
  builtinsModule(): Value {
    return this.modules.getStr('builtins') ?? this.builtins;
  }

  /** The RunCode of `code` over `globals`; made once per pair. */
  runCodeFor(code: CodeObject, globals: PyDict): RunCode {
    let list = this.runCodes.get(code);
    if (list === undefined) this.runCodes.set(code, (list = []));
    for (const rc of list) if (rc.globals === globals) return rc;
    const rc = new RunCode(code, globals, this.builtinsOf(globals));
    list.push(rc);
    return rc;
  }

  private builtinsOf(globals: PyDict): PyDict {
    const own = globals.getStr('__builtins__');
    if (own instanceof PyDict) return own;
    if (own instanceof PyModule) return own.dict;
    return this.builtins;
  }

  // -- native continuations ------------------------------------------------------------------------

  enter(kind: NativeKind, r: any[]): any {
    const entry = this.frame;
    if (entry.depth >= this.recursionLimit) return recursionError(this, kind.recursionText);
    const nf = new Frame(kind, r, NATIVE_STEP, entry, entry.depth + 1);
    this.frame = nf;
    // Natives that enter natives (a repr of lists in lists) would use up the host's stack: from some depth on the driver runs them.
    if (this.nesting >= MAX_NATIVE_NESTING) return undefined;
    this.nesting++;
    let v = kind.resume(this, nf);
    this.nesting--;
    if (v === undefined && this.exc !== null) {
      if (kind.onError !== null) {
        v = kind.onError(this, nf, this.exc);
        if (v === undefined && this.exc === null) return undefined;
      }
      this.frame = entry;
      return v;
    }
    if (v !== undefined) this.frame = entry;
    return v;
  }

  then(entry: Frame, kind: NativeKind, r: any[]): any {
    if (this.exc !== null) {
      if (kind.onError === null) return undefined;
      const nf = new Frame(kind, r, NATIVE_STEP, entry, entry.depth + 1);
      this.frame = nf;
      const v = kind.onError(this, nf, this.exc);
      if (v === undefined && this.exc === null) return undefined;
      this.frame = entry;
      return v;
    }
    const nf = new Frame(kind, r, NATIVE_STEP, entry, entry.depth + 1);
    if (this.frame === entry) {
      this.frame = nf;
    } else {
      let b = this.frame;
      while (b.back !== entry) b = b.back!;
      b.back = nf;
    }
    return undefined;
  }

  pause(f: Frame): undefined {
    f.r[0] = undefined;
    return undefined;
  }

  // -- raising -------------------------------------------------------------------------------------

  /** The exception being handled where the current code runs, or null. */
  handledException(): PyException | null {
    for (let info: ExcInfo | null = this.excInfo; info !== null; info = info.previous) {
      if (info.value !== null) return info.value;
    }
    return null;
  }

  raise(exc: PyException): undefined {
    const handled = this.handledException();
    if (handled !== null && handled !== exc) {
      // No cycles: `exc` is cut out of the chain it becomes the head of.
      for (let e = handled; e.context !== null; e = e.context) {
        if (e.context === exc) {
          e.context = null;
          break;
        }
      }
      exc.context = handled;
    }
    this.exc = exc;
    return undefined;
  }

  raiseNew(type: PyType, message: string): undefined {
    return this.raise(makeException(this, type, [message]));
  }

  raiseStatement(exc: Value, cause: Value | undefined): undefined {
    return raiseStatement(this, exc, cause);
  }

  instantiateException(type: Value, value: Value, otherwise: string): PyException | undefined {
    return instantiateException(this, type, value, otherwise);
  }

  /** A bare `raise`. */
  reraiseHandled(): void {
    const exc = this.handledException();
    if (exc === null) {
      this.raise(makeException(this, this.types.exceptions.RuntimeError, ['No active exception to reraise']));
      return;
    }
    this.exc = exc;
    this.isReraising = true;
  }

  /** Raises for register `register` of `f`, a local or cell without a value. */
  raiseUnbound(f: Frame, register: number): undefined {
    const rc = f.code as RunCode;
    const name = rc.localNames[register];
    if (register >= rc.firstFree) return this.raiseFreeVariable(name);
    return unboundLocalError(this, name);
  }

  raiseFreeVariable(name: string): undefined {
    return nameError(
      this,
      name,
      `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
    );
  }

  /** Global or builtin `name` for code running in `f`; raises NameError. */
  loadGlobal(f: Frame, name: string): Value | undefined {
    const rc = f.code as RunCode;
    let v = rc.globals.getStr(name);
    if (v === undefined) v = rc.builtins.getStr(name);
    return v === undefined ? nameError(this, name) : v;
  }

  internalError(message: string, f: Frame | null): InternalError {
    return new InternalError(message, f);
  }

  // -- memory, identity, output ----------------------------------------------------------------------

  charge(bytes: number): boolean {
    this.bytesLeft -= bytes;
    if (this.bytesLeft >= 0) return true;
    const left = this.memory.admit(bytes);
    if (left >= 0) {
      this.bytesLeft = left;
      return true;
    }
    this.bytesLeft = this.memory.reserveGrant();
    memoryError(this);
    return false;
  }

  /** At a safepoint: counts what small growth has come to; raises MemoryError (returns false) if it passes the limit. */
  settleMemory(): boolean {
    if (this.bytesLeft >= 0) return true;
    const left = this.memory.settle();
    if (left >= 0) {
      this.bytesLeft = left;
      return true;
    }
    this.bytesLeft = this.memory.reserveGrant();
    memoryError(this);
    return false;
  }

  idOf(v: Value): number {
    if (typeof v === 'object' && v !== null) {
      let id = this.objectIds.get(v);
      if (id === undefined) {
        id = this.nextId += 16;
        this.objectIds.set(v, id);
      }
      return id;
    }
    let id = this.ids.get(v);
    if (id === undefined) {
      id = this.nextId += 16;
      this.ids.set(v, id);
    }
    return id;
  }

  write(text: string, stream: 1 | 2): void {
    this.writeText(text, stream);
  }

  unraisable(exc: PyException, where: string): void {
    const text = exc.args.length > 0 && typeof exc.args[0] === 'string' ? `: ${exc.args[0]}` : '';
    this.write(`Exception ignored in: ${where}\n${exc.cls.name}${text}\n`, 2);
  }

  // -- faces ---------------------------------------------------------------------------------------

  typeFor(spec: TypeSpec): PyType {
    return this.typeTable.typeFor(this, spec);
  }

  codeObject(rc: RunCode): PyCode {
    return makeCodeObject(this.types.code, rc);
  }

  frameObject(f: Frame): Value {
    return makeFrameObject(this, f);
  }

  newModule(name: string): PyModule {
    const dict = new PyDict(this.types.dict);
    dict.setStr(this, '__name__', name);
    dict.setStr(this, '__doc__', null);
    dict.setStr(this, '__package__', null);
    dict.setStr(this, '__loader__', null);
    dict.setStr(this, '__spec__', null);
    return new PyModule(this.types.module, name, dict);
  }

  importModule(name: string): Value | undefined {
    return importModuleByName(this, name);
  }

  importName(f: Frame, name: string, fromlist: Value, level: Value): Value | undefined {
    return importName(this, f, name, fromlist, level);
  }

  importFrom(module: Value, name: string): Value | undefined {
    return importFrom(this, module, name);
  }

  importStar(f: Frame, module: Value): true | undefined {
    return importStar(this, f, module);
  }

  /** Prints a traceback to stderr; may call Python (str of the exception). Installed by the session. */
  printException: (exc: PyException) => Value | undefined = (exc) => {
    this.write(`${exc.cls.name}\n`, 2);
    return null;
  };

  displayHook(v: Value): Value | undefined {
    const sys = this.modules.getStr('sys');
    const hook = sys instanceof PyModule ? sys.dict.getStr('displayhook') : undefined;
    return hook === undefined ? null : this.call(hook, [v]);
  }

  /** The nearest frame of Python code at or below the top. */
  pythonFrame(): Frame | null {
    let f: Frame | null = this.frame;
    while (f !== null && !(f.code instanceof RunCode)) f = f.back;
    return f;
  }

  /** The next frame of Python code below `f`. */
  pythonFrameBelow(f: Frame): Frame | null {
    let b = f.back;
    while (b !== null && !(b.code instanceof RunCode)) b = b.back;
    return b;
  }

  currentGlobals(): PyDict {
    const f = this.pythonFrame();
    return f === null ? this.builtins : (f.code as RunCode).globals;
  }

  /** `locals()` there: the namespace of module and class code, else a dict made of the variables that have a value. */
  currentLocals(): Value {
    const f = this.pythonFrame();
    return f === null ? this.builtins : localsOf(this, f);
  }

  frameLocals(f: Frame): Value {
    return localsOf(this, f);
  }

  sourceLine(filename: string, lineno: number): string | undefined {
    const source = this.imports?.loader?.read(filename);
    return typeof source === 'string' ? source.split('\n')[lineno - 1] : undefined;
  }

  nextSeed(): number {
    // A step of a 32-bit generator with full period (Weyl sequence, mixed).
    this.seed = (this.seed + 0x9e3779b9) >>> 0;
    let z = this.seed;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  }

  /** First argument and `__class__` cell of the running function, for super() without arguments. */
  currentFunctionInfo(): { first: Value | undefined; classCell: PyCell | undefined; argcount: number } | null {
    const f = this.pythonFrame();
    if (f === null) return null;
    const rc = f.code as RunCode;
    let first = f.r[0];
    if (first instanceof PyCell && rc.code.cellvars.includes(rc.localNames[0])) first = first.v;
    const at = rc.localNames.indexOf('__class__', rc.firstFree);
    return { first, classCell: at < 0 ? undefined : f.r[at], argcount: rc.argcount };
  }
}
