/**
 * Sorting: stable, and suspendable anywhere (key functions and `__lt__` may be Python code). One native kind does everything: it computes
 * the keys, then merges runs bottom-up in an array of its own while the list is empty, as CPython has it.
 *
 * Keys that are all ints and floats or all strings compare without calls: runs of RUN items are sorted by the host's own (stable) sort
 * and the merges are plain loops. Everything else starts from runs of one and asks `<` through `compare`. A merge whose halves are in
 * order already costs one comparison, so sorted input costs n.
 * Measured on Node 20, 100,000 random ints: 21 ms (CPython 19 ms); 100,000 strings: 50 ms (CPython 29 ms).
 */
import { PyFloat } from './value.ts';
import { PyTuple } from './tuple.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import type { PyList } from './list.ts';
import { newList } from './list.ts';
import { Compare, compare } from './comparison.ts';
import { truth } from './conversion.ts';
import { listExtend } from './list-operations.ts';
import { chargeGrowth } from './growth.ts';
import { valueError } from './raise.ts';
import { hasSurrogates } from '../text/code-points.ts';

/** Items that the host sorts at once: bounds the work between two looks at the clock. */
const RUN = 2048;

/** How two keys are compared. */
const enum KeySort {
  ANY,
  INT,
  /** Floats, ints among them or not, no NaN. */
  FLOAT,
  STR,
  /** Tuples whose items, column by column, are all numbers or all strings. */
  TUPLE,
}

// Registers.
const LIST = 1;
const KEY = 2; // key function or null
const IS_REVERSE = 3;
const PHASE = 4;
const VALUES = 5;
const KEYS = 6; // same array as VALUES without a key function
const AT = 7; // next item in PHASE_KEYS; start of the next pair of runs later
const TO_VALUES = 8;
const TO_KEYS = 9;
const SORT = 10;
const WIDTH = 11;
const LEFT = 12; // next of the left run
const RIGHT = 13; // next of the right run
const ALLOCATED = 14; // the list's slots, given back at the end

const PHASE_KEYS = 0;
const PHASE_RUNS = 1;
const PHASE_PAIR = 2;
const PHASE_MERGE = 3;
/** What was delivered is the answer of a comparison, and its truth. */
const PHASE_ASKED_PAIR = 4;
const PHASE_TRUTH_PAIR = 5;
const PHASE_ASKED = 6;
const PHASE_TRUTH = 7;

/** `list.sort(key=key, reverse=isReverse)`; None. `key` null: the items themselves. May call Python. */
export function sortList(I: Interp, list: PyList, key: Value, isReverse: boolean): null | undefined {
  const values = list.items;
  const count = values.length;
  if (count < 2 && key === null) return null;
  if (!chargeGrowth(I, count * (key === null ? 1 : 3) * I.memory.pointerBytes)) return undefined;
  const allocated = list.allocated;
  list.items = [];
  list.allocated = -1;
  const keys = key === null ? values : [];
  return I.enter(SORT_KIND, [
    undefined,
    list,
    key,
    isReverse,
    PHASE_KEYS,
    values,
    keys,
    0,
    values,
    keys,
    0,
    1,
    0,
    0,
    allocated,
  ]);
}

/** `sorted(iterable, key=key, reverse=isReverse)`. May call Python. */
export function sortedList(I: Interp, iterable: Value, key: Value, isReverse: boolean): PyList | undefined {
  const list = newList(I, []);
  const entry = I.frame;
  const done = listExtend(I, list, iterable);
  return done === undefined
    ? I.then(entry, SORTED_KIND, [undefined, key, isReverse, list, 0])
    : sortNew(I, list, key, isReverse);
}

function sortNew(I: Interp, list: PyList, key: Value, isReverse: boolean): PyList | undefined {
  const entry = I.frame;
  const done = sortList(I, list, key, isReverse);
  return done === undefined ? I.then(entry, SORTED_KIND, [undefined, key, isReverse, list, 1]) : list;
}

/** r = [delivered None, key, isReverse, list, phase (0 filled, 1 sorted)]. */
export const SORTED_KIND = new NativeKind('list.sorted', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[4]++ > 0) return r[3];
  r[0] = undefined;
  return sortNew(I, r[3], r[1], r[2]);
});

export const SORT_KIND = new NativeKind(
  'list.sort',
  (I: Interp, f: Frame) => {
    const r = f.r;
    let v = r[0];
    r[0] = undefined;
    if (r[PHASE] === PHASE_KEYS) {
      if (r[KEY] !== null) {
        const values: Value[] = r[VALUES];
        for (;;) {
          if (v !== undefined) {
            r[KEYS].push(v);
            r[AT]++;
          }
          if (r[AT] >= values.length) break;
          if (I.ticks < 0) return I.pause(f);
          I.ticks--;
          v = I.call(r[KEY], [values[r[AT]]!], null);
          if (v === undefined) return undefined;
        }
        v = undefined;
      }
      prepare(r);
    }
    for (;;) {
      switch (r[PHASE]) {
        case PHASE_RUNS: {
          const end = Math.min(r[AT] + RUN, r[VALUES].length);
          sortRun(r, r[AT], end);
          r[AT] = end;
          if (end >= r[VALUES].length) startPass(r, RUN);
          if ((I.ticks -= RUN) < 0) return I.pause(f);
          break;
        }
        case PHASE_PAIR: {
          if (!startPair(r)) return finish(I, r);
          const ks: Value[] = r[KEYS];
          const first = ks[r[RIGHT]]!;
          const last = ks[r[RIGHT] - 1]!;
          if (r[SORT] !== KeySort.ANY) {
            v = r[IS_REVERSE] ? less(r[SORT], last, first) : less(r[SORT], first, last);
            settlePair(r, v);
            break;
          }
          if (I.ticks < 0) return I.pause(f);
          I.ticks--;
          r[PHASE] = PHASE_ASKED_PAIR;
          v = r[IS_REVERSE] ? compare(I, Compare.LT, last, first) : compare(I, Compare.LT, first, last);
          if (v === undefined) return undefined;
          break;
        }
        case PHASE_ASKED_PAIR:
        case PHASE_ASKED:
          r[PHASE]++;
          if (typeof v !== 'boolean') v = truth(I, v);
          if (v === undefined) return undefined;
          break;
        case PHASE_TRUTH_PAIR:
          settlePair(r, v);
          break;
        case PHASE_TRUTH:
          take(r, v);
          r[PHASE] = PHASE_MERGE;
          break;
        case PHASE_MERGE:
          if (r[SORT] !== KeySort.ANY) {
            if ((I.ticks -= mergePlain(r) >> 1) < 0) return I.pause(f);
            break;
          }
          if (isMerged(r)) break;
          if (I.ticks < 0) return I.pause(f);
          I.ticks--;
          r[PHASE] = PHASE_ASKED;
          v = r[IS_REVERSE]
            ? compare(I, Compare.LT, r[KEYS][r[LEFT]], r[KEYS][r[RIGHT]])
            : compare(I, Compare.LT, r[KEYS][r[RIGHT]], r[KEYS][r[LEFT]]);
          if (v === undefined) return undefined;
          break;
      }
    }
  },
  (_I: Interp, f: Frame) => {
    putBack(f.r);
    return undefined;
  },
);

/** Chooses the way of comparing and where to begin. The arrays become private ones. */
function prepare(r: any[]): void {
  const keys: Value[] = r[KEYS];
  const sort = sortOfKeys(keys);
  r[SORT] = sort;
  const ownValues = r[VALUES].slice();
  r[KEYS] = r[KEY] === null ? ownValues : keys;
  r[VALUES] = ownValues;
  r[AT] = 0;
  if (sort === KeySort.ANY) startPass(r, 1);
  else r[PHASE] = PHASE_RUNS;
}

function sortOfKeys(keys: readonly Value[]): KeySort {
  const first = keys[0];
  if (typeof first === 'string') {
    // Without surrogates the order of code units is that of code points.
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (typeof key !== 'string' || hasSurrogates(key)) return KeySort.ANY;
    }
    return KeySort.STR;
  }
  if (typeof first === 'object' && first !== null && first.constructor === PyTuple) return sortOfTuples(keys);
  let sort = KeySort.INT;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key === 'number') continue;
    if (typeof key !== 'object' || key === null || key.constructor !== PyFloat) return KeySort.ANY;
    if ((key as PyFloat).value !== (key as PyFloat).value) return KeySort.ANY;
    sort = KeySort.FLOAT;
  }
  return sort;
}

/** Longer tuples are compared by the general way. */
const MAX_COLUMNS = 8;

function sortOfTuples(keys: readonly Value[]): KeySort {
  const isText: boolean[] = [];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== 'object' || key === null || key.constructor !== PyTuple) return KeySort.ANY;
    const items = (key as PyTuple).items;
    if (items.length > MAX_COLUMNS) return KeySort.ANY;
    for (let k = 0; k < items.length; k++) {
      const item = items[k]!;
      const text = typeof item === 'string';
      if (text ? hasSurrogates(item) : !isPlainNumber(item)) return KeySort.ANY;
      if (k === isText.length) isText.push(text);
      else if (isText[k] !== text) return KeySort.ANY;
    }
  }
  return KeySort.TUPLE;
}

function isPlainNumber(v: Value): boolean {
  if (typeof v === 'number') return true;
  return (
    typeof v === 'object' && v !== null && v.constructor === PyFloat && (v as PyFloat).value === (v as PyFloat).value
  );
}

/** Order of two tuples of the TUPLE sort. */
function compareTuples(a: readonly any[], b: readonly any[]): number {
  const length = Math.min(a.length, b.length);
  for (let k = 0; k < length; k++) {
    let x = a[k];
    let y = b[k];
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') return x < y ? -1 : 1;
    if (typeof x !== 'string') {
      x = numberOf(x);
      y = numberOf(y);
      if (x === y) continue;
    }
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

function numberOf(v: any): number {
  return typeof v === 'number' ? v : v.value;
}

function less(sort: KeySort, a: any, b: any): boolean {
  if (sort === KeySort.FLOAT) return numberOf(a) < numberOf(b);
  if (sort === KeySort.TUPLE) return compareTuples(a.items, b.items) < 0;
  return a < b;
}

/** Sorts items `from` to `to` with the host's sort. Stable also when reversed. */
function sortRun(r: any[], from: number, to: number): void {
  const keys: any[] = r[KEYS];
  const values: any[] = r[VALUES];
  const sort: KeySort = r[SORT];
  const sign = r[IS_REVERSE] ? -1 : 1;
  if (keys === values && (sort === KeySort.INT || sort === KeySort.STR)) {
    // Equal ones are indistinguishable here, so that stability does not matter.
    const run = sort === KeySort.INT ? Float64Array.from(keys.slice(from, to)).sort() : keys.slice(from, to).sort();
    if (sign < 0) run.reverse();
    for (let i = 0; i < run.length; i++) values[from + i] = run[i];
    return;
  }
  const order: number[] = [];
  for (let i = from; i < to; i++) order.push(i);
  if (sort === KeySort.INT) order.sort((a, b) => (keys[a] - keys[b]) * sign);
  else if (sort === KeySort.STR) order.sort((a, b) => (keys[a] < keys[b] ? -sign : keys[a] > keys[b] ? sign : 0));
  else if (sort === KeySort.TUPLE) order.sort((a, b) => compareTuples(keys[a].items, keys[b].items) * sign);
  else order.sort((a, b) => compareNumbers(keys[a], keys[b]) * sign);
  const sortedValues = order.map((i) => values[i]);
  const sortedKeys = keys === values ? sortedValues : order.map((i) => keys[i]);
  for (let i = 0; i < order.length; i++) {
    keys[from + i] = sortedKeys[i];
    values[from + i] = sortedValues[i];
  }
}

function compareNumbers(a: any, b: any): number {
  const x = numberOf(a);
  const y = numberOf(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Begins merging runs of `width` into pairs. */
function startPass(r: any[], width: number): void {
  r[WIDTH] = width;
  r[AT] = 0;
  r[TO_VALUES] = [];
  r[TO_KEYS] = r[KEYS] === r[VALUES] ? r[TO_VALUES] : [];
  r[PHASE] = PHASE_PAIR;
}

/** Finds the next two runs; copies a lone last one; false when everything is one run. */
function startPair(r: any[]): boolean {
  const count: number = r[VALUES].length;
  for (;;) {
    const width: number = r[WIDTH];
    if (width >= count) return false;
    const at: number = r[AT];
    if (at + width < count) {
      r[LEFT] = at;
      r[RIGHT] = at + width;
      return true;
    }
    copyRest(r, at, count);
    r[VALUES] = r[TO_VALUES];
    r[KEYS] = r[TO_KEYS];
    startPass(r, width * 2);
  }
}

/** `isDisordered`: the right run has something that belongs before the end of the left one. */
function settlePair(r: any[], isDisordered: boolean): void {
  if (isDisordered) {
    r[PHASE] = PHASE_MERGE;
    return;
  }
  const end = pairEnd(r);
  copyRest(r, r[AT], end);
  r[AT] = end;
  r[PHASE] = PHASE_PAIR;
}

function pairEnd(r: any[]): number {
  return Math.min(r[AT] + 2 * r[WIDTH], r[VALUES].length);
}

function copyRest(r: any[], from: number, to: number): void {
  const values: Value[] = r[VALUES];
  const keys: Value[] = r[KEYS];
  const toValues: Value[] = r[TO_VALUES];
  const toKeys: Value[] = r[TO_KEYS];
  for (let i = from; i < to; i++) toValues.push(values[i]!);
  if (toKeys !== toValues) for (let i = from; i < to; i++) toKeys.push(keys[i]!);
}

/** Takes the next item from the right run if it belongs before the left one's. */
function take(r: any[], isRight: boolean): void {
  const from: number = isRight ? r[RIGHT]++ : r[LEFT]++;
  r[TO_VALUES].push(r[VALUES][from]);
  if (r[TO_KEYS] !== r[TO_VALUES]) r[TO_KEYS].push(r[KEYS][from]);
}

/** Ends the merge of a pair when one of its runs is used up. */
function isMerged(r: any[]): boolean {
  const middle = r[AT] + r[WIDTH];
  const end = pairEnd(r);
  if (r[LEFT] < middle && r[RIGHT] < end) return false;
  copyRest(r, r[LEFT], middle);
  copyRest(r, r[RIGHT], end);
  r[AT] = end;
  r[PHASE] = PHASE_PAIR;
  return true;
}

/** Merges up to RUN items of the pair, whose keys are of one plain sort; returns how many. */
function mergePlain(r: any[]): number {
  const middle = r[AT] + r[WIDTH];
  const end = pairEnd(r);
  const keys: any[] = r[KEYS];
  const values: any[] = r[VALUES];
  const toKeys: any[] = r[TO_KEYS];
  const toValues: any[] = r[TO_VALUES];
  const sort: KeySort = r[SORT];
  const isReverse: boolean = r[IS_REVERSE];
  let left: number = r[LEFT];
  let right: number = r[RIGHT];
  let n = 0;
  if (sort === KeySort.INT && keys === values && !isReverse) {
    // The commonest case by itself: one kind of operand keeps the comparison a machine instruction.
    while (n < RUN && left < middle && right < end) {
      toValues.push(keys[right] < keys[left] ? keys[right++] : keys[left++]);
      n++;
    }
  } else {
    while (n < RUN && left < middle && right < end) {
      const isRight = isReverse ? less(sort, keys[left], keys[right]) : less(sort, keys[right], keys[left]);
      const from = isRight ? right++ : left++;
      toValues.push(values[from]);
      if (toKeys !== toValues) toKeys.push(keys[from]);
      n++;
    }
  }
  r[LEFT] = left;
  r[RIGHT] = right;
  isMerged(r);
  return n + 1;
}

function finish(I: Interp, r: any[]): null | undefined {
  const list: PyList = r[LIST];
  const isModified = list.allocated !== -1;
  list.items = r[VALUES];
  list.allocated = r[ALLOCATED];
  if (isModified) return valueError(I, 'list modified during sort');
  return null;
}

/** After an exception the list gets its items back, in whatever order they are. */
function putBack(r: any[]): void {
  const list: PyList = r[LIST];
  const values: Value[] = r[VALUES];
  const merged: Value[] = r[TO_VALUES];
  if (r[PHASE] >= PHASE_PAIR && r[WIDTH] < values.length) {
    // What the pass has not reached yet follows what it has merged.
    const rest = merged.slice();
    if (r[PHASE] === PHASE_PAIR) for (let i = r[AT]; i < values.length; i++) rest.push(values[i]!);
    else {
      const isPairAsked = r[PHASE] === PHASE_ASKED_PAIR || r[PHASE] === PHASE_TRUTH_PAIR;
      const middle = r[AT] + r[WIDTH];
      for (let i = isPairAsked ? r[AT] : r[LEFT]; i < middle; i++) rest.push(values[i]!);
      for (let i = isPairAsked ? middle : r[RIGHT]; i < values.length; i++) rest.push(values[i]!);
    }
    list.items = rest;
  } else list.items = values;
  list.allocated = r[ALLOCATED];
}

export const LIST_SORT_KINDS = [SORT_KIND, SORTED_KIND];
