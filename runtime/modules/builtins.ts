/** The module `builtins`: the built-in functions by group, the types, and the constants. Exceptions are added by the runtime. */
import type { ModuleSpec } from '../objects/native.ts';
import { BUILD_CLASS } from '../objects/build-class.ts';
import type { PyModule } from '../objects/module.ts';
import { ANEXT_AWAITABLE_SPEC } from './builtins-anext.ts';
import { typesInto } from './builtin-names.ts';
import { CODE_FUNCTIONS, CODE_KINDS } from './builtins-code.ts';
import { ITERATION_FUNCTIONS, ITERATION_KINDS } from './builtins-iteration.ts';
import { NUMBER_FUNCTIONS, NUMBER_KINDS } from './builtins-numbers.ts';
import { OBJECT_FUNCTIONS, OBJECT_KINDS } from './builtins-objects.ts';
import { PRINT_FUNCTIONS, PRINT_KINDS } from './builtins-print.ts';

export const BUILTINS_SPEC: ModuleSpec = {
  name: 'builtins',
  doc: "Built-in functions, exceptions, and other objects.\n\nNoteworthy: None is the `nil' object; Ellipsis represents `...' in slices.",
  functions: {
    __build_class__: BUILD_CLASS,
    ...NUMBER_FUNCTIONS,
    ...ITERATION_FUNCTIONS,
    ...OBJECT_FUNCTIONS,
    ...PRINT_FUNCTIONS,
    ...CODE_FUNCTIONS,
  },
  hiddenTypes: [ANEXT_AWAITABLE_SPEC],
  constants: { None: null, True: true, False: false, __debug__: true },
  setup: (I, module: PyModule) => {
    module.dict.setStr(I, 'Ellipsis', I.Ellipsis);
    module.dict.setStr(I, 'NotImplemented', I.NotImplemented);
    typesInto(I, module.dict);
  },
  kinds: [...NUMBER_KINDS, ...ITERATION_KINDS, ...OBJECT_KINDS, ...PRINT_KINDS, ...CODE_KINDS],
};
