// The public edges of the package: which source becomes which file, and under which name users import it. Read by the build,
// and by vitest and the type-checker (tsconfig.base.json has the same names under `paths`) so that game-sample/ can import
// `stackless/node` exactly as an outside user would.

/** While true, an entry without a source, a type error or a broken law stops the build. */
export const STRICT = true;

/** Entries of the general build. `output` is relative to dist/; `importName` is the key in package.json's `exports`. */
export const ENTRIES = [
  { source: 'runtime/index.ts', output: 'runtime/index', importName: 'stackless' },
  { source: 'runtime/core.ts', output: 'runtime/core', importName: 'stackless/core' },
  { source: 'host/index.ts', output: 'host/index', importName: 'stackless/host' },
  { source: 'host/node.ts', output: 'host/node', importName: 'stackless/node' },
  { source: 'host/browser.ts', output: 'host/browser', importName: 'stackless/browser' },
  { source: 'host/cli/main.ts', output: 'host/cli/main', importName: null },
  { source: 'targets/index.ts', output: 'targets/index', importName: 'stackless/targets' },
  { source: 'game-sample/main.ts', output: 'game-sample/main', importName: null },
];

/** Commands of bench/: built like the rest so that figures are those of the real build, but no part of the package. */
export const BENCH_ENTRIES = [{ source: 'bench/run.ts', output: 'bench/run', importName: null }];

/** Folders copied into dist/ as they are: `new URL('./scripts/', import.meta.url)` is right in the source and in the build. */
export const COPIED_FOLDERS = ['game-sample/scripts'];
