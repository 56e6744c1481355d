/**
 * Calls. A call of a plain Python function with the right number of arguments evaluates them straight into the registers of the new
 * frame and continues there; everything else goes through `I.call`. Method calls look the method up through an inline cache (shape or
 * type, and its version) without making a bound method.
 */
import { PyFunction } from '../../objects/function.ts';
import type { Frame } from '../../objects/frame.ts';
import { PyMethodDescriptor, PyNative } from '../../objects/native-function.ts';
import type { NativeSpec } from '../../objects/native.ts';
import { getAttr } from '../../objects/protocol.ts';
import { lookupInType } from '../../objects/type.ts';
import { typeOf } from '../../objects/type-of.ts';
import { NULL } from '../../objects/value.ts';
import type { PyTuple } from '../../objects/tuple.ts';
import { PyModule } from '../../objects/module.ts';
import { bail } from '../bail.ts';
import type { Interpreter } from '../interpreter.ts';
import { newRegisters } from '../run-code.ts';
import type { RunCode } from '../run-code.ts';
import type { Step, StepEx, TreeNode } from '../step.ts';

/** Names of the keywords of a call, from the constant tuple that CALL_KW carries. */
export function keywordNames(tuple: PyTuple): string[] {
  return tuple.items.slice() as string[];
}

export function chooseCall(s: Step): void {
  switch (s.list!.length) {
    case 0:
      s.ex = exCall0;
      break;
    case 1:
      s.ex = exCall1;
      break;
    case 2:
      s.ex = exCall2;
      break;
  }
}

/** Evaluates argument trees; undefined if one bailed. */
function evaluate(list: TreeNode[], r: any[]): any[] | undefined {
  const n = list.length;
  const args = new Array(n);
  for (let k = 0; k < n; k++) {
    const v = list[k].ex(list[k], r);
    if (v === undefined) return undefined;
    args[k] = v;
  }
  return args;
}

/** Goes on with what `I.call` came to. */
function finish(s: Step, f: Frame, I: Interpreter, v: any): Step | Frame {
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
}

/** a(*list) */
export const exCall: StepEx = (s, f, I) => {
  const r = f.r;
  const fn = s.a!.ex(s.a!, r);
  if (fn === undefined) return bail(s, f, I);
  const list = s.list!;
  const n = list.length;
  if (typeof fn === 'object' && fn !== null && fn.constructor === PyFunction) {
    const rc = fn.code as RunCode;
    if (rc.isSimple && rc.argcount === n) {
      const nr = newRegisters(rc.nregs);
      for (let k = 0; k < n; k++) {
        const v = list[k].ex(list[k], r);
        if (v === undefined) return bail(s, f, I);
        nr[k] = v;
      }
      f.step = s;
      return I.enterFunction(fn, rc, nr, f);
    }
  }
  const args = evaluate(list, r);
  if (args === undefined) return bail(s, f, I);
  f.step = s;
  return finish(s, f, I, I.call(fn, args, null));
};

const exCall0: StepEx = (s, f, I) => {
  const r = f.r;
  const fn = s.a!.ex(s.a!, r);
  if (fn === undefined) return bail(s, f, I);
  f.step = s;
  if (typeof fn === 'object' && fn !== null && fn.constructor === PyFunction) {
    const rc = fn.code as RunCode;
    if (rc.isSimple && rc.argcount === 0) return I.enterFunction(fn, rc, newRegisters(rc.nregs), f);
  }
  return finish(s, f, I, I.call(fn, [], null));
};

const exCall1: StepEx = (s, f, I) => {
  const r = f.r;
  const fn = s.a!.ex(s.a!, r);
  const x = s.list![0];
  const v = x.ex(x, r);
  if (fn === undefined || v === undefined) return bail(s, f, I);
  f.step = s;
  if (typeof fn === 'object' && fn !== null) {
    if (fn.constructor === PyFunction) {
      const rc = fn.code as RunCode;
      if (rc.isSimple && rc.argcount === 1) {
        const nr = newRegisters(rc.nregs);
        nr[0] = v;
        return I.enterFunction(fn, rc, nr, f);
      }
    } else if (fn.constructor === PyNative && fn.spec.arity === 'one') {
      return finish(s, f, I, fn.spec.fn(I, fn.self, v));
    }
  }
  return finish(s, f, I, I.call(fn, [v], null));
};

const exCall2: StepEx = (s, f, I) => {
  const r = f.r;
  const fn = s.a!.ex(s.a!, r);
  const x = s.list![0];
  const v = x.ex(x, r);
  const y = s.list![1];
  const w = y.ex(y, r);
  if (fn === undefined || v === undefined || w === undefined) return bail(s, f, I);
  f.step = s;
  if (typeof fn === 'object' && fn !== null && fn.constructor === PyFunction) {
    const rc = fn.code as RunCode;
    if (rc.isSimple && rc.argcount === 2) {
      const nr = newRegisters(rc.nregs);
      nr[0] = v;
      nr[1] = w;
      return I.enterFunction(fn, rc, nr, f);
    }
  }
  return finish(s, f, I, I.call(fn, [v, w], null));
};

/** a(*list) whose last arguments are the keywords v. */
export const exCallKeywords: StepEx = (s, f, I) => {
  const fn = s.a!.ex(s.a!, f.r);
  const args = evaluate(s.list!, f.r);
  if (fn === undefined || args === undefined) return bail(s, f, I);
  f.step = s;
  return finish(s, f, I, I.call(fn, args, s.v));
};

/** a(*b, **c) */
export const exCallEx: StepEx = (s, f, I) => {
  const fn = s.a!.ex(s.a!, f.r);
  const positional = s.b!.ex(s.b!, f.r);
  const keywords = s.c === null ? null : s.c.ex(s.c, f.r);
  if (fn === undefined || positional === undefined || keywords === undefined) return bail(s, f, I);
  f.step = s;
  return finish(s, f, I, I.callWithCollections(fn, positional, keywords));
};

// -- methods -------------------------------------------------------------------------------------

/**
 * a.name(*list), fused. `v` name, `q` keyword names, `j` the LOAD_METHOD instruction, `i` its register in the flattened form.
 * Cache: guard `p` (shape or type) with version `k`, function `u`.
 */
export const exCallMethod: StepEx = (s, f, I) => {
  const o = s.a!.ex(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (!quickenMethod(s, I, o)) return bail(s, f, I);
  return s.ex(s, f, I);
};

export function chooseCallMethod(_s: Step): void {}

/** Installs the form for what `o` is; false: only the general look-up will do. */
function quickenMethod(s: Step, I: Interpreter, o: any): boolean {
  const cls = typeOf(I, o);
  if (o instanceof PyModule) {
    const index = o.dict.indexOfStr(s.v);
    if (index < 0) return false;
    s.p = o;
    s.k = o.dict.layout;
    s.u = index;
    s.ex = exCallModuleFunction;
    return true;
  }
  if (!cls.hasPlainGetattr || cls === I.types.type) return false;
  const found = lookupInType(cls, s.v);
  if (found === undefined || typeof found !== 'object' || found === null) return false;
  const shape = typeof o === 'object' && o !== null ? o.shape : undefined;
  if (shape !== undefined && shape !== null && (shape.isDict || shape.indexOf(s.v) >= 0)) return false;
  if (found.constructor === PyFunction) {
    if (shape === undefined || shape === null) return false;
    s.p = shape;
    s.k = cls.version;
    s.u = found;
    s.ex = s.q === null ? exCallMethodFunction : exCallMethodOfShape;
    return true;
  }
  if (found.constructor === PyMethodDescriptor) {
    s.u = found;
    s.k = cls.version;
    if (shape !== undefined && shape !== null) {
      s.p = shape;
      s.ex = exCallMethodOfShape;
    } else {
      s.p = cls;
      const arity = (found as PyMethodDescriptor).spec.arity;
      const n = s.list!.length;
      if (s.q === null && arity === 'none' && n === 0) s.ex = exCallNative0;
      else if (s.q === null && arity === 'one' && n === 1) s.ex = exCallNative1;
      else s.ex = exCallMethodOfType;
    }
    return true;
  }
  return false;
}

/** The cache failed: look again, and give up caching for objects that need the general look-up. */
function again(s: Step, f: Frame, I: Interpreter): Step | Frame {
  s.ex = exCallMethod;
  return exCallMethod(s, f, I);
}

const exCallMethodFunction: StepEx = (s, f, I) => {
  const r = f.r;
  const o = s.a!.ex(s.a!, r);
  if (o === undefined) return bail(s, f, I);
  if (typeof o !== 'object' || o === null || o.shape !== s.p || s.p.type.version !== s.k) return again(s, f, I);
  const list = s.list!;
  const n = list.length;
  const fn = s.u as PyFunction;
  const rc = fn.code as RunCode;
  if (rc.isSimple && rc.argcount === n + 1) {
    const nr = newRegisters(rc.nregs);
    nr[0] = o;
    for (let k = 0; k < n; k++) {
      const v = list[k].ex(list[k], r);
      if (v === undefined) return bail(s, f, I);
      nr[k + 1] = v;
    }
    f.step = s;
    return I.enterFunction(fn, rc, nr, f);
  }
  return callWithSelf(s, f, I, fn, o);
};

const exCallMethodOfShape: StepEx = (s, f, I) => {
  const o = s.a!.ex(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (typeof o !== 'object' || o === null || o.shape !== s.p || s.p.type.version !== s.k) return again(s, f, I);
  return callWithSelf(s, f, I, s.u, o);
};

const exCallMethodOfType: StepEx = (s, f, I) => {
  const o = s.a!.ex(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (typeOf(I, o) !== s.p || s.p.version !== s.k) return again(s, f, I);
  return callWithSelf(s, f, I, s.u, o);
};

const exCallNative0: StepEx = (s, f, I) => {
  const o = s.a!.ex(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (typeOf(I, o) !== s.p || s.p.version !== s.k) return again(s, f, I);
  f.step = s;
  const spec = s.u.spec as Extract<NativeSpec, { arity: 'none' }>;
  return finish(s, f, I, spec.fn(I, o));
};

const exCallNative1: StepEx = (s, f, I) => {
  const o = s.a!.ex(s.a!, f.r);
  const x = s.list![0];
  const v = x.ex(x, f.r);
  if (o === undefined || v === undefined) return bail(s, f, I);
  if (typeOf(I, o) !== s.p || s.p.version !== s.k) return again(s, f, I);
  f.step = s;
  const spec = s.u.spec as Extract<NativeSpec, { arity: 'one' }>;
  return finish(s, f, I, spec.fn(I, o, v));
};

const exCallModuleFunction: StepEx = (s, f, I) => {
  const o = s.a!.ex(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (o !== s.p || o.dict.layout !== s.k) return again(s, f, I);
  const args = evaluate(s.list!, f.r);
  if (args === undefined) return bail(s, f, I);
  f.step = s;
  return finish(s, f, I, I.call(o.dict.valueAt(s.u), args, s.q));
};

function callWithSelf(s: Step, f: Frame, I: Interpreter, fn: any, self: any): Step | Frame {
  const list = s.list!;
  const n = list.length;
  const args = new Array(n + 1);
  args[0] = self;
  for (let k = 0; k < n; k++) {
    const v = list[k].ex(list[k], f.r);
    if (v === undefined) return bail(s, f, I);
    args[k + 1] = v;
  }
  f.step = s;
  return finish(s, f, I, I.call(fn, args, s.q));
}

/** dst: the function (self in register i), or the attribute's value (NULL in register i). */
export const exLoadMethod: StepEx = (s, f, I) => {
  const r = f.r;
  const o = s.a!.ex(s.a!, r);
  if (o === undefined) return bail(s, f, I);
  f.step = s;
  const cls = typeOf(I, o);
  if (cls.hasPlainGetattr && cls !== I.types.type && !(o instanceof PyModule)) {
    const found = lookupInType(cls, s.v);
    if (found !== undefined && typeof found === 'object' && found !== null) {
      if (found.constructor === PyFunction || found.constructor === PyMethodDescriptor) {
        const shape = typeof o === 'object' && o !== null ? o.shape : undefined;
        if (shape === undefined || shape === null || (!shape.isDict && shape.indexOf(s.v) < 0)) {
          r[s.i] = o;
          r[s.dst] = found;
          return s.next;
        }
      }
    }
  }
  r[s.i] = NULL;
  const v = getAttr(I, o, s.v);
  if (v === undefined) return I.next();
  r[s.dst] = v;
  return s.next;
};

/** a: function or value, b: self or NULL, list, v: keyword names. */
export const exCallLoadedMethod: StepEx = (s, f, I) => {
  const r = f.r;
  const fn = s.a!.ex(s.a!, r);
  const self = s.b!.ex(s.b!, r);
  const list = s.list!;
  const n = list.length;
  const first = self === NULL ? 0 : 1;
  if (first === 1 && fn.constructor === PyFunction && s.v === null) {
    const rc = fn.code as RunCode;
    if (rc.isSimple && rc.argcount === n + 1) {
      const nr = newRegisters(rc.nregs);
      nr[0] = self;
      for (let k = 0; k < n; k++) {
        const v = list[k].ex(list[k], r);
        if (v === undefined) return bail(s, f, I);
        nr[k + 1] = v;
      }
      f.step = s;
      return I.enterFunction(fn, rc, nr, f);
    }
  }
  const args = new Array(n + first);
  if (first === 1) args[0] = self;
  for (let k = 0; k < n; k++) {
    const v = list[k].ex(list[k], r);
    if (v === undefined) return bail(s, f, I);
    args[k + first] = v;
  }
  f.step = s;
  return finish(s, f, I, I.call(fn, args, s.v));
};
