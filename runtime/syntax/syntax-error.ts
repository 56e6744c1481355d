/**
 * The error of tokenizer, parser and compiler, and one function for each message of the tokenizer and the literals.
 *
 * `PySyntaxError` is a JavaScript error because syntax analysis runs outside the interpreter: whoever called `parse` or
 * `compile` catches it and raises the Python exception named by `kind` from its fields. Messages that need grammar rules
 * are written beside the rule that finds them, in the `diagnose-*.ts` files.
 * Wording and positions follow CPython 3.11, oddities included, since scripts and tests compare them.
 */

export type SyntaxErrorKind = 'SyntaxError' | 'IndentationError' | 'TabError';

/** Line and columns as the Python exception shows them: offsets count from 1; 0 and -1 stand for "not known". */
export interface ErrorPlace {
  lineno: number | null;
  offset: number | null;
  endLineno: number | null;
  endOffset: number | null;
  /** The source line (or lines), with or without its newline, as CPython happens to report it. */
  text: string | null;
}

/** Fields become those of the Python exception: `msg`, `filename`, `lineno`, `offset`, `end_lineno`, `end_offset`, `text`. */
export class PySyntaxError extends Error implements ErrorPlace {
  override readonly name = 'PySyntaxError';
  readonly kind: SyntaxErrorKind;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly endLineno: number | null;
  readonly endOffset: number | null;
  readonly text: string | null;
  /** Name of the source; the parser sets it on every error that leaves it. */
  filename: string;
  /** The source ended too early: more input could make it right. Set by the parser; read it with `isIncomplete`. */
  incomplete: boolean;

  constructor(kind: SyntaxErrorKind, message: string, place: ErrorPlace) {
    super(message);
    this.kind = kind;
    this.lineno = place.lineno;
    this.offset = place.offset;
    this.endLineno = place.endLineno;
    this.endOffset = place.endOffset;
    this.text = place.text;
    this.filename = '';
    this.incomplete = false;
  }
}

/** Tells a read-eval-print loop whether to ask for another line instead of reporting `error`. */
export function isIncomplete(error: unknown): boolean {
  return error instanceof PySyntaxError && error.incomplete;
}

/** The place of an error that concerns the text as a whole. */
export const NO_PLACE: ErrorPlace = { lineno: null, offset: null, endLineno: null, endOffset: null, text: null };

// ---------------------------------------------------------------- characters and brackets

export function invalidCharacter(char: string, isPrintable: boolean): string {
  const code = 'U+' + char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return isPrintable ? `invalid character '${char}' (${code})` : `invalid non-printable character ${code}`;
}

export function tooManyNestedParentheses(): string {
  return 'too many nested parentheses';
}

export function unmatchedBracket(bracket: string): string {
  return `unmatched '${bracket}'`;
}

/** `openLine` is the line of the opening bracket, or `null` if it is that of the closing one. */
export function mismatchedBracket(close: string, open: string, openLine: number | null): string {
  const where = openLine === null ? '' : ` on line ${openLine}`;
  return `closing parenthesis '${close}' does not match opening parenthesis '${open}'${where}`;
}

export function neverClosed(bracket: string): string {
  return `'${bracket}' was never closed`;
}

// ---------------------------------------------------------------- lines

export function unexpectedEof(): string {
  return 'unexpected EOF while parsing';
}

export function badLineContinuation(): string {
  return 'unexpected character after line continuation character';
}

export function inconsistentTabs(): string {
  return 'inconsistent use of tabs and spaces in indentation';
}

export function tooManyIndents(): string {
  return 'too many levels of indentation';
}

export function badDedent(): string {
  return 'unindent does not match any outer indentation level';
}

// ---------------------------------------------------------------- numbers

/** `base` is `decimal`, `hexadecimal`, `octal`, `binary` or `imaginary`. */
export function invalidNumber(base: string): string {
  return `invalid ${base} literal`;
}

export function invalidDigit(digit: string, base: string): string {
  return `invalid digit '${digit}' in ${base} literal`;
}

export function leadingZeros(): string {
  return 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
}

export function tooManyDigits(limit: number, digits: number): string {
  return (
    `Exceeds the limit (${limit} digits) for integer string conversion: value has ${digits} digits; ` +
    'use sys.set_int_max_str_digits() to increase the limit - ' +
    'Consider hexadecimal for huge integer literals to avoid decimal conversion limits.'
  );
}

// ---------------------------------------------------------------- strings

export function unterminatedString(isTriple: boolean, lastLine: number): string {
  return `unterminated ${isTriple ? 'triple-quoted ' : ''}string literal (detected at line ${lastLine})`;
}

export function nonAsciiBytes(): string {
  return 'bytes can only contain ASCII literal characters';
}

export function mixedBytes(): string {
  return 'cannot mix bytes and nonbytes literals';
}

/** `start` and `end` bound the bad escape, both inclusive, in the units `string-literal.ts` describes. */
export function badEscape(start: number, end: number, reason: string): string {
  const where = start === end ? `byte 0x5c in position ${start}` : `bytes in position ${start}-${end}`;
  return `(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`;
}

export function badBytesEscape(position: number): string {
  return `(value error) invalid \\x escape at position ${position}`;
}

/** A warning; `escape` is what follows the backslash. */
export function badEscapeWarning(escape: string): string {
  return `invalid ${escape.length > 1 ? 'octal ' : ''}escape sequence '\\${escape}'`;
}
