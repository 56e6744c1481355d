import { describe, expect, it } from 'vitest';
import { makeFakeInterp, later, nativeFunction, takeError, testType } from './fake-interp.ts';
import { oneArg } from './native.ts';
import { newList } from './list.ts';
import { sortList } from './list-sort.ts';
import type { PyTuple } from './tuple.ts';
import { newTuple } from './tuple.ts';
import { PyFloat, PyObject } from './value.ts';
import { valueError } from './raise.ts';

const I = makeFakeInterp();

/** Numbers that look random and are the same each time. */
function numbers(count: number, range: number): number[] {
  let seed = 1;
  return Array.from({ length: count }, () => {
    seed = (seed * 48271) % 2147483647;
    return seed % range;
  });
}

const byNumber = (a: number, b: number): number => a - b;

/** An object with a number that is compared by `<` only, each time by suspending if `isSlow`. */
const type = testType(I, 'Ordered', {
  compare: (interp, op, a, b) => {
    if (op !== 0) return interp.NotImplemented;
    if (a.n === 13 || b.n === 13) return valueError(interp, 'thirteen');
    return a.isSlow ? later(interp, a.n < b.n) : a.n < b.n;
  },
});
const ordered = (n: number, isSlow = false): any => Object.assign(new PyObject(type), { n, isSlow });

function sorted(values: any[], key: any = null, isReverse = false): any[] {
  const list = newList(I, values);
  if (sortList(I, list, key, isReverse) === undefined && I.exc === null) I.settle();
  expect(I.exc).toBeNull();
  expect(I.frame).toBe(I.bottom);
  return list.items;
}

describe('sorting', () => {
  it.each([0, 1, 2, 3, 10, 511, 513, 2047, 2049, 5000])('%i plain keys of each sort', (count) => {
    const ns = numbers(count, 500).map((n) => n - 250);
    const expected = ns.slice().sort(byNumber);
    expect(sorted(ns.slice())).toEqual(expected);
    expect(sorted(ns.slice(), null, true)).toEqual(expected.slice().reverse());
    const texts = ns.map((n) => `t${n}`);
    expect(sorted(texts.slice())).toEqual(texts.slice().sort());
    const mixed = ns.map((n) => (n % 2 === 0 ? n : new PyFloat(n)));
    expect(sorted(mixed).map((v) => (typeof v === 'number' ? v : v.value))).toEqual(expected);
    const pairs = ns.map((n, i) => newTuple(I, [n, i]));
    const stable = ns.map((n, i) => [n, i]).sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
    expect(sorted(pairs).map((t: PyTuple) => t.items)).toEqual(stable);
  });

  it.each([false, true])('is stable with objects (suspending: %s)', (isSlow) => {
    const objects = numbers(400, 12).map((n) => ordered(n, isSlow));
    const expected = objects.slice().sort((a, b) => a.n - b.n);
    expect(sorted(objects.slice())).toEqual(expected);
    const reversed = objects.slice().sort((a, b) => b.n - a.n);
    expect(sorted(objects.slice(), null, true)).toEqual(reversed);
  });

  it('asks a key function once for each item, in order, with the list empty', () => {
    const asked: any[] = [];
    const lengths: number[] = [];
    const list = newList(I, [3, 1, 2]);
    const key = nativeFunction(
      I,
      'key',
      oneArg((interp, _self, item) => {
        asked.push(item);
        lengths.push(list.items.length);
        return later(interp, -(item as number));
      }),
    );
    expect(sortList(I, list, key, false)).toBeUndefined();
    expect(I.settle()).toBeNull();
    expect([list.items, asked, lengths]).toEqual([
      [3, 2, 1],
      [3, 1, 2],
      [0, 0, 0],
    ]);
  });

  it('orders text by code points', () => {
    expect(sorted(['\uffff', '\u{1f600}', 'z', 'a'])).toEqual(['a', 'z', '\uffff', '\u{1f600}']);
  });

  it('pauses on a budget and comes to the same result', () => {
    I.pauses = 0;
    I.ticks = 10;
    const ns = numbers(9000, 1_000_000);
    expect(sorted(ns.slice())).toEqual(ns.slice().sort(byNumber));
    expect(I.pauses).toBeGreaterThan(0);
    I.ticks = 1e9;
  });
});

describe('a sort that fails', () => {
  it('leaves all items in the list', () => {
    for (const isSlow of [false, true]) {
      const values = [5, 3, 13, 1, 2, 9, 8, 7].map((n) => ordered(n, isSlow));
      const list = newList(I, values.slice());
      sortList(I, list, null, false);
      if (I.exc === null) I.settle();
      expect(takeError(I)).toBe('ValueError: thirteen');
      expect(list.items.map((v: any) => v.n).sort(byNumber)).toEqual([1, 2, 3, 5, 7, 8, 9, 13]);
    }
  });

  it('notices that the list was changed meanwhile', () => {
    const list = newList(I, [2, 1]);
    const key = nativeFunction(
      I,
      'key',
      oneArg((_interp, _self, item) => {
        list.items.push(item);
        list.allocated = 4;
        return item;
      }),
    );
    expect(sortList(I, list, key, false)).toBeUndefined();
    expect(takeError(I)).toBe('ValueError: list modified during sort');
    expect(list.items).toEqual([1, 2]);
  });
});
