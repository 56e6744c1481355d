/** Payload of `slice`. Leaf file; the Python face is `slice-type.ts`. */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';

export class PySlice extends PyObject {
  constructor(
    cls: PyType,
    readonly start: Value,
    readonly stop: Value,
    readonly step: Value,
  ) {
    super(cls);
  }
}
