/** The Python type of any value. */
import type { Interp } from './interp.ts';
import type { PyType } from './type.ts';
import type { Value } from './value.ts';

/** Returns the type of `v`. Never fails, never calls Python (`__class__` overrides are not asked). */
export function typeOf(I: Interp, v: Value): PyType {
  if (typeof v === 'object') {
    if (v === null) return I.types.NoneType;
    const cls = v.cls;
    return cls === undefined ? I.types.float : cls;
  }
  if (typeof v === 'number') return I.types.int;
  if (typeof v === 'string') return I.types.str;
  if (typeof v === 'boolean') return I.types.bool;
  return I.types.int;
}

/** Returns the name error messages use for the type of `v`. */
export function typeName(I: Interp, v: Value): string {
  return typeOf(I, v).tpName;
}
