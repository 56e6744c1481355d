/** Factorials and binomial coefficients of ints. The caller has bounded the result (`factorialBits`, `combBits`). */
import { normalizeBig } from './int-arith.ts';
import type { IntValue } from './int-arith.ts';

/** The product of from, from + 1, ..., to; factors are multiplied in a balanced tree, which keeps them of equal size. */
function productOfRange(from: bigint, count: number): bigint {
  if (count <= 0) return 1n;
  if (count <= 8) {
    let product = from;
    for (let i = 1; i < count; i++) product *= from + BigInt(i);
    return product;
  }
  const half = count >> 1;
  return productOfRange(from, half) * productOfRange(from + BigInt(half), count - half);
}

/** Returns n!. */
export function factorial(n: number): IntValue {
  if (n <= 18) {
    let product = 1;
    for (let i = 2; i <= n; i++) product *= i;
    return product;
  }
  return normalizeBig(productOfRange(1n, n));
}

/** Returns n * (n - 1) * ... of k factors. Requires n >= k >= 0. */
export function permutations(n: IntValue, k: number): IntValue {
  if (k === 0) return 1;
  return normalizeBig(productOfRange(BigInt(n) - BigInt(k) + 1n, k));
}

/** Returns the number of ways to choose k of n. Requires n >= 2k >= 0. */
export function combinations(n: IntValue, k: number): IntValue {
  if (k === 0) return 1;
  // Pieces of 64 factors divide out early, so that numbers stay near the size of the result.
  const big = BigInt(n);
  let result = 1n;
  for (let done = 0; done < k;) {
    const count = Math.min(64, k - done);
    result =
      (result * productOfRange(big - BigInt(done + count) + 1n, count)) / productOfRange(BigInt(done + 1), count);
    done += count;
  }
  return normalizeBig(result);
}

/** Upper bound of the bits of n * (n - 1) * ... of k factors. */
export function permutationBits(n: IntValue, k: number): number {
  const size = typeof n === 'number' ? Math.log2(Math.max(n, 2)) : n.toString(16).length * 4;
  return k * size + 64;
}

/** Upper bound of the bits of the number of ways to choose k of n. */
export function combinationBits(n: IntValue, k: number): number {
  if (k <= 1) return permutationBits(n, 1);
  const perFactor = permutationBits(n, 1) - 64 - Math.log2(k) + 1.4427;
  const total = typeof n === 'number' ? Math.min(k * perFactor, n) : k * perFactor;
  return total + 64;
}
