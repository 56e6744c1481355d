/** The methods that change a bytearray. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { NativeSpec } from './native.ts';
import { noArgs, oneArg, someArgs } from './native.ts';
import type { Value } from './value.ts';
import type { PyByteArray } from './scalar-payload.ts';
import { argumentKind, indexArgument, sizeArgument } from './argument.ts';
import { byteOfInt, bytesOfIterable, isIterable, newByteArray } from './bytes-conversion.ts';
import { resizeByteArray, spliceByteArray } from './bytearray-resize.ts';
import { chargeGrowth } from './growth.ts';
import { indexError, overflowError, typeError, valueError } from './raise.ts';
import { newTuple } from './tuple.ts';
import { typeName } from './type-of.ts';
import { asBuffer } from './unwrap.ts';
import { bytesToLatin1 } from '../text/bytes-methods.ts';

type R = Value | undefined;

const NO_BYTES = new Uint8Array(0);

const APPEND_KIND = argumentKind('bytearray.append.arguments', append);
function append(I: Interp, self: PyByteArray, args: any[]): R {
  const n = indexArgument(I, APPEND_KIND, self, args, 0);
  if (n === undefined) return undefined;
  const byte = byteOfInt(I, n, false);
  if (byte === undefined || !resizeByteArray(I, self, self.length + 1)) return undefined;
  self.data[self.length - 1] = byte;
  return null;
}

const INSERT_KIND = argumentKind('bytearray.insert.arguments', insert);
function insert(I: Interp, self: PyByteArray, args: any[]): R {
  const at = sizeArgument(I, INSERT_KIND, self, args, 0);
  if (at === undefined) return undefined;
  const n = indexArgument(I, INSERT_KIND, self, args, 1);
  if (n === undefined) return undefined;
  const byte = byteOfInt(I, n, false);
  if (byte === undefined) return undefined;
  const start = Math.min(Math.max(at < 0 ? at + self.length : at, 0), self.length);
  return spliceByteArray(I, self, start, 0, Uint8Array.of(byte)) ? null : undefined;
}

const REMOVE_KIND = argumentKind('bytearray.remove.arguments', remove);
function remove(I: Interp, self: PyByteArray, args: any[]): R {
  const n = indexArgument(I, REMOVE_KIND, self, args, 0);
  if (n === undefined) return undefined;
  const byte = byteOfInt(I, n, false);
  if (byte === undefined) return undefined;
  const at = self.view().indexOf(byte);
  if (at < 0) return valueError(I, 'value not found in bytearray');
  return spliceByteArray(I, self, at, 1, NO_BYTES) ? null : undefined;
}

const POP_KIND = argumentKind('bytearray.pop.arguments', pop);
function pop(I: Interp, self: PyByteArray, args: any[]): R {
  const index = args.length === 0 ? -1 : sizeArgument(I, POP_KIND, self, args, 0);
  if (index === undefined) return undefined;
  if (self.length === 0) return indexError(I, 'pop from empty bytearray');
  const at = index < 0 ? index + self.length : index;
  if (at < 0 || at >= self.length) return indexError(I, 'pop index out of range');
  const byte = self.data[at]!;
  return spliceByteArray(I, self, at, 1, NO_BYTES) ? byte : undefined;
}

function extend(I: Interp, self: PyByteArray, source: Value): R {
  const buffer = asBuffer(source);
  if (buffer !== undefined) return addBytes(I, self, buffer.slice());
  if (!isIterable(I, source)) return typeError(I, `can't extend bytearray with ${typeName(I, source)}`);
  const entry = I.frame;
  const data = bytesOfIterable(I, source, false);
  return data === undefined ? I.then(entry, EXTEND_KIND, [undefined, self]) : addBytes(I, self, data);
}

/** r = [delivered bytes, bytearray]. */
const EXTEND_KIND = new NativeKind('bytearray.extend', (I: Interp, f: Frame) => addBytes(I, f.r[1], f.r[0]));

/** Appends raw bytes; null (None) when done. */
export function addBytes(I: Interp, self: PyByteArray, data: Uint8Array): null | undefined {
  const length = self.length;
  if (length + data.length > Number.MAX_SAFE_INTEGER) return overflowError(I, 'bytearray too long');
  if (!resizeByteArray(I, self, length + data.length)) return undefined;
  self.data.set(data, length);
  return null;
}

export const BYTEARRAY_METHODS: Readonly<Record<string, NativeSpec>> = {
  append: oneArg((I, self, item) => append(I, self, [item]), 'Append a single item to the end of the bytearray.'),
  insert: someArgs(2, 2, insert, 'Insert a single item into the bytearray before the given index.'),
  remove: oneArg(
    (I, self, item) => remove(I, self, [item]),
    'Remove the first occurrence of a value in the bytearray.',
  ),
  pop: someArgs(0, 1, pop, 'Remove and return a single item from the bytearray, by default the last.'),
  extend: oneArg(extend, 'Append all the items from the iterator or sequence to the end of the bytearray.'),
  clear: noArgs((I, self) => (resizeByteArray(I, self, 0) ? null : undefined), 'Remove all items from the bytearray.'),
  copy: noArgs(
    (I, self: PyByteArray) => (chargeGrowth(I, self.length) ? newByteArray(I, self.view().slice()) : undefined),
    'Return a copy of B.',
  ),
  reverse: noArgs((I, self: PyByteArray) => {
    I.ticks -= self.length >> 6;
    self.view().reverse();
    return null;
  }, 'Reverse the order of the values in B in place.'),
  __alloc__: noArgs(
    (_I, self: PyByteArray) => (self.data.length === 0 ? 0 : self.data.length + 1),
    'Return the number of bytes actually allocated.',
  ),
  __reduce__: noArgs((I, self: PyByteArray) =>
    newTuple(I, [self.cls, newTuple(I, [bytesToLatin1(self.view()), 'latin-1']), null]),
  ),
};

export const BYTEARRAY_METHOD_KINDS = [APPEND_KIND, INSERT_KIND, REMOVE_KIND, POP_KIND, EXTEND_KIND];
