/** Payload of `mappingproxy`: a read-only view of a mapping, as `type.__dict__` is. */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';

export class PyMappingProxy extends PyObject {
  readonly mapping: Value;
  constructor(cls: PyType, mapping: Value) {
    super(cls);
    this.mapping = mapping;
  }
}
