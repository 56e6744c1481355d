/**
 * `type(name, bases, namespace, **kw)`: making a Python class.
 *
 * Everything up to the finished type object happens at once; what may call Python is TYPE_NEW_KIND's: a metaclass's `mro()`, the
 * `__set_name__` of each attribute, `__init_subclass__` of the bases.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { PyException } from './exception.ts';
import { PyCell } from './value.ts';
import type { Value } from './value.ts';
import { PyDict } from './dict.ts';
import { PyList } from './list.ts';
import { PyTuple } from './tuple.ts';
import { PyFunction } from './function.ts';
import { PyClassMethod, PyGetSet, PyMember, PyStaticMethod } from './descriptor.ts';
import { PyMethodDescriptor } from './native-function.ts';
import { PyType, SlotTable, isSubtype, lookupInType } from './type.ts';
import { makeShapes } from './shape.ts';
import { linearize } from './mro.ts';
import { bestBase, calculateMetaclass, readSlotNames } from './class-layout.ts';
import type { SlotNames } from './class-layout.ts';
import { isVariableSize } from './class-layout.ts';
import { fillClassSlots } from './class-slots.ts';
import { callUnbound0, callUnbound2, lookupSpecial } from './call-special.ts';
import { INSTANCE_DICT, INSTANCE_WEAKREF } from './instance-getset.ts';
import { GETSET_SPEC, MEMBER_SPEC } from './member-type.ts';
import { repr } from './conversion.ts';
import { typeError, valueError } from './raise.ts';
import { makeException } from './exception.ts';
import { typeName, typeOf } from './type-of.ts';
import { asStr } from './unwrap.ts';

type R = Value | undefined;

/** Slot `new` of `type`. */
export function typeNew(I: Interp, meta: PyType, args: Value[], kw: readonly string[] | null): R {
  const nkw = kw === null ? 0 : kw.length;
  const positional = args.length - nkw;
  if (positional !== 3) return typeError(I, `type.__new__() takes exactly 3 arguments (${positional} given)`);
  const name = asStr(args[0]!);
  const bases = args[1]!;
  const namespace = args[2]!;
  if (name === undefined) return typeError(I, `type.__new__() argument 1 must be str, not ${typeName(I, args[0]!)}`);
  if (!(bases instanceof PyTuple))
    return typeError(I, `type.__new__() argument 2 must be tuple, not ${typeName(I, bases)}`);
  if (!(namespace instanceof PyDict))
    return typeError(I, `type.__new__() argument 3 must be dict, not ${typeName(I, namespace)}`);
  for (const base of bases.items) {
    if (!(base instanceof PyType) && lookupSpecial(I, base, '__mro_entries__') !== undefined) {
      return typeError(I, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  const winner = calculateMetaclass(I, meta, bases.items);
  if (winner === undefined) return undefined;
  if (winner !== meta && winner.slots.new !== typeNew) return winner.slots.new!(I, winner, args, kw);
  const type = makeClass(I, winner, name, bases.items, namespace);
  if (type === undefined) return undefined;
  const extra = args.slice(3);
  return I.enter(TYPE_NEW_KIND, [undefined, type, extra, kw, Phase.MRO, null, 0]);
}

/** Makes the type object up to its MRO. */
function makeClass(
  I: Interp,
  meta: PyType,
  name: string,
  bases: readonly Value[],
  namespace: PyDict,
): PyType | undefined {
  const base = bases.length === 0 ? I.types.object : bestBase(I, bases);
  if (base === undefined) return undefined;
  if (name.includes('\0')) return valueError(I, 'type name must not contain null characters');
  const dict = new PyDict(I.types.dict);
  dict.copyFrom(namespace);
  let slotNames: SlotNames | null = null;
  const slotsValue = dict.getStr('__slots__');
  if (slotsValue !== undefined) {
    const items = slotItems(I, slotsValue);
    if (items === undefined) return undefined;
    slotNames = readSlotNames(I, name, base, items, (n) => dict.getStr(n) !== undefined) ?? null;
    if (slotNames === null) return undefined;
  }
  const type = new PyType(meta, name, base.spec, false, dict, new SlotTable());
  type.base = base;
  type.bases = bases.length === 0 ? [base] : (bases.slice() as PyType[]);
  type.allocate = base.allocate;
  type.matchSelf = base.matchSelf;
  type.matchSequence = type.bases.some((b) => b.matchSequence);
  type.matchMapping = type.bases.some((b) => b.matchMapping);
  const isFixedSize = !isVariableSize(base);
  const othersHaveDict = type.bases.some((b) => b.hasDict);
  const othersHaveWeakref = type.bases.some((b) => b.hasWeakref);
  type.hasDict = base.hasDict || slotNames === null || slotNames.hasDict || othersHaveDict;
  type.hasWeakref = base.hasWeakref || (slotNames === null ? isFixedSize : slotNames.hasWeakref) || othersHaveWeakref;
  type.slotCount = base.slotCount + (slotNames === null ? 0 : slotNames.names.length);
  makeShapes(type);
  I.bytesLeft -= 133 * I.memory.pointerBytes;
  return prepareNamespace(I, type, slotNames) === undefined ? undefined : type;
}

/** The items of `__slots__`: one str, or a container of them. */
function slotItems(I: Interp, v: Value): readonly Value[] | undefined {
  if (asStr(v) !== undefined) return [v];
  if (v instanceof PyTuple || v instanceof PyList) return v.items;
  if (v instanceof PyDict) return v.strKeys();
  const items = (v as any)?.toArray?.() as Value[] | undefined;
  return items ?? typeError(I, `'${typeName(I, v)}' object is not iterable`);
}

function prepareNamespace(I: Interp, type: PyType, slotNames: SlotNames | null): true | undefined {
  const dict = type.dict;
  const qualname = dict.getStr('__qualname__');
  if (qualname !== undefined) {
    const text = asStr(qualname);
    if (text === undefined) return typeError(I, `type __qualname__ must be a str, not ${typeName(I, qualname)}`);
    type.qualname = text;
    dict.deleteStr('__qualname__');
  }
  if (dict.getStr('__module__') === undefined) {
    const module = I.currentGlobals().getStr('__name__');
    if (module !== undefined) dict.setStr(I, '__module__', module);
  }
  const make = dict.getStr('__new__');
  if (make instanceof PyFunction) dict.setStr(I, '__new__', new PyStaticMethod(I.types.staticmethod, make));
  for (const name of ['__init_subclass__', '__class_getitem__']) {
    const fn = dict.getStr(name);
    if (fn instanceof PyFunction) dict.setStr(I, name, new PyClassMethod(I.types.classmethod, fn));
  }
  const base = type.base!;
  if (slotNames !== null) {
    slotNames.names.forEach((name, i) => {
      dict.setStr(I, name, new PyMember(I.typeFor(MEMBER_SPEC), name, base.slotCount + i, type));
    });
  }
  // Classes and modules have one of their own kind, which their base shows.
  if (type.hasDict && !base.hasDict && lookupInType(base, '__dict__') === undefined) {
    dict.setStr(I, '__dict__', new PyGetSet(I.typeFor(GETSET_SPEC), '__dict__', INSTANCE_DICT, type));
  }
  if (type.hasWeakref && !base.hasWeakref) {
    dict.setStr(I, '__weakref__', new PyGetSet(I.typeFor(GETSET_SPEC), '__weakref__', INSTANCE_WEAKREF, type));
  }
  if (dict.getStr('__doc__') === undefined) dict.setStr(I, '__doc__', null);
  if (dict.getStr('__eq__') !== undefined && dict.getStr('__hash__') === undefined) dict.setStr(I, '__hash__', null);
  const cell = dict.getStr('__classcell__');
  if (cell !== undefined) {
    if (!(cell instanceof PyCell)) {
      return typeError(I, `__classcell__ must be a nonlocal cell, not <class '${typeName(I, cell)}'>`);
    }
    dict.deleteStr('__classcell__');
    cell.v = type;
  }
  return true;
}

const enum Phase {
  /** Nothing delivered yet: find the MRO. */
  MRO,
  /** The result of a metaclass's `mro()` was delivered. */
  MRO_RESULT,
  SET_NAME,
  /** `__init_subclass__` has returned. */
  DONE,
  /** The repr of the name for the error of `__set_name__` was delivered. */
  ERROR,
}

/** r = [delivered, type, keyword values, keywords, phase, [name, value] pairs still to be told their name, next pair]. */
export const TYPE_NEW_KIND = new NativeKind(
  'type.new',
  (I: Interp, f: Frame) => {
    const r = f.r;
    const type: PyType = r[1];
    for (;;) {
      const delivered = r[0];
      r[0] = undefined;
      switch (r[4]) {
        case Phase.MRO: {
          r[4] = Phase.MRO_RESULT;
          const custom = lookupInType(type.cls, 'mro')!;
          if (custom instanceof PyMethodDescriptor && custom.owner === I.types.type) {
            const mro = defaultMro(I, type);
            if (mro === undefined) return undefined;
            r[0] = mro;
          } else {
            const result = callUnbound0(I, custom, type);
            if (result === undefined) return undefined;
            r[0] = result;
          }
          break;
        }
        case Phase.MRO_RESULT: {
          const mro = Array.isArray(delivered) ? delivered : checkMro(I, type, delivered);
          if (mro === undefined) return undefined;
          finishClass(I, type, mro);
          r[4] = Phase.SET_NAME;
          r[5] = namePairs(I, type);
          break;
        }
        case Phase.SET_NAME: {
          if (r[6] < r[5].length) {
            const [name, value, fn] = r[5][r[6]++];
            const done = callUnbound2(I, fn, value, type, name);
            if (done === undefined) return undefined;
            break;
          }
          r[4] = Phase.DONE;
          const done = callInitSubclass(I, type, r[2], r[3]);
          if (done === undefined) return undefined;
          break;
        }
        case Phase.DONE:
          return type;
        default:
          return raiseSetName(I, type, r[5], delivered);
      }
    }
  },
  (I: Interp, f: Frame, exc: PyException) => {
    const r = f.r;
    if (r[4] !== Phase.SET_NAME) return undefined;
    r[4] = Phase.ERROR;
    const [name, value] = r[5][r[6] - 1];
    r[5] = [value, exc];
    I.exc = null;
    r[0] = undefined;
    const text = repr(I, name);
    return text === undefined ? undefined : raiseSetName(I, r[1], r[5], text);
  },
);

function raiseSetName(I: Interp, type: PyType, state: any[], name: string): undefined {
  const message = `Error calling __set_name__ on '${typeName(I, state[0])}' instance ${name} in '${type.name}'`;
  const exc = makeException(I, I.types.exceptions.RuntimeError!, [message]);
  I.raise(exc);
  exc.cause = state[1];
  exc.context = state[1];
  exc.suppressContext = true;
  return undefined;
}

/** The C3 order of `type`, itself first; raises TypeError if there is none. */
export function defaultMro(I: Interp, type: PyType): PyType[] | undefined {
  const seen = new Set<PyType>();
  for (const base of type.bases) {
    if (seen.has(base)) return typeError(I, `duplicate base class ${base.name}`);
    seen.add(base);
  }
  const order = linearize(type.bases);
  if (!Array.isArray(order)) {
    return typeError(
      I,
      `Cannot create a consistent method resolution\norder (MRO) for bases ${order.conflict.join(', ')}`,
    );
  }
  order.unshift(type);
  return order;
}

/** What a metaclass's `mro()` returned, as an MRO. */
function checkMro(I: Interp, type: PyType, v: Value): PyType[] | undefined {
  if (!(v instanceof PyList) && !(v instanceof PyTuple))
    return typeError(I, `'${typeName(I, v)}' object is not iterable`);
  for (const item of v.items) {
    if (!(item instanceof PyType)) return typeError(I, `mro() returned a non-class ('${typeName(I, item)}')`);
    if (item !== type && !isSubtype(item, I.types.object))
      return typeError(I, `mro() returned base with unsuitable layout ('${item.tpName}')`);
  }
  return v.items.slice() as PyType[];
}

function finishClass(I: Interp, type: PyType, mro: PyType[]): void {
  type.mro = mro;
  for (const base of type.bases) base.subclasses.push(type);
  fillClassSlots(I, type);
}

/** The namespace's values that want to know their name, with the method that tells them. */
function namePairs(I: Interp, type: PyType): [Value, Value, Value][] {
  const pairs: [Value, Value, Value][] = [];
  const dict = type.dict;
  for (let i = 0; i < dict.entryCount; i++) {
    const value = dict.valueAt(i);
    if (value === undefined || typeof value !== 'object' || value === null || value instanceof PyFunction) continue;
    const fn = lookupSpecial(I, value, '__set_name__');
    if (fn !== undefined) pairs.push([dict.keyAt(i)!, value, fn]);
  }
  return pairs;
}

/** `super(type, type).__init_subclass__(**kw)`. */
function callInitSubclass(I: Interp, type: PyType, values: Value[], kw: readonly string[] | null): R {
  for (let i = 1; i < type.mro.length; i++) {
    const found = type.mro[i]!.dict.getStr('__init_subclass__');
    if (found === undefined) continue;
    const get = typeOf(I, found).slots.descrGet;
    if (get === null) return I.call(found, values, kw);
    const entry = I.frame;
    const method = get(I, found, null, type);
    if (method === undefined) return I.then(entry, CALL_INIT_SUBCLASS_KIND, [undefined, values, kw, 0]);
    return I.call(method, values, kw);
  }
  return null;
}

/** r = [delivered method, keyword values, keywords, phase]. */
export const CALL_INIT_SUBCLASS_KIND = new NativeKind('type.callInitSubclass', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[3] === 1) return r[0];
  const method = r[0];
  r[0] = undefined;
  r[3] = 1;
  return I.call(method, r[1], r[2]);
});
