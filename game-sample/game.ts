/** One game: a runtime with the colony's scripts, the world they live in, and a loop that plays both. */
import { fileURLToPath } from 'node:url';
import { createStackless, GameLoop, nodeFolderLoader } from 'stackless/node';
import type { Frame, RunBudget, ScriptError, Stackless } from 'stackless/node';
import { resolveTarget } from 'stackless/targets';
import type { FrameCachePolicy } from 'stackless/targets';
import { engineModule, settingsModule } from './bindings.ts';
import type { GameOptions } from './options.ts';
import type { FrameFacts } from './proofs.ts';
import { World } from './world.ts';

/** Ticks after which a tasklet makes way for the others: a mod that never switches cannot starve them. */
const QUANTUM_TICKS = 2000;
/** Ticks between two looks at whether the scripts have been loaded, and how often to look before giving up. */
const LOADING_TICKS = 100_000;
const LOADING_RUNS = 500;
const MOD_TASKLET = 'endless_mod';
const KEPT_ERRORS = 5;

export class Game {
  readonly world = new World();
  readonly stackless: Stackless;
  readonly loop: GameLoop;
  readonly periodMs: number;
  /** Milliseconds that loading the scripts and founding the colony took. */
  loadMs = 0;
  /** The first uncaught errors of scripts. */
  readonly errors: ScriptError[] = [];
  private errorCount = 0;
  private modInterruptions = 0;
  private modTicks = 0;
  private allTicks = 0;
  private longFrames = 0;
  private disturbedFrames = 0;
  private processorMsBefore = 0;
  private frames = 0;
  private peakTasklets = 0;

  /** Throws HostError or TargetProfileError for a target, policy or folder that does not exist. */
  constructor(
    private readonly options: GameOptions,
    private readonly onFrame: (frame: Frame) => void,
    /** Milliseconds of processor time that this process has used so far: what other programs used of a frame is not in it. */
    private readonly processorMs: () => number,
  ) {
    // The size of the colony follows from the machine.
    const profile = resolveTarget(options.target);
    this.stackless = createStackless({
      target: profile,
      ...(options.frameCache === null ? {} : { frameCache: options.frameCache as FrameCachePolicy }),
      loader: nodeFolderLoader(options.scripts ?? fileURLToPath(new URL('./scripts/', import.meta.url))),
      modules: { engine: engineModule(this.world), settings: settingsModule(options, profile) },
      seed: options.seed,
      onOutput: (text) => this.world.say(text.trimEnd()),
      onError: (error) => this.noteError(error),
    });
    this.periodMs = 1000 / options.fps;
    this.loop = new GameLoop({
      stackless: this.stackless,
      fixedStep: 1 / options.fps,
      budget: this.budget(),
      onStep: (seconds) => {
        this.world.step(seconds);
        this.processorMsBefore = this.processorMs();
      },
      onFrame: (frame) => this.noteFrame(frame),
    });
  }

  private budget(): RunBudget {
    const { budgetMs, budgetTicks } = this.options;
    if (budgetTicks !== null) return { ticks: budgetTicks, quantum: QUANTUM_TICKS };
    return { ms: budgetMs ?? this.stackless.profile.defaultFrameBudgetMs, quantum: QUANTUM_TICKS };
  }

  /** Loads the scripts and founds the colony, as a loading screen does: before the first frame. False: it failed, see `errors`. */
  load(): boolean {
    const began = performance.now();
    const main = this.stackless.start('main.py');
    for (let runs = 0; main.state === 'running' && runs < LOADING_RUNS; runs++)
      this.stackless.run({ ticks: LOADING_TICKS });
    this.loadMs = performance.now() - began;
    return main.state === 'done';
  }

  private noteFrame(frame: Frame): void {
    const { result } = frame;
    this.frames++;
    this.allTicks += result.ticks;
    for (const { name, ticks } of result.usage ?? []) if (name === MOD_TASKLET) this.modTicks += ticks;
    if (result.interrupted?.name === MOD_TASKLET) this.modInterruptions++;
    if (result.ms > this.periodMs) {
      this.longFrames++;
      if (this.processorMs() - this.processorMsBefore < this.periodMs) this.disturbedFrames++;
    }
    this.peakTasklets = Math.max(this.peakTasklets, this.stackless.statistics().taskletsAlive);
    this.onFrame(frame);
  }

  private noteError(error: ScriptError): void {
    this.errorCount++;
    if (this.errors.length < KEPT_ERRORS) this.errors.push(error);
    this.world.say(`Error in a script: ${error.type}: ${error.message}`);
  }

  facts(): FrameFacts {
    return {
      hasMod: this.options.hasMod,
      modInterruptions: this.modInterruptions,
      modShare: this.allTicks === 0 ? 0 : this.modTicks / this.allTicks,
      frames: this.frames,
      longFrames: this.longFrames,
      disturbedFrames: this.disturbedFrames,
      scriptErrors: this.errorCount,
      peakTasklets: this.peakTasklets,
    };
  }
}
