/**
 * What a pure operation does in the flattened form when its tree bailed: the general operation, which may call Python, raise and suspend.
 * Called with `f.step` set and operands in registers; the result goes to the step's dst, so each is in tail position or slides in a kind.
 */
import type { Frame } from '../objects/frame.ts';
import { NativeKind } from '../objects/frame.ts';
import { typeError } from '../objects/raise.ts';
import { formatValue } from '../objects/format.ts';
import {
  ascii,
  binaryOp as genericBinary,
  compare,
  contains,
  getAttr,
  getItem,
  inplaceOp as genericInplace,
  repr,
  str,
  truth,
  unaryOp,
} from '../objects/protocol.ts';
import { fastTruth } from './fast-truth.ts';
import type { Interpreter } from './interpreter.ts';
import type { SlowOp, TreeNode } from './step.ts';

/** The value of leaf `n`; undefined after raising UnboundLocalError. */
function operand(n: TreeNode, f: Frame, I: Interpreter): any {
  const v = n.ex(n, f.r);
  if (v === undefined) I.raiseUnbound(f, n.i);
  return v;
}

export const binaryOp: SlowOp = (n, f, I) => {
  const a = operand(n.a!, f, I);
  if (a === undefined) return undefined;
  const b = operand(n.b!, f, I);
  return b === undefined ? undefined : genericBinary(I, n.q, a, b);
};

export const inplaceOp: SlowOp = (n, f, I) => {
  const a = operand(n.a!, f, I);
  if (a === undefined) return undefined;
  const b = operand(n.b!, f, I);
  return b === undefined ? undefined : genericInplace(I, n.q, a, b);
};

export const compareOp: SlowOp = (n, f, I) => {
  const a = operand(n.a!, f, I);
  if (a === undefined) return undefined;
  const b = operand(n.b!, f, I);
  return b === undefined ? undefined : compare(I, n.q, a, b);
};

export const loadAttribute: SlowOp = (n, f, I) => {
  const o = operand(n.a!, f, I);
  return o === undefined ? undefined : getAttr(I, o, n.v);
};

export const subscript: SlowOp = (n, f, I) => {
  const o = operand(n.a!, f, I);
  if (o === undefined) return undefined;
  const i = operand(n.b!, f, I);
  return i === undefined ? undefined : getItem(I, o, i);
};

export const negative: SlowOp = (n, f, I) => {
  const a = operand(n.a!, f, I);
  return a === undefined ? undefined : unaryOp(I, 'neg', a);
};
export const positive: SlowOp = (n, f, I) => {
  const a = operand(n.a!, f, I);
  return a === undefined ? undefined : unaryOp(I, 'pos', a);
};
export const invert: SlowOp = (n, f, I) => {
  const a = operand(n.a!, f, I);
  return a === undefined ? undefined : unaryOp(I, 'invert', a);
};

/** r = [truth]: its negation. */
export const NOT_KIND = new NativeKind('vm.not', (_I, f) => !f.r[0]);

export const not: SlowOp = (n, f, I) => {
  const a = operand(n.a!, f, I);
  if (a === undefined) return undefined;
  const fast = fastTruth(a);
  if (fast !== undefined) return !fast;
  const entry = I.frame;
  const t = truth(I, a);
  return t === undefined ? I.then(entry, NOT_KIND, [undefined]) : !t;
};

export const containsOp: SlowOp = (n, f, I) => {
  const item = operand(n.a!, f, I);
  if (item === undefined) return undefined;
  const container = operand(n.b!, f, I);
  if (container === undefined) return undefined;
  if (n.j === 0) return contains(I, container, item);
  const entry = I.frame;
  const t = contains(I, container, item);
  return t === undefined ? I.then(entry, NOT_KIND, [undefined]) : !t;
};

/** LOAD_GLOBAL of a name that neither globals nor builtins have. */
export const loadGlobal: SlowOp = (n, f, I) => I.loadGlobal(f, n.v);

export const unboundCell: SlowOp = (n, f, I) => I.raiseUnbound(f, n.i);

/** For operations that bail only when an operand is unbound. */
export const unboundOperand: SlowOp = (n, f, I) => {
  for (const child of [n.a, n.b, n.c, ...(n.list ?? [])]) {
    if (child !== null && child.ex(child, f.r) === undefined) return I.raiseUnbound(f, child.i);
  }
  throw I.internalError('an operand bailed out but has a value', f);
};

export const buildString: SlowOp = (n, f, I) => {
  let length = 0;
  for (const child of n.list!) {
    const text = operand(child, f, I);
    if (text === undefined) return undefined;
    length += text.length;
  }
  if (!I.charge(length)) return undefined;
  let text = '';
  for (const child of n.list!) text += child.ex(child, f.r);
  return text;
};

/** r = [converted, spec]: formats what str()/repr()/ascii() returned. */
export const FORMAT_CONVERTED_KIND = new NativeKind('vm.format-converted', (I, f) =>
  f.r[1] === '' ? f.r[0] : formatDelivered(I, f),
);

function formatDelivered(I: any, f: Frame): any {
  const v = f.r[0];
  const spec = f.r[1];
  f.r[1] = ''; // delivered again with the finished text
  f.r[0] = undefined;
  return formatValue(I, v, spec);
}

export const formatValueOp: SlowOp = (n, f, I) => {
  const v = operand(n.a!, f, I);
  if (v === undefined) return undefined;
  let spec = '';
  if (n.b !== null) {
    spec = operand(n.b, f, I);
    if (spec === undefined) return undefined;
    if (typeof spec !== 'string') return typeError(I, 'format spec must be a str');
  }
  const conversion = n.j & 3;
  if (conversion === 0) return formatValue(I, v, spec);
  const entry = I.frame;
  const text = conversion === 1 ? str(I, v) : conversion === 2 ? repr(I, v) : ascii(I, v);
  if (text === undefined) return I.then(entry, FORMAT_CONVERTED_KIND, [undefined, spec]);
  return spec === '' ? text : formatValue(I, text, spec);
};

export const SLOW_OP_KINDS = [NOT_KIND, FORMAT_CONVERTED_KIND];
