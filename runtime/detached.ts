/**
 * Runs a piece of Python on behalf of the host while every tasklet stands still: the text of an exception, a `repr`, an attribute with a
 * property behind it. It runs in a chain of frames of its own, may not switch (the switch trap is set), and gets a bounded number of ticks;
 * what does not end within them is thrown away. So a hostile `__str__` cannot hold the host, and no tasklet notices anything.
 */
import type { PyException } from './objects/exception.ts';
import { Frame, NativeKind } from './objects/frame.ts';
import type { Value } from './objects/value.ts';
import type { Scheduler } from './stackless/scheduler.ts';
import { ExcInfo } from './vm/generator.ts';
import type { Interpreter } from './vm/interpreter.ts';
import { NATIVE_STEP } from './vm/native-step.ts';

/** Ticks for one such piece unless said otherwise: some milliseconds. */
export const DETACHED_TICKS = 500_000;

// r = [delivered, result, exception]
const RESULT = 1;
const EXCEPTION = 2;

const DETACHED_KIND = new NativeKind(
  'runtime.detached',
  (I, f) => {
    f.r[RESULT] = f.r[0];
    (I as Interpreter).halt();
    return undefined;
  },
  (I, f, exc) => {
    f.r[EXCEPTION] = exc;
    I.exc = null;
    (I as Interpreter).halt();
    return undefined;
  },
);

export interface DetachedResult {
  /** What the operation returned; undefined if it raised or was stopped. */
  readonly value: any;
  /** What it raised; null if nothing. Both missing: it used up its ticks. */
  readonly error: PyException | null;
}

/**
 * Performs `operation`, which may raise and suspend like every operation of the runtime. Must not be called from within a run: a native
 * asks the interpreter instead.
 */
export function runDetached(
  s: Scheduler,
  operation: (I: Interpreter) => Value | undefined | any,
  ticks: number = DETACHED_TICKS,
): DetachedResult {
  const I = s.I;
  const { frame, exc, excInfo } = I;
  const thread = s.thread;
  const { running, isInCallback } = thread;
  const { stopReason, stopError } = s;
  const root = new Frame(DETACHED_KIND, [undefined, undefined, null], NATIVE_STEP, null, 0);
  I.frame = root;
  I.exc = null;
  I.excInfo = new ExcInfo();
  // Without a running tasklet safepoints would not look at the budget.
  if (running === null) thread.running = thread.main;
  thread.switchTrap++;
  s.budget.begin({ ticks, onInterrupt: 'resume' }, s.total(), s.switches);
  s.armNext();
  try {
    const value = operation(I);
    if (value !== undefined) return { value, error: null };
    if (I.exc !== null) return { value: undefined, error: I.exc };
    I.run();
    return { value: root.r[RESULT], error: root.r[EXCEPTION] };
  } finally {
    s.budget.end();
    thread.switchTrap--;
    thread.running = running;
    thread.isInCallback = isInCallback;
    s.stopReason = stopReason;
    s.stopError = stopError;
    I.frame = frame;
    I.exc = exc;
    I.excInfo = excInfo;
    s.armNext();
  }
}
