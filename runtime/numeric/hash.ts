/**
 * hash() of the built-in value types, and the combiners for tuple and frozenset.
 *
 * Numbers hash as in CPython on a 64-bit machine (modulus 2**61 - 1, equal across int, float and
 * complex), and so do tuples and frozensets of equal element hashes. Strings and bytes use a fixed
 * function of our own: CPython's is randomised per process, and law 5 wants one answer everywhere.
 * A hash is an int value: of a str or bytes always a number, of numbers and tuples up to 64 signed bits,
 * so often a bigint. Tables inside the runtime that need no particular value can use the 32-bit
 * functions, which never allocate.
 */
import type { IntValue } from './int-arith.ts';
import { MAX_SAFE, normalizeBig } from './int-arith.ts';
import { decomposeFloat } from './float-text.ts';

const MODULUS = (1n << 61n) - 1n;
const HASH_INFINITY = 314159;

/** Returns hash(value) of an int. */
export function hashInt(value: IntValue): IntValue {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  const rest = normalizeBig(value % MODULUS);
  return rest === -1 ? -2 : rest;
}

/**
 * Returns hash(value) of a float: that of the equal int if there is one.
 * A NaN has no value to hash; CPython uses its address, so the caller passes the object's own hash.
 */
export function hashFloat(value: number, hashOfNan: IntValue): IntValue {
  if (value === Math.floor(value) && value >= -MAX_SAFE && value <= MAX_SAFE) return value === -1 ? -2 : value + 0;
  if (value !== value) return hashOfNan;
  if (value === Infinity) return HASH_INFINITY;
  if (value === -Infinity) return -HASH_INFINITY;
  const { mantissa, exponent } = decomposeFloat(Math.abs(value));
  // 2**61 is 1 under the modulus, so only the exponent modulo 61 counts.
  const shift = ((exponent % 61) + 61) % 61;
  const size = normalizeBig((BigInt(mantissa) << BigInt(shift)) % MODULUS);
  if (value > 0) return size;
  return size === 1 ? -2 : typeof size === 'number' ? 0 - size : -size;
}

/** Returns hash(complex(re, im)). */
export function hashComplex(re: number, im: number, hashOfNan: IntValue): IntValue {
  const imaginary = BigInt(hashFloat(im, hashOfNan));
  const total = BigInt.asIntN(64, BigInt(hashFloat(re, hashOfNan)) + 1000003n * imaginary);
  return total === -1n ? -2 : normalizeBig(total);
}

const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;

/** Returns the hash of a tuple from the hashes of its elements (CPython's xxHash variant). */
export function hashTuple(elementHashes: readonly IntValue[]): IntValue {
  let state = PRIME_5;
  for (let i = 0; i < elementHashes.length; i++) {
    state = BigInt.asUintN(64, state + BigInt.asUintN(64, BigInt(elementHashes[i]!)) * PRIME_2);
    state = BigInt.asUintN(64, (state << 31n) | (state >> 33n));
    state = BigInt.asUintN(64, state * PRIME_1);
  }
  state = BigInt.asUintN(64, state + (BigInt(elementHashes.length) ^ (PRIME_5 ^ 3527539n)));
  return state === 0xffffffffffffffffn ? 1546275796 : normalizeBig(BigInt.asIntN(64, state));
}

/** Returns the hash of a frozenset from the hashes of its elements, in any order (CPython's). */
export function hashFrozenSet(elementHashes: readonly IntValue[]): IntValue {
  let hash = 0n;
  for (let i = 0; i < elementHashes.length; i++) {
    const element = BigInt.asUintN(64, BigInt(elementHashes[i]!));
    hash ^= BigInt.asUintN(64, (element ^ 89869747n ^ (element << 16n)) * 3644798167n);
  }
  hash ^= BigInt.asUintN(64, (BigInt(elementHashes.length) + 1n) * 1927868237n);
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = BigInt.asUintN(64, hash * 69069n + 907133923n);
  return hash === 0xffffffffffffffffn ? 590923713 : normalizeBig(BigInt.asIntN(64, hash));
}

/**
 * Returns hash(text): fixed on every host, 0 for the empty string, 52 signed bits (a number, never a bigint).
 * Two 32-bit lanes are mixed per UTF-16 code unit; bytes hash like the string of the same characters.
 */
export function hashString(text: string): number {
  if (text.length === 0) return 0;
  let low = 0x9e3779b9 ^ text.length;
  let high = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x5bd1e995);
    high = Math.imul(high ^ code, 0x1b873593) ^ (low >>> 15);
  }
  return joinLanes(low, high);
}

/** Returns hash(bytes): that of the str with the same code points. */
export function hashBytes(bytes: Uint8Array): number {
  if (bytes.length === 0) return 0;
  let low = 0x9e3779b9 ^ bytes.length;
  let high = 0x85ebca6b;
  for (let i = 0; i < bytes.length; i++) {
    const code = bytes[i]!;
    low = Math.imul(low ^ code, 0x5bd1e995);
    high = Math.imul(high ^ code, 0x1b873593) ^ (low >>> 15);
  }
  return joinLanes(low, high);
}

function joinLanes(low: number, high: number): number {
  const a = mix32(low ^ high);
  const b = mix32(high + Math.imul(a, 0x2c1b3c6d));
  // 20 signed bits above 32: always in the safe range, so that no bigint is made. Never -1.
  const joined = (b >> 12) * 4294967296 + (a >>> 0);
  return joined === -1 ? -2 : joined;
}

/** Spreads the bits of a 32-bit value; a bijection. Returns a signed 32-bit integer. */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** Returns a 32-bit hash of a string for the runtime's own tables. */
export function hashString32(text: string): number {
  let h = 0x9e3779b9 ^ text.length;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x5bd1e995);
  return h ^ (h >>> 15);
}

/** Folds a hash value into 32 bits, for combining with `combine32`. */
export function foldHash32(hash: IntValue): number {
  if (typeof hash === 'number') return (hash ^ Math.floor(hash / 4294967296)) | 0;
  return Number(BigInt.asIntN(32, hash ^ (hash >> 32n)));
}

/** Adds one element's 32-bit hash to that of a sequence (start with the length). */
export function combine32(state: number, element: number): number {
  const mixed = Math.imul(state ^ Math.imul(element, 0x85ebca6b), 0x5bd1e995);
  return mixed ^ (mixed >>> 13);
}
