// Rollup plugin: feeds the modules that the TypeScript compiler emitted, with their source maps, and resolves the package's
// own names (`stackless/node`) to them. The texts are read once for all builds.
import { readFileSync } from 'node:fs';
import { ENTRIES } from '../entries.mjs';
import { EMITTED, emittedPath } from '../emit.mjs';

const ownNames = new Map(ENTRIES.filter((entry) => entry.importName).map((entry) => [entry.importName, entry.source]));
const loaded = new Map();

/** @returns {import('rollup').Plugin} */
export function emittedSources() {
  return {
    name: 'emitted-sources',
    resolveId(specifier) {
      const source = ownNames.get(specifier);
      return source === undefined ? null : emittedPath(source);
    },
    load(id) {
      if (!id.startsWith(EMITTED)) return null;
      let module = loaded.get(id);
      if (module === undefined) {
        module = { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(`${id}.map`, 'utf8')) };
        loaded.set(id, module);
      }
      return module;
    },
  };
}
