/**
 * What an int operation will cost, before it runs.
 *
 * Operations on numbers are constant time and need no question; callers ask only when an operand is
 * a bigint, or when the result may leave the safe range by more than a little (`**`, `<<`, `*`).
 * Ticks follow the host's big-number arithmetic, one tick being some 30 ns: additive operations are
 * linear, multiplication is schoolbook up to 34 digits of 64 bits and Karatsuba-like above it,
 * conversion to and from decimal costs a few multiplications.
 */
import { estimateBits, powResultBits, shiftResultBits } from './int-arith.ts';
import type { IntValue } from './int-arith.ts';

/** The operations whose cost can be asked for. */
export type IntOperation =
  'add' | 'mul' | 'div' | 'pow' | 'lshift' | 'rshift' | 'bitwise' | 'toDecimal' | 'toPowerOfTwoText';

/** Cost of an operation: work, and the size of the result. Both may be Infinity: refuse then. */
export interface IntOperationCost {
  readonly ticks: number;
  readonly resultBits: number;
}

/** Returns what `operation` on `a` and `b` will cost (unary operations ignore `b`). */
export function intOpCost(operation: IntOperation, a: IntValue, b: IntValue): IntOperationCost {
  const bitsA = estimateBits(a);
  const bitsB = estimateBits(b);
  switch (operation) {
    case 'mul':
      return { ticks: multiplicationTicks(bitsA, bitsB), resultBits: bitsA + bitsB };
    case 'div':
      return { ticks: divisionTicks(bitsA, bitsB), resultBits: bitsA };
    case 'pow': {
      const resultBits = powResultBits(a, b);
      return { ticks: 2 * multiplicationTicks(resultBits / 2, resultBits / 2), resultBits };
    }
    case 'lshift': {
      const resultBits = shiftResultBits(a, b);
      return { ticks: linearTicks(resultBits), resultBits };
    }
    case 'rshift':
      return { ticks: linearTicks(bitsA), resultBits: bitsA };
    case 'toDecimal':
      return { ticks: 4 * multiplicationTicks(bitsA / 2, bitsA / 2), resultBits: bitsA };
    case 'toPowerOfTwoText':
      return { ticks: linearTicks(bitsA * 4), resultBits: bitsA };
    default: {
      const resultBits = Math.max(bitsA, bitsB) + 1;
      return { ticks: linearTicks(resultBits), resultBits };
    }
  }
}

/** Returns the ticks of reading an int of `length` digits in a base that is not a power of two. */
export function parseDecimalTicks(length: number): number {
  const bits = length * 3.33;
  return 1 + 4 * multiplicationTicks(bits / 2, bits / 2);
}

function linearTicks(bits: number): number {
  return 1 + Math.floor(bits / 2048);
}

function multiplicationTicks(bitsA: number, bitsB: number): number {
  const small = Math.min(bitsA, bitsB) / 64;
  const large = Math.max(bitsA, bitsB) / 64;
  if (small <= 34) return 1 + Math.floor((small * large) / 32);
  // Blocks of the smaller size, each multiplied in small**1.58 digit products.
  return 1 + Math.floor(((large / small) * Math.pow(small, 1.58) * 4.4) / 32);
}

function divisionTicks(bitsA: number, bitsB: number): number {
  if (bitsB > bitsA) return 1;
  return 1 + 2 * multiplicationTicks(bitsA - bitsB + 64, bitsB);
}
