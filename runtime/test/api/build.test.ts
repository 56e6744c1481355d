/**
 * Looks into the bundles of the last build. `npm test` makes the general build first; the bundles per target are there after
 * `npm run build`, as in CI. What is not built is skipped, so that single tests can run without a build.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../.ci/source-scan.mjs';
import { PROFILES } from '../../../targets/index.ts';

const DIST = join(ROOT, 'dist');

/** The files that loading `file` loads: itself and what it imports, statically, by relative path. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*['"](\.[^'"]+)['"]/g);
  for (const [, specifier] of imports) closure(join(dirname(file), specifier), seen);
  return seen;
}

/** The source files, as paths in the repository, whose code is in a bundle file. */
function sourcesOf(file: string): string[] {
  const map = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] };
  return map.sources.map((source) => join(dirname(file), source).slice(ROOT.length + 1));
}

function isOptionalRoom(source: string): boolean {
  return /^runtime\/(syntax|compiler|tier1)\//.test(source);
}

const core = join(DIST, 'runtime/core.js');
const full = join(DIST, 'runtime/index.js');

describe('the general build', () => {
  it.skipIf(!existsSync(core))('has neither parser nor compiler in stackless/core', () => {
    const sources = [...closure(core)].flatMap(sourcesOf);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter(isOptionalRoom)).toEqual([]);
  });

  it.skipIf(!existsSync(full))('has numbers where the sources have members of a const enum', () => {
    for (const file of closure(full)) {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code.match(/\bOp\.[A-Z_]+\b/g), file).toBeNull();
    }
  });

  it.skipIf(!existsSync(full))('names no Node module in the runtime', () => {
    for (const file of closure(full)) expect(readFileSync(file, 'utf8'), file).not.toMatch(/['"]node:/);
  });
});

describe('the bundles per target', () => {
  for (const profile of PROFILES) {
    const bundle = join(DIST, 'targets', profile.name, 'stackless.js');
    it.skipIf(!existsSync(bundle))(`${profile.name} holds what its profile says and imports nothing`, () => {
      expect([...closure(bundle)]).toEqual([bundle]);
      const sources = sourcesOf(bundle);
      expect(sources.some((source) => source.startsWith('runtime/compiler/'))).toBe(profile.hasCompiler);
      if (!profile.generatedCode) expect(sources.filter((source) => source.startsWith('runtime/tier1/'))).toEqual([]);
      const others = PROFILES.filter((other) => other.name !== profile.name).map((other) => other.title);
      const code = readFileSync(bundle, 'utf8');
      expect(
        others.filter((title) => code.includes(`"title":"${title}"`) || code.includes(`title: '${title}'`)),
      ).toEqual([]);
    });
  }
});
