/**
 * Tokens: what the tokenizer makes and both parsers read.
 *
 * The kind of an operator, a delimiter or a keyword is its own text, so a grammar rule reads `accept('if')`. Such kinds
 * are string literals on both sides, which V8 interns and compares by address. Soft keywords (`match`, `case`, `_`) are
 * names. Only the kinds below have another spelling.
 */

export const NAME = 'NAME';
export const NUMBER = 'NUMBER';
/** One string literal with prefix and quotes; adjacent literals are joined by the parser. */
export const STRING = 'STRING';
export const NEWLINE = 'NEWLINE';
export const INDENT = 'INDENT';
export const DEDENT = 'DEDENT';
export const ENDMARKER = 'ENDMARKER';
/** The tokenizer failed here; always the last token, and `TokenList.failure` says why. */
export const FAILURE = 'FAILURE';
/** A printable ASCII character that Python does not use: `$`, `?`, a backquote, a lone `!`. */
export const UNKNOWN = 'UNKNOWN';

export class Token {
  constructor(
    readonly kind: string,
    /** The identifier, in NFKC, for a `NAME`; the text of a keyword or operator; else empty. */
    readonly value: string,
    /** Offset of the first UTF-16 unit. */
    readonly start: number,
    /** Offset after the last unit. For tokens without text it is where the tokenizer stood. */
    readonly end: number,
    readonly lineno: number,
    /** Column in code points; -1 for `INDENT`, `DEDENT` and `ENDMARKER`, which have no text. */
    readonly col: number,
    readonly endLineno: number,
    readonly endCol: number,
  ) {}
}

/** The reserved words of Python 3.11. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
