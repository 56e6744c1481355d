/**
 * The host's hold on the scheduler: running for a budget, and what it may do to tasklets between runs. Nothing here switches by itself.
 *
 * A run that ends because of its budget freezes everything where it stands; the next goes on there. Only a main that gets control, or the end
 * of the program, changes that.
 */
import type { PyCode } from '../objects/code.ts';
import type { PyDict } from '../objects/dict.ts';
import type { PyException } from '../objects/exception.ts';
import { makeException } from '../objects/exception.ts';
import { Frame } from '../objects/frame.ts';
import type { Value } from '../objects/value.ts';
import { NATIVE_STEP } from '../vm/native-step.ts';
import { adoptContext, prepareCall } from './bind.ts';
import type { PyChannel } from './channel.ts';
import type { RunLimits, StopReason } from './host-budget.ts';
import { HOST_MAIN_KIND, MAIN_ROOT_KIND } from './host-main.ts';
import { append, unlink } from './ring.ts';
import type { Scheduler } from './scheduler.ts';
import { isFloating, PyTasklet, taskletName } from './tasklet.ts';
import { innermostRunner, transfer, TransferMode } from './transfer.ts';
import { secondsToNext } from './waiting.ts';

export interface RunRequest extends RunLimits {
  /** Ends the run when this tasklet has ended. */
  readonly until?: PyTasklet | null;
  /** Collects who used how much. */
  readonly collectUsage?: boolean;
}

/** What one tasklet used during one run. */
export interface Usage {
  readonly tasklet: PyTasklet;
  /** Qualified name of its function. */
  readonly name: string;
  readonly ticks: number;
}

export interface RunResult {
  readonly reason: StopReason;
  readonly ticksUsed: number;
  /** Switches to tasklets. */
  readonly taskletsRun: number;
  /** The paused tasklet, with interrupt policy `return`. */
  readonly interrupted: PyTasklet | null;
  /** With reason `error` and `exit`. */
  readonly error: PyException | null;
  /** Runnable tasklets, a host's main not counted. */
  readonly runnableCount: number;
  readonly blockedCount: number;
  /** Asleep, or waiting for the host. */
  readonly waitingCount: number;
  /** Until the next thing on the clock; Infinity if there is nothing. */
  readonly sleepSeconds: number;
  /** In the order in which they first ran; null unless asked for. */
  readonly usage: readonly Usage[] | null;
}

/** Makes main the script's: it will call `fn` (module code: with its namespace as the only argument). */
export function beginScript(s: Scheduler, fn: Value, args: Value[]): void {
  const main = s.initialThread.main;
  s.isHosted = false;
  main.fn = fn;
  s.I.frame = new Frame(MAIN_ROOT_KIND, [undefined, main, args, null], NATIVE_STEP, null, 0);
}

/** Runs tasklets until the budget is used up or there is nothing to do. Must not be called from within a run. */
export function runFor(s: Scheduler, request: RunRequest): RunResult {
  if (s.isRunning) throw new Error('stackless: a run was started from inside a run');
  const I = s.I;
  const startTicks = s.total();
  const startSwitches = s.switches;
  s.runNumber++;
  s.stopReason = null;
  s.stopError = null;
  s.handedOver = null;
  s.threadSleepsUntil = Infinity;
  s.budgetVictim = null;
  s.until = request.until ?? null;
  s.touched = request.collectUsage === true ? [] : null;
  s.budget.begin(request, startTicks, startSwitches);
  s.armNext();
  s.isRunning = true;
  try {
    if (takeUp(s)) I.run();
  } finally {
    s.isRunning = false;
    s.until = null;
    s.budget.end();
  }
  const limit = request.tasklets === undefined ? Infinity : request.tasklets;
  const running = s.thread.running;
  if (running !== null) s.charge(running, s.total());
  const usage = s.touched === null ? null : s.touched.filter((t) => !s.isHosted || t !== s.thread.main).map(usageOf);
  s.touched = null;
  return {
    reason: s.stopReason ?? 'idle',
    ticksUsed: s.total() - startTicks,
    taskletsRun: Math.min(limit, s.switches - startSwitches),
    interrupted: s.handedOver,
    error: s.stopError,
    runnableCount: s.thread.runcount - (s.isHosted && s.thread.main.next !== null ? 1 : 0),
    blockedCount: s.blocked,
    waitingCount: s.waiting,
    sleepSeconds: secondsToNext(s),
    usage,
  };
}

function usageOf(t: PyTasklet): Usage {
  return { tasklet: t, name: taskletName(t), ticks: t.ticksUsed - t.ticksBefore };
}

/** Brings the thread to where it can go on; false: there is nothing to run. */
function takeUp(s: Scheduler): boolean {
  const thread = s.thread;
  if (thread.running === null) return leaveIdle(s);
  const main = thread.main;
  if (thread.running !== main || s.I.frame.code !== HOST_MAIN_KIND) return true;
  // The host's own run(): main leaves the ring until nobody else can go on.
  if (main.next === main) {
    s.stopReason = idleReason(s);
    return false;
  }
  const next = main.next!;
  unlink(thread, main);
  thread.runners.push(main);
  transfer(s.I, s, main, next, TransferMode.CALL);
  return true;
}

function idleReason(s: Scheduler): StopReason {
  return s.waitingForHost !== 0 ? 'waiting' : s.waiting !== 0 ? 'sleeping' : 'idle';
}

/** Nobody was runnable when the last run ended. */
function leaveIdle(s: Scheduler): boolean {
  const thread = s.thread;
  if (thread.head === null) {
    if (s.waiting !== 0) {
      s.stopReason = idleReason(s);
      return false;
    }
    // What they waited for was called off: whoever waits for the others gets control.
    const w = innermostRunner(thread);
    if (!isFloating(w)) {
      const text = 'Deadlock: the last runnable tasklet cannot be blocked.';
      w.tempval = s.makeBomb(makeException(s.I, s.I.types.exceptions.RuntimeError, [text]));
    }
    s.makeRunnable(w);
  }
  thread.target = thread.head;
  s.I.requestSwitch();
  return true;
}

/** Makes a tasklet that will call `fn`, at the end of the ring. undefined: MemoryError is raised. */
export function startTasklet(
  s: Scheduler,
  fn: Value,
  args: Value[],
  kw: readonly string[] | null,
): PyTasklet | undefined {
  const thread = s.initialThread;
  const t = new PyTasklet(s.taskletType, thread);
  s.created++;
  if (prepareCall(s.I, s, t, fn, args, kw) === undefined) return undefined;
  adoptContext(s, t);
  append(thread, t);
  return t;
}

/** Makes a tasklet that will run module code in `globals`. */
export function startCode(s: Scheduler, code: PyCode, globals: PyDict): PyTasklet | undefined {
  return startTasklet(s, code, [globals], null);
}

/** Gives `value` to the first receiver waiting on `ch`, which becomes runnable. False: nobody waits. */
export function sendToChannel(s: Scheduler, ch: PyChannel, value: Value): boolean {
  const t = ch.head;
  if (t === null || ch.balance > 0 || t.thread === null) return false;
  s.leaveChannel(t);
  t.tempval = value;
  append(t.thread, t);
  return true;
}
