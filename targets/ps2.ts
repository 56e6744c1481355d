/** PlayStation 2. 32 MB of main memory beside video and sound memory; 32-bit pointers on a core with 64-bit registers. */
import { SMALL_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const PS2: TargetProfile = {
  ...SMALL_LEVEL,
  name: 'ps2',
  title: 'PlayStation 2',
  source: 'modelled; 32 MB main memory (copetti.org)',
  heapLimitBytes: 1 * MIB,
  frameRateHz: 60,
};
