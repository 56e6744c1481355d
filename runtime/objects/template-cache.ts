/**
 * Parsed templates of `%` and `str.format`, by their text: scripts use few, again and again, and a template comes back from a suspended
 * conversion by being asked for once more. Bounded; nothing a script sees depends on it.
 */
import type { Interp } from './interp.ts';

/** Templates kept; all are dropped when there are more. */
const MAX_TEMPLATES = 128;
/** Longer ones are parsed each time. */
const MAX_LENGTH = 256;

/** Returns `parse(text)`, from the runtime's cache `name` if it is there. `parse` must be pure, its result immutable. */
export function parsedTemplate<T>(I: Interp, name: string, text: string, parse: (text: string) => T): T {
  let cache: Map<string, T> | undefined = I.extensions.get(name);
  if (cache === undefined) I.extensions.set(name, (cache = new Map<string, T>()));
  let parsed = cache.get(text);
  if (parsed === undefined) {
    parsed = parse(text);
    if (text.length <= MAX_LENGTH) {
      if (cache.size >= MAX_TEMPLATES) cache.clear();
      cache.set(text, parsed);
    }
  }
  return parsed;
}
