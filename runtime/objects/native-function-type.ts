/**
 * The faces of native callables: `builtin_function_or_method`, `method_descriptor`, `classmethod_descriptor`, `wrapper_descriptor` and
 * `method-wrapper`. They differ only in how they are bound, called and shown.
 */
import type { Interp } from './interp.ts';
import type { GetSetSpec, TypeSpec } from './native.ts';
import { noArgs } from './native.ts';
import type { Value } from './value.ts';
import { PyModule } from './module.ts';
import { callNative } from './native-call.ts';
import { PyMethodWrapper, PyNative } from './native-function.ts';
import type { PyClassMethodDescriptor, PyMethodDescriptor, PyWrapperDescriptor } from './native-function.ts';
import { WRAPPER_BY_NAME } from './slot-wrappers.ts';
import { typeError } from './raise.ts';
import { PyType, isSubtype } from './type.ts';
import { typeName, typeOf } from './type-of.ts';
import { newTuple } from './tuple.ts';
import { addressOf } from './address.ts';
import { isClassAccess } from './class-access.ts';

type R = Value | undefined;

/** `__doc__`, `__name__`, `__qualname__`, `__text_signature__` of anything made from a NativeSpec. */
function commonGetset(
  spec: (v: any) => { readonly doc?: string; readonly signature?: string },
  name: (v: any) => string,
  owner: (v: any) => PyType | null,
): Record<string, GetSetSpec> {
  return {
    __doc__: { get: (_I, v) => spec(v).doc ?? null },
    __name__: { get: (_I, v) => name(v) },
    __qualname__: {
      get: (_I, v) => {
        const type = owner(v);
        return type === null ? name(v) : type.qualname + '.' + name(v);
      },
    },
    __text_signature__: { get: (_I, v) => spec(v).signature ?? null },
  };
}

export const NATIVE_SPEC: TypeSpec = {
  name: 'builtin_function_or_method',
  isFinal: true,
  slots: {
    repr: (I, v: PyNative) => {
      if (v.owner === null && (v.self instanceof PyModule || v.self === null)) return `<built-in function ${v.name}>`;
      return `<built-in method ${v.name} of ${typeName(I, v.self)} object at ${addressOf(I, v.self)}>`;
    },
    call: (I, v: PyNative, args, kw) => callNative(I, v, v.self, args, kw),
    compare: (I, op, a: PyNative, b) => {
      if ((op !== 2 && op !== 3) || !(b instanceof PyNative)) return I.NotImplemented;
      return (a.self === b.self && a.spec === b.spec) === (op === 2);
    },
    hash: (I, v: PyNative) => (I.idOf(v.self) ^ nameHash(v.name)) | 0 || 1,
    visit: (v: PyNative, visit) => visit(v.self),
    sizeOf: (I) => 9 * I.memory.pointerBytes,
  },
  getset: {
    ...commonGetset(
      (v: PyNative) => v.spec as any,
      (v: PyNative) => v.name,
      (v: PyNative) => (v.owner === null ? null : v.owner),
    ),
    __self__: { get: (_I, v: PyNative) => v.self },
    __module__: { get: (_I, v: PyNative) => v.module },
  },
  methods: {
    __reduce__: noArgs((I, v: PyNative) => {
      if (v.owner === null) return v.name;
      return newTuple(I, [I.builtins.getStr('getattr')!, newTuple(I, [v.self, v.name])]);
    }),
  },
};

function nameHash(name: string): number {
  let h = 0;
  for (let i = 0; i < name.length; i++) h = (h * 31 + name.charCodeAt(i)) | 0;
  return h;
}

/** Checks the first argument of an unbound call and splits it off. */
function callUnboundNative(I: Interp, v: PyMethodDescriptor, args: Value[], kw: readonly string[] | null): R {
  const positional = args.length - (kw === null ? 0 : kw.length);
  if (positional < 1) return typeError(I, `unbound method ${v.owner.name}.${v.name}() needs an argument`);
  const self = args[0]!;
  if (!isSubtype(typeOf(I, self), v.owner)) return wrongObject(I, v, self);
  return callNative(I, v, self, args.slice(1), kw);
}

function wrongObject(I: Interp, v: PyMethodDescriptor, self: Value): undefined {
  return typeError(
    I,
    `descriptor '${v.name}' for '${v.owner.tpName}' objects doesn't apply to a '${typeName(I, self)}' object`,
  );
}

/** The native bound to its object. */
export function bindNative(I: Interp, v: PyMethodDescriptor, self: Value): PyNative {
  const bound = new PyNative(I.types.builtin_function_or_method, v.name, v.spec, self, v.owner, null);
  bound.signature = v.signature;
  return bound;
}

const DESCRIPTOR_GETSET: Record<string, GetSetSpec> = {
  ...commonGetset(
    (v: PyMethodDescriptor) => v.spec as any,
    (v: PyMethodDescriptor) => v.name,
    (v: PyMethodDescriptor) => v.owner,
  ),
  __objclass__: { get: (_I, v: PyMethodDescriptor) => v.owner },
};

const reduceDescriptor = noArgs((I, v: PyMethodDescriptor) =>
  newTuple(I, [I.builtins.getStr('getattr')!, newTuple(I, [v.owner, v.name])]),
);

export const METHOD_DESCRIPTOR_SPEC: TypeSpec = {
  name: 'method_descriptor',
  isFinal: true,
  slots: {
    repr: (_I, v: PyMethodDescriptor) => `<method '${v.name}' of '${v.owner.tpName}' objects>`,
    call: callUnboundNative,
    sizeOf: (I) => 9 * I.memory.pointerBytes,
    descrGet: (I, v: PyMethodDescriptor, obj, cls) => {
      if (isClassAccess(I, obj, cls)) return v;
      if (!isSubtype(typeOf(I, obj), v.owner)) return wrongObject(I, v, obj);
      return bindNative(I, v, obj);
    },
  },
  getset: DESCRIPTOR_GETSET,
  methods: { __reduce__: reduceDescriptor },
};

export const CLASSMETHOD_DESCRIPTOR_SPEC: TypeSpec = {
  name: 'classmethod_descriptor',
  isFinal: true,
  slots: {
    repr: (_I, v: PyMethodDescriptor) => `<method '${v.name}' of '${v.owner.tpName}' objects>`,
    call: (I, v: PyClassMethodDescriptor, args, kw) => {
      const positional = args.length - (kw === null ? 0 : kw.length);
      if (positional < 1) return typeError(I, `descriptor '${v.name}' of '${v.owner.tpName}' object needs an argument`);
      const cls = args[0]!;
      if (!(cls instanceof PyType)) return needsType(I, v, cls);
      if (!isSubtype(cls, v.owner)) return needsSubtype(I, v, cls);
      return callNative(I, v, cls, args.slice(1), kw);
    },
    sizeOf: (I) => 9 * I.memory.pointerBytes,
    descrGet: (I, v: PyClassMethodDescriptor, obj, cls) => {
      const type = cls ?? typeOf(I, obj);
      if (!(type instanceof PyType)) return needsType(I, v, type);
      if (!isSubtype(type, v.owner)) return needsSubtype(I, v, type);
      return bindNative(I, v, type);
    },
  },
  getset: DESCRIPTOR_GETSET,
};

function needsType(I: Interp, v: PyMethodDescriptor, cls: Value): undefined {
  return typeError(
    I,
    `descriptor '${v.name}' for type '${v.owner.tpName}' needs a type, not a '${typeName(I, cls)}' as arg 2`,
  );
}

function needsSubtype(I: Interp, v: PyMethodDescriptor, cls: PyType): undefined {
  return typeError(I, `descriptor '${v.name}' requires a subtype of '${v.owner.tpName}' but received '${cls.tpName}'`);
}

function wrapperDoc(v: PyWrapperDescriptor): { doc?: string; signature?: string } {
  return { doc: v.spec.doc, signature: WRAPPER_BY_NAME.get(v.name)!.text };
}

export const WRAPPER_DESCRIPTOR_SPEC: TypeSpec = {
  name: 'wrapper_descriptor',
  isFinal: true,
  slots: {
    repr: (_I, v: PyWrapperDescriptor) => `<slot wrapper '${v.name}' of '${v.owner.tpName}' objects>`,
    call: (I, v: PyWrapperDescriptor, args, kw) => {
      const positional = args.length - (kw === null ? 0 : kw.length);
      if (positional < 1) return typeError(I, `descriptor '${v.name}' of '${v.owner.tpName}' object needs an argument`);
      const self = args[0]!;
      if (!isSubtype(typeOf(I, self), v.owner)) {
        return typeError(
          I,
          `descriptor '${v.name}' requires a '${v.owner.tpName}' object but received a '${typeName(I, self)}'`,
        );
      }
      return callNative(I, v, self, args.slice(1), kw);
    },
    sizeOf: (I) => 9 * I.memory.pointerBytes,
    descrGet: (I, v: PyWrapperDescriptor, obj, cls) => {
      if (isClassAccess(I, obj, cls)) return v;
      if (!isSubtype(typeOf(I, obj), v.owner)) return wrongObject(I, v, obj);
      return new PyMethodWrapper(I.typeFor(METHOD_WRAPPER_SPEC), v, obj);
    },
  },
  getset: {
    ...DESCRIPTOR_GETSET,
    __doc__: { get: (_I, v: PyWrapperDescriptor) => wrapperDoc(v).doc ?? null },
    __text_signature__: { get: (_I, v: PyWrapperDescriptor) => wrapperDoc(v).signature ?? null },
  },
  methods: { __reduce__: reduceDescriptor },
};

export const METHOD_WRAPPER_SPEC: TypeSpec = {
  name: 'method-wrapper',
  isFinal: true,
  slots: {
    repr: (I, v: PyMethodWrapper) =>
      `<method-wrapper '${v.descriptor.name}' of ${typeName(I, v.self)} object at ${addressOf(I, v.self)}>`,
    call: (I, v: PyMethodWrapper, args, kw) => callNative(I, v.descriptor, v.self, args, kw),
    compare: (I, op, a: PyMethodWrapper, b) => {
      if ((op !== 2 && op !== 3) || !(b instanceof PyMethodWrapper)) return I.NotImplemented;
      return (a.self === b.self && a.descriptor === b.descriptor) === (op === 2);
    },
    hash: (I, v: PyMethodWrapper) => (I.idOf(v.self) ^ nameHash(v.descriptor.name)) | 0 || 1,
    visit: (v: PyMethodWrapper, visit) => visit(v.self),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  getset: {
    ...commonGetset(
      (v: PyMethodWrapper) => wrapperDoc(v.descriptor),
      (v: PyMethodWrapper) => v.descriptor.name,
      (v: PyMethodWrapper) => v.descriptor.owner,
    ),
    __self__: { get: (_I, v: PyMethodWrapper) => v.self },
    __objclass__: { get: (_I, v: PyMethodWrapper) => v.descriptor.owner },
  },
  methods: {
    __reduce__: noArgs((I, v: PyMethodWrapper) =>
      newTuple(I, [I.builtins.getStr('getattr')!, newTuple(I, [v.self, v.descriptor.name])]),
    ),
  },
};
