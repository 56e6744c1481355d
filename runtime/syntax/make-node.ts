/** Makers of the nodes that are made in more than one place, so that each kind keeps one hidden class. */

import type {
  BinaryOperator,
  BinOp,
  Constant,
  ConstantValue,
  Expr,
  ExprContext,
  Name,
  Positioned,
  Starred,
  Tuple,
} from './ast.ts';

/** Anything with a place in the source: a node or a token. */
export type Span = Positioned;

export function constant(span: Span, value: ConstantValue, prefix: 'u' | null): Constant {
  const { lineno, col, endLineno, endCol } = span;
  return { kind: 'Constant', lineno, col, endLineno, endCol, value, prefix };
}

export function name(span: Span, id: string, ctx: ExprContext): Name {
  const { lineno, col, endLineno, endCol } = span;
  return { kind: 'Name', lineno, col, endLineno, endCol, id, ctx };
}

/** `left op right` between the tokens (or nodes) `start` and `end`, which count the operands' parentheses. */
export function binOp(start: Span, end: Span, left: Expr, op: BinaryOperator, right: Expr): BinOp {
  const { lineno, col } = start;
  const { endLineno, endCol } = end;
  return { kind: 'BinOp', lineno, col, endLineno, endCol, left, op, right };
}

/** A tuple from `start` to the end of `end`. */
export function tuple(start: Span, end: Span, elts: Expr[], ctx: ExprContext): Tuple {
  const { lineno, col } = start;
  const { endLineno, endCol } = end;
  return { kind: 'Tuple', lineno, col, endLineno, endCol, elts, ctx };
}

/** `*value`, from the star at `star` to the end of `end`. */
export function starred(star: Span, end: Span, value: Expr, ctx: ExprContext): Starred {
  const { lineno, col } = star;
  const { endLineno, endCol } = end;
  return { kind: 'Starred', lineno, col, endLineno, endCol, value, ctx };
}
