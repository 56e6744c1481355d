/** `with` and `async with`: one item at a time, each with a handler that lets `__exit__` see and swallow exceptions. */
import { Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import { emitRestoreAndReraise } from './compile-try.ts';
import type { Compiler } from './compiler.ts';
import { Label, PseudoOp } from './instruction.ts';

/** Compiles the statement from its item number `index` on. */
export function compileWith(c: Compiler, s: ast.With | ast.AsyncWith, index: number): void {
  const { unit } = c;
  const isAsync = s.kind === 'AsyncWith';
  if (isAsync && unit.kind !== 'async function') c.fail("'async with' outside async function");
  const item = s.items[index];
  const final = new Label();
  const cleanup = new Label();
  const exit = new Label();
  c.expression(item.context_expr);
  unit.op(isAsync ? Op.BEFORE_ASYNC_WITH : Op.BEFORE_WITH);
  if (isAsync) c.awaitValue(1);
  unit.setup(final, true, 1);
  c.pushBlock(isAsync ? 'async-with' : 'with', null, null, null, null, s);
  if (item.optional_vars !== null) c.expression(item.optional_vars);
  else unit.op(Op.POP_TOP);
  if (index + 1 < s.items.length) compileWith(c, s, index + 1);
  else c.statements(s.body);
  unit.popHandler();
  unit.popBlock();
  // The end without an exception: __exit__(None, None, None).
  unit.loc = s;
  c.callExitWithNones();
  if (isAsync) c.awaitValue(2);
  unit.op(Op.POP_TOP);
  unit.jump(PseudoOp.JUMP, exit);
  // The end with one. On the stack: exit, lasti, exception.
  unit.put(final);
  unit.setup(cleanup, true);
  unit.op(Op.PUSH_EXC_INFO);
  unit.op(Op.WITH_EXCEPT_START);
  if (isAsync) c.awaitValue(2);
  const suppress = new Label();
  unit.jump(Op.POP_JUMP_IF_TRUE, suppress);
  unit.op(Op.RERAISE, 2);
  unit.put(suppress);
  unit.op(Op.POP_TOP);
  unit.popHandler();
  unit.op(Op.POP_EXCEPT);
  unit.op(Op.POP_TOP);
  unit.op(Op.POP_TOP);
  unit.jump(PseudoOp.JUMP, exit);
  unit.put(cleanup);
  emitRestoreAndReraise(c);
  unit.put(exit);
}
