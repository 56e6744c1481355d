/** Payloads of `types.GenericAlias` (`list[int]`) and `types.UnionType` (`int | str`). Faces: generic-alias-type.ts and union-type.ts. */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';

export class PyGenericAlias extends PyObject {
  readonly origin: Value;
  readonly args: readonly Value[];
  /** `*tuple[int]`. */
  readonly isStarred: boolean;
  constructor(cls: PyType, origin: Value, args: readonly Value[], isStarred: boolean) {
    super(cls);
    this.origin = origin;
    this.args = args;
    this.isStarred = isStarred;
  }
}

export class PyUnion extends PyObject {
  /** Two or more different members, in order. */
  readonly args: readonly Value[];
  constructor(cls: PyType, args: readonly Value[]) {
    super(cls);
    this.args = args;
  }
}
