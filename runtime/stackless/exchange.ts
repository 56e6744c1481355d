/**
 * Channel operations: the exchange algorithm of spec 4.3. One function for both directions; the value a receiver brings is None.
 */
import { NativeKind } from '../objects/frame.ts';
import { runtimeError, valueError } from '../objects/raise.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { explode, isBomb } from './bomb.ts';
import { enqueue, RECEIVE, SEND } from './channel.ts';
import type { Direction, PyChannel } from './channel.ts';
import { append, insertAfter, unlink } from './ring.ts';
import { schedulerOf } from './scheduler-of.ts';
import type { Scheduler } from './scheduler.ts';
import { TaskletFlag } from './tasklet.ts';
import type { PyTasklet } from './tasklet.ts';
import {
  deadlockError,
  fallIdle,
  pushNative,
  refuseSwitch,
  successorOfLast,
  transfer,
  TransferMode,
} from './transfer.ts';

/**
 * Sends `value` (a bomb is raised in the receiver) to the longest-waiting receiver, or blocks the running tasklet. Result None. May switch.
 * @raises RuntimeError, ValueError (Python) as spec 6.5 orders them.
 */
export function send(I: Interpreter, ch: PyChannel, value: Value): Value | undefined {
  return begin(I, ch, SEND, value);
}

/** Takes the value of the longest-waiting sender, or blocks the running tasklet until one comes. May switch. Raises as `send`, and what was sent as a bomb. */
export function receive(I: Interpreter, ch: PyChannel): Value | undefined {
  return begin(I, ch, RECEIVE, null);
}

function begin(I: Interpreter, ch: PyChannel, direction: Direction, value: Value): Value | undefined {
  const s = schedulerOf(I);
  if (s.channelCallback === null) return exchange(I, s, ch, direction, value);
  if (s.thread.isInCallback) return runtimeError(I, 'Recursive channel call due to callbacks!');
  const t = s.thread.running!;
  const saved = t.tempval;
  t.tempval = value;
  s.thread.isInCallback = true;
  return pushNative(I, CHANNEL_CALLBACK_KIND, [undefined, ch, direction, value, saved, PHASE_CALL]);
}

// r = [delivered, channel, direction, value, the tasklet's former tempval, phase]
const CHANNEL = 1;
const DIRECTION = 2;
const VALUE = 3;
const SAVED = 4;
const PHASE = 5;

const PHASE_CALL = 0;
const PHASE_RETURNED = 1;
const PHASE_EXCHANGED = 2;

/** Calls the channel callback with (channel, tasklet, sending, willblock), then does the operation (spec 10.2). */
export const CHANNEL_CALLBACK_KIND = new NativeKind(
  'stackless.channel-callback',
  (I, f) => {
    const r = f.r;
    if (r[PHASE] === PHASE_CALL) {
      r[PHASE] = PHASE_RETURNED;
      const s = schedulerOf(I);
      const sends = r[DIRECTION] === SEND;
      const balance = (r[CHANNEL] as PyChannel).balance;
      const willBlock = sends ? balance >= 0 : balance <= 0;
      const callback = s.channelCallback;
      if (callback !== null) {
        const args = [r[CHANNEL], s.thread.running!, sends ? 1 : 0, willBlock ? 1 : 0];
        if (I.call(callback, args) === undefined) return undefined;
      }
    }
    return r[PHASE] === PHASE_RETURNED ? afterCallback(I as Interpreter, r) : r[0];
  },
  (I, f, exc) => {
    if (f.r[PHASE] !== PHASE_RETURNED) return undefined;
    I.exc = null;
    I.unraisable(exc, 'Error in channel callback');
    return afterCallback(I as Interpreter, f.r);
  },
);

function afterCallback(I: Interpreter, r: any[]): Value | undefined {
  const s = schedulerOf(I);
  r[PHASE] = PHASE_EXCHANGED;
  r[0] = undefined;
  s.thread.isInCallback = false;
  s.thread.running!.tempval = r[SAVED];
  r[SAVED] = null;
  return exchange(I, s, r[CHANNEL], r[DIRECTION], r[VALUE]);
}

function exchange(I: Interpreter, s: Scheduler, ch: PyChannel, direction: Direction, value: Value): Value | undefined {
  const thread = s.thread;
  const c = thread.running!;
  if (ch.balance * direction >= 0) return blockOn(I, s, ch, direction, value, c);
  const p = ch.head!;
  if (p.thread !== thread) return exchangeRemotely(I, s, p, direction, value);
  const isHandOver = ch.preference === -direction;
  if (!ch.scheduleAll && !isHandOver) {
    // The caller goes on: no switch, and nothing that could fail.
    s.leaveChannel(p);
    const taken = direction === SEND ? null : p.tempval;
    p.tempval = value;
    append(thread, p);
    return isBomb(taken) ? explode(I, taken) : taken;
  }
  if ((thread.switchTrap !== 0 || thread.isInCallback) && refuseSwitch(I, thread)) return undefined;
  s.leaveChannel(p);
  c.tempval = direction === SEND ? null : p.tempval;
  p.tempval = value;
  if (ch.scheduleAll) {
    append(thread, p);
    return transfer(I, s, c, c.next!, TransferMode.CALL);
  }
  insertAfter(thread, p, c);
  return transfer(I, s, c, p, TransferMode.HAND_OVER);
}

/** The partner lives on another thread: it becomes runnable there, the caller goes on. */
function exchangeRemotely(
  I: Interpreter,
  s: Scheduler,
  p: PyTasklet,
  direction: Direction,
  value: Value,
): Value | undefined {
  const taken = direction === SEND ? null : p.tempval;
  p.tempval = value;
  if (p.thread === null) s.leaveChannel(p);
  else s.makeRunnable(p);
  return isBomb(taken) ? explode(I, taken) : taken;
}

function blockOn(
  I: Interpreter,
  s: Scheduler,
  ch: PyChannel,
  direction: Direction,
  value: Value,
  c: PyTasklet,
): Value | undefined {
  const thread = s.thread;
  if ((c.flags & TaskletFlag.BLOCK_TRAP) !== 0) return runtimeError(I, 'this tasklet does not like to be blocked.');
  if (ch.isClosing) return valueError(I, 'Send/receive operation on a closed channel');
  if ((thread.switchTrap !== 0 || thread.isInCallback) && refuseSwitch(I, thread)) return undefined;
  let next: PyTasklet | null | undefined = c.next!;
  if (next === c) {
    next = successorOfLast(s, c, false);
    if (next === undefined) return deadlockError(I);
    // The revived tasklet also gets the exception that the last one wanted to send (spec 1.5, quirk).
    if (next !== null && isBomb(value)) next.tempval = value;
  }
  unlink(thread, c);
  enqueue(ch, c, direction);
  s.blocked++;
  c.tempval = value;
  return next === null ? fallIdle(I, s, c) : transfer(I, s, c, next, TransferMode.CALL);
}
