/** The Python face of `range`: exact for any size of int. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { noArgs, oneArg } from './native.ts';
import type { TypeSpec } from './native.ts';
import { NativeKind } from './frame.ts';
import { PyRange } from './range.ts';
import { PySlice } from './slice.ts';
import { newTuple } from './tuple.ts';
import { argumentKind, indexArgument } from './argument.ts';
import { newRangeIterator } from './iterator-types.ts';
import { isEqual } from './comparison.ts';
import { index, repr } from './conversion.ts';
import { iterNext } from './iteration.ts';
import { sliceIndices } from './slice-type.ts';
import { asInt } from './unwrap.ts';
import { addInt, compareInt, equalInt, floorDivInt, modInt, mulInt, subInt } from '../numeric/int-arith.ts';
import { hashInt, hashTuple } from '../numeric/hash.ts';
import { indexError, overflowError, typeError, valueError, attributeErrorWith } from './raise.ts';
import { typeOf } from './type-of.ts';
import { PyFloat, STOP } from './value.ts';

type Int = number | bigint;

function construct(I: Interp, _cls: any, args: Value[], kw: readonly string[] | null): any {
  if (kw !== null && kw.length > 0) return typeError(I, 'range() takes no keyword arguments');
  return make(I, null, args);
}

/** `args`: one to three of stop | start, stop | start, stop, step. Starts again when an `__index__` was waited for. */
function make(I: Interp, _self: null, args: any[]): any {
  const count = args.length;
  if (count === 0) return typeError(I, 'range expected at least 1 argument, got 0');
  if (count > 3) return typeError(I, `range expected at most 3 arguments, got ${count}`);
  const ints: Int[] = [];
  for (let i = 0; i < count; i++) {
    const n = indexArgument(I, MAKE_KIND, null, args, i);
    if (n === undefined) return undefined;
    ints.push(n);
  }
  if (count === 3 && ints[2] === 0) return valueError(I, 'range() arg 3 must not be zero');
  return newRange(I, count === 1 ? 0 : ints[0]!, count === 1 ? ints[0]! : ints[1]!, count === 3 ? ints[2]! : 1);
}
const MAKE_KIND = argumentKind('range.new', make);

/** Makes a range; `step` must not be zero. */
export function newRange(I: Interp, start: Int, stop: Int, step: Int): PyRange {
  I.bytesLeft -= 6 * I.memory.pointerBytes;
  return new PyRange(I.types.range, start, stop, step);
}

function itemAt(range: PyRange, i: Int): Int {
  return addInt(range.start, mulInt(i, range.step));
}

function getItem(I: Interp, range: PyRange, key: Value): any {
  const n = asInt(key);
  if (n !== undefined) return atIndex(I, range, n);
  const entry = I.frame;
  if (key instanceof PySlice) {
    const parts = sliceIndices(I, key, range.length);
    return parts === undefined ? I.then(entry, SLICED_KIND, [undefined, range]) : sliced(I, range, parts);
  }
  if (typeOf(I, key).slots.index === null)
    return typeError(I, `range indices must be integers or slices, not ${typeOf(I, key).tpName}`);
  const i = index(I, key);
  return i === undefined ? I.then(entry, INDEXED_KIND, [undefined, range]) : atIndex(I, range, i);
}

function atIndex(I: Interp, range: PyRange, i: Int): any {
  const at = i < 0 ? addInt(i, range.length) : i;
  if (at < 0 || at >= range.length) return indexError(I, 'range object index out of range');
  return itemAt(range, at);
}

function sliced(I: Interp, range: PyRange, parts: readonly Int[]): PyRange {
  return newRange(I, itemAt(range, parts[0]!), itemAt(range, parts[1]!), mulInt(parts[2]!, range.step));
}

/** r = [delivered index, range]. */
export const INDEXED_KIND = new NativeKind('range.indexed', (I, f) => atIndex(I, f.r[1], f.r[0]));
/** r = [delivered start, stop and step, range]. */
export const SLICED_KIND = new NativeKind('range.sliced', (I, f) => sliced(I, f.r[1], f.r[0]));

/** Index of int `n`, or -1. */
function positionOf(range: PyRange, n: Int): Int {
  const offset = range.step > 0 ? subInt(n, range.start) : subInt(range.start, n);
  const size = range.step > 0 ? range.step : subInt(0, range.step);
  if (offset < 0 || modInt(offset, size) !== 0) return -1;
  const i = floorDivInt(offset, size);
  return i < range.length ? i : -1;
}

/** The int that `v` equals, undefined if it is no number and has to be compared item by item. */
function exactInt(v: Value): Int | undefined {
  if (typeof v === 'number' || typeof v === 'bigint') return v;
  if (typeof v === 'boolean') return v ? 1 : 0;
  return undefined;
}

const enum Ask {
  CONTAINS,
  INDEX,
  COUNT,
}

function ask(I: Interp, mode: Ask, range: PyRange, v: Value): any {
  const n = exactInt(v);
  if (n !== undefined) return answer(I, mode, range, v, positionOf(range, n), 1);
  // Floats and strings can be decided without looking at the items.
  if (typeof v === 'string' || v === null) return answer(I, mode, range, v, -1, 0);
  if (v.constructor === PyFloat) {
    const x = (v as PyFloat).value;
    if (!Number.isInteger(x)) return answer(I, mode, range, v, -1, 0);
    return answer(I, mode, range, v, positionOf(range, Number.isSafeInteger(x) ? x + 0 : BigInt(x)), 1);
  }
  return I.enter(SEARCH_RANGE_KIND, [undefined, mode, range, v, newRangeIterator(I, range), 0, 0]);
}

function answer(I: Interp, mode: Ask, _range: PyRange, v: Value, at: Int, count: number): any {
  if (mode === Ask.CONTAINS) return at >= 0;
  if (mode === Ask.COUNT) return at >= 0 ? count : 0;
  if (at >= 0) return at;
  const entry = I.frame;
  const text = repr(I, v);
  return text === undefined ? I.then(entry, NOT_IN_RANGE_KIND, [undefined]) : notInRange(I, text, v);
}

function notInRange(I: Interp, text: string, v: Value): undefined {
  return exactInt(v) === undefined
    ? valueError(I, 'sequence.index(x): x not in sequence')
    : valueError(I, `${text} is not in range`);
}

export const NOT_IN_RANGE_KIND = new NativeKind('range.notInRange', (I, f) =>
  valueError(I, `${f.r[0]} is not in range`),
);

/** r = [delivered: does it equal?, mode, range, value, iterator, items seen, count]. */
export const SEARCH_RANGE_KIND = new NativeKind('range.search', (I, f) => {
  const r = f.r;
  let equal = r[0];
  r[0] = undefined;
  for (;;) {
    if (equal === undefined) {
      if (I.ticks < 0) return I.pause(f);
      I.ticks--;
      const item = iterNext(I, r[4]);
      if (item === STOP) {
        if (r[1] === Ask.INDEX) return valueError(I, 'sequence.index(x): x not in sequence');
        return r[1] === Ask.COUNT ? r[6] : false;
      }
      equal = isEqual(I, item, r[3]);
      if (equal === undefined) return undefined;
    }
    if (equal) {
      if (r[1] === Ask.CONTAINS) return true;
      if (r[1] === Ask.INDEX) return r[5];
      r[6]++;
    }
    equal = undefined;
    r[5]++;
  }
});

function readonly(I: Interp, self: PyRange): undefined {
  return attributeErrorWith(I, 'readonly attribute', self, '');
}

export const RANGE_SPEC: TypeSpec = {
  name: 'range',
  isFinal: true,
  slots: {
    new: construct,
    repr: (_I, range: PyRange) =>
      range.step === 1 ? `range(${range.start}, ${range.stop})` : `range(${range.start}, ${range.stop}, ${range.step})`,
    compare: (I, op, a, b) => {
      if (!(a instanceof PyRange) || !(b instanceof PyRange) || (op !== 2 && op !== 3)) return I.NotImplemented;
      let same = equalInt(a.length, b.length);
      if (same && a.length !== 0) {
        same = equalInt(a.start, b.start) && (a.length === 1 || equalInt(a.step, b.step));
      }
      return op === 2 ? same : !same;
    },
    hash: (I, range: PyRange) => {
      const none = I.types.NoneType.slots.hash!(I, null)!;
      const start = range.length === 0 ? none : hashInt(range.start);
      const step = compareInt(range.length, 1) <= 0 ? none : hashInt(range.step);
      return hashTuple([hashInt(range.length), start, step]);
    },
    iter: (I, range: PyRange) => newRangeIterator(I, range),
    bool: (_I, range: PyRange) => range.length !== 0,
    len: (I, range: PyRange) =>
      typeof range.length === 'number'
        ? range.length
        : overflowError(I, 'Python int too large to convert to C ssize_t'),
    getitem: getItem,
    contains: (I, range: PyRange, v) => ask(I, Ask.CONTAINS, range, v),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    count: oneArg((I, range, v) => ask(I, Ask.COUNT, range, v)),
    index: oneArg((I, range, v) => ask(I, Ask.INDEX, range, v)),
    __reversed__: noArgs((I, range: PyRange) => newRangeIterator(I, range, true)),
    __reduce__: noArgs((I, range: PyRange) =>
      newTuple(I, [I.types.range, newTuple(I, [range.start, range.stop, range.step])]),
    ),
  },
  getset: {
    start: { get: (_I, range: PyRange) => range.start, set: readonly },
    stop: { get: (_I, range: PyRange) => range.stop, set: readonly },
    step: { get: (_I, range: PyRange) => range.step, set: readonly },
  },
  kinds: [MAKE_KIND, INDEXED_KIND, SLICED_KIND, NOT_IN_RANGE_KIND, SEARCH_RANGE_KIND],
};
