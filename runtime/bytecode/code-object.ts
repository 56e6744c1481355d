/**
 * A code object: compact, portable, versioned data. Made by the compiler, the cache reader or `code.replace`; shared by any number
 * of runtimes because nothing in it ever changes. It knows no Python objects: constants are host-level data (`Constant`), and
 * `vm/load-code` makes Python values of them.
 */

/** Bump on every change to the opcodes or the fields below. 1: first. */
export const CODE_VERSION = 1;

/** co_flags, CPython's values. */
export const enum CodeFlag {
  OPTIMIZED = 0x1,
  NEWLOCALS = 0x2,
  VARARGS = 0x4,
  VARKEYWORDS = 0x8,
  NESTED = 0x10,
  GENERATOR = 0x20,
  COROUTINE = 0x80,
  ITERABLE_COROUTINE = 0x100,
  ASYNC_GENERATOR = 0x200,
  FUTURE_BARRY_AS_BDFL = 0x400000,
  FUTURE_GENERATOR_STOP = 0x800000,
  FUTURE_ANNOTATIONS = 0x1000000,
}

/** Host-level constants. Ints are numbers in the safe range, else bigints. */
export type Constant =
  | null
  | boolean
  | number
  | bigint
  | string
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly real: number; readonly imag: number }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'ellipsis' }
  | { readonly type: 'tuple'; readonly items: readonly Constant[] }
  | { readonly type: 'frozenset'; readonly items: readonly Constant[] }
  | CodeObject;

export class CodeObject {
  readonly type = 'code';
  constructor(
    readonly name: string,
    readonly qualname: string,
    readonly filename: string,
    readonly firstLineno: number,
    readonly flags: number,
    /** Positional parameters, those before `/` included. */
    readonly argcount: number,
    readonly posonlyargcount: number,
    readonly kwonlyargcount: number,
    /** Parameters (positional, keyword-only, *args, **kwargs), then other locals. */
    readonly varnames: readonly string[],
    /** Locals captured by inner functions; one that is also in varnames shares its register. */
    readonly cellvars: readonly string[],
    readonly freevars: readonly string[],
    readonly names: readonly string[],
    readonly constants: readonly Constant[],
    readonly ops: Uint8Array,
    readonly args: Uint16Array | Int32Array,
    /** Five numbers a row: first instruction, end (exclusive), handler, stack depth at the handler, 1 if the instruction index is pushed. */
    readonly exceptionTable: Int32Array,
    /** Encoded positions; read through `positionOf`. Empty when the target keeps no line tables. */
    readonly lineTable: Uint8Array,
    readonly stackSize: number,
    /** The first constant is the docstring (functions: constants[0] is it, or null). */
    readonly hasDocstring: boolean,
  ) {}
}

/**
 * Register numbers of a code object's variables ("localsplus"): varnames first, then the cellvars that are not in varnames,
 * then freevars. Stack slots follow.
 */
export function localsPlus(code: CodeObject): string[] {
  const names = code.varnames.slice();
  for (const name of code.cellvars) if (!code.varnames.includes(name)) names.push(name);
  return names.concat(code.freevars);
}
