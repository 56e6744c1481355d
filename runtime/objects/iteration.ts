/** `iter`, `next` and `in`, and the slots that Python classes have for them. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { PyException } from './exception.ts';
import { STOP } from './value.ts';
import type { Value } from './value.ts';
import { callUnbound0, callUnbound1, lookupSpecial } from './call-special.ts';
import { truth } from './conversion.ts';
import { sameOrEqual } from './comparison.ts';
import { pythonGetItem } from './subscript.ts';
import { newSequenceIterator } from './sequence-iterator.ts';
import { typeError } from './raise.ts';
import { isSubtype } from './type.ts';
import { typeName, typeOf } from './type-of.ts';

type R = Value | undefined;

/** Returns `iter(v)`. May call Python. @raises TypeError (Python) "'X' object is not iterable". */
export function iter(I: Interp, v: Value): R {
  const type = typeOf(I, v);
  const slot = type.slots.iter;
  if (slot !== null) return slot(I, v);
  if (type.slots.getitem === pythonGetItem) return newSequenceIterator(I, v);
  return typeError(I, `'${type.tpName}' object is not iterable`);
}

/** Slot `iter` of Python classes: `__iter__`. None there forbids iteration. */
export function pythonIter(I: Interp, v: Value): R {
  const fn = lookupSpecial(I, v, '__iter__')!;
  if (fn === null) return typeError(I, `'${typeName(I, v)}' object is not iterable`);
  const entry = I.frame;
  const result = callUnbound0(I, fn, v);
  return result === undefined ? I.then(entry, ITER_RESULT_KIND, [undefined]) : iterResult(I, result);
}

/** r = [delivered]. */
export const ITER_RESULT_KIND = new NativeKind('objects.iterResult', (I: Interp, f: Frame) => iterResult(I, f.r[0]));

function iterResult(I: Interp, v: Value): R {
  return typeOf(I, v).slots.next !== null
    ? v
    : typeError(I, `iter() returned non-iterator of type '${typeName(I, v)}'`);
}

/**
 * Returns the next value of an iterator, STOP when it is exhausted, undefined when it raised or suspended (then STOP may be delivered).
 * @raises TypeError (Python) "'X' object is not an iterator".
 */
export function iterNext(I: Interp, it: Value): any {
  const type = typeOf(I, it);
  const slot = type.slots.next;
  return slot === null ? typeError(I, `'${type.tpName}' object is not an iterator`) : slot(I, it);
}

/** Slot `next` of Python classes: `__next__`, its StopIteration turned into STOP. */
export function pythonNext(I: Interp, it: Value): any {
  const entry = I.frame;
  const result = callUnbound0(I, lookupSpecial(I, it, '__next__')!, it);
  if (result !== undefined) return result;
  if (I.exc !== null) return stopInsteadOf(I, I.exc);
  return I.then(entry, NEXT_RESULT_KIND, [undefined]);
}

function stopInsteadOf(I: Interp, exc: PyException): any {
  if (!isSubtype(exc.cls, I.types.exceptions.StopIteration!)) return undefined;
  I.exc = null;
  I.stopValue = exc.fields![0] ?? null;
  return STOP;
}

/** r = [delivered]: passes a value on; StopIteration becomes STOP. */
export const NEXT_RESULT_KIND = new NativeKind(
  'objects.nextResult',
  (_I: Interp, f: Frame) => f.r[0],
  (I: Interp, _f: Frame, exc: PyException) => stopInsteadOf(I, exc),
);

/** Returns `item in v`. May call Python. */
export function contains(I: Interp, v: Value, item: Value): boolean | undefined {
  const type = typeOf(I, v);
  const slot = type.slots.contains;
  if (slot !== null) return slot(I, v, item);
  const entry = I.frame;
  const it = iter(I, v);
  if (it === undefined) {
    if (I.exc === null) return I.then(entry, CONTAINS_KIND, [undefined, v, item, 0]);
    return notAContainer(I, I.exc, v);
  }
  return I.enter(CONTAINS_KIND, [undefined, it, item, 1]);
}

/** A TypeError from `iter()` is told as one about `in`. */
function notAContainer(I: Interp, exc: PyException, v: Value): undefined {
  if (!isSubtype(exc.cls, I.types.exceptions.TypeError!)) return undefined;
  I.exc = null;
  return typeError(I, `argument of type '${typeName(I, v)}' is not iterable`);
}

/**
 * r = [delivered, iterator, item, phase]: phase 0 gets the iterator (r[1] is the container until then), 1 the next value, 2 the outcome of a
 * comparison.
 */
export const CONTAINS_KIND = new NativeKind(
  'objects.contains',
  searchIterator,
  (I: Interp, f: Frame, exc: PyException) => (f.r[3] === 0 ? notAContainer(I, exc, f.r[1]) : undefined),
);

function searchIterator(I: Interp, f: Frame): any {
  const r = f.r;
  let isUnderWay = false;
  for (;;) {
    const delivered = r[0];
    r[0] = undefined;
    if (r[3] === 0) {
      r[1] = delivered;
      r[3] = 1;
      continue;
    }
    let equal: boolean | undefined;
    if (r[3] === 1) {
      // At least one item between two pauses.
      if (delivered === undefined && --I.ticks < 0 && isUnderWay) return I.pause(f);
      isUnderWay = true;
      const value = delivered === undefined ? iterNext(I, r[1]) : delivered;
      if (value === undefined) return undefined;
      if (value === STOP) return false;
      r[3] = 2;
      equal = sameOrEqual(I, value, r[2]);
      if (equal === undefined) return undefined;
    } else equal = delivered;
    if (equal) return true;
    r[3] = 1;
  }
}

/** Slot `contains` of Python classes: `__contains__`. None there forbids it. */
export function pythonContains(I: Interp, v: Value, item: Value): boolean | undefined {
  const fn = lookupSpecial(I, v, '__contains__')!;
  if (fn === null) return typeError(I, `'${typeName(I, v)}' object is not a container`);
  const entry = I.frame;
  const result = callUnbound1(I, fn, v, item);
  return result === undefined ? I.then(entry, TRUTH_KIND, [undefined, 0]) : truth(I, result);
}

/** r = [delivered, phase]: the truth of what was delivered. */
export const TRUTH_KIND = new NativeKind('objects.truth', (I: Interp, f: Frame) => {
  if (f.r[1] === 1) return f.r[0];
  const v = f.r[0];
  f.r[0] = undefined;
  f.r[1] = 1;
  return truth(I, v);
});
