/** Whatever the quick functions decide is what the accurate ones compute. */
import { describe, expect, it } from 'vitest';
import { Pair, expPair, logPair } from './accurate-math.ts';
import { quickCos, quickExp, quickLog, quickSin } from './quick-math.ts';

/** The accurate ways without their short cuts. */
function slowExp(x: number): number {
  const { pair, power } = expPair(new Pair(x, 0));
  return (pair.hi + pair.lo) * 2 ** power;
}

function slowLog(x: number): number {
  const pair = logPair(x);
  return pair.hi + pair.lo;
}

/** A fixed sequence in [0, 1). */
function numbers(count: number): number[] {
  let state = 20011;
  const out: number[] = [];
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out.push(state / 4294967296);
  }
  return out;
}

describe('quick functions', () => {
  it('exp and log agree where they decide, which is nearly everywhere', () => {
    let decided = 0;
    for (const u of numbers(4000)) {
      const x = (u - 0.5) * 100;
      const e = quickExp(x);
      if (e === e) {
        decided++;
        expect(e).toBe(slowExp(x));
      }
      const y = 10 ** ((u - 0.5) * 30);
      const l = quickLog(y);
      if (l === l) {
        decided++;
        expect(l).toBe(slowLog(y));
      }
    }
    expect(decided).toBeGreaterThan(7600);
  });

  it('sin and cos keep the sum of their squares, and are odd and even', () => {
    for (const u of numbers(2000)) {
      const x = (u - 0.5) * 200;
      const s = quickSin(x);
      const c = quickCos(x);
      if (s === s) expect(quickSin(-x)).toBe(-s);
      if (c === c) expect(quickCos(-x)).toBe(c);
      if (s === s && c === c) expect(Math.abs(s * s + c * c - 1)).toBeLessThan(4e-16);
    }
  });

  it('leave what is hard to others', () => {
    expect([quickSin(1e9), quickCos(NaN), quickExp(1000), quickLog(0), quickLog(-1), quickSin(Math.PI)]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });
});
