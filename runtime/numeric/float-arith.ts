/**
 * Arithmetic on Python floats (plain numbers here), and exact dealings between ints and floats.
 *
 * `+ - * /` are the host's own and not repeated here. The functions that divide require a divisor
 * other than zero: the caller raises ZeroDivisionError with the messages of `ZERO_DIVISION`.
 */
import type { Failure } from '../base/failure.ts';
import { overflowFailure, valueFailure, zeroDivisionFailure } from '../base/failure.ts';
import { MAX_SAFE, ZERO_DIVISION, normalizeBig } from './int-arith.ts';
import type { IntValue } from './int-arith.ts';
import { accuratePow } from './accurate-math.ts';

/** Returns a % b with the sign of b (of b also for a zero result). Requires b != 0. */
export function modFloat(a: number, b: number): number {
  const rest = a % b;
  if (rest !== 0) return rest < 0 !== b < 0 && rest === rest ? rest + b : rest;
  return b < 0 ? -0 : 0;
}

/** Returns a // b. Requires b != 0. */
export function floorDivFloat(a: number, b: number): number {
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && rest < 0 !== b < 0 && rest === rest) {
    rest += b;
    quotient -= 1;
  }
  if (quotient === 0) {
    // A zero with the sign of the true quotient.
    return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  }
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** Tells whether a ** b is complex: a finite negative base and a finite exponent that is not integral. */
export function powNeedsComplex(a: number, b: number): boolean {
  return a < 0 && a !== -Infinity && b !== Math.floor(b) && b - b === 0;
}

/** Returns a ** b, or why not. Requires `powNeedsComplex(a, b)` to be false. */
export function powFloat(a: number, b: number): number | Failure {
  if (b === 0 || a === 1) return 1;
  if (a === -1 && (b === Infinity || b === -Infinity)) return 1;
  if (a === 0 && b < 0 && b !== -Infinity) return zeroDivisionFailure(ZERO_DIVISION.floatNegativePower);
  if (a - a !== 0 || b - b !== 0 || a === 0) return Math.pow(a, b);
  const result = accuratePow(a, b);
  return result === Infinity || result === -Infinity ? floatRangeFailure() : result;
}

/** The failure of a float operation whose result is too large: the text of `(34, '...')`. */
export function floatRangeFailure(): Failure {
  return overflowFailure("(34, 'Numerical result out of range')");
}

/** Returns float(value): nearest, half to even; or why not. */
export function intToFloat(value: IntValue): number | Failure {
  if (typeof value === 'number') return value;
  const result = Number(value);
  return result === Infinity || result === -Infinity ? overflowFailure('int too large to convert to float') : result;
}

/** Returns int(value): exact, toward zero; or why not. */
export function floatToInt(value: number): IntValue | Failure {
  const whole = Math.trunc(value) + 0;
  if (whole >= -MAX_SAFE && whole <= MAX_SAFE) return whole;
  return wholeFloatToInt(whole);
}

/** Returns a float without a fraction as an int, or why not. */
export function wholeFloatToInt(value: number): IntValue | Failure {
  if (value !== value) return valueFailure('cannot convert float NaN to integer');
  if (value === Infinity || value === -Infinity) return overflowFailure('cannot convert float infinity to integer');
  return normalizeBig(BigInt(value));
}

/** Returns math.floor(value), or why not. */
export function floorToInt(value: number): IntValue | Failure {
  return wholeFloatToInt(Math.floor(value));
}

/** Returns math.ceil(value), or why not. */
export function ceilToInt(value: number): IntValue | Failure {
  return wholeFloatToInt(Math.ceil(value));
}

/** Returns round(value): half to even; or why not. */
export function roundToInt(value: number): IntValue | Failure {
  return wholeFloatToInt(roundHalfEven(value));
}

/** Returns the whole number nearest to `value`, half to even. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * Compares an int with a float by exact value: -1, 0 or 1, and NaN if the float is not a number
 * (so that every ordering of the result with 0 is false).
 */
export function compareIntFloat(a: IntValue, b: number): number {
  // The host compares a bigint with a number by exact value too, and a safe int is a number.
  if (a < b) return -1;
  if (a > b) return 1;
  return b === b ? 0 : NaN;
}

/** Tells whether an int equals a float by exact value. */
export function equalIntFloat(a: IntValue, b: number): boolean {
  return typeof a === 'number' ? a === b : a == (b as unknown as bigint);
}

/** Returns divmod(a, b) on floats. Requires b != 0. */
export function divModFloat(a: number, b: number): { quotient: number; remainder: number } {
  return { quotient: floorDivFloat(a, b), remainder: modFloat(a, b) };
}
