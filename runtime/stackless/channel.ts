/**
 * Payload of `channel` and its queue (spec 4). The queue holds the tasklets blocked on it, first in, first out, linked through their own
 * `next` and `prev`; all wait in the same direction, which the sign of `balance` tells.
 */
import type { PyType } from '../objects/type.ts';
import type { Shape } from '../objects/shape.ts';
import { PyObject } from '../objects/value.ts';
import type { PyTasklet } from './tasklet.ts';

export const SEND = 1;
export const RECEIVE = -1;
export type Direction = typeof SEND | typeof RECEIVE;

export class PyChannel extends PyObject {
  /** Number of blocked senders, or minus the number of blocked receivers. */
  balance: number;
  head: PyTasklet | null;
  tail: PyTasklet | null;
  /** -1 the receiver runs first, +1 the sender, 0 the caller goes on. */
  preference: number;
  scheduleAll: boolean;
  isClosing: boolean;
  constructor(cls: PyType) {
    super(cls);
    this.balance = 0;
    this.head = null;
    this.tail = null;
    this.preference = -1;
    this.scheduleAll = false;
    this.isClosing = false;
  }
}

/** An instance of a Python class derived from channel: attribute storage as in PyInstance. */
export class PyChannelObject extends PyChannel {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType) {
    super(cls);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** Adds floating tasklet `t` at the end of the queue. */
export function enqueue(ch: PyChannel, t: PyTasklet, direction: Direction): void {
  const tail = ch.tail;
  t.prev = tail;
  t.next = null;
  t.channel = ch;
  if (tail === null) ch.head = t;
  else tail.next = t;
  ch.tail = t;
  ch.balance += direction;
}

/** Takes `t` out of its channel's queue, wherever it stands; it floats then. */
export function leaveChannel(t: PyTasklet): void {
  const ch = t.channel!;
  const prev = t.prev;
  const next = t.next;
  if (prev === null) ch.head = next;
  else prev.next = next;
  if (next === null) ch.tail = prev;
  else next.prev = prev;
  t.next = null;
  t.prev = null;
  t.channel = null;
  ch.balance -= ch.balance > 0 ? 1 : -1;
}

/** The tasklets in the queue, first to be served first. */
export function waitersOf(ch: PyChannel): PyTasklet[] {
  const waiters: PyTasklet[] = [];
  for (let t = ch.head; t !== null; t = t.next) waiters.push(t);
  return waiters;
}
