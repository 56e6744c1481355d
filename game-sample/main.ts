/**
 * Plays the mining colony of `scripts/` and reports how it went. `npm start -- --help` lists the options.
 *
 * Everything here is what any user of the package could write: it imports `stackless/node` and plain Node.
 */
import { HostError, runInNode } from 'stackless/node';
import type { Frame } from 'stackless/node';
import { TargetProfileError } from 'stackless/targets';
import { Game } from './game.ts';
import { readOptions, USAGE, UsageError } from './options.ts';
import type { GameOptions } from './options.ts';
import { proofs } from './proofs.ts';
import { LineView } from './view-lines.ts';
import { TerminalView } from './view-terminal.ts';
import { memoryText, NO_VIEW } from './view.ts';
import type { Scene, View } from './view.ts';

const EXIT_USAGE = 2;
/** Headless frames in a row before signals get their turn. */
const HEADLESS_BATCH = 30;

const write = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const options = readOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(USAGE);
  else process.exitCode = await play(options);
} catch (error) {
  const isUsage = error instanceof UsageError || error instanceof TargetProfileError;
  if (!isUsage && !(error instanceof HostError && error.code !== 'ERR_STACKLESS_INTERNAL')) throw error;
  console.error(`game-sample: ${error.message}`);
  process.exitCode = EXIT_USAGE;
}

/** Returns the exit status: 1 if the scripts failed, or something that must hold did not. */
async function play(options: GameOptions): Promise<number> {
  let view: View = NO_VIEW;
  const game = new Game(
    options,
    (frame: Frame) =>
      view.show({ number: frame.frame + 1, total: options.frames, run: frame.result, periodMs: game.periodMs }),
    processorMs,
  );
  const { title } = game.stackless.profile;
  if (!game.load()) {
    for (const error of game.errors) console.error(error.traceback);
    console.error('game-sample: the colony could not be founded');
    return 1;
  }
  view = chooseView(options, {
    world: game.world,
    stackless: game.stackless,
    title: `The Belt on a ${title} (modelled)`,
  });
  const release = listenForQuit(game, view);
  view.open();
  try {
    if (options.isHeadless) await playHeadless(game, options.frames);
    else await runInNode(game.loop, { fps: options.fps, frames: options.frames }).done;
  } finally {
    view.close();
    release();
  }
  return report(game);
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function chooseView(options: GameOptions, scene: Scene): View {
  if (options.isHeadless) return NO_VIEW;
  return process.stdout.isTTY ? new TerminalView(scene, process.stdout) : new LineView(scene, write);
}

/** Frames as fast as they go; for the game each lasts exactly its time. */
async function playHeadless(game: Game, frames: number): Promise<void> {
  for (let n = 0; n < frames && game.loop.isRunning; n++) {
    game.loop.frame(n * game.periodMs);
    if (n % HEADLESS_BATCH === HEADLESS_BATCH - 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Ctrl-C, and `q` on a terminal, end the game after the current frame; the report still comes. Returns how to stop listening. */
function listenForQuit(game: Game, view: View): () => void {
  const { stdin } = process;
  const quit = (): void => game.loop.stop();
  const onKey = (key: Buffer): void => {
    if (['q', 'Q', '\x03', '\x1b'].includes(key.toString())) quit();
  };
  const hasKeys = view instanceof TerminalView && stdin.isTTY;
  process.once('SIGINT', quit);
  process.once('SIGTERM', quit);
  if (hasKeys) stdin.setRawMode(true).on('data', onKey);
  return () => {
    process.off('SIGINT', quit);
    process.off('SIGTERM', quit);
    if (hasKeys) stdin.setRawMode(false).off('data', onKey).pause();
  };
}

function report(game: Game): number {
  const { world, stackless, loop } = game;
  const statistics = stackless.statistics();
  const shown = proofs(world, game.facts());
  write(
    `${stackless.profile.title}: ${world.seconds.toFixed(1)} s of the colony; ` +
      `${statistics.taskletsAlive} tasklets alive, ${statistics.taskletsCreated} made, ${statistics.switches} switches; ` +
      `memory ${memoryText(statistics)} (modelled), counted ${statistics.censusCount} times; loaded in ${game.loadMs.toFixed(0)} ms`,
  );
  write('');
  write(loop.report.toText());
  for (const proof of shown) write(`${proof.holds ? 'yes' : 'NO '}  ${proof.text}`);
  for (const error of game.errors) write(`\n${error.traceback}`);
  stackless.dispose();
  return shown.every((proof) => proof.holds || proof.isTiming) ? 0 : 1;
}
