/**
 * The methods that bytes and bytearray have in common, made once for each of the two: only the type of the result differs. Arguments may
 * be any bytes-like object.
 */
import { argumentTypeName } from './str-arguments.ts';
import type { Interp } from './interp.ts';
import type { NativeSpec } from './native.ts';
import type { NativeKind } from './frame.ts';
import { bound, noArgs, oneArg, someArgs } from './native.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { argumentKind, boundArgument, indexArgument, sizeArgument, smallIntArgument } from './argument.ts';
import { bufferArgument, byteOfInt, newByteArray, newBytes } from './bytes-conversion.ts';
import { bytesJoin } from './bytes-join.ts';
import { decodeBytes } from './codec.ts';
import { len } from './conversion.ts';
import { chargeGrowth } from './growth.ts';
import { newList } from './list.ts';
import { raiseFailure, typeError, valueError } from './raise.ts';
import { PyByteArray, PyBytes } from './scalar-payload.ts';
import { searchNative } from './str-search-methods.ts';
import { chargeScan } from './text-charge.ts';
import { PyTuple, newTuple } from './tuple.ts';
import { typeName, typeOf } from './type-of.ts';
import { asBuffer, asInt, asStr } from './unwrap.ts';
import { Failure } from '../base/failure.ts';
import {
  bytesFromHex,
  bytesToHex,
  convertBytesCase,
  expandBytesTabs,
  padBytes,
  rsplitBytes,
  rsplitBytesWhitespace,
  splitBytes,
  splitBytesLines,
  splitBytesWhitespace,
  stripBytes,
  testBytes,
  translateBytes,
  zeroFillBytes,
} from '../text/bytes-methods.ts';
import type { ByteCase, BytePredicate, PadPlace } from '../text/bytes-methods.ts';
import {
  countByteReplacements,
  countBytes,
  endsWithBytes,
  findBytes,
  replaceBytes,
  rfindBytes,
  startsWithBytes,
} from '../text/bytes-search.ts';
import type { StripSide } from '../text/str-split.ts';
import { MAX_BYTES_LENGTH } from './bytes-new.ts';

type R = Value | undefined;
type Search = (bytes: Uint8Array, needle: Uint8Array, start: number, stop: number) => number;

/** The methods of one of the two types, and their kinds. */
export interface ByteMethods {
  readonly methods: Readonly<Record<string, NativeSpec>>;
  readonly classMethods: Readonly<Record<string, NativeSpec>>;
  readonly staticMethods: Readonly<Record<string, NativeSpec>>;
  readonly kinds: readonly NativeKind[];
}

function dataOf(self: Value): Uint8Array {
  return asBuffer(self)!;
}

/** The needle of `find` and the like: bytes-like, or an int for one byte. args[0] may have become an int by retrying. */
function needleArgument(I: Interp, kind: NativeKind, self: Value, args: readonly any[]): Uint8Array | undefined {
  const v = args[0];
  const data = asBuffer(v);
  if (data !== undefined) return data;
  if (asInt(v) === undefined && typeOf(I, v).slots.index === null) {
    return typeError(I, `argument should be integer or bytes-like object, not '${typeName(I, v)}'`);
  }
  const n = indexArgument(I, kind, self, args, 0);
  if (n === undefined) return undefined;
  const byte = byteOfInt(I, n, false);
  return byte === undefined ? undefined : Uint8Array.of(byte);
}

/** Makes the methods of `typeName`: 'bytes' or 'bytearray'. */
export function makeByteMethods(type: 'bytes' | 'bytearray'): ByteMethods {
  const kinds: NativeKind[] = [];
  const isMutable = type === 'bytearray';

  /** A result of the type; `data` may be the receiver's own array or a part of it. */
  function make(I: Interp, self: Value, data: Uint8Array): Value {
    if (!isMutable)
      return (self as PyBytes).data === data && (self as PyBytes).constructor === PyBytes ? self : newBytes(I, data);
    return newByteArray(I, data.buffer === (self as PyByteArray).data.buffer ? data.slice() : data);
  }

  function makeList(I: Interp, self: Value, parts: readonly Uint8Array[]): R {
    I.ticks -= parts.length >> 3;
    if (!chargeGrowth(I, parts.length * 8 * I.memory.pointerBytes)) return undefined;
    return newList(
      I,
      parts.map((part) => make(I, self, part)),
    );
  }

  function withKind(method: string, run: (I: Interp, self: any, args: any[]) => R): NativeKind {
    const kind = argumentKind(`${type}.${method}.arguments`, run);
    kinds.push(kind);
    return kind;
  }

  function converting(conversion: ByteCase, doc: string): NativeSpec {
    return noArgs((I, self) => {
      const data = dataOf(self);
      chargeScan(I, data.length);
      return chargeGrowth(I, data.length) ? make(I, self, convertBytesCase(data, conversion)) : undefined;
    }, doc);
  }

  function testing(predicate: BytePredicate, doc: string): NativeSpec {
    return noArgs((I, self) => {
      const data = dataOf(self);
      chargeScan(I, data.length);
      return testBytes(data, predicate);
    }, doc);
  }

  function searching(method: string, find: Search, isIndex: boolean, doc: string): NativeSpec {
    const kind = withKind(method, run);
    function run(I: Interp, self: Value, args: any[]): R {
      const start = boundArgument(I, kind, self, args, 1, 0);
      if (start === undefined) return undefined;
      const stop = boundArgument(I, kind, self, args, 2, Infinity);
      if (stop === undefined) return undefined;
      const needle = needleArgument(I, kind, self, args);
      if (needle === undefined) return undefined;
      const data = dataOf(self);
      chargeScan(I, data.length);
      const at = find(data, needle, start, stop);
      return isIndex && at < 0 ? valueError(I, 'subsection not found') : at;
    }
    return searchNative(method, run, doc);
  }

  function affix(
    method: string,
    test: (b: Uint8Array, part: Uint8Array, start: number, stop: number) => boolean,
    doc: string,
  ): NativeSpec {
    const kind = withKind(method, run);
    function run(I: Interp, self: Value, args: any[]): R {
      const start = boundArgument(I, kind, self, args, 1, 0);
      if (start === undefined) return undefined;
      const stop = boundArgument(I, kind, self, args, 2, Infinity);
      if (stop === undefined) return undefined;
      const data = dataOf(self);
      const part = asBuffer(args[0]);
      if (part !== undefined) return test(data, part, start, stop);
      if (!(args[0] instanceof PyTuple)) {
        return typeError(I, `${method} first arg must be bytes or a tuple of bytes, not ${typeName(I, args[0])}`);
      }
      for (const item of args[0].items) {
        const one = bufferArgument(I, item);
        if (one === undefined) return undefined;
        if (test(data, one, start, stop)) return true;
      }
      return false;
    }
    return searchNative(method, run, doc);
  }

  function padding(method: string, place: PadPlace, doc: string): NativeSpec {
    const kind = withKind(method, run);
    function run(I: Interp, self: Value, args: any[]): R {
      const width = sizeArgument(I, kind, self, args, 0);
      if (width === undefined) return undefined;
      const fill =
        args.length < 2
          ? Uint8Array.of(32)
          : args[1] instanceof PyBytes || args[1] instanceof PyByteArray
            ? asBuffer(args[1])!
            : null;
      if (fill === null || fill.length !== 1) {
        return typeError(I, `${method}() argument 2 must be a byte string of length 1, not ${typeName(I, args[1])}`);
      }
      const data = dataOf(self);
      return admit(I, Math.max(width, data.length)) ? make(I, self, padBytes(data, width, fill[0]!, place)) : undefined;
    }
    return someArgs(1, 2, run, doc);
  }

  function splitting(
    method: string,
    split: (bytes: Uint8Array, separator: Uint8Array, limit: number) => Uint8Array[],
    splitSpace: (bytes: Uint8Array, limit: number) => Uint8Array[],
    doc: string,
  ): NativeSpec {
    const kind = withKind(method, run);
    function run(I: Interp, self: Value, args: any[]): R {
      const limit = sizeArgument(I, kind, self, args, 1);
      if (limit === undefined) return undefined;
      const data = dataOf(self);
      chargeScan(I, data.length);
      if (args[0] === null) return makeList(I, self, splitSpace(data, limit));
      const separator = bufferArgument(I, args[0]);
      if (separator === undefined) return undefined;
      return separator.length === 0
        ? valueError(I, 'empty separator')
        : makeList(I, self, split(data, separator, limit));
    }
    return bound('sep=None, maxsplit=-1', run, doc);
  }

  function stripping(side: StripSide, doc: string): NativeSpec {
    return someArgs(
      0,
      1,
      (I, self, args) => {
        const data = dataOf(self);
        if (args.length === 0 || args[0] === null) return make(I, self, stripBytes(data, undefined, side));
        const chars = bufferArgument(I, args[0]!);
        return chars === undefined ? undefined : make(I, self, stripBytes(data, chars, side));
      },
      doc,
    );
  }

  function partitioning(find: Search, isRight: boolean, doc: string): NativeSpec {
    return oneArg((I, self, sep) => {
      const separator = bufferArgument(I, sep);
      if (separator === undefined) return undefined;
      if (separator.length === 0) return valueError(I, 'empty separator');
      const data = dataOf(self);
      chargeScan(I, data.length);
      const at = find(data, separator, 0, Infinity);
      const empty = (): Value => make(I, self, new Uint8Array(0));
      if (at < 0)
        return newTuple(I, isRight ? [empty(), empty(), make(I, self, data)] : [make(I, self, data), empty(), empty()]);
      const middle = isMutable ? newByteArray(I, separator.slice()) : newBytes(I, separator.slice());
      return newTuple(I, [
        make(I, self, data.subarray(0, at)),
        middle,
        make(I, self, data.subarray(at + separator.length)),
      ]);
    }, doc);
  }

  const REPLACE_KIND = withKind('replace', replace);
  function replace(I: Interp, self: Value, args: any[]): R {
    const old = bufferArgument(I, args[0]);
    if (old === undefined) return undefined;
    const replacement = bufferArgument(I, args[1]);
    if (replacement === undefined) return undefined;
    const limit = args.length > 2 ? sizeArgument(I, REPLACE_KIND, self, args, 2) : -1;
    if (limit === undefined) return undefined;
    const data = dataOf(self);
    chargeScan(I, data.length);
    const count = countByteReplacements(data, old, limit);
    if (!admit(I, data.length + count * (replacement.length - old.length))) return undefined;
    return make(I, self, replaceBytes(data, old, replacement, limit));
  }

  const ZFILL_KIND = withKind('zfill', zfill);
  function zfill(I: Interp, self: Value, args: any[]): R {
    const width = sizeArgument(I, ZFILL_KIND, self, args, 0);
    if (width === undefined) return undefined;
    const data = dataOf(self);
    return admit(I, Math.max(width, data.length)) ? make(I, self, zeroFillBytes(data, width)) : undefined;
  }

  const EXPAND_TABS_KIND = withKind('expandtabs', expandTabs);
  function expandTabs(I: Interp, self: Value, args: any[]): R {
    const size = smallIntArgument(I, EXPAND_TABS_KIND, self, args, 0);
    if (size === undefined) return undefined;
    const data = dataOf(self);
    const tabs = countBytes(data, Uint8Array.of(9), 0, Infinity);
    return admit(I, data.length + tabs * Math.max(0, size)) ? make(I, self, expandBytesTabs(data, size)) : undefined;
  }

  const SPLIT_LINES_KIND = withKind('splitlines', splitLines);
  function splitLines(I: Interp, self: Value, args: any[]): R {
    const keepEnds = smallIntArgument(I, SPLIT_LINES_KIND, self, args, 0);
    if (keepEnds === undefined) return undefined;
    const data = dataOf(self);
    chargeScan(I, data.length);
    return makeList(I, self, splitBytesLines(data, keepEnds !== 0));
  }

  function translate(I: Interp, self: Value, args: any[]): R {
    let table: Uint8Array | undefined;
    if (args[0] !== null) {
      table = bufferArgument(I, args[0]);
      if (table === undefined) return undefined;
      if (table.length !== 256) return valueError(I, 'translation table must be 256 characters long');
    }
    const deleted = args[1] === undefined ? new Uint8Array(0) : bufferArgument(I, args[1]);
    if (deleted === undefined) return undefined;
    const data = dataOf(self);
    chargeScan(I, data.length);
    return chargeGrowth(I, data.length) ? make(I, self, translateBytes(data, table, deleted)) : undefined;
  }

  function removing(isPrefix: boolean, doc: string): NativeSpec {
    return oneArg((I, self, part) => {
      const fix = bufferArgument(I, part);
      if (fix === undefined) return undefined;
      const data = dataOf(self);
      const has =
        fix.length > 0 && (isPrefix ? startsWithBytes(data, fix, 0, Infinity) : endsWithBytes(data, fix, 0, Infinity));
      if (!has) return make(I, self, data);
      return make(I, self, isPrefix ? data.subarray(fix.length) : data.subarray(0, data.length - fix.length));
    }, doc);
  }

  function decode(I: Interp, self: Value, args: any[]): R {
    const encoding = asStr(args[0]);
    if (encoding === undefined)
      return typeError(I, `decode() argument 'encoding' must be str, not ${argumentTypeName(I, args[0])}`);
    const errors = asStr(args[1]);
    if (errors === undefined)
      return typeError(I, `decode() argument 'errors' must be str, not ${argumentTypeName(I, args[1])}`);
    return decodeBytes(I, dataOf(self), encoding, errors);
  }

  const HEX_KIND = withKind('hex', hex);
  function hex(I: Interp, self: Value, args: any[]): R {
    return hexOf(I, HEX_KIND, self, dataOf(self), args);
  }

  function fromHex(I: Interp, cls: PyType, text: Value): R {
    const source = asStr(text);
    if (source === undefined) return typeError(I, `fromhex() argument must be str, not ${argumentTypeName(I, text)}`);
    chargeScan(I, source.length);
    const data = bytesFromHex(source);
    if (data instanceof Failure) return raiseFailure(I, data);
    const made = isMutable ? newByteArray(I, data) : newBytes(I, data);
    return cls === made.cls ? made : I.call(cls, [made], null);
  }

  function makeTable(I: Interp, _self: Value, from: Value, to: Value): R {
    const source = bufferArgument(I, from);
    if (source === undefined) return undefined;
    const target = bufferArgument(I, to);
    if (target === undefined) return undefined;
    if (source.length !== target.length) return valueError(I, 'maketrans arguments must have same length');
    const table = new Uint8Array(256);
    for (let i = 0; i < 256; i++) table[i] = i;
    for (let i = 0; i < source.length; i++) table[source[i]!] = target[i]!;
    return newBytes(I, table);
  }

  const methods: Record<string, NativeSpec> = {
    capitalize: converting('capitalize', 'Return a copy with only the first character capitalized (ASCII).'),
    lower: converting('lower', 'Return a copy with all ASCII characters converted to lowercase.'),
    upper: converting('upper', 'Return a copy with all ASCII characters converted to uppercase.'),
    swapcase: converting(
      'swapcase',
      'Return a copy with uppercase ASCII characters converted to lowercase and vice versa.',
    ),
    title: converting('title', 'Return a titlecased version (ASCII).'),
    isalnum: testing('isalnum', 'Return True if all characters are alphanumeric and there is at least one.'),
    isalpha: testing('isalpha', 'Return True if all characters are alphabetic and there is at least one.'),
    isascii: testing('isascii', 'Return True if there are no bytes beyond ASCII.'),
    isdigit: testing('isdigit', 'Return True if all characters are digits and there is at least one.'),
    islower: testing('islower', 'Return True if all cased characters are lowercase and there is at least one.'),
    isspace: testing('isspace', 'Return True if all characters are whitespace and there is at least one.'),
    istitle: testing('istitle', 'Return True if it is titlecased and there is at least one character.'),
    isupper: testing('isupper', 'Return True if all cased characters are uppercase and there is at least one.'),
    find: searching('find', findBytes, false, 'Return the lowest index where the subsection is found, -1 on failure.'),
    rfind: searching(
      'rfind',
      rfindBytes,
      false,
      'Return the highest index where the subsection is found, -1 on failure.',
    ),
    index: searching('index', findBytes, true, 'Like find, but raises ValueError when the subsection is not found.'),
    rindex: searching(
      'rindex',
      rfindBytes,
      true,
      'Like rfind, but raises ValueError when the subsection is not found.',
    ),
    count: searching('count', countBytes, false, 'Return the number of non-overlapping occurrences of the subsection.'),
    startswith: affix(
      'startswith',
      startsWithBytes,
      'Return True if it starts with the prefix, or one of a tuple of prefixes.',
    ),
    endswith: affix(
      'endswith',
      endsWithBytes,
      'Return True if it ends with the suffix, or one of a tuple of suffixes.',
    ),
    center: padding('center', 'center', 'Return a centered copy of length width.'),
    ljust: padding('ljust', 'left', 'Return a left-justified copy of length width.'),
    rjust: padding('rjust', 'right', 'Return a right-justified copy of length width.'),
    zfill: oneArg(
      (I, self, width) => zfill(I, self, [width]),
      'Pad a numeric string with zeros on the left, to fill a field of the given width.',
    ),
    strip: stripping('both', 'Strip leading and trailing bytes contained in the argument.'),
    lstrip: stripping('left', 'Strip leading bytes contained in the argument.'),
    rstrip: stripping('right', 'Strip trailing bytes contained in the argument.'),
    split: splitting(
      'split',
      splitBytes,
      splitBytesWhitespace,
      'Return a list of the sections, using sep as the delimiter.',
    ),
    rsplit: splitting('rsplit', rsplitBytes, rsplitBytesWhitespace, 'Like split, starting at the end.'),
    splitlines: bound('keepends=False', splitLines, 'Return a list of the lines, breaking at line boundaries.'),
    partition: partitioning(findBytes, false, 'Partition into three parts using the given separator.'),
    rpartition: partitioning(rfindBytes, true, 'Like partition, with the last occurrence of the separator.'),
    replace: someArgs(2, 3, replace, 'Return a copy with all occurrences of old replaced by new.'),
    expandtabs: bound('tabsize=8', expandTabs, 'Return a copy where all tab characters are expanded using spaces.'),
    removeprefix: removing(true, 'Return a copy with the given prefix removed if present.'),
    removesuffix: removing(false, 'Return a copy with the given suffix removed if present.'),
    translate: bound(
      'table, /, delete=<missing>',
      translate,
      'Return a copy with each character mapped by the given translation table.',
    ),
    join: oneArg(
      (I, self, iterable) => bytesJoin(I, self, iterable),
      'Concatenate any number of bytes-like objects, with these bytes in between.',
    ),
    decode: bound("encoding='utf-8', errors='strict'", decode, 'Decode using the codec registered for encoding.'),
    hex: bound('sep=<missing>, bytes_per_sep=1', hex, 'Return a string of hexadecimal numbers.'),
  };
  return {
    methods,
    classMethods: { fromhex: oneArg(fromHex, 'Create an object from a string of hexadecimal numbers.') },
    staticMethods: {
      maketrans: {
        arity: 'two',
        fn: makeTable,
        doc: 'Return a translation table usable for the bytes or bytearray translate method.',
      },
    },
    kinds,
  };
}

/** Charges a result of `length` bytes; false if it is refused. */
function admit(I: Interp, length: number): boolean {
  if (length < 1000) return true;
  I.ticks -= length === Infinity ? 0 : length >> 6;
  return chargeGrowth(I, length > MAX_BYTES_LENGTH ? Number.MAX_SAFE_INTEGER : length);
}

/** `hex(sep, bytes_per_sep)`; memoryview has it too. */
export function hexOf(I: Interp, kind: NativeKind, self: Value, data: Uint8Array, args: any[]): R {
  if (!admit(I, data.length * 3)) return undefined;
  if (args[0] === undefined) return bytesToHex(data, '', 0);
  const group = smallIntArgument(I, kind, self, args, 1);
  if (group === undefined) return undefined;
  const text = asStr(args[0]);
  const bytes = text === undefined ? asBuffer(args[0]) : undefined;
  if (text === undefined && bytes === undefined) {
    if (typeOf(I, args[0]).slots.len === null) return len(I, args[0]);
    return typeError(I, 'sep must be str or bytes.');
  }
  if ((text ?? bytes!).length !== 1) return valueError(I, 'sep must be length 1.');
  const separator = text ?? String.fromCharCode(bytes![0]!);
  if (separator.charCodeAt(0) > 127) return valueError(I, 'sep must be ASCII.');
  return bytesToHex(data, separator, group);
}
