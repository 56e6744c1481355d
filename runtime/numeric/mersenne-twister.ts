/**
 * MT19937, the generator behind Python's `random`: the same numbers as CPython from the same seed.
 *
 * Plain data (624 words and an index), so it can be saved. There is no seed from the clock here: a
 * program that does not seed gets what its host hands in.
 */
import type { Failure } from '../base/failure.ts';
import { valueFailure } from '../base/failure.ts';
import { absInt, bitLength, normalizeBig } from './int-arith.ts';
import type { IntValue } from './int-arith.ts';
import { intFromBytes } from './int-bytes.ts';
import { sha512 } from './sha512.ts';

const SIZE = 624;
const SHIFT = 397;
const UPPER_MASK = 0x80000000;
const LOWER_MASK = 0x7fffffff;
const MATRIX = 0x9908b0df;

/** The generator and its state. */
export class MersenneTwister {
  /** 624 unsigned 32-bit words. */
  readonly words: Uint32Array;
  /** Words used up; 624 means a new batch is due. */
  index: number;

  /** Starts with the state of seed 0. */
  constructor() {
    this.words = new Uint32Array(SIZE);
    this.index = SIZE;
    this.seedFromInt(0);
  }

  /** random.seed(value) for an int; the sign is ignored. */
  seedFromInt(value: IntValue): void {
    const words: number[] = [];
    let text = absInt(value).toString(16);
    while (text.length > 8) {
      words.push(parseInt(text.slice(-8), 16));
      text = text.slice(0, -8);
    }
    words.push(parseInt(text, 16));
    this.seedFromWords(words);
  }

  /** random.seed(bytes), and random.seed(str) with the UTF-8 form of the str. */
  seedFromBytes(bytes: Uint8Array): void {
    const extended = new Uint8Array(bytes.length + 64);
    extended.set(bytes);
    extended.set(sha512(bytes), bytes.length);
    this.seedFromInt(intFromBytes(extended, false, false));
  }

  /** The reference code's init_by_array. */
  private seedFromWords(key: readonly number[]): void {
    const words = this.words;
    words[0] = 19650218;
    for (let i = 1; i < SIZE; i++) words[i] = Math.imul(1812433253, words[i - 1]! ^ (words[i - 1]! >>> 30)) + i;
    let i = 1;
    let j = 0;
    for (let count = Math.max(SIZE, key.length); count > 0; count--) {
      words[i] = (words[i]! ^ Math.imul(words[i - 1]! ^ (words[i - 1]! >>> 30), 1664525)) + key[j]! + j;
      i++;
      j++;
      if (i >= SIZE) {
        words[0] = words[SIZE - 1]!;
        i = 1;
      }
      if (j >= key.length) j = 0;
    }
    for (let count = SIZE - 1; count > 0; count--) {
      words[i] = (words[i]! ^ Math.imul(words[i - 1]! ^ (words[i - 1]! >>> 30), 1566083941)) - i;
      i++;
      if (i >= SIZE) {
        words[0] = words[SIZE - 1]!;
        i = 1;
      }
    }
    words[0] = UPPER_MASK;
    this.index = SIZE;
  }

  private refill(): void {
    const words = this.words;
    for (let i = 0; i < SIZE; i++) {
      const mixed = (words[i]! & UPPER_MASK) | (words[i + 1 < SIZE ? i + 1 : 0]! & LOWER_MASK);
      const from = i + SHIFT < SIZE ? i + SHIFT : i + SHIFT - SIZE;
      words[i] = words[from]! ^ (mixed >>> 1) ^ (mixed & 1 ? MATRIX : 0);
    }
    this.index = 0;
  }

  /** Returns the next unsigned 32-bit number. */
  next32(): number {
    if (this.index >= SIZE) this.refill();
    let y = this.words[this.index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** random.random(): 53 bits in [0, 1). */
  random(): number {
    const high = this.next32() >>> 5;
    const low = this.next32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** random.getrandbits(count), or why not. Linear in `count`. */
  getRandBits(count: number): IntValue | Failure {
    if (count < 0) return valueFailure('number of bits must be non-negative');
    if (count === 0) return 0;
    if (count <= 32) return this.next32() >>> (32 - count);
    if (count <= 53) {
      const low = this.next32();
      return (this.next32() >>> (64 - count)) * 4294967296 + low;
    }
    const parts: string[] = [];
    let left = count;
    for (; left > 0; left -= 32) {
      const word = left < 32 ? this.next32() >>> (32 - left) : this.next32();
      parts.push(word.toString(16).padStart(8, '0'));
    }
    return normalizeBig(BigInt('0x' + parts.reverse().join('')));
  }

  /** random._randbelow(limit): uniform in [0, limit). Requires limit > 0. */
  randBelow(limit: IntValue): IntValue {
    const bits = bitLength(limit);
    let value = this.getRandBits(bits) as IntValue;
    while (value >= limit) value = this.getRandBits(bits) as IntValue;
    return value;
  }

  /** The 625 numbers of the middle part of random.getstate(). */
  getState(): number[] {
    return [...this.words, this.index];
  }

  /** Takes over a state from getState(); tells whether it was one. */
  setState(state: readonly number[]): boolean {
    const index = state[SIZE];
    if (state.length !== SIZE + 1 || index === undefined || !(index >= 0 && index <= SIZE)) return false;
    for (let i = 0; i < SIZE; i++) this.words[i] = state[i]!;
    this.index = index;
    return true;
  }
}
