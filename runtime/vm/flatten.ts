/**
 * The flattened form of a step: one step an operation, operands in registers. Built when a tree bails out for the first time; from then
 * on the original step only leads there (`exGoToFlat` in bail.ts), for good: code that meets user-defined operators keeps meeting them.
 *
 * Post-order over the operand trees is evaluation order; each operation's value goes to the stack slot its instruction would have used.
 */
import type { Frame } from '../objects/frame.ts';
import { truth } from '../objects/protocol.ts';
import type { Interpreter } from './interpreter.ts';
import { raiseUnboundOperand } from './bail.ts';
import { fastTruth } from './fast-truth.ts';
import { exCallLoadedMethod, exLoadMethod } from './steps/call-method.ts';
import { NodeKind, Step, StepRole, tempNode, TreeNode } from './step.ts';

/** A pure operation as a step of its own: its tree form first, then the general one. */
export function exPure(s: Step, f: Frame, I: Interpreter): Step | Frame {
  const n = s.a!;
  const r = f.r;
  let v = n.ex(n, r);
  if (v === undefined) {
    f.step = s;
    v = n.slow!(n, f, I);
    if (v === undefined) return I.next();
  }
  r[s.dst] = v;
  return s.next;
}

/** Truth of the operand into dst; may call __bool__ or __len__. */
export function exTruth(s: Step, f: Frame, I: Interpreter): Step | Frame {
  const v = s.a!.ex(s.a!, f.r);
  if (v === undefined) {
    f.step = s;
    return raiseUnboundOperand(s, f, I);
  }
  let t = fastTruth(v);
  if (t === undefined) {
    f.step = s;
    t = truth(I, v);
    if (t === undefined) return I.next();
  }
  f.r[s.dst] = t;
  return s.next;
}

/** Jumps if the boolean in register i equals j. */
function exBranchOnFlag(s: Step, f: Frame): Step {
  return f.r[s.i] === s.v ? s.jump : s.next;
}

function exMove(s: Step, f: Frame, I: Interpreter): Step | Frame {
  const v = s.a!.ex(s.a!, f.r);
  if (v === undefined) {
    f.step = s;
    return raiseUnboundOperand(s, f, I);
  }
  f.r[s.dst] = v;
  return s.next;
}

class Chain {
  first: Step | null = null;
  /** Links waiting for the next step. */
  private open: Array<{ step: Step; link: 'next' | 'jump' }> = [];
  add(step: Step): Step {
    if (this.first === null) this.first = step;
    for (const o of this.open) o.step[o.link] = step;
    this.open = [{ step, link: 'next' }];
    return step;
  }
  /** Makes `link` of `step` lead to the step added next, too. */
  alsoFrom(step: Step, link: 'next' | 'jump'): void {
    this.open.push({ step, link });
  }
  /** The last step does not fall through. */
  cut(): void {
    this.open = [];
  }
}

/** Emits steps that leave the value of `n` in a register and returns the leaf that reads it. */
function flattenNode(n: TreeNode, chain: Chain, dst: number = n.slot): TreeNode {
  switch (n.kind) {
    case NodeKind.CONST:
    case NodeKind.LOCAL:
    case NodeKind.TEMP:
      return n;
    case NodeKind.AND:
    case NodeKind.OR: {
      const left = flattenNode(n.a!, chain);
      moveTo(left, dst, n.pc, chain);
      const branch = testInto(dst, dst + 1, n.kind === NodeKind.AND ? false : true, n.pc, chain);
      moveTo(flattenNode(n.b!, chain), dst, n.pc, chain);
      chain.alsoFrom(branch, 'jump');
      return tempNode(dst, n.pc);
    }
    case NodeKind.TERNARY: {
      const cond = flattenNode(n.a!, chain);
      moveTo(cond, dst, n.pc, chain);
      const branch = testInto(dst, dst, false, n.pc, chain);
      moveTo(flattenNode(n.b!, chain), dst, n.pc, chain);
      const done = chain.add(new Step(exNop, n.pc));
      chain.cut();
      chain.alsoFrom(branch, 'jump');
      moveTo(flattenNode(n.c!, chain), dst, n.pc, chain);
      chain.alsoFrom(done, 'next');
      return tempNode(dst, n.pc);
    }
    default: {
      const step = new Step(exPure, n.pc, withLeafOperands(n, chain));
      step.dst = dst;
      chain.add(step);
      return tempNode(dst, n.pc);
    }
  }
}

function exNop(s: Step): Step {
  return s.next;
}

function moveTo(leaf: TreeNode, dst: number, pc: number, chain: Chain): void {
  if (leaf.kind === NodeKind.TEMP && leaf.i === dst) return;
  const step = new Step(exMove, pc, leaf);
  step.dst = dst;
  chain.add(step);
}

function testInto(source: number, flag: number, jumpIf: boolean, pc: number, chain: Chain): Step {
  const test = new Step(exTruth, pc, tempNode(source, pc));
  test.dst = flag;
  chain.add(test);
  const branch = new Step(exBranchOnFlag, pc);
  branch.i = flag;
  branch.v = jumpIf;
  return chain.add(branch);
}

function withLeafOperands(n: TreeNode, chain: Chain): TreeNode {
  const copy = new TreeNode(n.ex, n.pc, n.slot);
  if (n.a !== null) copy.a = flattenNode(n.a, chain);
  if (n.b !== null) copy.b = flattenNode(n.b, chain);
  if (n.c !== null) copy.c = flattenNode(n.c, chain);
  if (n.list !== null) copy.list = n.list.map((child) => flattenNode(child, chain));
  copy.i = n.i;
  // Operands now lie in registers that may be read again, so `fresh` stays 0.
  copy.j = n.j;
  copy.v = n.v;
  copy.p = n.p;
  copy.q = n.q;
  copy.k = n.k;
  copy.x = n.x;
  copy.slow = n.slow;
  copy.kind = n.kind;
  return copy;
}

export function flattenStep(s: Step): Step {
  const chain = new Chain();
  const root = new Step(s.ex, s.pc);
  root.role = s.role;
  if (s.role === StepRole.STORE) {
    // dst = tree: the last operation writes to dst itself.
    const tree = s.a!;
    if (tree.kind === NodeKind.OP) {
      root.ex = exPure;
      root.a = withLeafOperands(tree, chain);
      root.pc = tree.pc;
    } else {
      root.ex = exMove;
      root.a = flattenNode(tree, chain);
    }
  } else if (s.role === StepRole.BRANCH) {
    const operand = flattenNode(s.a!, chain);
    const test = new Step(exTruth, s.pc, operand);
    test.dst = s.dst;
    chain.add(test);
    root.a = tempNode(s.dst, s.pc);
  } else if (s.role === StepRole.CALL_METHOD) {
    // The method is looked up before the arguments are evaluated.
    const load = new Step(exLoadMethod, s.j, flattenNode(s.a!, chain));
    load.v = s.v;
    load.dst = s.i;
    load.i = s.i + 1;
    chain.add(load);
    root.ex = exCallLoadedMethod;
    root.role = StepRole.EFFECT;
    root.a = tempNode(s.i, s.pc);
    root.b = tempNode(s.i + 1, s.pc);
    root.list = s.list!.map((child) => flattenNode(child, chain));
    root.dst = s.dst;
    root.v = s.q;
    chain.add(root);
    root.next = s.next;
    return chain.first!;
  } else {
    if (s.a !== null) root.a = flattenNode(s.a, chain);
    if (s.b !== null) root.b = flattenNode(s.b, chain);
    if (s.c !== null) root.c = flattenNode(s.c, chain);
    if (s.list !== null) root.list = s.list.map((child) => flattenNode(child, chain));
  }
  root.dst = s.dst;
  root.cost = s.cost;
  root.costJump = s.costJump;
  root.i = s.i;
  root.j = s.j;
  root.v = s.v;
  root.p = s.p;
  root.k = s.k;
  root.u = s.u;
  root.q = s.q;
  chain.add(root);
  root.next = s.next;
  root.jump = s.jump;
  return chain.first!;
}
