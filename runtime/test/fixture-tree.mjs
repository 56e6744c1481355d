/**
 * What a fixture is on disk: finding fixtures, reading what they expect, comparing a run with it.
 * Shared by the recorder, the bring-up runner and the vitest suite, so that the three can never disagree on a format.
 * The format itself is described in README.md. Types are in fixture-tree.d.mts.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const TEST_ROOT = dirname(fileURLToPath(import.meta.url));

/** The two kinds of fixtures: what decides about right and wrong is CPython's record, or our own specification. */
export const KINDS = ['conformance', 'stackless'];

const STATUS_LINE = /^exit status (\d+)$/;

export function findFixtures(root = TEST_ROOT) {
  const found = [];
  for (const kind of KINDS) {
    const kindDir = join(root, kind);
    if (!existsSync(kindDir)) continue;
    for (const area of readdirSync(kindDir).sort()) {
      const areaDir = join(kindDir, area);
      for (const entry of readdirSync(areaDir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (entry.isFile() && entry.name.endsWith('.py')) {
          found.push(fixture(kind, area, entry.name.slice(0, -3), join(areaDir, entry.name)));
        } else if (entry.isDirectory() && existsSync(join(areaDir, entry.name, 'main.py'))) {
          found.push(fixture(kind, area, entry.name, join(areaDir, entry.name, 'main.py')));
        }
      }
    }
  }
  return found;
}

function fixture(kind, area, name, script) {
  return { kind, area, name, id: `${kind}/${area}/${name}`, script, dir: dirname(script), file: basename(script) };
}

/** A pattern is a piece of an id (`list`, `conformance/list`, `list/sort`), in which `*` stands for anything. */
export function selectFixtures(fixtures, patterns) {
  const wanted = patterns.filter((pattern) => pattern !== '').map(toRegExp);
  if (wanted.length === 0) return fixtures;
  return fixtures.filter((one) => wanted.some((pattern) => pattern.test(one.id)));
}

function toRegExp(pattern) {
  // An area's bare name means that area: `list` must not select `conformance/builtins/list_of_pairs`.
  const isArea = /^[\w-]+$/.test(pattern);
  const body = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(isArea ? `(^|/)${body}/` : body);
}

export function expectationPaths(one) {
  const stem = one.script.slice(0, -3);
  return { out: `${stem}.out`, err: `${stem}.err`, stdin: `${stem}.in` };
}

export function readExpectation(one) {
  return one.kind === 'stackless' ? readComments(one) : readRecord(one);
}

function readRecord(one) {
  const paths = expectationPaths(one);
  const stdin = existsSync(paths.stdin) ? readFileSync(paths.stdin, 'utf8') : '';
  if (!existsSync(paths.out)) return null;
  const stdout = readFileSync(paths.out, 'utf8');
  if (!existsSync(paths.err)) return { stdout, stderr: '', status: 0, stdin, source: null };
  const { status, stderr } = parseErr(readFileSync(paths.err, 'utf8'), paths.err);
  return { stdout, stderr, status, stdin, source: null };
}

/** `.err` is the exit status on a line of its own, then standard error to the byte. */
export function parseErr(text, path) {
  const end = text.indexOf('\n');
  const match = STATUS_LINE.exec(end < 0 ? text : text.slice(0, end));
  if (match === null) throw new Error(`${relative(TEST_ROOT, path)}: the first line must be "exit status N"`);
  return { status: Number(match[1]), stderr: end < 0 ? '' : text.slice(end + 1) };
}

export function formatErr(status, stderr) {
  return `exit status ${status}\n${stderr}`;
}

function readComments(one) {
  const stdout = [];
  let lastError = null;
  let source = null;
  for (const line of readFileSync(one.script, 'utf8').split('\n')) {
    const expected = /# expect:(?: (.*))?$/.exec(line);
    if (expected !== null) stdout.push(expected[1] ?? '');
    const error = /# expect error: (.*)$/.exec(line);
    if (error !== null) lastError = error[1];
    const cited = /^# source: (.*)$/.exec(line);
    if (cited !== null) source = cited[1];
  }
  if (source === null) throw new Error(`${one.id}: a stackless fixture needs a line "# source: ..."`);
  return {
    stdout: stdout.map((line) => `${line}\n`).join(''),
    lastError,
    status: lastError === null ? 0 : 1,
    stdin: '',
    source,
  };
}

/** Paths in tracebacks are absolute, as in CPython; records keep them relative to the fixture's folder. */
export function withoutFolder(text, dir) {
  return text.split(dir + sep).join('');
}

/** Returns `null` when the run is as expected, else a text that shows the difference. */
export function explainDifference(expected, actual) {
  const parts = [];
  if (actual.stdout !== expected.stdout) parts.push(unifiedDiff('stdout', expected.stdout, actual.stdout));
  if (expected.stderr !== undefined) {
    if (actual.stderr !== expected.stderr) parts.push(unifiedDiff('stderr', expected.stderr, actual.stderr));
  } else {
    const last = actual.stderr.trimEnd().split('\n').pop() ?? '';
    if (last !== (expected.lastError ?? ''))
      parts.push(unifiedDiff('last line of stderr', expected.lastError ?? '', actual.stderr));
  }
  if (actual.status !== expected.status) parts.push(`exit status: expected ${expected.status}, got ${actual.status}`);
  return parts.length === 0 ? null : parts.join('\n');
}

/** Line diff with three lines of context. Quadratic in the lines that differ, so long outputs are cut first. */
export function unifiedDiff(label, expected, actual) {
  const a = lines(expected);
  const b = lines(actual);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const MAX_LINES = 400;
  const oldLines = a.slice(start, Math.min(endA, start + MAX_LINES));
  const newLines = b.slice(start, Math.min(endB, start + MAX_LINES));
  const out = [`--- ${label}, expected`, `+++ ${label}, actual`, `@@ line ${start + 1} @@`];
  for (const line of a.slice(Math.max(0, start - 3), start)) out.push(` ${line}`);
  out.push(...diffLines(oldLines, newLines));
  for (const line of a.slice(endA, endA + 3)) out.push(` ${line}`);
  return out.join('\n');
}

function lines(text) {
  if (text === '') return [];
  const parts = text.split('\n');
  if (parts[parts.length - 1] === '') parts.pop();
  else parts[parts.length - 1] += '  (no newline at the end)';
  return parts;
}

function diffLines(a, b) {
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const out = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push(` ${a[i]}`);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      out.push(`-${a[i++]}`);
    } else {
      out.push(`+${b[j++]}`);
    }
  }
  return out;
}
