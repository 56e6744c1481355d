/** `re.Match`. */
import type { Interp } from '../objects/interp.ts';
import { bound, noArgs, oneArg, someArgs } from '../objects/native.ts';
import type { TypeSpec } from '../objects/native.ts';
import { CLASS_GETITEM } from '../objects/class-getitem.ts';
import { newDict } from '../objects/dict.ts';
import type { PyDict } from '../objects/dict.ts';
import { raiseNamed, raiseWith, typeError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { asBuffer, asInt, asStr } from '../objects/unwrap.ts';
import { typeOf } from '../objects/type-of.ts';
import type { Value } from '../objects/value.ts';
import { reprBytes, reprStr } from '../text/repr.ts';
import { bytesToLatin1, latin1ToBytes } from '../text/bytes-methods.ts';
import { pieceOf, raisePatternError } from './re-pattern.ts';
import type { PyMatch } from './re-pattern.ts';
import { UnknownGroup, fillTemplate, parseTemplate } from './re-template.ts';
import { ReProblem } from './re-syntax.ts';

function groupValue(I: Interp, match: PyMatch, index: number, missing: Value): Value {
  const from = match.slots[index * 2]!;
  if (from < 0) return missing;
  return pieceOf(I, match.pattern, match.text.slice(from, match.slots[index * 2 + 1]));
}

/** The number of a group given by number or name. @raises IndexError (Python). */
function groupIndex(I: Interp, match: PyMatch, key: Value): number | undefined {
  const n = asInt(key);
  if (n !== undefined) {
    if (n >= 0 && n <= match.pattern.groups) return Number(n);
  } else {
    const name = asStr(key);
    const index = name === undefined ? undefined : match.pattern.names.get(name);
    if (index !== undefined) return index;
  }
  return raiseNamed(I, 'IndexError', 'no such group');
}

function group(I: Interp, match: PyMatch, args: Value[]): Value | undefined {
  if (args.length === 0) return groupValue(I, match, 0, null);
  const values: Value[] = [];
  for (const key of args) {
    const index = groupIndex(I, match, key);
    if (index === undefined) return undefined;
    values.push(groupValue(I, match, index, null));
  }
  return values.length === 1 ? values[0]! : newTuple(I, values);
}

function getItem(I: Interp, match: PyMatch, key: Value): Value | undefined {
  const index = groupIndex(I, match, key);
  return index === undefined ? undefined : groupValue(I, match, index, null);
}

function groups(I: Interp, match: PyMatch, args: any[]): Value {
  const values: Value[] = [];
  for (let i = 1; i <= match.pattern.groups; i++) values.push(groupValue(I, match, i, args[0]));
  return newTuple(I, values);
}

function groupDict(I: Interp, match: PyMatch, args: any[]): PyDict {
  const dict = newDict(I);
  for (const [name, index] of match.pattern.names) dict.setStr(I, name, groupValue(I, match, index, args[0]));
  return dict;
}

function position(which: 0 | 1) {
  return someArgs(0, 1, (I, match: PyMatch, args) => {
    const index = args.length === 0 ? 0 : groupIndex(I, match, args[0]!);
    return index === undefined ? undefined : match.point(match.slots[index * 2 + which]!);
  });
}

function span(I: Interp, match: PyMatch, index: number): Value {
  return newTuple(I, [match.point(match.slots[index * 2]!), match.point(match.slots[index * 2 + 1]!)]);
}

function expand(I: Interp, match: PyMatch, args: any[]): Value | undefined {
  const text = templateText(I, match.pattern.isBytes, args[0]);
  if (text === undefined) return undefined;
  const template = parseTemplate(text, match.pattern);
  if (template instanceof ReProblem) return raisePatternError(I, template.message, args[0], template.at);
  if (template instanceof UnknownGroup) return raiseWith(I, 'IndexError', [`unknown group name '${template.name}'`]);
  return pieceOf(I, match.pattern, fillTemplate(template, match.text, match.slots));
}

/** A replacement text; of bytes as Latin-1. */
export function templateText(I: Interp, isBytes: boolean, v: Value): string | undefined {
  const text = asStr(v);
  if (text !== undefined) return isBytes ? typeError(I, 'expected a bytes-like object, str found') : text;
  const data = asBuffer(v);
  if (data !== undefined && isBytes) return bytesToLatin1(data);
  return typeError(I, `decoding to str: need a bytes-like object, ${typeOf(I, v).tpName} found`);
}

function show(match: PyMatch): string {
  const text = match.text.slice(match.slots[0], match.slots[1]);
  const shown = match.pattern.isBytes ? reprBytes(latin1ToBytes(text)) : reprStr(text);
  return `<re.Match object; span=(${match.point(match.slots[0]!)}, ${match.point(match.slots[1]!)}), match=${Array.from(shown).slice(0, 50).join('')}>`;
}

export const MATCH_SPEC: TypeSpec = {
  name: 'Match',
  module: 're',
  isFinal: true,
  doc: 'The result of re.match() and re.search().\nMatch objects always have a boolean value of True.',
  slots: {
    repr: (_I, match: PyMatch) => show(match),
    getitem: getItem,
    visit: (match: PyMatch, visit) => {
      visit(match.pattern);
      visit(match.subject);
    },
    sizeOf: (I, match: PyMatch) => (12 + match.slots.length) * I.memory.pointerBytes,
  },
  methods: {
    group: someArgs(0, -1, group, 'Return one or more subgroups of the match.'),
    groups: bound('default=None', groups, 'Return a tuple containing all the subgroups of the match, from 1.'),
    groupdict: bound('default=None', groupDict, 'Return a dictionary containing all the named subgroups of the match.'),
    start: position(0),
    end: position(1),
    span: someArgs(0, 1, (I, match: PyMatch, args) => {
      const index = args.length === 0 ? 0 : groupIndex(I, match, args[0]!);
      return index === undefined ? undefined : span(I, match, index);
    }),
    expand: bound(
      'template',
      expand,
      'Return the string obtained by doing backslash substitution on the string template.',
    ),
    __copy__: noArgs((_I, match: PyMatch) => match),
    __deepcopy__: oneArg((_I, match: PyMatch) => match),
  },
  classMethods: CLASS_GETITEM,
  getset: {
    string: { get: (_I, match: PyMatch) => match.subject },
    re: { get: (_I, match: PyMatch) => match.pattern },
    pos: { get: (_I, match: PyMatch) => match.pos },
    endpos: { get: (_I, match: PyMatch) => match.endpos },
    lastindex: { get: (_I, match: PyMatch) => (match.lastGroup === 0 ? null : match.lastGroup) },
    lastgroup: {
      get: (_I, match: PyMatch) => {
        for (const [name, index] of match.pattern.names) if (index === match.lastGroup) return name;
        return null;
      },
    },
    regs: {
      get: (I, match: PyMatch) => {
        const all: Value[] = [];
        for (let i = 0; i <= match.pattern.groups; i++) all.push(span(I, match, i));
        return newTuple(I, all);
      },
    },
  },
};
