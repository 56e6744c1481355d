/** Operations on lists that may run Python code and that natives and the VM share. */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { PyList, listAppend, listReserve } from './list.ts';
import { PyTuple } from './tuple.ts';
import { CONTINUE, FoldSpec, foldIterable } from './fold.ts';
import { typeError } from './raise.ts';
import { typeOf } from './type-of.ts';

/** state = [list]. */
const EXTEND = new FoldSpec(
  'list.extend',
  (I, state, item) => (listAppend(I, state[0], item) === undefined ? undefined : CONTINUE),
  () => null,
);

/**
 * `list.extend(iterable)`; returns null (None). `isStar`: the iterable stands after `*` in a display, and says so when it is none.
 * Items of an iterator arrive one by one, so Python code in it sees the list grow. May call Python; may raise MemoryError.
 */
export function listExtend(I: Interp, list: PyList, iterable: Value, isStar = false): null | undefined {
  if (iterable instanceof PyList || iterable instanceof PyTuple) {
    const constructor = iterable.constructor;
    if (constructor === PyList || constructor === PyTuple) return extendBy(I, list, iterable.items);
  }
  if (isStar) {
    const type = typeOf(I, iterable);
    if (type.slots.iter === null && type.slots.getitem === null) {
      return typeError(I, `Value after * must be an iterable, not ${type.tpName}`);
    }
  }
  return foldIterable(I, EXTEND, iterable, [list]);
}

/** Appends `added`, which may be the list's own items. */
export function extendBy(I: Interp, list: PyList, added: readonly Value[]): null | undefined {
  const items = list.items;
  const count = added.length;
  I.ticks -= count >> 6;
  if (count === 0) return null;
  if (!listReserve(I, list, items.length + count)) return undefined;
  for (let i = 0; i < count; i++) items.push(added[i]!);
  return null;
}

export const LIST_OPERATION_KINDS = [EXTEND.kind];
