/**
 * The scheduler of one runtime: implements what the driver asks for (vm/hooks.ts) and owns everything that is not a tasklet's own.
 *
 * Time. `I.ticks` counts down to the nearest moment at which somebody wants attention; `total()` is what has passed since the start. A switch
 * moves deadlines (watchdog slice, quantum) only into the future, so it does not touch `I.ticks`: the safepoint that comes too early finds
 * nothing due and arms the next. Whoever moves a deadline nearer calls `armNext`.
 */
import type { PyException } from '../objects/exception.ts';
import type { Frame } from '../objects/frame.ts';
import type { PyType } from '../objects/type.ts';
import type { Value } from '../objects/value.ts';
import { ExcInfo } from '../vm/generator.ts';
import type { RootHolder } from '../vm/census.ts';
import type { SchedulerHooks } from '../vm/hooks.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { UNLIMITED_TICKS } from '../vm/interpreter.ts';
import { explode, isBomb, PyBomb } from './bomb.ts';
import { leaveChannel } from './channel.ts';
import { HOST_MAIN_KIND, hostFrame, MAIN_ROOT_KIND } from './host-main.ts';
import { HostBudget } from './host-budget.ts';
import type { StopReason } from './host-budget.ts';
import { append } from './ring.ts';
import { RunFlag, SchedulerThread, INITIAL_THREAD_ID } from './scheduler-thread.ts';
import { PyTasklet, TaskletFlag, taskletName } from './tasklet.ts';
import { TimerHeap } from './timers.ts';
import { WaitKind } from './wait.ts';
import type { Wait } from './wait.ts';
import { interrupt } from './watchdog.ts';
import { serveBudget } from './serve-budget.ts';

/** Ticks between two looks at the sum of small growth. */
const MEMORY_CHECK_TICKS = 16_384;

export interface SchedulerOptions {
  readonly taskletType: PyType;
  readonly bombType: PyType;
  /** Tasklets alive at once; one more raises MemoryError. */
  readonly maxTasklets: number;
}

export class Scheduler implements SchedulerHooks, RootHolder {
  readonly I: Interpreter;
  /** The thread that is executing. */
  thread: SchedulerThread;
  readonly initialThread: SchedulerThread;
  readonly threads: SchedulerThread[];
  /** The host owns main: it is parked while the host's runs last (host-main.ts). False: main runs a script. */
  isHosted = true;

  scheduleCallback: Value = null;
  channelCallback: Value = null;
  errorHandler: Value = null;
  /** What enable_softswitch() says; without effect but for the emulated nesting level. */
  softSwitch = true;
  pickleFlagsDefault = 0;

  /** Total ticks at which `I.ticks` reaches zero. */
  private grantEnd: number;
  /** Total ticks at the last switch: charged to tasklets up to there. */
  private chargedTo = 0;
  /** Number of the census whose findings are in the counters. */
  private adoptedCensus = 0;

  /** Tasklets with frames, main not counted. Those that nobody can reach any more count until the next census. */
  alive = 0;
  /** Tasklets ever made. */
  created = 0;
  /** Tasklets in channel queues. */
  blocked = 0;
  /** Tasklets asleep or waiting for the host: while there are any, running out of runnable tasklets is no deadlock. */
  waiting = 0;
  /** Those of them that wait for the host. */
  waitingForHost = 0;
  /** Switches so far, those to a host's main not counted. */
  switches = 0;
  readonly maxTasklets: number;

  /** Seconds; the host advances it. */
  clock = 0;
  waitSequence = 0;
  readonly timers = new TimerHeap();
  /** Tokens that the host holds: their tasklets are alive. */
  private readonly hostWaits = new Set<Wait>();
  /** A tasklet that may not switch sleeps: nobody runs until then. Infinity: no. */
  threadSleepsUntil = Infinity;

  readonly budget = new HostBudget();
  /** Host runs so far. */
  runNumber = 0;
  /** The run ends when this tasklet has. */
  until: PyTasklet | null = null;
  /** Tasklets that ran in this host run, if the host wants to know. */
  touched: PyTasklet[] | null = null;
  stopReason: StopReason | null = null;
  stopError: PyException | null = null;
  /** Who was running when the budget of the last run ended. */
  budgetVictim: PyTasklet | null = null;
  /** What interrupt policy `return` hands to the host. */
  handedOver: PyTasklet | null = null;
  isRunning = false;

  readonly taskletType: PyType;
  private readonly bombType: PyType;
  readonly mainRootKind = MAIN_ROOT_KIND;

  constructor(I: Interpreter, options: SchedulerOptions) {
    this.I = I;
    this.taskletType = options.taskletType;
    this.bombType = options.bombType;
    this.maxTasklets = options.maxTasklets;
    this.grantEnd = I.ticks;
    const main = new PyTasklet(this.taskletType, null);
    const thread = new SchedulerThread(INITIAL_THREAD_ID, main);
    main.thread = thread;
    main.flags |= TaskletFlag.STARTED;
    main.excInfo = I.excInfo;
    append(thread, main);
    this.thread = thread;
    this.initialThread = thread;
    this.threads = [thread];
    I.frame = hostFrame(main);
  }

  // -- time ----------------------------------------------------------------------------------------

  /** Ticks since the runtime was made. */
  total(): number {
    return this.grantEnd - this.I.ticks;
  }

  /** Lets `I.ticks` run out at the nearest deadline. */
  armNext(): void {
    const now = this.total();
    const thread = this.thread;
    let end = this.budget.nextDeadline(thread.sliceStart);
    // The driver looks at the memory when ticks run out: at these moments at least, wherever budgets end.
    const memoryCheck = (Math.floor(now / MEMORY_CHECK_TICKS) + 1) * MEMORY_CHECK_TICKS;
    if (memoryCheck < end) end = memoryCheck;
    if (thread.isArmed && thread.watermark < end) end = thread.watermark;
    let grant = end - now;
    if (grant < 0) grant = 0;
    if (grant > UNLIMITED_TICKS) grant = UNLIMITED_TICKS;
    this.grantEnd = now + grant;
    this.I.ticks = grant;
  }

  safepoint(I: Interpreter): void {
    const now = this.total();
    const thread = this.thread;
    if (I.memory.censusCount !== this.adoptedCensus) this.adoptCensus();
    if (thread.running !== null) {
      if (thread.isArmed && now > thread.watermark) interrupt(I, this);
      // Only one of them may switch; the others come at the next safepoint.
      else if (now > this.budget.nextDeadline(thread.sliceStart)) serveBudget(I, this, now);
    }
    this.armNext();
  }

  // -- switching -----------------------------------------------------------------------------------

  performSwitch(I: Interpreter): void {
    const thread = this.thread;
    const prev = thread.running;
    const now = this.grantEnd - I.ticks;
    if (prev !== null) this.switchOut(I, prev, now);
    const next = thread.target;
    thread.target = null;
    thread.running = next;
    thread.sliceStart = now;
    this.chargedTo = now;
    if (next === null) {
      I.frame = I.haltFrame;
      this.stop(this.waitingForHost !== 0 ? 'waiting' : 'sleeping', null);
      return;
    }
    thread.head = next;
    if (thread.isArmed && (thread.runFlags & RunFlag.TOTAL_TIMEOUT) === 0) thread.watermark = now + thread.interval;
    this.switchIn(I, next);
  }

  private switchOut(I: Interpreter, prev: PyTasklet, now: number): void {
    this.charge(prev, now);
    if ((prev.flags & TaskletFlag.ENDING) !== 0) {
      prev.fn = taskletName(prev);
      prev.flags &= TaskletFlag.ATOMIC | TaskletFlag.IGNORE_NESTING | TaskletFlag.BLOCK_TRAP;
      prev.frame = null;
      prev.excInfo = null;
      prev.extra = null;
      return;
    }
    prev.frame = I.frame;
    prev.excInfo = I.excInfo;
    if (!this.softSwitch) prev.flags |= TaskletFlag.HARD_SWITCHED;
  }

  private switchIn(I: Interpreter, next: PyTasklet): void {
    const f: Frame = next.frame!;
    I.frame = f;
    next.frame = null;
    if (next.excInfo === null) I.excInfo = new ExcInfo();
    else {
      I.excInfo = next.excInfo;
      next.excInfo = null;
    }
    const flags = next.flags;
    next.flags = flags & ~(TaskletFlag.AWAITS_RESULT | TaskletFlag.HARD_SWITCHED);
    if (f.code !== HOST_MAIN_KIND && ++this.switches > this.budget.switchLimit) this.stop('budget', null);
    const v = next.tempval;
    next.tempval = null;
    if (isBomb(v)) {
      explode(I, v);
      return;
    }
    if ((flags & TaskletFlag.AWAITS_RESULT) !== 0) {
      const step = f.step;
      f.r[step.dst] = v;
      f.step = step.next;
    }
  }

  /** Charges `t`, which is running, for the ticks since it was switched in or last charged. */
  charge(t: PyTasklet, now: number): void {
    if (this.touched !== null && t.usageRun !== this.runNumber) {
      t.usageRun = this.runNumber;
      t.ticksBefore = t.ticksUsed;
      this.touched.push(t);
    }
    t.ticksUsed += now - this.chargedTo;
    this.chargedTo = now;
  }

  // -- tasklets ------------------------------------------------------------------------------------

  /** Brings a living tasklet into its thread's ring, from wherever it is. */
  makeRunnable(t: PyTasklet): void {
    if (t.channel !== null) this.leaveChannel(t);
    else if (t.next !== null) return;
    if (t.wait !== null) this.cancelWait(t);
    append(t.thread!, t);
  }

  /** Takes a blocked tasklet out of its channel; it floats then. */
  leaveChannel(t: PyTasklet): void {
    leaveChannel(t);
    this.blocked--;
  }

  makeBomb(exc: PyException): PyBomb {
    const bomb = new PyBomb(this.bombType);
    bomb.type = exc.cls;
    bomb.value = exc;
    if (exc.traceback !== null) bomb.traceback = exc.traceback;
    return bomb;
  }

  // -- waits ---------------------------------------------------------------------------------------

  /** `wait` begins: its tasklet has left the ring. */
  beginWait(t: PyTasklet, wait: Wait): void {
    t.wait = wait;
    this.waiting++;
    if (wait.kind === WaitKind.HOST) {
      this.waitingForHost++;
      this.hostWaits.add(wait);
    } else this.timers.add(wait);
  }

  /** `t` does not wait any longer, because it is over or because somebody wakes it otherwise. */
  cancelWait(t: PyTasklet): void {
    const wait = t.wait!;
    t.wait = null;
    wait.tasklet = null;
    this.waiting--;
    if (wait.kind === WaitKind.HOST) {
      this.waitingForHost--;
      this.hostWaits.delete(wait);
    } else this.timers.noteCancelled();
  }

  /** Takes a census, for there seem to be too many tasklets. False: there are. */
  recount(): boolean {
    const I = this.I;
    // A census costs time even where no memory is won.
    I.ticks -= this.maxTasklets >> 3;
    const left = I.memory.settle();
    if (left >= 0) I.bytesLeft = left;
    this.adoptCensus();
    return this.alive < this.maxTasklets;
  }

  private adoptCensus(): void {
    this.adoptedCensus = this.I.memory.censusCount;
    this.alive = 0;
    this.blocked = 0;
    for (const thread of this.threads) {
      this.alive += thread.foundAlive;
      this.blocked += thread.foundBlocked;
    }
  }

  /** Every tasklet that can still run is reached from here, or from a channel or variable of a script. */
  visitRoots(visit: (child: any) => void): void {
    for (const thread of this.threads) {
      thread.foundAlive = 0;
      thread.foundBlocked = 0;
      visit(thread.main);
      visit(thread.head);
      visit(thread.running);
      visit(thread.target);
      visit(thread.interrupted);
      visit(thread.watchdogs);
      for (const runner of thread.runners) visit(runner);
    }
    visit(this.scheduleCallback);
    visit(this.channelCallback);
    visit(this.errorHandler);
    visit(this.stopError);
    visit(this.handedOver);
    for (const wait of this.timers.waits) {
      visit(wait.tasklet);
      visit(wait.exc);
    }
    for (const wait of this.hostWaits) visit(wait.tasklet);
  }

  // -- host ----------------------------------------------------------------------------------------

  /** Ends the host's run as soon as the current step has. The first reason counts, unless the program ends or has failed. */
  stop(reason: StopReason, error: PyException | null): void {
    if (this.stopReason === null || reason === 'exit' || reason === 'error') {
      this.stopReason = reason;
      this.stopError = error;
    }
    this.I.halt();
  }
}
