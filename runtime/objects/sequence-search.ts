/** Looking for a value in a list or tuple: `in`, `index`, `count`, `remove`. Identity counts as equality; items are read live. */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { PyList } from './list.ts';
import { listShrunk } from './list.ts';
import { PyTuple } from './tuple.ts';
import { isEqual } from './comparison.ts';
import { boundArgument } from './argument.ts';
import { repr } from './conversion.ts';
import { sameScalars } from './sequence-compare.ts';
import { typeError, valueError } from './raise.ts';
import { typeOf } from './type-of.ts';

export const enum SearchMode {
  /** A boolean. */
  CONTAINS,
  /** The index, or ValueError. */
  INDEX,
  /** How many. */
  COUNT,
  /** Deletes the first from a list, or ValueError; None. */
  REMOVE,
}

type Sequence = PyList | PyTuple;

/** Items looked at between two looks at the clock. */
const CHUNK = 256;

/** Searches items `start` to `stop` (which may be Infinity) for `value`. May call Python. */
export function searchItems(
  I: Interp,
  mode: SearchMode,
  sequence: Sequence,
  value: Value,
  start: number,
  stop: number,
): any {
  const items = sequence.items;
  if (Math.min(stop, items.length) - start <= CHUNK) {
    const end = Math.min(stop, items.length);
    I.ticks -= end > start ? (end - start) >> 4 : 0;
    let count = 0;
    for (let i = start; i < end; i++) {
      const same = sameScalars(items[i]!, value);
      if (same === 0) continue;
      if (same < 0) return I.enter(SEARCH_KIND, [undefined, mode, sequence, value, i, stop, count]);
      if (mode !== SearchMode.COUNT) return found(mode, sequence, i);
      count++;
    }
    return notFound(I, mode, sequence, value, count);
  }
  return I.enter(SEARCH_KIND, [undefined, mode, sequence, value, start, stop, 0]);
}

/** r = [delivered: is item i equal?, mode, sequence, value, i, stop, count]. */
export const SEARCH_KIND = new NativeKind(
  'sequence.search',
  (I: Interp, f: Frame) => {
    const r = f.r;
    const sequence: Sequence = r[2];
    const value: Value = r[3];
    let equal = r[0];
    r[0] = undefined;
    for (;;) {
      const i: number = r[4];
      if (equal === undefined) {
        if (i >= sequence.items.length || i >= r[5]) return notFound(I, r[1], sequence, value, r[6]);
        const same = sameScalars(sequence.items[i]!, value);
        if (same >= 0) equal = same === 1;
        else {
          I.ticks--;
          equal = isEqual(I, sequence.items[i]!, value);
          if (equal === undefined) return undefined;
        }
      }
      if (equal) {
        if (r[1] !== SearchMode.COUNT) return found(r[1], sequence, i);
        r[6]++;
      }
      equal = undefined;
      r[4] = i + 1;
      if ((i + 1) % CHUNK === 0 && (I.ticks -= CHUNK >> 4) < 0) return I.pause(f);
    }
  },
  null,
  ' in comparison',
);

function found(mode: SearchMode, sequence: Sequence, i: number): any {
  if (mode === SearchMode.CONTAINS) return true;
  if (mode === SearchMode.INDEX) return i;
  (sequence as PyList).items.splice(i, 1);
  listShrunk(sequence as PyList);
  return null;
}

function notFound(I: Interp, mode: SearchMode, sequence: Sequence, value: Value, count: number): any {
  switch (mode) {
    case SearchMode.CONTAINS:
      return false;
    case SearchMode.COUNT:
      return count;
    case SearchMode.REMOVE:
      return valueError(I, 'list.remove(x): x not in list');
    case SearchMode.INDEX: {
      if (sequence instanceof PyTuple) return valueError(I, 'tuple.index(x): x not in tuple');
      const entry = I.frame;
      const text = repr(I, value);
      return text === undefined
        ? I.then(entry, NOT_IN_LIST_KIND, [undefined])
        : valueError(I, `${text} is not in list`);
    }
  }
}

/** r = [delivered repr]. */
export const NOT_IN_LIST_KIND = new NativeKind('list.notInList', (I: Interp, f: Frame) =>
  valueError(I, `${f.r[0]} is not in list`),
);

/** A bound of `index(x, start, stop)`: None is not allowed, negative ones count from the end. */
export function searchBound(
  I: Interp,
  kind: NativeKind,
  self: { items: readonly Value[] },
  args: Value[],
  position: number,
  missing: number,
): number | undefined {
  const v = args[position];
  if (v === undefined) return missing;
  if (v === null || typeOf(I, v).slots.index === null)
    return typeError(I, 'slice indices must be integers or have an __index__ method');
  const at = boundArgument(I, kind, self as any, args, position, missing);
  return at === undefined || at >= 0 ? at : Math.max(0, at + self.items.length);
}

export const SEQUENCE_SEARCH_KINDS = [SEARCH_KIND, NOT_IN_LIST_KIND];
