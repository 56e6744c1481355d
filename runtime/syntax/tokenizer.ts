/**
 * Text -> tokens, by the lexical rules of Python 3.11.
 *
 * The whole text is split at once. CPython's tokenizer works on demand, so a wrong line is met only when the parser gets
 * that far; here a failure ends the list with a `FAILURE` token and is raised by whoever reads that token, which comes to
 * the same. The tokenizer stays linear: columns in code points advance together with the cursor.
 *
 * The text has normalised newlines. Strings keep their raw text (`string-literal.ts` decodes them), numbers too.
 */

import { MAX_INDENT_LEVELS, MAX_OPEN_BRACKETS } from '../base/limits.ts';
import { codePointLength, hasAstral } from '../base/source-text.ts';
import { badNameCharacter, isDigit, isHexDigit, isNamePart, isNameStart, isPrintable } from './character-class.ts';
import * as messages from './syntax-error.ts';
import { PySyntaxError, type SyntaxErrorKind } from './syntax-error.ts';
import {
  DEDENT,
  ENDMARKER,
  FAILURE,
  INDENT,
  KEYWORDS,
  NAME,
  NEWLINE,
  NUMBER,
  STRING,
  Token,
  UNKNOWN,
} from './token.ts';

/** A remark that is not an error. `lineno` counts from 1. */
export interface SyntaxWarning {
  category: 'DeprecationWarning' | 'SyntaxWarning';
  message: string;
  lineno: number;
}

/** Where the text stands in the file: f-string fields are tokenized as small texts of their own. */
export interface TextOrigin {
  /** Line number of the first line. */
  lineno: number;
  /** Added to the columns of the first line, in code points. */
  col: number;
}

/** What ended the tokens before the end of the text. */
export interface TokenFailure {
  /** Raised as it is. `null` when place and text depend on the parser: then `pending` applies. */
  readonly error: PySyntaxError | null;
  /** Kind and message of an error that the parser places when it meets the failure. */
  readonly pending: 'eof' | 'dedent' | 'tabs' | 'deep' | 'continuation' | null;
  /** The text ended where more was due. */
  readonly atEnd: boolean;
}

export interface TokenList {
  readonly tokens: Token[];
  readonly failure: TokenFailure | null;
  /** Brackets open at the end of the text or at the failure, outermost first. */
  readonly openBrackets: readonly OpenBracket[];
  /** Lines that a string or a backslash joins to the line before. */
  readonly joinedLines: ReadonlySet<number>;
  readonly warnings: SyntaxWarning[];
}

export interface OpenBracket {
  readonly char: string;
  readonly lineno: number;
  readonly col: number;
}

export interface TokenizerOptions {
  origin: TextOrigin;
  /** In mode `single` the end of the text ends the statement, and its blocks too unless `keepsBlocksOpen`. */
  isInteractive: boolean;
  keepsBlocksOpen: boolean;
}

const TAB_SIZE = 8;

const NEWLINE_UNIT = 10;
const BACKSLASH = 92;
const HASH = 35;
const DOT = 46;
const ZERO = 48;
const UNDERSCORE = 95;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

const CLOSER_OF: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Operators by length, longest first. `<>` is one token that no rule accepts. */
const OPERATORS_3: ReadonlySet<string> = new Set(['**=', '//=', '>>=', '<<=', '...']);
const OPERATORS_2: ReadonlySet<string> = new Set(
  '== != <> <= >= << >> ** // -> := += -= *= /= %= &= |= ^= @='.split(' '),
);
const OPERATORS_1: ReadonlySet<string> = new Set([...'()[]{},:;.=+-*/%&|^~<>@']);

const STRING_PREFIX = /^(?:[bruf]|br|rb|fr|rf)$/i;

/** Keywords that may follow a number without a space, to be warned of. CPython looks for the end of the longer ones only. */
const KEYWORDS_AFTER_NUMBER = /i[fns]|(?:and|else|for|or|not)(?![\w\x80-\uffff])/y;

/** Splits `text` into tokens. Never throws: failures are in the result. */
export function tokenize(text: string, options: TokenizerOptions): TokenList {
  return new Tokenizer(text, options).run();
}

/** Stops the tokenizer from any depth; caught in `run`. Failures are rare, so throwing costs nothing that matters. */
class Stop {
  constructor(readonly failure: TokenFailure) {}
}

class Tokenizer {
  private readonly tokens: Token[] = [];
  private readonly brackets: OpenBracket[] = [];
  private readonly joinedLines = new Set<number>();
  private readonly warnings: SyntaxWarning[] = [];
  private readonly indents: number[] = [0];
  /** The same levels with tabs one column wide: both measures must agree on which line is deeper. */
  private readonly altIndents: number[] = [0];
  private readonly isAstral: boolean;
  /** Offset of the next unit. */
  private pos = 0;
  private lineno: number;
  private lineStart = 0;
  /** Columns of the current line are offsets from `lineStart`, plus this, less the surrogate pairs passed. */
  private colBase: number;
  /** Up to where surrogate pairs of the current line are counted, and their number. */
  private countedTo = 0;
  private pairs = 0;

  constructor(
    private readonly text: string,
    private readonly options: TokenizerOptions,
  ) {
    this.isAstral = hasAstral(text);
    // Line 1 begins when its first character is read, so an empty text ends on line 0.
    this.lineno = options.origin.lineno - (text === '' ? 1 : 0);
    this.colBase = options.origin.col;
  }

  run(): TokenList {
    let failure: TokenFailure | null = null;
    try {
      this.readAll();
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop;
      failure = stop.failure;
      this.pushBare(FAILURE);
    }
    return {
      tokens: this.tokens,
      failure,
      openBrackets: this.brackets,
      joinedLines: this.joinedLines,
      warnings: this.warnings,
    };
  }

  // ---------------------------------------------------------------- lines

  private readAll(): void {
    const { text } = this;
    let atLineStart = true;
    for (;;) {
      let isBlank = false;
      if (atLineStart) {
        atLineStart = false;
        isBlank = this.readIndentation();
      }
      const start = this.skipSpace();
      if (this.pos >= text.length) {
        this.readEnd();
        return;
      }
      const unit = text.charCodeAt(this.pos);
      if (unit === NEWLINE_UNIT) {
        atLineStart = true;
        if (!isBlank && this.brackets.length === 0) {
          // A comment before it belongs to the token.
          this.push(NEWLINE, '', start, this.pos);
        }
        this.nextLine(this.pos + 1);
      } else if (isNameStart(unit)) {
        this.readName();
      } else if (isDigit(unit) || (unit === DOT && isDigit(text.charCodeAt(this.pos + 1)))) {
        this.readNumber();
      } else if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) {
        this.readString(this.pos, this.pos);
      } else if (unit === BACKSLASH) {
        this.continueLine();
        this.joinedLines.add(this.lineno);
      } else {
        this.readOperator();
      }
    }
  }

  /** Skips blanks and a comment; stops before the newline. Returns where the blanks end. */
  private skipSpace(): number {
    const { text } = this;
    let pos = this.pos;
    let unit = text.charCodeAt(pos);
    while (unit === 32 || unit === 9 || unit === 12) unit = text.charCodeAt(++pos);
    const start = pos;
    if (unit === HASH) {
      pos = text.indexOf('\n', pos);
      if (pos < 0) pos = text.length;
    }
    this.pos = pos;
    return start;
  }

  /**
   * Measures the indentation at the start of a line and emits `INDENT` or `DEDENT`s.
   * Returns whether the line holds no statement.
   */
  private readIndentation(): boolean {
    const { text } = this;
    let col = 0;
    let altCol = 0;
    // A backslash among the blanks fixes the indentation at its first column, whatever the next line has.
    let continuedCol = 0;
    for (;;) {
      const unit = text.charCodeAt(this.pos);
      if (unit === 32) {
        col++;
        altCol++;
      } else if (unit === 9) {
        col = (Math.floor(col / TAB_SIZE) + 1) * TAB_SIZE;
        altCol++;
      } else if (unit === 12) {
        col = altCol = 0;
      } else if (unit === BACKSLASH) {
        continuedCol ||= col;
        this.continueLine();
        continue;
      } else {
        break;
      }
      this.pos++;
    }
    const unit = text.charCodeAt(this.pos);
    if (unit === HASH || unit === NEWLINE_UNIT) return true;
    if (this.brackets.length > 0) return false;
    this.changeIndentation(continuedCol || col, continuedCol || altCol);
    return false;
  }

  private changeIndentation(col: number, altCol: number): void {
    const { indents, altIndents } = this;
    let top = indents.length - 1;
    if (col > indents[top]) {
      if (top + 1 >= MAX_INDENT_LEVELS) this.failLine('deep');
      if (altCol <= altIndents[top]) this.failLine('tabs');
      indents.push(col);
      altIndents.push(altCol);
      this.pushBare(INDENT);
      return;
    }
    while (top > 0 && col < indents[top]) top--;
    if (col !== indents[top]) this.failLine('dedent');
    if (altCol !== altIndents[top]) this.failLine('tabs');
    while (indents.length - 1 > top) {
      indents.pop();
      altIndents.pop();
      this.pushBare(DEDENT);
    }
  }

  /** Fails with the cursor moved to the end of the line, where CPython leaves it. */
  private failLine(pending: 'deep' | 'tabs' | 'dedent'): never {
    const end = this.text.indexOf('\n', this.pos);
    this.pos = end < 0 ? this.text.length : end + 1;
    throw new Stop({ error: null, pending, atEnd: false });
  }

  /** Steps over a backslash and the newline after it. */
  private continueLine(): void {
    const after = this.pos + 1;
    if (this.text.charCodeAt(after) !== NEWLINE_UNIT) {
      this.pos = Math.min(after + 1, this.text.length);
      throw new Stop({ error: null, pending: 'continuation', atEnd: false });
    }
    if (after + 1 >= this.text.length) {
      this.pos = after + 1;
      throw new Stop({ error: null, pending: 'eof', atEnd: true });
    }
    this.nextLine(after + 1);
  }

  /** Moves to offset `start`, which begins a line. The line counts only if it has text. */
  private nextLine(start: number): void {
    this.pos = start;
    if (start >= this.text.length) return;
    this.lineno++;
    this.startLineAt(start);
  }

  private startLineAt(start: number): void {
    this.lineStart = start;
    this.colBase = 0;
    this.countedTo = start;
    this.pairs = 0;
  }

  private readEnd(): void {
    if (this.brackets.length > 0) throw new Stop({ error: null, pending: 'eof', atEnd: true });
    if (this.options.isInteractive && this.tokens.length > 0) {
      // The end of the text ends the statement, then the blocks that hold it, then once more a compound statement.
      const closesBlocks = this.indents.length > 1 && !this.options.keepsBlocksOpen;
      this.pushBare(NEWLINE);
      if (closesBlocks) {
        for (let i = this.indents.length; i > 1; i--) this.pushBare(DEDENT);
        this.pushBare(NEWLINE);
      }
    }
    this.pushBare(ENDMARKER);
  }

  // ---------------------------------------------------------------- names

  private readName(): void {
    const { text } = this;
    const start = this.pos;
    let pos = start;
    let isAscii = true;
    for (let unit = text.charCodeAt(pos); isNamePart(unit); unit = text.charCodeAt(++pos)) {
      if (unit >= 128) isAscii = false;
    }
    const next = text.charCodeAt(pos);
    let value = text.slice(start, pos);
    if (
      (next === DOUBLE_QUOTE || next === SINGLE_QUOTE) &&
      (value === 'u' || value === 'U' || STRING_PREFIX.test(value))
    ) {
      this.readString(start, pos);
      return;
    }
    this.pos = pos;
    if (!isAscii) {
      this.checkName(value, start);
      value = value.normalize('NFKC');
    }
    this.push(isAscii && KEYWORDS.has(value) ? value : NAME, value, start, pos);
  }

  private checkName(name: string, start: number): void {
    const bad = badNameCharacter(name);
    if (bad < 0) return;
    const char = String.fromCodePoint(name.codePointAt(bad)!);
    this.pos = start + bad + char.length;
    this.fail(messages.invalidCharacter(char, isPrintable(char)));
  }

  // ---------------------------------------------------------------- numbers

  private readNumber(): void {
    const { text } = this;
    const start = this.pos;
    if (text.charCodeAt(start) === ZERO) {
      const marker = text.charCodeAt(start + 1) | 32;
      if (marker === 120) this.readRadix('hexadecimal', isHexDigit);
      else if (marker === 111) this.readRadix('octal', (unit) => unit >= 48 && unit < 56);
      else if (marker === 98) this.readRadix('binary', (unit) => unit === 48 || unit === 49);
      else this.readDecimalFromZero(start);
    } else {
      if (text.charCodeAt(start) !== DOT) this.skipDigits();
      this.readFraction();
    }
    this.push(NUMBER, '', start, this.pos);
  }

  private readRadix(base: string, isRadixDigit: (unit: number) => boolean): void {
    const { text } = this;
    this.pos += 2;
    for (;;) {
      if (text.charCodeAt(this.pos) === UNDERSCORE) this.pos++;
      if (!isRadixDigit(text.charCodeAt(this.pos))) {
        this.failOnDigit(base);
        this.fail(messages.invalidNumber(base));
      }
      while (isRadixDigit(text.charCodeAt(this.pos))) this.pos++;
      if (text.charCodeAt(this.pos) !== UNDERSCORE) break;
    }
    this.failOnDigit(base);
    this.checkNumberEnd(base);
  }

  /** Fails if a decimal digit stands where a digit of a smaller base was due. */
  private failOnDigit(base: string): void {
    if (!isDigit(this.text.charCodeAt(this.pos))) return;
    this.pos++;
    this.fail(messages.invalidDigit(this.text[this.pos - 1], base));
  }

  /** Reads a number that starts with `0`: zeros only, or a float or imaginary number with leading zeros. */
  private readDecimalFromZero(start: number): void {
    const { text } = this;
    for (;;) {
      if (text.charCodeAt(this.pos) === UNDERSCORE) {
        this.pos++;
        if (!isDigit(text.charCodeAt(this.pos))) this.fail(messages.invalidNumber('decimal'));
      }
      if (text.charCodeAt(this.pos) !== ZERO) break;
      this.pos++;
    }
    // CPython's cursor is one unit past the zeros here; the error range below ends there.
    const zerosEnd = this.pos + 1;
    const hasDigits = isDigit(text.charCodeAt(this.pos));
    if (hasDigits) this.skipDigits();
    const unit = text.charCodeAt(this.pos);
    if (hasDigits && unit !== DOT && (unit | 32) !== 101 && (unit | 32) !== 106) {
      this.failRange(messages.leadingZeros(), start, zerosEnd);
    }
    this.readFraction();
  }

  /** Skips digits with single underscores between them. */
  private skipDigits(): void {
    const { text } = this;
    for (;;) {
      while (isDigit(text.charCodeAt(this.pos))) this.pos++;
      if (text.charCodeAt(this.pos) !== UNDERSCORE) return;
      this.pos++;
      if (!isDigit(text.charCodeAt(this.pos))) this.fail(messages.invalidNumber('decimal'));
    }
  }

  /** Reads what may follow the integer part: fraction, exponent, `j`. */
  private readFraction(): void {
    const { text } = this;
    if (text.charCodeAt(this.pos) === DOT) {
      this.pos++;
      if (isDigit(text.charCodeAt(this.pos))) this.skipDigits();
    }
    if ((text.charCodeAt(this.pos) | 32) === 101) {
      const sign = text.charCodeAt(this.pos + 1);
      if (sign === 43 || sign === 45) {
        this.pos += 2;
        if (!isDigit(text.charCodeAt(this.pos))) this.fail(messages.invalidNumber('decimal'));
        this.skipDigits();
      } else if (isDigit(sign)) {
        this.pos++;
        this.skipDigits();
      } else {
        // Not an exponent: `1else`, or a name stuck to the number.
        this.checkNumberEnd('decimal');
        return;
      }
    }
    if ((text.charCodeAt(this.pos) | 32) === 106) {
      this.pos++;
      this.checkNumberEnd('imaginary');
    } else {
      this.checkNumberEnd('decimal');
    }
  }

  /** Fails if a name is stuck to the number; a keyword is only warned of. Letters beyond ASCII are left to the parser. */
  private checkNumberEnd(base: string): void {
    const unit = this.text.charCodeAt(this.pos);
    if (unit >= 128 || !isNamePart(unit)) return;
    KEYWORDS_AFTER_NUMBER.lastIndex = this.pos;
    if (!KEYWORDS_AFTER_NUMBER.test(this.text)) this.fail(messages.invalidNumber(base));
    this.warnings.push({ category: 'SyntaxWarning', message: messages.invalidNumber(base), lineno: this.lineno });
  }

  // ---------------------------------------------------------------- strings

  /** Reads a string whose prefix starts at `start` and whose quote is at `quoteStart`. */
  private readString(start: number, quoteStart: number): void {
    const { text } = this;
    const quote = text.charCodeAt(quoteStart);
    const isTriple = text.charCodeAt(quoteStart + 1) === quote && text.charCodeAt(quoteStart + 2) === quote;
    const firstLine = this.lineno;
    const firstCol = this.colAt(start);
    const firstLineStart = this.lineStart;
    let pos = quoteStart + (isTriple ? 3 : 1);
    for (;;) {
      const unit = text.charCodeAt(pos);
      if (unit === quote) {
        if (!isTriple) {
          pos++;
          break;
        }
        if (text.charCodeAt(pos + 1) === quote && text.charCodeAt(pos + 2) === quote) {
          pos += 3;
          break;
        }
        pos++;
      } else if (pos >= text.length || (unit === NEWLINE_UNIT && !isTriple)) {
        this.failString(start, isTriple, firstLine, firstLineStart, pos >= text.length);
      } else {
        if (unit === BACKSLASH) pos++;
        if (text.charCodeAt(pos) === NEWLINE_UNIT && pos + 1 < text.length) {
          this.lineno++;
          this.joinedLines.add(this.lineno);
          this.startLineAt(pos + 1);
        }
        pos++;
      }
    }
    this.pos = pos;
    this.tokens.push(new Token(STRING, '', start, pos, firstLine, firstCol, this.lineno, this.colAt(pos)));
  }

  private failString(
    start: number,
    isTriple: boolean,
    firstLine: number,
    firstLineStart: number,
    atEnd: boolean,
  ): never {
    const message = messages.unterminatedString(isTriple, this.lineno);
    // Reported at the first character of the literal.
    this.lineno = firstLine;
    this.lineStart = firstLineStart;
    this.pos = start + 1;
    this.fail(message, atEnd);
  }

  // ---------------------------------------------------------------- operators

  private readOperator(): void {
    const { text } = this;
    const start = this.pos;
    const char = text[start];
    const three = text.slice(start, start + 3);
    const two = text.slice(start, start + 2);
    let op = char;
    if (OPERATORS_3.has(three)) op = three;
    else if (OPERATORS_2.has(two)) op = two;
    this.pos = start + op.length;
    if (op === '(' || op === '[' || op === '{') {
      if (this.brackets.length >= MAX_OPEN_BRACKETS) this.fail(messages.tooManyNestedParentheses());
      this.brackets.push({ char: op, lineno: this.lineno, col: this.colAt(start) });
    } else if (op === ')' || op === ']' || op === '}') {
      this.closeBracket(op);
    } else if (op.length === 1 && !OPERATORS_1.has(op)) {
      if (!isPrintable(op)) this.fail(messages.invalidCharacter(op, false));
      this.push(UNKNOWN, op, start, this.pos);
      return;
    }
    this.push(op, op, start, this.pos);
  }

  private closeBracket(close: string): void {
    const open = this.brackets.pop();
    if (open === undefined) this.fail(messages.unmatchedBracket(close));
    if (CLOSER_OF[open.char] !== close) {
      this.fail(messages.mismatchedBracket(close, open.char, open.lineno === this.lineno ? null : open.lineno));
    }
  }

  // ---------------------------------------------------------------- helpers

  private push(kind: string, value: string, start: number, end: number): void {
    const col = this.colAt(start);
    this.tokens.push(new Token(kind, value, start, end, this.lineno, col, this.lineno, this.colAt(end)));
  }

  /** Emits a token without text at the cursor. */
  private pushBare(kind: string): void {
    this.tokens.push(new Token(kind, '', this.pos, this.pos, this.lineno, -1, this.lineno, -1));
  }

  /** Column of `offset` in the current line. Offsets of one line must be asked for in ascending order. */
  private colAt(offset: number): number {
    if (this.isAstral) {
      for (; this.countedTo < offset; this.countedTo++) {
        if ((this.text.charCodeAt(this.countedTo) & 0xfc00) === 0xd800 && this.countedTo + 1 < offset) {
          if ((this.text.charCodeAt(this.countedTo + 1) & 0xfc00) === 0xdc00) {
            this.pairs++;
            this.countedTo++;
          }
        }
      }
    }
    return offset - this.lineStart + this.colBase - this.pairs;
  }

  /** Fails at the character before the cursor. Columns of such errors never take the origin into account. */
  private fail(message: string, atEnd = false): never {
    const offset = codePointLength(this.text.slice(this.lineStart, this.pos));
    this.failAt('SyntaxError', message, offset, offset, atEnd);
  }

  /** Fails on the characters from `start` to `end`. */
  private failRange(message: string, start: number, end: number): never {
    this.failAt('SyntaxError', message, start + 1 - this.lineStart, end - this.lineStart, false);
  }

  private failAt(kind: SyntaxErrorKind, message: string, offset: number, endOffset: number, atEnd: boolean): never {
    const lineEnd = this.text.indexOf('\n', this.lineStart);
    const text = this.text.slice(this.lineStart, lineEnd < 0 ? this.text.length : lineEnd);
    const place = { lineno: this.lineno, offset, endLineno: this.lineno, endOffset, text };
    throw new Stop({ error: new PySyntaxError(kind, message, place), pending: null, atEnd });
  }
}
