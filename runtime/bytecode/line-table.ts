/**
 * Source positions of instructions, encoded in a code object's `lineTable`.
 *
 * One row per run of instructions with the same range. A row is a sequence of unsigned varints (7 bits a byte, low first):
 * `length * 4 + form`, then by form
 *   0  nothing: the instruction is artificial and has no line;
 *   1  line delta (zigzag): a line without columns;
 *   2  line delta (zigzag), col, endCol - col: a range within one line;
 *   3  line delta (zigzag), endLineno - lineno, col, endCol: a range over several lines.
 * Lines are relative to that of the row before, the first to the code object's first line.
 * Look-ups decode from the start: they happen for tracebacks, tracing and tools, never while code just runs. Who looks up
 * often keeps the result of `decodeLines`.
 */
import type { CodeObject } from './code-object.ts';

/** Lines count from 1, columns count code points from 0; -1 where there is none. */
export interface Position {
  readonly lineno: number;
  readonly endLineno: number;
  readonly col: number;
  readonly endCol: number;
}

export const NO_POSITION: Position = { lineno: -1, endLineno: -1, col: -1, endCol: -1 };

/** Encodes one position per instruction. */
export function encodeLineTable(positions: readonly Position[], firstLineno: number): Uint8Array {
  const out: number[] = [];
  let line = firstLineno;
  for (let i = 0; i < positions.length;) {
    const at = positions[i];
    let end = i + 1;
    while (end < positions.length && isSame(positions[end], at)) end++;
    const length = (end - i) * 4;
    i = end;
    if (at.lineno < 0) {
      varint(out, length);
      continue;
    }
    const delta = zigzag(at.lineno - line);
    line = at.lineno;
    if (at.col < 0 || at.endCol < 0) {
      varint(out, length + 1);
      varint(out, delta);
    } else if (at.endLineno === at.lineno && at.endCol >= at.col) {
      varint(out, length + 2);
      varint(out, delta);
      varint(out, at.col);
      varint(out, at.endCol - at.col);
    } else {
      varint(out, length + 3);
      varint(out, delta);
      varint(out, Math.max(0, at.endLineno - at.lineno));
      varint(out, at.col);
      varint(out, at.endCol);
    }
  }
  return Uint8Array.from(out);
}

/** Walks the rows of an encoded table. `next` moves on and returns false at the end. */
export class LineTableReader {
  /** First instruction of the row. */
  start = 0;
  /** Instruction after the last of the row. */
  end = 0;
  lineno = -1;
  endLineno = -1;
  col = -1;
  endCol = -1;
  private at = 0;
  private line: number;
  private readonly table: Uint8Array;

  constructor(code: CodeObject) {
    this.table = code.lineTable;
    this.line = code.firstLineno;
  }

  next(): boolean {
    if (this.at >= this.table.length) return false;
    const head = this.varint();
    this.start = this.end;
    this.end += Math.floor(head / 4);
    const form = head % 4;
    this.col = this.endCol = -1;
    if (form === 0) {
      this.lineno = this.endLineno = -1;
      return true;
    }
    const delta = this.varint();
    this.line += delta % 2 === 0 ? delta / 2 : -(delta + 1) / 2;
    this.lineno = this.endLineno = this.line;
    if (form === 2) {
      this.col = this.varint();
      this.endCol = this.col + this.varint();
    } else if (form === 3) {
      this.endLineno = this.line + this.varint();
      this.col = this.varint();
      this.endCol = this.varint();
    }
    return true;
  }

  private varint(): number {
    let value = 0;
    let scale = 1;
    // A table cut short reads as zeros; six bytes hold every number the writer makes.
    for (let i = 0; i < 6; i++) {
      const byte = this.at < this.table.length ? this.table[this.at++] : 0;
      value += (byte & 127) * scale;
      if (byte < 128) break;
      scale *= 128;
    }
    return value;
  }
}

/**
 * Where instruction `pc` comes from. Code without a line table reports its first line and no columns; artificial
 * instructions report -1 throughout.
 */
export function positionOf(code: CodeObject, pc: number): Position {
  const reader = rowOf(code, pc);
  if (reader === null) return { lineno: code.firstLineno, endLineno: code.firstLineno, col: -1, endCol: -1 };
  return { lineno: reader.lineno, endLineno: reader.endLineno, col: reader.col, endCol: reader.endCol };
}

/** The line of instruction `pc`: the first line of the code when there is no table, -1 for artificial instructions. */
export function lineOf(code: CodeObject, pc: number): number {
  const reader = rowOf(code, pc);
  return reader === null ? code.firstLineno : reader.lineno;
}

/** The line of every instruction, for those who look up often. */
export function decodeLines(code: CodeObject): Int32Array {
  const lines = new Int32Array(code.ops.length).fill(code.lineTable.length === 0 ? code.firstLineno : -1);
  const reader = new LineTableReader(code);
  while (reader.next()) lines.fill(reader.lineno, reader.start, reader.end);
  return lines;
}

function rowOf(code: CodeObject, pc: number): LineTableReader | null {
  const reader = new LineTableReader(code);
  while (reader.next()) if (pc < reader.end) return reader;
  return null;
}

function isSame(a: Position, b: Position): boolean {
  return a.lineno === b.lineno && a.endLineno === b.endLineno && a.col === b.col && a.endCol === b.endCol;
}

function zigzag(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

function varint(out: number[], value: number): void {
  while (value >= 128) {
    out.push((value % 128) + 128);
    value = Math.floor(value / 128);
  }
  out.push(value);
}
