/** float.hex() and float.fromhex(). */
import type { Failure } from '../base/failure.ts';
import { overflowFailure, valueFailure } from '../base/failure.ts';
import { bitLength, scaleBig } from './int-arith.ts';
import { decomposeFloat, isAsciiSpace, parseFloatOrUndefined, reprFloat } from './float-text.ts';

/** Returns float.hex(value). */
export function floatToHex(value: number): string {
  if (value - value !== 0) return reprFloat(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return sign + '0x0.0p+0';
  const { mantissa, exponent } = decomposeFloat(Math.abs(value));
  const isNormal = mantissa >= 4503599627370496;
  const fraction = (isNormal ? mantissa - 4503599627370496 : mantissa).toString(16).padStart(13, '0');
  const power = exponent + 52;
  return `${sign}0x${isNormal ? 1 : 0}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

const HEX_FLOAT = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

/** Returns float.fromhex(text), or why not. */
export function floatFromHex(text: string): number | Failure {
  let start = 0;
  let stop = text.length;
  while (start < stop && isAsciiSpace(text.charCodeAt(start))) start++;
  while (stop > start && isAsciiSpace(text.charCodeAt(stop - 1))) stop--;
  const stripped = text.slice(start, stop);
  if (/^[+-]?(?:inf|nan)/i.test(stripped)) {
    const word = parseFloatOrUndefined(stripped);
    return word ?? invalidHex();
  }
  const match = HEX_FLOAT.exec(stripped);
  if (match === null) return invalidHex();
  const whole = match[2]!;
  const fraction = match[3] ?? '';
  const digits = whole + fraction;
  if (digits === '') return invalidHex();
  const negative = match[1] === '-';
  const mantissa = BigInt('0x' + digits);
  if (mantissa === 0n) return negative ? -0 : 0;
  const exponent = Number(match[4] ?? '0') - 4 * fraction.length;
  if (exponent > 1024) return tooLarge();
  if (exponent + bitLength(mantissa) < -1200) return negative ? -0 : 0;
  const value = scaleBig(mantissa, exponent);
  if (value === Infinity) return tooLarge();
  return negative ? -value : value;
}

function invalidHex(): Failure {
  return valueFailure('invalid hexadecimal floating-point string');
}

function tooLarge(): Failure {
  return overflowFailure('hexadecimal value too large to represent as a float');
}
