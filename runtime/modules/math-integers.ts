/** The functions of `math` on ints: comb, factorial, gcd, isqrt, lcm, perm. */
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec } from '../objects/native.ts';
import type { NativeKind } from '../objects/frame.ts';
import { oneArg, someArgs, twoArgs } from '../objects/native.ts';
import type { Value } from '../objects/value.ts';
import { argumentKind, indexArgument } from '../objects/argument.ts';
import { chargeGrowth } from '../objects/growth.ts';
import { MAX_OPERATION_TICKS, chargeEuclid, chargeInt } from '../objects/int-charge.ts';
import { overflowError, raiseFailure, valueError } from '../objects/raise.ts';
import { Failure } from '../base/failure.ts';
import { combinationBits, combinations, factorial, permutationBits, permutations } from '../numeric/combinatorics.ts';
import { absInt, bitLength, gcdInt, isqrtInt, lcmInt, subInt } from '../numeric/int-arith.ts';

type R = Value | undefined;

const LONG_MAX = 9223372036854775807n;

/** Charges a product of `count` factors with `bits` in all. */
function chargeProduct(I: Interp, count: number, bits: number): boolean {
  if (!chargeGrowth(I, Math.min(bits / 8, Number.MAX_SAFE_INTEGER))) return false;
  const digits = bits / 64;
  const ticks = count / 16 + (Math.pow(digits, 1.58) * 4.4) / 32;
  if (!(ticks <= MAX_OPERATION_TICKS)) {
    overflowError(I, 'integer operation takes too long');
    return false;
  }
  I.ticks -= Math.floor(ticks);
  return true;
}

const FACTORIAL_KIND = argumentKind('math.factorial.arguments', factorialOf);
function factorialOf(I: Interp, module: Value, args: any[]): R {
  const n = indexArgument(I, FACTORIAL_KIND, module, args, 0);
  if (n === undefined) return undefined;
  if (n < 0) return valueError(I, 'factorial() not defined for negative values');
  if (n > LONG_MAX) return overflowError(I, 'factorial() argument should not exceed 9223372036854775807');
  const count = Number(n);
  return chargeProduct(I, count, count * Math.log2(count + 2)) ? factorial(count) : undefined;
}

const COMB_KIND = argumentKind('math.comb.arguments', comb);
function comb(I: Interp, module: Value, args: any[]): R {
  const n = indexArgument(I, COMB_KIND, module, args, 0);
  if (n === undefined) return undefined;
  const k = indexArgument(I, COMB_KIND, module, args, 1);
  if (k === undefined) return undefined;
  if (n < 0) return valueError(I, 'n must be a non-negative integer');
  if (k < 0) return valueError(I, 'k must be a non-negative integer');
  if (k > n) return 0;
  const other = subInt(n, k);
  const few = other < k ? other : k;
  if (few > LONG_MAX) return overflowError(I, 'min(n - k, k) must not exceed 9223372036854775807');
  const count = Number(few);
  return chargeProduct(I, count, combinationBits(n, count)) ? combinations(n, count) : undefined;
}

const PERM_KIND = argumentKind('math.perm.arguments', perm);
function perm(I: Interp, module: Value, args: any[]): R {
  if (args.length < 2 || args[1] === null) return factorialOf(I, module, [args[0]]);
  const n = indexArgument(I, PERM_KIND, module, args, 0);
  if (n === undefined) return undefined;
  const k = indexArgument(I, PERM_KIND, module, args, 1);
  if (k === undefined) return undefined;
  if (n < 0) return valueError(I, 'n must be a non-negative integer');
  if (k < 0) return valueError(I, 'k must be a non-negative integer');
  if (k > n) return 0;
  if (k > LONG_MAX) return overflowError(I, `k must not exceed ${LONG_MAX}`);
  const count = Number(k);
  return chargeProduct(I, count, permutationBits(n, count)) ? permutations(n, count) : undefined;
}

const GCD_KIND = argumentKind('math.gcd.arguments', gcd);
function gcd(I: Interp, module: Value, args: any[]): R {
  let result: number | bigint = 0;
  for (let i = 0; i < args.length; i++) {
    const n = indexArgument(I, GCD_KIND, module, args, i);
    if (n === undefined) return undefined;
    if (
      (typeof n === 'bigint' || typeof result === 'bigint') &&
      !chargeEuclid(I, Math.max(bitLength(n), bitLength(result)))
    )
      return undefined;
    result = gcdInt(result, n);
  }
  return absInt(result);
}

const LCM_KIND = argumentKind('math.lcm.arguments', lcm);
function lcm(I: Interp, module: Value, args: any[]): R {
  let result: number | bigint = 1;
  for (let i = 0; i < args.length; i++) {
    const n = indexArgument(I, LCM_KIND, module, args, i);
    if (n === undefined) return undefined;
    if (
      (typeof n === 'bigint' || typeof result === 'bigint') &&
      !(chargeInt(I, 'mul', result, n) && chargeEuclid(I, Math.max(bitLength(n), bitLength(result))))
    ) {
      return undefined;
    }
    result = lcmInt(result, n);
  }
  return absInt(result);
}

const ISQRT_KIND = argumentKind('math.isqrt.arguments', isqrt);
function isqrt(I: Interp, module: Value, args: any[]): R {
  const n = indexArgument(I, ISQRT_KIND, module, args, 0);
  if (n === undefined) return undefined;
  // Newton's method: some dozen divisions at full length.
  if (typeof n === 'bigint') for (let i = 0; i < 12; i++) if (!chargeInt(I, 'mul', n, n)) return undefined;
  const root = isqrtInt(n);
  return root instanceof Failure ? raiseFailure(I, root) : root;
}

export const MATH_INTEGER_FUNCTIONS: Readonly<Record<string, NativeSpec>> = {
  comb: twoArgs(
    (I, m, n, k) => comb(I, m, [n, k]),
    'Number of ways to choose k items from n items without repetition and without order.',
  ),
  factorial: oneArg((I, m, n) => factorialOf(I, m, [n]), 'Find n!.'),
  gcd: someArgs(0, -1, gcd, 'Greatest Common Divisor.'),
  isqrt: oneArg((I, m, n) => isqrt(I, m, [n]), 'Return the integer part of the square root of the input.'),
  lcm: someArgs(0, -1, lcm, 'Least Common Multiple.'),
  perm: someArgs(1, 2, perm, 'Number of ways to choose k items from n items without repetition and with order.'),
};

export const MATH_INTEGER_KINDS: readonly NativeKind[] = [
  FACTORIAL_KIND,
  COMB_KIND,
  PERM_KIND,
  GCD_KIND,
  LCM_KIND,
  ISQRT_KIND,
];
