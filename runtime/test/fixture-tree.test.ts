import { expect, test } from 'vitest';
import {
  explainDifference,
  findFixtures,
  formatErr,
  parseErr,
  readExpectation,
  selectFixtures,
  unifiedDiff,
} from './fixture-tree.mjs';

const all = findFixtures();

test('a bare area name selects that area of both kinds and nothing else', () => {
  const areas = new Set(selectFixtures(all, ['list']).map((one) => one.area));
  expect([...areas]).toEqual(['list']);
});

test('a pattern with a slash matches any part of the id, and * stands for anything', () => {
  const ids = selectFixtures(all, ['list/sort*', 'traces/run_until']).map((one) => one.id);
  expect(ids).toContain('conformance/list/sorting');
  expect(ids).toContain('stackless/traces/run_until_all_finish');
  expect(ids.every((id) => id.includes('list/sort') || id.includes('traces/run_until'))).toBe(true);
});

test('a folder with main.py is one fixture', () => {
  const one = all.find((fixture) => fixture.id === 'conformance/import/packages');
  expect(one?.file).toBe('main.py');
  expect(one?.dir.endsWith('/import/packages')).toBe(true);
});

test('.err keeps the exit status and standard error to the byte', () => {
  expect(parseErr(formatErr(1, 'a\n\nb'), 'x.err')).toEqual({ status: 1, stderr: 'a\n\nb' });
  expect(() => parseErr('Traceback\n', 'x.err')).toThrow('exit status N');
});

test('stackless fixtures expect their comments in order', () => {
  const one = all.find((fixture) => fixture.id === 'stackless/deadlock/uncaught_message');
  expect(one && readExpectation(one)).toMatchObject({
    stdout: 'before\n',
    lastError: 'RuntimeError: Deadlock: the last runnable tasklet cannot be blocked.',
    status: 1,
  });
});

test('a difference shows the lines that changed with their surroundings', () => {
  expect(unifiedDiff('stdout', 'a\nb\nc\n', 'a\nB\nc\n')).toBe(
    '--- stdout, expected\n+++ stdout, actual\n@@ line 2 @@\n a\n-b\n+B\n c',
  );
  expect(unifiedDiff('stdout', 'a\n', 'a')).toContain('+a  (no newline at the end)');
});

test('a run with equal streams but another exit status differs', () => {
  const expected = { stdout: 'x\n', stderr: '', status: 0, stdin: '', source: null };
  expect(explainDifference(expected, { stdout: 'x\n', stderr: '', status: 0 })).toBeNull();
  expect(explainDifference(expected, { stdout: 'x\n', stderr: '', status: 2 })).toContain('expected 0, got 2');
});
