/**
 * Instances of Python classes and the attribute storage they share with every object that takes attributes (exceptions, functions,
 * instances of Python subclasses of built-in types): the fields `shape` and `s`.
 *
 * A set attribute is never undefined, so `s[i] === undefined` means "not there" for slot members too. In dict mode (shape.isDict) the PyDict
 * at `s[type.slotCount]` is the truth. Objects go into dict mode when somebody asks for `__dict__`, deletes an attribute, or has too many.
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import type { PyType } from './type.ts';
import type { Shape } from './shape.ts';
import { PyDict } from './dict.ts';

/** Anything with attribute storage. `shape` is null when its class gives instances none. */
export interface Stored {
  cls: PyType;
  shape: Shape | null;
  s: any[];
}

export class PyInstance extends PyObject {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, shape: Shape | null, s: any[]) {
    super(cls);
    this.shape = shape;
    this.s = s;
  }
}

/** Makes an instance of `cls` without attributes, with room for as many as earlier instances had. */
export function newInstance(I: Interp, cls: PyType): PyInstance {
  const room = cls.expectedSize;
  I.bytesLeft -= (6 + room) * I.memory.pointerBytes;
  return new PyInstance(cls, cls.rootShape, emptyStorage(room));
}

/** An array with room for exactly `room` entries, all undefined; a pushed-to literal would take room for 17. */
export function emptyStorage(room: number): any[] {
  switch (room) {
    case 0:
      return [];
    case 1:
      return [undefined];
    case 2:
      return [undefined, undefined];
    case 3:
      return [undefined, undefined, undefined];
    case 4:
      return [undefined, undefined, undefined, undefined];
    case 5:
      return [undefined, undefined, undefined, undefined, undefined];
    case 6:
      return [undefined, undefined, undefined, undefined, undefined, undefined];
    case 7:
      return [undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    case 8:
      return [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    default: {
      const s: any[] = [
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
      ];
      while (s.length < room) s.push(undefined);
      return s;
    }
  }
}

/** Returns attribute `name` stored on the instance itself, or undefined. Never calls Python. */
export function getOwn(obj: Stored, name: string): Value | undefined {
  const shape = obj.shape;
  if (shape === null || shape === undefined) return undefined;
  if (shape.isDict) return (obj.s[shape.count - 1] as PyDict).getStr(name);
  const index = shape.indexOf(name);
  return index < 0 ? undefined : obj.s[index];
}

/** Instances of Python subclasses of payloads that have no variant with storage (iterators and the like) get it when they need it. */
function addStorage(obj: Stored): Shape {
  obj.s = [];
  obj.shape = obj.cls.rootShape;
  return obj.shape!;
}

/** Stores attribute `name` on the instance itself. Requires `obj.cls.hasDict`. Never calls Python. */
export function setOwn(I: Interp, obj: Stored, name: string, value: Value): void {
  let shape = obj.shape ?? addStorage(obj);
  if (!shape.isDict) {
    const index = shape.indexOf(name);
    if (index >= 0) {
      obj.s[index] = value;
      return;
    }
    const next = shape.withAttribute(name);
    if (next !== null) {
      I.bytesLeft -= I.memory.pointerBytes;
      obj.s[shape.count] = value;
      obj.shape = next;
      return;
    }
    instanceDict(I, obj);
    shape = obj.shape!;
  }
  (obj.s[shape.count - 1] as PyDict).setStr(I, name, value);
}

/** Deletes attribute `name` of the instance itself; false if it has none. Goes into dict mode. Never calls Python. */
export function deleteOwn(I: Interp, obj: Stored, name: string): boolean {
  if (getOwn(obj, name) === undefined) return false;
  return instanceDict(I, obj).deleteStr(name);
}

/** The instance's `__dict__`, as it is from then on: goes into dict mode. Requires `obj.cls.hasDict`. */
export function instanceDict(I: Interp, obj: Stored): PyDict {
  const shape = obj.shape ?? addStorage(obj);
  if (shape.isDict) return obj.s[shape.count - 1];
  const dict = new PyDict(I.types.dict);
  const names = shape.names();
  const first = obj.cls.slotCount;
  for (let i = 0; i < names.length; i++) {
    const value = obj.s[first + i];
    if (value !== undefined) dict.setStr(I, names[i]!, value);
  }
  replaceDict(obj, dict);
  return dict;
}

/** Makes `dict` the instance's `__dict__`. Requires `obj.cls.hasDict`. */
export function replaceDict(obj: Stored, dict: PyDict): void {
  const first = obj.cls.slotCount;
  const s = obj.s.slice(0, first);
  while (s.length < first) s.push(undefined);
  s.push(dict);
  obj.s = s;
  obj.shape = obj.cls.dictShape;
}

/** The names of the attributes stored on the instance itself, in order; str keys only in dict mode. */
export function ownNames(obj: Stored): string[] {
  const shape = obj.shape;
  if (shape === null || shape === undefined) return [];
  if (!shape.isDict) return shape.names().filter((name) => obj.s[shape.indexOf(name)] !== undefined);
  return (obj.s[shape.count - 1] as PyDict).strKeys();
}
