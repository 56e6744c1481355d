/** The host in a browser: `index.ts`, a loop on `requestAnimationFrame`, and scripts fetched before they run. */
import type { GameLoop, RunningLoop } from './frame-loop.ts';
import { preload } from './loaders/fetch.ts';

export * from './index.ts';
export { preload };
export type { PreloadOptions } from './loaders/fetch.ts';

/** Calls `loop.frame` once per animation frame until it stops. A hidden page has no frames: the game pauses with it. */
export function runInBrowser(loop: GameLoop): RunningLoop {
  let request = 0;
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    finish = resolve;
    const next = (nowMs: number): void => {
      try {
        loop.frame(nowMs);
      } catch (error) {
        loop.stop();
        reject(error as Error);
        return;
      }
      if (loop.isRunning) request = requestAnimationFrame(next);
      else resolve();
    };
    request = requestAnimationFrame(next);
  });
  return {
    done,
    stop() {
      loop.stop();
      cancelAnimationFrame(request);
      finish();
    },
  };
}
