/**
 * sin, cos, exp and log in the common case: five times faster than in `accurate-*.ts`, and the same result.
 *
 * Each computes hi + lo with the leading terms in two doubles and the rest in one, knows how wrong that may be, and answers only if every
 * value within that error rounds to the same double (Ziv's test). Otherwise it answers NaN, and the caller takes the accurate way: for
 * about one argument in fifty. Scalars throughout: no objects are made.
 */

/** 2**27 + 1: splits a double into two halves of 26 bits. */
const SPLITTER = 134217729;

/** The rounding error of the product of a and b. */
function lost(a: number, b: number, product: number): number {
  const splitA = SPLITTER * a;
  const highA = splitA - (splitA - a);
  const lowA = a - highA;
  const splitB = SPLITTER * b;
  const highB = splitB - (splitB - b);
  const lowB = b - highB;
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

/** hi + lo if that rounds the same for any lo within `error`, else NaN. */
function settled(hi: number, lo: number, error: number): number {
  const result = hi + (lo + error);
  return result === hi + (lo - error) ? result : NaN;
}

const TWO_OVER_PI = 0.6366197723675814;
// Half of pi in pieces of 30 bits: their products with a whole number below 2**22 are exact.
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100454804363e-11;
const HALF_PI_3 = 5.17018297889025e-19;
const HALF_PI_4 = 2.903855969209193e-28;
/** Beyond this the reduction would need more care. */
const LARGEST_ANGLE = 100000;

const SIXTH = 1 / 6;
/** 1/6 - SIXTH. */
const SIXTH_LOW = 9.25185853854297e-18;

/** sin of r + low, |r| at most a little over pi / 4. */
function sinNear(r: number, low: number): number {
  const z = r * r;
  const zLow = lost(r, r, z);
  const cube = r * z;
  const cubeLow = lost(r, z, cube) + r * zLow;
  const third = cube * SIXTH;
  const thirdLow = lost(cube, SIXTH, third) + cube * SIXTH_LOW + cubeLow * SIXTH;
  const rest =
    cube *
    z *
    (1 / 120 -
      z *
        (1 / 5040 -
          z *
            (1 / 362880 -
              z *
                (1 / 39916800 -
                  z *
                    (1 / 6227020800 - z * (1 / 1307674368000 - z * (1 / 355687428096000 - z / 121645100408832000)))))));
  const sum = r - third;
  const tail = r - sum - third - thirdLow + rest + low * (1 - z * (0.5 - z / 24));
  return settled(sum, tail, Math.abs(rest) * 8.9e-16 + Math.abs(r) * 1.1e-19);
}

/** cos of r + low. */
function cosNear(r: number, low: number): number {
  const z = r * r;
  const zLow = lost(r, r, z);
  const half = 0.5 * z;
  const rest =
    z *
    z *
    (1 / 24 -
      z *
        (1 / 720 -
          z *
            (1 / 40320 -
              z *
                (1 / 3628800 -
                  z * (1 / 479001600 - z * (1 / 87178291200 - z * (1 / 20922789888000 - z / 6402373705728000)))))));
  const sum = 1 - half;
  const tail = 1 - sum - half - 0.5 * zLow + rest - r * low * (1 - z * (SIXTH - z / 120));
  return settled(sum, tail, rest * 6.7e-16 + 1.1e-19);
}

/** sin (`shift` 0) or cos (`shift` 1) of x. */
function circular(x: number, shift: number): number {
  if (!(x < LARGEST_ANGLE && x > -LARGEST_ANGLE)) return NaN;
  const count = Math.round(x * TWO_OVER_PI);
  const first = x - count * HALF_PI_1;
  const second = count * HALF_PI_2;
  const difference = first - second;
  const part = difference - first;
  const error = first - (difference - part) - (second + part);
  const third = error - count * HALF_PI_3 - count * HALF_PI_4;
  const r = difference + third;
  // So near a multiple of pi / 2 the pieces are not enough.
  if (count !== 0 && r < 1e-6 && r > -1e-6) return NaN;
  const low = difference - r + third;
  switch ((count + shift) & 3) {
    case 0:
      return sinNear(r, low);
    case 1:
      return cosNear(r, low);
    case 2:
      return -sinNear(r, low);
    default:
      return -cosNear(r, low);
  }
}

/** Returns sin(x) as `accurateSin` does, or NaN: undecided. */
export function quickSin(x: number): number {
  return circular(x, 0);
}

/** Returns cos(x) as `accurateCos` does, or NaN: undecided. */
export function quickCos(x: number): number {
  return circular(x, 1);
}

const INVERSE_LN2 = 1.4426950408889634;
// ln 2 in two pieces: the product of the first with an exponent is exact.
const LN2_HIGH = 0.6931471805592082;
const LN2_MIDDLE = 7.371002565166132e-13;
const LN2_LOW = 1.667085920830552e-25;

/** Returns exp(x) as `accurateExp` does, or NaN: undecided. */
export function quickExp(x: number): number {
  if (!(x < 690 && x > -690)) return NaN;
  const count = Math.round(x * INVERSE_LN2);
  const first = x - count * LN2_HIGH;
  const second = count * LN2_MIDDLE;
  const difference = first - second;
  const part = difference - first;
  const error = first - (difference - part) - (second + part) - count * LN2_LOW;
  const r = difference + error;
  const low = difference - r + error;
  const z = r * r;
  const half = 0.5 * z;
  const halfLow = 0.5 * lost(r, r, z);
  const rest =
    z *
    r *
    (SIXTH +
      r *
        (1 / 24 +
          r *
            (1 / 120 +
              r *
                (1 / 720 +
                  r *
                    (1 / 5040 +
                      r *
                        (1 / 40320 +
                          r *
                            (1 / 362880 +
                              r *
                                (1 / 3628800 +
                                  r *
                                    (1 / 39916800 +
                                      r * (1 / 479001600 + r * (1 / 6227020800 + r / 87178291200)))))))))));
  const one = 1 + r;
  const oneLow = 1 - one + r;
  const sum = one + half;
  const tail = one - sum + half + oneLow + halfLow + rest + low * sum;
  return settled(sum, tail, Math.abs(rest) * 8.9e-16 + 1.1e-19) * 2 ** count;
}

/** Returns log(x) as `accurateLog` does, or NaN: undecided. */
export function quickLog(x: number): number {
  if (!(x > 1e-300 && x < 1e300)) return NaN;
  // The power of two that brings x nearest to 1; an estimate that is one off costs accuracy of nothing.
  const count = Math.round(Math.log2(x));
  const m = x * 2 ** -count;
  const f = m - 1;
  const divisor = 2 + f;
  const divisorLow = 2 - divisor + f;
  const s = f / divisor;
  const product = s * divisor;
  const sLow = (f - product - lost(s, divisor, product) - s * divisorLow) / divisor;
  const z = s * s;
  const rest =
    2 *
    s *
    z *
    (1 / 3 +
      z *
        (1 / 5 +
          z *
            (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z / 21)))))))));
  const big = count * LN2_HIGH;
  const twice = 2 * s;
  const sum = big + twice;
  const part = sum - big;
  const sumLow = big - (sum - part) + (twice - part);
  const tail = sumLow + (2 * sLow + rest + count * LN2_MIDDLE);
  return settled(sum, tail, Math.abs(rest) * 8.9e-16 + Math.abs(count) * 2e-28 + Math.abs(sum) * 1.1e-19);
}
