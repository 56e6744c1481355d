// Measures the bundle of each target and reports: a table on the terminal, bench/results/bundle-sizes.{json,md} for diffs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { writeText } from '../emit.mjs';
import { ROOT } from '../source-scan.mjs';

const RESULTS = 'bench/results/bundle-sizes';

/**
 * Sizes in bytes of `dist/targets/<name>/stackless.js` for each profile: as built, minified, and the minified file compressed
 * as a server would (gzip level 9, brotli quality 11).
 */
export function measureBundles(profiles) {
  return profiles.map((profile) => {
    const folder = join(ROOT, 'dist/targets', profile.name);
    const minified = readFileSync(join(folder, 'stackless.min.js'));
    return {
      target: profile.name,
      compiler: profile.hasCompiler,
      generatedCode: profile.generatedCode,
      docstrings: profile.keepDocstrings,
      rawBytes: readFileSync(join(folder, 'stackless.js')).length,
      minifiedBytes: minified.length,
      gzipBytes: gzipSync(minified, { level: 9 }).length,
      brotliBytes: brotliCompressSync(minified, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    };
  });
}

/** Prints the table and writes the two result files. */
export function reportBundles(rows) {
  const table = renderTable(rows);
  console.log(`\nBundle sizes in bytes (raw as built; gzip and brotli of the minified file)\n\n${table}`);
  writeText(join(ROOT, `${RESULTS}.json`), `${JSON.stringify({ unit: 'bytes', targets: rows }, null, 2)}\n`);
  const intro =
    '# Bundle sizes\n\nOne self-contained bundle per target profile, in bytes: raw as Rollup builds it, minified, and the ' +
    'minified file\ncompressed with gzip -9 and brotli -11. Written by `npm run build`.\n\n';
  writeText(join(ROOT, `${RESULTS}.md`), `${intro}${table}`);
}

function renderTable(rows) {
  const headings = ['target', 'compiler', 'tier 1', 'docs', 'raw', 'minified', 'gzip', 'brotli'];
  const yesNo = (flag) => (flag ? 'yes' : '-');
  const number = (value) => value.toLocaleString('en-US');
  const cells = rows.map((row) => [
    row.target,
    yesNo(row.compiler),
    yesNo(row.generatedCode),
    yesNo(row.docstrings),
    number(row.rawBytes),
    number(row.minifiedBytes),
    number(row.gzipBytes),
    number(row.brotliBytes),
  ]);
  const widths = headings.map((heading, column) => Math.max(heading.length, ...cells.map((row) => row[column].length)));
  const isNumber = (column) => column >= 4;
  const line = (row) =>
    `| ${row.map((cell, column) => (isNumber(column) ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join(' | ')} |\n`;
  const rule = `|${widths.map((width, column) => (isNumber(column) ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|\n`;
  return line(headings) + rule + cells.map(line).join('');
}
