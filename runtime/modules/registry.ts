/** The modules that are made of natives, by name. One line a module; installation, saving and restoring read this list. */
import type { ModuleSpec } from '../objects/native.ts';
import { AST_MODULE_SPEC } from './ast-module.ts';
import { BUILTINS_SPEC } from './builtins.ts';
import { COLLECTIONS_SPEC } from './collections-natives.ts';
import { FUNCTOOLS_SPEC } from './functools-natives.ts';
import { GC_SPEC } from './gc.ts';
import { IMPORTS_SPEC } from './imports-natives.ts';
import { ITERTOOLS_SPEC } from './itertools.ts';
import { JSON_SPEC } from './json-natives.ts';
import { MATH_SPEC } from './math.ts';
import { OPERATOR_SPEC } from './operator.ts';
import { TRACEBACK_SPEC } from './traceback-natives.ts';
import { RANDOM_MODULE_SPEC } from './random.ts';
import { PRIVATE_STACKLESS_SPEC, STACKLESS_SPEC, TEST_STACKLESS_SPEC } from './stackless-module.ts';
import { RE_SPEC } from './re-natives.ts';
import { TIME_SPEC } from './time.ts';

export { BUILTINS_SPEC } from './builtins.ts';

const SPECS: readonly ModuleSpec[] = [
  AST_MODULE_SPEC,
  TRACEBACK_SPEC,
  COLLECTIONS_SPEC,
  JSON_SPEC,
  FUNCTOOLS_SPEC,
  GC_SPEC,
  IMPORTS_SPEC,
  ITERTOOLS_SPEC,
  MATH_SPEC,
  OPERATOR_SPEC,
  RANDOM_MODULE_SPEC,
  RE_SPEC,
  STACKLESS_SPEC,
  PRIVATE_STACKLESS_SPEC,
  TEST_STACKLESS_SPEC,
  TIME_SPEC,
];

/** Modules that `import` makes on demand. `builtins` and `sys` are there from the start. */
export const MODULE_SPECS: ReadonlyMap<string, ModuleSpec> = new Map(SPECS.map((spec) => [spec.name, spec]));

/** Every native module but `sys`. */
export const ALL_MODULE_SPECS: readonly ModuleSpec[] = [BUILTINS_SPEC, ...SPECS];
