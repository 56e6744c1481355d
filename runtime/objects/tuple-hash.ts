/** hash of tuples: at once when the items are plain, else item by item in a native frame (their `__hash__` may be Python code). */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { PyTuple } from './tuple.ts';
import { hash } from './comparison.ts';
import { hashPlain, joinHash } from './key-hash.ts';
import { hashTuple } from '../numeric/hash.ts';

/** Up to this many items plain tuples are hashed at once: always so where `dict-key.ts` calls a tuple structural. */
const FREE_LENGTH = 256;
/** Items hashed between two looks at the clock. */
const CHUNK = 64;

/** Slot `hash` of tuple. May call Python. */
export function hashOfTuple(I: Interp, tuple: PyTuple): number | bigint | undefined {
  const halves = { lo: 0, hi: 0 };
  // Instances of subclasses take the long way, to the same hash.
  if (tuple.items.length <= FREE_LENGTH && hashPlain(tuple, halves)) return joinHash(halves.lo, halves.hi);
  return I.enter(TUPLE_HASH_KIND, [undefined, tuple, []]);
}

/** r = [delivered hash, tuple, hashes so far]. */
export const TUPLE_HASH_KIND = new NativeKind('tuple.hash', (I: Interp, f: Frame) => {
  const r = f.r;
  const tuple: PyTuple = r[1];
  const hashes: (number | bigint)[] = r[2];
  let h = r[0];
  r[0] = undefined;
  for (;;) {
    if (h !== undefined) hashes.push(h);
    const i = hashes.length;
    if (i >= tuple.items.length) return hashTuple(hashes);
    if (i % CHUNK === CHUNK - 1 && h !== undefined && (I.ticks -= CHUNK) < 0) return I.pause(f);
    h = hash(I, tuple.items[i]!);
    if (h === undefined) return undefined;
  }
});
