/**
 * Unique strings. Names are cut out of source text, so the `fib` that a module stores and the `fib` that a function looks up are equal but
 * different strings, and comparing them compares characters. A property name is unique in a JavaScript engine, so comparing two of
 * them compares addresses. (fib 1.73 -> 1.65, dict 2.67 -> 2.45 of CPython's time; the table is in docs/tiers.md.)
 */

/** Longer strings are hardly ever keys. */
const MAX_LENGTH = 64;

/** The one string with the characters of `text`, unless it is long. */
export function intern(text: string): string {
  return text.length > MAX_LENGTH ? text : Object.keys({ [text]: 0 })[0]!;
}
