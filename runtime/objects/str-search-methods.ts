/** `find`, `index`, `count`, `startswith` and their kin: methods of str that take an optional range in code points. */
import type { Interp } from './interp.ts';
import type { NativeSpec } from './native.ts';
import { raw } from './native.ts';
import type { NativeKind } from './frame.ts';
import type { Value } from './value.ts';
import { argumentKind, boundArgument } from './argument.ts';
import { textArgument, textOf } from './str-arguments.ts';
import { chargeScan } from './text-charge.ts';
import { typeError, valueError } from './raise.ts';
import { typeName } from './type-of.ts';
import { asStr } from './unwrap.ts';
import { PyTuple } from './tuple.ts';
import { containsStr, countStr, endsWithStr, findStr, rfindStr, startsWithStr } from '../text/str-search.ts';

type R = Value | undefined;
type Search = (text: string, needle: string, start: number, stop: number) => number;

/** Kinds of the methods below; filled while they are made. */
export const STR_SEARCH_KINDS: NativeKind[] = [];

/** CPython's parser for these methods words its complaint unlike the one for others. */
function checkSearchCount(I: Interp, name: string, args: readonly Value[]): boolean {
  if (args.length >= 1 && args.length <= 3) return true;
  const which = args.length < 1 ? 'least 1 argument' : 'most 3 arguments';
  typeError(I, `${name}() takes at ${which} (${args.length} given)`);
  return false;
}

/** A native that counts its arguments itself, and whose complaint about keywords lacks the type's name. */
export function searchNative(name: string, run: (I: Interp, self: any, args: any[]) => R, doc: string): NativeSpec {
  return raw((I, self, args, kw) => {
    if (kw !== null && kw.length > 0) return typeError(I, `${name}() takes no keyword arguments`);
    return checkSearchCount(I, name, args) ? run(I, self, args) : undefined;
  }, doc);
}

function search(name: string, find: Search, isIndex: boolean, doc: string): NativeSpec {
  const kind = argumentKind(`str.${name}.arguments`, run);
  STR_SEARCH_KINDS.push(kind);
  function run(I: Interp, self: Value, args: any[]): R {
    const text = textOf(self);
    const start = boundArgument(I, kind, self, args, 1, 0);
    if (start === undefined) return undefined;
    const stop = boundArgument(I, kind, self, args, 2, Infinity);
    if (stop === undefined) return undefined;
    const needle = textArgument(I, args[0]);
    if (needle === undefined) return undefined;
    chargeScan(I, text.length);
    const at = find(text, needle, start, stop);
    return isIndex && at < 0 ? valueError(I, 'substring not found') : at;
  }
  return searchNative(name, run, doc);
}

function affix(
  name: string,
  test: (text: string, part: string, start: number, stop: number) => boolean,
  doc: string,
): NativeSpec {
  const kind = argumentKind(`str.${name}.arguments`, run);
  STR_SEARCH_KINDS.push(kind);
  function run(I: Interp, self: Value, args: any[]): R {
    const text = textOf(self);
    const start = boundArgument(I, kind, self, args, 1, 0);
    if (start === undefined) return undefined;
    const stop = boundArgument(I, kind, self, args, 2, Infinity);
    if (stop === undefined) return undefined;
    const part = asStr(args[0]);
    if (part !== undefined) return test(text, part, start, stop);
    if (!(args[0] instanceof PyTuple))
      return typeError(I, `${name} first arg must be str or a tuple of str, not ${typeName(I, args[0])}`);
    chargeScan(I, args[0].items.length);
    for (const item of args[0].items) {
      const one = asStr(item);
      if (one === undefined) return typeError(I, `tuple for ${name} must only contain str, not ${typeName(I, item)}`);
      if (test(text, one, start, stop)) return true;
    }
    return false;
  }
  return searchNative(name, run, doc);
}

/** Slot `contains` of str. */
export function strContains(I: Interp, self: Value, item: Value): boolean | undefined {
  const needle = asStr(item);
  if (needle === undefined)
    return typeError(I, `'in <string>' requires string as left operand, not ${typeName(I, item)}`);
  const text = textOf(self);
  chargeScan(I, text.length);
  return containsStr(text, needle);
}

export const STR_SEARCH_METHODS: Readonly<Record<string, NativeSpec>> = {
  find: search('find', findStr, false, 'Return the lowest index where the substring is found, -1 on failure.'),
  rfind: search('rfind', rfindStr, false, 'Return the highest index where the substring is found, -1 on failure.'),
  index: search('index', findStr, true, 'Like find, but raises ValueError when the substring is not found.'),
  rindex: search('rindex', rfindStr, true, 'Like rfind, but raises ValueError when the substring is not found.'),
  count: search('count', countStr, false, 'Return the number of non-overlapping occurrences of the substring.'),
  startswith: affix(
    'startswith',
    startsWithStr,
    'Return True if the string starts with the prefix, or one of a tuple of prefixes.',
  ),
  endswith: affix(
    'endswith',
    endsWithStr,
    'Return True if the string ends with the suffix, or one of a tuple of suffixes.',
  ),
};
