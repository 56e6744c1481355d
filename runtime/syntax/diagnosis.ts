/**
 * The state of the slow parser, which finds the error message for source that the fast parser refused.
 *
 * CPython 3.11 parses by a parsing expression grammar: alternatives are tried in order, with backtracking. After a failure
 * it parses again from the start with additional alternatives, which match frequent mistakes and raise. Which mistake is
 * reported depends on the order of all alternatives, so the slow parser follows them one by one: the first pass finds how
 * far the grammar gets, the second raises. The `diagnose-*.ts` files hold the rules, as methods named after them.
 *
 * A rule returns a `Sketch` of what it matched, with the cursor behind it, or `null` with the cursor anywhere: whoever
 * tries another alternative sets it back. Errors are thrown.
 *
 * Results of many rules are remembered by place, which keeps the time linear. As in CPython the memory does not tell
 * matches made with the additional alternatives from those made without (`expression_without_invalid`); the messages for
 * some mistakes depend on it.
 */

import { SourceText, utf8Column, utf8Length } from '../base/source-text.ts';
import type { Positioned } from './ast.ts';
import type { FieldSource } from './fstring.ts';
import type { ParserSettings } from './parser.ts';
import { Sketch } from './sketch.ts';
import * as messages from './syntax-error.ts';
import { PySyntaxError, type SyntaxErrorKind } from './syntax-error.ts';
import { FAILURE, NEWLINE, INDENT, DEDENT, type Token } from './token.ts';
import type { TokenList } from './tokenizer.ts';

/** Thrown when the source is too deep or too tangled for a diagnosis; the caller reports a plain error. */
export const DIAGNOSIS_LIMIT: unique symbol = Symbol('diagnosis limit');

/**
 * Nested rules that take part in the depth count: expressions, blocks and primaries. 200 brackets need 400 to 600 of them,
 * at most 1.2 KiB of stack each on V8.
 */
const MAX_DEPTH = 640;

/** Atoms visited per token before giving up; ordinary sources need fewer than 20. */
const MAX_STEPS_PER_TOKEN = 400;

interface Memo {
  readonly sketch: Sketch | null;
  readonly mark: number;
}

/** Rules with a memory of their own; the numbers are part of keys. */
export const Rule = {
  simpleStmt: 0,
  block: 1,
  expression: 2,
  starExpression: 3,
  invalidNamedExpression: 4,
  disjunction: 5,
  conjunction: 6,
  inversion: 7,
  /** Six rules, `|` to `*`, by precedence from 1. */
  binary: 8,
  factor: 15,
  awaitPrimary: 16,
  primary: 17,
  strings: 18,
  arguments: 19,
  starTarget: 20,
  targetWithStarAtom: 21,
  tPrimary: 22,
  delTarget: 23,
  starPattern: 24,
  closedPattern: 25,
} as const;

const RULE_COUNT = 32;

export class Diagnosis {
  /** Index of the next token. */
  protected mark = 0;
  /** Whether the additional alternatives are on. */
  protected isSecondPass = false;
  /** Number of tokens looked at so far, in both passes. */
  private fill = 0;
  private memos = new Map<number, Memo>();
  private depth: number;
  private steps = 0;
  private readonly source: SourceText;
  /** Bracket depth after each token. */
  private readonly levels: number[] = [];

  constructor(
    protected readonly text: string,
    protected readonly list: TokenList,
    protected readonly settings: ParserSettings,
    /** Set when the text is that of an f-string field. */
    protected readonly field: FieldSource | null,
    private readonly startShare: number,
  ) {
    this.depth = Math.ceil(startShare * MAX_DEPTH);
    this.source = new SourceText(text);
    let level = 0;
    for (const { kind } of list.tokens) {
      if (kind === '(' || kind === '[' || kind === '{') level++;
      else if (kind === ')' || kind === ']' || kind === '}') level--;
      this.levels.push(level);
    }
  }

  protected startSecondPass(): void {
    this.memos = new Map();
    this.mark = 0;
    this.depth = Math.ceil(this.startShare * MAX_DEPTH);
    this.isSecondPass = true;
  }

  // ---------------------------------------------------------------- tokens

  /** The token at `index`, which counts as looked at. Raises the tokenizer's error if it is the failure. */
  protected tokenAt(index: number): Token {
    const token = this.list.tokens[index];
    if (index >= this.fill) {
      this.fill = index + 1;
      if (token.kind === FAILURE) this.raiseFailure(token);
    }
    return token;
  }

  protected get next(): Token {
    return this.tokenAt(this.mark);
  }

  protected at(kind: string): boolean {
    return this.tokenAt(this.mark).kind === kind;
  }

  protected accept(kind: string): boolean {
    if (this.tokenAt(this.mark).kind !== kind) return false;
    this.mark++;
    return true;
  }

  /** Moves over a token of `kind` and returns it, or `null`. */
  protected take(kind: string): Token | null {
    const token = this.tokenAt(this.mark);
    if (token.kind !== kind) return null;
    this.mark++;
    return token;
  }

  /** Moves over a token of `kind`; fails with "expected '...'" if it is another. */
  protected force(kind: string): void {
    const token = this.next;
    if (token.kind !== kind) this.raiseOn(token, `expected '${kind}'`);
    this.mark++;
  }

  /** The last token looked at. */
  protected get lastToken(): Token {
    return this.list.tokens[this.fill - 1];
  }

  /** Bracket depth after the token before the cursor. */
  protected get levelBefore(): number {
    return this.levels[this.mark - 1];
  }

  /** Makes the sketch of what lies between `start` and the cursor. */
  protected sketch(what: string, start: Positioned, parts: readonly Sketch[] = [], text = ''): Sketch {
    let last = this.mark - 1;
    while (last > 0) {
      const { kind } = this.list.tokens[last];
      if (kind !== NEWLINE && kind !== INDENT && kind !== DEDENT) break;
      last--;
    }
    return new Sketch(what, start, this.list.tokens[last], parts, text);
  }

  // ---------------------------------------------------------------- memory and bounds

  /** The remembered result of `rule` at the cursor, with the cursor set behind it; `undefined` if there is none. */
  protected recall(rule: number): Sketch | null | undefined {
    const memo = this.memos.get(this.mark * RULE_COUNT + rule);
    if (memo === undefined) return undefined;
    this.mark = memo.mark;
    return memo.sketch;
  }

  /** Remembers the result of `rule` at `mark`, the cursor being behind it, and returns it. */
  protected remember(rule: number, mark: number, sketch: Sketch | null): Sketch | null {
    this.memos.set(mark * RULE_COUNT + rule, { sketch, mark: this.mark });
    return sketch;
  }

  protected get depthShare(): number {
    return this.depth / MAX_DEPTH;
  }

  protected enter(): void {
    if (++this.depth > MAX_DEPTH) throw DIAGNOSIS_LIMIT;
  }

  protected leave(): void {
    this.depth--;
  }

  protected countStep(): void {
    if (++this.steps > 10_000 + this.list.tokens.length * MAX_STEPS_PER_TOKEN) throw DIAGNOSIS_LIMIT;
  }

  // ---------------------------------------------------------------- raising

  /** Fails on the place of `span`. */
  protected raiseOn(span: Positioned, message: string): never {
    this.raiseRange(span, span, message);
  }

  /** Fails on the range from the start of `start` to the end of `end`. */
  protected raiseRange(start: Positioned, end: Positioned, message: string): never {
    const from = this.byteColumn(start.lineno, start.col) + 1;
    const to = this.byteColumn(end.endLineno, end.endCol) + 1;
    throw this.errorAt('SyntaxError', message, start.lineno, from, end.endLineno, to);
  }

  /** Fails on the range from `start` to where the tokenizer stands. */
  protected raiseFrom(start: Positioned, message: string): never {
    const last = this.lastToken;
    const from = this.byteColumn(start.lineno, start.col) + 1;
    throw this.errorAt('SyntaxError', message, start.lineno, from, last.endLineno, this.cursorColumn(last));
  }

  /** Fails from the last character of `span` on, to no known end. */
  protected raiseAfter(span: Positioned, message: string): never {
    const from = this.byteColumn(span.endLineno, span.endCol);
    throw this.errorAt('SyntaxError', message, span.lineno, from, span.endLineno, 0);
  }

  /** Fails on a token as a whole, at no known column. */
  protected raiseOnLine(token: Token, message: string): never {
    throw this.errorAt('SyntaxError', message, token.lineno, 0, token.endLineno, 0);
  }

  /** Fails on the last token looked at. */
  protected raiseHere(message: string): never {
    throw this.errorHere('SyntaxError', message);
  }

  protected raiseIndentation(message: string): never {
    throw this.errorHere('IndentationError', message);
  }

  protected errorHere(kind: SyntaxErrorKind, message: string): PySyntaxError {
    const last = this.lastToken;
    const from = last.col < 0 ? this.cursorColumn(last) : this.byteColumn(last.lineno, last.col) + 1;
    const to = last.endCol < 0 ? -1 : this.byteColumn(last.endLineno, last.endCol) + 1;
    return this.errorAt(kind, message, last.lineno, from, last.endLineno, to);
  }

  /** "'(' was never closed", if a bracket is open at the end of the tokens. */
  protected unclosedError(): PySyntaxError | null {
    const { openBrackets } = this.list;
    if (openBrackets.length === 0) return null;
    const { char, lineno, col } = openBrackets[openBrackets.length - 1];
    const from = this.byteColumn(lineno, col) + 1;
    return this.errorAt('SyntaxError', messages.neverClosed(char), lineno, from, lineno, 0);
  }

  /** Raises what the tokenizer could not place itself. */
  private raiseFailure(token: Token): never {
    const failure = this.list.failure!;
    if (failure.error !== null) throw failure.error;
    const { lineno } = token;
    switch (failure.pending) {
      case 'dedent':
        this.raiseIndentation(messages.badDedent());
      case 'tabs':
        throw this.errorAt('TabError', messages.inconsistentTabs(), lineno, 1, lineno, 0);
      case 'deep':
        throw this.errorAt('IndentationError', messages.tooManyIndents(), lineno, 1, lineno, 0);
      case 'continuation': {
        const from = utf8Length(this.text.slice(this.bufferStart(lineno), token.end));
        throw this.errorAt('SyntaxError', messages.badLineContinuation(), lineno, from, lineno, 0);
      }
      default:
        throw this.unclosedError() ?? this.errorHere('SyntaxError', messages.unexpectedEof());
    }
  }

  /** Column in bytes where the tokenizer stands after `token`. */
  private cursorColumn(token: Token): number {
    return utf8Length(this.text.slice(this.lineStart(token.endLineno), token.end));
  }

  /** Number of a line within the text, for a line number of the file. */
  private relativeLine(lineno: number): number {
    return this.field === null ? lineno : lineno - this.field.lineno + 1;
  }

  private lineStart(lineno: number): number {
    return this.source.lineStart(this.relativeLine(lineno));
  }

  /**
   * Column in UTF-8 bytes, as CPython computes it. In an f-string field, columns of the first line include where the field
   * starts, and that is subtracted on every line.
   */
  private byteColumn(lineno: number, col: number): number {
    if (col < 0) return col;
    const line = this.source.line(this.relativeLine(lineno));
    if (this.field === null) return utf8Column(line, col);
    const isFirst = lineno === this.field.lineno;
    return utf8Column(line, isFirst ? col - this.field.col : col) - (isFirst ? 0 : this.field.col);
  }

  /** Where CPython's line buffer starts while it reads line `lineno`: a string or a backslash keeps the lines before. */
  private bufferStart(lineno: number): number {
    let first = lineno;
    while (this.list.joinedLines.has(first)) first--;
    return this.lineStart(first);
  }

  /** Makes an error from columns in bytes that count from 1. */
  private errorAt(
    kind: SyntaxErrorKind,
    message: string,
    lineno: number,
    offset: number,
    endLineno: number,
    endOffset: number,
  ): PySyntaxError {
    const reached = this.fill === 0 ? 1 : this.lastToken.endLineno;
    let text = this.source.line(this.relativeLine(lineno));
    if (reached <= lineno) {
      const newline = this.text.indexOf('\n', this.lineStart(reached));
      text = this.text.slice(this.bufferStart(reached), newline < 0 ? this.text.length : newline + 1);
    }
    if (this.field !== null) {
      return new PySyntaxError(kind, `f-string: ${message}`, { lineno, offset, endLineno, endOffset, text });
    }
    return new PySyntaxError(kind, message, {
      lineno,
      offset: characterOffset(text, offset),
      endLineno,
      endOffset: endOffset > 0 ? characterOffset(text, endOffset) : endOffset,
      text,
    });
  }
}

/**
 * Number of characters in the first `bytes` bytes of `text`. A character cut in two counts as one, and so does the byte
 * after the end.
 */
function characterOffset(text: string, bytes: number): number {
  const length = utf8Length(text);
  if (length === text.length || bytes <= 0) return Math.min(bytes, length + 1);
  let count = bytes > length ? 1 : 0;
  let at = 0;
  for (const char of text) {
    if (at >= bytes) break;
    at += utf8Length(char);
    count++;
  }
  return count;
}
