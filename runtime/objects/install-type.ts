/**
 * Makes Python types from TypeSpecs: inherits slots, fills the namespace with method descriptors, computed attributes and the special
 * methods that stand for the type's own slots.
 *
 * `type`, `object` and `dict` need each other before any of them is complete: `installCoreTypes` makes the three empty ones, then fills them.
 * Everything else is installed on demand: a base before what derives from it, a descriptor's type before the first namespace that has one.
 */
import type { BuiltinTypes, Interp } from './interp.ts';
import type { TypeSpec } from './native.ts';
import { raw } from './native.ts';
import { BINARY_OPERATORS } from '../bytecode/opcode.ts';
import { PyDict } from './dict.ts';
import type { Value } from './value.ts';
import { PyType, SlotTable, isSubtype } from './type.ts';
import { makeShapes } from './shape.ts';
import { linearize } from './mro.ts';
import { INPLACE } from './arithmetic.ts';
import { genericGetAttr, genericSetAttr } from './attribute.ts';
import { hashNotImplemented } from './comparison.ts';
import { PyGetSet, PyStaticMethod } from './descriptor.ts';
import { PyClassMethodDescriptor, PyMethodDescriptor, PyNative, PyWrapperDescriptor } from './native-function.ts';
import { SLOT_WRAPPERS, callSlotWrapper } from './slot-wrappers.ts';
import type { SlotWrapper } from './slot-wrappers.ts';
import {
  CLASSMETHOD_DESCRIPTOR_SPEC,
  METHOD_DESCRIPTOR_SPEC,
  NATIVE_SPEC,
  WRAPPER_DESCRIPTOR_SPEC,
} from './native-function-type.ts';
import { GETSET_SPEC } from './member-type.ts';
import { STATICMETHOD_SPEC } from './staticmethod.ts';
import { typeError } from './raise.ts';
import { typeName } from './type-of.ts';
import { HAS_DOCSTRINGS } from '../base/build-constants.ts';

/** Fields of BuiltinTypes that hold one type each. */
const NAMED_TYPES: readonly string[] = (
  'int bool float complex str bytes bytearray list tuple set frozenset range slice NoneType function method ' +
  'builtin_function_or_method module cell code generator coroutine async_generator property staticmethod classmethod super ' +
  'traceback frame BaseException'
).split(' ');

/** Types that sequence patterns and mapping patterns of the match statement take. */
const SEQUENCES: readonly string[] = ['list', 'tuple', 'range', 'memoryview', 'array.array', 'collections.deque'];
const MAPPINGS: readonly string[] = ['dict', 'mappingproxy'];

/** Types whose exact instances can be referenced weakly. */
const WEAKLY_REFERABLE: readonly string[] = (
  'type function method builtin_function_or_method module code set frozenset generator coroutine async_generator memoryview ' +
  'array.array collections.deque types.GenericAlias re.Pattern'
).split(' ');

/** What an interpreter's `types` starts as: the fields are filled while types are installed. */
export function emptyBuiltinTypes(): BuiltinTypes {
  return { exceptions: {}, byName: new Map<string, PyType>() } as BuiltinTypes;
}

/** Called with each new type before anything else happens to it, so that `I.typeFor` finds it. */
export type RegisterType = (spec: TypeSpec, type: PyType) => void;

/**
 * Makes `type`, `object` and `dict`, without their namespaces. `I.types` must be `emptyBuiltinTypes()`; afterwards `I.typeFor` may call
 * `installType` for any other spec.
 */
export function installCoreTypes(
  I: Interp,
  specs: { readonly type: TypeSpec; readonly object: TypeSpec; readonly dict: TypeSpec },
  register: RegisterType,
): void {
  const unset = null as unknown as PyType;
  const make = (spec: TypeSpec): PyType => new PyType(unset, spec.name, spec, true, new PyDict(unset), new SlotTable());
  const type = make(specs.type);
  const object = make(specs.object);
  const dict = make(specs.dict);
  I.types.type = type;
  I.types.object = object;
  I.types.dict = dict;
  for (const t of [object, type, dict]) {
    t.cls = type;
    t.dict.cls = dict;
    register(t.spec, t);
    I.types.byName.set(t.name, t);
    linkBase(t, t === object ? null : object);
  }
}

/** Fills the namespaces of the three core types, and gives ExceptionGroup its second base. Call it when all types are there. */
export function finishCoreTypes(I: Interp): void {
  for (const t of [I.types.object, I.types.type, I.types.dict]) fillNamespace(I, t);
  const { ExceptionGroup: group, Exception: exception } = I.types.exceptions;
  group!.bases = [group!.base!, exception!];
  group!.mro = [group!, ...(linearize(group!.bases) as PyType[])];
  exception!.subclasses.push(group!);
  // Look-ups made while types were being installed may have missed what came later.
  for (const t of I.types.byName.values()) t.lookupCache.clear();
}

/** Makes the type of `spec`; bases and descriptor types come from `I.typeFor`, which calls this the first time it meets a spec. */
export function installType(I: Interp, spec: TypeSpec, register: RegisterType): PyType {
  const base = spec.base === undefined ? I.types.object : I.typeFor(spec.base);
  const type = new PyType(I.types.type, spec.name, spec, true, new PyDict(I.types.dict), new SlotTable());
  register(spec, type);
  const inBuiltins = spec.module === undefined || spec.module === 'builtins';
  type.tpName = inBuiltins ? spec.name : `${spec.module}.${spec.name}`;
  if (spec.qualname !== undefined) type.qualname = spec.qualname;
  I.types.byName.set(type.tpName, type);
  if (inBuiltins) {
    if (NAMED_TYPES.includes(spec.name)) (I.types as any)[spec.name] = type;
    if (
      spec.name === 'BaseException' ||
      (I.types.BaseException !== undefined && isSubtype(base, I.types.BaseException))
    ) {
      I.types.exceptions[spec.name] = type;
    }
  }
  linkBase(type, base);
  fillNamespace(I, type);
  return type;
}

function linkBase(type: PyType, base: PyType | null): void {
  const spec = type.spec;
  if (base !== null) {
    type.base = base;
    type.bases = [base];
    type.mro = [type, ...base.mro];
    base.subclasses.push(type);
    copySlots(type.slots, base.slots);
    if (base.base === null) type.slots.new = null;
  } else type.mro = [type];
  const own = spec.slots ?? {};
  for (const key of Object.keys(own)) (type.slots as any)[key] = (own as any)[key];
  if (own.compare !== undefined && own.hash === undefined && base !== null) type.slots.hash = hashNotImplemented;
  if (spec.binary !== undefined) {
    const binary = type.slots.binary.slice();
    for (const text of Object.keys(spec.binary)) binary[operatorIndex(text)] = spec.binary[text]!;
    type.slots.binary = binary;
  }
  type.hasPlainGetattr = type.slots.getattr === genericGetAttr;
  type.hasPlainSetattr = type.slots.setattr === genericSetAttr;
  type.isFinal = spec.isFinal === true;
  type.allocate = spec.allocate ?? (base === null ? null : base.allocate);
  type.matchSelf = spec.matchSelf === true || (base !== null && base.matchSelf);
  type.matchSequence = SEQUENCES.includes(type.tpName) || (base !== null && base.matchSequence);
  type.matchMapping = MAPPINGS.includes(type.tpName) || (base !== null && base.matchMapping);
  type.hasDict = spec.hasDict === true || (base !== null && base.hasDict);
  type.hasWeakref = WEAKLY_REFERABLE.includes(type.tpName) || (base !== null && base.hasWeakref);
  makeShapes(type);
}

/** Copies every slot of `from`. */
export function copySlots(to: SlotTable, from: SlotTable): void {
  for (const key of Object.keys(to)) (to as any)[key] = (from as any)[key];
}

function operatorIndex(text: string): number {
  const plain = (BINARY_OPERATORS as readonly string[]).indexOf(text);
  return plain >= 0 ? plain : INPLACE + (BINARY_OPERATORS as readonly string[]).indexOf(text.slice(0, -1));
}

function fillNamespace(I: Interp, type: PyType): void {
  const spec = type.spec;
  const dict = type.dict;
  const put = (name: string, value: Value): void => dict.setStr(I, name, value);
  const own: any = spec.slots ?? {};
  for (const wrapper of SLOT_WRAPPERS)
    if (hasOwnSlot(spec, own, wrapper)) put(wrapper.name, wrapperDescriptor(I, type, wrapper));
  if (type.slots.hash === hashNotImplemented) put('__hash__', null);
  if (type.slots.new !== null && own.new !== undefined) put('__new__', newFunction(I, type));
  for (const [name, native] of entries(spec.methods)) {
    put(name, new PyMethodDescriptor(I.typeFor(METHOD_DESCRIPTOR_SPEC), name, native, type));
  }
  for (const [name, native] of entries(spec.classMethods)) {
    put(name, new PyClassMethodDescriptor(I.typeFor(CLASSMETHOD_DESCRIPTOR_SPEC), name, native, type));
  }
  for (const [name, native] of entries(spec.staticMethods)) {
    const fn = new PyNative(I.typeFor(NATIVE_SPEC), name, native, type, type, null);
    put(name, new PyStaticMethod(I.typeFor(STATICMETHOD_SPEC), fn));
  }
  for (const [name, getset] of entries(spec.getset))
    put(name, new PyGetSet(I.typeFor(GETSET_SPEC), name, getset, type));
  for (const [name, value] of entries(spec.attributes)) put(name, value);
  if (dict.getStr('__doc__') === undefined) put('__doc__', HAS_DOCSTRINGS && spec.doc !== undefined ? spec.doc : null);
}

function hasOwnSlot(spec: TypeSpec, own: any, wrapper: SlotWrapper): boolean {
  if (!wrapper.slot.startsWith('binary')) return own[wrapper.slot] !== undefined;
  if (spec.binary === undefined) return false;
  const op = Number(wrapper.slot.slice(6));
  const text = op < INPLACE ? BINARY_OPERATORS[op]! : BINARY_OPERATORS[op - INPLACE] + '=';
  if (spec.binary[text] === undefined) return false;
  // Concatenation of sequences has no reflected form.
  return !(wrapper.name === '__radd__' && own.len !== undefined && own.getitem !== undefined);
}

function wrapperDescriptor(I: Interp, type: PyType, wrapper: SlotWrapper): PyWrapperDescriptor {
  const native = raw(
    (interp, self, args, kw) => callSlotWrapper(interp, wrapper, type.slots, self, args, kw),
    HAS_DOCSTRINGS ? wrapper.doc : undefined,
  );
  return new PyWrapperDescriptor(I.typeFor(WRAPPER_DESCRIPTOR_SPEC), wrapper.name, native, type, wrapper.slot);
}

/** The `__new__` of a built-in type: a function that takes the class to instantiate first. */
function newFunction(I: Interp, type: PyType): PyNative {
  const native = raw((interp, _self, args, kw) => {
    const [cls, ...rest] = args;
    const positional = args.length - (kw === null ? 0 : kw.length);
    if (positional < 1) return typeError(interp, `${type.tpName}.__new__(): not enough arguments`);
    if (!(cls instanceof PyType)) {
      return typeError(interp, `${type.tpName}.__new__(X): X is not a type object (${typeName(interp, cls!)})`);
    }
    if (!isSubtype(cls, type)) {
      return typeError(
        interp,
        `${type.tpName}.__new__(${cls.tpName}): ${cls.tpName} is not a subtype of ${type.tpName}`,
      );
    }
    let solid: PyType = cls;
    while (!solid.isBuiltin) solid = solid.base!;
    if (solid.slots.new !== type.slots.new) {
      return typeError(interp, `${type.tpName}.__new__(${cls.tpName}) is not safe, use ${solid.tpName}.__new__()`);
    }
    return type.slots.new!(interp, cls, rest, kw);
  }, 'Create and return a new object.  See help(type) for accurate signature.');
  return new PyNative(I.typeFor(NATIVE_SPEC), '__new__', native, type, type, null);
}

function entries<T>(table: Readonly<Record<string, T>> | undefined): [string, T][] {
  return table === undefined ? [] : Object.entries(table);
}
