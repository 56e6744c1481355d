/**
 * Bombs: an exception stored as a value, to be raised in whoever takes it (spec 12.1).
 *
 * A bomb the runtime makes holds a finished exception. One made by a script may hold anything: its exception is made only where it
 * explodes, which may call Python, so exploding is a native continuation in that case.
 */
import { PyException } from '../objects/exception.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import { typeError } from '../objects/raise.ts';
import { PyTraceback } from '../objects/traceback.ts';
import type { PyType } from '../objects/type.ts';
import { typeName } from '../objects/type-of.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';

export class PyBomb extends PyObject {
  /** Exception class, or whatever a script has put there; as the other two, undefined where nothing was given. */
  type: Value | undefined = undefined;
  value: Value | undefined = undefined;
  traceback: Value | undefined = undefined;
  constructor(cls: PyType) {
    super(cls);
  }
}

export function isBomb(v: Value): v is PyBomb {
  return typeof v === 'object' && v !== null && v.constructor === PyBomb;
}

/** Raises what `bomb` holds in `I.frame`. Returns undefined: raised, or suspended if its exception has to be made by Python code. */
export function explode(I: Interp, bomb: PyBomb): undefined {
  const exc = bomb.value;
  if (exc instanceof PyException) {
    if (bomb.traceback instanceof PyTraceback) exc.traceback = bomb.traceback;
    I.exc = exc;
    return undefined;
  }
  I.enter(EXPLODE_KIND, [undefined, bomb, 0]);
  return undefined;
}

/** r = [made exception, bomb, phase]: raises into the frame below, never returns a value to it. */
export const EXPLODE_KIND = new NativeKind('stackless.explode', (I, f) => {
  const r = f.r;
  const bomb: PyBomb = r[1];
  if (r[2] === 0) {
    r[2] = 1;
    const value = bomb.value === undefined ? null : bomb.value;
    const type = bomb.type === undefined ? null : bomb.type;
    const made = (I as Interpreter).instantiateException(type, value, 'exceptions must be classes, or instances, not ');
    if (made === undefined) return undefined;
    r[0] = made;
  }
  const exc: Value = r[0];
  if (!(exc instanceof PyException))
    return typeError(I, `exceptions must be instances of BaseException, not ${typeName(I, exc)}`);
  if (bomb.traceback instanceof PyTraceback) exc.traceback = bomb.traceback;
  I.exc = exc;
  return undefined;
});
