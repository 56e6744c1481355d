/**
 * Method calls: `a.name(*list)` in one step where the arguments are trees. The method is looked up through an inline cache (shape or type,
 * and its version) without making a bound method. `v` name, `q` keyword names, `j` the LOAD_METHOD instruction, `i` its register in the
 * flattened form; cache: guard `p` (shape or type) with version `k`, function `u`.
 *
 * Python methods with up to two arguments are unrolled; methods of built-in types are called through their spec without passing
 * `I.call`, its checks done when the cache is filled. Dict workload: 2.52 -> 1.85 of CPython's time.
 */
import { PyFunction } from '../../objects/function.ts';
import type { Frame } from '../../objects/frame.ts';
import { PyMethodDescriptor } from '../../objects/native-function.ts';
import type { NativeSpec } from '../../objects/native.ts';
import { getAttr } from '../../objects/protocol.ts';
import { isSubtype, lookupInType } from '../../objects/type.ts';
import { typeOf } from '../../objects/type-of.ts';
import { NULL } from '../../objects/value.ts';
import { PyModule } from '../../objects/module.ts';
import { bail } from '../bail.ts';
import { enterFunction } from '../enter-function.ts';
import type { Interpreter } from '../interpreter.ts';
import { newRegisters } from '../run-code.ts';
import type { RunCode } from '../run-code.ts';
import { operand } from '../step.ts';
import type { Step, StepEx } from '../step.ts';
import { evaluate, finish } from './call.ts';

/** The first execution, and the one after a miss: decides on a form. */
export const exCallMethod: StepEx = (s, f, I) => {
  const o = operand(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (!quickenMethod(s, I, o)) return bail(s, f, I);
  return s.ex(s, f, I);
};

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
    s.ex = s.q === null ? (PYTHON_FORMS[s.list!.length] ?? exCallMethodFunction) : exCallMethodOfShape;
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
      const method: PyMethodDescriptor = s.u;
      s.ex =
        isSubtype(cls, method.owner) && s.q === null ? nativeForm(method.spec, s.list!.length) : exCallMethodOfType;
    }
    return true;
  }
  return false;
}

/** The form that calls a native with `n` arguments without asking again whether they are the right number. */
function nativeForm(spec: NativeSpec, n: number): StepEx {
  switch (spec.arity) {
    case 'none':
      return n === 0 ? exCallNative0 : exCallMethodOfType;
    case 'one':
      return n === 1 ? exCallNative1 : exCallMethodOfType;
    case 'two':
      return n === 2 ? exCallNative2 : exCallMethodOfType;
    case 'args':
      return n >= spec.min && (spec.max < 0 || n <= spec.max) ? exCallNativeArgs : exCallMethodOfType;
    default:
      return exCallMethodOfType;
  }
}

/** The cache failed: look again, and give up caching for objects that need the general look-up. */
function again(s: Step, f: Frame, I: Interpreter): Step | Frame {
  s.ex = exCallMethod;
  return exCallMethod(s, f, I);
}

/** self is the only argument. */
const exCallMethodFunction0: StepEx = (s, f, I) => {
  const o = operand(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (typeof o !== 'object' || o === null || o.shape !== s.p || s.p.type.version !== s.k) return again(s, f, I);
  const fn = s.u as PyFunction;
  const rc = fn.code as RunCode;
  if (rc.simpleCount !== 1) return callWithSelf(s, f, I, fn, o);
  const nr = newRegisters(rc.nregs);
  nr[0] = o;
  return enterFunction(I, fn, rc, nr, f, s);
};

const exCallMethodFunction1: StepEx = (s, f, I) => {
  const r = f.r;
  const o = operand(s.a!, r);
  if (o === undefined) return bail(s, f, I);
  if (typeof o !== 'object' || o === null || o.shape !== s.p || s.p.type.version !== s.k) return again(s, f, I);
  const fn = s.u as PyFunction;
  const rc = fn.code as RunCode;
  if (rc.simpleCount !== 2) return callWithSelf(s, f, I, fn, o);
  const v = operand(s.list![0], r);
  if (v === undefined) return bail(s, f, I);
  const nr = newRegisters(rc.nregs);
  nr[0] = o;
  nr[1] = v;
  return enterFunction(I, fn, rc, nr, f, s);
};

const exCallMethodFunction2: StepEx = (s, f, I) => {
  const r = f.r;
  const o = operand(s.a!, r);
  if (o === undefined) return bail(s, f, I);
  if (typeof o !== 'object' || o === null || o.shape !== s.p || s.p.type.version !== s.k) return again(s, f, I);
  const fn = s.u as PyFunction;
  const rc = fn.code as RunCode;
  if (rc.simpleCount !== 3) return callWithSelf(s, f, I, fn, o);
  const list = s.list!;
  const v = operand(list[0], r);
  const w = operand(list[1], r);
  if (v === undefined || w === undefined) return bail(s, f, I);
  const nr = newRegisters(rc.nregs);
  nr[0] = o;
  nr[1] = v;
  nr[2] = w;
  return enterFunction(I, fn, rc, nr, f, s);
};

const exCallMethodFunction: StepEx = (s, f, I) => {
  const r = f.r;
  const o = operand(s.a!, r);
  if (o === undefined) return bail(s, f, I);
  if (typeof o !== 'object' || o === null || o.shape !== s.p || s.p.type.version !== s.k) return again(s, f, I);
  const list = s.list!;
  const n = list.length;
  const fn = s.u as PyFunction;
  const rc = fn.code as RunCode;
  if (rc.simpleCount === n + 1) {
    const nr = newRegisters(rc.nregs);
    nr[0] = o;
    for (let k = 0; k < n; k++) {
      const v = operand(list[k], r);
      if (v === undefined) return bail(s, f, I);
      nr[k + 1] = v;
    }
    return enterFunction(I, fn, rc, nr, f, s);
  }
  return callWithSelf(s, f, I, fn, o);
};

/** By number of arguments besides self. */
const PYTHON_FORMS: readonly StepEx[] = [exCallMethodFunction0, exCallMethodFunction1, exCallMethodFunction2];

const exCallMethodOfShape: StepEx = (s, f, I) => {
  const o = operand(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (typeof o !== 'object' || o === null || o.shape !== s.p || s.p.type.version !== s.k) return again(s, f, I);
  return callWithSelf(s, f, I, s.u, o);
};

const exCallMethodOfType: StepEx = (s, f, I) => {
  const o = operand(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (typeOf(I, o) !== s.p || s.p.version !== s.k) return again(s, f, I);
  return callWithSelf(s, f, I, s.u, o);
};

const exCallNative0: StepEx = (s, f, I) => {
  const o = operand(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (typeOf(I, o) !== s.p || s.p.version !== s.k) return again(s, f, I);
  f.step = s;
  return finish(s, f, I, s.u.spec.fn(I, o));
};

const exCallNative1: StepEx = (s, f, I) => {
  const r = f.r;
  const o = operand(s.a!, r);
  const v = operand(s.list![0], r);
  if (o === undefined || v === undefined) return bail(s, f, I);
  if (typeOf(I, o) !== s.p || s.p.version !== s.k) return again(s, f, I);
  f.step = s;
  return finish(s, f, I, s.u.spec.fn(I, o, v));
};

const exCallNative2: StepEx = (s, f, I) => {
  const r = f.r;
  const o = operand(s.a!, r);
  const v = operand(s.list![0], r);
  const w = operand(s.list![1], r);
  if (o === undefined || v === undefined || w === undefined) return bail(s, f, I);
  if (typeOf(I, o) !== s.p || s.p.version !== s.k) return again(s, f, I);
  f.step = s;
  return finish(s, f, I, s.u.spec.fn(I, o, v, w));
};

const exCallNativeArgs: StepEx = (s, f, I) => {
  const o = operand(s.a!, f.r);
  if (o === undefined) return bail(s, f, I);
  if (typeOf(I, o) !== s.p || s.p.version !== s.k) return again(s, f, I);
  const args = evaluate(s.list!, f.r);
  if (args === undefined) return bail(s, f, I);
  f.step = s;
  return finish(s, f, I, s.u.spec.fn(I, o, args));
};

const exCallModuleFunction: StepEx = (s, f, I) => {
  const o = operand(s.a!, f.r);
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
    const v = operand(list[k], f.r);
    if (v === undefined) return bail(s, f, I);
    args[k + 1] = v;
  }
  f.step = s;
  return finish(s, f, I, I.call(fn, args, s.q));
}

/** dst: the function (self in register i), or the attribute's value (NULL in register i). */
export const exLoadMethod: StepEx = (s, f, I) => {
  const r = f.r;
  const o = operand(s.a!, r);
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
  const fn = operand(s.a!, r);
  const self = operand(s.b!, r);
  const list = s.list!;
  const n = list.length;
  const first = self === NULL ? 0 : 1;
  if (first === 1 && fn.constructor === PyFunction && s.v === null) {
    const rc = fn.code as RunCode;
    if (rc.simpleCount === n + 1) {
      const nr = newRegisters(rc.nregs);
      nr[0] = self;
      for (let k = 0; k < n; k++) {
        const v = operand(list[k], r);
        if (v === undefined) return bail(s, f, I);
        nr[k + 1] = v;
      }
      return enterFunction(I, fn, rc, nr, f, s);
    }
  }
  const args = new Array(n + first);
  if (first === 1) args[0] = self;
  for (let k = 0; k < n; k++) {
    const v = operand(list[k], r);
    if (v === undefined) return bail(s, f, I);
    args[k + first] = v;
  }
  f.step = s;
  return finish(s, f, I, I.call(fn, args, s.v));
};
