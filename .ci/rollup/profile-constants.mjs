// Rollup plugin of the per-target builds: puts a target's choices in place of the general build's constants, and leaves only
// that target's profile in the registry. Rollup then drops what the constants make unreachable.
import { emittedPath } from '../emit.mjs';

/** The module runtime/base/build-constants.ts for one profile, name by name; the general build keeps the file as it is. */
export function buildConstants(profile) {
  return {
    BUILD_PROFILE: profile.name,
    HAS_COMPILER: profile.hasCompiler,
    HAS_DISASSEMBLER: profile.hasCompiler,
    HAS_GENERATED_CODE: profile.generatedCode,
    HAS_DOCSTRINGS: profile.keepDocstrings,
  };
}

/**
 * @param {object} profile a TargetProfile
 * @returns {import('rollup').Plugin}
 */
export function profileConstants(profile) {
  const replaced = new Map([
    [emittedPath('runtime/base/build-constants.ts'), moduleText(buildConstants(profile))],
    [
      emittedPath('targets/registry.ts'),
      moduleText({ PROFILES: [profile], DEFAULT_TARGET: profile.name, TARGET_ALIASES: {} }),
    ],
  ]);
  return {
    name: 'profile-constants',
    load(id) {
      return replaced.get(id) ?? null;
    },
  };
}

function moduleText(exports) {
  return Object.entries(exports)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
}
