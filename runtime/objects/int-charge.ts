/**
 * Charging operations on big ints before they run: ticks for the work, bytes for the result, and a refusal of what would take so long
 * that a game frame is lost, since the host cannot interrupt an operation on bigints.
 *
 * Ints below 2**1024 in size count as small: their operations are constant time, and only a nominal size is counted for them.
 */
import type { Interp } from './interp.ts';
import { intOpCost } from '../numeric/int-cost.ts';
import type { IntOperation } from '../numeric/int-cost.ts';
import { chargeGrowth } from './growth.ts';
import { memoryError, overflowError } from './raise.ts';

const SMALL_LIMIT = 1n << 1024n;
/** Bytes counted for a bigint result of small operands. */
const SMALL_BYTES = 64;
/** Ticks that one operation may take: some 100 ms. CPython would go on, for minutes or for ever. */
export const MAX_OPERATION_TICKS = 4_000_000;
/** The host's own limit of an int, 2**30 bits, with room to spare. */
const MAX_RESULT_BITS = 1_000_000_000;

/** Tells whether operations on `n` are constant time. */
export function isSmallInt(n: number | bigint): boolean {
  return typeof n === 'number' || (n < SMALL_LIMIT && n > -SMALL_LIMIT);
}

/**
 * Charges `operation` on `a` and `b`. false: refused, with MemoryError (result too large) or OverflowError (too much work) raised.
 * `pow` and `lshift` must always ask; the others only if an operand is a bigint.
 */
export function chargeInt(I: Interp, operation: IntOperation, a: number | bigint, b: number | bigint): boolean {
  if (operation !== 'pow' && operation !== 'lshift' && isSmallInt(a) && isSmallInt(b)) {
    I.bytesLeft -= SMALL_BYTES;
    return true;
  }
  const cost = intOpCost(operation, a, b);
  if (!(cost.resultBits < MAX_RESULT_BITS)) {
    memoryError(I);
    return false;
  }
  if (!chargeGrowth(I, cost.resultBits >> 3)) return false;
  if (cost.ticks > MAX_OPERATION_TICKS) {
    overflowError(I, 'integer operation takes too long');
    return false;
  }
  I.ticks -= cost.ticks;
  return true;
}

/**
 * Charges Euclid's algorithm on ints of `bits` bits: some 0.6 divisions a bit, each linear. false: refused, OverflowError raised.
 */
export function chargeEuclid(I: Interp, bits: number): boolean {
  const ticks = Math.floor(0.6 * bits * (bits / 500 + 10)) >> 2;
  if (ticks > MAX_OPERATION_TICKS) {
    overflowError(I, 'integer operation takes too long');
    return false;
  }
  I.ticks -= ticks;
  return true;
}
