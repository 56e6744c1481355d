/** `raise`: classes are instantiated (which may call Python), causes attached. */
import { PyException } from '../objects/exception.ts';
import { NativeKind } from '../objects/frame.ts';
import { typeError } from '../objects/raise.ts';
import { PyTuple } from '../objects/tuple.ts';
import { isSubtype, PyType } from '../objects/type.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import type { Value } from '../objects/value.ts';
import type { Interp } from '../objects/interp.ts';
import type { Interpreter } from './interpreter.ts';

/** r = [made exception, cause or undefined, phase, class that was called] */
export const RAISE_KIND = new NativeKind('vm.raise', (I, f) => {
  const r = f.r;
  if (r[2] === 0) {
    if (!(r[0] instanceof PyException)) {
      return notAnException(I, r[3], r[0]);
    }
    return raiseFrom(I as Interpreter, r[0], r[1]);
  }
  // The cause has been made.
  const exc: PyException = r[1];
  exc.cause = r[0];
  exc.suppressContext = true;
  return I.raise(exc);
});

export function raiseStatement(I: Interpreter, exc: Value, cause: Value | undefined): undefined {
  if (exc instanceof PyException) return raiseFrom(I, exc, cause);
  if (exc instanceof PyType && isSubtype(exc, I.types.BaseException)) {
    const entry = I.frame;
    const made = I.call(exc, [], null);
    if (made === undefined) return I.then(entry, RAISE_KIND, [undefined, cause, 0, exc]);
    if (made instanceof PyException) return raiseFrom(I, made, cause);
    return notAnException(I, exc, made);
  }
  return typeError(I, 'exceptions must derive from BaseException');
}

function notAnException(I: Interp, called: PyType, made: Value): undefined {
  const text = `calling ${classText(called)} should have returned an instance of BaseException, not ${classText(typeOf(I, made))}`;
  return typeError(I, text);
}

/** A class as its repr shows it. */
function classText(type: PyType): string {
  const module = type.isBuiltin ? (type.spec.module ?? 'builtins') : type.dict.getStr('__module__');
  return typeof module === 'string' && module !== 'builtins'
    ? `<class '${module}.${type.qualname}'>`
    : `<class '${type.qualname}'>`;
}

function raiseFrom(I: Interpreter, exc: PyException, cause: Value | undefined): undefined {
  if (cause === undefined) return I.raise(exc);
  if (cause === null || cause instanceof PyException) {
    exc.cause = cause;
    exc.suppressContext = true;
    return I.raise(exc);
  }
  if (cause instanceof PyType && isSubtype(cause, I.types.BaseException)) {
    const entry = I.frame;
    const made = I.call(cause, [], null);
    if (made === undefined) return I.then(entry, RAISE_KIND, [undefined, exc, 1]);
    exc.cause = made as PyException;
    exc.suppressContext = true;
    return I.raise(exc);
  }
  return typeError(I, 'exception causes must derive from BaseException');
}

/**
 * The exception that `throw(type, value)` means. Suspends when a Python class must be called; the instance is delivered then.
 * `otherwise` begins the TypeError's text; the type's name is added.
 */
export function instantiateException(
  I: Interpreter,
  type: Value,
  value: Value,
  otherwise: string,
): PyException | undefined {
  if (type instanceof PyException) {
    if (value !== null) return typeError(I, 'instance exception may not have a separate value');
    return type;
  }
  if (type instanceof PyType && isSubtype(type, I.types.BaseException)) {
    if (value instanceof PyException && isSubtype(value.cls, type)) return value;
    const args: Value[] = value === null ? [] : value instanceof PyTuple ? (value.items.slice() as Value[]) : [value];
    return I.call(type, args, null) as PyException | undefined;
  }
  return typeError(I, otherwise + typeName(I, type));
}
