/** Target profiles: the built-in ones, and how to make your own. The public edge of targets/. */
export { findTarget, loadProfile, resolveTarget, targetNames } from './load-profile.ts';
export { TargetProfileError } from './profile-error.ts';
export { GIB, KIB, MIB, PROFILE_DEFAULTS } from './profile.ts';
export { DEFAULT_TARGET, PROFILES, TARGET_ALIASES } from './registry.ts';
export { PROFILE_FIELDS, validateProfile } from './validate.ts';
export type { FrameCachePolicy, FrameCacheProfile, TargetProfile, TargetProfileInput } from './profile.ts';
