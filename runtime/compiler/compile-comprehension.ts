/**
 * Comprehensions and generator expressions. Each is a function of one parameter, the iterator of its outermost clause, made and
 * called on the spot.
 */
import { Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import { jumpIf } from './compile-condition.ts';
import type { Compiler } from './compiler.ts';
import { Label, PseudoOp } from './instruction.ts';

type ComprehensionNode = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

const NAMES: Readonly<Record<ComprehensionNode['kind'], string>> = {
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
  GeneratorExp: '<genexpr>',
};

export function compileComprehension(c: Compiler, e: ComprehensionNode): void {
  const outer = c.unit;
  const isGenerator = e.kind === 'GeneratorExp';
  const isAsync = c.scopeOf(e).isCoroutine && !isGenerator;
  if (isAsync && outer.kind !== 'async function' && outer.kind !== 'comprehension') {
    c.fail('asynchronous comprehension outside of an asynchronous function', e);
  }
  const unit = c.enter('comprehension', NAMES[e.kind], e, e.lineno);
  unit.loc = e;
  unit.argcount = 1;
  if (e.kind === 'ListComp') unit.op(Op.BUILD_LIST, 0);
  else if (e.kind === 'SetComp') unit.op(Op.BUILD_SET, 0);
  else if (e.kind === 'DictComp') unit.op(Op.BUILD_MAP, 0);
  compileClause(c, e, 0, 0);
  if (isGenerator) {
    unit.loc = null;
    unit.constant(null);
  }
  unit.op(Op.RETURN_VALUE);
  const code = c.leave();
  c.makeFunction(code, 0);
  const first = e.generators[0];
  c.expression(first.iter);
  outer.op(first.is_async ? Op.GET_AITER : Op.GET_ITER);
  outer.op(Op.CALL, 1);
  if (isAsync) c.awaitValue(0);
}

/** `depth`: iterators on the stack, between the collection and the element. */
function compileClause(c: Compiler, e: ComprehensionNode, index: number, depth: number): void {
  const { unit } = c;
  const clause = e.generators[index];
  const next = new Label();
  if (clause.is_async) {
    if (index === 0) {
      unit.op(Op.LOAD_FAST, 0);
    } else {
      c.expression(clause.iter);
      unit.op(Op.GET_AITER);
    }
    const start = new Label();
    const exhausted = new Label();
    unit.put(start);
    c.pushBlock('async-comprehension', start);
    unit.setup(exhausted, false);
    unit.op(Op.GET_ANEXT);
    c.yieldFrom();
    unit.popHandler();
    compileClauseBody(c, e, clause, index, depth + 1, next);
    unit.put(next);
    unit.jump(PseudoOp.JUMP, start);
    unit.popBlock();
    unit.put(exhausted);
    unit.op(Op.END_ASYNC_FOR);
    return;
  }
  const single = index === 0 ? null : singleElement(clause.iter);
  if (single !== null) {
    // `for y in [f(x)]` is the idiom for a temporary variable: no loop.
    c.expression(single);
    compileClauseBody(c, e, clause, index, depth, next);
    unit.put(next);
    unit.op(Op.NOP);
    return;
  }
  if (index === 0) {
    unit.op(Op.LOAD_FAST, 0);
  } else {
    c.expression(clause.iter);
    unit.op(Op.GET_ITER);
  }
  const start = new Label();
  const end = new Label();
  unit.put(start);
  unit.jump(Op.FOR_ITER, end);
  compileClauseBody(c, e, clause, index, depth + 1, next);
  unit.put(next);
  unit.jump(PseudoOp.JUMP, start);
  unit.put(end);
}

/** Stores the item, tests the conditions (going to `next` if one fails), then the next clause or the element. */
function compileClauseBody(
  c: Compiler,
  e: ComprehensionNode,
  clause: ast.Comprehension,
  index: number,
  depth: number,
  next: Label,
): void {
  const { unit } = c;
  c.expression(clause.target);
  for (const test of clause.ifs) jumpIf(c, test, next, false);
  if (index + 1 < e.generators.length) return compileClause(c, e, index + 1, depth);
  switch (e.kind) {
    case 'ListComp':
      c.expression(e.elt);
      return unit.op(Op.LIST_APPEND, depth + 1);
    case 'SetComp':
      c.expression(e.elt);
      return unit.op(Op.SET_ADD, depth + 1);
    case 'DictComp':
      c.expression(e.key);
      c.expression(e.value);
      return unit.op(Op.MAP_ADD, depth + 1);
    case 'GeneratorExp':
      c.expression(e.elt);
      c.yieldValue();
      return unit.op(Op.POP_TOP);
  }
}

function singleElement(iter: ast.Expr): ast.Expr | null {
  if (iter.kind !== 'List' && iter.kind !== 'Tuple') return null;
  return iter.elts.length === 1 && iter.elts[0].kind !== 'Starred' ? iter.elts[0] : null;
}
