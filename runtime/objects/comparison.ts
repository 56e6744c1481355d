/**
 * Rich comparison, `==` with the identity shortcut, and hash.
 *
 * As in arithmetic.ts, native `compare` slots answer NotImplemented only at once; Python classes have `pythonCompare` in the slot, and the
 * attempts on such operands are worked off by COMPARE_KIND.
 */
import { COMPARE_OPERATORS } from '../bytecode/opcode.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import type { Value } from './value.ts';
import { callUnbound0, callUnbound1, lookupSpecial } from './call-special.ts';
import { asInt } from './unwrap.ts';
import { typeError } from './raise.ts';
import { isSubtype, lookupInType } from './type.ts';
import { typeOf } from './type-of.ts';
import { truth } from './conversion.ts';

type R = Value | undefined;

export const enum Compare {
  LT,
  LE,
  EQ,
  NE,
  GT,
  GE,
}

/** In the order of COMPARE_OPERATORS. */
export const COMPARE_METHODS = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;
/** The operator that asks the same of swapped operands. */
export const SWAPPED: readonly number[] = [Compare.GT, Compare.GE, Compare.EQ, Compare.NE, Compare.LT, Compare.LE];

/** Attempts, two bits each, the next one lowest: a's slot, b's slot with the swapped operator. */
const ASK_A = 1;
const ASK_B = 2;

/**
 * Returns `a op b`, usually a bool; `op` is an index into COMPARE_OPERATORS. May call Python.
 * @raises TypeError (Python) if the operands have no such order.
 */
export function compare(I: Interp, op: number, a: Value, b: Value): R {
  if (typeof a === 'number' && typeof b === 'number') {
    switch (op) {
      case Compare.LT:
        return a < b;
      case Compare.LE:
        return a <= b;
      case Compare.EQ:
        return a === b;
      case Compare.NE:
        return a !== b;
      case Compare.GT:
        return a > b;
      case Compare.GE:
        return a >= b;
    }
  }
  if (typeof a === 'string' && typeof b === 'string') {
    if (op === Compare.EQ) return a === b;
    if (op === Compare.NE) return a !== b;
  }
  const ta = typeOf(I, a);
  const tb = typeOf(I, b);
  const slotA = ta.slots.compare!;
  if (ta === tb && slotA !== pythonCompare && slotA !== compareIdentity) {
    const result = slotA(I, op, a, b);
    return result === I.NotImplemented ? compareDefault(I, op, a, b) : result;
  }
  const plan = ta !== tb && isSubtype(tb, ta) ? ASK_B | (ASK_A << 2) : ASK_A | (ASK_B << 2);
  return runCompare(I, op, a, b, plan);
}

function runCompare(I: Interp, op: number, a: Value, b: Value, plan: number): R {
  while (plan !== 0) {
    const attempt = plan & 3;
    plan >>= 2;
    const entry = I.frame;
    const result =
      attempt === ASK_A ? typeOf(I, a).slots.compare!(I, op, a, b) : typeOf(I, b).slots.compare!(I, SWAPPED[op]!, b, a);
    if (result === undefined) {
      if (I.exc !== null) return undefined;
      return I.then(entry, COMPARE_KIND, [undefined, op, a, b, plan]);
    }
    if (result !== I.NotImplemented) return result;
  }
  return compareDefault(I, op, a, b);
}

/** r = [delivered, op, a, b, remaining attempts]. */
export const COMPARE_KIND = new NativeKind('objects.compare', (I: Interp, f: Frame) => {
  const result = f.r[0];
  return result === I.NotImplemented ? runCompare(I, f.r[1], f.r[2], f.r[3], f.r[4]) : result;
});

function compareDefault(I: Interp, op: number, a: Value, b: Value): boolean | undefined {
  if (op === Compare.EQ) return isSame(a, b);
  if (op === Compare.NE) return !isSame(a, b);
  const text = COMPARE_OPERATORS[op]!;
  return typeError(
    I,
    `'${text}' not supported between instances of '${typeOf(I, a).tpName}' and '${typeOf(I, b).tpName}'`,
  );
}

/** `a is b`: ints and strs are the same when they are equal, since the host gives them no identity. */
export function isSame(a: Value, b: Value): boolean {
  return a === b;
}

/** Slot `compare` of object: `==` is identity, `!=` the opposite of what `==` says, no order. */
export function compareIdentity(I: Interp, op: number, a: Value, b: Value): R {
  if (op === Compare.EQ) return isSame(a, b) ? true : I.NotImplemented;
  if (op !== Compare.NE) return I.NotImplemented;
  const entry = I.frame;
  const result = typeOf(I, a).slots.compare!(I, Compare.EQ, a, b);
  if (result === undefined) return I.then(entry, NOT_EQUAL_KIND, [undefined, 0]);
  if (typeof result === 'boolean') return !result;
  return result === I.NotImplemented ? result : I.enter(NOT_EQUAL_KIND, [undefined, 1, result]);
}

/** r = [delivered, phase, value]: inverts what `__eq__` answered; phase 0 gets the answer, 1 asks for its truth, 2 gets that. */
export const NOT_EQUAL_KIND = new NativeKind('objects.notEqual', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[1] === 0) {
    if (r[0] === I.NotImplemented) return r[0];
    r[2] = r[0];
    r[0] = undefined;
    r[1] = 1;
  }
  if (r[1] === 1) {
    r[1] = 2;
    const t = truth(I, r[2]);
    return t === undefined ? undefined : !t;
  }
  return !r[0];
});

/** Slot `compare` of Python classes. */
export function pythonCompare(I: Interp, op: number, a: Value, b: Value): R {
  const fn = lookupInType(typeOf(I, a), COMPARE_METHODS[op]!);
  return fn === undefined ? I.NotImplemented : callUnbound1(I, fn, a, b);
}

/** r = [delivered]: truth of what a comparison answered. */
export const EQUAL_TRUTH_KIND = new NativeKind('objects.equalTruth', (I: Interp, f: Frame) => {
  const v = f.r[0];
  return typeof v === 'boolean' ? v : truth(I, v);
});

/** Returns `bool(a == b)`. May call Python. */
export function isEqual(I: Interp, a: Value, b: Value): boolean | undefined {
  const entry = I.frame;
  const result = compare(I, Compare.EQ, a, b);
  if (typeof result === 'boolean') return result;
  if (result === undefined) return I.then(entry, EQUAL_TRUTH_KIND, [undefined]);
  return truth(I, result);
}

/** Returns `a is b or bool(a == b)`: how containers look for an item. May call Python. */
export function sameOrEqual(I: Interp, a: Value, b: Value): boolean | undefined {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') return false;
  if (typeof a === 'string' && typeof b === 'string') return false;
  return isEqual(I, a, b);
}

/** Returns `hash(v)`. May call Python. @raises TypeError (Python) "unhashable type". */
export function hash(I: Interp, v: Value): number | bigint | undefined {
  return typeOf(I, v).slots.hash!(I, v);
}

/** Slot `hash` of unhashable types. */
export function hashNotImplemented(I: Interp, v: Value): undefined {
  return typeError(I, `unhashable type: '${typeOf(I, v).tpName}'`);
}

/** Slot `hash` of Python classes with a `__hash__` of their own. */
export function pythonHash(I: Interp, v: Value): number | bigint | undefined {
  const fn = lookupSpecial(I, v, '__hash__');
  if (fn === undefined || fn === null) return hashNotImplemented(I, v);
  const entry = I.frame;
  const result = callUnbound0(I, fn, v);
  return result === undefined ? I.then(entry, HASH_RESULT_KIND, [undefined]) : hashResult(I, result);
}

/** r = [delivered]: the int that a `__hash__` returned, as a hash. */
export const HASH_RESULT_KIND = new NativeKind('objects.hashResult', (I: Interp, f: Frame) => hashResult(I, f.r[0]));

function hashResult(I: Interp, v: Value): number | bigint | undefined {
  const n = asInt(v);
  if (n === undefined) return typeError(I, '__hash__ method should return an integer');
  // What fits a machine word is taken as it is, anything else hashes as an int does.
  const bits = I.memory.pointerBytes * 8;
  const fits =
    typeof n === 'number' ? bits === 64 || (n >= -2147483648 && n <= 2147483647) : BigInt.asIntN(bits, n) === n;
  if (!fits) return I.types.int.slots.hash!(I, n) as number | bigint;
  return n === -1 ? -2 : n;
}
