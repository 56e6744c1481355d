/**
 * Compact code -> steps and trees. Runs once per RunCode, on its first call.
 *
 * The stack machine's instructions are interpreted symbolically, a basic block at a time. Pure instructions push a tree; an effect
 * instruction pops trees and becomes a step. Rules that keep evaluation order and exceptions exact:
 *  - before a step is emitted, trees that stay on the symbolic stack are given their own step (`materialise`): they come earlier in
 *    program order. Constants and locals known to be bound stay symbolic, as nothing can be observed of reading them late;
 *  - before a register is written, pending leaves that read it are moved to their home slot;
 *  - at block ends every entry lies in its home slot `nlocals + depth`.
 * All of it depends on the compact code alone, so a frame saved as (code, instruction, registers) finds the same registers after loading.
 */
import { COMPARE_OPERATORS, Op, OP_INFO } from '../bytecode/opcode.ts';
import type { Interpreter } from './interpreter.ts';
import type { RunCode } from './run-code.ts';
import { flattenAhead } from './bail.ts';
import { prefixOf } from './prefix.ts';
import { constNode, localNode, NodeKind, Step, StepRole, tempNode } from './step.ts';
import type { TreeEx, TreeNode } from './step.ts';
import { blockCosts, Leader } from './blocks.ts';
import { rareInstruction } from './inflate-rare.ts';
import { swapEntries } from './inflate-swap.ts';
import { SymbolicBlocks } from './symbolic-blocks.ts';
import { BINARY_TREES, exInvert, exNegative, exPositive, specialiseBinary } from './trees/arithmetic.ts';
import { COMPARE_TREES, exAndTree, exIs, exNot, exOrTree, exTernary, specialiseCompare } from './trees/comparison.ts';
import { exAttribute, exDeref, exGlobal } from './trees/access.ts';
import { chooseAttributeBinary, chooseAttributeCompare } from './trees/attribute-operands.ts';
import { exContains, exSubscript } from './trees/subscript.ts';
import { exBuildList, exBuildSlice, exBuildString, exBuildTuple, exFormatValue } from './trees/build.ts';
import * as slow from './slow-ops.ts';
import * as control from './steps/control.ts';
import * as store from './steps/store.ts';
import * as calls from './steps/call.ts';
import * as methods from './steps/call-method.ts';
import * as build from './steps/build.ts';
import * as names from './steps/names.ts';
import * as generators from './steps/generators.ts';

/** Instructions that the branch of a conditional expression may have to become part of a tree. */
const MAX_PURE_RANGE = 40;

/** Makes the steps of `rc`. Idempotent. */
export function inflate(I: Interpreter, rc: RunCode): void {
  if (rc.entryStep !== null) return;
  new Inflater(I, rc).run();
}

class Inflater extends SymbolicBlocks {
  run(): void {
    const n = this.ops.length;
    for (this.pc = 0; this.pc < n;) {
      if (this.leaders[this.pc] !== 0) this.startBlock(this.pc);
      if (this.depths[this.pc] < 0) {
        this.pc++; // unreachable
        continue;
      }
      this.pc = this.instruction(this.pc);
      if (this.pc < n && this.leaders[this.pc] !== 0) this.endBlock(this.pc);
    }
    const costs = blockCosts(this.code, this.leaders, this.absorbed);
    this.resolveLinks(costs);
    const rc = this.rc;
    rc.blockSteps = this.blockSteps;
    rc.blockCosts = costs;
    rc.steps = this.steps;
    rc.depths = this.depths;
    rc.entryCost = costs[0];
    rc.entryStep = this.blockSteps[0]!;
    for (const s of this.steps) s.prefix = prefixOf(s);
    if (this.I.isFlattenedOnly) for (const s of this.steps) flattenAhead(s, this.I);
  }

  // -- instructions -----------------------------------------------------------------------------

  /** Interprets the instruction at `pc`; returns the index of the one to go on with. */
  private instruction(pc: number): number {
    const op = this.ops[pc] as Op;
    const arg = this.args[pc];
    const rc = this.rc;
    switch (op) {
      case Op.NOP:
        return pc + 1;
      case Op.POP_TOP: {
        const e = this.pop();
        if (e.kind === NodeKind.CONST || e.kind === NodeKind.TEMP) return pc + 1;
        const s = this.effect(store.exStore, e);
        s.role = StepRole.STORE;
        s.dst = rc.trash;
        this.emit(s);
        return pc + 1;
      }
      case Op.COPY: {
        const k = this.stack.length - arg;
        if (this.stack[k].kind >= NodeKind.OP || !this.isStable(this.stack[k])) {
          this.materialise();
          this.settle(k);
        }
        const e = this.stack[k];
        this.push(
          e.kind === NodeKind.CONST
            ? constNode(e.v, pc, this.slot)
            : e.kind === NodeKind.LOCAL
              ? localNode(e.i, pc, this.slot)
              : tempNode(e.i, pc),
        );
        return pc + 1;
      }
      case Op.SWAP:
        return swapEntries(this, arg);
      case Op.LOAD_CONST:
        this.push(constNode(this.constants[arg], pc, this.slot));
        return pc + 1;
      case Op.LOAD_FAST:
        this.push(localNode(arg, pc, this.slot));
        return pc + 1;
      case Op.STORE_FAST:
        return this.storeLocal(arg);
      case Op.DELETE_FAST: {
        const s = this.effect(store.exDeleteLocal);
        this.protect(arg);
        s.i = arg;
        this.bound[arg] = 0;
        return this.withoutResult(s);
      }
      case Op.LOAD_GLOBAL: {
        const n = this.op(exGlobal, slow.loadGlobal);
        n.v = this.names[arg];
        n.p = rc;
        n.i = -1;
        n.j = -1;
        return this.pushOp(n);
      }
      case Op.STORE_GLOBAL:
      case Op.DELETE_GLOBAL:
      case Op.STORE_NAME:
      case Op.DELETE_NAME: {
        const value = op === Op.STORE_GLOBAL || op === Op.STORE_NAME ? this.pop() : null;
        const ex =
          op === Op.STORE_GLOBAL
            ? names.exStoreGlobal
            : op === Op.DELETE_GLOBAL
              ? names.exDeleteGlobal
              : op === Op.STORE_NAME
                ? names.exStoreName
                : names.exDeleteName;
        const s = this.effect(ex, value);
        s.v = this.names[arg];
        return this.withoutResult(s);
      }
      case Op.LOAD_NAME: {
        const s = this.effect(names.exLoadName);
        s.v = this.names[arg];
        return this.withResult(s);
      }
      case Op.MAKE_CELL: {
        const s = this.effect(names.exMakeCell);
        s.i = arg;
        this.bound[arg] = 1;
        return this.withoutResult(s);
      }
      case Op.LOAD_CLOSURE:
        this.push(localNode(arg, pc, this.slot));
        this.bound[arg] = 1; // a cell is never unbound itself
        return pc + 1;
      case Op.LOAD_DEREF: {
        const n = this.op(exDeref, slow.unboundCell);
        n.i = arg;
        return this.pushOp(n);
      }
      case Op.STORE_DEREF: {
        const s = this.effect(names.exStoreDeref, this.pop());
        s.i = arg;
        return this.withoutResult(s);
      }
      case Op.DELETE_DEREF: {
        const s = this.effect(names.exDeleteDeref);
        s.i = arg;
        return this.withoutResult(s);
      }
      case Op.LOAD_CLASSDEREF: {
        const s = this.effect(names.exLoadClassDeref);
        s.i = arg;
        s.v = rc.localNames[arg];
        return this.withResult(s);
      }
      case Op.LOAD_ATTR: {
        const o = this.pop();
        const n = this.op(exAttribute, slow.loadAttribute, o);
        n.v = this.names[arg];
        n.x = this.I.types.method;
        n.isAttributeRead = true;
        return this.pushOp(n);
      }
      case Op.STORE_ATTR: {
        const o = this.pop();
        const v = this.pop();
        const s = this.effect(store.exStoreAttribute, v, o);
        s.v = this.names[arg];
        return this.withoutResult(s);
      }
      case Op.DELETE_ATTR: {
        const s = this.effect(store.exDeleteAttribute, this.pop());
        s.v = this.names[arg];
        return this.withoutResult(s);
      }
      case Op.LOAD_METHOD:
        return this.loadMethod(arg);
      case Op.BINARY_SUBSCR: {
        const i = this.pop();
        const o = this.pop();
        return this.pushOp(this.op(exSubscript, slow.subscript, o, i));
      }
      case Op.STORE_SUBSCR: {
        const i = this.pop();
        const o = this.pop();
        const v = this.pop();
        return this.withoutResult(this.effect(store.exStoreSubscript, v, o, i));
      }
      case Op.DELETE_SUBSCR: {
        const i = this.pop();
        const o = this.pop();
        return this.withoutResult(this.effect(store.exDeleteSubscript, o, i));
      }
      case Op.BUILD_SLICE: {
        const c = arg === 3 ? this.pop() : null;
        const b = this.pop();
        const a = this.pop();
        const n = this.op(exBuildSlice, slow.unboundOperand, a, b, c);
        n.p = this.I.types.slice;
        return this.pushOp(n);
      }
      case Op.BINARY_OP:
        return this.binary(arg);
      case Op.UNARY_NEGATIVE:
        return this.unary(exNegative, slow.negative);
      case Op.UNARY_POSITIVE:
        return this.unary(exPositive, slow.positive);
      case Op.UNARY_INVERT:
        return this.unary(exInvert, slow.invert);
      case Op.UNARY_NOT:
        return this.unary(exNot, slow.not);
      case Op.COMPARE_OP: {
        const b = this.pop();
        const a = this.pop();
        const n = this.op(COMPARE_TREES[arg], slow.compareOp, a, b);
        n.i = arg;
        n.v = COMPARE_OPERATORS[arg];
        n.q = arg;
        if (!chooseAttributeCompare(n, arg)) specialiseCompare(n, arg);
        return this.pushOp(n);
      }
      case Op.IS_OP: {
        const b = this.pop();
        const a = this.pop();
        const n = this.op(exIs, slow.unboundOperand, a, b);
        n.j = arg;
        return this.pushOp(n);
      }
      case Op.CONTAINS_OP: {
        const b = this.pop();
        const a = this.pop();
        const n = this.op(exContains, slow.containsOp, a, b);
        n.j = arg;
        return this.pushOp(n);
      }
      case Op.JUMP_FORWARD:
      case Op.JUMP_BACKWARD: {
        this.settleAll();
        const s = this.emit(new Step(op === Op.JUMP_FORWARD ? control.exJump : control.exJumpBackward, pc));
        this.link(s, 'next', arg);
        this.cut();
        return pc + 1;
      }
      case Op.POP_JUMP_IF_FALSE:
      case Op.POP_JUMP_IF_TRUE:
      case Op.POP_JUMP_IF_NONE:
      case Op.POP_JUMP_IF_NOT_NONE:
        return this.conditionalJump(op, arg);
      case Op.JUMP_IF_FALSE_OR_POP:
      case Op.JUMP_IF_TRUE_OR_POP:
        return this.jumpOrPop(op, arg);
      case Op.GET_ITER:
        return this.withResult(this.effect(control.exGetIter, this.pop()));
      case Op.FOR_ITER: {
        this.settleAll();
        const s = new Step(control.exForIter, pc);
        s.i = this.slot - 1;
        const next = this.forTarget(s);
        this.link(s, 'jump', arg);
        return next;
      }
      case Op.CALL: {
        const list = this.popMany(arg);
        const s = this.effect(calls.exCall, this.pop());
        s.list = list;
        calls.chooseCall(s);
        return this.withResult(s);
      }
      case Op.CALL_KW: {
        const keywords = this.pop().v;
        const list = this.popMany(arg);
        const s = this.effect(calls.exCallKeywords, this.pop());
        s.list = list;
        s.v = calls.keywordNames(keywords);
        return this.withResult(s);
      }
      case Op.CALL_METHOD:
      case Op.CALL_METHOD_KW: {
        // Self and function were put into registers by LOAD_METHOD (the fused form is made there).
        const keywords = op === Op.CALL_METHOD_KW ? this.pop().v : null;
        const list = this.popMany(arg);
        const self = this.pop();
        const method = this.pop();
        const s = this.effect(methods.exCallLoadedMethod, method, self);
        s.list = list;
        s.v = keywords === null ? null : calls.keywordNames(keywords);
        return this.withResult(s);
      }
      case Op.CALL_EX: {
        const kw = (arg & 1) !== 0 ? this.pop() : null;
        const args = this.pop();
        return this.withResult(this.effect(calls.exCallEx, this.pop(), args, kw));
      }
      case Op.BUILD_TUPLE:
      case Op.BUILD_LIST: {
        const list = this.popMany(arg);
        const n = this.op(op === Op.BUILD_TUPLE ? exBuildTuple : exBuildList, slow.unboundOperand);
        n.list = list;
        n.p = op === Op.BUILD_TUPLE ? this.I.types.tuple : this.I.types.list;
        n.x = this.I;
        return this.pushOp(n);
      }
      case Op.BUILD_SET:
      case Op.BUILD_MAP: {
        const list = this.popMany(op === Op.BUILD_SET ? arg : 2 * arg);
        const s = this.effect(op === Op.BUILD_SET ? build.exBuildSet : build.exBuildMap);
        s.list = list;
        return this.withResult(s);
      }
      case Op.BUILD_CONST_KEY_MAP: {
        const keys = this.pop();
        const list = this.popMany(arg);
        const s = this.effect(build.exBuildConstKeyMap);
        s.list = list;
        s.v = keys.v;
        return this.withResult(s);
      }
      case Op.BUILD_STRING: {
        const n = this.op(exBuildString, slow.buildString);
        n.list = this.popMany(arg);
        n.slot = this.slot;
        return this.pushOp(n);
      }
      case Op.FORMAT_VALUE: {
        const spec = (arg & 4) !== 0 ? this.pop() : null;
        const n = this.op(exFormatValue, slow.formatValueOp, this.pop(), spec);
        n.slot = this.slot;
        n.j = arg;
        return this.pushOp(n);
      }
      case Op.LIST_APPEND:
      case Op.LIST_EXTEND:
      case Op.SET_ADD:
      case Op.SET_UPDATE:
      case Op.DICT_UPDATE:
      case Op.DICT_MERGE: {
        const v = this.pop();
        this.materialise();
        const target = this.stack.length - arg;
        this.settle(target);
        const s = this.effect(build.ADDERS[op]!, v);
        s.i = this.base + target;
        if (op === Op.DICT_MERGE) {
          this.settleAll();
          s.j = this.base + target - 2;
        }
        return this.withoutResult(s);
      }
      case Op.MAP_ADD: {
        const v = this.pop();
        const k = this.pop();
        this.materialise();
        const target = this.stack.length - arg;
        this.settle(target);
        const s = this.effect(build.exMapAdd, k, v);
        s.i = this.base + target;
        return this.withoutResult(s);
      }
      case Op.LIST_TO_TUPLE:
        return this.withResult(this.effect(build.exListToTuple, this.pop()));
      case Op.UNPACK_SEQUENCE:
      case Op.UNPACK_EX:
        return this.unpack(op, arg);
      case Op.MAKE_FUNCTION: {
        const codeNode = this.pop();
        const s = this.effect(names.exMakeFunction);
        let count = 0;
        for (let bit = 1; bit <= 8; bit <<= 1) if ((arg & bit) !== 0) count++;
        s.list = this.popMany(count);
        s.v = codeNode.v;
        s.i = arg;
        return this.withResult(s);
      }
      case Op.LOAD_BUILD_CLASS:
        return this.withResult(this.effect(names.exLoadBuildClass));
      case Op.RETURN_VALUE: {
        const s = this.effect(rc.isGeneratorLike ? generators.exReturnFromGenerator : control.exReturn, this.pop());
        this.emit(s);
        this.cut();
        return pc + 1;
      }
      case Op.YIELD_VALUE: {
        const v = this.pop();
        this.settleAll();
        const s = this.effect(generators.exYield, v);
        s.i = this.slot;
        s.j = arg;
        return this.withResult(s);
      }
      case Op.SEND: {
        const v = this.pop();
        this.settleAll();
        const s = new Step(generators.exSend, pc, v);
        s.role = StepRole.SEND;
        s.i = this.slot - 1;
        s.dst = this.slot;
        this.emit(s);
        this.push(tempNode(s.dst, pc));
        this.link(s, 'jump', arg);
        this.link(s, 'next', pc + 1);
        this.falls = false;
        return pc + 1;
      }
      default:
        return rareInstruction(this, op, arg);
    }
  }

  private storeLocal(local: number): number {
    const value = this.pop();
    this.materialise();
    // The value is an entry still: what is moved out of the way must not be moved over it.
    this.stack.push(value);
    this.protectBelow(local);
    const source = this.pop();
    this.bound[local] = 1;
    const s = new Step(store.chooseStore(source), this.pc, source);
    s.role = StepRole.STORE;
    s.dst = local;
    this.emit(s);
    return this.pc + 1;
  }

  private unary(ex: TreeEx, slowOp: any): number {
    const a = this.pop();
    return this.pushOp(this.op(ex, slowOp, a));
  }

  private binary(arg: number): number {
    const b = this.pop();
    const a = this.pop();
    const op = arg % 13;
    const n = this.op(BINARY_TREES[op], arg >= 13 ? slow.inplaceOp : slow.binaryOp, a, b);
    n.q = op;
    if (makesFreshFloat(a)) n.fresh |= 1;
    if (makesFreshFloat(b)) n.fresh |= 2;
    if (!chooseAttributeBinary(n, op)) specialiseBinary(n, op);
    return this.pushOp(n);
  }

  private forTarget(s: Step): number {
    const next = this.pc + 1;
    const op = this.ops[next] as Op;
    if (op === Op.STORE_FAST) {
      // The loop variable is stored by the FOR_ITER step itself; the body's block then starts after the store.
      s.dst = this.args[next];
      this.emit(s);
      this.afterForIter(s, next + 1);
      return next + 1;
    }
    s.dst = this.slot;
    this.emit(s);
    this.push(tempNode(s.dst, this.pc));
    this.afterForIter(s, next);
    return next;
  }

  /** The body after FOR_ITER is a block of its own (blocks.ts makes it a leader), reached only from here. */
  private afterForIter(s: Step, body: number): void {
    this.link(s, 'next', body);
    this.falls = false;
  }

  private conditionalJump(op: Op, target: number): number {
    const ternary = op === Op.POP_JUMP_IF_FALSE ? this.tryTernary(target) : 0;
    if (ternary !== 0) return ternary;
    const cond = this.pop();
    this.settleAll();
    const ex = control.chooseBranch(op, cond);
    const s = this.effect(ex, cond);
    if (op === Op.POP_JUMP_IF_FALSE || op === Op.POP_JUMP_IF_TRUE) s.role = StepRole.BRANCH;
    s.dst = this.slot;
    this.emit(s);
    this.link(s, 'jump', target);
    this.link(s, 'next', this.pc + 1);
    this.falls = false;
    return this.pc + 1;
  }

  private jumpOrPop(op: Op, target: number): number {
    const merged = this.tryBooleanTree(op, target);
    if (merged !== 0) return merged;
    this.settleAll();
    const home = this.slot - 1;
    const s = new Step(
      op === Op.JUMP_IF_FALSE_OR_POP ? control.exJumpIfFalse : control.exJumpIfTrue,
      this.pc,
      tempNode(home, this.pc),
    );
    s.role = StepRole.BRANCH;
    s.dst = home + 1;
    this.emit(s);
    this.link(s, 'jump', target);
    this.link(s, 'next', this.pc + 1);
    this.falls = false;
    return this.pc + 1;
  }

  /** `a and b` whose right side is one pure expression: a tree. Returns the instruction to go on with, or 0. */
  private tryBooleanTree(op: Op, target: number): number {
    const saved = this.pc;
    if (!this.isPureRange(saved + 1, target, saved)) return 0;
    const left = this.stack[this.stack.length - 1];
    const before = this.stack.slice();
    this.stack.pop();
    if (this.pureRange(saved + 1, target)) {
      const right = this.pop();
      this.pc = saved;
      const n = this.op(op === Op.JUMP_IF_FALSE_OR_POP ? exAndTree : exOrTree, null, left, right);
      n.kind = op === Op.JUMP_IF_FALSE_OR_POP ? NodeKind.AND : NodeKind.OR;
      this.push(n);
      this.absorb(saved, target);
      return target;
    }
    this.pc = saved;
    this.stack = before;
    return 0;
  }

  private tryTernary(elseStart: number): number {
    const saved = this.pc;
    const jump = elseStart - 1;
    if (jump <= saved + 1 || this.ops[jump] !== Op.JUMP_FORWARD) return 0;
    const end = this.args[jump];
    if (end <= elseStart || this.depths[end] !== this.depths[saved]) return 0;
    if (!this.isPureRange(saved + 1, jump, saved) || !this.isPureRange(elseStart, end, saved)) return 0;
    const before = this.stack.slice();
    const cond = this.pop();
    const depth = this.stack.length;
    if (this.pureRange(saved + 1, jump) && this.stack.length === depth + 1) {
      const whenTrue = this.pop();
      if (this.pureRange(elseStart, end) && this.stack.length === depth + 1) {
        const whenFalse = this.pop();
        this.pc = saved;
        const n = this.op(exTernary, null, cond, whenTrue, whenFalse);
        n.kind = NodeKind.TERNARY;
        this.push(n);
        this.absorb(saved, end);
        this.absorbed[jump] = 1;
        return end;
      }
    }
    this.pc = saved;
    this.stack = before;
    return 0;
  }

  /** The construct from the jump at `from` up to `to` is part of a tree now: no blocks begin inside or at its end. */
  private absorb(from: number, to: number): void {
    this.absorbed[from] = 1;
    for (let k = from + 1; k <= to; k++) this.leaders[k] &= Leader.EXCEPTION;
  }

  /** Only pure instructions in [from, to), no other way in: jump targets inside (and `to` itself, from elsewhere) forbid it. */
  private isPureRange(from: number, to: number, allowedSource: number): boolean {
    if (to - from > MAX_PURE_RANGE) return false;
    for (let k = from; k < to; k++) {
      const op = this.ops[k] as Op;
      if (!OP_INFO[op].pure || op === Op.LOAD_METHOD || op === Op.MAKE_FUNCTION) return false;
      if (op === Op.LOAD_BUILD_CLASS || op === Op.LIST_TO_TUPLE) return false;
      if ((this.leaders[k] & Leader.EXCEPTION) !== 0) return false;
    }
    // Every jump to `to` or into the range must come from the construct itself.
    const jumps = this.jumpsInto(from, to);
    return jumps.every((source) => source === allowedSource || (source >= allowedSource && source < to));
  }

  private jumpsInto(from: number, to: number): number[] {
    const out: number[] = [];
    for (let k = 0; k < this.ops.length; k++) {
      if (OP_INFO[this.ops[k] as Op].operand === 'jump' && this.args[k] >= from && this.args[k] <= to) out.push(k);
    }
    return out;
  }

  /** Interprets pure instructions; true if they left the stack one higher without emitting a step. */
  private pureRange(from: number, to: number): boolean {
    const steps = this.steps.length;
    const depth = this.stack.length;
    const outer = this.isPureOnly;
    this.isPureOnly = true;
    for (this.pc = from; this.pc < to;) {
      const at = this.pc;
      this.pc = this.instruction(at);
      if (this.steps.length !== steps) throw this.I.internalError(`a pure range emitted a step at ${at}`, null);
    }
    this.isPureOnly = outer;
    return this.stack.length === depth + 1;
  }

  /** LOAD_METHOD: fused with its call where every argument is a tree; else the method is looked up first, into registers. */
  private loadMethod(arg: number): number {
    const name = this.names[arg];
    const call = this.findFusableCall(this.pc);
    if (call !== 0) {
      const o = this.pop();
      const at = this.pc;
      const depth = this.stack.length;
      // Arguments are built above the object's two slots, as in the generic form.
      this.stack.push(o, constNode(null, at, this.slot));
      const outer = this.isPureOnly;
      this.isPureOnly = true;
      for (this.pc = at + 1; this.pc < call;) this.pc = this.instruction(this.pc);
      this.isPureOnly = outer;
      this.pc = call;
      let keywords: any = null;
      if (this.ops[call] === Op.CALL_METHOD_KW) keywords = this.pop().v;
      const list = this.popMany(this.args[call]);
      this.stack.length = depth;
      const s = this.effect(methods.exCallMethod, o);
      s.list = list;
      s.v = name;
      s.q = keywords === null ? null : calls.keywordNames(keywords);
      s.i = this.slot;
      s.role = StepRole.CALL_METHOD;
      s.pc = call;
      s.j = at;
      return this.withResult(s);
    }
    const o = this.pop();
    const s = this.effect(methods.exLoadMethod, o);
    const home = this.slot;
    this.protect(home);
    this.protect(home + 1);
    s.v = name;
    s.i = home + 1;
    s.dst = home;
    this.emit(s);
    this.push(tempNode(home, this.pc));
    this.push(tempNode(home + 1, this.pc));
    return this.pc + 1;
  }

  /** The CALL_METHOD that belongs to the LOAD_METHOD at `pc`, if only straight pure instructions lie between; else 0. */
  private findFusableCall(pc: number): number {
    let depth = 2;
    for (let k = pc + 1; k < this.ops.length && k - pc <= MAX_PURE_RANGE; k++) {
      if (this.leaders[k] !== 0) return 0;
      const op = this.ops[k] as Op;
      const arg = this.args[k];
      if ((op === Op.CALL_METHOD || op === Op.CALL_METHOD_KW) && depth === arg + 2 + (op === Op.CALL_METHOD_KW ? 1 : 0))
        return k;
      const info = OP_INFO[op];
      if (
        !info.pure ||
        op === Op.LOAD_METHOD ||
        op === Op.MAKE_FUNCTION ||
        op === Op.LOAD_BUILD_CLASS ||
        op === Op.LIST_TO_TUPLE
      )
        return 0;
      const pops = typeof info.pops === 'function' ? info.pops(arg) : info.pops;
      const pushes = typeof info.pushes === 'function' ? info.pushes(arg) : info.pushes;
      depth += pushes - pops;
    }
    return 0;
  }

  private unpack(op: Op, arg: number): number {
    const o = this.pop();
    const s = this.effect(op === Op.UNPACK_SEQUENCE ? control.exUnpack : control.exUnpackEx, o);
    const home = this.slot;
    const count = op === Op.UNPACK_SEQUENCE ? arg : (arg & 255) + 1 + (arg >> 8);
    for (let k = 0; k < count; k++) this.protect(home + k);
    s.i = home;
    s.j = arg;
    s.dst = this.rc.trash;
    // Consecutive stores to locals right after: the step writes them itself.
    const locals: number[] = [];
    let k = this.pc + 1;
    if (op === Op.UNPACK_SEQUENCE) {
      while (locals.length < count && this.ops[k] === Op.STORE_FAST && this.leaders[k] === 0)
        locals.push(this.args[k++]);
    }
    if (count > 0 && locals.length === count) {
      for (const local of locals) {
        this.protect(local);
        this.bound[local] = 1;
      }
      s.q = locals;
      this.emit(s);
      return k;
    }
    const registers: number[] = [];
    for (let m = 0; m < count; m++) registers.push(home + count - 1 - m);
    s.q = registers;
    this.emit(s);
    for (let m = 0; m < count; m++) this.push(tempNode(home + m, this.pc));
    return this.pc + 1;
  }
}

/** Arithmetic nodes make a new PyFloat whenever they make a float. */
function makesFreshFloat(n: TreeNode): boolean {
  return n.kind === NodeKind.OP && n.slow === slow.binaryOp;
}
