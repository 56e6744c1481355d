/**
 * Payload of `set` and `frozenset`: one class with CPython's open-addressing layout (`set-table.ts`), because both share every read
 * operation. Leaf file; the Python faces are `set-type.ts` and `frozenset-type.ts`.
 */
import { SetTable } from './set-table.ts';
import type { PyType } from './type.ts';
import type { Shape } from './shape.ts';

/** Either kind of set. */
export class PyAnySet extends SetTable {}

/** An exact set when `v.constructor === PySet`. */
export class PySet extends PyAnySet {}

/** An instance of a Python class derived from set. */
export class PySetObject extends PySet {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType) {
    super(cls);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** An exact frozenset when `v.constructor === PyFrozenSet`. */
export class PyFrozenSet extends PyAnySet {}

/** An instance of a Python class derived from frozenset. */
export class PyFrozenSetObject extends PyFrozenSet {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType) {
    super(cls);
    this.shape = cls.rootShape;
    this.s = [];
  }
}
