/**
 * `match`.
 *
 * A pattern consumes the subject on top of the stack. What it captures is kept on the stack, under whatever a pattern around it still
 * needs (`onTop` values), and stored in the names only when the whole pattern has matched. When something fails to match, a
 * jump goes to `failPop[n]`, where n is how many values must be popped first.
 */
import { BINARY_OPERATORS, COMPARE_OPERATORS, Op } from '../bytecode/opcode.ts';
import { reprConstant } from '../bytecode/constant-text.ts';
import type * as ast from '../syntax/ast.ts';
import { jumpIf } from './compile-condition.ts';
import type { Compiler } from './compiler.ts';
import { equalityKey } from './fold-constant.ts';
import { constantOf } from './fold.ts';
import { Label, PseudoOp } from './instruction.ts';

interface PatternContext {
  /** Names captured so far, in the order of their values on the stack, the last on top. */
  stores: string[];
  /** May the pattern match anything? Only the last one may, lest the others be unreachable. */
  allowsIrrefutable: boolean;
  failPop: Label[];
  /** Values on top of the captures that patterns around still need. */
  onTop: number;
}

const EQUAL = COMPARE_OPERATORS.indexOf('==');
const AT_LEAST = COMPARE_OPERATORS.indexOf('>=');

export function compileMatch(c: Compiler, s: ast.Match): void {
  const { unit } = c;
  c.expression(s.subject);
  const end = new Label();
  const count = s.cases.length;
  const last = s.cases[count - 1];
  const hasDefault = isWildcard(last.pattern) && count > 1;
  const tested = hasDefault ? count - 1 : count;
  for (let i = 0; i < tested; i++) {
    const { pattern, guard, body } = s.cases[i];
    unit.loc = pattern;
    const isLast = i === tested - 1;
    if (!isLast) unit.op(Op.COPY, 1);
    const pc: PatternContext = {
      stores: [],
      allowsIrrefutable: guard !== null || i === count - 1,
      failPop: [],
      onTop: 0,
    };
    compilePattern(c, pattern, pc);
    for (const name of pc.stores) c.storeName(name);
    if (guard !== null) {
      ensureFailPop(pc, 0);
      jumpIf(c, guard, pc.failPop[0], false);
    }
    if (!isLast) unit.op(Op.POP_TOP);
    c.statements(body);
    unit.loc = null;
    unit.jump(PseudoOp.JUMP, end);
    unit.loc = pattern;
    emitFailPop(c, pc);
  }
  if (hasDefault) {
    unit.loc = last.pattern;
    unit.op(Op.NOP);
    if (last.guard !== null) jumpIf(c, last.guard, end, false);
    c.statements(last.body);
  }
  unit.put(end);
}

// ---------------------------------------------------------------- patterns

function compilePattern(c: Compiler, p: ast.Pattern, pc: PatternContext): void {
  c.unit.loc = p;
  switch (p.kind) {
    case 'MatchValue':
      if (p.value.kind !== 'Constant' && p.value.kind !== 'Attribute') {
        c.fail('patterns may only match literals and attribute lookups');
      }
      c.expression(p.value);
      c.unit.op(Op.COMPARE_OP, EQUAL);
      return jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
    case 'MatchSingleton':
      c.unit.constant(p.value);
      c.unit.op(Op.IS_OP, 0);
      return jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
    case 'MatchSequence':
      return compileSequence(c, p, pc);
    case 'MatchMapping':
      return compileMapping(c, p, pc);
    case 'MatchClass':
      return compileClass(c, p, pc);
    case 'MatchStar':
      return capture(c, p.name, pc);
    case 'MatchAs':
      return compileAs(c, p, pc);
    case 'MatchOr':
      return compileOr(c, p, pc);
  }
}

/** A pattern inside another may match anything. */
function compileSubpattern(c: Compiler, p: ast.Pattern, pc: PatternContext): void {
  const allowed = pc.allowsIrrefutable;
  pc.allowsIrrefutable = true;
  compilePattern(c, p, pc);
  pc.allowsIrrefutable = allowed;
}

function compileAs(c: Compiler, p: ast.MatchAs, pc: PatternContext): void {
  if (p.pattern === null) {
    if (!pc.allowsIrrefutable) {
      const what = p.name === null ? 'wildcard' : `name capture '${p.name}'`;
      c.fail(`${what} makes remaining patterns unreachable`);
    }
    return capture(c, p.name, pc);
  }
  pc.onTop++;
  c.unit.op(Op.COPY, 1);
  compilePattern(c, p.pattern, pc);
  pc.onTop--;
  capture(c, p.name, pc);
}

function compileSequence(c: Compiler, p: ast.MatchSequence, pc: PatternContext): void {
  const { unit } = c;
  const { patterns } = p;
  const size = patterns.length;
  let star = -1;
  let isOnlyWildcards = true;
  let isStarWildcard = false;
  for (let i = 0; i < size; i++) {
    const pattern = patterns[i];
    if (pattern.kind === 'MatchStar') {
      if (star >= 0) c.fail('multiple starred names in sequence pattern');
      isStarWildcard = pattern.name === null;
      isOnlyWildcards &&= isStarWildcard;
      star = i;
    } else {
      isOnlyWildcards &&= isWildcard(pattern);
    }
  }
  pc.onTop++;
  unit.op(Op.MATCH_SEQUENCE);
  jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
  if (star < 0) testLength(c, pc, size, EQUAL);
  else if (size > 1) testLength(c, pc, size - 1, AT_LEAST);
  pc.onTop--;
  if (isOnlyWildcards) unit.op(Op.POP_TOP);
  else if (isStarWildcard) matchItems(c, patterns, star, pc);
  else unpackItems(c, patterns, star, pc);
}

function testLength(c: Compiler, pc: PatternContext, length: number, comparison: number): void {
  const { unit } = c;
  unit.op(Op.GET_LEN);
  unit.constant(length);
  unit.op(Op.COMPARE_OP, comparison);
  jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
}

function unpackItems(c: Compiler, patterns: readonly ast.Pattern[], star: number, pc: PatternContext): void {
  const { unit } = c;
  const size = patterns.length;
  if (star < 0) {
    unit.op(Op.UNPACK_SEQUENCE, size);
  } else {
    if (star >= 1 << 8 || size - star - 1 >= 0x7fffff)
      c.fail('too many expressions in star-unpacking sequence pattern');
    unit.op(Op.UNPACK_EX, star + ((size - star - 1) << 8));
  }
  pc.onTop += size;
  for (const pattern of patterns) {
    pc.onTop--;
    compileSubpattern(c, pattern, pc);
  }
}

/** With a `*_` the items are looked up one by one and the rest is never collected. */
function matchItems(c: Compiler, patterns: readonly ast.Pattern[], star: number, pc: PatternContext): void {
  const { unit } = c;
  const size = patterns.length;
  pc.onTop++;
  for (let i = 0; i < size; i++) {
    const pattern = patterns[i];
    if (i === star || isWildcard(pattern)) continue;
    unit.op(Op.COPY, 1);
    if (i < star) {
      unit.constant(i);
    } else {
      // The subject need not understand negative indices.
      unit.op(Op.GET_LEN);
      unit.constant(size - i);
      unit.op(Op.BINARY_OP, BINARY_OPERATORS.indexOf('-'));
    }
    unit.op(Op.BINARY_SUBSCR);
    compileSubpattern(c, pattern, pc);
  }
  pc.onTop--;
  unit.op(Op.POP_TOP);
}

function compileMapping(c: Compiler, p: ast.MatchMapping, pc: PatternContext): void {
  const { unit } = c;
  const size = p.keys.length;
  pc.onTop++;
  unit.op(Op.MATCH_MAPPING);
  jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
  if (size === 0 && p.rest === null) {
    pc.onTop--;
    return unit.op(Op.POP_TOP);
  }
  if (size !== 0) testLength(c, pc, size, AT_LEAST);
  emitKeys(c, p);
  unit.op(Op.MATCH_KEYS);
  pc.onTop += 2;
  jumpUnlessNone(c, pc);
  unit.op(Op.UNPACK_SEQUENCE, size);
  pc.onTop += size - 1;
  for (const pattern of p.patterns) {
    pc.onTop--;
    compileSubpattern(c, pattern, pc);
  }
  pc.onTop -= 2;
  if (p.rest === null) {
    unit.op(Op.POP_TOP);
    return unit.op(Op.POP_TOP);
  }
  // rest = dict(subject), without the keys: subject keys -> rest keys -> rest key1 .. keyn -> rest
  unit.op(Op.BUILD_MAP, 0);
  unit.op(Op.SWAP, 3);
  unit.op(Op.DICT_UPDATE, 2);
  unit.op(Op.UNPACK_SEQUENCE, size);
  for (let n = size; n > 0; n--) {
    unit.op(Op.COPY, 1 + n);
    unit.op(Op.SWAP, 2);
    unit.op(Op.DELETE_SUBSCR);
  }
  capture(c, p.rest, pc);
}

function emitKeys(c: Compiler, p: ast.MatchMapping): void {
  const seen = new Set<string>();
  for (const key of p.keys) {
    if (key.kind === 'Constant') {
      const value = constantOf(key);
      const spelled = equalityKey(value);
      if (spelled !== null) {
        if (seen.has(spelled)) c.fail(`mapping pattern checks duplicate key (${reprConstant(value)})`);
        seen.add(spelled);
      }
    } else if (key.kind !== 'Attribute') {
      c.fail('mapping pattern keys may only match literals and attribute lookups');
    }
    c.expression(key);
  }
  c.unit.op(Op.BUILD_TUPLE, p.keys.length);
}

function compileClass(c: Compiler, p: ast.MatchClass, pc: PatternContext): void {
  const { unit } = c;
  for (let i = 0; i < p.kwd_attrs.length; i++) {
    for (let j = i + 1; j < p.kwd_attrs.length; j++) {
      if (p.kwd_attrs[i] !== p.kwd_attrs[j]) continue;
      c.fail(`attribute name repeated in class pattern: ${p.kwd_attrs[i]}`, p.kwd_patterns[j]);
    }
  }
  c.expression(p.cls);
  c.tupleConstant(p.kwd_attrs);
  unit.op(Op.MATCH_CLASS, p.patterns.length);
  pc.onTop++;
  jumpUnlessNone(c, pc);
  const patterns = [...p.patterns, ...p.kwd_patterns];
  unit.op(Op.UNPACK_SEQUENCE, patterns.length);
  pc.onTop += patterns.length - 1;
  for (const pattern of patterns) {
    pc.onTop--;
    if (isWildcard(pattern)) unit.op(Op.POP_TOP);
    else compileSubpattern(c, pattern, pc);
  }
}

/** Each alternative leaves its captures in the order of the first one's; they are then moved to their place in the outer pattern. */
function compileOr(c: Compiler, p: ast.MatchOr, pc: PatternContext): void {
  const { unit } = c;
  const end = new Label();
  const count = p.patterns.length;
  let control: string[] = [];
  for (let i = 0; i < count; i++) {
    const alternative = p.patterns[i];
    unit.loc = alternative;
    const inner: PatternContext = {
      stores: [],
      allowsIrrefutable: i === count - 1 && pc.allowsIrrefutable,
      failPop: [],
      onTop: 0,
    };
    unit.op(Op.COPY, 1);
    compilePattern(c, alternative, inner);
    if (i === 0) control = inner.stores;
    else reorderCaptures(c, inner.stores, control);
    unit.jump(PseudoOp.JUMP, end);
    emitFailPop(c, inner);
  }
  unit.op(Op.POP_TOP);
  jumpToFailPop(c, pc, PseudoOp.JUMP);
  unit.put(end);
  const rotations = control.length + 1 + pc.onTop + pc.stores.length;
  for (const name of control) {
    rotate(c, rotations);
    refuseTwice(c, name, pc);
    pc.stores.push(name);
  }
  unit.op(Op.POP_TOP);
}

function reorderCaptures(c: Compiler, stores: string[], control: readonly string[]): void {
  const differ = 'alternative patterns bind different names';
  if (stores.length !== control.length) c.fail(differ);
  for (let wanted = control.length - 1; wanted >= 0; wanted--) {
    const found = stores.indexOf(control[wanted]);
    if (found < 0) c.fail(differ);
    if (found === wanted) continue;
    const rotated = stores.splice(0, found + 1);
    stores.splice(wanted - found, 0, ...rotated);
    for (let i = 0; i <= found; i++) rotate(c, wanted + 1);
  }
}

// ---------------------------------------------------------------- helpers

function isWildcard(p: ast.Pattern): boolean {
  return p.kind === 'MatchAs' && p.pattern === null && p.name === null;
}

/** Moves the top of the stack below the `count - 1` values under it. */
function rotate(c: Compiler, count: number): void {
  for (let n = count; n > 1; n--) c.unit.op(Op.SWAP, n);
}

/** Keeps the top of the stack to be stored in `name`; without a name drops it. */
function capture(c: Compiler, name: string | null, pc: PatternContext): void {
  if (name === null) return c.unit.op(Op.POP_TOP);
  c.refuseDebug(name, false);
  refuseTwice(c, name, pc);
  rotate(c, pc.onTop + pc.stores.length + 1);
  pc.stores.push(name);
}

function refuseTwice(c: Compiler, name: string, pc: PatternContext): void {
  if (pc.stores.includes(name)) c.fail(`multiple assignments to name '${name}' in pattern`);
}

/** Fails to match when the top of the stack, which stays, is None. */
function jumpUnlessNone(c: Compiler, pc: PatternContext): void {
  const { unit } = c;
  unit.op(Op.COPY, 1);
  unit.constant(null);
  unit.op(Op.IS_OP, 1);
  jumpToFailPop(c, pc, Op.POP_JUMP_IF_FALSE);
}

function ensureFailPop(pc: PatternContext, count: number): void {
  while (pc.failPop.length <= count) pc.failPop.push(new Label());
}

function jumpToFailPop(c: Compiler, pc: PatternContext, op: Op | PseudoOp): void {
  const pops = pc.onTop + pc.stores.length;
  ensureFailPop(pc, pops);
  c.unit.jump(op, pc.failPop[pops]);
}

function emitFailPop(c: Compiler, pc: PatternContext): void {
  for (let n = pc.failPop.length - 1; n > 0; n--) {
    c.unit.put(pc.failPop[n]);
    c.unit.op(Op.POP_TOP);
  }
  if (pc.failPop.length !== 0) c.unit.put(pc.failPop[0]);
  pc.failPop = [];
}
