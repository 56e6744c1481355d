/** Reading, assigning and deleting slices of lists. The slices are resolved: their parts are ints or None. */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { PyList } from './list.ts';
import { grownSlots, newList } from './list.ts';
import type { PySlice } from './slice.ts';
import { sliceBounds } from './slice-bounds.ts';
import { chargeCopy, collectItems } from './collect.ts';
import { chargeGrowth } from './growth.ts';
import { typeError, valueError } from './raise.ts';
import { typeOf } from './type-of.ts';

/** The items that a resolved slice of `items` selects, in a new array; undefined after raising. */
export function sliceItems(I: Interp, items: readonly Value[], slice: PySlice): Value[] | undefined {
  const b = sliceBounds(I, slice, items.length);
  if (b === undefined || !chargeCopy(I, b.count)) return undefined;
  if (b.step === 1) return items.slice(b.start, b.start + b.count);
  const out: Value[] = [];
  for (let i = b.start, n = b.count; n > 0; n--, i += b.step) out.push(items[i]!);
  return out;
}

export function getListSlice(I: Interp, list: PyList, slice: PySlice): PyList | undefined {
  const items = sliceItems(I, list.items, slice);
  return items === undefined ? undefined : newList(I, items);
}

/** `list[slice] = value`; true when done. May call Python (to iterate over the value). */
export function setListSlice(I: Interp, list: PyList, slice: PySlice, value: Value): true | undefined {
  const step = slice.step;
  if (step !== null && step !== 1) {
    // CPython looks at the step before it iterates.
    if (step === 0) return valueError(I, 'slice step cannot be zero');
    if (!isIterable(I, value)) return typeError(I, 'must assign iterable to extended slice');
  } else if (!isIterable(I, value)) return typeError(I, 'can only assign an iterable');
  const entry = I.frame;
  const items = collectItems(I, value);
  return items === undefined ? I.then(entry, SET_SLICE_KIND, [undefined, list, slice]) : assign(I, list, slice, items);
}

function isIterable(I: Interp, v: Value): boolean {
  const slots = typeOf(I, v).slots;
  return slots.iter !== null || slots.getitem !== null;
}

/** r = [delivered items, list, slice]. */
export const SET_SLICE_KIND = new NativeKind('list.setSlice', (I: Interp, f: Frame) =>
  assign(I, f.r[1], f.r[2], f.r[0]),
);

function assign(I: Interp, list: PyList, slice: PySlice, added: Value[]): true | undefined {
  const b = sliceBounds(I, slice, list.items.length);
  if (b === undefined) return undefined;
  if (b.step === 1) return replaceRange(I, list, b.start, Math.max(b.start, b.stop), added);
  if (added.length !== b.count) {
    return valueError(I, `attempt to assign sequence of size ${added.length} to extended slice of size ${b.count}`);
  }
  I.ticks -= b.count >> 5;
  for (let i = b.start, n = 0; n < b.count; n++, i += b.step) list.items[i] = added[n]!;
  return true;
}

/** Puts `added` in the place of items `from` to `to`. */
function replaceRange(I: Interp, list: PyList, from: number, to: number, added: readonly Value[]): true | undefined {
  const items = list.items;
  const oldSize = items.length;
  const newSize = oldSize - (to - from) + added.length;
  I.ticks -= (oldSize - from + added.length) >> 6;
  if (!resize(I, list, oldSize, newSize)) return undefined;
  if (to - from === added.length) for (let i = 0; i < added.length; i++) items[from + i] = added[i]!;
  else if (to >= oldSize) {
    items.length = from;
    for (let i = 0; i < added.length; i++) items.push(added[i]!);
  } else if (added.length <= 64) items.splice(from, to - from, ...added);
  else list.items = items.slice(0, from).concat(added as Value[], items.slice(to));
  return true;
}

/** CPython's list_resize, for the books. */
function resize(I: Interp, list: PyList, oldSize: number, newSize: number): boolean {
  if (newSize <= list.allocated && newSize >= Math.floor(list.allocated / 2)) return true;
  const slots = grownSlots(oldSize, newSize);
  if (slots > list.allocated && !chargeGrowth(I, (slots - list.allocated) * I.memory.pointerBytes)) return false;
  list.allocated = slots;
  return true;
}

/** `del list[slice]`; true when done. */
export function deleteListSlice(I: Interp, list: PyList, slice: PySlice): true | undefined {
  const items = list.items;
  const b = sliceBounds(I, slice, items.length);
  if (b === undefined) return undefined;
  if (b.count === 0) return true;
  if (b.step === 1) return replaceRange(I, list, b.start, b.start + b.count, []);
  const oldSize = items.length;
  const step = Math.abs(b.step);
  const first = b.step > 0 ? b.start : b.start + (b.count - 1) * b.step;
  I.ticks -= (oldSize - first) >> 5;
  let to = first;
  let next = first;
  let left = b.count;
  for (let i = first; i < oldSize; i++) {
    if (left > 0 && i === next) {
      left--;
      next += step;
    } else items[to++] = items[i]!;
  }
  items.length = to;
  resize(I, list, oldSize, to);
  return true;
}

export const LIST_SLICE_KINDS = [SET_SLICE_KIND];
