/**
 * `try` in all its forms.
 *
 * A handler begins with the exception on the stack. PUSH_EXC_INFO makes it the one being handled, keeping the former one
 * below; every way out puts that back with POP_EXCEPT, and an exception inside a handler goes to a `cleanup` that does so and
 * raises it again. `finally` bodies are compiled once for each way out: the normal end here, the exceptional one here, and
 * each `return`, `break` and `continue` in `Compiler.unwindBlock`.
 */
import { Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { Label, PseudoOp } from './instruction.ts';

export function compileTry(c: Compiler, s: ast.Try): void {
  if (s.finalbody.length !== 0) compileFinally(c, s, compileExcept);
  else compileExcept(c, s);
}

export function compileTryStar(c: Compiler, s: ast.TryStar): void {
  if (s.finalbody.length !== 0) compileFinally(c, s, compileExceptStar);
  else compileExceptStar(c, s);
}

/** The end of a clean-up handler. On the stack: the formerly handled exception, lasti, the exception. */
export function emitRestoreAndReraise(c: Compiler): void {
  const { unit } = c;
  unit.loc = null;
  unit.op(Op.COPY, 3);
  unit.op(Op.POP_EXCEPT);
  unit.op(Op.RERAISE, 1);
}

function compileFinally<S extends ast.Try | ast.TryStar>(c: Compiler, s: S, inner: (c: Compiler, s: S) => void): void {
  const { unit } = c;
  const handler = new Label();
  const cleanup = new Label();
  const exit = new Label();
  unit.setup(handler, false);
  c.pushBlock('finally-try', null, null, s.finalbody);
  if (s.handlers.length !== 0) inner(c, s);
  else c.statements(s.body);
  unit.loc = null;
  unit.popHandler();
  unit.popBlock();
  c.statements(s.finalbody);
  unit.loc = null;
  unit.jump(PseudoOp.JUMP, exit);
  unit.put(handler);
  unit.setup(cleanup, true);
  unit.op(Op.PUSH_EXC_INFO);
  c.pushBlock('finally-end');
  c.statements(s.finalbody);
  unit.popBlock();
  unit.op(Op.RERAISE, 0);
  unit.popHandler();
  unit.put(cleanup);
  emitRestoreAndReraise(c);
  unit.put(exit);
}

function compileExcept(c: Compiler, s: ast.Try): void {
  const { unit } = c;
  let handler = new Label();
  const cleanup = new Label();
  const end = new Label();
  unit.setup(handler, false);
  c.pushBlock('try');
  c.statements(s.body);
  unit.popBlock();
  unit.loc = null;
  unit.popHandler();
  c.statements(s.orelse);
  unit.loc = null;
  unit.jump(PseudoOp.JUMP, end);
  unit.put(handler);
  unit.setup(cleanup, true);
  unit.op(Op.PUSH_EXC_INFO);
  c.pushBlock('except-handler');
  for (let i = 0; i < s.handlers.length; i++) {
    const clause = s.handlers[i];
    unit.loc = clause;
    if (clause.type === null && i + 1 < s.handlers.length) c.fail("default 'except:' must be last");
    handler = new Label();
    if (clause.type !== null) {
      c.expression(clause.type);
      unit.op(Op.CHECK_EXC_MATCH);
      unit.jump(Op.POP_JUMP_IF_FALSE, handler);
    }
    if (clause.name !== null) {
      compileNamedClause(c, clause, clause.name, end);
    } else {
      c.pushBlock('handler-cleanup');
      unit.op(Op.POP_TOP);
      c.statements(clause.body);
      unit.popBlock();
      unit.loc = null;
      const outer = unit.handler;
      unit.popHandler();
      unit.op(Op.POP_EXCEPT);
      unit.jump(PseudoOp.JUMP, end);
      unit.handler = outer;
    }
    unit.put(handler);
  }
  unit.loc = null;
  unit.popBlock();
  unit.op(Op.RERAISE, 0);
  unit.popHandler();
  unit.put(cleanup);
  emitRestoreAndReraise(c);
  unit.put(end);
}

/** `except E as name`: however the body ends, the name is unbound. */
function compileNamedClause(c: Compiler, clause: ast.ExceptHandler, name: string, end: Label): void {
  const { unit } = c;
  const unbind = new Label();
  c.storeName(name);
  const outer = unit.handler;
  unit.setup(unbind, true);
  c.pushBlock('handler-cleanup', null, null, null, name);
  c.statements(clause.body);
  unit.popBlock();
  unit.loc = null;
  unit.popHandler();
  unit.popHandler();
  unit.op(Op.POP_EXCEPT);
  c.unbindName(name);
  unit.jump(PseudoOp.JUMP, end);
  unit.handler = outer;
  unit.put(unbind);
  unit.loc = null;
  c.unbindName(name);
  unit.op(Op.RERAISE, 1);
}

/**
 * `except*`: each clause takes its part of the group and may raise; what was raised, and what is left, is collected in a list
 * and raised as one group in the end. On the stack: the whole exception, the list, the rest.
 */
function compileExceptStar(c: Compiler, s: ast.TryStar): void {
  const { unit } = c;
  let next = new Label();
  const cleanup = new Label();
  const orelse = new Label();
  const end = new Label();
  unit.setup(next, false);
  c.pushBlock('try');
  c.statements(s.body);
  unit.popBlock();
  unit.loc = null;
  unit.popHandler();
  unit.jump(PseudoOp.JUMP, orelse);
  unit.put(next);
  unit.setup(cleanup, true);
  unit.op(Op.PUSH_EXC_INFO);
  c.pushBlock('except-star-handler');
  for (let i = 0; i < s.handlers.length; i++) {
    const clause = s.handlers[i];
    unit.loc = clause;
    next = new Label();
    if (i === 0) {
      unit.op(Op.BUILD_LIST, 0);
      unit.op(Op.COPY, 2);
    }
    if (clause.type !== null) {
      const matched = new Label();
      c.expression(clause.type);
      unit.op(Op.CHECK_EG_MATCH);
      unit.op(Op.COPY, 1);
      unit.jump(Op.POP_JUMP_IF_NOT_NONE, matched);
      unit.op(Op.POP_TOP);
      unit.jump(PseudoOp.JUMP, next);
      unit.put(matched);
    }
    compileStarClause(c, clause, next);
    unit.put(next);
  }
  unit.loc = null;
  unit.op(Op.LIST_APPEND, 1);
  unit.popBlock();
  const reraise = new Label();
  unit.op(Op.PREP_RERAISE_STAR);
  unit.op(Op.COPY, 1);
  unit.jump(Op.POP_JUMP_IF_NOT_NONE, reraise);
  unit.op(Op.POP_TOP);
  unit.popHandler();
  unit.op(Op.POP_EXCEPT);
  unit.jump(PseudoOp.JUMP, end);
  unit.put(reraise);
  unit.op(Op.SWAP, 2);
  unit.op(Op.POP_EXCEPT);
  unit.op(Op.RERAISE, 0);
  unit.put(cleanup);
  emitRestoreAndReraise(c);
  unit.put(orelse);
  c.statements(s.orelse);
  unit.put(end);
}

function compileStarClause(c: Compiler, clause: ast.ExceptHandler, next: Label): void {
  const { unit } = c;
  const { name } = clause;
  const failed = new Label();
  if (name !== null) c.storeName(name);
  else unit.op(Op.POP_TOP);
  unit.setup(failed, true);
  c.pushBlock('handler-cleanup', null, null, null, name);
  c.statements(clause.body);
  unit.popBlock();
  unit.loc = null;
  unit.popHandler();
  if (name !== null) c.unbindName(name);
  unit.jump(PseudoOp.JUMP, next);
  unit.put(failed);
  unit.loc = null;
  if (name !== null) c.unbindName(name);
  unit.op(Op.LIST_APPEND, 3);
  unit.op(Op.POP_TOP);
  unit.jump(PseudoOp.JUMP, next);
}
