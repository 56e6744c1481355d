/** `NotImplemented`: one PyObject per runtime, `I.NotImplemented`. Its truth is deprecated in Python, and still true. */
import type { TypeSpec } from './native.ts';
import { noArgs } from './native.ts';
import { typeError } from './raise.ts';

export const NOT_IMPLEMENTED_SPEC: TypeSpec = {
  name: 'NotImplementedType',
  isFinal: true,
  slots: {
    new: (I, _cls, args) =>
      args.length > 0 ? typeError(I, 'NotImplementedType takes no arguments') : I.NotImplemented,
    repr: () => 'NotImplemented',
    bool: () => true,
    sizeOf: (I) => 2 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs(() => 'NotImplemented'),
  },
};
