/** `itertools.compress`, `dropwhile`, `takewhile`, `filterfalse` and `starmap`. */
import type { Interp } from '../objects/interp.ts';
import type { TypeSpec } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyObject, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';
import { collectItems } from '../objects/collect.ts';
import { iter, iterNext, truth } from '../objects/protocol.ts';
import { IteratorMaker, bindNamed, checkPositional } from './itertools-make.ts';

type R = Value | undefined;

const itself = (_I: Interp, it: Value): Value => it;

/** An iterator with a function: which of the four it is says its type. */
export class PyFunctionIterator extends PyObject {
  readonly fn: Value;
  readonly source: Value;
  /** dropwhile: dropping is over; takewhile: taking is over. */
  isOver: boolean;
  constructor(cls: PyType, fn: Value, source: Value) {
    super(cls);
    this.fn = fn;
    this.source = source;
    this.isOver = false;
  }
}

const WITH_FUNCTION = new IteratorMaker(
  'itertools.function.new',
  (_I, cls, it, [fn]) => new PyFunctionIterator(cls, fn, it),
);

const enum Test {
  DROP_WHILE,
  TAKE_WHILE,
  FILTER_FALSE,
}

/**
 * r = [delivered, iterator, phase, item, test]: phase 0 gets an item, 1 what the function answered, 2 the truth of that.
 * Returns the next item that passes.
 */
const TEST_KIND = new NativeKind('itertools.test', (I: Interp, f: Frame) => {
  const r = f.r;
  const it: PyFunctionIterator = r[1];
  for (;;) {
    let v = r[0];
    r[0] = undefined;
    if (r[2] === 0) {
      if (v === undefined) {
        if (--I.ticks < 0) return I.pause(f);
        v = iterNext(I, it.source);
        if (v === undefined) return undefined;
      }
      if (v === STOP) return STOP;
      r[3] = v;
      r[2] = 1;
      // filterfalse(None, ...) asks the items themselves.
      if (r[4] !== Test.FILTER_FALSE || (it.fn !== null && it.fn !== I.types.bool)) v = I.call(it.fn, [v], null);
      if (v === undefined) return undefined;
    }
    if (r[2] === 1) {
      r[2] = 2;
      v = truth(I, v);
      if (v === undefined) return undefined;
    }
    r[2] = 0;
    const item = r[3];
    r[3] = null;
    if (r[4] === Test.TAKE_WHILE) {
      if (v) return item;
      it.isOver = true;
      return STOP;
    }
    if (!v) {
      it.isOver = true;
      return item;
    }
  }
});

function testing(name: string, test: Test, doc: string): TypeSpec {
  return {
    name,
    module: 'itertools',
    isFinal: true,
    doc,
    slots: {
      new: (I, cls, args, kw) =>
        checkPositional(I, name, args, kw, 2) ? WITH_FUNCTION.make(I, cls, args[1]!, [args[0]]) : undefined,
      iter: itself,
      next: (I, it: PyFunctionIterator) => {
        if (it.isOver && test === Test.TAKE_WHILE) return STOP;
        if (it.isOver && test === Test.DROP_WHILE) return iterNext(I, it.source);
        return I.enter(TEST_KIND, [undefined, it, 0, null, test]);
      },
      visit: visitFunction,
      sizeOf: (I) => (test === Test.FILTER_FALSE ? 6 : 7) * I.memory.pointerBytes,
    },
    kinds: [WITH_FUNCTION.kind, TEST_KIND],
  };
}

function visitFunction(v: PyFunctionIterator, visit: (child: any) => void): void {
  visit(v.fn);
  visit(v.source);
}

export const DROP_WHILE_SPEC = testing(
  'dropwhile',
  Test.DROP_WHILE,
  'Drop items from the iterable while predicate(item) is true.',
);
export const TAKE_WHILE_SPEC = testing(
  'takewhile',
  Test.TAKE_WHILE,
  'Return successive entries from an iterable as long as the predicate is true.',
);
export const FILTER_FALSE_SPEC = testing(
  'filterfalse',
  Test.FILTER_FALSE,
  'Return those items of iterable for which function(item) is false.',
);

/** r = [delivered, iterator, phase]: phase 0 gets the arguments' iterable, 1 them as an array, 2 the result. */
const STARMAP_KIND = new NativeKind('itertools.starmap', (I: Interp, f: Frame) => {
  const r = f.r;
  const it: PyFunctionIterator = r[1];
  let v = r[0];
  r[0] = undefined;
  if (r[2] === 0) {
    if (v === undefined) {
      v = iterNext(I, it.source);
      if (v === undefined) return undefined;
    }
    if (v === STOP) return STOP;
    r[2] = 1;
    v = collectItems(I, v);
    if (v === undefined) return undefined;
  }
  if (r[2] === 1) {
    r[2] = 2;
    return I.call(it.fn, v.slice(), null);
  }
  return v;
});

export const STARMAP_SPEC: TypeSpec = {
  name: 'starmap',
  module: 'itertools',
  isFinal: true,
  doc: 'Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.',
  slots: {
    new: (I, cls, args, kw) =>
      checkPositional(I, 'starmap', args, kw, 2) ? WITH_FUNCTION.make(I, cls, args[1]!, [args[0]]) : undefined,
    iter: itself,
    next: (I, it: PyFunctionIterator) => I.enter(STARMAP_KIND, [undefined, it, 0]),
    visit: visitFunction,
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  kinds: [STARMAP_KIND],
};

// compress

export class PyCompress extends PyObject {
  readonly data: Value;
  readonly selectors: Value;
  constructor(cls: PyType, data: Value, selectors: Value) {
    super(cls);
    this.data = data;
    this.selectors = selectors;
  }
}

/** r = [delivered iterator, class, data and selectors, iterators]. */
const COMPRESS_NEW_KIND = new NativeKind('itertools.compress.new', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    if (r[0] !== undefined) r[3].push(r[0]);
    r[0] = undefined;
    if (r[3].length === 2) return new PyCompress(r[1], r[3][0], r[3][1]);
    const it = iter(I, r[2][r[3].length]);
    if (it === undefined) return undefined;
    r[0] = it;
  }
});

function compressNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  const given = bindNamed(I, 'compress', ['data', 'selectors'], 2, args, kw);
  return given === undefined ? undefined : I.enter(COMPRESS_NEW_KIND, [undefined, cls, given, []]);
}

/** r = [delivered, iterator, phase, item]: phase 0 gets an item, 1 a selector, 2 its truth. */
const COMPRESS_KIND = new NativeKind('itertools.compress', (I: Interp, f: Frame) => {
  const r = f.r;
  const it: PyCompress = r[1];
  for (;;) {
    let v = r[0];
    r[0] = undefined;
    if (r[2] === 0) {
      if (v === undefined) {
        if (--I.ticks < 0) return I.pause(f);
        v = iterNext(I, it.data);
        if (v === undefined) return undefined;
      }
      if (v === STOP) return STOP;
      r[3] = v;
      r[2] = 1;
      v = iterNext(I, it.selectors);
      if (v === undefined) return undefined;
    }
    if (r[2] === 1) {
      if (v === STOP) return STOP;
      r[2] = 2;
      v = truth(I, v);
      if (v === undefined) return undefined;
    }
    r[2] = 0;
    const item = r[3];
    r[3] = null;
    if (v) return item;
  }
});

export const COMPRESS_SPEC: TypeSpec = {
  name: 'compress',
  module: 'itertools',
  isFinal: true,
  doc: 'Return data elements corresponding to true selector elements.',
  slots: {
    new: compressNew,
    iter: itself,
    next: (I, it: PyCompress) => I.enter(COMPRESS_KIND, [undefined, it, 0, null]),
    visit: (v: PyCompress, visit) => {
      visit(v.data);
      visit(v.selectors);
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  kinds: [COMPRESS_NEW_KIND, COMPRESS_KIND],
};
