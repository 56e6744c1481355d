/** Nintendo DS. 4 MB of main memory, nearly all of it for the game: a sixteenth for scripts. */
import { SMALL_LEVEL } from './levels.ts';
import { KIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const NDS: TargetProfile = {
  ...SMALL_LEVEL,
  name: 'nds',
  title: 'Nintendo DS',
  source: 'modelled; 4 MB main memory, no resident system (copetti.org)',
  heapLimitBytes: 256 * KIB,
  memoryReserveBytes: 8 * KIB,
  recursionLimit: 250,
  maxTasklets: 500,
  maxSaveBytes: 64 * KIB,
  frameRateHz: 60,
};
