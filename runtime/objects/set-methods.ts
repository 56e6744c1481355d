/** What `set` and `frozenset` share: reading, combining, comparing, showing. */
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { noArgs, oneArg, someArgs } from './native.ts';
import type { NativeSpec, TypeSpec } from './native.ts';
import { PyAnySet, PyFrozenSet, PySet } from './set.ts';
import { ABSENT } from './set-table.ts';
import { PyDict } from './dict.ts';
import { newList } from './list.ts';
import { newTuple } from './tuple.ts';
import { PySetIterator } from './iterators.ts';
import { SET_ITERATOR_SPEC } from './iterator-types.ts';
import { isBeingShown, reprItems } from './container-repr.ts';
import { Compare } from './comparison.ts';
import { SetOp, newFrozenSet, newSet, setLookUp } from './set-operations.ts';
import {
  differenceInto,
  intersectInto,
  mergeSet,
  setDifferenceUpdate,
  setIsDisjoint,
  setIsSubset,
  setUpdate,
  toggleAll,
} from './set-update.ts';

/** An empty set of the built-in type that `like` is of or derives from. */
export function newLike(I: Interp, like: PyAnySet): PyAnySet {
  return like instanceof PyFrozenSet ? newFrozenSet(I) : newSet(I);
}

/** A copy, of the built-in type; undefined after MemoryError. */
export function copySet(I: Interp, set: PyAnySet): PyAnySet | undefined {
  const out = newLike(I, set);
  return mergeSet(I, out, set) === undefined ? undefined : out;
}

/**
 * A set cannot be hashed, but membership and removal take one for the frozenset of the same elements. Returns that, or `key` itself.
 * undefined after MemoryError.
 */
export function hashableKey(I: Interp, key: Value): Value | undefined {
  if (!(key instanceof PySet) || key.cls.slots.hash !== I.types.set.slots.hash) return key;
  const frozen = newFrozenSet(I);
  return mergeSet(I, frozen, key) === undefined ? undefined : frozen;
}

export function containsKey(I: Interp, set: PyAnySet, key: Value): boolean | undefined {
  const slot = set.find(key);
  if (slot >= ABSENT) return slot >= 0;
  const k = hashableKey(I, key);
  return k === undefined ? undefined : setLookUp(I, SetOp.CONTAINS, set, k);
}

// -- combining ------------------------------------------------------------------------------------

const enum Combine {
  UNION,
  INTERSECTION,
  DIFFERENCE,
  /** Removes from the result what the others have, in place. */
  DIFFERENCE_UPDATE,
  UPDATE,
}

/**
 * r = [delivered, how, set, others, next of them, result, phase, returns None?]: `set.union(*others)` and the like. The result grows from
 * one operand to the next; intersections make a new one for each.
 */
export const COMBINE_KIND = new NativeKind('set.combine', (I: Interp, f: Frame) => {
  const r = f.r;
  const how: Combine = r[1];
  const others: Value[] = r[3];
  for (;;) {
    if (r[0] !== undefined) {
      r[0] = undefined;
      r[4]++;
    }
    const i: number = r[4];
    if (i >= others.length) return r[7] ? null : r[5];
    const other = others[i]!;
    if (how === Combine.INTERSECTION) {
      const from: PyAnySet = r[5];
      r[5] = newLike(I, from);
      r[0] = intersectInto(I, r[5], from, other);
    } else if (how === Combine.DIFFERENCE) {
      if (i === 0) {
        r[5] = newLike(I, r[2]);
        r[0] = differenceInto(I, r[5], r[2], other);
      } else r[0] = setDifferenceUpdate(I, r[5], other);
    } else if (how === Combine.DIFFERENCE_UPDATE) r[0] = setDifferenceUpdate(I, r[5], other);
    else r[0] = setUpdate(I, r[5], other);
    if (r[0] === undefined) return undefined;
  }
});

function union(I: Interp, set: PyAnySet, others: readonly Value[]): any {
  const out = copySet(I, set);
  if (out === undefined || others.length === 0) return out;
  return I.enter(COMBINE_KIND, [undefined, Combine.UNION, set, others.slice(), 0, out, 0, false]);
}

function intersection(I: Interp, set: PyAnySet, others: readonly Value[]): any {
  if (others.length === 0 || (others.length === 1 && others[0] === set)) return copySet(I, set);
  return I.enter(COMBINE_KIND, [undefined, Combine.INTERSECTION, set, others.slice(), 0, set, 0, false]);
}

function difference(I: Interp, set: PyAnySet, others: readonly Value[]): any {
  if (others.length === 0) return copySet(I, set);
  return I.enter(COMBINE_KIND, [undefined, Combine.DIFFERENCE, set, others.slice(), 0, set, 0, false]);
}

/** `set.update(*others)`; None. */
export function updateAll(I: Interp, set: PyAnySet, others: readonly Value[]): null | undefined {
  return I.enter(COMBINE_KIND, [undefined, Combine.UPDATE, set, others.slice(), 0, set, 0, true]);
}

/** `set.difference_update(*others)`; None. */
export function differenceUpdateAll(I: Interp, set: PyAnySet, others: readonly Value[]): null | undefined {
  return I.enter(COMBINE_KIND, [undefined, Combine.DIFFERENCE_UPDATE, set, others.slice(), 0, set, 0, true]);
}

/** `set.intersection_update(*others)`; None. */
export function intersectionUpdateAll(I: Interp, set: PyAnySet, others: readonly Value[]): null | undefined {
  const entry = I.frame;
  const out = intersection(I, set, others);
  if (out === undefined) return I.then(entry, BECOME_KIND, [undefined, set]);
  set.become(out);
  return null;
}

/** r = [delivered set, set that takes over its table]. */
export const BECOME_KIND = new NativeKind('set.become', (_I, f) => {
  f.r[1].become(f.r[0]);
  return null;
});

/** `set.symmetric_difference_update(other)`; None. */
export function symmetricDifferenceUpdate(I: Interp, set: PyAnySet, other: Value): null | undefined {
  return I.enter(TOGGLE_KIND, [undefined, set, other, null, 0, true]);
}

/** r = [delivered, set to change, other, other as a set, phase, returns None?]. */
export const TOGGLE_KIND = new NativeKind('set.toggle', (I: Interp, f: Frame) => {
  const r = f.r;
  r[0] = undefined;
  for (;;) {
    let done: true | undefined;
    switch (r[4]++) {
      case 0: {
        const other = r[2];
        if (other instanceof PyAnySet || (other instanceof PyDict && other.constructor === PyDict)) {
          r[3] = other;
          continue;
        }
        r[3] = newLike(I, r[1]);
        done = setUpdate(I, r[3], other);
        break;
      }
      case 1:
        done = toggleAll(I, r[1], r[3]);
        break;
      default:
        return r[5] ? null : r[1];
    }
    if (done === undefined) return undefined;
  }
});

/** `set ^ other`: a set of `other`, toggled by `set`. */
function symmetricDifference(I: Interp, set: PyAnySet, other: Value): any {
  const out = newLike(I, set);
  const entry = I.frame;
  const done = setUpdate(I, out, other);
  if (done === undefined) return I.then(entry, TOGGLED_KIND, [undefined, out, set, 0]);
  return I.enter(TOGGLE_KIND, [undefined, out, set, null, 0, false]);
}

/** r = [delivered, result so far, set, phase]. */
export const TOGGLED_KIND = new NativeKind('set.toggled', (I, f) => {
  const r = f.r;
  if (r[3] === 1) return r[0];
  r[0] = undefined;
  r[3] = 1;
  return I.enter(TOGGLE_KIND, [undefined, r[1], r[2], null, 0, false]);
});

// -- comparing ------------------------------------------------------------------------------------

function compare(I: Interp, op: number, a: any, b: any): any {
  if (!(a instanceof PyAnySet) || !(b instanceof PyAnySet)) return I.NotImplemented;
  switch (op) {
    case Compare.EQ:
      if (a.size !== b.size || (a.hash !== null && b.hash !== null && a.hash !== b.hash)) return false;
      return setIsSubset(I, a, b);
    case Compare.NE: {
      if (a.size !== b.size || (a.hash !== null && b.hash !== null && a.hash !== b.hash)) return true;
      const entry = I.frame;
      const same = setIsSubset(I, a, b);
      return same === undefined ? I.then(entry, NOT_SAME_KIND, [undefined]) : !same;
    }
    case Compare.LE:
      return setIsSubset(I, a, b);
    case Compare.GE:
      return setIsSubset(I, b, a);
    case Compare.LT:
      return a.size < b.size && setIsSubset(I, a, b);
    default:
      return b.size < a.size && setIsSubset(I, b, a);
  }
}

/** r = [delivered]. */
export const NOT_SAME_KIND = new NativeKind('set.notSame', (_I, f) => !f.r[0]);

/** `set.issubset(other)` (or of `other`, when `isSuper`) for any iterable, made a set first if it is none. */
function isSubset(I: Interp, set: PyAnySet, other: Value, isSuper: boolean): any {
  if (other instanceof PyAnySet) return isSuper ? setIsSubset(I, other, set) : setIsSubset(I, set, other);
  const made = newSet(I);
  const entry = I.frame;
  const done = setUpdate(I, made, other);
  if (done === undefined) return I.then(entry, SUBSET_KIND, [undefined, set, made, isSuper, 0]);
  return isSuper ? setIsSubset(I, made, set) : setIsSubset(I, set, made);
}

/** r = [delivered, set, set made of the other, isSuper, phase]. */
export const SUBSET_KIND = new NativeKind('set.subset', (I, f) => {
  const r = f.r;
  if (r[4] === 1) return r[0];
  r[0] = undefined;
  r[4] = 1;
  return r[3] ? setIsSubset(I, r[2], r[1]) : setIsSubset(I, r[1], r[2]);
});

// -- showing -------------------------------------------------------------------------------------------

function repr(I: Interp, set: PyAnySet): string | undefined {
  const name = set.cls.name;
  if (set.size === 0) return `${name}()`;
  if (isBeingShown(I, set)) return `${name}(...)`;
  I.ticks -= set.mask >> 4;
  const source = { items: set.toArray() };
  return set.constructor === PySet ? reprItems(I, set, source, '{', '}') : reprItems(I, set, source, `${name}({`, '})');
}

function isSetPair(a: any, b: any): boolean {
  return a instanceof PyAnySet && b instanceof PyAnySet;
}

/** What both types have. */
export const SET_SLOTS: TypeSpec['slots'] = {
  repr,
  compare,
  iter: (I, set: PyAnySet) => new PySetIterator(I.typeFor(SET_ITERATOR_SPEC), set),
  len: (_I, set: PyAnySet) => set.size,
  contains: containsKey,
  visit: (set: PyAnySet, visit) => {
    for (let slot = set.nextSlot(0); slot >= 0; slot = set.nextSlot(slot + 1)) visit(set.keys[slot]);
  },
  sizeOf: (I, set: PyAnySet) => set.modelBytes(I.memory.pointerBytes),
};

export const SET_OPERATORS: TypeSpec['binary'] = {
  '|': (I, a, b) => (isSetPair(a, b) ? union(I, a, a === b ? [] : [b]) : I.NotImplemented),
  '&': (I, a, b) => (isSetPair(a, b) ? intersection(I, a, [b]) : I.NotImplemented),
  '-': (I, a, b) => (isSetPair(a, b) ? difference(I, a, [b]) : I.NotImplemented),
  '^': (I, a, b) => (isSetPair(a, b) ? symmetricDifference(I, a, b) : I.NotImplemented),
};

export const SET_METHODS: Readonly<Record<string, NativeSpec>> = {
  difference: someArgs(0, -1, difference),
  intersection: someArgs(0, -1, intersection),
  isdisjoint: oneArg((I, set, other) => setIsDisjoint(I, set, other)),
  issubset: oneArg((I, set, other) => isSubset(I, set, other, false)),
  issuperset: oneArg((I, set, other) => isSubset(I, set, other, true)),
  symmetric_difference: oneArg(symmetricDifference),
  union: someArgs(0, -1, union),
  __reduce__: noArgs((I, set: PyAnySet) => {
    I.ticks -= set.mask >> 4;
    return newTuple(I, [set.cls, newTuple(I, [newList(I, set.toArray())]), null]);
  }),
};

export const SET_METHOD_KINDS = [COMBINE_KIND, BECOME_KIND, TOGGLE_KIND, TOGGLED_KIND, NOT_SAME_KIND, SUBSET_KIND];
