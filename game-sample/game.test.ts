/** The sample through its own front door: a few seconds of the colony, headless, on machines large and small. */
import { describe, expect, it } from 'vitest';
import { Game } from './game.ts';
import { readOptions, UsageError } from './options.ts';
import { proofs } from './proofs.ts';

const FRAMES = 200;

/** Plays with a budget in ticks, so that runs are alike. */
function play(...args: string[]): Game {
  const options = readOptions(['--budget-ticks', '6000', ...args]);
  if (options === null) throw new Error('options ask for help');
  const game = new Game(
    options,
    () => {},
    () => 0,
  );
  if (!game.load()) throw new Error(game.errors[0]?.traceback ?? 'loading did not end');
  for (let n = 0; n < FRAMES; n++) game.loop.frame(n * game.periodMs);
  return game;
}

/** Everything that scripts have told the engine. */
function story(game: Game): unknown {
  const { world } = game;
  return [
    world.events,
    [...world.counters],
    [...world.gauges],
    [...world.things.values()],
    game.stackless.statistics().ticks,
  ];
}

describe.each(['ps3', 'ps2', 'nds', 'browser-mobile'])('the colony on %s', (target) => {
  const game = play('--target', target);

  it('keeps every promise that is not about real time', () => {
    const broken = proofs(game.world, game.facts()).filter((proof) => !proof.holds && proof.isTiming !== true);
    expect(broken).toEqual([]);
  });

  it('tears the first survey down, and is interrupted in the endless mod', () => {
    expect(game.world.counted('surveys closed cleanly')).toBe(1);
    expect(game.world.counted('surveyor finally blocks')).toBeGreaterThan(0);
    expect(game.facts().modInterruptions).toBeGreaterThan(FRAMES / 2);
  });

  it('stays within the modelled memory', () => {
    const { memoryUsedBytes, memoryLimitBytes } = game.stackless.statistics();
    expect(memoryUsedBytes).toBeLessThan(memoryLimitBytes);
  });
});

describe('the colony', () => {
  it('has at least 300 tasklets on a PlayStation 3', () => {
    expect(play('--target', 'ps3').facts().peakTasklets).toBeGreaterThanOrEqual(300);
  });

  it('comes out the same for the same seed and budget, whatever the frame cache', () => {
    const first = story(play('--seed', '5', '--crew', '40'));
    expect(story(play('--seed', '5', '--crew', '40', '--frame-cache', 'zombie'))).toEqual(first);
    expect(story(play('--seed', '6', '--crew', '40'))).not.toEqual(first);
  });

  it('does without the mod', () => {
    const game = play('--no-mod', '--crew', '12');
    expect(game.facts().modInterruptions).toBe(0);
    expect(game.world.counted('torn without atomic')).toBe(0);
  });
});

describe('readOptions', () => {
  it.each([['--frames', '1.5'], ['--fps', 'fast'], ['--bogus'], ['--budget-ms', '2', '--budget-ticks', '5']])(
    'refuses %s %s',
    (...args) => expect(() => readOptions(args.filter((arg) => arg !== undefined))).toThrow(UsageError),
  );

  it('counts the frames of a game given in seconds', () => {
    expect(readOptions(['--seconds', '3', '--fps', '30'])?.frames).toBe(90);
  });
});
