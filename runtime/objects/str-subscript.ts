/**
 * `text[key]` and `len(text)` in code points. Short strings are scanned for surrogates up to the place in question; for long ones the
 * runtime's CodePointCursor remembers the answer, and the place, so that walking a string by index stays linear.
 */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { PySlice } from './slice.ts';
import { sliceBounds } from './slice-bounds.ts';
import { SubscriptMode, subscriptSlow } from './sequence-index.ts';
import { chargeScan, chargeText } from './text-charge.ts';
import { indexError, typeError } from './raise.ts';
import { typeOf } from './type-of.ts';
import { asInt } from './unwrap.ts';
import { charAtPoint, pointLength, slicePoints } from '../text/code-points.ts';

/** Up to this many units the scan is cheaper than asking the cursor. */
const SHORT = 48;

/** Returns `len(text)`. */
export function strLength(I: Interp, text: string): number {
  return text.length <= SHORT ? pointLength(text) : I.codePoints.lengthOf(text);
}

/** Returns `text[index]` for an int index. @raises IndexError (Python). */
export function strAt(I: Interp, text: string, index: number): string | undefined {
  if (index < 0) {
    index += strLength(I, text);
    if (index < 0) return indexError(I, 'string index out of range');
  }
  const char = text.length <= SHORT ? shortAt(text, index) : I.codePoints.charAt(text, index);
  return char === undefined ? indexError(I, 'string index out of range') : char;
}

function shortAt(text: string, index: number): string | undefined {
  if (index >= text.length) return undefined;
  for (let i = 0; i <= index; i++) if ((text.charCodeAt(i) & 0xf800) === 0xd800) return charAtPoint(text, index);
  return text.charAt(index);
}

/** Slot `getitem` of str, `text` being the payload of `self`. May call `__index__`. */
export function strGetItem(I: Interp, self: Value, text: string, key: Value): Value | undefined {
  if (typeof key === 'number') return strAt(I, text, key);
  if (key instanceof PySlice) {
    const slice = resolvedAtOnce(key) ? key : undefined;
    return slice === undefined
      ? subscriptSlow(I, 'string', self, key, SubscriptMode.GET, undefined)
      : strSlice(I, text, slice);
  }
  const type = typeOf(I, key);
  if (asInt(key) === undefined && type.slots.index === null) {
    return typeError(I, `string indices must be integers, not '${type.tpName}'`);
  }
  return subscriptSlow(I, 'string', self, key, SubscriptMode.GET, undefined);
}

function isPlainPart(v: Value): boolean {
  return v === null || typeof v === 'number' || typeof v === 'bigint';
}

/** Tells whether a slice has only ints and None in it. */
export function resolvedAtOnce(slice: PySlice): boolean {
  return isPlainPart(slice.start) && isPlainPart(slice.stop) && isPlainPart(slice.step);
}

function strSlice(I: Interp, text: string, slice: PySlice): string | undefined {
  const length = strLength(I, text);
  const bounds = sliceBounds(I, slice, length);
  if (bounds === undefined) return undefined;
  if (bounds.count === 0) return '';
  if (bounds.count === length && bounds.step === 1) return text;
  if (!chargeText(I, bounds.count)) return undefined;
  if (length === text.length && bounds.step === 1) return text.substring(bounds.start, bounds.stop);
  chargeScan(I, text.length);
  return slicePoints(text, bounds.start, bounds.stop, bounds.step);
}
