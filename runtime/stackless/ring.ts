/** The ring of runnable tasklets of a thread (spec 1.3): circular, doubly linked through the tasklets, `thread.head` runs. */
import type { SchedulerThread } from './scheduler-thread.ts';
import type { PyTasklet } from './tasklet.ts';

/** Links floating tasklet `t` before the head, as the last to run. */
export function append(thread: SchedulerThread, t: PyTasklet): void {
  const head = thread.head;
  if (head === null) {
    t.next = t;
    t.prev = t;
    thread.head = t;
  } else {
    const last = head.prev!;
    last.next = t;
    t.prev = last;
    t.next = head;
    head.prev = t;
  }
  thread.runcount++;
}

/** Links floating tasklet `t` right behind linked tasklet `at`. */
export function insertAfter(thread: SchedulerThread, t: PyTasklet, at: PyTasklet): void {
  const after = at.next!;
  at.next = t;
  t.prev = at;
  t.next = after;
  after.prev = t;
  thread.runcount++;
}

/** Takes `t` out of the ring; if it was the head, its successor is (null when it was alone). */
export function unlink(thread: SchedulerThread, t: PyTasklet): void {
  const next = t.next!;
  if (next === t) thread.head = null;
  else {
    const prev = t.prev!;
    prev.next = next;
    next.prev = prev;
    if (thread.head === t) thread.head = next;
  }
  t.next = null;
  t.prev = null;
  thread.runcount--;
}

/** Counts the ring by walking it; what `runcount` has to be. */
export function countRing(thread: SchedulerThread): number {
  const head = thread.head;
  if (head === null) return 0;
  let n = 0;
  let t = head;
  do {
    n++;
    t = t.next!;
  } while (t !== head);
  return n;
}
