/** The length of a bytearray, and the room behind it: CPython's steps, so that `sys.getsizeof` agrees. */
import type { Interp } from './interp.ts';
import type { PyByteArray } from './scalar-payload.ts';
import { MAX_BYTES_LENGTH } from './bytes-new.ts';
import { chargeGrowth } from './growth.ts';
import { bufferError, memoryError } from './raise.ts';

/**
 * Makes `array` `length` bytes long; new bytes are zero. CPython's allocation counts one byte more than `data` has room for.
 * false: BufferError (a memoryview holds it) or MemoryError was raised, nothing has changed.
 */
export function resizeByteArray(I: Interp, array: PyByteArray, length: number): boolean {
  if (length === array.length) return true;
  if (array.exports > 0) {
    bufferError(I, 'Existing exports of data: object cannot be re-sized');
    return false;
  }
  if (length > MAX_BYTES_LENGTH) {
    memoryError(I);
    return false;
  }
  // Nothing is allocated for an empty array.
  const allocated = array.data.length === 0 ? 0 : array.data.length + 1;
  if (length + 1 <= allocated && length >= allocated >> 1) {
    if (length > array.length) array.data.fill(0, array.length, length);
    array.length = length;
    return true;
  }
  // A little more than needed when it grows a little, exactly what is needed otherwise.
  const isSmallGrowth = length + 1 > allocated && length <= allocated * 1.125;
  const room = isSmallGrowth ? length + (length >> 3) + (length < 9 ? 3 : 6) - 1 : length;
  if (room > array.data.length && !chargeGrowth(I, room - array.data.length)) return false;
  I.ticks -= length >> 6;
  const data = new Uint8Array(room);
  data.set(array.data.subarray(0, Math.min(array.length, length)));
  array.data = data;
  array.length = length;
  return true;
}

/** Replaces `removed` bytes at `start` by `added` (which must not share memory with the array). */
export function spliceByteArray(
  I: Interp,
  array: PyByteArray,
  start: number,
  removed: number,
  added: Uint8Array,
): boolean {
  const oldLength = array.length;
  const growth = added.length - removed;
  I.ticks -= (oldLength - start) >> 6;
  if (growth < 0) {
    if (array.exports > 0) return resizeByteArray(I, array, oldLength + growth);
    array.data.copyWithin(start + added.length, start + removed, oldLength);
    if (!resizeByteArray(I, array, oldLength + growth)) return false;
  } else if (growth > 0) {
    if (!resizeByteArray(I, array, oldLength + growth)) return false;
    array.data.copyWithin(start + added.length, start + removed, oldLength);
  }
  array.data.set(added, start);
  return true;
}
