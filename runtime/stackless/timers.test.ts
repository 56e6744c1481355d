import { describe, expect, it } from 'vitest';
import type { PyTasklet } from './tasklet.ts';
import { TimerHeap } from './timers.ts';
import { Wait, WaitKind } from './wait.ts';

const tasklet = {} as PyTasklet;
const waitAt = (due: number, sequence: number): Wait => new Wait(WaitKind.SLEEP, tasklet, due, sequence, null, false);

describe('the timer heap', () => {
  it('gives waits back by time, equal ones in the order they were made', () => {
    const heap = new TimerHeap();
    const dues = [5, 1, 3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
    dues.forEach((due, i) => heap.add(waitAt(due, i)));
    const taken: string[] = [];
    for (let w = heap.takeDue(100); w !== null; w = heap.takeDue(100)) taken.push(`${w.due}.${w.sequence}`);
    const expected = dues.map((due, i) => [due, i]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    expect(taken).toEqual(expected.map(([due, i]) => `${due}.${i}`));
  });

  it('gives nothing back before it is due', () => {
    const heap = new TimerHeap();
    heap.add(waitAt(2, 0));
    expect(heap.takeDue(1.5)).toBeNull();
    expect(heap.nextDue()).toBe(2);
    expect(heap.takeDue(2)).not.toBeNull();
    expect(heap.nextDue()).toBe(Infinity);
  });

  it('stays small when waits are cancelled', () => {
    const heap = new TimerHeap();
    heap.add(waitAt(1e6, 0));
    for (let i = 1; i <= 1000; i++) {
      const wait = waitAt(1000 - i, i);
      heap.add(wait);
      wait.tasklet = null;
      heap.noteCancelled();
    }
    expect(heap.waits.length).toBeLessThan(50);
    expect(heap.nextDue()).toBe(1e6);
  });
});
