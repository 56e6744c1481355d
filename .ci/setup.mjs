// Makes a fresh clone ready: installs packages when they are missing or stale, and builds when sources are newer than the
// build. Runs before `npm start` and `npm test`, so it uses nothing but Node itself.
//
//   node .ci/setup.mjs             packages only
//   node .ci/setup.mjs --build     packages, then the general build (no per-target bundles; `npm run build` makes those)
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MINIMUM_NODE_MAJOR = 20;

/** What the general build is made from. A change in tests or documents does not make it stale. */
const SOURCE_PATHS = ['runtime', 'host', 'targets', 'game-sample', 'bench', '.ci', 'rollup.config.mjs', 'package.json'];
const SOURCE_CONFIG = ['tsconfig.base.json', 'tsconfig.build.json', 'package-lock.json'];
const NOT_BUILT = /(^|\/)(test|results|node_modules)$/;

main();

function main() {
  if (Number(process.versions.node.split('.')[0]) < MINIMUM_NODE_MAJOR) {
    fail(`Node ${MINIMUM_NODE_MAJOR} or later is needed, this is ${process.version}.`);
  }
  if (packagesAreStale()) {
    console.log('setup: installing packages (npm ci)');
    runNpm(['ci', '--no-audit', '--no-fund']);
    // npm keeps the marker's time when nothing changed; stale is "older than the lock file", so touch it.
    const marker = packagesMarker();
    if (existsSync(marker)) utimesSync(marker, new Date(), new Date());
  }
  if (process.argv.includes('--build') && buildIsStale()) {
    console.log('setup: building (npm run build:general)');
    runNpm(['run', '--silent', 'build:general']);
  }
}

function packagesMarker() {
  return join(root, 'node_modules/.package-lock.json');
}

function packagesAreStale() {
  const marker = packagesMarker();
  return !existsSync(marker) || mtime(marker) < mtime(join(root, 'package-lock.json'));
}

function buildIsStale() {
  const stamp = join(root, 'dist/.cache/general.stamp');
  if (!existsSync(stamp)) return true;
  const builtAt = mtime(stamp);
  return [...SOURCE_PATHS, ...SOURCE_CONFIG].some((path) => newest(join(root, path)) > builtAt);
}

/** The latest change under a file or folder, in ms; folders count too, so that a deleted file is noticed. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return path.endsWith('.test.ts') ? 0 : stat.mtimeMs;
  if (NOT_BUILT.test(path)) return 0;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

function mtime(path) {
  return statSync(path).mtimeMs;
}

function runNpm(args) {
  // npm gives the path of its own script to what it runs; outside npm, look for the command.
  const npmScript = process.env.npm_execpath;
  const viaNode = npmScript !== undefined && /\.c?js$/.test(npmScript);
  const command = viaNode ? process.execPath : process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(command, viaNode ? [npmScript, ...args] : args, {
    cwd: root,
    // Standard output stays clean for whatever runs after this (`npm start -- --headless > report.txt`).
    stdio: ['ignore', 2, 2],
    shell: command.endsWith('.cmd'),
  });
  if (result.error) fail(`cannot run npm: ${result.error.message}`);
  if (result.status !== 0) fail(`npm ${args.join(' ')} failed`, result.status ?? 1);
}

function fail(message, status = 1) {
  console.error(`setup: ${message}`);
  process.exit(status);
}
