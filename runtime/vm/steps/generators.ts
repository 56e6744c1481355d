/** yield, return from generators, yield from, await. */
import { CodeFlag } from '../../bytecode/code-object.ts';
import { makeException } from '../../objects/exception.ts';
import { callUnbound0, lookupSpecial } from '../../objects/call-special.ts';
import { NativeKind } from '../../objects/frame.ts';
import { iter } from '../../objects/protocol.ts';
import { runtimeError, typeError } from '../../objects/raise.ts';
import { typeName, typeOf } from '../../objects/type-of.ts';
import { STOP } from '../../objects/value.ts';
import { bail } from '../bail.ts';
import { endAsyncGenerator, yieldFromAsyncGenerator } from '../async-generator.ts';
import { delegate, GeneratorState, leaveGenerator, PyGenerator, ResumeMode, sendInto } from '../generator.ts';
import type { Interpreter } from '../interpreter.ts';
import { operand } from '../step.ts';
import type { StepEx } from '../step.ts';

/** j: 0 plain, 1 inside yield from or await, 2 yield of an async generator. */
export const exYield: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.step = s;
  const g: PyGenerator = f.gen;
  if (s.j === 2) return yieldFromAsyncGenerator(I, g, v);
  const b = leaveGenerator(I, g, GeneratorState.SUSPENDED);
  const c = b.step;
  b.r[c.dst] = v;
  b.step = c.next;
  return b;
};

export const exReturnFromGenerator: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  const g: PyGenerator = f.gen;
  if (g.cls === I.types.async_generator) return endAsyncGenerator(I, g);
  const b = leaveGenerator(I, g, GeneratorState.CLOSED);
  if (g.mode === ResumeMode.CALL) {
    I.exc = makeException(I, I.types.exceptions.StopIteration, v === null ? [] : [v]);
    return I.next();
  }
  I.stopValue = v;
  I.deliverStop(b);
  return b;
};

/** Sends `a` to the iterator in register i: yielded values to dst and on; its end: result to dst and jump. */
export const exSend: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.step = s;
  I.ticks -= s.cost;
  const y = sendInto(I, f.r[s.i], v);
  if (y === undefined) return I.next();
  if (y === STOP) {
    f.r[s.dst] = I.stopValue;
    I.stopValue = null;
    I.ticks -= s.costJump;
    return s.jump;
  }
  f.r[s.dst] = y;
  return s.next;
};

export const exGetYieldFromIter: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.step = s;
  let it: any;
  if (v instanceof PyGenerator && v.cls === I.types.coroutine) {
    const flags = f.code.code.flags;
    if ((flags & (CodeFlag.COROUTINE | CodeFlag.ITERABLE_COROUTINE)) === 0) {
      typeError(I, "cannot 'yield from' a coroutine object in a non-coroutine generator");
      return I.next();
    }
    it = v;
  } else it = v instanceof PyGenerator && v.cls === I.types.generator ? v : iter(I, v);
  if (it === undefined) return I.next();
  f.r[s.dst] = it;
  return s.next;
};

/** r = [awaitable, expression's type name]: checks what __await__ returned. */
export const CHECK_AWAIT_KIND = new NativeKind('vm.check-await', (I, f) =>
  checkAwaitIterator(I as Interpreter, f.r[0]),
);

function checkAwaitIterator(I: Interpreter, it: any): any {
  if (it instanceof PyGenerator && it.cls === I.types.coroutine)
    return typeError(I, '__await__() returned a coroutine');
  if (typeOf(I, it).slots.next === null)
    return typeError(I, `__await__() returned non-iterator of type '${typeName(I, it)}'`);
  return it;
}

/** The iterator that `await v` drives; undefined: raised or suspended. `where`: 0 await, 1 __aenter__, 2 __aexit__. */
export function getAwaitable(I: Interpreter, v: any, where: number): any {
  if (v instanceof PyGenerator) {
    if (v.cls === I.types.coroutine) {
      if (delegate(v) !== undefined) return runtimeError(I, 'coroutine is being awaited already');
      return v;
    }
    if ((v.code.code.flags & CodeFlag.ITERABLE_COROUTINE) !== 0) return v;
  }
  const slot = typeOf(I, v).slots.await;
  if (slot !== null) {
    const entry = I.frame;
    const it = slot(I, v);
    if (it === undefined) return I.then(entry, CHECK_AWAIT_KIND, [undefined]);
    return checkAwaitIterator(I, it);
  }
  if (where !== 0) {
    const method = where === 1 ? '__aenter__' : '__aexit__';
    return typeError(
      I,
      `'async with' received an object from ${method} that does not implement __await__: ${typeName(I, v)}`,
    );
  }
  return typeError(I, `object ${typeName(I, v)} can't be used in 'await' expression`);
}

export const exGetAwaitable: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.step = s;
  const it = getAwaitable(I, v, s.i);
  if (it === undefined) return I.next();
  f.r[s.dst] = it;
  return s.next;
};

/** r = [iterator]: checks what __aiter__ returned. */
export const CHECK_AITER_KIND = new NativeKind('vm.check-aiter', (I, f) => checkAiter(I as Interpreter, f.r[0]));

function checkAiter(I: Interpreter, it: any): any {
  if (typeOf(I, it).slots.anext !== null || lookupSpecial(I, it, '__anext__') !== undefined) return it;
  return typeError(
    I,
    `'async for' received an object from __aiter__ that does not implement __anext__: ${typeName(I, it)}`,
  );
}

export const exGetAiter: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.step = s;
  const method = lookupSpecial(I, v, '__aiter__');
  let it: any;
  if (method === undefined) {
    it = typeError(I, `'async for' requires an object with __aiter__ method, got ${typeName(I, v)}`);
  } else {
    it = callUnbound0(I, method, v);
    if (it === undefined) it = I.then(f, CHECK_AITER_KIND, [undefined]);
    else it = checkAiter(I, it);
  }
  if (it === undefined) return I.next();
  f.r[s.dst] = it;
  return s.next;
};

/** r = [awaitable]: the iterator of what __anext__ returned. */
export const ANEXT_AWAITABLE_KIND = new NativeKind('vm.anext-awaitable', (I, f) => {
  if (f.r[1] === 1) return f.r[0];
  f.r[1] = 1;
  const v = f.r[0];
  f.r[0] = undefined;
  return getAwaitable(I as Interpreter, v, 0);
});

export const exGetAnext: StepEx = (s, f, I) => {
  const it = operand(s.a!, f.r);
  f.step = s;
  const method = lookupSpecial(I, it, '__anext__');
  let v: any;
  if (method === undefined) {
    v = typeError(I, `'async for' requires an iterator with __anext__ method, got ${typeName(I, it)}`);
  } else {
    v = callUnbound0(I, method, it);
    if (v === undefined) v = I.then(f, ANEXT_AWAITABLE_KIND, [undefined, 0]);
    else v = getAwaitable(I, v, 0);
  }
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

export const GENERATOR_STEP_KINDS = [CHECK_AWAIT_KIND, CHECK_AITER_KIND, ANEXT_AWAITABLE_KIND];
