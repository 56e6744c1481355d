/**
 * Generators and coroutines: an object that owns a frame. Resuming is a frame switch: the frame's `back` is set to the consumer's, and
 * a yield delivers its value there like any result. `mode` says how the end is to be told to the consumer.
 */
import type { PyException } from '../objects/exception.ts';
import { makeException } from '../objects/exception.ts';
import type { Frame } from '../objects/frame.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import { noArgs, oneArg, someArgs } from '../objects/native.ts';
import type { TypeSpec } from '../objects/native.ts';
import { callMethod } from '../objects/call-special.ts';
import { lookupAttr } from '../objects/attribute.ts';
import { iterNext } from '../objects/protocol.ts';
import { recursionError, runtimeError, stopIteration, typeError, valueError } from '../objects/raise.ts';
import { PyTraceback } from '../objects/traceback.ts';
import type { PyType } from '../objects/type.ts';
import { isSubtype } from '../objects/type.ts';
import { MISSING, PyObject, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from './interpreter.ts';
import type { RunCode } from './run-code.ts';
import { runPure } from './run-pure.ts';
import { operand, Prefix, Step } from './step.ts';

/** What the consumer of a generator expects when it ends. */
export const enum ResumeMode {
  /** STOP, value dropped. */
  ITER,
  /** STOP with the value in the SEND step's register. */
  SEND,
  /** StopIteration(value) raised in the consumer. */
  CALL,
}

export const enum GeneratorState {
  CREATED,
  SUSPENDED,
  RUNNING,
  CLOSED,
}

/** One level of "the exception being handled": tasklets have one, each running generator adds its own. */
export class ExcInfo {
  value: PyException | null = null;
  previous: ExcInfo | null = null;
}

export class PyGenerator extends PyObject {
  readonly frame: Frame;
  readonly code: RunCode;
  name: string;
  qualname: string;
  state: GeneratorState = GeneratorState.CREATED;
  mode: ResumeMode = ResumeMode.ITER;
  readonly excInfo = new ExcInfo();
  constructor(cls: PyType, frame: Frame, name: string, qualname: string) {
    super(cls);
    this.frame = frame;
    this.code = frame.code;
    this.name = name;
    this.qualname = qualname;
    frame.gen = this;
  }
}

function kindName(I: Interpreter, g: PyGenerator): string {
  return g.cls === I.types.coroutine
    ? 'coroutine'
    : g.cls === I.types.async_generator
      ? 'async generator'
      : 'generator';
}

/**
 * Continues `g` with `value` as the result of its yield. Returns what it yields if it gets there by steps that need only its registers;
 * else undefined: raised (ValueError: already executing), or suspended, then what it yields, or its end in the way of `mode`, is delivered to
 * `I.frame`. Requires that it is not closed.
 */
export function resume(I: Interpreter, g: PyGenerator, value: Value, mode: ResumeMode): Value | undefined {
  if (g.state === GeneratorState.RUNNING) return valueError(I, `${kindName(I, g)} already executing`);
  const frame = g.frame;
  const entry = I.frame;
  if (g.state === GeneratorState.CREATED) {
    if (value !== null) return typeError(I, `can't send non-None value to a just-started ${kindName(I, g)}`);
    I.ticks -= g.code.entryCost;
  } else {
    const step = frame.step;
    frame.r[step.dst] = value;
    frame.step = step.next;
  }
  if (entry.depth >= I.recursionLimit) return recursionError(I);
  const margin = g.code.margin;
  if (I.ticks >= margin) {
    const step = runPure(I, frame.step as Step, frame.r, margin);
    frame.step = step;
    if (step.prefix === Prefix.YIELD) {
      const v = operand(step.a!, frame.r);
      if (v !== undefined) {
        g.state = GeneratorState.SUSPENDED;
        return v;
      }
    }
  }
  enterGenerator(I, g, entry, mode);
  return undefined;
}

function enterGenerator(I: Interpreter, g: PyGenerator, entry: Frame, mode: ResumeMode): void {
  const frame = g.frame;
  g.state = GeneratorState.RUNNING;
  g.mode = mode;
  frame.back = entry;
  frame.depth = entry.depth + 1;
  g.excInfo.previous = I.excInfo;
  I.excInfo = g.excInfo;
  I.frame = frame;
}

/** Takes a generator whose frame has ended or yields off the stack of frames; returns the consumer's frame. */
export function leaveGenerator(I: Interpreter, g: PyGenerator, state: GeneratorState): Frame {
  const frame = g.frame;
  const back = frame.back!;
  frame.back = null;
  g.state = state;
  I.excInfo = g.excInfo.previous!;
  g.excInfo.previous = null;
  I.frame = back;
  if (state === GeneratorState.CLOSED) clearFrame(frame);
  return back;
}

/** A finished generator holds no references. */
function clearFrame(frame: Frame): void {
  const r = frame.r;
  for (let k = 0; k < r.length; k++) r[k] = undefined;
}

/** Slot `next`: STOP at the end. */
export function generatorNext(I: Interp, g: PyGenerator): any {
  if (g.state === GeneratorState.CLOSED) return STOP;
  return resume(I as Interpreter, g, null, ResumeMode.ITER);
}

/** `g.send(value)` */
export function generatorSend(I: Interpreter, g: PyGenerator, value: Value): any {
  if (g.state === GeneratorState.CLOSED) {
    return g.cls === I.types.coroutine
      ? runtimeError(I, 'cannot reuse already awaited coroutine')
      : stopIteration(I, null);
  }
  return resume(I, g, value, ResumeMode.CALL);
}

/** Where a generator that was never started stands when something is thrown into it. */
const UNSTARTED = new Step((s) => s, -1);

/**
 * Raises `exc` inside `g` where it is suspended; a `yield from` passes it on to the inner iterator. Delivers what comes next to I.frame.
 * Returns undefined: suspended, or raised.
 */
export function throwInto(I: Interpreter, g: PyGenerator, exc: PyException, mode: ResumeMode): undefined {
  if (g.state === GeneratorState.RUNNING) return valueError(I, `${kindName(I, g)} already executing`);
  if (g.state === GeneratorState.CLOSED) {
    if (g.cls === I.types.coroutine) return runtimeError(I, 'cannot reuse already awaited coroutine');
    return I.raise(exc);
  }
  const wasStarted = g.state === GeneratorState.SUSPENDED;
  if (!wasStarted) {
    // Raised at the function's first line, before its body: no handler in there sees it.
    g.frame.step = UNSTARTED;
    enterGenerator(I, g, I.frame, mode);
    return I.raiseLater(exc);
  }
  const inner = wasStarted ? delegate(g) : undefined;
  enterGenerator(I, g, I.frame, mode);
  if (inner === undefined) return I.raiseLater(exc);
  return throwIntoInner(I, g, inner, exc);
}

/** The iterator that a generator suspended in `yield from` or `await` waits for. */
export function delegate(g: PyGenerator): any {
  const step = g.frame.step as Step;
  return g.state === GeneratorState.SUSPENDED && step.j === 1 ? g.frame.r[step.i - 1] : undefined;
}

/** The SEND step of the `yield from` in which `g` is suspended: inner results are delivered there. */
function sendStep(g: PyGenerator): Step {
  let step = (g.frame.step as Step).next;
  while (step.pc > g.frame.step.pc) step = step.next;
  return step;
}

function throwIntoInner(I: Interpreter, g: PyGenerator, inner: any, exc: PyException): undefined {
  const frame = g.frame;
  if (isSubtype(exc.cls, I.types.exceptions.GeneratorExit)) {
    // The inner iterator is closed first; what that raises comes instead.
    if (inner instanceof PyGenerator && inner.state === GeneratorState.CLOSED) return I.raiseLater(exc);
    const v = I.enter(CLOSE_INNER_KIND, [undefined, inner, exc, 0]);
    if (v === undefined && I.exc !== null) return laterFromExc(I);
    return undefined;
  }
  frame.step = sendStep(g);
  let v: any;
  if (inner instanceof PyGenerator) v = throwInto(I, inner, exc, ResumeMode.SEND);
  else v = I.enter(THROW_INNER_KIND, [undefined, inner, exc, 0]);
  if (v === undefined) return I.exc !== null ? laterFromExc(I) : undefined;
  deliver(I, frame, v);
  return undefined;
}

function laterFromExc(I: Interpreter): undefined {
  const exc = I.exc!;
  I.exc = null;
  return I.raiseLater(exc);
}

/** Gives `frame` a result (STOP: exhausted) that was there at once. */
function deliver(I: Interpreter, frame: Frame, v: any): void {
  const step = frame.step;
  if (v === STOP) {
    frame.r[step.dst] = I.stopValue;
    I.stopValue = null;
    frame.step = step.jump;
  } else {
    frame.r[step.dst] = v;
    frame.step = step.next;
  }
}

/** r = [value, iterator, exception, phase]: calls the iterator's throw(); StopIteration becomes STOP. */
export const THROW_INNER_KIND = new NativeKind(
  'vm.throw-inner',
  (I, f) => {
    if (f.r[3] === 0) {
      f.r[3] = 1;
      const method = lookupAttr(I, f.r[1], 'throw');
      if (method === undefined) return undefined;
      f.r[0] = method;
    }
    if (f.r[3] === 1) {
      const method = f.r[0];
      f.r[0] = undefined;
      f.r[3] = 2;
      if (method === MISSING) return I.raise(f.r[2]);
      return I.call(method, [f.r[2]]);
    }
    return f.r[0];
  },
  (I, f, exc) => {
    if (f.r[3] !== 2 || !isSubtype(exc.cls, I.types.exceptions.StopIteration) || exc === f.r[2]) return undefined;
    I.exc = null;
    I.stopValue = exc.args.length > 0 ? exc.args[0] : null;
    return STOP;
  },
);

/** r = [value, iterator, GeneratorExit, phase]: calls the iterator's close() if it has one, then raises into the frame below. */
export const CLOSE_INNER_KIND = new NativeKind('vm.close-inner', (I, f) => {
  const r = f.r;
  if (r[3] === 0) {
    r[3] = 1;
    const method = lookupAttr(I, r[1], 'close');
    if (method === undefined) return undefined;
    r[0] = method;
  }
  if (r[3] === 1) {
    const method = r[0];
    r[0] = undefined;
    r[3] = 2;
    if (method !== MISSING && I.call(method, []) === undefined) return undefined;
  }
  return I.raise(r[2]);
});

/** r = [yielded, generator]: the answer to GeneratorExit. */
export const CLOSE_KIND = new NativeKind(
  'vm.close-generator',
  (I, f) => runtimeError(I, `${kindName(I as Interpreter, f.r[1])} ignored GeneratorExit`),
  (I, _f, exc) => {
    if (!isSubtype(exc.cls, I.types.exceptions.GeneratorExit) && !isSubtype(exc.cls, I.types.exceptions.StopIteration))
      return undefined;
    I.exc = null;
    return null;
  },
);

/** `g.close()` */
export function generatorClose(I: Interpreter, g: PyGenerator): any {
  if (g.state === GeneratorState.CLOSED) return null;
  if (g.state === GeneratorState.CREATED) {
    g.state = GeneratorState.CLOSED;
    clearFrame(g.frame);
    return null;
  }
  const entry = I.frame;
  throwInto(I, g, makeException(I, I.types.exceptions.GeneratorExit, []), ResumeMode.CALL);
  return I.then(entry, CLOSE_KIND, [undefined, g]);
}

/** Makes the exception of `throw(type[, value[, traceback]])`; may call Python for the type. r = [instance, traceback] */
export function throwArguments(I: Interpreter, args: readonly Value[]): PyException | undefined {
  const exc = args[0];
  const value = args.length > 1 ? args[1] : null;
  const tb = args.length > 2 ? args[2] : null;
  if (tb !== null && !(tb instanceof PyTraceback))
    return typeError(I, 'throw() third argument must be a traceback object');
  const made = I.instantiateException(
    exc,
    value,
    'exceptions must be classes or instances deriving from BaseException, not ',
  );
  if (made !== undefined && tb !== null) made.traceback = tb as PyTraceback;
  return made;
}

/** r = [exception, generator] */
export const THROW_MADE_KIND = new NativeKind('vm.throw-made', (I, f) => {
  if (f.r[2] === 1) return f.r[0];
  f.r[2] = 1;
  const exc = f.r[0];
  f.r[0] = undefined;
  return throwInto(I as Interpreter, f.r[1], exc, ResumeMode.CALL);
});

function generatorThrow(I: Interp, g: PyGenerator, args: Value[]): any {
  const entry = I.frame;
  const exc = throwArguments(I as Interpreter, args);
  if (exc === undefined) return I.then(entry, THROW_MADE_KIND, [undefined, g, 0]);
  return throwInto(I as Interpreter, g, exc, ResumeMode.CALL);
}

const nameAttributes: TypeSpec['getset'] = {
  __name__: {
    get: (_I, g: PyGenerator) => g.name,
    set: (I, g: PyGenerator, v) => {
      if (typeof v !== 'string') return typeError(I, '__name__ must be set to a string object');
      g.name = v;
      return true;
    },
  },
  __qualname__: {
    get: (_I, g: PyGenerator) => g.qualname,
    set: (I, g: PyGenerator, v) => {
      if (typeof v !== 'string') return typeError(I, '__qualname__ must be set to a string object');
      g.qualname = v;
      return true;
    },
  },
};

const frameOf = (I: Interp, g: PyGenerator): Value =>
  g.state === GeneratorState.CLOSED ? null : (I as Interpreter).frameObject(g.frame);
const codeOf = (I: Interp, g: PyGenerator): Value => (I as Interpreter).codeObject(g.code);
const isRunning = (_I: Interp, g: PyGenerator): Value => g.state === GeneratorState.RUNNING;
const isSuspended = (_I: Interp, g: PyGenerator): Value => g.state === GeneratorState.SUSPENDED;
const waitsFor = (_I: Interp, g: PyGenerator): Value => {
  const inner = delegate(g);
  return inner === undefined ? null : inner;
};
const reprGenerator =
  (word: string) =>
  (I: Interp, g: PyGenerator): Value =>
    `<${word} object ${g.qualname} at 0x${I.idOf(g).toString(16)}>`;
const visitGenerator = (g: PyGenerator, visit: (child: any) => void): void => visit(g.frame);

export const GENERATOR_SPEC: TypeSpec = {
  name: 'generator',
  isFinal: true,
  slots: { repr: reprGenerator('generator'), iter: (_I, g) => g, next: generatorNext, visit: visitGenerator },
  methods: {
    send: oneArg((I, g, v) => generatorSend(I as Interpreter, g, v)),
    throw: someArgs(1, 3, generatorThrow),
    close: noArgs((I, g) => generatorClose(I as Interpreter, g)),
  },
  getset: {
    ...nameAttributes,
    gi_frame: { get: frameOf },
    gi_code: { get: codeOf },
    gi_running: { get: isRunning },
    gi_suspended: { get: isSuspended },
    gi_yieldfrom: { get: waitsFor },
  },
  kinds: [THROW_INNER_KIND, CLOSE_INNER_KIND, CLOSE_KIND, THROW_MADE_KIND],
};

export const COROUTINE_SPEC: TypeSpec = {
  name: 'coroutine',
  isFinal: true,
  slots: {
    repr: reprGenerator('coroutine'),
    visit: visitGenerator,
    await: (I, g: PyGenerator) => new PyCoroutineWrapper(I.typeFor(COROUTINE_WRAPPER_SPEC), g),
  },
  methods: {
    send: oneArg((I, g, v) => generatorSend(I as Interpreter, g, v)),
    throw: someArgs(1, 3, generatorThrow),
    close: noArgs((I, g) => generatorClose(I as Interpreter, g)),
  },
  getset: {
    ...nameAttributes,
    cr_frame: { get: frameOf },
    cr_code: { get: codeOf },
    cr_running: { get: isRunning },
    cr_suspended: { get: isSuspended },
    cr_await: { get: waitsFor },
    cr_origin: { get: () => null },
  },
};

/** What `coroutine.__await__()` returns: an iterator that drives the coroutine. */
export class PyCoroutineWrapper extends PyObject {
  constructor(
    cls: PyType,
    readonly coroutine: PyGenerator,
  ) {
    super(cls);
  }
}

export const COROUTINE_WRAPPER_SPEC: TypeSpec = {
  name: 'coroutine_wrapper',
  isFinal: true,
  slots: {
    iter: (_I, w) => w,
    next: (I, w: PyCoroutineWrapper) => {
      if (w.coroutine.state === GeneratorState.CLOSED) return runtimeError(I, 'cannot reuse already awaited coroutine');
      return resume(I as Interpreter, w.coroutine, null, ResumeMode.ITER);
    },
    visit: (w, visit) => visit(w.coroutine),
  },
  methods: {
    send: oneArg((I, w: PyCoroutineWrapper, v) => generatorSend(I as Interpreter, w.coroutine, v)),
    throw: someArgs(1, 3, (I, w: PyCoroutineWrapper, args) => generatorThrow(I, w.coroutine, args)),
    close: noArgs((I, w: PyCoroutineWrapper) => generatorClose(I as Interpreter, w.coroutine)),
  },
};

/** `send` on any iterator of a yield from or await: generators are switched to, None is next(), else its send method is called. */
export function sendInto(I: Interpreter, it: any, value: Value): any {
  if (it instanceof PyCoroutineWrapper) it = it.coroutine;
  if (it instanceof PyGenerator && it.cls !== I.types.async_generator) {
    if (it.state === GeneratorState.CLOSED) {
      if (it.cls === I.types.coroutine) return runtimeError(I, 'cannot reuse already awaited coroutine');
      I.stopValue = null;
      return STOP;
    }
    return resume(I, it, value, ResumeMode.SEND);
  }
  I.stopValue = null;
  if (value === null) return iterNext(I, it);
  return I.enter(SEND_METHOD_KIND, [undefined, it, value, 0]);
}

/** r = [value, iterator, value to send, phase]: it.send(value), StopIteration becomes STOP. */
export const SEND_METHOD_KIND = new NativeKind(
  'vm.send-method',
  (I, f) => {
    if (f.r[3] === 1) return f.r[0];
    f.r[3] = 1;
    return callMethod(I, f.r[1], 'send', [f.r[2]]);
  },
  (I, _f, exc) => {
    if (!isSubtype(exc.cls, I.types.exceptions.StopIteration)) return undefined;
    I.exc = null;
    I.stopValue = exc.args.length > 0 ? exc.args[0] : null;
    return STOP;
  },
);
