/** What scripts can import from the engine: the modules `engine` and `settings`, as plain objects. */
import type { TargetProfile } from 'stackless/targets';
import type { GameOptions } from './options.ts';
import { isThingKind, MAP_HEIGHT, MAP_WIDTH } from './world.ts';
import type { ThingKind, World } from './world.ts';

/** The module `engine`. What a binding throws, the script that called it sees as a Python exception. */
export function engineModule(world: World) {
  return {
    /** Puts a place on the map that stays: `place(kind, name, x, y)`. */
    place: (kind: string, name: string, x: number, y: number) => world.add(known(kind), name, x, y),
    /** Puts a ship on the map: `spawn(kind, x, y)`; returns its id. */
    spawn: (kind: string, x: number, y: number) => world.add(known(kind), '', x, y),
    fly: (id: number, x: number, y: number, seconds: number) => world.fly(id, x, y, seconds),
    remove: (id: number) => world.remove(id),
    /** A line for the player. */
    say: (text: string) => world.say(String(text)),
    /** Counts something for the report: `count(name, n=1)`. */
    count: (name: string, n: number = 1) => world.count(name, n),
    /** The latest value of something: `gauge(name, value)`. */
    gauge: (name: string, value: number) => void world.gauges.set(name, value),
  };
}

function known(kind: string): ThingKind {
  if (isThingKind(kind)) return kind;
  const error = new Error(`the engine has no picture of a '${kind}'`);
  error.name = 'ValueError';
  throw error;
}

/** Modelled script memory that modules and classes are given, in bytes; and one ship, with its share of everything else. */
const BASE_BYTES = 128 * 1024;
const BYTES_PER_SHIP = 6 * 1024;
const MOST_SHIPS = 340;
const FEWEST_SHIPS = 6;

/** The module `settings`: how large the colony is. A machine with less memory gets fewer ships. */
export function settingsModule(options: GameOptions, profile: TargetProfile) {
  const fitting = Math.floor((profile.heapLimitBytes - BASE_BYTES) / BYTES_PER_SHIP);
  const crew = options.crew ?? Math.min(MOST_SHIPS, Math.max(FEWEST_SHIPS, fitting));
  const miners = Math.ceil(crew * 0.54);
  const traders = Math.max(1, Math.floor(crew * 0.14));
  return {
    width: MAP_WIDTH,
    height: MAP_HEIGHT,
    seed: options.seed,
    miners,
    haulers: Math.max(1, crew - miners - traders),
    traders,
    stations: Math.min(12, 2 + Math.floor(crew / 30)),
    sectors: Math.min(24, 3 + Math.floor(crew / 14)),
    surveyors: Math.min(24, 2 + Math.floor(crew / 14)),
    mod: options.hasMod,
  };
}
