/**
 * `stackless.run()` and its interrupts (spec 5): parks the caller until nobody else can run, an uncaught error or a time-out in ticks.
 */
import { NativeKind } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import { newList } from '../objects/list.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { append, unlink } from './ring.ts';
import { schedulerOf } from './scheduler-of.ts';
import type { Scheduler } from './scheduler.ts';
import { RunFlag } from './scheduler-thread.ts';
import type { SchedulerThread } from './scheduler-thread.ts';
import { isFloating, TaskletFlag } from './tasklet.ts';
import type { PyTasklet } from './tasklet.ts';
import { allowsInterrupt, fallIdle, pushNative, refuseSwitch, transfer, TransferMode } from './transfer.ts';

// r = [delivered, caller, flags of this call]
const CALLER = 1;
const FLAGS = 2;

/** Lies under the caller of run() while it is parked; takes its entry off the list however control comes back. */
export const RUN_KIND = new NativeKind(
  'stackless.run',
  (I, f) => {
    const r = f.r;
    if (r[0] === undefined && park(I as Interpreter, r[CALLER]) === undefined) return undefined;
    const thread = schedulerOf(I).thread;
    popRunners(I, thread, r[CALLER]);
    return takeInterrupted(thread, r[FLAGS]);
  },
  (I, f) => {
    popRunners(I, schedulerOf(I).thread, f.r[CALLER]);
    return undefined;
  },
);

/** `run(timeout, ...)`. `timeout` in ticks; 0 or less: none. Result None, or the tasklet that a hard time-out interrupted. */
export function run(I: Interpreter, timeout: number, flags: RunFlag): Value | undefined {
  const s = schedulerOf(I);
  const thread = s.thread;
  const c = thread.running!;
  // Alone, it comes back at once, unless it has to wait for a sleeper.
  if ((c.next !== c || s.waiting !== 0) && refuseSwitch(I, thread)) return undefined;
  // Only the outermost timed run interrupts; flags of the others are without effect.
  if (timeout > 0 && thread.interruptSlot === null) {
    thread.interruptSlot = c;
    thread.isArmed = true;
    thread.runFlags = flags;
    thread.interval = timeout;
    thread.watermark = s.total() + timeout;
    s.armNext();
  }
  thread.runners.push(c);
  showWatchdogs(I, thread);
  return pushNative(I, RUN_KIND, [undefined, c, flags]);
}

/** `run_n_tasklets(n)`: as run(), but at most `n` times a tasklet is chosen; those it runs or hands over to itself do not count. */
export function runTasklets(I: Interpreter, n: number): Value | undefined {
  const thread = schedulerOf(I).thread;
  const c = thread.running!;
  if (thread.counter === null && !(c.next !== c && refuseSwitch(I, thread))) {
    thread.counter = c;
    thread.countdown = n;
  }
  return I.exc !== null ? undefined : run(I, 0, RunFlag.NONE);
}

/** Takes the caller out of the ring and switches away. A value means that there was nothing to wait for. */
function park(I: Interpreter, c: PyTasklet): Value | undefined {
  const s = schedulerOf(I);
  const thread = s.thread;
  const next = c.next!;
  if (next !== c) {
    unlink(thread, c);
    c.tempval = null;
    return transfer(I, s, c, next, TransferMode.CALL);
  }
  if (s.waiting === 0) return null;
  unlink(thread, c);
  c.tempval = null;
  return fallIdle(I, s, c);
}

/** Takes the entry of `t` and all above it off the list of runners (spec 5.2 step 6); does nothing if it has none. */
export function popRunners(I: Interp, thread: SchedulerThread, t: PyTasklet): void {
  const runners = thread.runners;
  const at = runners.lastIndexOf(t);
  if (at < 0) return;
  while (runners.length > at) {
    const popped = runners.pop()!;
    if (popped === thread.interruptSlot) disarm(thread);
    if (popped === thread.counter) thread.counter = null;
    if (popped !== t && isFloating(popped) && popped.frame !== null) append(thread, popped);
  }
  showWatchdogs(I, thread);
}

/** Takes a tasklet whose frames were thrown away off the list; the others stay. */
export function forgetRunner(I: Interp, t: PyTasklet): void {
  const thread = t.thread;
  if (thread === null || thread.runners.indexOf(t) < 0) return;
  thread.runners = thread.runners.filter((runner) => runner !== t);
  if (thread.interruptSlot === t) disarm(thread);
  if (thread.counter === t) thread.counter = null;
  showWatchdogs(I, thread);
}

/** While the slot is free no interrupt is armed, so there is never an earlier one to restore. */
function disarm(thread: SchedulerThread): void {
  thread.interruptSlot = null;
  thread.isArmed = false;
  thread.runFlags = RunFlag.NONE;
}

/** Keeps Python's list in step: one list object for the life of the thread. */
function showWatchdogs(I: Interp, thread: SchedulerThread): void {
  if (thread.watchdogs === null) thread.watchdogs = newList(I, []);
  const list = thread.watchdogs;
  const items = list.items;
  items.length = 0;
  items.push(thread.interruptSlot);
  for (const runner of thread.runners) items.push(runner);
  if (items.length > list.allocated) list.allocated = items.length;
}

/** Spec 5.2 step 8. */
function takeInterrupted(thread: SchedulerThread, flags: RunFlag): Value {
  const victim = thread.interrupted;
  if (victim === null) return null;
  thread.interrupted = null;
  if ((flags & RunFlag.SOFT) !== 0) return null;
  if (victim.channel === null && victim.next !== null) unlink(thread, victim);
  return victim;
}

/** The watermark has been passed: interrupts the running tasklet, or notes that it has to be (spec 5.5). */
export function interrupt(I: Interpreter, s: Scheduler): void {
  const thread = s.thread;
  const t = thread.running!;
  const runner = thread.interruptSlot;
  thread.watermark = s.total() + thread.interval;
  if (
    runner === null ||
    runner === t ||
    (thread.runFlags & RunFlag.SOFT) !== 0 ||
    (t.flags & TaskletFlag.ATOMIC) !== 0 ||
    thread.isInCallback ||
    thread.switchTrap !== 0 ||
    !allowsInterrupt(s, thread, t)
  ) {
    t.flags |= TaskletFlag.PENDING_IRQ;
    return;
  }
  t.flags &= ~TaskletFlag.PENDING_IRQ;
  thread.interrupted = t;
  transfer(I, s, t, runner, TransferMode.INTERRUPT);
}

/** To be called when the running tasklet may have become interruptible: an interrupt noted meanwhile fires at the next safepoint. */
export function deliverNoted(s: Scheduler): void {
  const thread = s.thread;
  const t = thread.running;
  if (t === null || (t.flags & TaskletFlag.PENDING_IRQ) === 0 || !thread.isArmed) return;
  if ((thread.runFlags & RunFlag.SOFT) !== 0 || (t.flags & TaskletFlag.ATOMIC) !== 0 || !allowsInterrupt(s, thread, t))
    return;
  t.flags &= ~TaskletFlag.PENDING_IRQ;
  thread.watermark = s.total() - 1;
  s.armNext();
}
