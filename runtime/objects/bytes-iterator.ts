/** Iterators of bytes and bytearray: ints, one a byte. */
import type { Interp } from './interp.ts';
import { noArgs, oneArg } from './native.ts';
import type { TypeSpec } from './native.ts';
import { PyObject, STOP } from './value.ts';
import type { PyType } from './type.ts';
import type { PyByteArray, PyBytes } from './scalar-payload.ts';
import { asInt } from './unwrap.ts';
import { typeError } from './raise.ts';
import { newTuple } from './tuple.ts';

/** `source` is null once exhausted. */
export class PyBytesIterator extends PyObject {
  source: PyBytes | PyByteArray | null;
  index: number;
  constructor(cls: PyType, source: PyBytes | PyByteArray) {
    super(cls);
    this.source = source;
    this.index = 0;
  }
}

function lengthOf(source: PyBytes | PyByteArray): number {
  return 'length' in source ? source.length : source.data.length;
}

function next(_I: Interp, it: PyBytesIterator): any {
  const source = it.source;
  if (source === null) return STOP;
  if (it.index < lengthOf(source)) return source.data[it.index++];
  it.source = null;
  return STOP;
}

function spec(name: string): TypeSpec {
  return {
    name,
    isFinal: true,
    slots: {
      iter: (_I, it) => it,
      next,
      visit: (it: PyBytesIterator, visit) => {
        if (it.source !== null) visit(it.source);
      },
      sizeOf: (I) => 6 * I.memory.pointerBytes,
    },
    methods: {
      __length_hint__: noArgs((_I, it: PyBytesIterator) =>
        it.source === null ? 0 : Math.max(0, lengthOf(it.source) - it.index),
      ),
      __reduce__: noArgs((I, it: PyBytesIterator) => {
        const builtin = I.builtins.getStr('iter')!;
        if (it.source === null) return newTuple(I, [builtin, newTuple(I, [I.emptyTuple])]);
        return newTuple(I, [builtin, newTuple(I, [it.source]), it.index]);
      }),
      __setstate__: oneArg((I, it: PyBytesIterator, state) => {
        const n = asInt(state);
        if (n === undefined) return typeError(I, 'an integer is required');
        if (it.source !== null) it.index = Math.min(Math.max(0, Number(n)), lengthOf(it.source));
        return null;
      }),
    },
  };
}

export const BYTES_ITERATOR_SPEC = spec('bytes_iterator');
export const BYTEARRAY_ITERATOR_SPEC = spec('bytearray_iterator');

/** Returns `iter(source)`. */
export function newBytesIterator(I: Interp, source: PyBytes | PyByteArray): PyBytesIterator {
  I.bytesLeft -= 4 * I.memory.pointerBytes;
  return new PyBytesIterator(I.typeFor('length' in source ? BYTEARRAY_ITERATOR_SPEC : BYTES_ITERATOR_SPEC), source);
}
