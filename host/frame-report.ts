/**
 * What the frames of a game loop cost: a histogram, percentiles, the worst frame, budget overruns, and which tasklets used the ticks.
 *
 * Memory is constant however long the game runs: times are counted in buckets of BUCKET_MS, so percentiles are exact to that width, and the
 * worst frame is exact. Names of tasklets beyond MAX_NAMES are summed up under one.
 */
import type { RunResult } from './run-result.ts';

/** Width of a bucket, milliseconds. */
const BUCKET_MS = 0.05;
/** Buckets up to this many milliseconds; slower frames share the last. */
const HIGHEST_MS = 500;
const MAX_NAMES = 1000;
const OTHERS = '(others)';

/** One frame as the loop measured it. */
export interface FrameSample {
  /** Number of the frame, from 0. */
  readonly frame: number;
  /** Milliseconds that the frame's work took: simulation steps, scripts and the host's callbacks. */
  readonly workMs: number;
  /** Milliseconds since the last frame began; 0 in the first. */
  readonly intervalMs: number;
  /** Simulation steps made, and steps given up because the game could not keep up. */
  readonly steps: number;
  readonly droppedSteps: number;
  readonly result: RunResult;
}

/** Figures of one quantity over all frames. */
export interface Distribution {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: number;
  /** The frame in which the worst was. */
  readonly worstFrame: number;
}

export interface FrameReportData {
  readonly frames: number;
  /** Milliseconds of all work in a frame. */
  readonly workMs: Distribution;
  /** Milliseconds of it in scripts. */
  readonly scriptMs: Distribution;
  /** Milliseconds from frame to frame. */
  readonly intervalMs: Distribution;
  readonly budgetMs: number | null;
  /** Frames whose scripts took longer than the budget in milliseconds by more than the tolerance. */
  readonly budgetOverruns: number;
  /** Frames that began later than one and a half intervals after the last. */
  readonly lateFrames: number;
  readonly droppedSteps: number;
  readonly ticks: { readonly total: number; readonly mean: number; readonly worst: number };
  /** How many runs ended for which reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Ticks, and frames in which it ran, by name of tasklet; greediest first. */
  readonly tasklets: ReadonlyArray<{
    readonly name: string;
    readonly ticks: number;
    readonly frames: number;
    readonly interrupts: number;
  }>;
  /** Frames by milliseconds of work: upper bound of each class (the last is open) and count. */
  readonly histogram: ReadonlyArray<{ readonly belowMs: number; readonly frames: number }>;
}

/** Classes of the histogram that is shown, milliseconds. */
const CLASSES = [0.5, 1, 2, 4, 8, 12, 16.7, 20, 33.4, 50, 100, Infinity];

class Series {
  private readonly buckets = new Uint32Array(HIGHEST_MS / BUCKET_MS + 1);
  private count = 0;
  private sum = 0;
  private worst = 0;
  private worstFrame = 0;

  add(value: number, frame: number): void {
    this.buckets[Math.min(this.buckets.length - 1, Math.max(0, Math.floor(value / BUCKET_MS)))]++;
    this.count++;
    this.sum += value;
    if (value > this.worst) {
      this.worst = value;
      this.worstFrame = frame;
    }
  }

  /** The value below which `share` of all are: upper end of its bucket. */
  percentile(share: number): number {
    const wanted = Math.ceil(this.count * share);
    let seen = 0;
    for (let k = 0; k < this.buckets.length; k++) {
      seen += this.buckets[k];
      if (seen >= wanted) return Math.min(this.worst, (k + 1) * BUCKET_MS);
    }
    return this.worst;
  }

  countBetween(low: number, high: number): number {
    let total = 0;
    const end = Math.min(this.buckets.length, Math.round(high / BUCKET_MS));
    for (let k = Math.round(low / BUCKET_MS); k < (high === Infinity ? this.buckets.length : end); k++)
      total += this.buckets[k];
    return total;
  }

  distribution(): Distribution {
    return {
      mean: this.count === 0 ? 0 : this.sum / this.count,
      p50: this.percentile(0.5),
      p95: this.percentile(0.95),
      p99: this.percentile(0.99),
      worst: this.worst,
      worstFrame: this.worstFrame,
    };
  }
}

interface Use {
  ticks: number;
  frames: number;
  interrupts: number;
}

export interface FrameReportOptions {
  /** Milliseconds a frame's scripts may take; null: the budget is in ticks. */
  readonly budgetMs: number | null;
  /** Milliseconds from frame to frame that are aimed at. */
  readonly frameMs: number;
  /** Milliseconds by which a run may pass its budget before that counts as an overrun. Default 1: the safepoint at which it stops is a little late. */
  readonly toleranceMs?: number;
}

export class FrameReport {
  private frames = 0;
  private readonly work = new Series();
  private readonly script = new Series();
  private readonly interval = new Series();
  private readonly uses = new Map<string, Use>();
  private readonly reasons = new Map<string, number>();
  private overruns = 0;
  private late = 0;
  private dropped = 0;
  private ticks = 0;
  private worstTicks = 0;

  constructor(private readonly options: FrameReportOptions) {}

  add(sample: FrameSample): void {
    const { result, frame } = sample;
    const { budgetMs, frameMs, toleranceMs = 1 } = this.options;
    this.frames++;
    this.work.add(sample.workMs, frame);
    this.script.add(result.ms, frame);
    if (sample.intervalMs > 0) {
      this.interval.add(sample.intervalMs, frame);
      if (sample.intervalMs > frameMs * 1.5) this.late++;
    }
    if (budgetMs !== null && result.ms > budgetMs + toleranceMs) this.overruns++;
    this.dropped += sample.droppedSteps;
    this.ticks += result.ticks;
    if (result.ticks > this.worstTicks) this.worstTicks = result.ticks;
    this.reasons.set(result.reason, (this.reasons.get(result.reason) ?? 0) + 1);
    if (result.usage !== undefined) this.addUsage(result.usage);
    if (result.interrupted !== undefined) this.useOf(result.interrupted.name).interrupts++;
  }

  private addUsage(usage: NonNullable<RunResult['usage']>): void {
    const seen = new Set<Use>();
    for (const { name, ticks } of usage) {
      const use = this.useOf(name);
      use.ticks += ticks;
      if (seen.has(use)) continue;
      seen.add(use);
      use.frames++;
    }
  }

  private useOf(name: string): Use {
    const key = this.uses.size < MAX_NAMES || this.uses.has(name) ? name : OTHERS;
    let use = this.uses.get(key);
    if (use === undefined) this.uses.set(key, (use = { ticks: 0, frames: 0, interrupts: 0 }));
    return use;
  }

  toJSON(): FrameReportData {
    let low = 0;
    const histogram = CLASSES.map((belowMs) => {
      const frames = this.work.countBetween(low, belowMs);
      low = belowMs;
      return { belowMs, frames };
    });
    return {
      frames: this.frames,
      workMs: this.work.distribution(),
      scriptMs: this.script.distribution(),
      intervalMs: this.interval.distribution(),
      budgetMs: this.options.budgetMs,
      budgetOverruns: this.overruns,
      lateFrames: this.late,
      droppedSteps: this.dropped,
      ticks: { total: this.ticks, mean: this.frames === 0 ? 0 : this.ticks / this.frames, worst: this.worstTicks },
      reasons: Object.fromEntries(this.reasons),
      tasklets: [...this.uses].map(([name, use]) => ({ name, ...use })).sort((a, b) => b.ticks - a.ticks),
      histogram,
    };
  }

  /** The report as lines of text; at most `names` tasklets are listed. */
  toText(names = 12): string {
    const data = this.toJSON();
    const ms = (value: number): string => value.toFixed(2).padStart(8);
    const row = (title: string, d: Distribution): string =>
      `${title.padEnd(14)}${ms(d.mean)}${ms(d.p50)}${ms(d.p95)}${ms(d.p99)}${ms(d.worst)}  (frame ${d.worstFrame})`;
    const lines = [
      `frames ${data.frames}, budget overruns ${data.budgetOverruns}${data.budgetMs === null ? '' : ` (budget ${data.budgetMs} ms)`}, late frames ${data.lateFrames}, dropped steps ${data.droppedSteps}`,
      `${'milliseconds'.padEnd(14)}    mean     p50     p95     p99   worst`,
      row('work', data.workMs),
      row('scripts', data.scriptMs),
      row('frame to frame', data.intervalMs),
      `ticks: ${data.ticks.total} in all, ${Math.round(data.ticks.mean)} per frame, ${data.ticks.worst} at most`,
      `runs ended: ${Object.entries(data.reasons)
        .map(([reason, count]) => `${reason} ${count}`)
        .join(', ')}`,
      'frames by milliseconds of work',
    ];
    const most = Math.max(1, ...data.histogram.map((entry) => entry.frames));
    let low = 0;
    for (const { belowMs, frames } of data.histogram) {
      const label = belowMs === Infinity ? `${low} and more` : `${low} to ${belowMs}`;
      if (frames > 0)
        lines.push(
          `  ${label.padEnd(14)}${String(frames).padStart(8)} ${'#'.repeat(Math.max(1, Math.round((frames / most) * 40)))}`,
        );
      low = belowMs;
    }
    if (data.tasklets.length > 0) {
      lines.push(`${'tasklet'.padEnd(32)}       ticks  share  frames  interrupted`);
      const all = Math.max(
        1,
        data.tasklets.reduce((sum, one) => sum + one.ticks, 0),
      );
      for (const one of data.tasklets.slice(0, names)) {
        const share = `${((one.ticks / all) * 100).toFixed(1)}%`;
        lines.push(
          `${one.name.slice(0, 32).padEnd(32)}${String(one.ticks).padStart(12)}${share.padStart(7)}${String(one.frames).padStart(8)}${String(one.interrupts).padStart(13)}`,
        );
      }
      if (data.tasklets.length > names) lines.push(`  and ${data.tasklets.length - names} more`);
    }
    return `${lines.join('\n')}\n`;
  }
}
