/**
 * Adding to, looking up in and removing from sets with any elements, and combining sets. Elements that hash and compare without Python code
 * take the direct way through `SetTable.find`; the others go through SET_KIND, which asks for the hash, walks CPython's probe sequence
 * and compares, starting again when a comparison has changed the set.
 */
import { MISSING } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import { PySet, PyFrozenSet } from './set.ts';
import type { PyAnySet } from './set.ts';
import { ABSENT, DUMMY } from './set-table.ts';
import { splitHash } from './key-hash.ts';
import { chargeGrowth } from './growth.ts';
import { hash, isEqual } from './comparison.ts';
import { keyError } from './raise.ts';

/** What is to be done with the slot that SET_KIND finds. */
export const enum SetOp {
  /** Adds if absent; true. */
  ADD,
  /** Is it there? */
  CONTAINS,
  /** Removes; was it there? */
  DISCARD,
  /** Removes, or raises KeyError; null (None). */
  REMOVE,
  /** Removes if there, else adds; true. */
  TOGGLE,
}

const OP = 1;
const SET = 2;
const KEY = 3;
const PHASE = 4;
const LO = 5;
const HI = 6;
const LAYOUT = 7;
/** How many slots of the probe sequence are done. */
const PROBED = 8;
const SLOT = 9;
/** What REMOVE names in its KeyError. */
const SHOWN = 10;

const PHASE_HASH = 0;
const PHASE_HASHED = 1;
const PHASE_WALK = 2;
const PHASE_COMPARED = 3;

/** r = [delivered, op, set, key, phase, hash halves, layout, slots probed, slot being compared, key to show]. */
export const SET_KIND = new NativeKind('set.lookup', (I: Interp, f: Frame) => {
  const r = f.r;
  const set: PyAnySet = r[SET];
  if (r[PHASE] === PHASE_HASH) {
    r[PHASE] = PHASE_HASHED;
    const h = hash(I, r[KEY]);
    if (h === undefined) return undefined;
    r[0] = h;
  }
  if (r[PHASE] === PHASE_HASHED) {
    splitHash(r[0], set);
    r[LO] = set.lo;
    r[HI] = set.hi;
    r[0] = undefined;
    r[PHASE] = PHASE_WALK;
    r[PROBED] = 0;
  }
  if (r[PHASE] === PHASE_COMPARED) {
    const equal = r[0];
    r[0] = undefined;
    r[PHASE] = PHASE_WALK;
    // An addition that found its equal is content, whatever happened to the set meanwhile.
    if (equal && r[OP] === SetOp.ADD) return true;
    if (set.layout !== r[LAYOUT]) {
      r[PROBED] = 0;
      if (--I.ticks < 0) return I.pause(f);
    } else if (equal) return perform(I, r[OP], set, r[SLOT], r[KEY], r[LO], r[HI], r[SHOWN]);
  }
  return walk(I, r, set);
});

/** Goes on with the probe sequence behind the first `r[PROBED]` slots. */
function walk(I: Interp, r: any[], set: PyAnySet): any {
  const { keys, hashes, mask } = set;
  const key = r[KEY];
  const lo: number = r[LO];
  const hi: number = r[HI];
  let base = lo & mask;
  let perturbLo = lo;
  let perturbHi = hi;
  let probed = 0;
  const done: number = r[PROBED];
  for (;;) {
    let slot = base;
    const end = base + 9 <= mask ? base + 9 : base;
    do {
      if (probed++ >= done) {
        const k = keys[slot];
        if (k === undefined) return perform(I, r[OP], set, ABSENT, key, lo, hi, r[SHOWN]);
        if (k !== DUMMY && hashes[2 * slot] === lo && hashes[2 * slot + 1] === hi) {
          if (k === key) return perform(I, r[OP], set, slot, key, lo, hi, r[SHOWN]);
          r[PROBED] = probed;
          r[SLOT] = slot;
          r[LAYOUT] = set.layout;
          r[PHASE] = PHASE_COMPARED;
          I.ticks--;
          const equal = isEqual(I, k, key);
          if (equal === undefined) return undefined;
          if (equal) return perform(I, r[OP], set, slot, key, lo, hi, r[SHOWN]);
        }
      }
      slot++;
    } while (slot <= end);
    perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
    perturbHi >>>= 5;
    base = (Math.imul(base, 5) + 1 + perturbLo) & mask;
  }
}

function perform(
  I: Interp,
  op: SetOp,
  set: PyAnySet,
  slot: number,
  key: Value,
  lo: number,
  hi: number,
  shown: Value,
): any {
  switch (op) {
    case SetOp.ADD:
      return slot >= 0 ? true : add(I, set, key, lo, hi);
    case SetOp.CONTAINS:
      return slot >= 0;
    case SetOp.DISCARD:
      if (slot < 0) return false;
      set.removeSlot(slot);
      return true;
    case SetOp.REMOVE:
      if (slot < 0) return keyError(I, shown);
      set.removeSlot(slot);
      return null;
    case SetOp.TOGGLE:
      if (slot < 0) return add(I, set, key, lo, hi);
      set.removeSlot(slot);
      return true;
  }
}

function add(I: Interp, set: PyAnySet, key: Value, lo: number, hi: number): true | undefined {
  const bytes = (set.fill + 1) * 5 < set.mask * 3 ? 0 : set.growthBytes(I);
  if (bytes > 0) {
    I.ticks -= set.size >> 3;
    if (!chargeGrowth(I, bytes)) return undefined;
  }
  set.addHashed(key, lo, hi);
  return true;
}

/** Looks `key` up and does `op`; `shown` is what a KeyError names. May call Python. */
export function setLookUp(I: Interp, op: SetOp, set: PyAnySet, key: Value, shown: Value = key): any {
  const slot = set.find(key);
  if (slot >= ABSENT) return perform(I, op, set, slot, key, set.lo, set.hi, shown);
  return I.enter(SET_KIND, [undefined, op, set, key, PHASE_HASH, 0, 0, 0, 0, 0, shown]);
}

/** As `setLookUp` for an element of another set, whose hash halves are known: only the comparison may call Python. */
export function setLookUpHashed(I: Interp, op: SetOp, set: PyAnySet, key: Value, lo: number, hi: number): any {
  const slot = set.findHashed(key, lo, hi);
  if (slot >= ABSENT) return perform(I, op, set, slot, key, lo, hi, key);
  return I.enter(SET_KIND, [undefined, op, set, key, PHASE_WALK, lo, hi, 0, 0, 0, key]);
}

/** Makes an empty set. */
export function newSet(I: Interp): PySet {
  I.bytesLeft -= 27 * I.memory.pointerBytes;
  return new PySet(I.types.set);
}

/** Makes an empty frozenset, to be filled before anybody sees it. */
export function newFrozenSet(I: Interp): PyFrozenSet {
  I.bytesLeft -= 27 * I.memory.pointerBytes;
  return new PyFrozenSet(I.types.frozenset);
}

/** `set.add(key)`. May call Python; may raise MemoryError. */
export function setAdd(I: Interp, set: PyAnySet, key: Value): true | undefined {
  const slot = set.find(key);
  if (slot >= 0) return true;
  if (slot === ABSENT) return add(I, set, key, set.lo, set.hi);
  return setLookUp(I, SetOp.ADD, set, key);
}

/** `key in set`. May call Python. */
export function setContains(I: Interp, set: PyAnySet, key: Value): boolean | undefined {
  return setLookUp(I, SetOp.CONTAINS, set, key);
}

/** Removes `key`; false if it was not there. May call Python. */
export function setDiscard(I: Interp, set: PyAnySet, key: Value): boolean | undefined {
  return setLookUp(I, SetOp.DISCARD, set, key);
}

/** Removes and returns some element, the one CPython would; MISSING if there is none. */
export function setPop(I: Interp, set: PyAnySet): Value | typeof MISSING {
  if (set.size === 0) return MISSING;
  const from = set.finger & set.mask;
  const slot = set.popSlot();
  I.ticks -= (slot >= from ? slot - from : set.mask) >> 4;
  const key = set.keys[slot];
  set.removeSlot(slot);
  return key;
}

/** Makes the frozenset of a code object's constant from elements that hash and compare without Python code. */
export function frozenSetOfConstants(I: Interp, items: readonly Value[]): PyFrozenSet {
  const set = newFrozenSet(I);
  for (const item of items) {
    splitHash(hash(I, item)!, set);
    const { lo, hi } = set;
    if (set.findHashed(item, lo, hi) < 0) set.addHashed(item, lo, hi);
  }
  return set;
}

export const SET_OPERATION_KINDS = [SET_KIND];
