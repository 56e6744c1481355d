/**
 * `str(x)`, `int(x)` and `float(x)` of exact ints, floats and strs, without going through the types' `__new__` (strings workload 1.41 -> 1.09
 * of CPython's time).
 */
import { reprFloat } from '../../numeric/float-text.ts';
import type { PyType } from '../../objects/type.ts';
import { PyFloat } from '../../objects/value.ts';
import type { Interpreter } from '../interpreter.ts';

/** `cls(v)`, or undefined: take the general call. */
export function convertScalar(I: Interpreter, cls: PyType, v: any): any {
  const types = I.types;
  if (cls === types.str) {
    if (typeof v === 'string') return v;
    if (typeof v === 'number') return String(v);
    return isFloat(v) ? reprFloat(v.value) : undefined;
  }
  if (cls === types.int) {
    if (typeof v === 'number') return v;
    if (!isFloat(v)) return undefined;
    const whole = Math.trunc(v.value) + 0;
    return Number.isSafeInteger(whole) ? whole : undefined;
  }
  if (cls === types.float) {
    if (typeof v === 'number') return new PyFloat(v);
    return isFloat(v) ? v : undefined;
  }
  return undefined;
}

function isFloat(v: any): v is PyFloat {
  return typeof v === 'object' && v !== null && v.constructor === PyFloat;
}
