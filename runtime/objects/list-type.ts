/** The Python face of `list`. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { bound, noArgs, oneArg, someArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import { NativeKind } from './frame.ts';
import { PyList, PyListObject, listReserve, listShrunk, newList } from './list.ts';
import { PySlice } from './slice.ts';
import { PyListIterator, PyListReverseIterator } from './iterators.ts';
import { LIST_ITERATOR_SPEC, LIST_REVERSE_ITERATOR_SPEC } from './iterator-types.ts';
import { argumentKind, sizeArgument, smallIntArgument } from './argument.ts';
import { CLASS_GETITEM } from './class-getitem.ts';
import { chargeCopy } from './collect.ts';
import { isBeingShown, reprItems } from './container-repr.ts';
import { hashNotImplemented } from './comparison.ts';
import { index } from './conversion.ts';
import { LIST_OPERATION_KINDS, listExtend } from './list-operations.ts';
import { LIST_SLICE_KINDS, deleteListSlice, getListSlice, setListSlice } from './list-slice.ts';
import { LIST_SORT_KINDS, sortList } from './list-sort.ts';
import { SubscriptMode, isResolved, subscriptSlow } from './sequence-index.ts';
import { SearchMode, searchBound, searchItems } from './sequence-search.ts';
import { compareSequences } from './sequence-compare.ts';
import { checkOneIterable } from './constructor-argument.ts';
import { repeatItems } from './repeat-items.ts';
import { indexError, typeError } from './raise.ts';
import { typeOf } from './type-of.ts';

function getItem(I: Interp, list: PyList, key: Value): any {
  if (typeof key === 'number') {
    const items = list.items;
    const item = items[key < 0 ? key + items.length : key];
    return item === undefined ? indexError(I, 'list index out of range') : item;
  }
  if (key instanceof PySlice && isResolved(key)) return getListSlice(I, list, key);
  return subscriptSlow(I, 'list', list, key, SubscriptMode.GET, undefined);
}

function setItem(I: Interp, list: PyList, key: Value, value: Value | undefined): true | undefined {
  if (typeof key === 'number') {
    const items = list.items;
    const i = key < 0 ? key + items.length : key;
    if (i < 0 || i >= items.length) return indexError(I, 'list assignment index out of range');
    if (value === undefined) removeAt(I, list, i);
    else items[i] = value;
    return true;
  }
  if (key instanceof PySlice && isResolved(key)) {
    return value === undefined ? deleteListSlice(I, list, key) : setListSlice(I, list, key, value);
  }
  return subscriptSlow(I, 'list', list, key, value === undefined ? SubscriptMode.DELETE : SubscriptMode.SET, value);
}

/** Takes item `i` (in range) out. Moving the items behind it costs. */
function removeAt(I: Interp, list: PyList, i: number): Value {
  const items = list.items;
  let item: Value;
  if (i === items.length - 1) item = items.pop()!;
  else {
    I.ticks -= (items.length - i) >> 8;
    item = items[i]!;
    if (i === 0) items.shift();
    else items.splice(i, 1);
  }
  listShrunk(list);
  return item;
}

function append(I: Interp, list: PyList, value: Value): null | undefined {
  const items = list.items;
  if (items.length >= list.allocated && !listReserve(I, list, items.length + 1)) return undefined;
  list.items.push(value);
  return null;
}

function insert(I: Interp, list: PyList, args: Value[]): null | undefined {
  const at = sizeArgument(I, INSERT_ARGUMENTS, list, args, 0);
  if (at === undefined) return undefined;
  const size = list.items.length;
  if (!listReserve(I, list, size + 1)) return undefined;
  const i = at < 0 ? Math.max(0, at + size) : Math.min(at, size);
  I.ticks -= (size - i) >> 8;
  if (i === size) list.items.push(args[1]!);
  else list.items.splice(i, 0, args[1]!);
  return null;
}
const INSERT_ARGUMENTS = argumentKind('list.insert.arguments', insert);

function pop(I: Interp, list: PyList, args: Value[]): any {
  const size = list.items.length;
  let i = -1;
  if (args.length > 0) {
    const at = sizeArgument(I, POP_ARGUMENTS, list, args, 0);
    if (at === undefined) return undefined;
    i = at;
  }
  if (size === 0) return indexError(I, 'pop from empty list');
  if (i < 0) i += size;
  if (i < 0 || i >= size) return indexError(I, 'pop index out of range');
  return removeAt(I, list, i);
}
const POP_ARGUMENTS = argumentKind('list.pop.arguments', pop);

function indexOf(I: Interp, list: PyList, args: Value[]): any {
  const start = searchBound(I, INDEX_ARGUMENTS, list, args, 1, 0);
  if (start === undefined) return undefined;
  const stop = searchBound(I, INDEX_ARGUMENTS, list, args, 2, Infinity);
  return stop === undefined ? undefined : searchItems(I, SearchMode.INDEX, list, args[0]!, start, stop);
}
const INDEX_ARGUMENTS = argumentKind('list.index.arguments', indexOf);

function sort(I: Interp, list: PyList, args: any[]): null | undefined {
  const isReverse = smallIntArgument(I, SORT_ARGUMENTS, list, args, 1);
  return isReverse === undefined ? undefined : sortList(I, list, args[0], isReverse !== 0);
}
const SORT_ARGUMENTS = argumentKind('list.sort.arguments', sort);

function copy(I: Interp, list: PyList): PyList | undefined {
  return chargeCopy(I, list.items.length) ? newList(I, list.items.slice()) : undefined;
}

function clear(_I: Interp, list: PyList): null {
  list.items = [];
  list.allocated = 0;
  return null;
}

function reverse(I: Interp, list: PyList): null {
  I.ticks -= list.items.length >> 6;
  list.items.reverse();
  return null;
}

function concat(I: Interp, a: any, b: any): any {
  if (!(a instanceof PyList)) return I.NotImplemented;
  if (!(b instanceof PyList)) return typeError(I, `can only concatenate list (not "${typeOf(I, b).tpName}") to list`);
  if (!chargeCopy(I, a.items.length + b.items.length)) return undefined;
  return newList(I, a.items.concat(b.items));
}

function inplaceConcat(I: Interp, list: any, other: any): any {
  const entry = I.frame;
  return listExtend(I, list, other) === undefined ? I.then(entry, RETURN_LIST_KIND, [undefined, list]) : list;
}
/** r = [delivered, list]. */
export const RETURN_LIST_KIND = new NativeKind('list.returnSelf', (_I, f) => f.r[1]);

/** `list * n` and `n * list`. */
function repeat(I: Interp, a: any, b: any): any {
  const list: PyList = a instanceof PyList ? a : b;
  const times = list === a ? b : a;
  if (typeof times === 'number') return repeatTo(I, list, times, false);
  return repeatBy(I, list, times, false);
}

function inplaceRepeat(I: Interp, list: any, times: any): any {
  return typeof times === 'number' ? repeatTo(I, list, times, true) : repeatBy(I, list, times, true);
}

function repeatBy(I: Interp, list: PyList, times: Value, isInplace: boolean): any {
  if (typeOf(I, times).slots.index === null) {
    return typeError(I, `can't multiply sequence by non-int of type '${typeOf(I, times).tpName}'`);
  }
  const entry = I.frame;
  const n = index(I, times);
  return n === undefined ? I.then(entry, REPEAT_KIND, [undefined, list, isInplace]) : repeatTo(I, list, n, isInplace);
}
/** r = [delivered count, list, isInplace]. */
export const REPEAT_KIND = new NativeKind('list.repeat', (I, f) => repeatTo(I, f.r[1], f.r[0], f.r[2]));

function repeatTo(I: Interp, list: PyList, times: number | bigint, isInplace: boolean): PyList | undefined {
  const items = repeatItems(I, list.items, times);
  if (items === undefined) return undefined;
  if (!isInplace) return newList(I, items);
  list.items = items;
  list.allocated = Math.max(list.allocated, items.length);
  if (items.length === 0) list.allocated = 0;
  return list;
}

function init(I: Interp, list: PyList, args: Value[], kw: readonly string[] | null): null | undefined {
  if (!checkOneIterable(I, 'list', 'list', args, kw)) return undefined;
  if (list.items.length > 0) clear(I, list);
  return args.length === 0 ? null : listExtend(I, list, args[0]!);
}

export const LIST_SPEC: TypeSpec = {
  name: 'list',
  matchSelf: true,
  allocate: (I, cls) => {
    I.bytesLeft -= 7 * I.memory.pointerBytes;
    return cls.isBuiltin ? new PyList(cls, []) : new PyListObject(cls, []);
  },
  slots: {
    new: (I, cls) => LIST_SPEC.allocate!(I, cls),
    init,
    hash: hashNotImplemented,
    repr: (I, list: PyList) =>
      list.items.length === 0 ? '[]' : isBeingShown(I, list) ? '[...]' : reprItems(I, list, list, '[', ']'),
    compare: (I, op, a, b) => {
      if (!(a instanceof PyList) || !(b instanceof PyList)) return I.NotImplemented;
      if (a.items.length !== b.items.length && (op === 2 || op === 3)) return op === 3;
      return compareSequences(I, op, a, b);
    },
    iter: (I, list: PyList) => new PyListIterator(I.typeFor(LIST_ITERATOR_SPEC), list),
    len: (_I, list: PyList) => list.items.length,
    getitem: getItem,
    setitem: setItem,
    contains: (I, list: PyList, value) => searchItems(I, SearchMode.CONTAINS, list, value, 0, Infinity),
    visit: (list: PyList, visit) => {
      const items = list.items;
      for (let i = 0; i < items.length; i++) visit(items[i]);
    },
    sizeOf: (I, list: PyList) => (7 + Math.max(0, list.allocated)) * I.memory.pointerBytes,
  },
  binary: { '+': concat, '*': repeat, '+=': inplaceConcat, '*=': inplaceRepeat },
  methods: {
    append: oneArg(append),
    clear: noArgs(clear),
    copy: noArgs(copy),
    count: oneArg((I, list, value) => searchItems(I, SearchMode.COUNT, list, value, 0, Infinity)),
    extend: oneArg((I, list, iterable) => listExtend(I, list, iterable)),
    index: someArgs(1, 3, indexOf),
    insert: someArgs(2, 2, insert),
    pop: someArgs(0, 1, pop),
    remove: oneArg((I, list, value) => searchItems(I, SearchMode.REMOVE, list, value, 0, Infinity)),
    reverse: noArgs(reverse),
    sort: bound('*, key=None, reverse=False', sort),
    __reversed__: noArgs((I, list: PyList) => new PyListReverseIterator(I.typeFor(LIST_REVERSE_ITERATOR_SPEC), list)),
  },
  classMethods: CLASS_GETITEM,
  kinds: [
    ...LIST_OPERATION_KINDS,
    ...LIST_SLICE_KINDS,
    ...LIST_SORT_KINDS,
    INSERT_ARGUMENTS,
    POP_ARGUMENTS,
    INDEX_ARGUMENTS,
    SORT_ARGUMENTS,
    RETURN_LIST_KIND,
    REPEAT_KIND,
  ],
};
