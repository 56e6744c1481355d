/**
 * `pow(a, b, m)` on ints. Small moduli are done at once; for others the exponent is worked off bit by bit in a frame of its own, so that
 * cryptographic sizes neither block a game frame nor are refused.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import { chargeEuclid, chargeInt } from './int-charge.ts';
import { raiseFailure } from './raise.ts';
import { Failure } from '../base/failure.ts';
import { absInt, estimateBits, modInt, mulInt, powModInt, subInt } from '../numeric/int-arith.ts';
import { intOpCost } from '../numeric/int-cost.ts';

type Int = number | bigint;

/** Exponents of so many bits are done without a frame if the modulus is small. */
const SMALL_EXPONENT_BITS = 512;

/** Returns `pow(a, b, modulus)`. May pause. */
export function powMod(I: Interp, a: Int, b: Int, modulus: Int): Value | undefined {
  if (modulus === 0 || typeof modulus === 'number' || absInt(modulus) === 1) {
    const bits = estimateBits(b);
    if (bits <= SMALL_EXPONENT_BITS || modulus === 0) {
      I.ticks -= bits >> 4;
      return finish(I, powModInt(a, b, modulus));
    }
  }
  const bits = estimateBits(modulus);
  if (!chargeInt(I, 'mul', modulus, modulus)) return undefined;
  const size = absInt(modulus);
  let base: Int | Failure = modInt(a, size);
  let exponent = b;
  if (b < 0) {
    if (!chargeEuclid(I, bits)) return undefined;
    base = powModInt(base, -1, size);
    if (base instanceof Failure) return raiseFailure(I, base);
    exponent = absInt(b);
  }
  I.ticks -= estimateBits(exponent) >> 6;
  const cost = 1 + 2 * (intOpCost('mul', size, size).ticks + intOpCost('div', mulInt(size, size), size).ticks);
  return I.enter(POW_MOD_KIND, [undefined, base, exponent.toString(2), modulus, 0, 1, cost]);
}

function finish(I: Interp, result: Int | Failure): Value | undefined {
  return result instanceof Failure ? raiseFailure(I, result) : result;
}

/** r = [delivered, base, exponent in binary, modulus, next bit, result so far, ticks a bit]. */
export const POW_MOD_KIND = new NativeKind('int.__pow__', (I: Interp, f: Frame) => {
  const r = f.r;
  const modulus: Int = r[3];
  const size = absInt(modulus);
  const bits: string = r[2];
  while (r[4] < bits.length) {
    let result = modInt(mulInt(r[5], r[5]), size);
    if (bits.charCodeAt(r[4]++) === 49) result = modInt(mulInt(result, r[1]), size);
    r[5] = result;
    // Only after a bit of work: a budget smaller than one bit's cost must get on, too.
    if ((I.ticks -= r[6]) < 0 && r[4] < bits.length) return I.pause(f);
  }
  const result = modInt(r[5], size);
  // A negative modulus moves a result other than zero into (modulus, 0].
  return modulus < 0 && result !== 0 ? subInt(result, size) : result;
});
