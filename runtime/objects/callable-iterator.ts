/** The `callable_iterator` type: `iter(function, sentinel)` calls the function until it returns the sentinel. */
import { PyObject, STOP } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { PyType } from './type.ts';
import { newTuple } from './tuple.ts';
import { reduceTo } from './iterator-types.ts';
import { sameOrEqual } from './comparison.ts';
import { stopInstead } from './stop-iteration.ts';

export class PyCallableIterator extends PyObject {
  /** undefined once exhausted. */
  fn: Value | undefined;
  sentinel: Value;
  constructor(cls: PyType, fn: Value, sentinel: Value) {
    super(cls);
    this.fn = fn;
    this.sentinel = sentinel;
  }
}

/** Makes `iter(fn, sentinel)`. */
export function newCallableIterator(I: Interp, fn: Value, sentinel: Value): PyCallableIterator {
  I.bytesLeft -= 6 * I.memory.pointerBytes;
  return new PyCallableIterator(I.typeFor(CALLABLE_ITERATOR_SPEC), fn, sentinel);
}

/** r = [delivered, iterator, phase (0 call, 1 called, 2 compared), what the call returned]. */
export const NEXT_KIND = new NativeKind(
  'callable_iterator.next',
  (I, f) => {
    const r = f.r;
    const it: PyCallableIterator = r[1];
    let v = r[0];
    r[0] = undefined;
    if (r[2] === 0) {
      if (it.fn === undefined) return STOP;
      r[2] = 1;
      v = I.call(it.fn, [], null);
      if (v === undefined) return undefined;
    }
    if (r[2] === 1) {
      r[3] = v;
      r[2] = 2;
      v = sameOrEqual(I, it.sentinel, v);
      if (v === undefined) return undefined;
    }
    if (!v) return r[3];
    it.fn = undefined;
    return STOP;
  },
  (I, f, exc) => {
    const v = stopInstead(I, exc);
    if (v === STOP) f.r[1].fn = undefined;
    return v;
  },
);

export const CALLABLE_ITERATOR_SPEC: TypeSpec = {
  name: 'callable_iterator',
  isFinal: true,
  slots: {
    iter: (_I, it) => it,
    next: (I, it: PyCallableIterator) => I.enter(NEXT_KIND, [undefined, it, 0, null]),
    visit: (it: PyCallableIterator, visit) => {
      visit(it.fn ?? null);
      visit(it.sentinel);
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, it: PyCallableIterator) => {
      if (it.fn === undefined) return reduceTo(I, 'iter', newTuple(I, []));
      return newTuple(I, [I.builtins.getStr('iter')!, newTuple(I, [it.fn, it.sentinel])]);
    }),
  },
  kinds: [NEXT_KIND],
};
