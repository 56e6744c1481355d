/**
 * `isinstance` and `issubclass`. Ordinary classes are decided at once from the MRO; `__instancecheck__` and `__subclasscheck__` of
 * metaclasses, tuples and unions go through ONE_OF_KIND, which works off a list of candidates.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { MISSING } from './value.ts';
import type { Value } from './value.ts';
import { PyTuple } from './tuple.ts';
import { PyUnion } from './generic-alias.ts';
import { lookupAttr } from './attribute.ts';
import { callUnbound1 } from './call-special.ts';
import { truth } from './conversion.ts';
import { typeError } from './raise.ts';
import { PyType, isSubtype, lookupInType } from './type.ts';
import { typeOf } from './type-of.ts';

/** Nested tuples that a second argument may have. */
const MAX_NESTING = 100;

/** Returns `isinstance(v, cls)`. May call Python. */
export function isInstance(I: Interp, v: Value, cls: Value): boolean | undefined {
  if (cls instanceof PyType) {
    const type = typeOf(I, v);
    if (type === cls) return true;
    if (cls.cls === I.types.type) {
      if (isSubtype(type, cls)) return true;
      // A class that lies about itself through `__class__` is rare: only then is it asked.
      return type.hasPlainGetattr && lookupInType(type, '__class__') === lookupInType(I.types.object, '__class__')
        ? false
        : defaultInstanceCheck(I, v, cls);
    }
  }
  return check(I, v, cls, true);
}

/** Returns `issubclass(sub, cls)`. May call Python. */
export function isSubclass(I: Interp, sub: Value, cls: Value): boolean | undefined {
  if (cls instanceof PyType && cls.cls === I.types.type && sub instanceof PyType) return isSubtype(sub, cls);
  return check(I, sub, cls, false);
}

function check(I: Interp, v: Value, cls: Value, isInstanceCheck: boolean): boolean | undefined {
  if (cls instanceof PyTuple || cls instanceof PyUnion) {
    const candidates: Value[] = [];
    const invalid = collect(I, cls, candidates, 0, isInstanceCheck);
    if (invalid === undefined) return undefined;
    return I.enter(ONE_OF_KIND, [undefined, v, candidates, 0, isInstanceCheck]);
  }
  return checkOne(I, v, cls, isInstanceCheck);
}

/** Flattens tuples and unions, in order. */
function collect(I: Interp, cls: Value, out: Value[], depth: number, isInstanceCheck: boolean): true | undefined {
  if (depth > MAX_NESTING) {
    const where = isInstanceCheck ? 'in __instancecheck__' : 'in __subclasscheck__';
    return I.raiseNew(I.types.exceptions.RecursionError!, `maximum recursion depth exceeded ${where}`);
  }
  if (!(cls instanceof PyTuple) && !(cls instanceof PyUnion)) {
    out.push(cls);
    return true;
  }
  const items = cls instanceof PyTuple ? cls.items : cls.args;
  for (const item of items) {
    if (cls instanceof PyUnion && item === null) out.push(I.types.NoneType);
    else if (collect(I, item, out, depth + 1, isInstanceCheck) === undefined) return undefined;
  }
  return true;
}

/** r = [delivered, value, candidates, next index, is it isinstance]. */
export const ONE_OF_KIND = new NativeKind('objects.oneOf', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    let answer = r[0];
    r[0] = undefined;
    if (answer === undefined) {
      if (r[3] >= r[2].length) return false;
      answer = checkOne(I, r[1], r[2][r[3]++], r[4]);
      if (answer === undefined) return undefined;
    }
    if (answer) return true;
  }
});

function checkOne(I: Interp, v: Value, cls: Value, isInstanceCheck: boolean): boolean | undefined {
  const meta = typeOf(I, cls);
  if (meta === I.types.type)
    return isInstanceCheck ? defaultInstanceCheck(I, v, cls as PyType) : defaultSubclassCheck(I, v, cls);
  if (isInstanceCheck && typeOf(I, v) === cls) return true;
  const fn = lookupInType(meta, isInstanceCheck ? '__instancecheck__' : '__subclasscheck__');
  if (fn === undefined) return isInstanceCheck ? defaultInstanceCheck(I, v, cls) : defaultSubclassCheck(I, v, cls);
  const entry = I.frame;
  const answer = callUnbound1(I, fn, cls, v);
  return answer === undefined ? I.then(entry, CHECK_TRUTH_KIND, [undefined, 0]) : truth(I, answer);
}

/** r = [delivered, phase]: truth of what a check answered. */
export const CHECK_TRUTH_KIND = new NativeKind('objects.checkTruth', (I: Interp, f: Frame) => {
  if (f.r[1] === 1) return f.r[0];
  f.r[1] = 1;
  const answer = f.r[0];
  f.r[0] = undefined;
  return truth(I, answer);
});

/** `type.__instancecheck__`: the real type first, then what `__class__` claims. */
export function defaultInstanceCheck(I: Interp, v: Value, cls: Value): boolean | undefined {
  if (cls instanceof PyType) {
    const type = typeOf(I, v);
    if (isSubtype(type, cls)) return true;
    const entry = I.frame;
    const claimed = lookupAttr(I, v, '__class__');
    if (claimed === undefined) return I.then(entry, CLAIMED_CLASS_KIND, [undefined, cls]);
    return claimed instanceof PyType && claimed !== type && isSubtype(claimed, cls);
  }
  return checkByBases(I, v, cls, true);
}

/** r = [delivered `__class__`, class]. */
export const CLAIMED_CLASS_KIND = new NativeKind('objects.claimedClass', (_I: Interp, f: Frame) => {
  const claimed = f.r[0];
  return claimed instanceof PyType && isSubtype(claimed, f.r[1]);
});

/** `type.__subclasscheck__`. */
export function defaultSubclassCheck(I: Interp, sub: Value, cls: Value): boolean | undefined {
  if (sub instanceof PyType && cls instanceof PyType) return isSubtype(sub, cls);
  return checkByBases(I, sub, cls, false);
}

/**
 * Objects that are no types may stand for classes by having `__bases__`; anything else is the error this mostly makes. Only the error and
 * a native `__bases__` tuple are served here: the objects in question are instances of Python proxies, which no library of ours has.
 */
function checkByBases(I: Interp, v: Value, cls: Value, isInstanceCheck: boolean): boolean | undefined {
  if (isInstanceCheck) {
    return cls instanceof PyType
      ? false
      : typeError(I, 'isinstance() arg 2 must be a type, a tuple of types, or a union');
  }
  if (!(v instanceof PyType)) {
    const entry = I.frame;
    const bases = lookupAttr(I, v, '__bases__');
    if (bases === undefined) return I.then(entry, NO_BASES_KIND, [undefined]);
    if (!(bases instanceof PyTuple) || bases === (MISSING as unknown))
      return typeError(I, 'issubclass() arg 1 must be a class');
    return bases.items.some(
      (base) => base === cls || (base instanceof PyType && cls instanceof PyType && isSubtype(base, cls)),
    );
  }
  return typeError(I, 'issubclass() arg 2 must be a class, a tuple of classes, or a union');
}

/** A suspended `__bases__` look-up: what came is not a class. */
export const NO_BASES_KIND = new NativeKind('objects.noBases', (I: Interp) =>
  typeError(I, 'issubclass() arg 1 must be a class'),
);
