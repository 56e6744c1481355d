/** `getset_descriptor`, the computed attributes of built-in types, and `member_descriptor`, the members that `__slots__` makes. */
import type { Interp } from './interp.ts';
import type { TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import type { PyGetSet, PyMember } from './descriptor.ts';
import type { Stored } from './instance.ts';
import { isClassAccess } from './class-access.ts';
import { attributeErrorWith, raiseNamed, typeError } from './raise.ts';
import { isSubtype } from './type.ts';
import { typeName, typeOf } from './type-of.ts';

function checkObject(I: Interp, v: PyGetSet | PyMember, obj: Value): true | undefined {
  if (isSubtype(typeOf(I, obj), v.owner)) return true;
  return typeError(
    I,
    `descriptor '${v.name}' for '${v.owner.tpName}' objects doesn't apply to a '${typeName(I, obj)}' object`,
  );
}

const COMMON = {
  __name__: { get: (_I: Interp, v: PyGetSet | PyMember) => v.name },
  __qualname__: { get: (_I: Interp, v: PyGetSet | PyMember) => v.owner.qualname + '.' + v.name },
  __objclass__: { get: (_I: Interp, v: PyGetSet | PyMember) => v.owner },
};

export const GETSET_SPEC: TypeSpec = {
  name: 'getset_descriptor',
  isFinal: true,
  slots: {
    repr: (_I, v: PyGetSet) => `<attribute '${v.name}' of '${v.owner.tpName}' objects>`,
    sizeOf: (I) => 8 * I.memory.pointerBytes,
    descrGet: (I, v: PyGetSet, obj, cls) => {
      if (isClassAccess(I, obj, cls)) return v;
      return checkObject(I, v, obj) === undefined ? undefined : v.spec.get(I, obj);
    },
    descrSet: (I, v: PyGetSet, obj, value) => {
      if (checkObject(I, v, obj) === undefined) return undefined;
      if (v.spec.set === undefined) {
        return raiseNamed(I, 'AttributeError', `attribute '${v.name}' of '${v.owner.tpName}' objects is not writable`);
      }
      return v.spec.set(I, obj, value);
    },
  },
  getset: { ...COMMON, __doc__: { get: (_I, v: PyGetSet) => v.spec.doc ?? null } },
};

export const MEMBER_SPEC: TypeSpec = {
  name: 'member_descriptor',
  isFinal: true,
  slots: {
    repr: (_I, v: PyMember) => `<member '${v.name}' of '${v.owner.tpName}' objects>`,
    sizeOf: (I) => 8 * I.memory.pointerBytes,
    descrGet: (I, v: PyMember, obj, cls) => {
      if (isClassAccess(I, obj, cls)) return v;
      if (checkObject(I, v, obj) === undefined) return undefined;
      const value = (obj as unknown as Stored).s[v.index];
      if (value !== undefined) return value;
      return attributeErrorWith(I, `'${typeName(I, obj)}' object has no attribute '${v.name}'`, obj, v.name);
    },
    descrSet: (I, v: PyMember, obj, value) => {
      if (checkObject(I, v, obj) === undefined) return undefined;
      const s = (obj as unknown as Stored).s;
      if (value === undefined && s[v.index] === undefined) return attributeErrorWith(I, v.name, obj, v.name);
      while (s.length < v.index) s.push(undefined);
      s[v.index] = value;
      return true;
    },
  },
  getset: { ...COMMON, __doc__: { get: () => null } },
};
