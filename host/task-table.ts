/**
 * The tasks of one runtime: tasklets the host has started and not yet heard the end of. Ends are noted while scripts run, and told when the run
 * is over, since making a JavaScript value or a traceback of them may call Python.
 */
import { isAlive } from '../runtime/index.ts';
import type { PyException, PyTasklet, Session, Value } from '../runtime/index.ts';
import type { TaskSink } from './host-call.ts';
import { TaskHandle } from './task-handle.ts';
import type { TaskOwner } from './task-handle.ts';
import type { ScriptError } from './run-result.ts';

interface Task {
  readonly handle: TaskHandle;
  /** null until it has been made. */
  tasklet: PyTasklet | null;
  /** An uncaught exception is the handle's alone, and no error of the run. */
  readonly isQuiet: boolean;
  /** Set when it has ended: what it returned or raised. */
  outcome: Value;
}

/** What telling an end needs. */
export interface OutcomeReader {
  resultOf(value: Value): unknown;
  errorOf(exc: PyException): ScriptError;
}

export class TaskTable implements TaskSink {
  private readonly tasks = new Map<number, Task>();
  private readonly byHandle = new WeakMap<TaskHandle, Task>();
  private ended: Task[] = [];
  /** Those that were killed and may never have begun: nobody tells their end. */
  private killed: Task[] = [];
  private nextId = 1;

  constructor(
    private readonly session: Session,
    private readonly owner: TaskOwner,
  ) {}

  create(name: string, isQuiet: boolean): TaskHandle {
    const handle = new TaskHandle(this.owner, name, this.nextId++);
    const task: Task = { handle, tasklet: null, isQuiet, outcome: null };
    this.tasks.set(handle.id, task);
    this.byHandle.set(handle, task);
    return handle;
  }

  /** The task's tasklet has been made. */
  attach(handle: TaskHandle, tasklet: PyTasklet): void {
    this.byHandle.get(handle)!.tasklet = tasklet;
  }

  /** It could not be made. */
  abandon(handle: TaskHandle, error: ScriptError): void {
    this.tasks.delete(handle.id);
    handle.finish('failed', undefined, error);
  }

  noteKill(handle: TaskHandle): void {
    const task = this.byHandle.get(handle);
    if (task !== undefined) this.killed.push(task);
  }

  /** Outcomes are alive until they have been told. */
  visitRoots(visit: (value: Value) => void): void {
    for (const task of this.ended) visit(task.outcome);
  }

  taskletOf(handle: TaskHandle): PyTasklet | null {
    return this.byHandle.get(handle)?.tasklet ?? null;
  }

  taskReturned(id: number, value: Value): void {
    this.end(id, 'done', value);
  }

  taskRaised(id: number, exc: PyException): boolean {
    const isKill = this.session.isInstance(exc, 'SystemExit');
    const task = this.end(id, isKill ? 'killed' : 'failed', isKill ? null : exc);
    return task?.isQuiet === true && !isKill;
  }

  private end(id: number, state: 'done' | 'failed' | 'killed', outcome: Value): Task | undefined {
    const task = this.tasks.get(id);
    if (task === undefined) return undefined;
    this.tasks.delete(id);
    task.outcome = outcome;
    task.handle.finish(state, undefined, null);
    this.ended.push(task);
    return task;
  }

  /** After a run: completes the handles of tasks that ended in it, then tells their listeners. */
  tellEnds(read: OutcomeReader): void {
    if (this.killed.length > 0) this.findKilled();
    if (this.ended.length === 0) return;
    const ended = this.ended;
    this.ended = [];
    for (const { handle, outcome } of ended) {
      if (handle.state === 'failed') handle.finish('failed', undefined, read.errorOf(outcome as PyException));
      else if (handle.state === 'done') handle.finish('done', read.resultOf(outcome), null);
    }
    for (const { handle } of ended) handle.notify();
  }

  private findKilled(): void {
    for (const { handle, tasklet } of this.killed.splice(0)) {
      if (handle.state !== 'running') continue;
      if (tasklet === null || isAlive(tasklet)) this.killed.push(this.byHandle.get(handle)!);
      else this.end(handle.id, 'killed', null);
    }
  }

  clear(): void {
    this.tasks.clear();
    this.ended = [];
    this.killed = [];
  }
}
