/**
 * The ladder of machines: a target takes a rung and overrides a few fields (MicroPython's way of keeping twenty ports
 * readable). The rungs are no targets themselves and have no name.
 */
import { KIB, MIB, PROFILE_DEFAULTS } from './profile.ts';
import type { TargetProfile } from './profile.ts';

/** Everything but who it is. */
export type ProfileLevel = Omit<TargetProfile, 'name' | 'title' | 'source'>;

/** A machine with room to spare: the field defaults. */
export const DESKTOP_LEVEL: ProfileLevel = PROFILE_DEFAULTS;

/** A 64-bit console: tight on code (none may be generated), easy on memory. Games with mods compile on the machine. */
export const CONSOLE_64_LEVEL: ProfileLevel = {
  ...DESKTOP_LEVEL,
  generatedCode: false,
  heapLimitBytes: 64 * MIB,
  maxTasklets: 100_000,
  maxSaveBytes: 16 * MIB,
  defaultFrameBudgetMs: 3,
};

/** A 32-bit console of 2005-2012: scripts are compiled at the studio, documentation stays there too. */
export const CONSOLE_32_LEVEL: ProfileLevel = {
  ...CONSOLE_64_LEVEL,
  pointerBits: 32,
  heapLimitBytes: 8 * MIB,
  memoryReserveBytes: 32 * KIB,
  hasCompiler: false,
  keepDocstrings: false,
  maxTasklets: 20_000,
  maxSaveBytes: 4 * MIB,
  defaultFrameBudgetMs: 2,
  frameRateHz: 30,
};

/** A machine with a few tens of megabytes for the whole game. */
export const SMALL_LEVEL: ProfileLevel = {
  ...CONSOLE_32_LEVEL,
  heapLimitBytes: 1 * MIB,
  memoryReserveBytes: 16 * KIB,
  recursionLimit: 500,
  maxTasklets: 2_000,
  maxSaveBytes: 512 * KIB,
};

/** A browser tab: the page decides what else lives there, a mobile one is killed rather than told. */
export const BROWSER_LEVEL: ProfileLevel = {
  ...DESKTOP_LEVEL,
  maxTasklets: 100_000,
  maxSaveBytes: 4 * MIB,
};
