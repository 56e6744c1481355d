import { describe, expect, it } from 'vitest';
import { makeFakeInterp, later, testType } from './fake-interp.ts';
import { newSet, setAdd, setContains, setDiscard, setPop } from './set-operations.ts';
import type { PySet } from './set.ts';
import { setUpdate } from './set-update.ts';
import { newList } from './list.ts';
import { newTuple, PyTuple } from './tuple.ts';
import { PyObject } from './value.ts';

/** Orders and sizes are CPython 3.11's (64 bit). */
function plain(set: PySet): unknown[] {
  return set.toArray().map((v) => (v instanceof PyTuple ? v.items : v));
}

describe('the layout of sets', () => {
  const I = makeFakeInterp();

  it.each([
    {
      name: 'ints by sevens',
      items: [0, 7, 14, 21, 28, 35, 42, 49, 6, 13, 20, 27, 34, 41, 48, 5, 12, 19, 26, 33],
      order: [0, 5, 6, 7, 12, 13, 14, 19, 20, 21, 26, 27, 28, 33, 34, 35, 41, 42, 48, 49],
      bytes: 2264,
    },
    {
      name: 'wide ints',
      items: [-1, -2, -3, 0, 5, 2147483648, 4294967297, -1099511627776, 4503599627370499],
      order: [0, 2147483648, 4294967297, -1099511627776, 4503599627370499, 5, -2, -3, -1],
      bytes: 728,
    },
  ])('is that of CPython: $name', ({ items, order, bytes }) => {
    const set = newSet(I);
    setUpdate(I, set, newList(I, items));
    expect(plain(set)).toEqual(order);
    expect(set.modelBytes(8)).toBe(bytes);
  });

  it('is that of CPython: grid cells', () => {
    const set = newSet(I);
    for (let x = -2; x < 3; x++) for (let y = 0; y < 3; y++) setAdd(I, set, newTuple(I, [x, y]));
    expect(plain(set)).toEqual([
      [0, 1],
      [1, 2],
      [2, 2],
      [2, 1],
      [0, 0],
      [-2, 1],
      [-1, 1],
      [1, 1],
      [2, 0],
      [-2, 0],
      [-1, 0],
      [0, 2],
      [-1, 2],
      [1, 0],
      [-2, 2],
    ]);
  });

  it('takes the places of removed elements, and pops where CPython does', () => {
    // An add, or ~n for a discard of n.
    const operations = [
      7, 23, 4, 0, -10, 24, 16, -9, 3, -1, 25, 8, 9, -24, 11, 19, 12, 5, 8, -18, -1, -19, -10, 16, 13, 13, 7, 25, 1, 8,
      20, 10, 21, -14, -21, 8, -14, -11, -7, -4, 22, 24, 7, 5, 0, 22, -10, 10, 9, -5, -14, -20, 2, -7, 9, 12, 5, 0, 14,
      -26,
    ];
    const set = newSet(I);
    for (const n of operations) {
      if (n >= 0) setAdd(I, set, n);
      else setDiscard(I, set, ~n);
    }
    expect(plain(set)).toEqual([0, 1, 2, 5, 7, 8, 9, 11, 12, 10, 14, 16, 21, 22, 24]);
    expect([setPop(I, set), setPop(I, set), setPop(I, set), setPop(I, set)]).toEqual([0, 1, 2, 5]);
  });

  it('treats True, 1 and 1.0 as one', () => {
    const set = newSet(I);
    setAdd(I, set, true);
    setAdd(I, set, 1);
    expect(plain(set)).toEqual([true]);
  });
});

describe('elements that need Python code', () => {
  it('are hashed and compared by methods that suspend', () => {
    const I = makeFakeInterp();
    const type = testType(I, 'Point', {
      hash: (interp) => later(interp, 77),
      compare: (interp, op, a, b) => (op === 2 ? later(interp, a.x === b.x) : interp.NotImplemented),
    });
    const point = (x: number): any => Object.assign(new PyObject(type), { x });
    const set = newSet(I);
    for (const x of [1, 2, 1, 3, 2]) {
      expect(setAdd(I, set, point(x))).toBeUndefined();
      expect(I.settle()).toBe(true);
    }
    expect(set.toArray().map((v: any) => v.x)).toEqual([3, 2, 1]);
    setContains(I, set, point(3));
    expect(I.settle()).toBe(true);
    setContains(I, set, point(4));
    expect(I.settle()).toBe(false);
  });
});
