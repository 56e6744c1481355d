/**
 * How figures are taken (README.md has the reasons): everything runs once on every peer before anything is timed; then rounds in which the
 * peers take turns program by program, so that a slow minute of the machine hits both; best of all rounds counts.
 */
import { openPeer } from './peers/peer.ts';
import type { Peer, PeerKind } from './peers/peer.ts';

export interface MeasurePlan {
  readonly programs: readonly string[];
  /** Programs that run before anything is timed and are not timed themselves. */
  readonly pollution: readonly string[];
  readonly rounds: number;
  /** Runs of one program in a row, in one round. */
  readonly timesPerRound: number;
}

export interface Progress {
  /** @param done steps of `total` that are over. */
  step(label: string, done: number, total: number): void;
  finish(): void;
}

/** What one peer did on one program. */
export interface Series {
  readonly peer: string;
  readonly program: string;
  /** Best time of each round, in milliseconds. */
  readonly roundsMs: number[];
  /** Time of the very first run in a fresh process, in milliseconds. */
  coldMs: number;
}

export interface Measurement {
  readonly series: readonly Series[];
  /** Name and version of each peer. */
  readonly peers: readonly string[];
}

const WARM_UP_RUNS = 3;

/** Measures all programs on all peers, which must be there. Throws when an answer is wrong. */
export async function measureAll(
  plan: MeasurePlan,
  kinds: readonly PeerKind[],
  progress: Progress,
): Promise<Measurement> {
  const { programs, rounds } = plan;
  const total = programs.length * (kinds.length + 1 + rounds);
  const series = kinds.flatMap((kind) =>
    programs.map((program): Series => ({ peer: kind.name, program, roundsMs: [], coldMs: Number.NaN })),
  );
  const seriesOf = (peer: string, program: string): Series =>
    series.find((one) => one.peer === peer && one.program === program)!;
  let done = 0;
  for (const program of programs) {
    for (const kind of kinds) {
      progress.step(`first run: ${program}`, done++, total);
      seriesOf(kind.name, program).coldMs = await measureCold(kind, program);
    }
  }
  const peers = await Promise.all(kinds.map(open));
  try {
    for (const program of [...plan.pollution, ...programs]) {
      progress.step(`warming up: ${program}`, done, total);
      for (const peer of peers) await checked(peer, program, WARM_UP_RUNS);
      if (programs.includes(program)) done++;
    }
    for (let round = 0; round < rounds; round++) {
      for (const program of programs) {
        progress.step(`round ${round + 1} of ${rounds}: ${program}`, done++, total);
        // Who goes first changes from round to round.
        for (const peer of round % 2 === 0 ? peers : [...peers].reverse()) {
          seriesOf(peer.name, program).roundsMs.push(await checked(peer, program, plan.timesPerRound));
        }
      }
    }
  } finally {
    for (const peer of peers) peer.close();
    progress.finish();
  }
  return { series, peers: peers.map((peer) => `${peer.name} ${peer.version}`) };
}

/** The first run of a program in a process that has run nothing else, in milliseconds. */
async function measureCold(kind: PeerKind, program: string): Promise<number> {
  const peer = await open(kind);
  try {
    return await checked(peer, program, 1);
  } finally {
    peer.close();
  }
}

async function open(kind: PeerKind): Promise<Peer> {
  const peer = await openPeer(kind);
  if (peer === null) throw new Error(`${kind.name} cannot be started: ${kind.command} ${kind.args.join(' ')}`);
  return peer;
}

async function checked(peer: Peer, program: string, times: number): Promise<number> {
  const timing = await peer.measure(program, times);
  if (!timing.isRight) throw new Error(`${peer.name} computes a wrong result in ${program}; its time is void`);
  return timing.bestMs;
}
