/**
 * Python's view of a JavaScript string: a sequence of code points.
 *
 * A surrogate pair is one code point; a lone surrogate is one too. Strings without surrogates take
 * the direct path, where offsets of code points and of code units are the same. "Unit" in a name
 * means an offset in UTF-16 code units, "point" one in code points.
 *
 * `hasSurrogates` costs nothing where the host stores one byte per character (V8: 0.1 us for a
 * million characters) and 0.5 ns per character otherwise. Code that indexes one long string again and
 * again should keep a `CodePointCursor`, which remembers the answer and the last place it was asked
 * about, so that walking any string by index stays linear.
 */

const SURROGATE = /[\ud800-\udfff]/;

/** Tells whether code point and code unit offsets may differ in `text`. */
export function hasSurrogates(text: string): boolean {
  return SURROGATE.test(text);
}

/** Returns 2 if a surrogate pair begins at `unit`, else 1. */
export function unitsAt(text: string, unit: number): number {
  const code = text.charCodeAt(unit);
  if (code < 0xd800 || code > 0xdbff || unit + 1 >= text.length) return 1;
  const next = text.charCodeAt(unit + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** Returns 2 if a surrogate pair ends just before `unit`, else 1. Requires unit > 0. */
export function unitsBefore(text: string, unit: number): number {
  const code = text.charCodeAt(unit - 1);
  if (code < 0xdc00 || code > 0xdfff || unit < 2) return 1;
  const previous = text.charCodeAt(unit - 2);
  return previous >= 0xd800 && previous <= 0xdbff ? 2 : 1;
}

/** Returns len(text). */
export function pointLength(text: string): number {
  return hasSurrogates(text) ? countPoints(text, 0, text.length) : text.length;
}

/** Returns how many code points begin in the units from `start` up to `stop`. */
export function countPoints(text: string, start: number, stop: number): number {
  let count = 0;
  for (let unit = start; unit < stop; unit += unitsAt(text, unit)) count++;
  return count;
}

/** Returns the unit offset `points` code points after `unit`, at most the length of the text. */
export function advancePoints(text: string, unit: number, points: number): number {
  let at = unit;
  for (let left = points; left > 0 && at < text.length; left--) at += unitsAt(text, at);
  return at;
}

/** Returns the unit offset of code point number `point` (the text's length if past the end). */
export function pointToUnit(text: string, point: number): number {
  return hasSurrogates(text) ? advancePoints(text, 0, point) : Math.min(point, text.length);
}

/** Returns the number of code points before `unit`. */
export function unitToPoint(text: string, unit: number): number {
  return hasSurrogates(text) ? countPoints(text, 0, unit) : unit;
}

/**
 * Returns text[point] as a string of one code point, or undefined if `point` is out of range.
 * Requires point >= 0 (the caller has added the length to a negative index).
 */
export function charAtPoint(text: string, point: number): string | undefined {
  if (!hasSurrogates(text)) return point < text.length ? text.charAt(point) : undefined;
  const unit = advancePoints(text, 0, point);
  return unit < text.length ? text.substr(unit, unitsAt(text, unit)) : undefined;
}

/**
 * Returns text[start:stop:step] for resolved bounds as slice.indices(len) gives them
 * (for step < 0, stop may be -1). Requires step != 0.
 */
export function slicePoints(text: string, start: number, stop: number, step: number): string {
  if (!hasSurrogates(text)) {
    if (step === 1) return stop > start ? text.substring(start, stop) : '';
    return pickPoints(text, start, stop, step);
  }
  if (step === 1) {
    if (stop <= start) return '';
    const from = advancePoints(text, 0, start);
    return text.substring(from, advancePoints(text, from, stop - start));
  }
  return pickPoints(toPoints(text), start, stop, step);
}

function pickPoints(source: string | string[], start: number, stop: number, step: number): string {
  const parts: string[] = [];
  if (step > 0) for (let i = start; i < stop; i += step) parts.push(source[i]!);
  else for (let i = start; i > stop; i += step) parts.push(source[i]!);
  return parts.join('');
}

/** Returns the code points of `text`, each as a string. */
export function toPoints(text: string): string[] {
  if (!hasSurrogates(text)) return text.split('');
  const points: string[] = [];
  for (let unit = 0; unit < text.length;) {
    const size = unitsAt(text, unit);
    points.push(text.substr(unit, size));
    unit += size;
  }
  return points;
}

/** Returns -1, 0 or 1 as `a` sorts before, with or after `b` by code point (Python's `<`). */
export function comparePoints(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      if (x < 0xd800 || y < 0xd800) return x < y ? -1 : 1;
      // Code units sort like code points except that pairs sort above U+E000 to U+FFFF.
      return pointAround(a, i, x) < pointAround(b, i, y) ? -1 : 1;
    }
  }
  return a.length < b.length ? -1 : 1;
}

/** Returns the code point that the unit at `unit` belongs to. */
function pointAround(text: string, unit: number, code: number): number {
  if (code >= 0xdc00 && code <= 0xdfff && unit > 0 && unitsBefore(text, unit + 1) === 2)
    return text.codePointAt(unit - 1)!;
  return text.codePointAt(unit)!;
}

/** Tells whether Python's `a < b` holds; the host's own comparison wherever it gives the same answer. */
export function lessPoints(a: string, b: string): boolean {
  return hasSurrogates(a) || hasSurrogates(b) ? comparePoints(a, b) < 0 : a < b;
}

/**
 * Finds `needle` at or after unit `from` and ending by unit `stop`; returns its unit offset or -1.
 * Never matches one half of a surrogate pair.
 */
export function findUnits(text: string, needle: string, from: number, stop: number): number {
  let at = text.indexOf(needle, from);
  while (at >= 0) {
    if (at + needle.length > stop) return -1;
    if (isAligned(text, at, needle)) return at;
    at = text.indexOf(needle, at + 1);
  }
  return -1;
}

/** Finds the last `needle` that begins at or after unit `from` and ends by unit `stop`, or -1. */
export function findLastUnits(text: string, needle: string, from: number, stop: number): number {
  if (stop - needle.length < from) return -1;
  let at = text.lastIndexOf(needle, stop - needle.length);
  while (at >= from) {
    if (isAligned(text, at, needle)) return at;
    if (at === 0) return -1;
    at = text.lastIndexOf(needle, at - 1);
  }
  return -1;
}

/** Tells whether `needle`, found at `unit`, begins and ends between code points. */
export function isAligned(text: string, unit: number, needle: string): boolean {
  if (needle === '') return true;
  const first = needle.charCodeAt(0);
  if (first >= 0xdc00 && first <= 0xdfff && unit > 0 && unitsBefore(text, unit + 1) === 2) return false;
  const last = needle.charCodeAt(needle.length - 1);
  return last < 0xd800 || last > 0xdbff || unitsAt(text, unit + needle.length - 1) === 1;
}

/**
 * Remembers one string and one place in it, for repeated indexing of the same string.
 * Belongs to one runtime; holds no state that a result depends on.
 */
export class CodePointCursor {
  private text = '';
  private isDirect = true;
  private length = 0;
  private unit = 0;
  private point = 0;

  private use(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.isDirect = !hasSurrogates(text);
    this.length = this.isDirect ? text.length : -1;
    this.unit = 0;
    this.point = 0;
  }

  /** Returns len(text). */
  lengthOf(text: string): number {
    this.use(text);
    if (this.length < 0) this.length = countPoints(text, 0, text.length);
    return this.length;
  }

  /** Returns text[point], or undefined if out of range. Requires point >= 0. */
  charAt(text: string, point: number): string | undefined {
    this.use(text);
    if (this.isDirect) return point < text.length ? text.charAt(point) : undefined;
    if (point < this.point >> 1) {
      this.unit = 0;
      this.point = 0;
    }
    while (this.point > point) {
      this.unit -= unitsBefore(text, this.unit);
      this.point--;
    }
    while (this.point < point && this.unit < text.length) {
      this.unit += unitsAt(text, this.unit);
      this.point++;
    }
    return this.unit < text.length ? text.substr(this.unit, unitsAt(text, this.unit)) : undefined;
  }
}
