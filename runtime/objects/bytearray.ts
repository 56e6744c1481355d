/** `bytearray`: PyByteArray, bytes that can change. Made empty by `__new__` and filled by `__init__`, as in CPython. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { PyByteArray, PyByteArrayObject } from './scalar-payload.ts';
import { bytesOfIterable, isIterable, newByteArray, ownBytes } from './bytes-conversion.ts';
import { BYTEARRAY_METHODS, BYTEARRAY_METHOD_KINDS, addBytes } from './bytearray-methods.ts';
import { SET_BYTE_KIND, SET_BYTE_SLICE_KIND, setByteItem } from './bytearray-items.ts';
import { resizeByteArray } from './bytearray-resize.ts';
import { bytesRepr } from './bytes.ts';
import { newBytesIterator } from './bytes-iterator.ts';
import { makeByteMethods } from './bytes-methods.ts';
import { bindSource, encodeSource, zeroBytes } from './bytes-new.ts';
import { bytesContains, compareData, concatBytes, repeatBytes, sliceData } from './bytes-operations.ts';
import { index } from './conversion.ts';
import { chargeGrowth } from './growth.ts';
import { PercentResult, percentFormat } from './percent-format.ts';
import { indexError, typeError } from './raise.ts';
import { repeatSlow } from './sequence-repeat.ts';
import { SubscriptMode, subscriptSlow } from './sequence-index.ts';
import { sliceBounds } from './slice-bounds.ts';
import { PySlice } from './slice.ts';
import { resolvedAtOnce } from './str-subscript.ts';
import { typeName, typeOf } from './type-of.ts';
import { asBuffer, asInt } from './unwrap.ts';
import { bytesToLatin1 } from '../text/bytes-methods.ts';

export { PyByteArray } from './scalar-payload.ts';

type R = Value | undefined;

function allocate(I: Interp, cls: PyType): PyByteArray {
  I.bytesLeft -= 7 * I.memory.pointerBytes;
  const none = new Uint8Array(0);
  return cls === I.types.bytearray ? new PyByteArray(cls, none) : new PyByteArrayObject(cls, none);
}

function init(I: Interp, self: PyByteArray, args: Value[], kw: readonly string[] | null): null | undefined {
  const given = bindSource(I, 'bytearray', args, kw);
  if (given === undefined) return undefined;
  if (self.length > 0 && !resizeByteArray(I, self, 0)) return undefined;
  const encoded = encodeSource(I, given);
  if (encoded !== undefined) return fill(self, encoded);
  if (I.exc !== null) return undefined;
  const source = given[0];
  if (source === undefined) return null;
  const entry = I.frame;
  if (asInt(source) !== undefined || typeOf(I, source).slots.index !== null) {
    const n = index(I, source);
    return n === undefined ? I.then(entry, BYTEARRAY_INIT_KIND, [undefined, self, 0]) : fillZeros(I, self, n);
  }
  const buffer = asBuffer(source);
  if (buffer !== undefined) return chargeGrowth(I, buffer.length) ? fill(self, buffer.slice()) : undefined;
  if (!isIterable(I, source)) return typeError(I, `cannot convert '${typeName(I, source)}' object to bytearray`);
  const data = bytesOfIterable(I, source, false);
  return data === undefined ? I.then(entry, BYTEARRAY_INIT_KIND, [undefined, self, 1]) : fill(self, data);
}

/** r = [delivered, bytearray, phase]: phase 0 gets a count, 1 the bytes of an iterable. */
const BYTEARRAY_INIT_KIND = new NativeKind('bytearray.__init__', (I: Interp, f: Frame) =>
  f.r[2] === 0 ? fillZeros(I, f.r[1], f.r[0]) : fill(f.r[1], f.r[0]),
);

function fillZeros(I: Interp, self: PyByteArray, n: number | bigint): null | undefined {
  const data = zeroBytes(I, n);
  return data === undefined ? undefined : fill(self, data);
}

function fill(self: PyByteArray, data: Uint8Array): null {
  self.data = ownBytes(data);
  self.length = data.length;
  return null;
}

function getItem(I: Interp, self: PyByteArray, key: Value): R {
  if (typeof key === 'number') {
    const at = key < 0 ? key + self.length : key;
    return at < 0 || at >= self.length ? indexError(I, 'bytearray index out of range') : self.data[at]!;
  }
  if (!(key instanceof PySlice) || !resolvedAtOnce(key))
    return subscriptSlow(I, 'bytearray', self, key, SubscriptMode.GET, undefined);
  const bounds = sliceBounds(I, key, self.length);
  if (bounds === undefined) return undefined;
  const data = sliceData(I, self.data, bounds.start, bounds.count, bounds.step);
  return data === undefined ? undefined : newByteArray(I, data);
}

function concatenate(I: Interp, a: Value, b: Value): R {
  if (!(a instanceof PyByteArray)) return I.NotImplemented;
  const data = concatBytes(I, a.view(), b, 'bytearray');
  return data === undefined ? undefined : newByteArray(I, data);
}

function concatenateInPlace(I: Interp, a: Value, b: Value): R {
  if (!(a instanceof PyByteArray)) return I.NotImplemented;
  const added = asBuffer(b);
  if (added === undefined) return typeError(I, `can't concat ${typeName(I, b)} to bytearray`);
  return addBytes(I, a, added.slice()) === undefined ? undefined : a;
}

function repeat(I: Interp, a: Value, b: Value): R {
  const sequence = (a instanceof PyByteArray ? a : b) as PyByteArray;
  const count = a instanceof PyByteArray ? b : a;
  if (typeof count !== 'number') return repeatSlow(I, sequence, count);
  const data = repeatBytes(I, sequence.view(), count);
  return data === undefined ? undefined : newByteArray(I, data);
}

function repeatInPlace(I: Interp, a: Value, b: Value): R {
  if (!(a instanceof PyByteArray) || typeof b !== 'number') return I.NotImplemented;
  const data = repeatBytes(I, a.view(), b);
  if (data === undefined || !resizeByteArray(I, a, data.length)) return undefined;
  a.data.set(data);
  return a;
}

function modulo(I: Interp, a: Value, b: Value): R {
  if (!(a instanceof PyByteArray)) return I.NotImplemented;
  return percentFormat(I, bytesToLatin1(a.view()), b, PercentResult.BYTEARRAY);
}

function compareArrays(I: Interp, op: number, a: Value, b: Value): R {
  const x = asBuffer(a);
  const y = asBuffer(b);
  return x === undefined || y === undefined ? I.NotImplemented : compareData(I, op, x, y);
}

function represent(I: Interp, v: PyByteArray): string | undefined {
  const text = bytesRepr(I, v.view());
  if (text === undefined) return undefined;
  // Unlike bytes, bytearray escapes a single quote between double ones too.
  return `${v.cls.name}(${text.startsWith('b"') ? text.replaceAll("'", "\\'") : text})`;
}

const SHARED = makeByteMethods('bytearray');

export const BYTEARRAY_SPEC: TypeSpec = {
  name: 'bytearray',
  matchSelf: true,
  doc:
    'bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy\n' +
    'bytearray(int) -> bytearray of that size, filled with zeros\nbytearray() -> empty bytearray',
  slots: {
    new: allocate,
    init,
    repr: represent,
    str: represent,
    compare: compareArrays,
    len: (_I, v: PyByteArray) => v.length,
    iter: newBytesIterator,
    getitem: getItem,
    setitem: setByteItem,
    contains: bytesContains,
    sizeOf: (I, v: PyByteArray) =>
      (I.memory.pointerBytes === 8 ? 56 : 24) + (v.data.length === 0 ? 0 : v.data.length + 1),
  },
  binary: { '+': concatenate, '+=': concatenateInPlace, '*': repeat, '*=': repeatInPlace, '%': modulo },
  methods: { ...SHARED.methods, ...BYTEARRAY_METHODS },
  classMethods: SHARED.classMethods,
  staticMethods: SHARED.staticMethods,
  allocate,
  kinds: [BYTEARRAY_INIT_KIND, SET_BYTE_KIND, SET_BYTE_SLICE_KIND, ...BYTEARRAY_METHOD_KINDS, ...SHARED.kinds],
};
