/**
 * repr of containers: a native frame per level, so that nesting is bounded by the recursion limit. That an object contains itself is seen
 * by walking the frames below: no state is needed besides them, and each tasklet has its own chain.
 */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import type { PyDict } from './dict.ts';
import { repr } from './conversion.ts';
import { LARGE_GROWTH_BYTES } from './growth.ts';

/** Is `v` being shown by a frame of the current chain? */
export function isBeingShown(I: Interp, v: Value): boolean {
  for (let f: Frame | null = I.frame; f !== null; f = f.back) {
    if ((f.code === REPR_ITEMS_KIND || f.code === REPR_ENTRIES_KIND) && f.r[1] === v) return true;
  }
  return false;
}

/** What is between two items is ', '. `owner` is the object whose repr it is; `source.items` are read live. */
export function reprItems(
  I: Interp,
  owner: Value,
  source: { items: readonly Value[] },
  open: string,
  close: string,
): string | undefined {
  return I.enter(REPR_ITEMS_KIND, [undefined, owner, source, 0, open, close, 0]);
}

/** r = [delivered text, owner, source, next item, text so far, end, length already charged]. */
export const REPR_ITEMS_KIND = new NativeKind(
  'container.repr',
  (I, f) => {
    const r = f.r;
    let text = r[0];
    r[0] = undefined;
    for (;;) {
      const i: number = r[3];
      if (text !== undefined) {
        r[4] += i === 0 ? text : ', ' + text;
        r[3] = i + 1;
        text = undefined;
        if (r[4].length - r[6] >= LARGE_GROWTH_BYTES) {
          if (!I.charge(r[4].length - r[6])) return undefined;
          r[6] = r[4].length;
        }
        continue;
      }
      if (i >= r[2].items.length) return r[4] + (i === 1 && r[5] === ')' && r[4][0] === '(' ? ',)' : r[5]);
      if (I.ticks < 0) return I.pause(f);
      I.ticks--;
      text = repr(I, r[2].items[i]);
      if (text === undefined) return undefined;
    }
  },
  null,
  ' while getting the repr of an object',
);

/** repr of a dictionary's entries: `{k: v, ...}`. */
export function reprEntries(I: Interp, dict: PyDict): string | undefined {
  return I.enter(REPR_ENTRIES_KIND, [undefined, dict, 0, '{', 0, null, 0]);
}

/** r = [delivered text, dict, entry, text so far, phase (0 key, 1 its text, 2 the value's), value, length already charged]. */
export const REPR_ENTRIES_KIND = new NativeKind(
  'dict.repr',
  (I, f) => {
    const r = f.r;
    const dict: PyDict = r[1];
    let text = r[0];
    r[0] = undefined;
    for (;;) {
      if (r[4] === 0) {
        let i: number = r[2];
        while (i < dict.keys.length && dict.keys[i] === undefined) i++;
        r[2] = i;
        if (i >= dict.keys.length) return r[3] + '}';
        if (I.ticks < 0) return I.pause(f);
        I.ticks--;
        r[5] = dict.vals[i];
        r[4] = 1;
        text = repr(I, dict.keys[i]!);
        if (text === undefined) return undefined;
      }
      if (r[4] === 1) {
        r[3] += (r[3].length === 1 ? '' : ', ') + text + ': ';
        r[4] = 2;
        text = repr(I, r[5]);
        if (text === undefined) return undefined;
      }
      r[3] += text;
      r[2]++;
      r[4] = 0;
      if (r[3].length - r[6] >= LARGE_GROWTH_BYTES) {
        if (!I.charge(r[3].length - r[6])) return undefined;
        r[6] = r[3].length;
      }
    }
  },
  null,
  ' while getting the repr of an object',
);

export const CONTAINER_REPR_KINDS = [REPR_ITEMS_KIND, REPR_ENTRIES_KIND];
