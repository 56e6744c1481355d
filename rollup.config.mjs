// The builds of the package: one general build with all entries, and one self-contained bundle per target profile.
//
//   rollup -c                   everything, with the table of bundle sizes
//   rollup -c --configGeneral   the general build only; what `npm start` and `npm test` need
//
// The TypeScript compiler runs first, once, over all sources (.ci/emit.mjs): `const enum` is inlined, which per-file
// transpilers cannot do, and declarations come from the same pass. Rollup bundles what it emitted. An import against the
// floor order or in a circle stops the build before anything is written.
import { chmodSync, cpSync, existsSync, rmSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { embedPrelude } from './.ci/embed-prelude.mjs';
import { emitSources, emittedPath, writeText } from './.ci/emit.mjs';
import { BENCH_ENTRIES, COPIED_FOLDERS, ENTRIES, STRICT } from './.ci/entries.mjs';
import { reportBundles, measureBundles } from './.ci/rollup/bundle-sizes.mjs';
import { emittedSources } from './.ci/rollup/emitted-sources.mjs';
import { guardSources, onLog } from './.ci/rollup/guards.mjs';
import { minifiedCopy } from './.ci/rollup/minified-copy.mjs';
import { profileConstants } from './.ci/rollup/profile-constants.mjs';

const DIST = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), 'dist');
const STARTED_AT = new Date();
const CLI = 'host/cli/main';
/** Node's modules and the packages that stay packages. Target bundles take the packages in: they must be self-contained. */
const EXTERNAL = [/^node:/, 'msgpackr'];

export default async function configure(options) {
  const onlyGeneral = options.configGeneral === true;
  delete options.configGeneral;
  embedPrelude();
  guardSources({ strict: STRICT });
  if (!emitSources() && STRICT) throw new Error('There are type errors (above).');

  const general = generalBuild();
  if (onlyGeneral) return [general];
  const profiles = await loadProfiles();
  const targets = profiles.map(targetBuild).filter((build) => build !== null);
  if (targets.length > 0) targets.at(-1).plugins.push(reportSizes(profiles));
  return [general, ...targets];
}

function generalBuild() {
  const entries = [...ENTRIES, ...BENCH_ENTRIES].filter(isWritten);
  return {
    input: Object.fromEntries(entries.map((entry) => [entry.output, emittedPath(entry.source)])),
    external: EXTERNAL,
    onLog,
    plugins: [emittedSources(), finishGeneralBuild()],
    output: {
      dir: DIST,
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name].js',
      banner: (chunk) => (chunk.name === CLI ? '#!/usr/bin/env node' : ''),
      generatedCode: { constBindings: true, objectShorthand: true },
    },
  };
}

function targetBuild(profile) {
  const runtime = profile.hasCompiler ? 'runtime/index.ts' : 'runtime/core.ts';
  const parts = [runtime, 'host/index.ts', 'targets/index.ts'];
  if (!parts.every((source) => isWritten({ source }))) return null;
  const entry = `\0target:${profile.name}`;
  const folder = `targets/${profile.name}`;
  return {
    input: { stackless: entry },
    external: [/^node:/],
    onLog,
    plugins: [
      {
        name: 'target-entry',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry ? parts.map((part) => `export * from ${JSON.stringify(emittedPath(part))};`).join('\n') : null,
      },
      profileConstants(profile),
      emittedSources(),
      minifiedCopy(),
      {
        name: 'target-declarations',
        writeBundle() {
          const exports = parts.map((part) => `export * from '../../types/${part.replace(/\.ts$/, '.js')}';\n`);
          writeText(join(DIST, folder, 'stackless.d.ts'), exports.join(''));
        },
      },
    ],
    output: {
      dir: join(DIST, folder),
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      inlineDynamicImports: true,
      generatedCode: { constBindings: true, objectShorthand: true },
    },
  };
}

/** The profiles as data, read from the registry that was just compiled. */
async function loadProfiles() {
  const registry = emittedPath('targets/registry.ts');
  if (!isWritten({ source: 'targets/registry.ts' })) return [];
  const { PROFILES } = await import(pathToFileURL(registry).href);
  return PROFILES;
}

/** Whether an entry's source exists; a missing one is an error in a strict build and a message otherwise. */
function isWritten({ source }) {
  if (existsSync(emittedPath(source))) return true;
  if (STRICT) throw new Error(`The entry ${source} does not exist.`);
  console.error(`build: ${source} is not written yet, skipped`);
  return false;
}

/** Copies data files, marks the command executable and sets the stamp that `.ci/setup.mjs` compares with the sources. */
function finishGeneralBuild() {
  return {
    name: 'finish-general-build',
    buildStart() {
      rmSync(join(DIST, 'chunks'), { recursive: true, force: true });
    },
    writeBundle() {
      for (const folder of COPIED_FOLDERS) {
        if (!existsSync(folder)) continue;
        rmSync(join(DIST, folder), { recursive: true, force: true });
        cpSync(folder, join(DIST, folder), { recursive: true });
      }
      const command = join(DIST, `${CLI}.js`);
      if (existsSync(command)) chmodSync(command, 0o755);
      const stamp = join(DIST, '.cache/general.stamp');
      writeText(stamp, '');
      // A source saved while the build ran must count as newer.
      utimesSync(stamp, STARTED_AT, STARTED_AT);
    },
  };
}

function reportSizes(profiles) {
  return {
    name: 'report-sizes',
    writeBundle: {
      sequential: true,
      order: 'post',
      handler: () => reportBundles(measureBundles(profiles)),
    },
  };
}
