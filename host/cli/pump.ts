/**
 * Drives a program to its end: runs it in slices, so that Ctrl-C and promises get their turn between them, and waits, without burning the
 * processor, while every tasklet sleeps.
 *
 * The first Ctrl-C raises KeyboardInterrupt in the running tasklet at the next safepoint; a second one while that is still on its way ends the
 * process.
 */
import type { Stackless } from '../stackless.ts';
import type { RunResult } from '../run-result.ts';

/** Milliseconds of a slice: how late Ctrl-C is noticed. */
const SLICE_MS = 100;
/** What a shell reports for a program that Ctrl-C has ended. */
export const INTERRUPTED_STATUS = 130;

export interface PumpResult {
  readonly outcome: 'exit' | 'budget' | 'deadlock';
  readonly status: number;
  readonly result: RunResult;
}

export class Pump {
  private isInterrupted = false;
  private wake: (() => void) | null = null;

  constructor(
    private readonly stackless: Stackless,
    /** Ticks for all programs together; Infinity: no limit. */
    private ticksLeft: number,
    private readonly forceExit: () => void,
  ) {}

  /** To be called by the handler of SIGINT. */
  interrupt(): void {
    if (this.isInterrupted) this.forceExit();
    this.isInterrupted = true;
    this.wake?.();
  }

  /** Runs the program that was begun last. */
  async run(): Promise<PumpResult> {
    const stackless = this.stackless;
    let clock = performance.now();
    const passTime = (): void => {
      const now = performance.now();
      stackless.advanceClock((now - clock) / 1000);
      clock = now;
    };
    for (;;) {
      if (this.isInterrupted && stackless.interrupt()) this.isInterrupted = false;
      const ticks = Math.min(this.ticksLeft, Number.MAX_SAFE_INTEGER);
      const result = stackless.run({ ticks, ms: SLICE_MS, onInterrupt: 'resume' });
      this.ticksLeft -= result.ticks;
      passTime();
      switch (result.reason) {
        case 'exit':
          this.isInterrupted = false;
          return { outcome: 'exit', status: result.exitCode ?? 0, result };
        case 'budget':
          if (this.ticksLeft <= 0) return { outcome: 'budget', status: 1, result };
          await new Promise((resolve) => setImmediate(resolve));
          break;
        case 'sleeping':
        case 'waiting':
          await this.sleep(Math.min(result.nextTimerMs, 0x7fffffff));
          passTime();
          break;
        default:
          return { outcome: 'deadlock', status: 1, result };
      }
    }
  }

  /** Until `ms` have passed, Ctrl-C, or an answer of the host. */
  private sleep(ms: number): Promise<void> {
    if (this.isInterrupted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.wake = null;
        this.stackless.onWork = null;
        resolve();
      };
      const timer = setTimeout(done, Math.ceil(ms));
      this.wake = done;
      this.stackless.onWork = done;
    });
  }
}
