/**
 * expm1, log1p and the hyperbolic functions, the same on every host.
 *
 * The methods and their order of operations are those of the C library that CPython runs on most machines (the classic rational
 * approximations of Sun's fdlibm, sums of polynomials by halves), because their last bits show in results. Errors stay below one unit
 * in the last place.
 */
import { accurateExp, accurateLog } from './accurate-math.ts';
import { highWord } from './word-split.ts';

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const LN2 = 6.93147180559945286227e-1;

const Q1 = -3.33333333333331316428e-2;
const Q2 = 1.58730158725481460165e-3;
const Q3 = -7.93650757867487942473e-5;
const Q4 = 4.00821782732936239552e-6;
const Q5 = -2.01099218183624371326e-7;

/** Returns value * 2**power; the power is at most 1024. */
function timesPowerOfTwo(value: number, power: number): number {
  return power === 1024 ? value * 2 * 2 ** 1023 : value * 2 ** power;
}

/** Returns exp(x) - 1; Infinity if too large. */
export function expm1(x: number): number {
  if (x !== x || x === Infinity) return x;
  const size = Math.abs(x);
  if (x <= -38.816242) return -1;
  if (x > 709.782712893384) return Infinity;
  if (size < 5.551115123125783e-17) return x;
  let power = 0;
  let rest = x;
  let correction = 0;
  if (size > 0.34657359027997264) {
    let high: number;
    let low: number;
    if (size < 1.0397207708399179) {
      power = x > 0 ? 1 : -1;
      high = x - power * LN2_HIGH;
      low = power * LN2_LOW;
    } else {
      power = Math.trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5));
      high = x - power * LN2_HIGH;
      low = power * LN2_LOW;
    }
    rest = high - low;
    correction = high - rest - low;
  }
  const half = 0.5 * rest;
  const square = rest * half;
  const r1 = 1 + square * Q1;
  const square2 = square * square;
  const r2 = Q2 + square * Q3;
  const r3 = Q4 + square * Q5;
  const sum = r1 + square2 * r2 + square2 * square2 * r3;
  let t = 3 - sum * half;
  let e = square * ((sum - t) / (6 - rest * t));
  if (power === 0) return rest - (rest * e - square);
  e = rest * (e - correction) - correction;
  e -= square;
  if (power === -1) return 0.5 * (rest - e) - 0.5;
  if (power === 1) return rest < -0.25 ? -2 * (e - (rest + 0.5)) : 1 + 2 * (rest - e);
  if (power <= -2 || power > 56) return timesPowerOfTwo(1 - (e - rest), power) - 1;
  if (power < 20) {
    t = 1 - 2 ** -power;
    return timesPowerOfTwo(t - (e - rest), power);
  }
  t = 2 ** -power;
  return timesPowerOfTwo(rest - (e + t) + 1, power);
}

const L1 = 6.66666666666673513e-1;
const L2 = 3.999999999940941908e-1;
const L3 = 2.857142874366239149e-1;
const L4 = 2.222219843214978396e-1;
const L5 = 1.818357216161805012e-1;
const L6 = 1.531383769920937332e-1;
const L7 = 1.479819860511658591e-1;

/** Returns log(1 + x); NaN below -1, -Infinity at -1. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const size = Math.abs(x);
  if (size < 1.862645149230957e-9) return size < 5.551115123125783e-17 ? x : x - x * x * 0.5;
  let power = 1;
  let correction = 0;
  let f = x;
  let high = 1;
  if (x <= -0.2929 || x >= 0.41422) {
    let u: number;
    if (size < 9007199254740992) {
      u = 1 + x;
      power = (highWord(u) >> 20) - 1023;
      correction = power > 0 ? 1 - (u - x) : x - (u - 1);
      correction /= u;
    } else {
      u = x;
      power = (highWord(u) >> 20) - 1023;
    }
    const mantissa = highWord(u) & 0xfffff;
    // The mantissa in [sqrt(1/2), sqrt(2)).
    if (mantissa < 0x6a09e) {
      u *= 2 ** -power;
      high = mantissa;
    } else {
      u *= 2 ** -(power + 1);
      power += 1;
      high = (0x100000 - mantissa) >> 2;
    }
    f = u - 1;
  } else power = 0;
  const halfSquare = 0.5 * f * f;
  if (high === 0 && Math.abs(f) < 9.5367431640625e-7) {
    if (f === 0) return power === 0 ? 0 : power * LN2_HIGH + (correction + power * LN2_LOW);
    const r = halfSquare * (1 - 0.66666666666666666 * f);
    if (power === 0) return f - r;
    return power * LN2_HIGH - (r - (power * LN2_LOW + correction) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r1 = z * L1;
  const z2 = z * z;
  const r2 = L2 + z * L3;
  const z4 = z2 * z2;
  const r3 = L4 + z * L5;
  const z6 = z4 * z2;
  const r4 = L6 + z * L7;
  const r = r1 + z2 * r2 + z4 * r3 + z6 * r4;
  if (power === 0) return f - (halfSquare - s * (halfSquare + r));
  return power * LN2_HIGH - (halfSquare - (s * (halfSquare + r) + (power * LN2_LOW + correction)) - f);
}

/** Above it exp(x) / 2 overflows on the way, though the result may not. */
const LOG_MAX = 709.782712893384;
/** From here on exp(-x) no longer matters beside exp(x). */
const LARGE = 22;

/** Returns sinh(x), infinite if too large. */
export function sinh(x: number): number {
  if (x - x !== 0) return x;
  const size = Math.abs(x);
  const half = x < 0 ? -0.5 : 0.5;
  if (size < LARGE) {
    if (size < 3.725290298461914e-9) return x;
    const t = expm1(size);
    return size < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
  }
  return large(size, half);
}

function large(size: number, half: number): number {
  if (size <= LOG_MAX) return half * accurateExp(size);
  if (size > 710.4758600739439) return half * Infinity;
  const root = accurateExp(0.5 * size);
  return half * root * root;
}

/** Returns cosh(x), infinite if too large. */
export function cosh(x: number): number {
  if (x - x !== 0) return Math.abs(x);
  const size = Math.abs(x);
  if (size >= LARGE) return large(size, 0.5);
  if (size < 0.34657359027997264) {
    if (size < 2.7755575615628914e-17) return 1;
    const t = expm1(size);
    const w = 1 + t;
    return 1 + (t * t) / (w + w);
  }
  const t = accurateExp(size);
  return 0.5 * t + 0.5 / t;
}

/** Returns tanh(x). */
export function tanh(x: number): number {
  if (x !== x) return x;
  const size = Math.abs(x);
  let result: number;
  if (size < LARGE) {
    if (size < 2.7755575615628914e-17) return x;
    if (size >= 1) result = 1 - 2 / (expm1(2 * size) + 2);
    else {
      const t = expm1(-2 * size);
      result = -t / (t + 2);
    }
  } else result = 1;
  return x < 0 ? -result : result;
}

/** Returns asinh(x). */
export function asinh(x: number): number {
  if (x - x !== 0) return x;
  const size = Math.abs(x);
  if (size < 3.725290298461914e-9) return x;
  let result: number;
  if (size > 268435456) result = accurateLog(size) + LN2;
  else if (size > 2) result = accurateLog(2 * size + 1 / (Math.sqrt(size * size + 1) + size));
  else {
    const t = size * size;
    result = log1p(size + t / (1 + Math.sqrt(1 + t)));
  }
  return x < 0 ? -result : result;
}

/** Returns acosh(x); NaN below 1. */
export function acosh(x: number): number {
  if (!(x >= 1)) return NaN;
  if (x > 268435456) return x === Infinity ? x : accurateLog(x) + LN2;
  if (x === 1) return 0;
  if (x > 2) {
    const t = x * x;
    return accurateLog(2 * x - 1 / (x + Math.sqrt(t - 1)));
  }
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

/** Returns atanh(x); NaN beyond 1 in size, infinite at 1. */
export function atanh(x: number): number {
  const size = Math.abs(x);
  if (!(size < 1)) return size === 1 ? x / 0 : NaN;
  if (size < 3.725290298461914e-9) return x;
  const t = size + size;
  const result = size < 0.5 ? 0.5 * log1p(t + (t * size) / (1 - size)) : 0.5 * log1p(t / (1 - size));
  return x < 0 ? -result : result;
}
