/**
 * The root frame of every tasklet, and END (spec 1.6): what happens when the bound function has returned or raised.
 *
 * The root frame has nobody below it, so its kind never returns a value: it ends in a switch.
 */
import { PyCode } from '../objects/code.ts';
import { makeException } from '../objects/exception.ts';
import type { PyException } from '../objects/exception.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import { isSubtype } from '../objects/type.ts';
import type { Value } from '../objects/value.ts';
import type { PyDict } from '../objects/dict.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { isBomb } from './bomb.ts';
import type { PyBomb } from './bomb.ts';
import { unlink } from './ring.ts';
import { schedulerOf } from './scheduler-of.ts';
import type { Scheduler } from './scheduler.ts';
import { TaskletFlag } from './tasklet.ts';
import type { PyTasklet } from './tasklet.ts';
import { innermostRunner, transfer, TransferMode } from './transfer.ts';

// r = [delivered, tasklet, arguments until it starts, keyword names; then the exception the error handler looks at]
const TASKLET = 1;
const ARGS = 2;
const KEYWORDS = 3;

export const ROOT_KIND = new NativeKind(
  'stackless.root',
  (I, f) => {
    const r = f.r;
    if (r[ARGS] !== null) {
      const v = startTasklet(I, f);
      if (v === undefined) return undefined;
      r[0] = v;
    }
    const t: PyTasklet = r[TASKLET];
    const v = r[0];
    r[0] = undefined;
    if (r[KEYWORDS] !== null) return endTasklet(I as Interpreter, t, null);
    // A bomb returned by the function counts as an exception.
    return isBomb(v) ? endWithBomb(I, f, t, v) : endTasklet(I as Interpreter, t, null);
  },
  (I, f, exc) => endWithException(I, f, f.r[TASKLET], exc),
);

/** Calls the bound function; the first thing that a tasklet's frames do. Answers as `I.call`. */
export function startTasklet(I: Interp, f: Frame): Value | undefined {
  const r = f.r;
  const t: PyTasklet = r[TASKLET];
  const args: Value[] = r[ARGS];
  const kw: readonly string[] | null = r[KEYWORDS];
  r[ARGS] = null;
  r[KEYWORDS] = null;
  t.flags |= TaskletFlag.STARTED;
  const fn = t.fn;
  // Module code of the host, its only argument the namespace.
  if (fn instanceof PyCode) return (I as Interpreter).runCode(fn.run.code, args[0] as PyDict, args[0]);
  return I.call(fn, args, kw);
}

function endWithBomb(I: Interp, f: Frame, t: PyTasklet, bomb: PyBomb): undefined {
  const exc = bomb.value;
  if (typeof exc === 'object' && exc !== null && 'suppressContext' in exc)
    return endWithException(I, f, t, exc as PyException);
  return endTasklet(I as Interpreter, t, bomb);
}

/** Classifies what left the bound function. */
function endWithException(I: Interp, f: Frame, t: PyTasklet, exc: PyException): undefined {
  const s = schedulerOf(I);
  const vm = I as Interpreter;
  I.exc = null;
  const types = I.types.exceptions;
  if (isSubtype(exc.cls, types.SystemExit)) {
    if (!isSubtype(exc.cls, types.TaskletExit) && t.thread === s.initialThread) s.stop('exit', exc);
    return endTasklet(vm, t, null);
  }
  const handler = s.errorHandler;
  if (handler === null || f.r[KEYWORDS] !== null) return endTasklet(vm, t, s.makeBomb(exc));
  // The tasklet is still current, and handling the exception, while the handler runs; what that raises comes instead.
  f.r[KEYWORDS] = exc;
  f.r[ARGS] = null;
  I.frame = f;
  vm.excInfo.value = exc;
  if (I.call(handler, [exc.cls, exc, exc.traceback]) !== undefined) return endTasklet(vm, t, null);
  if (I.exc !== null) {
    const raised: PyException = I.exc;
    I.exc = null;
    return endTasklet(vm, t, s.makeBomb(raised));
  }
  return undefined;
}

/** END: takes `t` out and switches to whoever is next. `bomb`: goes to the innermost runner, or main, ahead of everybody. */
export function endTasklet(I: Interpreter, t: PyTasklet, bomb: PyBomb | null): undefined {
  const s = schedulerOf(I);
  const thread = s.thread;
  t.flags |= TaskletFlag.ENDING;
  t.tempval = null;
  s.alive--;
  unlink(thread, t);
  if (s.until === t) s.stop('done', null);
  let next = thread.head;
  if (next === null && bomb === null) {
    if (s.waiting !== 0) {
      thread.target = null;
      return I.requestSwitch();
    }
    next = innermostRunner(thread);
    if (next.channel !== null) bomb = s.makeBomb(nobodyLeft(I, s, next));
  }
  if (bomb !== null) {
    next = innermostRunner(thread);
    next.tempval = bomb;
  }
  transfer(I, s, t, next!, TransferMode.CALL);
  return undefined;
}

function nobodyLeft(I: Interp, _s: Scheduler, w: PyTasklet): PyException {
  const text =
    w.channel!.balance < 0
      ? 'the main tasklet is receiving without a sender available.'
      : 'the main tasklet is sending without a receiver available.';
  return makeException(I, I.types.exceptions.RuntimeError, [text]);
}
