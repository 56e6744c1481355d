/**
 * JavaScript values <-> Python values. Deep, with one rule per type:
 *
 * | JavaScript                | Python  | and back                                                          |
 * |---------------------------|---------|-------------------------------------------------------------------|
 * | null, undefined           | None    | null                                                              |
 * | boolean, string, bigint   | bool, str, int | the same; an int outside the safe range is a bigint        |
 * | number, integral          | int     | number                                                            |
 * | number, other             | float   | number; also floats without fraction, such as 2.0                 |
 * | Uint8Array                | bytes   | Uint8Array (a copy, both ways); bytearray too                     |
 * | Array                     | list    | Array; tuple too                                                  |
 * | Set                       | set     | Set; frozenset too                                                |
 * | Map                       | dict    | Map, when a key is not a str                                      |
 * | plain object              | dict    | object without prototype, when all keys are str                   |
 * | PythonObject              | itself  | PythonObject, for everything else                                 |
 *
 * Only own enumerable properties count, and keys such as `__proto__` are ordinary: objects made here have no prototype. The same object met
 * inside itself cannot be converted, nor can more than MAX_ITEMS values at once.
 */
import {
  PyAnySet,
  PyByteArray,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PyTuple,
  asFloat,
  asInt,
  asStr,
  newDict,
  newList,
  newSet,
  normalizeBig,
  putItem,
} from '../runtime/index.ts';
import type { Interpreter, Value } from '../runtime/index.ts';
import { notConvertible } from './host-error.ts';
import { PythonObject } from './python-object.ts';

/** Values converted by one call, containers and their items counted. */
export const MAX_ITEMS = 1_000_000;
/** Depth of containers in containers. */
const MAX_DEPTH = 200;

/** What a conversion needs of its runtime. */
export interface ValueBridge {
  readonly interpreter: Interpreter;
  /** Functions become Python callables under this name. */
  wrapFunction(fn: (...args: any[]) => unknown, name: string): Value;
  /** The JavaScript face of a value that has no counterpart. */
  wrapObject(value: Value): PythonObject;
  /** True for objects of this bridge's own runtime. */
  owns(object: PythonObject): boolean;
}

class Conversion {
  private count = 0;
  private readonly path: unknown[] = [];
  constructor(
    readonly bridge: ValueBridge,
    /** For messages: the call and argument. */
    readonly call: string,
  ) {}

  enter(container: unknown, size: number): void {
    this.count += size + 1;
    if (this.count > MAX_ITEMS)
      throw notConvertible(this.call, `a value with more than ${MAX_ITEMS} parts is too large`);
    if (this.path.length === MAX_DEPTH)
      throw notConvertible(this.call, `containers nested more than ${MAX_DEPTH} deep`);
    if (this.path.includes(container))
      throw notConvertible(this.call, 'a container that contains itself cannot be converted');
    this.path.push(container);
  }

  leave(): void {
    this.path.pop();
  }
}

/** Makes the Python value of `value`. `name` is what a function is called in Python. Throws HostError ERR_STACKLESS_CONVERSION. */
export function toPython(bridge: ValueBridge, value: unknown, call: string, name = 'function'): Value {
  return convertIn(new Conversion(bridge, call), value, name);
}

function convertIn(c: Conversion, value: unknown, name: string): Value {
  switch (typeof value) {
    case 'undefined':
      return null;
    case 'boolean':
      return value;
    case 'string':
      return value;
    case 'number':
      return Number.isInteger(value) && !Object.is(value, -0) ? normalInt(value) : new PyFloat(value);
    case 'bigint':
      return normalizeBig(value);
    case 'function':
      return c.bridge.wrapFunction(value as (...args: any[]) => unknown, name);
    case 'symbol':
      throw notConvertible(c.call, 'a symbol has no counterpart in Python');
    default:
      return value === null ? null : convertObject(c, value as object, name);
  }
}

function normalInt(value: number): number | bigint {
  return Number.isSafeInteger(value) ? value : normalizeBig(BigInt(value));
}

function convertObject(c: Conversion, value: object, name: string): Value {
  const I = c.bridge.interpreter;
  if (value instanceof PythonObject) {
    if (!c.bridge.owns(value))
      throw notConvertible(c.call, 'the Python object belongs to another runtime, or was released');
    return value.value;
  }
  if (Array.isArray(value)) {
    c.enter(value, value.length);
    const items = Array.from(value, (item) => convertIn(c, item, name));
    c.leave();
    chargeFor(I, items.length);
    return newList(I, items);
  }
  if (value instanceof Uint8Array) {
    chargeFor(I, value.length >> 3);
    return new PyBytes(I.types.bytes, value.slice());
  }
  if (value instanceof Set) {
    c.enter(value, value.size);
    const set = newSet(
      I,
      Array.from(value, (item) => hashable(c, convertIn(c, item, name))),
    );
    c.leave();
    if (set === undefined) throw badKey(c);
    return set;
  }
  const entries = value instanceof Map ? [...value] : plainEntries(c, value);
  c.enter(value, entries.length * 2);
  const dict = newDict(I);
  for (const [key, item] of entries) {
    if (typeof key === 'string') dict.setStr(I, key, convertIn(c, item, key));
    else if (!putItem(I, dict, hashable(c, convertIn(c, key, name)), convertIn(c, item, name))) throw badKey(c);
  }
  c.leave();
  return dict;
}

function plainEntries(c: Conversion, value: object): Array<[unknown, unknown]> {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || Object.getPrototypeOf(prototype as object) === null) return Object.entries(value);
  const className: unknown = (value.constructor as { name?: unknown } | undefined)?.name;
  throw notConvertible(
    c.call,
    `an instance of ${typeof className === 'string' ? className : 'a class'} has no counterpart in Python; pass plain objects and functions`,
  );
}

function hashable(c: Conversion, value: Value): Value {
  if (value instanceof PyList || value instanceof PyDict || value instanceof PyAnySet) throw badKey(c);
  return value;
}

function badKey(c: Conversion): Error {
  return notConvertible(c.call, 'keys of maps and members of sets must be text, numbers or booleans');
}

/** Modelled growth of a container made for a script; the limit is enforced when the script next allocates. */
function chargeFor(I: Interpreter, items: number): void {
  I.bytesLeft -= 56 + items * I.memory.pointerBytes;
}

/** Makes the JavaScript value of `value`. Never runs Python code. Throws HostError ERR_STACKLESS_CONVERSION. */
export function toJavaScript(bridge: ValueBridge, value: Value, call: string): unknown {
  return convertOut(new Conversion(bridge, call), value);
}

function convertOut(c: Conversion, value: Value): unknown {
  if (typeof value !== 'object') return value;
  if (value === null) return null;
  if (value instanceof PyFloat) return value.value;
  if (value instanceof PyList || value instanceof PyTuple) {
    c.enter(value, value.items.length);
    const items = value.items.map((item: Value) => convertOut(c, item));
    c.leave();
    return items;
  }
  if (value instanceof PyDict) return convertDict(c, value);
  if (value instanceof PyAnySet) {
    const members = value.toArray();
    c.enter(value, members.length);
    const set = new Set(members.map((item: Value) => convertOut(c, item)));
    c.leave();
    return set;
  }
  if (value instanceof PyBytes) return value.data.slice();
  if (value instanceof PyByteArray) return value.view().slice();
  return asInt(value) ?? asStr(value) ?? asFloat(value) ?? c.bridge.wrapObject(value);
}

function convertDict(c: Conversion, dict: PyDict): unknown {
  c.enter(dict, dict.entryCount * 2);
  const entries: Array<[unknown, unknown]> = [];
  let isPlain = true;
  for (let i = 0; i < dict.entryCount; i++) {
    const item = dict.valueAt(i);
    if (item === undefined) continue;
    const key = convertOut(c, dict.keyAt(i)!);
    if (typeof key !== 'string') isPlain = false;
    entries.push([key, convertOut(c, item)]);
  }
  c.leave();
  if (!isPlain) return new Map(entries);
  const object = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of entries) object[key as string] = item;
  return object;
}
