/**
 * The choices a build makes at compile time, as plain constants.
 *
 * This file holds the general build's values and is what vitest and `npm run dev:bundle` see. For each target profile
 * `rollup.config.mjs` puts a generated module with the same names in its place (`.ci/rollup/profile-constants.mjs`), so
 * `if (HAS_COMPILER) { ... }` leaves nothing behind in a bundle whose target has no compiler.
 *
 * Rules for users: import the name and test it directly in an `if` or a `?:` (a copy in a variable or a property defeats
 * the dead-code removal), and never make results depend on it (law 5): a constant may only remove a part, and what then
 * misses it says so with an error. What a *profile* can choose while the general build runs is a field of
 * `TargetProfile` and a runtime option, not a constant here.
 */

// The declared types are wide on purpose: with literal types TypeScript would call the other branch unreachable.

/** Name of the target profile this bundle was built for; null in the general build, which carries every profile. */
export const BUILD_PROFILE: string | null = null;

/** Parser and compiler are in the bundle. Without them source text cannot run, only compiled code objects. */
export const HAS_COMPILER: boolean = true;

/** Tier 1, the generator of JavaScript, is in the bundle. Consoles and strict pages do not allow generated code. */
export const HAS_GENERATED_CODE: boolean = true;

/** The disassembler (`dis`, `stackless dis`) is in the bundle. It goes where the compiler goes. */
export const HAS_DISASSEMBLER: boolean = true;

/** Builtin types, functions and modules carry their `__doc__` texts. Without, `__doc__` of builtins is None. */
export const HAS_DOCSTRINGS: boolean = true;
