/**
 * Attribute look-up of `staticmethod` and `classmethod` objects, which show the name, docstring and so on of what they wrap. CPython
 * copies these when the wrapper is made; here they are asked for when somebody looks.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import { MISSING } from './value.ts';
import type { Value } from './value.ts';
import { findAttr, lookupAttr } from './attribute.ts';
import { attributeError } from './raise.ts';
import { typeOf } from './type-of.ts';
import type { PyClassMethod, PyStaticMethod } from './descriptor.ts';

const COPIED = ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__'];

/** r = [delivered, wrapper, name]. */
export const WRAPPED_ATTR_KIND = new NativeKind('objects.wrappedAttr', (I, f) =>
  f.r[0] === MISSING ? attributeError(I, f.r[1], f.r[2]) : f.r[0],
);

/** Slot `getattr` of both. */
export function wrapperGetAttr(I: Interp, v: PyStaticMethod | PyClassMethod, name: string): Value | undefined {
  const entry = I.frame;
  const found = COPIED.includes(name) ? lookupAttr(I, v.fn, name) : findAttr(I, v, typeOf(I, v), name);
  if (found === undefined) return I.then(entry, WRAPPED_ATTR_KIND, [undefined, v, name]);
  return found === MISSING ? attributeError(I, v, name) : (found as Value);
}

/** r = [delivered]: truth of `__isabstractmethod__`. */
export const IS_ABSTRACT_KIND = new NativeKind('objects.isAbstract', (_I, f) => isTrueMark(f.r[0]));

function isTrueMark(v: unknown): boolean {
  return v !== MISSING && v !== false && v !== null && v !== 0;
}

/** `__isabstractmethod__` of a wrapper: that of what it wraps. */
export function isAbstractMethod(I: Interp, fn: Value): boolean | undefined {
  const entry = I.frame;
  const mark = lookupAttr(I, fn, '__isabstractmethod__');
  return mark === undefined ? I.then(entry, IS_ABSTRACT_KIND, [undefined]) : isTrueMark(mark);
}
