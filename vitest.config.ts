import { defineConfig } from 'vitest/config';

export default defineConfig({
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
