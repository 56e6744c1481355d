/** What `npm start -- ...` understands. */
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm start -- [options]
Plays a mining colony whose logic is Python scripts, and reports how the frames went.

  --target NAME         machine to play on: ps3 (default), ps2, switch, browser-mobile, server, ...
  --seconds N           how long the game lasts (20)
  --frames N            the same in frames
  --fps N               frames per second (60)
  --headless            no picture and no waiting between frames
  --seed N              another colony (1)
  --crew N              number of ships; default: what fits into the target's memory
  --budget-ms N         time for scripts in a frame; default: the target's own
  --budget-ticks N      the same in ticks: every run is alike then
  --frame-cache POLICY  none, freeList, zombie or zombie+freeList; default: the target's own
  --no-mod              without the mod that loops for ever
  --scripts FOLDER      other scripts than those of the sample
  --help
`;

export interface GameOptions {
  readonly target: string;
  readonly frames: number;
  readonly fps: number;
  readonly isHeadless: boolean;
  readonly seed: number;
  /** Null: what fits. */
  readonly crew: number | null;
  /** Null: the target's default. At most one of the two budgets is given. */
  readonly budgetMs: number | null;
  readonly budgetTicks: number | null;
  readonly frameCache: string | null;
  readonly hasMod: boolean;
  /** Null: the sample's own. */
  readonly scripts: string | null;
}

/** A command line that cannot be understood; the message is for the player. */
export class UsageError extends Error {}

/** Reads the command line; null: help is asked for. Throws UsageError. */
export function readOptions(argv: readonly string[]): GameOptions | null {
  const values = parse(argv);
  if (values.help === true) return null;
  const fps = numberOf('--fps', values.fps, 1) ?? 60;
  const seconds = numberOf('--seconds', values.seconds, 0) ?? 20;
  const budgetMs = numberOf('--budget-ms', values['budget-ms'], 0);
  const budgetTicks = integerOf('--budget-ticks', values['budget-ticks'], 1);
  if (budgetMs !== null && budgetTicks !== null) throw new UsageError('give --budget-ms or --budget-ticks, not both');
  return {
    target: values.target ?? 'ps3',
    frames: integerOf('--frames', values.frames, 1) ?? Math.max(1, Math.round(seconds * fps)),
    fps,
    isHeadless: values.headless === true,
    seed: integerOf('--seed', values.seed, 0) ?? 1,
    crew: integerOf('--crew', values.crew, 3),
    budgetMs,
    budgetTicks,
    frameCache: values['frame-cache'] ?? null,
    hasMod: values['no-mod'] !== true,
    scripts: values.scripts ?? null,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        target: { type: 'string' },
        seconds: { type: 'string' },
        frames: { type: 'string' },
        fps: { type: 'string' },
        headless: { type: 'boolean' },
        seed: { type: 'string' },
        crew: { type: 'string' },
        'budget-ms': { type: 'string' },
        'budget-ticks': { type: 'string' },
        'frame-cache': { type: 'string' },
        'no-mod': { type: 'boolean' },
        scripts: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function numberOf(name: string, text: string | undefined, least: number): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least) {
    throw new UsageError(`${name} ${text}: expected a number, ${least} or more`);
  }
  return value;
}

function integerOf(name: string, text: string | undefined, least: number): number | null {
  const value = numberOf(name, text, least);
  if (value !== null && !Number.isInteger(value)) throw new UsageError(`${name} ${text}: expected a whole number`);
  return value;
}
