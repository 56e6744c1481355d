/**
 * `int(...)`: numbers by `__int__`, `__index__` or `__trunc__`, text and bytes by their digits.
 *
 * A conversion that calls Python goes through INT_NEW_KIND, one phase for each method that may be asked.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { PyByteArray, PyBytes, PyIntObject } from './scalar-payload.ts';
import { callUnbound0, lookupSpecial } from './call-special.ts';
import { index } from './conversion.ts';
import { MAX_OPERATION_TICKS } from './int-charge.ts';
import { overflowError, raiseFailure, typeError, valueError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { asBuffer, asInt, asStr } from './unwrap.ts';
import { floatToInt } from '../numeric/float-arith.ts';
import { parseDecimalTicks } from '../numeric/int-cost.ts';
import { BASE_RANGE_MESSAGE, parseIntBytes, parseIntText } from '../numeric/int-text.ts';
import { Failure } from '../base/failure.ts';

type R = Value | undefined;
type Int = number | bigint;

/** Makes an int of class `cls`. */
export function newInt(I: Interp, cls: PyType, value: Int): Value {
  if (cls === I.types.int) return value;
  I.bytesLeft -= 8 * I.memory.pointerBytes;
  return new PyIntObject(cls, value);
}

/** Slot `new` of int. */
export function intNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  const x: R = args[0];
  let base: R;
  if (kw === null || kw.length === 0) {
    if (args.length > 2) return typeError(I, `int() takes at most 2 arguments (${args.length} given)`);
    base = args[1];
  } else {
    if (args.length > 2) return typeError(I, `int() takes at most 2 arguments (${args.length} given)`);
    const unknown = kw.find((name) => name !== 'base');
    if (unknown !== undefined) return typeError(I, `'${unknown}' is an invalid keyword argument for int()`);
    if (args.length === 1) return typeError(I, 'int() missing string argument');
    base = args[1];
  }
  if (x === undefined) return newInt(I, cls, 0);
  if (base === undefined) {
    if (typeof x === 'number' || typeof x === 'bigint') return newInt(I, cls, x);
    const entry = I.frame;
    const n = toInt(I, x);
    return n === undefined ? I.then(entry, INT_NEW_KIND, [undefined, cls, x, 0]) : newInt(I, cls, n);
  }
  const entry = I.frame;
  const n = index(I, base);
  return n === undefined ? I.then(entry, INT_NEW_KIND, [undefined, cls, x, 1]) : intWithBase(I, cls, x, n);
}

/** r = [delivered, class, argument, phase]: phase 0 gets the finished value, 1 the base. */
export const INT_NEW_KIND = new NativeKind('int.__new__', (I: Interp, f: Frame) => {
  const [delivered, cls, x, phase] = f.r;
  return phase === 0 ? newInt(I, cls, delivered) : intWithBase(I, cls, x, delivered);
});

function intWithBase(I: Interp, cls: PyType, x: Value, base: Int): R {
  if ((base !== 0 && base < 2) || base > 36) return valueError(I, BASE_RANGE_MESSAGE);
  const text = asStr(x);
  let n: Int | undefined;
  if (text !== undefined) n = parseText(I, text, Number(base));
  else if (x instanceof PyBytes || x instanceof PyByteArray) n = parseBytes(I, asBuffer(x)!, Number(base));
  else return typeError(I, "int() can't convert non-string with explicit base");
  return n === undefined ? undefined : newInt(I, cls, n);
}

function parseText(I: Interp, text: string, base: number): Int | undefined {
  if (text.length > 64 && !chargeParse(I, text.length, base)) return undefined;
  const n = parseIntText(text, base, I.maxIntDigits);
  return n instanceof Failure ? raiseFailure(I, n) : n;
}

function parseBytes(I: Interp, bytes: Uint8Array, base: number): Int | undefined {
  if (bytes.length > 64 && !chargeParse(I, bytes.length, base)) return undefined;
  const n = parseIntBytes(bytes, base, I.maxIntDigits);
  return n instanceof Failure ? raiseFailure(I, n) : n;
}

/** Text beyond the digit limit is refused after a look at its length, or is in a base that takes linear time. */
function chargeParse(I: Interp, length: number, base: number): boolean {
  const isLinear = (base & (base - 1)) === 0;
  const digits = I.maxIntDigits === 0 ? length : Math.min(length, I.maxIntDigits);
  const ticks = (isLinear ? 0 : Math.floor(parseDecimalTicks(digits))) + (length >> 6);
  if (ticks > MAX_OPERATION_TICKS) {
    overflowError(I, 'integer operation takes too long');
    return false;
  }
  I.ticks -= ticks;
  return true;
}

/**
 * Returns `int(x)` as an exact int. May call Python.
 * @raises TypeError (Python) if `x` is no number, text or bytes; ValueError if text has no digits.
 */
export function toInt(I: Interp, x: Value): Int | undefined {
  if (typeof x === 'number' || typeof x === 'bigint') return x;
  if (typeof x === 'boolean') return x ? 1 : 0;
  if (typeof x === 'string') return parseText(I, x, 10);
  if (x instanceof PyFloat) return intOfFloat(I, x.value);
  const type = typeOf(I, x);
  const slots = type.slots;
  if (slots.int !== null) {
    const entry = I.frame;
    const n = slots.int(I, x);
    return n === undefined ? I.then(entry, INT_RESULT_KIND, [undefined, '__int__', 0]) : intResult(I, n, '__int__');
  }
  if (slots.index !== null) return index(I, x);
  const trunc = lookupSpecial(I, x, '__trunc__');
  if (trunc !== undefined) {
    const entry = I.frame;
    const n = callUnbound0(I, trunc, x);
    return n === undefined ? I.then(entry, INT_RESULT_KIND, [undefined, '__trunc__', 0]) : truncResult(I, n);
  }
  const text = asStr(x);
  if (text !== undefined) return parseText(I, text, 10);
  const bytes = asBuffer(x);
  if (bytes !== undefined) return parseBytes(I, bytes, 10);
  return typeError(I, `int() argument must be a string, a bytes-like object or a real number, not '${type.tpName}'`);
}

/** Returns int(value). @raises ValueError, OverflowError (Python) for NaN and infinity. */
export function intOfFloat(I: Interp, value: number): Int | undefined {
  const n = floatToInt(value);
  return n instanceof Failure ? raiseFailure(I, n) : n;
}

/** r = [delivered, method, phase]: what `__int__` or `__trunc__` returned; phase 1 gets the index of what `__trunc__` returned. */
export const INT_RESULT_KIND = new NativeKind('objects.intResult', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[1] === '__int__') return intResult(I, r[0], '__int__');
  return r[2] === 1 ? r[0] : truncResult(I, r[0]);
});

function intResult(I: Interp, v: Value, method: string): Int | undefined {
  const n = asInt(v);
  return n === undefined ? typeError(I, `${method} returned non-int (type ${typeName(I, v)})`) : n;
}

function truncResult(I: Interp, v: Value): Int | undefined {
  const n = asInt(v);
  if (n !== undefined) return n;
  const type = typeOf(I, v);
  if (type.slots.index === null) return typeError(I, `__trunc__ returned non-Integral (type ${type.tpName})`);
  const entry = I.frame;
  const i = type.slots.index(I, v);
  return i === undefined ? I.then(entry, INT_RESULT_KIND, [undefined, '__trunc__', 1]) : i;
}
