/** `Ellipsis`, the value of `...`: one PyObject per runtime, `I.Ellipsis`. */
import type { TypeSpec } from './native.ts';
import { noArgs } from './native.ts';
import { typeError } from './raise.ts';

export const ELLIPSIS_SPEC: TypeSpec = {
  name: 'ellipsis',
  isFinal: true,
  slots: {
    new: (I, _cls, args) => (args.length > 0 ? typeError(I, 'EllipsisType takes no arguments') : I.Ellipsis),
    repr: () => 'Ellipsis',
    sizeOf: (I) => 2 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs(() => 'Ellipsis'),
  },
};
