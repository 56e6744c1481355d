/** The Python face of `collections.deque` and of its iterators. */
import type { Interp } from '../objects/interp.ts';
import { STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { noArgs, oneArg, someArgs } from '../objects/native.ts';
import type { TypeSpec } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import {
  PyDeque,
  PyDequeIterator,
  dequeAppend,
  dequeAppendLeft,
  dequeInsert,
  dequeRemoveAt,
  dequeRotate,
} from './deque.ts';
import { argumentKind, boundArgument, indexArgument, sizeArgument } from '../objects/argument.ts';
import { CLASS_GETITEM } from '../objects/class-getitem.ts';
import { chargeCopy } from '../objects/collect.ts';
import { compareSequences, sameScalars } from '../objects/sequence-compare.ts';
import { isBeingShown, reprItems } from '../objects/container-repr.ts';
import { hashNotImplemented, isEqual } from '../objects/comparison.ts';
import { index, repr } from '../objects/conversion.ts';
import { CONTINUE, FoldSpec, foldIterable } from '../objects/fold.ts';
import { repeatItems } from '../objects/repeat-items.ts';
import { instanceDict } from '../objects/instance.ts';
import { newList } from '../objects/list.ts';
import { newTuple } from '../objects/tuple.ts';
import { asInt } from '../objects/unwrap.ts';
import { indexError, overflowError, runtimeError, typeError, valueError } from '../objects/raise.ts';
import { typeOf } from '../objects/type-of.ts';

// -- making --------------------------------------------------------------------------------------------

/** state = [deque]. */
const EXTEND = new FoldSpec(
  'deque.extend',
  (I, state, item) => (dequeAppend(I, state[0], item) === undefined ? undefined : CONTINUE),
  () => null,
);
const EXTEND_LEFT = new FoldSpec(
  'deque.extendleft',
  (I, state, item) => (dequeAppendLeft(I, state[0], item) === undefined ? undefined : CONTINUE),
  () => null,
);

function extend(I: Interp, deque: PyDeque, iterable: Value): any {
  // As CPython does, to fill the first block from one end.
  if (deque.size === 0) deque.leftIndex = 1;
  return foldIterable(I, EXTEND, iterable === deque ? newList(I, deque.toArray()) : iterable, [deque]);
}

function extendLeft(I: Interp, deque: PyDeque, iterable: Value): any {
  if (deque.size === 0) deque.leftIndex = 63;
  return foldIterable(I, EXTEND_LEFT, iterable === deque ? newList(I, deque.toArray()) : iterable, [deque]);
}

function init(I: Interp, deque: PyDeque, args: Value[], kw: readonly string[] | null): null | undefined {
  if (args.length > 2) return typeError(I, `deque() takes at most 2 arguments (${args.length} given)`);
  const positional = args.length - (kw === null ? 0 : kw.length);
  let iterable: Value | undefined = positional > 0 ? args[0] : undefined;
  let maxlen: Value | undefined = positional > 1 ? args[1] : undefined;
  for (let i = 0; kw !== null && i < kw.length; i++) {
    const at = kw[i] === 'iterable' ? 0 : kw[i] === 'maxlen' ? 1 : -1;
    if (at < 0) return typeError(I, `'${kw[i]}' is an invalid keyword argument for deque()`);
    if (at < positional) {
      return typeError(I, `argument for deque() given by name ('${kw[i]}') and position (${at + 1})`);
    }
    if (at === 0) iterable = args[positional + i];
    else maxlen = args[positional + i];
  }
  if (maxlen === undefined || maxlen === null) deque.maxlen = -1;
  else {
    const n = asInt(maxlen);
    if (n === undefined) return typeError(I, 'an integer is required');
    if (typeof n === 'bigint') return overflowError(I, 'Python int too large to convert to C ssize_t');
    if (n < 0) return valueError(I, 'maxlen must be non-negative');
    deque.maxlen = n;
  }
  if (deque.size > 0) deque.clear();
  return iterable === undefined ? null : extend(I, deque, iterable);
}

/** A deque of exactly type `deque` with these items and bound. */
function make(I: Interp, items: readonly Value[], maxlen: number): PyDeque | undefined {
  if (!chargeCopy(I, items.length)) return undefined;
  const result = new PyDeque(I.typeFor(DEQUE_SPEC));
  result.maxlen = maxlen;
  for (let i = maxlen >= 0 && items.length > maxlen ? items.length - maxlen : 0; i < items.length; i++) {
    if (dequeAppend(I, result, items[i]!) === undefined) return undefined;
  }
  return result;
}

function maxlenValue(deque: PyDeque): Value {
  return deque.maxlen < 0 ? null : deque.maxlen;
}

function copy(I: Interp, deque: PyDeque): any {
  if (deque.cls.isBuiltin) return make(I, deque.toArray(), deque.maxlen);
  return I.call(deque.cls, deque.maxlen < 0 ? [deque] : [deque, deque.maxlen], null);
}

/** As `copy`, with the items changed: subclasses make theirs by their constructor. */
function copyWith(I: Interp, deque: PyDeque, items: Value[]): any {
  if (deque.cls.isBuiltin) return make(I, items, deque.maxlen);
  const list = newList(I, items);
  return I.call(deque.cls, deque.maxlen < 0 ? [list] : [list, deque.maxlen], null);
}

// -- items ---------------------------------------------------------------------------------------------

/** args = [key]: the position meant, undefined after raising. */
function position(I: Interp, kind: NativeKind, deque: PyDeque, args: any[]): number | undefined {
  const key = args[0];
  if (typeof key !== 'number') {
    if (asInt(key) === undefined && typeOf(I, key).slots.index === null) {
      return typeError(I, `sequence index must be integer, not '${typeOf(I, key).tpName}'`);
    }
  }
  const n = indexArgument(I, kind, deque, args, 0);
  if (n === undefined) return undefined;
  if (typeof n === 'bigint') return indexError(I, "cannot fit 'int' into an index-sized integer");
  const i = n < 0 ? n + deque.size : n;
  return i >= 0 && i < deque.size ? i : indexError(I, 'deque index out of range');
}

function getItem(I: Interp, deque: PyDeque, args: any[]): any {
  const i = position(I, GET_ARGUMENTS, deque, args);
  return i === undefined ? undefined : deque.at(i);
}
const GET_ARGUMENTS = argumentKind('deque.getitem.arguments', getItem);

function setItem(I: Interp, deque: PyDeque, args: any[]): any {
  const i = position(I, SET_ARGUMENTS, deque, args);
  if (i === undefined) return undefined;
  deque.put(i, args[1]);
  return true;
}
const SET_ARGUMENTS = argumentKind('deque.setitem.arguments', setItem);

function deleteItem(I: Interp, deque: PyDeque, args: any[]): any {
  const i = position(I, DELETE_ARGUMENTS, deque, args);
  if (i === undefined) return undefined;
  dequeRemoveAt(I, deque, i);
  return true;
}
const DELETE_ARGUMENTS = argumentKind('deque.delitem.arguments', deleteItem);

function insert(I: Interp, deque: PyDeque, args: any[]): any {
  const at = sizeArgument(I, INSERT_ARGUMENTS, deque, args, 0);
  if (at === undefined) return undefined;
  if (deque.size === deque.maxlen) return indexError(I, 'deque already at its maximum size');
  const i = at < 0 ? Math.max(0, at + deque.size) : Math.min(at, deque.size);
  return dequeInsert(I, deque, i, args[1]) === undefined ? undefined : null;
}
const INSERT_ARGUMENTS = argumentKind('deque.insert.arguments', insert);

function rotate(I: Interp, deque: PyDeque, args: any[]): any {
  if (args.length > 1) return typeError(I, `deque.rotate expected at most 1 argument, got ${args.length}`);
  const n = args.length === 0 ? 1 : sizeArgument(I, ROTATE_ARGUMENTS, deque, args, 0);
  if (n === undefined) return undefined;
  dequeRotate(I, deque, Number.isFinite(n) ? n : 0);
  return null;
}
const ROTATE_ARGUMENTS = argumentKind('deque.rotate.arguments', rotate);

function reverse(I: Interp, deque: PyDeque): null {
  I.ticks -= deque.size >> 6;
  for (let i = 0, j = deque.size - 1; i < j; i++, j--) {
    const item = deque.at(i);
    deque.put(i, deque.at(j));
    deque.put(j, item);
  }
  return null;
}

// -- searching -----------------------------------------------------------------------------------------

const enum Search {
  CONTAINS,
  INDEX,
  COUNT,
  REMOVE,
}

/** Items looked at between two looks at the clock. */
const CHUNK = 256;

function search(I: Interp, mode: Search, deque: PyDeque, value: Value, start: number, stop: number): any {
  return I.enter(SEARCH_KIND, [undefined, mode, deque, value, start, stop, 0, deque.version]);
}

/** r = [delivered: is item i equal?, mode, deque, value, i, stop, count, version]. */
const SEARCH_KIND = new NativeKind('deque.search', (I: Interp, f: Frame) => {
  const r = f.r;
  const mode: Search = r[1];
  const deque: PyDeque = r[2];
  let equal = r[0];
  r[0] = undefined;
  for (let left = CHUNK; ; left--) {
    const i: number = r[4];
    if (equal === undefined) {
      if (i >= deque.size || i >= r[5]) return notFound(I, mode, r[3], r[6]);
      if (left <= 0) {
        left = CHUNK;
        if ((I.ticks -= CHUNK >> 4) < 0) return I.pause(f);
      }
      const same = sameScalars(deque.at(i), r[3]);
      if (same >= 0) equal = same === 1;
      else {
        I.ticks--;
        equal = isEqual(I, deque.at(i), r[3]);
        if (equal === undefined) return undefined;
      }
    }
    if (deque.version !== r[7]) {
      return mode === Search.REMOVE
        ? indexError(I, 'deque mutated during remove().')
        : runtimeError(I, 'deque mutated during iteration');
    }
    if (equal) {
      if (mode === Search.CONTAINS) return true;
      if (mode === Search.INDEX) return i;
      if (mode === Search.REMOVE) {
        dequeRemoveAt(I, deque, i);
        return null;
      }
      r[6]++;
    }
    equal = undefined;
    r[4] = i + 1;
  }
});

function notFound(I: Interp, mode: Search, value: Value, count: number): any {
  if (mode === Search.CONTAINS) return false;
  if (mode === Search.COUNT) return count;
  const entry = I.frame;
  const text = repr(I, value);
  return text === undefined ? I.then(entry, NOT_FOUND_KIND, [undefined]) : valueError(I, `${text} is not in deque`);
}

/** r = [delivered repr]. */
const NOT_FOUND_KIND = new NativeKind('deque.notFound', (I: Interp, f: Frame) =>
  valueError(I, `${f.r[0]} is not in deque`),
);

function searchBound(I: Interp, deque: PyDeque, args: any[], at: number, missing: number): number | undefined {
  const v = args[at];
  if (v === undefined) return missing;
  if (v === null || (asInt(v) === undefined && typeOf(I, v).slots.index === null)) {
    return typeError(I, 'slice indices must be integers or have an __index__ method');
  }
  const n = boundArgument(I, INDEX_ARGUMENTS, deque, args, at, missing);
  return n === undefined || n >= 0 ? n : Math.max(0, n + deque.size);
}

function indexOf(I: Interp, deque: PyDeque, args: any[]): any {
  const start = searchBound(I, deque, args, 1, 0);
  if (start === undefined) return undefined;
  const stop = searchBound(I, deque, args, 2, Infinity);
  return stop === undefined ? undefined : search(I, Search.INDEX, deque, args[0], start, stop);
}
const INDEX_ARGUMENTS = argumentKind('deque.index.arguments', indexOf);

// -- operators -----------------------------------------------------------------------------------------

function concat(I: Interp, a: any, b: any): any {
  if (!(a instanceof PyDeque)) return I.NotImplemented;
  if (!(b instanceof PyDeque))
    return typeError(I, `can only concatenate deque (not "${typeOf(I, b).tpName}") to deque`);
  if (!chargeCopy(I, a.size + b.size)) return undefined;
  return copyWith(I, a, a.toArray().concat(b.toArray()));
}

function inplaceConcat(I: Interp, deque: any, other: any): any {
  const entry = I.frame;
  return extend(I, deque, other) === undefined ? I.then(entry, RETURN_SELF_KIND, [undefined, deque]) : deque;
}
/** r = [delivered, deque]. */
const RETURN_SELF_KIND = new NativeKind('deque.returnSelf', (_I, f) => f.r[1]);

function repeat(I: Interp, a: any, b: any): any {
  return a instanceof PyDeque ? repeatBy(I, a, b, false) : repeatBy(I, b, a, false);
}

function repeatBy(I: Interp, deque: PyDeque, times: Value, isInplace: boolean): any {
  if (typeof times === 'number') return repeatTo(I, deque, times, isInplace);
  if (typeOf(I, times).slots.index === null) {
    return typeError(I, `can't multiply sequence by non-int of type '${typeOf(I, times).tpName}'`);
  }
  const entry = I.frame;
  const n = index(I, times);
  return n === undefined ? I.then(entry, REPEAT_KIND, [undefined, deque, isInplace]) : repeatTo(I, deque, n, isInplace);
}
/** r = [delivered count, deque, isInplace]. */
const REPEAT_KIND = new NativeKind('deque.repeat', (I, f) => repeatTo(I, f.r[1], f.r[0], f.r[2]));

function repeatTo(I: Interp, deque: PyDeque, times: number | bigint, isInplace: boolean): any {
  // With a bound, more than enough copies to fill it make no difference.
  let count = times;
  if (deque.maxlen >= 0 && deque.size > 0 && typeof times === 'number') {
    count = Math.min(times, Math.ceil(deque.maxlen / deque.size) + 1);
  }
  const items = repeatItems(I, deque.toArray(), count);
  if (items === undefined) return undefined;
  if (!isInplace) return copyWith(I, deque, items);
  deque.clear();
  for (let i = 0; i < items.length; i++) if (dequeAppend(I, deque, items[i]!) === undefined) return undefined;
  return deque;
}

function compare(I: Interp, op: number, a: any, b: any): any {
  if (!(a instanceof PyDeque) || !(b instanceof PyDeque)) return I.NotImplemented;
  if (a.size !== b.size && (op === 2 || op === 3)) return op === 3;
  if (!chargeCopy(I, a.size + b.size)) return undefined;
  return compareSequences(I, op, newList(I, a.toArray()), newList(I, b.toArray()));
}

function show(I: Interp, deque: PyDeque): string | undefined {
  if (isBeingShown(I, deque)) return '[...]';
  if (!chargeCopy(I, deque.size)) return undefined;
  const close = deque.maxlen < 0 ? '])' : `], maxlen=${deque.maxlen})`;
  return reprItems(I, deque, newList(I, deque.toArray()), `${deque.cls.name}([`, close);
}

function reduce(I: Interp, deque: PyDeque): Value {
  const hasState = deque.cls.hasDict && deque.s.length > 0;
  const state = hasState ? instanceDict(I, deque) : null;
  const args = deque.maxlen < 0 ? I.emptyTuple : newTuple(I, [I.emptyTuple, deque.maxlen]);
  return newTuple(I, [deque.cls, args, state, newIterator(I, deque, false)]);
}

// -- iterators -----------------------------------------------------------------------------------------

function newIterator(I: Interp, deque: PyDeque, isReversed: boolean): PyDequeIterator {
  I.bytesLeft -= 8 * I.memory.pointerBytes;
  return new PyDequeIterator(
    I.typeFor(isReversed ? DEQUE_REVERSE_ITERATOR_SPEC : DEQUE_ITERATOR_SPEC),
    deque,
    isReversed,
  );
}

function next(I: Interp, it: PyDequeIterator): any {
  const deque = it.deque;
  if (deque.version !== it.version) {
    it.index = Infinity;
    return runtimeError(I, 'deque mutated during iteration');
  }
  if (it.index >= deque.size) return STOP;
  const i = it.index++;
  return deque.at(it.isReversed ? deque.size - 1 - i : i);
}

function iteratorSpec(name: string, isReversed: boolean): TypeSpec {
  return {
    name,
    module: '_collections',
    slots: {
      new: (I, _cls, args) => {
        if (!(args[0] instanceof PyDeque))
          return typeError(I, `argument 1 must be collections.deque, not ${typeOf(I, args[0] ?? null).tpName}`);
        const it = newIterator(I, args[0], isReversed);
        if (typeof args[1] === 'number') it.index = Math.max(0, args[1]);
        return it;
      },
      iter: (_I, it) => it,
      next,
      visit: (it: PyDequeIterator, visit) => visit(it.deque),
      sizeOf: (I) => 8 * I.memory.pointerBytes,
    },
    methods: {
      __length_hint__: noArgs((_I, it: PyDequeIterator) => Math.max(0, it.deque.size - it.index)),
      __reduce__: noArgs((I, it: PyDequeIterator) => newTuple(I, [it.cls, newTuple(I, [it.deque, it.index])])),
    },
  };
}
export const DEQUE_ITERATOR_SPEC = iteratorSpec('_deque_iterator', false);
export const DEQUE_REVERSE_ITERATOR_SPEC = iteratorSpec('_deque_reverse_iterator', true);

// -- the type ------------------------------------------------------------------------------------------

const done = (v: true | undefined): null | undefined => (v === undefined ? undefined : null);

export const DEQUE_SPEC: TypeSpec = {
  name: 'deque',
  module: 'collections',
  doc: 'deque([iterable[, maxlen]]) --> deque object\n\nA list-like sequence optimized for data accesses near its endpoints.',
  allocate: (I, cls) => {
    I.bytesLeft -= 29 * I.memory.pointerBytes;
    return new PyDeque(cls);
  },
  slots: {
    new: (I, cls) => DEQUE_SPEC.allocate!(I, cls),
    init,
    hash: hashNotImplemented,
    repr: show,
    compare,
    iter: (I, deque: PyDeque) => newIterator(I, deque, false),
    len: (_I, deque: PyDeque) => deque.size,
    bool: (_I, deque: PyDeque) => deque.size > 0,
    getitem: (I, deque: PyDeque, key) => {
      if (typeof key === 'number') {
        const i = key < 0 ? key + deque.size : key;
        if (i >= 0 && i < deque.size) return deque.at(i);
      }
      return getItem(I, deque, [key]);
    },
    setitem: (I, deque: PyDeque, key, value) =>
      value === undefined ? deleteItem(I, deque, [key]) : setItem(I, deque, [key, value]),
    contains: (I, deque: PyDeque, value) => search(I, Search.CONTAINS, deque, value, 0, Infinity),
    visit: (deque: PyDeque, visit) => {
      for (let i = 0; i < deque.size; i++) visit(deque.at(i));
    },
    // Head, then blocks of 64 items with a link at each end.
    sizeOf: (I, deque: PyDeque) => (29 + 66 * deque.blocks()) * I.memory.pointerBytes,
  },
  binary: { '+': concat, '*': repeat, '+=': inplaceConcat, '*=': (I, deque, times) => repeatBy(I, deque, times, true) },
  methods: {
    append: oneArg(
      (I, deque: PyDeque, value) => done(dequeAppend(I, deque, value)),
      'Add an element to the right side of the deque.',
    ),
    appendleft: oneArg(
      (I, deque: PyDeque, value) => done(dequeAppendLeft(I, deque, value)),
      'Add an element to the left side of the deque.',
    ),
    clear: noArgs((_I, deque: PyDeque) => {
      deque.clear();
      return null;
    }, 'Remove all elements from the deque.'),
    copy: noArgs(copy, 'Return a shallow copy of a deque.'),
    __copy__: noArgs(copy, 'Return a shallow copy of a deque.'),
    count: oneArg(
      (I, deque, value) => search(I, Search.COUNT, deque, value, 0, Infinity),
      'D.count(value) -- return number of occurrences of value',
    ),
    extend: oneArg(extend, 'Extend the right side of the deque with elements from the iterable'),
    extendleft: oneArg(extendLeft, 'Extend the left side of the deque with elements from the iterable'),
    index: someArgs(
      1,
      3,
      indexOf,
      'D.index(value, [start, [stop]]) -- return first index of value.\nRaises ValueError if the value is not present.',
    ),
    insert: someArgs(2, 2, insert, 'D.insert(index, object) -- insert object before index'),
    pop: noArgs(
      (I, deque: PyDeque) => (deque.size === 0 ? indexError(I, 'pop from an empty deque') : deque.takeLast()),
      'Remove and return the rightmost element.',
    ),
    popleft: noArgs(
      (I, deque: PyDeque) => (deque.size === 0 ? indexError(I, 'pop from an empty deque') : deque.takeFirst()),
      'Remove and return the leftmost element.',
    ),
    remove: oneArg(
      (I, deque, value) => search(I, Search.REMOVE, deque, value, 0, Infinity),
      'D.remove(value) -- remove first occurrence of value.',
    ),
    reverse: noArgs(reverse, 'D.reverse() -- reverse *IN PLACE*'),
    rotate: someArgs(
      0,
      -1,
      rotate,
      'Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left.',
    ),
    __reversed__: noArgs(
      (I, deque: PyDeque) => newIterator(I, deque, true),
      'D.__reversed__() -- return a reverse iterator over the deque',
    ),
    __reduce__: noArgs(reduce, 'Return state information for pickling.'),
  },
  getset: {
    maxlen: { get: (_I, deque: PyDeque) => maxlenValue(deque), doc: 'maximum size of a deque or None if unbounded' },
  },
  classMethods: CLASS_GETITEM,
  kinds: [
    EXTEND.kind,
    EXTEND_LEFT.kind,
    GET_ARGUMENTS,
    SET_ARGUMENTS,
    DELETE_ARGUMENTS,
    INSERT_ARGUMENTS,
    ROTATE_ARGUMENTS,
    INDEX_ARGUMENTS,
    SEARCH_KIND,
    NOT_FOUND_KIND,
    RETURN_SELF_KIND,
    REPEAT_KIND,
  ],
};
