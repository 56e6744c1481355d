/** `float(...)`: numbers by `__float__` or `__index__`, text and bytes by what they spell. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { PyFloatObject } from './scalar-payload.ts';
import { floatOfInt, toFloat } from './float-conversion.ts';
import { raiseFailure, typeError, valueError } from './raise.ts';
import { typeOf } from './type-of.ts';
import { asBuffer, asStr } from './unwrap.ts';
import { Failure } from '../base/failure.ts';
import { parseFloatText } from '../numeric/float-text.ts';
import { reprBytes } from '../text/repr.ts';

type R = Value | undefined;

/** Makes a float of class `cls`. */
export function newFloat(I: Interp, cls: PyType, value: number): Value {
  I.bytesLeft -= 3 * I.memory.pointerBytes;
  return cls === I.types.float ? new PyFloat(value) : new PyFloatObject(cls, value);
}

/** Slot `new` of float. */
export function floatNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  if (kw !== null && kw.length > 0 && cls.slots.init === I.types.float.slots.init)
    return typeError(I, 'float() takes no keyword arguments');
  const count = args.length - (kw === null ? 0 : kw.length);
  if (count > 1) return typeError(I, `float expected at most 1 argument, got ${count}`);
  if (count === 0) return newFloat(I, cls, 0);
  const x = args[0]!;
  if (typeof x === 'number') return newFloat(I, cls, x);
  if (x instanceof PyFloat) return cls === I.types.float ? x : newFloat(I, cls, x.value);
  const text = asStr(x);
  if (text !== undefined) {
    const value = parse(I, text);
    return value === undefined ? undefined : newFloat(I, cls, value);
  }
  const entry = I.frame;
  const value = floatOf(I, x);
  return value === undefined ? I.then(entry, FLOAT_NEW_KIND, [undefined, cls]) : newFloat(I, cls, value.value);
}

/** r = [delivered PyFloat, class]. */
export const FLOAT_NEW_KIND = new NativeKind('float.__new__', (I: Interp, f: Frame) =>
  newFloat(I, f.r[1], f.r[0].value),
);

function parse(I: Interp, text: string): number | undefined {
  if (text.length > 64) I.ticks -= text.length >> 4;
  const value = parseFloatText(text);
  return value instanceof Failure ? raiseFailure(I, value) : value;
}

function floatOf(I: Interp, x: Value): PyFloat | undefined {
  if (typeof x === 'bigint') {
    const value = floatOfInt(I, x);
    return value === undefined ? undefined : new PyFloat(value);
  }
  const slots = typeOf(I, x).slots;
  if (slots.float !== null || slots.index !== null) return toFloat(I, x);
  const bytes = asBuffer(x);
  if (bytes !== undefined) return floatOfBytes(I, bytes);
  return typeError(I, `float() argument must be a string or a real number, not '${typeOf(I, x).tpName}'`);
}

function floatOfBytes(I: Interp, bytes: Uint8Array): PyFloat | undefined {
  I.ticks -= bytes.length >> 4;
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]!);
  // Bytes beyond ASCII are no digits, though the characters of the same numbers may be white space.
  const value = bytes.some((b) => b > 127) ? undefined : parseFloatText(text);
  if (value === undefined || value instanceof Failure)
    return valueError(I, `could not convert string to float: ${reprBytes(bytes)}`);
  return new PyFloat(value);
}
