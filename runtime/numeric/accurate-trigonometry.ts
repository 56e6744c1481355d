/**
 * sin, cos, tan and their inverses with twice the precision of a double, rounded once.
 * Why, and what a Pair is: see `accurate-math.ts`. About 1 us each.
 */
import { Pair, addPair, divideNumbers, mulPair, mulPairNumber, productError, twoSum } from './accurate-math.ts';

import { quickCos, quickSin } from './quick-math.ts';

/** Half of pi in pieces of 30 bits: their products with a whole number below 2**23 are exact. */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100454804363e-11;
const HALF_PI_3 = 5.17018297889025e-19;
const HALF_PI_4 = 2.903855969209193e-28;
const HALF_PI = new Pair(1.5707963267948966, 6.123233995736766e-17);

/** Above this the reduction uses the binary digits of 2 / pi. */
const SMALL_LIMIT = 6000000;

/** 2 / pi * 2**1200. */
const TWO_OVER_PI = BigInt(
  '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee88235f5' +
    '2ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d75' +
    '27bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b',
);
const TWO_OVER_PI_BITS = 1200;

/** An angle as quadrant * pi / 2 + rest, |rest| at most a little over pi / 4. */
interface Reduced {
  readonly quadrant: number;
  readonly rest: Pair;
}

function reduce(x: number): Reduced {
  if (Math.abs(x) > SMALL_LIMIT) return reduceLarge(x);
  const count = Math.round(x / HALF_PI_1);
  let rest = twoSum(x, -count * HALF_PI_1);
  rest = addPair(rest, new Pair(-count * HALF_PI_2, 0));
  rest = addPair(rest, twoSum(-count * HALF_PI_3, -count * HALF_PI_4));
  return { quadrant: count & 3, rest };
}

function reduceLarge(x: number): Reduced {
  // BigInt of a float is exact; only multiples above 2**-30 come here, so 30 bits of fraction suffice.
  // Above 2**60 every float is whole.
  const fixed = BigInt(Math.abs(x) < 2 ** 60 ? Math.abs(x) * 2 ** 30 : Math.abs(x));
  const fractionBits = BigInt(TWO_OVER_PI_BITS + (Math.abs(x) < 2 ** 60 ? 30 : 0));
  const turns = fixed * TWO_OVER_PI;
  let quadrant = Number((turns >> fractionBits) & 3n);
  // A fixed-point fraction of 160 bits, so that cancellation near a multiple still leaves a full pair.
  let fraction = BigInt.asUintN(Number(fractionBits), turns) >> (fractionBits - 180n);
  if (fraction >> 179n === 1n) {
    fraction -= 1n << 180n;
    quadrant++;
  }
  const high = Number(fraction);
  const low = Number(fraction - BigInt(high));
  let rest = mulPair(new Pair(high * 2 ** -180, low * 2 ** -180), HALF_PI);
  if (x < 0) {
    quadrant = -quadrant;
    rest = new Pair(-rest.hi, -rest.lo);
  }
  return { quadrant: quadrant & 3, rest };
}

/** Series are summed up to this term, and in pairs up to the other; what is later is too small for that. */
const LAST_TERM = 13;
const LAST_PAIR_TERM = 8;
/** (-1)**n / (2n + 1)! and (-1)**n / (2n)!; factorials are exact doubles up to 22!, which covers the pairs. */
const SIN_TERMS: readonly Pair[] = seriesTerms(1);
const COS_TERMS: readonly Pair[] = seriesTerms(0);

function seriesTerms(offset: number): readonly Pair[] {
  const terms: Pair[] = [];
  let factorial = 1;
  for (let n = 0; n <= LAST_TERM; n++) {
    if (n > 0) factorial *= (2 * n + offset) * (2 * n + offset - 1);
    terms.push(divideNumbers(n % 2 === 0 ? 1 : -1, factorial));
  }
  return terms;
}

function series(terms: readonly Pair[], square: Pair): Pair {
  let tail = terms[LAST_TERM]!.hi;
  for (let n = LAST_TERM - 1; n > LAST_PAIR_TERM; n--) tail = tail * square.hi + terms[n]!.hi;
  let sum = addPair(terms[LAST_PAIR_TERM]!, new Pair(tail * square.hi, 0));
  for (let n = LAST_PAIR_TERM - 1; n >= 0; n--) sum = addPair(mulPair(sum, square), terms[n]!);
  return sum;
}

function sinOfRest(rest: Pair): Pair {
  return mulPair(series(SIN_TERMS, mulPair(rest, rest)), rest);
}

function cosOfRest(rest: Pair): Pair {
  return series(COS_TERMS, mulPair(rest, rest));
}

function negated(pair: Pair): Pair {
  return new Pair(-pair.hi, -pair.lo);
}

function sinPair(reduced: Reduced): Pair {
  const size = (reduced.quadrant & 1) === 0 ? sinOfRest(reduced.rest) : cosOfRest(reduced.rest);
  return reduced.quadrant >= 2 ? negated(size) : size;
}

function cosPair(reduced: Reduced): Pair {
  const size = (reduced.quadrant & 1) === 0 ? cosOfRest(reduced.rest) : sinOfRest(reduced.rest);
  return reduced.quadrant === 1 || reduced.quadrant === 2 ? negated(size) : size;
}

function dividePairs(a: Pair, b: Pair): number {
  const quotient = a.hi / b.hi;
  const product = quotient * b.hi;
  const rest = a.hi - product - productError(quotient, b.hi, product) + a.lo - quotient * b.lo;
  return quotient + rest / b.hi;
}

/** Below this, sin x, tan x, asin x and atan x round to x. */
const TINY = 7e-9;

/** Returns sin(x); NaN for what is not finite. */
export function accurateSin(x: number): number {
  if (x - x !== 0) return NaN;
  if (Math.abs(x) < TINY) return x;
  const quick = quickSin(x);
  if (quick === quick) return quick;
  const sine = sinPair(reduce(x));
  return sine.hi + sine.lo;
}

/** Returns cos(x); NaN for what is not finite. */
export function accurateCos(x: number): number {
  if (x - x !== 0) return NaN;
  const quick = quickCos(x);
  if (quick === quick) return quick;
  const cosine = cosPair(reduce(x));
  return cosine.hi + cosine.lo;
}

/** Returns tan(x); NaN for what is not finite. */
export function accurateTan(x: number): number {
  if (x - x !== 0) return NaN;
  if (Math.abs(x) < TINY) return x;
  const reduced = reduce(x);
  return dividePairs(sinPair(reduced), cosPair(reduced));
}

/** Returns atan2(y, x). */
export function accurateAtan2(y: number, x: number): number {
  const rough = Math.atan2(y, x);
  if (y === 0 || x === 0 || x - x !== 0 || y - y !== 0) return rough;
  const size = Math.max(Math.abs(x), Math.abs(y));
  const scale = size > 1e150 ? 2 ** -600 : size < 1e-150 ? 2 ** 600 : 1;
  if (Math.abs(y) < Math.abs(x) * 1e-140) return x > 0 ? y / x : rough;
  if (Math.abs(x) < Math.abs(y) * 1e-140) return rough;
  const top = y * scale;
  const base = x * scale;
  // Turn the vector back by the estimate; what is left over is the correction.
  const reduced = reduce(rough);
  const sine = sinPair(reduced);
  const cosine = cosPair(reduced);
  const across = addPair(mulPairNumber(cosine, top), negated(mulPairNumber(sine, base)));
  const along = base * cosine.hi + top * sine.hi;
  return rough + (across.hi + across.lo) / along;
}

/** Returns atan(x). */
export function accurateAtan(x: number): number {
  if (Math.abs(x) < TINY) return x;
  return accurateAtan2(x, 1);
}

/** Returns asin(x); NaN outside -1 to 1. */
export function accurateAsin(x: number): number {
  if (Math.abs(x) < TINY) return x;
  const rough = Math.asin(x);
  if (!(Math.abs(x) < 1)) return rough;
  const reduced = reduce(rough);
  const sine = sinPair(reduced);
  return rough + (x - sine.hi - sine.lo) / cosPair(reduced).hi;
}

/** Returns acos(x); NaN outside -1 to 1. */
export function accurateAcos(x: number): number {
  const rough = Math.acos(x);
  if (!(Math.abs(x) < 1)) return rough;
  const reduced = reduce(rough);
  const cosine = cosPair(reduced);
  return rough + (cosine.hi - x + cosine.lo) / sinPair(reduced).hi;
}
