/**
 * The engine's side of the colony: where things are and how they move. It decides nothing; scripts do, through `bindings.ts`.
 */

export type ThingKind = 'hub' | 'station' | 'rock' | 'miner' | 'hauler' | 'trader' | 'scout';

const KINDS: readonly string[] = ['hub', 'station', 'rock', 'miner', 'hauler', 'trader', 'scout'] satisfies ThingKind[];

export function isThingKind(kind: unknown): kind is ThingKind {
  return typeof kind === 'string' && KINDS.includes(kind);
}

/** Size of the map in cells. */
export const MAP_WIDTH = 72;
export const MAP_HEIGHT = 20;

const KEPT_EVENTS = 200;

export interface Thing {
  readonly id: number;
  readonly kind: ThingKind;
  readonly name: string;
  x: number;
  y: number;
}

/** A thing under way. Times are seconds of the world's clock. */
interface Flight {
  readonly thing: Thing;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  readonly start: number;
  readonly end: number;
}

export interface WorldEvent {
  readonly seconds: number;
  readonly text: string;
}

export class World {
  /** Seconds of game time. */
  seconds = 0;
  readonly things = new Map<number, Thing>();
  /** The latest ones; `eventCount` counts all. */
  readonly events: WorldEvent[] = [];
  eventCount = 0;
  /** How often things have happened, and latest values, by the name scripts gave them. */
  readonly counters = new Map<string, number>();
  readonly gauges = new Map<string, number>();
  private readonly flights = new Map<number, Flight>();
  private nextId = 1;

  /** Puts something on the map; returns its id. */
  add(kind: ThingKind, name: string, x: number, y: number): number {
    const id = this.nextId++;
    this.things.set(id, { id, kind, name, x, y });
    return id;
  }

  /** Takes something off the map; does nothing if it is not there. */
  remove(id: number): void {
    this.things.delete(id);
    this.flights.delete(id);
  }

  /** Moves a thing from where it is to (x, y) within `seconds`. */
  fly(id: number, x: number, y: number, seconds: number): void {
    const thing = this.things.get(id);
    if (thing === undefined) return;
    const { x: fromX, y: fromY } = thing;
    this.flights.set(id, { thing, fromX, fromY, toX: x, toY: y, start: this.seconds, end: this.seconds + seconds });
  }

  say(text: string): void {
    this.eventCount++;
    this.events.push({ seconds: this.seconds, text });
    if (this.events.length > KEPT_EVENTS) this.events.shift();
  }

  count(name: string, n: number): void {
    this.counters.set(name, this.counted(name) + n);
  }

  counted(name: string): number {
    return this.counters.get(name) ?? 0;
  }

  /** One simulation step: everything that flies moves on. */
  step(seconds: number): void {
    this.seconds += seconds;
    for (const [id, flight] of this.flights) {
      const left = flight.end - this.seconds;
      const part = left <= 0 ? 1 : 1 - left / (flight.end - flight.start);
      flight.thing.x = flight.fromX + (flight.toX - flight.fromX) * part;
      flight.thing.y = flight.fromY + (flight.toY - flight.fromY) * part;
      if (part === 1) this.flights.delete(id);
    }
  }
}
