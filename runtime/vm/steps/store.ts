/** Stores to locals, attributes and subscripts. */
import { delAttr, delItem, setAttr, setItem } from '../../objects/protocol.ts';
import { PyInstance } from '../../objects/instance.ts';
import { lookupInType } from '../../objects/type.ts';

import { bail } from '../bail.ts';
import { storeItem } from '../store-item.ts';
import { isDataDescriptor } from '../data-descriptor.ts';
import { operand, Prefix } from '../step.ts';
import type { StepEx, TreeNode } from '../step.ts';
import type { Step } from '../step.ts';
import type { Frame } from '../../objects/frame.ts';
import type { Interpreter } from '../interpreter.ts';

/** Register dst = tree. */
export const exStore: StepEx = (s, f, I) => {
  const r = f.r;
  const v = s.a!.ex(s.a!, r);
  if (v === undefined) return bail(s, f, I);
  r[s.dst] = v;
  return s.next;
};

export function chooseStore(_value: TreeNode): StepEx {
  return exStore;
}

export const exSwap: StepEx = (s, f) => {
  const r = f.r;
  const t = r[s.i];
  r[s.i] = r[s.j];
  r[s.j] = t;
  return s.next;
};

export const exDeleteLocal: StepEx = (s, f, I) => {
  if (f.r[s.i] === undefined) {
    f.step = s;
    I.raiseUnbound(f, s.i);
    return I.next();
  }
  f.r[s.i] = undefined;
  return s.next;
};

/** b.name = a. First execution decides how. */
export const exStoreAttribute: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  const o = operand(s.b!, f.r);
  if (v === undefined || o === undefined) return bail(s, f, I);
  if (typeof o === 'object' && o !== null && o.constructor === PyInstance) quickenStore(s, o);
  return storeAttributeSlowly(s, f, I, o, v);
};

/** The guard failed. The operands have been evaluated, and must not be again: temporaries may have been overwritten. */
function again(s: Step, f: Frame, I: Interpreter, o: any, v: any): Step | Frame {
  s.ex = exStoreAttribute;
  s.prefix = Prefix.NONE;
  if (typeof o === 'object' && o !== null && o.constructor === PyInstance) quickenStore(s, o);
  return storeAttributeSlowly(s, f, I, o, v);
}

function storeAttributeSlowly(s: Step, f: Frame, I: Interpreter, o: any, v: any): Step | Frame {
  f.step = s;
  if (setAttr(I, o, s.v, v) === undefined) return I.next();
  return s.next;
}

/** Guard: shape p with type version i; slot j. Adding an attribute: q is the shape afterwards, else null. */
function quickenStore(s: Step, o: PyInstance): void {
  const shape = o.shape;
  const cls = o.cls;
  if (shape === null || shape.isDict || !cls.hasPlainSetattr) return;
  const inClass = lookupInType(cls, s.v);
  if (inClass !== undefined && isDataDescriptor(inClass)) return;
  const index = shape.indexOf(s.v);
  s.p = shape;
  s.i = cls.version;
  if (index >= 0) {
    s.j = index;
    s.q = null;
    s.ex = exStoreSlot;
    s.prefix = Prefix.STORE_SLOT;
  } else {
    const next = cls.hasDict ? shape.withAttribute(s.v) : null;
    if (next === null) return;
    s.j = shape.count;
    s.q = next;
    s.ex = exAddSlot;
    s.prefix = Prefix.ADD_SLOT;
  }
}

const exStoreSlot: StepEx = (s, f, I) => {
  const r = f.r;
  const v = operand(s.a!, r);
  const o = operand(s.b!, r);
  if (v === undefined || o === undefined) return bail(s, f, I);
  if (typeof o === 'object' && o !== null && o.shape === s.p && s.p.type.version === s.i) {
    o.s[s.j] = v;
    return s.next;
  }
  return again(s, f, I, o, v);
};

const exAddSlot: StepEx = (s, f, I) => {
  const r = f.r;
  const v = operand(s.a!, r);
  const o = operand(s.b!, r);
  if (v === undefined || o === undefined) return bail(s, f, I);
  if (typeof o === 'object' && o !== null && o.shape === s.p && s.p.type.version === s.i) {
    o.s[s.j] = v;
    o.shape = s.q;
    I.bytesLeft -= 8;
    return s.next;
  }
  return again(s, f, I, o, v);
};

export const exDeleteAttribute: StepEx = (s, f, I) => {
  const o = operand(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  f.step = s;
  if (delAttr(I, o, s.v) === undefined) return I.next();
  return s.next;
};

/** b[c] = a */
export const exStoreSubscript: StepEx = (s, f, I) => {
  const r = f.r;
  const v = operand(s.a!, r);
  const o = operand(s.b!, r);
  const i = operand(s.c!, r);
  if (v === undefined || o === undefined || i === undefined) return bail(s, f, I);
  if (typeof o === 'object' && o !== null && storeItem(I, o, i, v)) return s.next;
  f.step = s;
  if (setItem(I, o, i, v) === undefined) return I.next();
  return s.next;
};

export const exDeleteSubscript: StepEx = (s, f, I) => {
  const o = operand(s.a!, f.r);
  const i = operand(s.b!, f.r);
  if (o === undefined || i === undefined) return bail(s, f, I);
  f.step = s;
  if (delItem(I, o, i) === undefined) return I.next();
  return s.next;
};
