/** `NoneType`. None itself is JavaScript's null. */
import type { TypeSpec } from './native.ts';
import { typeError } from './raise.ts';

/** hash(None): the same in every process; containers use the same number (key-hash.ts). */
const HASH_NONE = 0x6e6f6e65;

export const NONE_SPEC: TypeSpec = {
  name: 'NoneType',
  isFinal: true,
  slots: {
    new: (I, _cls, args) => (args.length > 0 ? typeError(I, 'NoneType takes no arguments') : null),
    repr: () => 'None',
    bool: () => false,
    hash: () => HASH_NONE,
    sizeOf: (I) => 2 * I.memory.pointerBytes,
  },
};
