/** Wii. Two memories of 24 and 64 MB; the system keeps the top 12 to 16 MB of the second. */
import { SMALL_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const WII: TargetProfile = {
  ...SMALL_LEVEL,
  name: 'wii',
  title: 'Wii',
  source: 'modelled; 24 MB MEM1 and 48-52 MB of MEM2 (wiibrew.org, copetti.org)',
  heapLimitBytes: 2 * MIB,
  maxTasklets: 4_000,
  maxSaveBytes: 1 * MIB,
  frameRateHz: 60,
};
