/** `_imports`: what `importlib` needs from the import system. */
import type { Interp } from '../objects/interp.ts';
import type { ModuleSpec } from '../objects/native.ts';
import { someArgs } from '../objects/native.ts';
import { codeObject } from '../objects/code.ts';
import { PyList } from '../objects/list.ts';
import { newDict } from '../objects/dict.ts';
import { newTuple } from '../objects/tuple.ts';
import type { Value } from '../objects/value.ts';
import { findModule, toCode } from '../vm/import.ts';
import type { Interpreter } from '../vm/interpreter.ts';

/** find(name, path): (file, is it a package?) or None. `path` None: `sys.path`. */
function find(I: Interp, _self: Value, args: Value[]): Value | undefined {
  const vm = I as Interpreter;
  const path = args[1] instanceof PyList ? args[1].items : vm.imports!.path.items;
  const found = findModule(vm, args[0] as string, path);
  return found === undefined ? null : newTuple(I, [found.file, found.submodulePath !== null]);
}

/** module_code(name, file): the code of a module, compiled anew, or None if it has no source. */
function moduleCode(I: Interp, _self: Value, args: Value[]): Value | undefined {
  const vm = I as Interpreter;
  const file = args[1];
  const name = args[0] as string;
  let source = typeof file === 'string' ? vm.imports!.loader?.read(file) : undefined;
  if (source === undefined) source = vm.imports!.frozenSource(name);
  if (source === undefined) return null;
  const code = toCode(vm, source, typeof file === 'string' ? file : `<frozen ${name}>`);
  return code === undefined ? undefined : codeObject(I.types.code, I.runCodeFor(code, newDict(I)));
}

export const IMPORTS_SPEC: ModuleSpec = {
  name: '_imports',
  functions: { find: someArgs(2, 2, find), module_code: someArgs(2, 2, moduleCode) },
};
