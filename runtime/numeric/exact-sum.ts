/** Sums of floats without intermediate rounding: math.fsum (Shewchuk's growing expansions) and lengths of vectors. */
import type { Failure } from '../base/failure.ts';
import { overflowFailure, valueFailure } from '../base/failure.ts';
import { Pair, addPair, productError } from './accurate-math.ts';

/**
 * Adds `value` to the exact sum that `partials` (in order of size, nothing overlapping) stand for.
 * Not for values that are not finite: the caller counts those apart. false: the sum has left the range of floats.
 */
export function addExactly(partials: number[], value: number): boolean {
  let x = value;
  let kept = 0;
  for (let i = 0; i < partials.length; i++) {
    let y = partials[i]!;
    if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
    const high = x + y;
    const low = y - (high - x);
    if (low !== 0) partials[kept++] = low;
    x = high;
  }
  partials.length = kept;
  if (x - x !== 0) return false;
  partials.push(x);
  return true;
}

/** Rounds an exact sum once, half to even. */
export function roundSum(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n]!;
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n]!;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // A tie that a smaller part decides.
  if (n > 0 && ((low < 0 && partials[n - 1]! < 0) || (low > 0 && partials[n - 1]! > 0))) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

/** CPython's complaints about sums of what is not finite. */
export const FSUM_OVERFLOW: Failure = overflowFailure('intermediate overflow in fsum');
export const FSUM_INFINITIES: Failure = valueFailure('-inf + inf in fsum');

/** Returns the length of a vector, correctly rounded but for some in 10**13. */
export function vectorLength(parts: readonly number[]): number {
  let largest = 0;
  let hasNan = false;
  for (const part of parts) {
    const size = Math.abs(part);
    if (size === Infinity) return Infinity;
    if (size !== size) hasNan = true;
    if (size > largest) largest = size;
  }
  if (hasNan) return NaN;
  if (largest === 0) return 0;
  // Powers of two bring the squares into the safe range and change no bit of the result.
  const scale = largest > 1e140 ? 2 ** -700 : largest < 1e-140 ? 2 ** 700 : 1;
  const again = largest * scale < 1e-140 ? 2 ** 300 : 1;
  let sum = new Pair(0, 0);
  for (const part of parts) {
    const x = part * scale * again;
    const square = x * x;
    if (square > 1e-280) sum = addPair(sum, new Pair(square, productError(x, x, square)));
  }
  const root = Math.sqrt(sum.hi);
  const rootSquare = root * root;
  const rest = sum.hi - rootSquare - productError(root, root, rootSquare) + sum.lo;
  return (root + rest / (2 * root)) / again / scale;
}
