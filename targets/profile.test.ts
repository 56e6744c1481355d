import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_TARGET,
  GIB,
  MIB,
  PROFILE_DEFAULTS,
  PROFILE_FIELDS,
  PROFILES,
  TARGET_ALIASES,
  TargetProfileError,
  findTarget,
  loadProfile,
  resolveTarget,
  targetNames,
  validateProfile,
} from './index.ts';
import { nearestName } from './near-miss.ts';

/** The error that `action` throws, which must be ours. */
function profileError(action: () => unknown): TargetProfileError {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(TargetProfileError);
    return error as TargetProfileError;
  }
  throw new Error('nothing was thrown');
}

describe('built-in profiles', () => {
  it('are at least those the product promises', () => {
    const promised =
      'ps2 psp ps3 xbox360 wii 3ds vita switch ps4 ps5 browser-mobile browser-desktop server wiiu xboxone xboxseries nds desktop';
    expect(targetNames()).toEqual(expect.arrayContaining(promised.split(' ')));
  });

  it.each(PROFILES.map((profile) => [profile.name, profile] as const))('%s is complete and valid', (_name, profile) => {
    expect(Object.keys(profile).sort()).toEqual([...PROFILE_FIELDS].sort());
    expect(validateProfile(profile)).toEqual(profile);
    expect(profile.source).toMatch(/^modelled; /);
  });

  it('have names of their own', () => {
    expect(new Set(targetNames()).size).toBe(PROFILES.length);
  });

  it('say what the design fixes for the machine of the seed', () => {
    expect(findTarget('ps3')).toMatchObject({
      pointerBits: 32,
      heapLimitBytes: 8 * MIB,
      generatedCode: false,
      hasCompiler: false,
    });
  });

  it('generate no code on consoles', () => {
    const consoles = PROFILES.filter(({ name }) => !/browser|server|desktop/.test(name));
    expect(consoles.filter((profile) => profile.generatedCode)).toEqual([]);
  });
});

describe('findTarget', () => {
  it('gives the default without a name', () => {
    expect(findTarget().name).toBe(DEFAULT_TARGET);
    expect(resolveTarget(undefined).name).toBe(DEFAULT_TARGET);
  });

  it.each(Object.entries(TARGET_ALIASES))('knows %s as %s', (alias, name) => {
    expect(findTarget(alias).name).toBe(name);
  });

  it.each(['toString', '__proto__', 'constructor', ''])('does not find %j', (name) => {
    expect(profileError(() => findTarget(name))).toMatchObject({ code: 'ERR_TARGET_PROFILE', field: 'target' });
  });

  it('suggests the name that was probably meant', () => {
    expect(profileError(() => findTarget('PS-3')).message).toContain("Unknown target 'PS-3'. Did you mean 'ps3'?");
    expect(profileError(() => findTarget('browser-mobil')).message).toContain("Did you mean 'browser-mobile'?");
  });
});

describe('validateProfile', () => {
  it('fills in the defaults and freezes the result', () => {
    const profile = validateProfile({ name: 'mine' });
    expect(profile).toEqual({ ...PROFILE_DEFAULTS, name: 'mine', title: 'mine' });
    expect(Object.isFrozen(profile)).toBe(true);
    expect(Object.isFrozen(profile.frameCache)).toBe(true);
    expect(profile.frameCache).not.toBe(PROFILE_DEFAULTS.frameCache);
  });

  it.each([
    ['heapLimitByte', 'heapLimitByte', "Unknown target profile field 'heapLimitByte'. Did you mean 'heapLimitBytes'?"],
    ['zzz', 'zzz', "Unknown target profile field 'zzz'."],
    ['__proto__x', '__proto__x', "Unknown target profile field '__proto__x'."],
    ['toString', 'toString', "Unknown target profile field 'toString'."],
  ])('refuses the unknown field %s', (key, field, message) => {
    expect(profileError(() => validateProfile({ name: 'mine', [key]: 1 }))).toMatchObject({ field, message });
  });

  it.each<[string, unknown, string]>([
    ['heapLimitBytes', '8 MiB', "is '8 MiB'; expected a whole number of bytes from 65536 to 68719476736."],
    ['heapLimitBytes', 1000, 'is 1000; expected a whole number of bytes from 65536 to 68719476736.'],
    ['heapLimitBytes', 65536.5, 'is 65536.5; expected a whole number'],
    ['heapLimitBytes', Number.NaN, 'is NaN; expected a whole number'],
    ['heapLimitBytes', null, 'is null; expected a whole number'],
    ['heapLimitBytes', 65 * GIB, 'is 69793218560; expected a whole number of bytes from 65536 to 68719476736.'],
    ['pointerBits', 16, 'is 16; expected one of 32, 64.'],
    ['pointerBits', '64', "is '64'; expected one of 32, 64."],
    ['generatedCode', 0, 'is 0; expected true or false.'],
    ['maxIntDigits', 639, 'is 639; expected a whole number of digits from 640 to 2147483647, or 0 for no limit.'],
    ['gcSliceMs', Infinity, 'is Infinity; expected a number of ms from 0.1 to 1000.'],
    ['recursionLimit', 49, 'is 49; expected a whole number of calls from 50 to 1000000.'],
    ['title', 7, 'is 7; expected text of at most 80 characters.'],
    ['name', 'My Console', "is 'My Console'; expected lower-case words joined by '-', at most 40 characters."],
    ['frameCache', 'zombie', "must be an object, got 'zombie'."],
  ])('refuses %s = %j', (field, value, message) => {
    const error = profileError(() => validateProfile({ name: 'mine', [field]: value }));
    expect(error.field).toBe(field);
    expect(error.message).toContain(`field '${field}' ${message}`);
  });

  it('names a field inside frameCache by its path', () => {
    const wrongPolicy = profileError(() => validateProfile({ name: 'mine', frameCache: { policy: 'zombies' } }));
    expect(wrongPolicy).toMatchObject({ field: 'frameCache.policy' });
    expect(wrongPolicy.message).toContain('expected one of none, freeList, zombie, zombie+freeList.');
    expect(wrongPolicy.message).toContain("Did you mean 'zombie'?");
    const unknown = profileError(() => validateProfile({ name: 'mine', frameCache: { freelistMax: 3 } }));
    expect(unknown).toMatchObject({ field: 'frameCache.freelistMax' });
    expect(unknown.message).toContain("Did you mean 'frameCache.freeListMax'?");
  });

  it.each([[null], [[]], ['ps3'], [undefined], [3]])('refuses %j for a profile', (data) => {
    expect(profileError(() => validateProfile(data))).toMatchObject({ field: '' });
  });

  it('needs a name', () => {
    expect(profileError(() => validateProfile({}))).toMatchObject({ field: 'name' });
    expect(profileError(() => validateProfile({ name: undefined }))).toMatchObject({ field: 'name' });
  });

  it.each([
    ['heapLimitBytes', { pointerBits: 32, heapLimitBytes: 5 * GIB }],
    ['memoryReserveBytes', { heapLimitBytes: MIB, memoryReserveBytes: MIB / 2 }],
    ['largeGrowthBytes', { heapLimitBytes: MIB, largeGrowthBytes: 2 * MIB }],
    ['defaultFrameBudgetMs', { frameRateHz: 60, defaultFrameBudgetMs: 17 }],
  ])('checks %s against the other fields', (field, data) => {
    expect(profileError(() => validateProfile({ name: 'mine', ...data }))).toMatchObject({ field });
  });

  it('adapts inherited values that do not fit a given one', () => {
    expect(validateProfile({ name: 'mine', heapLimitBytes: 128 * 1024 }).memoryReserveBytes).toBe(32 * 1024);
    expect(validateProfile({ name: 'mine', frameRateHz: 500 }).defaultFrameBudgetMs).toBe(2);
  });

  it('throws nothing but TargetProfileError, and accepts its own results', () => {
    const value = fc.oneof(fc.anything(), fc.integer(), fc.boolean(), fc.constantFrom(32, 64, 'none', 'zombie'));
    const input = fc.dictionary(fc.oneof(fc.constantFrom(...(PROFILE_FIELDS as string[])), fc.string()), value);
    fc.assert(
      fc.property(input, (data) => {
        try {
          const profile = validateProfile({ name: 'mine', ...data });
          expect(validateProfile(profile)).toEqual(profile);
        } catch (error) {
          expect(error).toBeInstanceOf(TargetProfileError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('loadProfile', () => {
  it('overrides fields of the profile it extends, inside frameCache too', () => {
    const text = '{ "extends": "ps3", "heapLimitBytes": 4194304, "frameCache": { "policy": "zombie" } }';
    const profile = loadProfile(text);
    expect(profile).toEqual({
      ...findTarget('ps3'),
      name: 'ps3-custom',
      title: 'PlayStation 3 (custom)',
      heapLimitBytes: 4 * MIB,
      frameCache: { policy: 'zombie', freeListMax: findTarget('ps3').frameCache.freeListMax },
    });
  });

  it('takes a name and a title of its own', () => {
    expect(loadProfile({ extends: 'ps3', name: 'cell' })).toMatchObject({ name: 'cell', pointerBits: 32 });
    expect(loadProfile({ extends: 'ps3', title: 'Test kit' })).toMatchObject({ name: 'ps3-custom', title: 'Test kit' });
  });

  it('ignores fields that are undefined', () => {
    expect(loadProfile({ extends: 'ps3', heapLimitBytes: undefined }).heapLimitBytes).toBe(8 * MIB);
  });

  it('works without a parent', () => {
    expect(loadProfile('{"name": "toaster", "pointerBits": 32}')).toMatchObject({ name: 'toaster', pointerBits: 32 });
  });

  it.each([
    ['{', '', 'The target profile is not valid JSON'],
    ['[]', '', 'must be an object, got an array'],
    ['{"extends": "ps33"}', 'target', "Did you mean 'ps3'?"],
    ['{"extends": 3}', 'target', 'Unknown target 3.'],
    ['{"extends": "ps3", "heap": 3}', 'heap', "Unknown target profile field 'heap'."],
    ['{"extends": "ps3", "__proto__": {"heapLimitBytes": 1}}', '__proto__', 'Unknown target profile field'],
  ])('refuses %s', (text, field, message) => {
    const error = profileError(() => loadProfile(text));
    expect(error.field).toBe(field);
    expect(error.message).toContain(message);
  });
});

describe('nearestName', () => {
  it('finds slips of the finger and nothing far away', () => {
    expect(nearestName('xbox36', ['ps3', 'xbox360', 'xboxone'])).toBe('xbox360');
    expect(nearestName('policies', ['heapLimitBytes', 'name'])).toBeNull();
  });
});
