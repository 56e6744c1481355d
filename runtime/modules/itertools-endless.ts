/** `itertools.count`, `cycle` and `repeat`. */
import type { Interp } from '../objects/interp.ts';
import type { TypeSpec } from '../objects/native.ts';
import { noArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyObject, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';
import { chargeGrowth } from '../objects/growth.ts';
import { binaryOp, index, iterNext } from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import { joinParts } from '../objects/text-parts.ts';
import { sizeOfInt } from '../objects/argument.ts';
import { newTuple } from '../objects/tuple.ts';
import { typeOf } from '../objects/type-of.ts';
import { IteratorMaker, bindNamed, checkPositional } from './itertools-make.ts';

type R = Value | undefined;

const ADD = 0;
const itself = (_I: Interp, it: Value): Value => it;

// count

export class PyCount extends PyObject {
  value: Value;
  readonly step: Value;
  constructor(cls: PyType, value: Value, step: Value) {
    super(cls);
    this.value = value;
    this.step = step;
  }
}

function isNumber(I: Interp, v: Value): boolean {
  const slots = typeOf(I, v).slots;
  return slots.index !== null || slots.int !== null || slots.float !== null || typeOf(I, v) === I.types.complex;
}

function countNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  const given = bindNamed(I, 'count', ['start', 'step'], 0, args, kw);
  if (given === undefined) return undefined;
  const [start = 0, step = 1] = given;
  if (!isNumber(I, start) || !isNumber(I, step)) return typeError(I, 'a number is required');
  return new PyCount(cls, start, step);
}

function countNext(I: Interp, it: PyCount): R {
  const value = it.value;
  if (typeof value === 'number' && typeof it.step === 'number') {
    const sum = value + it.step;
    if (sum >= -Number.MAX_SAFE_INTEGER && sum <= Number.MAX_SAFE_INTEGER) {
      it.value = sum;
      return value;
    }
  }
  const entry = I.frame;
  const sum = binaryOp(I, ADD, value, it.step);
  if (sum === undefined) return I.then(entry, COUNT_KIND, [undefined, it, value]);
  it.value = sum;
  return value;
}

/** r = [delivered next value, iterator, value to return]. */
const COUNT_KIND = new NativeKind('itertools.count', (_I: Interp, f: Frame) => {
  f.r[1].value = f.r[0];
  return f.r[2];
});

export const COUNT_SPEC: TypeSpec = {
  name: 'count',
  module: 'itertools',
  isFinal: true,
  doc: 'Return a count object whose .__next__() method returns consecutive values.',
  slots: {
    new: countNew,
    iter: itself,
    next: countNext,
    repr: (I, v: PyCount) =>
      v.step === 1
        ? joinParts(I, ['count(', ['repr', v.value], ')'])
        : joinParts(I, ['count(', ['repr', v.value], ', ', ['repr', v.step], ')']),
    visit: (v: PyCount, visit) => {
      visit(v.value);
      visit(v.step);
    },
    sizeOf: (I) => 7 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, v: PyCount) =>
      newTuple(I, [v.cls, newTuple(I, v.step === 1 ? [v.value] : [v.value, v.step])]),
    ),
  },
  kinds: [COUNT_KIND],
};

// repeat

export class PyRepeat extends PyObject {
  readonly object: Value;
  /** -1: for ever. */
  left: number;
  constructor(cls: PyType, object: Value, left: number) {
    super(cls);
    this.object = object;
    this.left = left;
  }
}

function repeatNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  const given = bindNamed(I, 'repeat', ['object', 'times'], 1, args, kw);
  if (given === undefined) return undefined;
  const times = given[1];
  if (times === undefined) return new PyRepeat(cls, given[0]!, -1);
  const entry = I.frame;
  const n = index(I, times);
  return n === undefined ? I.then(entry, REPEAT_KIND, [undefined, cls, given[0]]) : makeRepeat(I, cls, given[0]!, n);
}

/** r = [delivered times, class, object]. */
const REPEAT_KIND = new NativeKind('itertools.repeat', (I: Interp, f: Frame) => makeRepeat(I, f.r[1], f.r[2], f.r[0]));

function makeRepeat(I: Interp, cls: PyType, object: Value, times: number | bigint): R {
  const n = sizeOfInt(I, times);
  return n === undefined ? undefined : new PyRepeat(cls, object, Math.max(0, n));
}

export const REPEAT_SPEC: TypeSpec = {
  name: 'repeat',
  module: 'itertools',
  isFinal: true,
  doc: 'repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.',
  slots: {
    new: repeatNew,
    iter: itself,
    next: (_I, it: PyRepeat) => {
      if (it.left === 0) return STOP;
      if (it.left > 0) it.left--;
      return it.object;
    },
    repr: (I, v: PyRepeat) => joinParts(I, ['repeat(', ['repr', v.object], v.left < 0 ? ')' : `, ${v.left})`]),
    visit: (v: PyRepeat, visit) => visit(v.object),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    __length_hint__: noArgs((I, v: PyRepeat) => (v.left < 0 ? typeError(I, 'len() of unsized object') : v.left)),
    __reduce__: noArgs((I, v: PyRepeat) =>
      newTuple(I, [v.cls, newTuple(I, v.left < 0 ? [v.object] : [v.object, v.left])]),
    ),
  },
  kinds: [REPEAT_KIND],
};

// cycle

export class PyCycle extends PyObject {
  /** null once it is exhausted and the saved items go round. */
  source: Value;
  readonly saved: Value[];
  at: number;
  constructor(cls: PyType, source: Value) {
    super(cls);
    this.source = source;
    this.saved = [];
    this.at = 0;
  }
}

const CYCLE = new IteratorMaker('itertools.cycle.new', (_I, cls, it) => new PyCycle(cls, it));

function cycleNext(I: Interp, it: PyCycle): any {
  if (it.source !== null) {
    const entry = I.frame;
    const v = iterNext(I, it.source);
    return v === undefined ? I.then(entry, CYCLE_KIND, [undefined, it]) : cycleTake(I, it, v);
  }
  return cycleSaved(it);
}

/** r = [delivered item or STOP, iterator]. */
const CYCLE_KIND = new NativeKind('itertools.cycle', (I: Interp, f: Frame) => cycleTake(I, f.r[1], f.r[0]));

function cycleTake(I: Interp, it: PyCycle, v: any): any {
  if (v === STOP) {
    it.source = null;
    return cycleSaved(it);
  }
  const count = it.saved.length;
  // Counted in steps of a power of two, as an array grows.
  if ((count & (count - 1)) === 0 && !chargeGrowth(I, Math.max(count, 4) * I.memory.pointerBytes)) return undefined;
  it.saved.push(v);
  return v;
}

function cycleSaved(it: PyCycle): any {
  if (it.saved.length === 0) return STOP;
  const item = it.saved[it.at]!;
  it.at = it.at + 1 === it.saved.length ? 0 : it.at + 1;
  return item;
}

export const CYCLE_SPEC: TypeSpec = {
  name: 'cycle',
  module: 'itertools',
  isFinal: true,
  doc: 'Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.',
  slots: {
    new: (I, cls, args, kw) =>
      checkPositional(I, 'cycle', args, kw, 1) ? CYCLE.make(I, cls, args[0]!, []) : undefined,
    iter: itself,
    next: cycleNext,
    visit: (v: PyCycle, visit) => {
      visit(v.source);
      v.saved.forEach(visit);
    },
    sizeOf: (I, v: PyCycle) => (8 + v.saved.length) * I.memory.pointerBytes,
  },
  kinds: [CYCLE.kind, CYCLE_KIND],
};
