/**
 * `template % values`: parsing the template, and laying out one converted value.
 *
 * CPython works through a template from left to right and finds a fault only when it comes to it, so
 * a parsed template may end in a failure: the caller raises it after the directives before it have
 * been served. Looking up keys, taking arguments, `*`, str(), repr() and type errors are the caller's.
 * The same parser serves bytes templates, read as Latin-1.
 */
import { Failure, overflowFailure, valueFailure } from '../base/failure.ts';
import type { IntValue } from './int-arith.ts';
import { FLOAT_ALTERNATE, layoutFloat } from './float-format.ts';
import type { FloatCode } from './float-format.ts';
import { intToDecimal } from './int-text.ts';
import { advancePoints, countPoints, hasSurrogates, pointLength, unitsAt } from '../text/code-points.ts';

/** Width or precision that was not given. */
export const NOT_GIVEN = -1;
/** Width or precision given as `*`: the next argument, an int. */
export const FROM_ARGUMENT = -2;

/** One `%...` of a template. */
export class PercentDirective {
  constructor(
    /** The text between parentheses, or undefined. */
    readonly key: string | undefined,
    readonly isLeft: boolean,
    readonly hasPlus: boolean,
    readonly hasBlank: boolean,
    readonly isAlternate: boolean,
    readonly isZeroFilled: boolean,
    /** Code points, NOT_GIVEN or FROM_ARGUMENT. */
    readonly width: number,
    /** NOT_GIVEN or FROM_ARGUMENT, or zero and more. */
    readonly precision: number,
    /** The conversion character. ('%%' is literal text; a '%' here, as in '%5%', is unsupported.) */
    readonly type: string,
    /** Where the conversion character is, in code points, for `unsupportedCharacter`. */
    readonly index: number,
  ) {}
}

/** A parsed template: literals[0] directives[0] literals[1] ... and the fault that stopped it, if any. */
export interface PercentTemplate {
  readonly literals: readonly string[];
  readonly directives: readonly PercentDirective[];
  readonly failure: Failure | undefined;
}

/** CPython's fault for a conversion character it does not know, found after taking the argument. */
export function unsupportedCharacter(directive: PercentDirective): Failure {
  const code = directive.type.codePointAt(0)!;
  // The message shows characters beyond printable ASCII as a question mark.
  const shown = code >= 31 && code < 127 ? directive.type : '?';
  return valueFailure(`unsupported format character '${shown}' (0x${code.toString(16)}) at index ${directive.index}`);
}

const FLAGS = '-+ #0';
const MAX_SSIZE = 9223372036854775807;
const MAX_C_INT = 2147483647;

/** Parses a template. */
export function parsePercentTemplate(text: string): PercentTemplate {
  const literals: string[] = [];
  const directives: PercentDirective[] = [];
  const hasPairs = hasSurrogates(text);
  let from = 0;
  let failure: Failure | undefined;
  let at = text.indexOf('%');
  let literal = '';
  while (at >= 0) {
    literal += text.slice(from, at);
    if (text.charCodeAt(at + 1) === 37) {
      literal += '%';
      from = at + 2;
      at = text.indexOf('%', from);
      continue;
    }
    literals.push(literal);
    literal = '';
    const parsed = parseDirective(text, at + 1, hasPairs);
    if (parsed instanceof Failure) {
      failure = parsed;
      break;
    }
    directives.push(parsed.directive);
    from = parsed.next;
    at = text.indexOf('%', from);
  }
  if (failure === undefined) literals.push(literal + text.slice(from));
  return { literals, directives, failure };
}

function parseDirective(
  text: string,
  start: number,
  hasPairs: boolean,
): { directive: PercentDirective; next: number } | Failure {
  const length = text.length;
  let at = start;
  let key: string | undefined;
  if (text.charCodeAt(at) === 40) {
    const keyStart = ++at;
    let depth = 1;
    while (depth > 0 && at < length) {
      const code = text.charCodeAt(at++);
      if (code === 40) depth++;
      else if (code === 41) depth--;
    }
    if (depth > 0) return valueFailure('incomplete format key');
    key = text.slice(keyStart, at - 1);
  }
  let flags = '';
  while (at < length && FLAGS.includes(text.charAt(at))) flags += text.charAt(at++);
  let width = NOT_GIVEN;
  if (text.charCodeAt(at) === 42) {
    width = FROM_ARGUMENT;
    at++;
  } else {
    const end = digitsEnd(text, at);
    if (end > at) width = Number(text.slice(at, end));
    if (width > MAX_SSIZE) return valueFailure('width too big');
    at = end;
  }
  let precision = NOT_GIVEN;
  if (text.charCodeAt(at) === 46) {
    at++;
    if (text.charCodeAt(at) === 42) {
      precision = FROM_ARGUMENT;
      at++;
    } else {
      const end = digitsEnd(text, at);
      precision = end > at ? Number(text.slice(at, end)) : 0;
      if (precision > MAX_C_INT) return valueFailure('precision too big');
      at = end;
    }
  }
  const modifier = text.charCodeAt(at);
  if (modifier === 104 || modifier === 108 || modifier === 76) at++;
  if (at >= length) return valueFailure('incomplete format');
  const size = unitsAt(text, at);
  const directive = new PercentDirective(
    key,
    flags.includes('-'),
    flags.includes('+'),
    flags.includes(' '),
    flags.includes('#'),
    flags.includes('0'),
    width,
    precision,
    text.slice(at, at + size),
    hasPairs ? countPoints(text, 0, at) : at,
  );
  return { directive, next: at + size };
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
  return at;
}

/**
 * Returns the directive with its `*` replaced by arguments. A negative width means left-aligned,
 * a negative precision means zero.
 */
export function withArguments(directive: PercentDirective, width: number, precision: number): PercentDirective {
  return new PercentDirective(
    directive.key,
    directive.isLeft || width < 0,
    directive.hasPlus,
    directive.hasBlank,
    directive.isAlternate,
    directive.isZeroFilled,
    directive.width === FROM_ARGUMENT ? Math.abs(width) : directive.width,
    directive.precision === FROM_ARGUMENT ? Math.max(precision, 0) : directive.precision,
    directive.type,
    directive.index,
  );
}

/** Returns an upper bound of the length of what `directive` makes of content of that length. */
export function percentLengthBound(directive: PercentDirective, contentLength: number): number {
  return Math.max(directive.width, 0) + Math.max(directive.precision, 0) + contentLength + 340;
}

/** Lays out the text of %s, %r, %a or %b. */
export function formatPercentStr(text: string, directive: PercentDirective): string {
  let shown = text;
  if (directive.precision >= 0 && text.length > directive.precision) {
    shown = text.slice(0, hasSurrogates(text) ? advancePoints(text, 0, directive.precision) : directive.precision);
  }
  return padBlank(shown, directive);
}

/** Lays out %c of a character code, or says why not. A one-character str goes to `formatPercentStr`'s padding too. */
export function formatPercentChar(code: IntValue, directive: PercentDirective): string | Failure {
  if (code < 0 || code > 0x10ffff) return overflowFailure('%c arg not in range(0x110000)');
  return padBlank(String.fromCodePoint(code as number), directive);
}

/** Lays out %c of a str of one character. */
export function formatPercentOneChar(char: string, directive: PercentDirective): string {
  return padBlank(char, directive);
}

function padBlank(text: string, directive: PercentDirective): string {
  const missing = directive.width < 0 ? 0 : directive.width - pointLength(text);
  if (missing <= 0) return text;
  return directive.isLeft ? text + ' '.repeat(missing) : ' '.repeat(missing) + text;
}

/** Lays out %d, %i, %u, %o, %x or %X, or says why not. `maxDigits` guards decimal conversion (0: none). */
export function formatPercentInt(value: IntValue, directive: PercentDirective, maxDigits: number): string | Failure {
  const isNegative = value < 0;
  const size = isNegative ? -value : value;
  const type = directive.type;
  let digits =
    type === 'x' || type === 'X' ? size.toString(16) : type === 'o' ? size.toString(8) : intToDecimal(size, maxDigits);
  if (digits instanceof Failure) return digits;
  if (directive.precision > MAX_C_INT - 3) return overflowFailure('precision too large');
  if (digits.length < directive.precision) digits = '0'.repeat(directive.precision - digits.length) + digits;
  if (type === 'X') digits = digits.toUpperCase();
  const prefix = directive.isAlternate && (type === 'x' || type === 'X' || type === 'o') ? '0' + type : '';
  return padNumber(isNegative, prefix, digits, directive);
}

/** Lays out %e, %f, %g and their upper-case forms. */
export function formatPercentFloat(value: number, directive: PercentDirective): string {
  const code = directive.type.toLowerCase() as FloatCode;
  let text = layoutFloat(
    value,
    code,
    directive.precision < 0 ? 6 : directive.precision,
    directive.isAlternate ? FLOAT_ALTERNATE : 0,
  );
  if (directive.type !== code) text = text.toUpperCase();
  const isNegative = text.charCodeAt(0) === 45;
  return padNumber(isNegative, '', isNegative ? text.slice(1) : text, directive);
}

function padNumber(isNegative: boolean, prefix: string, digits: string, directive: PercentDirective): string {
  const lead = (isNegative ? '-' : directive.hasPlus ? '+' : directive.hasBlank ? ' ' : '') + prefix;
  const missing = directive.width - lead.length - digits.length;
  if (missing <= 0) return lead + digits;
  if (directive.isLeft) return lead + digits + ' '.repeat(missing);
  if (directive.isZeroFilled) return lead + '0'.repeat(missing) + digits;
  return ' '.repeat(missing) + lead + digits;
}
