/** The types `dict_keys`, `dict_values` and `dict_items`; the first and the last behave like sets. */
import { MISSING, PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import type { Interp } from './interp.ts';
import { noArgs, oneArg } from './native.ts';
import type { GetSetSpec, NativeSpec, TypeSpec } from './native.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { PyDict } from './dict.ts';
import { PyAnySet, PySet } from './set.ts';
import { PyTuple, newTuple } from './tuple.ts';
import { DictYield, PyDictIterator } from './iterators.ts';
import { DICT_ITERATOR_SPECS, DICT_REVERSE_ITERATOR_SPECS } from './dict-iterators.ts';
import { dictContains, dictGet } from './dict-operations.ts';
import { isBeingShown, reprItems } from './container-repr.ts';
import { Compare, hashNotImplemented, sameOrEqual } from './comparison.ts';
import { CONTINUE, FoldSpec, foldIterable } from './fold.ts';
import { contains } from './iteration.ts';
import { newSet, setAdd } from './set-operations.ts';
import { setDifferenceUpdate, setUpdate, toggleAll } from './set-update.ts';

export class PyDictView extends PyObject {
  readonly dict: PyDict;
  readonly yields: DictYield;
  constructor(cls: PyType, dict: PyDict, yields: DictYield) {
    super(cls);
    this.dict = dict;
    this.yields = yields;
  }
}

export function newDictView(I: Interp, dict: PyDict, yields: DictYield): PyDictView {
  I.bytesLeft -= 5 * I.memory.pointerBytes;
  return new PyDictView(I.typeFor(DICT_VIEW_SPECS[yields]!), dict, yields);
}

/** Keys or items view, set or frozenset. */
function isSetLike(v: Value): boolean {
  return v instanceof PyAnySet || isSetView(v);
}

function isSetView(v: Value): v is PyDictView {
  return v instanceof PyDictView && v.yields !== DictYield.VALUES;
}

function sizeOfSetLike(v: any): number {
  return v instanceof PyAnySet ? v.size : v.dict.size;
}

/** The entries as Python values. Linear. */
function itemsOf(I: Interp, view: PyDictView): Value[] {
  const dict = view.dict;
  const items: Value[] = [];
  I.ticks -= dict.keys.length >> 4;
  for (let i = 0; i < dict.keys.length; i++) {
    const key = dict.keys[i];
    if (key === undefined) continue;
    if (view.yields === DictYield.KEYS) items.push(key);
    else if (view.yields === DictYield.VALUES) items.push(dict.vals[i]!);
    else items.push(newTuple(I, [key, dict.vals[i]!]));
  }
  return items;
}

function hasItem(I: Interp, view: PyDictView, item: Value): boolean | undefined {
  if (view.yields === DictYield.KEYS) return dictContains(I, view.dict, item);
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
  const entry = I.frame;
  const found = dictGet(I, view.dict, item.items[0]!);
  if (found === undefined) return I.then(entry, ITEM_FOUND_KIND, [undefined, item.items[1], 0]);
  return found === MISSING ? false : sameOrEqual(I, found as Value, item.items[1]!);
}

/** r = [delivered value or MISSING, value wanted, phase]. */
export const ITEM_FOUND_KIND = new NativeKind('dict_items.found', (I: Interp, f: Frame) => {
  const r = f.r;
  const found = r[0];
  if (r[2] === 1) return found;
  if (found === MISSING) return false;
  r[0] = undefined;
  r[2] = 1;
  return sameOrEqual(I, found, r[1]);
});

/** state = [container]: false at the first item that is not in it. */
const ALL_IN = new FoldSpec(
  'dict_keys.allIn',
  (I, state, item) => continueIf(contains(I, state[0], item), true),
  () => true,
  (_I, _state, delivered) => continueIf(delivered, true),
);
/** state = [container]: false at the first item that is in it. */
const NONE_IN = new FoldSpec(
  'dict_keys.noneIn',
  (I, state, item) => continueIf(contains(I, state[0], item), false),
  () => true,
  (_I, _state, delivered) => continueIf(delivered, false),
);

function continueIf(isIn: boolean | undefined, wanted: boolean): any {
  return isIn === undefined ? undefined : isIn === wanted ? CONTINUE : false;
}

function compare(I: Interp, op: number, a: any, b: any): any {
  if (!isSetView(a) || !isSetLike(b)) return I.NotImplemented;
  const m = sizeOfSetLike(a);
  const n = sizeOfSetLike(b);
  switch (op) {
    case Compare.EQ:
      return m === n && foldIterable(I, ALL_IN, a, [b]);
    case Compare.LT:
      return m < n && foldIterable(I, ALL_IN, a, [b]);
    case Compare.LE:
      return m <= n && foldIterable(I, ALL_IN, a, [b]);
    case Compare.GT:
      return m > n && foldIterable(I, ALL_IN, b as any, [a]);
    case Compare.GE:
      return m >= n && foldIterable(I, ALL_IN, b as any, [a]);
    default: {
      if (m !== n) return true;
      const entry = I.frame;
      const same = foldIterable(I, ALL_IN, a, [b]);
      return same === undefined ? I.then(entry, NOT_KIND, [undefined]) : !same;
    }
  }
}

/** r = [delivered]. */
export const NOT_KIND = new NativeKind('dict_keys.not', (_I, f) => !f.r[0]);

const enum SetOperator {
  AND,
  OR,
  SUBTRACT,
  XOR,
}

/** state = [result, view]. Adds what the view has. */
const COMMON = new FoldSpec(
  'dict_keys.common',
  (I, state, item) => {
    state[2] = item;
    const isIn = hasItem(I, state[1], item);
    return isIn === undefined ? undefined : addCommon(I, state, isIn);
  },
  (_I, state) => state[0],
  (I, state, delivered) => (state[2] === undefined ? CONTINUE : addCommon(I, state, delivered)),
);

function addCommon(I: Interp, state: any[], isIn: boolean): any {
  const item = state[2];
  state[2] = undefined;
  if (!isIn) return CONTINUE;
  return setAdd(I, state[0], item) === undefined ? undefined : CONTINUE;
}

function and(I: Interp, a: any, b: any): any {
  if (!isSetView(a)) [a, b] = [b, a];
  if (b.constructor === PySet && a.dict.size <= b.size)
    return I.call(I.types.set.dict.getStr('intersection')!, [b, a], null);
  if (isSetView(b) && b.dict.size > a.dict.size) [a, b] = [b, a];
  return foldIterable(I, COMMON, b, [newSet(I), a, undefined]);
}

function or(I: Interp, a: any, b: any): any {
  return I.enter(VIEW_OPERATOR_KIND, [undefined, SetOperator.OR, a, b, newSet(I), 0, null]);
}

function subtract(I: Interp, a: any, b: any): any {
  return I.enter(VIEW_OPERATOR_KIND, [undefined, SetOperator.SUBTRACT, a, b, newSet(I), 0, null]);
}

function xor(I: Interp, a: any, b: any): any {
  return I.enter(VIEW_OPERATOR_KIND, [undefined, SetOperator.XOR, a, b, newSet(I), 0, null]);
}

/** r = [delivered, operator, a, b, result, phase, set of b]: fills the result from a, then changes it by b. */
export const VIEW_OPERATOR_KIND = new NativeKind('dict_keys.operator', (I: Interp, f: Frame) => {
  const r = f.r;
  let done = r[0];
  r[0] = undefined;
  for (;;) {
    switch (r[5]++) {
      case 0:
        done = setUpdate(I, r[4], asSource(r[2]));
        break;
      case 1:
        if (r[1] === SetOperator.OR) {
          r[5] = 3;
          done = setUpdate(I, r[4], asSource(r[3]));
        } else if (r[1] === SetOperator.SUBTRACT) {
          r[5] = 3;
          done = setDifferenceUpdate(I, r[4], r[3]);
        } else {
          r[6] = newSet(I);
          done = setUpdate(I, r[6], asSource(r[3]));
        }
        break;
      case 2:
        done = toggleAll(I, r[4], r[6]);
        break;
      default:
        return r[4];
    }
    if (done === undefined) return undefined;
  }
});

/** A keys view of a dict is read as the dict, which makes the set's table as CPython does. */
function asSource(v: Value): Value {
  return v instanceof PyDictView && v.yields === DictYield.KEYS ? v.dict : v;
}

function isDisjoint(I: Interp, view: PyDictView, other: Value): any {
  if (view === other) return view.dict.size === 0;
  if (isSetLike(other) && sizeOfSetLike(other) > view.dict.size) return foldIterable(I, NONE_IN, view, [other]);
  return foldIterable(I, NONE_IN, other, [view]);
}

function iterator(I: Interp, view: PyDictView): PyDictIterator {
  return new PyDictIterator(I.typeFor(DICT_ITERATOR_SPECS[view.yields]!), view.dict, view.yields, false);
}

const COMMON_METHODS: Readonly<Record<string, NativeSpec>> = {
  __reversed__: noArgs(
    (I, view: PyDictView) =>
      new PyDictIterator(I.typeFor(DICT_REVERSE_ITERATOR_SPECS[view.yields]!), view.dict, view.yields, true),
  ),
};

const MAPPING: Readonly<Record<string, GetSetSpec>> = {
  mapping: { get: (I, view: PyDictView) => I.call(I.types.byName.get('mappingproxy')!, [view.dict], null) },
};

function viewSpec(name: string, isSet: boolean): TypeSpec {
  const spec: TypeSpec = {
    name,
    isFinal: true,
    slots: {
      iter: iterator,
      len: (_I, view: PyDictView) => view.dict.size,
      repr: (I, view: PyDictView) => {
        if (isBeingShown(I, view)) return '...';
        return reprItems(I, view, { items: itemsOf(I, view) }, `${name}([`, '])');
      },
      visit: (view: PyDictView, visit) => visit(view.dict),
      sizeOf: (I) => 5 * I.memory.pointerBytes,
      ...(isSet ? { contains: hasItem, compare, hash: hashNotImplemented } : {}),
    },
    methods: isSet ? { ...COMMON_METHODS, isdisjoint: oneArg(isDisjoint) } : COMMON_METHODS,
    getset: MAPPING,
    ...(isSet ? { binary: { '&': and, '|': or, '-': subtract, '^': xor } } : {}),
  };
  return spec;
}

/** By DictYield. */
export const DICT_VIEW_SPECS: readonly TypeSpec[] = [
  {
    ...viewSpec('dict_keys', true),
    kinds: [ITEM_FOUND_KIND, ALL_IN.kind, NONE_IN.kind, NOT_KIND, COMMON.kind, VIEW_OPERATOR_KIND],
  },
  viewSpec('dict_values', false),
  viewSpec('dict_items', true),
];
