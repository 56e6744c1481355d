/** schedule(), schedule_remove() and the tasklet methods insert, remove, run and switch (spec 1.7, 3.4-3.6). */
import { runtimeError } from '../objects/raise.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { explode, isBomb } from './bomb.ts';
import { unlink } from './ring.ts';
import { schedulerOf } from './scheduler-of.ts';
import type { Scheduler } from './scheduler.ts';
import type { PyTasklet } from './tasklet.ts';
import {
  deadlockError,
  fallIdle,
  refuseSwitch,
  successorOfLast,
  takeTempval,
  transfer,
  TransferMode,
} from './transfer.ts';

/** Lets the others run; the caller's turn comes again after them. Result: `value`, or what was put into its `tempval` meanwhile. */
export function schedule(I: Interpreter, value: Value): Value | undefined {
  const s = schedulerOf(I);
  const thread = s.thread;
  const c = thread.running!;
  const next = c.next!;
  if (next !== c && (thread.switchTrap !== 0 || thread.isInCallback) && refuseSwitch(I, thread)) return undefined;
  c.tempval = value;
  return transfer(I, s, c, next, TransferMode.CALL);
}

/** Leaves the ring; somebody has to insert, run or kill the caller. Result as `schedule`. */
export function scheduleRemove(I: Interpreter, value: Value): Value | undefined {
  const s = schedulerOf(I);
  const thread = s.thread;
  const c = thread.running!;
  let next: PyTasklet | null | undefined = c.next!;
  if (next === c) {
    next = successorOfLast(s, c, true);
    if (next === undefined) return deadlockError(I);
    if (next === c) return isBomb(value) ? explode(I, value) : value;
  }
  if ((thread.switchTrap !== 0 || thread.isInCallback) && refuseSwitch(I, thread)) return undefined;
  if (next !== null && isBomb(value) && thread.runcount === 1) next.tempval = value;
  unlink(thread, c);
  c.tempval = value;
  return next === null ? fallIdle(I, s, c) : transfer(I, s, c, next, TransferMode.CALL);
}

/** `t.insert()`: makes a paused tasklet runnable. Returns `t`. */
export function insert(I: Interpreter, t: PyTasklet): Value | undefined {
  const s = schedulerOf(I);
  if (t.channel !== null) return runtimeError(I, 'You cannot run a blocked tasklet');
  if (t.next !== null) return t;
  if (t.thread === null) return runtimeError(I, "Target thread isn't initialized");
  if (t.frame === null) return runtimeError(I, 'You cannot run an unbound(dead) tasklet');
  s.makeRunnable(t);
  return t;
}

/** `t.remove()`: takes a runnable tasklet out of the ring. Returns `t`. */
export function remove(I: Interpreter, t: PyTasklet): Value | undefined {
  if (t.channel !== null) return runtimeError(I, 'You cannot remove a blocked tasklet.');
  const thread = t.thread;
  if (thread === null || t.next === null) return t;
  // While the schedule callback runs, the tasklet it was told about is as good as current.
  if (thread.running === t || (thread.isInCallback && thread.target === t)) {
    return runtimeError(I, 'The current tasklet cannot be removed.');
  }
  unlink(thread, t);
  return t;
}

/** `t.run()`: switches to `t` at once; the caller stays where it is in the ring. */
export function runTasklet(I: Interpreter, t: PyTasklet): Value | undefined {
  const s = schedulerOf(I);
  const c = s.thread.running!;
  if (t === c) return takeTempval(I, c);
  if (!mayRun(I, t)) return undefined;
  if (t.thread !== s.thread) {
    s.makeRunnable(t);
    return takeTempval(I, c);
  }
  if (refuseSwitch(I, s.thread)) return undefined;
  return transfer(I, s, c, t, TransferMode.CHOSEN);
}

/** `t.switch()`: switches to `t`; the caller leaves the ring. */
export function switchTo(I: Interpreter, t: PyTasklet): Value | undefined {
  const s = schedulerOf(I);
  const c = s.thread.running!;
  if (t === c) return takeTempval(I, c);
  if (!mayRun(I, t)) return undefined;
  if (t.thread !== s.thread) return runtimeError(I, "can't switch to a different thread.");
  if (refuseSwitch(I, s.thread)) return undefined;
  // `t` first: the ring must not run empty in between.
  s.makeRunnable(t);
  unlink(s.thread, c);
  return transfer(I, s, c, t, TransferMode.CHOSEN);
}

/** True if `t` can be made runnable; else raises as spec 15.2 says for run and switch. */
function mayRun(I: Interpreter, t: PyTasklet): boolean {
  if (t.channel !== null) runtimeError(I, 'You cannot run a blocked tasklet');
  else if (t.thread === null) runtimeError(I, 'tasklet has no thread');
  else if (t.next === null && t.frame === null) runtimeError(I, 'You cannot run an unbound(dead) tasklet');
  else return true;
  return false;
}

/** Moves the running tasklet, stopped at a safepoint, behind the others. False: it is alone, or may not be switched out now. */
export function preempt(I: Interpreter, s: Scheduler, c: PyTasklet): boolean {
  const next = c.next;
  if (next === null || next === c) return false;
  transfer(I, s, c, next, TransferMode.INTERRUPT);
  return true;
}
