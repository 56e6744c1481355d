/**
 * Runs a fixture the way a user's host runs a script: `createStackless`, `runMain`, then `run(budget)` until nothing is
 * left to do. Everything the tests assume about the host's API is in this file and nowhere else.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectationPaths, withoutFolder } from './fixture-tree.mjs';
import type { Fixture, FixtureRun } from './fixture-tree.mjs';

/** What the fixtures need of `host/node.ts`. */
export interface FrontDoor {
  createStackless(options: EngineOptions): Engine;
  nodeFolderLoader(dir: string): unknown;
}

interface EngineOptions {
  target: string;
  overrides: { keepDocstrings: boolean };
  loader: unknown;
  argv: string[];
  /** Called with what the script wrote to one of its two streams. */
  onOutput(text: string, stream: 'stdout' | 'stderr'): void;
  /** The next line of standard input with its line end, or `null` at its end. */
  readLine?(): string | null;
  frameCache?: StressSwitches['frameCache'];
  stress?: { flattenedOnly: boolean };
}

interface Engine {
  runMain(file: string): void;
  run(budget: { ticks: number; onInterrupt: 'resume' }): { reason: string; nextTimerMs: number };
  advanceClock(seconds: number): void;
  /** The status the program ended with; null while it has not ended. */
  readonly exitCode: number | null;
  dispose(): void;
}

/** Ways of running that must not change any output. All are off by default. */
export interface StressSwitches {
  /** Interrupt at every safepoint. */
  tickBudget?: number;
  /** Run the flattened form of every statement only. */
  flattenedOnly?: boolean;
  frameCache?: 'none' | 'zombie' | 'freeList' | 'zombie+freeList';
}

export interface RunOptions {
  target: string;
  stress?: StressSwitches;
}

/** Ticks a fixture may use on one call of `run`; the loop goes on until the engine says that it is idle. */
const TICKS_PER_RUN = 1_000_000;

/** Runs beyond this are an endless loop: no fixture needs 500 million ticks. */
const MAX_RUNS = 500;

/** The same where every run ends at the next safepoint. */
const MAX_SHORT_RUNS = 3_000_000;

const HOST_NODE = fileURLToPath(new URL('../../host/node.ts', import.meta.url));

export const hostExists = existsSync(HOST_NODE);

/** Loads the host. Its path is not a literal so that the tests type-check while the host is being written. */
export async function openFrontDoor(): Promise<FrontDoor> {
  return (await import(/* @vite-ignore */ HOST_NODE)) as FrontDoor;
}

export function runFixture(door: FrontDoor, fixture: Fixture, options: RunOptions): FixtureRun {
  const output = { stdout: '', stderr: '' };
  const input = inputLines(fixture);
  const engine = door.createStackless({
    target: options.target,
    // Small consoles drop docstrings; the fixtures show the language, and profile.test.ts shows the choice.
    overrides: { keepDocstrings: true },
    loader: door.nodeFolderLoader(fixture.dir),
    argv: [fixture.file],
    onOutput: (text, stream) => {
      output[stream] += text;
    },
    readLine: () => input.shift() ?? null,
    frameCache: options.stress?.frameCache,
    stress: { flattenedOnly: options.stress?.flattenedOnly ?? false },
  });
  // As the command line does: tracebacks name files by absolute path.
  engine.runMain(fixture.script);
  const ticks = options.stress?.tickBudget ?? TICKS_PER_RUN;
  const maxRuns = ticks === TICKS_PER_RUN ? MAX_RUNS : MAX_SHORT_RUNS;
  let runs = 0;
  for (;;) {
    const { reason, nextTimerMs } = engine.run({ ticks, onInterrupt: 'resume' });
    // The clock is virtual here: sleeping takes no time.
    if (reason === 'sleeping') engine.advanceClock(nextTimerMs / 1000);
    else if (reason !== 'budget') break;
    if (++runs > maxRuns) throw new Error(`${fixture.id} does not end`);
  }
  const status = engine.exitCode ?? 0;
  engine.dispose();
  return {
    stdout: withoutFolder(output.stdout, fixture.dir),
    stderr: withoutFolder(output.stderr, fixture.dir),
    status,
  };
}

function inputLines(fixture: Fixture): string[] {
  const { stdin } = expectationPaths(fixture);
  if (!existsSync(stdin)) return [];
  return readFileSync(stdin, 'utf8').match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
