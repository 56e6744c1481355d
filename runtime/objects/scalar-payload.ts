/**
 * Payload classes of the scalar types: what a heap object of `bytes`, `complex` ... holds, and what an instance of a Python subclass of
 * `int`, `float` and `str` holds (exact instances of those three are JavaScript primitives and `PyFloat`, see value.ts).
 *
 * They live together, below everything that has behaviour, so that `unwrap.ts`, exceptions and containers can look into a payload
 * without importing the type that implements it. Immutable payloads are never changed after construction.
 * `shape` and `s` are the attribute storage of instances of Python classes, the same two fields as in `PyInstance`.
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import type { Shape } from './shape.ts';

/** An instance of a Python subclass of int. */
export class PyIntObject extends PyObject {
  shape: Shape | null;
  s: any[];
  constructor(
    cls: PyType,
    readonly value: number | bigint,
  ) {
    super(cls);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** An instance of a Python subclass of float. */
export class PyFloatObject extends PyObject {
  shape: Shape | null;
  s: any[];
  constructor(
    cls: PyType,
    readonly value: number,
  ) {
    super(cls);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** An instance of a Python subclass of str. */
export class PyStrObject extends PyObject {
  shape: Shape | null;
  s: any[];
  constructor(
    cls: PyType,
    readonly value: string,
  ) {
    super(cls);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** A complex number. */
export class PyComplex extends PyObject {
  constructor(
    cls: PyType,
    readonly re: number,
    readonly im: number,
  ) {
    super(cls);
  }
}

/** An instance of a Python subclass of complex. */
export class PyComplexObject extends PyComplex {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, re: number, im: number) {
    super(cls, re, im);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** A bytes object. `data` must not be written to. */
export class PyBytes extends PyObject {
  /** Cached hash; null until first asked. */
  hash: number | bigint | null;
  constructor(
    cls: PyType,
    readonly data: Uint8Array,
  ) {
    super(cls);
    this.hash = null;
  }
}

/** An instance of a Python subclass of bytes. */
export class PyBytesObject extends PyBytes {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, data: Uint8Array) {
    super(cls, data);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/**
 * A bytearray: the first `length` bytes of `data` count, the rest is room to grow.
 * While `exports` (live memoryviews) is above zero the length must not change.
 */
export class PyByteArray extends PyObject {
  data: Uint8Array;
  length: number;
  exports: number;
  constructor(cls: PyType, data: Uint8Array) {
    super(cls);
    this.data = data;
    this.length = data.length;
    this.exports = 0;
  }

  /** The bytes that count, as a view that shares them. */
  view(): Uint8Array {
    return this.length === this.data.length ? this.data : this.data.subarray(0, this.length);
  }
}

/** An instance of a Python subclass of bytearray. */
export class PyByteArrayObject extends PyByteArray {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, data: Uint8Array) {
    super(cls, data);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/**
 * A one-dimensional memoryview: `count` items of `itemSize` bytes in `format`, the first at byte `offset` of the owner's bytes, `stride`
 * bytes apart (negative after `m[::-1]`).
 */
export class PyMemoryView extends PyObject {
  /** Bytes or bytearray whose memory is looked at; null once released. */
  owner: PyBytes | PyByteArray | null;
  offset: number;
  count: number;
  stride: number;
  format: string;
  itemSize: number;
  /** What `memoryview.obj` shows: the object the first view of the chain was made from. */
  source: Value;
  readonly: boolean;
  /** Counted in `exports` of its bytearray: between `__enter__` and release. */
  isHeld: boolean;
  hash: number | bigint | null;
  constructor(
    cls: PyType,
    owner: PyBytes | PyByteArray,
    offset: number,
    count: number,
    stride: number,
    format: string,
    itemSize: number,
  ) {
    super(cls);
    this.owner = owner;
    this.offset = offset;
    this.count = count;
    this.stride = stride;
    this.format = format;
    this.itemSize = itemSize;
    this.source = owner;
    this.readonly = true;
    this.isHeld = false;
    this.hash = null;
  }
}
