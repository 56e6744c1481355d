/**
 * The types of the iterators over lists, tuples, ranges and sets. Each keeps a position (iterators.ts); `__reduce__` and `__setstate__` show
 * it as CPython does, so that they can be copied and pickled.
 */
import { STOP } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { noArgs, oneArg } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { NativeSpec } from './native.ts';
import { newList } from './list.ts';
import { newTuple } from './tuple.ts';
import type { PyRange } from './range.ts';
import type { PyListIterator, PyListReverseIterator, PySetIterator, PyTupleIterator } from './iterators.ts';
import { PyLongRangeIterator, PyRangeIterator } from './iterators.ts';
import { DUMMY } from './set-table.ts';
import { asInt } from './unwrap.ts';
import { addInt, mulInt, subInt } from '../numeric/int-arith.ts';
import { runtimeError, typeError } from './raise.ts';
import { typeOf } from './type-of.ts';

/** `(builtin, (argument,))`, or with a state as third item: what `__reduce__` of an iterator returns. */
export function reduceTo(I: Interp, builtin: 'iter' | 'reversed', argument: Value, state?: Value): Value {
  const fn = I.builtins.getStr(builtin)!;
  const args = newTuple(I, [argument]);
  return newTuple(I, state === undefined ? [fn, args] : [fn, args, state]);
}

/** The position that `__setstate__` is given, clipped to 0 .. `size`; undefined after raising TypeError. */
function stateOf(I: Interp, v: Value, low: number, high: number): number | undefined {
  const n = asInt(v);
  if (n === undefined) return typeError(I, `'${typeOf(I, v).tpName}' object cannot be interpreted as an integer`);
  return n < low ? low : n > high ? high : Number(n);
}

const LIST_ITERATOR_METHODS: Readonly<Record<string, NativeSpec>> = {
  __length_hint__: noArgs((_I, it: PyListIterator) =>
    it.list === null ? 0 : Math.max(0, it.list.items.length - it.index),
  ),
  __reduce__: noArgs((I, it: PyListIterator) =>
    it.list === null ? reduceTo(I, 'iter', newList(I, [])) : reduceTo(I, 'iter', it.list, it.index),
  ),
  __setstate__: oneArg((I, it: PyListIterator, state) => {
    const at = stateOf(I, state, 0, it.list === null ? 0 : it.list.items.length);
    if (at === undefined) return undefined;
    if (it.list !== null) it.index = at;
    return null;
  }),
};

export const LIST_ITERATOR_SPEC: TypeSpec = {
  name: 'list_iterator',
  isFinal: true,
  slots: {
    iter: (_I, it) => it,
    next: (_I, it: PyListIterator) => {
      const item = it.nextItem();
      return item === undefined ? STOP : item;
    },
    visit: (it: PyListIterator, visit) => visit(it.list),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: LIST_ITERATOR_METHODS,
};

export const LIST_REVERSE_ITERATOR_SPEC: TypeSpec = {
  name: 'list_reverseiterator',
  isFinal: true,
  slots: {
    iter: (_I, it) => it,
    next: (_I, it: PyListReverseIterator) => {
      const item = it.nextItem();
      return item === undefined ? STOP : item;
    },
    visit: (it: PyListReverseIterator, visit) => visit(it.list),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    __length_hint__: noArgs((_I, it: PyListReverseIterator) =>
      it.list === null || it.index >= it.list.items.length ? 0 : it.index + 1,
    ),
    __reduce__: noArgs((I, it: PyListReverseIterator) =>
      it.list === null ? reduceTo(I, 'iter', newList(I, [])) : reduceTo(I, 'reversed', it.list, it.index),
    ),
    __setstate__: oneArg((I, it: PyListReverseIterator, state) => {
      const at = stateOf(I, state, -1, it.list === null ? -1 : it.list.items.length - 1);
      if (at === undefined) return undefined;
      if (it.list !== null) it.index = at;
      return null;
    }),
  },
};

export const TUPLE_ITERATOR_SPEC: TypeSpec = {
  name: 'tuple_iterator',
  isFinal: true,
  slots: {
    iter: (_I, it) => it,
    next: (_I, it: PyTupleIterator) => {
      const item = it.nextItem();
      return item === undefined ? STOP : item;
    },
    visit: (it: PyTupleIterator, visit) => visit(it.tuple),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    __length_hint__: noArgs((_I, it: PyTupleIterator) => (it.tuple === null ? 0 : it.tuple.items.length - it.index)),
    __reduce__: noArgs((I, it: PyTupleIterator) =>
      it.tuple === null ? reduceTo(I, 'iter', newTuple(I, [])) : reduceTo(I, 'iter', it.tuple, it.index),
    ),
    __setstate__: oneArg((I, it: PyTupleIterator, state) => {
      const at = stateOf(I, state, 0, it.tuple === null ? 0 : it.tuple.items.length);
      if (at === undefined) return undefined;
      if (it.tuple !== null) it.index = at;
      return null;
    }),
  },
};

/** The range that is left, made by calling `range`: start, stop, step. */
function rest(I: Interp, start: Value, stop: Value, step: Value): Value | undefined {
  return I.call(I.types.range, [start, stop, step], null);
}

export const RANGE_ITERATOR_SPEC: TypeSpec = {
  name: 'range_iterator',
  isFinal: true,
  slots: {
    iter: (_I, it) => it,
    next: (_I, it: PyRangeIterator) => {
      const n = it.nextInt();
      return n === undefined ? STOP : n;
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    __length_hint__: noArgs((_I, it: PyRangeIterator) => it.left),
    __reduce__: noArgs((I, it: PyRangeIterator) => {
      const index = it.length - it.left;
      const range = rest(I, it.value - index * it.step, it.value + it.left * it.step, it.step);
      return range === undefined ? undefined : reduceTo(I, 'iter', range, index);
    }),
    __setstate__: oneArg((I, it: PyRangeIterator, state) => {
      const at = stateOf(I, state, 0, it.length);
      if (at === undefined) return undefined;
      it.moveTo(at);
      return null;
    }),
  },
};

export const LONG_RANGE_ITERATOR_SPEC: TypeSpec = {
  name: 'longrange_iterator',
  isFinal: true,
  slots: {
    iter: (_I, it) => it,
    next: (_I, it: PyLongRangeIterator) => {
      if (it.index >= it.length) return STOP;
      const item = addInt(it.start, mulInt(it.index, it.step));
      it.index = addInt(it.index, 1);
      return item;
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    __length_hint__: noArgs((_I, it: PyLongRangeIterator) => subInt(it.length, it.index)),
    __reduce__: noArgs((I, it: PyLongRangeIterator) => {
      const range = rest(I, it.start, addInt(it.start, mulInt(it.length, it.step)), it.step);
      return range === undefined ? undefined : reduceTo(I, 'iter', range, it.index);
    }),
    __setstate__: oneArg((I, it: PyLongRangeIterator, state) => {
      const n = asInt(state);
      if (n === undefined)
        return typeError(I, `'${typeOf(I, state).tpName}' object cannot be interpreted as an integer`);
      it.index = n < 0 ? 0 : n > it.length ? it.length : n;
      return null;
    }),
  },
};

/** Makes the iterator over `range`: the quick one where every item is a number. */
export function newRangeIterator(I: Interp, range: PyRange, isReversed = false): PyRangeIterator | PyLongRangeIterator {
  let { start, step } = range;
  const length = range.length;
  if (isReversed) {
    start = addInt(start, mulInt(subInt(length, 1), step));
    step = subInt(0, step);
  }
  if (range.isSmall && typeof start === 'number' && typeof step === 'number') {
    return new PyRangeIterator(I.typeFor(RANGE_ITERATOR_SPEC), start, step, length as number);
  }
  return new PyLongRangeIterator(I.typeFor(LONG_RANGE_ITERATOR_SPEC), start, step, length);
}

function nextInSet(I: Interp, it: PySetIterator): any {
  const set = it.set;
  if (set === null) return STOP;
  if (it.expectedSize !== set.size) {
    it.expectedSize = -1;
    return runtimeError(I, 'Set changed size during iteration');
  }
  const keys = set.keys;
  let slot = it.position;
  while (slot < keys.length && (keys[slot] === undefined || keys[slot] === DUMMY)) slot++;
  I.ticks -= (slot - it.position) >> 6;
  it.position = slot + 1;
  if (slot >= keys.length) {
    it.set = null;
    return STOP;
  }
  it.left--;
  return keys[slot];
}

export const SET_ITERATOR_SPEC: TypeSpec = {
  name: 'set_iterator',
  isFinal: true,
  slots: {
    iter: (_I, it) => it,
    next: nextInSet,
    visit: (it: PySetIterator, visit) => visit(it.set),
    sizeOf: (I) => 8 * I.memory.pointerBytes,
  },
  methods: {
    __length_hint__: noArgs((_I, it: PySetIterator) =>
      it.set !== null && it.expectedSize === it.set.size ? it.left : 0,
    ),
    __reduce__: noArgs((I, it: PySetIterator) => {
      const items: Value[] = [];
      if (it.set !== null) {
        const set = it.set;
        for (let slot = set.nextSlot(it.position); slot >= 0; slot = set.nextSlot(slot + 1)) items.push(set.keys[slot]);
        I.ticks -= set.mask >> 4;
      }
      return reduceTo(I, 'iter', newList(I, items));
    }),
  },
};
