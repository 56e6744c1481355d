/** Payload of `method`: a callable with its first argument. */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';

export class PyMethod extends PyObject {
  readonly fn: Value;
  readonly self: Value;
  constructor(cls: PyType, fn: Value, self: Value) {
    super(cls);
    this.fn = fn;
    this.self = self;
  }
}
