/**
 * `float`: operators and methods. Exact floats are PyFloat, instances of subclasses PyFloatObject. The operators take ints too, since
 * `int` declines floats: `1 + 0.5` ends up here with the operands in source order.
 */
import { argumentTypeName } from './str-arguments.ts';
import type { Interp } from './interp.ts';
import { str as strOf } from './conversion.ts';
import type { TypeSpec } from './native.ts';
import { noArgs, oneArg, someArgs } from './native.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { argumentKind, indexArgument } from './argument.ts';
import { newComplex } from './complex-new.ts';
import { floatOfInt } from './float-conversion.ts';
import { FLOAT_NEW_KIND, floatNew, newFloat } from './float-new.ts';
import { formatFloat } from './format.ts';
import { intOfFloat } from './int-new.ts';
import { raiseFailure, typeError, valueError, zeroDivision } from './raise.ts';
import { asFloat, asInt, asStr } from './unwrap.ts';
import { newTuple } from './tuple.ts';
import { Failure } from '../base/failure.ts';
import { powComplex } from '../numeric/complex-arith.ts';
import {
  ceilToInt,
  floorDivFloat,
  floorToInt,
  modFloat,
  powFloat,
  powNeedsComplex,
  roundToInt,
} from '../numeric/float-arith.ts';
import { floatFromHex, floatToHex } from '../numeric/float-hex.ts';
import { floatIntegerRatio, isIntegerFloat, reprFloat, roundFloat } from '../numeric/float-text.ts';
import { hashFloat } from '../numeric/hash.ts';
import { ZERO_DIVISION } from '../numeric/int-arith.ts';

type R = Value | undefined;

function valueOf(v: Value): number {
  return (v as PyFloat).value;
}

/** An operand as a float; undefined if it is no real number, or (I.exc set) an int too large. */
function real(I: Interp, v: Value): number | undefined {
  if (typeof v === 'number') return v;
  const x = asFloat(v);
  if (x !== undefined) return x;
  const n = asInt(v);
  return n === undefined ? undefined : floatOfInt(I, n);
}

/** What an operator answers when `real` gave undefined. */
function declined(I: Interp): R {
  return I.exc === null ? I.NotImplemented : undefined;
}

function add(I: Interp, a: Value, b: Value): R {
  const x = real(I, a);
  if (x === undefined) return declined(I);
  const y = real(I, b);
  return y === undefined ? declined(I) : new PyFloat(x + y);
}

function subtract(I: Interp, a: Value, b: Value): R {
  const x = real(I, a);
  if (x === undefined) return declined(I);
  const y = real(I, b);
  return y === undefined ? declined(I) : new PyFloat(x - y);
}

function multiply(I: Interp, a: Value, b: Value): R {
  const x = real(I, a);
  if (x === undefined) return declined(I);
  const y = real(I, b);
  return y === undefined ? declined(I) : new PyFloat(x * y);
}

function trueDivide(I: Interp, a: Value, b: Value): R {
  const x = real(I, a);
  if (x === undefined) return declined(I);
  const y = real(I, b);
  if (y === undefined) return declined(I);
  return y === 0 ? zeroDivision(I, ZERO_DIVISION.floatTrueDiv) : new PyFloat(x / y);
}

function floorDivide(I: Interp, a: Value, b: Value): R {
  const x = real(I, a);
  if (x === undefined) return declined(I);
  const y = real(I, b);
  if (y === undefined) return declined(I);
  return y === 0 ? zeroDivision(I, ZERO_DIVISION.floatFloorDiv) : new PyFloat(floorDivFloat(x, y));
}

function modulo(I: Interp, a: Value, b: Value): R {
  const x = real(I, a);
  if (x === undefined) return declined(I);
  const y = real(I, b);
  if (y === undefined) return declined(I);
  return y === 0 ? zeroDivision(I, ZERO_DIVISION.floatMod) : new PyFloat(modFloat(x, y));
}

function divMod(I: Interp, a: Value, b: Value): R {
  const x = real(I, a);
  if (x === undefined) return declined(I);
  const y = real(I, b);
  if (y === undefined) return declined(I);
  if (y === 0) return zeroDivision(I, ZERO_DIVISION.floatDivMod);
  return newTuple(I, [new PyFloat(floorDivFloat(x, y)), new PyFloat(modFloat(x, y))]);
}

function power(I: Interp, a: Value, b: Value): R {
  const x = real(I, a);
  if (x === undefined) return declined(I);
  const y = real(I, b);
  if (y === undefined) return declined(I);
  if (powNeedsComplex(x, y)) {
    const z = powComplex({ re: x, im: 0 }, { re: y, im: 0 });
    return z instanceof Failure ? raiseFailure(I, z) : newComplex(I, I.types.complex, z.re, z.im);
  }
  const result = powFloat(x, y);
  return result instanceof Failure ? raiseFailure(I, result) : new PyFloat(result);
}

function powerModulo(I: Interp, a: Value, b: Value): R {
  // Declines what is no number at all, so that the operator's own error is raised.
  for (const v of [a, b]) if (asFloat(v) === undefined && asInt(v) === undefined) return I.NotImplemented;
  return typeError(I, 'pow() 3rd argument not allowed unless all arguments are integers');
}

function compareFloats(I: Interp, op: number, a: Value, b: Value): R {
  // The host compares a number with a bigint by exact value, as Python does.
  const x = asFloat(a) ?? asInt(a);
  const y = asFloat(b) ?? asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  switch (op) {
    case 0:
      return x < y;
    case 1:
      return x <= y;
    case 2:
      return x == y;
    case 3:
      return x != y;
    case 4:
      return x > y;
    default:
      return x >= y;
  }
}

function hashOf(I: Interp, v: Value): number | bigint {
  const x = valueOf(v);
  return hashFloat(x, x === x ? 0 : I.idOf(v));
}

// Methods.

function whole(convert: (value: number) => number | bigint | Failure): (I: Interp, self: Value) => R {
  return (I, self) => {
    const n = convert(valueOf(self));
    return n instanceof Failure ? raiseFailure(I, n) : n;
  };
}

const ROUND_KIND = argumentKind('float.__round__.arguments', round);
function round(I: Interp, self: Value, args: any[]): R {
  const value = valueOf(self);
  if (args.length === 0 || args[0] === null) {
    const n = roundToInt(value);
    return n instanceof Failure ? raiseFailure(I, n) : n;
  }
  const digits = indexArgument(I, ROUND_KIND, self, args, 0);
  if (digits === undefined) return undefined;
  const result = roundFloat(value, digits);
  return result instanceof Failure ? raiseFailure(I, result) : new PyFloat(result);
}

function fromHex(I: Interp, cls: PyType, text: Value): R {
  const source = asStr(text);
  if (source === undefined) return typeError(I, 'bad argument type for built-in operation');
  I.ticks -= source.length >> 4;
  const value = floatFromHex(source);
  if (value instanceof Failure) return raiseFailure(I, value);
  return cls === I.types.float ? new PyFloat(value) : I.call(cls, [new PyFloat(value)], null);
}

function integerRatio(I: Interp, self: Value): R {
  const ratio = floatIntegerRatio(valueOf(self));
  return ratio instanceof Failure ? raiseFailure(I, ratio) : newTuple(I, [ratio[0], ratio[1]]);
}

function format(I: Interp, self: Value, spec: Value): R {
  const text = asStr(spec);
  if (text === undefined) return typeError(I, `__format__() argument must be str, not ${argumentTypeName(I, spec)}`);
  return text === '' ? strOf(I, self) : formatFloat(I, valueOf(self), text);
}

function getFormat(I: Interp, _cls: PyType, kind: Value): R {
  const text = asStr(kind);
  if (text === undefined) return typeError(I, `__getformat__() argument must be str, not ${argumentTypeName(I, kind)}`);
  if (text !== 'double' && text !== 'float')
    return valueError(I, "__getformat__() argument 1 must be 'double' or 'float'");
  return 'IEEE, little-endian';
}

function exact(_I: Interp, self: Value): R {
  return self instanceof PyFloat ? self : new PyFloat(valueOf(self));
}

export const FLOAT_SPEC: TypeSpec = {
  name: 'float',
  matchSelf: true,
  doc: 'Convert a string or number to a floating point number, if possible.',
  slots: {
    new: floatNew,
    repr: (_I, v) => reprFloat(valueOf(v)),
    hash: hashOf,
    compare: compareFloats,
    bool: (_I, v) => valueOf(v) !== 0,
    int: (I, v) => intOfFloat(I, valueOf(v)),
    float: exact,
    neg: (_I, v) => new PyFloat(-valueOf(v)),
    pos: exact,
    abs: (_I, v) => new PyFloat(Math.abs(valueOf(v))),
    pow3: powerModulo,
    sizeOf: (I) => 8 + 2 * I.memory.pointerBytes,
  },
  binary: { '+': add, '-': subtract, '*': multiply, '/': trueDivide, '//': floorDivide, '%': modulo, '**': power },
  methods: {
    conjugate: noArgs(exact, 'Return self, the complex conjugate of any float.'),
    hex: noArgs(
      (_I, self) => floatToHex(valueOf(self)),
      'Return a hexadecimal representation of a floating-point number.',
    ),
    is_integer: noArgs((_I, self) => isIntegerFloat(valueOf(self)), 'Return True if the float is an integer.'),
    as_integer_ratio: noArgs(integerRatio, 'Return integer ratio.'),
    __divmod__: oneArg((I, self, other) => divMod(I, self, other), 'Return divmod(self, value).'),
    __rdivmod__: oneArg((I, self, other) => divMod(I, other, self), 'Return divmod(value, self).'),
    __trunc__: noArgs((I, self) => intOfFloat(I, valueOf(self)), 'Return the Integral closest to x between 0 and x.'),
    __floor__: noArgs(whole(floorToInt), 'Return the floor as an Integral.'),
    __ceil__: noArgs(whole(ceilToInt), 'Return the ceiling as an Integral.'),
    __round__: someArgs(0, 1, round, 'Return the Integral closest to x, rounding half toward even.'),
    __getnewargs__: noArgs((I, self) => newTuple(I, [new PyFloat(valueOf(self))])),
    __format__: oneArg(format, 'Formats the float according to format_spec.'),
  },
  classMethods: {
    fromhex: oneArg(fromHex, 'Create a floating-point number from a hexadecimal string.'),
    __getformat__: oneArg(getFormat, 'You probably do not want to use this function.'),
  },
  getset: {
    real: { get: exact, doc: 'the real part of a complex number' },
    imag: { get: () => new PyFloat(0), doc: 'the imaginary part of a complex number' },
  },
  allocate: (I, cls) => newFloat(I, cls, 0),
  kinds: [FLOAT_NEW_KIND, ROUND_KIND],
};
