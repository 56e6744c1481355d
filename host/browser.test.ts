/** The browser adapter against a page that hands out animation frames by hand: 60 a second, each asked for by the one before. */
import { afterEach, expect, test, vi } from 'vitest';
import { createStackless, GameLoop, runInBrowser } from './browser.ts';

afterEach(() => vi.unstubAllGlobals());

/** Stands for the page: keeps the one request and serves it on `tick`. */
function fakePage(): { tick(nowMs: number): boolean; cancelled: number } {
  const page = { pending: null as ((nowMs: number) => void) | null, cancelled: 0 };
  vi.stubGlobal('requestAnimationFrame', (callback: (nowMs: number) => void) => {
    page.pending = callback;
    return 7;
  });
  vi.stubGlobal('cancelAnimationFrame', () => {
    page.cancelled++;
    page.pending = null;
  });
  return {
    get cancelled() {
      return page.cancelled;
    },
    tick(nowMs) {
      const callback = page.pending;
      page.pending = null;
      callback?.(nowMs);
      return callback !== null;
    },
  };
}

test('one run of the scripts for each animation frame, until it is stopped', async () => {
  let output = '';
  const stackless = createStackless({
    files: { 'main.py': 'import stackless\nwhile True:\n  print("frame")\n  stackless.schedule()\n' },
    onOutput: (text) => {
      output += text;
    },
  });
  stackless.start('main.py');
  const page = fakePage();
  const loop = new GameLoop({ stackless, budget: 500 });
  const running = runInBrowser(loop);
  for (let frame = 0; frame < 5; frame++) expect(page.tick(frame * (1000 / 60))).toBe(true);
  expect(output.split('\n').length).toBeGreaterThan(1);
  expect(loop.report.toJSON().frames).toBe(5);
  running.stop();
  await running.done;
  expect(page.tick(100)).toBe(false);
  expect(page.cancelled).toBe(1);
});
