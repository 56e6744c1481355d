import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeObject } from './code-object.ts';
import { decodeLines, encodeLineTable, lineOf, NO_POSITION, positionOf } from './line-table.ts';
import type { Position } from './line-table.ts';

function codeWith(positions: readonly Position[], firstLineno = 10, keeps = true): CodeObject {
  const table = keeps ? encodeLineTable(positions, firstLineno) : new Uint8Array(0);
  const ops = new Uint8Array(positions.length);
  const args = new Uint16Array(positions.length);
  return new CodeObject(
    'f',
    'f',
    'x',
    firstLineno,
    0,
    0,
    0,
    0,
    [],
    [],
    [],
    [],
    [],
    ops,
    args,
    new Int32Array(0),
    table,
    0,
    false,
  );
}

const natural = fc.nat({ max: 70_000 });
const position: fc.Arbitrary<Position> = fc.oneof(
  fc.constant(NO_POSITION),
  fc
    .record({ lineno: natural, more: fc.nat({ max: 300 }), col: natural, endCol: natural })
    .map(({ lineno, more, col, endCol }) => ({
      lineno,
      endLineno: lineno + more,
      col,
      endCol,
    })),
  natural.map((lineno) => ({ lineno, endLineno: lineno, col: -1, endCol: -1 })),
);

test('every position comes back', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 40 }), (positions) => {
      const code = codeWith(positions);
      const lines = decodeLines(code);
      positions.forEach((expected, pc) => {
        expect(positionOf(code, pc)).toEqual(expected);
        expect(lineOf(code, pc)).toBe(expected.lineno);
        expect(lines[pc]).toBe(expected.lineno);
      });
    }),
  );
});

test('instructions with the same range share a row', () => {
  const same = { lineno: 10, endLineno: 10, col: 4, endCol: 9 };
  expect(encodeLineTable(new Array<Position>(30).fill(same), 10)).toEqual(Uint8Array.of(122, 0, 4, 5));
});

test('without a table the first line stands for all', () => {
  const code = codeWith([NO_POSITION, NO_POSITION], 7, false);
  expect(positionOf(code, 1)).toEqual({ lineno: 7, endLineno: 7, col: -1, endCol: -1 });
  expect([lineOf(code, 1), decodeLines(code)[1]]).toEqual([7, 7]);
});
