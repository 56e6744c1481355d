/**
 * What the driver asks of the room above it. The VM knows frames; who runs next, and when to stop, is the scheduler's business
 * (`stackless/scheduler.ts` implements this).
 */
import type { Interpreter } from './interpreter.ts';

export interface SchedulerHooks {
  /**
   * A safepoint with `I.ticks < 0`: `I.frame` is the running frame, its step is where it goes on. Must leave `I.ticks >= 0`. May replace
   * `I.frame`, request a switch, set `I.exc`, or call `I.halt()`.
   */
  safepoint(I: Interpreter): void;
  /** A native has called `I.requestSwitch()` and all its continuations lie on the stack. Replaces `I.frame`; may set `I.exc`. */
  performSwitch(I: Interpreter): void;
}

/** Before a scheduler is there: runs without limit. */
export const NO_SCHEDULER: SchedulerHooks = {
  safepoint(I) {
    I.ticks = 0x3fffffff;
  },
  performSwitch(I) {
    throw I.internalError('a switch was requested without a scheduler', I.frame);
  },
};
