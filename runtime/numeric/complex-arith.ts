/**
 * Arithmetic on Python complex numbers, given and returned as pairs of numbers; text both ways.
 *
 * Addition and subtraction go part by part and are not repeated here. Mixed operands are converted
 * by the caller. The methods (Smith's division, whole powers by squaring up to 100) are CPython's,
 * because their rounding shows in the results.
 */
import { Failure, overflowFailure, valueFailure, zeroDivisionFailure } from '../base/failure.ts';
import { reprStr } from '../text/repr.ts';
import { accurateExp, accurateHypot, accurateLog } from './accurate-math.ts';
import { accurateAtan2, accurateCos, accurateSin } from './accurate-trigonometry.ts';
import { powFloat } from './float-arith.ts';
import { layoutFloat } from './float-format.ts';
import { parseFloatOrUndefined, toAsciiNumber } from './float-text.ts';
import { ZERO_DIVISION } from './int-arith.ts';

/** The parts of a complex number. */
export interface ComplexParts {
  readonly re: number;
  readonly im: number;
}

function parts(re: number, im: number): ComplexParts {
  return { re, im };
}

/** Returns a * b. */
export function mulComplex(a: ComplexParts, b: ComplexParts): ComplexParts {
  return parts(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);
}

/** Returns a / b, or why not. */
export function divComplex(a: ComplexParts, b: ComplexParts): ComplexParts | Failure {
  const sizeRe = Math.abs(b.re);
  const sizeIm = Math.abs(b.im);
  if (sizeRe >= sizeIm) {
    if (sizeRe === 0) return zeroDivisionFailure(ZERO_DIVISION.complexDiv);
    const ratio = b.im / b.re;
    const divisor = b.re + b.im * ratio;
    return parts((a.re + a.im * ratio) / divisor, (a.im - a.re * ratio) / divisor);
  }
  if (sizeIm >= sizeRe) {
    const ratio = b.re / b.im;
    const divisor = b.re * ratio + b.im;
    return parts((a.re * ratio + a.im) / divisor, (a.im * ratio - a.re) / divisor);
  }
  return parts(NaN, NaN);
}

/** Returns a ** b, or why not. */
export function powComplex(a: ComplexParts, b: ComplexParts): ComplexParts | Failure {
  const isSmallWhole = b.im === 0 && b.re === Math.floor(b.re) && Math.abs(b.re) <= 100;
  const result = isSmallWhole ? wholePower(a, b.re) : generalPower(a, b);
  if (result instanceof Failure) return result;
  if (Math.abs(result.re) === Infinity || Math.abs(result.im) === Infinity)
    return overflowFailure('complex exponentiation');
  return result;
}

function wholePower(a: ComplexParts, exponent: number): ComplexParts | Failure {
  let result = parts(1, 0);
  let square = a;
  const count = Math.abs(exponent);
  for (let bit = 1; count >= bit; bit *= 2) {
    if (count & bit) result = mulComplex(result, square);
    square = mulComplex(square, square);
  }
  if (exponent > 0) return result;
  const inverse = divComplex(parts(1, 0), result);
  return inverse instanceof Failure ? zeroDivisionFailure(ZERO_DIVISION.complexNegativePower) : inverse;
}

function generalPower(a: ComplexParts, b: ComplexParts): ComplexParts | Failure {
  if (b.re === 0 && b.im === 0) return parts(1, 0);
  if (a.re === 0 && a.im === 0) {
    return b.im !== 0 || b.re < 0 ? zeroDivisionFailure(ZERO_DIVISION.complexNegativePower) : parts(0, 0);
  }
  const size = accurateHypot(a.re, a.im);
  const power = powFloat(size, b.re);
  let length = power instanceof Failure ? Infinity : power;
  const angle = accurateAtan2(a.im, a.re);
  let phase = angle * b.re;
  if (b.im !== 0) {
    length /= accurateExp(angle * b.im);
    phase += b.im * accurateLog(size);
  }
  // CPython's C library reports the sine of an infinity as a domain error, which it then reads so.
  if (Math.abs(phase) === Infinity) return zeroDivisionFailure(ZERO_DIVISION.complexNegativePower);
  return parts(length * accurateCos(phase), length * accurateSin(phase));
}

/** Returns abs(a), or why not. */
export function absComplex(a: ComplexParts): number | Failure {
  const size = accurateHypot(a.re, a.im);
  const isFinite = a.re - a.re === 0 && a.im - a.im === 0;
  return size === Infinity && isFinite ? overflowFailure('absolute value too large') : size;
}

/** Returns repr(a). */
export function reprComplex(a: ComplexParts): string {
  const im = layoutFloat(a.im, 'r', 0, 0);
  if (Object.is(a.re, 0)) return im + 'j';
  return `(${layoutFloat(a.re, 'r', 0, 0)}${im.startsWith('-') ? '' : '+'}${im}j)`;
}

const NUMBER = String.raw`(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)`;
const COMPLEX = new RegExp(`^(?:([+-]?${NUMBER})(?:([+-]${NUMBER}?)j)?|([+-]?${NUMBER}?)j)$`, 'i');

/** Returns complex(text), or why not. */
export function parseComplexText(text: string): ComplexParts | Failure {
  let inner = toAsciiNumber(text);
  if (inner.includes('_')) {
    const joined = inner.replace(/(\d)_(?=\d)/g, '$1');
    if (joined.includes('_')) return valueFailure('could not convert string to complex: ' + reprStr(text));
    inner = joined;
  }
  if (inner.startsWith('(') && inner.endsWith(')')) inner = toAsciiNumber(inner.slice(1, -1));
  const match = COMPLEX.exec(inner);
  if (match === null) return valueFailure('complex() arg is a malformed string');
  if (match[3] !== undefined) return parts(0, partOf(match[3]));
  return parts(partOf(match[1]!), match[2] === undefined ? 0 : partOf(match[2]));
}

/** A part may be a sign alone, or nothing, in front of the j. */
function partOf(text: string): number {
  if (text === '' || text === '+') return 1;
  return text === '-' ? -1 : parseFloatOrUndefined(text)!;
}
