/** Makes every built-in type of a new runtime: those of `objects/`, and those that only the VM can run. */
import { DICT_SPEC } from '../objects/dict-type.ts';
import { installCoreTypes, installType } from '../objects/install-type.ts';
import type { Interp } from '../objects/interp.ts';
import type { TypeSpec } from '../objects/native.ts';
import { OBJECT_SPEC } from '../objects/object-type.ts';
import { OBJECT_TYPE_SPECS } from '../objects/registry.ts';
import { TYPE_SPEC } from '../objects/type-type.ts';
import { COROUTINE_SPEC, COROUTINE_WRAPPER_SPEC, GENERATOR_SPEC } from './generator.ts';
import { ASYNC_GENERATOR_SPECS } from './async-generator.ts';

/** Types whose instances are activations. */
export const VM_TYPE_SPECS: readonly TypeSpec[] = [GENERATOR_SPEC, COROUTINE_SPEC, COROUTINE_WRAPPER_SPEC, ...ASYNC_GENERATOR_SPECS];

/** Fills `I.types`, which must be `emptyBuiltinTypes()`. */
export function installBuiltinTypes(I: Interp): void {
  installCoreTypes(I, { type: TYPE_SPEC, object: OBJECT_SPEC, dict: DICT_SPEC });
  for (const spec of OBJECT_TYPE_SPECS) installType(I, spec);
  for (const spec of VM_TYPE_SPECS) installType(I, spec);
}
