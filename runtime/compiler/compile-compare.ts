/** Comparisons as values, and the warning about `is` with a literal. */
import { COMPARE_OPERATORS, Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { Label, PseudoOp } from './instruction.ts';

/** Emits the comparison of the two values on the stack. */
export function emitCompare(c: Compiler, op: ast.CompareOperator): void {
  switch (op) {
    case 'is':
    case 'is not':
      return c.unit.op(Op.IS_OP, op === 'is' ? 0 : 1);
    case 'in':
    case 'not in':
      return c.unit.op(Op.CONTAINS_OP, op === 'in' ? 0 : 1);
    default:
      return c.unit.op(Op.COMPARE_OP, COMPARE_OPERATORS.indexOf(op));
  }
}

/** Warns of the first `is` whose operand is a literal that need not be one object. */
export function checkCompare(c: Compiler, e: ast.Compare): void {
  let isLeftSafe = isIdentityMeaningful(e.left);
  for (let i = 0; i < e.ops.length; i++) {
    const op = e.ops[i];
    const isRightSafe = isIdentityMeaningful(e.comparators[i]);
    if ((op === 'is' || op === 'is not') && !(isLeftSafe && isRightSafe)) {
      const meant = op === 'is' ? '==' : '!=';
      return c.warn(`"${op}" with a literal. Did you mean "${meant}"?`, e);
    }
    isLeftSafe = isRightSafe;
  }
}

export function compileCompare(c: Compiler, e: ast.Compare): void {
  const { unit } = c;
  checkCompare(c, e);
  c.expression(e.left);
  const last = e.ops.length - 1;
  if (last === 0) {
    c.expression(e.comparators[0]);
    return emitCompare(c, e.ops[0]);
  }
  const cleanup = new Label();
  const end = new Label();
  for (let i = 0; i < last; i++) {
    c.expression(e.comparators[i]);
    unit.op(Op.SWAP, 2);
    unit.op(Op.COPY, 2);
    emitCompare(c, e.ops[i]);
    unit.jump(Op.JUMP_IF_FALSE_OR_POP, cleanup);
  }
  c.expression(e.comparators[last]);
  emitCompare(c, e.ops[last]);
  unit.jump(PseudoOp.JUMP, end);
  unit.put(cleanup);
  unit.op(Op.SWAP, 2);
  unit.op(Op.POP_TOP);
  unit.put(end);
}

/** `None`, `True`, `False` and `...` are single objects; other constants are not. */
function isIdentityMeaningful(e: ast.Expr): boolean {
  if (e.kind !== 'Constant') return true;
  const { value } = e;
  return value === null || typeof value === 'boolean' || (typeof value === 'object' && value.type === 'ellipsis');
}
