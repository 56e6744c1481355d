/** The `iterator` type: iterates over anything with `__getitem__` by asking for 0, 1, 2 ... until IndexError or StopIteration. */
import { PyObject, STOP } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import type { PyException } from './exception.ts';
import type { PyType } from './type.ts';
import { isSubtype } from './type.ts';
import { noArgs, oneArg } from './native.ts';
import type { TypeSpec } from './native.ts';
import { newTuple } from './tuple.ts';
import { asInt } from './unwrap.ts';
import { len } from './conversion.ts';
import { typeError } from './raise.ts';
import { typeOf } from './type-of.ts';
import { getItem } from './subscript.ts';

export class PySequenceIterator extends PyObject {
  /** What is iterated over; null once exhausted. */
  sequence: Value;
  index: number;
  constructor(cls: PyType, sequence: Value) {
    super(cls);
    this.sequence = sequence;
    this.index = 0;
  }
}

export function newSequenceIterator(I: Interp, sequence: Value): PySequenceIterator {
  return new PySequenceIterator(I.typeFor(SEQUENCE_ITERATOR_SPEC), sequence);
}

function next(I: Interp, it: PySequenceIterator): any {
  if (it.sequence === null) return STOP;
  const entry = I.frame;
  const item = getItem(I, it.sequence, it.index);
  if (item !== undefined) {
    it.index++;
    return item;
  }
  if (I.exc !== null) return stop(I, it, I.exc);
  return I.then(entry, SEQUENCE_NEXT_KIND, [undefined, it]);
}

function stop(I: Interp, it: PySequenceIterator, exc: PyException): any {
  const types = I.types.exceptions;
  if (!isSubtype(exc.cls, types.IndexError!) && !isSubtype(exc.cls, types.StopIteration!)) return undefined;
  I.exc = null;
  it.sequence = null;
  return STOP;
}

/** r = [delivered item, iterator]. */
export const SEQUENCE_NEXT_KIND = new NativeKind(
  'objects.sequenceNext',
  (_I: Interp, f: Frame) => {
    f.r[1].index++;
    return f.r[0];
  },
  (I: Interp, f: Frame, exc: PyException) => stop(I, f.r[1], exc),
);

function lengthHint(I: Interp, it: PySequenceIterator): any {
  if (it.sequence === null) return 0;
  if (typeOf(I, it.sequence).slots.len === null) return I.NotImplemented;
  const entry = I.frame;
  const n = len(I, it.sequence);
  return n === undefined ? I.then(entry, SEQUENCE_HINT_KIND, [undefined, it]) : Math.max(0, n - it.index);
}

/** r = [delivered length, iterator]. */
export const SEQUENCE_HINT_KIND = new NativeKind('objects.sequenceHint', (_I: Interp, f: Frame) =>
  Math.max(0, f.r[0] - f.r[1].index),
);

function reduce(I: Interp, it: PySequenceIterator): Value {
  const fn = I.builtins.getStr('iter')!;
  if (it.sequence === null) return newTuple(I, [fn, newTuple(I, [newTuple(I, [])])]);
  return newTuple(I, [fn, newTuple(I, [it.sequence]), it.index]);
}

function setState(I: Interp, it: PySequenceIterator, state: Value): null | undefined {
  const n = asInt(state);
  if (n === undefined) return typeError(I, `'${typeOf(I, state).tpName}' object cannot be interpreted as an integer`);
  if (it.sequence !== null) it.index = n < 0 ? 0 : Number(n);
  return null;
}

export const SEQUENCE_ITERATOR_SPEC: TypeSpec = {
  name: 'iterator',
  slots: {
    iter: (_I, it) => it,
    next,
    visit: (it: PySequenceIterator, visit) => visit(it.sequence),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: { __length_hint__: noArgs(lengthHint), __reduce__: noArgs(reduce), __setstate__: oneArg(setState) },
  kinds: [SEQUENCE_NEXT_KIND, SEQUENCE_HINT_KIND],
};
