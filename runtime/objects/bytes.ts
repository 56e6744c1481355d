/** `bytes`: PyBytes, immutable. */
import type { Interp } from './interp.ts';
import type { TypeSpec } from './native.ts';
import { noArgs } from './native.ts';
import type { Value } from './value.ts';
import { PyBytes } from './scalar-payload.ts';
import { BYTES_CONVERSION_KINDS, newBytes } from './bytes-conversion.ts';
import { BYTES_JOIN_KIND } from './bytes-join.ts';
import { makeByteMethods } from './bytes-methods.ts';
import { BYTES_NEW_KIND, bytesNew, makeBytes } from './bytes-new.ts';
import {
  BYTES_CONTAINS_KIND,
  bytesContains,
  compareData,
  concatBytes,
  repeatBytes,
  sliceData,
} from './bytes-operations.ts';
import { newBytesIterator } from './bytes-iterator.ts';
import { PercentResult, percentFormat } from './percent-format.ts';
import { repeatSlow } from './sequence-repeat.ts';
import { SubscriptMode, subscriptSlow } from './sequence-index.ts';
import { sliceBounds } from './slice-bounds.ts';
import { PySlice } from './slice.ts';
import { resolvedAtOnce } from './str-subscript.ts';
import { chargeScan, chargeText } from './text-charge.ts';
import { indexError } from './raise.ts';
import { newTuple } from './tuple.ts';
import { hashBytes } from '../numeric/hash.ts';
import { bytesToLatin1 } from '../text/bytes-methods.ts';
import { reprBytes } from '../text/repr.ts';

export { PyBytes } from './scalar-payload.ts';

type R = Value | undefined;

function getItem(I: Interp, self: PyBytes, key: Value): R {
  const data = self.data;
  if (typeof key === 'number') {
    const byte = data[key < 0 ? key + data.length : key];
    return byte === undefined ? indexError(I, 'index out of range') : byte;
  }
  if (!(key instanceof PySlice) || !resolvedAtOnce(key))
    return subscriptSlow(I, 'byte', self, key, SubscriptMode.GET, undefined);
  const bounds = sliceBounds(I, key, data.length);
  if (bounds === undefined) return undefined;
  if (bounds.count === data.length && bounds.step === 1 && self.constructor === PyBytes) return self;
  const slice = sliceData(I, data, bounds.start, bounds.count, bounds.step);
  return slice === undefined ? undefined : newBytes(I, slice);
}

function concatenate(I: Interp, a: Value, b: Value): R {
  if (!(a instanceof PyBytes)) return I.NotImplemented;
  if (b instanceof PyBytes) {
    if (a.data.length === 0 && b.constructor === PyBytes) return b;
    if (b.data.length === 0 && a.constructor === PyBytes) return a;
  }
  const data = concatBytes(I, a.data, b, 'bytes');
  return data === undefined ? undefined : newBytes(I, data);
}

function repeat(I: Interp, a: Value, b: Value): R {
  const sequence = (a instanceof PyBytes ? a : b) as PyBytes;
  const count = a instanceof PyBytes ? b : a;
  if (typeof count !== 'number') return repeatSlow(I, sequence, count);
  const data = repeatBytes(I, sequence.data, count);
  return data === undefined ? undefined : newBytes(I, data);
}

function modulo(I: Interp, a: Value, b: Value): R {
  if (!(a instanceof PyBytes)) return I.NotImplemented;
  chargeScan(I, a.data.length);
  return percentFormat(I, bytesToLatin1(a.data), b, PercentResult.BYTES);
}

/** Returns repr of a byte sequence, charged. */
export function bytesRepr(I: Interp, data: Uint8Array): string | undefined {
  return chargeText(I, data.length * 4) ? reprBytes(data) : undefined;
}

/** Returns `hash(bytes)`. */
export function bytesHash(I: Interp, v: PyBytes): number | bigint {
  if (v.hash === null) {
    chargeScan(I, v.data.length);
    v.hash = hashBytes(v.data);
  }
  return v.hash;
}

const SHARED = makeByteMethods('bytes');

export const BYTES_SPEC: TypeSpec = {
  name: 'bytes',
  matchSelf: true,
  doc:
    'bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> bytes\nbytes(int) -> bytes of ' +
    'that size, filled with zeros\nbytes() -> empty bytes object',
  slots: {
    new: bytesNew,
    repr: (I, v: PyBytes) => bytesRepr(I, v.data),
    hash: bytesHash,
    compare: (I, op, a: PyBytes, b: Value) =>
      b instanceof PyBytes ? compareData(I, op, a.data, b.data) : I.NotImplemented,
    len: (_I, v: PyBytes) => v.data.length,
    iter: newBytesIterator,
    getitem: getItem,
    contains: bytesContains,
    sizeOf: (I, v: PyBytes) => (I.memory.pointerBytes === 8 ? 33 : 17) + v.data.length,
  },
  binary: { '+': concatenate, '*': repeat, '%': modulo },
  methods: {
    ...SHARED.methods,
    __bytes__: noArgs(
      (I, self: PyBytes) => (self.constructor === PyBytes ? self : newBytes(I, self.data)),
      'Convert this value to exact type bytes.',
    ),
    __getnewargs__: noArgs((I, self: PyBytes) => newTuple(I, [newBytes(I, self.data)])),
  },
  classMethods: SHARED.classMethods,
  staticMethods: SHARED.staticMethods,
  allocate: (I, cls) => makeBytes(I, cls, new Uint8Array(0)),
  kinds: [...BYTES_CONVERSION_KINDS, BYTES_NEW_KIND, BYTES_CONTAINS_KIND, BYTES_JOIN_KIND, ...SHARED.kinds],
};
