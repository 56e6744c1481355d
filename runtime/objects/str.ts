/**
 * `str`. Exact strings are JavaScript strings, whose concatenation the host makes lazily; instances of subclasses are PyStrObject and
 * behave as their text. Positions are code points everywhere (str-subscript.ts).
 */
import type { Interp } from './interp.ts';
import { str as strOf } from './conversion.ts';
import type { TypeSpec } from './native.ts';
import { bound, noArgs, oneArg, raw, someArgs } from './native.ts';
import type { Value } from './value.ts';
import { PyBytes } from './scalar-payload.ts';
import { encodeText } from './codec.ts';
import { formatStr } from './format.ts';
import { PERCENT_KIND, PercentResult, percentFormat } from './percent-format.ts';
import { REPEAT_KIND, repeatSlow } from './sequence-repeat.ts';
import { STR_JOIN_KINDS, strJoin } from './str-join.ts';
import { STR_METHODS, STR_METHOD_KINDS } from './str-methods.ts';
import { STR_NEW_KIND, newStr, strNew } from './str-new.ts';
import { STR_SEARCH_KINDS, STR_SEARCH_METHODS, strContains } from './str-search-methods.ts';
import { TRANSLATE_KIND, makeTranslation, translate } from './str-translate.ts';
import { FORMAT_KIND, strFormat, strFormatMap } from './str-format-method.ts';
import { newStrIterator } from './str-iterator.ts';
import { strGetItem, strLength } from './str-subscript.ts';
import { strSizeOf } from './str-size.ts';
import { argumentTypeName, namedTextArgument, textOf } from './str-arguments.ts';
import { MAX_STRING_LENGTH, chargeScan, chargeText } from './text-charge.ts';
import { overflowError, typeError } from './raise.ts';
import { typeName } from './type-of.ts';
import { asStr } from './unwrap.ts';
import { newTuple } from './tuple.ts';
import { hashString } from '../numeric/hash.ts';
import { comparePoints } from '../text/code-points.ts';
import { reprStr } from '../text/repr.ts';

type R = Value | undefined;

/** The longest str CPython could address; repeating beyond it is an OverflowError, not a MemoryError. */
const MAX_SIZE = 9223372036854775807;

function concatenate(I: Interp, a: Value, b: Value): R {
  const x = asStr(a);
  if (x === undefined) return I.NotImplemented;
  const y = asStr(b);
  if (y === undefined) return typeError(I, `can only concatenate str (not "${typeName(I, b)}") to str`);
  if (x === '') return y;
  if (y === '') return x;
  const length = x.length + y.length;
  return chargeText(I, length) ? x + y : undefined;
}

function repeat(I: Interp, a: Value, b: Value): R {
  const isLeft = asStr(a) !== undefined;
  const sequence = isLeft ? a : b;
  const count = isLeft ? b : a;
  if (typeof count !== 'number') return repeatSlow(I, sequence, count);
  const text = textOf(sequence);
  if (count <= 0 || text === '') return '';
  if (count === 1) return text;
  const length = text.length * count;
  if (length >= MAX_SIZE && text.length > 1) return overflowError(I, 'repeated string is too long');
  return chargeText(I, length > MAX_STRING_LENGTH ? Infinity : length) ? text.repeat(count) : undefined;
}

function modulo(I: Interp, a: Value, b: Value): R {
  const template = asStr(a);
  return template === undefined ? I.NotImplemented : percentFormat(I, template, b, PercentResult.STR);
}

function compareStrs(I: Interp, op: number, a: Value, b: Value): R {
  const x = asStr(a);
  const y = asStr(b);
  if (x === undefined || y === undefined) return I.NotImplemented;
  if (op === 2) return x === y;
  if (op === 3) return x !== y;
  if (x.length > 64 && y.length > 64) chargeScan(I, Math.min(x.length, y.length));
  const order = comparePoints(x, y);
  return op === 0 ? order < 0 : op === 1 ? order <= 0 : op === 4 ? order > 0 : order >= 0;
}

function encode(I: Interp, self: Value, args: any[]): R {
  const encoding = asStr(args[0]);
  if (encoding === undefined)
    return typeError(I, `encode() argument 'encoding' must be str, not ${argumentTypeName(I, args[0])}`);
  const errors = asStr(args[1]);
  if (errors === undefined)
    return typeError(I, `encode() argument 'errors' must be str, not ${argumentTypeName(I, args[1])}`);
  const bytes = encodeText(I, textOf(self), encoding, errors);
  return bytes === undefined ? undefined : new PyBytes(I.types.bytes, bytes);
}

function exact(_I: Interp, self: Value): string {
  return textOf(self);
}

function format(I: Interp, self: Value, spec: Value): R {
  const text = namedTextArgument(I, '__format__', 0, spec);
  if (text === undefined) return undefined;
  return text === '' ? strOf(I, self) : formatStr(I, textOf(self), text);
}

export const STR_SPEC: TypeSpec = {
  name: 'str',
  matchSelf: true,
  doc:
    "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n" +
    'Create a new string object from the given object, or decode bytes. Without encoding and errors: object.__str__() or repr(object).',
  slots: {
    new: strNew,
    repr: (I, v) => {
      const text = textOf(v);
      chargeScan(I, text.length);
      return chargeText(I, text.length) ? reprStr(text) : undefined;
    },
    str: exact,
    hash: (I, v) => {
      const text = textOf(v);
      chargeScan(I, text.length);
      return hashString(text);
    },
    compare: compareStrs,
    len: (I, v) => strLength(I, textOf(v)),
    iter: (I, v) => newStrIterator(I, textOf(v)),
    getitem: (I, v, key) => strGetItem(I, v, textOf(v), key),
    contains: strContains,
    sizeOf: (I, v) => strSizeOf(I, textOf(v)),
  },
  binary: { '+': concatenate, '*': repeat, '%': modulo },
  methods: {
    ...STR_METHODS,
    ...STR_SEARCH_METHODS,
    join: oneArg(
      (I, self, iterable) => strJoin(I, textOf(self), iterable),
      'Concatenate any number of strings, with the string between them.',
    ),
    encode: bound(
      "encoding='utf-8', errors='strict'",
      encode,
      'Encode the string using the codec registered for encoding.',
    ),
    translate: oneArg(translate, 'Replace each character in the string using the given translation table.'),
    format: raw(strFormat, 'Return a formatted version of the string, using substitutions from args and kwargs.'),
    format_map: oneArg(strFormatMap, 'Return a formatted version of the string, using substitutions from mapping.'),
    __format__: oneArg(format, 'Return a formatted version of the string as described by format_spec.'),
    __getnewargs__: noArgs((I, self) => newTuple(I, [textOf(self)])),
  },
  staticMethods: {
    maketrans: someArgs(1, 3, makeTranslation, 'Return a translation table usable for str.translate().'),
  },
  allocate: (I, cls) => newStr(I, cls, ''),
  kinds: [
    STR_NEW_KIND,
    TRANSLATE_KIND,
    FORMAT_KIND,
    PERCENT_KIND,
    REPEAT_KIND,
    ...STR_JOIN_KINDS,
    ...STR_METHOD_KINDS,
    ...STR_SEARCH_KINDS,
  ],
};
