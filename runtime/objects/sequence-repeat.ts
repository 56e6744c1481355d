/** `sequence * n` for str, bytes and bytearray, where `n` may be any object with `__index__`. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import { overflowError, typeError } from './raise.ts';
import { typeOf } from './type-of.ts';
import { asInt } from './unwrap.ts';

type R = Value | undefined;

/**
 * Turns `n` into a repeat count and does `sequence * count` by the `*` of the sequence's built-in type. For counts that are no plain
 * numbers; may call Python.
 * @raises TypeError (Python) "can't multiply sequence by non-int of type 'X'".
 */
export function repeatSlow(I: Interp, sequence: Value, n: Value): R {
  const count = asInt(n);
  if (count !== undefined) return repeat(I, sequence, count);
  const type = typeOf(I, n);
  if (type.slots.index === null) return typeError(I, `can't multiply sequence by non-int of type '${type.tpName}'`);
  const entry = I.frame;
  const v = type.slots.index(I, n);
  return v === undefined ? I.then(entry, REPEAT_KIND, [undefined, sequence]) : repeat(I, sequence, v);
}

/** r = [delivered count, sequence]. */
export const REPEAT_KIND = new NativeKind('sequence.repeat', (I: Interp, f: Frame) => repeat(I, f.r[1], f.r[0]));

function repeat(I: Interp, sequence: Value, count: number | bigint): R {
  if (typeof count === 'bigint') {
    if (BigInt.asIntN(I.memory.pointerBytes * 8, count) !== count)
      return overflowError(I, "cannot fit 'int' into an index-sized integer");
    count = count < 0n ? 0 : Number(count);
  }
  return typeOf(I, sequence).spec.binary!['*']!(I, sequence, count);
}
