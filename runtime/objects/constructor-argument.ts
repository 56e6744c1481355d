/** Arguments of `list()`, `tuple()`, `set()`, `frozenset()`: at most one, positional. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { typeError } from './raise.ts';

/** false: TypeError raised. */
export function checkOneIterable(I: Interp, name: string, args: readonly Value[], kw: readonly string[] | null): boolean {
  if (kw !== null && kw.length > 0) {
    typeError(I, `${name}() takes no keyword arguments`);
    return false;
  }
  if (args.length > 1) {
    typeError(I, `${name} expected at most 1 argument, got ${args.length}`);
    return false;
  }
  return true;
}
