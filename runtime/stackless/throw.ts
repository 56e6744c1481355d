/** Raising an exception in another tasklet: throw, raise_exception, kill (spec 3.7). */
import { makeException } from '../objects/exception.ts';
import type { PyException } from '../objects/exception.ts';
import { runtimeError } from '../objects/raise.ts';
import { isSubtype } from '../objects/type.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { dropFrames } from './bind.ts';
import { unlink } from './ring.ts';
import { schedulerOf } from './scheduler-of.ts';
import { isAlive } from './tasklet.ts';
import type { PyTasklet } from './tasklet.ts';
import { refuseSwitch, transfer, TransferMode } from './transfer.ts';

/**
 * Raises `exc` in `t`: at once, switching to it, or when it runs next if `isPending`. Result None. May switch.
 */
export function throwInto(I: Interpreter, t: PyTasklet, exc: PyException, isPending: boolean): Value | undefined {
  const s = schedulerOf(I);
  const thread = s.thread;
  const c = thread.running;
  if (t === c) {
    I.exc = exc;
    return undefined;
  }
  if (!isAlive(t)) {
    const hasFrames = t.frame !== null;
    if (!hasFrames && isSubtype(exc.cls, I.types.exceptions.TaskletExit)) {
      if (t.channel !== null) s.leaveChannel(t);
      else if (t.next !== null && t.thread !== null) unlink(t.thread, t);
      return null;
    }
    return runtimeError(I, t.thread === null ? 'tasklet has no thread' : 'You cannot throw to a dead tasklet');
  }
  const bomb = s.makeBomb(exc);
  if (isPending || t.thread !== thread) {
    t.tempval = bomb;
    s.makeRunnable(t);
    return null;
  }
  if (refuseSwitch(I, thread)) return undefined;
  t.tempval = bomb;
  return transfer(I, s, c!, t, TransferMode.CHOSEN);
}

/** Throws TaskletExit, which ends `t` unless it catches it. A tasklet whose thread is gone just loses its frames. */
export function kill(I: Interpreter, t: PyTasklet, isPending: boolean): Value | undefined {
  if (t.thread === null) dropFrames(schedulerOf(I), t);
  return throwInto(I, t, makeException(I, I.types.exceptions.TaskletExit, []), isPending);
}
