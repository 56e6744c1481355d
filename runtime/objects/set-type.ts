/** The Python face of `set`. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { noArgs, oneArg, someArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import { NativeKind } from './frame.ts';
import { PyAnySet, PySet, PySetObject } from './set.ts';
import { MISSING } from './value.ts';
import { CLASS_GETITEM } from './class-getitem.ts';
import { checkOneIterable } from './constructor-argument.ts';
import { hashNotImplemented } from './comparison.ts';
import { SET_OPERATION_KINDS, SetOp, setAdd, setLookUp, setPop } from './set-operations.ts';
import { SET_UPDATE_KINDS, setDifferenceUpdate, setUpdate } from './set-update.ts';
import {
  SET_METHODS,
  SET_METHOD_KINDS,
  SET_OPERATORS,
  SET_SLOTS,
  copySet,
  differenceUpdateAll,
  hashableKey,
  intersectionUpdateAll,
  symmetricDifferenceUpdate,
  updateAll,
} from './set-methods.ts';
import { raiseWith } from './raise.ts';

function returnNone(I: Interp, entry: any, done: unknown): null | undefined {
  return done === undefined ? I.then(entry, DONE_NONE_KIND, [undefined]) : null;
}

/** r = [delivered]. */
export const DONE_NONE_KIND = new NativeKind('set.none', () => null);

function init(I: Interp, set: PySet, args: Value[], kw: readonly string[] | null): null | undefined {
  if (!checkOneIterable(I, 'set', set.cls.name, args, kw)) return undefined;
  if (set.fill > 0) set.clear();
  if (args.length === 0) return null;
  const entry = I.frame;
  return returnNone(I, entry, setUpdate(I, set, args[0]!));
}

function add(I: Interp, set: PySet, key: Value): null | undefined {
  const entry = I.frame;
  return returnNone(I, entry, setAdd(I, set, key));
}

function discard(I: Interp, set: PySet, key: Value): null | undefined {
  const k = hashableKey(I, key);
  if (k === undefined) return undefined;
  const entry = I.frame;
  return returnNone(I, entry, setLookUp(I, SetOp.DISCARD, set, k));
}

function remove(I: Interp, set: PySet, key: Value): null | undefined {
  const k = hashableKey(I, key);
  return k === undefined ? undefined : setLookUp(I, SetOp.REMOVE, set, k, key);
}

/** An in-place operator: NotImplemented for what is no set, else the set itself. */
function inplace(change: (I: Interp, set: PySet, other: PyAnySet) => unknown) {
  return (I: Interp, a: any, b: any): any => {
    if (!(a instanceof PySet) || !(b instanceof PyAnySet)) return I.NotImplemented;
    const entry = I.frame;
    return change(I, a, b) === undefined ? I.then(entry, RETURN_SET_KIND, [undefined, a]) : a;
  };
}

/** r = [delivered, set]. */
export const RETURN_SET_KIND = new NativeKind('set.returnSelf', (_I, f) => f.r[1]);

export const SET_SPEC: TypeSpec = {
  name: 'set',
  matchSelf: true,
  allocate: (I, cls) => {
    I.bytesLeft -= 27 * I.memory.pointerBytes;
    return cls.isBuiltin ? new PySet(cls) : new PySetObject(cls);
  },
  slots: { ...SET_SLOTS, new: (I, cls) => SET_SPEC.allocate!(I, cls), init, hash: hashNotImplemented },
  binary: {
    ...SET_OPERATORS,
    '|=': inplace((I, a, b) => setUpdate(I, a, b)),
    '&=': inplace((I, a, b) => intersectionUpdateAll(I, a, [b])),
    '-=': inplace((I, a, b) => setDifferenceUpdate(I, a, b)),
    '^=': inplace((I, a, b) => symmetricDifferenceUpdate(I, a, b)),
  },
  methods: {
    ...SET_METHODS,
    add: oneArg(add),
    clear: noArgs((_I, set: PySet) => {
      set.clear();
      return null;
    }),
    copy: noArgs((I, set: PySet) => copySet(I, set)),
    difference_update: someArgs(0, -1, differenceUpdateAll),
    discard: oneArg(discard),
    intersection_update: someArgs(0, -1, intersectionUpdateAll),
    pop: noArgs((I, set: PySet) => {
      const key = setPop(I, set);
      return key === MISSING ? raiseWith(I, 'KeyError', ['pop from an empty set']) : (key as Value);
    }),
    remove: oneArg(remove),
    symmetric_difference_update: oneArg(symmetricDifferenceUpdate),
    update: someArgs(0, -1, updateAll),
  },
  classMethods: CLASS_GETITEM,
  kinds: [...SET_OPERATION_KINDS, ...SET_UPDATE_KINDS, ...SET_METHOD_KINDS, DONE_NONE_KIND, RETURN_SET_KIND],
};
