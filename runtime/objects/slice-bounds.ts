/**
 * From a slice and a length to positions: for every sequence type. `resolveSlice` makes the three parts ints (it may call `__index__`),
 * `sliceBounds` clips them to a length, which must be read after that call, since `__index__` may change the sequence.
 */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import { PySlice } from './slice.ts';
import { asInt } from './unwrap.ts';
import { raiseNamed, typeError, valueError } from './raise.ts';
import { typeOf } from './type-of.ts';

/** Positions start, start + step, ... , `count` of them. `stop` is clipped as `slice.indices` has it. */
export interface SliceBounds {
  start: number;
  stop: number;
  step: number;
  count: number;
}

/** Beyond any index: big ints in slices are clipped to it. */
const FAR = Number.MAX_SAFE_INTEGER;

/**
 * Returns a slice like `slice` whose parts are ints or None; usually `slice` itself. May call Python.
 * @raises TypeError (Python) for a part that is neither and has no `__index__`.
 */
export function resolveSlice(I: Interp, slice: PySlice): PySlice | undefined {
  if (isPlain(slice.start) && isPlain(slice.stop) && isPlain(slice.step)) return slice;
  return I.enter(RESOLVE_KIND, [undefined, slice, 0, null, null, null]);
}

function isPlain(v: Value): boolean {
  return v === null || typeof v === 'number' || typeof v === 'bigint';
}

/** r = [delivered, slice, next part, start, stop, step]. */
export const RESOLVE_KIND = new NativeKind('slice.resolve', (I, f) => {
  const r = f.r;
  const slice: PySlice = r[1];
  for (;;) {
    const delivered = r[0];
    r[0] = undefined;
    if (delivered !== undefined) r[3 + r[2]++] = delivered;
    // Step first, as CPython evaluates them.
    if (r[2] === 3) return new PySlice(slice.cls, r[4], r[5], r[3]);
    const part = r[2] === 0 ? slice.step : r[2] === 1 ? slice.start : slice.stop;
    if (part === null) {
      r[2]++;
      continue;
    }
    const n = asInt(part);
    if (n !== undefined) {
      r[0] = n;
      continue;
    }
    const slot = typeOf(I, part).slots.index;
    if (slot === null) return typeError(I, 'slice indices must be integers or None or have an __index__ method');
    const v = slot(I, part);
    if (v === undefined) return undefined;
    r[0] = v;
  }
});

/** Clips a resolved slice to `length`. undefined: ValueError raised, the step is zero. */
export function sliceBounds(I: Interp, slice: PySlice, length: number): SliceBounds | undefined {
  const step = slice.step === null ? 1 : clip(slice.step);
  if (step === 0) return valueError(I, 'slice step cannot be zero');
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? length : length - 1;
  const start = slice.start === null ? (step > 0 ? low : high) : position(slice.start, length, low, high);
  const stop = slice.stop === null ? (step > 0 ? high : low) : position(slice.stop, length, low, high);
  let count = 0;
  if (step > 0) {
    if (start < stop) count = Math.floor((stop - start - 1) / step) + 1;
  } else if (stop < start) count = Math.floor((start - stop - 1) / -step) + 1;
  return { start, stop, step, count };
}

function clip(v: Value): number {
  if (typeof v === 'number') return v;
  return (v as bigint) > 0n ? FAR : -FAR;
}

function position(v: Value, length: number, low: number, high: number): number {
  let n = clip(v);
  if (n < 0) n += length;
  return n < low ? low : n > high ? high : n;
}

/** An int as an index; undefined: IndexError raised since no index of a machine word is that large. */
export function wordIndex(I: Interp, n: number | bigint): number | undefined {
  if (typeof n === 'number' && (I.memory.pointerBytes === 8 || (n >= -0x80000000 && n <= 0x7fffffff))) return n;
  if (typeof n === 'bigint' && I.memory.pointerBytes === 8 && BigInt.asIntN(64, n) === n) return n > 0n ? FAR : -FAR;
  return raiseNamed(I, 'IndexError', "cannot fit 'int' into an index-sized integer");
}

export const SLICE_BOUNDS_KINDS = [RESOLVE_KIND];
