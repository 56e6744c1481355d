/**
 * `re.Pattern` and the scanner. Each method is a native continuation around `advance`: a search may be paused at any step, and the function
 * that `sub` calls may switch.
 */
import type { Interp } from '../objects/interp.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { bound, noArgs, oneArg } from '../objects/native.ts';
import type { TypeSpec } from '../objects/native.ts';
import { argumentKind, sizeArgument } from '../objects/argument.ts';
import { getAttr } from '../objects/attribute.ts';
import { newCallableIterator } from '../objects/callable-iterator.ts';
import { CLASS_GETITEM } from '../objects/class-getitem.ts';
import { asBuffer, asStr } from '../objects/unwrap.ts';
import { newDict } from '../objects/dict.ts';
import { listAppend, newList } from '../objects/list.ts';
import type { PyList } from '../objects/list.ts';
import { raiseWith, typeError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { typeOf } from '../objects/type-of.ts';
import type { Value } from '../objects/value.ts';
import { PyMappingProxy } from '../objects/mapping-proxy.ts';
import { MAPPING_PROXY_SPEC } from '../objects/mapping-proxy-type.ts';
import { bytesToLatin1 } from '../text/bytes-methods.ts';
import { reprBytes, reprStr } from '../text/repr.ts';
import { pointLength } from '../text/code-points.ts';
import { MatchMode, Outcome, Run, continueRun } from './re-match.ts';
import type { RunState } from './re-match.ts';
import { MATCH_SPEC, templateText } from './re-match-type.ts';
import {
  PyPattern,
  PyScanner,
  advance,
  beginRun,
  newMatch,
  pieceOf,
  raisePatternError,
  subjectText,
} from './re-pattern.ts';
import { ReFlag, ReProblem } from './re-syntax.ts';
import { UnknownGroup, fillTemplate, parseTemplate } from './re-template.ts';
import type { Template } from './re-template.ts';

const MAX_SIZE = 9223372036854775807n;

// -- one match -----------------------------------------------------------------------------------------

/** r = [-, pattern, subject, run, pos, endpos] */
const ONE_KIND = new NativeKind('re.match', (I: Interp, f: Frame) => {
  const r = f.r;
  const outcome = advance(I, r[1].program, r[3]);
  if (outcome === undefined) return undefined;
  if (outcome === Outcome.PAUSED) return I.pause(f);
  return outcome === Outcome.FAILED ? null : newMatch(I, r[1], r[2], r[3], r[4], r[5], I.typeFor(MATCH_SPEC));
});

function one(name: string, mode: MatchMode) {
  const fn = (I: Interp, pattern: PyPattern, args: any[]): any => {
    const pos = sizeArgument(I, kind, pattern, args, 1);
    if (pos === undefined) return undefined;
    const endpos = sizeArgument(I, kind, pattern, args, 2);
    if (endpos === undefined) return undefined;
    const text = subjectText(I, pattern, args[0]);
    if (text === undefined) return undefined;
    const m = beginRun(pattern, text, pos, endpos, mode);
    const [from, to] = clipped(text, pos, endpos);
    const outcome = advance(I, pattern.program, m);
    if (outcome === Outcome.FAILED) return null;
    if (outcome === Outcome.MATCHED) return newMatch(I, pattern, args[0], m, from, to, I.typeFor(MATCH_SPEC));
    return outcome === undefined ? undefined : I.enter(ONE_KIND, [undefined, pattern, args[0], m, from, to]);
  };
  const kind = argumentKind(`re.${name}.arguments`, fn);
  return { kind, spec: bound(`string, pos=0, endpos=${MAX_SIZE}`, fn) };
}

/** `pos` and `endpos` as a match shows them. */
function clipped(text: string, pos: number, endpos: number): [number, number] {
  const length = pointLength(text);
  const clip = (n: number): number => Math.min(Math.max(0, n), length);
  return [clip(pos), clip(endpos)];
}

const MATCH = one('match', MatchMode.MATCH);
const FULLMATCH = one('fullmatch', MatchMode.FULLMATCH);
const SEARCH = one('search', MatchMode.SEARCH);

// -- all matches ---------------------------------------------------------------------------------------

/** What findall() gives for a match: the whole, the only group, or all groups. */
function found(I: Interp, pattern: PyPattern, m: RunState): Value {
  const slots: number[] = m[Run.SLOTS];
  const text: string = m[Run.TEXT];
  const piece = (i: number): Value =>
    pieceOf(I, pattern, slots[i * 2]! < 0 ? '' : text.slice(slots[i * 2], slots[i * 2 + 1]));
  if (pattern.groups <= 1) return piece(pattern.groups);
  const pieces: Value[] = [];
  for (let i = 1; i <= pattern.groups; i++) pieces.push(piece(i));
  return newTuple(I, pieces);
}

/** r = [-, pattern, run, list] */
const FINDALL_KIND = new NativeKind('re.findall', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    const outcome = advance(I, r[1].program, r[2]);
    if (outcome === undefined) return undefined;
    if (outcome === Outcome.PAUSED) return I.pause(f);
    if (outcome === Outcome.FAILED) return r[3];
    if (listAppend(I, r[3], found(I, r[1], r[2])) === undefined) return undefined;
    continueRun(r[2]);
    if (I.ticks < 0) return I.pause(f);
  }
});

function findAll(I: Interp, pattern: PyPattern, args: any[]): any {
  const pos = sizeArgument(I, FINDALL_ARGUMENTS, pattern, args, 1);
  if (pos === undefined) return undefined;
  const endpos = sizeArgument(I, FINDALL_ARGUMENTS, pattern, args, 2);
  if (endpos === undefined) return undefined;
  const text = subjectText(I, pattern, args[0]);
  if (text === undefined) return undefined;
  return I.enter(FINDALL_KIND, [
    undefined,
    pattern,
    beginRun(pattern, text, pos, endpos, MatchMode.SEARCH),
    newList(I, []),
  ]);
}
const FINDALL_ARGUMENTS = argumentKind('re.findall.arguments', findAll);

function makeScanner(I: Interp, pattern: PyPattern, args: any[], kind: NativeKind): PyScanner | undefined {
  const pos = sizeArgument(I, kind, pattern, args, 1);
  if (pos === undefined) return undefined;
  const endpos = sizeArgument(I, kind, pattern, args, 2);
  if (endpos === undefined) return undefined;
  const text = subjectText(I, pattern, args[0]);
  if (text === undefined) return undefined;
  const [from, to] = clipped(text, pos, endpos);
  return new PyScanner(
    I.typeFor(SCANNER_SPEC),
    pattern,
    args[0],
    beginRun(pattern, text, pos, endpos, MatchMode.SEARCH),
    from,
    to,
  );
}

function scanner(I: Interp, pattern: PyPattern, args: any[]): any {
  return makeScanner(I, pattern, args, SCANNER_ARGUMENTS);
}
const SCANNER_ARGUMENTS = argumentKind('re.scanner.arguments', scanner);

function findIter(I: Interp, pattern: PyPattern, args: any[]): any {
  const made = makeScanner(I, pattern, args, FINDITER_ARGUMENTS);
  if (made === undefined) return undefined;
  const method = getAttr(I, made, 'search');
  return method === undefined ? undefined : newCallableIterator(I, method, null);
}
const FINDITER_ARGUMENTS = argumentKind('re.finditer.arguments', findIter);

/** r = [-, scanner] */
const SCAN_KIND = new NativeKind('re.scan', (I: Interp, f: Frame) => {
  const scan: PyScanner = f.r[1];
  if (scan.isExhausted) return null;
  const outcome = advance(I, scan.pattern.program, scan.run);
  if (outcome === undefined) return undefined;
  if (outcome === Outcome.PAUSED) return I.pause(f);
  if (outcome === Outcome.FAILED) {
    scan.isExhausted = true;
    return null;
  }
  const match = newMatch(I, scan.pattern, scan.subject, scan.run, scan.pos, scan.endpos, I.typeFor(MATCH_SPEC));
  continueRun(scan.run);
  return match;
});

function scanWith(mode: MatchMode) {
  return noArgs((I, scan: PyScanner) => {
    scan.run[Run.MODE] = mode;
    return I.enter(SCAN_KIND, [undefined, scan]);
  });
}

export const SCANNER_SPEC: TypeSpec = {
  name: 'SRE_Scanner',
  module: '_sre',
  isFinal: true,
  slots: {
    visit: (scan: PyScanner, visit) => {
      visit(scan.pattern);
      visit(scan.subject);
    },
    sizeOf: (I) => 30 * I.memory.pointerBytes,
  },
  methods: { match: scanWith(MatchMode.MATCH), search: scanWith(MatchMode.SEARCH) },
  getset: { pattern: { get: (_I, scan: PyScanner) => scan.pattern } },
  kinds: [SCAN_KIND],
};

/** r = [-, pattern, run, list, end of the last match, splits that are left (-1: no bound)] */
const SPLIT_KIND = new NativeKind('re.split', (I: Interp, f: Frame) => {
  const r = f.r;
  const pattern: PyPattern = r[1];
  const m: RunState = r[2];
  const list: PyList = r[3];
  const text: string = m[Run.TEXT];
  while (r[5] !== 0) {
    const outcome = advance(I, pattern.program, m);
    if (outcome === undefined) return undefined;
    if (outcome === Outcome.PAUSED) return I.pause(f);
    if (outcome === Outcome.FAILED) break;
    const slots: number[] = m[Run.SLOTS];
    if (listAppend(I, list, pieceOf(I, pattern, text.slice(r[4], slots[0]))) === undefined) return undefined;
    for (let i = 1; i <= pattern.groups; i++) {
      const value = slots[i * 2]! < 0 ? null : pieceOf(I, pattern, text.slice(slots[i * 2], slots[i * 2 + 1]));
      if (listAppend(I, list, value) === undefined) return undefined;
    }
    r[4] = slots[1];
    r[5]--;
    continueRun(m);
    if (I.ticks < 0) return I.pause(f);
  }
  return listAppend(I, list, pieceOf(I, pattern, text.slice(r[4]))) === undefined ? undefined : list;
});

function split(I: Interp, pattern: PyPattern, args: any[]): any {
  const count = sizeArgument(I, SPLIT_ARGUMENTS, pattern, args, 1);
  if (count === undefined) return undefined;
  const text = subjectText(I, pattern, args[0]);
  if (text === undefined) return undefined;
  const m = beginRun(pattern, text, 0, Infinity, MatchMode.SEARCH);
  // A negative bound allows none.
  return I.enter(SPLIT_KIND, [undefined, pattern, m, newList(I, []), 0, count === 0 ? -1 : Math.max(0, count)]);
}
const SPLIT_ARGUMENTS = argumentKind('re.split.arguments', split);

// -- substitution --------------------------------------------------------------------------------------

// Registers: [delivered, pattern, subject, run, template or null, function or null, pieces, end of the last match, replacements left
// (-1: no bound), count, with the count?, bytes charged, pos, endpos].
const TEMPLATE = 4;
const FUNCTION = 5;
const PIECES = 6;
const LAST = 7;
const LEFT = 8;
const COUNT = 9;
const WITH_COUNT = 10;

const SUB_KIND = new NativeKind('re.sub', (I: Interp, f: Frame) => {
  const r = f.r;
  const pattern: PyPattern = r[1];
  const m: RunState = r[3];
  const text: string = m[Run.TEXT];
  const pieces: string[] = r[PIECES];
  let item = r[0];
  r[0] = undefined;
  while (item !== undefined || r[LEFT] !== 0) {
    if (item === undefined) {
      const outcome = advance(I, pattern.program, m);
      if (outcome === undefined) return undefined;
      if (outcome === Outcome.PAUSED) return I.pause(f);
      if (outcome === Outcome.FAILED) break;
      const slots: number[] = m[Run.SLOTS];
      if (slots[0]! > r[LAST] && !addPiece(I, pieces, text.slice(r[LAST], slots[0]))) return undefined;
      r[LAST] = slots[1];
      r[LEFT]--;
      r[COUNT]++;
      const template: Template | null = r[TEMPLATE];
      if (template !== null) {
        const filled =
          template.length === 1 && typeof template[0] === 'string' ? template[0] : fillTemplate(template, text, slots);
        continueRun(m);
        if (filled !== '' && !addPiece(I, pieces, filled)) return undefined;
      } else {
        const match = newMatch(I, pattern, r[2], m, 0, pointLength(text), I.typeFor(MATCH_SPEC));
        continueRun(m);
        item = I.call(r[FUNCTION], [match], null);
        if (item === undefined) return undefined;
      }
    }
    if (item !== undefined) {
      if (item !== null) {
        const replacement = replacementText(I, pattern, item, pieces.length);
        if (replacement === undefined || !addPiece(I, pieces, replacement)) return undefined;
      }
      item = undefined;
    }
    if (I.ticks < 0) return I.pause(f);
  }
  if (r[LAST] < text.length && !addPiece(I, pieces, text.slice(r[LAST]))) return undefined;
  const result = pieceOf(I, pattern, pieces.join(''));
  return r[WITH_COUNT] ? newTuple(I, [result, r[COUNT]]) : result;
});

function addPiece(I: Interp, pieces: string[], piece: string): boolean {
  pieces.push(piece);
  if (piece.length < 1024) {
    I.bytesLeft -= piece.length;
    return true;
  }
  return I.charge(piece.length);
}

/** What the function of `sub` returned, as text. */
function replacementText(I: Interp, pattern: PyPattern, item: Value, index: number): string | undefined {
  if (!pattern.isBytes) {
    return (
      asStr(item) ?? typeError(I, `sequence item ${index}: expected str instance, ${typeOf(I, item).tpName} found`)
    );
  }
  const data = asBuffer(item);
  if (data !== undefined) return bytesToLatin1(data);
  return typeError(I, `sequence item ${index}: expected a bytes-like object, ${typeOf(I, item).tpName} found`);
}

function substitute(name: string, withCount: boolean) {
  const fn = (I: Interp, pattern: PyPattern, args: any[]): any => {
    const count = sizeArgument(I, kind, pattern, args, 2);
    if (count === undefined) return undefined;
    let template: Template | null = null;
    if (typeOf(I, args[0]).slots.call === null) {
      const replacement = templateText(I, pattern.isBytes, args[0]);
      if (replacement === undefined) return undefined;
      const parsed = parseTemplate(replacement, pattern);
      if (parsed instanceof ReProblem) return raisePatternError(I, parsed.message, args[0], parsed.at);
      if (parsed instanceof UnknownGroup) return raiseWith(I, 'IndexError', [`unknown group name '${parsed.name}'`]);
      template = parsed;
    }
    const text = subjectText(I, pattern, args[1]);
    if (text === undefined) return undefined;
    const m = beginRun(pattern, text, 0, Infinity, MatchMode.SEARCH);
    const left = count === 0 ? -1 : Math.max(0, count);
    return I.enter(SUB_KIND, [undefined, pattern, args[1], m, template, args[0], [], 0, left, 0, withCount]);
  };
  const kind = argumentKind(`re.${name}.arguments`, fn);
  return { kind, spec: bound('repl, string, count=0', fn) };
}
const SUB = substitute('sub', false);
const SUBN = substitute('subn', true);

// -- the type ------------------------------------------------------------------------------------------

const FLAG_NAMES: readonly (readonly [number, string])[] = [
  [ReFlag.TEMPLATE, 're.TEMPLATE'],
  [ReFlag.IGNORECASE, 're.IGNORECASE'],
  [ReFlag.LOCALE, 're.LOCALE'],
  [ReFlag.MULTILINE, 're.MULTILINE'],
  [ReFlag.DOTALL, 're.DOTALL'],
  [ReFlag.UNICODE, 're.UNICODE'],
  [ReFlag.VERBOSE, 're.VERBOSE'],
  [ReFlag.DEBUG, 're.DEBUG'],
  [ReFlag.ASCII, 're.ASCII'],
];

function show(pattern: PyPattern): string {
  const source = pattern.pattern;
  const text =
    typeof source === 'string'
      ? reprStr(source)
      : asStr(source) !== undefined
        ? reprStr(asStr(source)!)
        : reprBytes(asBuffer(source)!);
  let flags = pattern.flags;
  if (!pattern.isBytes && (flags & (ReFlag.LOCALE | ReFlag.UNICODE | ReFlag.ASCII)) === ReFlag.UNICODE)
    flags &= ~ReFlag.UNICODE;
  const names: string[] = [];
  for (const [flag, name] of FLAG_NAMES) {
    if (flags & flag) {
      names.push(name);
      flags &= ~flag;
    }
  }
  if (flags !== 0) names.push(`0x${flags.toString(16)}`);
  return `re.compile(${Array.from(text).slice(0, 200).join('')}${names.length > 0 ? `, ${names.join('|')}` : ''})`;
}

function sameText(a: Value, b: Value): boolean {
  const x = asStr(a);
  if (x !== undefined) return x === asStr(b);
  const p = asBuffer(a);
  const q = asBuffer(b);
  return p !== undefined && q !== undefined && p.length === q.length && p.every((byte, i) => byte === q[i]);
}

export const PATTERN_SPEC: TypeSpec = {
  name: 'Pattern',
  module: 're',
  isFinal: true,
  doc: 'Compiled regular expression object.',
  slots: {
    repr: (_I, pattern: PyPattern) => show(pattern),
    hash: (_I, pattern: PyPattern) => {
      const text = asStr(pattern.pattern) ?? bytesToLatin1(asBuffer(pattern.pattern)!);
      let hash = pattern.flags;
      for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
      return hash === -1 ? -2 : hash;
    },
    compare: (I, op, a, b) => {
      if ((op !== 2 && op !== 3) || !(a instanceof PyPattern) || !(b instanceof PyPattern)) return I.NotImplemented;
      const same = a === b || (a.flags === b.flags && a.isBytes === b.isBytes && sameText(a.pattern, b.pattern));
      return same === (op === 2);
    },
    visit: (pattern: PyPattern, visit) => visit(pattern.pattern),
    sizeOf: (I, pattern: PyPattern) => 14 * I.memory.pointerBytes + 4 * pattern.program.code.length,
  },
  methods: {
    match: MATCH.spec,
    fullmatch: FULLMATCH.spec,
    search: SEARCH.spec,
    findall: bound(`string, pos=0, endpos=${MAX_SIZE}`, findAll),
    finditer: bound(`string, pos=0, endpos=${MAX_SIZE}`, findIter),
    scanner: bound(`string, pos=0, endpos=${MAX_SIZE}`, scanner),
    split: bound('string, maxsplit=0', split),
    sub: SUB.spec,
    subn: SUBN.spec,
    __copy__: noArgs((_I, pattern: PyPattern) => pattern),
    __deepcopy__: oneArg((_I, pattern: PyPattern) => pattern),
  },
  getset: {
    pattern: { get: (_I, pattern: PyPattern) => pattern.pattern },
    flags: { get: (_I, pattern: PyPattern) => pattern.flags },
    groups: { get: (_I, pattern: PyPattern) => pattern.groups },
    groupindex: {
      get: (I, pattern: PyPattern) => {
        const dict = newDict(I);
        for (const [name, index] of pattern.names) dict.setStr(I, name, index);
        return new PyMappingProxy(I.typeFor(MAPPING_PROXY_SPEC), dict);
      },
    },
  },
  classMethods: CLASS_GETITEM,
  kinds: [
    ONE_KIND,
    MATCH.kind,
    FULLMATCH.kind,
    SEARCH.kind,
    FINDALL_KIND,
    FINDALL_ARGUMENTS,
    SCANNER_ARGUMENTS,
    FINDITER_ARGUMENTS,
    SPLIT_KIND,
    SPLIT_ARGUMENTS,
    SUB_KIND,
    SUB.kind,
    SUBN.kind,
  ],
};
