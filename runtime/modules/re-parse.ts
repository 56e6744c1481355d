/**
 * Patterns as text -> tree, with CPython's errors. Problems are thrown as ReProblem and caught in `parsePattern`, the one way in: nothing here
 * can suspend. Depth is bounded (MAX_DEPTH), since nested groups recurse.
 */
import { decimalValue, isIdContinueCode, isIdStartCode } from '../text/unicode-data.ts';
import { ReSource } from './re-source.ts';
import { At, Category, ReFlag, RepeatMode, ReProblem, UNBOUNDED, widthOf } from './re-syntax.ts';
import type { ParsedPattern, ReNode, SetItem } from './re-syntax.ts';

const DIGITS = '0123456789';
const OCTAL = '01234567';
const HEX = '0123456789abcdefABCDEF';
const SPECIAL = '.\\[{()*+?^$|';
const REPEAT = '*+?{';
const BLANKS = ' \t\n\r\v\f';
const MAX_DEPTH = 200;
const MAX_GROUPS = 0x7fffffff / 2;

const LETTER_FLAGS: Readonly<Record<string, number>> = {
  i: ReFlag.IGNORECASE,
  L: ReFlag.LOCALE,
  m: ReFlag.MULTILINE,
  s: ReFlag.DOTALL,
  x: ReFlag.VERBOSE,
  a: ReFlag.ASCII,
  t: ReFlag.TEMPLATE,
  u: ReFlag.UNICODE,
};
const TYPE_FLAGS = ReFlag.ASCII | ReFlag.LOCALE | ReFlag.UNICODE;
const GLOBAL_FLAGS = ReFlag.DEBUG | ReFlag.TEMPLATE;

const PLAIN_ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
const CATEGORIES: Readonly<Record<string, Category>> = {
  d: Category.DIGIT,
  D: Category.NOT_DIGIT,
  s: Category.SPACE,
  S: Category.NOT_SPACE,
  w: Category.WORD,
  W: Category.NOT_WORD,
};
const POSITIONS: Readonly<Record<string, At>> = {
  A: At.TEXT_START,
  b: At.BOUNDARY,
  B: At.NOT_BOUNDARY,
  Z: At.TEXT_END,
};

interface Group {
  isOpen: boolean;
  width: readonly [number, number];
}

class State {
  flags: number;
  readonly groups: Group[] = [{ isOpen: false, width: [0, 0] }];
  readonly names = new Map<string, number>();
  /** First group that a look-behind being read may not refer to; -1 outside of one. */
  lookbehindGroups = -1;
  /** `(?(1)...)` seen before group 1: [group, position]. */
  readonly pending = new Map<number, number>();
  readonly warnings: [string, string][] = [];
  constructor(flags: number) {
    this.flags = flags;
  }

  openGroup(name: string | null): number {
    const index = this.groups.length;
    this.groups.push({ isOpen: true, width: [0, UNBOUNDED] });
    if (index > MAX_GROUPS) throw new ReProblem('too many groups', -1);
    if (name !== null) {
      const old = this.names.get(name);
      if (old !== undefined) {
        throw new ReProblem(`redefinition of group name ${quoted(name)} as group ${index}; was group ${old}`, -1);
      }
      this.names.set(name, index);
    }
    return index;
  }

  closeGroup(index: number, body: ReNode): void {
    this.groups[index] = { isOpen: false, width: widthOf(body, this.widths()) };
  }

  widths(): Map<number, readonly [number, number]> {
    return new Map(this.groups.map((g, i) => [i, g.width]));
  }

  isClosed(index: number): boolean {
    return index < this.groups.length && !this.groups[index]!.isOpen;
  }

  checkLookbehind(index: number, source: ReSource): void {
    if (this.lookbehindGroups < 0) return;
    if (!this.isClosed(index)) throw source.error('cannot refer to an open group');
    if (index >= this.lookbehindGroups)
      throw source.error('cannot refer to group defined in the same lookbehind subpattern');
  }
}

/** As Python's repr of a name shows it in these messages. */
function quoted(name: string): string {
  return name.includes("'") && !name.includes('"') ? `"${name}"` : `'${name.replace(/['\\]/g, '\\$&')}'`;
}

function isIdentifier(name: string): boolean {
  const codes = Array.from(name, (c) => c.codePointAt(0)!);
  return codes.length > 0 && isIdStartCode(codes[0]!) && codes.every((c) => isIdContinueCode(c));
}

/** Returns the tree of `text` (of a bytes pattern: as Latin-1), or what is wrong with it. */
export function parsePattern(text: string, isBytes: boolean, flags: number): ParsedPattern | ReProblem {
  try {
    return parseWith(text, isBytes, flags);
  } catch (problem) {
    if (problem instanceof ReProblem) return problem;
    throw problem;
  }
}

/** Thrown when a global `(?x)` is found: everything is read again as verbose. */
class SwitchToVerbose {}

function parseWith(text: string, isBytes: boolean, flags: number): ParsedPattern {
  let source = new ReSource(text, isBytes);
  let state = new State(flags);
  let node: ReNode;
  try {
    node = parseAlternatives(source, state, (flags & ReFlag.VERBOSE) !== 0, 0);
  } catch (signal) {
    if (!(signal instanceof SwitchToVerbose)) throw signal;
    source = new ReSource(text, isBytes);
    state = new State(flags | ReFlag.VERBOSE);
    node = parseAlternatives(source, state, true, 0);
  }
  state.flags = fixFlags(state.flags, isBytes);
  if (source.next !== null) throw source.error('unbalanced parenthesis');
  for (const [group, at] of state.pending) {
    if (group >= state.groups.length) throw new ReProblem(`invalid group reference ${group}`, at);
  }
  return { node, flags: state.flags, groups: state.groups.length - 1, names: state.names, warnings: state.warnings };
}

function fixFlags(flags: number, isBytes: boolean): number {
  if (!isBytes) {
    if (flags & ReFlag.LOCALE) throw new ReProblem('!cannot use LOCALE flag with a str pattern', -1);
    if (flags & ReFlag.ASCII && flags & ReFlag.UNICODE)
      throw new ReProblem('!ASCII and UNICODE flags are incompatible', -1);
    return flags & ReFlag.ASCII ? flags : flags | ReFlag.UNICODE;
  }
  if (flags & ReFlag.UNICODE) throw new ReProblem('!cannot use UNICODE flag with a bytes pattern', -1);
  if (flags & ReFlag.LOCALE && flags & ReFlag.ASCII)
    throw new ReProblem('!ASCII and LOCALE flags are incompatible', -1);
  return flags;
}

function parseAlternatives(source: ReSource, state: State, isVerbose: boolean, depth: number): ReNode {
  if (depth > MAX_DEPTH) throw source.error('too many nested groups');
  const options: ReNode[] = [];
  do options.push(parseSequence(source, state, isVerbose, depth, depth === 0 && options.length === 0));
  while (source.match('|'));
  return options.length === 1 ? options[0]! : { type: 'branch', options };
}

/** `isFirst`: the sequence starts the pattern, so global flags may stand at its beginning. */
function parseSequence(source: ReSource, state: State, isVerbose: boolean, depth: number, isFirst: boolean): ReNode {
  const items: ReNode[] = [];
  for (;;) {
    const token = source.next;
    if (token === null || token === '|' || token === ')') break;
    source.get();
    if (isVerbose) {
      if (BLANKS.includes(token)) continue;
      if (token === '#') {
        for (;;) {
          const c = source.get();
          if (c === null || c === '\n') break;
        }
        continue;
      }
    }
    if (token[0] === '\\') items.push(parseEscape(source, token, state));
    else if (!SPECIAL.includes(token)) items.push({ type: 'char', code: token.codePointAt(0)! });
    else if (token === '[') items.push(parseSet(source, state));
    else if (REPEAT.includes(token)) parseRepeat(source, token, items);
    else if (token === '.') items.push({ type: 'any' });
    else if (token === '(') {
      const group = parseGroup(source, state, isVerbose, depth, isFirst && items.length === 0);
      if (group !== null) items.push(group);
    } else if (token === '^') items.push({ type: 'at', where: At.LINE_START });
    else items.push({ type: 'at', where: At.LINE_END });
  }
  return items.length === 1 ? items[0]! : { type: 'sequence', items };
}

function parseRepeat(source: ReSource, token: string, items: ReNode[]): void {
  const here = source.pos;
  let min = 0;
  let max = UNBOUNDED;
  if (token === '?') max = 1;
  else if (token === '+') min = 1;
  else if (token === '{') {
    if (source.next === '}') {
      items.push({ type: 'char', code: 123 });
      return;
    }
    let low = '';
    let high = '';
    while (source.next !== null && DIGITS.includes(source.next)) low += source.get();
    if (source.match(',')) {
      while (source.next !== null && DIGITS.includes(source.next)) high += source.get();
    } else high = low;
    if (!source.match('}')) {
      items.push({ type: 'char', code: 123 });
      source.seek(here);
      return;
    }
    if (low !== '') {
      min = Number(low);
      if (min >= UNBOUNDED) throw new ReProblem('!!the repetition number is too large', -1);
    }
    if (high !== '') {
      max = Number(high);
      if (max >= UNBOUNDED) throw new ReProblem('!!the repetition number is too large', -1);
      if (max < min) throw source.error('min repeat greater than max repeat', source.pos - here);
    }
  }
  const item = items[items.length - 1];
  const start = here - 1;
  if (item === undefined || item.type === 'at' || (item.type === 'sequence' && item.items.length === 0)) {
    throw source.error('nothing to repeat', source.pos - start);
  }
  if (item.type === 'repeat') throw source.error('multiple repeat', source.pos - start);
  const mode = source.match('?') ? RepeatMode.LAZY : source.match('+') ? RepeatMode.POSSESSIVE : RepeatMode.GREEDY;
  items[items.length - 1] = { type: 'repeat', min, max, mode, body: item };
}

function parseGroup(
  source: ReSource,
  state: State,
  isVerbose: boolean,
  depth: number,
  mayBeGlobal: boolean,
): ReNode | null {
  const start = source.pos - 1;
  let isCapturing = true;
  let isAtomic = false;
  let name: string | null = null;
  let addFlags = 0;
  let removeFlags = 0;
  if (source.match('?')) {
    const char = source.get();
    if (char === null) throw source.error('unexpected end of pattern');
    if (char === 'P') {
      if (source.match('<')) {
        name = source.getUntil('>', 'group name');
        checkName(source, name, 1);
      } else if (source.match('=')) {
        name = source.getUntil(')', 'group name');
        checkName(source, name, 1);
        const index = state.names.get(name);
        if (index === undefined) throw source.error(`unknown group name ${quoted(name)}`, Array.from(name).length + 1);
        if (!state.isClosed(index)) throw source.error('cannot refer to an open group', Array.from(name).length + 1);
        state.checkLookbehind(index, source);
        return { type: 'reference', index };
      } else {
        const c = source.get();
        if (c === null) throw source.error('unexpected end of pattern');
        throw source.error(`unknown extension ?P${c}`, c.length + 2);
      }
    } else if (char === ':') isCapturing = false;
    else if (char === '#') {
      for (;;) {
        if (source.next === null) throw source.error('missing ), unterminated comment', source.pos - start);
        if (source.get() === ')') return null;
      }
    } else if (char === '=' || char === '!' || char === '<')
      return parseAssertion(source, state, isVerbose, depth, char, start);
    else if (char === '(') return parseCondition(source, state, isVerbose, depth, start);
    else if (char === '>') {
      isCapturing = false;
      isAtomic = true;
    } else if (char in LETTER_FLAGS || char === '-') {
      const flags = parseFlags(source, state, char);
      if (flags === null) {
        if (!mayBeGlobal) throw source.error('global flags not at the start of the expression', source.pos - start);
        if (state.flags & ReFlag.VERBOSE && !isVerbose) throw new SwitchToVerbose();
        return null;
      }
      [addFlags, removeFlags] = flags;
      isCapturing = false;
    } else throw source.error(`unknown extension ?${char}`, char.length + 1);
  }
  let index = -1;
  if (isCapturing) {
    try {
      index = state.openGroup(name);
    } catch (problem) {
      if (problem instanceof ReProblem) throw source.error(problem.message, Array.from(name ?? '').length + 1);
      throw problem;
    }
  }
  const inner = (isVerbose || (addFlags & ReFlag.VERBOSE) !== 0) && !(removeFlags & ReFlag.VERBOSE);
  const body = parseAlternatives(source, state, inner, depth + 1);
  if (!source.match(')')) throw source.error('missing ), unterminated subpattern', source.pos - start);
  if (index >= 0) state.closeGroup(index, body);
  if (isAtomic) return { type: 'atomic', body };
  return { type: 'group', index, addFlags, removeFlags, body };
}

function checkName(source: ReSource, name: string, offset: number): void {
  const length = Array.from(name).length;
  if (source.isBytes) {
    if (!/^[\x00-\x7f]*$/.test(name) || !isIdentifier(name)) {
      throw source.error(`bad character in group name ${bytesQuoted(name)}`, length + offset);
    }
  } else if (!isIdentifier(name)) throw source.error(`bad character in group name ${quoted(name)}`, length + offset);
}

function bytesQuoted(name: string): string {
  return quoted(name.replace(/[^ -~]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`));
}

function parseAssertion(
  source: ReSource,
  state: State,
  isVerbose: boolean,
  depth: number,
  first: string,
  start: number,
): ReNode {
  let char = first;
  const isBehind = char === '<';
  const outer = state.lookbehindGroups;
  if (isBehind) {
    const c = source.get();
    if (c === null) throw source.error('unexpected end of pattern');
    if (c !== '=' && c !== '!') throw source.error(`unknown extension ?<${c}`, c.length + 2);
    char = c;
    if (outer < 0) state.lookbehindGroups = state.groups.length;
  }
  const body = parseAlternatives(source, state, isVerbose, depth + 1);
  if (isBehind && outer < 0) state.lookbehindGroups = -1;
  if (!source.match(')')) throw source.error('missing ), unterminated subpattern', source.pos - start);
  if (isBehind) {
    const [low, high] = widthOf(body, state.widths());
    if (low !== high) throw new ReProblem('look-behind requires fixed-width pattern', -1);
  }
  return { type: 'assert', isBehind, isNegated: char === '!', body };
}

function parseCondition(source: ReSource, state: State, isVerbose: boolean, depth: number, start: number): ReNode {
  const name = source.getUntil(')', 'group name');
  const length = Array.from(name).length;
  let index: number;
  if (isIdentifier(name)) {
    checkName(source, name, 1);
    const found = state.names.get(name);
    if (found === undefined) throw source.error(`unknown group name ${quoted(name)}`, length + 1);
    index = found;
  } else {
    const digits = groupNumber(name);
    if (digits === null)
      throw source.error(
        `bad character in group name ${source.isBytes ? bytesQuoted(name) : quoted(name)}`,
        length + 1,
      );
    index = digits;
    if (index === 0) throw source.error('bad group number', length + 1);
    if (index >= MAX_GROUPS) throw source.error(`invalid group reference ${index}`, length + 1);
    if (!state.pending.has(index)) state.pending.set(index, source.pos - length - 1);
    if (!/^[0-9]+$/.test(name)) {
      state.warnings.push([
        'DeprecationWarning',
        `bad character in group name ${source.isBytes ? bytesQuoted(name) : quoted(name)} at position ${source.pos - length - 1}`,
      ]);
    }
  }
  state.checkLookbehind(index, source);
  const yes = parseSequence(source, state, isVerbose, depth + 1, false);
  let no: ReNode | null = null;
  if (source.match('|')) {
    no = parseSequence(source, state, isVerbose, depth + 1, false);
    if (source.next === '|') throw source.error('conditional backref with more than two branches');
  }
  if (!source.match(')')) throw source.error('missing ), unterminated subpattern', source.pos - start);
  return { type: 'condition', index, yes, no };
}

/** What int() makes of the text of a group number; null if it refuses. */
function groupNumber(name: string): number | null {
  const text = name
    .trim()
    .replace(/^\+/, '')
    .replace(/(?<=\w)_(?=\w)/g, '');
  const digits = Array.from(text, (c) => decimalValue(c.codePointAt(0)!));
  if (digits.length === 0 || digits.some((d) => d < 0)) return null;
  return digits.reduce((n, d) => n * 10 + d, 0);
}

/** Reads the flags of `(?i)` (null: they are global, and have been set) or `(?i-m:` (those to add, those to remove). */
function parseFlags(source: ReSource, state: State, first: string): [number, number] | null {
  let char: string | null = first;
  let add = 0;
  let remove = 0;
  if (char !== '-') {
    for (;;) {
      const flag: number = LETTER_FLAGS[char!]!;
      if (source.isBytes) {
        if (char === 'u') throw source.error("bad inline flags: cannot use 'u' flag with a bytes pattern");
      } else if (char === 'L') throw source.error("bad inline flags: cannot use 'L' flag with a str pattern");
      add |= flag;
      if (flag & TYPE_FLAGS && (add & TYPE_FLAGS) !== flag) {
        throw source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
      }
      char = source.get();
      if (char === null) throw source.error('missing -, : or )');
      if (char === ')' || char === '-' || char === ':') break;
      if (!(char in LETTER_FLAGS)) {
        const message = /^\p{L}$/u.test(char) ? 'unknown flag' : 'missing -, : or )';
        throw source.error(message, char.length);
      }
    }
  }
  if (char === ')') {
    state.flags |= add;
    return null;
  }
  if (add & GLOBAL_FLAGS) throw source.error('bad inline flags: cannot turn on global flag', 1);
  if (char === '-') {
    char = source.get();
    if (char === null) throw source.error('missing flag');
    if (!(char in LETTER_FLAGS))
      throw source.error(/^\p{L}$/u.test(char) ? 'unknown flag' : 'missing flag', char.length);
    for (;;) {
      const flag = LETTER_FLAGS[char]!;
      if (flag & TYPE_FLAGS) throw source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
      remove |= flag;
      char = source.get();
      if (char === null) throw source.error('missing :');
      if (char === ':') break;
      if (!(char in LETTER_FLAGS))
        throw source.error(/^\p{L}$/u.test(char) ? 'unknown flag' : 'missing :', char.length);
    }
  }
  if (remove & GLOBAL_FLAGS) throw source.error('bad inline flags: cannot turn off global flag', 1);
  if (add & remove) throw source.error('bad inline flags: flag turned on and off', 1);
  return [add, remove];
}

/** `\xhh`, `\uhhhh`, `\Uhhhhhhhh`; null if the escape is none of these. */
function parseHexEscape(source: ReSource, escape: string): number | null {
  const c = escape[1]!;
  const count = c === 'x' ? 2 : source.isBytes ? 0 : c === 'u' ? 4 : c === 'U' ? 8 : 0;
  if (count === 0) return null;
  const digits = source.getWhile(count, HEX);
  if (digits.length !== count) throw source.error(`incomplete escape ${escape}${digits}`, digits.length + 2);
  const code = parseInt(digits, 16);
  if (code > 0x10ffff) throw source.error(`bad escape ${escape}${digits}`, digits.length + 2);
  return code;
}

function parseNamedEscape(source: ReSource): never {
  if (!source.match('{')) throw source.error('missing {');
  const name = source.getUntil('}', 'character name');
  throw source.error(`undefined character name ${quoted(name)}`, Array.from(name).length + 4);
}

/** An escape outside of a class. */
function parseEscape(source: ReSource, escape: string, state: State): ReNode {
  const c = escape.slice(1);
  const category = CATEGORIES[c];
  if (category !== undefined) return { type: 'set', isNegated: false, items: [{ category }] };
  const where = POSITIONS[c];
  if (where !== undefined) return { type: 'at', where };
  const plain = PLAIN_ESCAPES[c];
  if (plain !== undefined) return { type: 'char', code: plain };
  const code = parseHexEscape(source, escape);
  if (code !== null) return { type: 'char', code };
  if (c === 'N' && !source.isBytes) parseNamedEscape(source);
  if (c === '0') return { type: 'char', code: parseInt(`0${source.getWhile(2, OCTAL)}`, 8) };
  if (DIGITS.includes(c)) {
    let digits = c;
    if (source.next !== null && DIGITS.includes(source.next)) {
      digits += source.get();
      if (
        OCTAL.includes(digits[0]!) &&
        OCTAL.includes(digits[1]!) &&
        source.next !== null &&
        OCTAL.includes(source.next)
      ) {
        digits += source.get();
        const octal = parseInt(digits, 8);
        if (octal > 0o377) {
          throw source.error(`octal escape value \\${digits} outside of range 0-0o377`, digits.length + 1);
        }
        return { type: 'char', code: octal };
      }
    }
    const index = Number(digits);
    if (index < state.groups.length) {
      if (!state.isClosed(index)) throw source.error('cannot refer to an open group', digits.length + 1);
      state.checkLookbehind(index, source);
      return { type: 'reference', index };
    }
    throw source.error(`invalid group reference ${index}`, digits.length);
  }
  if (/^[a-zA-Z]$/.test(c)) throw source.error(`bad escape ${escape}`, 2);
  return { type: 'char', code: c.codePointAt(0)! };
}

/** An escape inside of a class. */
function parseSetEscape(source: ReSource, escape: string): SetItem {
  const c = escape.slice(1);
  const single = (code: number): SetItem => ({ low: code, high: code });
  const plain = PLAIN_ESCAPES[c];
  if (plain !== undefined) return single(plain);
  const category = CATEGORIES[c];
  if (category !== undefined) return { category };
  const code = parseHexEscape(source, escape);
  if (code !== null) return single(code);
  if (c === 'N' && !source.isBytes) parseNamedEscape(source);
  if (OCTAL.includes(c)) {
    const digits = c + source.getWhile(2, OCTAL);
    const octal = parseInt(digits, 8);
    if (octal > 0o377) {
      throw source.error(`octal escape value \\${digits} outside of range 0-0o377`, digits.length + 1);
    }
    return single(octal);
  }
  if (DIGITS.includes(c) || /^[a-zA-Z]$/.test(c)) throw source.error(`bad escape ${escape}`, 2);
  return single(c.codePointAt(0)!);
}

function parseSet(source: ReSource, state: State): ReNode {
  const here = source.pos - 1;
  const items: SetItem[] = [];
  const isNegated = source.match('^');
  if (source.next === '[') warnOfSet(source, state, 'nested', 0);
  for (let isStart = true; ; isStart = false) {
    const token = source.get();
    if (token === null) throw source.error('unterminated character set', source.pos - here);
    if (token === ']' && !isStart) break;
    let first: SetItem;
    if (token[0] === '\\') first = parseSetEscape(source, token);
    else {
      if (!isStart && token === source.next && '-&~|'.includes(token)) {
        const what =
          token === '-'
            ? 'difference'
            : token === '&'
              ? 'intersection'
              : token === '~'
                ? 'symmetric difference'
                : 'union';
        warnOfSet(source, state, what, 1);
      }
      const code = token.codePointAt(0)!;
      first = { low: code, high: code };
    }
    if (!source.match('-')) {
      items.push(first);
      continue;
    }
    const that = source.get();
    if (that === null) throw source.error('unterminated character set', source.pos - here);
    if (that === ']') {
      items.push(first, { low: 45, high: 45 });
      break;
    }
    let second: SetItem;
    if (that[0] === '\\') second = parseSetEscape(source, that);
    else {
      if (that === '-') warnOfSet(source, state, 'difference', 2);
      const code = that.codePointAt(0)!;
      second = { low: code, high: code };
    }
    if ('category' in first || 'category' in second || second.low < first.low) {
      throw source.error(
        `bad character range ${token}-${that}`,
        Array.from(token).length + 1 + Array.from(that).length,
      );
    }
    items.push({ low: first.low, high: second.low });
  }
  const [only] = items;
  if (!isNegated && items.length === 1 && only !== undefined && !('category' in only) && only.low === only.high) {
    return { type: 'char', code: only.low };
  }
  return { type: 'set', isNegated, items };
}

function warnOfSet(source: ReSource, state: State, what: string, back: number): void {
  const at = source.pos - back;
  const text = what === 'nested' ? `Possible nested set at position ${at}` : `Possible set ${what} at position ${at}`;
  state.warnings.push(['FutureWarning', text]);
}
