/**
 * Calls. Plain arguments lie on the stack (`CALL`, with keyword names `CALL_KW`); a call of an attribute keeps function and
 * object apart (`CALL_METHOD`), so that no bound method is made; `*`, `**` and long lists build a tuple and a dictionary (`CALL_EX`).
 */
import { Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { emitSequence, STACK_USE_GUIDELINE } from './compile-display.ts';
import { checkCallee } from './literal-checks.ts';

export function compileCall(c: Compiler, e: ast.Call): void {
  checkKeywords(c, e.keywords);
  if (isMethodCall(e)) return compileMethodCall(c, e.func as ast.Attribute, e);
  checkCallee(c, e.func);
  c.expression(e.func);
  emitArguments(c, 0, e.args, e.keywords);
}

/**
 * Emits arguments and call; the callee lies on the stack, and above it `pushed` positional arguments.
 * Keywords must have been checked.
 */
export function emitArguments(
  c: Compiler,
  pushed: number,
  args: readonly ast.Expr[],
  keywords: readonly ast.Keyword[],
): void {
  const { unit } = c;
  const isPlain =
    args.length + keywords.length * 2 <= STACK_USE_GUIDELINE &&
    !args.some((arg) => arg.kind === 'Starred') &&
    !keywords.some((keyword) => keyword.arg === null);
  if (isPlain) {
    c.expressions(args);
    for (const keyword of keywords) c.expression(keyword.value);
    if (keywords.length !== 0) c.tupleConstant(keywords.map((keyword) => keyword.arg!));
    unit.op(keywords.length === 0 ? Op.CALL : Op.CALL_KW, pushed + args.length + keywords.length);
    return;
  }
  if (pushed === 0 && args.length === 1 && args[0].kind === 'Starred') {
    // CALL_EX takes any iterable as it is.
    c.expression(args[0].value);
  } else if (pushed === 0) {
    emitSequence(c, args, Op.BUILD_TUPLE);
  } else {
    // The list starts with what has been pushed already.
    unit.op(Op.BUILD_LIST, pushed);
    for (const arg of args) {
      c.expression(arg.kind === 'Starred' ? arg.value : arg);
      unit.op(arg.kind === 'Starred' ? Op.LIST_EXTEND : Op.LIST_APPEND, 1);
    }
    unit.op(Op.LIST_TO_TUPLE);
  }
  if (keywords.length !== 0) emitKeywordDict(c, keywords);
  unit.op(Op.CALL_EX, keywords.length === 0 ? 0 : 1);
}

/** Refuses repeated keywords and `__debug__`. */
export function checkKeywords(c: Compiler, keywords: readonly ast.Keyword[]): void {
  for (let i = 0; i < keywords.length; i++) {
    const { arg } = keywords[i];
    if (arg === null) continue;
    c.refuseDebug(arg, false);
    for (let j = i + 1; j < keywords.length; j++) {
      if (keywords[j].arg === arg) c.fail(`keyword argument repeated: ${arg}`, keywords[j]);
    }
  }
}

function isMethodCall(e: ast.Call): boolean {
  const { func, args, keywords } = e;
  if (func.kind !== 'Attribute' || func.ctx !== 'Load') return false;
  if (args.length + keywords.length + (keywords.length === 0 ? 0 : 1) >= STACK_USE_GUIDELINE) return false;
  return !args.some((arg) => arg.kind === 'Starred') && !keywords.some((keyword) => keyword.arg === null);
}

function compileMethodCall(c: Compiler, method: ast.Attribute, e: ast.Call): void {
  const { unit } = c;
  c.expression(method.value);
  unit.loc = fromAttribute(method, method);
  unit.nameOp(Op.LOAD_METHOD, method.attr);
  c.expressions(e.args);
  for (const keyword of e.keywords) c.expression(keyword.value);
  unit.loc = fromAttribute(e, method);
  if (e.keywords.length !== 0) c.tupleConstant(e.keywords.map((keyword) => keyword.arg!));
  unit.op(e.keywords.length === 0 ? Op.CALL_METHOD : Op.CALL_METHOD_KW, e.args.length + e.keywords.length);
}

/** When a chain of calls spans lines, an instruction about an attribute begins at the attribute's name. */
export function fromAttribute(at: ast.Positioned, attribute: ast.Attribute): ast.Positioned {
  if (at.lineno === attribute.endLineno) return at;
  const col = attribute.endCol - Array.from(attribute.attr).length;
  return { lineno: attribute.endLineno, col, endLineno: at.endLineno, endCol: at.endCol };
}

function emitKeywordDict(c: Compiler, keywords: readonly ast.Keyword[]): void {
  const { unit } = c;
  let hasDict = false;
  let waiting = 0;
  const flush = (end: number): void => {
    emitKeywordPairs(c, keywords.slice(end - waiting, end));
    if (hasDict) unit.op(Op.DICT_MERGE, 1);
    hasDict = true;
    waiting = 0;
  };
  for (let i = 0; i < keywords.length; i++) {
    if (keywords[i].arg !== null) {
      waiting++;
      continue;
    }
    if (waiting !== 0) flush(i);
    if (!hasDict) unit.op(Op.BUILD_MAP, 0);
    hasDict = true;
    c.expression(keywords[i].value);
    unit.op(Op.DICT_MERGE, 1);
  }
  if (waiting !== 0) flush(keywords.length);
}

function emitKeywordPairs(c: Compiler, keywords: readonly ast.Keyword[]): void {
  const { unit } = c;
  const n = keywords.length;
  const isBig = n * 2 > STACK_USE_GUIDELINE;
  if (n > 1 && !isBig) {
    for (const keyword of keywords) c.expression(keyword.value);
    c.tupleConstant(keywords.map((keyword) => keyword.arg!));
    return unit.op(Op.BUILD_CONST_KEY_MAP, n);
  }
  if (isBig) unit.op(Op.BUILD_MAP, 0);
  for (const keyword of keywords) {
    unit.constant(keyword.arg!);
    c.expression(keyword.value);
    if (isBig) unit.op(Op.MAP_ADD, 1);
  }
  if (!isBig) unit.op(Op.BUILD_MAP, n);
}
