// Compiles every source once with the TypeScript compiler: JavaScript modules for Rollup, declarations for users.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './source-scan.mjs';

/** Where the emitted modules are, laid out like the sources. */
export const EMITTED = join(ROOT, 'dist/.cache/js');
const TYPES = join(ROOT, 'dist/types');

/** The emitted module of a source: `runtime/index.ts` -> `/.../dist/.cache/js/runtime/index.js`. */
export function emittedPath(source) {
  return join(EMITTED, source.replace(/\.ts$/, '.js'));
}

/**
 * Runs the compiler (incrementally) and returns whether there were no type errors, which it prints. With errors the modules
 * are written all the same.
 */
export function emitSources() {
  mkdirSync(join(ROOT, 'dist/.cache'), { recursive: true });
  // The incremental state says what was written; without the files it would be believed all the same.
  if (!existsSync(EMITTED) || !existsSync(TYPES)) rmSync(join(ROOT, 'dist/.cache/build.tsbuildinfo'), { force: true });
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const result = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  removeStale(EMITTED, '.js');
  removeStale(TYPES, '.d.ts');
  finishDeclarations(TYPES);
  return result.status === 0;
}

/** Drops outputs whose source is gone, so that a renamed file cannot linger in a bundle. */
function removeStale(folder, ending) {
  for (const file of filesUnder(folder)) {
    const stem = file.replace(/(\.js|\.js\.map|\.d\.ts)$/, '');
    if (file.endsWith(ending) && !existsSync(join(ROOT, relative(folder, `${stem}.ts`)))) {
      rmSync(file);
      rmSync(`${file}.map`, { force: true });
    }
  }
}

/**
 * Declarations keep the `.ts` endings of their imports, which a user's compiler follows only under
 * `allowImportingTsExtensions`; `.js` is understood everywhere.
 */
function finishDeclarations(folder) {
  for (const file of filesUnder(folder)) {
    const text = readFileSync(file, 'utf8');
    const rewritten = text.replace(/((?:from |import\()['"]\.{1,2}\/[^'"\n]*)\.ts(['"])/g, '$1.js$2');
    if (rewritten !== text) writeFileSync(file, rewritten);
  }
}

function* filesUnder(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** Creates the folder of `path` and writes `text` there. */
export function writeText(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
