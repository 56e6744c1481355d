/** Desktop browser. A tab may use gigabytes; storage for saves is what is small. */
import { BROWSER_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const BROWSER_DESKTOP: TargetProfile = {
  ...BROWSER_LEVEL,
  name: 'browser-desktop',
  title: 'Desktop browser',
  source: 'modelled; V8 heap cage of 4 GB (v8.dev, pointer compression)',
  heapLimitBytes: 256 * MIB,
};
