/** How types are named in reprs. */
import type { PyType } from './type.ts';
import { asStr } from './unwrap.ts';

/** `__module__` of a type: a str as a rule, any value that was assigned. */
export function typeModule(type: PyType): any {
  if (type.isBuiltin) return type.spec.module ?? 'builtins';
  return type.dict.getStr('__module__') ?? null;
}

/** `module.qualname`, without the module for built-ins: as `<class '...'>` and default reprs have it. */
export function qualifiedTypeName(type: PyType): string {
  const module = asStr(typeModule(type));
  return module === undefined || module === 'builtins' ? type.qualname : `${module}.${type.qualname}`;
}

/** The same as the reprs of types and plain objects have it: a class whose module is `builtins` shows its plain name. */
export function reprTypeName(type: PyType): string {
  return asStr(typeModule(type)) === 'builtins' ? type.name : qualifiedTypeName(type);
}
