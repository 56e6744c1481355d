/** `complex(...)`: from text, from one number, or from two parts which may be complex themselves. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { argumentKind, retryArgument } from './argument.ts';
import { callUnbound0, lookupSpecial } from './call-special.ts';
import { toFloat } from './float-conversion.ts';
import { PyComplex, PyComplexObject } from './scalar-payload.ts';
import { raiseFailure, typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { asFloat, asStr } from './unwrap.ts';
import { Failure } from '../base/failure.ts';
import { parseComplexText } from '../numeric/complex-arith.ts';

type R = Value | undefined;

/** Makes a complex number of class `cls`. */
export function newComplex(I: Interp, cls: PyType, re: number, im: number): PyComplex {
  I.bytesLeft -= 4 * I.memory.pointerBytes;
  return cls === I.types.complex ? new PyComplex(cls, re, im) : new PyComplexObject(cls, re, im);
}

const NAMES = ['real', 'imag'];

/** Slot `new` of complex. */
export function complexNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  const positional = args.length - (kw === null ? 0 : kw.length);
  if (args.length > 2) return typeError(I, `complex() takes at most 2 arguments (${args.length} given)`);
  const both: (Value | undefined)[] = [positional > 0 ? args[0] : undefined, positional > 1 ? args[1] : undefined];
  for (let i = positional; i < args.length; i++) {
    const name = kw![i - positional]!;
    const at = NAMES.indexOf(name);
    if (at < 0) return typeError(I, `'${name}' is an invalid keyword argument for complex()`);
    if (at < positional)
      return typeError(I, `argument for complex() given by name ('${name}') and position (${at + 1})`);
    both[at] = args[i];
  }
  return make(I, cls, both);
}

export const COMPLEX_NEW_KIND = argumentKind('complex.__new__', make);

/** args = [real, imag]; either may be undefined. */
function make(I: Interp, cls: PyType, args: any[]): R {
  const [x, y] = args as [R, R];
  if (
    y === undefined &&
    x !== undefined &&
    x instanceof PyComplex &&
    x.constructor === PyComplex &&
    cls === I.types.complex
  )
    return x;
  const text = x === undefined ? undefined : asStr(x);
  if (text !== undefined)
    return y === undefined ? parse(I, cls, text) : typeError(I, "complex() can't take second arg if first is a string");
  if (y !== undefined && asStr(y) !== undefined) return typeError(I, "complex() second arg can't be a string");
  const entry = I.frame;
  const first = x === undefined ? new PyFloat(0) : toPart(I, x, true);
  if (first === undefined) return retryArgument(I, entry, COMPLEX_NEW_KIND, cls, args, 0);
  if (first === I.NotImplemented) {
    return typeError(I, `complex() first argument must be a string or a number, not '${typeName(I, x!)}'`);
  }
  const second = y === undefined ? new PyFloat(0) : toPart(I, y, false);
  if (second === undefined) {
    // The first part is not to be converted a second time.
    return I.exc !== null ? undefined : retryArgument(I, entry, COMPLEX_NEW_KIND, cls, [first, y], 1);
  }
  if (second === I.NotImplemented)
    return typeError(I, `complex() second argument must be a number, not '${typeName(I, y!)}'`);
  let re = first instanceof PyComplex ? first.re : (first as PyFloat).value;
  let im = second instanceof PyComplex ? second.re : (second as PyFloat).value;
  if (second instanceof PyComplex) re -= second.im;
  if (first instanceof PyComplex) im = y === undefined ? first.im : im + first.im;
  return newComplex(I, cls, re, im);
}

function parse(I: Interp, cls: PyType, text: string): R {
  I.ticks -= text.length >> 4;
  const z = parseComplexText(text);
  return z instanceof Failure ? raiseFailure(I, z) : newComplex(I, cls, z.re, z.im);
}

/** A PyComplex or PyFloat; NotImplemented if `v` is no number. */
function toPart(I: Interp, v: Value, asksComplex: boolean): R {
  if (v instanceof PyFloat) return v;
  if (v instanceof PyComplex && v.constructor === PyComplex) return v;
  if (asksComplex) {
    const method = lookupSpecial(I, v, '__complex__');
    if (method !== undefined && !(v instanceof PyComplex)) return callComplex(I, method, v);
  }
  if (v instanceof PyComplex) return newComplex(I, I.types.complex, v.re, v.im);
  const slots = typeOf(I, v).slots;
  return asFloat(v) === undefined && slots.float === null && slots.index === null ? I.NotImplemented : toFloat(I, v);
}

function callComplex(I: Interp, method: Value, v: Value): R {
  const entry = I.frame;
  const owner = typeName(I, v);
  const z = callUnbound0(I, method, v);
  return z === undefined ? I.then(entry, COMPLEX_RESULT_KIND, [undefined, owner]) : complexResult(I, z, owner);
}

function complexResult(I: Interp, z: Value, owner: string): R {
  if (z instanceof PyComplex) return newComplex(I, I.types.complex, z.re, z.im);
  return typeError(I, `${owner}.__complex__() returned non-complex (type ${typeName(I, z)})`);
}

/** r = [delivered, name of the type]: what `__complex__` returned. */
export const COMPLEX_RESULT_KIND = new NativeKind('objects.complexResult', (I: Interp, f: Frame) =>
  complexResult(I, f.r[0], f.r[1]),
);
