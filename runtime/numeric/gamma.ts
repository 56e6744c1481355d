/**
 * gamma and lgamma by Lanczos' approximation with g = 6.0246... and 13 terms, as CPython computes them (not by the C library), so the
 * results agree to the last bit wherever exp, log and pow do.
 */
import type { Failure } from '../base/failure.ts';
import { overflowFailure, valueFailure } from '../base/failure.ts';
import { accurateExp, accurateLog, accuratePow } from './accurate-math.ts';
import { accurateCos, accurateSin } from './accurate-trigonometry.ts';

const LANCZOS_G = 6.024680040776729583740234375;
const LANCZOS_G_MINUS_HALF = 5.524680040776729583740234375;
const NUMERATOR = [
  23531376880.41075968857200767445163675473484680494, 42919803642.649098768957899047001988850926355848959,
  35711959237.355668049440185451547166705960488635843, 17921034426.03720969991975575445893111267140326539,
  6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
  248874557.86205415651146038641322942321632125127801, 31426415.58540019438061423162831820536287468498764,
  2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
  8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
  2.5066282746310002701649081771338373386264310793408,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];
/** log(pi). */
const LOG_PI = 1.144729885849400174143427351353058711647;

function lanczosSum(x: number): number {
  let top = 0;
  let bottom = 0;
  if (x < 5) {
    for (let i = NUMERATOR.length - 1; i >= 0; i--) {
      top = top * x + NUMERATOR[i]!;
      bottom = bottom * x + DENOMINATOR[i]!;
    }
  } else {
    for (let i = 0; i < NUMERATOR.length; i++) {
      top = top / x + NUMERATOR[i]!;
      bottom = bottom / x + DENOMINATOR[i]!;
    }
  }
  return top / bottom;
}

/** sin(pi * x), accurate near whole numbers. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  let result: number;
  switch (Math.round(2 * y)) {
    case 0:
      result = accurateSin(Math.PI * y);
      break;
    case 1:
      result = accurateCos(Math.PI * (y - 0.5));
      break;
    case 2:
      result = accurateSin(Math.PI * (1 - y));
      break;
    case 3:
      result = -accurateCos(Math.PI * (y - 1.5));
      break;
    default:
      result = accurateSin(Math.PI * (y - 2));
  }
  return x < 0 || Object.is(x, -0) ? -result : result;
}

/** n! as a float for whole n up to 22. */
function smallFactorial(n: number): number {
  let result = 1;
  for (let i = 2; i <= n; i++) result *= i;
  return result;
}

const DOMAIN = valueFailure('math domain error');
const RANGE = overflowFailure('math range error');

/** Returns math.gamma(x), or why not. */
export function gamma(x: number): number | Failure {
  if (x !== x || x === Infinity) return x;
  if (x === -Infinity || x === 0) return DOMAIN;
  if (x === Math.floor(x)) {
    if (x < 0) return DOMAIN;
    if (x <= 23) return smallFactorial(x - 1);
  }
  const size = Math.abs(x);
  if (size < 1e-20) {
    const result = 1 / x;
    return Math.abs(result) === Infinity ? RANGE : result;
  }
  if (size > 200) return x < 0 ? 0 / sinPi(x) : RANGE;
  const y = size + LANCZOS_G_MINUS_HALF;
  // What the addition lost, brought in again at the end.
  let lost: number;
  if (size > LANCZOS_G_MINUS_HALF) lost = y - size - LANCZOS_G_MINUS_HALF;
  else lost = y - LANCZOS_G_MINUS_HALF - size;
  lost = (lost * LANCZOS_G) / y;
  let result: number;
  if (x < 0) {
    result = ((-Math.PI / sinPi(size) / size) * accurateExp(y)) / lanczosSum(size);
    result -= lost * result;
    if (size < 140) result /= accuratePow(y, size - 0.5);
    else {
      const root = accuratePow(y, size / 2 - 0.25);
      result /= root;
      result /= root;
    }
  } else {
    result = lanczosSum(size) / accurateExp(y);
    result += lost * result;
    if (size < 140) result *= accuratePow(y, size - 0.5);
    else {
      const root = accuratePow(y, size / 2 - 0.25);
      result *= root;
      result *= root;
    }
  }
  return Math.abs(result) === Infinity ? RANGE : result;
}

/** Returns math.lgamma(x), or why not. */
export function lgamma(x: number): number | Failure {
  if (x !== x) return x;
  if (x === Infinity || x === -Infinity) return Infinity;
  if (x === Math.floor(x) && x <= 2) return x <= 0 ? DOMAIN : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -accurateLog(size);
  let result = accurateLog(lanczosSum(size)) - LANCZOS_G;
  result += (size - 0.5) * (accurateLog(size + LANCZOS_G - 0.5) - 1);
  if (x < 0) result = LOG_PI - accurateLog(Math.abs(sinPi(size))) - accurateLog(size) - result;
  return Math.abs(result) === Infinity ? RANGE : result;
}
