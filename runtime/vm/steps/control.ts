/** Jumps, loops, return, iteration and unpacking. */
import type { Frame } from '../../objects/frame.ts';
import { Op } from '../../bytecode/opcode.ts';
import { iter, iterNext } from '../../objects/protocol.ts';
import { PyList } from '../../objects/list.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { PyListIterator, PyRangeIterator } from '../../objects/iterators.ts';
import { unpackEx, unpackSequence } from '../../objects/unpack.ts';
import { STOP } from '../../objects/value.ts';
import { NativeKind } from '../../objects/frame.ts';
import { bail } from '../bail.ts';
import { fastTruth } from '../fast-truth.ts';
import type { Interpreter } from '../interpreter.ts';
import { operand, Prefix } from '../step.ts';
import type { Step, StepEx, TreeNode } from '../step.ts';

export const exNop: StepEx = (s) => s.next;

export const exJump: StepEx = (s, _f, I) => {
  I.ticks -= s.cost;
  return s.next;
};

/** Safepoint. */
export const exJumpBackward: StepEx = (s, f, I) => {
  const next = s.next;
  if ((I.ticks -= s.cost) < 0) {
    f.step = next;
    return I.safepoint(f);
  }
  // The loop's head is run right here: saves a turn of the driver.
  return next.ex(next, f, I);
};

export const exJumpIfFalse: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  const t = v === true ? true : v === false ? false : fastTruth(v);
  if (t === undefined) return truthOfObject(s, f, I, v, false);
  if (t) {
    I.ticks -= s.cost;
    return s.next;
  }
  I.ticks -= s.costJump;
  return s.jump;
};

export const exJumpIfTrue: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  const t = v === true ? true : v === false ? false : fastTruth(v);
  if (t === undefined) return truthOfObject(s, f, I, v, true);
  if (t) {
    I.ticks -= s.costJump;
    return s.jump;
  }
  I.ticks -= s.cost;
  return s.next;
};

/** Truth of containers and instances without Python-level methods; all others bail. */
function truthOfObject(s: Step, f: Frame, I: Interpreter, v: any, jumpIf: boolean): Step | Frame {
  let t: boolean;
  if (v === undefined) return bail(s, f, I);
  if (v.constructor === PyList || v.constructor === PyTuple) t = v.items.length !== 0;
  else if (v.cls.slots.bool === null && v.cls.slots.len === null) t = true;
  else return bail(s, f, I);
  if (t === jumpIf) {
    I.ticks -= s.costJump;
    return s.jump;
  }
  I.ticks -= s.cost;
  return s.next;
}

export const exJumpIfNone: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  if (v === null) {
    I.ticks -= s.costJump;
    return s.jump;
  }
  I.ticks -= s.cost;
  return s.next;
};

export const exJumpIfNotNone: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  if (v !== null) {
    I.ticks -= s.costJump;
    return s.jump;
  }
  I.ticks -= s.cost;
  return s.next;
};

export function chooseBranch(op: Op, _cond: TreeNode): StepEx {
  switch (op) {
    case Op.POP_JUMP_IF_FALSE:
      return exJumpIfFalse;
    case Op.POP_JUMP_IF_TRUE:
      return exJumpIfTrue;
    case Op.POP_JUMP_IF_NONE:
      return exJumpIfNone;
    default:
      return exJumpIfNotNone;
  }
}

export const exReturn: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  const b = f.back!;
  const c = b.step;
  b.r[c.dst] = v;
  b.step = c.next;
  I.frame = b;
  if (I.frameCache !== null) I.frameCache.release(f);
  return b;
};

export const exGetIter: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.step = s;
  const it = iter(I, v);
  if (it === undefined) return I.next();
  f.r[s.dst] = it;
  return s.next;
};

/** Next item of the iterator in register i into dst, or jump. The body's ticks are charged before the item is asked for. */
export const exForIter: StepEx = (s, f, I) => {
  const it = f.r[s.i];
  if (it.constructor === PyRangeIterator) {
    s.ex = exForRange;
    s.prefix = Prefix.FOR_RANGE;
  } else if (it.constructor === PyListIterator) {
    s.ex = exForList;
    s.prefix = Prefix.FOR_LIST;
  } else s.ex = exForAny;
  return s.ex(s, f, I);
};

const exForRange: StepEx = (s, f, I) => {
  const it = f.r[s.i];
  if (it.constructor !== PyRangeIterator) {
    s.ex = exForAny;
    s.prefix = Prefix.NONE;
    return exForAny(s, f, I);
  }
  I.ticks -= s.cost;
  const v = it.nextInt();
  if (v === undefined) {
    I.ticks -= s.costJump;
    return s.jump;
  }
  f.r[s.dst] = v;
  return s.next;
};

const exForList: StepEx = (s, f, I) => {
  const it = f.r[s.i];
  if (it.constructor !== PyListIterator) {
    s.ex = exForAny;
    s.prefix = Prefix.NONE;
    return exForAny(s, f, I);
  }
  I.ticks -= s.cost;
  const v = it.nextItem();
  if (v === undefined) {
    I.ticks -= s.costJump;
    return s.jump;
  }
  f.r[s.dst] = v;
  return s.next;
};

const exForAny: StepEx = (s, f, I) => {
  I.ticks -= s.cost;
  f.step = s;
  const v = iterNext(I, f.r[s.i]);
  if (v === undefined) return I.next();
  if (v === STOP) {
    I.ticks -= s.costJump;
    return s.jump;
  }
  f.r[s.dst] = v;
  return s.next;
};

/** r = [items, frame registers' owner is the frame below; register list]: stores what unpacking delivered. */
export const STORE_UNPACKED_KIND = new NativeKind('vm.store-unpacked', (_I, f) => {
  storeUnpacked(f.back!.r, f.r[0], f.r[1]);
  return null;
});

function storeUnpacked(r: any[], items: readonly any[], registers: readonly number[]): void {
  for (let k = 0; k < registers.length; k++) r[registers[k]] = items[k];
}

/** Unpacks `a` into the registers listed in q (first item first). */
export const exUnpack: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  const registers: number[] = s.q;
  if (
    typeof v === 'object' &&
    v !== null &&
    (v.constructor === PyTuple || v.constructor === PyList) &&
    v.items.length === registers.length
  ) {
    storeUnpacked(f.r, v.items, registers);
    return s.next;
  }
  f.step = s;
  const items = unpackSequence(I, v, s.j);
  if (items === undefined) {
    I.then(f, STORE_UNPACKED_KIND, [undefined, registers]);
    return I.next();
  }
  storeUnpacked(f.r, items, registers);
  return s.next;
};

export const exUnpackEx: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  f.step = s;
  const items = unpackEx(I, v, s.j & 255, s.j >> 8);
  if (items === undefined) {
    I.then(f, STORE_UNPACKED_KIND, [undefined, s.q]);
    return I.next();
  }
  storeUnpacked(f.r, items, s.q);
  return s.next;
};

export const CONTROL_KINDS = [STORE_UNPACKED_KIND];
