/**
 * How built-in functions, methods and types are described. A description is immutable module-level data; `installType` and
 * `installModule` make the per-runtime Python objects from it, so two runtimes never share a type.
 *
 * Natives are found again by registered name when state is restored: `type.method` or `module.function`.
 */
import type { Interp } from './interp.ts';
import type { NativeKind } from './frame.ts';
import type { Value } from './value.ts';

type R = Value | undefined;
export type NoArgsFn = (I: Interp, self: any) => R;
export type OneArgFn = (I: Interp, self: any, a: Value) => R;
export type TwoArgFn = (I: Interp, self: any, a: Value, b: Value) => R;
/** `args` holds only positional arguments; do not keep or change the array. */
export type ArgsFn = (I: Interp, self: any, args: Value[]) => R;
/** `args` has one entry per parameter of the signature, in order; absent optional ones are undefined or the literal default. */
export type BoundFn = (I: Interp, self: any, args: any[]) => R;
/** Raw: `args` ends with the values of the keywords named in `kw` (null: none). */
export type RawFn = (I: Interp, self: any, args: Value[], kw: readonly string[] | null) => R;

/**
 * One built-in function or method. For functions of a module `self` is the PyModule (usually unused); for methods the instance,
 * already checked to be an instance of the type.
 */
export type NativeSpec =
  | { readonly arity: 'none'; readonly fn: NoArgsFn; readonly doc?: string }
  | { readonly arity: 'one'; readonly fn: OneArgFn; readonly doc?: string }
  | { readonly arity: 'two'; readonly fn: TwoArgFn; readonly doc?: string }
  /** min..max positional arguments, no keywords. max -1: any number. */
  | { readonly arity: 'args'; readonly min: number; readonly max: number; readonly fn: ArgsFn; readonly doc?: string }
  /**
   * Bound by a signature text such as `iterable, /, *, key=None, reverse=False` or `*args, sep=' ', end='\n'`: defaults are Python
   * literals (None True False ints strings) or `<missing>` for undefined. *args arrives as Value[], **kw as Map<string, Value>.
   */
  | { readonly arity: 'bound'; readonly signature: string; readonly fn: BoundFn; readonly doc?: string }
  | { readonly arity: 'raw'; readonly fn: RawFn; readonly doc?: string; readonly signature?: string };

export const noArgs = (fn: NoArgsFn, doc?: string): NativeSpec => ({ arity: 'none', fn, doc });
export const oneArg = (fn: OneArgFn, doc?: string): NativeSpec => ({ arity: 'one', fn, doc });
export const twoArgs = (fn: TwoArgFn, doc?: string): NativeSpec => ({ arity: 'two', fn, doc });
export const someArgs = (min: number, max: number, fn: ArgsFn, doc?: string): NativeSpec => ({
  arity: 'args',
  min,
  max,
  fn,
  doc,
});
export const bound = (signature: string, fn: BoundFn, doc?: string): NativeSpec => ({
  arity: 'bound',
  signature,
  fn,
  doc,
});
export const raw = (fn: RawFn, doc?: string): NativeSpec => ({ arity: 'raw', fn, doc });

/** A computed attribute of a built-in type. Without `set` it is read-only; `set` gets undefined for deletion. */
export interface GetSetSpec {
  readonly get: (I: Interp, self: any) => R;
  readonly set?: (I: Interp, self: any, value: Value | undefined) => true | undefined;
  readonly doc?: string;
}

/**
 * Type slots: how operations reach a type without a look-up by name. Every slot may raise or suspend (return undefined) and must be in
 * tail position or followed by `interp.then` (docs/core.md, "Natives"). A binary slot returns I.NotImplemented when it does not
 * handle the operands; it is called with the operands in source order (`self` may be either), as CPython's number slots are.
 * For Python classes that define the special methods, `objects/class-slots.ts` fills the slots with functions that call them.
 */
export interface Slots {
  repr: ((I: Interp, v: any) => R) | null;
  str: ((I: Interp, v: any) => R) | null;
  /** Python-visible hash as int; -1 never occurs. null: not inherited yet; 'unhashable' types use `hashNotImplemented`. */
  hash: ((I: Interp, v: any) => number | bigint | undefined) | null;
  call: ((I: Interp, callee: any, args: Value[], kw: readonly string[] | null) => R) | null;
  getattr: ((I: Interp, v: any, name: string) => R) | null;
  /** value undefined: delete. Returns true when done. */
  setattr: ((I: Interp, v: any, name: string, value: Value | undefined) => true | undefined) | null;
  /** op is an index into COMPARE_OPERATORS: 0 < 1 <= 2 == 3 != 4 > 5 >=. */
  compare: ((I: Interp, op: number, a: any, b: any) => R) | null;
  iter: ((I: Interp, v: any) => R) | null;
  /** The next value, STOP when exhausted (not StopIteration), undefined. */
  next: ((I: Interp, it: any) => any) | null;
  bool: ((I: Interp, v: any) => boolean | undefined) | null;
  len: ((I: Interp, v: any) => number | undefined) | null;
  getitem: ((I: Interp, v: any, key: Value) => R) | null;
  /** value undefined: delete. */
  setitem: ((I: Interp, v: any, key: Value, value: Value | undefined) => true | undefined) | null;
  contains: ((I: Interp, v: any, item: Value) => boolean | undefined) | null;
  /** Descriptor protocol: obj null means class access. */
  descrGet: ((I: Interp, descr: any, obj: Value | null, cls: any) => R) | null;
  descrSet: ((I: Interp, descr: any, obj: Value, value: Value | undefined) => true | undefined) | null;
  new: ((I: Interp, cls: any, args: Value[], kw: readonly string[] | null) => R) | null;
  /** Returns null (None) when done. */
  init: ((I: Interp, self: any, args: Value[], kw: readonly string[] | null) => null | undefined) | null;
  index: ((I: Interp, v: any) => number | bigint | undefined) | null;
  int: ((I: Interp, v: any) => R) | null;
  float: ((I: Interp, v: any) => R) | null;
  neg: ((I: Interp, v: any) => R) | null;
  pos: ((I: Interp, v: any) => R) | null;
  abs: ((I: Interp, v: any) => R) | null;
  invert: ((I: Interp, v: any) => R) | null;
  /** One per BINARY_OPERATORS entry, same order: + & // << @ * % | ** >> - / ^ ; then the 13 in-place forms. */
  binary: ReadonlyArray<((I: Interp, a: any, b: any) => R) | null>;
  /** pow(a, b, m). */
  pow3: ((I: Interp, a: any, b: any, m: any) => R) | null;
  /** Calls visit(child) for each value it refers to; for the census. Never calls Python. */
  visit: ((v: any, visit: (child: any) => void) => void) | null;
  /** Modelled own size in bytes (pointer width from I.memory), for sys.getsizeof and the census. */
  sizeOf: ((I: Interp, v: any) => number) | null;
  await: ((I: Interp, v: any) => R) | null;
  aiter: ((I: Interp, v: any) => R) | null;
  anext: ((I: Interp, v: any) => R) | null;
}

/** Binary slots by operator, for specs: `{ '+': add, '+=': inplaceAdd }`. */
export type BinarySlotTable = Readonly<Record<string, (I: Interp, a: any, b: any) => R>>;

export interface TypeSpec {
  readonly name: string;
  /** `builtins` when left out. */
  readonly module?: string;
  readonly qualname?: string;
  /** Name of the base spec; `object` when left out. */
  readonly base?: TypeSpec;
  readonly doc?: string | null;
  readonly slots?: Partial<Omit<Slots, 'binary'>>;
  readonly binary?: BinarySlotTable;
  readonly methods?: Readonly<Record<string, NativeSpec>>;
  readonly classMethods?: Readonly<Record<string, NativeSpec>>;
  readonly staticMethods?: Readonly<Record<string, NativeSpec>>;
  readonly getset?: Readonly<Record<string, GetSetSpec>>;
  /** Plain class attributes, host-level constants. */
  readonly attributes?: Readonly<Record<string, number | string | null | boolean>>;
  /** May Python classes derive from it? Default true. */
  readonly isFinal?: boolean;
  /** Instances of the exact type take attributes (have a `__dict__`). Default false. */
  readonly hasDict?: boolean;
  /** Match statement: positional sub-pattern takes the subject itself (int, str, list ...). */
  readonly matchSelf?: boolean;
  /**
   * Makes an empty instance of `cls` (this type or a Python subclass of it) with the payload's default; used by `object.__new__`-like
   * allocation, copying and restoring. Types that cannot be made from Python leave it out.
   */
  readonly allocate?: (I: Interp, cls: any) => Value;
  /** Kinds of native continuation defined beside this type. */
  readonly kinds?: readonly NativeKind[];
}

/** A module made of natives. */
export interface ModuleSpec {
  readonly name: string;
  readonly doc?: string;
  readonly functions?: Readonly<Record<string, NativeSpec>>;
  readonly types?: readonly TypeSpec[];
  /** Types of the module that have no name in it: scripts see only their instances. Listed for saving and restoring. */
  readonly hiddenTypes?: readonly TypeSpec[];
  readonly constants?: Readonly<Record<string, number | bigint | string | boolean | null>>;
  /** Runs once per runtime after the above; may add computed values. Never calls Python. */
  readonly setup?: (I: Interp, module: any) => void;
  readonly kinds?: readonly NativeKind[];
}
