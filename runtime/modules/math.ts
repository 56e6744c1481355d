/**
 * `math`. Functions that a C library computes in CPython come from `numeric/`, where they give the same digits on every host; their errors
 * follow CPython's rules: NaN from a number is a domain error, an infinity from a finite number a range error (or domain, at poles).
 */
import type { Interp } from '../objects/interp.ts';
import type { ModuleSpec, NativeSpec } from '../objects/native.ts';
import { bound, oneArg, someArgs, twoArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyFloat } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { argumentKind, floatArgument } from '../objects/argument.ts';
import { callUnbound0, lookupSpecial } from '../objects/call-special.ts';
import { toFloat } from '../objects/float-conversion.ts';
import { overflowError, raiseFailure, typeError, valueError, zeroDivision } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { typeName } from '../objects/type-of.ts';
import { asInt } from '../objects/unwrap.ts';
import { MATH_INTEGER_FUNCTIONS, MATH_INTEGER_KINDS } from './math-integers.ts';
import { MATH_SUM_FUNCTIONS, MATH_SUM_KINDS } from './math-sums.ts';
import { Failure } from '../base/failure.ts';
import { accurateExp, accurateLog } from '../numeric/accurate-math.ts';
import {
  accurateAcos,
  accurateAsin,
  accurateAtan,
  accurateAtan2,
  accurateCos,
  accurateSin,
  accurateTan,
} from '../numeric/accurate-trigonometry.ts';
import { erf, erfc } from '../numeric/error-function.ts';
import { ceilToInt, floorToInt, powFloat } from '../numeric/float-arith.ts';
import { frexp, ieeeRemainder, ldexp } from '../numeric/float-parts.ts';
import { gamma, lgamma } from '../numeric/gamma.ts';
import { acosh, asinh, atanh, cosh, expm1, log1p, sinh, tanh } from '../numeric/hyperbolic.ts';
import { bitLength } from '../numeric/int-arith.ts';
import { cbrt, exp2, log10, log2 } from '../numeric/roots-and-logs.ts';
import { nextAfter, ulpOf } from '../numeric/word-split.ts';

type R = Value | undefined;
type Unary = (x: number) => number | Failure;

function domainError(I: Interp): undefined {
  return valueError(I, 'math domain error');
}

function rangeError(I: Interp): undefined {
  return overflowError(I, 'math range error');
}

/** Functions of one float by name; `true` behind those whose infinities are range errors, not poles. */
const UNARY: ReadonlyMap<string, readonly [Unary, boolean, string]> = new Map<
  string,
  readonly [Unary, boolean, string]
>([
  ['acos', [accurateAcos, false, 'Return the arc cosine (measured in radians) of x.']],
  ['acosh', [acosh, false, 'Return the inverse hyperbolic cosine of x.']],
  ['asin', [accurateAsin, false, 'Return the arc sine (measured in radians) of x.']],
  ['asinh', [asinh, false, 'Return the inverse hyperbolic sine of x.']],
  ['atan', [accurateAtan, false, 'Return the arc tangent (measured in radians) of x.']],
  ['atanh', [atanh, false, 'Return the inverse hyperbolic tangent of x.']],
  ['cbrt', [cbrt, false, 'Return the cube root of x.']],
  ['cos', [accurateCos, false, 'Return the cosine of x (measured in radians).']],
  ['cosh', [cosh, true, 'Return the hyperbolic cosine of x.']],
  ['erf', [erf, false, 'Error function at x.']],
  ['erfc', [erfc, false, 'Complementary error function at x.']],
  ['exp', [accurateExp, true, 'Return e raised to the power of x.']],
  ['exp2', [exp2, true, 'Return 2 raised to the power of x.']],
  ['expm1', [expm1, true, 'Return exp(x)-1.']],
  ['fabs', [Math.abs, false, 'Return the absolute value of the float x.']],
  ['gamma', [gamma, true, 'Gamma function at x.']],
  ['lgamma', [lgamma, true, 'Natural logarithm of absolute value of Gamma function at x.']],
  ['log1p', [log1p, false, 'Return the natural logarithm of 1+x (base e).']],
  ['sin', [accurateSin, false, 'Return the sine of x (measured in radians).']],
  ['sinh', [sinh, true, 'Return the hyperbolic sine of x.']],
  ['sqrt', [Math.sqrt, false, 'Return the square root of x.']],
  ['tan', [accurateTan, false, 'Return the tangent of x (measured in radians).']],
  ['tanh', [tanh, false, 'Return the hyperbolic tangent of x.']],
]);

function finishUnary(I: Interp, compute: Unary, canOverflow: boolean, x: number): R {
  const y = compute(x);
  if (y instanceof Failure) return raiseFailure(I, y);
  if (y !== y && x === x) return domainError(I);
  if (y - y !== 0 && y === y && x - x === 0) return canOverflow ? rangeError(I) : domainError(I);
  return new PyFloat(y);
}

/** r = [delivered PyFloat, name of the function]. */
const UNARY_KIND = new NativeKind('math.unary', (I: Interp, f: Frame) => {
  const [compute, canOverflow] = UNARY.get(f.r[1])!;
  return finishUnary(I, compute, canOverflow, f.r[0].value);
});

function unary(name: string): NativeSpec {
  const [compute, canOverflow, doc] = UNARY.get(name)!;
  return oneArg((I, _module, v) => {
    if (typeof v === 'number') return finishUnary(I, compute, canOverflow, v);
    if (v instanceof PyFloat) return finishUnary(I, compute, canOverflow, v.value);
    const entry = I.frame;
    const x = toFloat(I, v);
    return x === undefined
      ? I.then(entry, UNARY_KIND, [undefined, name])
      : finishUnary(I, compute, canOverflow, x.value);
  }, doc);
}

const KINDS: NativeKind[] = [UNARY_KIND, ...MATH_INTEGER_KINDS, ...MATH_SUM_KINDS];

/** A function of floats whose result is any value; arguments are converted first. */
function floats(name: string, count: 1 | 2, compute: (I: Interp, x: number, y: number) => R, doc: string): NativeSpec {
  const kind = argumentKind(`math.${name}.arguments`, run);
  KINDS.push(kind);
  function run(I: Interp, module: Value, args: any[]): R {
    const x = floatArgument(I, kind, module, args, 0);
    if (x === undefined) return undefined;
    const y = count === 1 ? 0 : floatArgument(I, kind, module, args, 1);
    return y === undefined ? undefined : compute(I, x, y);
  }
  return count === 1 ? oneArg((I, m, v) => run(I, m, [v]), doc) : twoArgs((I, m, a, b) => run(I, m, [a, b]), doc);
}

// Logarithms take ints of any size.

function logOf(
  I: Interp,
  v: Value,
  log: (x: number) => number,
  kind: NativeKind,
  module: Value,
  args: any[],
  at: number,
): number | undefined {
  const n = asInt(v);
  if (typeof n === 'bigint') {
    if (n < 0n) return domainError(I);
    const x = Number(n);
    if (x < Infinity) return log(x);
    // Beyond floats: log(x) = log(m) + e * log(2).
    const shift = bitLength(n) - 64;
    const mantissa = Number(n >> BigInt(shift)) / 2 ** 64;
    I.ticks -= shift >> 11;
    return log(mantissa) + log(2) * (shift + 64);
  }
  const x = n === undefined ? floatArgument(I, kind, module, args, at) : n;
  if (x === undefined) return undefined;
  if (x === x && !(x > 0)) return domainError(I);
  return log(x);
}

const LOG_KIND = argumentKind('math.log.arguments', logarithm);
KINDS.push(LOG_KIND);
function logarithm(I: Interp, module: Value, args: any[]): R {
  if (args.length < 1 || args.length > 2) return typeError(I, 'math.log requires 1 to 2 arguments');
  const x = logOf(I, args[0], accurateLog, LOG_KIND, module, args, 0);
  if (x === undefined) return undefined;
  if (args.length === 1) return new PyFloat(x);
  const base = logOf(I, args[1], accurateLog, LOG_KIND, module, args, 1);
  if (base === undefined) return undefined;
  return base === 0 ? zeroDivision(I, 'float division by zero') : new PyFloat(x / base);
}

function logBase(name: string, log: (x: number) => number, doc: string): NativeSpec {
  const kind = argumentKind(`math.${name}.arguments`, run);
  KINDS.push(kind);
  function run(I: Interp, module: Value, args: any[]): R {
    const x = logOf(I, args[0], log, kind, module, args, 0);
    return x === undefined ? undefined : new PyFloat(x);
  }
  return oneArg((I, m, v) => run(I, m, [v]), doc);
}

// ceil, floor, trunc ask the object first.

function rounding(method: string, convert: (x: number) => number | bigint | Failure, doc: string): NativeSpec {
  const kind = new NativeKind(`math.${method.slice(2, -2)}`, (I: Interp, f: Frame) => whole(I, convert(f.r[0].value)));
  KINDS.push(kind);
  return oneArg((I, _module, v) => {
    if (v instanceof PyFloat) return whole(I, convert(v.value));
    if (typeof v === 'number') return v;
    const fn = lookupSpecial(I, v, method);
    if (fn !== undefined) return callUnbound0(I, fn, v);
    const entry = I.frame;
    const x = toFloat(I, v);
    return x === undefined ? I.then(entry, kind, [undefined]) : whole(I, convert(x.value));
  }, doc);
}

function whole(I: Interp, n: number | bigint | Failure): R {
  return n instanceof Failure ? raiseFailure(I, n) : n;
}

function truncate(I: Interp, _module: Value, v: Value): R {
  const fn = lookupSpecial(I, v, '__trunc__');
  return fn === undefined
    ? typeError(I, `type ${typeName(I, v)} doesn't define __trunc__ method`)
    : callUnbound0(I, fn, v);
}

function pow(I: Interp, x: number, y: number): R {
  if (x === 1 || y === 0) return new PyFloat(1);
  if (x === 0 && y < 0) return y === -Infinity ? new PyFloat(Infinity) : domainError(I);
  if (x < 0 && x !== -Infinity && y - y === 0 && y !== Math.floor(y)) return domainError(I);
  const result = powFloat(x, y);
  return result instanceof Failure ? rangeError(I) : new PyFloat(result);
}

function fmod(I: Interp, x: number, y: number): R {
  if (x !== x || y !== y) return new PyFloat(NaN);
  if (y === 0 || Math.abs(x) === Infinity) return domainError(I);
  return new PyFloat(x % y);
}

function remainder(I: Interp, x: number, y: number): R {
  if (x !== x || y !== y) return new PyFloat(NaN);
  if (y === 0 || Math.abs(x) === Infinity) return domainError(I);
  return new PyFloat(ieeeRemainder(x, y));
}

const LDEXP_KIND = argumentKind('math.ldexp.arguments', scale);
KINDS.push(LDEXP_KIND);
function scale(I: Interp, module: Value, args: any[]): R {
  const x = floatArgument(I, LDEXP_KIND, module, args, 0);
  if (x === undefined) return undefined;
  const power = asInt(args[1]);
  if (power === undefined) return typeError(I, 'Expected an int as second argument to ldexp.');
  const result = ldexp(x, Math.max(-1e9, Math.min(1e9, Number(power))));
  return result - result !== 0 && x - x === 0 ? rangeError(I) : new PyFloat(result);
}

function modf(I: Interp, x: number): R {
  if (Math.abs(x) === Infinity) return newTuple(I, [new PyFloat(x < 0 ? -0 : 0), new PyFloat(x)]);
  if (x !== x) return newTuple(I, [new PyFloat(x), new PyFloat(x)]);
  const integral = Math.trunc(x);
  const fraction = x - integral;
  const isNegative = x < 0 || Object.is(x, -0);
  return newTuple(I, [new PyFloat(fraction === 0 && isNegative ? -0 : fraction), new PyFloat(integral)]);
}

const IS_CLOSE_KIND = argumentKind('math.isclose.arguments', isClose);
KINDS.push(IS_CLOSE_KIND);
function isClose(I: Interp, module: Value, args: any[]): R {
  const given = args.slice();
  if (given[2] === undefined) given[2] = new PyFloat(1e-9);
  const a = floatArgument(I, IS_CLOSE_KIND, module, given, 0);
  if (a === undefined) return undefined;
  const b = floatArgument(I, IS_CLOSE_KIND, module, given, 1);
  if (b === undefined) return undefined;
  const relative = floatArgument(I, IS_CLOSE_KIND, module, given, 2);
  if (relative === undefined) return undefined;
  const absolute = floatArgument(I, IS_CLOSE_KIND, module, given, 3);
  if (absolute === undefined) return undefined;
  if (relative < 0 || absolute < 0) return valueError(I, 'tolerances must be non-negative');
  if (a === b) return true;
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return false;
  const difference = Math.abs(b - a);
  return difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute;
}

const functions: Record<string, NativeSpec> = {
  ...MATH_INTEGER_FUNCTIONS,
  ...MATH_SUM_FUNCTIONS,
  atan2: floats(
    'atan2',
    2,
    (_I, y, x) => new PyFloat(accurateAtan2(y, x)),
    'Return the arc tangent (measured in radians) of y/x.',
  ),
  ceil: rounding('__ceil__', ceilToInt, 'Return the ceiling of x as an Integral.'),
  copysign: floats(
    'copysign',
    2,
    (_I, x, y) => new PyFloat(y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x)),
    'Return a float with the magnitude of x but the sign of y.',
  ),
  degrees: floats(
    'degrees',
    1,
    (_I, x) => new PyFloat(x * (180 / Math.PI)),
    'Convert angle x from radians to degrees.',
  ),
  floor: rounding('__floor__', floorToInt, 'Return the floor of x as an Integral.'),
  fmod: floats('fmod', 2, fmod, 'Return fmod(x, y), according to platform C.'),
  frexp: floats(
    'frexp',
    1,
    (I, x) => {
      const { mantissa, exponent } = frexp(x);
      return newTuple(I, [new PyFloat(mantissa), exponent]);
    },
    'Return the mantissa and exponent of x, as pair (m, e).',
  ),
  isclose: bound(
    'a, b, *, rel_tol=<missing>, abs_tol=0',
    isClose,
    'Determine whether two floating point numbers are close in value.',
  ),
  isfinite: floats('isfinite', 1, (_I, x) => x - x === 0, 'Return True if x is neither an infinity nor a NaN.'),
  isinf: floats(
    'isinf',
    1,
    (_I, x) => Math.abs(x) === Infinity,
    'Return True if x is a positive or negative infinity.',
  ),
  isnan: floats('isnan', 1, (_I, x) => x !== x, 'Return True if x is a NaN (not a number).'),
  ldexp: twoArgs((I, m, x, i) => scale(I, m, [x, i]), 'Return x * (2**i).'),
  log: someArgs(0, -1, logarithm, 'Return the logarithm of x to the given base (default e).'),
  log2: logBase('log2', log2, 'Return the base 2 logarithm of x.'),
  log10: logBase('log10', log10, 'Return the base 10 logarithm of x.'),
  modf: floats('modf', 1, (I, x) => modf(I, x), 'Return the fractional and integer parts of x.'),
  nextafter: floats(
    'nextafter',
    2,
    (_I, x, y) => new PyFloat(nextAfter(x, y)),
    'Return the next floating-point value after x towards y.',
  ),
  pow: floats('pow', 2, pow, 'Return x**y (x to the power of y).'),
  radians: floats(
    'radians',
    1,
    (_I, x) => new PyFloat(x * (Math.PI / 180)),
    'Convert angle x from degrees to radians.',
  ),
  remainder: floats('remainder', 2, remainder, 'Difference between x and the closest integer multiple of y.'),
  trunc: oneArg(truncate, 'Truncates the Real x to the nearest Integral toward 0.'),
  ulp: floats(
    'ulp',
    1,
    (_I, x) => new PyFloat(ulpOf(x)),
    'Return the value of the least significant bit of the float x.',
  ),
};
for (const name of UNARY.keys()) functions[name] = unary(name);

export const MATH_SPEC: ModuleSpec = {
  name: 'math',
  doc: 'This module provides access to the mathematical functions\ndefined by the C standard.',
  functions,
  setup: (I, module) => {
    const constants: readonly (readonly [string, number])[] = [
      ['pi', Math.PI],
      ['e', Math.E],
      ['tau', 2 * Math.PI],
      ['inf', Infinity],
      ['nan', NaN],
    ];
    for (const [name, value] of constants) module.dict.setStr(I, name, new PyFloat(value));
  },
  kinds: KINDS,
};
