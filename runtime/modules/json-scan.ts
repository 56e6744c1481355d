/**
 * Reading JSON text: one loop with an explicit stack, so that depth costs no host stack and a long text can be paused. Positions are UTF-16
 * units inside; what Python sees counts code points (json-natives.ts converts).
 */
import type { Interp } from '../objects/interp.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { PyDict } from '../objects/dict.ts';
import { newDict } from '../objects/dict.ts';
import { PyList, listAppend, newList } from '../objects/list.ts';
import { newTuple } from '../objects/tuple.ts';
import { PyFloat } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { raiseFailure } from '../objects/raise.ts';
import { parseIntText } from '../numeric/int-text.ts';
import { pointToUnit, unitToPoint } from '../text/code-points.ts';

/** Values read between two looks at the clock. */
const CHUNK = 128;

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const BLANKS = /[ \t\n\r]*/y;

/** What is wrong with the text, and where (unit). */
interface Complaint {
  readonly message: string;
  readonly at: number;
}

function skipBlanks(text: string, at: number): number {
  const c = text.charCodeAt(at);
  if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return at;
  const blanks = new RegExp(BLANKS);
  blanks.lastIndex = at;
  blanks.test(text);
  return blanks.lastIndex;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** The result of reading a string whose opening quote is before `start`. */
export interface ScannedString {
  readonly value: string;
  /** Unit after the closing quote. */
  readonly end: number;
}

/** Reads a string literal's rest. `isStrict`: control characters are refused. */
export function scanString(text: string, start: number, isStrict: boolean): ScannedString | Complaint {
  let value = '';
  let from = start;
  for (let i = start; ; i++) {
    if (i >= text.length) return { message: 'Unterminated string starting at', at: start - 1 };
    const c = text.charCodeAt(i);
    if (c === 34) return { value: from === start ? text.slice(start, i) : value + text.slice(from, i), end: i + 1 };
    if (c === 92) {
      value += text.slice(from, i);
      const escape = text[i + 1];
      if (escape === undefined) return { message: 'Unterminated string starting at', at: start - 1 };
      if (escape === 'u') {
        const digits = text.slice(i + 2, i + 6);
        if (!/^[0-9a-fA-F]{4}$/.test(digits)) return { message: 'Invalid \\uXXXX escape', at: i + 1 };
        value += String.fromCharCode(parseInt(digits, 16));
        i += 5;
      } else {
        const plain = ESCAPES[escape];
        if (plain === undefined) return { message: 'Invalid \\escape', at: i };
        value += plain;
        i++;
      }
      from = i + 1;
    } else if (c < 32 && isStrict) return { message: 'Invalid control character at', at: i };
  }
}

// Registers: [delivered, text, position, stack of containers, stack of pending keys, strict, phase, value].
const TEXT = 1;
const AT = 2;
const CONTAINERS = 3;
const KEYS = 4;
const STRICT = 5;
const PHASE = 6;

const enum Phase {
  VALUE,
  FIRST_ITEM,
  FIRST_KEY,
  KEY,
  AFTER,
}

/** Reads one value at code point `index`. Returns (value, end), or (None, message, position) for a text that is wrong. */
export function scanDocument(I: Interp, text: string, index: number, isStrict: boolean): Value | undefined {
  I.ticks -= text.length >> 6;
  return I.enter(SCAN_KIND, [undefined, text, pointToUnit(text, index), [], [], isStrict, Phase.VALUE]);
}

function complain(I: Interp, text: string, complaint: Complaint): Value {
  return newTuple(I, [null, complaint.message, unitToPoint(text, complaint.at)]);
}

export const SCAN_KIND = new NativeKind('json.scan', (I: Interp, f: Frame) => {
  const r = f.r;
  const text: string = r[TEXT];
  const containers: Value[] = r[CONTAINERS];
  const keys: string[] = r[KEYS];
  let value: Value | undefined;
  for (let left = CHUNK; ;) {
    let at: number = r[AT];
    switch (r[PHASE] as Phase) {
      case Phase.FIRST_ITEM:
        at = skipBlanks(text, at);
        r[AT] = at;
        if (text[at] === ']') {
          r[AT] = at + 1;
          value = containers.pop()!;
          r[PHASE] = Phase.AFTER;
          break;
        }
        r[PHASE] = Phase.VALUE;
        break;
      case Phase.FIRST_KEY:
        at = skipBlanks(text, at);
        r[AT] = at;
        if (text[at] === '}') {
          r[AT] = at + 1;
          value = containers.pop()!;
          r[PHASE] = Phase.AFTER;
          break;
        }
        r[PHASE] = Phase.KEY;
        break;
      case Phase.KEY: {
        if (text[at] !== '"')
          return complain(I, text, { message: 'Expecting property name enclosed in double quotes', at });
        const scanned = scanString(text, at + 1, r[STRICT]);
        if ('message' in scanned) return complain(I, text, scanned);
        at = skipBlanks(text, scanned.end);
        if (text[at] !== ':') return complain(I, text, { message: "Expecting ':' delimiter", at });
        keys.push(scanned.value);
        r[AT] = skipBlanks(text, at + 1);
        r[PHASE] = Phase.VALUE;
        break;
      }
      case Phase.VALUE: {
        if (--left <= 0) {
          left = CHUNK;
          if ((I.ticks -= CHUNK) < 0) return I.pause(f);
        }
        const c = text[at];
        if (c === '"') {
          const scanned = scanString(text, at + 1, r[STRICT]);
          if ('message' in scanned) return complain(I, text, scanned);
          if (!chargeText(I, scanned.value)) return undefined;
          value = scanned.value;
          r[AT] = scanned.end;
        } else if (c === '{') {
          containers.push(newDict(I));
          r[AT] = at + 1;
          r[PHASE] = Phase.FIRST_KEY;
          break;
        } else if (c === '[') {
          containers.push(newList(I, []));
          r[AT] = at + 1;
          r[PHASE] = Phase.FIRST_ITEM;
          break;
        } else {
          value = scanScalar(I, f, text, at);
          if (value === undefined) {
            return I.exc !== null ? undefined : complain(I, text, { message: 'Expecting value', at });
          }
        }
        r[PHASE] = Phase.AFTER;
        break;
      }
      case Phase.AFTER: {
        const container = containers[containers.length - 1];
        if (container === undefined) return newTuple(I, [value!, unitToPoint(text, at)]);
        const isList = container instanceof PyList;
        if (isList) {
          if (listAppend(I, container, value!) === undefined) return undefined;
        } else (container as PyDict).setStr(I, keys.pop()!, value!);
        at = skipBlanks(text, at);
        const c = text[at];
        if (c === (isList ? ']' : '}')) {
          r[AT] = at + 1;
          value = containers.pop()!;
          break;
        }
        if (c !== ',') return complain(I, text, { message: "Expecting ',' delimiter", at });
        r[AT] = skipBlanks(text, at + 1);
        r[PHASE] = isList ? Phase.VALUE : Phase.KEY;
        if (!isList && text[r[AT]] !== '"') {
          return complain(I, text, { message: 'Expecting property name enclosed in double quotes', at: r[AT] });
        }
        break;
      }
    }
  }
});

function chargeText(I: Interp, text: string): boolean {
  if (text.length < 1024) {
    I.bytesLeft -= 49 + text.length;
    return true;
  }
  return I.charge(49 + text.length);
}

/** null, true, false, numbers, NaN and infinities. undefined: none of these, or raised. */
function scanScalar(I: Interp, f: Frame, text: string, at: number): Value | undefined {
  const done = (length: number, value: Value): Value => {
    f.r[AT] = at + length;
    return value;
  };
  switch (text[at]) {
    case 'n':
      return text.startsWith('null', at) ? done(4, null) : undefined;
    case 't':
      return text.startsWith('true', at) ? done(4, true) : undefined;
    case 'f':
      return text.startsWith('false', at) ? done(5, false) : undefined;
    case 'N':
      return text.startsWith('NaN', at) ? done(3, new PyFloat(NaN)) : undefined;
    case 'I':
      return text.startsWith('Infinity', at) ? done(8, new PyFloat(Infinity)) : undefined;
  }
  if (text.startsWith('-Infinity', at)) return done(9, new PyFloat(-Infinity));
  const number = new RegExp(NUMBER);
  number.lastIndex = at;
  const match = number.exec(text);
  if (match === null) return undefined;
  const digits = match[0];
  if (match[1] !== undefined || match[2] !== undefined) return done(digits.length, new PyFloat(Number(digits)));
  if (digits.length < 16) return done(digits.length, Number(digits) + 0);
  const parsed = parseIntText(digits, 10, I.maxIntDigits);
  if (typeof parsed === 'object') return raiseFailure(I, parsed);
  return done(digits.length, parsed);
}
