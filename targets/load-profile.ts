/** Finds a profile by name, and reads one that a user wrote. */
import { nearestName } from './near-miss.ts';
import { badJson, notAnObject, unknownTarget } from './profile-error.ts';
import { DEFAULT_TARGET, PROFILES, TARGET_ALIASES } from './registry.ts';
import { validateProfile } from './validate.ts';
import type { TargetProfile, TargetProfileInput } from './profile.ts';

/** Names of the built-in profiles, smallest machines first. */
export function targetNames(): readonly string[] {
  return PROFILES.map((profile) => profile.name);
}

/**
 * Returns the built-in profile called `name` (or the alias `name`); without one, the default.
 * @throws TargetProfileError with field 'target', and the nearest name, when there is none.
 */
export function findTarget(name: string = DEFAULT_TARGET): TargetProfile {
  const realName = Object.hasOwn(TARGET_ALIASES, name) ? TARGET_ALIASES[name] : name;
  const profile = PROFILES.find((candidate) => candidate.name === realName);
  if (profile === undefined) {
    const known = targetNames();
    throw unknownTarget(name, known, nearestName(String(name), [...known, ...Object.keys(TARGET_ALIASES)]));
  }
  return profile;
}

/**
 * Makes a profile from the text of a JSON file, or from an object: `{ "extends": "ps3", "heapLimitBytes": 4194304 }`.
 * `extends` names a built-in profile whose fields hold where the user's say nothing (inside `frameCache` too); the name is
 * then `<extended>-custom` unless given. Without `extends`, fields have their defaults and `name` is needed.
 * @throws TargetProfileError
 */
export function loadProfile(json: string | TargetProfileInput): TargetProfile {
  const data: unknown = typeof json === 'string' ? parseJson(json) : json;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw notAnObject('', data);
  const { extends: parentName, ...own } = data as TargetProfileInput;
  if (parentName === undefined) return validateProfile(own);

  const parent = findTarget(parentName);
  if (own.name !== undefined) return validateProfile(own, parent);
  return validateProfile({ title: `${parent.title} (custom)`, ...own, name: `${parent.name}-custom` }, parent);
}

/** Accepts what hosts and the command line take for a target: a name, a profile, or a user's partial profile. */
export function resolveTarget(target: string | TargetProfileInput | undefined): TargetProfile {
  return target === undefined || typeof target === 'string' ? findTarget(target) : loadProfile(target);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badJson(error instanceof Error ? error.message : String(error));
  }
}
