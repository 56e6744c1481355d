/** PlayStation Portable. The first model: 32 MB, of which the kernel and a volatile part take 8. */
import { SMALL_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const PSP: TargetProfile = {
  ...SMALL_LEVEL,
  name: 'psp',
  title: 'PlayStation Portable',
  source: 'modelled; 32 MB, 24 MB for the game (copetti.org)',
  heapLimitBytes: 1 * MIB,
};
