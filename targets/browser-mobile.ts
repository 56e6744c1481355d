/** Mobile browser (iOS Safari). The tighter of the two mobile families: a tab over its unwritten limit is ended without an exception. */
import { BROWSER_LEVEL } from './levels.ts';
import { MIB } from './profile.ts';
import type { TargetProfile } from './profile.ts';

export const BROWSER_MOBILE: TargetProfile = {
  ...BROWSER_LEVEL,
  name: 'browser-mobile',
  title: 'Mobile browser (iOS Safari)',
  source: 'modelled; tabs observed to end between 100 and 450 MB (lapcat 2026, catchmetrics 2026)',
  heapLimitBytes: 24 * MIB,
  maxTasklets: 20_000,
  defaultFrameBudgetMs: 3,
};
