/** The workloads give right answers under us; the tables are computed right. Times are not looked at. */
import { describe, expect, it } from 'vitest';
import { createStackless, nodeFolderLoader } from 'stackless/node';
import { fileURLToPath } from 'node:url';
import { geometricMean, makeReport, toText } from './report.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const PROGRAMS = [
  'bm_fib',
  'bm_int_loop',
  'bm_float_loop',
  'bm_methods',
  'bm_dict',
  'bm_generator',
  'bm_strings',
  'pollute',
];

/** Runs once with smaller parameters: what `run` computes must be what `result` says. */
const CHECK = `
from measure import is_same
def check(name):
    program = __import__(name)
    params = [max(1, n // 20) if n > 100 else n // 2 for n in program.bm_params]
    return is_same(program.run(*params), program.result(*params))
`;

describe('bench programs', () => {
  const programs = nodeFolderLoader(`${FOLDER}programs`);
  const drivers = nodeFolderLoader(`${FOLDER}peers`);
  const stackless = createStackless({ loader: { read: (path) => programs.read(path) ?? drivers.read(path) } });
  stackless.startSource(CHECK, { name: 'check' });
  stackless.run({});

  it.each(PROGRAMS)('%s computes what it says', (name) => {
    const task = stackless.call('check.check', name);
    stackless.run({});
    expect(task.error?.traceback).toBeUndefined();
    expect(task.result).toBe(true);
  });
});

describe('report', () => {
  const series = [
    { peer: 'stackless', program: 'bm_a', roundsMs: [4, 2, 3], coldMs: 20 },
    { peer: 'CPython', program: 'bm_a', roundsMs: [1, 1.5, 2], coldMs: 5 },
    { peer: 'stackless', program: 'bm_b', roundsMs: [1], coldMs: 10 },
    { peer: 'CPython', program: 'bm_b', roundsMs: [2], coldMs: 5 },
  ];

  it('compares best with best', () => {
    const report = makeReport(series, 'stackless', { target: 'desktop', peer: 'CPython 3.11', rounds: 3 });
    expect(report.rows.map((row) => row.ratio)).toEqual([2, 0.5]);
    expect(report.geometricMean).toBeCloseTo(1);
    expect(report.rows[0].spread).toBeCloseTo(0.5);
    expect(report.rows[0].coldRatio).toBe(20);
  });

  it('shows our times alone when there is no peer', () => {
    const ours = series.filter((one) => one.peer === 'stackless');
    const text = toText(makeReport(ours, 'stackless', { target: 'desktop', peer: null, rounds: 3 }));
    expect(text).toMatch(/^a +2\.00 +- +-/m);
  });

  it('has the geometric mean right', () => {
    expect(geometricMean([1, 4])).toBeCloseTo(2);
  });
});
