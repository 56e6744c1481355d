/** PlayStation Vita. 512 MB, of which a game gets half, and video memory of its own. */
import { CONSOLE_32_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const VITA: TargetProfile = {
  ...CONSOLE_32_LEVEL,
  name: 'vita',
  title: 'PlayStation Vita',
  source: 'modelled; 256 MiB main and 112 MiB video memory for the game (henkaku.xyz, LuaJIT console table)',
  heapLimitBytes: 12 * MIB,
};
