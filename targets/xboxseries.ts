/** Xbox Series S. The smaller of the pair, which every game of the family has to fit; Series X would have 192 MiB. */
import { CONSOLE_64_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const XBOXSERIES: TargetProfile = {
  ...CONSOLE_64_LEVEL,
  name: 'xboxseries',
  title: 'Xbox Series S',
  source: 'modelled; about 8 of 10 GB for the game (pro-g, The Verge)',
  heapLimitBytes: 128 * MIB,
  maxSaveBytes: 32 * MIB,
};
