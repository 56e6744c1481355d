/** What `run` takes and what it gives back. */
import type { InterruptPolicy } from '../runtime/index.ts';
import type { PythonObject } from './python-object.ts';

/** Limits of one run; the first to be reached ends it. */
export interface RunBudget {
  /** About one CPython bytecode each. */
  readonly ticks?: number;
  /** Milliseconds of real time. Runs that are limited by it are not reproducible. */
  readonly ms?: number;
  /** Switches to tasklets. */
  readonly tasklets?: number;
  /** Ticks after which a tasklet makes way for the next one. Default: it runs until it switches or the budget ends. */
  readonly quantum?: number;
  /** What happens to the tasklet that is running when the budget ends. Default 'reinsert': to the end of the queue. */
  readonly onInterrupt?: InterruptPolicy;
  /** Collect what each tasklet used, in `usage`. */
  readonly collectUsage?: boolean;
}

export type RunReason =
  /** Nothing can run, and nothing will by itself. */
  | 'idle'
  | 'budget'
  /** A tasklet ended with an uncaught exception, see `error`. The others go on in the next run. */
  | 'error'
  /** As idle, but tasklets are blocked on channels: only the host could wake them. */
  | 'deadlock'
  /** All that could run wait for promises of the host. */
  | 'waiting'
  /** All that could run sleep, see `nextTimerMs`. */
  | 'sleeping'
  /** The main script has ended, or `sys.exit` was called, see `exitCode`. */
  | 'exit';

/** An uncaught Python exception. */
export interface ScriptError {
  /** Class, with its module unless built in: `ValueError`, `game.ai.PathError`. */
  readonly type: string;
  readonly message: string;
  /** The traceback as python3 prints it. */
  readonly traceback: string;
  /** The exception object. */
  readonly value: PythonObject;
}

/** What one tasklet used. */
export interface TaskletUsage {
  readonly name: string;
  readonly ticks: number;
}

export interface RunResult {
  readonly reason: RunReason;
  /** Ticks used. */
  readonly ticks: number;
  /** Switches to tasklets. */
  readonly tasklets: number;
  /** Milliseconds that the run took. */
  readonly ms: number;
  /** With 'budget': who was running. `tasklet` with policy 'return'. */
  readonly interrupted?: { readonly name: string; readonly ticks: number; readonly tasklet: PythonObject | null };
  /** With 'error', and with 'exit' by an exception. */
  readonly error?: ScriptError;
  /** With 'exit': 0 to 255. */
  readonly exitCode?: number;
  /** With 'exit': by SystemExit, not by the end of the script. */
  readonly isExitRequested?: boolean;
  /** Tasklets that can go on at once. */
  readonly runnable: number;
  /** Tasklets in the queues of channels. */
  readonly blocked: number;
  /** Tasklets asleep, or waiting for the host. */
  readonly waiting: number;
  /** Milliseconds of the virtual clock until the next sleeper wakes; Infinity if there is none. */
  readonly nextTimerMs: number;
  /** With `collectUsage`: in the order in which they first ran. */
  readonly usage?: readonly TaskletUsage[];
}
