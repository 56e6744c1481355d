/**
 * Sorting: stable, and suspendable anywhere (key functions and `__lt__` may be Python code). One native kind does everything while the list
 * is empty, as CPython has it: it computes the keys, makes sorted runs, and merges them bottom-up in arrays of its own.
 *
 * Keys that are all numbers, all strings, or tuples of these compare without calls (`sort-keys.ts`): runs of 8,192 are sorted by the host's
 * own sort, the merges are plain loops. Everything else asks `<` through `compare`, one comparison at a time: runs are made as CPython
 * makes them (a natural run, completed by binary insertion), so lists of less than 64 items see the very same comparisons. A merge whose
 * halves are in order already costs one comparison, so sorted input costs n - 1. `reverse` turns the list round before and after.
 */
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
import { KeySort, lessKey, sortOfKeys, sortRun } from './sort-keys.ts';
import { valueError } from './raise.ts';

/** Items that the host sorts at once, and that are merged between two looks at the clock. */
const RUN = 8192;

// Registers.
const LIST = 1;
const KEY = 2; // key function or null
const IS_REVERSE = 3;
const PHASE = 4;
const VALUES = 5;
const KEYS = 6; // same array as VALUES without a key function
const AT = 7; // next item in PHASE_KEYS; later where the run being made, or the pair of runs being merged, starts
const TO_VALUES = 8; // what the merges of this pass put out; the two pairs of arrays change places after each pass
const TO_KEYS = 9;
const SORT = 10;
const WIDTH = 11; // length of runs
const LEFT = 12; // PHASE_COUNT, PHASE_INSERT: see there; PHASE_MERGE: next of the left run
const RIGHT = 13; // likewise, of the right run
const PIVOT = 14; // PHASE_INSERT: the item being put in its place
const ALLOCATED = 15; // the list's slots, given back at the end
const WAIT = 16;
const OUT = 17; // length of what is in TO_VALUES

const PHASE_KEYS = 0;
/** Plain keys: runs by the host's sort. */
const PHASE_RUNS = 1;
/** Looks how far items from AT on are in order: LEFT is the next one, RIGHT 1 if they descend, 0 if not, -1 not known yet. */
const PHASE_COUNT = 2;
/** Binary insertion of item PIVOT between LEFT and RIGHT. */
const PHASE_INSERT = 3;
/** Are the two runs at AT in order as they stand? */
const PHASE_PAIR = 4;
const PHASE_MERGE = 5;

// What is delivered next: nothing of a comparison, what it answered, the truth of that.
const WAIT_NOTHING = 0;
const WAIT_ANSWER = 1;
const WAIT_TRUTH = 2;

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
  // prettier-ignore
  return I.enter(SORT_KIND, [
    undefined, list, key, isReverse, PHASE_KEYS, values, keys, 0, values, keys, 0, 0, 0, 0, 0, allocated, WAIT_NOTHING, 0,
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

export const SORT_KIND = new NativeKind('list.sort', sortOn, (_I: Interp, f: Frame) => {
  putBack(f.r);
  return undefined;
});

function sortOn(I: Interp, f: Frame): any {
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
  if (r[WAIT] === WAIT_ANSWER) {
    r[WAIT] = WAIT_TRUTH;
    if (typeof v !== 'boolean') v = truth(I, v);
    if (v === undefined) return undefined;
  }
  r[WAIT] = WAIT_NOTHING;
  // From here on `v` is the answer that the phase has asked for, undefined if it has yet to ask.
  for (;;) {
    if (v === undefined && I.ticks < 0) return I.pause(f);
    switch (r[PHASE]) {
      case PHASE_RUNS: {
        const end = Math.min(r[AT] + RUN, r[VALUES].length);
        sortRun(r[SORT], r[KEYS], r[VALUES], r[AT], end);
        I.ticks -= end - r[AT];
        r[AT] = end;
        if (end >= r[VALUES].length) startPass(r);
        continue;
      }
      case PHASE_COUNT:
        if (v === undefined) v = isCounted(r) ? false : ask(I, r, r[LEFT], r[LEFT] - 1);
        if (v === undefined) return undefined;
        settleCount(r, v);
        break;
      case PHASE_INSERT:
        if (v === undefined) v = ask(I, r, r[PIVOT], middleOf(r));
        if (v === undefined) return undefined;
        settleInsert(r, v);
        break;
      case PHASE_PAIR:
        if (v === undefined) {
          if (!startPair(r)) return finish(I, r);
          v = ask(I, r, r[RIGHT], r[RIGHT] - 1);
          if (v === undefined) return undefined;
        }
        settlePair(r, v);
        break;
      case PHASE_MERGE:
        if (r[SORT] !== KeySort.ANY) {
          I.ticks -= mergePlain(r) >> 1;
          continue;
        }
        if (v === undefined) {
          if (isMerged(r)) continue;
          v = ask(I, r, r[RIGHT], r[LEFT]);
          if (v === undefined) return undefined;
        }
        take(r, v);
        break;
    }
    v = undefined;
  }
}

/** Is key `x` less than key `y`? */
function ask(I: Interp, r: any[], x: number, y: number): boolean | undefined {
  const keys: Value[] = r[KEYS];
  if (r[SORT] !== KeySort.ANY) return lessKey(r[SORT], keys[x], keys[y]);
  I.ticks--;
  r[WAIT] = WAIT_ANSWER;
  const answer = compare(I, Compare.LT, keys[x]!, keys[y]!);
  if (answer === undefined) return undefined;
  r[WAIT] = WAIT_TRUTH;
  const isLess = typeof answer === 'boolean' ? answer : truth(I, answer);
  if (isLess === undefined) return undefined;
  r[WAIT] = WAIT_NOTHING;
  return isLess;
}

/** Chooses the way of comparing and where to begin. The arrays become private ones. */
function prepare(r: any[]): void {
  const values = r[VALUES].slice();
  const keys: Value[] = r[KEY] === null ? values : r[KEYS];
  r[VALUES] = values;
  r[KEYS] = keys;
  r[TO_VALUES] = values;
  r[TO_KEYS] = keys;
  if (r[IS_REVERSE]) {
    values.reverse();
    if (keys !== values) keys.reverse();
  }
  r[SORT] = sortOfKeys(keys);
  r[AT] = 0;
  if (r[SORT] === KeySort.ANY) {
    r[WIDTH] = runLength(values.length);
    startRun(r);
  } else {
    r[WIDTH] = RUN;
    r[PHASE] = PHASE_RUNS;
  }
}

/** CPython's length of short runs: all of a list below 64, else 32 to 64 such that the number of runs is close to a power of two. */
function runLength(count: number): number {
  let dropped = 0;
  while (count >= 64) {
    dropped |= count & 1;
    count >>= 1;
  }
  return count + dropped;
}

// -- runs by insertion ------------------------------------------------------------------------------

function runEnd(r: any[]): number {
  return Math.min(r[AT] + r[WIDTH], r[VALUES].length);
}

function startRun(r: any[]): void {
  if (r[AT] >= r[VALUES].length) {
    startPass(r);
    return;
  }
  r[PHASE] = PHASE_COUNT;
  r[LEFT] = r[AT] + 1;
  r[RIGHT] = -1;
}

/** Has the natural run reached the end of its place? */
function isCounted(r: any[]): boolean {
  return r[LEFT] >= runEnd(r);
}

/** `isLess`: item LEFT belongs before the one in front of it. */
function settleCount(r: any[], isLess: boolean): void {
  if (!isCounted(r)) {
    if (r[RIGHT] < 0) r[RIGHT] = isLess ? 1 : 0;
    if (isLess === (r[RIGHT] === 1)) {
      r[LEFT]++;
      return;
    }
  }
  if (r[RIGHT] === 1) {
    reverseRange(r[VALUES], r[AT], r[LEFT]);
    if (r[KEYS] !== r[VALUES]) reverseRange(r[KEYS], r[AT], r[LEFT]);
  }
  r[PIVOT] = r[LEFT];
  startInsert(r);
}

function reverseRange(items: any[], from: number, to: number): void {
  for (let i = from, k = to - 1; i < k; i++, k--) {
    const item = items[i];
    items[i] = items[k];
    items[k] = item;
  }
}

function startInsert(r: any[]): void {
  if (r[PIVOT] >= runEnd(r)) {
    r[AT] = runEnd(r);
    startRun(r);
    return;
  }
  r[PHASE] = PHASE_INSERT;
  r[LEFT] = r[AT];
  r[RIGHT] = r[PIVOT];
}

function middleOf(r: any[]): number {
  return r[LEFT] + ((r[RIGHT] - r[LEFT]) >> 1);
}

/** `isLess`: the pivot belongs before the item in the middle. */
function settleInsert(r: any[], isLess: boolean): void {
  if (isLess) r[RIGHT] = middleOf(r);
  else r[LEFT] = middleOf(r) + 1;
  if (r[LEFT] < r[RIGHT]) return;
  moveDown(r[VALUES], r[PIVOT], r[LEFT]);
  if (r[KEYS] !== r[VALUES]) moveDown(r[KEYS], r[PIVOT], r[LEFT]);
  r[PIVOT]++;
  startInsert(r);
}

function moveDown(items: any[], from: number, to: number): void {
  const item = items[from];
  for (let i = from; i > to; i--) items[i] = items[i - 1];
  items[to] = item;
}

// -- merging ----------------------------------------------------------------------------------------

/** Begins merging runs of WIDTH into pairs. */
function startPass(r: any[]): void {
  if (r[TO_VALUES] === r[VALUES] && r[WIDTH] < r[VALUES].length) {
    r[TO_VALUES] = r[VALUES].slice();
    r[TO_KEYS] = r[KEYS] === r[VALUES] ? r[TO_VALUES] : r[KEYS].slice();
  }
  r[AT] = 0;
  r[OUT] = 0;
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
    const { [VALUES]: values, [KEYS]: keys } = r;
    r[VALUES] = r[TO_VALUES];
    r[KEYS] = r[TO_KEYS];
    r[TO_VALUES] = values;
    r[TO_KEYS] = keys;
    r[WIDTH] = width * 2;
    startPass(r);
  }
}

/** `isDisordered`: the right run begins with something that belongs before the end of the left one. */
function settlePair(r: any[], isDisordered: boolean): void {
  if (isDisordered) {
    r[PHASE] = PHASE_MERGE;
    return;
  }
  const end = pairEnd(r);
  copyRest(r, r[AT], end);
  r[AT] = end;
}

function pairEnd(r: any[]): number {
  return Math.min(r[AT] + 2 * r[WIDTH], r[VALUES].length);
}

function copyRest(r: any[], from: number, to: number): void {
  const values: Value[] = r[VALUES];
  const keys: Value[] = r[KEYS];
  const toValues: Value[] = r[TO_VALUES];
  const toKeys: Value[] = r[TO_KEYS];
  const out: number = r[OUT] - from;
  for (let i = from; i < to; i++) toValues[out + i] = values[i]!;
  if (toKeys !== toValues) for (let i = from; i < to; i++) toKeys[out + i] = keys[i]!;
  if (to > from) r[OUT] += to - from;
}

/** Takes the next item from the right run if it belongs before the left one's. */
function take(r: any[], isRight: boolean): void {
  const from: number = isRight ? r[RIGHT]++ : r[LEFT]++;
  const out: number = r[OUT]++;
  r[TO_VALUES][out] = r[VALUES][from];
  if (r[TO_KEYS] !== r[TO_VALUES]) r[TO_KEYS][out] = r[KEYS][from];
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
  let left: number = r[LEFT];
  let right: number = r[RIGHT];
  const start: number = r[OUT];
  const stop = start + RUN;
  let out = start;
  if (sort === KeySort.INT && keys === values) {
    // The commonest case by itself: one kind of operand keeps the comparison a machine instruction.
    while (out < stop && left < middle && right < end) {
      toValues[out++] = keys[right] < keys[left] ? keys[right++] : keys[left++];
    }
  } else {
    while (out < stop && left < middle && right < end) {
      const from = lessKey(sort, keys[right], keys[left]) ? right++ : left++;
      toValues[out] = values[from];
      if (toKeys !== toValues) toKeys[out] = keys[from];
      out++;
    }
  }
  r[OUT] = out;
  r[LEFT] = left;
  r[RIGHT] = right;
  isMerged(r);
  return out - start + 1;
}

// -- the end ------------------------------------------------------------------------------------------

function finish(I: Interp, r: any[]): null | undefined {
  const list: PyList = r[LIST];
  const isModified = list.allocated !== -1;
  if (r[IS_REVERSE]) r[VALUES].reverse();
  list.items = r[VALUES];
  list.allocated = r[ALLOCATED];
  // Marks the items as handed over, for `putBack`.
  r[PHASE] = PHASE_KEYS;
  if (isModified) return valueError(I, 'list modified during sort');
  return null;
}

/** After an exception the list gets its items back, in whatever order they are. */
function putBack(r: any[]): void {
  const list: PyList = r[LIST];
  const values: Value[] = r[VALUES];
  list.items = r[PHASE] < PHASE_PAIR ? values : unmerged(r, values);
  list.allocated = r[ALLOCATED];
}

/** What the merges have put out, and what they have not reached yet. */
function unmerged(r: any[], values: readonly Value[]): Value[] {
  const rest: Value[] = r[TO_VALUES].slice(0, r[OUT]);
  const isMerging = r[PHASE] === PHASE_MERGE;
  const middle = r[AT] + r[WIDTH];
  for (let i = isMerging ? r[LEFT] : r[AT]; i < middle; i++) rest.push(values[i]!);
  for (let i = isMerging ? r[RIGHT] : middle; i < values.length; i++) rest.push(values[i]!);
  return rest;
}

export const LIST_SORT_KINDS = [SORT_KIND, SORTED_KIND];
