/**
 * Names and attributes inside trees, through inline caches. What no cache covers bails out.
 *
 * A node starts generic, looks at its first operand, and replaces its own `ex` by the form for what it saw. When the guard fails it looks
 * again; after MISS_LIMIT misses it settles for a form that asks the shape each time.
 */
import { PyMember } from '../../objects/descriptor.ts';
import type { PyDict } from '../../objects/dict.ts';
import { PyFunction } from '../../objects/function.ts';
import { getOwn } from '../../objects/instance.ts';
import { PyMethod } from '../../objects/method.ts';
import { PyModule } from '../../objects/module.ts';
import { lookupInType, PyType } from '../../objects/type.ts';
import { isDataDescriptor } from '../data-descriptor.ts';
import { Form, NodeKind, operand } from '../step.ts';
import type { TreeEx, TreeNode } from '../step.ts';

const MISS_LIMIT = 16;

// -- globals: p RunCode, v name, i entry index, j layout of globals --------------------------------

export const exGlobal: TreeEx = (n) => {
  const rc = n.p;
  const globals: PyDict = rc.globals;
  let index = globals.indexOfStr(n.v);
  if (index >= 0) {
    n.i = index;
    n.j = globals.layout;
    n.q = globals;
    n.ex = exModuleGlobal;
    return globals.vals[index];
  }
  const builtins: PyDict = rc.builtins;
  index = builtins.indexOfStr(n.v);
  if (index < 0) return undefined;
  n.i = index;
  n.j = globals.layout;
  n.q = builtins;
  n.ex = exBuiltinGlobal;
  return builtins.vals[index];
};

/** Entry i of the module's dict q, as long as its key is the name. Call steps read it in place. */
export const exModuleGlobal: TreeEx = (n, r) => {
  const d: PyDict = n.q;
  const i = n.i;
  if (d.layout === n.j) return d.vals[i];
  if (d.keys[i] === n.v) {
    n.j = d.layout;
    return d.vals[i];
  }
  n.ex = exGlobal;
  return exGlobal(n, r);
};

const exBuiltinGlobal: TreeEx = (n, r) => {
  const d: PyDict = n.q;
  const i = n.i;
  if (n.p.globals.layout === n.j && d.keys[i] === n.v) return d.vals[i];
  n.ex = exGlobal;
  return exGlobal(n, r);
};

/** Value of the cell in register i; undefined (unbound) bails. */
export const exDeref: TreeEx = (n, r) => r[n.i].v;

// -- attributes: v name, p guard, j version, i slot, q value, k misses, x type of methods -------------------------------

export const exAttribute: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  if (typeof o !== 'object' || o === null) return undefined;
  if (!quickenAttribute(n, o)) return undefined;
  return n.ex === exAttribute ? undefined : readQuickened(n, o);
};

/** The value, right after quickening for `o` (its tree must not be evaluated twice: operands may be fresh temporaries). */
function readQuickened(n: TreeNode, o: any): any {
  if (n.ex === exSlot || n.ex === exMember) return o.s[n.i];
  if (n.ex === exBoundMethod) return new PyMethod(n.x, n.q, o);
  if (n.ex === exModuleAttribute) return o.dict.vals[n.i];
  if (n.ex === exAnyInstance) return anyInstance(n, o);
  return n.q;
}

function quickenAttribute(n: TreeNode, o: any): boolean {
  n.form = Form.CALL;
  const name: string = n.v;
  const cls: PyType | undefined = o.cls;
  if (cls === undefined) return false;
  if (o instanceof PyModule) {
    const index = o.dict.indexOfStr(name);
    if (index < 0 || !cls.hasPlainGetattr || lookupInType(cls, name) !== undefined) return false;
    n.p = o;
    n.i = index;
    n.ex = exModuleAttribute;
    return true;
  }
  if (o instanceof PyType) return quickenTypeAttribute(n, o, name);
  const shape = o.shape;
  if (shape === undefined || shape === null || !cls.hasPlainGetattr) return false;
  if (++n.k > MISS_LIMIT) {
    n.ex = exAnyInstance;
    return true;
  }
  const inClass = lookupInType(cls, name);
  n.p = shape;
  n.j = cls.version;
  if (inClass !== undefined && isDataDescriptor(inClass)) {
    if (typeof inClass !== 'object' || !(inClass instanceof PyMember)) return false;
    n.i = inClass.index;
    n.ex = exMember;
    return true;
  }
  if (shape.isDict) {
    n.ex = exAnyInstance;
    return true;
  }
  const index = shape.indexOf(name);
  if (index >= 0) {
    n.i = index;
    n.ex = exSlot;
    if (n.a!.kind === NodeKind.LOCAL || n.a!.kind === NodeKind.TEMP) n.form = Form.SLOT;
    return true;
  }
  if (inClass === undefined) return false;
  if (typeof inClass === 'object' && inClass !== null) {
    if (inClass.constructor === PyFunction) {
      n.q = inClass;
      n.ex = exBoundMethod;
      return true;
    }
    const of = inClass.cls;
    if (of !== undefined && of.slots.descrGet !== null) return false;
  }
  n.q = inClass;
  n.ex = exClassValue;
  return true;
}

function quickenTypeAttribute(n: TreeNode, o: PyType, name: string): boolean {
  const meta = o.cls;
  if (!meta.hasPlainGetattr || lookupInType(meta, name) !== undefined) return false;
  const value = lookupInType(o, name);
  if (value === undefined) return false;
  if (typeof value === 'object' && value !== null && value.constructor !== PyFunction) {
    const of = value.cls;
    if (of !== undefined && of.slots.descrGet !== null) return false;
  }
  n.p = o;
  n.j = o.version;
  n.q = value;
  n.ex = exTypeAttribute;
  return true;
}

const exSlot: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  if (typeof o === 'object' && o !== null && o.shape === n.p && n.p.type.version === n.j) return o.s[n.i];
  return missed(n, o);
};

const exMember: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  if (
    typeof o === 'object' &&
    o !== null &&
    o.shape !== undefined &&
    o.shape !== null &&
    o.shape.type === n.p.type &&
    n.p.type.version === n.j
  ) {
    return o.s[n.i];
  }
  return missed(n, o);
};

const exClassValue: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  if (typeof o === 'object' && o !== null && o.shape === n.p && n.p.type.version === n.j) return n.q;
  return missed(n, o);
};

const exBoundMethod: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  if (typeof o === 'object' && o !== null && o.shape === n.p && n.p.type.version === n.j)
    return new PyMethod(n.x, n.q, o);
  return missed(n, o);
};

const exModuleAttribute: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  if (o === n.p) {
    const d: PyDict = o.dict;
    if (d.keys[n.i] === n.v) return d.vals[n.i];
  }
  return missed(n, o);
};

const exTypeAttribute: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  if (o === n.p && o.version === n.j) return n.q;
  return missed(n, o);
};

/** Instances of many shapes: the shape is asked each time. */
const exAnyInstance: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  return anyInstance(n, o);
};

function anyInstance(n: TreeNode, o: any): any {
  if (typeof o !== 'object' || o === null) return undefined;
  const shape = o.shape;
  if (shape === undefined || shape === null) return undefined;
  const cls: PyType = o.cls;
  if (!cls.hasPlainGetattr) return undefined;
  const inClass = lookupInType(cls, n.v);
  if (inClass !== undefined) {
    if (
      typeof inClass === 'object' &&
      inClass !== null &&
      inClass.cls !== undefined &&
      inClass.cls.slots.descrGet !== null
    ) {
      return inClass instanceof PyMember ? o.s[inClass.index] : undefined;
    }
  }
  const own = getOwn(o, n.v);
  return own !== undefined ? own : inClass;
}

function missed(n: TreeNode, o: any): any {
  n.ex = exAttribute;
  if (typeof o !== 'object' || o === null || !quickenAttribute(n, o)) return undefined;
  return readQuickened(n, o);
}
