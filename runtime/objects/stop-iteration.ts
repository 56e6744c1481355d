/** An iterator's `next` that called a function: a StopIteration from it ends the iteration, as in CPython. */
import { STOP } from './value.ts';
import type { Interp } from './interp.ts';
import type { PyException } from './exception.ts';
import { isSubtype } from './type.ts';

/** For `onError` of kinds, and after a synchronous failure: STOP (the exception is cleared), or undefined for any other exception. */
export function stopInstead(I: Interp, exc: PyException): any {
  if (!isSubtype(exc.cls, I.types.exceptions.StopIteration!)) return undefined;
  I.exc = null;
  return STOP;
}
