/**
 * Filling and combining sets. The order in which elements are added and the moments at which tables are remade follow CPython's functions
 * one by one, because the order of the result depends on both.
 *
 * Every operation is a walk over a source (the slots of a set, the entries of a dict, or any iterable) that does one SetOp for each element;
 * SET_WALK_KIND does the first two, FoldSpecs the last.
 */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import { PyAnySet } from './set.ts';
import { DUMMY, sizeFor } from './set-table.ts';
import { PyDict } from './dict.ts';
import { dictContains } from './dict-operations.ts';
import { SetOp, setLookUp, setLookUpHashed } from './set-operations.ts';
import { CONTINUE, FoldSpec, foldIterable } from './fold.ts';
import { chargeGrowth } from './growth.ts';
import { runtimeError } from './raise.ts';

/** Slots walked between two looks at the clock. */
const CHUNK = 256;

/** What SET_WALK_KIND does with an element of the source. */
export const enum WalkOp {
  /** Add it to the target. */
  ADD,
  DISCARD,
  TOGGLE,
  /** Add it to the target if `other` (a set or dict) has it. */
  ADD_IF_IN,
  ADD_IF_NOT_IN,
  /** The walk ends with false as soon as `other` lacks it, or has it. */
  ALL_IN,
  NONE_IN,
}

// Registers: [delivered, op, target or null, source, other or null, position, size of the source at the start, phase].
const OP = 1;
const TARGET = 2;
const SOURCE = 3;
const OTHER = 4;
const POSITION = 5;
const SIZE = 6;
const PHASE = 7;

const PHASE_NEXT = 0;
const PHASE_ASKED = 1;
const PHASE_DONE = 2;

export const SET_WALK_KIND = new NativeKind('set.walk', (I: Interp, f: Frame) => {
  const r = f.r;
  const source = r[SOURCE];
  const op: WalkOp = r[OP];
  let delivered = r[0];
  r[0] = undefined;
  for (;;) {
    const at: number = r[POSITION];
    if (r[PHASE] === PHASE_NEXT) {
      if (at >= source.keys.length) return true;
      const key = source.keys[at];
      if (key === undefined || key === DUMMY) {
        if (stepTo(I, r, at + 1)) continue;
        return I.pause(f);
      }
      if (op <= WalkOp.TOGGLE) {
        r[PHASE] = PHASE_DONE;
        delivered = apply(
          I,
          op === WalkOp.ADD ? SetOp.ADD : op === WalkOp.DISCARD ? SetOp.DISCARD : SetOp.TOGGLE,
          r[TARGET],
          source,
          at,
          key,
        );
      } else {
        r[PHASE] = PHASE_ASKED;
        const other = r[OTHER];
        delivered =
          other instanceof PyDict ? dictContains(I, other, key) : apply(I, SetOp.CONTAINS, other, source, at, key);
      }
      if (delivered === undefined) return undefined;
    }
    if (r[PHASE] === PHASE_ASKED) {
      r[PHASE] = PHASE_DONE;
      if (op === WalkOp.ALL_IN || op === WalkOp.NONE_IN) {
        if (delivered !== (op === WalkOp.ALL_IN)) return false;
      } else if (delivered === (op === WalkOp.ADD_IF_IN)) {
        delivered = source.keys[at] === undefined ? true : apply(I, SetOp.ADD, r[TARGET], source, at, source.keys[at]);
        if (delivered === undefined) return undefined;
      }
    }
    r[PHASE] = PHASE_NEXT;
    if (source.size !== r[SIZE] && source !== r[TARGET]) return runtimeError(I, changed(source));
    if (!stepTo(I, r, at + 1)) return I.pause(f);
  }
});

/** Moves on, charging at each CHUNK; false when it is time to pause. */
function stepTo(I: Interp, r: any[], position: number): boolean {
  r[POSITION] = position;
  return position % CHUNK !== 0 || (I.ticks -= CHUNK >> 3) >= 0;
}

function changed(source: PyAnySet | PyDict): string {
  return `${source instanceof PyDict ? 'dictionary' : 'Set'} changed size during iteration`;
}

function apply(I: Interp, op: SetOp, set: PyAnySet, source: PyAnySet | PyDict, at: number, key: Value): any {
  if (source instanceof PyDict) return setLookUp(I, op, set, key);
  return setLookUpHashed(I, op, set, key, source.hashes[2 * at]!, source.hashes[2 * at + 1]!);
}

/** Walks `source` doing `op`; true, or false for the two questions. May call Python. */
export function walkSet(
  I: Interp,
  op: WalkOp,
  target: PyAnySet | null,
  source: PyAnySet | PyDict,
  other: PyAnySet | PyDict | null,
): boolean | undefined {
  if (source.size === 0) return true;
  return I.enter(SET_WALK_KIND, [undefined, op, target, source, other, 0, source.size, PHASE_NEXT]);
}

/** state = [set]. */
const ADD_ALL = new FoldSpec(
  'set.addAll',
  (I, state, item) => (setLookUp(I, SetOp.ADD, state[0], item) === undefined ? undefined : CONTINUE),
  () => true,
);
/** state = [set]. */
const DISCARD_ALL = new FoldSpec(
  'set.discardAll',
  (I, state, item) => (setLookUp(I, SetOp.DISCARD, state[0], item) === undefined ? undefined : CONTINUE),
  () => true,
);
/** state = [result, set, item asked about]. */
const ADD_COMMON = new FoldSpec(
  'set.addCommon',
  (I, state, item) => {
    state[2] = item;
    const isIn = setLookUp(I, SetOp.CONTAINS, state[1], item);
    return isIn === undefined ? undefined : addCommon(I, state, isIn);
  },
  () => true,
  (I, state, delivered) => (state[2] === undefined ? CONTINUE : addCommon(I, state, delivered)),
);

function addCommon(I: Interp, state: any[], isIn: boolean): any {
  const item = state[2];
  state[2] = undefined;
  if (!isIn) return CONTINUE;
  return setLookUp(I, SetOp.ADD, state[0], item) === undefined ? undefined : CONTINUE;
}

/** state = [set]: stops with false at the first item that is in it. */
const DISJOINT = new FoldSpec(
  'set.isDisjointFrom',
  (I, state, item) => answerDisjoint(setLookUp(I, SetOp.CONTAINS, state[0], item)),
  () => true,
  (_I, _state, delivered) => answerDisjoint(delivered),
);

function answerDisjoint(isIn: boolean | undefined): any {
  return isIn === undefined ? undefined : isIn ? false : CONTINUE;
}

/** Adds every item of `other`; true when done. May call Python; may raise MemoryError. */
export function setUpdate(I: Interp, set: PyAnySet, other: Value): true | undefined {
  if (other instanceof PyAnySet) return mergeSet(I, set, other);
  if (other instanceof PyDict && other.constructor === PyDict) {
    const count = other.size;
    if ((set.fill + count) * 5 >= set.mask * 3 && !remake(I, set, (set.size + count) * 2)) return undefined;
    return walkSet(I, WalkOp.ADD, set, other, null) as true | undefined;
  }
  return foldIterable(I, ADD_ALL, other, [set]);
}

/** Adds the elements of another set, whose hashes are known. */
export function mergeSet(I: Interp, set: PyAnySet, other: PyAnySet): true | undefined {
  if (set === other || other.size === 0) return true;
  if ((set.fill + other.size) * 5 >= set.mask * 3 && !remake(I, set, (set.size + other.size) * 2)) return undefined;
  if (set.fill === 0) {
    I.ticks -= other.mask >> 4;
    if (set.mask === other.mask && other.fill === other.size) {
      set.keys = other.keys.slice();
      set.hashes = other.hashes.slice();
    } else set.insertClean(other.keys, other.hashes);
    set.size = other.size;
    set.fill = other.size;
    set.layout++;
    return true;
  }
  return walkSet(I, WalkOp.ADD, set, other, null) as true | undefined;
}

/** Remakes the table of `set` for `minUsed` elements; false when MemoryError was raised. */
export function remake(I: Interp, set: PyAnySet, minUsed: number): boolean {
  I.ticks -= set.mask >> 4;
  if (!chargeGrowth(I, sizeFor(minUsed) * 2 * I.memory.pointerBytes)) return false;
  set.resize(minUsed);
  return true;
}

/** Removes every item of `other`; true when done. A set that is walked over itself is emptied. May call Python. */
export function setDifferenceUpdate(I: Interp, set: PyAnySet, other: Value): true | undefined {
  if (set === other) {
    set.clear();
    return true;
  }
  const entry = I.frame;
  const done =
    other instanceof PyAnySet
      ? walkSet(I, WalkOp.DISCARD, set, other, null)
      : foldIterable(I, DISCARD_ALL, other, [set]);
  return done === undefined ? I.then(entry, DROP_DUMMIES_KIND, [undefined, set]) : dropDummies(I, set);
}

export const DROP_DUMMIES_KIND = new NativeKind('set.dropDummies', (I: Interp, f: Frame) => dropDummies(I, f.r[1]));

/** Remakes the table when more than a quarter of it are dummies, as CPython does after a difference. */
function dropDummies(I: Interp, set: PyAnySet): true | undefined {
  if (set.fill - set.size <= Math.floor(set.mask / 4)) return true;
  return remake(I, set, set.grownUse(set.size)) ? true : undefined;
}

/** Fills the empty `result` with the elements that `set` and `other` have in common; true when done. May call Python. */
export function intersectInto(I: Interp, result: PyAnySet, set: PyAnySet, other: Value): true | undefined {
  if (other instanceof PyAnySet) {
    const isLarger = other.size > set.size;
    return walkSet(I, WalkOp.ADD_IF_IN, result, isLarger ? set : other, isLarger ? other : set) as true | undefined;
  }
  return foldIterable(I, ADD_COMMON, other, [result, set, undefined]);
}

/** Fills the empty `result` with the elements of `set` that are not in `other`; true when done. May call Python. */
export function differenceInto(I: Interp, result: PyAnySet, set: PyAnySet, other: Value): true | undefined {
  const hasSize = other instanceof PyAnySet || (other instanceof PyDict && other.constructor === PyDict);
  if (hasSize && set.size >> 2 <= other.size)
    return walkSet(I, WalkOp.ADD_IF_NOT_IN, result, set, other) as true | undefined;
  if (mergeSet(I, result, set) === undefined) return undefined;
  return setDifferenceUpdate(I, result, other);
}

/** Removes from `set` what `other` (a set, or a dict by its keys) has, and adds what it had not; true when done. May call Python. */
export function toggleAll(I: Interp, set: PyAnySet, other: PyAnySet | PyDict): true | undefined {
  if (set === other) {
    set.clear();
    return true;
  }
  return walkSet(I, WalkOp.TOGGLE, set, other, null) as true | undefined;
}

/** Is no item of `other` in `set`? May call Python. */
export function setIsDisjoint(I: Interp, set: PyAnySet, other: Value): boolean | undefined {
  if (set === other) return set.size === 0;
  if (other instanceof PyAnySet) {
    const isLarger = other.size > set.size;
    return walkSet(I, WalkOp.NONE_IN, null, isLarger ? set : other, isLarger ? other : set);
  }
  return foldIterable(I, DISJOINT, other, [set]);
}

/** Is every element of `set` in `other`? May call Python. */
export function setIsSubset(I: Interp, set: PyAnySet, other: PyAnySet): boolean | undefined {
  if (set.size > other.size) return false;
  return walkSet(I, WalkOp.ALL_IN, null, set, other);
}

export const SET_UPDATE_KINDS = [
  SET_WALK_KIND,
  ADD_ALL.kind,
  DISCARD_ALL.kind,
  ADD_COMMON.kind,
  DISJOINT.kind,
  DROP_DUMMIES_KIND,
];
