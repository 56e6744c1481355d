/**
 * Subscripting of sequences: an index that is an int goes straight to the type's own function; anything else is turned into an int by
 * `__index__`, or into a resolved slice, first. Serves list, tuple, range and the scalar sequences alike.
 */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Slots } from './native.ts';
import { PySlice } from './slice.ts';
import { asInt } from './unwrap.ts';
import { resolveSlice, wordIndex } from './slice-bounds.ts';
import { typeError } from './raise.ts';
import { typeOf } from './type-of.ts';

/** Are the parts of `slice` ints (proper) or None, so that it can be used as it is? */
export function isResolved(slice: PySlice): boolean {
  return isIntOrNone(slice.start) && isIntOrNone(slice.stop) && isIntOrNone(slice.step);
}

function isIntOrNone(v: Value): boolean {
  return v === null || typeof v === 'number' || typeof v === 'bigint';
}

/**
 * For subscripts whose key is not an int or a slice of ints: converts the key and does `sequence[key]`, `sequence[key] = value` (`value`
 * not undefined) or `del sequence[key]` (`isDelete`) by the slots of the sequence's type again. May call Python.
 * @raises TypeError (Python) "X indices must be integers or slices, not Y", `label` being X.
 */
export function subscriptSlow(
  I: Interp,
  label: string,
  sequence: Value,
  key: Value,
  mode: SubscriptMode,
  value: Value | undefined,
): any {
  const entry = I.frame;
  if (key instanceof PySlice) {
    const slice = resolveSlice(I, key);
    if (slice === undefined) return I.then(entry, SUBSCRIPT_KIND, [undefined, sequence, mode, value, 0]);
    return again(I, sequence, mode, slice, value);
  }
  const n = asInt(key);
  if (n !== undefined) {
    const index = wordIndex(I, n);
    return index === undefined ? undefined : again(I, sequence, mode, index, value);
  }
  const slot = typeOf(I, key).slots.index;
  if (slot === null) return typeError(I, `${label} indices must be integers or slices, not ${typeOf(I, key).tpName}`);
  const v = slot(I, key);
  if (v === undefined) return I.then(entry, SUBSCRIPT_KIND, [undefined, sequence, mode, value, 0]);
  const index = wordIndex(I, v);
  return index === undefined ? undefined : again(I, sequence, mode, index, value);
}

export const enum SubscriptMode {
  GET,
  SET,
  DELETE,
}

/** r = [delivered key, then result, sequence, mode, value, phase]. */
export const SUBSCRIPT_KIND = new NativeKind('sequence.subscript', (I, f) => {
  const r = f.r;
  let key = r[0];
  if (r[4] === 1) return key;
  r[0] = undefined;
  r[4] = 1;
  if (!(key instanceof PySlice)) {
    key = wordIndex(I, key);
    if (key === undefined) return undefined;
  }
  return again(I, r[1], r[2], key, r[3]);
});

function again(I: Interp, sequence: Value, mode: SubscriptMode, key: Value, value: Value | undefined): any {
  // The native slots: a Python subclass may have overridden the method that brought us here.
  if (mode === SubscriptMode.GET) return nativeSlots(I, sequence, 'getitem').getitem!(I, sequence, key);
  return nativeSlots(I, sequence, 'setitem').setitem!(I, sequence, key, mode === SubscriptMode.SET ? value : undefined);
}

function nativeSlots(I: Interp, sequence: Value, slot: 'getitem' | 'setitem'): Partial<Slots> {
  let spec = typeOf(I, sequence).spec;
  while (spec.slots === undefined || spec.slots[slot] === undefined) spec = spec.base!;
  return spec.slots as Partial<Slots>;
}

export const SEQUENCE_INDEX_KINDS = [SUBSCRIPT_KIND];
