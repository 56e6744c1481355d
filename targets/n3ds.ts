/** Nintendo 3DS. The first model, with 64 of its 128 MB for the game. The New 3DS would have 8 MiB. */
import { SMALL_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const N3DS: TargetProfile = {
  ...SMALL_LEVEL,
  name: '3ds',
  title: 'Nintendo 3DS',
  source: 'modelled; 128 MB, 64 MB for the game (copetti.org, 3dbrew.org)',
  heapLimitBytes: 4 * MIB,
  recursionLimit: 1000,
  maxTasklets: 8_000,
  maxSaveBytes: 1 * MIB,
};
