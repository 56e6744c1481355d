/** The one error of this room, and a function per message. */

/** A profile, or the name of one, that cannot be used. `field` says where: a path such as 'frameCache.policy'. */
export class TargetProfileError extends Error {
  override readonly name = 'TargetProfileError';
  readonly code = 'ERR_TARGET_PROFILE';

  constructor(
    /** The field that is wrong; 'target' for the name of a profile, '' for the profile as a whole. */
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

export function notAnObject(field: string, value: unknown): TargetProfileError {
  const what = field === '' ? 'A target profile' : `Target profile field '${field}'`;
  return new TargetProfileError(field, `${what} must be an object, got ${describe(value)}.`);
}

export function badJson(reason: string): TargetProfileError {
  return new TargetProfileError('', `The target profile is not valid JSON: ${reason}`);
}

export function unknownField(field: string, suggestion: string | null): TargetProfileError {
  const hint = suggestion === null ? '' : ` Did you mean '${suggestion}'?`;
  return new TargetProfileError(field, `Unknown target profile field '${field}'.${hint}`);
}

export function missingField(field: string): TargetProfileError {
  return new TargetProfileError(field, `Target profile field '${field}' is missing and has no default.`);
}

export function wrongValue(
  field: string,
  value: unknown,
  expected: string,
  suggestion: string | null = null,
): TargetProfileError {
  const hint = suggestion === null ? '' : ` Did you mean '${suggestion}'?`;
  return new TargetProfileError(
    field,
    `Target profile field '${field}' is ${describe(value)}; expected ${expected}.${hint}`,
  );
}

export function unknownTarget(name: unknown, known: readonly string[], suggestion: string | null): TargetProfileError {
  const hint = suggestion === null ? '' : ` Did you mean '${suggestion}'?`;
  return new TargetProfileError(
    'target',
    `Unknown target ${describe(name)}.${hint} Known targets: ${known.join(', ')}.`,
  );
}

/** A value as it would be written in the profile, shortened. */
function describe(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 57)}...` : value}'`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
