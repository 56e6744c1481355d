// Rollup plugin and warning handler that turn the house rules into build errors.
import { checkFloors } from '../floors.mjs';
import { checkLaws } from '../laws.mjs';
import { readSources } from '../source-scan.mjs';

/** Warnings that say the bundle is wrong, not just unusual. */
const FATAL_WARNINGS = new Set(['CIRCULAR_DEPENDENCY', 'UNRESOLVED_IMPORT', 'MISSING_EXPORT', 'EVAL', 'MIXED_EXPORTS']);

/** Throws, naming both files of each import that points up or round in a circle, and each broken law. */
export function guardSources({ strict }) {
  const sources = readSources();
  const floors = checkFloors(sources);
  const laws = checkLaws(sources);
  for (const problem of laws) console.error(`law: ${problem}`);
  if (floors.length > 0) throw new Error(`Imports against the floor order:\n  ${floors.join('\n  ')}`);
  if (strict && laws.length > 0) throw new Error(`Sources that break the laws of the runtime:\n  ${laws.join('\n  ')}`);
}

/** Rollup's `onLog`: errors for what must not be, silence for what is meant, the usual line for the rest. */
export function onLog(level, log, handler) {
  if (FATAL_WARNINGS.has(log.code)) handler('error', log);
  else if (log.code !== 'EMPTY_BUNDLE') handler(level, log);
}
