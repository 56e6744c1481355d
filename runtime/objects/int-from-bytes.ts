/** `int.from_bytes(bytes, byteorder, signed)`: takes bytes-like objects, iterables of ints, and objects with `__bytes__`. */
import { argumentTypeName } from './str-arguments.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { argumentKind, retryArgument, truthArgument } from './argument.ts';
import { bytesOfObject } from './bytes-conversion.ts';
import { newInt } from './int-new.ts';
import { raiseFailure, typeError } from './raise.ts';
import { asBuffer, asStr } from './unwrap.ts';
import { Failure } from '../base/failure.ts';
import { BYTE_ORDER_MESSAGE, intFromBytes as decode } from '../numeric/int-bytes.ts';

type R = Value | undefined;

export const FROM_BYTES_KIND = argumentKind('int.from_bytes.arguments', intFromBytes);

/** args = [bytes, byteorder, signed]. */
export function intFromBytes(I: Interp, cls: PyType, args: any[]): R {
  const order = asStr(args[1]);
  if (order === undefined)
    return typeError(I, `from_bytes() argument 'byteorder' must be str, not ${argumentTypeName(I, args[1])}`);
  const signed = truthArgument(I, FROM_BYTES_KIND, cls, args, 2);
  if (signed === undefined) return undefined;
  if (order !== 'little' && order !== 'big') return raiseFailure(I, new Failure('ValueError', BYTE_ORDER_MESSAGE));
  let bytes = asBuffer(args[0]);
  if (bytes === undefined) {
    const entry: Frame = I.frame;
    const made = bytesOfObject(I, args[0]);
    if (made === undefined) return retryArgument(I, entry, FROM_BYTES_KIND, cls, args, 0);
    bytes = made.data;
  }
  I.ticks -= bytes.length >> 6;
  const value = decode(bytes, order === 'little', signed);
  if (cls === I.types.int) return value;
  // A subclass gets to see the value in its own `__new__` and `__init__`.
  return cls.spec.name === 'int' && cls.slots.new === I.types.int.slots.new && cls.slots.init === I.types.int.slots.init
    ? newInt(I, cls, value)
    : I.call(cls, [value], null);
}
