/** Built-in functions on numbers: abs, bin, chr, divmod, hex, oct, ord, pow, round. */
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec } from '../objects/native.ts';
import { bound, oneArg, twoArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyFloat } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { binaryByMethods, binaryOp, index, powerModulo, unaryOp } from '../objects/protocol.ts';
import { callUnbound0, callUnbound1, lookupSpecial } from '../objects/call-special.ts';
import { chargeInt } from '../objects/int-charge.ts';
import { chargeText } from '../objects/text-charge.ts';
import { overflowError, raiseFailure, typeError, valueError } from '../objects/raise.ts';
import { typeName } from '../objects/type-of.ts';
import { newTuple } from '../objects/tuple.ts';
import { asBytes, asBuffer, asStr } from '../objects/unwrap.ts';
import { PyByteArray } from '../objects/scalar-payload.ts';
import { Failure } from '../base/failure.ts';
import { decimalDigitsAtMost, floorDivInt, modInt } from '../numeric/int-arith.ts';
import { roundToInt } from '../numeric/float-arith.ts';
import { intWithPrefix } from '../numeric/int-text.ts';
import { pointLength } from '../text/code-points.ts';

type R = Value | undefined;

const POWER = 8;

function abs(I: Interp, _module: Value, v: Value): R {
  if (typeof v === 'number') return v < 0 ? -v : v;
  return unaryOp(I, 'abs', v);
}

/** `bin`, `hex` and `oct`. */
function prefixed(base: 2 | 8 | 16, doc: string): NativeSpec {
  return oneArg((I, _module, v) => {
    const entry = I.frame;
    const n = index(I, v);
    return n === undefined ? I.then(entry, PREFIXED_KIND, [undefined, base]) : withPrefix(I, n, base);
  }, doc);
}

/** r = [delivered int, base]. */
const PREFIXED_KIND = new NativeKind('builtins.prefixed', (I: Interp, f: Frame) => withPrefix(I, f.r[0], f.r[1]));

function withPrefix(I: Interp, n: number | bigint, base: 2 | 8 | 16): R {
  if (typeof n === 'bigint') {
    if (!chargeInt(I, 'toPowerOfTwoText', n, 0) || !chargeText(I, decimalDigitsAtMost(n) * 3.4)) return undefined;
  }
  return intWithPrefix(n, base);
}

function chr(I: Interp, _module: Value, v: Value): R {
  const entry = I.frame;
  const n = index(I, v);
  return n === undefined ? I.then(entry, CHR_KIND, [undefined]) : character(I, n);
}

/** r = [delivered int]. */
const CHR_KIND = new NativeKind('builtins.chr', (I: Interp, f: Frame) => character(I, f.r[0]));

function character(I: Interp, n: number | bigint): R {
  if (n >= 0 && n <= 0x10ffff) return String.fromCodePoint(n as number);
  if (n > 0x7fffffff || n < -0x80000000) return overflowError(I, 'Python int too large to convert to C int');
  return valueError(I, 'chr() arg not in range(0x110000)');
}

function ord(I: Interp, _module: Value, v: Value): R {
  const text = asStr(v);
  let length: number;
  if (text !== undefined) {
    length = text.length;
    if (length === 1) return text.charCodeAt(0);
    if (length === 2 && text.codePointAt(0)! > 0xffff) return text.codePointAt(0)!;
    length = pointLength(text);
  } else {
    const data = v instanceof PyByteArray ? asBuffer(v) : asBytes(v);
    if (data === undefined) return typeError(I, `ord() expected string of length 1, but ${typeName(I, v)} found`);
    if (data.length === 1) return data[0]!;
    length = data.length;
  }
  return typeError(I, `ord() expected a character, but string of length ${length} found`);
}

function divMod(I: Interp, _module: Value, a: Value, b: Value): R {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0) return newTuple(I, [floorDivInt(a, b), modInt(a, b)]);
  return binaryByMethods(I, a, b, '__divmod__', '__rdivmod__', 'divmod()');
}

function pow(I: Interp, _module: Value, args: any[]): R {
  return args[2] === null ? binaryOp(I, POWER, args[0], args[1]) : powerModulo(I, args[0], args[1], args[2]);
}

function round(I: Interp, _module: Value, args: any[]): R {
  const [v, digits] = args as [Value, Value];
  if (digits === null) {
    if (typeof v === 'number') return v;
    if (v instanceof PyFloat) {
      const n = roundToInt(v.value);
      return n instanceof Failure ? raiseFailure(I, n) : n;
    }
  }
  const method = lookupSpecial(I, v, '__round__');
  if (method === undefined) return typeError(I, `type ${typeName(I, v)} doesn't define __round__ method`);
  return digits === null ? callUnbound0(I, method, v) : callUnbound1(I, method, v, digits);
}

export const NUMBER_FUNCTIONS: Readonly<Record<string, NativeSpec>> = {
  abs: oneArg(abs, 'Return the absolute value of the argument.'),
  bin: prefixed(2, 'Return the binary representation of an integer.'),
  hex: prefixed(16, 'Return the hexadecimal representation of an integer.'),
  oct: prefixed(8, 'Return the octal representation of an integer.'),
  chr: oneArg(chr, 'Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.'),
  ord: oneArg(ord, 'Return the Unicode code point for a one-character string.'),
  divmod: twoArgs(divMod, 'Return the tuple (x//y, x%y).'),
  pow: bound(
    'base, exp, mod=None',
    pow,
    'Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments.',
  ),
  round: bound('number, ndigits=None', round, 'Round a number to a given precision in decimal digits.'),
};

export const NUMBER_KINDS: readonly NativeKind[] = [PREFIXED_KIND, CHR_KIND];
