/**
 * SHA-512, for seeding the random generator with a str or bytes as CPython does.
 * 64-bit words are pairs of 32-bit halves; the constants are derived when the module is loaded
 * (fractional parts of square and cube roots of the first primes), which BigInt does exactly.
 */

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  return primes;
}

/** Returns floor(value ** (1 / degree)). */
function integerRoot(value: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << 80n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** The first 64 bits of the fraction of a root, as halves. */
function rootFractions(count: number, degree: bigint): Int32Array {
  const words = new Int32Array(2 * count);
  const primes = firstPrimes(count);
  for (let i = 0; i < count; i++) {
    const fraction = BigInt.asUintN(64, integerRoot(BigInt(primes[i]!) << (64n * degree), degree));
    words[2 * i] = Number(fraction >> 32n) | 0;
    words[2 * i + 1] = Number(fraction & 0xffffffffn) | 0;
  }
  return words;
}

const START = rootFractions(8, 2n);
const ROUND = rootFractions(80, 3n);

/** Returns the 64 bytes of the SHA-512 digest. Linear in the length. */
export function sha512(message: Uint8Array): Uint8Array {
  const blocks = Math.ceil((message.length + 17) / 128);
  const padded = new Uint8Array(blocks * 128);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor((message.length * 8) / 4294967296));
  view.setUint32(padded.length - 4, (message.length * 8) >>> 0);
  const state = START.slice();
  const schedule = new Int32Array(160);
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 32; i++) schedule[i] = view.getInt32(block * 128 + i * 4);
    extend(schedule);
    compress(state, schedule);
  }
  const digest = new Uint8Array(64);
  const out = new DataView(digest.buffer);
  for (let i = 0; i < 16; i++) out.setInt32(i * 4, state[i]!);
  return digest;
}

/** The upper half of (high, low) rotated right by `count` (1 to 63); the lower half is that of (low, high). */
function rotated(high: number, low: number, count: number): number {
  if (count === 32) return low;
  return count < 32 ? (high >>> count) | (low << (32 - count)) : (low >>> (count - 32)) | (high << (64 - count));
}

function carry(lowSum: number): number {
  return Math.floor(lowSum / 4294967296);
}

function extend(w: Int32Array): void {
  for (let i = 32; i < 160; i += 2) {
    const h15 = w[i - 30]!;
    const l15 = w[i - 29]!;
    const h2 = w[i - 4]!;
    const l2 = w[i - 3]!;
    const s0High = rotated(h15, l15, 1) ^ rotated(h15, l15, 8) ^ (h15 >>> 7);
    const s0Low = rotated(l15, h15, 1) ^ rotated(l15, h15, 8) ^ ((l15 >>> 7) | (h15 << 25));
    const s1High = rotated(h2, l2, 19) ^ rotated(h2, l2, 61) ^ (h2 >>> 6);
    const s1Low = rotated(l2, h2, 19) ^ rotated(l2, h2, 61) ^ ((l2 >>> 6) | (h2 << 26));
    const low = (w[i - 31]! >>> 0) + (s0Low >>> 0) + (w[i - 13]! >>> 0) + (s1Low >>> 0);
    w[i + 1] = low | 0;
    w[i] = (w[i - 32]! + s0High + w[i - 14]! + s1High + carry(low)) | 0;
  }
}

function compress(state: Int32Array, w: Int32Array): void {
  const v = state.slice();
  for (let i = 0; i < 160; i += 2) {
    const eh = v[8]!;
    const el = v[9]!;
    const ah = v[0]!;
    const al = v[1]!;
    const s1High = rotated(eh, el, 14) ^ rotated(eh, el, 18) ^ rotated(eh, el, 41);
    const s1Low = rotated(el, eh, 14) ^ rotated(el, eh, 18) ^ rotated(el, eh, 41);
    const chooseHigh = (eh & v[10]!) ^ (~eh & v[12]!);
    const chooseLow = (el & v[11]!) ^ (~el & v[13]!);
    const low1 = (v[15]! >>> 0) + (s1Low >>> 0) + (chooseLow >>> 0) + (ROUND[i + 1]! >>> 0) + (w[i + 1]! >>> 0);
    const high1 = (v[14]! + s1High + chooseHigh + ROUND[i]! + w[i]! + carry(low1)) | 0;
    const s0High = rotated(ah, al, 28) ^ rotated(ah, al, 34) ^ rotated(ah, al, 39);
    const s0Low = rotated(al, ah, 28) ^ rotated(al, ah, 34) ^ rotated(al, ah, 39);
    const majorHigh = (ah & v[2]!) ^ (ah & v[4]!) ^ (v[2]! & v[4]!);
    const majorLow = (al & v[3]!) ^ (al & v[5]!) ^ (v[3]! & v[5]!);
    const low2 = (s0Low >>> 0) + (majorLow >>> 0);
    const high2 = (s0High + majorHigh + carry(low2)) | 0;
    v.copyWithin(2, 0, 14);
    const lowE = (v[9]! >>> 0) + (low1 >>> 0);
    v[8] = (v[8]! + high1 + carry(lowE)) | 0;
    v[9] = lowE | 0;
    const lowA = (low1 >>> 0) + (low2 >>> 0);
    v[0] = (high1 + high2 + carry(lowA)) | 0;
    v[1] = lowA | 0;
  }
  for (let i = 0; i < 16; i += 2) {
    const low = (state[i + 1]! >>> 0) + (v[i + 1]! >>> 0);
    state[i] = (state[i]! + v[i]! + carry(low)) | 0;
    state[i + 1] = low | 0;
  }
}
