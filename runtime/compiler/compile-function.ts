/** Functions and lambdas: defaults, annotations, the code object of the body, decorators. */
import { FunctionFlag, Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { docstringOf } from './fold.ts';
import { unparse } from './unparse.ts';

export function compileFunctionDef(c: Compiler, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  refuseDebugParameters(c, s.args);
  const outer = c.unit;
  c.expressions(s.decorator_list);
  outer.loc = s;
  let flags = emitDefaults(c, s.args);
  if (c.settings.keepAnnotations) flags |= emitAnnotations(c, s);
  const firstLineno = s.decorator_list.length === 0 ? s.lineno : s.decorator_list[0].lineno;
  const unit = c.enter(s.kind === 'FunctionDef' ? 'function' : 'async function', s.name, s, firstLineno);
  countParameters(c, s.args);
  const docstring = docstringOf(s.body);
  const keepsDocstring = docstring !== null && c.settings.keepDocstrings && c.settings.optimize < 2;
  unit.constants.add(keepsDocstring ? docstring : null);
  unit.hasDocstring = true;
  c.statements(docstring === null ? s.body : s.body.slice(1));
  unit.loc = null;
  unit.constant(null);
  unit.op(Op.RETURN_VALUE);
  const code = c.leave();
  c.makeFunction(code, flags);
  applyDecorators(c, s.decorator_list);
  c.storeName(s.name);
}

export function compileLambda(c: Compiler, e: ast.Lambda): void {
  refuseDebugParameters(c, e.args);
  const flags = emitDefaults(c, e.args);
  const unit = c.enter('lambda', '<lambda>', e, e.lineno);
  // The first constant of a function is its docstring or None.
  unit.constants.add(null);
  unit.hasDocstring = true;
  countParameters(c, e.args);
  c.expression(e.body);
  unit.loc = e.body;
  unit.op(Op.RETURN_VALUE);
  const code = c.leave();
  c.makeFunction(code, flags);
}

/** Calls the decorators, which lie under the function or class on the stack. */
export function applyDecorators(c: Compiler, decorators: readonly ast.Expr[]): void {
  const { unit } = c;
  const outer = unit.loc;
  for (let i = decorators.length - 1; i >= 0; i--) {
    unit.loc = decorators[i];
    unit.op(Op.CALL, 1);
  }
  unit.loc = outer;
}

/** Emits the value of an annotation; under `from __future__ import annotations` its text. */
export function emitAnnotation(c: Compiler, e: ast.Expr): void {
  if (c.hasFutureAnnotations) {
    c.unit.constant(unparse(e));
  } else if (e.kind === 'Starred') {
    // `*args: *Ts` keeps what the iterable of one item holds.
    c.expression(e.value);
    c.unit.op(Op.UNPACK_SEQUENCE, 1);
  } else {
    c.expression(e);
  }
}

function refuseDebugParameters(c: Compiler, args: ast.Arguments): void {
  for (const arg of allParameters(args)) c.refuseDebug(arg.arg, false);
}

function allParameters(args: ast.Arguments): ast.Arg[] {
  const list = [...args.posonlyargs, ...args.args];
  if (args.vararg !== null) list.push(args.vararg);
  list.push(...args.kwonlyargs);
  if (args.kwarg !== null) list.push(args.kwarg);
  return list;
}

function countParameters(c: Compiler, args: ast.Arguments): void {
  c.unit.posonlyargcount = args.posonlyargs.length;
  c.unit.argcount = args.posonlyargs.length + args.args.length;
  c.unit.kwonlyargcount = args.kwonlyargs.length;
}

function emitDefaults(c: Compiler, args: ast.Arguments): number {
  const { unit } = c;
  let flags = 0;
  if (args.defaults.length !== 0) {
    c.expressions(args.defaults);
    unit.op(Op.BUILD_TUPLE, args.defaults.length);
    flags |= FunctionFlag.DEFAULTS;
  }
  const names: string[] = [];
  for (let i = 0; i < args.kwonlyargs.length; i++) {
    const value = args.kw_defaults[i];
    if (value === null) continue;
    names.push(unit.mangle(args.kwonlyargs[i].arg));
    c.expression(value);
  }
  if (names.length !== 0) {
    c.tupleConstant(names);
    unit.op(Op.BUILD_CONST_KEY_MAP, names.length);
    flags |= FunctionFlag.KWDEFAULTS;
  }
  return flags;
}

function emitAnnotations(c: Compiler, s: ast.FunctionDef | ast.AsyncFunctionDef): number {
  const { unit } = c;
  const { args } = s;
  let count = 0;
  const emit = (name: string, annotation: ast.Expr | null): void => {
    if (annotation === null) return;
    unit.constant(unit.mangle(name));
    emitAnnotation(c, annotation);
    count += 2;
  };
  // The order is CPython's: positional-only parameters come second.
  for (const arg of args.args) emit(arg.arg, arg.annotation);
  for (const arg of args.posonlyargs) emit(arg.arg, arg.annotation);
  if (args.vararg !== null) emit(args.vararg.arg, args.vararg.annotation);
  for (const arg of args.kwonlyargs) emit(arg.arg, arg.annotation);
  if (args.kwarg !== null) emit(args.kwarg.arg, args.kwarg.annotation);
  emit('return', s.returns);
  if (count === 0) return 0;
  unit.op(Op.BUILD_TUPLE, count);
  return FunctionFlag.ANNOTATIONS;
}
