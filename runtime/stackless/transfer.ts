/**
 * SWITCH and BLOCK (spec 1.4, 1.5): every operation that may change the running tasklet ends here.
 *
 * Ring and channels change at once; the frames are exchanged by `Scheduler.performSwitch` when the driver gets control back. Operations ask
 * `refuseSwitch` and `successorOfLast` before they change anything, so nothing ever has to be rolled back.
 */
import { Frame } from '../objects/frame.ts';
import type { NativeKind } from '../objects/frame.ts';
import { runtimeError } from '../objects/raise.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { NATIVE_STEP } from '../vm/native-step.ts';
import { explode, isBomb } from './bomb.ts';
import { SCHEDULE_CALLBACK_KIND } from './callbacks.ts';
import { insertAfter } from './ring.ts';
import type { Scheduler } from './scheduler.ts';
import { RunFlag } from './scheduler-thread.ts';
import type { SchedulerThread } from './scheduler-thread.ts';
import { isFloating, isLinked, TaskletFlag } from './tasklet.ts';
import type { PyTasklet } from './tasklet.ts';
import { nestingLevel } from './nesting.ts';

/** How `transfer` is to treat the outgoing tasklet. */
export const enum TransferMode {
  /** It is inside a call whose result is its `tempval` when it resumes. */
  CALL,
  /** As CALL, for the hand-over of a channel operation: a soft interrupt waits for the next occasion. */
  HAND_OVER,
  /** As CALL, to a tasklet that the caller has chosen. */
  CHOSEN,
  /** It was stopped at a safepoint: it goes on there. */
  INTERRUPT,
}

/** True (and raised) if the thread may not switch now. */
export function refuseSwitch(I: Interpreter, thread: SchedulerThread): boolean {
  if (thread.switchTrap === 0 && !thread.isInCallback) return false;
  runtimeError(I, thread.isInCallback ? 'cannot switch tasklets inside a schedule or channel callback' : 'switch_trap');
  return true;
}

/** Takes `t.tempval`, leaving None: returns it, or raises it if it is a bomb. `t` must be running. */
export function takeTempval(I: Interpreter, t: PyTasklet): Value | undefined {
  const v = t.tempval;
  t.tempval = null;
  return isBomb(v) ? explode(I, v) : v;
}

/**
 * Switches from the running tasklet `prev` to `next`, which is taken out of whatever it waits for. Returns the result if they are the same;
 * else undefined: the switch is under way, and the result will be delivered when `prev` resumes.
 */
export function transfer(
  I: Interpreter,
  s: Scheduler,
  prev: PyTasklet,
  next: PyTasklet,
  mode: TransferMode,
): Value | undefined {
  const thread = s.thread;
  if (next.next === null || next.channel !== null) s.makeRunnable(next);
  if ((prev.flags & TaskletFlag.PENDING_IRQ) !== 0) next = softInterrupt(s, thread, prev, next, mode);
  if (thread.counter !== null && mode === TransferMode.CALL) next = countDown(thread, thread.counter, prev, next);
  if (next === prev) return takeTempval(I, prev);
  if (mode !== TransferMode.INTERRUPT) prev.flags |= TaskletFlag.AWAITS_RESULT;
  thread.target = next;
  if (s.scheduleCallback === null) return I.requestSwitch();
  thread.isInCallback = true;
  return pushNative(I, SCHEDULE_CALLBACK_KIND, [undefined, prev, next, 0, mode === TransferMode.INTERRUPT]);
}

/** Switches `prev`, which has left the ring, to nobody: the thread is idle until something becomes runnable. */
export function fallIdle(I: Interpreter, s: Scheduler, prev: PyTasklet): undefined {
  prev.flags |= TaskletFlag.AWAITS_RESULT;
  s.thread.target = null;
  return I.requestSwitch();
}

/**
 * Puts a continuation on top of the frames, to be run by the driver. Unlike `I.enter` it cannot fail, so it may be used where the operation
 * has had its effect already; its frame may be one deeper than the recursion limit.
 */
export function pushNative(I: Interpreter, kind: NativeKind, r: any[]): undefined {
  const entry = I.frame;
  I.frame = new Frame(kind, r, NATIVE_STEP, entry, entry.depth + 1);
  return undefined;
}

/** The tasklet that gets control when a thread runs out of runnable ones: the innermost that is parked in run(), else main. */
export function innermostRunner(thread: SchedulerThread): PyTasklet {
  const runners = thread.runners;
  return runners.length === 0 ? thread.main : runners[runners.length - 1];
}

/**
 * Who runs when `last`, alone in the ring, leaves it: a tasklet to revive (`last` itself if it will float and nobody else waits for control),
 * null: nobody, until a sleeper wakes or the host answers; undefined: nobody ever, a deadlock.
 */
export function successorOfLast(s: Scheduler, last: PyTasklet, willFloat: boolean): PyTasklet | null | undefined {
  if (s.waiting !== 0) return null;
  const w = innermostRunner(s.thread);
  return (w === last ? willFloat : isFloating(w)) ? w : undefined;
}

export function deadlockError(I: Interpreter): undefined {
  return runtimeError(I, 'Deadlock: the last runnable tasklet cannot be blocked.');
}

/** A noted interrupt of a soft run() is served when its tasklet gives way (spec 5.5). Returns who runs next instead of `next`. */
function softInterrupt(
  s: Scheduler,
  thread: SchedulerThread,
  prev: PyTasklet,
  next: PyTasklet,
  mode: TransferMode,
): PyTasklet {
  if (!thread.isArmed || (thread.runFlags & RunFlag.SOFT) === 0 || thread.switchTrap !== 0) return next;
  prev.flags &= ~TaskletFlag.PENDING_IRQ;
  const runner = thread.interruptSlot;
  if (runner === null || runner === prev || runner === next || isLinked(runner)) return next;
  if (mode === TransferMode.HAND_OVER || !allowsInterrupt(s, thread, next)) {
    next.flags |= TaskletFlag.PENDING_IRQ;
    return next;
  }
  thread.interrupted = next;
  insertAfter(thread, runner, next.prev!);
  return runner;
}

/** run_n_tasklets(): when the last one it allows gives way, its caller comes before whoever would be next. */
function countDown(thread: SchedulerThread, counter: PyTasklet, prev: PyTasklet, next: PyTasklet): PyTasklet {
  if (thread.countdown-- > 0 || counter === prev || counter === next || isLinked(counter)) return next;
  insertAfter(thread, counter, next.prev!);
  return counter;
}

/** Whether `t` may be interrupted in spite of foreign state it may have (spec 5.5, 7.4). */
export function allowsInterrupt(s: Scheduler, thread: SchedulerThread, t: PyTasklet): boolean {
  return (
    (t.flags & TaskletFlag.IGNORE_NESTING) !== 0 ||
    (thread.runFlags & RunFlag.IGNORE_NESTING) !== 0 ||
    nestingLevel(s, t) === 0
  );
}
