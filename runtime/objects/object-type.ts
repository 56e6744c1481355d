/** The `object` type: what every object can do. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { noArgs, oneArg, raw, someArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import { MISSING } from './value.ts';
import type { Value } from './value.ts';
import { PyDict } from './dict.ts';
import { PyList, newList } from './list.ts';
import { PyTuple, newTuple } from './tuple.ts';
import type { PyModule } from './module.ts';
import { PyType, isSubtype, lookupInType } from './type.ts';
import { getOwn, instanceDict, newInstance, ownNames } from './instance.ts';
import type { Stored } from './instance.ts';
import { PyMember } from './descriptor.ts';
import { genericGetAttr, genericSetAttr, lookupAttr } from './attribute.ts';
import { callMethod, callUnbound0, lookupSpecial } from './call-special.ts';
import { compareIdentity } from './comparison.ts';
import { strByRepr } from './conversion.ts';
import { formatObject } from './format.ts';
import { solidBase } from './class-layout.ts';
import { PyMethodDescriptor } from './native-function.ts';
import { typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { addressOf } from './address.ts';
import { headerBytes } from './object-size.ts';
import { asInt, asStr } from './unwrap.ts';
import { reprTypeName } from './type-name.ts';

type R = Value | undefined;

function objectRepr(I: Interp, v: Value): string {
  return `<${reprTypeName(typeOf(I, v))} object at ${addressOf(I, v)}>`;
}

/** Slot `new` of object. */
export function objectNew(I: Interp, cls: PyType, args: Value[], _kw: readonly string[] | null): R {
  if (args.length > 0) {
    if (cls.slots.new !== objectNew)
      return typeError(I, 'object.__new__() takes exactly one argument (the type to instantiate)');
    if (cls.slots.init === objectInit) return typeError(I, `${cls.name}() takes no arguments`);
  }
  if (cls.isAbstract) return abstractError(I, cls);
  return cls.allocate === null || cls.allocate === allocateObject ? newInstance(I, cls) : cls.allocate(I, cls);
}

function allocateObject(I: Interp, cls: PyType): Value {
  return newInstance(I, cls);
}

function abstractError(I: Interp, cls: PyType): undefined {
  const set: any = cls.dict.getStr('__abstractmethods__');
  const names: string[] = abstractNames(set).sort();
  const plural = names.length > 1 ? 's' : '';
  return typeError(I, `Can't instantiate abstract class ${cls.name} with abstract method${plural} ${names.join(', ')}`);
}

/** The str elements of whatever `__abstractmethods__` was set to: a set, frozenset, list or tuple. */
function abstractNames(v: any): string[] {
  const items: any[] =
    v instanceof PyTuple || v instanceof PyList ? v.items.slice() : v?.keys instanceof Array ? v.keys : [];
  return items.filter((item) => typeof item === 'string');
}

/** Slot `init` of object: complains about arguments that nobody took. */
export function objectInit(I: Interp, self: Value, args: Value[], _kw: readonly string[] | null): null | undefined {
  if (args.length === 0) return null;
  const type = typeOf(I, self);
  if (type.slots.init !== objectInit) {
    return typeError(I, 'object.__init__() takes exactly one argument (the instance to initialize)');
  }
  if (type.slots.new === objectNew) {
    return typeError(I, `${type.name}.__init__() takes exactly one argument (the instance to initialize)`);
  }
  return null;
}

/** `obj.__class__ = cls`. */
function setClass(I: Interp, v: any, cls: Value | undefined): true | undefined {
  if (cls === undefined) return typeError(I, "can't delete __class__ attribute");
  if (!(cls instanceof PyType))
    return typeError(I, `__class__ must be set to a class, not '${typeName(I, cls)}' object`);
  const old = typeOf(I, v);
  const isModule = isSubtype(old, I.types.module) && isSubtype(cls, I.types.module);
  if (!isModule && (old.isBuiltin || cls.isBuiltin)) {
    return typeError(I, '__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  if (solidBase(old) !== solidBase(cls) && !sameSlots(old, cls)) return layoutDiffers(I, old, cls);
  if (!isModule && (old.hasDict !== cls.hasDict || old.hasWeakref !== cls.hasWeakref))
    return layoutDiffers(I, old, cls);
  const shape = v.shape;
  if (shape !== null && shape !== undefined) {
    if (shape.isDict) v.shape = cls.dictShape;
    else {
      let next = cls.rootShape;
      for (const name of shape.names()) next = next === null ? null : next.withAttribute(name);
      if (next === null && cls.hasDict) {
        instanceDict(I, v as Stored);
        next = cls.dictShape;
      }
      v.shape = next;
    }
  }
  v.cls = cls;
  return true;
}

function layoutDiffers(I: Interp, old: PyType, cls: PyType): undefined {
  return typeError(I, `__class__ assignment: '${cls.name}' object layout differs from '${old.name}'`);
}

function sameSlots(a: PyType, b: PyType): boolean {
  const members = (t: PyType): string =>
    t.dict
      .strKeys()
      .filter((k) => t.dict.getStr(k) instanceof PyMember)
      .join();
  const [x, y] = [solidBase(a), solidBase(b)];
  return !x.isBuiltin && !y.isBuiltin && x.base === y.base && members(x) === members(y);
}

/** Names found on the class and its bases, for `dir()`. */
export function collectClassNames(type: PyType, into: Set<string>): void {
  for (const base of type.bases) collectClassNames(base, into);
  for (const name of type.dict.strKeys()) into.add(name);
}

/** The slot members of a class and its bases that are set on `v`, mangled. */
function memberState(I: Interp, v: any): [string, Value][] {
  const found: [string, Value][] = [];
  for (const type of typeOf(I, v).mro) {
    for (const name of type.dict.strKeys()) {
      const member = type.dict.getStr(name);
      if (member instanceof PyMember && v.s?.[member.index] !== undefined) found.push([name, v.s[member.index]]);
    }
  }
  return found;
}

/** `object.__getstate__`: None, the attributes, or (attributes, slot members). */
function getState(I: Interp, v: any): Value {
  const type = typeOf(I, v);
  let state: Value = null;
  if (type.hasDict) {
    const names = ownNames(v);
    if (names.length > 0) {
      const dict = new PyDict(I.types.dict);
      for (const name of names) dict.setStr(I, name, getOwn(v, name)!);
      state = dict;
    }
  }
  const members = memberState(I, v);
  if (members.length === 0) return state;
  const slots = new PyDict(I.types.dict);
  for (const [name, value] of members) slots.setStr(I, name, value);
  return newTuple(I, [state, slots]);
}

/** r = [delivered, object, protocol, phase, arguments, keywords, state]: `copyreg.__reduce_ex__` for protocols 2 and up. */
export const REDUCE_KIND = new NativeKind('object.reduce', (I: Interp, f: Frame) => {
  const r = f.r;
  const v: Value = r[1];
  const type = typeOf(I, v);
  for (;;) {
    const got = r[0];
    r[0] = undefined;
    switch (r[3]) {
      case 0: {
        const fn = lookupInType(type, '__getnewargs_ex__');
        r[3] = fn === undefined ? 2 : 1;
        if (fn === undefined) break;
        const pair = callUnbound0(I, fn, v);
        if (pair === undefined) return undefined;
        r[0] = pair;
        break;
      }
      case 1: {
        if (!(got instanceof PyTuple) || got.items.length !== 2) {
          return typeError(I, `__getnewargs_ex__ should return a tuple, not '${typeName(I, got)}'`);
        }
        r[4] = got.items[0];
        r[5] = got.items[1];
        r[3] = 4;
        break;
      }
      case 2: {
        const fn = lookupInType(type, '__getnewargs__');
        r[3] = fn === undefined ? 4 : 3;
        if (fn === undefined) break;
        const args = callUnbound0(I, fn, v);
        if (args === undefined) return undefined;
        r[0] = args;
        break;
      }
      case 3: {
        if (!(got instanceof PyTuple))
          return typeError(I, `__getnewargs__ should return a tuple, not '${typeName(I, got)}'`);
        r[4] = got;
        r[3] = 4;
        break;
      }
      case 4: {
        r[3] = 5;
        const state = callMethod(I, v, '__getstate__', []);
        if (state === undefined) return undefined;
        r[0] = state;
        break;
      }
      case 5: {
        r[6] = got;
        r[3] = 6;
        const module = I.importModule('copyreg');
        if (module === undefined) return undefined;
        r[0] = module;
        break;
      }
      default:
        return reduction(I, v, r[4], r[5], r[6], got);
    }
  }
});

function reduction(I: Interp, v: Value, args: PyTuple | null, kwargs: Value, state: Value, copyreg: PyModule): R {
  const type = typeOf(I, v);
  const items = args === null ? [] : args.items;
  let make: Value;
  let makeArgs: Value;
  if (kwargs instanceof PyDict && kwargs.size > 0) {
    make = copyreg.dict.getStr('__newobj_ex__')!;
    makeArgs = newTuple(I, [type, newTuple(I, items), kwargs]);
  } else {
    make = copyreg.dict.getStr('__newobj__')!;
    makeArgs = newTuple(I, [type, ...items]);
  }
  let listItems: Value = null;
  let dictItems: Value = null;
  if (v instanceof PyList) listItems = type.slots.iter!(I, v) ?? null;
  if (v instanceof PyDict) {
    const items = callMethod(I, v, 'items', []);
    if (items === undefined) return undefined;
    dictItems = typeOf(I, items).slots.iter!(I, items) ?? null;
  }
  return newTuple(I, [make, makeArgs, state, listItems, dictItems]);
}

/** r = [delivered module, object, protocol, phase]: protocols 0 and 1, done by copyreg. */
export const REDUCE_OLD_KIND = new NativeKind('object.reduceOld', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[3] === 1) return r[0];
  const copyreg: PyModule = r[0];
  r[0] = undefined;
  r[3] = 1;
  return I.call(copyreg.dict.getStr('_reduce_ex')!, [r[1], r[2]]);
});

function reduce(I: Interp, v: Value, protocol: number): R {
  if (protocol >= 2) {
    const type = typeOf(I, v);
    if (type.slots.new === null) return typeError(I, `cannot pickle '${type.tpName}' object`);
    return I.enter(REDUCE_KIND, [undefined, v, protocol, 0, null, null, null]);
  }
  const entry = I.frame;
  const module = I.importModule('copyreg');
  if (module === undefined) return I.then(entry, REDUCE_OLD_KIND, [undefined, v, protocol, 0]);
  return I.call((module as PyModule).dict.getStr('_reduce_ex')!, [v, protocol]);
}

/** r = [delivered `__dict__`, object]: names for `dir()`. */
export const DIR_KIND = new NativeKind('object.dir', (I: Interp, f: Frame) => dirNames(I, f.r[1], f.r[0]));

function dirNames(I: Interp, v: Value, dict: any): Value {
  const names = new Set<string>();
  if (dict instanceof PyDict) for (const name of dict.strKeys()) names.add(name);
  collectClassNames(typeOf(I, v), names);
  return newList(I, [...names]);
}

export const OBJECT_SPEC: TypeSpec = {
  name: 'object',
  doc:
    'The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n' +
    'instance that has no instance attributes and cannot be given any.\n',
  slots: {
    repr: objectRepr,
    str: strByRepr,
    hash: (I, v) => I.idOf(v) / 16,
    getattr: genericGetAttr,
    setattr: genericSetAttr,
    compare: compareIdentity,
    new: objectNew,
    init: objectInit,
    sizeOf: (I) => 2 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, v) => reduce(I, v, 0)),
    __reduce_ex__: oneArg((I, v, protocol) => {
      const n = asInt(protocol);
      if (n === undefined) return typeError(I, `'${typeName(I, protocol)}' object cannot be interpreted as an integer`);
      const custom = lookupSpecial(I, v, '__reduce__');
      const isDefault = custom instanceof PyMethodDescriptor && custom.owner === I.types.object;
      return isDefault ? reduce(I, v, Number(n)) : callMethod(I, v, '__reduce__', []);
    }),
    __getstate__: noArgs(getState),
    __format__: oneArg((I, v, spec) => {
      const text = asStr(spec);
      if (text === undefined) return typeError(I, `__format__() argument must be str, not ${typeName(I, spec)}`);
      return formatObject(I, v, text);
    }),
    __sizeof__: noArgs((I, v) => {
      const type = typeOf(I, v);
      const slot = type.slots.sizeOf;
      return slot === null ? 2 * I.memory.pointerBytes : slot(I, v) - headerBytes(I, type);
    }),
    __dir__: noArgs((I, v) => {
      const entry = I.frame;
      const dict = lookupAttr(I, v, '__dict__');
      if (dict === undefined) return I.then(entry, DIR_KIND, [undefined, v]);
      return dirNames(I, v, dict === MISSING ? null : dict);
    }),
  },
  classMethods: {
    __init_subclass__: raw((I, cls, args, kw) => {
      if (kw !== null && kw.length > 0)
        return typeError(I, `${(cls as PyType).name}.__init_subclass__() takes no keyword arguments`);
      if (args.length > 0) return typeError(I, `object.__init_subclass__() takes no arguments (${args.length} given)`);
      return null;
    }, 'This method is called when a class is subclassed.'),
    __subclasshook__: someArgs(
      0,
      -1,
      (I) => I.NotImplemented,
      'Abstract classes can override this to customize issubclass().',
    ),
  },
  getset: {
    __class__: { get: (I, v) => typeOf(I, v), set: setClass, doc: "the object's class" },
  },
  allocate: allocateObject,
  kinds: [REDUCE_KIND, REDUCE_OLD_KIND, DIR_KIND],
};
