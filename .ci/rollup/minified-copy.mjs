// Rollup plugin: writes `stackless.min.js` (with its source map) beside `stackless.js`, the file a target would ship.
import { transform } from 'esbuild';

/** @returns {import('rollup').Plugin} */
export function minifiedCopy() {
  return {
    name: 'minified-copy',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const fileName = chunk.fileName.replace(/\.js$/, '.min.js');
        const sourceMap = chunk.map ? `\n//# sourceMappingURL=${chunk.map.toUrl()}` : '';
        const { code, map } = await transform(chunk.code + sourceMap, {
          format: 'esm',
          legalComments: 'none',
          loader: 'js',
          minify: true,
          sourcefile: chunk.fileName,
          sourcemap: chunk.map ? 'external' : false,
          target: 'es2022',
        });
        const mapName = `${fileName}.map`;
        const link = chunk.map ? `//# sourceMappingURL=${mapName.split('/').pop()}\n` : '';
        this.emitFile({ type: 'asset', fileName, source: code + link });
        if (chunk.map) this.emitFile({ type: 'asset', fileName: mapName, source: map });
      }
    },
  };
}
