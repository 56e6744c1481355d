/** Shows how far the bench is, on stderr: a bar on a terminal, a line now and then in a log. */
import type { Progress } from './harness.ts';

const BAR_CELLS = 30;
const LINE_INTERVAL_MS = 5000;

export function makeProgress(): Progress {
  return process.stderr.isTTY ? bar() : lines();
}

function bar(): Progress {
  return {
    step(label, done, total) {
      const filled = Math.round((BAR_CELLS * done) / total);
      process.stderr.write(`\r\x1b[K${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${done}/${total} ${label}`);
    },
    finish() {
      process.stderr.write('\r\x1b[K');
    },
  };
}

function lines(): Progress {
  let lastMs = -Infinity;
  return {
    step(label, done, total) {
      const now = performance.now();
      if (now - lastMs < LINE_INTERVAL_MS) return;
      lastMs = now;
      console.error(`bench: ${done}/${total} ${label}`);
    },
    finish() {},
  };
}
