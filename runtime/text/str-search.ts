/**
 * Looking for one string in another: find, count, startswith, replace and their families.
 *
 * Offsets are code points. `start` and `stop` are bounds as a slice gives them before clamping:
 * negative counts from the end, too large means the end; the defaults are 0 and Infinity.
 * (The caller clamps an int beyond the safe range to plus or minus Infinity.)
 */
import {
  advancePoints,
  countPoints,
  findLastUnits,
  findUnits,
  hasSurrogates,
  isAligned,
  unitsAt,
  unitsBefore,
} from './code-points.ts';

/** Returns a bound moved into 0..length, counting a negative one from the end. */
export function clampBound(bound: number, length: number): number {
  if (bound < 0) return bound + length < 0 ? 0 : bound + length;
  return bound > length ? length : bound;
}

/** A range of units within a string; `from` may be greater than `to`. */
interface UnitRange {
  readonly from: number;
  readonly to: number;
}

function unitRange(text: string, start: number, stop: number, hasPairs: boolean): UnitRange | undefined {
  if (!hasPairs) {
    // A start beyond the end matches nothing, not even the empty string, so it is not clamped.
    const length = text.length;
    const from = start < 0 ? clampBound(start, length) : start;
    const to = clampBound(stop, length);
    return from > to ? undefined : { from, to };
  }
  const length = countPoints(text, 0, text.length);
  const from = start < 0 ? clampBound(start, length) : start;
  const to = clampBound(stop, length);
  if (from > to) return undefined;
  const fromUnit = advancePoints(text, 0, from);
  return { from: fromUnit, to: advancePoints(text, fromUnit, to - from) };
}

/** Returns text.find(needle, start, stop), -1 if there is none. */
export function findStr(text: string, needle: string, start: number, stop: number): number {
  const hasPairs = hasSurrogates(text);
  if (!hasPairs && start === 0 && stop >= text.length) return text.indexOf(needle);
  const range = unitRange(text, start, stop, hasPairs);
  if (range === undefined) return -1;
  const unit = findUnits(text, needle, range.from, range.to);
  return unit > 0 && hasPairs ? countPoints(text, 0, unit) : unit;
}

/** Returns text.rfind(needle, start, stop), -1 if there is none. */
export function rfindStr(text: string, needle: string, start: number, stop: number): number {
  const hasPairs = hasSurrogates(text);
  const range = unitRange(text, start, stop, hasPairs);
  if (range === undefined) return -1;
  const unit = findLastUnits(text, needle, range.from, range.to);
  return unit > 0 && hasPairs ? countPoints(text, 0, unit) : unit;
}

/** Tells whether `needle in text` holds. */
export function containsStr(text: string, needle: string): boolean {
  return hasSurrogates(text) ? findUnits(text, needle, 0, text.length) >= 0 : text.includes(needle);
}

/** Returns text.count(needle, start, stop): occurrences that do not overlap. */
export function countStr(text: string, needle: string, start: number, stop: number): number {
  const range = unitRange(text, start, stop, hasSurrogates(text));
  if (range === undefined) return 0;
  if (needle === '') return countPoints(text, range.from, range.to) + 1;
  let count = 0;
  for (
    let at = findUnits(text, needle, range.from, range.to);
    at >= 0;
    at = findUnits(text, needle, at + needle.length, range.to)
  )
    count++;
  return count;
}

/** Returns text.startswith(prefix, start, stop). */
export function startsWithStr(text: string, prefix: string, start: number, stop: number): boolean {
  if (start === 0 && stop === Infinity) return text.startsWith(prefix) && isAligned(text, 0, prefix);
  const range = unitRange(text, start, stop, hasSurrogates(text));
  return (
    range !== undefined &&
    range.from + prefix.length <= range.to &&
    text.startsWith(prefix, range.from) &&
    isAligned(text, range.from, prefix)
  );
}

/** Returns text.endswith(suffix, start, stop). */
export function endsWithStr(text: string, suffix: string, start: number, stop: number): boolean {
  if (start === 0 && stop === Infinity)
    return text.endsWith(suffix) && isAligned(text, text.length - suffix.length, suffix);
  const range = unitRange(text, start, stop, hasSurrogates(text));
  return (
    range !== undefined &&
    range.from + suffix.length <= range.to &&
    text.endsWith(suffix, range.to) &&
    isAligned(text, range.to - suffix.length, suffix)
  );
}

/** Returns text.removeprefix(prefix). */
export function removePrefix(text: string, prefix: string): string {
  return startsWithStr(text, prefix, 0, Infinity) ? text.slice(prefix.length) : text;
}

/** Returns text.removesuffix(suffix). */
export function removeSuffix(text: string, suffix: string): string {
  return suffix !== '' && endsWithStr(text, suffix, 0, Infinity) ? text.slice(0, text.length - suffix.length) : text;
}

/** Returns how many replacements text.replace(old, ..., limit) makes; `limit` < 0 means all. */
export function countReplacements(text: string, old: string, limit: number): number {
  const found = countStr(text, old, 0, Infinity);
  return limit >= 0 && limit < found ? limit : found;
}

/**
 * Returns text.replace(old, replacement, limit); `limit` < 0 means all.
 * The result is longer than the text by countReplacements() * (replacement - old), which a caller
 * with a size limit asks first.
 */
export function replaceStr(text: string, old: string, replacement: string, limit: number): string {
  if (limit === 0 || old === replacement) return text;
  if (old === '') return interleave(text, replacement, limit);
  if (limit < 0 && !hasSurrogates(old)) return text.indexOf(old) < 0 ? text : text.split(old).join(replacement);
  const parts: string[] = [];
  let from = 0;
  let left = limit;
  for (
    let at = findUnits(text, old, 0, text.length);
    at >= 0 && left !== 0;
    at = findUnits(text, old, from, text.length)
  ) {
    parts.push(text.slice(from, at));
    from = at + old.length;
    left--;
  }
  if (parts.length === 0) return text;
  parts.push(text.slice(from));
  return parts.join(replacement);
}

function interleave(text: string, separator: string, limit: number): string {
  let result = separator;
  let left = limit - 1;
  let unit = 0;
  while (unit < text.length && left !== 0) {
    const size = unitsAt(text, unit);
    result += text.substr(unit, size);
    unit += size;
    result += separator;
    left--;
  }
  return result + text.slice(unit);
}

/** text.partition(separator): the parts, or undefined if it does not occur. Requires separator != ''. */
export function partitionStr(text: string, separator: string): readonly [string, string] | undefined {
  const at = findUnits(text, separator, 0, text.length);
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + separator.length)];
}

/** text.rpartition(separator): the parts, or undefined if it does not occur. Requires separator != ''. */
export function rpartitionStr(text: string, separator: string): readonly [string, string] | undefined {
  const at = findLastUnits(text, separator, 0, text.length);
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The unit offset after the last unit that `keep` refuses, going back from the end. */
export function trimEnd(text: string, floor: number, drops: (code: number) => boolean): number {
  let stop = text.length;
  while (stop > floor) {
    const size = unitsBefore(text, stop);
    if (!drops(text.codePointAt(stop - size)!)) break;
    stop -= size;
  }
  return stop;
}

/** The unit offset of the first unit that is not dropped. */
export function trimStart(text: string, drops: (code: number) => boolean): number {
  let start = 0;
  while (start < text.length && drops(text.codePointAt(start)!)) start += unitsAt(text, start);
  return start;
}
