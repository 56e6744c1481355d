/**
 * Payloads of the descriptors that live in class namespaces: property, staticmethod, classmethod, and the two that the runtime makes itself,
 * getset_descriptor (computed attributes of built-in types) and member_descriptor (`__slots__`).
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import type { GetSetSpec } from './native.ts';
import type { Shape } from './shape.ts';

export class PyProperty extends PyObject {
  fget: Value;
  fset: Value;
  fdel: Value;
  doc: Value;
  /** The docstring was taken from fget, so copies take it from theirs. */
  hasGetterDoc: boolean;
  /** Name given by `__set_name__`; null: never bound in a class body. */
  name: Value;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType) {
    super(cls);
    this.fget = null;
    this.fset = null;
    this.fdel = null;
    this.doc = null;
    this.hasGetterDoc = false;
    this.name = null;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

export class PyStaticMethod extends PyObject {
  fn: Value;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, fn: Value) {
    super(cls);
    this.fn = fn;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

export class PyClassMethod extends PyObject {
  fn: Value;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, fn: Value) {
    super(cls);
    this.fn = fn;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** A computed attribute of a built-in type. */
export class PyGetSet extends PyObject {
  readonly name: string;
  readonly spec: GetSetSpec;
  readonly owner: PyType;
  constructor(cls: PyType, name: string, spec: GetSetSpec, owner: PyType) {
    super(cls);
    this.name = name;
    this.spec = spec;
    this.owner = owner;
  }
}

/** One name of `__slots__`: its value is `s[index]` of instances of `owner`. */
export class PyMember extends PyObject {
  readonly name: string;
  readonly index: number;
  readonly owner: PyType;
  constructor(cls: PyType, name: string, index: number, owner: PyType) {
    super(cls);
    this.name = name;
    this.index = index;
    this.owner = owner;
  }
}
