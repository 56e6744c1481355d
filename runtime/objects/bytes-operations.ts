/** What bytes and bytearray do alike outside their methods: `+`, `*`, `in`, comparison. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import { byteOfInt } from './bytes-conversion.ts';
import { MAX_BYTES_LENGTH } from './bytes-new.ts';
import { index } from './conversion.ts';
import { chargeGrowth } from './growth.ts';
import { memoryError, overflowError, typeError } from './raise.ts';
import { chargeScan } from './text-charge.ts';
import { typeName, typeOf } from './type-of.ts';
import { asBuffer, asInt } from './unwrap.ts';
import { compareBytes, equalBytes, findBytes } from '../text/bytes-search.ts';

/** Returns `a + b` as raw bytes; `name` is the left operand's type. */
export function concatBytes(I: Interp, a: Uint8Array, other: Value, name: string): Uint8Array | undefined {
  const b = asBuffer(other);
  if (b === undefined) return typeError(I, `can't concat ${typeName(I, other)} to ${name}`);
  const length = a.length + b.length;
  I.ticks -= length >> 6;
  if (!chargeGrowth(I, length)) return undefined;
  const data = new Uint8Array(length);
  data.set(a, 0);
  data.set(b, a.length);
  return data;
}

/** Returns `data * count` as raw bytes. */
export function repeatBytes(I: Interp, data: Uint8Array, count: number): Uint8Array | undefined {
  if (count <= 0 || data.length === 0) return new Uint8Array(0);
  const length = data.length * count;
  if (length > MAX_BYTES_LENGTH) {
    return length > 9223372036854775807 ? overflowError(I, 'repeated bytes are too long') : memoryError(I);
  }
  I.ticks -= length >> 6;
  if (!chargeGrowth(I, length)) return undefined;
  const result = new Uint8Array(length);
  if (data.length === 1) return result.fill(data[0]!);
  result.set(data, 0);
  // Doubling what is there keeps the number of copies logarithmic.
  for (let filled = data.length; filled < length; filled *= 2)
    result.copyWithin(filled, 0, Math.min(filled, length - filled));
  return result;
}

/** Slot `contains`: a byte or a subsection. May call `__index__`. */
export function bytesContains(I: Interp, self: Value, item: Value): boolean | undefined {
  const n = asInt(item);
  if (n !== undefined) return hasByte(I, self, n);
  const needle = asBuffer(item);
  if (needle !== undefined) {
    const data = asBuffer(self)!;
    chargeScan(I, data.length);
    return findBytes(data, needle, 0, Infinity) >= 0;
  }
  if (typeOf(I, item).slots.index === null)
    return typeError(I, `a bytes-like object is required, not '${typeName(I, item)}'`);
  const entry = I.frame;
  const i = index(I, item);
  return i === undefined ? I.then(entry, BYTES_CONTAINS_KIND, [undefined, self]) : hasByte(I, self, i);
}

/** r = [delivered int, bytes]. */
export const BYTES_CONTAINS_KIND = new NativeKind('bytes.__contains__', (I: Interp, f: Frame) =>
  hasByte(I, f.r[1], f.r[0]),
);

function hasByte(I: Interp, self: Value, n: number | bigint): boolean | undefined {
  const byte = byteOfInt(I, n, false);
  if (byte === undefined) return undefined;
  const data = asBuffer(self)!;
  chargeScan(I, data.length);
  return data.includes(byte);
}

/** Outcome of operator `op` (index into COMPARE_OPERATORS) on two byte sequences. */
export function compareData(I: Interp, op: number, a: Uint8Array, b: Uint8Array): boolean {
  chargeScan(I, Math.min(a.length, b.length));
  if (op === 2) return equalBytes(a, b);
  if (op === 3) return !equalBytes(a, b);
  const order = compareBytes(a, b);
  return op === 0 ? order < 0 : op === 1 ? order <= 0 : op === 4 ? order > 0 : order >= 0;
}

/** The bytes at `start`, `start + step` ...: a slice. */
export function sliceData(
  I: Interp,
  data: Uint8Array,
  start: number,
  count: number,
  step: number,
): Uint8Array | undefined {
  I.ticks -= count >> 6;
  if (!chargeGrowth(I, count)) return undefined;
  if (step === 1) return data.slice(start, start + count);
  const result = new Uint8Array(count);
  for (let i = 0, at = start; i < count; i++, at += step) result[i] = data[at]!;
  return result;
}
