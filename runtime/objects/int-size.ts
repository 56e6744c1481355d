/** The modelled size of an int: digits of 30 bits on 64-bit targets, of 15 bits on 32-bit ones, as CPython 3.11 builds them. */
import type { Interp } from './interp.ts';
import { bitLength } from '../numeric/int-arith.ts';

/** Returns `sys.getsizeof` of an int of this value. */
export function intSizeOf(I: Interp, value: number | bigint): number {
  if (I.memory.pointerBytes === 8) return 24 + 4 * Math.max(1, Math.ceil(bitLength(value) / 30));
  return 12 + 2 * Math.ceil(bitLength(value) / 15);
}
