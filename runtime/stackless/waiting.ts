/**
 * Tasklets that wait for time or for the host: sleep, time-outs, host functions that answer later. They float, and count as "still coming" so
 * that nobody takes an empty ring for a deadlock meanwhile.
 */
import type { PyException } from '../objects/exception.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { unlink } from './ring.ts';
import { schedulerOf } from './scheduler-of.ts';
import type { Scheduler } from './scheduler.ts';
import { isAlive } from './tasklet.ts';
import type { PyTasklet } from './tasklet.ts';
import { fallIdle, pushNative, refuseSwitch, transfer, TransferMode } from './transfer.ts';
import { Wait, WaitKind } from './wait.ts';

/** Blocks the running tasklet for `seconds` of the virtual clock (0 or less: until the others have had their turn). Result None. */
export function sleep(I: Interpreter, seconds: number): Value | undefined {
  const s = schedulerOf(I);
  const thread = s.thread;
  const due = s.clock + Math.max(0, seconds);
  // Who must not switch keeps the thread and lets the time pass.
  if (thread.switchTrap !== 0 || thread.isInCallback) return pushNative(I, THREAD_SLEEP_KIND, [undefined, due]);
  const c = thread.running!;
  c.tempval = null;
  if (seconds <= 0) return transfer(I, s, c, c.next!, TransferMode.CALL);
  return park(I, s, c, new Wait(WaitKind.SLEEP, c, due, s.waitSequence++, null, false));
}

/**
 * Takes the running tasklet off until the host calls `resumeFromHost` with the token returned. To be called by a native that then returns
 * undefined. Returns undefined if it may not switch now (raised).
 */
export function parkForHost(I: Interpreter): Wait | undefined {
  const s = schedulerOf(I);
  if (refuseSwitch(I, s.thread)) return undefined;
  const c = s.thread.running!;
  c.tempval = null;
  const wait = new Wait(WaitKind.HOST, c, 0, s.waitSequence++, null, false);
  park(I, s, c, wait);
  return wait;
}

function park(I: Interpreter, s: Scheduler, c: PyTasklet, wait: Wait): Value | undefined {
  const next = c.next!;
  unlink(s.thread, c);
  s.beginWait(c, wait);
  return next === c ? fallIdle(I, s, c) : transfer(I, s, c, next, TransferMode.CALL);
}

/** Gives the tasklet that waits with `token` its result and makes it runnable. False: it was woken otherwise, or has ended. */
export function resumeFromHost(s: Scheduler, token: Wait, value: Value): boolean {
  const t = token.tasklet;
  if (t === null) return false;
  t.tempval = value;
  s.makeRunnable(t);
  return true;
}

/** As `resumeFromHost`, raising `exc` in the tasklet. */
export function failFromHost(s: Scheduler, token: Wait, exc: PyException): boolean {
  return resumeFromHost(s, token, s.makeBomb(exc));
}

/** Will throw `exc` into `t` in `seconds`, unless cancelled with `cancelTimeout`; if `onlyIfBlocked`, only if it is blocked on a channel then. */
export function startTimeout(
  s: Scheduler,
  t: PyTasklet,
  seconds: number,
  exc: PyException,
  onlyIfBlocked: boolean,
): Wait {
  const wait = new Wait(WaitKind.TIMEOUT, t, s.clock + seconds, s.waitSequence++, exc, onlyIfBlocked);
  s.timers.add(wait);
  s.waiting++;
  return wait;
}

/** False: it has fired already, or was cancelled before. */
export function cancelTimeout(s: Scheduler, wait: Wait): boolean {
  if (wait.tasklet === null) return false;
  wait.tasklet = null;
  wait.exc = null;
  s.waiting--;
  s.timers.noteCancelled();
  return true;
}

/** Lets `seconds` pass on the virtual clock: whatever is due by then happens, in order. To be called between runs, or by a host function. */
export function advanceClock(s: Scheduler, seconds: number): void {
  s.clock += seconds;
  for (let wait = s.timers.takeDue(s.clock); wait !== null; wait = s.timers.takeDue(s.clock)) {
    const t = wait.tasklet!;
    wait.tasklet = null;
    s.waiting--;
    if (wait.kind === WaitKind.SLEEP) {
      t.wait = null;
      s.makeRunnable(t);
      continue;
    }
    const exc = wait.exc!;
    wait.exc = null;
    if (!isAlive(t) || (wait.onlyIfBlocked && t.channel === null)) continue;
    raiseFromOutside(s, t, exc);
  }
}

/** Raises `exc` in `t` when it runs next; `t` may be the running tasklet, stopped at a safepoint between two host runs. */
export function raiseFromOutside(s: Scheduler, t: PyTasklet, exc: PyException): void {
  if (t.thread !== null && t.thread.running === t) {
    s.I.exc = exc;
    return;
  }
  t.tempval = s.makeBomb(exc);
  s.makeRunnable(t);
}

/** Seconds until something on the clock is due; Infinity if nothing is. */
export function secondsToNext(s: Scheduler): number {
  const due = Math.min(s.timers.nextDue(), s.threadSleepsUntil);
  return Math.max(0, due - s.clock);
}

/** r = [delivered, due]: keeps the whole thread from running until then. */
export const THREAD_SLEEP_KIND = new NativeKind(
  'stackless.thread-sleep',
  (I, f) => {
    const s = schedulerOf(I);
    if (s.clock >= f.r[1]) {
      s.threadSleepsUntil = Infinity;
      return null;
    }
    s.threadSleepsUntil = f.r[1];
    s.stop('sleeping', null);
    return undefined;
  },
  (I) => {
    schedulerOf(I).threadSleepsUntil = Infinity;
    return undefined;
  },
);
