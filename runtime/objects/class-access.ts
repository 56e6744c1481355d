/** The one ambiguity of the descriptor protocol: None is null, and so is "no instance". */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';

/** Does a descriptor read with `obj` null mean class access? For attributes of None itself, whose value is null too, it does not. */
export function isClassAccess(I: Interp, obj: Value | null, cls: unknown): boolean {
  return obj === null && cls !== I.types.NoneType;
}
