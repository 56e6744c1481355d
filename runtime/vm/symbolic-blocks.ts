/**
 * The state of inflating one code object: the symbolic stack, the block being made, and the links between steps. The rules that keep
 * evaluation order exact live here (see inflate.ts).
 */
import { Op } from '../bytecode/opcode.ts';
import type { CodeObject } from '../bytecode/code-object.ts';
import { findLeaders, stackDepths } from './blocks.ts';
import { intern } from './intern.ts';
import type { Interpreter } from './interpreter.ts';
import { loadConstants } from './load-code.ts';
import type { RunCode } from './run-code.ts';
import { NodeKind, Step, StepRole, tempNode, TreeNode } from './step.ts';
import type { StepEx, TreeEx } from './step.ts';
import * as control from './steps/control.ts';
import * as store from './steps/store.ts';

interface Link {
  step: Step;
  link: 'next' | 'jump';
  target: number;
  /** Following it charges the ticks of the straight code there. */
  isCharged: boolean;
}

/** Trees higher than this are cut: the part so far becomes a step of its own. */
const MAX_HEIGHT = 40;

/** Sets and returns the height of a node whose operands have theirs. */
function heightOf(n: TreeNode): number {
  let below = Math.max(n.a?.height ?? 0, n.b?.height ?? 0, n.c?.height ?? 0);
  if (n.list !== null) for (const child of n.list) below = Math.max(below, child.height);
  return (n.height = below + 1);
}

export class SymbolicBlocks {
  /** Inside a range that must stay one tree: no step may be emitted. */
  isPureOnly = false;
  readonly code: CodeObject;
  readonly ops: Uint8Array;
  readonly args: Uint16Array | Int32Array;
  readonly constants: any[];
  readonly names: readonly string[];
  readonly leaders: Uint8Array;
  readonly depths: Int16Array;
  /** Jumps that became part of a tree: no block ends there. */
  readonly absorbed: Uint8Array;
  readonly base: number;
  stack: TreeNode[] = [];
  /** Locals known to be bound since the block began, or for the whole function. */
  bound: Uint8Array;
  readonly alwaysBound: Uint8Array;
  last: Step | null = null;
  blockStart = 0;
  readonly blockSteps: Array<Step | undefined>;
  readonly steps: Step[] = [];
  links: Link[] = [];
  pc = 0;

  constructor(
    readonly I: Interpreter,
    readonly rc: RunCode,
  ) {
    this.code = rc.code;
    this.ops = rc.code.ops;
    this.args = rc.code.args;
    this.names = rc.code.names.map(intern);
    rc.constants ??= loadConstants(I, rc.code);
    this.constants = rc.constants;
    this.leaders = findLeaders(rc.code);
    this.depths = stackDepths(rc.code, this.leaders);
    this.absorbed = new Uint8Array(this.ops.length);
    this.base = rc.nlocals;
    this.blockSteps = new Array(this.ops.length + 1);
    this.alwaysBound = parametersNeverDeleted(rc.code, rc.nlocals);
    this.bound = this.alwaysBound.slice();
  }

  startBlock(pc: number): void {
    this.blockStart = pc;
    this.last = null;
    const depth = this.depths[pc];
    this.stack = [];
    for (let k = 0; k < depth; k++) this.stack.push(tempNode(this.base + k, pc));
    this.bound = this.alwaysBound.slice();
  }

  /** Falls through into the block at `next`. */
  endBlock(next: number): void {
    if (!this.falls) {
      this.falls = true;
      return;
    }
    this.settleAll();
    if (this.last === null) this.emit(new Step(control.exNop, this.blockStart));
    this.links.push({ step: this.last!, link: 'next', target: next, isCharged: false });
  }
  falls = true;

  resolveLinks(costs: Int32Array): void {
    for (const { step, link, target, isCharged } of this.links) {
      const to = this.blockSteps[target];
      if (to === undefined) throw this.I.internalError(`no step at ${target} of ${this.code.qualname}`, null);
      step[link] = to;
      if (!isCharged) continue;
      if (link === 'next') step.cost = costs[target];
      else step.costJump = costs[target];
    }
  }

  // -- symbolic stack ---------------------------------------------------------------------------

  get slot(): number {
    return this.base + this.stack.length;
  }

  push(node: TreeNode): void {
    const home = this.slot;
    // An entry elsewhere that reads this slot would see it overwritten.
    for (let k = 0; k < this.stack.length; k++) {
      const e = this.stack[k];
      if (e.kind === NodeKind.TEMP && e.i === home) this.settle(k);
    }
    this.stack.push(node);
    // `a + b + c + ...` of any length must not recurse as deep.
    if (node.kind >= NodeKind.OP && heightOf(node) > MAX_HEIGHT && !this.isPureOnly) this.materialise();
  }

  pop(): TreeNode {
    return this.stack.pop()!;
  }

  popMany(n: number): TreeNode[] {
    return n === 0 ? [] : this.stack.splice(this.stack.length - n, n);
  }

  isStable(n: TreeNode): boolean {
    return (
      n.kind === NodeKind.CONST || n.kind === NodeKind.TEMP || (n.kind === NodeKind.LOCAL && this.bound[n.i] === 1)
    );
  }

  /** Gives every pending tree (and possibly unbound local) its own step, in order. */
  materialise(): void {
    for (let k = 0; k < this.stack.length; k++) if (!this.isStable(this.stack[k])) this.settle(k);
  }

  /** Moves entry k into its home slot. Entries elsewhere that read that slot (after a SWAP) move out of it first. */
  settle(k: number): void {
    const e = this.stack[k];
    const home = this.base + k;
    if (e.kind === NodeKind.TEMP && e.i === home) return;
    for (let j = 0; j < this.stack.length; j++) {
      const other = this.stack[j];
      if (j === k || other.kind !== NodeKind.TEMP || other.i !== home) continue;
      if (e.kind === NodeKind.TEMP) {
        this.exchange(home, e.i);
        return;
      }
      this.settle(j);
    }
    this.stack[k] = tempNode(home, e.pc);
    if (e.kind === NodeKind.LOCAL) this.bound[e.i] = 1;
    const s = new Step(store.exStore, e.pc, e);
    s.role = StepRole.STORE;
    s.dst = home;
    this.emit(s);
  }

  /** Swaps two registers for real, and the entries that read them. */
  private exchange(i: number, j: number): void {
    const s = new Step(store.exSwap, this.pc);
    s.i = i;
    s.j = j;
    s.dst = this.rc.trash;
    this.emit(s);
    for (let k = 0; k < this.stack.length; k++) {
      const e = this.stack[k];
      if (e.kind === NodeKind.TEMP && (e.i === i || e.i === j)) this.stack[k] = tempNode(e.i === i ? j : i, e.pc);
    }
  }

  settleAll(): void {
    this.materialise();
    for (let k = 0; k < this.stack.length; k++) this.settle(k);
  }

  /** Register `dst` is about to be written by the next step: pending leaves that read it move first. */
  protect(dst: number): void {
    this.protectUpTo(dst, this.stack.length);
  }

  /** As `protect`, but the top entry is the value to be stored. */
  protectBelow(dst: number): void {
    this.protectUpTo(dst, this.stack.length - 1);
  }

  private protectUpTo(dst: number, count: number): void {
    for (let k = 0; k < count; k++) {
      const e = this.stack[k];
      if ((e.kind === NodeKind.LOCAL || e.kind === NodeKind.TEMP) && e.i === dst && dst !== this.base + k)
        this.settle(k);
    }
  }

  // -- steps ------------------------------------------------------------------------------------

  emit(s: Step): Step {
    if (this.last !== null) this.last.next = s;
    else this.blockSteps[this.blockStart] = s;
    this.last = s;
    this.steps.push(s);
    return s;
  }

  link(s: Step, link: 'next' | 'jump', target: number): void {
    this.links.push({ step: s, link, target, isCharged: true });
  }

  /** The block ends here without falling through. */
  cut(): void {
    this.falls = false;
    this.last = null;
  }

  /** Emits an effect step with operands already popped; its result (if any) goes to the stack, or right into the local stored next. */
  effect(ex: StepEx, a: TreeNode | null = null, b: TreeNode | null = null, c: TreeNode | null = null): Step {
    this.materialise();
    const s = new Step(ex, this.pc, a, b, c);
    s.dst = this.rc.trash;
    return s;
  }

  /** Emits `s` and lets its result land where the next instruction wants it. Returns the index of the next instruction. */
  withResult(s: Step): number {
    const next = this.pc + 1;
    if (next < this.ops.length && this.leaders[next] === 0) {
      const op = this.ops[next] as Op;
      if (op === Op.STORE_FAST) {
        const local = this.args[next];
        this.protect(local);
        s.dst = local;
        this.bound[local] = 1;
        this.emit(s);
        return next + 1;
      }
      if (op === Op.POP_TOP) {
        s.dst = this.rc.trash;
        this.emit(s);
        return next + 1;
      }
    }
    const home = this.slot;
    this.protect(home);
    s.dst = home;
    this.emit(s);
    this.push(tempNode(home, this.pc));
    return next;
  }

  withoutResult(s: Step): number {
    s.dst = this.rc.trash;
    this.emit(s);
    return this.pc + 1;
  }

  op(
    ex: TreeEx,
    slowOp: any,
    a: TreeNode | null = null,
    b: TreeNode | null = null,
    c: TreeNode | null = null,
  ): TreeNode {
    const n = new TreeNode(ex, this.pc, this.slot, a, b, c);
    n.slow = slowOp;
    return n;
  }

  pushOp(n: TreeNode): number {
    this.push(n);
    return this.pc + 1;
  }
}

function parametersNeverDeleted(code: CodeObject, nlocals: number): Uint8Array {
  const bound = new Uint8Array(nlocals + code.stackSize + 3);
  let n = code.argcount + code.kwonlyargcount;
  if ((code.flags & 4) !== 0) n++;
  if ((code.flags & 8) !== 0) n++;
  bound.fill(1, 0, n);
  for (let k = nlocals - code.freevars.length; k < nlocals; k++) bound[k] = 1;
  for (let k = 0; k < code.ops.length; k++) if (code.ops[k] === Op.DELETE_FAST) bound[code.args[k]] = 0;
  return bound;
}
