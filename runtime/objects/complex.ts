/** `complex`: operators and methods. The operators take ints and floats on the other side. */
import { argumentTypeName } from './str-arguments.ts';
import type { Interp } from './interp.ts';
import { str as strOf } from './conversion.ts';
import type { TypeSpec } from './native.ts';
import { noArgs, oneArg } from './native.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import { COMPLEX_NEW_KIND, COMPLEX_RESULT_KIND, complexNew, newComplex } from './complex-new.ts';
import { floatOfInt } from './float-conversion.ts';
import { formatComplex } from './format.ts';
import { raiseFailure, typeError, valueError } from './raise.ts';
import { PyComplex } from './scalar-payload.ts';
import { asFloat, asInt, asStr } from './unwrap.ts';
import { newTuple } from './tuple.ts';
import { Failure } from '../base/failure.ts';
import { absComplex, divComplex, mulComplex, powComplex, reprComplex } from '../numeric/complex-arith.ts';
import type { ComplexParts } from '../numeric/complex-arith.ts';
import { hashComplex } from '../numeric/hash.ts';

export { PyComplex } from './scalar-payload.ts';

type R = Value | undefined;

/** An operand as a complex number; undefined if it is no number, or (I.exc set) an int too large. */
function operand(I: Interp, v: Value): ComplexParts | undefined {
  if (v instanceof PyComplex) return v;
  const x = asFloat(v);
  if (x !== undefined) return { re: x, im: 0 };
  const n = asInt(v);
  if (n === undefined) return undefined;
  const re = floatOfInt(I, n);
  return re === undefined ? undefined : { re, im: 0 };
}

function declined(I: Interp): R {
  return I.exc === null ? I.NotImplemented : undefined;
}

function result(I: Interp, z: ComplexParts | Failure): R {
  return z instanceof Failure ? raiseFailure(I, z) : newComplex(I, I.types.complex, z.re, z.im);
}

function operator(
  compute: (a: ComplexParts, b: ComplexParts) => ComplexParts | Failure,
): (I: Interp, a: Value, b: Value) => R {
  return (I, a, b) => {
    const x = operand(I, a);
    if (x === undefined) return declined(I);
    const y = operand(I, b);
    return y === undefined ? declined(I) : result(I, compute(x, y));
  };
}

function powerModulo(I: Interp, a: Value, b: Value): R {
  for (const v of [a, b])
    if (!(v instanceof PyComplex) && asFloat(v) === undefined && asInt(v) === undefined) return I.NotImplemented;
  return valueError(I, 'complex modulo');
}

function compareComplex(I: Interp, op: number, a: PyComplex, b: Value): R {
  if (op !== 2 && op !== 3) return I.NotImplemented;
  let isEqual: boolean;
  if (b instanceof PyComplex) isEqual = a.re === b.re && a.im === b.im;
  else {
    const x = asFloat(b) ?? asInt(b);
    if (x === undefined) return I.NotImplemented;
    isEqual = a.im === 0 && a.re == x;
  }
  return isEqual === (op === 2);
}

function format(I: Interp, self: PyComplex, spec: Value): R {
  const text = asStr(spec);
  if (text === undefined) return typeError(I, `__format__() argument must be str, not ${argumentTypeName(I, spec)}`);
  return text === '' ? strOf(I, self) : formatComplex(I, self.re, self.im, text);
}

function exact(I: Interp, self: PyComplex): R {
  return self.constructor === PyComplex ? self : newComplex(I, I.types.complex, self.re, self.im);
}

export const COMPLEX_SPEC: TypeSpec = {
  name: 'complex',
  doc:
    'Create a complex number from a real part and an optional imaginary part.\n\n' +
    'This is equivalent to (real + imag*1j) where imag defaults to 0.',
  slots: {
    new: complexNew,
    repr: (_I, v: PyComplex) => reprComplex(v),
    hash: (I, v: PyComplex) => hashComplex(v.re, v.im, v.re === v.re && v.im === v.im ? 0 : I.idOf(v)),
    compare: compareComplex,
    bool: (_I, v: PyComplex) => v.re !== 0 || v.im !== 0,
    neg: (I, v: PyComplex) => newComplex(I, I.types.complex, -v.re, -v.im),
    pos: exact,
    abs: (I, v: PyComplex) => {
      const size = absComplex(v);
      return size instanceof Failure ? raiseFailure(I, size) : new PyFloat(size);
    },
    pow3: powerModulo,
    sizeOf: (I) => 16 + 2 * I.memory.pointerBytes,
  },
  binary: {
    '+': operator((a, b) => ({ re: a.re + b.re, im: a.im + b.im })),
    '-': operator((a, b) => ({ re: a.re - b.re, im: a.im - b.im })),
    '*': operator(mulComplex),
    '/': operator(divComplex),
    '**': operator(powComplex),
  },
  methods: {
    conjugate: noArgs(
      (I, self: PyComplex) => newComplex(I, I.types.complex, self.re, -self.im),
      'Return the complex conjugate of its argument.',
    ),
    __complex__: noArgs(exact, 'Convert this value to exact type complex.'),
    __getnewargs__: noArgs((I, self: PyComplex) => newTuple(I, [new PyFloat(self.re), new PyFloat(self.im)])),
    __format__: oneArg(format, 'Convert to a string according to format_spec.'),
  },
  getset: {
    real: { get: (_I, self: PyComplex) => new PyFloat(self.re), doc: 'the real part of a complex number' },
    imag: { get: (_I, self: PyComplex) => new PyFloat(self.im), doc: 'the imaginary part of a complex number' },
  },
  allocate: (I, cls) => newComplex(I, cls, 0, 0),
  kinds: [COMPLEX_NEW_KIND, COMPLEX_RESULT_KIND],
};
