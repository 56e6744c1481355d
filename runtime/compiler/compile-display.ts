/** Lists, tuples, sets and dictionaries written out, with `*` and `**`, and targets that unpack. */
import { Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { constantItems, constantOf } from './fold.ts';

/**
 * Values put on the stack at once for a display or call; longer ones are built piece by piece, so that the stack of a frame stays
 * small. CPython's STACK_USE_GUIDELINE.
 */
export const STACK_USE_GUIDELINE = 30;

/** Emits a list, or a tuple by way of one, of the elements; `*x` among them is spread. */
export function emitSequence(c: Compiler, elts: readonly ast.Expr[], build: Op.BUILD_LIST | Op.BUILD_TUPLE): void {
  const isTuple = build === Op.BUILD_TUPLE;
  emitElements(c, elts, isTuple ? Op.BUILD_LIST : build, Op.LIST_APPEND, Op.LIST_EXTEND, isTuple);
}

export function emitSet(c: Compiler, elts: readonly ast.Expr[]): void {
  emitElements(c, elts, Op.BUILD_SET, Op.SET_ADD, Op.SET_UPDATE, false);
}

function emitElements(c: Compiler, elts: readonly ast.Expr[], build: Op, add: Op, extend: Op, isTuple: boolean): void {
  const { unit } = c;
  const n = elts.length;
  if (n > 2) {
    const items = constantItems(elts);
    if (items !== null) {
      if (isTuple) return c.tupleConstant(items);
      unit.op(build, 0);
      unit.constant({ type: build === Op.BUILD_SET ? 'frozenset' : 'tuple', items });
      return unit.op(extend, 1);
    }
  }
  const isBig = n > STACK_USE_GUIDELINE;
  if (!isBig && !elts.some((e) => e.kind === 'Starred')) {
    c.expressions(elts);
    return unit.op(isTuple ? Op.BUILD_TUPLE : build, n);
  }
  let isBuilt = isBig;
  if (isBig) unit.op(build, 0);
  for (let i = 0; i < n; i++) {
    const e = elts[i];
    if (e.kind === 'Starred') {
      if (!isBuilt) unit.op(build, i);
      isBuilt = true;
      c.expression(e.value);
      unit.op(extend, 1);
    } else {
      c.expression(e);
      if (isBuilt) unit.op(add, 1);
    }
  }
  if (isTuple) unit.op(Op.LIST_TO_TUPLE);
}

/** Unpacks the value on the stack and stores the items in the targets. */
export function unpackInto(c: Compiler, targets: readonly ast.Expr[]): void {
  const { unit } = c;
  const n = targets.length;
  let star = -1;
  for (let i = 0; i < n; i++) {
    if (targets[i].kind !== 'Starred') continue;
    if (star >= 0) c.fail('multiple starred expressions in assignment');
    if (i >= 1 << 8 || n - i - 1 >= 0x7fffff) c.fail('too many expressions in star-unpacking assignment');
    star = i;
  }
  if (star < 0) unit.op(Op.UNPACK_SEQUENCE, n);
  else unit.op(Op.UNPACK_EX, star + ((n - star - 1) << 8));
  for (const target of targets) c.expression(target.kind === 'Starred' ? target.value : target);
}

export function compileDict(c: Compiler, e: ast.Dict): void {
  const { unit } = c;
  const n = e.values.length;
  let hasDict = false;
  let waiting = 0;
  const flush = (end: number): void => {
    emitPairs(c, e, end - waiting, end);
    if (hasDict) unit.op(Op.DICT_UPDATE, 1);
    hasDict = true;
    waiting = 0;
  };
  for (let i = 0; i < n; i++) {
    if (e.keys[i] === null) {
      if (waiting !== 0) flush(i);
      if (!hasDict) unit.op(Op.BUILD_MAP, 0);
      hasDict = true;
      c.expression(e.values[i]);
      unit.op(Op.DICT_UPDATE, 1);
    } else if (++waiting * 2 > STACK_USE_GUIDELINE + 2) {
      flush(i + 1);
    }
  }
  if (waiting !== 0) flush(n);
  if (!hasDict) unit.op(Op.BUILD_MAP, 0);
}

function emitPairs(c: Compiler, e: ast.Dict, begin: number, end: number): void {
  const { unit } = c;
  const n = end - begin;
  const isBig = n * 2 > STACK_USE_GUIDELINE;
  if (n > 1 && !isBig) {
    const keys = constantItems(e.keys.slice(begin, end));
    if (keys !== null) {
      for (let i = begin; i < end; i++) c.expression(e.values[i]);
      c.tupleConstant(keys);
      return unit.op(Op.BUILD_CONST_KEY_MAP, n);
    }
  }
  if (isBig) unit.op(Op.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    c.expression(e.keys[i]!);
    c.expression(e.values[i]);
    if (isBig) unit.op(Op.MAP_ADD, 1);
  }
  if (!isBig) unit.op(Op.BUILD_MAP, n);
}

/** Emits the value of a constant node. */
export function compileConstant(c: Compiler, e: ast.Constant): void {
  c.unit.constant(constantOf(e));
}
