/** `v[key]`, `v[key] = value`, `del v[key]`, and the slots that Python classes have for them. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { MISSING } from './value.ts';
import type { Value } from './value.ts';
import { lookupAttr } from './attribute.ts';
import { callUnbound1, callUnbound2, lookupSpecial } from './call-special.ts';
import { attributeErrorWith, typeError } from './raise.ts';
import { PyType } from './type.ts';
import { typeOf } from './type-of.ts';

type R = Value | undefined;

/** Returns `v[key]`. May call Python. */
export function getItem(I: Interp, v: Value, key: Value): R {
  const type = typeOf(I, v);
  const slot = type.slots.getitem;
  if (slot !== null) return slot(I, v, key);
  if (v instanceof PyType) {
    if (v === I.types.type) return I.call(I.types.byName.get('types.GenericAlias')!, [v, key], null);
    const entry = I.frame;
    const fn = lookupAttr(I, v, '__class_getitem__');
    if (fn === undefined) return I.then(entry, CLASS_GETITEM_KIND, [undefined, v, key, 0]);
    return callClassGetItem(I, fn, v, key);
  }
  return typeError(I, `'${type.tpName}' object is not subscriptable`);
}

/** r = [delivered, class, key, phase]: phase 0 gets `__class_getitem__`, 1 its result. */
export const CLASS_GETITEM_KIND = new NativeKind('objects.classGetItem', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[3] === 1) return r[0];
  const fn = r[0];
  r[0] = undefined;
  r[3] = 1;
  return callClassGetItem(I, fn, r[1], r[2]);
});

function callClassGetItem(I: Interp, fn: any, type: PyType, key: Value): R {
  if (fn === MISSING) return typeError(I, `type '${type.name}' is not subscriptable`);
  return I.call(fn, [key], null);
}

/** `v[key] = value`. Returns true when done. May call Python. */
export function setItem(I: Interp, v: Value, key: Value, value: Value): true | undefined {
  const type = typeOf(I, v);
  const slot = type.slots.setitem;
  return slot === null
    ? typeError(I, `'${type.tpName}' object does not support item assignment`)
    : slot(I, v, key, value);
}

/** `del v[key]`. Returns true when done. May call Python. */
export function delItem(I: Interp, v: Value, key: Value): true | undefined {
  const type = typeOf(I, v);
  const slot = type.slots.setitem;
  if (slot !== null) return slot(I, v, key, undefined);
  // The two wordings are those of the sequence and of the mapping protocol.
  const isSequence = !type.isBuiltin || type.slots.len !== null;
  return typeError(I, `'${type.tpName}' object ${isSequence ? "doesn't" : 'does not'} support item deletion`);
}

/** Slot `getitem` of Python classes. */
export function pythonGetItem(I: Interp, v: Value, key: Value): R {
  return callUnbound1(I, lookupSpecial(I, v, '__getitem__')!, v, key);
}

/** r = [delivered]: whatever was returned, the thing is done. */
export const DONE_KIND = new NativeKind('objects.done', () => true);

/** Slot `setitem` of Python classes: `__setitem__` and `__delitem__`. */
export function pythonSetItem(I: Interp, v: Value, key: Value, value: Value | undefined): true | undefined {
  const name = value === undefined ? '__delitem__' : '__setitem__';
  const fn = lookupSpecial(I, v, name);
  if (fn === undefined) return attributeErrorWith(I, name, v, name);
  const entry = I.frame;
  const result = value === undefined ? callUnbound1(I, fn, v, key) : callUnbound2(I, fn, v, key, value);
  return result === undefined ? I.then(entry, DONE_KIND, [undefined]) : true;
}
