/** Conditions: expressions that only decide where to go, compiled to jumps without making a bool. */
import { Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { checkCompare, emitCompare } from './compile-compare.ts';
import { Label, PseudoOp } from './instruction.ts';

/**
 * Jumps forward to `target` if the truth of `e` is `when`; else goes on with what follows.
 * A comparison leaves its place in `unit.loc`, as in CPython: what a statement emits next gets it too (the raise of an assert).
 */
export function jumpIf(c: Compiler, e: ast.Expr, target: Label, when: boolean): void {
  const { unit } = c;
  switch (e.kind) {
    case 'UnaryOp':
      if (e.op === 'not') return jumpIf(c, e.operand, target, !when);
      break;
    case 'BoolOp': {
      // `or` decides early on true, `and` on false; an early decision the other way goes just past the condition.
      const early = e.op === 'or';
      const past = early === when ? target : new Label();
      const last = e.values.length - 1;
      for (let i = 0; i < last; i++) jumpIf(c, e.values[i], past, early);
      jumpIf(c, e.values[last], target, when);
      if (past !== target) unit.put(past);
      return;
    }
    case 'IfExp': {
      const otherwise = new Label();
      const end = new Label();
      jumpIf(c, e.test, otherwise, false);
      jumpIf(c, e.body, target, when);
      unit.jump(PseudoOp.JUMP, end);
      unit.put(otherwise);
      jumpIf(c, e.orelse, target, when);
      unit.put(end);
      return;
    }
    case 'Compare':
      unit.loc = e;
      if (e.ops.length > 1) return jumpIfChain(c, e, target, when);
      break;
    default:
      break;
  }
  c.expression(e);
  unit.jump(when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target);
}

/** `a < b < c` as a condition: the middle operands are kept for the next comparison. */
function jumpIfChain(c: Compiler, e: ast.Compare, target: Label, when: boolean): void {
  const { unit } = c;
  checkCompare(c, e);
  const cleanup = new Label();
  const end = new Label();
  const last = e.ops.length - 1;
  c.expression(e.left);
  for (let i = 0; i < last; i++) {
    c.expression(e.comparators[i]);
    unit.op(Op.SWAP, 2);
    unit.op(Op.COPY, 2);
    emitCompare(c, e.ops[i]);
    unit.jump(Op.POP_JUMP_IF_FALSE, cleanup);
  }
  c.expression(e.comparators[last]);
  emitCompare(c, e.ops[last]);
  unit.jump(when ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, target);
  unit.jump(PseudoOp.JUMP, end);
  unit.put(cleanup);
  unit.op(Op.POP_TOP);
  if (!when) unit.jump(PseudoOp.JUMP, target);
  unit.put(end);
}
