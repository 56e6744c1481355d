/**
 * Slots of Python classes. A special method found in the MRO either is the one that stands for a built-in type's slot, then that very slot
 * function is taken over, or it is anything else, then the slot gets a function that looks the method up and calls it.
 *
 * Such functions know nothing of a particular class, so inheriting one is copying it, and assigning a special method to a class changes slots
 * only where a method appears for the first time or disappears.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { MISSING, PyFloat } from './value.ts';
import type { Value } from './value.ts';
import type { PyException } from './exception.ts';
import type { Slots } from './native.ts';
import type { PyType } from './type.ts';
import { isSubtype, lookupInType } from './type.ts';
import { PYTHON_BINARY, PYTHON_INPLACE, INPLACE, pythonPow3 } from './arithmetic.ts';
import { findAttr, findTypeAttr, genericGetAttr, genericSetAttr, typeGetAttr } from './attribute.ts';
import { callUnbound0, callUnbound1, callUnbound2, callUnboundKw, lookupSpecial } from './call-special.ts';
import { hashNotImplemented, pythonCompare, pythonHash } from './comparison.ts';
import { pythonBool, pythonIndex, pythonLen, pythonRepr, pythonStr } from './conversion.ts';
import { pythonContains, pythonIter, pythonNext } from './iteration.ts';
import { DONE_KIND, pythonGetItem, pythonSetItem } from './subscript.ts';
import { PyMethodDescriptor, PyNative, PyWrapperDescriptor } from './native-function.ts';
import { PyStaticMethod } from './descriptor.ts';
import { copySlots } from './install-type.ts';
import { SLOT_WRAPPERS, WRAPPERS_BY_SLOT, WRAPPER_BY_NAME, readSlot } from './slot-wrappers.ts';
import { classSizeOf } from './object-size.ts';
import { attributeErrorWith, typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { asFloat, asInt } from './unwrap.ts';

type R = Value | undefined;

/** Fills the slots of new class `type`; bases and MRO are set, the namespace is complete. */
export function fillClassSlots(I: Interp, type: PyType): void {
  copySlots(type.slots, type.base!.slots);
  if (type.bases.length === 1) {
    for (const name of type.dict.strKeys()) if (isSlotName(name)) updateSlot(I, type, name);
  } else {
    const done = new Set<string>();
    for (const wrapper of SLOT_WRAPPERS) {
      if (done.has(wrapper.slot)) continue;
      done.add(wrapper.slot);
      updateSlot(I, type, wrapper.name);
    }
    updateSlot(I, type, '__new__');
  }
  type.slots.visit = visitorFor(type.base!.slots.visit);
  type.slots.sizeOf = classSizeOf(type);
  markPlain(type);
}

/** To be called when class attribute `name` of `type` was set or deleted (after `touchType`). */
export function afterTypeChange(I: Interp, type: PyType, name: string): void {
  if (!isSlotName(name)) return;
  updateSlot(I, type, name);
  markPlain(type);
  for (const sub of type.subclasses) afterTypeChange(I, sub, name);
}

function isSlotName(name: string): boolean {
  return name.startsWith('__') && (WRAPPER_BY_NAME.has(name) || name === '__new__' || name === '__getattr__');
}

function markPlain(type: PyType): void {
  type.hasPlainGetattr = type.slots.getattr === genericGetAttr;
  type.hasPlainSetattr = type.slots.setattr === genericSetAttr;
}

/** Recomputes the slot that special method `name` belongs to. */
function updateSlot(I: Interp, type: PyType, name: string): void {
  const slots = type.slots;
  if (name === '__new__') {
    const found = lookupInType(type, '__new__');
    slots.new =
      found instanceof PyNative && found.owner !== null && found.name === '__new__' ? found.owner.slots.new : pythonNew;
    return;
  }
  const key = name === '__getattr__' ? 'getattr' : WRAPPER_BY_NAME.get(name)!.slot;
  const fn = chooseSlot(type, key);
  if (key.startsWith('binary')) {
    const op = Number(key.slice(6));
    if (slots.binary[op] !== fn) {
      const binary = slots.binary.slice();
      binary[op] = fn;
      slots.binary = binary;
    }
    if (name === '__pow__') slots.pow3 = fn === PYTHON_BINARY[op] ? pythonPow3 : solidBase(type).slots.pow3;
  } else (slots as any)[key] = fn;
}

function solidBase(type: PyType): PyType {
  let t = type;
  while (!t.isBuiltin) t = t.base!;
  return t;
}

function chooseSlot(type: PyType, key: string): any {
  let owner: PyType | null = null;
  let ownerAt = -1;
  for (const wrapper of WRAPPERS_BY_SLOT.get(key)!) {
    const found = lookupInType(type, wrapper.name);
    if (found === undefined) continue;
    if (key === 'hash' && found === null) return hashNotImplemented;
    const isNative = found instanceof PyWrapperDescriptor ? found.slot === key : found instanceof PyMethodDescriptor;
    const native = isNative ? (found as PyMethodDescriptor).owner : null;
    if (native === null || readSlot(native.slots, key) === null) return pythonSlot(key);
    const at = type.mro.indexOf(native);
    if (at < 0) return pythonSlot(key);
    if (owner === null || at < ownerAt) {
      owner = native;
      ownerAt = at;
    }
  }
  if (key === 'getattr' && lookupInType(type, '__getattr__') !== undefined) return pythonGetAttr;
  return owner === null ? null : readSlot(owner.slots, key);
}

/** The function that stands for special methods in slot `key`. */
function pythonSlot(key: string): any {
  if (key.startsWith('binary')) {
    const op = Number(key.slice(6));
    return op < INPLACE ? PYTHON_BINARY[op] : PYTHON_INPLACE[op - INPLACE];
  }
  return (PYTHON_SLOTS as any)[key];
}

// -- slots of Python classes that have no better home ----------------------------------------------------

function pythonCall(I: Interp, self: any, args: Value[], kw: readonly string[] | null): R {
  return callUnboundKw(I, lookupSpecial(I, self, '__call__')!, self, args, kw);
}

/** Slot `new` of classes with a `__new__` of their own: a static method that takes the class first. */
export function pythonNew(I: Interp, cls: any, args: Value[], kw: readonly string[] | null): R {
  const found = lookupInType(cls, '__new__')!;
  const all: Value[] = [cls];
  for (let i = 0; i < args.length; i++) all.push(args[i]!);
  if (found instanceof PyStaticMethod) return I.call(found.fn, all, kw);
  const get = typeOf(I, found).slots.descrGet;
  if (get === null) return I.call(found, all, kw);
  const entry = I.frame;
  const fn = get(I, found, null, cls);
  return fn === undefined ? I.then(entry, CALL_NEW_KIND, [undefined, all, kw, 0]) : I.call(fn, all, kw);
}

/** r = [delivered `__new__`, arguments, keywords, phase]. */
export const CALL_NEW_KIND = new NativeKind('objects.callNew', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[3] === 1) return r[0];
  const fn = r[0];
  r[0] = undefined;
  r[3] = 1;
  return I.call(fn, r[1], r[2]);
});

/** Slot `init` of classes with an `__init__` of their own. */
export function pythonInit(I: Interp, self: any, args: Value[], kw: readonly string[] | null): null | undefined {
  const fn = lookupSpecial(I, self, '__init__')!;
  const entry = I.frame;
  const result = callUnboundKw(I, fn, self, args, kw);
  if (result === undefined) return I.then(entry, INIT_RESULT_KIND, [undefined]);
  return checkInitResult(I, result);
}

/** Raises if an `__init__` returned something. */
export function checkInitResult(I: Interp, v: Value): null | undefined {
  return v === null ? null : typeError(I, `__init__() should return None, not '${typeName(I, v)}'`);
}

/** r = [delivered]. */
export const INIT_RESULT_KIND = new NativeKind('objects.initResult', (I: Interp, f: Frame) =>
  checkInitResult(I, f.r[0]),
);

/** The ordinary look-up that `__getattribute__` stands for: MISSING where it would raise AttributeError. */
function nativeLookup(I: Interp, v: any, name: string, getattribute: Value): any {
  if (!(getattribute instanceof PyWrapperDescriptor)) return callUnbound1(I, getattribute, v, name);
  const slot = getattribute.owner.slots.getattr!;
  if (slot === genericGetAttr) return findAttr(I, v, typeOf(I, v), name);
  if (slot === typeGetAttr) return findTypeAttr(I, v, name);
  return slot(I, v, name);
}

/** Slot `getattr` of classes with `__getattribute__` or `__getattr__`. */
export function pythonGetAttr(I: Interp, v: any, name: string): R {
  const type = typeOf(I, v);
  const getattribute = lookupInType(type, '__getattribute__')!;
  const hook = lookupInType(type, '__getattr__');
  if (hook === undefined) return callUnbound1(I, getattribute, v, name);
  const entry = I.frame;
  const found = nativeLookup(I, v, name, getattribute);
  if (found === MISSING) return callUnbound1(I, hook, v, name);
  if (found !== undefined) return found;
  if (I.exc !== null) {
    if (!isSubtype(I.exc.cls, I.types.exceptions.AttributeError!)) return undefined;
    I.exc = null;
    return callUnbound1(I, hook, v, name);
  }
  return I.then(entry, GETATTR_HOOK_KIND, [undefined, v, name]);
}

/** r = [delivered attribute, object, name]: asks `__getattr__` when the look-up raises AttributeError after having suspended. */
export const GETATTR_HOOK_KIND = new NativeKind(
  'objects.getattrHook',
  (_I: Interp, f: Frame) => f.r[0],
  (I: Interp, f: Frame, exc: PyException) => {
    if (f.r[2] === null || !isSubtype(exc.cls, I.types.exceptions.AttributeError!)) return undefined;
    const hook = lookupInType(typeOf(I, f.r[1]), '__getattr__');
    if (hook === undefined) return undefined;
    I.exc = null;
    const name = f.r[2];
    f.r[2] = null;
    f.r[0] = undefined;
    return callUnbound1(I, hook, f.r[1], name);
  },
);

function pythonSetAttr(I: Interp, v: any, name: string, value: Value | undefined): true | undefined {
  const entry = I.frame;
  const done =
    value === undefined
      ? callUnbound1(I, lookupSpecial(I, v, '__delattr__')!, v, name)
      : callUnbound2(I, lookupSpecial(I, v, '__setattr__')!, v, name, value);
  return done === undefined ? I.then(entry, DONE_KIND, [undefined]) : true;
}

function pythonDescrGet(I: Interp, descr: any, obj: Value | null, cls: any): R {
  return callUnbound2(I, lookupSpecial(I, descr, '__get__')!, descr, obj, cls ?? null);
}

function pythonDescrSet(I: Interp, descr: any, obj: Value, value: Value | undefined): true | undefined {
  const name = value === undefined ? '__delete__' : '__set__';
  const fn = lookupSpecial(I, descr, name);
  if (fn === undefined) return attributeErrorWith(I, name, descr, name);
  const entry = I.frame;
  const done = value === undefined ? callUnbound1(I, fn, descr, obj) : callUnbound2(I, fn, descr, obj, value);
  return done === undefined ? I.then(entry, DONE_KIND, [undefined]) : true;
}

function method0(name: string): (I: Interp, v: any) => R {
  return (I, v) => callUnbound0(I, lookupSpecial(I, v, name)!, v);
}

/** r = [delivered, object, 'int' or 'float']. */
export const NUMBER_RESULT_KIND = new NativeKind('objects.numberResult', (I: Interp, f: Frame) =>
  numberResult(I, f.r[0], f.r[1], f.r[2]),
);

function numberResult(I: Interp, result: Value, v: Value, what: 'int' | 'float'): R {
  if (what === 'int') {
    const n = asInt(result);
    return n === undefined ? typeError(I, `__int__ returned non-int (type ${typeName(I, result)})`) : n;
  }
  const x = asFloat(result);
  if (x === undefined)
    return typeError(I, `${typeName(I, v)}.__float__ returned non-float (type ${typeName(I, result)})`);
  return result instanceof PyFloat ? result : new PyFloat(x);
}

function pythonNumber(what: 'int' | 'float'): (I: Interp, v: any) => R {
  const name = what === 'int' ? '__int__' : '__float__';
  return (I, v) => {
    const entry = I.frame;
    const result = callUnbound0(I, lookupSpecial(I, v, name)!, v);
    return result === undefined
      ? I.then(entry, NUMBER_RESULT_KIND, [undefined, v, what])
      : numberResult(I, result, v, what);
  };
}

/** Slot functions of Python classes by slot key. */
const PYTHON_SLOTS: Partial<Slots> = {
  repr: pythonRepr,
  str: pythonStr,
  hash: pythonHash,
  call: pythonCall,
  getattr: pythonGetAttr,
  setattr: pythonSetAttr,
  compare: pythonCompare,
  iter: pythonIter,
  next: pythonNext,
  bool: pythonBool,
  len: pythonLen,
  getitem: pythonGetItem,
  setitem: pythonSetItem,
  contains: pythonContains,
  descrGet: pythonDescrGet,
  descrSet: pythonDescrSet,
  init: pythonInit,
  index: pythonIndex,
  int: pythonNumber('int'),
  float: pythonNumber('float'),
  neg: method0('__neg__'),
  pos: method0('__pos__'),
  abs: method0('__abs__'),
  invert: method0('__invert__'),
  await: method0('__await__'),
  aiter: method0('__aiter__'),
  anext: method0('__anext__'),
};

// -- census ------------------------------------------------------------------------------------------------

/** Visits what an instance stores. */
export function visitStored(v: any, visit: (child: any) => void): void {
  const s: any[] = v.s;
  for (let i = 0; i < s.length; i++) if (s[i] !== undefined) visit(s[i]);
}

function visitorFor(base: Slots['visit']): Slots['visit'] {
  if (base === null || base === visitStored) return visitStored;
  return (v, visit) => {
    base(v, visit);
    if (v.s !== undefined) visitStored(v, visit);
  };
}
