/** What the game shows about the runtime, as claims that either hold or do not. */
import type { World } from './world.ts';

export interface Proof {
  readonly text: string;
  readonly holds: boolean;
  /** About real time, which a busy machine can spoil: a failure is shown, but is no error. */
  readonly isTiming?: boolean;
}

/** What the frames tell beside what scripts have counted in the world. */
export interface FrameFacts {
  readonly hasMod: boolean;
  /** Frames whose budget ended while the endless mod was running. */
  readonly modInterruptions: number;
  /** Part of all ticks that the mod used, 0 to 1. */
  readonly modShare: number;
  readonly frames: number;
  /** Frames in which scripts took longer than a frame lasts; and those of them in which this process had the processor for less than a frame. */
  readonly longFrames: number;
  readonly disturbedFrames: number;
  readonly scriptErrors: number;
  readonly peakTasklets: number;
}

const number = (value: number): string => value.toLocaleString('en-US');

export function proofs(world: World, facts: FrameFacts): Proof[] {
  return [
    teardown(world),
    atomicity(world),
    ...(facts.hasMod ? [endlessMod(facts)] : []),
    frames(facts),
    story(world),
    noErrors(facts),
  ];
}

/** Everybody who was killed ran its `finally` and gave back what it had. */
function teardown(world: World): Proof {
  const begun = world.counted('surveyors begun');
  const ended = world.counted('surveyor finally blocks');
  const clean = world.counted('surveys closed cleanly');
  const closed = world.counted('surveys closed');
  return {
    text:
      `killing is teardown: ${clean} of ${closed} surveys closed with everything back; ${ended} finally blocks ran for ` +
      `${begun} surveyors, ${begun - ended} still at work; ${world.counted('sheets closed by kill')} with-blocks left by TaskletExit`,
    holds: clean === closed && (closed === 0 || ended > 0),
  };
}

/** No audit saw money under way; without `atomic` audits do see halves. */
function atomicity(world: World): Proof {
  const audits = world.counted('audits');
  const failed = world.counted('audits failed') + world.counted('torn in atomic');
  const credits = world.gauges.get('credits') ?? 0;
  const issued = world.gauges.get('credits issued') ?? 0;
  return {
    text:
      `atomic holds: ${number(credits)} of ${number(issued)} credits after ${number(world.gauges.get('transfers') ?? 0)} transfers; ` +
      `${audits} audits, ${failed} of them failed (without atomic: ${world.counted('torn without atomic')})`,
    holds: failed === 0 && credits === issued,
  };
}

function endlessMod(facts: FrameFacts): Proof {
  const percent = (facts.modShare * 100).toFixed(1);
  return {
    text: `the endless mod was interrupted ${number(facts.modInterruptions)} times; it got ${percent} % of the ticks, what the others left`,
    holds: facts.modInterruptions > 0,
  };
}

function frames(facts: FrameFacts): Proof {
  const { longFrames, disturbedFrames } = facts;
  const because = longFrames === 0 ? '' : `; in ${disturbedFrames} of them the system ran other programs meanwhile`;
  return {
    text:
      `${number(facts.frames)} frames with up to ${number(facts.peakTasklets)} tasklets, ` +
      `${longFrames} in which scripts took longer than a frame${because}`,
    holds: longFrames === disturbedFrames,
    isTiming: true,
  };
}

function story(world: World): Proof {
  const done = world.counted('missions done') > 0;
  return {
    text: done
      ? 'the mission is over, its three lamps lit in order by call_later'
      : `the mission is still under way after ${world.seconds.toFixed(0)} s`,
    holds: !done || world.counted('beacon in order') === 1,
  };
}

function noErrors(facts: FrameFacts): Proof {
  return { text: `${facts.scriptErrors} uncaught errors in scripts`, holds: facts.scriptErrors === 0 };
}
