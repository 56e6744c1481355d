#!/usr/bin/env node
/**
 * Runs fixtures against a build of the command line and says briefly what fails. Meant for daily work: quick, two at a
 * time, no test framework. `npm test` runs the same fixtures through fixtures.test.ts.
 *
 *   node runtime/test/run-fixtures.mjs                   every fixture, dist/dev/cli.mjs
 *   node runtime/test/run-fixtures.mjs list sort         the fixtures that match
 *   options: -v         whole differences instead of their first lines
 *            -q         the table only
 *            --failed   only those that failed in the last run
 *            --target=ps3   handed to the command line, like every other --name=value
 *            --cli=PATH     another command line
 *            --python       run python3 instead (checks the records)
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { TEST_ROOT, explainDifference, findFixtures, readExpectation, selectFixtures } from './fixture-tree.mjs';
import { inParallel, runProcess } from './spawn-fixture.mjs';

const JOBS = 2;
const TIMEOUT_MS = 10_000;
/** Lines of a difference shown without -v: the labels, the place, and what comes first. */
const BRIEF_LINES = 8;

const repository = resolve(TEST_ROOT, '../..');
const failedList = join(repository, 'dist/dev/failed-fixtures.txt');
const options = process.argv.slice(2).filter((arg) => arg.startsWith('-'));
let patterns = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const isVerbose = options.includes('-v');
const isQuiet = options.includes('-q');
const usePython = options.includes('--python');
if (options.includes('--failed') && existsSync(failedList)) {
  patterns = readFileSync(failedList, 'utf8').split('\n').filter(Boolean);
  if (patterns.length === 0) patterns = ['no such fixture'];
}
const cliOption = options.find((option) => option.startsWith('--cli='));
const cli = cliOption === undefined ? join(repository, 'dist/dev/cli.mjs') : resolve(cliOption.slice('--cli='.length));
const passedOn = options.filter((option) => /^--[\w-]+=/.test(option) && option !== cliOption);

if (!usePython && !existsSync(cli)) {
  console.error(`run-fixtures: there is no ${cli}; build it with "npm run dev:bundle"`);
  process.exit(2);
}

const fixtures = selectFixtures(findFixtures(), patterns);
const areas = new Map();
const failed = [];
const started = performance.now();

await inParallel(
  fixtures,
  JOBS,
  (one) => {
    if (!usePython) return runProcess(one, process.execPath, [cli, ...passedOn], { timeoutMs: TIMEOUT_MS });
    return runProcess(one, 'python3', ['-s'], {
      env: { PYTHONPATH: one.kind === 'stackless' ? join(TEST_ROOT, 'oracle') : '' },
    });
  },
  (one, run) => {
    const key = `${one.kind}/${one.area}`;
    const row = areas.get(key) ?? { passed: 0, failed: 0, slowest: 0 };
    areas.set(key, row);
    row.slowest = Math.max(row.slowest, run.ms);
    const expected = readExpectation(one);
    let difference =
      expected === null ? 'has no record: run runtime/test/record.mjs' : explainDifference(expected, run);
    if (run.timedOut) difference = `no end within ${TIMEOUT_MS} ms\n${difference ?? ''}`;
    if (difference === null) {
      row.passed++;
      return;
    }
    row.failed++;
    failed.push(one.id);
    if (isQuiet) return;
    const shown = difference.split('\n');
    const cut = isVerbose ? shown : shown.filter((line) => !/^(---|@@) /.test(line)).slice(0, BRIEF_LINES);
    console.log(`FAIL ${one.id}\n${cut.map((line) => `     ${line}`).join('\n')}`);
  },
);

console.log(`\n${'area'.padEnd(36)} passed failed  slowest`);
let total = 0;
for (const [name, row] of areas) {
  total += row.passed;
  const mark = row.failed === 0 ? ' ' : '*';
  console.log(
    `${mark}${name.padEnd(35)} ${String(row.passed).padStart(6)} ${String(row.failed).padStart(6)} ${String(Math.round(row.slowest)).padStart(5)} ms`,
  );
}
console.log(`${total} of ${fixtures.length} passed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
mkdirSync(dirname(failedList), { recursive: true });
writeFileSync(failedList, failed.map((id) => `${id}\n`).join(''));
process.exit(failed.length === 0 ? 0 : 1);
