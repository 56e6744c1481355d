/**
 * Python's hash of keys that need no Python code, as two int32 halves (64 bits, two's complement): sets and frozensets use it for their
 * layout, which has to be CPython's, and the bigint arithmetic of `numeric/hash.ts` would cost 300 ns for a pair of ints (this: 25).
 */
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import { PyTuple } from './tuple.ts';
import { hashFloat, hashInt, hashString } from '../numeric/hash.ts';

/** Where a hash is left. */
export interface HashHalves {
  lo: number;
  hi: number;
}

/** Characters that hashing a string may look at without charging. */
const FREE_LENGTH = 256;
const MAX_NESTING = 8;
/** hash(None): the same in every process here. */
const HASH_NONE = 0x6e6f6e65;

/** Leaves a Python hash value in `out`. */
export function splitHash(hash: number | bigint, out: HashHalves): void {
  if (typeof hash === 'number') {
    out.lo = hash | 0;
    out.hi = Math.floor(hash / 4294967296) | 0;
  } else {
    out.lo = Number(BigInt.asIntN(32, hash));
    out.hi = Number(BigInt.asIntN(32, hash >> 32n));
  }
}

/** The int that the halves stand for. */
export function joinHash(lo: number, hi: number): number | bigint {
  const hash = hi * 4294967296 + (lo >>> 0);
  if (hi >= -0x200000 && hi < 0x200000 && hash > -9007199254740992) return hash;
  return (BigInt(hi) << 32n) | BigInt(lo >>> 0);
}

/** Leaves hash(key) in `out` if key is an int, str, bool, float, None or tuple of these; false if it is none of them, or long. */
export function hashPlain(key: Value, out: HashHalves): boolean {
  return hashNested(key, out, 0);
}

function hashNested(key: Value, out: HashHalves, nesting: number): boolean {
  if (typeof key === 'number') {
    const low = key | 0;
    if (low === key) {
      out.lo = low === -1 ? -2 : low;
      out.hi = low < 0 ? -1 : 0;
    } else splitHash(key, out);
    return true;
  }
  if (typeof key === 'string') {
    if (key.length > FREE_LENGTH) return false;
    splitHash(hashString(key), out);
    return true;
  }
  if (typeof key === 'boolean') {
    out.lo = key ? 1 : 0;
    out.hi = 0;
    return true;
  }
  if (typeof key === 'bigint') splitHash(hashInt(key), out);
  else if (key === null) splitHash(HASH_NONE, out);
  else if (key.constructor === PyFloat) {
    if (key.value !== key.value) return false;
    splitHash(hashFloat(key.value, 0), out);
  } else if (key.constructor === PyTuple) return hashItems((key as PyTuple).items, out, nesting);
  else return false;
  return true;
}

/** Product of two unsigned 32-bit values, upper half. */
function mulHigh(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const low = (Math.imul(al, bl) >>> 16) + (Math.imul(ah, bl) >>> 0);
  const mid = (low & 0xffff) + (Math.imul(al, bh) >>> 0);
  return (Math.imul(ah, bh) + Math.floor(low / 65536) + Math.floor(mid / 65536)) | 0;
}

// The primes of CPython's xxHash variant, halves as int32.
const P1_HI = 0x9e3779b1 | 0;
const P1_LO = 0x85ebca87 | 0;
const P2_HI = 0xc2b2ae3d | 0;
const P2_LO = 0x27d4eb4f | 0;
const P5_HI = 0x27d4eb2f | 0;
const P5_LO = 0x165667c5 | 0;

function hashItems(items: readonly Value[], out: HashHalves, nesting: number): boolean {
  const length = items.length;
  if (length > FREE_LENGTH || nesting > MAX_NESTING) return false;
  let lo = P5_LO;
  let hi = P5_HI;
  for (let i = 0; i < length; i++) {
    if (!hashNested(items[i]!, out, nesting + 1)) return false;
    // acc += lane * P2; the sum of the low halves is exact in a double.
    const laneLo = out.lo;
    const productLo = Math.imul(laneLo, P2_LO);
    const productHi = (mulHigh(laneLo, P2_LO) + Math.imul(laneLo, P2_HI) + Math.imul(out.hi, P2_LO)) | 0;
    const sum = (lo >>> 0) + (productLo >>> 0);
    hi = (hi + productHi + (sum > 0xffffffff ? 1 : 0)) | 0;
    lo = sum | 0;
    // acc = rotl(acc, 31) * P1
    const rotatedHi = (hi << 31) | (lo >>> 1);
    const rotatedLo = (lo << 31) | (hi >>> 1);
    lo = Math.imul(rotatedLo, P1_LO);
    hi = (mulHigh(rotatedLo, P1_LO) + Math.imul(rotatedLo, P1_HI) + Math.imul(rotatedHi, P1_LO)) | 0;
  }
  // acc += length ^ (P5 ^ 3527539)
  const sum = (lo >>> 0) + ((length ^ P5_LO ^ 3527539) >>> 0);
  hi = (hi + P5_HI + (sum > 0xffffffff ? 1 : 0)) | 0;
  lo = sum | 0;
  if (lo === -1 && hi === -1) {
    lo = 1546275796;
    hi = 0;
  }
  out.lo = lo;
  out.hi = hi;
  return true;
}
