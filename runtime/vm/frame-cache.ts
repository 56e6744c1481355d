/**
 * Reuse of finished frames, by the policy of the target (design.md, section 6; the seed's question whether zombie frames are worth it).
 *
 * `zombie` keeps the last finished frame with its code object, without bound; `freeList` keeps up to `max` frames by number of registers.
 * A frame that something may still look at (a traceback, a frame object) is never kept. A kept frame holds no references: registers and links
 * are cleared when it is released, and it is counted by the census like anything alive. Results are the same under every policy.
 */
import { Frame } from '../objects/frame.ts';
import type { RunCode } from './run-code.ts';
import type { Step } from './step.ts';

export type FrameCachePolicy = 'none' | 'freeList' | 'zombie' | 'zombie+freeList';

export class FrameCache {
  hits = 0;
  misses = 0;
  /** Frames in the free list now. */
  listed = 0;
  private readonly keepsZombies: boolean;
  private readonly keepsList: boolean;
  /** Free frames by number of registers. */
  private readonly byRegisters: Frame[][] = [];
  /** Code objects that have kept a zombie at some time. */
  private readonly owners = new Set<RunCode>();

  constructor(
    readonly policy: FrameCachePolicy,
    readonly max: number,
  ) {
    this.keepsZombies = policy === 'zombie' || policy === 'zombie+freeList';
    this.keepsList = policy === 'freeList' || policy === 'zombie+freeList';
  }

  /** A frame for `rc` at `step` with the values of `r` in its registers. */
  take(rc: RunCode, r: any[], step: Step, back: Frame, depth: number): Frame {
    let f = this.keepsZombies ? rc.zombie : null;
    if (f !== null) rc.zombie = null;
    else if (this.keepsList) {
      const free = this.byRegisters[rc.nregs];
      if (free !== undefined && free.length > 0) {
        f = free.pop()!;
        this.listed--;
      }
    }
    if (f === null) {
      this.misses++;
      return new Frame(rc, r, step, back, depth);
    }
    this.hits++;
    const own = f.r;
    for (let k = 0; k < own.length; k++) own[k] = r[k];
    f.code = rc;
    f.step = step;
    f.back = back;
    f.depth = depth;
    return f;
  }

  /** Frame `f` of a function has returned. */
  release(f: Frame): void {
    if (f.extra !== null || f.gen !== null) return;
    const rc: RunCode = f.code;
    if (this.keepsZombies && rc.zombie === null) {
      clear(f);
      rc.zombie = f;
      this.owners.add(rc);
    } else if (this.keepsList && this.listed < this.max) {
      clear(f);
      (this.byRegisters[rc.nregs] ??= []).push(f);
      this.listed++;
    }
  }

  /** Forgets every kept frame. */
  clear(): void {
    for (const rc of this.owners) rc.zombie = null;
    this.owners.clear();
    this.byRegisters.length = 0;
    this.listed = 0;
  }

  /** Calls `visit` for each kept frame: retained frames are live bytes. */
  visitRoots(visit: (child: any) => void): void {
    for (const free of this.byRegisters) if (free !== undefined) for (const f of free) visit(f);
    for (const rc of this.owners) if (rc.zombie !== null) visit(rc.zombie);
  }

  statistics(): FrameCacheStatistics {
    let zombies = 0;
    for (const rc of this.owners) if (rc.zombie !== null) zombies++;
    return { policy: this.policy, hits: this.hits, misses: this.misses, zombies, listed: this.listed };
  }
}

export interface FrameCacheStatistics {
  readonly policy: FrameCachePolicy;
  /** Calls that found a kept frame. */
  readonly hits: number;
  readonly misses: number;
  /** Frames kept by code objects now. */
  readonly zombies: number;
  /** Frames in the free list now. */
  readonly listed: number;
}

function clear(f: Frame): void {
  f.r.fill(undefined);
  f.back = null;
  f.locals = null;
}
