/** The types of one runtime: those of `objects/`, those that only the VM can run, and those of modules as they are imported. */
import { DICT_SPEC } from '../objects/dict-type.ts';
import { finishCoreTypes, installCoreTypes, installType } from '../objects/install-type.ts';
import type { Interp } from '../objects/interp.ts';
import type { TypeSpec } from '../objects/native.ts';
import { OBJECT_SPEC } from '../objects/object-type.ts';
import { OBJECT_TYPE_SPECS } from '../objects/registry.ts';
import type { PyType } from '../objects/type.ts';
import { TYPE_SPEC } from '../objects/type-type.ts';
import { COROUTINE_SPEC, COROUTINE_WRAPPER_SPEC, GENERATOR_SPEC } from './generator.ts';
import { ASYNC_GENERATOR_SPECS } from './async-generator.ts';

/** Types whose instances are activations. */
export const VM_TYPE_SPECS: readonly TypeSpec[] = [
  GENERATOR_SPEC,
  COROUTINE_SPEC,
  COROUTINE_WRAPPER_SPEC,
  ...ASYNC_GENERATOR_SPECS,
];

/** Types by their spec; a type is installed when it is first asked for. */
export class TypeTable {
  private readonly types = new Map<TypeSpec, PyType>();
  private readonly register = (spec: TypeSpec, type: PyType): void => {
    this.types.set(spec, type);
  };

  /** Fills `I.types`, which must be `emptyBuiltinTypes()`; `I.typeFor` must lead here. */
  installAll(I: Interp): void {
    installCoreTypes(I, { type: TYPE_SPEC, object: OBJECT_SPEC, dict: DICT_SPEC }, this.register);
    for (const spec of OBJECT_TYPE_SPECS) this.typeFor(I, spec);
    for (const spec of VM_TYPE_SPECS) this.typeFor(I, spec);
    finishCoreTypes(I);
  }

  typeFor(I: Interp, spec: TypeSpec): PyType {
    return this.types.get(spec) ?? installType(I, spec, this.register);
  }
}
