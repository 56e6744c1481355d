/** `separator.join(iterable)` of bytes and bytearray. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import { newByteArray, newBytes } from './bytes-conversion.ts';
import { collectItems } from './collect.ts';
import { chargeGrowth } from './growth.ts';
import { PyByteArray } from './scalar-payload.ts';
import type { PyBytes } from './scalar-payload.ts';
import { typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { asBuffer } from './unwrap.ts';
import { joinBytes } from '../text/bytes-search.ts';

type R = Value | undefined;

/** Returns `separator.join(iterable)`, of the separator's type. May call Python. */
export function bytesJoin(I: Interp, separator: PyBytes | PyByteArray, iterable: Value): R {
  const type = typeOf(I, iterable);
  if (type.slots.iter === null && type.slots.getitem === null) return typeError(I, 'can only join an iterable');
  const entry = I.frame;
  const items = collectItems(I, iterable);
  return items === undefined ? I.then(entry, BYTES_JOIN_KIND, [undefined, separator]) : join(I, separator, items);
}

/** r = [delivered items, separator]. */
export const BYTES_JOIN_KIND = new NativeKind('bytes.join', (I: Interp, f: Frame) => join(I, f.r[1], f.r[0]));

function join(I: Interp, separator: PyBytes | PyByteArray, items: readonly Value[]): R {
  const parts: Uint8Array[] = [];
  const between = asBuffer(separator)!;
  let length = Math.max(0, items.length - 1) * between.length;
  for (let i = 0; i < items.length; i++) {
    const data = asBuffer(items[i]!);
    if (data === undefined) {
      return typeError(I, `sequence item ${i}: expected a bytes-like object, ${typeName(I, items[i]!)} found`);
    }
    parts.push(data);
    length += data.length;
  }
  I.ticks -= (items.length >> 3) + (length >> 6);
  if (!chargeGrowth(I, length)) return undefined;
  const data = joinBytes(parts, between);
  return separator instanceof PyByteArray ? newByteArray(I, data) : newBytes(I, data);
}
