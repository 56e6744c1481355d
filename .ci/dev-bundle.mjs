// Bundles the command line for developers in well under a second: no type check, no floor check, one file with a source map.
//
//   npm run dev:bundle            host/cli/main.ts        -> dist/dev/cli.mjs
//   npm run dev:bundle -- FILE    any entry, e.g. a bench -> dist/dev/<base name>.mjs
//
// esbuild inlines `const enum` across files when it bundles, so the dispatch code is the same shape as in the real build.
// Build constants keep their defaults (runtime/base/build-constants.ts).
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { embedPrelude } from './embed-prelude.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = process.argv[2] ?? join(root, 'host/cli/main.ts');

if (!existsSync(entry)) {
  console.error(`dev:bundle: there is no ${entry}`);
  process.exit(1);
}

const isCli = process.argv[2] === undefined;
const outfile = resolve(root, 'dist/dev', isCli ? 'cli.mjs' : `${basename(entry).replace(/\.[cm]?[jt]s$/, '')}.mjs`);
const started = performance.now();

embedPrelude();
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  packages: 'external',
  logLevel: 'warning',
});

console.log(`dev:bundle: ${outfile} in ${Math.round(performance.now() - started)} ms`);
