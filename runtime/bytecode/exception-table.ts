/**
 * Look-ups in a code object's `exceptionTable`: which handler an instruction's exceptions go to.
 *
 * Rows are sorted by first instruction and do not overlap: for nested handlers the compiler writes the innermost one only,
 * split where necessary. Five numbers a row: first instruction, end (exclusive), handler, depth, 1 if the index of the
 * raising instruction is pushed before the exception.
 */
import type { CodeObject } from './code-object.ts';

export const ROW_SIZE = 5;

/** Offsets of the fields in a row. */
export const enum Row {
  START = 0,
  END = 1,
  HANDLER = 2,
  DEPTH = 3,
  LASTI = 4,
}

/** Index into `exceptionTable` of the row that covers `pc` (add `Row.HANDLER` and so on), or -1. */
export function lookup(code: CodeObject, pc: number): number {
  const table = code.exceptionTable;
  let low = 0;
  let high = table.length / ROW_SIZE;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table[middle * ROW_SIZE] <= pc) low = middle + 1;
    else high = middle;
  }
  const row = (low - 1) * ROW_SIZE;
  return row >= 0 && pc < table[row + Row.END] ? row : -1;
}
