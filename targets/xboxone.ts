/** Xbox One. 8 GB, of which the system keeps 3. Scripts are interpreted. */
import { CONSOLE_64_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const XBOXONE: TargetProfile = {
  ...CONSOLE_64_LEVEL,
  name: 'xboxone',
  title: 'Xbox One',
  source: 'modelled; 5 of 8 GB for the game (gamepur, LuaJIT console table)',
  heapLimitBytes: 64 * MIB,
};
