/**
 * Raising built-in exceptions from natives: `return typeError(I, 'message')`. Every function here returns undefined with `I.exc` set.
 * Wording is the caller's, and CPython 3.11's. Messages that several callers share have a function of their own.
 */
import type { Interp } from './interp.ts';
import type { Failure } from '../base/failure.ts';
import type { Value } from './value.ts';
import { makeException, osErrorType } from './exception.ts';
import type { PyException } from './exception.ts';
import { PyType } from './type.ts';
import { typeOf } from './type-of.ts';

/** Raises built-in exception `name` with one str argument. */
export function raiseNamed(I: Interp, name: string, message: string): undefined {
  return I.raise(makeException(I, I.types.exceptions[name]!, [message]));
}

/** Raises built-in exception `name` with any arguments. */
export function raiseWith(I: Interp, name: string, args: Value[]): undefined {
  return I.raise(makeException(I, I.types.exceptions[name]!, args));
}

/** Raises the exception that a failed computation of `text/` or `numeric/` describes. */
export function raiseFailure(I: Interp, failure: Failure): undefined {
  return raiseNamed(I, failure.type, failure.message);
}

export function typeError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'TypeError', message);
}

export function valueError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'ValueError', message);
}

export function indexError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'IndexError', message);
}

/** Raises KeyError with the key itself as its argument. */
export function keyError(I: Interp, key: Value): undefined {
  return raiseWith(I, 'KeyError', [key]);
}

export function lookupError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'LookupError', message);
}

export function zeroDivision(I: Interp, message: string): undefined {
  return raiseNamed(I, 'ZeroDivisionError', message);
}

export function overflowError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'OverflowError', message);
}

export function runtimeError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'RuntimeError', message);
}

export function notImplementedError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'NotImplementedError', message);
}

export function systemError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'SystemError', message);
}

export function assertionError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'AssertionError', message);
}

export function eofError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'EOFError', message);
}

export function bufferError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'BufferError', message);
}

export function referenceError(I: Interp, message: string): undefined {
  return raiseNamed(I, 'ReferenceError', message);
}

/** `where` is what CPython adds: " while calling a Python object", " in comparison" ...; empty for none. */
export function recursionError(I: Interp, where = ''): undefined {
  return raiseNamed(I, 'RecursionError', 'maximum recursion depth exceeded' + where);
}

/** Without a message, as CPython raises it. */
export function memoryError(I: Interp): undefined {
  return raiseWith(I, 'MemoryError', []);
}

/** Raises StopIteration(value); without argument when value is None, as a finished generator does. */
export function stopIteration(I: Interp, value: Value): undefined {
  return raiseWith(I, 'StopIteration', value === null ? [] : [value]);
}

export function stopAsyncIteration(I: Interp): undefined {
  return raiseWith(I, 'StopAsyncIteration', []);
}

/** AttributeError with the object and the name kept for suggestions. */
export function attributeErrorWith(I: Interp, message: string, obj: Value, name: string): undefined {
  const exc = makeException(I, I.types.exceptions.AttributeError!, [message]);
  exc.fields![0] = name;
  exc.fields![1] = obj;
  return I.raise(exc);
}

/** "'X' object has no attribute 'name'", or "type object 'X' ..." for a type. */
export function attributeError(I: Interp, obj: Value, name: string): undefined {
  const message =
    obj instanceof PyType
      ? `type object '${obj.name}' has no attribute '${name}'`
      : `'${typeOf(I, obj).tpName}' object has no attribute '${name}'`;
  return attributeErrorWith(I, message, obj, name);
}

/** NameError that remembers the name for suggestions; `message` defaults to "name 'x' is not defined". */
export function nameError(I: Interp, name: string, message = `name '${name}' is not defined`): undefined {
  const exc = makeException(I, I.types.exceptions.NameError!, [message]);
  exc.fields![0] = name;
  return I.raise(exc);
}

export function unboundLocalError(I: Interp, name: string): undefined {
  // Unlike other NameErrors it does not remember the name, as in CPython.
  return raiseNamed(
    I,
    'UnboundLocalError',
    `cannot access local variable '${name}' where it is not associated with a value`,
  );
}

/** ImportError with `name` and `path` attributes. */
export function importError(I: Interp, message: string, name: string | null, path: string | null = null): undefined {
  return raiseImport(I, 'ImportError', message, name, path);
}

/** "No module named 'x'" (the default message). */
export function moduleNotFound(I: Interp, name: string, message = `No module named '${name}'`): undefined {
  return raiseImport(I, 'ModuleNotFoundError', message, name, null);
}

function raiseImport(I: Interp, type: string, message: string, name: string | null, path: string | null): undefined {
  const exc = makeException(I, I.types.exceptions[type]!, [message]);
  exc.fields![1] = name;
  exc.fields![2] = path;
  return I.raise(exc);
}

/** OSError of the subclass that `errno` selects, e.g. `osError(I, 2, 'No such file or directory', path)`. */
export function osError(I: Interp, errno: number, message: string, filename: Value = null): undefined {
  const type = osErrorType(I, errno);
  return I.raise(makeException(I, type, filename === null ? [errno, message] : [errno, message, filename]));
}

/** The exception with `cause` as its `__cause__`: `raise X from cause`. */
export function withCause(exc: PyException, cause: PyException): PyException {
  exc.cause = cause;
  exc.suppressContext = true;
  return exc;
}
