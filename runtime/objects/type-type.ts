/** The `type` type: calling classes, their attributes, and `isinstance` by default. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { noArgs, oneArg, raw } from './native.ts';
import type { GetSetSpec, TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import { PyDict } from './dict.ts';
import { newList } from './list.ts';
import { PyTuple, newTuple } from './tuple.ts';
import { PyType, isSubtype, lookupInType, touchType } from './type.ts';
import { assignBases } from './bases-assignment.ts';
import { typeGetAttr, typeSetAttr } from './attribute.ts';
import { afterTypeChange, checkInitResult, fillClassSlots, pythonInit } from './class-slots.ts';
import { callUnboundKw } from './call-special.ts';
import { typeNew, TYPE_NEW_KIND, CALL_INIT_SUBCLASS_KIND, defaultMro } from './type-creation.ts';
import { collectClassNames, objectInit, objectNew } from './object-type.ts';
import { truth } from './conversion.ts';
import { defaultInstanceCheck, defaultSubclassCheck } from './type-check.ts';
import { PyMappingProxy } from './mapping-proxy.ts';
import { MAPPING_PROXY_SPEC } from './mapping-proxy-type.ts';
import { PyGenericAlias, PyUnion } from './generic-alias.ts';
import { makeUnion } from './union-type.ts';
import { attributeErrorWith, typeError, valueError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { reprTypeName, typeModule } from './type-name.ts';
import { asStr } from './unwrap.ts';

type R = Value | undefined;

/**
 * Slot `call` of types: makes an instance. `type(x)` is the one call that does not.
 * Phases of TYPE_CALL_KIND: 0 gets what `__new__` made, 1 the end of `__init__`.
 */
export function typeCall(I: Interp, type: PyType, args: Value[], kw: readonly string[] | null): R {
  if (type === I.types.type) {
    const nkw = kw === null ? 0 : kw.length;
    if (args.length === 1 && nkw === 0) return typeOf(I, args[0]!);
    if (args.length - nkw !== 3) return typeError(I, 'type() takes 1 or 3 arguments');
  }
  const make = type.slots.new;
  if (make === null) return typeError(I, `cannot create '${type.tpName}' instances`);
  const entry = I.frame;
  const obj = make(I, type, args, kw);
  if (obj === undefined) return I.then(entry, TYPE_CALL_KIND, [undefined, type, args, kw, null, 0]);
  const own = typeOf(I, obj);
  if (own !== type && !isSubtype(own, type)) return obj;
  const init = own.slots.init;
  if (init === null || (init === objectInit && make !== objectNew)) return obj;
  if (init === pythonInit) {
    // What `__init__` returned is checked by the frame that returns the instance.
    const result = callUnboundKw(I, lookupInType(own, '__init__')!, obj, args, kw);
    if (result === undefined) return I.then(entry, INSTANCE_KIND, [undefined, obj]);
    return checkInitResult(I, result) === undefined ? undefined : obj;
  }
  if (init(I, obj, args, kw) === undefined) return I.then(entry, TYPE_CALL_KIND, [undefined, type, args, kw, obj, 1]);
  return obj;
}

/** r = [delivered result of `__init__`, instance]. */
export const INSTANCE_KIND = new NativeKind('type.instance', (I: Interp, f: Frame) =>
  f.r[0] === null ? f.r[1] : checkInitResult(I, f.r[0]),
);

/** r = [delivered, type, arguments, keywords, instance, phase]. */
export const TYPE_CALL_KIND = new NativeKind('type.call', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[5] === 1) return r[4];
  const obj: Value = r[0];
  r[0] = undefined;
  const own = typeOf(I, obj);
  if (!isSubtype(own, r[1])) return obj;
  r[4] = obj;
  r[5] = 1;
  const init = own.slots.init;
  if (init === null || init === objectInit) return obj;
  return init(I, obj, r[2], r[3]) === undefined ? undefined : obj;
});

/** Setting such an attribute of a built-in type, or deleting it, is an error. */
function checkAssignable(I: Interp, type: PyType, name: string, value: Value | undefined): true | undefined {
  if (type.isBuiltin) return typeError(I, `cannot set '${name}' attribute of immutable type '${type.tpName}'`);
  if (value === undefined) return typeError(I, `cannot delete '${name}' attribute of immutable type '${type.name}'`);
  return true;
}

function nameAttribute(name: '__name__' | '__qualname__'): GetSetSpec {
  return {
    get: (_I, type: PyType) => (name === '__name__' ? type.name : type.qualname),
    set: (I, type: PyType, value) => {
      if (checkAssignable(I, type, name, value) === undefined) return undefined;
      const text = asStr(value!);
      if (text === undefined)
        return typeError(I, `can only assign string to ${type.name}.${name}, not '${typeName(I, value!)}'`);
      if (name === '__qualname__') type.qualname = text;
      else {
        if (text.includes('\0')) return valueError(I, 'type name must not contain null characters');
        type.name = text;
        type.tpName = text;
      }
      return true;
    },
  };
}

/** An entry of the namespace that reads as an attribute; missing: `get` says what. */
function setInNamespace(I: Interp, type: PyType, name: string, value: Value): true {
  type.dict.setStr(I, name, value);
  touchType(type);
  return true;
}

/** r = [delivered truth, type]. */
export const ABSTRACT_KIND = new NativeKind('type.abstractMethods', (_I: Interp, f: Frame) => {
  f.r[1].isAbstract = f.r[0];
  return true;
});

/** `int | str`. */
function unionOr(I: Interp, a: Value, b: Value): R {
  return isUnionMember(I, a) && isUnionMember(I, b) ? makeUnion(I, [a, b]) : I.NotImplemented;
}

function isUnionMember(_I: Interp, v: Value): boolean {
  return v === null || v instanceof PyType || v instanceof PyGenericAlias || v instanceof PyUnion;
}

const readOnly = (get: (I: Interp, type: PyType) => Value): GetSetSpec => ({
  get,
  set: (I, type: PyType) => attributeErrorWith(I, 'readonly attribute', type, ''),
});

export const TYPE_SPEC: TypeSpec = {
  name: 'type',
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  slots: {
    repr: (_I, type: PyType) => `<class '${reprTypeName(type)}'>`,
    call: typeCall,
    getattr: typeGetAttr,
    setattr: (I, type: PyType, name, value) => typeSetAttr(I, type, name, value, afterTypeChange),
    new: typeNew,
    init: (I, _type, args, kw) => {
      const positional = args.length - (kw === null ? 0 : kw.length);
      if (positional !== 1 && positional !== 3) return typeError(I, 'type.__init__() takes 1 or 3 arguments');
      return null;
    },
    visit: (type: PyType, visit) => {
      visit(type.dict);
      type.mro.forEach(visit);
    },
    sizeOf: (I, type: PyType) => (type.isBuiltin ? 53 : 211) * I.memory.pointerBytes,
  },
  binary: { '|': unionOr },
  methods: {
    mro: noArgs((I, type: PyType) => {
      const order = type.isBuiltin ? type.mro : defaultMro(I, type);
      return order === undefined ? undefined : newList(I, order.slice());
    }),
    __subclasses__: noArgs((I, type: PyType) => newList(I, type.subclasses.slice())),
    __instancecheck__: oneArg((I, type: PyType, v) => defaultInstanceCheck(I, v, type)),
    __subclasscheck__: oneArg((I, type: PyType, sub) => defaultSubclassCheck(I, sub, type)),
    __dir__: noArgs((I, type: PyType) => {
      const names = new Set<string>();
      collectClassNames(type, names);
      return newList(I, [...names]);
    }),
  },
  classMethods: {
    __prepare__: raw((I) => new PyDict(I.types.dict), 'Create the namespace for the class statement.'),
  },
  getset: {
    __name__: nameAttribute('__name__'),
    __qualname__: nameAttribute('__qualname__'),
    __module__: {
      get: (I, type: PyType) => {
        const module = typeModule(type);
        return module === null && !type.isBuiltin && type.dict.getStr('__module__') === undefined
          ? attributeErrorWith(I, '__module__', type, '__module__')
          : module;
      },
      set: (I, type: PyType, value) =>
        checkAssignable(I, type, '__module__', value) === undefined
          ? undefined
          : setInNamespace(I, type, '__module__', value!),
    },
    __bases__: {
      get: (I, type: PyType) => newTuple(I, type.bases.slice()),
      set: (I, type: PyType, value) => {
        if (checkAssignable(I, type, '__bases__', value) === undefined) return undefined;
        if (!(value instanceof PyTuple)) {
          return typeError(I, `can only assign tuple to ${type.name}.__bases__, not ${typeName(I, value!)}`);
        }
        return assignBases(I, type, value.items, fillClassSlots);
      },
    },
    __base__: readOnly((_I, type) => type.base),
    __mro__: readOnly((I, type) => newTuple(I, type.mro.slice())),
    __dict__: { get: (I, type: PyType) => new PyMappingProxy(I.typeFor(MAPPING_PROXY_SPEC), type.dict) },
    __doc__: {
      get: (I, type: PyType) => {
        const doc = type.dict.getStr('__doc__');
        if (doc === undefined) return null;
        const get = typeOf(I, doc).slots.descrGet;
        return get === null ? doc : get(I, doc, null, type);
      },
      set: (I, type: PyType, value) =>
        checkAssignable(I, type, '__doc__', value) === undefined
          ? undefined
          : setInNamespace(I, type, '__doc__', value!),
    },
    __abstractmethods__: {
      get: (I, type: PyType) => {
        const names = type === I.types.type ? undefined : type.dict.getStr('__abstractmethods__');
        return names ?? attributeErrorWith(I, '__abstractmethods__', type, '__abstractmethods__');
      },
      set: (I, type: PyType, value) => {
        if (value === undefined) {
          if (!type.dict.deleteStr('__abstractmethods__')) {
            return attributeErrorWith(I, '__abstractmethods__', type, '__abstractmethods__');
          }
          type.isAbstract = false;
          touchType(type);
          return true;
        }
        setInNamespace(I, type, '__abstractmethods__', value);
        const entry = I.frame;
        const isAbstract = truth(I, value);
        if (isAbstract === undefined) return I.then(entry, ABSTRACT_KIND, [undefined, type]);
        type.isAbstract = isAbstract;
        return true;
      },
    },
    __annotations__: {
      get: (I, type: PyType) => {
        if (type.isBuiltin)
          return attributeErrorWith(
            I,
            `type object '${type.name}' has no attribute '__annotations__'`,
            type,
            '__annotations__',
          );
        const known = type.dict.getStr('__annotations__');
        if (known !== undefined) {
          const get = typeOf(I, known).slots.descrGet;
          return get === null ? known : get(I, known, null, type);
        }
        const made = new PyDict(I.types.dict);
        setInNamespace(I, type, '__annotations__', made);
        return made;
      },
      set: (I, type: PyType, value) => {
        if (type.isBuiltin)
          return typeError(I, `cannot set '__annotations__' attribute of immutable type '${type.tpName}'`);
        if (value !== undefined) return setInNamespace(I, type, '__annotations__', value);
        if (!type.dict.deleteStr('__annotations__'))
          return attributeErrorWith(I, '__annotations__', type, '__annotations__');
        touchType(type);
        return true;
      },
    },
    __text_signature__: { get: () => null },
    __flags__: readOnly((I, type) => typeFlags(I, type)),
    __basicsize__: readOnly(
      (I, type) => (2 + (type.hasDict ? 1 : 0) + (type.hasWeakref ? 1 : 0) + type.slotCount) * I.memory.pointerBytes,
    ),
    __itemsize__: readOnly(() => 0),
    __dictoffset__: readOnly((I, type) => (type.hasDict ? 2 * I.memory.pointerBytes : 0)),
    __weakrefoffset__: readOnly((I, type) => (type.hasWeakref ? 3 * I.memory.pointerBytes : 0)),
  },
  kinds: [TYPE_CALL_KIND, INSTANCE_KIND, TYPE_NEW_KIND, CALL_INIT_SUBCLASS_KIND, ABSTRACT_KIND],
};

/** The flags of `type.__flags__` that programs look at, CPython's bits. */
function typeFlags(I: Interp, type: PyType): number {
  const has = (t: PyType | undefined): boolean => t !== undefined && isSubtype(type, t);
  let flags = 0x1000; // ready
  if (type.isBuiltin)
    flags |= 0x100; // immutable
  else flags |= 0x200; // heap type
  if (!type.isFinal) flags |= 0x400; // base type
  if (type.isAbstract) flags |= 0x100000;
  if (type.matchSequence) flags |= 0x20;
  if (type.matchMapping) flags |= 0x40;
  const t = I.types;
  const kinds: [PyType, number][] = [
    [t.int, 0x1000000],
    [t.list, 0x2000000],
    [t.tuple, 0x4000000],
    [t.bytes, 0x8000000],
    [t.str, 0x10000000],
    [t.dict, 0x20000000],
    [t.BaseException, 0x40000000],
    [t.type, 0x80000000],
  ];
  for (const [kind, bit] of kinds) if (has(kind)) flags += bit;
  return flags;
}
