/** Comparison of lists and of tuples, item by item: identical items count as equal; the first two that differ decide. */
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import { Compare, compare, isEqual } from './comparison.ts';

/** Anything with items: PyList or PyTuple. Re-read at every step, since a comparison may change a list. */
interface Items {
  readonly items: readonly Value[];
}

/** Items compared between two looks at the clock. */
const CHUNK = 256;

/** Returns `a op b` (op: Compare). May call Python. */
export function compareSequences(I: Interp, op: number, a: Items, b: Items): any {
  const x = a.items;
  const y = b.items;
  const length = Math.min(x.length, y.length);
  if (length <= CHUNK) {
    I.ticks -= length >> 3;
    let i = 0;
    while (i < length) {
      const same = sameScalars(x[i]!, y[i]!);
      if (same === 0) return decide(I, op, a, b, i);
      if (same < 0) break;
      i++;
    }
    if (i === length) return decide(I, op, a, b, i);
    return I.enter(COMPARE_ITEMS_KIND, [undefined, op, a, b, i]);
  }
  return I.enter(COMPARE_ITEMS_KIND, [undefined, op, a, b, 0]);
}

/** r = [delivered: are items i equal?, op, a, b, i]. */
export const COMPARE_ITEMS_KIND = new NativeKind(
  'sequence.compare',
  (I, f) => {
    const r = f.r;
    const a: Items = r[2];
    const b: Items = r[3];
    let equal = r[0];
    r[0] = undefined;
    // Phase by the fifth register turned negative: the decision itself was delivered.
    if (r[4] < 0) return equal;
    for (;;) {
      const i: number = r[4];
      if (equal === undefined) {
        if (i >= a.items.length || i >= b.items.length) break;
        const same = sameScalars(a.items[i]!, b.items[i]!);
        equal = same >= 0 ? same === 1 : isEqual(I, a.items[i]!, b.items[i]!);
        if (equal === undefined) return undefined;
      }
      if (!equal) break;
      equal = undefined;
      r[4] = i + 1;
      if ((i + 1) % CHUNK === 0 && (I.ticks -= CHUNK >> 3) < 0) return I.pause(f);
    }
    const at = r[4];
    r[4] = -1;
    return decide(I, r[1], a, b, at);
  },
  null,
  ' in comparison',
);

/** The answer, items before `i` being equal and those at `i` (if there are) not. */
function decide(I: Interp, op: number, a: Items, b: Items, i: number): any {
  const m = a.items.length;
  const n = b.items.length;
  if (i < m && i < n) {
    if (op === Compare.EQ) return false;
    if (op === Compare.NE) return true;
    return compare(I, op, a.items[i]!, b.items[i]!);
  }
  switch (op) {
    case Compare.LT:
      return m < n;
    case Compare.LE:
      return m <= n;
    case Compare.EQ:
      return m === n;
    case Compare.NE:
      return m !== n;
    case Compare.GT:
      return m > n;
    default:
      return m >= n;
  }
}

/** 1: identical or equal, 0: not equal, -1: has to be asked. */
export function sameScalars(x: Value, y: Value): number {
  if (x === y) return 1;
  const tx = typeof x;
  const ty = typeof y;
  if (tx !== 'object' && tx === ty) return 0;
  if (tx === 'object' && x !== null && (x as object).constructor === PyFloat) {
    if (ty === 'number') return (x as PyFloat).value === y ? 1 : 0;
    if (ty === 'object' && y !== null && (y as object).constructor === PyFloat)
      return (x as PyFloat).value === (y as PyFloat).value ? 1 : 0;
  }
  return -1;
}

export const SEQUENCE_COMPARE_KINDS = [COMPARE_ITEMS_KIND];
