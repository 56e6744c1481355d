/**
 * `int`: operators and methods. Exact ints are JavaScript numbers and bigints; instances of subclasses are PyIntObject, and behave as
 * their value. The number paths come first in each operator; bigints are charged before they are computed with (int-charge.ts).
 */
import { argumentTypeName } from './str-arguments.ts';
import type { Interp } from './interp.ts';
import { str as strOf } from './conversion.ts';
import type { TypeSpec } from './native.ts';
import { bound, noArgs, oneArg, someArgs } from './native.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import { PyBytes } from './scalar-payload.ts';
import { argumentKind, indexArgument, sizeArgument, truthArgument } from './argument.ts';
import { FROM_BYTES_KIND, intFromBytes } from './int-from-bytes.ts';
import { chargeGrowth } from './growth.ts';
import { chargeInt } from './int-charge.ts';
import { INT_NEW_KIND, INT_RESULT_KIND, intNew, newInt } from './int-new.ts';
import { intSizeOf } from './int-size.ts';
import { FLOAT_RESULT_KIND, INDEX_FLOAT_KIND, floatOfInt } from './float-conversion.ts';
import { formatInt } from './format.ts';
import { raiseFailure, typeError, zeroDivision } from './raise.ts';
import { asInt, asStr } from './unwrap.ts';
import { POW_MOD_KIND, powMod } from './int-pow-mod.ts';
import { newTuple } from './tuple.ts';
import { Failure } from '../base/failure.ts';
import {
  ZERO_DIVISION,
  absInt,
  addInt,
  andInt,
  bitCount,
  bitLength,
  floorDivInt,
  invertInt,
  lshiftInt,
  modInt,
  mulInt,
  negInt,
  orInt,
  powInt,
  roundInt,
  rshiftInt,
  subInt,
  trueDivInt,
  xorInt,
} from '../numeric/int-arith.ts';
import { powFloat } from '../numeric/float-arith.ts';
import { hashInt } from '../numeric/hash.ts';
import { BYTE_ORDER_MESSAGE, intToBytes } from '../numeric/int-bytes.ts';
import { intToDecimal } from '../numeric/int-text.ts';

type R = Value | undefined;
type Int = number | bigint;

function valueOf(v: Value): Int {
  return asInt(v)!;
}

// Operators. Operands may be anything on either side: what is no int is left to the other operand.

function add(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if ((typeof x === 'bigint' || typeof y === 'bigint') && !chargeInt(I, 'add', x, y)) return undefined;
  return addInt(x, y);
}

function subtract(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if ((typeof x === 'bigint' || typeof y === 'bigint') && !chargeInt(I, 'add', x, y)) return undefined;
  return subInt(x, y);
}

function multiply(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if ((typeof x === 'bigint' || typeof y === 'bigint') && !chargeInt(I, 'mul', x, y)) return undefined;
  return mulInt(x, y);
}

function floorDivide(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if (y === 0) return zeroDivision(I, ZERO_DIVISION.intFloorDiv);
  if ((typeof x === 'bigint' || typeof y === 'bigint') && !chargeInt(I, 'div', x, y)) return undefined;
  return floorDivInt(x, y);
}

function modulo(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if (y === 0) return zeroDivision(I, ZERO_DIVISION.intMod);
  if ((typeof x === 'bigint' || typeof y === 'bigint') && !chargeInt(I, 'div', x, y)) return undefined;
  return modInt(x, y);
}

function trueDivide(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if (y === 0) return zeroDivision(I, ZERO_DIVISION.intTrueDiv);
  if ((typeof x === 'bigint' || typeof y === 'bigint') && !chargeInt(I, 'div', x, y)) return undefined;
  const quotient = trueDivInt(x, y);
  return quotient instanceof Failure ? raiseFailure(I, quotient) : new PyFloat(quotient);
}

function power(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if (y < 0) return negativePower(I, x, y);
  if ((typeof x === 'bigint' || typeof y === 'bigint' || y > 52) && !chargeInt(I, 'pow', x, y)) return undefined;
  const result = powInt(x, y);
  return result instanceof Failure ? raiseFailure(I, result) : result;
}

function negativePower(I: Interp, x: Int, y: Int): R {
  const base = floatOfInt(I, x);
  if (base === undefined) return undefined;
  const exponent = floatOfInt(I, y);
  if (exponent === undefined) return undefined;
  const result = powFloat(base, exponent);
  return result instanceof Failure ? raiseFailure(I, result) : new PyFloat(result);
}

function powerModulo(I: Interp, a: Value, b: Value, m: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  const z = asInt(m);
  if (x === undefined || y === undefined || z === undefined) return I.NotImplemented;
  return powMod(I, x, y, z);
}

function leftShift(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if ((typeof x === 'bigint' || y > 64) && y >= 0 && x !== 0 && !chargeInt(I, 'lshift', x, y)) return undefined;
  const result = lshiftInt(x, y);
  return result instanceof Failure ? raiseFailure(I, result) : result;
}

function rightShift(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if (typeof x === 'bigint' && !chargeInt(I, 'rshift', x, y)) return undefined;
  const result = rshiftInt(x, y);
  return result instanceof Failure ? raiseFailure(I, result) : result;
}

function and(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if ((typeof x === 'bigint' || typeof y === 'bigint') && !chargeInt(I, 'bitwise', x, y)) return undefined;
  return andInt(x, y);
}

function or(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if ((typeof x === 'bigint' || typeof y === 'bigint') && !chargeInt(I, 'bitwise', x, y)) return undefined;
  return orInt(x, y);
}

function xor(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if ((typeof x === 'bigint' || typeof y === 'bigint') && !chargeInt(I, 'bitwise', x, y)) return undefined;
  return xorInt(x, y);
}

function divMod(I: Interp, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  const quotient = floorDivide(I, x, y);
  if (quotient === undefined) return undefined;
  const rest = modulo(I, x, y);
  return rest === undefined ? undefined : newTuple(I, [quotient, rest]);
}

function negate(I: Interp, v: Value): R {
  const x = valueOf(v);
  return typeof x === 'bigint' && !chargeInt(I, 'add', x, 0) ? undefined : negInt(x);
}

function absolute(I: Interp, v: Value): R {
  const x = valueOf(v);
  return typeof x === 'bigint' && !chargeInt(I, 'add', x, 0) ? undefined : absInt(x);
}

function invert(I: Interp, v: Value): R {
  const x = valueOf(v);
  return typeof x === 'bigint' && !chargeInt(I, 'add', x, 1) ? undefined : invertInt(x);
}

function compareInts(I: Interp, op: number, a: Value, b: Value): R {
  const x = asInt(a);
  const y = asInt(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  switch (op) {
    case 0:
      return x < y;
    case 1:
      return x <= y;
    case 2:
      return x === y;
    case 3:
      return x !== y;
    case 4:
      return x > y;
    default:
      return x >= y;
  }
}

/** Returns `str(n)`. @raises ValueError (Python) if it has more digits than `sys.set_int_max_str_digits` allows. */
export function intText(I: Interp, n: Int): string | undefined {
  if (typeof n === 'number') return String(n);
  if (!chargeInt(I, 'toDecimal', n, 0)) return undefined;
  const text = intToDecimal(n, I.maxIntDigits);
  return text instanceof Failure ? raiseFailure(I, text) : text;
}

// Methods.

const ROUND_KIND = argumentKind('int.__round__.arguments', round);
function round(I: Interp, self: Value, args: any[]): R {
  const value = valueOf(self);
  if (args.length === 0) return value;
  const digits = indexArgument(I, ROUND_KIND, self, args, 0);
  if (digits === undefined) return undefined;
  if (digits < 0 && typeof value === 'bigint' && !chargeInt(I, 'div', value, value)) return undefined;
  return roundInt(value, digits);
}

const TO_BYTES_KIND = argumentKind('int.to_bytes.arguments', toBytes);
function toBytes(I: Interp, self: Value, args: any[]): R {
  const length = sizeArgument(I, TO_BYTES_KIND, self, args, 0);
  if (length === undefined) return undefined;
  const order = asStr(args[1]);
  if (order === undefined)
    return typeError(I, `to_bytes() argument 'byteorder' must be str, not ${argumentTypeName(I, args[1])}`);
  const signed = truthArgument(I, TO_BYTES_KIND, self, args, 2);
  if (signed === undefined) return undefined;
  if (order !== 'little' && order !== 'big') return raiseFailure(I, new Failure('ValueError', BYTE_ORDER_MESSAGE));
  if (length > 0 && !chargeGrowth(I, length)) return undefined;
  I.ticks -= length > 0 ? length >> 6 : 0;
  const bytes = intToBytes(valueOf(self), length, order === 'little', signed);
  return bytes instanceof Failure ? raiseFailure(I, bytes) : new PyBytes(I.types.bytes, bytes);
}

function exact(_I: Interp, self: Value): R {
  return valueOf(self);
}

function format(I: Interp, self: Value, spec: Value): R {
  const text = asStr(spec);
  if (text === undefined) return typeError(I, `__format__() argument must be str, not ${argumentTypeName(I, spec)}`);
  // An instance of a subclass without a specification is shown by its own str().
  if (text === '' && typeof self === 'object') return strOf(I, self);
  return formatInt(I, valueOf(self), text, 'int');
}

export const INT_SPEC: TypeSpec = {
  name: 'int',
  matchSelf: true,
  doc:
    'int([x]) -> integer\nint(x, base=10) -> integer\n\nConvert a number, string or bytes to an integer. Without arguments: 0. ' +
    'Numbers are truncated towards zero.',
  slots: {
    new: intNew,
    repr: (I, v) => intText(I, valueOf(v)),
    hash: (_I, v) => hashInt(valueOf(v)),
    compare: compareInts,
    bool: (_I, v) => valueOf(v) !== 0,
    index: (_I, v) => valueOf(v),
    int: exact,
    float: (I, v) => {
      const x = floatOfInt(I, valueOf(v));
      return x === undefined ? undefined : new PyFloat(x);
    },
    neg: negate,
    pos: exact,
    abs: absolute,
    invert,
    pow3: powerModulo,
    sizeOf: (I, v) => intSizeOf(I, valueOf(v)),
  },
  binary: {
    '+': add,
    '-': subtract,
    '*': multiply,
    '//': floorDivide,
    '%': modulo,
    '/': trueDivide,
    '**': power,
    '<<': leftShift,
    '>>': rightShift,
    '&': and,
    '|': or,
    '^': xor,
  },
  methods: {
    conjugate: noArgs(exact, 'Returns self, the complex conjugate of any int.'),
    bit_length: noArgs((_I, self) => bitLength(valueOf(self)), 'Number of bits necessary to represent self in binary.'),
    bit_count: noArgs(
      (_I, self) => bitCount(valueOf(self)),
      'Number of ones in the binary representation of the absolute value of self.',
    ),
    to_bytes: bound(
      "length=1, byteorder='big', *, signed=False",
      toBytes,
      'Return an array of bytes representing an integer.',
    ),
    as_integer_ratio: noArgs((I, self) => newTuple(I, [valueOf(self), 1]), 'Return the pair (int(self), 1).'),
    __divmod__: oneArg((I, self, other) => divMod(I, self, other), 'Return divmod(self, value).'),
    __rdivmod__: oneArg((I, self, other) => divMod(I, other, self), 'Return divmod(value, self).'),
    __trunc__: noArgs(exact, 'Truncating an int returns itself.'),
    __floor__: noArgs(exact, 'The floor of an int is itself.'),
    __ceil__: noArgs(exact, 'The ceiling of an int is itself.'),
    __round__: someArgs(0, 1, round, 'Rounding an int with ndigits < 0 rounds to a multiple of a power of ten.'),
    __getnewargs__: noArgs((I, self) => newTuple(I, [valueOf(self)])),
    __format__: oneArg(format, 'Format the int as the format specification says.'),
  },
  classMethods: {
    from_bytes: bound(
      "bytes, byteorder='big', *, signed=False",
      intFromBytes,
      'Return the integer represented by the given bytes.',
    ),
  },
  getset: {
    real: { get: exact, doc: 'the real part of a complex number' },
    imag: { get: () => 0, doc: 'the imaginary part of a complex number' },
    numerator: { get: exact, doc: 'the numerator of a rational number in lowest terms' },
    denominator: { get: () => 1, doc: 'the denominator of a rational number in lowest terms' },
  },
  allocate: (I, cls) => newInt(I, cls, 0),
  kinds: [
    POW_MOD_KIND,
    INT_NEW_KIND,
    INT_RESULT_KIND,
    FLOAT_RESULT_KIND,
    INDEX_FLOAT_KIND,
    ROUND_KIND,
    TO_BYTES_KIND,
    FROM_BYTES_KIND,
  ],
};
