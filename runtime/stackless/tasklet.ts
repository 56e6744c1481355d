/**
 * Payload of `tasklet`: a chain of frames that runs on its own, and where it stands (spec 1.2, 3.2).
 *
 * `next`/`prev` link it into one of two things: the ring of its thread (circular, never null) or the queue of a channel (null at the ends,
 * `channel` set). A tasklet in neither is *floating*. A million of them may be waiting, so the object stays small: rare state goes to
 * `extra`, and there is no Map and no array here.
 *
 * `frame` is the top of its chain while it is suspended; null while it runs (then `I.frame` is) and when it is dead.
 */
import { PyCode } from '../objects/code.ts';
import type { Frame } from '../objects/frame.ts';
import { PyFunction } from '../objects/function.ts';
import { PyMethod } from '../objects/method.ts';
import { PyNative } from '../objects/native-function.ts';
import { PyType } from '../objects/type.ts';
import type { Shape } from '../objects/shape.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { ExcInfo } from '../vm/generator.ts';
import type { PyChannel } from './channel.ts';
import type { SchedulerThread } from './scheduler-thread.ts';
import type { Wait } from './wait.ts';

/** Bits of `PyTasklet.flags`. Those up to PENDING_IRQ are where pickled states have them (spec 9.3). */
export const enum TaskletFlag {
  ATOMIC = 4,
  IGNORE_NESTING = 8,
  BLOCK_TRAP = 32,
  ZOMBIE = 64,
  PENDING_IRQ = 128,
  /** Suspended inside a call: whoever resumes it delivers `tempval`. Clear if it stands at a safepoint or has never run. */
  AWAITS_RESULT = 256,
  /** Its function has been called. */
  STARTED = 512,
  /** Its function has returned or raised; it is still the running tasklet, for the last time. */
  ENDING = 1024,
  /** Left the processor while soft switching was off: counts as having foreign state (spec 7.4). */
  HARD_SWITCHED = 2048,
}

/** The context variables of a tasklet, shared by those that were bound under it; filled by `_contextvars` on first use. */
export class ContextBox {
  context: Value | null = null;
}

/** State that few tasklets have. */
export class TaskletExtra {
  traceFunction: Value = null;
  profileFunction: Value = null;
  /** Evaluator entries that could not be suspended in the reference implementation (spec 7.4). */
  nesting = 0;
  /** The emulated `cstack` object, once asked for. */
  cstack: PyObject | null = null;
}

export class PyTasklet extends PyObject {
  /** Home thread; null once that has ended. */
  thread: SchedulerThread | null;
  frame: Frame | null;
  /** What the call that suspended it will return; a bomb is raised there instead. null (None) at rest. */
  tempval: Value;
  next: PyTasklet | null;
  prev: PyTasklet | null;
  /** The channel in whose queue it is. */
  channel: PyChannel | null;
  /** Timer or host operation it waits for, floating; null otherwise. */
  wait: Wait | null;
  flags: number;
  excInfo: ExcInfo | null;
  context: ContextBox | null;
  /** The bound function from binding to the end; afterwards its name, as a str. null: never bound. */
  fn: Value;
  /** Ticks charged so far, up to its last switch. */
  ticksUsed: number;
  /** `ticksUsed` when it first ran in host run number `usageRun`: what a frame report subtracts. */
  ticksBefore: number;
  usageRun: number;
  extra: TaskletExtra | null;
  constructor(cls: PyType, thread: SchedulerThread | null) {
    super(cls);
    this.thread = thread;
    this.frame = null;
    this.tempval = null;
    this.next = null;
    this.prev = null;
    this.channel = null;
    this.wait = null;
    this.flags = 0;
    this.excInfo = null;
    this.context = null;
    this.fn = null;
    this.ticksUsed = 0;
    this.ticksBefore = 0;
    this.usageRun = 0;
    this.extra = null;
  }
}

/** An instance of a Python class derived from tasklet: attribute storage as in PyInstance. */
export class PyTaskletObject extends PyTasklet {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, thread: SchedulerThread | null) {
    super(cls, thread);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** Linked into the ring or a channel's queue. */
export function isLinked(t: PyTasklet): boolean {
  return t.next !== null || t.channel !== null;
}

/** Runs, or could run: has frames and a living home thread. */
export function isAlive(t: PyTasklet): boolean {
  const thread = t.thread;
  return thread !== null && (t.frame !== null || thread.running === t);
}

/** Tells its thread that a census has met `t`. */
export function noteFound(t: PyTasklet): void {
  const thread = t.thread;
  if (thread === null || t === thread.main) return;
  if (t.frame !== null || thread.running === t) thread.foundAlive++;
  if (t.channel !== null) thread.foundBlocked++;
}

export function isFloating(t: PyTasklet): boolean {
  return t.next === null && t.channel === null;
}

export function extraOf(t: PyTasklet): TaskletExtra {
  if (t.extra === null) t.extra = new TaskletExtra();
  return t.extra;
}

/** The qualified name of its function; '' if it was never bound. */
export function taskletName(t: PyTasklet): string {
  return callableName(t.fn);
}

/** Qualified name of a callable; '' if it has none. */
export function callableName(fn: Value): string {
  if (typeof fn === 'string') return fn;
  if (fn instanceof PyFunction) return fn.qualname;
  if (fn instanceof PyMethod) return callableName(fn.fn);
  if (fn instanceof PyNative) return fn.name;
  if (fn instanceof PyType) return fn.qualname;
  if (fn instanceof PyCode) return fn.run.code.filename;
  return fn instanceof PyObject ? fn.cls.name : '';
}
