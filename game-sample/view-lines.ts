/** The game in a log: a line a second, and what happened meanwhile. */
import { memoryText } from './view.ts';
import type { FrameView, Scene, View } from './view.ts';

/** Events shown for one second of the game; the rest is only counted. */
const EVENTS_PER_SECOND = 3;

export class LineView implements View {
  private worstMs = 0;
  private sumMs = 0;
  private frames = 0;
  private shownSecond = 0;
  private eventsSeen = 0;

  constructor(
    private readonly scene: Scene,
    private readonly write: (line: string) => void,
  ) {}

  open(): void {
    this.write(this.scene.title);
  }

  show(frame: FrameView): void {
    this.worstMs = Math.max(this.worstMs, frame.run.ms);
    this.sumMs += frame.run.ms;
    this.frames++;
    const second = Math.floor(this.scene.world.seconds + 1e-9);
    if (second === this.shownSecond) return;
    this.shownSecond = second;
    this.writeEvents();
    const statistics = this.scene.stackless.statistics();
    const { runnable, blocked, waiting } = frame.run;
    this.write(
      `${String(second).padStart(4)} s  frame ${String(frame.number).padStart(5)}  ` +
        `scripts ${(this.sumMs / this.frames).toFixed(2)} ms, worst ${this.worstMs.toFixed(2)}  ` +
        `${statistics.taskletsAlive} tasklets: ${runnable} ready, ${blocked} blocked, ${waiting} asleep  ` +
        `memory ${memoryText(statistics)}`,
    );
    this.worstMs = 0;
    this.sumMs = 0;
    this.frames = 0;
  }

  private writeEvents(): void {
    const { events, eventCount } = this.scene.world;
    const fresh = events.slice(Math.max(0, events.length - (eventCount - this.eventsSeen)));
    this.eventsSeen = eventCount;
    for (const event of fresh.slice(0, EVENTS_PER_SECOND)) this.write(`        ${event.text}`);
    if (fresh.length > EVENTS_PER_SECOND) this.write(`        and ${fresh.length - EVENTS_PER_SECOND} more`);
  }

  close(): void {}
}
