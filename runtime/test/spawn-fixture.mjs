/**
 * Runs a fixture as a process of its own and several fixtures side by side: for CPython (the recorder) and for the
 * command line of a build (the bring-up runner).
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { expectationPaths, withoutFolder } from './fixture-tree.mjs';

/** Output beyond this is a runaway program; the process is ended. */
const MAX_OUTPUT_BYTES = 4 * 1024 * 1024;

/**
 * Runs `command args... file.py` in the fixture's folder. Resolves to what it printed, its exit status, the time it took
 * in milliseconds, and whether it was ended for taking longer than `timeoutMs`.
 */
export function runProcess(one, command, args, { timeoutMs = 10_000, env = {} } = {}) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, [...args, one.file], {
      cwd: one.dir,
      env: {
        ...process.env,
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONHASHSEED: '0',
        PYTHONIOENCODING: 'utf-8',
        NO_COLOR: '1',
        ...env,
      },
    });
    const chunks = { stdout: [], stderr: [] };
    let bytes = 0;
    let timedOut = false;
    const stop = () => child.kill('SIGKILL');
    const timer = setTimeout(() => {
      timedOut = true;
      stop();
    }, timeoutMs);
    for (const stream of ['stdout', 'stderr']) {
      child[stream].on('data', (chunk) => {
        chunks[stream].push(chunk);
        bytes += chunk.length;
        if (bytes > MAX_OUTPUT_BYTES) stop();
      });
    }
    child.on('error', (error) => chunks.stderr.push(Buffer.from(`${error.message}\n`)));
    child.stdin.on('error', () => {
      // The program may end without reading its input.
    });
    const { stdin } = expectationPaths(one);
    child.stdin.end(existsSync(stdin) ? readFileSync(stdin) : '');
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({
        stdout: withoutFolder(Buffer.concat(chunks.stdout).toString('utf8'), one.dir),
        stderr: withoutFolder(Buffer.concat(chunks.stderr).toString('utf8'), one.dir),
        // As a shell reports it: KeyboardInterrupt ends CPython by SIGINT, which is 130.
        status: code ?? 128 + constants.signals[signal],
        signal,
        timedOut,
        ms: performance.now() - started,
      });
    });
  });
}

/** Calls `work(item)` for every item, at most `jobs` at once, and hands results to `each` in the items' order. */
export async function inParallel(items, jobs, work, each) {
  const results = new Array(items.length);
  let next = 0;
  let shown = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = { value: await work(items[index]) };
      while (shown < items.length && results[shown] !== undefined) {
        each(items[shown], results[shown].value);
        shown++;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, worker));
}
