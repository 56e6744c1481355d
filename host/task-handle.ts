/** A tasklet that the host has started: to be polled, or to be told of by a callback. No promises: nothing happens outside `run`. */
import type { ScriptError } from './run-result.ts';

export type TaskState = 'running' | 'done' | 'failed' | 'killed';

/** What a handle asks of its runtime. */
export interface TaskOwner {
  killTask(handle: TaskHandle): void;
  taskTicks(handle: TaskHandle): number;
}

export class TaskHandle {
  state: TaskState = 'running';
  /** What the function returned, once the state is 'done'. */
  result: unknown = undefined;
  /** What it raised, once the state is 'failed'. */
  error: ScriptError | null = null;
  #listeners: Array<(handle: TaskHandle) => void> = [];
  readonly #owner: TaskOwner;

  constructor(
    owner: TaskOwner,
    /** Qualified name of the function, or the script's file. */
    readonly name: string,
    /** Number of the task in its runtime. */
    readonly id: number,
  ) {
    this.#owner = owner;
  }

  /** Ticks it has used so far. */
  get ticks(): number {
    return this.#owner.taskTicks(this);
  }

  /** Calls `listener` when the tasklet has ended, at the end of that `run`; at once if it has ended already. Returns this handle. */
  onDone(listener: (handle: TaskHandle) => void): this {
    if (this.state === 'running') this.#listeners.push(listener);
    else listener(this);
    return this;
  }

  /** Raises TaskletExit in it when it runs next. Does nothing if it has ended. */
  kill(): void {
    this.#owner.killTask(this);
  }

  /** For the runtime. */
  finish(state: TaskState, result: unknown, error: ScriptError | null): void {
    this.state = state;
    this.result = result;
    this.error = error;
  }

  /** For the runtime: tells the listeners. */
  notify(): void {
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener(this);
  }
}
