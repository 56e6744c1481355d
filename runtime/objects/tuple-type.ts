/** The Python face of `tuple`. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { noArgs, oneArg, someArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import { NativeKind } from './frame.ts';
import { PyTuple, PyTupleObject, newTuple } from './tuple.ts';
import { PySlice } from './slice.ts';
import { PyTupleIterator } from './iterators.ts';
import { TUPLE_ITERATOR_SPEC } from './iterator-types.ts';
import { argumentKind } from './argument.ts';
import { CLASS_GETITEM } from './class-getitem.ts';
import { chargeCopy, collectItems } from './collect.ts';
import { checkOneIterable, withoutForeignKeywords } from './constructor-argument.ts';
import { isBeingShown, reprItems } from './container-repr.ts';
import { index } from './conversion.ts';
import { sliceItems } from './list-slice.ts';
import { SubscriptMode, isResolved, subscriptSlow } from './sequence-index.ts';
import { SearchMode, searchBound, searchItems } from './sequence-search.ts';
import { compareSequences } from './sequence-compare.ts';
import { repeatItems } from './repeat-items.ts';
import { TUPLE_HASH_KIND, hashOfTuple } from './tuple-hash.ts';
import { indexError, typeError } from './raise.ts';
import { typeOf } from './type-of.ts';

function getItem(I: Interp, tuple: PyTuple, key: Value): any {
  if (typeof key === 'number') {
    const items = tuple.items;
    const item = items[key < 0 ? key + items.length : key];
    return item === undefined ? indexError(I, 'tuple index out of range') : item;
  }
  if (key instanceof PySlice && isResolved(key)) {
    const items = sliceItems(I, tuple.items, key);
    if (items === undefined) return undefined;
    return items.length === tuple.items.length && tuple.constructor === PyTuple && isForward(key)
      ? tuple
      : newTuple(I, items);
  }
  return subscriptSlow(I, 'tuple', tuple, key, SubscriptMode.GET, undefined);
}

function isForward(slice: PySlice): boolean {
  return slice.step === null || slice.step === 1;
}

function construct(I: Interp, cls: any, args: Value[], kw: readonly string[] | null): any {
  const positional = withoutForeignKeywords(cls, I.types.tuple, args, kw);
  if (positional === null) return typeError(I, 'tuple() takes no keyword arguments');
  if (!checkOneIterable(I, 'tuple', 'tuple', positional, null)) return undefined;
  if (cls === I.types.tuple) {
    if (positional.length === 0) return I.emptyTuple;
    if ((positional[0] as any)?.constructor === PyTuple) return positional[0];
  } else if (positional.length === 0) return new PyTupleObject(cls, []);
  const entry = I.frame;
  const items = collectItems(I, positional[0]!);
  return items === undefined ? I.then(entry, TUPLE_NEW_KIND, [undefined, cls]) : make(I, cls, items);
}

function make(I: Interp, cls: any, items: Value[]): PyTuple {
  if (cls === I.types.tuple) return newTuple(I, items);
  I.bytesLeft -= (7 + items.length) * I.memory.pointerBytes;
  return new PyTupleObject(cls, items);
}

/** r = [delivered items, class]. */
export const TUPLE_NEW_KIND = new NativeKind('tuple.new', (I, f) => make(I, f.r[1], f.r[0]));

function concat(I: Interp, a: any, b: any): any {
  if (!(a instanceof PyTuple)) return I.NotImplemented;
  if (!(b instanceof PyTuple))
    return typeError(I, `can only concatenate tuple (not "${typeOf(I, b).tpName}") to tuple`);
  if (a.items.length === 0 && b.constructor === PyTuple) return b;
  if (b.items.length === 0 && a.constructor === PyTuple) return a;
  if (!chargeCopy(I, a.items.length + b.items.length)) return undefined;
  return newTuple(I, a.items.concat(b.items));
}

function repeat(I: Interp, a: any, b: any): any {
  const tuple: PyTuple = a instanceof PyTuple ? a : b;
  const times = tuple === a ? b : a;
  if (typeof times === 'number') return repeatTo(I, tuple, times);
  if (typeOf(I, times).slots.index === null) {
    return typeError(I, `can't multiply sequence by non-int of type '${typeOf(I, times).tpName}'`);
  }
  const entry = I.frame;
  const n = index(I, times);
  return n === undefined ? I.then(entry, TUPLE_REPEAT_KIND, [undefined, tuple]) : repeatTo(I, tuple, n);
}

/** r = [delivered count, tuple]. */
export const TUPLE_REPEAT_KIND = new NativeKind('tuple.repeat', (I, f) => repeatTo(I, f.r[1], f.r[0]));

function repeatTo(I: Interp, tuple: PyTuple, times: number | bigint): PyTuple | undefined {
  if (times === 1 && tuple.constructor === PyTuple) return tuple;
  const items = repeatItems(I, tuple.items, times);
  return items === undefined ? undefined : newTuple(I, items);
}

function indexOf(I: Interp, tuple: PyTuple, args: Value[]): any {
  const start = searchBound(I, INDEX_ARGUMENTS, tuple, args, 1, 0);
  if (start === undefined) return undefined;
  const stop = searchBound(I, INDEX_ARGUMENTS, tuple, args, 2, Infinity);
  return stop === undefined ? undefined : searchItems(I, SearchMode.INDEX, tuple, args[0]!, start, stop);
}
const INDEX_ARGUMENTS = argumentKind('tuple.index.arguments', indexOf);

export const TUPLE_SPEC: TypeSpec = {
  name: 'tuple',
  matchSelf: true,
  allocate: (I, cls) => (cls === I.types.tuple ? I.emptyTuple : new PyTupleObject(cls, [])),
  slots: {
    new: construct,
    hash: hashOfTuple,
    repr: (I, tuple: PyTuple) =>
      tuple.items.length === 0 ? '()' : isBeingShown(I, tuple) ? '(...)' : reprItems(I, tuple, tuple, '(', ')'),
    compare: (I, op, a, b) =>
      a instanceof PyTuple && b instanceof PyTuple ? compareSequences(I, op, a, b) : I.NotImplemented,
    iter: (I, tuple: PyTuple) => new PyTupleIterator(I.typeFor(TUPLE_ITERATOR_SPEC), tuple),
    len: (_I, tuple: PyTuple) => tuple.items.length,
    getitem: getItem,
    contains: (I, tuple: PyTuple, value) => searchItems(I, SearchMode.CONTAINS, tuple, value, 0, Infinity),
    visit: (tuple: PyTuple, visit) => {
      const items = tuple.items;
      for (let i = 0; i < items.length; i++) visit(items[i]);
    },
    sizeOf: (I, tuple: PyTuple) => (5 + tuple.items.length) * I.memory.pointerBytes,
  },
  binary: { '+': concat, '*': repeat },
  methods: {
    count: oneArg((I, tuple, value) => searchItems(I, SearchMode.COUNT, tuple, value, 0, Infinity)),
    index: someArgs(1, 3, indexOf),
    __getnewargs__: noArgs((I, tuple: PyTuple) => newTuple(I, [newTuple(I, tuple.items)])),
  },
  classMethods: CLASS_GETITEM,
  kinds: [TUPLE_NEW_KIND, TUPLE_REPEAT_KIND, TUPLE_HASH_KIND, INDEX_ARGUMENTS],
};
