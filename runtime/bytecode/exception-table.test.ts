import { expect, test } from 'vitest';
import { CodeObject } from './code-object.ts';
import { lookup, Row } from './exception-table.ts';

function codeWith(rows: number[]): CodeObject {
  const none = new Uint8Array(0);
  return new CodeObject(
    'f',
    'f',
    'x',
    1,
    0,
    0,
    0,
    0,
    [],
    [],
    [],
    [],
    [],
    none,
    new Uint16Array(0),
    Int32Array.from(rows),
    none,
    0,
    false,
  );
}

test('finds the row that covers an instruction', () => {
  const code = codeWith([2, 5, 10, 0, 0, 5, 6, 20, 1, 1, 8, 12, 30, 2, 0]);
  const handlers = Array.from({ length: 14 }, (_, pc) => {
    const row = lookup(code, pc);
    return row < 0 ? -1 : code.exceptionTable[row + Row.HANDLER];
  });
  expect(handlers).toEqual([-1, -1, 10, 10, 10, 20, -1, -1, 30, 30, 30, 30, -1, -1]);
});

test('finds nothing in an empty table', () => {
  expect(lookup(codeWith([]), 0)).toBe(-1);
});
