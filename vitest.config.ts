import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { ENTRIES } from './.ci/entries.mjs';

/** The package's own names, so that game-sample/ and bench/ are tested from the sources. */
const alias = ENTRIES.filter((entry) => entry.importName !== null).map((entry) => ({
  find: new RegExp(`^${entry.importName}$`),
  replacement: fileURLToPath(new URL(entry.source, import.meta.url)),
}));

export default defineConfig({
  resolve: { alias },
  test: {
    include: ['{runtime,host,targets,game-sample,bench}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    // The machine that runs CI has two cores (docs/development.md, "Tests").
    maxWorkers: 2,
    testTimeout: 20_000,
    passWithNoTests: true,
    watch: false,
  },
});
