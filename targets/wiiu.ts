/** Wii U. 2 GB, half for the system. */
import { CONSOLE_32_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const WIIU: TargetProfile = {
  ...CONSOLE_32_LEVEL,
  name: 'wiiu',
  title: 'Wii U',
  source: 'modelled; 1 of 2 GB for the game (copetti.org, vgleaks)',
  heapLimitBytes: 16 * MIB,
  maxSaveBytes: 8 * MIB,
  frameRateHz: 60,
};
