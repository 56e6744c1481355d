// `npm start -- ARGS`: plays the game sample from the build, in this process, so that signals and the terminal are its own.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const main = fileURLToPath(new URL('../dist/game-sample/main.js', import.meta.url));

if (!existsSync(main)) {
  console.error(
    'start: the game sample is not built: dist/game-sample/main.js is missing (source: game-sample/main.ts).',
  );
  process.exit(1);
}

process.argv[1] = main;
await import(pathToFileURL(main).href);
