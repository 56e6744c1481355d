/** Statements: one case for each kind of node. Larger kinds have files of their own. */
import { BINARY_OPERATORS, Op } from '../bytecode/opcode.ts';
import type { Constant } from '../bytecode/code-object.ts';
import type * as ast from '../syntax/ast.ts';
import { compileClassDef } from './compile-class.ts';
import { fromAttribute } from './compile-call.ts';
import { jumpIf } from './compile-condition.ts';
import { compileConstant } from './compile-display.ts';
import { compileFunctionDef, emitAnnotation } from './compile-function.ts';
import { compileImport, compileImportFrom } from './compile-import.ts';
import { compileMatch } from './compile-match.ts';
import { compileTry, compileTryStar } from './compile-try.ts';
import { compileWith } from './compile-with.ts';
import type { Compiler } from './compiler.ts';
import { Label, PseudoOp } from './instruction.ts';

/** Emits `s`; called through `Compiler.statement`, which has set the place. */
export function compileStatement(c: Compiler, s: ast.Stmt): void {
  const { unit } = c;
  switch (s.kind) {
    case 'Expr':
      return compileExpressionStatement(c, s);
    case 'Assign':
      c.expression(s.value);
      for (let i = 0; i < s.targets.length; i++) {
        if (i + 1 < s.targets.length) unit.op(Op.COPY, 1);
        c.expression(s.targets[i]);
      }
      return;
    case 'AugAssign':
      return compileAugAssign(c, s);
    case 'AnnAssign':
      return compileAnnAssign(c, s);
    case 'If':
      return compileIf(c, s);
    case 'For':
      return compileFor(c, s);
    case 'AsyncFor':
      return compileAsyncFor(c, s);
    case 'While':
      return compileWhile(c, s);
    case 'Return':
      return compileReturn(c, s);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return compileFunctionDef(c, s);
    case 'ClassDef':
      return compileClassDef(c, s);
    case 'Pass':
      return unit.op(Op.NOP);
    case 'Break':
      return compileBreak(c);
    case 'Continue':
      return compileContinue(c);
    case 'Raise':
      if (s.exc !== null) c.expression(s.exc);
      if (s.cause !== null) c.expression(s.cause);
      return unit.op(Op.RAISE_VARARGS, s.exc === null ? 0 : s.cause === null ? 1 : 2);
    case 'Try':
      return compileTry(c, s);
    case 'TryStar':
      return compileTryStar(c, s);
    case 'With':
    case 'AsyncWith':
      return compileWith(c, s, 0);
    case 'Match':
      return compileMatch(c, s);
    case 'Assert':
      return compileAssert(c, s);
    case 'Import':
      return compileImport(c, s);
    case 'ImportFrom':
      return compileImportFrom(c, s);
    case 'Delete':
      return c.expressions(s.targets);
    case 'Global':
    case 'Nonlocal':
      return;
  }
}

function compileExpressionStatement(c: Compiler, s: ast.ExprStmt): void {
  const { unit } = c;
  if (c.settings.isInteractive && unit.parent === null) {
    c.expression(s.value);
    return unit.op(Op.PRINT_EXPR);
  }
  if (s.value.kind === 'Constant') return unit.op(Op.NOP);
  c.expression(s.value);
  unit.loc = null;
  unit.op(Op.POP_TOP);
}

function compileAugAssign(c: Compiler, s: ast.AugAssign): void {
  const { unit } = c;
  const { target } = s;
  // In-place operators follow the others in the operand's numbering.
  const operator = BINARY_OPERATORS.indexOf(s.op) + BINARY_OPERATORS.length;
  unit.loc = target;
  switch (target.kind) {
    case 'Attribute': {
      c.expression(target.value);
      unit.op(Op.COPY, 1);
      unit.loc = fromAttribute(target, target);
      unit.nameOp(Op.LOAD_ATTR, target.attr);
      unit.loc = s;
      c.expression(s.value);
      unit.op(Op.BINARY_OP, operator);
      unit.loc = fromAttribute(target, target);
      unit.op(Op.SWAP, 2);
      c.refuseDebug(target.attr, false);
      return unit.nameOp(Op.STORE_ATTR, target.attr);
    }
    case 'Subscript':
      c.expression(target.value);
      c.expression(target.slice);
      unit.op(Op.COPY, 2);
      unit.op(Op.COPY, 2);
      unit.op(Op.BINARY_SUBSCR);
      unit.loc = s;
      c.expression(s.value);
      unit.op(Op.BINARY_OP, operator);
      unit.loc = target;
      unit.op(Op.SWAP, 3);
      unit.op(Op.SWAP, 2);
      return unit.op(Op.STORE_SUBSCR);
    case 'Name':
      c.refuseDebug(target.id, false);
      c.loadName(target.id);
      unit.loc = s;
      c.expression(s.value);
      unit.op(Op.BINARY_OP, operator);
      unit.loc = target;
      return c.storeName(target.id);
  }
}

function compileAnnAssign(c: Compiler, s: ast.AnnAssign): void {
  const { unit } = c;
  const { target } = s;
  const isStored = unit.kind === 'module' || unit.kind === 'class';
  if (s.value !== null) {
    c.expression(s.value);
    c.expression(target);
  }
  switch (target.kind) {
    case 'Name':
      c.refuseDebug(target.id, false);
      if (s.simple && isStored) {
        emitAnnotation(c, s.annotation);
        unit.nameOp(Op.LOAD_NAME, '__annotations__');
        unit.constant(unit.mangle(target.id));
        return unit.op(Op.STORE_SUBSCR);
      }
      break;
    case 'Attribute':
      c.refuseDebug(target.attr, false);
      if (s.value === null) evaluate(c, target.value);
      break;
    case 'Subscript':
      if (s.value === null) {
        evaluate(c, target.value);
        evaluateIndex(c, target.slice);
      }
      break;
  }
  // Annotations of other targets are evaluated for their effects.
  if (!s.simple && isStored && !c.hasFutureAnnotations) evaluate(c, s.annotation);
}

function evaluate(c: Compiler, e: ast.Expr): void {
  c.expression(e);
  c.unit.op(Op.POP_TOP);
}

function evaluateIndex(c: Compiler, e: ast.Expr): void {
  if (e.kind === 'Tuple') {
    for (const item of e.elts) evaluateIndex(c, item);
  } else if (e.kind === 'Slice') {
    for (const bound of [e.lower, e.upper, e.step]) if (bound !== null) evaluate(c, bound);
  } else {
    evaluate(c, e);
  }
}

/** `elif` nests one level deeper each; the chain is compiled in a loop. */
function compileIf(c: Compiler, first: ast.If): void {
  const { unit } = c;
  const end = new Label();
  for (let s = first; ;) {
    const hasElse = s.orelse.length !== 0;
    const otherwise = hasElse ? new Label() : end;
    jumpIf(c, s.test, otherwise, false);
    c.statements(s.body);
    if (!hasElse) break;
    unit.loc = null;
    unit.jump(PseudoOp.JUMP, end);
    unit.put(otherwise);
    const rest = s.orelse;
    if (rest.length !== 1 || rest[0].kind !== 'If') {
      c.statements(rest);
      break;
    }
    s = rest[0];
    unit.loc = s;
  }
  unit.put(end);
}

function compileFor(c: Compiler, s: ast.For): void {
  const { unit } = c;
  const start = new Label();
  const exhausted = new Label();
  const end = new Label();
  c.pushBlock('for', start, end);
  c.expression(s.iter);
  unit.op(Op.GET_ITER);
  unit.put(start);
  unit.jump(Op.FOR_ITER, exhausted);
  c.expression(s.target);
  c.statements(s.body);
  unit.loc = null;
  unit.jump(PseudoOp.JUMP, start);
  unit.put(exhausted);
  unit.popBlock();
  c.statements(s.orelse);
  unit.put(end);
}

function compileAsyncFor(c: Compiler, s: ast.AsyncFor): void {
  const { unit } = c;
  if (unit.kind !== 'async function') c.fail("'async for' outside async function");
  const start = new Label();
  const exhausted = new Label();
  const end = new Label();
  c.expression(s.iter);
  unit.op(Op.GET_AITER);
  unit.put(start);
  c.pushBlock('for', start, end);
  unit.setup(exhausted, false);
  unit.op(Op.GET_ANEXT);
  c.yieldFrom();
  unit.popHandler();
  c.expression(s.target);
  c.statements(s.body);
  unit.loc = null;
  unit.jump(PseudoOp.JUMP, start);
  unit.popBlock();
  unit.put(exhausted);
  unit.loc = s.iter;
  unit.op(Op.END_ASYNC_FOR);
  c.statements(s.orelse);
  unit.put(end);
}

function compileWhile(c: Compiler, s: ast.While): void {
  const { unit } = c;
  const start = new Label();
  const otherwise = new Label();
  const end = new Label();
  unit.put(start);
  c.pushBlock('while', start, end);
  jumpIf(c, s.test, otherwise, false);
  c.statements(s.body);
  unit.loc = null;
  unit.jump(PseudoOp.JUMP, start);
  unit.popBlock();
  unit.put(otherwise);
  c.statements(s.orelse);
  unit.put(end);
}

function compileReturn(c: Compiler, s: ast.Return): void {
  const { unit } = c;
  const { value } = s;
  if (unit.scope.kind !== 'function') c.fail("'return' outside function");
  if (value !== null && unit.scope.isCoroutine && unit.scope.isGenerator) {
    c.fail("'return' with value in async generator");
  }
  const keepsTop = value !== null && value.kind !== 'Constant';
  if (keepsTop) {
    c.expression(value);
  } else if (value !== null) {
    unit.loc = value;
    unit.op(Op.NOP);
  }
  if (value === null || value.lineno !== s.lineno) {
    unit.loc = s;
    unit.op(Op.NOP);
  }
  const { handler } = unit;
  c.unwindBlocks(keepsTop, false);
  if (value === null) unit.constant(null);
  else if (value.kind === 'Constant') compileConstant(c, value);
  unit.op(Op.RETURN_VALUE);
  unit.handler = handler;
}

function compileBreak(c: Compiler): void {
  const { unit } = c;
  unit.op(Op.NOP);
  const { handler, loc } = unit;
  const loop = c.unwindBlocks(false, true);
  if (loop === null) return c.fail("'break' outside loop", loc);
  c.unwindBlock(loop, false);
  unit.jump(PseudoOp.JUMP, loop.exit!);
  unit.handler = handler;
}

function compileContinue(c: Compiler): void {
  const { unit } = c;
  unit.op(Op.NOP);
  const { handler, loc } = unit;
  const loop = c.unwindBlocks(false, true);
  if (loop === null) return c.fail("'continue' not properly in loop", loc);
  unit.jump(PseudoOp.JUMP, loop.start!);
  unit.handler = handler;
}

function compileAssert(c: Compiler, s: ast.Assert): void {
  const { unit } = c;
  const isFullTuple =
    (s.test.kind === 'Tuple' && s.test.elts.length !== 0) ||
    (s.test.kind === 'Constant' && isNonEmptyTuple(s.test.value));
  if (isFullTuple) c.warn('assertion is always true, perhaps remove parentheses?', s);
  if (c.settings.optimize > 0 || c.settings.stripAsserts) return;
  const end = new Label();
  jumpIf(c, s.test, end, true);
  unit.op(Op.LOAD_ASSERTION_ERROR);
  if (s.msg !== null) {
    c.expression(s.msg);
    unit.op(Op.CALL, 1);
  }
  unit.op(Op.RAISE_VARARGS, 1);
  unit.put(end);
}

function isNonEmptyTuple(value: ast.ConstantValue): boolean {
  const constant = value as Constant;
  return typeof constant === 'object' && constant !== null && constant.type === 'tuple' && constant.items.length !== 0;
}
