/** What shows a game in progress: a picture on a terminal, lines in a log, nothing when headless. */
import type { RunResult, Stackless, Statistics } from 'stackless/node';
import type { World } from './world.ts';

/** One frame as a view sees it. */
export interface FrameView {
  readonly number: number;
  readonly total: number;
  /** What the scripts did in this frame. */
  readonly run: RunResult;
  /** Milliseconds from one frame to the next. */
  readonly periodMs: number;
}

export interface View {
  open(): void;
  show(frame: FrameView): void;
  close(): void;
}

/** What views read from. */
export interface Scene {
  readonly world: World;
  readonly stackless: Stackless;
  /** For headings. */
  readonly title: string;
}

export const NO_VIEW: View = { open() {}, show() {}, close() {} };

/** `3.2 of 8.0 MiB`. */
export function memoryText(statistics: Statistics): string {
  return `${mebibytes(statistics.memoryUsedBytes)} of ${mebibytes(statistics.memoryLimitBytes)} MiB`;
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 2 : 1);
}
