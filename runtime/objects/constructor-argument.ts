/** Arguments of the constructors of containers and iterators: positional, one for `list()` and its like. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { typeError } from './raise.ts';

/** `shown` is what the count is reported for, `name` what refuses keywords. false: TypeError raised. */
export function checkOneIterable(
  I: Interp,
  name: string,
  shown: string,
  args: readonly Value[],
  kw: readonly string[] | null,
): boolean {
  if (kw !== null && kw.length > 0) {
    typeError(I, `${name}() takes no keyword arguments`);
    return false;
  }
  if (args.length > 1) {
    typeError(I, `${shown} expected at most 1 argument, got ${args.length}`);
    return false;
  }
  return true;
}

/** Drops keywords meant for the `__init__` that subclass `cls` of `base` has of its own; otherwise they stay, to be refused. */
export function withoutForeignKeywords(
  cls: PyType,
  base: PyType,
  args: Value[],
  kw: readonly string[] | null,
): Value[] | null {
  if (kw === null || kw.length === 0) return args;
  return cls === base || cls.slots.init === base.slots.init ? null : args.slice(0, args.length - kw.length);
}
