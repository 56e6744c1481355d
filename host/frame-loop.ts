/**
 * The game loop: a fixed simulation step, any frame rate, and scripts once per frame under a budget.
 *
 * `frame(nowMs)` is one frame. It adds the time since the last one to an accumulator and makes as many steps of `fixedStep` seconds as fit, at
 * most `maxSteps` (what is left over is dropped, so that a slow machine gets a slower game instead of ever longer frames). Each step advances
 * the scripts' clock, so sleeping tasklets depend on steps and not on the machine. Then scripts run once. Who calls `frame` and when is the
 * environment's business: `browser.ts`, `node.ts`, or an engine's own loop.
 */
import { badArgument, unknownOption } from './host-error.ts';
import { FrameReport } from './frame-report.ts';
import type { FrameSample } from './frame-report.ts';
import type { RunBudget, RunResult } from './run-result.ts';
import type { Stackless } from './stackless.ts';

export interface GameLoopOptions {
  readonly stackless: Stackless;
  /** Seconds of one simulation step. Default: one frame of the target's rate. */
  readonly fixedStep?: number;
  /** Most steps in one frame. Default 5. */
  readonly maxSteps?: number;
  /** Budget of a frame's run. Default: the target's, in milliseconds. */
  readonly budget?: number | RunBudget;
  /** One simulation step of the game: `seconds` is always `fixedStep`, `step` counts from 0. */
  readonly onStep?: (seconds: number, step: number) => void;
  /** After scripts ran: the place to draw. `alpha` (0 to 1) says how far the next step is. Return false to stop the loop. */
  readonly onFrame?: (frame: Frame) => void | false;
  /** Count what tasklets use. Default true. */
  readonly collectUsage?: boolean;
}

export interface Frame extends FrameSample {
  readonly alpha: number;
}

const KNOWN: ReadonlyArray<keyof GameLoopOptions> = [
  'stackless',
  'fixedStep',
  'maxSteps',
  'budget',
  'onStep',
  'onFrame',
  'collectUsage',
];
const DEFAULT_MAX_STEPS = 5;

export class GameLoop {
  readonly stackless: Stackless;
  /** Seconds. */
  readonly fixedStep: number;
  readonly report: FrameReport;
  /** False once `stop` was called, `onFrame` returned false, or the program has ended. */
  isRunning = true;
  private readonly maxSteps: number;
  private readonly budget: RunBudget;
  private readonly options: GameLoopOptions;
  private frames = 0;
  private steps = 0;
  private accumulated = 0;
  private lastMs: number | null = null;

  constructor(options: GameLoopOptions) {
    for (const name of Object.keys(options)) {
      if (!(KNOWN as readonly string[]).includes(name)) throw unknownOption('GameLoop', name, KNOWN);
    }
    const { stackless, fixedStep = 1 / stackless.profile.frameRateHz, maxSteps = DEFAULT_MAX_STEPS } = options;
    if (!(fixedStep > 0 && fixedStep <= 10))
      throw badArgument('GameLoop', 'options.fixedStep', fixedStep, 'seconds, above 0 and at most 10');
    if (!Number.isInteger(maxSteps) || maxSteps < 1)
      throw badArgument('GameLoop', 'options.maxSteps', maxSteps, 'an integer above 0');
    this.stackless = stackless;
    this.fixedStep = fixedStep;
    this.maxSteps = maxSteps;
    this.options = options;
    const given = options.budget ?? { ms: stackless.profile.defaultFrameBudgetMs };
    this.budget = {
      collectUsage: options.collectUsage ?? true,
      ...(typeof given === 'number' ? { ticks: given } : given),
    };
    this.report = new FrameReport({ budgetMs: this.budget.ms ?? null, frameMs: 1000 * fixedStep });
  }

  /** One frame; `nowMs` from a clock that never goes back. The first makes one step. */
  frame(nowMs: number): Frame {
    const began = performance.now();
    const intervalMs = this.lastMs === null ? 0 : Math.max(0, nowMs - this.lastMs);
    this.accumulated += this.lastMs === null ? this.fixedStep : intervalMs / 1000;
    this.lastMs = nowMs;
    // A little slack: 60 frames of 16.666 ms must make 60 steps.
    let steps = Math.floor(this.accumulated / this.fixedStep + 1e-6);
    let droppedSteps = 0;
    this.accumulated = Math.max(0, this.accumulated - steps * this.fixedStep);
    if (steps > this.maxSteps) {
      droppedSteps = steps - this.maxSteps;
      steps = this.maxSteps;
    }
    for (let k = 0; k < steps; k++) {
      this.stackless.advanceClock(this.fixedStep);
      this.options.onStep?.(this.fixedStep, this.steps);
      this.steps++;
    }
    const result = this.stackless.run(this.budget);
    return this.finish(began, intervalMs, steps, droppedSteps, result);
  }

  private finish(began: number, intervalMs: number, steps: number, droppedSteps: number, result: RunResult): Frame {
    const sample = { frame: this.frames++, intervalMs, steps, droppedSteps, result, workMs: performance.now() - began };
    const frame: Frame = { ...sample, alpha: Math.min(1, this.accumulated / this.fixedStep) };
    if (this.options.onFrame?.(frame) === false) this.isRunning = false;
    if (result.reason === 'exit') this.isRunning = false;
    this.report.add({ ...sample, workMs: performance.now() - began });
    return frame;
  }

  /** Ends the loop after the current frame. */
  stop(): void {
    this.isRunning = false;
  }
}

/** A loop that an environment drives. */
export interface RunningLoop {
  /** Settled when the loop has ended; rejected if a callback of the game threw. */
  readonly done: Promise<void>;
  stop(): void;
}
