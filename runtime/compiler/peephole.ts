/**
 * Clean-up of a unit's instructions before assembly: tests of constants, tests for None, constant tuples, jumps to jumps, copies of
 * short endings, dead code, needless NOPs. The same set CPython 3.11 has, apart from loops, whose condition stays at the top
 * only. Conditional jumps always go forward, so that every loop passes a JUMP_BACKWARD, which is a safepoint.
 */
import type { Constant } from '../bytecode/code-object.ts';
import { Op } from '../bytecode/opcode.ts';
import type { ConstantPool } from './constant-pool.ts';
import { isCode } from './constant-pool.ts';
import { truthOf } from './fold-constant.ts';
import { Instruction, Label, PseudoOp } from './instruction.ts';

/** Longest ending that is copied to where it is jumped to, instead of the jump. CPython's MAX_COPY_SIZE. */
const MAX_COPY = 4;
/** Jumps to jumps followed in a row; bounds work on chains and endless loops alike. */
const MAX_THREAD = 64;

/** Returns the improved list; changes instructions in place. */
export function optimize(list: Instruction[], constants: ConstantPool): Instruction[] {
  let current = list;
  number(current);
  simplify(current, constants);
  current = removeDead(current);
  threadJumps(current);
  current = removeDead(current);
  current = copyEndings(current);
  current = removeDead(current);
  // Removing NOPs can leave a jump to the next instruction, and that another NOP.
  for (let before = -1; before !== current.length;) {
    before = current.length;
    current = removeNops(current);
    if (dropNeedlessJumps(current)) current = removeNops(removeDead(current));
  }
  return removeDead(current);
}

/** True when control never goes on to the next instruction. */
export function endsFlow(op: number): boolean {
  switch (op) {
    case PseudoOp.JUMP:
    case Op.RETURN_VALUE:
    case Op.RAISE_VARARGS:
    case Op.RERAISE:
      return true;
    default:
      return false;
  }
}

/** Gives every instruction its index. */
export function number(list: readonly Instruction[]): void {
  for (let i = 0; i < list.length; i++) list[i].index = i;
}

function toNop(instruction: Instruction): void {
  instruction.op = Op.NOP;
  instruction.arg = 0;
  instruction.target = null;
}

// ---------------------------------------------------------------- constants

function simplify(list: Instruction[], constants: ConstantPool): void {
  const isTarget = targets(list);
  for (let i = 0; i < list.length; i++) {
    const at = list[i];
    switch (at.op) {
      case Op.LOAD_CONST:
        simplifyConstant(list, i, isTarget, constants);
        break;
      case Op.BUILD_TUPLE:
        foldTuple(list, i, isTarget, constants);
        if (at.op === Op.BUILD_TUPLE) unpackDirectly(list, i, isTarget);
        break;
      default:
        break;
    }
  }
}

/** Which instructions control may come to from elsewhere. */
function targets(list: readonly Instruction[]): Uint8Array {
  const marks = new Uint8Array(list.length);
  for (const at of list) if (at.target !== null) marks[at.target.at!.index] = 1;
  return marks;
}

function simplifyConstant(list: Instruction[], i: number, isTarget: Uint8Array, constants: ConstantPool): void {
  const at = list[i];
  const next = list[i + 1];
  if (next === undefined || isTarget[i + 1] === 1) return;
  const value = constants.items[at.arg];
  const truth = truthOf(value);
  if (truth === undefined) return;
  switch (next.op) {
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE: {
      const jumps = truth === (next.op === Op.POP_JUMP_IF_TRUE);
      toNop(at);
      if (jumps) next.op = PseudoOp.JUMP;
      else toNop(next);
      return;
    }
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
      if (truth === (next.op === Op.JUMP_IF_TRUE_OR_POP)) {
        next.op = PseudoOp.JUMP;
      } else {
        toNop(at);
        toNop(next);
      }
      return;
    case Op.IS_OP: {
      const jump = list[i + 2];
      if (value !== null || jump === undefined || isTarget[i + 2] === 1) return;
      if (jump.op !== Op.POP_JUMP_IF_FALSE && jump.op !== Op.POP_JUMP_IF_TRUE) return;
      const whenNone = (jump.op === Op.POP_JUMP_IF_TRUE) === (next.arg === 0);
      jump.op = whenNone ? Op.POP_JUMP_IF_NONE : Op.POP_JUMP_IF_NOT_NONE;
      toNop(at);
      toNop(next);
      return;
    }
    default:
      return;
  }
}

/** Constants that are only gathered in a tuple: one constant. */
function foldTuple(list: Instruction[], i: number, isTarget: Uint8Array, constants: ConstantPool): void {
  const at = list[i];
  const n = at.arg;
  if (n > i) return;
  const items: Constant[] = [];
  for (let j = i - n; j < i; j++) {
    if (list[j].op !== Op.LOAD_CONST || (j > i - n && isTarget[j] === 1)) return;
    const value = constants.items[list[j].arg];
    if (isCode(value)) return;
    items.push(value);
  }
  if (n > 0 && isTarget[i] === 1) return;
  for (let j = i - n; j < i; j++) toNop(list[j]);
  at.op = Op.LOAD_CONST;
  at.arg = constants.add({ type: 'tuple', items });
}

/** `a, b = b, a`: a tuple made only to be unpacked. */
function unpackDirectly(list: Instruction[], i: number, isTarget: Uint8Array): void {
  const at = list[i];
  const next = list[i + 1];
  if (next === undefined || next.op !== Op.UNPACK_SEQUENCE || next.arg !== at.arg || isTarget[i + 1] === 1) return;
  if (at.arg < 1 || at.arg > 3) return;
  if (at.arg > 1) {
    next.op = Op.SWAP;
  } else {
    toNop(next);
  }
  toNop(at);
}

// ---------------------------------------------------------------- jumps

/** The instruction that `label` leads to, past NOPs. */
function destination(list: readonly Instruction[], label: Label): Instruction {
  let at = label.at!;
  while (at.op === Op.NOP && at.index + 1 < list.length) at = list[at.index + 1];
  return at;
}

function threadJumps(list: Instruction[]): void {
  for (const at of list) {
    for (let i = 0; i < MAX_THREAD && at.target !== null && at.op !== PseudoOp.SETUP; i++) {
      if (!threadOnce(list, at, destination(list, at.target))) break;
    }
  }
}

/** Redirects one jump past the jump it leads to. Conditional jumps must keep going forward. */
function threadOnce(list: readonly Instruction[], at: Instruction, to: Instruction): boolean {
  switch (at.op) {
    case PseudoOp.JUMP:
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
    case Op.FOR_ITER:
      return to.op === PseudoOp.JUMP && redirect(at, to.target!);
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP: {
      const isFalse = at.op === Op.JUMP_IF_FALSE_OR_POP;
      switch (to.op) {
        case PseudoOp.JUMP:
          return redirect(at, to.target!);
        case Op.JUMP_IF_FALSE_OR_POP:
        case Op.JUMP_IF_TRUE_OR_POP: {
          if (to.op === at.op) return redirect(at, to.target!);
          return dropValue(list, at, to, isFalse);
        }
        case Op.POP_JUMP_IF_FALSE:
        case Op.POP_JUMP_IF_TRUE:
          if ((to.op === Op.POP_JUMP_IF_FALSE) !== isFalse) return dropValue(list, at, to, isFalse);
          if (!redirect(at, to.target!)) return false;
          at.op = to.op;
          return true;
        default:
          return false;
      }
    }
    default:
      return false;
  }
}

function redirect(at: Instruction, target: Label): boolean {
  const to = target.at!;
  if (to === at.target!.at || (at.op !== PseudoOp.JUMP && to.index <= at.index)) return false;
  at.target = target;
  return true;
}

/** The value decides the second test the other way: it is popped there, so pop it here and go to what follows that test. */
function dropValue(list: readonly Instruction[], at: Instruction, to: Instruction, isFalse: boolean): boolean {
  const after = list[to.index + 1];
  if (after === undefined) return false;
  const label = new Label();
  label.at = after;
  at.op = isFalse ? Op.POP_JUMP_IF_FALSE : Op.POP_JUMP_IF_TRUE;
  at.target = label;
  return true;
}

/** Puts a copy of a short ending (up to its `return` or `raise`) in place of a jump to it. */
function copyEndings(list: Instruction[]): Instruction[] {
  const out: Instruction[] = [];
  for (const at of list) {
    const ending = at.op === PseudoOp.JUMP ? endingAt(list, at) : null;
    if (ending === null) {
      out.push(at);
      continue;
    }
    toNop(at);
    out.push(at);
    for (const original of ending) {
      out.push(new Instruction(original.op, original.arg, original.loc, null, original.handler, null));
    }
  }
  number(out);
  return out;
}

function endingAt(list: readonly Instruction[], jump: Instruction): Instruction[] | null {
  const ending: Instruction[] = [];
  for (let i = destination(list, jump.target!).index; i < list.length && ending.length < MAX_COPY; i++) {
    const at = list[i];
    if (at.op === Op.NOP && at.loc === null) continue;
    if (at.op !== PseudoOp.JUMP && at.target !== null) return null;
    if (at.op === PseudoOp.JUMP) return null;
    ending.push(at);
    if (endsFlow(at.op)) return ending;
  }
  return null;
}

/** Turns jumps to the next instruction into NOPs; returns whether there were any. */
function dropNeedlessJumps(list: Instruction[]): boolean {
  let dropped = false;
  for (let i = 0; i < list.length; i++) {
    const at = list[i];
    if (at.op !== PseudoOp.JUMP || at.target!.at!.index !== i + 1) continue;
    toNop(at);
    dropped = true;
  }
  return dropped;
}

// ---------------------------------------------------------------- removal

/** Drops what control never reaches. A handler is reached from the instructions it covers. */
function removeDead(list: Instruction[]): Instruction[] {
  number(list);
  const isLive = new Uint8Array(list.length);
  const work = [0];
  const reach = (index: number): void => {
    if (isLive[index] === 0) work.push(index);
  };
  while (work.length !== 0) {
    for (let i = work.pop()!; i < list.length && isLive[i] === 0; i++) {
      isLive[i] = 1;
      const at = list[i];
      if (at.op !== PseudoOp.SETUP && at.target !== null) reach(at.target.at!.index);
      if (at.handler !== null && mayRaise(at.op)) reach(at.handler.label.at!.index);
      if (endsFlow(at.op)) break;
    }
  }
  return keep(list, (at) => {
    if (isLive[at.index] === 0) return false;
    return at.op !== PseudoOp.SETUP || isLive[at.target!.at!.index] === 1;
  });
}

/** Jumps count: going backwards is a safepoint, where a tasklet may be killed. */
export function mayRaise(op: number): boolean {
  return op !== Op.NOP && op !== PseudoOp.SETUP && op !== Op.PUSH_EXC_INFO;
}

/** Drops NOPs, except those that are all there is of their line: tracing stops there. */
function removeNops(list: Instruction[]): Instruction[] {
  let previousLine = -1;
  return keep(list, (at) => {
    const isNop = at.op === Op.NOP;
    const line = at.loc === null ? -1 : at.loc.lineno;
    if (isNop) {
      if (at.loc === null || line === previousLine) return false;
      const next = list[at.index + 1];
      if (next !== undefined) {
        if (next.loc === null) next.loc = at.loc;
        if (next.loc.lineno === line) return false;
      }
    }
    if (endsFlow(at.op)) previousLine = -1;
    else if (at.loc !== null) previousLine = line;
    return true;
  });
}

/** Drops the SETUPs, which have done their work. */
export function dropSetups(list: Instruction[]): Instruction[] {
  return keep(list, (at) => at.op !== PseudoOp.SETUP);
}

/** Filters the list; jumps to a dropped instruction go to the next one that stays. */
function keep(list: Instruction[], isKept: (at: Instruction) => boolean): Instruction[] {
  number(list);
  const stays = list.map(isKept);
  const next: Instruction[] = new Array(list.length);
  let following = list[list.length - 1];
  for (let i = list.length - 1; i >= 0; i--) {
    if (stays[i]) following = list[i];
    next[i] = following;
  }
  for (let i = 0; i < list.length; i++) {
    const { target } = list[i];
    if (target !== null) target.at = next[target.at!.index] ?? following;
  }
  const out = list.filter((_, i) => stays[i]);
  number(out);
  return out;
}
