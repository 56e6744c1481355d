/**
 * Attribute access. `getAttr` and its relatives dispatch to the type's slots; the functions that fill these slots for ordinary objects and
 * for types are here too.
 *
 * The generic look-up in CPython's order: data descriptor of the type, the object's own storage, any other attribute of the type. A name
 * that is not there is reported to `lookupAttr` as MISSING without an exception being made, which is what `hasattr`, `getattr` with a
 * default and the protocols of the library live on.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { PyException } from './exception.ts';
import { MISSING } from './value.ts';
import type { Missing, Value } from './value.ts';
import { PyFunction } from './function.ts';
import { PyMethod } from './method.ts';
import { PyClassMethod, PyProperty, PyStaticMethod } from './descriptor.ts';
import { PyMethodDescriptor, PyWrapperDescriptor } from './native-function.ts';
import { isSubtype, lookupInType, touchAttribute } from './type.ts';
import type { PyType } from './type.ts';
import { deleteOwn, getOwn, setOwn } from './instance.ts';
import { attributeError, attributeErrorWith, typeError } from './raise.ts';
import { typeOf } from './type-of.ts';

type R = Value | undefined;

/** Returns `v.name`; may call Python. */
export function getAttr(I: Interp, v: Value, name: string): R {
  return typeOf(I, v).slots.getattr!(I, v, name);
}

/** `v.name = value`. Returns true when done. */
export function setAttr(I: Interp, v: Value, name: string, value: Value): true | undefined {
  return typeOf(I, v).slots.setattr!(I, v, name, value);
}

/** `del v.name`. Returns true when done. */
export function delAttr(I: Interp, v: Value, name: string): true | undefined {
  return typeOf(I, v).slots.setattr!(I, v, name, undefined);
}

/** True if the exception being raised is an AttributeError. */
function isAttributeError(I: Interp, exc: PyException | null): boolean {
  return exc !== null && isSubtype(exc.cls, I.types.exceptions.AttributeError!);
}

/** Turns an AttributeError of a suspended look-up into MISSING. */
export const LOOKUP_ATTR_KIND = new NativeKind(
  'objects.lookupAttr',
  (_I: Interp, f: Frame) => f.r[0],
  (I: Interp, _f: Frame, exc: PyException) => {
    if (!isAttributeError(I, exc)) return undefined;
    I.exc = null;
    return MISSING;
  },
);

/** Returns `v.name`, or MISSING where getAttr would raise AttributeError; undefined: raised another exception, or suspended. */
export function lookupAttr(I: Interp, v: Value, name: string): Value | Missing | undefined {
  const type = typeOf(I, v);
  const slot = type.slots.getattr!;
  const entry = I.frame;
  let found: Value | Missing | undefined;
  if (slot === genericGetAttr) found = findAttr(I, v, type, name);
  else if (slot === typeGetAttr) found = findTypeAttr(I, v as PyType, name);
  else found = slot(I, v, name);
  if (found !== undefined) return found;
  if (I.exc !== null) {
    if (!isAttributeError(I, I.exc)) return undefined;
    I.exc = null;
    return MISSING;
  }
  return I.then(entry, LOOKUP_ATTR_KIND, [undefined]);
}

/** Slot `getattr` of every object without a `__getattribute__` or `__getattr__` of its own. */
export function genericGetAttr(I: Interp, v: Value, name: string): R {
  const found = findAttr(I, v, typeOf(I, v), name);
  return found === MISSING ? attributeError(I, v, name) : (found as R);
}

/** The generic look-up; MISSING if there is no such attribute. A descriptor may raise (AttributeError too) or suspend. */
export function findAttr(I: Interp, v: Value, type: PyType, name: string): Value | Missing | undefined {
  const attribute = lookupInType(type, name);
  if (attribute === undefined) {
    if (type.rootShape === null) return MISSING;
    const own = getOwn(v as any, name);
    return own === undefined ? MISSING : own;
  }
  if (typeof attribute === 'object' && attribute !== null) {
    if (attribute.constructor === PyFunction) {
      if (type.rootShape !== null) {
        const own = getOwn(v as any, name);
        if (own !== undefined) return own;
      }
      return v === null ? attribute : new PyMethod(I.types.method, attribute, v);
    }
    const slots = typeOf(I, attribute).slots;
    const get = slots.descrGet;
    if (get !== null && slots.descrSet !== null) return get(I, attribute, v, type);
    if (type.rootShape !== null) {
      const own = getOwn(v as any, name);
      if (own !== undefined) return own;
    }
    return get === null ? attribute : get(I, attribute, v, type);
  }
  if (type.rootShape !== null) {
    const own = getOwn(v as any, name);
    if (own !== undefined) return own;
  }
  return attribute;
}

/** Slot `setattr` of ordinary objects. */
export function genericSetAttr(I: Interp, v: Value, name: string, value: Value | undefined): true | undefined {
  const type = typeOf(I, v);
  const attribute = lookupInType(type, name);
  if (attribute !== undefined && typeof attribute === 'object' && attribute !== null) {
    const set = typeOf(I, attribute).slots.descrSet;
    if (set !== null) return set(I, attribute, v, value);
  }
  if (type.hasDict) {
    if (value !== undefined) {
      setOwn(I, v as any, name, value);
      return true;
    }
    return deleteOwn(I, v as any, name) ? true : attributeError(I, v, name);
  }
  if (attribute === undefined) return attributeError(I, v, name);
  return attributeErrorWith(I, `'${type.tpName}' object attribute '${name}' is read-only`, v, name);
}

/** Slot `getattr` of types: attributes of the metaclass, of the type and its bases. */
export function typeGetAttr(I: Interp, type: PyType, name: string): R {
  const found = findTypeAttr(I, type, name);
  return found === MISSING ? attributeError(I, type, name) : (found as R);
}

/** The look-up behind `typeGetAttr`; MISSING if there is no such attribute. */
export function findTypeAttr(I: Interp, type: PyType, name: string): Value | Missing | undefined {
  const meta = type.cls;
  const metaAttribute = lookupInType(meta, name);
  let get: ((I: Interp, descr: any, obj: Value | null, cls: any) => R) | null = null;
  if (metaAttribute !== undefined) {
    const slots = typeOf(I, metaAttribute).slots;
    get = slots.descrGet;
    if (get !== null && slots.descrSet !== null) return get(I, metaAttribute, type, meta);
  }
  const attribute = lookupInType(type, name);
  if (attribute !== undefined) {
    if (typeof attribute !== 'object' || attribute === null) return attribute;
    const c = attribute.constructor;
    if (c === PyFunction || c === PyMethodDescriptor || c === PyWrapperDescriptor) return attribute;
    const own = typeOf(I, attribute).slots.descrGet;
    return own === null ? attribute : own(I, attribute, null, type);
  }
  if (get !== null) return get(I, metaAttribute, type, meta);
  return metaAttribute === undefined ? MISSING : metaAttribute;
}

/**
 * Slot `setattr` of types. `afterTypeChange` (class-slots.ts) is handed in by type-type.ts, since it also fills slots.
 */
export function typeSetAttr(
  I: Interp,
  type: PyType,
  name: string,
  value: Value | undefined,
  afterTypeChange: (I: Interp, type: PyType, name: string) => void,
): true | undefined {
  if (type.isBuiltin) return typeError(I, `cannot set '${name}' attribute of immutable type '${type.tpName}'`);
  const metaAttribute = lookupInType(type.cls, name);
  if (metaAttribute !== undefined) {
    const set = typeOf(I, metaAttribute).slots.descrSet;
    if (set !== null) return set(I, metaAttribute, type, value);
  }
  if (value === undefined) {
    if (!type.dict.deleteStr(name)) return attributeError(I, type, name);
  } else type.dict.setStr(I, name, value);
  touchAttribute(type, name);
  afterTypeChange(I, type, name);
  return true;
}

/** What a class attribute is to an access through an instance; see `classAttributeKind`. */
export const enum AttributeKind {
  /** Not a descriptor: the instance's own attribute wins, else the value as it is. */
  PLAIN,
  /** A Python function: the instance's own attribute wins, else it is bound. */
  FUNCTION,
  /** A native method: as FUNCTION. */
  NATIVE_METHOD,
  CLASSMETHOD,
  STATICMETHOD,
  /** Wins over the instance. */
  PROPERTY,
  /** Has `__get__` and `__set__` or `__delete__`: wins over the instance. */
  DATA_DESCRIPTOR,
  /** Has `__get__` only: the instance wins. */
  OTHER_DESCRIPTOR,
  /** Has `__set__` but no `__get__`: reads see the instance first, writes go to it. */
  SET_ONLY_DESCRIPTOR,
}

/** Classifies a value found by `lookupInType`, for inline caches. Valid as long as the type of `value` does not change its slots. */
export function classAttributeKind(I: Interp, value: Value): AttributeKind {
  if (typeof value !== 'object' || value === null) return AttributeKind.PLAIN;
  switch (value.constructor) {
    case PyFunction:
      return AttributeKind.FUNCTION;
    case PyMethodDescriptor:
    case PyWrapperDescriptor:
      return AttributeKind.NATIVE_METHOD;
  }
  const type = typeOf(I, value);
  if (type === I.types.property && value instanceof PyProperty) return AttributeKind.PROPERTY;
  if (type === I.types.classmethod && value instanceof PyClassMethod) return AttributeKind.CLASSMETHOD;
  if (type === I.types.staticmethod && value instanceof PyStaticMethod) return AttributeKind.STATICMETHOD;
  const slots = type.slots;
  if (slots.descrSet !== null)
    return slots.descrGet !== null ? AttributeKind.DATA_DESCRIPTOR : AttributeKind.SET_ONLY_DESCRIPTOR;
  return slots.descrGet !== null ? AttributeKind.OTHER_DESCRIPTOR : AttributeKind.PLAIN;
}
