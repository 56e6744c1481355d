/** `itertools.chain`, `zip_longest`, `islice`, `pairwise` and `accumulate`. */
import type { Interp } from '../objects/interp.ts';
import type { TypeSpec } from '../objects/native.ts';
import { oneArg } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyObject, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';
import { binaryOp, iter, iterNext } from '../objects/protocol.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { asInt } from '../objects/unwrap.ts';
import { IteratorMaker, bindNamed, checkPositional } from './itertools-make.ts';

type R = Value | undefined;

const ADD = 0;
const itself = (_I: Interp, it: Value): Value => it;

// chain

export class PyChain extends PyObject {
  /** Iterator over the iterables; null at the end. */
  source: Value;
  /** The one being read; null between two. */
  active: Value;
  constructor(cls: PyType, source: Value) {
    super(cls);
    this.source = source;
    this.active = null;
  }
}

const CHAIN = new IteratorMaker('itertools.chain.new', (_I, cls, it) => new PyChain(cls, it));

function chainNext(I: Interp, it: PyChain): any {
  if (it.active !== null) {
    const entry = I.frame;
    const v = iterNext(I, it.active);
    if (v === undefined) return I.then(entry, CHAIN_KIND, [undefined, it, 2]);
    if (v !== STOP) return v;
    it.active = null;
  }
  return it.source === null ? STOP : I.enter(CHAIN_KIND, [undefined, it, 0]);
}

/** r = [delivered, chain, phase]: phase 0 gets the next iterable, 1 its iterator, 2 an item. */
const CHAIN_KIND = new NativeKind('itertools.chain', (I: Interp, f: Frame) => {
  const r = f.r;
  const it: PyChain = r[1];
  for (;;) {
    let v = r[0];
    r[0] = undefined;
    if (r[2] === 0) {
      if (v === undefined) {
        if (it.source === null) return STOP;
        if (--I.ticks < 0) return I.pause(f);
        v = iterNext(I, it.source);
        if (v === undefined) return undefined;
      }
      if (v === STOP) {
        it.source = null;
        return STOP;
      }
      r[2] = 1;
      v = iter(I, v);
      if (v === undefined) return undefined;
    }
    if (r[2] === 1) {
      it.active = v;
      r[2] = 2;
      v = iterNext(I, it.active);
      if (v === undefined) return undefined;
    }
    if (v !== STOP) return v;
    it.active = null;
    r[2] = 0;
  }
});

export const CHAIN_SPEC: TypeSpec = {
  name: 'chain',
  module: 'itertools',
  isFinal: true,
  doc: 'chain(*iterables) --> chain object\n\nReturn the elements of the first iterable until it is exhausted, then those of the next.',
  slots: {
    new: (I, cls, args, kw) => {
      if (kw !== null && kw.length > 0) return typeError(I, 'chain() takes no keyword arguments');
      return CHAIN.make(I, cls, newTuple(I, args.slice()), []);
    },
    iter: itself,
    next: chainNext,
    visit: (v: PyChain, visit) => {
      visit(v.source);
      visit(v.active);
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  classMethods: {
    from_iterable: oneArg(
      (I, cls: PyType, iterables) => CHAIN.make(I, cls, iterables, []),
      'Alternative chain() constructor taking a single iterable argument that evaluates lazily.',
    ),
    __class_getitem__: oneArg(
      (I, cls, key) => I.call(I.types.byName.get('types.GenericAlias')!, [cls, key], null),
      'See PEP 585',
    ),
  },
  kinds: [CHAIN.kind, CHAIN_KIND],
};

// zip_longest

export class PyZipLongest extends PyObject {
  /** null where exhausted. */
  readonly sources: Value[];
  readonly fill: Value;
  active: number;
  constructor(cls: PyType, sources: Value[], fill: Value) {
    super(cls);
    this.sources = sources;
    this.fill = fill;
    this.active = sources.length;
  }
}

function zipLongestNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  let count = args.length;
  let fill: Value = null;
  if (kw !== null && kw.length > 0) {
    if (kw.length !== 1 || kw[0] !== 'fillvalue')
      return typeError(I, 'zip_longest() got an unexpected keyword argument');
    count--;
    fill = args[count]!;
  }
  return I.enter(ZIP_NEW_KIND, [undefined, cls, args.slice(0, count), [], fill]);
}

/** r = [delivered iterator, class, iterables, iterators, fill value]. */
const ZIP_NEW_KIND = new NativeKind('itertools.zip_longest.new', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    if (r[0] !== undefined) r[3].push(r[0]);
    r[0] = undefined;
    if (r[3].length === r[2].length) return new PyZipLongest(r[1], r[3], r[4]);
    const it = iter(I, r[2][r[3].length]);
    if (it === undefined) return undefined;
    r[0] = it;
  }
});

/** r = [delivered item or STOP, iterator, items so far]. */
const ZIP_KIND = new NativeKind('itertools.zip_longest', (I: Interp, f: Frame) => {
  const r = f.r;
  const it: PyZipLongest = r[1];
  const row: Value[] = r[2];
  for (;;) {
    let v = r[0];
    r[0] = undefined;
    const at = row.length;
    if (at === it.sources.length) return newTuple(I, row);
    if (it.sources[at] === null) {
      row.push(it.fill);
      continue;
    }
    if (v === undefined) {
      v = iterNext(I, it.sources[at]!);
      if (v === undefined) return undefined;
    }
    if (v === STOP) {
      it.sources[at] = null;
      if (--it.active === 0) return STOP;
      v = it.fill;
    }
    row.push(v);
  }
});

export const ZIP_LONGEST_SPEC: TypeSpec = {
  name: 'zip_longest',
  module: 'itertools',
  isFinal: true,
  doc: 'zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object',
  slots: {
    new: zipLongestNew,
    iter: itself,
    next: (I, it: PyZipLongest) => (it.active === 0 ? STOP : I.enter(ZIP_KIND, [undefined, it, []])),
    visit: (v: PyZipLongest, visit) => {
      v.sources.forEach(visit);
      visit(v.fill);
    },
    sizeOf: (I) => 9 * I.memory.pointerBytes,
  },
  kinds: [ZIP_NEW_KIND, ZIP_KIND],
};

// islice

export class PySliceIterator extends PyObject {
  /** null at the end. */
  source: Value;
  next: number;
  /** -1: none. */
  readonly stop: number;
  readonly step: number;
  taken: number;
  constructor(cls: PyType, source: Value, start: number, stop: number, step: number) {
    super(cls);
    this.source = source;
    this.next = start;
    this.stop = stop;
    this.step = step;
    this.taken = 0;
  }
}

const ISLICE = new IteratorMaker(
  'itertools.islice.new',
  (_I, cls, it, [start, stop, step]) => new PySliceIterator(cls, it, start, stop, step),
);

/** None gives `missing`; undefined: not a whole number in range. */
function bound(v: Value, missing: number): number | undefined {
  if (v === null) return missing;
  const n = asInt(v);
  return n === undefined || n < 0 || n > 9223372036854775807n ? undefined : Number(n);
}

function isliceNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  if (kw !== null && kw.length > 0) return typeError(I, 'islice() takes no keyword arguments');
  if (args.length < 2) return typeError(I, `islice expected at least 2 arguments, got ${args.length}`);
  if (args.length > 4) return typeError(I, `islice expected at most 4 arguments, got ${args.length}`);
  const range = ': 0 <= x <= sys.maxsize.';
  const stop = bound(args.length === 2 ? args[1]! : args[2]!, -1);
  if (stop === undefined) return valueError(I, `Stop argument for islice() must be None or an integer${range}`);
  const start = args.length === 2 ? 0 : bound(args[1]!, 0);
  if (start === undefined) return valueError(I, `Indices for islice() must be None or an integer${range}`);
  const step = args.length < 4 ? 1 : bound(args[3]!, 1);
  if (step === undefined || step < 1) return valueError(I, 'Step for islice() must be a positive integer or None.');
  return ISLICE.make(I, cls, args[0]!, [start, stop, step]);
}

function isliceNext(I: Interp, it: PySliceIterator): any {
  if (it.source === null) return STOP;
  if (it.taken < it.next) return I.enter(ISLICE_KIND, [undefined, it]);
  if (it.stop >= 0 && it.taken >= it.stop) {
    it.source = null;
    return STOP;
  }
  const entry = I.frame;
  const v = iterNext(I, it.source);
  return v === undefined ? I.then(entry, ISLICE_KIND, [undefined, it]) : isliceTake(it, v);
}

/** Counts an item; the item if it is one of the wanted ones, undefined if it is skipped. */
function isliceTake(it: PySliceIterator, v: any): any {
  if (v === STOP) {
    it.source = null;
    return STOP;
  }
  const isWanted = it.taken >= it.next;
  it.taken++;
  if (!isWanted) return undefined;
  it.next += it.step;
  if (it.stop >= 0 && it.next > it.stop) it.next = it.stop;
  return v;
}

/** r = [delivered item or STOP, iterator]. */
const ISLICE_KIND = new NativeKind('itertools.islice', (I: Interp, f: Frame) => {
  const it: PySliceIterator = f.r[1];
  for (;;) {
    let v = f.r[0];
    f.r[0] = undefined;
    if (v === undefined) {
      if (it.source === null) return STOP;
      if (it.stop >= 0 && it.taken >= it.stop && it.taken >= it.next) {
        it.source = null;
        return STOP;
      }
      if (--I.ticks < 0) return I.pause(f);
      v = iterNext(I, it.source);
      if (v === undefined) return undefined;
    }
    const item = isliceTake(it, v);
    if (item !== undefined) return item;
  }
});

export const ISLICE_SPEC: TypeSpec = {
  name: 'islice',
  module: 'itertools',
  isFinal: true,
  doc: 'islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object',
  slots: {
    new: isliceNew,
    iter: itself,
    next: isliceNext,
    visit: (v: PySliceIterator, visit) => visit(v.source),
    sizeOf: (I) => 9 * I.memory.pointerBytes,
  },
  kinds: [ISLICE.kind, ISLICE_KIND],
};

// pairwise

export class PyPairwise extends PyObject {
  source: Value;
  old: Value | undefined;
  constructor(cls: PyType, source: Value) {
    super(cls);
    this.source = source;
    this.old = undefined;
  }
}

const PAIRWISE = new IteratorMaker('itertools.pairwise.new', (_I, cls, it) => new PyPairwise(cls, it));

/** r = [delivered item or STOP, iterator]. */
const PAIRWISE_KIND = new NativeKind('itertools.pairwise', (I: Interp, f: Frame) => {
  const it: PyPairwise = f.r[1];
  for (;;) {
    let v = f.r[0];
    f.r[0] = undefined;
    if (v === undefined) {
      if (it.source === null) return STOP;
      v = iterNext(I, it.source);
      if (v === undefined) return undefined;
    }
    const old = it.old;
    if (v === STOP) {
      it.source = null;
      it.old = undefined;
      return STOP;
    }
    it.old = v;
    if (old !== undefined) return newTuple(I, [old, v]);
  }
});

export const PAIRWISE_SPEC: TypeSpec = {
  name: 'pairwise',
  module: 'itertools',
  isFinal: true,
  doc: 'Return an iterator of overlapping pairs taken from the input iterator.',
  slots: {
    new: (I, cls, args, kw) =>
      checkPositional(I, 'pairwise', args, kw, 1) ? PAIRWISE.make(I, cls, args[0]!, []) : undefined,
    iter: itself,
    next: (I, it: PyPairwise) => (it.source === null ? STOP : I.enter(PAIRWISE_KIND, [undefined, it])),
    visit: (v: PyPairwise, visit) => {
      visit(v.source);
      visit(v.old ?? null);
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  kinds: [PAIRWISE.kind, PAIRWISE_KIND],
};

// accumulate

export class PyAccumulate extends PyObject {
  readonly source: Value;
  /** null: addition. */
  readonly fn: Value;
  total: Value | undefined;
  initial: Value | undefined;
  constructor(cls: PyType, source: Value, fn: Value, initial: Value | undefined) {
    super(cls);
    this.source = source;
    this.fn = fn;
    this.total = undefined;
    this.initial = initial;
  }
}

const ACCUMULATE = new IteratorMaker(
  'itertools.accumulate.new',
  (_I, cls, it, [fn, initial]) => new PyAccumulate(cls, it, fn, initial === null ? undefined : initial),
);

function accumulateNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  const positional = args.length - (kw === null ? 0 : kw.length);
  if (positional > 2) return typeError(I, `accumulate() takes at most 2 positional arguments (${positional} given)`);
  const given = bindNamed(I, 'accumulate', ['iterable', 'func', 'initial'], 1, args, kw);
  return given === undefined ? undefined : ACCUMULATE.make(I, cls, given[0]!, [given[1] ?? null, given[2] ?? null]);
}

/** r = [delivered, iterator, phase]: phase 0 gets an item, 1 the new total. */
const ACCUMULATE_KIND = new NativeKind('itertools.accumulate', (I: Interp, f: Frame) => {
  const r = f.r;
  const it: PyAccumulate = r[1];
  let v = r[0];
  r[0] = undefined;
  if (r[2] === 0) {
    if (v === undefined) {
      v = iterNext(I, it.source);
      if (v === undefined) return undefined;
    }
    if (v === STOP) return STOP;
    if (it.total === undefined) {
      it.total = v;
      return v;
    }
    r[2] = 1;
    v = it.fn === null ? binaryOp(I, ADD, it.total, v) : I.call(it.fn, [it.total, v], null);
    if (v === undefined) return undefined;
  }
  it.total = v;
  return v;
});

export const ACCUMULATE_SPEC: TypeSpec = {
  name: 'accumulate',
  module: 'itertools',
  isFinal: true,
  doc: 'Return series of accumulated sums (or the results of another binary function).',
  slots: {
    new: accumulateNew,
    iter: itself,
    next: (I, it: PyAccumulate) => {
      if (it.initial !== undefined) {
        it.total = it.initial;
        it.initial = undefined;
        return it.total;
      }
      return I.enter(ACCUMULATE_KIND, [undefined, it, 0]);
    },
    visit: (v: PyAccumulate, visit) => {
      visit(v.source);
      visit(v.fn);
      visit(v.total ?? null);
      visit(v.initial ?? null);
    },
    sizeOf: (I) => 8 * I.memory.pointerBytes,
  },
  kinds: [ACCUMULATE.kind, ACCUMULATE_KIND],
};
