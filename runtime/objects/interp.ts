/**
 * The interpreter as the objects see it (types only; the class is `vm/interpreter.ts`). Every function that may call Python, raise,
 * charge or allocate takes it as its first argument: there is no global state.
 */
import type { Frame, NativeKind } from './frame.ts';
import type { PyException } from './exception.ts';
import type { PyType } from './type.ts';
import type { PyDict } from './dict.ts';
import type { PyModule } from './module.ts';
import type { CodeObject } from '../bytecode/code-object.ts';
import type { RunCodeLike } from './code.ts';
import type { PyCell, PyObject, Value } from './value.ts';
import type { TypeSpec } from './native.ts';
import type { CodePointCursor } from '../text/code-points.ts';

export interface Interp {
  /** The per-runtime type made from a spec. `I.types.list` style access for the common ones, `I.typeFor(SPEC)` for any. */
  readonly types: BuiltinTypes;
  /** The exception being raised by the operation that just returned undefined, or null. */
  exc: PyException | null;
  /** Top frame. An operation that suspends delivers its result to the frame that was here when it was called. */
  frame: Frame;
  /** Ticks left until the next safepoint does something; charge with `I.ticks -= n`, look at it at chunk boundaries. */
  ticks: number;
  /** Bytes that may still be allocated before the ledger wants attention; `I.charge(bytes)` is the checked way. */
  bytesLeft: number;
  /** Value of the StopIteration that was turned into STOP last; whoever wants it (yield from) takes it and sets null. */
  stopValue: Value;
  readonly NotImplemented: PyObject;
  readonly Ellipsis: PyObject;
  readonly emptyTuple: PyObject;
  readonly builtins: PyDict;
  readonly modules: PyDict; // sys.modules
  readonly recursionLimit: number;
  /** Bumped when a type changes in a way that inline caches must notice. */
  readonly memory: MemoryBooks;

  typeFor(spec: TypeSpec): PyType;

  /** Sets `exc` (adding the implicit __context__) and returns undefined: `return I.raise(e)`. */
  raise(exc: PyException): undefined;
  /** Makes and raises `type(message)`. Prefer the functions of raise.ts. */
  raiseNew(type: PyType, message: string): undefined;

  /**
   * Calls any callable. `args` ends with the values of the keywords named in `kw`. Returns the result if it is there at once; undefined if
   * it raised (exc set, frame as before) or suspended (the result will be delivered to the frame that was `I.frame`).
   */
  call(callee: Value, args: Value[], kw?: readonly string[] | null): Value | undefined;
  /**
   * Pushes a native continuation with `r = [undefined, ...state]` (the array is taken over: r[0] must be undefined) and runs its `resume`
   * at once. Returns its result (popped), or undefined: raised (popped unless onError handled it) or suspended.
   */
  enter(kind: NativeKind, r: any[]): any;
  /**
   * For use after an operation has returned undefined: if it raised, gives `kind.onError` a chance (returns its value) else returns undefined;
   * if it suspended, slides a native continuation under what it started, so that `kind.resume` gets the result later, and returns undefined.
   * `entry` is `I.frame` as it was before the operation was called; `r[0]` must be undefined.
   */
  then(entry: Frame, kind: NativeKind, r: any[]): any;
  /**
   * For long natives at a chunk boundary, inside `resume` when `I.ticks < 0`: returns undefined having arranged that `resume` runs again
   * (same frame, `f.r[0]` = undefined) after the safepoint was served. `I.frame` must be `f`.
   */
  pause(f: Frame): undefined;

  /**
   * For natives that have pushed frames by hand (I.frame is not the entry frame any more): raises `exc` at the frame that is on top once the
   * native has returned undefined. `exc` must be null meanwhile.
   */
  raiseLater(exc: PyException): undefined;

  /** Checks that `bytes` more may be allocated; raises MemoryError (returns false) if not. Call it before anything large is made. */
  charge(bytes: number): boolean;

  /** Reports an exception that cannot be raised (sys.unraisablehook form) and clears it. */
  unraisable(exc: PyException, where: string): void;
  /** Text to the host: stream 1 stdout, 2 stderr. */
  write(text: string, stream: 1 | 2): void;
  /** Deterministic id() of an object: assigned on first request. */
  idOf(v: Value): number;
  importModule(name: string): Value | undefined;
  newModule(name: string): PyModule;
  /** Compiles source; installed by runtime/index.ts; null in builds without the compiler. Raises SyntaxError. */
  readonly compile:
    | ((source: string, filename: string, mode: 'exec' | 'eval' | 'single', flags: number, optimize?: 0 | 1 | 2) => any)
    | null;

  /** Decimal digits an int may have in conversions from and to text; 0: no limit. `sys.set_int_max_str_digits`. */
  maxIntDigits: number;
  /** Per-runtime state of modules and of caches, by name. What is under `cache.` may be dropped at any time; the rest is plain data. */
  readonly extensions: Map<string, any>;
  /** Remembers where indexing of a long str was last; no result depends on it. */
  readonly codePoints: CodePointCursor;
  /** Time as the host tells it; in seconds. */
  readonly clock: HostClock;
  /** An unsigned 32-bit number from the runtime's own seed, for `random.seed()` without argument. Deterministic for a given runtime seed. */
  nextSeed(): number;
  /**
   * Runs a code object (module, eval or exec kind) in `globals` and `locals` (null: the globals). Suspends; delivers its value (None for
   * exec). Puts `__builtins__` into globals if missing.
   */
  runCode(code: any, globals: PyDict, locals: Value): Value | undefined;
  /** The runnable form of a code object over `globals`; one for each pair. */
  runCodeFor(code: CodeObject, globals: PyDict): RunCodeLike;
  /** Runs the body of a class statement, a function without parameters, with `locals` as its namespace. Suspends; delivers its value. */
  callClassBody(fn: Value, locals: Value): Value | undefined;
  /** First argument and `__class__` cell of the innermost Python function, for super() without arguments; null if there is none. */
  currentFunctionInfo(): { first: Value | undefined; classCell: PyCell | undefined; argcount: number } | null;
  /** `globals()` of the innermost Python frame. */
  currentGlobals(): PyDict;
  /** `locals()` of the innermost Python frame. */
  currentLocals(): Value;
  /** `f_locals` of an activation of Python code. */
  frameLocals(f: Frame): Value;
  /** A line of source text for tracebacks, without its newline; undefined where the source is not at hand. */
  sourceLine(filename: string, lineno: number): string | undefined;
}

/** What the host offers in the way of time. */
export interface HostClock {
  /** Seconds since 1970 (UTC). */
  time(): number;
  /** Seconds since some fixed moment; never goes back. */
  monotonic(): number;
}

/** What the memory room offers to objects. */
export interface MemoryBooks {
  readonly pointerBytes: 4 | 8;
}

/** The types that others name often. Filled once per runtime by `install-types`. */
export interface BuiltinTypes {
  object: PyType;
  type: PyType;
  int: PyType;
  bool: PyType;
  float: PyType;
  complex: PyType;
  str: PyType;
  bytes: PyType;
  bytearray: PyType;
  list: PyType;
  tuple: PyType;
  dict: PyType;
  set: PyType;
  frozenset: PyType;
  range: PyType;
  slice: PyType;
  NoneType: PyType;
  function: PyType;
  method: PyType;
  builtin_function_or_method: PyType;
  module: PyType;
  cell: PyType;
  code: PyType;
  generator: PyType;
  coroutine: PyType;
  async_generator: PyType;
  property: PyType;
  staticmethod: PyType;
  classmethod: PyType;
  super: PyType;
  traceback: PyType;
  frame: PyType;
  BaseException: PyType;
  /** Every exception type by its name, e.g. `I.types.exceptions.ValueError`. */
  exceptions: Record<string, PyType>;
  /** All installed types by spec name, `module.name` outside builtins. */
  byName: Map<string, PyType>;
}
