/** `array[key] = value` and `del array[key]` of bytearray. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import type { PyByteArray } from './scalar-payload.ts';
import { byteOfInt, bytesOfIterable, isIterable } from './bytes-conversion.ts';
import { resizeByteArray, spliceByteArray } from './bytearray-resize.ts';
import { index } from './conversion.ts';
import { indexError, typeError, valueError } from './raise.ts';
import { SubscriptMode, subscriptSlow } from './sequence-index.ts';
import { sliceBounds } from './slice-bounds.ts';
import { PySlice } from './slice.ts';
import { resolvedAtOnce } from './str-subscript.ts';
import { typeName, typeOf } from './type-of.ts';
import { asBuffer, asStr } from './unwrap.ts';

/** Slot `setitem`. May call Python. */
export function setByteItem(I: Interp, self: PyByteArray, key: Value, value: Value | undefined): true | undefined {
  const mode = value === undefined ? SubscriptMode.DELETE : SubscriptMode.SET;
  if (typeof key === 'number') {
    const at = key < 0 ? key + self.length : key;
    if (at < 0 || at >= self.length) return indexError(I, 'bytearray index out of range');
    if (value === undefined) return spliceByteArray(I, self, at, 1, new Uint8Array(0)) ? true : undefined;
    if (typeof value === 'number') return store(I, self, at, value);
    const entry = I.frame;
    const n = index(I, value);
    return n === undefined ? I.then(entry, SET_BYTE_KIND, [undefined, self, key]) : store(I, self, at, n);
  }
  if (!(key instanceof PySlice) || !resolvedAtOnce(key)) return subscriptSlow(I, 'bytearray', self, key, mode, value);
  if (value === undefined) return assign(I, self, key, null);
  const buffer = asBuffer(value);
  if (buffer !== undefined) return assign(I, self, key, buffer.slice());
  const slots = typeOf(I, value).slots;
  if (slots.index !== null || slots.int !== null || slots.float !== null || asStr(value) !== undefined) {
    return typeError(I, 'can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  }
  if (!isIterable(I, value)) return typeError(I, `cannot convert '${typeName(I, value)}' object to bytearray`);
  const entry = I.frame;
  const data = bytesOfIterable(I, value, false);
  return data === undefined ? I.then(entry, SET_BYTE_SLICE_KIND, [undefined, self, key]) : assign(I, self, key, data);
}

/** r = [delivered int, bytearray, index]. */
export const SET_BYTE_KIND = new NativeKind('bytearray.setByte', (I: Interp, f: Frame) => {
  const self: PyByteArray = f.r[1];
  const at = f.r[2] < 0 ? f.r[2] + self.length : f.r[2];
  if (at < 0 || at >= self.length) return indexError(I, 'bytearray index out of range');
  return store(I, self, at, f.r[0]);
});

/** r = [delivered bytes, bytearray, slice]. */
export const SET_BYTE_SLICE_KIND = new NativeKind('bytearray.setSlice', (I: Interp, f: Frame) =>
  assign(I, f.r[1], f.r[2], f.r[0]),
);

function store(I: Interp, self: PyByteArray, at: number, n: number | bigint): true | undefined {
  const byte = byteOfInt(I, n, false);
  if (byte === undefined) return undefined;
  self.data[at] = byte;
  return true;
}

/** `values` null: delete. */
function assign(I: Interp, self: PyByteArray, slice: PySlice, values: Uint8Array | null): true | undefined {
  const bounds = sliceBounds(I, slice, self.length);
  if (bounds === undefined) return undefined;
  const { start, step, count } = bounds;
  if (step === 1) return spliceByteArray(I, self, start, count, values ?? new Uint8Array(0)) ? true : undefined;
  if (values !== null && values.length > 0) {
    if (values.length !== count) {
      return valueError(I, `attempt to assign bytes of size ${values.length} to extended slice of size ${count}`);
    }
    for (let i = 0, at = start; i < count; i++, at += step) self.data[at] = values[i]!;
    return true;
  }
  if (count === 0) return true;
  I.ticks -= self.length >> 6;
  const drop = new Set<number>();
  for (let i = 0, at = start; i < count; i++, at += step) drop.add(at);
  const kept = self.view().filter((_byte, at) => !drop.has(at));
  if (!resizeByteArray(I, self, kept.length)) return undefined;
  self.data.set(kept);
  return true;
}
