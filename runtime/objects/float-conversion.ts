/** `__float__` of any object: what `math` and float arguments of natives accept. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import { asFloat, asInt } from './unwrap.ts';
import { overflowError, raiseFailure, typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { intToFloat } from '../numeric/float-arith.ts';
import { Failure } from '../base/failure.ts';

/** Returns an int as a float. @raises OverflowError (Python) if it is too large. */
export function floatOfInt(I: Interp, n: number | bigint): number | undefined {
  if (typeof n === 'number') return n;
  const x = intToFloat(n);
  return x instanceof Failure ? raiseFailure(I, x) : x;
}

/**
 * Returns `v` as an exact float, by its value, `__float__` or `__index__`. May call Python; the PyFloat is then delivered.
 * @raises TypeError (Python) "must be real number, not X".
 */
export function toFloat(I: Interp, v: Value): PyFloat | undefined {
  const n = asInt(v);
  // A subclass of int may bring its own `__float__`, so only exact ints are decided here.
  if (n !== undefined && (typeof v !== 'object' || typeOf(I, v).isBuiltin)) {
    const x = floatOfInt(I, n);
    return x === undefined ? undefined : new PyFloat(x);
  }
  const type = typeOf(I, v);
  const slots = type.slots;
  if (slots.float !== null) {
    const entry = I.frame;
    const x = slots.float(I, v);
    return x === undefined
      ? I.then(entry, FLOAT_RESULT_KIND, [undefined, type.tpName])
      : floatResult(I, x, type.tpName);
  }
  if (slots.index !== null) {
    const entry = I.frame;
    const i = slots.index(I, v);
    return i === undefined ? I.then(entry, INDEX_FLOAT_KIND, [undefined]) : indexToFloat(I, i);
  }
  return typeError(I, `must be real number, not ${type.tpName}`);
}

function indexToFloat(I: Interp, n: number | bigint): PyFloat | undefined {
  const x = floatOfInt(I, n);
  return x === undefined ? undefined : new PyFloat(x);
}

function floatResult(I: Interp, x: Value, ownerName: string): PyFloat | undefined {
  if (x instanceof PyFloat) return x;
  const value = asFloat(x);
  if (value === undefined) return typeError(I, `${ownerName}.__float__ returned non-float (type ${typeName(I, x)})`);
  return new PyFloat(value);
}

/** r = [delivered, name of the type]: what `__float__` returned. */
export const FLOAT_RESULT_KIND = new NativeKind('objects.floatResult', (I: Interp, f: Frame) =>
  floatResult(I, f.r[0], f.r[1]),
);
/** r = [delivered]: what `__index__` returned. */
export const INDEX_FLOAT_KIND = new NativeKind('objects.indexFloat', (I: Interp, f: Frame) => indexToFloat(I, f.r[0]));

/** "Python int too large to convert to C long": what natives that take a machine word raise. */
export function tooLargeForLong(I: Interp): undefined {
  return overflowError(I, 'Python int too large to convert to C long');
}
