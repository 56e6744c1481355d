/**
 * Checks a profile from outside, by one table of rules, and fills in what it leaves out.
 *
 * Written by hand rather than with a schema library: the rules are a screenful, the messages are ours, and this goes into
 * every bundle.
 */
import { nearestName } from './near-miss.ts';
import { missingField, notAnObject, unknownField, wrongValue } from './profile-error.ts';
import { GIB, KIB, PROFILE_DEFAULTS } from './profile.ts';
import type { FrameCacheProfile, TargetProfile } from './profile.ts';

type Rule =
  | { readonly kind: 'boolean' }
  | { readonly kind: 'text'; readonly maxLength: number; readonly pattern?: RegExp; readonly expected: string }
  | { readonly kind: 'oneOf'; readonly values: readonly (string | number)[] }
  | {
      readonly kind: 'integer';
      readonly min: number;
      readonly max: number;
      readonly unit: string;
      readonly orZero?: true;
    }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: string }
  | { readonly kind: 'frameCache' };

const BOOLEAN: Rule = { kind: 'boolean' };
const integer = (min: number, max: number, unit: string): Rule => ({ kind: 'integer', min, max, unit });

/** One rule per field; a field without a rule does not compile. */
const RULES: Readonly<Record<keyof TargetProfile, Rule>> = {
  name: {
    kind: 'text',
    maxLength: 40,
    pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    expected: "lower-case words joined by '-', at most 40 characters",
  },
  title: { kind: 'text', maxLength: 80, expected: 'text of at most 80 characters' },
  source: { kind: 'text', maxLength: 500, expected: 'text of at most 500 characters' },
  pointerBits: { kind: 'oneOf', values: [32, 64] },
  heapLimitBytes: integer(64 * KIB, 64 * GIB, 'bytes'),
  memoryReserveBytes: integer(1 * KIB, 1 * GIB, 'bytes'),
  largeGrowthBytes: integer(256, 1 * GIB, 'bytes'),
  gcSliceMs: { kind: 'number', min: 0.1, max: 1000, unit: 'ms' },
  frameCache: { kind: 'frameCache' },
  generatedCode: BOOLEAN,
  hasCompiler: BOOLEAN,
  keepDocstrings: BOOLEAN,
  keepLineTables: BOOLEAN,
  keepAnnotations: BOOLEAN,
  stripAsserts: BOOLEAN,
  lazyInflation: BOOLEAN,
  recursionLimit: integer(50, 1_000_000, 'calls'),
  maxTasklets: integer(1, 10_000_000, 'tasklets'),
  // CPython refuses limits from 1 to 639 too: below that, numbers every program uses could not be printed.
  maxIntDigits: { kind: 'integer', min: 640, max: 2 ** 31 - 1, unit: 'digits', orZero: true },
  maxSaveBytes: integer(1 * KIB, 16 * GIB, 'bytes'),
  switchIntervalTicks: integer(1, 2 ** 31 - 1, 'ticks'),
  defaultFrameBudgetMs: { kind: 'number', min: 0.05, max: 10_000, unit: 'ms' },
  frameRateHz: { kind: 'number', min: 1, max: 1000, unit: 'Hz' },
};

const FRAME_CACHE_RULES: Readonly<Record<keyof FrameCacheProfile, Rule>> = {
  policy: { kind: 'oneOf', values: ['none', 'freeList', 'zombie', 'zombie+freeList'] },
  freeListMax: integer(0, 100_000, 'frames'),
};

/** Names of all fields of a profile, in the order of the documentation. */
export const PROFILE_FIELDS = Object.keys(RULES) as readonly (keyof TargetProfile)[];

/**
 * Returns a complete, frozen copy of `data`. What it does not say is taken from `parent`, else from the defaults; the name
 * is always its own.
 * @throws TargetProfileError naming the field, its value and what is allowed.
 */
export function validateProfile(data: unknown, parent?: TargetProfile): TargetProfile {
  if (!isPlainObject(data)) throw notAnObject('', data);
  const given = checkFields(data, RULES, '');
  if (!('name' in given)) throw missingField('name');
  const base = parent ?? PROFILE_DEFAULTS;
  const frameCache = { ...base.frameCache, ...(given.frameCache as Partial<FrameCacheProfile>) };
  const profile = { ...base, title: given.name, ...given, frameCache } as TargetProfile;
  checkTogether(profile, given);
  Object.freeze(frameCache);
  return Object.freeze(profile);
}

/** Checks each field that `data` has and returns them; `path` is '' or ends with a dot. */
function checkFields(data: Record<string, unknown>, rules: Readonly<Record<string, Rule>>, path: string) {
  const given: Record<string, unknown> = {};
  for (const key of Object.keys(data)) {
    const field = path + key;
    if (!Object.hasOwn(rules, key)) {
      const suggestion = nearestName(key, Object.keys(rules));
      throw unknownField(field, suggestion === null ? null : path + suggestion);
    }
    // JSON has no undefined; objects written by hand often do, and mean "not given".
    if (data[key] !== undefined) given[key] = checkValue(field, data[key], rules[key]);
  }
  return given;
}

function checkValue(field: string, value: unknown, rule: Rule): unknown {
  switch (rule.kind) {
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongValue(field, value, 'true or false');
      return value;
    case 'text':
      if (typeof value !== 'string' || value.length > rule.maxLength || (rule.pattern && !rule.pattern.test(value))) {
        throw wrongValue(field, value, rule.expected);
      }
      return value;
    case 'oneOf':
      if (!rule.values.includes(value as string | number)) {
        const names = rule.values.filter((option) => typeof option === 'string');
        const suggestion = typeof value === 'string' ? nearestName(value, names) : null;
        throw wrongValue(field, value, `one of ${rule.values.join(', ')}`, suggestion);
      }
      return value;
    case 'integer':
    case 'number': {
      const { min, max, unit } = rule;
      const isWhole = rule.kind === 'integer';
      const orZero = rule.kind === 'integer' && rule.orZero === true;
      const isRightType = isWhole ? Number.isInteger(value) : Number.isFinite(value);
      const number = value as number;
      if (!isRightType || ((number < min || number > max) && !(orZero && number === 0))) {
        const what = isWhole ? 'a whole number' : 'a number';
        throw wrongValue(
          field,
          value,
          `${what} of ${unit} from ${min} to ${max}${orZero ? ', or 0 for no limit' : ''}`,
        );
      }
      return number;
    }
    case 'frameCache':
      if (!isPlainObject(value)) throw notAnObject(field, value);
      return checkFields(value, FRAME_CACHE_RULES, `${field}.`);
  }
}

/** Checks what no field says alone. An inherited value that does not fit a given one gives way. */
function checkTogether(profile: TargetProfile, given: Readonly<Record<string, unknown>>): void {
  const { heapLimitBytes, pointerBits, frameRateHz } = profile;
  const adjustable = profile as { -readonly [Field in keyof TargetProfile]: TargetProfile[Field] };

  if (pointerBits === 32 && heapLimitBytes > 4 * GIB) {
    throw wrongValue('heapLimitBytes', heapLimitBytes, `at most ${4 * GIB} bytes with 32-bit pointers`);
  }
  const maxReserve = Math.floor(heapLimitBytes / 4);
  if (profile.memoryReserveBytes > maxReserve) {
    if ('memoryReserveBytes' in given) {
      throw wrongValue(
        'memoryReserveBytes',
        profile.memoryReserveBytes,
        `at most a quarter of the heap, ${maxReserve} bytes`,
      );
    }
    adjustable.memoryReserveBytes = maxReserve;
  }
  if (profile.largeGrowthBytes > heapLimitBytes) {
    throw wrongValue('largeGrowthBytes', profile.largeGrowthBytes, `at most the heap, ${heapLimitBytes} bytes`);
  }
  const frameMs = 1000 / frameRateHz;
  if (profile.defaultFrameBudgetMs > frameMs) {
    if ('defaultFrameBudgetMs' in given) {
      const expected = `at most one frame at ${frameRateHz} Hz, ${Number(frameMs.toFixed(3))} ms`;
      throw wrongValue('defaultFrameBudgetMs', profile.defaultFrameBudgetMs, expected);
    }
    adjustable.defaultFrameBudgetMs = frameMs;
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
