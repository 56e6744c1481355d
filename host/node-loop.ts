/**
 * Drives a game loop under Node. Frame n is due at `start + n * interval`, so being late once makes no frame after it late (no drift); frames
 * that have passed completely are skipped, not made up for. A timer of the system is too coarse, so the last part of the wait is spent in
 * `setImmediate`, which leaves timers, signals and promises their turn.
 */
import type { GameLoop, RunningLoop } from './frame-loop.ts';

export interface NodeLoopOptions {
  /** Frames per second. Default: the target's. */
  readonly fps?: number;
  /** Ends the loop after this many frames. */
  readonly frames?: number;
  /** Ends it after this many seconds. */
  readonly seconds?: number;
}

/** Milliseconds before a frame is due from which on the wait is fine-grained: timers may be late by about one. */
const FINE_MS = 2;

export function runInNode(loop: GameLoop, options: NodeLoopOptions = {}): RunningLoop {
  const intervalMs = 1000 / (options.fps ?? loop.stackless.profile.frameRateHz);
  const start = performance.now();
  const endMs = options.seconds === undefined ? Infinity : start + options.seconds * 1000;
  let framesLeft = options.frames ?? Infinity;
  let due = start;
  const done = new Promise<void>((resolve, reject) => {
    const wait = (): void => {
      if (!loop.isRunning || framesLeft <= 0 || due >= endMs) {
        loop.stop();
        resolve();
        return;
      }
      const left = due - performance.now();
      if (left > FINE_MS) setTimeout(wait, left - FINE_MS);
      else if (left > 0) setImmediate(wait);
      else frame();
    };
    const frame = (): void => {
      const now = performance.now();
      framesLeft--;
      try {
        loop.frame(now);
      } catch (error) {
        loop.stop();
        reject(error as Error);
        return;
      }
      due += intervalMs;
      const behind = performance.now() - due;
      if (behind > intervalMs) due += Math.floor(behind / intervalMs) * intervalMs;
      setImmediate(wait);
    };
    wait();
  });
  return { done, stop: () => loop.stop() };
}
