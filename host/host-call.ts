/**
 * Calls that the host starts: the root of such a tasklet is a native continuation that tells the handle how it ended. Its state is the number
 * of the task, so it can be saved like every other frame.
 */
import { NativeKind, PyNative, raw } from '../runtime/index.ts';
import type { Interp, Interpreter, PyException, Value } from '../runtime/index.ts';

/** Told of the end of tasks. */
export interface TaskSink {
  taskReturned(id: number, value: Value): void;
  /** Returns true if the exception is dealt with, false if it is uncaught and the run's to report. */
  taskRaised(id: number, exc: PyException): boolean;
}

const SINK = 'host.tasks';

export function installTaskSink(I: Interpreter, sink: TaskSink): void {
  I.extensions.set(SINK, sink);
}

const sinkOf = (I: Interp): TaskSink => (I as Interpreter).extensions.get(SINK) as TaskSink;

// r = [delivered, task, function until it is called, arguments]
export const HOST_CALL_KIND = new NativeKind(
  'host.call',
  (I, f) => {
    const r = f.r;
    const fn = r[2];
    if (fn !== undefined) {
      const args: Value[] = r[3];
      r[2] = undefined;
      r[3] = undefined;
      const v = I.call(fn, args);
      if (v === undefined) return undefined;
      r[0] = v;
    }
    sinkOf(I).taskReturned(r[1], r[0]);
    return r[0];
  },
  (I, f, exc) => {
    if (!sinkOf(I).taskRaised(f.r[1], exc)) return undefined;
    I.exc = null;
    return null;
  },
);

/** A callable that calls `fn(*args)` as task `id`; it is called once, without arguments. */
export function taskFunction(I: Interpreter, id: number, fn: Value, args: Value[], name: string): Value {
  const spec = raw((J) => J.enter(HOST_CALL_KIND, [undefined, id, fn, args]));
  return new PyNative(I.types.builtin_function_or_method, name, spec, null, null, null);
}

/** A callable that raises `exc`: a script that could not be compiled fails where it would have run. */
export function raisingFunction(I: Interpreter, exc: PyException, name: string): Value {
  const spec = raw((J) => {
    J.exc = exc;
    return undefined;
  });
  return new PyNative(I.types.builtin_function_or_method, name, spec, null, null, null);
}
