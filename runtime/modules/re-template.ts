/** Replacement texts of `sub` and `expand`: literal pieces and references to groups. */
import { ReSource } from './re-source.ts';
import { ReProblem } from './re-syntax.ts';
import type { PyPattern } from './re-pattern.ts';
import { isIdContinueCode, isIdStartCode } from '../text/unicode-data.ts';

/** Literal texts and group numbers. */
export type Template = readonly (string | number)[];

/** An IndexError: a group name that the pattern does not have. */
export class UnknownGroup {
  constructor(readonly name: string) {}
}

const DIGITS = '0123456789';
const OCTAL = '01234567';
const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

/** Reads a replacement text for `pattern`. */
export function parseTemplate(text: string, pattern: PyPattern): Template | ReProblem | UnknownGroup {
  if (!text.includes('\\')) return [text];
  try {
    return parse(text, pattern);
  } catch (problem) {
    if (problem instanceof ReProblem || problem instanceof UnknownGroup) return problem;
    throw problem;
  }
}

function parse(text: string, pattern: PyPattern): Template {
  const source = new ReSource(text, pattern.isBytes);
  const parts: (string | number)[] = [];
  let literal = '';
  const addGroup = (index: number, back: number): void => {
    if (index > pattern.groups) throw source.error(`invalid group reference ${index}`, back);
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push(index);
  };
  for (;;) {
    const token = source.get();
    if (token === null) break;
    if (token[0] !== '\\') {
      literal += token;
      continue;
    }
    const c = token.slice(1);
    if (c === 'g') {
      if (!source.match('<')) throw source.error('missing <');
      const name = source.getUntil('>', 'group name');
      const length = Array.from(name).length;
      if (/^[0-9]+$/.test(name)) addGroup(Number(name), length + 1);
      else {
        if (!isIdentifier(name)) throw source.error(`bad character in group name '${name}'`, length + 1);
        const index = pattern.names.get(name);
        if (index === undefined) throw new UnknownGroup(name);
        addGroup(index, length + 1);
      }
    } else if (c === '0') {
      let digits = '';
      for (let i = 0; i < 2 && source.next !== null && OCTAL.includes(source.next); i++) digits += source.get();
      literal += String.fromCharCode(parseInt(`0${digits}`, 8) & 0xff);
    } else if (DIGITS.includes(c)) {
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
          const code = parseInt(digits, 8);
          if (code > 0o377)
            throw source.error(`octal escape value \\${digits} outside of range 0-0o377`, digits.length + 1);
          literal += String.fromCharCode(code);
          continue;
        }
      }
      addGroup(Number(digits), digits.length);
    } else if (ESCAPES[c] !== undefined) literal += ESCAPES[c];
    else if (/^[a-zA-Z]$/.test(c)) throw source.error(`bad escape ${token}`, 2);
    else literal += token;
  }
  if (literal !== '' || parts.length === 0) parts.push(literal);
  return parts;
}

function isIdentifier(name: string): boolean {
  const codes = Array.from(name, (c) => c.codePointAt(0)!);
  return codes.length > 0 && isIdStartCode(codes[0]!) && codes.every((c) => isIdContinueCode(c));
}

/** The template filled in from a text and the units of its groups. */
export function fillTemplate(template: Template, text: string, slots: readonly number[]): string {
  let result = '';
  for (const part of template) {
    if (typeof part === 'string') result += part;
    else if (slots[part * 2]! >= 0) result += text.slice(slots[part * 2], slots[part * 2 + 1]);
  }
  return result;
}
