/** Xbox 360. 512 MB shared by processor and graphics; executable memory is encrypted, so scripts are interpreted. */
import { CONSOLE_32_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const XBOX360: TargetProfile = {
  ...CONSOLE_32_LEVEL,
  name: 'xbox360',
  title: 'Xbox 360',
  source: 'modelled; 480 of 512 MB for the game (copetti.org, MaximumPC, LuaJIT console table)',
  heapLimitBytes: 8 * MIB,
};
