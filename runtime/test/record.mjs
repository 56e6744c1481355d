#!/usr/bin/env node
/**
 * Records what CPython 3.11 prints for the conformance fixtures. See README.md.
 *
 *   node runtime/test/record.mjs                 record all fixtures
 *   node runtime/test/record.mjs list strings    record the fixtures that match
 *   node runtime/test/record.mjs --check         change nothing; list those whose record would change
 *   node runtime/test/record.mjs --new           record those without a record only
 *
 * `--check` also runs the stackless fixtures on the small model of the specification in oracle/.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  TEST_ROOT,
  explainDifference,
  expectationPaths,
  findFixtures,
  formatErr,
  readExpectation,
  selectFixtures,
} from './fixture-tree.mjs';
import { inParallel, runProcess } from './spawn-fixture.mjs';

/** A fixture that needs longer than this under CPython is too slow to be run on three profiles. */
const SLOW_MS = 500;

const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'));
const patterns = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const isCheck = flags.includes('--check');
const onlyNew = flags.includes('--new');

const version = execFileSync('python3', ['-V'], { encoding: 'utf8' }).trim();
if (!version.startsWith('Python 3.11.')) {
  console.error(`record: the oracle is CPython 3.11, but python3 is ${version}`);
  process.exit(2);
}

const all = selectFixtures(findFixtures(), patterns);
const fixtures = all.filter((one) =>
  one.kind === 'conformance' ? !onlyNew || !existsSync(expectationPaths(one).out) : isCheck,
);
let changed = 0;
let refused = 0;

await inParallel(
  fixtures,
  2,
  (one) =>
    runProcess(
      one,
      'python3',
      ['-s'],
      one.kind === 'stackless' ? { env: { PYTHONPATH: join(TEST_ROOT, 'oracle') } } : {},
    ),
  (one, run) => {
    if (run.timedOut || (run.signal !== null && run.signal !== 'SIGINT')) {
      console.log(`${one.id}: ended by ${run.signal}`);
      refused++;
      return;
    }
    if (run.ms > SLOW_MS && one.kind === 'conformance') console.log(`${one.id}: slow, ${Math.round(run.ms)} ms`);
    const leak = / at 0x[0-9a-f]{6,}|\/(?:home|usr|tmp|work|root)\//.exec(run.stdout + run.stderr);
    if (leak !== null && one.kind === 'conformance') console.log(`${one.id}: prints an address or a path: ${leak[0]}`);
    if (one.kind === 'stackless' || isCheck) compare(one, run);
    else record(one, run);
  },
);

console.log(
  `${fixtures.length} fixtures, ${changed} ${isCheck ? 'differ' : 'changed'}, ${refused} refused (${version})`,
);
process.exit(isCheck && changed + refused > 0 ? 1 : refused > 0 ? 1 : 0);

function compare(one, run) {
  const expected = readExpectation(one);
  const difference = expected === null ? 'has no record' : explainDifference(expected, run);
  if (difference === null) return;
  changed++;
  console.log(`${one.id}\n${difference.replace(/^/gm, '    ')}`);
}

function record(one, run) {
  const { out, err } = expectationPaths(one);
  const failed = run.status !== 0 || run.stderr !== '';
  const before = [out, err].map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : null));
  const after = [run.stdout, failed ? formatErr(run.status, run.stderr) : null];
  if (before[0] === after[0] && before[1] === after[1]) return;
  changed++;
  writeFileSync(out, after[0]);
  if (after[1] === null) rmSync(err, { force: true });
  else writeFileSync(err, after[1]);
  if (before[0] !== null) console.log(`${one.id}: changed`);
}
