/**
 * The state of the fast parser and its helpers: a cursor over tokens with no way back.
 *
 * The fast parser only says yes or no. Where the source is wrong it throws `PARSE_FAILURE`, and `parse.ts` starts the
 * slow parser (`diagnose-*.ts`) over the same tokens to find the message CPython would give. So nothing here knows a
 * message, and correct source never pays for one.
 *
 * The parser is one object whose class is built up along the grammar: `Parser` (cursor), `ExpressionParser`,
 * `PatternParser`, `StatementParser`. That keeps files small without import cycles.
 */

import { MAX_PARSE_DEPTH } from '../base/limits.ts';
import type { Expr } from './ast.ts';
import type { FieldSource } from './fstring.ts';
import type { NameLookup } from './string-literal.ts';
import { DEDENT, INDENT, NEWLINE, type Token } from './token.ts';
import type { SyntaxWarning } from './tokenizer.ts';

/** Thrown when the source is wrong. One object: a stack trace would be the dearest part. */
export const PARSE_FAILURE: unique symbol = Symbol('parse failure');

/** Thrown when the source is nested deeper than `MAX_PARSE_DEPTH`. */
export const PARSE_TOO_DEEP: unique symbol = Symbol('parse too deep');

/** What parsing needs besides the tokens. */
export interface ParserSettings {
  readonly lookupName: NameLookup | null;
  /**
   * Parses the expression of an f-string field. Throws `PySyntaxError`.
   * `depthShare` is how much of the allowed depth is used up where the string stands, from 0 to 1.
   */
  readonly parseField: (field: FieldSource, depthShare: number) => Expr;
  readonly warnings: SyntaxWarning[];
}

export class Parser {
  protected index = 0;
  /** `tokens[index]`. */
  protected token: Token;
  private depth: number;

  constructor(
    protected readonly text: string,
    protected readonly tokens: readonly Token[],
    protected readonly settings: ParserSettings,
    depthShare: number,
  ) {
    this.token = tokens[0];
    this.depth = Math.ceil(depthShare * MAX_PARSE_DEPTH);
  }

  protected get depthShare(): number {
    return this.depth / MAX_PARSE_DEPTH;
  }

  /** Where the parser is; after a failure, at or behind the token it could not use. */
  get stoppedAt(): Token {
    return this.token;
  }

  /** Moves on and returns the token left behind. */
  protected advance(): Token {
    const token = this.token;
    this.token = this.tokens[++this.index];
    return token;
  }

  protected at(kind: string): boolean {
    return this.token.kind === kind;
  }

  /** Moves over a token of `kind` if there is one. */
  protected accept(kind: string): boolean {
    if (this.token.kind !== kind) return false;
    this.token = this.tokens[++this.index];
    return true;
  }

  /** Moves over a token of `kind`, which must be there. */
  protected expect(kind: string): Token {
    if (this.token.kind !== kind) this.fail();
    return this.advance();
  }

  /** Kind of the token after the current one. */
  protected peekKind(): string {
    return this.index + 1 < this.tokens.length ? this.tokens[this.index + 1].kind : '';
  }

  /** The token before the cursor. */
  protected get previous(): Token {
    return this.tokens[this.index - 1];
  }

  /** The last token before the cursor that has text: where a statement ends. */
  protected lastText(): Token {
    let i = this.index - 1;
    while (i > 0) {
      const { kind } = this.tokens[i];
      if (kind !== NEWLINE && kind !== INDENT && kind !== DEDENT) break;
      i--;
    }
    return this.tokens[i];
  }

  /** Goes back to a token seen before. */
  protected rewind(index: number): void {
    this.index = index;
    this.token = this.tokens[index];
  }

  protected fail(): never {
    throw PARSE_FAILURE;
  }

  /** Counts a level of recursion; pair with `leave`. A failure ends the parse, so there is no `finally`. */
  protected enter(): void {
    if (++this.depth > MAX_PARSE_DEPTH) throw PARSE_TOO_DEEP;
  }

  protected leave(): void {
    this.depth--;
  }

  /** The depth now, to be given back to `restoreDepth` when a failure was caught. */
  protected get currentDepth(): number {
    return this.depth;
  }

  protected restoreDepth(depth: number): void {
    this.depth = depth;
  }
}
