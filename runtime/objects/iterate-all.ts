/** Iterators over several objects at once, in order: what `zip` and `map` start from. */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import { iter } from './iteration.ts';

/** Returns `[iter(v) for v of values]`. May call Python. */
export function iterateAll(I: Interp, values: readonly Value[]): Value[] | undefined {
  const its: Value[] = [];
  for (let i = 0; i < values.length; i++) {
    const entry = I.frame;
    const it = iter(I, values[i]!);
    if (it === undefined) return I.then(entry, ITERATE_ALL_KIND, [undefined, values.slice(), its]);
    its.push(it);
  }
  return its;
}

/** r = [delivered iterator, values, iterators so far]. */
export const ITERATE_ALL_KIND = new NativeKind('objects.iterateAll', (I, f) => {
  const [, values, its] = f.r;
  for (;;) {
    if (f.r[0] !== undefined) {
      its.push(f.r[0]);
      f.r[0] = undefined;
    }
    if (its.length >= values.length) return its;
    f.r[0] = iter(I, values[its.length]);
    if (f.r[0] === undefined) return undefined;
  }
});
