/**
 * Calls. A call of a plain Python function with the right number of arguments evaluates them straight into the registers of the new
 * frame and continues there; natives of a fitting arity are called directly; everything else goes through `I.call`. Method calls:
 * `call-method.ts`.
 *
 * Up to three arguments are unrolled, the Python function called last is remembered (`u`: asking any callee for its class costs a look-up), and a callee that is a module global is read in place (its tree would be one more call that V8 cannot
 * inline). fib(25), in units of CPython's time: 1.67 -> 1.58.
 */
import type { PyDict } from '../../objects/dict.ts';
import { PyFunction } from '../../objects/function.ts';
import type { Frame } from '../../objects/frame.ts';
import { PyNative } from '../../objects/native-function.ts';
import type { PyTuple } from '../../objects/tuple.ts';
import { PyType } from '../../objects/type.ts';
import { bail } from '../bail.ts';
import { enterFunction } from '../enter-function.ts';
import type { Interpreter } from '../interpreter.ts';
import { newRegisters } from '../run-code.ts';
import type { RunCode } from '../run-code.ts';
import { operand } from '../step.ts';
import type { Step, StepEx, TreeNode } from '../step.ts';
import { convertScalar } from './convert-scalar.ts';
import { exModuleGlobal } from '../trees/access.ts';

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
    case 3:
      s.ex = exCall3;
      break;
  }
}

/** The function or other value that `n` stands for; undefined: bails. */
function calleeOf(n: TreeNode, r: any[]): any {
  if (n.ex === exModuleGlobal) {
    const d: PyDict = n.q;
    if (d.layout === n.j) return d.vals[n.i];
  }
  return n.ex(n, r);
}

/** Evaluates argument trees; undefined if one bailed. */
export function evaluate(list: TreeNode[], r: any[]): any[] | undefined {
  const n = list.length;
  const args = new Array(n);
  for (let k = 0; k < n; k++) {
    const v = operand(list[k], r);
    if (v === undefined) return undefined;
    args[k] = v;
  }
  return args;
}

/** Goes on with what `I.call` came to. */
export function finish(s: Step, f: Frame, I: Interpreter, v: any): Step | Frame {
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
}

/** a(*list) */
export const exCall: StepEx = (s, f, I) => {
  const r = f.r;
  const fn = calleeOf(s.a!, r);
  if (fn === undefined) return bail(s, f, I);
  const list = s.list!;
  const n = list.length;
  if (typeof fn === 'object' && fn !== null && fn.constructor === PyFunction) {
    const rc = fn.code as RunCode;
    if (rc.simpleCount === n) {
      const nr = newRegisters(rc.nregs);
      for (let k = 0; k < n; k++) {
        const v = operand(list[k], r);
        if (v === undefined) return bail(s, f, I);
        nr[k] = v;
      }
      return enterFunction(I, fn, rc, nr, f, s);
    }
  }
  const args = evaluate(list, r);
  if (args === undefined) return bail(s, f, I);
  f.step = s;
  return finish(s, f, I, I.call(fn, args, null));
};

const exCall0: StepEx = (s, f, I) => {
  const fn = calleeOf(s.a!, f.r);
  if (fn === undefined) return bail(s, f, I);
  if (fn === s.u && fn !== null) {
    const rc = fn.code as RunCode;
    if (rc.simpleCount === 0) {
      const nr = newRegisters(rc.nregs);
      return enterFunction(I, fn, rc, nr, f, s);
    }
  }
  if (typeof fn === 'object' && fn !== null && fn.constructor === PyFunction) {
    const rc = fn.code as RunCode;
    if (rc.simpleCount === 0) {
      s.u = fn;
      return enterFunction(I, fn, rc, newRegisters(rc.nregs), f, s);
    }
  }
  f.step = s;
  return finish(s, f, I, I.call(fn, [], null));
};

const exCall1: StepEx = (s, f, I) => {
  const r = f.r;
  const fn = calleeOf(s.a!, r);
  const v = operand(s.list![0], r);
  if (fn === undefined || v === undefined) return bail(s, f, I);
  if (fn === s.u && fn !== null) {
    const rc = fn.code as RunCode;
    if (rc.simpleCount === 1) {
      const nr = newRegisters(rc.nregs);
      nr[0] = v;
      return enterFunction(I, fn, rc, nr, f, s);
    }
  }
  if (typeof fn === 'object' && fn !== null) {
    if (fn.constructor === PyFunction) {
      const rc = fn.code as RunCode;
      if (rc.simpleCount === 1) {
        s.u = fn;
        const nr = newRegisters(rc.nregs);
        nr[0] = v;
        return enterFunction(I, fn, rc, nr, f, s);
      }
    } else if (fn.constructor === PyNative) {
      const spec = (fn as PyNative).spec;
      if (spec.arity === 'one') {
        f.step = s;
        return finish(s, f, I, spec.fn(I, fn.self, v));
      }
      if (spec.arity === 'args' && spec.min <= 1 && spec.max !== 0) {
        f.step = s;
        return finish(s, f, I, spec.fn(I, fn.self, [v]));
      }
    } else if (fn.constructor === PyType) {
      const w = convertScalar(I, fn, v);
      if (w !== undefined) {
        r[s.dst] = w;
        return s.next;
      }
    }
  }
  f.step = s;
  return finish(s, f, I, I.call(fn, [v], null));
};

const exCall2: StepEx = (s, f, I) => {
  const r = f.r;
  const list = s.list!;
  const fn = calleeOf(s.a!, r);
  const v = operand(list[0], r);
  const w = operand(list[1], r);
  if (fn === undefined || v === undefined || w === undefined) return bail(s, f, I);
  if (fn === s.u && fn !== null) {
    const rc = fn.code as RunCode;
    if (rc.simpleCount === 2) {
      const nr = newRegisters(rc.nregs);
      nr[0] = v;
      nr[1] = w;
      return enterFunction(I, fn, rc, nr, f, s);
    }
  }
  if (typeof fn === 'object' && fn !== null) {
    if (fn.constructor === PyFunction) {
      const rc = fn.code as RunCode;
      if (rc.simpleCount === 2) {
        s.u = fn;
        const nr = newRegisters(rc.nregs);
        nr[0] = v;
        nr[1] = w;
        return enterFunction(I, fn, rc, nr, f, s);
      }
    } else if (fn.constructor === PyNative) {
      const spec = (fn as PyNative).spec;
      if (spec.arity === 'two') {
        f.step = s;
        return finish(s, f, I, spec.fn(I, fn.self, v, w));
      }
      if (spec.arity === 'args' && spec.min <= 2 && (spec.max < 0 || spec.max >= 2)) {
        f.step = s;
        return finish(s, f, I, spec.fn(I, fn.self, [v, w]));
      }
    }
  }
  f.step = s;
  return finish(s, f, I, I.call(fn, [v, w], null));
};

const exCall3: StepEx = (s, f, I) => {
  const r = f.r;
  const list = s.list!;
  const fn = calleeOf(s.a!, r);
  const v = operand(list[0], r);
  const w = operand(list[1], r);
  const x = operand(list[2], r);
  if (fn === undefined || v === undefined || w === undefined || x === undefined) return bail(s, f, I);
  if (fn === s.u && fn !== null) {
    const rc = fn.code as RunCode;
    if (rc.simpleCount === 3) {
      const nr = newRegisters(rc.nregs);
      nr[0] = v;
      nr[1] = w;
      nr[2] = x;
      return enterFunction(I, fn, rc, nr, f, s);
    }
  }
  if (typeof fn === 'object' && fn !== null && fn.constructor === PyFunction) {
    const rc = fn.code as RunCode;
    if (rc.simpleCount === 3) {
      s.u = fn;
      const nr = newRegisters(rc.nregs);
      nr[0] = v;
      nr[1] = w;
      nr[2] = x;
      return enterFunction(I, fn, rc, nr, f, s);
    }
  }
  f.step = s;
  return finish(s, f, I, I.call(fn, [v, w, x], null));
};

/** a(*list) whose last arguments are the keywords v. */
export const exCallKeywords: StepEx = (s, f, I) => {
  const fn = operand(s.a!, f.r);
  const args = evaluate(s.list!, f.r);
  if (fn === undefined || args === undefined) return bail(s, f, I);
  f.step = s;
  return finish(s, f, I, I.call(fn, args, s.v));
};

/** a(*b, **c) */
export const exCallEx: StepEx = (s, f, I) => {
  const fn = operand(s.a!, f.r);
  const positional = operand(s.b!, f.r);
  const keywords = s.c === null ? null : s.c.ex(s.c, f.r);
  if (fn === undefined || positional === undefined || keywords === undefined) return bail(s, f, I);
  f.step = s;
  return finish(s, f, I, I.callWithCollections(fn, positional, keywords));
};
