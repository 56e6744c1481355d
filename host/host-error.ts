/** Misuse of our API by the host: a stable `code`, and a message that names the call and the argument. One function per message. */

export type HostErrorCode =
  | 'ERR_STACKLESS_ARGUMENT'
  | 'ERR_STACKLESS_DISPOSED'
  | 'ERR_STACKLESS_RUNNING'
  | 'ERR_STACKLESS_STARTED'
  | 'ERR_STACKLESS_NO_FILE'
  | 'ERR_STACKLESS_NO_COMPILER'
  | 'ERR_STACKLESS_NOT_FOUND'
  | 'ERR_STACKLESS_CONVERSION'
  | 'ERR_STACKLESS_OUTSIDE_ROOT'
  | 'ERR_STACKLESS_FETCH'
  | 'ERR_STACKLESS_SCRIPT'
  | 'ERR_STACKLESS_INTERNAL';

export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly code: HostErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function badArgument(call: string, argument: string, value: unknown, expected: string): HostError {
  return new HostError('ERR_STACKLESS_ARGUMENT', `${call}: ${argument} is ${describe(value)}; expected ${expected}.`);
}

export function unknownOption(call: string, name: string, known: readonly string[]): HostError {
  return new HostError(
    'ERR_STACKLESS_ARGUMENT',
    `${call}: unknown option '${name}'. Known options: ${known.join(', ')}.`,
  );
}

export function disposed(call: string): HostError {
  return new HostError('ERR_STACKLESS_DISPOSED', `${call}: this runtime has been disposed.`);
}

export function isRunning(call: string): HostError {
  return new HostError(
    'ERR_STACKLESS_RUNNING',
    `${call}: cannot be called while scripts run, for instance from a bound function.`,
  );
}

export function alreadyStarted(call: string): HostError {
  return new HostError('ERR_STACKLESS_STARTED', `${call}: this runtime has a main script already.`);
}

export function noSuchFile(call: string, path: string): HostError {
  return new HostError('ERR_STACKLESS_NO_FILE', `${call}: there is no file '${path}'.`);
}

export function notFound(call: string, name: string, reason: string): HostError {
  return new HostError('ERR_STACKLESS_NOT_FOUND', `${call}: cannot get '${name}': ${reason}.`);
}

export function notConvertible(call: string, reason: string): HostError {
  return new HostError('ERR_STACKLESS_CONVERSION', `${call}: ${reason}.`);
}

export function brokenRuntime(call: string, cause: unknown): HostError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new HostError('ERR_STACKLESS_INTERNAL', `${call}: the runtime failed and cannot go on: ${reason}`, { cause });
}

/** A value for a message, shortened. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 57)}...` : value}'`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
