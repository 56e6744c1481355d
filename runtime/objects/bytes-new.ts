/** `bytes(...)`, and the reading of `source, encoding, errors` that bytearray shares. */
import { argumentTypeName } from './str-arguments.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { PyBytes, PyBytesObject } from './scalar-payload.ts';
import { bytesOfIterable, callBytes, isIterable, ownBytes } from './bytes-conversion.ts';
import { encodeText } from './codec.ts';
import { index } from './conversion.ts';
import { chargeGrowth } from './growth.ts';
import { memoryError, overflowError, typeError, valueError } from './raise.ts';
import { isSubtype } from './type.ts';
import { typeName, typeOf } from './type-of.ts';
import { asBuffer, asInt, asStr } from './unwrap.ts';

type R = Value | undefined;

/** Longest byte sequence the host allows, a little less. */
export const MAX_BYTES_LENGTH = 2_000_000_000;

/** Makes a bytes object of class `cls` from `data`, taken over. */
export function makeBytes(I: Interp, cls: PyType, data: Uint8Array): PyBytes {
  I.bytesLeft -= 4 * I.memory.pointerBytes;
  return cls === I.types.bytes ? new PyBytes(cls, ownBytes(data)) : new PyBytesObject(cls, ownBytes(data));
}

const NAMES = ['source', 'encoding', 'errors'];

/** Binds `source, encoding, errors`; absent ones are undefined. `name` is the type's. */
export function bindSource(
  I: Interp,
  name: string,
  args: readonly Value[],
  kw: readonly string[] | null,
): R[] | undefined {
  if (args.length > 3) return typeError(I, `${name}() takes at most 3 arguments (${args.length} given)`);
  const positional = args.length - (kw === null ? 0 : kw.length);
  const given: R[] = [undefined, undefined, undefined];
  for (let i = 0; i < positional; i++) given[i] = args[i];
  for (let i = positional; i < args.length; i++) {
    const word = kw![i - positional]!;
    const at = NAMES.indexOf(word);
    if (at < 0) return typeError(I, `'${word}' is an invalid keyword argument for ${name}()`);
    if (at < positional)
      return typeError(I, `argument for ${name}() given by name ('${word}') and position (${at + 1})`);
    given[at] = args[i];
  }
  for (const at of [1, 2]) {
    const v = given[at];
    if (v !== undefined && asStr(v) === undefined)
      return typeError(I, `${name}() argument '${NAMES[at]}' must be str, not ${argumentTypeName(I, v)}`);
  }
  return given;
}

/**
 * The bytes that text arguments stand for. undefined: not text (go on), or raised.
 * The caller looks at `I.exc` to tell which.
 */
export function encodeSource(I: Interp, given: readonly R[]): Uint8Array | undefined {
  const [source, encoding, errors] = given;
  const text = source === undefined ? undefined : asStr(source);
  if (text !== undefined) {
    if (encoding === undefined) return typeError(I, 'string argument without an encoding');
    return encodeText(I, text, asStr(encoding)!, errors === undefined ? 'strict' : asStr(errors)!);
  }
  if (encoding !== undefined) return typeError(I, 'encoding without a string argument');
  if (errors !== undefined) return typeError(I, 'errors without a string argument');
  return undefined;
}

/** That many zero bytes. */
export function zeroBytes(I: Interp, n: number | bigint): Uint8Array | undefined {
  if (typeof n === 'bigint' && BigInt.asIntN(I.memory.pointerBytes * 8, n) !== n) {
    return overflowError(I, "cannot fit 'int' into an index-sized integer");
  }
  if (n < 0) return valueError(I, 'negative count');
  if (n > MAX_BYTES_LENGTH) return memoryError(I);
  I.ticks -= Number(n) >> 10;
  return chargeGrowth(I, Number(n)) ? new Uint8Array(Number(n)) : undefined;
}

/** Slot `new` of bytes. */
export function bytesNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  const given = bindSource(I, 'bytes', args, kw);
  if (given === undefined) return undefined;
  const source = given[0];
  // `bytes(b)` of an exact bytes object is that object.
  if (source instanceof PyBytes && source.constructor === PyBytes && cls === I.types.bytes && args.length === 1)
    return source;
  const encoded = encodeSource(I, given);
  if (encoded !== undefined) return makeBytes(I, cls, encoded);
  if (I.exc !== null) return undefined;
  if (source === undefined) return makeBytes(I, cls, new Uint8Array(0));
  const entry = I.frame;
  const made = callBytes(I, source);
  if (made === undefined) return I.then(entry, BYTES_NEW_KIND, [undefined, cls, source, 0]);
  return made === I.NotImplemented ? fromObject(I, cls, source) : copyOf(I, cls, made);
}

function copyOf(I: Interp, cls: PyType, made: PyBytes): PyBytes {
  return cls === I.types.bytes && isSubtype(made.cls, cls) ? made : makeBytes(I, cls, made.data);
}

function fromObject(I: Interp, cls: PyType, source: Value): R {
  const buffer = asBuffer(source);
  if (buffer !== undefined) return chargeGrowth(I, buffer.length) ? makeBytes(I, cls, buffer.slice()) : undefined;
  const entry = I.frame;
  if (asInt(source) !== undefined || typeOf(I, source).slots.index !== null) {
    const n = index(I, source);
    return n === undefined ? I.then(entry, BYTES_NEW_KIND, [undefined, cls, source, 1]) : ofCount(I, cls, n);
  }
  if (!isIterable(I, source)) return typeError(I, `cannot convert '${typeName(I, source)}' object to bytes`);
  const data = bytesOfIterable(I, source, true);
  return data === undefined ? I.then(entry, BYTES_NEW_KIND, [undefined, cls, source, 2]) : makeBytes(I, cls, data);
}

function ofCount(I: Interp, cls: PyType, n: number | bigint): R {
  const data = zeroBytes(I, n);
  return data === undefined ? undefined : makeBytes(I, cls, data);
}

/** r = [delivered, class, source, phase]: phase 0 gets what `__bytes__` gave, 1 a count, 2 the bytes of an iterable. */
export const BYTES_NEW_KIND = new NativeKind('bytes.__new__', (I: Interp, f: Frame) => {
  const [delivered, cls, , phase] = f.r;
  if (phase === 0) return copyOf(I, cls, delivered);
  return phase === 1 ? ofCount(I, cls, delivered) : makeBytes(I, cls, delivered);
});
