/**
 * A failed pure computation, before it becomes a Python exception.
 *
 * The rooms `text` and `numeric` know nothing of Python objects, so they cannot raise. A function
 * there that can fail returns `T | Failure`; the caller tests `instanceof Failure` and raises the
 * Python exception named by `type` with `message`. Returning instead of throwing keeps try/catch
 * (and its cost) out of every caller.
 */
export class Failure {
  /**
   * `type` is the name of a built-in Python exception class; `message` is CPython 3.11's wording.
   */
  constructor(
    readonly type: string,
    readonly message: string,
  ) {}
}

/** Makes the Failure that becomes a Python ValueError. */
export function valueFailure(message: string): Failure {
  return new Failure('ValueError', message);
}

/** Makes the Failure that becomes a Python TypeError. */
export function typeFailure(message: string): Failure {
  return new Failure('TypeError', message);
}

/** Makes the Failure that becomes a Python OverflowError. */
export function overflowFailure(message: string): Failure {
  return new Failure('OverflowError', message);
}

/** Makes the Failure that becomes a Python ZeroDivisionError. */
export function zeroDivisionFailure(message: string): Failure {
  return new Failure('ZeroDivisionError', message);
}
