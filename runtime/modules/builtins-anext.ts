/** `anext(iterator, default)`: an awaitable that gives the next item, or the default where the item's awaitable raises StopAsyncIteration. */
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec, TypeSpec } from '../objects/native.ts';
import { noArgs, oneArg, someArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { PyException } from '../objects/exception.ts';
import { PyObject, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';
import { callMethod } from '../objects/call-special.ts';
import { isSubtype } from '../objects/protocol.ts';
import { stopIteration, typeError } from '../objects/raise.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { sendInto } from '../vm/generator.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { getAwaitable } from '../vm/steps/generators.ts';

type R = Value | undefined;

export class PyAnextAwaitable extends PyObject {
  /** What `__anext__` returned. */
  readonly awaitable: Value;
  readonly fallback: Value;
  /** Its iterator, once it is being awaited. */
  inner: Value;
  constructor(cls: PyType, awaitable: Value, fallback: Value) {
    super(cls);
    this.awaitable = awaitable;
    this.fallback = fallback;
    this.inner = null;
  }
}

function asyncNext(I: Interp, _module: Value, args: Value[]): R {
  const it = args[0]!;
  const slot = typeOf(I, it).slots.anext;
  if (slot === null) return typeError(I, `'${typeName(I, it)}' object is not an async iterator`);
  if (args.length === 1) return slot(I, it);
  const entry = I.frame;
  const awaitable = slot(I, it);
  return awaitable === undefined ? I.then(entry, MAKE_KIND, [undefined, args[1]]) : make(I, awaitable, args[1]!);
}

/** r = [delivered awaitable, default]. */
const MAKE_KIND = new NativeKind('builtins.anext', (I: Interp, f: Frame) => make(I, f.r[0], f.r[1]));

function make(I: Interp, awaitable: Value, fallback: Value): PyAnextAwaitable {
  I.bytesLeft -= 6 * I.memory.pointerBytes;
  return new PyAnextAwaitable(I.typeFor(ANEXT_AWAITABLE_SPEC), awaitable, fallback);
}

/** r = [delivered, awaitable, phase, method, argument]: phase 0 gets the iterator, 1 what it yields. */
const STEP_KIND = new NativeKind(
  'builtins.anext.step',
  (I: Interp, f: Frame) => {
    const r = f.r;
    const self: PyAnextAwaitable = r[1];
    if (r[2] === 2) return r[0];
    if (r[2] === 0) {
      if (self.inner === null) {
        if (r[0] === undefined) {
          r[0] = getAwaitable(I as Interpreter, self.awaitable, 0);
          if (r[0] === undefined) return undefined;
        }
        self.inner = r[0];
      }
      r[0] = undefined;
      r[2] = 2;
    }
    return r[3] === 'send' ? sendInto(I as Interpreter, self.inner, r[4]) : callMethod(I, self.inner, r[3], r[4]);
  },
  (I: Interp, f: Frame, exc: PyException) => {
    if (!isSubtype(exc.cls, I.types.exceptions.StopAsyncIteration!)) return undefined;
    I.exc = null;
    I.stopValue = f.r[1].fallback;
    return STOP;
  },
);

function step(I: Interp, self: PyAnextAwaitable, method: string, argument: any): any {
  return I.enter(STEP_KIND, [undefined, self, 0, method, argument]);
}

/** r = [delivered]: the end of the iterator as the StopIteration that methods raise. */
const RAISE_KIND = new NativeKind('builtins.anext.raise', (I: Interp, f: Frame) => raised(I, f.r[0]));

function raised(I: Interp, v: any): R {
  return v === STOP ? stopIteration(I, I.stopValue) : v;
}

function asMethod(I: Interp, self: PyAnextAwaitable, method: string, argument: any): R {
  const entry = I.frame;
  const v = step(I, self, method, argument);
  return v === undefined ? I.then(entry, RAISE_KIND, [undefined]) : raised(I, v);
}

export const ANEXT_AWAITABLE_SPEC: TypeSpec = {
  name: 'anext_awaitable',
  isFinal: true,
  slots: {
    iter: (_I, self) => self,
    next: (I, self: PyAnextAwaitable) => step(I, self, 'send', null),
    await: (_I, self) => self,
    visit: (self: PyAnextAwaitable, visit) => {
      visit(self.awaitable);
      visit(self.fallback);
      visit(self.inner);
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    send: oneArg((I, self, v) => asMethod(I, self, 'send', v), 'Sends a value into the awaitable.'),
    throw: someArgs(
      1,
      3,
      (I, self, args) => asMethod(I, self, 'throw', args.slice()),
      'Raises an exception inside the awaitable.',
    ),
    close: noArgs((I, self) => asMethod(I, self, 'close', []), 'Raises GeneratorExit inside the awaitable.'),
  },
  kinds: [STEP_KIND, RAISE_KIND],
};

export const ANEXT_FUNCTION: NativeSpec = someArgs(
  1,
  2,
  asyncNext,
  'Return the next item from the async iterator; the default, if given, when it is exhausted.',
);

export const ANEXT_KINDS: readonly NativeKind[] = [MAKE_KIND];
