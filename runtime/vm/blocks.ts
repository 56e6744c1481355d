/** Static facts about compact code that inflation needs: where blocks begin, how deep the stack is, what straight code costs. */
import type { CodeObject } from '../bytecode/code-object.ts';
import { Op, OP_INFO } from '../bytecode/opcode.ts';

export const enum Leader {
  /** Target of a jump, or follows one. */
  JUMP = 1,
  /** Begins or ends a protected range, or is a handler: every stack entry must lie in its home slot here. */
  EXCEPTION = 2,
}

const EXCEPTION_ROW = 5;

/** Does control never fall through this instruction? */
export function endsFlow(op: Op): boolean {
  return (
    op === Op.JUMP_FORWARD ||
    op === Op.JUMP_BACKWARD ||
    op === Op.RETURN_VALUE ||
    op === Op.RAISE_VARARGS ||
    op === Op.RERAISE
  );
}

/** Bits of Leader for each instruction. */
export function findLeaders(code: CodeObject): Uint8Array {
  const n = code.ops.length;
  const leaders = new Uint8Array(n + 1);
  leaders[0] |= Leader.JUMP;
  for (let pc = 0; pc < n; pc++) {
    const op = code.ops[pc] as Op;
    if (OP_INFO[op].operand === 'jump') {
      leaders[code.args[pc]] |= Leader.JUMP;
      // FOR_ITER stores the loop variable itself when a STORE_FAST follows.
      const storesToo = op === Op.FOR_ITER && code.ops[pc + 1] === Op.STORE_FAST;
      leaders[pc + (storesToo ? 2 : 1)] |= Leader.JUMP;
    } else if (endsFlow(op)) {
      leaders[pc + 1] |= Leader.JUMP;
    }
  }
  const table = code.exceptionTable;
  for (let k = 0; k < table.length; k += EXCEPTION_ROW) {
    for (let m = 0; m < 3; m++) {
      let at = table[k + m];
      // A protected range that begins between FOR_ITER and its store begins after the store: the store cannot fail.
      if (m < 2 && at > 0 && code.ops[at - 1] === Op.FOR_ITER && code.ops[at] === Op.STORE_FAST) at++;
      leaders[at] |= Leader.EXCEPTION;
    }
  }
  return leaders;
}

/** Stack depth before each instruction; -1 where control never comes. */
export function stackDepths(code: CodeObject, _leaders: Uint8Array): Int16Array {
  const n = code.ops.length;
  const depths = new Int16Array(n + 1).fill(-1);
  const work: number[] = [0];
  depths[0] = 0;
  const reach = (pc: number, depth: number): void => {
    if (pc < n && depths[pc] < 0) {
      depths[pc] = depth;
      work.push(pc);
    }
  };
  const table = code.exceptionTable;
  for (let k = 0; k < table.length; k += EXCEPTION_ROW) reach(table[k + 2], table[k + 3] + 1 + table[k + 4]);
  while (work.length > 0) {
    const pc = work.pop()!;
    const op = code.ops[pc] as Op;
    const arg = code.args[pc];
    const info = OP_INFO[op];
    const pops = typeof info.pops === 'function' ? info.pops(arg) : info.pops;
    const pushes = typeof info.pushes === 'function' ? info.pushes(arg) : info.pushes;
    const after = depths[pc] - pops + pushes;
    if (info.operand === 'jump') reach(arg, depthAtTarget(op, depths[pc], after));
    if (!endsFlow(op)) reach(pc + 1, after);
  }
  return depths;
}

function depthAtTarget(op: Op, before: number, after: number): number {
  switch (op) {
    case Op.FOR_ITER:
      return before - 1;
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
      return before;
    default:
      return after; // SEND: `it v -> it result` has the same depth either way
  }
}

/**
 * Ticks of the straight code from each block start up to and including the instruction that may leave it; code that falls into the
 * next block includes that one's. `absorbed` jumps belong to trees and end nothing.
 */
export function blockCosts(code: CodeObject, leaders: Uint8Array, absorbed: Uint8Array): Int32Array {
  const n = code.ops.length;
  const costs = new Int32Array(n + 1);
  let cost = 0;
  for (let pc = n - 1; pc >= 0; pc--) {
    const op = code.ops[pc] as Op;
    const endsBlock = (OP_INFO[op].operand === 'jump' && absorbed[pc] === 0) || endsFlow(op);
    cost = (endsBlock && absorbed[pc] === 0 ? 0 : cost) + OP_INFO[op].ticks;
    if (leaders[pc] !== 0) costs[pc] = cost;
  }
  return costs;
}
