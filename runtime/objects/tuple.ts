/**
 * Payload of `tuple`. A leaf file: it imports only `value.ts`, so that every room above can name it without an import cycle.
 * The Python face (methods, comparison, hash) is `tuple-type.ts`.
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import type { Shape } from './shape.ts';
import type { Interp } from './interp.ts';

/** An exact tuple when `v.constructor === PyTuple`. `items` is never changed after construction. */
export class PyTuple extends PyObject {
  constructor(
    cls: PyType,
    readonly items: readonly Value[],
  ) {
    super(cls);
  }
}

/** An instance of a Python class derived from tuple (named tuples are these): a tuple with attribute storage as in PyInstance. */
export class PyTupleObject extends PyTuple {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, items: readonly Value[]) {
    super(cls, items);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** Makes an exact tuple of `items` (taken over, not copied). The empty tuple is one object per runtime. */
export function newTuple(I: Interp, items: readonly Value[]): PyTuple {
  if (items.length === 0) return I.emptyTuple as PyTuple;
  I.bytesLeft -= 5 * I.memory.pointerBytes + items.length * I.memory.pointerBytes;
  return new PyTuple(I.types.tuple, items);
}
