/**
 * A small interpreter for unit tests of this room: real types, real native continuations, no Python code. What a test wants to suspend is a
 * native that returns `later(I, value)`: the value is delivered when `settle` runs the frames, as the driver would.
 */
import { Frame } from './frame.ts';
import type { NativeKind, StepLike } from './frame.ts';
import type { Interp } from './interp.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import { PyDict } from './dict.ts';
import { PyTuple } from './tuple.ts';
import { PyException } from './exception.ts';
import { PyNative } from './native-function.ts';
import { PyType, SlotTable } from './type.ts';
import { callNative } from './native-call.ts';
import { copySlots, emptyBuiltinTypes, finishCoreTypes, installCoreTypes, installType } from './install-type.ts';
import type { NativeSpec, TypeSpec } from './native.ts';
import { NATIVE_SPEC } from './native-function-type.ts';
import { BOOL_SPEC } from './bool.ts';
import { CONTAINER_SPECS } from './container-specs.ts';
import { DICT_SPEC } from './dict-type.ts';
import { FLOAT_SPEC } from './float.ts';
import { INT_SPEC } from './int.ts';
import { NONE_SPEC } from './none.ts';
import { NOT_IMPLEMENTED_SPEC } from './not-implemented.ts';
import { OBJECT_SPEC } from './object-type.ts';
import { STR_SPEC } from './str.ts';
import { TYPE_SPEC } from './type-type.ts';
import { BASE_EXCEPTION_SPEC, PLAIN_EXCEPTION_SPECS } from './exception-types.ts';
import { EXCEPTION_GROUP_SPEC } from './exception-group.ts';

const NATIVE_STEP: StepLike = { ex: null, dst: 0, next: null, jump: null, pc: -1 };

export interface FakeInterp extends Interp {
  /** What `later` has promised: delivered to the top frame by `settle`. */
  promised: any;
  /** Runs frames until the bottom one has its result; returns that (undefined: it raised). */
  settle(): any;
  /** The bottom frame: `r[0]` receives what was suspended there. */
  bottom: Frame;
  pauses: number;
}

/** Makes a runtime with 64-bit books and practically no limits. */
export function makeFakeInterp(): FakeInterp {
  const bottom = new Frame(null, [undefined], NATIVE_STEP, null, 0);
  const specs = new Map<TypeSpec, PyType>();
  const register = (spec: TypeSpec, type: PyType): void => void specs.set(spec, type);
  let nextId = 0x1000;
  const ids = new Map<unknown, number>();
  const I: any = {
    types: emptyBuiltinTypes(),
    exc: null,
    frame: bottom,
    bottom,
    ticks: 1e9,
    bytesLeft: 1e9,
    recursionLimit: 1000,
    memory: { pointerBytes: 8 },
    promised: undefined,
    pauses: 0,
    typeFor: (spec: TypeSpec) => specs.get(spec) ?? installType(I, spec, register),
    raise(exc: PyException) {
      I.exc = exc;
      return undefined;
    },
    raiseNew(type: PyType, message: string) {
      I.exc = new PyException(type, [message], null);
      return undefined;
    },
    call(callee: any, args: Value[], kw: readonly string[] | null = null) {
      if (callee instanceof PyNative) return callNative(I, callee as any, callee.self, args, kw);
      return callee.cls.slots.call(I, callee, args, kw);
    },
    enter(kind: NativeKind, r: any[]) {
      const entry: Frame = I.frame;
      if (entry.depth >= I.recursionLimit)
        return I.raiseNew(I.types.exceptions.RecursionError, 'maximum recursion depth exceeded');
      const f = new Frame(kind, r, NATIVE_STEP, entry, entry.depth + 1);
      I.frame = f;
      return settleStep(f, kind.resume(I, f), entry);
    },
    then(entry: Frame, kind: NativeKind, r: any[]) {
      const f = new Frame(kind, r, NATIVE_STEP, entry, entry.depth + 1);
      if (I.exc !== null) {
        if (kind.onError === null) return undefined;
        I.frame = f;
        return settleStep(f, undefined, entry);
      }
      if (I.frame === entry) I.frame = f;
      else {
        let b: Frame = I.frame;
        while (b.back !== entry) b = b.back!;
        b.back = f;
      }
      return undefined;
    },
    pause(f: Frame) {
      f.r[0] = undefined;
      I.pauses++;
      return undefined;
    },
    charge(bytes: number) {
      I.bytesLeft -= bytes;
      if (I.bytesLeft >= 0) return true;
      I.bytesLeft += bytes;
      I.raiseNew(I.types.exceptions.MemoryError, '');
      return false;
    },
    idOf(v: unknown) {
      if (!ids.has(v)) ids.set(v, (nextId += 16));
      return ids.get(v);
    },
    settle() {
      for (;;) {
        if (I.ticks < 0) I.ticks = 1e9;
        const f: Frame = I.frame;
        if (f === bottom) {
          if (I.promised !== undefined) {
            bottom.r[0] = I.promised;
            I.promised = undefined;
          }
          if (I.exc !== null) return undefined;
          const v = bottom.r[0];
          bottom.r[0] = undefined;
          return v;
        }
        if (I.promised !== undefined) {
          f.r[0] = I.promised;
          I.promised = undefined;
        }
        const v = settleStep(f, I.exc === null ? (f.code as NativeKind).resume(I, f) : undefined, f.back!);
        if (v !== undefined) f.back!.r[0] = v;
      }
    },
  };

  /** What the driver does with the outcome of a native frame. */
  function settleStep(f: Frame, v: any, back: Frame): any {
    const kind = f.code as NativeKind;
    if (v === undefined && I.exc !== null) {
      if (kind.onError !== null) {
        I.frame = f;
        v = kind.onError(I, f, I.exc);
        if (v === undefined && I.exc === null) return undefined;
      }
      I.frame = back;
      return v;
    }
    if (v !== undefined) I.frame = back;
    return v;
  }

  installCoreTypes(I, { type: TYPE_SPEC, object: OBJECT_SPEC, dict: DICT_SPEC }, register);
  for (const spec of [
    NONE_SPEC,
    INT_SPEC,
    BOOL_SPEC,
    FLOAT_SPEC,
    STR_SPEC,
    NATIVE_SPEC,
    NOT_IMPLEMENTED_SPEC,
    BASE_EXCEPTION_SPEC,
  ])
    I.typeFor(spec);
  for (const spec of [...PLAIN_EXCEPTION_SPECS, EXCEPTION_GROUP_SPEC]) I.typeFor(spec);
  for (const spec of CONTAINER_SPECS) I.typeFor(spec);
  finishCoreTypes(I);
  I.emptyTuple = new PyTuple(I.types.tuple, []);
  I.NotImplemented = new PyObject(I.types.byName.get('NotImplementedType'));
  I.builtins = new PyDict(I.types.dict);
  return I;
}

/** For natives of a test: suspends, and delivers `value` when the frames go on. */
export function later(I: Interp, value: any): undefined {
  (I as FakeInterp).promised = value;
  return undefined;
}

/** A function object for `spec`. */
export function nativeFunction(I: Interp, name: string, spec: NativeSpec): PyNative {
  return new PyNative(I.typeFor(NATIVE_SPEC), name, spec, null, null, null);
}

/** A type derived from object with some slots of its own, as a Python class would have them. */
export function testType(I: Interp, name: string, slots: Partial<SlotTable>): PyType {
  const table = new SlotTable();
  copySlots(table, I.types.object.slots);
  Object.assign(table, slots);
  const type = new PyType(I.types.type, name, I.types.object.spec, false, new PyDict(I.types.dict), table);
  type.base = I.types.object;
  type.bases = [I.types.object];
  type.mro = [type, I.types.object];
  return type;
}

/** Type and first argument of the exception that was raised, and forgets it. */
export function takeError(I: Interp): string {
  const exc = I.exc!;
  I.exc = null;
  return `${exc.cls.name}: ${exc.args[0] ?? ''}`;
}
