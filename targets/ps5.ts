/** PlayStation 5. 16 GB. Scripts are interpreted. */
import { CONSOLE_64_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const PS5: TargetProfile = {
  ...CONSOLE_64_LEVEL,
  name: 'ps5',
  title: 'PlayStation 5',
  source: 'modelled; about 12.5 of 16 GB for the game (no primary source)',
  heapLimitBytes: 192 * MIB,
  maxSaveBytes: 32 * MIB,
};
