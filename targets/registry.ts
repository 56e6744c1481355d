/**
 * The built-in profiles: the only list. In a target's own bundle the build puts a registry with that one profile here
 * (`.ci/rollup/profile-constants.mjs`), so this file exports data and nothing else.
 */
import { BROWSER_ANDROID } from './browser-android.ts';
import { BROWSER_DESKTOP } from './browser-desktop.ts';
import { BROWSER_MOBILE } from './browser-mobile.ts';
import { DESKTOP } from './desktop.ts';
import { N3DS } from './n3ds.ts';
import { NDS } from './nds.ts';
import { PS2 } from './ps2.ts';
import { PS3 } from './ps3.ts';
import { PS4 } from './ps4.ts';
import { PS5 } from './ps5.ts';
import { PSP } from './psp.ts';
import { SERVER } from './server.ts';
import { SWITCH } from './switch.ts';
import { VITA } from './vita.ts';
import { WII } from './wii.ts';
import { WIIU } from './wiiu.ts';
import { XBOX360 } from './xbox360.ts';
import { XBOXONE } from './xboxone.ts';
import { XBOXSERIES } from './xboxseries.ts';
import type { TargetProfile } from './profile.ts';

/** Every built-in profile, smallest machines first. */
export const PROFILES: readonly TargetProfile[] = [
  NDS,
  PS2,
  PSP,
  WII,
  N3DS,
  PS3,
  XBOX360,
  VITA,
  WIIU,
  SWITCH,
  PS4,
  XBOXONE,
  PS5,
  XBOXSERIES,
  BROWSER_MOBILE,
  BROWSER_ANDROID,
  BROWSER_DESKTOP,
  SERVER,
  DESKTOP,
];

/** The profile in use when nobody names one. */
export const DEFAULT_TARGET: string = 'desktop';

/** Other names for profiles. */
export const TARGET_ALIASES: Readonly<Record<string, string>> = {
  general: 'desktop',
  browser: 'browser-desktop',
  'browser-ios': 'browser-mobile',
  n3ds: '3ds',
};
