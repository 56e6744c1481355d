/** Makes the per-runtime module object of a ModuleSpec. */
import type { Interp } from '../objects/interp.ts';
import type { PyModule } from '../objects/module.ts';
import { PyNative } from '../objects/native-function.ts';
import type { ModuleSpec } from '../objects/native.ts';

/** Returns a new module with the spec's constants, types and functions. Never calls Python. */
export function installModule(I: Interp, spec: ModuleSpec): PyModule {
  const module = I.newModule(spec.name);
  module.isBuiltin = true;
  const dict = module.dict;
  dict.setStr(I, '__doc__', spec.doc ?? null);
  dict.setStr(I, '__package__', spec.name.slice(0, Math.max(0, spec.name.lastIndexOf('.'))));
  const constants = spec.constants ?? {};
  for (const name of Object.keys(constants)) dict.setStr(I, name, constants[name]);
  for (const type of spec.types ?? []) dict.setStr(I, type.name, I.typeFor(type));
  const functions = spec.functions ?? {};
  for (const name of Object.keys(functions)) {
    dict.setStr(
      I,
      name,
      new PyNative(I.types.builtin_function_or_method, name, functions[name], module, null, spec.name),
    );
  }
  spec.setup?.(I, module);
  return module;
}
