/** `itertools.product`, `permutations`, `combinations` and `combinations_with_replacement`: the pools are read at once, the rest is arithmetic. */
import type { Interp } from '../objects/interp.ts';
import type { TypeSpec } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyObject, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';
import { collectItems } from '../objects/collect.ts';
import { chargeGrowth } from '../objects/growth.ts';
import { index } from '../objects/protocol.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { sizeOfInt } from '../objects/argument.ts';
import { asInt } from '../objects/unwrap.ts';
import { bindNamed } from './itertools-make.ts';

type R = Value | undefined;

const itself = (_I: Interp, it: Value): Value => it;

/** Charges a tuple of `length` items. */
function admit(I: Interp, length: number): boolean {
  I.ticks -= length >> 3;
  return chargeGrowth(I, (5 + length) * I.memory.pointerBytes);
}

// product

export class PyProduct extends PyObject {
  readonly pools: readonly (readonly Value[])[];
  /** Positions of the row handed out last; null before the first. */
  at: number[] | null;
  isOver: boolean;
  constructor(cls: PyType, pools: readonly (readonly Value[])[]) {
    super(cls);
    this.pools = pools;
    this.at = null;
    this.isOver = pools.some((pool) => pool.length === 0);
  }
}

function productNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  const count = args.length - (kw === null ? 0 : kw.length);
  let repeat: Value = 1;
  if (kw !== null && kw.length > 0) {
    if (kw.length > 1 || kw[0] !== 'repeat') {
      return typeError(I, `'${kw.find((name) => name !== 'repeat')}' is an invalid keyword argument for product()`);
    }
    repeat = args[count]!;
  }
  const entry = I.frame;
  const n = index(I, repeat);
  if (n === undefined) return I.then(entry, PRODUCT_REPEAT_KIND, [undefined, cls, args.slice(0, count), 0]);
  return readPools(I, cls, args.slice(0, count), n);
}

/** r = [delivered repeat, class, iterables, phase]. */
const PRODUCT_REPEAT_KIND = new NativeKind('itertools.product.repeat', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[3] === 1) return r[0];
  r[3] = 1;
  const n = r[0];
  r[0] = undefined;
  return readPools(I, r[1], r[2], n);
});

function readPools(I: Interp, cls: PyType, iterables: Value[], repeat: number | bigint): R {
  const n = sizeOfInt(I, repeat);
  if (n === undefined) return undefined;
  if (n < 0) return valueError(I, 'repeat argument cannot be negative');
  return I.enter(PRODUCT_NEW_KIND, [undefined, cls, n === 0 ? [] : iterables, [], n]);
}

/** r = [delivered items, class, iterables, pools, repeat]. */
const PRODUCT_NEW_KIND = new NativeKind('itertools.product.new', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    if (r[0] !== undefined) r[3].push(r[0]);
    r[0] = undefined;
    if (r[3].length === r[2].length) break;
    const items = collectItems(I, r[2][r[3].length]);
    if (items === undefined) return undefined;
    r[0] = items;
  }
  const pools: (readonly Value[])[] = r[3];
  const total = pools.length === 0 ? 0 : pools.length * r[4];
  if (!chargeGrowth(I, total * 2 * I.memory.pointerBytes)) return undefined;
  const all: (readonly Value[])[] = [];
  while (all.length < total) all.push(pools[all.length % pools.length]!);
  return new PyProduct(r[1], all);
});

function productNext(I: Interp, it: PyProduct): any {
  if (it.isOver) return STOP;
  const pools = it.pools;
  if (!admit(I, pools.length)) return undefined;
  if (it.at === null) it.at = pools.map(() => 0);
  else {
    const at = it.at;
    let i = pools.length - 1;
    while (i >= 0 && ++at[i]! === pools[i]!.length) at[i--] = 0;
    if (i < 0) {
      it.isOver = true;
      return STOP;
    }
  }
  const at = it.at;
  return newTuple(
    I,
    pools.map((pool, i) => pool[at[i]!]!),
  );
}

export const PRODUCT_SPEC: TypeSpec = {
  name: 'product',
  module: 'itertools',
  isFinal: true,
  doc: 'product(*iterables, repeat=1) --> product object\n\nCartesian product of input iterables.  Equivalent to nested for-loops.',
  slots: {
    new: productNew,
    iter: itself,
    next: productNext,
    visit: (v: PyProduct, visit) => v.pools.forEach((pool) => pool.forEach(visit)),
    sizeOf: (I, v: PyProduct) => (8 + v.pools.length) * I.memory.pointerBytes,
  },
  kinds: [PRODUCT_REPEAT_KIND, PRODUCT_NEW_KIND],
};

// Selections from one pool

/** `cycles` is used by permutations only. */
export class PySelection extends PyObject {
  readonly pool: readonly Value[];
  readonly r: number;
  at: number[];
  cycles: number[];
  isStarted: boolean;
  isOver: boolean;
  constructor(cls: PyType, pool: readonly Value[], r: number, at: number[], cycles: number[], isOver: boolean) {
    super(cls);
    this.pool = pool;
    this.r = r;
    this.at = at;
    this.cycles = cycles;
    this.isStarted = false;
    this.isOver = isOver;
  }
}

const enum Selection {
  PERMUTATIONS,
  COMBINATIONS,
  WITH_REPLACEMENT,
}

/** r = [delivered, class, iterable, r or None, selection, phase, items]: phase 0 gets the items, 1 r. */
const SELECTION_KIND = new NativeKind('itertools.selection.new', (I: Interp, f: Frame) => {
  const r = f.r;
  let v = r[0];
  r[0] = undefined;
  if (r[5] === 0) {
    if (v === undefined) {
      v = collectItems(I, r[2]);
      if (v === undefined) return undefined;
    }
    r[6] = v;
    r[5] = 1;
    v = r[3] === null ? r[6].length : index(I, r[3]);
    if (v === undefined) return undefined;
  }
  const size = sizeOfInt(I, v);
  if (size === undefined) return undefined;
  return select(I, r[1], r[6], size, r[4]);
});

function select(I: Interp, cls: PyType, pool: readonly Value[], r: number, selection: Selection): R {
  if (r < 0) return valueError(I, 'r must be non-negative');
  const n = pool.length;
  const isOver = selection === Selection.WITH_REPLACEMENT ? n === 0 && r > 0 : r > n;
  if (!chargeGrowth(I, (n + 2 * Math.min(r, 1e12)) * I.memory.pointerBytes)) return undefined;
  const at: number[] = [];
  const cycles: number[] = [];
  if (!isOver) {
    const length = selection === Selection.PERMUTATIONS ? n : r;
    for (let i = 0; i < length; i++) at.push(selection === Selection.WITH_REPLACEMENT ? 0 : i);
    if (selection === Selection.PERMUTATIONS) for (let i = 0; i < r; i++) cycles.push(n - i);
  }
  return new PySelection(cls, pool, r, at, cycles, isOver);
}

function row(I: Interp, it: PySelection): any {
  const items: Value[] = [];
  for (let i = 0; i < it.r; i++) items.push(it.pool[it.at[i]!]!);
  return newTuple(I, items);
}

/** Moves to the next row in place; false at the end. */
function nextPermutation(it: PySelection): boolean {
  const { at, cycles } = it;
  const n = at.length;
  for (let i = it.r - 1; i >= 0; i--) {
    cycles[i]!--;
    if (cycles[i] === 0) {
      // This place has had every item: the one there goes to the end.
      const first = at[i]!;
      for (let k = i; k < n - 1; k++) at[k] = at[k + 1]!;
      at[n - 1] = first;
      cycles[i] = n - i;
    } else {
      const j = n - cycles[i]!;
      const swapped = at[i]!;
      at[i] = at[j]!;
      at[j] = swapped;
      return true;
    }
  }
  return false;
}

function nextCombination(it: PySelection): boolean {
  const at = it.at;
  const n = it.pool.length;
  let i = it.r - 1;
  while (i >= 0 && at[i] === i + n - it.r) i--;
  if (i < 0) return false;
  at[i]!++;
  for (let k = i + 1; k < it.r; k++) at[k] = at[k - 1]! + 1;
  return true;
}

function nextWithReplacement(it: PySelection): boolean {
  const at = it.at;
  const last = it.pool.length - 1;
  let i = it.r - 1;
  while (i >= 0 && at[i] === last) i--;
  if (i < 0) return false;
  const value = at[i]! + 1;
  for (let k = i; k < it.r; k++) at[k] = value;
  return true;
}

function selectionSpec(
  name: string,
  selection: Selection,
  advance: (it: PySelection) => boolean,
  doc: string,
): TypeSpec {
  return {
    name,
    module: 'itertools',
    isFinal: true,
    doc,
    slots: {
      new: (I, cls, args, kw) => {
        const given = bindNamed(I, name, ['iterable', 'r'], selection === Selection.PERMUTATIONS ? 1 : 2, args, kw);
        if (given === undefined) return undefined;
        const r = given[1] ?? null;
        if (selection === Selection.PERMUTATIONS && r !== null && asInt(r) === undefined)
          return typeError(I, 'Expected int as r');
        if (selection !== Selection.PERMUTATIONS && r === null) {
          return typeError(I, "'NoneType' object cannot be interpreted as an integer");
        }
        return I.enter(SELECTION_KIND, [undefined, cls, given[0], r, selection, 0, null]);
      },
      iter: itself,
      next: (I, it: PySelection) => {
        if (it.isOver) return STOP;
        if (!admit(I, it.r)) return undefined;
        if (!it.isStarted) it.isStarted = true;
        else if (!advance(it)) {
          it.isOver = true;
          return STOP;
        }
        return row(I, it);
      },
      visit: (v: PySelection, visit) => v.pool.forEach(visit),
      sizeOf: (I, v: PySelection) =>
        ((selection === Selection.PERMUTATIONS ? 10 : 9) + v.at.length + v.cycles.length) * I.memory.pointerBytes,
    },
    kinds: [SELECTION_KIND],
  };
}

export const PERMUTATIONS_SPEC = selectionSpec(
  'permutations',
  Selection.PERMUTATIONS,
  nextPermutation,
  'Return successive r-length permutations of elements in the iterable.',
);
export const COMBINATIONS_SPEC = selectionSpec(
  'combinations',
  Selection.COMBINATIONS,
  nextCombination,
  'Return successive r-length combinations of elements in the iterable.',
);
export const WITH_REPLACEMENT_SPEC = selectionSpec(
  'combinations_with_replacement',
  Selection.WITH_REPLACEMENT,
  nextWithReplacement,
  'Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.',
);
