/** Mobile browser (Android Chrome). V8 stores 32-bit tagged pointers there; the model keeps the 64-bit layout of the CPython it mimics. */
import { BROWSER_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const BROWSER_ANDROID: TargetProfile = {
  ...BROWSER_LEVEL,
  name: 'browser-android',
  title: 'Mobile browser (Android Chrome)',
  source: 'modelled; 300 to 500 MB a rule of thumb (blancosoft)',
  heapLimitBytes: 32 * MIB,
  maxTasklets: 20_000,
  defaultFrameBudgetMs: 3,
};
