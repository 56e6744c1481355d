/**
 * Filling a dictionary from something else: `update`, `|=`, `{**m}`, keyword arguments from `**m`, `dict(pairs)`.
 *
 * A dict (or a subclass that iterates like one) is read entry by entry; any other object with `keys` is asked for these and then item by
 * item; everything else must be an iterable of pairs.
 */
import { MISSING, STOP } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import { PyDict, log2SizeFor, tableBytes, usableOf } from './dict.ts';
import { PyList } from './list.ts';
import { PyTuple } from './tuple.ts';
import { PyFunction } from './function.ts';
import { PyMethod } from './method.ts';
import { PyNative } from './native-function.ts';
import { PyType } from './type.ts';
import { chargeGrowth } from './growth.ts';
import { DictOp, dictContains, dictSet, lookUpKeyOf } from './dict-operations.ts';
import { CONTINUE, FoldSpec, foldIterable } from './fold.ts';
import { collectItems } from './collect.ts';
import { lookupAttr } from './attribute.ts';
import { callMethod } from './call-special.ts';
import { iter, iterNext } from './iteration.ts';
import { getItem } from './subscript.ts';
import { runtimeError, typeError, valueError } from './raise.ts';
import { typeOf } from './type-of.ts';

/** Entries copied between two looks at the clock. */
const CHUNK = 256;

/** `dict.update(other)` with one argument; true when done. May call Python. */
export function dictUpdateAny(I: Interp, dict: PyDict, other: Value): true | undefined {
  if (iteratesAsDict(I, other)) return mergeDict(I, dict, other as PyDict, null);
  if (typeOf(I, other).slots.getitem === null) return updateFromPairs(I, dict, other);
  const entry = I.frame;
  const keys = lookupAttr(I, other, 'keys');
  if (keys === undefined) return I.then(entry, HAS_KEYS_KIND, [undefined, dict, other, 0]);
  return keys === MISSING
    ? updateFromPairs(I, dict, other)
    : I.enter(MAPPING_KIND, [undefined, dict, other, null, 0, null, null]);
}

/** r = [delivered `keys` or MISSING, dict, other, phase]. */
export const HAS_KEYS_KIND = new NativeKind('dict.hasKeys', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[3] === 1) return r[0];
  const keys = r[0];
  r[0] = undefined;
  r[3] = 1;
  return keys === MISSING
    ? updateFromPairs(I, r[1], r[2])
    : I.enter(MAPPING_KIND, [undefined, r[1], r[2], null, 0, null, null]);
});

/** Adds a mapping to the dictionary display being built: `{**other}`. true when done. May call Python. */
export function dictUpdate(I: Interp, dict: PyDict, other: Value): true | undefined {
  if (iteratesAsDict(I, other)) return mergeDict(I, dict, other as PyDict, null);
  return I.enter(MAPPING_KIND, [undefined, dict, other, null, 0, null, null]);
}

/**
 * Adds `other`, standing after `**` in a call of `callee`, to its keyword arguments: a key twice is an error. true when done.
 * May call Python.
 */
export function dictMerge(I: Interp, dict: PyDict, other: Value, callee: Value): true | undefined {
  if (iteratesAsDict(I, other)) return mergeDict(I, dict, other as PyDict, callee);
  return I.enter(MAPPING_KIND, [undefined, dict, other, null, 0, null, callee]);
}

function iteratesAsDict(I: Interp, v: Value): boolean {
  return v instanceof PyDict && v.cls.slots.iter === I.types.dict.slots.iter;
}

/** Copies all entries of `other`. `callee` not null: a key twice raises TypeError in its name. */
export function mergeDict(I: Interp, dict: PyDict, other: PyDict, callee: Value): true | undefined {
  if (dict === other || other.size === 0) return true;
  if (!reserve(I, dict, other)) return undefined;
  return I.enter(MERGE_KIND, [undefined, dict, other, 0, other.size, 0, callee]);
}

/** Makes room as CPython does: once, for the sum, unless the receiver is empty and can take over the geometry. */
function reserve(I: Interp, dict: PyDict, other: PyDict): boolean {
  const count = other.size;
  if (dict.size === 0 && dict.full === null && other.keys.length === count) {
    if (other.log2Size === 3 || usableOf(other.log2Size - 1) < count) {
      if (!chargeGrowth(I, tableBytes(other.log2Size, other.isUnicode, I.memory.pointerBytes))) return false;
      dict.clear();
      dict.isUnicode = other.isUnicode;
      dict.resize(other.log2Size);
      dict.usable = other.usable + count;
      return true;
    }
  }
  if (usableOf(dict.log2Size) >= count) return true;
  const log2Size = log2SizeFor(((dict.size + count) * 3 + 1) >> 1);
  const isUnicode = dict.isUnicode && other.isUnicode;
  if (!chargeGrowth(I, tableBytes(log2Size, isUnicode, I.memory.pointerBytes))) return false;
  dict.isUnicode = isUnicode;
  dict.resize(log2Size);
  return true;
}

/** r = [delivered, dict, other, next entry, size of other at the start, phase, callee]; phase 1: a key was stored, 2: looked for. */
export const MERGE_KIND = new NativeKind('dict.merge', (I: Interp, f: Frame) => {
  const r = f.r;
  const dict: PyDict = r[1];
  const other: PyDict = r[2];
  let delivered = r[0];
  r[0] = undefined;
  for (;;) {
    const i: number = r[3];
    if (r[5] === 0) {
      if (i >= other.keys.length) return true;
      const key = other.keys[i];
      if (key === undefined) {
        r[3] = i + 1;
        continue;
      }
      if (r[6] !== null) {
        r[5] = 2;
        delivered = lookUpKeyOf(I, DictOp.CONTAINS, dict, other, i, null);
      } else {
        r[5] = 1;
        delivered = lookUpKeyOf(I, DictOp.SET, dict, other, i, other.vals[i]!);
      }
      if (delivered === undefined) return undefined;
    }
    if (r[5] === 2) {
      if (delivered) return duplicateKeyword(I, r[6], other.keys[i]!);
      r[5] = 1;
      delivered = lookUpKeyOf(I, DictOp.SET, dict, other, i, other.vals[i]!);
      if (delivered === undefined) return undefined;
    }
    r[5] = 0;
    r[3] = i + 1;
    if (other.size !== r[4]) return runtimeError(I, 'dict mutated during update');
    if ((i + 1) % CHUNK === 0 && (I.ticks -= CHUNK >> 2) < 0) return I.pause(f);
  }
});

/**
 * r = [delivered, dict, mapping, iterator over its keys, phase, key, callee]. Phases say what `v` is: 1 the attribute `keys`, 2 the keys,
 * 3 their iterator, 5 a key or STOP, 6 whether it is a duplicate, 8 its value, 9 that it was stored; 4 and 7 ask for key and value.
 */
export const MAPPING_KIND = new NativeKind('dict.updateFromMapping', (I: Interp, f: Frame) => {
  const r = f.r;
  let v = r[0];
  r[0] = undefined;
  for (;;) {
    switch (r[4]) {
      case 0:
        r[4] = 1;
        v = lookupAttr(I, r[2], 'keys');
        break;
      case 1:
        if (v === MISSING) return notMapping(I, r[2], r[6]);
        r[4] = 2;
        v = callMethod(I, r[2], 'keys', []);
        break;
      case 2:
        r[4] = 3;
        v = iter(I, v);
        break;
      case 3:
        r[3] = v;
        r[4] = 4;
        v = undefined;
        break;
      case 4:
        if (I.ticks < 0) return I.pause(f);
        I.ticks--;
        r[4] = 5;
        v = iterNext(I, r[3]);
        break;
      case 5:
        if (v === STOP) return true;
        r[5] = v;
        r[4] = r[6] === null ? 7 : 6;
        if (r[6] !== null) v = dictContains(I, r[1], r[5]);
        break;
      case 6:
        if (v) return duplicateKeyword(I, r[6], r[5]);
        r[4] = 7;
        break;
      case 7:
        r[4] = 8;
        v = getItem(I, r[2], r[5]);
        break;
      case 8:
        r[4] = 9;
        v = dictSet(I, r[1], r[5], v);
        break;
      case 9:
        r[4] = 4;
        v = undefined;
        continue;
    }
    if (v === undefined && r[4] !== 4) return undefined;
  }
});

function notMapping(I: Interp, v: Value, callee: Value): undefined {
  const type = typeOf(I, v).tpName;
  if (callee !== null) return typeError(I, `${calleeText(I, callee)} argument after ** must be a mapping, not ${type}`);
  return typeError(I, `'${type}' object is not a mapping`);
}

function duplicateKeyword(I: Interp, callee: Value, key: Value): undefined {
  const text = calleeText(I, callee);
  return typeof key === 'string'
    ? typeError(I, `${text} got multiple values for keyword argument '${key}'`)
    : typeError(I, `keywords must be strings`);
}

/** How CPython names a callee in messages about its arguments: `module.qualname()`, without the module for built-in ones. */
export function calleeText(I: Interp, callee: Value): string {
  if (callee instanceof PyMethod) return calleeText(I, callee.fn);
  if (callee instanceof PyFunction) {
    const module = callee.module;
    return typeof module === 'string' && module !== 'builtins'
      ? `${module}.${callee.qualname}()`
      : `${callee.qualname}()`;
  }
  if (callee instanceof PyNative)
    return callee.module !== null && callee.module !== 'builtins'
      ? `${callee.module}.${callee.name}()`
      : `${callee.name}()`;
  if (callee instanceof PyType) {
    const module = callee.isBuiltin ? callee.spec.module : callee.dict.getStr('__module__');
    return typeof module === 'string' && module !== 'builtins'
      ? `${module}.${callee.qualname}()`
      : `${callee.qualname}()`;
  }
  return `${typeOf(I, callee).tpName} object`;
}

/** state = [dict, number of the pair, is an array of two expected]. */
const FROM_PAIRS = new FoldSpec(
  'dict.updateFromPairs',
  (I, state, item) => {
    if (typeof item === 'object' && item !== null && (item.constructor === PyTuple || item.constructor === PyList)) {
      return storePair(I, state, (item as PyTuple).items);
    }
    const type = typeOf(I, item);
    if (type.slots.iter === null && type.slots.getitem === null) {
      return typeError(I, `cannot convert dictionary update sequence element #${state[1]} to a sequence`);
    }
    state[2] = true;
    const pair = collectItems(I, item);
    return pair === undefined ? undefined : storePair(I, state, pair);
  },
  () => true,
  (I, state, delivered) => (state[2] ? storePair(I, state, delivered) : CONTINUE),
);

function storePair(I: Interp, state: any[], pair: readonly Value[]): any {
  const number: number = state[1]++;
  state[2] = false;
  if (pair.length !== 2) {
    return valueError(I, `dictionary update sequence element #${number} has length ${pair.length}; 2 is required`);
  }
  return dictSet(I, state[0], pair[0]!, pair[1]!) === undefined ? undefined : CONTINUE;
}

function updateFromPairs(I: Interp, dict: PyDict, pairs: Value): true | undefined {
  return foldIterable(I, FROM_PAIRS, pairs, [dict, 0, false]);
}

export const DICT_UPDATE_KINDS = [HAS_KEYS_KIND, MERGE_KIND, MAPPING_KIND, FROM_PAIRS.kind];
