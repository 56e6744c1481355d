/**
 * `npm run bench`: the micro workloads under us and under CPython. Prints a table of ratios and writes `bench/results/micro.{json,md}`.
 *
 *   --rounds N      rounds, best counts (7)
 *   --times N       runs in a row in each round (3)
 *   --only NAME     a workload, for instance fib; may be given several times; nothing is written then
 *   --python PATH   the CPython to compare with (python3)
 *   --target NAME   profile under which our side runs (desktop)
 *   --no-write      only print
 *   --serve         be the peer: see peers/peer.ts
 */
import { parseArgs } from 'node:util';
import { measureAll } from './harness.ts';
import { cpython } from './peers/cpython.ts';
import { openPeer } from './peers/peer.ts';
import type { PeerKind } from './peers/peer.ts';
import { serve, stacklessPeer } from './peers/stackless.ts';
import { makeProgress } from './progress.ts';
import { makeReport, toText, writeReport } from './report.ts';

const PROGRAMS = ['bm_fib', 'bm_int_loop', 'bm_float_loop', 'bm_methods', 'bm_dict', 'bm_generator', 'bm_strings'];
const POLLUTION = ['pollute'];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    times: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true },
    python: { type: 'string', default: 'python3' },
    target: { type: 'string', default: 'desktop' },
    'no-write': { type: 'boolean', default: false },
    serve: { type: 'boolean', default: false },
  },
});

if (values.serve) await serve(values.target);
else await runBench();

async function runBench(): Promise<void> {
  const programs = chosenPrograms();
  const rounds = count('rounds', values.rounds);
  const timesPerRound = count('times', values.times);
  const ours = stacklessPeer(values.target);
  const kinds: PeerKind[] = [ours];
  const theirs = cpython(values.python);
  if (await exists(theirs)) kinds.push(theirs);
  else console.error(`bench: no ${values.python} on this machine; our times only, without ratios`);

  const { series, peers } = await measureAll(
    { programs, pollution: POLLUTION, rounds, timesPerRound },
    kinds,
    makeProgress(),
  );
  const report = makeReport(series, ours.name, { target: values.target, peer: peers[1] ?? null, rounds });
  process.stdout.write(toText(report));
  if (values['no-write'] || values.only !== undefined) return;
  for (const path of writeReport(report, 'micro')) console.log(`written: ${path}`);
}

function chosenPrograms(): string[] {
  if (values.only === undefined) return PROGRAMS;
  return values.only.map((name) => {
    const program = PROGRAMS.find((one) => one === name || one === `bm_${name}`);
    if (program !== undefined) return program;
    console.error(`bench: no workload '${name}'; there are ${PROGRAMS.map((one) => one.slice(3)).join(', ')}`);
    process.exit(2);
  });
}

function count(name: string, text: string): number {
  const n = Number(text);
  if (Number.isInteger(n) && n > 0) return n;
  console.error(`bench: --${name} ${text}: expected a whole number above 0`);
  process.exit(2);
}

async function exists(kind: PeerKind): Promise<boolean> {
  const peer = await openPeer(kind);
  peer?.close();
  return peer !== null;
}
