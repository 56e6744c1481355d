import { describe, expect, it } from 'vitest';
import { linearize } from './mro.ts';
import type { PyType } from './type.ts';

/** Just enough of a type for the merge. */
function type(name: string, ...bases: PyType[]): PyType {
  const t = { name, mro: [] as PyType[] };
  const order = linearize(bases);
  t.mro = [t as unknown as PyType, ...(order as PyType[])];
  return t as unknown as PyType;
}

const names = (types: readonly PyType[]): string => types.map((t) => t.name).join('');

describe('linearize', () => {
  const O = type('O');
  const A = type('A', O);
  const B = type('B', O);
  const C = type('C', O);
  const D = type('D', O);
  const E = type('E', O);

  it('keeps a single line', () => {
    expect(names(type('Z', A).mro)).toBe('ZAO');
  });

  it('puts a diamond once, after both sides', () => {
    const X = type('X', A);
    const Y = type('Y', A);
    expect(names(type('Z', X, Y).mro)).toBe('ZXYAO');
  });

  it("merges the example of Python's own paper", () => {
    const K1 = type('K', A, B, C);
    const K2 = type('L', D, B, E);
    const K3 = type('M', D, A);
    expect(names(type('Z', K1, K2, K3).mro)).toBe('ZKLMDABCEO');
  });

  it('names the bases in conflict', () => {
    const X = type('X', A, B);
    const Y = type('Y', B, A);
    expect(linearize([X, Y])).toEqual({ conflict: ['A', 'B'] });
    expect(linearize([A, X])).toEqual({ conflict: ['A', 'X'] });
  });
});
