/** Desktop. A desktop game, and the profile of the general build when no target is named. */
import { DESKTOP_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const DESKTOP: TargetProfile = {
  ...DESKTOP_LEVEL,
  name: 'desktop',
  title: 'Desktop',
  source: 'modelled; no limit but the machine',
  heapLimitBytes: 256 * MIB,
};
