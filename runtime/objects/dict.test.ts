import { describe, expect, it } from 'vitest';
import { makeFakeInterp, later, takeError, testType } from './fake-interp.ts';
import { dictDel, dictGet, dictPop, dictSet, dictSubscript } from './dict-operations.ts';
import { ABSENT, NEEDS_PYTHON, newDict } from './dict.ts';
import type { PyDict } from './dict.ts';
import { newTuple } from './tuple.ts';
import { newList } from './list.ts';
import { MISSING, PyFloat, PyObject } from './value.ts';

const I = makeFakeInterp();

function keys(d: PyDict): unknown[] {
  return d.keys.filter((k) => k !== undefined);
}

describe('keys', () => {
  it('that are equal numbers are one key, whatever their type', () => {
    const d = newDict(I);
    dictSet(I, d, 1, 'int');
    dictSet(I, d, true, 'bool');
    dictSet(I, d, new PyFloat(1), 'float');
    dictSet(I, d, new PyFloat(-0), 'zero');
    dictSet(I, d, 1n << 60n, 'big');
    expect(dictGet(I, d, new PyFloat(2 ** 60))).toBe('big');
    expect(dictGet(I, d, 0)).toBe('zero');
    expect(keys(d)[0]).toBe(1);
    expect(d.getStr('1')).toBeUndefined();
    expect(d.size).toBe(3);
  });

  it('may be called __proto__ and constructor', () => {
    const d = newDict(I);
    expect(d.getStr('constructor')).toBeUndefined();
    d.setStr(I, '__proto__', 1);
    expect(d.getStr('__proto__')).toBe(1);
    expect(keys(d)).toEqual(['__proto__']);
  });

  it('of every plain sort are found at every size', () => {
    const d = newDict(I);
    const all: any[] = [
      null,
      new PyFloat(0.5),
      'text',
      7,
      3n ** 50n,
      newTuple(I, [1, 'a', newTuple(I, [null, new PyFloat(2)])]),
    ];
    for (let i = 0; i < 40; i++) all.push(i * 1000003, `k${i}`, newTuple(I, [i, -i]), new PyFloat(i + 0.25));
    all.forEach((k, i) => {
      dictSet(I, d, k, i);
      for (let j = 0; j <= i; j++) expect(dictGet(I, d, all[j])).toBe(j);
    });
    expect(dictGet(I, d, newTuple(I, [5, 5]))).toBe(MISSING);
    expect(dictGet(I, d, newTuple(I, [1, 'a', newTuple(I, [null, 2])]))).toBe(5);
  });

  it('a NaN is equal to itself only', () => {
    const d = newDict(I);
    const nan = new PyFloat(NaN);
    dictSet(I, d, nan, 1);
    expect(dictGet(I, d, nan)).toBe(1);
    expect(dictGet(I, d, new PyFloat(NaN))).toBe(MISSING);
  });

  it('that cannot be hashed raise, also in an empty dictionary', () => {
    expect(dictGet(I, newDict(I), newList(I, []))).toBeUndefined();
    expect(takeError(I)).toBe("TypeError: unhashable type: 'list'");
    expect(dictGet(I, newDict(I), newTuple(I, [1, newList(I, [])]))).toBeUndefined();
    expect(takeError(I)).toBe("TypeError: unhashable type: 'list'");
    expect(dictSubscript(I, newDict(I), 5)).toBeUndefined();
    expect(takeError(I)).toBe('KeyError: 5');
  });
});

describe('keys that need Python code', () => {
  let equalCalls = 0;
  const type = testType(I, 'Name', {
    hash: (interp, v) => {
      const h = I.types.str.slots.hash!(interp, v.name);
      return v.isSlow ? later(interp, h) : h;
    },
    compare: (interp, op, a, b) => {
      if (op !== 2) return interp.NotImplemented;
      equalCalls++;
      const equal = (a.name ?? a) === (b.name ?? b);
      return (a.isSlow ?? b.isSlow) ? later(interp, equal) : equal;
    },
  });
  const name = (text: string, isSlow: boolean): any => Object.assign(new PyObject(type), { name: text, isSlow });

  it.each([false, true])('find and are found by plain keys (suspending: %s)', (isSlow) => {
    const finish = (v: any): any => (isSlow ? I.settle() : v);
    const d = newDict(I);
    for (let i = 0; i < 20; i++) d.setStr(I, `n${i}`, i);
    expect(d.find('n3')).toBe(3);
    expect(finish(dictGet(I, d, name('n7', isSlow)))).toBe(7);
    expect(finish(dictGet(I, d, name('zz', isSlow)))).toBe(MISSING);
    expect(finish(dictSet(I, d, name('new', isSlow), 'value'))).toBe(true);
    // From now on a miss by a str has to ask the general key.
    expect(d.find('n3')).toBe(3);
    expect(d.find('absent')).toBe(NEEDS_PYTHON);
    expect(finish(dictGet(I, d, 'new'))).toBe('value');
    equalCalls = 0;
    expect(dictGet(I, d, 'absent')).toBe(MISSING);
    expect(equalCalls).toBe(0);
    expect(finish(dictDel(I, d, 'new'))).toBe(true);
    expect(d.find('absent')).toBe(ABSENT);
    expect(I.frame).toBe(I.bottom);
  });
});

describe('entries', () => {
  it('keep their order over deletions, and indices stay as they are until a resize', () => {
    const d = newDict(I);
    for (let i = 0; i < 5; i++) dictSet(I, d, i, i);
    const layout = d.layout;
    dictSet(I, d, 3, 'replaced');
    expect(d.layout).toBe(layout);
    dictPop(I, d, 1);
    expect(d.layout).not.toBe(layout);
    expect(d.keyAt(1)).toBeUndefined();
    expect(d.find(4)).toBe(4);
    dictSet(I, d, 1, 'again');
    expect(keys(d)).toEqual([0, 2, 3, 4, 1]);
    expect(d.find(1)).toBe(4);
  });

  it('take the space that sys.getsizeof reports in CPython', () => {
    // [entries, all keys str, all keys int]
    const expected = [
      [0, 64, 64],
      [1, 184, 224],
      [5, 184, 224],
      [6, 272, 352],
      [10, 272, 352],
      [11, 464, 632],
    ];
    for (const [count, ofStr, ofInt] of expected) {
      const texts = newDict(I);
      const ints = newDict(I);
      for (let i = 0; i < count!; i++) {
        texts.setStr(I, `k${i}`, 1);
        dictSet(I, ints, i, 1);
      }
      expect([count, texts.modelBytes(8), ints.modelBytes(8)]).toEqual([count, ofStr, ofInt]);
    }
  });

  it('can be used as a queue without growing', () => {
    const d = newDict(I);
    for (let i = 0; i < 10_000; i++) {
      dictSet(I, d, i, i);
      if (i >= 3) dictDel(I, d, i - 3);
    }
    expect(d.size).toBe(3);
    expect(d.keys.length).toBeLessThan(16);
    expect(keys(d)).toEqual([9997, 9998, 9999]);
  });

  it('refuse to grow beyond the memory there is', () => {
    const d = newDict(I);
    for (let i = 0; i < 100; i++) dictSet(I, d, i, i);
    I.bytesLeft = 100;
    let n = 100;
    while (dictSet(I, d, n, n) === true) n++;
    expect(takeError(I)).toBe('MemoryError: ');
    I.bytesLeft = 1e9;
    expect(d.size).toBe(n);
    expect(dictSet(I, d, n, n)).toBe(true);
  });
});
