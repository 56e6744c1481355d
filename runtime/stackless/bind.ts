/**
 * Binding a function to a tasklet (spec 3.1): its chain then consists of the root frame alone, which calls the function when it first runs.
 */
import { Frame } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import { memoryError, runtimeError } from '../objects/raise.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { NATIVE_STEP } from '../vm/native-step.ts';
import { ROOT_KIND } from './end-tasklet.ts';
import { nestingLevel } from './nesting.ts';
import type { Scheduler } from './scheduler.ts';
import { ContextBox, isLinked, TaskletFlag } from './tasklet.ts';
import type { PyTasklet } from './tasklet.ts';
import { forgetRunner } from './watchdog.ts';

/** Modelled size of a root frame with its registers, in pointers. */
const ROOT_FRAME_POINTERS = 16;

/** Prepares the call `fn(*args, **kw)`; `args` (taken over) ends with the values of `kw`. `t` must not be alive. Afterwards it is paused. */
export function prepareCall(
  I: Interp,
  s: Scheduler,
  t: PyTasklet,
  fn: Value,
  args: Value[],
  kw: readonly string[] | null,
): true | undefined {
  if (s.alive >= s.maxTasklets && !s.recount()) return memoryError(I);
  I.bytesLeft -= (ROOT_FRAME_POINTERS + args.length) * I.memory.pointerBytes;
  t.frame = new Frame(
    t === t.thread!.main ? s.mainRootKind : ROOT_KIND,
    [undefined, t, args, kw],
    NATIVE_STEP,
    null,
    0,
  );
  t.fn = fn;
  t.tempval = null;
  t.flags &= ~(TaskletFlag.STARTED | TaskletFlag.AWAITS_RESULT | TaskletFlag.PENDING_IRQ | TaskletFlag.HARD_SWITCHED);
  s.alive++;
  return true;
}

/** A tasklet takes the binder's context, shared, when it gets a function (spec 11). */
export function adoptContext(s: Scheduler, t: PyTasklet): void {
  const binder = s.thread.running ?? s.thread.main;
  if (binder.context === null) binder.context = new ContextBox();
  t.context = binder.context;
}

/** Throws away the frames of suspended tasklet `t` without running its pending `finally` blocks. */
export function dropFrames(s: Scheduler, t: PyTasklet): void {
  t.fn = null;
  t.flags &= ~(TaskletFlag.STARTED | TaskletFlag.AWAITS_RESULT | TaskletFlag.PENDING_IRQ | TaskletFlag.HARD_SWITCHED);
  if (t.frame === null) return;
  s.alive--;
  t.frame = null;
  t.excInfo = null;
  if (t.wait !== null) s.cancelWait(t);
  if (t.extra !== null) {
    t.extra.traceFunction = null;
    t.extra.profileFunction = null;
    t.extra.nesting = 0;
  }
  forgetRunner(s.I, t);
}

/**
 * `t.bind(fn, args, kwargs)`, arguments checked for their types. `fn` null: none given. `args` null: neither args nor kwargs given.
 * Returns `t`.
 */
export function bind(
  I: Interpreter,
  s: Scheduler,
  t: PyTasklet,
  fn: Value,
  args: Value[] | null,
  kw: readonly string[] | null,
): Value | undefined {
  const thread = t.thread;
  if (thread !== null && thread.running === t) return runtimeError(I, "can't (re)bind the current tasklet");
  if (isLinked(t)) return runtimeError(I, 'tasklet is scheduled');
  if (nestingLevel(s, t) !== 0) return runtimeError(I, 'tasklet has C state on its stack');
  if (thread !== null && thread.main === t && (args === null || s.isHosted)) {
    return runtimeError(I, "can't unbind the main tasklet");
  }
  if (args === null) {
    dropFrames(s, t);
    t.tempval = fn;
    if (fn !== null) adoptContext(s, t);
    return t;
  }
  const target = fn === null ? t.tempval : fn;
  if (target === null) {
    dropFrames(s, t);
    return runtimeError(I, 'the tasklet was not bound to a function');
  }
  if (thread === null) return runtimeError(I, 'tasklet has no thread');
  dropFrames(s, t);
  if (prepareCall(I, s, t, target, args, kw) === undefined) return undefined;
  if (fn !== null || t.context === null) adoptContext(s, t);
  return t;
}

/** `t.setup(*args, **kw)`, also `t(...)`: prepares the call of the bound function and makes `t` runnable. Returns `t`. */
export function setup(
  I: Interpreter,
  s: Scheduler,
  t: PyTasklet,
  args: Value[],
  kw: readonly string[] | null,
): Value | undefined {
  const thread = t.thread;
  if (t.frame !== null || (thread !== null && thread.running === t)) return runtimeError(I, 'tasklet is alive');
  const fn = t.tempval;
  if (fn === null) return runtimeError(I, 'the tasklet was not bound to a function');
  if (thread === null) return runtimeError(I, 'tasklet has no thread');
  if (prepareCall(I, s, t, fn, args, kw) === undefined) return undefined;
  if (t.context === null) adoptContext(s, t);
  s.makeRunnable(t);
  return t;
}
