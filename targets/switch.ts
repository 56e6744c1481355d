/** Switch. 4 GB. Titles come with 32-bit or 64-bit pointers; this is the 64-bit kind. */
import { CONSOLE_64_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const SWITCH: TargetProfile = {
  ...CONSOLE_64_LEVEL,
  name: 'switch',
  title: 'Switch',
  source: 'modelled; 3 to 3.3 of 4 GB for the game (press; no primary source)',
  heapLimitBytes: 48 * MIB,
  maxTasklets: 50_000,
  maxSaveBytes: 8 * MIB,
  defaultFrameBudgetMs: 2,
  frameRateHz: 30,
};
