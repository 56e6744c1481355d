/**
 * The timer heap: waits of the virtual clock, earliest first, equal moments in the order they were made. Plain data.
 *
 * Cancelling only marks a wait (its tasklet becomes null), since most time-outs are cancelled; the heap is swept when more than half of it is
 * dead, so it stays within twice the number of live waits.
 */
import type { Wait } from './wait.ts';

export class TimerHeap {
  /** A binary heap: entry i is not later than entries 2i+1 and 2i+2. */
  waits: Wait[] = [];
  dead = 0;

  add(wait: Wait): void {
    this.waits.push(wait);
    this.siftUp(this.waits.length - 1);
  }

  /** To be called after a wait in the heap was cancelled. */
  noteCancelled(): void {
    if (++this.dead > 16 && this.dead * 2 > this.waits.length) this.sweep();
  }

  /** When the earliest live wait is due; Infinity if there is none. */
  nextDue(): number {
    this.dropDead();
    return this.waits.length === 0 ? Infinity : this.waits[0].due;
  }

  /** Takes out the earliest live wait if it is due at `now`. */
  takeDue(now: number): Wait | null {
    this.dropDead();
    if (this.waits.length === 0 || this.waits[0].due > now) return null;
    return this.takeFirst();
  }

  private dropDead(): void {
    while (this.waits.length > 0 && this.waits[0].tasklet === null) {
      this.takeFirst();
      this.dead--;
    }
  }

  private takeFirst(): Wait {
    const waits = this.waits;
    const first = waits[0];
    const last = waits.pop()!;
    if (waits.length > 0) {
      waits[0] = last;
      this.siftDown(0);
    }
    return first;
  }

  private sweep(): void {
    this.waits = this.waits.filter((wait) => wait.tasklet !== null);
    this.dead = 0;
    for (let i = (this.waits.length >> 1) - 1; i >= 0; i--) this.siftDown(i);
  }

  private siftUp(from: number): void {
    const waits = this.waits;
    let i = from;
    const wait = waits[i];
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!isEarlier(wait, waits[parent])) break;
      waits[i] = waits[parent];
      i = parent;
    }
    waits[i] = wait;
  }

  private siftDown(from: number): void {
    const waits = this.waits;
    let i = from;
    const wait = waits[i];
    for (;;) {
      let child = 2 * i + 1;
      if (child >= waits.length) break;
      if (child + 1 < waits.length && isEarlier(waits[child + 1], waits[child])) child++;
      if (!isEarlier(waits[child], wait)) break;
      waits[i] = waits[child];
      i = child;
    }
    waits[i] = wait;
  }
}

function isEarlier(a: Wait, b: Wait): boolean {
  return a.due < b.due || (a.due === b.due && a.sequence < b.sequence);
}
