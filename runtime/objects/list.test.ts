import { describe, expect, it } from 'vitest';
import { makeFakeInterp, later, nativeFunction, takeError, testType } from './fake-interp.ts';
import { noArgs } from './native.ts';
import { listAppend, newList } from './list.ts';
import { listExtend } from './list-operations.ts';
import { getListSlice, setListSlice } from './list-slice.ts';
import { LIST_SPEC } from './list-type.ts';
import { newSlice, sliceIndices } from './slice-type.ts';
import { collectItems } from './collect.ts';
import { newCallableIterator } from './callable-iterator.ts';
import { newRange } from './range-type.ts';
import { unpackEx, unpackSequence } from './unpack.ts';
import type { PyList } from './list.ts';
import { PyObject } from './value.ts';

const I = makeFakeInterp();

/** An iterator that suspends for each of `count` items: 0, 1, 2 ... */
function slowCounter(count: number): any {
  let n = 0;
  const fn = nativeFunction(
    I,
    'count',
    noArgs((interp) => later(interp, n < count ? n++ : null)),
  );
  return newCallableIterator(I, fn, null);
}

describe('the slots of a list', () => {
  it('grow and shrink as in CPython', () => {
    const list = newList(I, []);
    const up: number[] = [];
    for (let i = 0; i < 40; i++) {
      listAppend(I, list, i);
      up.push(list.allocated);
    }
    expect(up.filter((n, i) => n !== up[i - 1])).toEqual([4, 8, 16, 24, 32, 40]);
    const down: number[] = [];
    const pop = LIST_SPEC.methods!.pop as any;
    while (list.items.length > 0) {
      pop.fn(I, list, []);
      down.push(list.allocated);
    }
    // prettier-ignore
    expect(down).toEqual([
      40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40,
      24, 24, 24, 24, 24, 24, 24, 24, 16, 16, 16, 16, 12, 12, 8, 8, 8, 8, 4, 0,
    ]);
  });

  it('refuse to become more than memory holds', () => {
    const times = LIST_SPEC.binary!['*']!;
    expect(times(I, newList(I, [0]), 1e9)).toBeUndefined();
    expect(takeError(I)).toBe('MemoryError: ');
    expect(times(I, newList(I, []), 10n ** 30n)).toBeUndefined();
    expect(takeError(I)).toBe("OverflowError: cannot fit 'int' into an index-sized integer");
  });
});

describe('slices', () => {
  it('have the bounds that CPython gives them', () => {
    // [start, stop, step], indices(7)
    const cases: [any[], number[]][] = [
      [
        [null, null, null],
        [0, 7, 1],
      ],
      [
        [2, null, null],
        [2, 7, 1],
      ],
      [
        [-3, null, null],
        [4, 7, 1],
      ],
      [
        [null, null, -1],
        [6, -1, -1],
      ],
      [
        [null, -2, null],
        [0, 5, 1],
      ],
      [
        [5, 1, -2],
        [5, 1, -2],
      ],
      [
        [100, -100, -3],
        [6, -1, -3],
      ],
      [
        [-(10n ** 30n), 10n ** 30n, 3],
        [0, 7, 3],
      ],
      [
        [6, null, -4],
        [6, -1, -4],
      ],
      [
        [3, 3, 1],
        [3, 3, 1],
      ],
    ];
    for (const [parts, expected] of cases) {
      const slice = newSlice(I, parts[0], parts[1], parts[2]);
      expect(sliceIndices(I, slice, 7)).toEqual(expected);
      const items: number[] = [];
      for (let i = expected[0]!; expected[2]! > 0 ? i < expected[1]! : i > expected[1]!; i += expected[2]!)
        items.push(i);
      expect(getListSlice(I, newList(I, [0, 1, 2, 3, 4, 5, 6]), slice)!.items).toEqual(items);
    }
  });

  it('ask __index__ of their parts, which may suspend', () => {
    const type = testType(I, 'Index', { index: (interp, v) => later(interp, v.n) });
    const part = (n: number): any => Object.assign(new PyObject(type), { n });
    expect(
      LIST_SPEC.slots!.getitem!(I, newList(I, [0, 1, 2, 3, 4]), newSlice(I, part(4), part(0), part(-2))),
    ).toBeUndefined();
    // `later` delivers one promise after the other as the frames ask.
    expect((I.settle() as PyList).items).toEqual([4, 2]);
  });

  it('take the items of an iterator that suspends', () => {
    const list = newList(I, [10, 11, 12]);
    expect(setListSlice(I, list, newSlice(I, 1, 2, null), slowCounter(3))).toBeUndefined();
    expect(I.settle()).toBe(true);
    expect(list.items).toEqual([10, 0, 1, 2, 12]);
    expect(setListSlice(I, list, newSlice(I, null, null, 2), newList(I, [1]))).toBeUndefined();
    expect(takeError(I)).toBe('ValueError: attempt to assign sequence of size 1 to extended slice of size 3');
  });
});

describe('folds', () => {
  it('collect from what suspends and from what does not', () => {
    expect(collectItems(I, newRange(I, 0, 5, 2))).toEqual([0, 2, 4]);
    expect(collectItems(I, slowCounter(4))).toBeUndefined();
    expect(I.settle()).toEqual([0, 1, 2, 3]);
  });

  it('pause when the ticks are used up', () => {
    I.ticks = 20;
    I.pauses = 0;
    expect(collectItems(I, newRange(I, 0, 1000, 1))).toBeUndefined();
    expect((I.settle() as number[]).length).toBe(1000);
    expect(I.pauses).toBeGreaterThan(0);
    I.ticks = 1e9;
  });

  it('show a list growing while it is extended', () => {
    const list = newList(I, [7]);
    expect(listExtend(I, list, slowCounter(2))).toBeUndefined();
    expect(I.settle()).toBeNull();
    expect(list.items).toEqual([7, 0, 1]);
  });
});

describe('unpacking', () => {
  it('counts', () => {
    expect(unpackSequence(I, newList(I, [1, 2]), 2)).toEqual([1, 2]);
    expect(unpackSequence(I, newList(I, [1, 2]), 3)).toBeUndefined();
    expect(takeError(I)).toBe('ValueError: not enough values to unpack (expected 3, got 2)');
    expect(unpackSequence(I, 5, 2)).toBeUndefined();
    expect(takeError(I)).toBe('TypeError: cannot unpack non-iterable int object');
  });

  it('does not ask an iterator for more than one item too many', () => {
    const it = slowCounter(100);
    unpackSequence(I, it, 2);
    I.settle();
    expect(takeError(I)).toBe('ValueError: too many values to unpack (expected 2)');
    expect(unpackSequence(I, it, 1)).toBeUndefined();
    I.settle();
    expect(takeError(I)).toBe('ValueError: too many values to unpack (expected 1)');
  });

  it('gathers the rest in a list', () => {
    const [a, rest, b] = unpackEx(I, newRange(I, 0, 5, 1), 1, 1)!;
    expect([a, (rest as PyList).items, b]).toEqual([0, [1, 2, 3], 4]);
  });
});
