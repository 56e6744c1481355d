/** The Python face of `slice`. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { noArgs, oneArg } from './native.ts';
import type { TypeSpec } from './native.ts';
import { NativeKind } from './frame.ts';
import { PySlice } from './slice.ts';
import { newTuple } from './tuple.ts';
import { resolveSlice } from './slice-bounds.ts';
import { compareSequences } from './sequence-compare.ts';
import { index } from './conversion.ts';
import { reprItems } from './container-repr.ts';
import { hashNotImplemented } from './comparison.ts';
import { addInt, subInt } from '../numeric/int-arith.ts';
import { typeError, valueError, attributeErrorWith } from './raise.ts';

type Int = number | bigint;

/** Makes a slice. */
export function newSlice(I: Interp, start: Value, stop: Value, step: Value): PySlice {
  I.bytesLeft -= 5 * I.memory.pointerBytes;
  return new PySlice(I.types.slice, start, stop, step);
}

/** Start, stop and step of `slice` for a sequence of `length` items, exact for any size of int. May call Python (`__index__`). */
export function sliceIndices(I: Interp, slice: PySlice, length: Int): readonly Int[] | undefined {
  const entry = I.frame;
  const resolved = resolveSlice(I, slice);
  return resolved === undefined ? I.then(entry, INDICES_KIND, [undefined, length]) : indicesOf(I, resolved, length);
}

/** r = [delivered resolved slice, length]. */
export const INDICES_KIND = new NativeKind('slice.indicesOf', (I, f) => indicesOf(I, f.r[0], f.r[1]));

function indicesOf(I: Interp, slice: PySlice, length: Int): readonly Int[] | undefined {
  const step = slice.step === null ? 1 : (slice.step as Int);
  if (step === 0) return valueError(I, 'slice step cannot be zero');
  const low: Int = step > 0 ? 0 : -1;
  const high: Int = step > 0 ? length : subInt(length, 1);
  const clip = (v: Value): Int => {
    let n = v as Int;
    if (n < 0) n = addInt(n, length);
    return n < low ? low : n > high ? high : n;
  };
  const start = slice.start === null ? (step > 0 ? low : high) : clip(slice.start);
  const stop = slice.stop === null ? (step > 0 ? high : low) : clip(slice.stop);
  return [start, stop, step];
}

/** `slice.indices(length)`. */
function indices(I: Interp, slice: PySlice, length: Value): any {
  const entry = I.frame;
  const n = index(I, length);
  return n === undefined ? I.then(entry, LENGTH_KIND, [undefined, slice, 0]) : indicesFor(I, slice, n);
}

/** r = [delivered length, then result, slice, phase]. */
export const LENGTH_KIND = new NativeKind('slice.indices', (I, f) => {
  const r = f.r;
  const delivered = r[0];
  if (r[2] === 1) return delivered;
  r[0] = undefined;
  r[2] = 1;
  return indicesFor(I, r[1], delivered);
});

function indicesFor(I: Interp, slice: PySlice, length: Int): any {
  if (length < 0) return valueError(I, 'length should not be negative');
  const entry = I.frame;
  const parts = sliceIndices(I, slice, length);
  return parts === undefined ? I.then(entry, INDICES_TUPLE_KIND, [undefined]) : newTuple(I, parts);
}

/** r = [delivered start, stop and step]. */
export const INDICES_TUPLE_KIND = new NativeKind('slice.indicesTuple', (I, f) => newTuple(I, f.r[0]));

function construct(I: Interp, _cls: any, args: Value[], kw: readonly string[] | null): any {
  if (kw !== null && kw.length > 0) return typeError(I, 'slice() takes no keyword arguments');
  switch (args.length) {
    case 0:
      return typeError(I, 'slice expected at least 1 argument, got 0');
    case 1:
      return newSlice(I, null, args[0]!, null);
    case 2:
      return newSlice(I, args[0]!, args[1]!, null);
    case 3:
      return newSlice(I, args[0]!, args[1]!, args[2]!);
    default:
      return typeError(I, `slice expected at most 3 arguments, got ${args.length}`);
  }
}

function readonly(I: Interp, self: PySlice): undefined {
  return attributeErrorWith(I, 'readonly attribute', self, '');
}

export const SLICE_SPEC: TypeSpec = {
  name: 'slice',
  isFinal: true,
  slots: {
    new: construct,
    hash: hashNotImplemented,
    repr: (I, s: PySlice) => reprItems(I, s, { items: [s.start, s.stop, s.step] }, 'slice(', ')'),
    compare: (I, op, a, b) => {
      if (!(a instanceof PySlice) || !(b instanceof PySlice)) return I.NotImplemented;
      return compareSequences(I, op, { items: [a.start, a.stop, a.step] }, { items: [b.start, b.stop, b.step] });
    },
    visit: (s: PySlice, visit) => {
      visit(s.start);
      visit(s.stop);
      visit(s.step);
    },
    sizeOf: (I) => 7 * I.memory.pointerBytes,
  },
  methods: {
    indices: oneArg(indices),
    __reduce__: noArgs((I, s: PySlice) => newTuple(I, [I.types.slice, newTuple(I, [s.start, s.stop, s.step])])),
  },
  getset: {
    start: { get: (_I, s: PySlice) => s.start, set: readonly },
    stop: { get: (_I, s: PySlice) => s.stop, set: readonly },
    step: { get: (_I, s: PySlice) => s.step, set: readonly },
  },
  kinds: [INDICES_KIND, LENGTH_KIND, INDICES_TUPLE_KIND],
};
