/** Methods of str that make new strings or lists of strings from text alone. */
import type { Interp } from './interp.ts';
import type { NativeSpec } from './native.ts';
import type { NativeKind } from './frame.ts';
import { bound, noArgs, oneArg, someArgs } from './native.ts';
import type { Value } from './value.ts';
import { argumentKind, sizeArgument, smallIntArgument } from './argument.ts';
import { fillArgument, namedTextArgument, textArgument, textOf } from './str-arguments.ts';
import { chargeScan, chargeText } from './text-charge.ts';
import { chargeGrowth } from './growth.ts';
import { typeError, valueError } from './raise.ts';
import { typeName } from './type-of.ts';
import { asStr } from './unwrap.ts';
import { newList } from './list.ts';
import { newTuple } from './tuple.ts';
import { pointLength } from '../text/code-points.ts';
import { capitalizeStr, foldStr, lowerStr, swapCaseStr, titleStr, upperStr } from '../text/str-case.ts';
import { centerStr, expandTabs, expandTabsLength, leftJustify, rightJustify, zeroFill } from '../text/str-layout.ts';
import {
  isAlnumStr,
  isAlphaStr,
  isAsciiStr,
  isDecimalStr,
  isDigitStr,
  isIdentifierStr,
  isLowerStr,
  isNumericStr,
  isPrintableStr,
  isSpaceStr,
  isTitleStr,
  isUpperStr,
} from '../text/str-predicates.ts';
import {
  countReplacements,
  partitionStr,
  removePrefix,
  removeSuffix,
  replaceStr,
  rpartitionStr,
} from '../text/str-search.ts';
import {
  rsplitStr,
  rsplitWhitespace,
  splitLines,
  splitStr,
  splitWhitespace,
  stripChars,
  stripWhitespace,
} from '../text/str-split.ts';
import type { StripSide } from '../text/str-split.ts';

type R = Value | undefined;

/** Kinds of the methods below; filled while they are made. */
export const STR_METHOD_KINDS: NativeKind[] = [];

/** A method without arguments from text to text of at most three times the length (the worst case mapping has three characters). */
function converting(convert: (text: string) => string, doc: string): NativeSpec {
  return noArgs((I, self) => {
    const text = textOf(self);
    chargeScan(I, text.length);
    return chargeText(I, text.length) ? convert(text) : undefined;
  }, doc);
}

function testing(test: (text: string) => boolean, doc: string): NativeSpec {
  return noArgs((I, self) => {
    const text = textOf(self);
    chargeScan(I, text.length);
    return test(text);
  }, doc);
}

function justifying(
  name: string,
  justify: (text: string, width: number, fill: string) => string,
  doc: string,
): NativeSpec {
  const kind = argumentKind(`str.${name}.arguments`, run);
  STR_METHOD_KINDS.push(kind);
  function run(I: Interp, self: Value, args: any[]): R {
    const width = sizeArgument(I, kind, self, args, 0);
    if (width === undefined) return undefined;
    const fill = fillArgument(I, args[1]);
    if (fill === undefined) return undefined;
    const text = textOf(self);
    if (width <= text.length && pointLength(text) >= width) return text;
    return chargeText(I, width + text.length) ? justify(text, width, fill) : undefined;
  }
  return someArgs(1, 2, run, doc);
}

function stripping(name: string, side: StripSide, doc: string): NativeSpec {
  return someArgs(
    0,
    1,
    (I, self, args) => {
      const text = textOf(self);
      const chars = args[0];
      if (chars === undefined || chars === null) return stripWhitespace(text, side);
      const set = asStr(chars);
      if (set === undefined) return typeError(I, `${name} arg must be None or str`);
      chargeScan(I, set.length);
      return stripChars(text, set, side);
    },
    doc,
  );
}

function splitting(
  name: string,
  split: (text: string, separator: string, limit: number) => string[],
  splitSpace: (text: string, limit: number) => string[],
  doc: string,
): NativeSpec {
  const kind = argumentKind(`str.${name}.arguments`, run);
  STR_METHOD_KINDS.push(kind);
  function run(I: Interp, self: Value, args: any[]): R {
    const limit = sizeArgument(I, kind, self, args, 1);
    if (limit === undefined) return undefined;
    const text = textOf(self);
    chargeScan(I, text.length);
    if (args[0] === null) return chargeParts(I, text.length) ? listOfText(I, splitSpace(text, limit)) : undefined;
    const separator = asStr(args[0]);
    if (separator === undefined) return typeError(I, `must be str or None, not ${typeName(I, args[0])}`);
    if (separator === '') return valueError(I, 'empty separator');
    return chargeParts(I, text.length) ? listOfText(I, split(text, separator, limit)) : undefined;
  }
  return bound('sep=None, maxsplit=-1', run, doc);
}

/** Parts of a long text: charged as if they were words of six letters, each with a header and a slot. */
function chargeParts(I: Interp, length: number): boolean {
  return length < 512 || chargeGrowth(I, length * I.memory.pointerBytes);
}

function listOfText(I: Interp, parts: string[]): R {
  I.ticks -= parts.length >> 4;
  return newList(I, parts);
}

function partitioning(
  partition: (text: string, separator: string) => readonly [string, string] | undefined,
  isRight: boolean,
  doc: string,
): NativeSpec {
  return oneArg((I, self, sep) => {
    const text = textOf(self);
    const separator = textArgument(I, sep);
    if (separator === undefined) return undefined;
    if (separator === '') return valueError(I, 'empty separator');
    chargeScan(I, text.length);
    if (!chargeText(I, text.length)) return undefined;
    const found = partition(text, separator);
    if (found === undefined) return newTuple(I, isRight ? ['', '', text] : [text, '', '']);
    return newTuple(I, [found[0], separator, found[1]]);
  }, doc);
}

const REPLACE_KIND = argumentKind('str.replace.arguments', replace);
function replace(I: Interp, self: Value, args: any[]): R {
  const old = namedTextArgument(I, 'replace', 1, args[0]);
  if (old === undefined) return undefined;
  const replacement = namedTextArgument(I, 'replace', 2, args[1]);
  if (replacement === undefined) return undefined;
  const limit = args.length > 2 ? sizeArgument(I, REPLACE_KIND, self, args, 2) : -1;
  if (limit === undefined) return undefined;
  const text = textOf(self);
  chargeScan(I, text.length);
  let length = text.length;
  // Counting first costs a second search, so only where the result may be large.
  if (replacement.length > old.length && (text.length + 1) * replacement.length > 1024) {
    length += countReplacements(text, old, limit) * (replacement.length - old.length);
  }
  return chargeText(I, length) ? replaceStr(text, old, replacement, limit) : undefined;
}

const ZFILL_KIND = argumentKind('str.zfill.arguments', zfill);
function zfill(I: Interp, self: Value, args: any[]): R {
  const width = sizeArgument(I, ZFILL_KIND, self, args, 0);
  if (width === undefined) return undefined;
  const text = textOf(self);
  if (width <= 0) return text;
  return chargeText(I, Math.max(width, text.length)) ? zeroFill(text, width) : undefined;
}

const EXPAND_TABS_KIND = argumentKind('str.expandtabs.arguments', expandTabStops);
function expandTabStops(I: Interp, self: Value, args: any[]): R {
  const size = smallIntArgument(I, EXPAND_TABS_KIND, self, args, 0);
  if (size === undefined) return undefined;
  const text = textOf(self);
  chargeScan(I, text.length * 2);
  return chargeText(I, expandTabsLength(text, size)) ? expandTabs(text, size) : undefined;
}

const SPLIT_LINES_KIND = argumentKind('str.splitlines.arguments', splitIntoLines);
function splitIntoLines(I: Interp, self: Value, args: any[]): R {
  const keepEnds = smallIntArgument(I, SPLIT_LINES_KIND, self, args, 0);
  if (keepEnds === undefined) return undefined;
  const text = textOf(self);
  chargeScan(I, text.length);
  return chargeParts(I, text.length) ? listOfText(I, splitLines(text, keepEnds !== 0)) : undefined;
}

function removing(name: string, remove: (text: string, part: string) => string, doc: string): NativeSpec {
  return oneArg((I, self, part) => {
    const fix = namedTextArgument(I, name, 0, part);
    return fix === undefined ? undefined : remove(textOf(self), fix);
  }, doc);
}

STR_METHOD_KINDS.push(REPLACE_KIND, ZFILL_KIND, EXPAND_TABS_KIND, SPLIT_LINES_KIND);

export const STR_METHODS: Readonly<Record<string, NativeSpec>> = {
  capitalize: converting(capitalizeStr, 'Return a capitalized version of the string.'),
  casefold: converting(foldStr, 'Return a version of the string suitable for caseless comparisons.'),
  lower: converting(lowerStr, 'Return a copy of the string converted to lowercase.'),
  upper: converting(upperStr, 'Return a copy of the string converted to uppercase.'),
  swapcase: converting(swapCaseStr, 'Convert uppercase characters to lowercase and lowercase characters to uppercase.'),
  title: converting(titleStr, 'Return a version of the string where each word is titlecased.'),
  isalnum: testing(isAlnumStr, 'Return True if the string is an alpha-numeric string, False otherwise.'),
  isalpha: testing(isAlphaStr, 'Return True if the string is an alphabetic string, False otherwise.'),
  isascii: testing(isAsciiStr, 'Return True if all characters in the string are ASCII, False otherwise.'),
  isdecimal: testing(isDecimalStr, 'Return True if the string is a decimal string, False otherwise.'),
  isdigit: testing(isDigitStr, 'Return True if the string is a digit string, False otherwise.'),
  isidentifier: testing(isIdentifierStr, 'Return True if the string is a valid Python identifier, False otherwise.'),
  islower: testing(isLowerStr, 'Return True if the string is a lowercase string, False otherwise.'),
  isnumeric: testing(isNumericStr, 'Return True if the string is a numeric string, False otherwise.'),
  isprintable: testing(isPrintableStr, 'Return True if the string is printable, False otherwise.'),
  isspace: testing(isSpaceStr, 'Return True if the string is a whitespace string, False otherwise.'),
  istitle: testing(isTitleStr, 'Return True if the string is a title-cased string, False otherwise.'),
  isupper: testing(isUpperStr, 'Return True if the string is an uppercase string, False otherwise.'),
  center: justifying('center', centerStr, 'Return a centered string of length width.'),
  ljust: justifying('ljust', leftJustify, 'Return a left-justified string of length width.'),
  rjust: justifying('rjust', rightJustify, 'Return a right-justified string of length width.'),
  zfill: oneArg(
    (I, self, width) => zfill(I, self, [width]),
    'Pad a numeric string with zeros on the left, to fill a field of the given width.',
  ),
  strip: stripping('strip', 'both', 'Return a copy of the string with leading and trailing whitespace removed.'),
  lstrip: stripping('lstrip', 'left', 'Return a copy of the string with leading whitespace removed.'),
  rstrip: stripping('rstrip', 'right', 'Return a copy of the string with trailing whitespace removed.'),
  split: splitting(
    'split',
    splitStr,
    splitWhitespace,
    'Return a list of the substrings in the string, using sep as the separator string.',
  ),
  rsplit: splitting('rsplit', rsplitStr, rsplitWhitespace, 'Like split, starting at the end of the string.'),
  splitlines: bound(
    'keepends=False',
    splitIntoLines,
    'Return a list of the lines in the string, breaking at line boundaries.',
  ),
  partition: partitioning(partitionStr, false, 'Partition the string into three parts using the given separator.'),
  rpartition: partitioning(rpartitionStr, true, 'Like partition, with the last occurrence of the separator.'),
  replace: someArgs(2, 3, replace, 'Return a copy with all occurrences of substring old replaced by new.'),
  expandtabs: bound('tabsize=8', expandTabStops, 'Return a copy where all tab characters are expanded using spaces.'),
  removeprefix: removing('removeprefix', removePrefix, 'Return a str with the given prefix string removed if present.'),
  removesuffix: removing('removesuffix', removeSuffix, 'Return a str with the given suffix string removed if present.'),
};
