/**
 * What a Python value is in JavaScript (docs/core.md, "Values").
 *
 * int: number in the safe-integer range, else bigint, never -0. str: primitive string. bool, None: true/false/null.
 * float: PyFloat. Everything else: a class derived from PyObject. `undefined` is never a value: it is what an operation returns
 * that has raised (interp.exc is set) or suspended (it is not).
 */
import type { PyType } from './type.ts';

export type Value = number | bigint | string | boolean | null | PyFloat | PyObject;
/** The result of an operation that may raise or suspend. */
export type Maybe<T = Value> = T | undefined;

/**
 * A float. No `cls` field on purpose: a float temporary is the most frequent allocation there is, so `typeOf` treats "no cls" as float.
 * Check with `v instanceof PyFloat` in cold code, `v.constructor === PyFloat` in hot code after `typeof v === 'object' && v !== null`.
 */
export class PyFloat {
  declare readonly cls: undefined;
  constructor(public value: number) {}
}

/** Every heap value but float. `cls` is its Python type in its own runtime. */
export class PyObject {
  constructor(public cls: PyType) {}
}

/** Internal markers. Never visible to Python code. */
export class Sentinel {
  constructor(readonly label: string) {}
}
/** "No such key/attribute": look-ups that may also raise or suspend return it. */
export const MISSING = new Sentinel('missing');
/** "Iterator exhausted": what iterNext returns instead of raising StopIteration. */
export const STOP = new Sentinel('stop');
/** The self slot of LOAD_METHOD when the attribute was not a plain function of the class. */
export const NULL = new Sentinel('null');
export type Missing = typeof MISSING;

/** A cell of a closure; `v` is undefined while unbound. */
export class PyCell extends PyObject {
  constructor(
    cls: PyType,
    public v: Value | undefined,
  ) {
    super(cls);
  }
}
