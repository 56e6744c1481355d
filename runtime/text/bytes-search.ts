/**
 * Looking for bytes in bytes. The family of `str-search.ts`, with the same bounds (as a slice has
 * them, unclamped), on Uint8Array. Nothing here copies its input.
 */
import { clampBound } from './str-search.ts';

/** Tells whether two byte sequences are equal. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && matchesAt(a, b, 0);
}

/** Returns -1, 0 or 1 as `a` sorts before, with or after `b`. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

function matchesAt(bytes: Uint8Array, needle: Uint8Array, at: number): boolean {
  for (let i = 0; i < needle.length; i++) if (bytes[at + i] !== needle[i]) return false;
  return true;
}

/** Finds `needle` at or after `from` and ending by `stop`, or -1. Requires 0 <= from, stop <= length. */
export function findBytesWithin(bytes: Uint8Array, needle: Uint8Array, from: number, stop: number): number {
  const last = stop - needle.length;
  if (needle.length === 0) return from <= last ? from : -1;
  const first = needle[0]!;
  for (let at = bytes.indexOf(first, from); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    if (matchesAt(bytes, needle, at)) return at;
  }
  return -1;
}

/** Finds the last `needle` at or after `from` and ending by `stop`, or -1. */
export function findLastBytesWithin(bytes: Uint8Array, needle: Uint8Array, from: number, stop: number): number {
  for (let at = stop - needle.length; at >= from; at--) {
    if (matchesAt(bytes, needle, at)) return at;
  }
  return -1;
}

function startOf(start: number, length: number): number {
  // A start beyond the end matches nothing, not even the empty sequence, so it is not clamped.
  return start < 0 ? clampBound(start, length) : start;
}

/** Returns bytes.find(needle, start, stop), -1 if there is none. */
export function findBytes(bytes: Uint8Array, needle: Uint8Array, start: number, stop: number): number {
  return findBytesWithin(bytes, needle, startOf(start, bytes.length), clampBound(stop, bytes.length));
}

/** Returns bytes.rfind(needle, start, stop), -1 if there is none. */
export function rfindBytes(bytes: Uint8Array, needle: Uint8Array, start: number, stop: number): number {
  return findLastBytesWithin(bytes, needle, startOf(start, bytes.length), clampBound(stop, bytes.length));
}

/** Returns bytes.count(needle, start, stop). */
export function countBytes(bytes: Uint8Array, needle: Uint8Array, start: number, stop: number): number {
  const from = startOf(start, bytes.length);
  const to = clampBound(stop, bytes.length);
  if (from > to) return 0;
  if (needle.length === 0) return to - from + 1;
  let count = 0;
  for (
    let at = findBytesWithin(bytes, needle, from, to);
    at >= 0;
    at = findBytesWithin(bytes, needle, at + needle.length, to)
  )
    count++;
  return count;
}

/** Returns bytes.startswith(prefix, start, stop). */
export function startsWithBytes(bytes: Uint8Array, prefix: Uint8Array, start: number, stop: number): boolean {
  const from = startOf(start, bytes.length);
  return from + prefix.length <= clampBound(stop, bytes.length) && matchesAt(bytes, prefix, from);
}

/** Returns bytes.endswith(suffix, start, stop). */
export function endsWithBytes(bytes: Uint8Array, suffix: Uint8Array, start: number, stop: number): boolean {
  const to = clampBound(stop, bytes.length);
  return to - suffix.length >= startOf(start, bytes.length) && matchesAt(bytes, suffix, to - suffix.length);
}

/** Returns how many replacements bytes.replace(old, ..., limit) makes; `limit` < 0 means all. */
export function countByteReplacements(bytes: Uint8Array, old: Uint8Array, limit: number): number {
  const found = countBytes(bytes, old, 0, Infinity);
  return limit >= 0 && limit < found ? limit : found;
}

/** Returns bytes.replace(old, replacement, limit); `limit` < 0 means all. Always a new array. */
export function replaceBytes(bytes: Uint8Array, old: Uint8Array, replacement: Uint8Array, limit: number): Uint8Array {
  const count = countByteReplacements(bytes, old, limit);
  const result = new Uint8Array(bytes.length + count * (replacement.length - old.length));
  let to = 0;
  let from = 0;
  for (let left = count; left > 0; left--) {
    // An empty `old` matches before each byte, so from the second time on one byte goes in between.
    const at = old.length === 0 ? (left === count ? 0 : from + 1) : findBytesWithin(bytes, old, from, bytes.length);
    result.set(bytes.subarray(from, at), to);
    to += at - from;
    result.set(replacement, to);
    to += replacement.length;
    from = at + old.length;
  }
  result.set(bytes.subarray(from), to);
  return result;
}

/** Returns the concatenation, with `separator` in between (bytes.join). */
export function joinBytes(parts: readonly Uint8Array[], separator: Uint8Array): Uint8Array {
  let length = 0;
  for (let i = 0; i < parts.length; i++) length += parts[i]!.length + (i > 0 ? separator.length : 0);
  const result = new Uint8Array(length);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) {
      result.set(separator, at);
      at += separator.length;
    }
    result.set(parts[i]!, at);
    at += parts[i]!.length;
  }
  return result;
}
