/** Argument checks that the functions and types of `stackless` share, with the wording of spec 15.2 and 15.3. */
import { PyException } from '../objects/exception.ts';
import { PyDict } from '../objects/dict.ts';
import type { Interp } from '../objects/interp.ts';
import { typeError } from '../objects/raise.ts';
import { PyTuple } from '../objects/tuple.ts';
import { PyTraceback } from '../objects/traceback.ts';
import { isSubtype, PyType } from '../objects/type.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { asInt } from '../objects/unwrap.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';

export function isCallable(I: Interp, v: Value): boolean {
  return typeOf(I, v).slots.call !== null;
}

/** An int argument as a number; beyond the safe range, infinite. @raises TypeError (Python) for anything else, floats included. */
export function intArgument(I: Interp, v: Value): number | undefined {
  const n = asInt(v);
  if (n === undefined) return typeError(I, `'${typeName(I, v)}' object cannot be interpreted as an integer`);
  if (typeof n === 'number') return n;
  return n > 0n ? Infinity : -Infinity;
}

/** The truth of a flag that must be a bool or an int. */
export function flagArgument(I: Interp, v: Value, message: string): boolean | undefined {
  const n = asInt(v);
  return n === undefined ? typeError(I, message) : n !== 0;
}

/**
 * Makes the exception of `throw(exc, val, tb)`. undefined: raised, or suspended, then the instance is delivered and `checkThrown` has to look
 * at it.
 */
export function makeThrown(I: Interp, exc: Value, val: Value, tb: Value): PyException | undefined {
  if (tb !== null && !(tb instanceof PyTraceback)) return typeError(I, 'third argument must be a traceback object');
  const made = (I as Interpreter).instantiateException(exc, val, 'exceptions must be classes, or instances, not ');
  return made === undefined ? undefined : checkThrown(I, exc, made, tb);
}

/** Checks what calling an exception class has returned and attaches the traceback that was given. */
export function checkThrown(I: Interp, exc: Value, made: Value, tb: Value): PyException | undefined {
  if (!(made instanceof PyException)) {
    const name = exc instanceof PyType ? exc.name : typeName(I, exc);
    return typeError(I, `calling ${name} should have returned an instance of BaseException, not ${typeName(I, made)}`);
  }
  if (tb !== null) made.traceback = tb as PyTraceback;
  return made;
}

/** True for a class of exceptions. */
export function isExceptionClass(I: Interp, v: Value): boolean {
  return v instanceof PyType && isSubtype(v, I.types.BaseException);
}

/** Arguments of a call kept as Python has them; in the form that `I.call` wants. */
export interface CallArguments {
  readonly args: Value[];
  readonly kw: readonly string[] | null;
}

/** Joins the `args` and `kwargs` of `bind`. Both null: null. @raises TypeError (Python) for other types, and keywords that are no strings. */
export function joinArguments(I: Interp, args: Value, kwargs: Value): CallArguments | null | undefined {
  if (args !== null && !(args instanceof PyTuple)) return typeError(I, 'tasklet args must be a tuple or None');
  if (kwargs !== null && !(kwargs instanceof PyDict))
    return typeError(I, 'tasklet kwargs must be a dictionary or None');
  if (args === null && kwargs === null) return null;
  const all: Value[] = args === null ? [] : args.items.slice();
  const names: string[] = [];
  if (kwargs !== null) {
    for (let i = 0; i < kwargs.entryCount; i++) {
      const value = kwargs.valueAt(i);
      if (value === undefined) continue;
      const key = kwargs.keyAt(i);
      if (typeof key !== 'string') return typeError(I, 'keywords must be strings');
      names.push(key);
      all.push(value);
    }
  }
  return { args: all, kw: names.length === 0 ? null : names };
}
