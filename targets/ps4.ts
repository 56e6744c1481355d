/** PlayStation 4. 8 GB. Scripts are interpreted. */
import { CONSOLE_64_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const PS4: TargetProfile = {
  ...CONSOLE_64_LEVEL,
  name: 'ps4',
  title: 'PlayStation 4',
  source: 'modelled; 4.5 GB direct and 0.5 GB flexible for the game (IGN, Eurogamer 2013)',
  heapLimitBytes: 64 * MIB,
};
