/**
 * Broken invariants of the runtime itself. Never a Python exception, never misuse by a host: those have families of
 * their own (`Failure` and the room `objects`; `HostError`).
 */

/** A bug in the runtime. Nothing catches it but the outermost edge, which reports it. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/**
 * Fails loudly when `condition` does not hold.
 * Not for hot paths where building `message` costs: pass a constant string there.
 */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InternalError(message);
}

/** Marks a place that no value can reach; `value` keeps the `switch` before it exhaustive at compile time. */
export function unreachable(value: never): never {
  throw new InternalError(`unreachable: ${String(value)}`);
}
