/**
 * A runtime under measurement: a process that runs benchmark programs on request. Each speaks the same three lines: its version when it has
 * started; then for a request `PROGRAM TIMES` the answer `BEST_MS FIRST_MS 1` (0: some answer was wrong). The timing itself is
 * measure.py, which every peer runs.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Timing {
  /** Fastest of the runs, in milliseconds. */
  readonly bestMs: number;
  /** The first of the runs, in milliseconds. */
  readonly firstMs: number;
  /** Every run gave the answer that the program's `result` names; otherwise the time is void. */
  readonly isRight: boolean;
}

export interface Peer {
  readonly name: string;
  readonly version: string;
  /** Runs `bench/programs/PROGRAM.py` `times` times. */
  measure(program: string, times: number): Promise<Timing>;
  close(): void;
}

/** How to start a peer. */
export interface PeerKind {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Starts a fresh process of a peer. Null when the machine does not have it, or it ends at once. */
export async function openPeer(kind: PeerKind): Promise<Peer | null> {
  const child = spawn(kind.command, kind.args, { stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    await once(child, 'spawn');
  } catch {
    return null;
  }
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const version = await lines.next();
  if (version.done === true) return null;

  async function measure(program: string, times: number): Promise<Timing> {
    child.stdin.write(`${program} ${times}\n`);
    const answer = await lines.next();
    if (answer.done === true) throw new Error(`${kind.name} ended while running ${program}`);
    const [bestMs, firstMs, isRight] = answer.value.split(' ').map(Number);
    return { bestMs, firstMs, isRight: isRight === 1 };
  }

  return { name: kind.name, version: version.value, measure, close: () => child.stdin.end() };
}
