/** Server room. One room of many in a Node process, so each is kept small; no screen, so a slower frame and more of it. */
import { DESKTOP_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const SERVER: TargetProfile = {
  ...DESKTOP_LEVEL,
  name: 'server',
  title: 'Server room',
  source:
    'modelled; isolated-vm gives 128 MB by default (README), Roblox servers 6.25 GiB and 100 MiB per player (docs)',
  heapLimitBytes: 64 * MIB,
  maxTasklets: 100_000,
  defaultFrameBudgetMs: 10,
  frameRateHz: 30,
};
