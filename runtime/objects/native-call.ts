/**
 * Calling natives by arity, with CPython's errors. `callNative` is what the VM uses when it has a native in hand; `fn.fn` must be called
 * with a `self` that is already known to be right.
 */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import type { NativeSpec } from './native.ts';
import type { PyType } from './type.ts';
import type { Signature } from './signature.ts';
import { PyNative } from './native-function.ts';
import { bindSignature, checkCount, parseSignature } from './signature.ts';
import { typeError } from './raise.ts';

type R = Value | undefined;

/** PyNative, PyMethodDescriptor and their kin: a spec with its name, owner and parsed signature. */
export interface NativeHolder {
  readonly name: string;
  readonly spec: NativeSpec;
  readonly owner: PyType | null;
  /** Made on the first call of a 'bound' native. */
  signature: Signature | null;
}

/** Name with the owner's in front, as some errors have it. */
function qualified(fn: NativeHolder): string {
  if (fn.owner !== null) return fn.owner.name + '.' + fn.name;
  const module = fn instanceof PyNative ? fn.module : null;
  return module === null || module === 'builtins' ? fn.name : module + '.' + fn.name;
}

/** Parses the signature of a 'bound' native once. */
export function signatureOf(fn: NativeHolder, text: string): Signature {
  if (fn.signature === null) fn.signature = parseSignature(text);
  return fn.signature;
}

/** Calls native `fn` on `self`. `args` (without self) ends with the values of the keywords `kw`. */
export function callNative(I: Interp, fn: NativeHolder, self: any, args: Value[], kw: readonly string[] | null): R {
  const spec = fn.spec;
  switch (spec.arity) {
    case 'none':
      if (args.length !== 0) return countError(I, fn, args, kw, 'no arguments');
      return spec.fn(I, self);
    case 'one':
      if (args.length !== 1 || (kw !== null && kw.length !== 0))
        return countError(I, fn, args, kw, 'exactly one argument');
      return spec.fn(I, self, args[0]!);
    case 'two':
      if (kw !== null && kw.length !== 0) return noKeywords(I, fn);
      if (args.length !== 2) return checkCount(I, fn.name, args.length, 2, 2) as undefined;
      return spec.fn(I, self, args[0]!, args[1]!);
    case 'args':
      if (kw !== null && kw.length !== 0) return noKeywords(I, fn);
      if (args.length < spec.min || (spec.max >= 0 && args.length > spec.max)) {
        return checkCount(I, fn.name, args.length, spec.min, spec.max) as undefined;
      }
      return spec.fn(I, self, args);
    case 'bound': {
      const bound = bindSignature(I, fn.name, qualified(fn), signatureOf(fn, spec.signature), args, kw);
      return bound === undefined ? undefined : spec.fn(I, self, bound);
    }
    case 'raw':
      return spec.fn(I, self, args, kw);
  }
}

function countError(
  I: Interp,
  fn: NativeHolder,
  args: readonly Value[],
  kw: readonly string[] | null,
  takes: string,
): undefined {
  if (kw !== null && kw.length !== 0) return noKeywords(I, fn);
  const given = args.length;
  return typeError(I, `${qualified(fn)}() takes ${takes} (${given} given)`);
}

function noKeywords(I: Interp, fn: NativeHolder): undefined {
  return typeError(I, `${qualified(fn)}() takes no keyword arguments`);
}
