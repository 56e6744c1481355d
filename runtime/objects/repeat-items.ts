/** `sequence * n` for lists and tuples. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { chargeGrowth } from './growth.ts';
import { memoryError, overflowError } from './raise.ts';

/** More items than this no host array holds. */
const MAX_ITEMS = 0x7fffffff;

/** `items` repeated `times` times, in a new array. @raises MemoryError (Python) before anything large is made. */
export function repeatItems(I: Interp, items: readonly Value[], times: number | bigint): Value[] | undefined {
  if (typeof times === 'bigint') {
    if (BigInt.asIntN(I.memory.pointerBytes * 8, times) !== times)
      return overflowError(I, "cannot fit 'int' into an index-sized integer");
    times = times < 0n ? 0 : Infinity;
  }
  const count = items.length;
  if (times <= 0 || count === 0) return [];
  const total = count * times;
  if (total > MAX_ITEMS) return memoryError(I);
  I.ticks -= total >> 6;
  if (!chargeGrowth(I, total * I.memory.pointerBytes)) return undefined;
  if (times === 1) return items.slice();
  const out: Value[] = [];
  if (count === 1) {
    const item = items[0]!;
    for (let i = 0; i < total; i++) out.push(item);
    return out;
  }
  for (let n = 0; n < times; n++) for (let i = 0; i < count; i++) out.push(items[i]!);
  return out;
}
