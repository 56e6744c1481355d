/** From objects to bytes: buffers, iterables of ints, `__bytes__`. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import { PyByteArray, PyBytes, PyMemoryView } from './scalar-payload.ts';
import { callUnbound0, lookupSpecial } from './call-special.ts';
import { index } from './conversion.ts';
import { CONTINUE, FoldSpec, foldIterable } from './fold.ts';
import { chargeGrowth } from './growth.ts';
import { typeError, valueError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { asBuffer, asInt, asStr } from './unwrap.ts';

/** An array with nothing behind or in front of `data`, so that a small result does not keep a large buffer alive. */
export function ownBytes(data: Uint8Array): Uint8Array {
  return data.buffer.byteLength === data.length ? data : data.slice();
}

/** Makes an exact bytes object of `data`, which is taken over. */
export function newBytes(I: Interp, data: Uint8Array): PyBytes {
  I.bytesLeft -= 4 * I.memory.pointerBytes;
  return new PyBytes(I.types.bytes, ownBytes(data));
}

/** Makes an exact bytearray of `data`, which is taken over. */
export function newByteArray(I: Interp, data: Uint8Array): PyByteArray {
  I.bytesLeft -= 7 * I.memory.pointerBytes;
  return new PyByteArray(I.types.bytearray, ownBytes(data));
}

/**
 * Returns the bytes of a bytes-like argument, shared.
 * @raises TypeError (Python) "a bytes-like object is required, not 'X'"; ValueError for a released memoryview.
 */
export function bufferArgument(I: Interp, v: Value): Uint8Array | undefined {
  const data = asBuffer(v);
  if (data !== undefined) return data;
  if (v instanceof PyMemoryView) return valueError(I, 'operation forbidden on released memoryview object');
  return typeError(I, `a bytes-like object is required, not '${typeName(I, v)}'`);
}

/** Returns an int as a byte. `plural`: bytes says "bytes must be", bytearray "byte must be". */
export function byteOfInt(I: Interp, n: number | bigint, plural: boolean): number | undefined {
  if (n >= 0 && n <= 255) return n as number;
  return valueError(I, `${plural ? 'bytes' : 'byte'} must be in range(0, 256)`);
}

function addByte(I: Interp, state: any[], n: number | bigint): any {
  const byte = byteOfInt(I, n, state[1]);
  if (byte === undefined) return undefined;
  const bytes: number[] = state[0];
  if ((bytes.length & 0xfff) === 0xfff && !I.charge(0x1000)) return undefined;
  bytes.push(byte);
  return CONTINUE;
}

/** state = [numbers so far, plural in the message]. */
const COLLECT = new FoldSpec(
  'bytes.collect',
  (I, state, item) => {
    if (typeof item === 'number') return addByte(I, state, item);
    const n = index(I, item);
    return n === undefined ? undefined : addByte(I, state, n);
  },
  (_I, state) => Uint8Array.from(state[0]),
  addByte,
);

/** Returns the ints of an iterable as bytes. May call Python; the array is then delivered. */
export function bytesOfIterable(I: Interp, v: Value, plural: boolean): Uint8Array | undefined {
  return foldIterable(I, COLLECT, v, [[], plural]);
}

/** Tells whether iterating over `v` is possible at all. */
export function isIterable(I: Interp, v: Value): boolean {
  const slots = typeOf(I, v).slots;
  return slots.iter !== null || slots.getitem !== null;
}

/** Returns what `v.__bytes__()` gives, or NotImplemented when the type has none. May call Python. */
export function callBytes(I: Interp, v: Value): any {
  const method = lookupSpecial(I, v, '__bytes__');
  if (method === undefined) return I.NotImplemented;
  const entry = I.frame;
  const made = callUnbound0(I, method, v);
  return made === undefined ? I.then(entry, DUNDER_BYTES_KIND, [undefined]) : bytesResult(I, made);
}

function bytesResult(I: Interp, made: Value): PyBytes | undefined {
  return made instanceof PyBytes ? made : typeError(I, `__bytes__ returned non-bytes (type ${typeName(I, made)})`);
}

/** r = [delivered]: what `__bytes__` returned. */
export const DUNDER_BYTES_KIND = new NativeKind('objects.dunderBytes', (I: Interp, f: Frame) => bytesResult(I, f.r[0]));

/**
 * Returns a bytes object made of a bytes-like object, an iterable of ints, or by `__bytes__`; not of a str or an int. May call Python.
 * @raises TypeError (Python) "cannot convert 'X' object to bytes".
 */
export function bytesOfObject(I: Interp, v: Value): PyBytes | undefined {
  const buffer = asBuffer(v);
  if (buffer !== undefined) return chargeGrowth(I, buffer.length) ? newBytes(I, buffer.slice()) : undefined;
  const entry = I.frame;
  const made = callBytes(I, v);
  if (made === undefined) return undefined;
  if (made !== I.NotImplemented) return made;
  if (asStr(v) !== undefined || asInt(v) !== undefined || !isIterable(I, v)) {
    return typeError(I, `cannot convert '${typeName(I, v)}' object to bytes`);
  }
  const data = bytesOfIterable(I, v, true);
  return data === undefined ? I.then(entry, WRAP_BYTES_KIND, [undefined]) : newBytes(I, data);
}

/** r = [delivered Uint8Array]. */
export const WRAP_BYTES_KIND = new NativeKind('objects.wrapBytes', (I: Interp, f: Frame) => newBytes(I, f.r[0]));

export const BYTES_CONVERSION_KINDS = [COLLECT.kind, DUNDER_BYTES_KIND, WRAP_BYTES_KIND];
