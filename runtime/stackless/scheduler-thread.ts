/**
 * The scheduler's record of one Python thread (spec 1.1). There is one of them so far; nothing outside `scheduler.ts` assumes so.
 */
import type { PyList } from '../objects/list.ts';
import type { PyTasklet } from './tasklet.ts';

/** What `_thread.get_ident()` says on the initial thread: a number like CPython's, the same in every run. */
export const INITIAL_THREAD_ID = 0x7f3900000000;

/** Options of the timed `run()` whose interrupt is armed. */
export const enum RunFlag {
  NONE = 0,
  THREAD_BLOCK = 1,
  SOFT = 2,
  IGNORE_NESTING = 4,
  TOTAL_TIMEOUT = 8,
}

export class SchedulerThread {
  readonly id: number;
  /** Wraps the thread's outermost execution. */
  main: PyTasklet;
  /** Head of the ring: the running tasklet, but for the moments between leaving the ring and being switched out. */
  head: PyTasklet | null;
  runcount: number;
  /** The tasklet whose frames are on the processor; null: idle, nothing was runnable. */
  running: PyTasklet | null;
  /** Who is switched to once the running native has returned; null: nobody, the thread falls idle. */
  target: PyTasklet | null;
  /** Tasklets parked in `run()`, outermost first. */
  runners: PyTasklet[];
  /** The runner whose time-out is armed. */
  interruptSlot: PyTasklet | null;
  /** Python's view of the two fields above: `[interruptSlot, runner, ...]`; made by the first run(). */
  watchdogs: PyList | null;
  isArmed: boolean;
  /** The interrupt fires at the first safepoint where more ticks than this have passed. */
  watermark: number;
  /** Ticks of a time slice of the armed run(). */
  interval: number;
  runFlags: RunFlag;
  /** Victim of the last interrupt, until run() takes it. */
  interrupted: PyTasklet | null;
  /** The caller of run_n_tasklets(), and the scheduling decisions it still allows. */
  counter: PyTasklet | null;
  countdown: number;
  switchTrap: number;
  /** A schedule or channel callback is running: no switch may happen. */
  isInCallback: boolean;
  /** Total ticks at the last switch: where the running tasklet's quantum began. */
  sliceStart: number;
  pickleFlags: number;
  /** Living and blocked tasklets that the current or last census has met. */
  foundAlive: number;
  foundBlocked: number;
  constructor(id: number, main: PyTasklet) {
    this.id = id;
    this.main = main;
    this.head = null;
    this.runcount = 0;
    this.running = main;
    this.target = null;
    this.runners = [];
    this.interruptSlot = null;
    this.watchdogs = null;
    this.isArmed = false;
    this.watermark = 0;
    this.interval = 0;
    this.runFlags = RunFlag.NONE;
    this.interrupted = null;
    this.counter = null;
    this.countdown = 0;
    this.switchTrap = 0;
    this.isInCallback = false;
    this.sliceStart = 0;
    this.pickleFlags = 0;
    this.foundAlive = 0;
    this.foundBlocked = 0;
  }
}
