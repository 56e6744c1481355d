/** Sequence unpacking: `a, b = v` and `a, *b, c = v`. Both return a JavaScript array with one value for each target. */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { PyList, newList } from './list.ts';
import { PyTuple } from './tuple.ts';
import { CONTINUE, FoldSpec, foldIterable } from './fold.ts';
import { collectItems } from './collect.ts';
import { NativeKind } from './frame.ts';
import { typeError, valueError } from './raise.ts';
import { typeOf } from './type-of.ts';

/** state = [items, expected]. Stops at the first item too many, without asking for more. */
const UNPACK = new FoldSpec(
  'objects.unpack',
  (I, state, item) => {
    if (state[0].length >= state[1]) return valueError(I, `too many values to unpack (expected ${state[1]})`);
    state[0].push(item);
    return CONTINUE;
  },
  (I, state) => checkCount(I, state[0], state[1]),
);

function checkCount(I: Interp, items: Value[], expected: number): Value[] | undefined {
  if (items.length === expected) return items;
  if (items.length > expected) return valueError(I, `too many values to unpack (expected ${expected})`);
  return valueError(I, `not enough values to unpack (expected ${expected}, got ${items.length})`);
}

/** Returns exactly `count` items of `v` (shared with a tuple or list: read them at once). May call Python. */
export function unpackSequence(I: Interp, v: Value, count: number): readonly Value[] | undefined {
  if (typeof v === 'object' && v !== null && (v.constructor === PyTuple || v.constructor === PyList)) {
    return checkCount(I, (v as PyList).items, count);
  }
  return isUnpackable(I, v) ? foldIterable(I, UNPACK, v, [[], count]) : undefined;
}

/** Returns `before` items of `v`, the list of those in the middle, and `after` items. May call Python. */
export function unpackEx(I: Interp, v: Value, before: number, after: number): Value[] | undefined {
  if (!isUnpackable(I, v)) return undefined;
  const entry = I.frame;
  const items = collectItems(I, v);
  return items === undefined
    ? I.then(entry, UNPACK_EX_KIND, [undefined, before, after])
    : splitItems(I, items, before, after);
}

/** r = [delivered items, before, after]. */
export const UNPACK_EX_KIND = new NativeKind('objects.unpackEx', (I, f) => splitItems(I, f.r[0], f.r[1], f.r[2]));

function splitItems(I: Interp, items: Value[], before: number, after: number): Value[] | undefined {
  const count = items.length;
  if (count < before + after) {
    // Without targets behind the star CPython has not looked further, but the number is the same.
    return valueError(I, `not enough values to unpack (expected at least ${before + after}, got ${count})`);
  }
  const out = items.slice(0, before);
  out.push(newList(I, items.slice(before, count - after)));
  for (let i = count - after; i < count; i++) out.push(items[i]!);
  return out;
}

function isUnpackable(I: Interp, v: Value): boolean {
  const type = typeOf(I, v);
  if (type.slots.iter !== null || type.slots.getitem !== null) return true;
  typeError(I, `cannot unpack non-iterable ${type.tpName} object`);
  return false;
}

export const UNPACK_KINDS = [UNPACK.kind, UNPACK_EX_KIND];
