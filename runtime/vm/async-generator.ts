/**
 * Async generators. The frame is that of a generator; what drives it is an awaitable (`asend`, `athrow`, `aclose` objects), one for each
 * item. A yield of the generator's own ends the awaitable with the value; a yield from inside an `await` passes through it.
 */
import { makeException } from '../objects/exception.ts';
import type { PyException } from '../objects/exception.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import { noArgs, oneArg, someArgs } from '../objects/native.ts';
import type { TypeSpec } from '../objects/native.ts';
import { runtimeError, stopAsyncIteration, stopIteration } from '../objects/raise.ts';
import { isSubtype } from '../objects/type.ts';
import type { PyType } from '../objects/type.ts';
import { PyObject, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import {
  delegate,
  GeneratorState,
  leaveGenerator,
  PyGenerator,
  ResumeMode,
  resume,
  throwArguments,
  throwInto,
} from './generator.ts';
import type { Interpreter } from './interpreter.ts';

export class PyAsyncGenerator extends PyGenerator {
  /** An awaitable of it is being driven. */
  isRunningAsync = false;
  /** `aclose` was called or the body has ended. */
  isClosed = false;
  hasHooks = false;
  /** The awaitable being driven. */
  driver: PyAsyncStep | null = null;
}

const enum StepState {
  INIT,
  ITER,
  CLOSED,
}

/** What `asend()`, `__anext__()` (operation 0), `athrow()` (1) and `aclose()` (2) return. */
export class PyAsyncStep extends PyObject {
  state: StepState = StepState.INIT;
  constructor(
    cls: PyType,
    readonly generator: PyAsyncGenerator,
    readonly operation: 0 | 1 | 2,
    /** The value to send, or the arguments of throw. */
    readonly argument: any,
  ) {
    super(cls);
  }
}

const NAMES = ['anext', 'athrow', 'aclose'] as const;
const REUSED = ['__anext__()/asend()', 'aclose()/athrow()', 'aclose()/athrow()'] as const;

/** `step.send(value)`: what the awaiting code gets is delivered or returned in the way of `mode`. */
function sendToStep(I: Interpreter, o: PyAsyncStep, value: Value, mode: ResumeMode): any {
  const g = o.generator;
  if (o.state === StepState.CLOSED) return runtimeError(I, `cannot reuse already awaited ${REUSED[o.operation]}`);
  if (o.operation !== 0 && g.state === GeneratorState.CLOSED) {
    o.state = StepState.CLOSED;
    return end(I, null, mode);
  }
  if (o.state === StepState.INIT) {
    if (g.isRunningAsync) {
      o.state = StepState.CLOSED;
      return runtimeError(I, `${NAMES[o.operation]}(): asynchronous generator is already running`);
    }
    if (o.operation === 0) {
      if (value === null) value = o.argument;
      if (g.state === GeneratorState.CLOSED) {
        o.state = StepState.CLOSED;
        return stopAsyncIteration(I);
      }
    } else {
      if (g.isClosed) {
        o.state = StepState.CLOSED;
        return stopAsyncIteration(I);
      }
      if (value !== null) return runtimeError(I, "can't send non-None value to a just-started coroutine");
      return startThrow(I, o, mode);
    }
    o.state = StepState.ITER;
  }
  g.isRunningAsync = true;
  g.driver = o;
  return resume(I, g, value, mode);
}

function startThrow(I: Interpreter, o: PyAsyncStep, mode: ResumeMode): any {
  const g = o.generator;
  o.state = StepState.ITER;
  g.isRunningAsync = true;
  g.driver = o;
  if (o.operation === 2) {
    g.isClosed = true;
    return throwInto(I, g, makeException(I, I.types.exceptions.GeneratorExit, []), mode);
  }
  const entry = I.frame;
  const exc = throwArguments(I, o.argument);
  if (exc === undefined) return I.then(entry, THROW_STEP_KIND, [undefined, g, mode, 0]);
  return throwInto(I, g, exc, mode);
}

/** r = [exception, generator, mode, started] */
export const THROW_STEP_KIND = new NativeKind('vm.async-throw', (I, f) => {
  if (f.r[3] === 1) return f.r[0];
  f.r[3] = 1;
  const exc = f.r[0];
  f.r[0] = undefined;
  return throwInto(I as Interpreter, f.r[1], exc, f.r[2]);
});

/** The awaitable ends with `value` at once. */
function end(I: Interpreter, value: Value, mode: ResumeMode): any {
  if (mode === ResumeMode.CALL) return stopIteration(I, value);
  I.stopValue = value;
  return STOP;
}

function release(g: PyAsyncGenerator): PyAsyncStep | null {
  const driver = g.driver;
  g.driver = null;
  g.isRunningAsync = false;
  if (driver !== null) driver.state = StepState.CLOSED;
  return driver;
}

/** Ends the awaitable for consumer frame `b` with `value`. */
function endConsumer(I: Interpreter, g: PyAsyncGenerator, b: Frame, value: Value): Frame {
  if (g.mode === ResumeMode.CALL) {
    stopIteration(I, value);
    return I.next();
  }
  I.stopValue = value;
  I.deliverStop(b);
  return b;
}

/** `yield v` in the generator's own body. */
export function yieldFromAsyncGenerator(I: Interpreter, generator: PyGenerator, v: Value): Frame {
  const g = generator as PyAsyncGenerator;
  const b = leaveGenerator(I, g, GeneratorState.SUSPENDED);
  const driver = release(g);
  if (driver !== null && driver.operation === 2) {
    runtimeError(I, 'async generator ignored GeneratorExit');
    return I.next();
  }
  return endConsumer(I, g, b, v);
}

/** The body has returned. */
export function endAsyncGenerator(I: Interpreter, generator: PyGenerator): Frame {
  const g = generator as PyAsyncGenerator;
  const b = leaveGenerator(I, g, GeneratorState.CLOSED);
  g.isClosed = true;
  const driver = release(g);
  if (driver !== null && driver.operation === 2) return endConsumer(I, g, b, null);
  stopAsyncIteration(I);
  return I.next();
}

/** The body has raised `exc` and was left: true if that only ends an aclose() (the consumer has been told). */
export function asyncGeneratorRaised(I: Interpreter, generator: PyGenerator, b: Frame, exc: PyException): boolean {
  const g = generator as PyAsyncGenerator;
  g.isClosed = true;
  const driver = release(g);
  if (driver === null || driver.operation !== 2) return false;
  const types = I.types.exceptions;
  if (!isSubtype(exc.cls, types.StopAsyncIteration) && !isSubtype(exc.cls, types.GeneratorExit)) return false;
  I.exc = null;
  if (g.mode === ResumeMode.CALL) {
    stopIteration(I, null);
    return false;
  }
  I.stopValue = null;
  I.deliverStop(b);
  return true;
}

/** r = [result of the hook, awaitable] */
export const FIRST_ITERATION_KIND = new NativeKind('vm.async-firstiter', (_I, f) => f.r[1]);

/** Makes an awaitable; the first of a generator tells the `firstiter` hook of sys.set_asyncgen_hooks. */
function makeStep(I: Interp, g: PyAsyncGenerator, operation: 0 | 1 | 2, argument: any): any {
  const cls = I.typeFor(operation === 0 ? ASYNC_GENERATOR_ASEND_SPEC : ASYNC_GENERATOR_ATHROW_SPEC);
  const step = new PyAsyncStep(cls, g, operation, argument);
  if (g.hasHooks) return step;
  g.hasHooks = true;
  const hook: Value | undefined = (I as Interpreter).extensions.get('asyncgen.firstiter');
  if (hook === undefined || hook === null) return step;
  const entry = I.frame;
  if (I.call(hook, [g]) === undefined) return I.then(entry, FIRST_ITERATION_KIND, [undefined, step]);
  return step;
}

function throwIntoStep(I: Interp, o: PyAsyncStep, args: Value[]): any {
  if (o.state === StepState.CLOSED) return runtimeError(I, `cannot reuse already awaited ${REUSED[o.operation]}`);
  const g = o.generator;
  o.state = StepState.ITER;
  g.isRunningAsync = true;
  g.driver = o;
  const entry = I.frame;
  const exc = throwArguments(I as Interpreter, args);
  if (exc === undefined) return I.then(entry, THROW_STEP_KIND, [undefined, g, ResumeMode.CALL, 0]);
  return throwInto(I as Interpreter, g, exc, ResumeMode.CALL);
}

function closeStep(_I: Interp, o: PyAsyncStep): null {
  o.state = StepState.CLOSED;
  return null;
}

function stepSpec(name: string): TypeSpec {
  return {
    name,
    isFinal: true,
    slots: {
      iter: (_I, o) => o,
      await: (_I, o) => o,
      next: (I, o: PyAsyncStep) => sendToStep(I as Interpreter, o, null, ResumeMode.ITER),
      visit: (o: PyAsyncStep, visit) => {
        visit(o.generator);
        visit(o.argument);
      },
    },
    methods: {
      send: oneArg((I, o: PyAsyncStep, v) => sendToStep(I as Interpreter, o, v, ResumeMode.CALL)),
      throw: someArgs(1, 3, throwIntoStep),
      close: noArgs(closeStep),
    },
  };
}

export const ASYNC_GENERATOR_ASEND_SPEC: TypeSpec = stepSpec('async_generator_asend');
export const ASYNC_GENERATOR_ATHROW_SPEC: TypeSpec = stepSpec('async_generator_athrow');

export const ASYNC_GENERATOR_SPEC: TypeSpec = {
  name: 'async_generator',
  isFinal: true,
  slots: {
    repr: (I, g: PyGenerator) => `<async_generator object ${g.qualname} at 0x${I.idOf(g).toString(16)}>`,
    aiter: (_I, g) => g,
    anext: (I, g) => makeStep(I, g, 0, null),
    visit: (g: PyGenerator, visit) => visit(g.frame),
  },
  methods: {
    asend: oneArg((I, g, v) => makeStep(I, g, 0, v)),
    athrow: someArgs(1, 3, (I, g, args) => makeStep(I, g, 1, args.slice())),
    aclose: noArgs((I, g) => makeStep(I, g, 2, null)),
  },
  getset: {
    __name__: { get: (_I, g: PyGenerator) => g.name },
    __qualname__: { get: (_I, g: PyGenerator) => g.qualname },
    ag_running: { get: (_I, g: PyAsyncGenerator) => g.isRunningAsync },
    ag_frame: {
      get: (I, g: PyGenerator) => (g.state === GeneratorState.CLOSED ? null : (I as Interpreter).frameObject(g.frame)),
    },
    ag_code: { get: (I, g: PyGenerator) => (I as Interpreter).codeObject(g.code) },
    ag_await: {
      get: (_I, g: PyGenerator) => {
        const inner = delegate(g);
        return inner === undefined ? null : inner;
      },
    },
  },
  kinds: [THROW_STEP_KIND, FIRST_ITERATION_KIND],
};

export const ASYNC_GENERATOR_SPECS: readonly TypeSpec[] = [
  ASYNC_GENERATOR_SPEC,
  ASYNC_GENERATOR_ASEND_SPEC,
  ASYNC_GENERATOR_ATHROW_SPEC,
];
