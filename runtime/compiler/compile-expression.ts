/** Expressions: one case for each kind of node. Larger kinds have files of their own. */
import { BINARY_OPERATORS, FormatFlag, Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import { compileCall, fromAttribute } from './compile-call.ts';
import { compileCompare } from './compile-compare.ts';
import { compileComprehension } from './compile-comprehension.ts';
import { jumpIf } from './compile-condition.ts';
import {
  compileConstant,
  compileDict,
  emitSequence,
  emitSet,
  STACK_USE_GUIDELINE,
  unpackInto,
} from './compile-display.ts';
import { compileLambda } from './compile-function.ts';
import type { Compiler } from './compiler.ts';
import { Label, PseudoOp } from './instruction.ts';
import { checkIndex, checkSubscripted } from './literal-checks.ts';

/** Emits `e`; called through `Compiler.expression`, which has set the place. */
export function compileExpression(c: Compiler, e: ast.Expr): void {
  const { unit } = c;
  switch (e.kind) {
    case 'Constant':
      return compileConstant(c, e);
    case 'Name':
      if (e.ctx === 'Load') return c.loadName(e.id);
      return e.ctx === 'Store' ? c.storeName(e.id) : c.deleteName(e.id);
    case 'Attribute':
      return compileAttribute(c, e);
    case 'Call':
      return compileCall(c, e);
    case 'BinOp':
      return compileBinary(c, e);
    case 'Subscript':
      return compileSubscript(c, e);
    case 'Compare':
      return compileCompare(c, e);
    case 'BoolOp':
      return compileBoolean(c, e);
    case 'UnaryOp':
      c.expression(e.operand);
      return unit.op(UNARY_OPS[e.op]);
    case 'IfExp':
      return compileConditional(c, e);
    case 'NamedExpr':
      c.expression(e.value);
      unit.op(Op.COPY, 1);
      return c.expression(e.target);
    case 'Lambda':
      return compileLambda(c, e);
    case 'Tuple':
      if (e.ctx === 'Load') return emitSequence(c, e.elts, Op.BUILD_TUPLE);
      return e.ctx === 'Store' ? unpackInto(c, e.elts) : c.expressions(e.elts);
    case 'List':
      if (e.ctx === 'Load') return emitSequence(c, e.elts, Op.BUILD_LIST);
      return e.ctx === 'Store' ? unpackInto(c, e.elts) : c.expressions(e.elts);
    case 'Set':
      return emitSet(c, e.elts);
    case 'Dict':
      return compileDict(c, e);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return compileComprehension(c, e);
    case 'Yield':
      if (unit.scope.kind !== 'function') c.fail("'yield' outside function");
      if (e.value === null) unit.constant(null);
      else c.expression(e.value);
      return c.yieldValue();
    case 'YieldFrom':
      if (unit.scope.kind !== 'function') c.fail("'yield' outside function");
      if (unit.kind === 'async function') c.fail("'yield from' inside async function");
      c.expression(e.value);
      unit.op(Op.GET_YIELD_FROM_ITER);
      return c.yieldFrom();
    case 'Await':
      if (unit.scope.kind !== 'function') c.fail("'await' outside function");
      if (unit.kind !== 'async function' && unit.kind !== 'comprehension') c.fail("'await' outside async function");
      c.expression(e.value);
      return c.awaitValue(0);
    case 'JoinedStr':
      return compileJoinedStr(c, e);
    case 'FormattedValue':
      return compileFormattedValue(c, e);
    case 'Slice':
      return compileSlice(c, e);
    case 'Starred':
      return c.fail(
        e.ctx === 'Store'
          ? 'starred assignment target must be in a list or tuple'
          : "can't use starred expression here",
      );
  }
}

const UNARY_OPS: Readonly<Record<ast.UnaryOperator, Op>> = {
  not: Op.UNARY_NOT,
  '-': Op.UNARY_NEGATIVE,
  '+': Op.UNARY_POSITIVE,
  '~': Op.UNARY_INVERT,
};

/** Chains such as `a + b + c` nest to the left as deep as they are long; they are compiled in a loop. */
function compileBinary(c: Compiler, e: ast.BinOp): void {
  const { unit } = c;
  const chain: ast.BinOp[] = [];
  let left: ast.Expr = e;
  while (left.kind === 'BinOp') {
    chain.push(left);
    left = left.left;
  }
  c.expression(left);
  for (let i = chain.length - 1; i >= 0; i--) {
    const node = chain[i];
    c.expression(node.right);
    unit.loc = node;
    unit.op(Op.BINARY_OP, BINARY_OPERATORS.indexOf(node.op));
  }
}

function compileBoolean(c: Compiler, e: ast.BoolOp): void {
  const { unit } = c;
  const op = e.op === 'and' ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP;
  const end = new Label();
  const last = e.values.length - 1;
  for (let i = 0; i < last; i++) {
    c.expression(e.values[i]);
    unit.jump(op, end);
  }
  c.expression(e.values[last]);
  unit.put(end);
}

function compileConditional(c: Compiler, e: ast.IfExp): void {
  const { unit } = c;
  const otherwise = new Label();
  const end = new Label();
  jumpIf(c, e.test, otherwise, false);
  c.expression(e.body);
  unit.jump(PseudoOp.JUMP, end);
  unit.put(otherwise);
  c.expression(e.orelse);
  unit.put(end);
}

function compileAttribute(c: Compiler, e: ast.Attribute): void {
  const { unit } = c;
  c.expression(e.value);
  unit.loc = fromAttribute(e, e);
  if (e.ctx === 'Load') return unit.nameOp(Op.LOAD_ATTR, e.attr);
  if (e.ctx === 'Store') c.refuseDebug(e.attr, false);
  unit.nameOp(e.ctx === 'Store' ? Op.STORE_ATTR : Op.DELETE_ATTR, e.attr);
}

function compileSubscript(c: Compiler, e: ast.Subscript): void {
  const { unit } = c;
  if (e.ctx === 'Load') {
    checkSubscripted(c, e.value, e);
    checkIndex(c, e.value, e.slice, e);
  }
  c.expression(e.value);
  c.expression(e.slice);
  unit.op(e.ctx === 'Load' ? Op.BINARY_SUBSCR : e.ctx === 'Store' ? Op.STORE_SUBSCR : Op.DELETE_SUBSCR);
}

function compileSlice(c: Compiler, e: ast.Slice): void {
  const { unit } = c;
  for (const bound of [e.lower, e.upper]) {
    if (bound === null) unit.constant(null);
    else c.expression(bound);
  }
  if (e.step !== null) c.expression(e.step);
  unit.op(Op.BUILD_SLICE, e.step === null ? 2 : 3);
}

function compileJoinedStr(c: Compiler, e: ast.JoinedStr): void {
  const { unit } = c;
  const n = e.values.length;
  if (n > STACK_USE_GUIDELINE) {
    unit.constant('');
    unit.nameOp(Op.LOAD_METHOD, 'join');
    unit.op(Op.BUILD_LIST, 0);
    for (const value of e.values) {
      c.expression(value);
      unit.op(Op.LIST_APPEND, 1);
    }
    return unit.op(Op.CALL_METHOD, 1);
  }
  c.expressions(e.values);
  if (n !== 1) unit.op(Op.BUILD_STRING, n);
}

function compileFormattedValue(c: Compiler, e: ast.FormattedValue): void {
  c.expression(e.value);
  let flags: number = FormatFlag.NONE;
  if (e.conversion === 115) flags = FormatFlag.STR;
  else if (e.conversion === 114) flags = FormatFlag.REPR;
  else if (e.conversion === 97) flags = FormatFlag.ASCII;
  if (e.format_spec !== null) {
    c.expression(e.format_spec);
    flags |= FormatFlag.HAS_SPEC;
  }
  c.unit.op(Op.FORMAT_VALUE, flags);
}
