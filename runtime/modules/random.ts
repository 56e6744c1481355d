/** `random`: the class Random, and its methods bound to one hidden instance as functions of the module. */
import type { Interp } from '../objects/interp.ts';
import type { ModuleSpec, TypeSpec } from '../objects/native.ts';
import type { PyModule } from '../objects/module.ts';
import { PyFloat } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { PyNative } from '../objects/native-function.ts';
import { INSTANCE_DICT } from '../objects/instance-getset.ts';
import { typeError } from '../objects/raise.ts';
import { RANDOM_CONSTANTS, RANDOM_DISTRIBUTIONS, RANDOM_DISTRIBUTION_KINDS } from './random-distributions.ts';
import { RANDOM_SEQUENCE_KINDS, RANDOM_SEQUENCE_METHODS } from './random-sequences.ts';
import { RANDOM_KINDS, RANDOM_METHODS, newRandom, seed } from './random-type.ts';
import type { PyRandom } from './random-type.ts';

const METHODS = { ...RANDOM_METHODS, ...RANDOM_SEQUENCE_METHODS, ...RANDOM_DISTRIBUTIONS };

/** Methods that are not functions of the module. */
const HIDDEN = new Set(['_randbelow']);

function init(I: Interp, self: PyRandom, args: Value[], kw: readonly string[] | null): null | undefined {
  if (args.length > 1)
    return typeError(I, `Random.__init__() takes from 1 to 2 positional arguments but ${args.length + 1} were given`);
  if (kw !== null && kw.length > 0 && kw[0] !== 'x') {
    return typeError(I, `Random.__init__() got an unexpected keyword argument '${kw[0]}'`);
  }
  return seed(I, self, [args.length === 0 ? null : args[0], 2]) === undefined ? undefined : null;
}

export const RANDOM_SPEC: TypeSpec = {
  name: 'Random',
  module: 'random',
  hasDict: true,
  doc: 'Random number generator: the Mersenne Twister.',
  slots: {
    new: (I, cls) => newRandom(I, cls),
    init,
    sizeOf: (I) => 2496 + 8 * I.memory.pointerBytes,
  },
  methods: METHODS,
  getset: { __dict__: INSTANCE_DICT },
  allocate: (I, cls) => newRandom(I, cls),
  kinds: [...RANDOM_KINDS, ...RANDOM_SEQUENCE_KINDS, ...RANDOM_DISTRIBUTION_KINDS],
};

export const RANDOM_MODULE_SPEC: ModuleSpec = {
  name: 'random',
  doc: 'Random variable generators.',
  types: [RANDOM_SPEC],
  constants: { BPF: 53 },
  setup: (I, module: PyModule) => {
    const type = I.typeFor(RANDOM_SPEC);
    const hidden = newRandom(I, type);
    module.dict.setStr(I, '_inst', hidden);
    for (const name of Object.keys(METHODS)) {
      if (HIDDEN.has(name)) continue;
      const method = METHODS[name as keyof typeof METHODS];
      module.dict.setStr(I, name, new PyNative(I.types.builtin_function_or_method, name, method, hidden, type, null));
    }
    for (const [name, value] of RANDOM_CONSTANTS) module.dict.setStr(I, name, new PyFloat(value));
  },
};
