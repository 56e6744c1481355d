/**
 * The prompt: lines from `node:readline` with history and completion, each complete input compiled in 'single' mode and run as the main script.
 * Without a terminal (`-i` with piped input) it reads lines and shows prompts just the same.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import type { Stackless } from '../stackless.ts';
import { completeName } from './complete.ts';
import type { Pump } from './pump.ts';
import type { OutputStreams } from './streams.ts';

const HISTORY_FILE = '.stackless_history';
const HISTORY_LINES = 1000;
const PRIMARY = '>>> ';
const CONTINUATION = '... ';

export interface ReplParts {
  readonly stackless: Stackless;
  readonly pump: Pump;
  readonly output: OutputStreams;
  readonly isColorAllowed: boolean;
}

/** Runs the prompt until Ctrl-D or exit(); resolves to the exit status. */
export async function runPrompt(parts: ReplParts): Promise<number> {
  const { stackless, pump, output } = parts;
  const isTerminal = process.stdin.isTTY === true;
  const rl = createInterface({
    input: process.stdin,
    output: isTerminal ? process.stdout : undefined,
    terminal: isTerminal,
    historySize: HISTORY_LINES,
    history: isTerminal ? readHistory() : [],
    completer: (line: string) => completeName(stackless, line),
  });
  const lines = new LineQueue(rl);
  let isBusy = false;
  let pending: string[] = [];
  rl.on('SIGINT', () => {
    if (isBusy) pump.interrupt();
    else lines.interrupt();
  });
  const ask = (): void => {
    const prompt = pending.length === 0 ? PRIMARY : CONTINUATION;
    output.flush();
    if (isTerminal) {
      rl.setPrompt(parts.isColorAllowed ? `\x1b[1;35m${prompt}\x1b[0m` : prompt);
      rl.prompt();
    } else output.write(prompt, 'stderr');
  };
  try {
    for (;;) {
      ask();
      const line = await lines.next();
      if (line === INTERRUPTED) {
        pending = [];
        output.write('\nKeyboardInterrupt\n', 'stderr');
        continue;
      }
      if (line === null && pending.length === 0) {
        output.write('\n', isTerminal ? 'stdout' : 'stderr');
        return 0;
      }
      pending.push(line ?? '');
      const source = pending.join('\n');
      if (source.trim() === '') {
        pending = [];
        continue;
      }
      if (line !== null && stackless.isIncomplete(source)) continue;
      pending = [];
      if (isTerminal && line !== null) appendHistory(source);
      isBusy = true;
      stackless.runInput(`${source}\n`);
      const { outcome, status, result } = await pump.run();
      isBusy = false;
      if (outcome === 'budget' || result.isExitRequested === true) return status;
    }
  } finally {
    rl.close();
    output.flush();
  }
}

const INTERRUPTED = Symbol('interrupted');

/** Lines as they come, for whoever asks; null once input has ended. */
class LineQueue {
  private readonly lines: Array<string | null> = [];
  private waiting: ((line: string | null | typeof INTERRUPTED) => void) | null = null;

  constructor(rl: Interface) {
    rl.on('line', (line) => this.push(line));
    rl.on('close', () => this.push(null));
  }

  next(): Promise<string | null | typeof INTERRUPTED> {
    const line = this.lines[0];
    if (line !== undefined) {
      if (line !== null) this.lines.shift();
      return Promise.resolve(line);
    }
    return new Promise((resolve) => (this.waiting = resolve));
  }

  interrupt(): void {
    this.answer(INTERRUPTED);
  }

  private push(line: string | null): void {
    if (!this.answer(line) || line === null) this.lines.push(line);
  }

  private answer(line: string | null | typeof INTERRUPTED): boolean {
    const waiting = this.waiting;
    this.waiting = null;
    waiting?.(line);
    return waiting !== null;
  }
}

/** Newest first, as readline wants it. A history that cannot be read is no reason to complain. */
function readHistory(): string[] {
  try {
    const lines = readFileSync(historyPath(), 'utf8').split('\n').filter(Boolean);
    if (lines.length > HISTORY_LINES * 2) writeFileSync(historyPath(), `${lines.slice(-HISTORY_LINES).join('\n')}\n`);
    return lines.slice(-HISTORY_LINES).reverse();
  } catch {
    return [];
  }
}

function appendHistory(source: string): void {
  try {
    appendFileSync(historyPath(), `${source.split('\n').filter(Boolean).join('\n')}\n`, { mode: 0o600 });
  } catch {
    // Nowhere to keep it.
  }
}

function historyPath(): string {
  return join(homedir(), HISTORY_FILE);
}
