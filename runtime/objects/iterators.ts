/**
 * Payloads of the iterators of containers and ranges: a position, no JavaScript iterators, so that a suspended loop can be saved.
 * Each class is one Python type; their descriptions are in `iterator-types.ts` and `dict-view-types.ts`. An exhausted iterator drops its
 * container for good, as CPython's do.
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import type { PyList } from './list.ts';
import type { PyTuple } from './tuple.ts';
import type { PyDict } from './dict.ts';
import type { PyAnySet } from './set.ts';

/** list_iterator. */
export class PyListIterator extends PyObject {
  list: PyList | null;
  index: number;
  constructor(cls: PyType, list: PyList) {
    super(cls);
    this.list = list;
    this.index = 0;
  }
  /** The next item, undefined when exhausted. */
  nextItem(): Value | undefined {
    const list = this.list;
    if (list === null) return undefined;
    const items = list.items;
    const index = this.index;
    if (index < items.length) {
      this.index = index + 1;
      return items[index];
    }
    this.list = null;
    return undefined;
  }
}

/** list_reverseiterator. */
export class PyListReverseIterator extends PyObject {
  list: PyList | null;
  index: number;
  constructor(cls: PyType, list: PyList) {
    super(cls);
    this.list = list;
    this.index = list.items.length - 1;
  }
  nextItem(): Value | undefined {
    const list = this.list;
    if (list === null) return undefined;
    const index = this.index;
    if (index >= 0 && index < list.items.length) {
      this.index = index - 1;
      return list.items[index];
    }
    this.index = -1;
    this.list = null;
    return undefined;
  }
}

/** tuple_iterator. */
export class PyTupleIterator extends PyObject {
  tuple: PyTuple | null;
  index: number;
  constructor(cls: PyType, tuple: PyTuple) {
    super(cls);
    this.tuple = tuple;
    this.index = 0;
  }
  nextItem(): Value | undefined {
    const tuple = this.tuple;
    if (tuple === null) return undefined;
    const index = this.index;
    if (index < tuple.items.length) {
      this.index = index + 1;
      return tuple.items[index];
    }
    this.tuple = null;
    return undefined;
  }
}

/** range_iterator: every item and the step are numbers. */
export class PyRangeIterator extends PyObject {
  value: number;
  step: number;
  left: number;
  /** Items there were at the start. */
  readonly length: number;
  constructor(cls: PyType, value: number, step: number, left: number) {
    super(cls);
    this.value = value;
    this.step = step;
    this.left = left;
    this.length = left;
  }
  /** Goes to item `index`, which must not be beyond `length`. */
  moveTo(index: number): void {
    this.value += (index - (this.length - this.left)) * this.step;
    this.left = this.length - index;
  }
  /** The next int, undefined when exhausted. */
  nextInt(): number | undefined {
    if (this.left <= 0) return undefined;
    this.left--;
    const value = this.value;
    this.value = value + this.step;
    return value;
  }
}

/** longrange_iterator: some item is, or may be, a bigint. `index` counts up to `length`. */
export class PyLongRangeIterator extends PyObject {
  index: number | bigint;
  start: number | bigint;
  step: number | bigint;
  length: number | bigint;
  constructor(cls: PyType, start: number | bigint, step: number | bigint, length: number | bigint) {
    super(cls);
    this.index = 0;
    this.start = start;
    this.step = step;
    this.length = length;
  }
}

/** What a dictionary view or iterator yields. */
export const enum DictYield {
  KEYS,
  VALUES,
  ITEMS,
}

/** dict_keyiterator, dict_valueiterator, dict_itemiterator, and the three that go backwards. */
export class PyDictIterator extends PyObject {
  dict: PyDict | null;
  readonly yields: DictYield;
  readonly isReversed: boolean;
  /** Next entry to look at. */
  position: number;
  /** Size of the dictionary when iteration began; -1 once it was found changed. */
  expectedSize: number;
  /** Items still expected. */
  left: number;
  constructor(cls: PyType, dict: PyDict, yields: DictYield, isReversed: boolean) {
    super(cls);
    this.dict = dict;
    this.yields = yields;
    this.isReversed = isReversed;
    this.position = isReversed ? dict.keys.length - 1 : 0;
    this.expectedSize = dict.size;
    this.left = dict.size;
  }
}

/** set_iterator, for both kinds of set. */
export class PySetIterator extends PyObject {
  set: PyAnySet | null;
  position: number;
  expectedSize: number;
  left: number;
  constructor(cls: PyType, set: PyAnySet) {
    super(cls);
    this.set = set;
    this.position = 0;
    this.expectedSize = set.size;
    this.left = set.size;
  }
}
