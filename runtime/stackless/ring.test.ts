import { describe, expect, it } from 'vitest';
import type { PyType } from '../objects/type.ts';
import { enqueue, leaveChannel, PyChannel, RECEIVE, waitersOf } from './channel.ts';
import { append, countRing, insertAfter, unlink } from './ring.ts';
import { SchedulerThread } from './scheduler-thread.ts';
import { isFloating, PyTasklet } from './tasklet.ts';

const cls = null as unknown as PyType;

function setUp(n: number): { thread: SchedulerThread; t: PyTasklet[] } {
  const t = Array.from({ length: n }, () => new PyTasklet(cls, null));
  const thread = new SchedulerThread(1, t[0]);
  for (const one of t) append(thread, one);
  return { thread, t };
}

function order(thread: SchedulerThread, t: PyTasklet[]): string {
  let text = '';
  for (let i = 0, at = thread.head; i < thread.runcount; i++, at = at!.next) text += t.indexOf(at!);
  return text;
}

describe('the ring', () => {
  it('appends before the head', () => {
    const { thread, t } = setUp(4);
    expect(order(thread, t)).toBe('0123');
    expect(countRing(thread)).toBe(4);
    expect(t[0].prev).toBe(t[3]);
  });

  it('moves the head on when it is unlinked', () => {
    const { thread, t } = setUp(3);
    unlink(thread, t[0]);
    expect(order(thread, t)).toBe('12');
    unlink(thread, t[2]);
    expect(order(thread, t)).toBe('1');
    unlink(thread, t[1]);
    expect(thread.head).toBeNull();
    expect(isFloating(t[1])).toBe(true);
  });

  it('inserts behind a tasklet', () => {
    const { thread, t } = setUp(3);
    unlink(thread, t[2]);
    insertAfter(thread, t[2], t[0]);
    expect(order(thread, t)).toBe('021');
  });
});

describe('the queue of a channel', () => {
  it('is first in, first out, and may be left from any place', () => {
    const t = Array.from({ length: 4 }, () => new PyTasklet(cls, null));
    const ch = new PyChannel(cls);
    for (const one of t) enqueue(ch, one, RECEIVE);
    expect(ch.balance).toBe(-4);
    leaveChannel(t[2]);
    leaveChannel(t[0]);
    expect(waitersOf(ch)).toEqual([t[1], t[3]]);
    expect([t[1].prev, t[1].next, t[3].next]).toEqual([null, t[3], null]);
    leaveChannel(t[3]);
    leaveChannel(t[1]);
    expect([ch.balance, ch.head, ch.tail]).toEqual([0, null, null]);
  });
});
