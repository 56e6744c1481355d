/** PlayStation 3. Two memories of 256 MB. 32-bit pointers on a 64-bit core; scripts are interpreted. The machine of the seed. */
import { CONSOLE_32_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const PS3: TargetProfile = {
  ...CONSOLE_32_LEVEL,
  name: 'ps3',
  title: 'PlayStation 3',
  source: 'modelled; 213 + 249 MB for the game after 2009 (MaximumPC 2009, LuaJIT console table)',
  heapLimitBytes: 8 * MIB,
};
