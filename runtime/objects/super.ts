/** The `super` type: attribute look-up that goes on after a class in the MRO of the object's type. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { TypeSpec } from './native.ts';
import { MISSING, PyObject } from './value.ts';
import type { Value } from './value.ts';
import { PyFunction } from './function.ts';
import { PyMethod } from './method.ts';
import { PyType, isSubtype } from './type.ts';
import { findAttr, lookupAttr } from './attribute.ts';
import type { Shape } from './shape.ts';
import { attributeErrorWith, runtimeError, typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';

export class PySuper extends PyObject {
  type: PyType | null;
  /** The bound object; undefined in an unbound super. */
  obj: Value | undefined;
  objType: PyType | null;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType) {
    super(cls);
    this.type = null;
    this.obj = undefined;
    this.objType = null;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** Looks `name` up after `type` in the MRO of `objType`; undefined if it is not there. Unbound. For the VM's `super().name` caches. */
export function superLookup(type: PyType, objType: PyType, name: string): Value | undefined {
  const mro = objType.mro;
  let i = mro.indexOf(type);
  if (i < 0) return undefined;
  while (++i < mro.length) {
    const found = mro[i]!.dict.getStr(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function getAttribute(I: Interp, v: PySuper, name: string): Value | undefined {
  if (v.objType !== null && name !== '__class__') {
    const found = superLookup(v.type!, v.objType, name);
    if (found !== undefined) {
      const obj = v.obj === v.objType ? null : v.obj!;
      if (found instanceof PyFunction) return obj === null ? found : new PyMethod(I.types.method, found, obj);
      const get = typeOf(I, found).slots.descrGet;
      return get === null ? found : get(I, found, obj, v.objType);
    }
  }
  const own = findAttr(I, v, v.cls, name);
  if (own === MISSING) return attributeErrorWith(I, `'super' object has no attribute '${name}'`, v, name);
  return own as Value | undefined;
}

/** The type whose MRO is followed: that of the object, or the object itself when it is a class. */
function checkType(I: Interp, type: PyType, obj: Value): PyType | undefined {
  if (obj instanceof PyType && isSubtype(obj, type)) return obj;
  const own = typeOf(I, obj);
  if (isSubtype(own, type)) return own;
  const entry = I.frame;
  const claimed = lookupAttr(I, obj, '__class__');
  if (claimed === undefined) return I.then(entry, CLAIMED_KIND, [undefined, type, null]);
  return claimedType(I, type, claimed as Value);
}

function claimedType(I: Interp, type: PyType, claimed: Value): PyType | undefined {
  if (claimed instanceof PyType && isSubtype(claimed, type)) return claimed;
  return typeError(I, 'super(type, obj): obj must be an instance or subtype of type');
}

/** r = [delivered `__class__`, type]. */
export const CLAIMED_KIND = new NativeKind('super.claimed', (I: Interp, f: Frame) => claimedType(I, f.r[1], f.r[0]));

/** r = [delivered type to follow, super object, type, object]. */
export const SUPER_INIT_KIND = new NativeKind('super.init', (_I: Interp, f: Frame) => {
  bind(f.r[1], f.r[2], f.r[3], f.r[0]);
  return null;
});

function bind(v: PySuper, type: PyType, obj: Value, objType: PyType): void {
  v.type = type;
  v.obj = obj;
  v.objType = objType;
}

function init(I: Interp, v: PySuper, args: Value[], kw: readonly string[] | null): null | undefined {
  if (kw !== null && kw.length > 0) return typeError(I, 'super() takes no keyword arguments');
  if (args.length > 2) return typeError(I, `super() expected at most 2 arguments, got ${args.length}`);
  let type: Value | undefined = args[0];
  let obj: Value | undefined = args[1];
  if (args.length === 0) {
    const info = I.currentFunctionInfo();
    if (info === null) return runtimeError(I, 'super(): no current frame');
    if (info.argcount === 0) return runtimeError(I, 'super(): no arguments');
    if (info.first === undefined) return runtimeError(I, 'super(): arg[0] deleted');
    if (info.classCell === undefined) return runtimeError(I, 'super(): __class__ cell not found');
    type = info.classCell.v;
    if (type === undefined) return runtimeError(I, 'super(): empty __class__ cell');
    if (!(type instanceof PyType)) return runtimeError(I, `super(): __class__ is not a type (${typeName(I, type)})`);
    obj = info.first;
  } else if (!(type instanceof PyType))
    return typeError(I, `super() argument 1 must be a type, not ${typeName(I, type!)}`);
  if (obj === undefined || (obj === null && args.length > 0)) {
    v.type = type as PyType;
    return null;
  }
  const entry = I.frame;
  const objType = checkType(I, type as PyType, obj);
  if (objType === undefined) return I.then(entry, SUPER_INIT_KIND, [undefined, v, type, obj]);
  bind(v, type as PyType, obj, objType);
  return null;
}

export const SUPER_SPEC: TypeSpec = {
  name: 'super',
  doc: 'super() -> the next class in the method resolution order, for the current method; super(type, obj) for any.',
  slots: {
    repr: (_I, v: PySuper) => {
      const type = v.type === null ? 'NULL' : v.type.name;
      return v.objType === null
        ? `<super: <class '${type}'>, NULL>`
        : `<super: <class '${type}'>, <${v.objType.name} object>>`;
    },
    getattr: getAttribute,
    descrGet: (I, v: PySuper, obj) => {
      if (obj === null || v.obj !== undefined) return v;
      if (v.cls !== I.types.super) return I.call(v.cls, [v.type!, obj]);
      const objType = checkType(I, v.type!, obj);
      if (objType === undefined) return undefined;
      const bound = new PySuper(v.cls);
      bind(bound, v.type!, obj, objType);
      return bound;
    },
    new: (_I, cls) => new PySuper(cls),
    init,
    visit: (v: PySuper, visit) => {
      visit(v.type);
      if (v.obj !== undefined) visit(v.obj);
    },
    sizeOf: (I) => 7 * I.memory.pointerBytes,
  },
  getset: {
    __thisclass__: { get: (_I, v: PySuper) => v.type },
    __self__: { get: (_I, v: PySuper) => v.obj ?? null },
    __self_class__: { get: (_I, v: PySuper) => v.objType },
  },
  allocate: (_I, cls) => new PySuper(cls),
  kinds: [CLAIMED_KIND, SUPER_INIT_KIND],
};
