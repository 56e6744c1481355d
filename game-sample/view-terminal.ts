/**
 * The game as a picture on a terminal: map, frame times, tasklets, memory, events. Plain ANSI sequences on the alternate screen, so that the
 * terminal is as before when the game ends. Draws a few times a second; the game runs at its own rate.
 */
import type { WriteStream } from 'node:tty';
import { memoryText } from './view.ts';
import type { FrameView, Scene, View } from './view.ts';
import { MAP_HEIGHT, MAP_WIDTH } from './world.ts';
import type { ThingKind } from './world.ts';

const DRAWINGS_PER_SECOND = 15;
const BAR_CELLS = 28;
const SPARK = '▁▂▃▄▅▆▇█';
const PANEL_LINES = 5;
const MOST_EVENTS = 6;

/** Alternate screen, no cursor, long lines are cut off; and back. */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l';
const LEAVE = '\x1b[?7h\x1b[?25h\x1b[?1049l';
const HOME = '\x1b[H';
const CLEAR_LINE = '\x1b[K';
const CLEAR_BELOW = '\x1b[J';
const RESET = '\x1b[0m';

/** How a kind of thing is drawn: character and colour; what comes later covers what came before. */
const PICTURES: Readonly<Record<ThingKind, readonly [symbol: string, color: string]>> = {
  miner: ['·', '\x1b[92m'],
  hauler: ['▪', '\x1b[94m'],
  trader: ['»', '\x1b[95m'],
  rock: ['*', '\x1b[33m'],
  station: ['', '\x1b[1;96m'],
  hub: ['◉', '\x1b[1;97m'],
  scout: ['@', '\x1b[1;91m'],
};
const LEGEND = '\x1b[2m* rocks  A-L stations  ◉ hub  · miners  ▪ haulers  » traders  @ scout';
const LAYERS = Object.keys(PICTURES) as ThingKind[];

export class TerminalView implements View {
  private readonly history: number[] = [];
  private worstMs = 0;
  private lastDrawnMs = -Infinity;
  private isOpen = false;

  constructor(
    private readonly scene: Scene,
    private readonly out: WriteStream,
  ) {}

  open(): void {
    this.isOpen = true;
    this.out.write(ENTER);
  }

  close(): void {
    if (this.isOpen) this.out.write(LEAVE);
    this.isOpen = false;
  }

  show(frame: FrameView): void {
    this.worstMs = Math.max(this.worstMs, frame.run.ms);
    this.history.push(frame.run.ms);
    if (this.history.length > BAR_CELLS) this.history.shift();
    const now = performance.now();
    if (now - this.lastDrawnMs < 1000 / DRAWINGS_PER_SECOND) return;
    this.lastDrawnMs = now;
    this.draw(frame);
  }

  private draw(frame: FrameView): void {
    const columns = this.out.columns ?? 80;
    const rows = this.out.rows ?? 24;
    const mapRows = Math.max(4, Math.min(MAP_HEIGHT, rows - PANEL_LINES - 4));
    const events = Math.max(0, Math.min(MOST_EVENTS, rows - mapRows - PANEL_LINES - 2));
    const lines = [
      this.header(frame),
      ...this.map(Math.min(columns, MAP_WIDTH), mapRows),
      ...this.panel(frame),
      ...this.latestEvents(events, columns),
    ];
    this.out.write(`${HOME}${lines.map((line) => line + RESET + CLEAR_LINE).join('\n')}${CLEAR_BELOW}`);
  }

  private header(frame: FrameView): string {
    const left = (frame.total - frame.number) * (frame.periodMs / 1000);
    return `\x1b[1m${this.scene.title}${RESET}\x1b[2m  ${left.toFixed(0)} s left, q ends`;
  }

  private map(columns: number, rows: number): string[] {
    const cells: string[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => ' '));
    for (const layer of LAYERS) {
      const [symbol, color] = PICTURES[layer];
      for (const thing of this.scene.world.things.values()) {
        if (thing.kind !== layer) continue;
        const column = Math.min(columns - 1, Math.max(0, Math.floor((thing.x / MAP_WIDTH) * columns)));
        const row = Math.min(rows - 1, Math.max(0, Math.floor((thing.y / MAP_HEIGHT) * rows)));
        cells[row][column] = `${color}${symbol === '' ? thing.name : symbol}${RESET}`;
      }
    }
    return cells.map((row) => row.join(''));
  }

  private panel(frame: FrameView): string[] {
    const { world, stackless } = this.scene;
    const statistics = stackless.statistics();
    const { ms, runnable, blocked, waiting, interrupted } = frame.run;
    const memory = statistics.memoryUsedBytes / statistics.memoryLimitBytes;
    const held = interrupted === undefined ? '' : `, ${interrupted.name} interrupted`;
    return [
      LEGEND,
      `frame   ${bar(ms / frame.periodMs)} ${ms.toFixed(1)} of ${frame.periodMs.toFixed(1)} ms, worst ${this.worstMs.toFixed(1)}${held}`,
      `scripts ${this.sparkline(frame.periodMs)} the last ${this.history.length} frames`,
      `memory  ${bar(memory)} ${memoryText(statistics)}, modelled`,
      `${statistics.taskletsAlive} tasklets: ${runnable} ready, ${blocked} blocked, ${waiting} asleep; ` +
        `${statistics.taskletsCreated} made; ${world.counted('ore refined')} ore, ${world.counted('metal shipped')} metal`,
    ];
  }

  private sparkline(periodMs: number): string {
    const bars = this.history.map(
      (ms) => SPARK[Math.min(SPARK.length - 1, Math.floor((ms / periodMs) * SPARK.length))],
    );
    return `\x1b[36m${bars.join('').padStart(BAR_CELLS)}${RESET}`;
  }

  private latestEvents(count: number, columns: number): string[] {
    if (count === 0) return [];
    const latest = this.scene.world.events.slice(-count);
    return latest.map(
      (event) => `\x1b[2m${event.seconds.toFixed(1).padStart(6)}${RESET} ${event.text.slice(0, columns - 8)}`,
    );
  }
}

/** A bar filled to `part` of its length: green, yellow from a half, red from nine tenths. */
function bar(part: number): string {
  const filled = Math.min(BAR_CELLS, Math.max(0, Math.round(part * BAR_CELLS)));
  const color = part < 0.5 ? '\x1b[32m' : part < 0.9 ? '\x1b[33m' : '\x1b[31m';
  return `${color}${'█'.repeat(filled)}\x1b[2m${'░'.repeat(BAR_CELLS - filled)}${RESET}`;
}
