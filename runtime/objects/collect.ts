/** All items of an iterable as a JavaScript array: what `list()`, `tuple()`, `sorted()`, `join` and argument unpacking start from. */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { PyList } from './list.ts';
import { PyTuple } from './tuple.ts';
import { CONTINUE, FoldSpec, foldIterable } from './fold.ts';
import { chargeGrowth } from './growth.ts';

/** Items that are collected before their bytes are charged again. */
const CHARGED_ITEMS = 512;

/** state = [items]. */
const COLLECT = new FoldSpec(
  'objects.collect',
  (I, state, item) => {
    const items: Value[] = state[0];
    if (items.length % CHARGED_ITEMS === CHARGED_ITEMS - 1 && !I.charge(CHARGED_ITEMS * I.memory.pointerBytes))
      return undefined;
    items.push(item);
    return CONTINUE;
  },
  (_I, state) => state[0],
);

/** Returns the items of `iterable` in a new array. May call Python; the array is then delivered. @raises TypeError if it is not iterable. */
export function collectItems(I: Interp, iterable: Value): Value[] | undefined {
  if (
    typeof iterable === 'object' &&
    iterable !== null &&
    (iterable.constructor === PyList || iterable.constructor === PyTuple)
  ) {
    const items = (iterable as PyList | PyTuple).items;
    return chargeCopy(I, items.length) ? items.slice() : undefined;
  }
  return foldIterable(I, COLLECT, iterable, [[]]);
}

/**
 * As `collectItems`, but the array may be the very items of a list or tuple: read it at once, before anything can change them, and do not
 * write to it.
 */
export function sharedItems(I: Interp, iterable: Value): readonly Value[] | undefined {
  if (
    typeof iterable === 'object' &&
    iterable !== null &&
    (iterable.constructor === PyList || iterable.constructor === PyTuple)
  ) {
    return (iterable as PyList | PyTuple).items;
  }
  return foldIterable(I, COLLECT, iterable, [[]]);
}

/** Charges ticks and bytes of copying `count` items; false when MemoryError was raised. */
export function chargeCopy(I: Interp, count: number): boolean {
  I.ticks -= count >> 6;
  return chargeGrowth(I, count * I.memory.pointerBytes);
}

export const COLLECT_KINDS = [COLLECT.kind];
