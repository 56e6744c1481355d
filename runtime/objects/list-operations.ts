/** Operations on lists that may run Python code and that natives and the VM share. */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import { PyList, listAppend, listReserve, listShrunk } from './list.ts';
import { PyTuple } from './tuple.ts';
import { lookupInType } from './type.ts';
import { chargeGrowth } from './growth.ts';
import { CONTINUE, FoldSpec, foldIterable, foldIterator } from './fold.ts';
import { iter } from './iteration.ts';
import { LENGTH_HINT_DEFAULT, lengthHint } from './length-hint.ts';
import { typeError } from './raise.ts';
import { typeOf } from './type-of.ts';

/** state = [list]. */
const EXTEND = new FoldSpec(
  'list.extend',
  (I, state, item) => (listAppend(I, state[0], item) === undefined ? undefined : CONTINUE),
  (_I, state) => {
    listShrunk(state[0]);
    return null;
  },
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
  const type = typeOf(I, iterable);
  if (isStar && type.slots.iter === null && type.slots.getitem === null) {
    return typeError(I, `Value after * must be an iterable, not ${type.tpName}`);
  }
  if (lookupInType(type, '__length_hint__') !== undefined || type.slots.len !== null) {
    return I.enter(EXTEND_HINTED_KIND, [undefined, list, iterable, 0, null]);
  }
  return preallocate(I, list, LENGTH_HINT_DEFAULT) ? foldIterable(I, EXTEND, iterable, [list]) : undefined;
}

/** r = [delivered, list, iterable, phase (0 start, 1 its iterator, 2 its length hint, 3 done), iterator]. */
export const EXTEND_HINTED_KIND = new NativeKind('list.extendHinted', (I, f) => {
  const r = f.r;
  let v = r[0];
  r[0] = undefined;
  for (;;) {
    switch (r[3]++) {
      case 0:
        v = iter(I, r[2]);
        break;
      case 1:
        r[4] = v;
        v = lengthHint(I, r[2], LENGTH_HINT_DEFAULT);
        break;
      case 2:
        v = preallocate(I, r[1], v) ? foldIterator(I, EXTEND, r[4], [r[1]]) : undefined;
        break;
      default:
        return v;
    }
    if (v === undefined) return undefined;
  }
});

/** Books room for `count` more items, exactly (to an even number) in a list that has none yet. */
function preallocate(I: Interp, list: PyList, count: number): boolean {
  if (list.allocated > 0) return listReserve(I, list, list.items.length + count);
  const slots = I.memory.pointerBytes === 8 ? count + (count % 2) : count + ((4 - (count % 4)) % 4);
  if (!chargeGrowth(I, slots * I.memory.pointerBytes)) return false;
  list.allocated = slots;
  return true;
}

/** Appends `added`, which may be the list's own items. */
export function extendBy(I: Interp, list: PyList, added: readonly Value[]): null | undefined {
  const count = added.length;
  I.ticks -= count >> 6;
  if (count === 0) return null;
  if (!preallocate(I, list, count)) return undefined;
  const items = list.items;
  for (let i = 0; i < count; i++) items.push(added[i]!);
  return null;
}

export const LIST_OPERATION_KINDS = [EXTEND.kind, EXTEND_HINTED_KIND];
