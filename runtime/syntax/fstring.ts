/**
 * F-strings by the rules of Python 3.11: the token is one string, taken apart afterwards. A field's expression is found by
 * a scan that knows quotes and brackets only, put in parentheses and parsed as a text of its own, which is why a backslash
 * or a `#` in it is refused and why errors inside show the parenthesised field as the source line.
 */

import { MAX_OPEN_BRACKETS } from '../base/limits.ts';
import type { Expr, FormattedValue, JoinedStr } from './ast.ts';
import { constant } from './make-node.ts';
import type { Span } from './make-node.ts';
import { decodeText, type NameLookup, type StringParts } from './string-literal.ts';

/** A replacement field may hold fields in its format, but those may not. */
const MAX_FIELD_NESTING = 2;

const CLOSER_OF: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Text to be parsed as an expression in its own right. */
export interface FieldSource {
  /** The expression in parentheses, and a newline. */
  readonly text: string;
  /** Line of the opening brace. */
  readonly lineno: number;
  /** Added to the columns of the first line; most often the column of the opening brace. */
  readonly col: number;
}

/** What reading an f-string needs from the parser. */
export interface FStringHost {
  readonly lookupName: NameLookup | null;
  parseField(field: FieldSource): Expr;
  /** Fails with a syntax error at the parser's current place. */
  failString(message: string): never;
  /** Remarks on an escape, without its backslash, in a string that starts on `lineno`. */
  warnBadEscape(escape: string, lineno: number): void;
}

/** Collects the values of one f-string, or of several joined strings: text runs together between fields. */
export class FStringBuilder {
  readonly values: Expr[] = [];
  private text = '';

  /**
   * All nodes of an f-string carry the span of the whole literal. Of a format, CPython gives the node itself and the text
   * at its end the span of its own token: `own`.
   */
  constructor(
    private readonly span: Span,
    private readonly own: Span,
    private readonly prefix: 'u' | null,
  ) {}

  addText(text: string): void {
    this.text += text;
  }

  addField(field: FormattedValue): void {
    this.flush(this.span);
    this.values.push(field);
  }

  finish(): JoinedStr {
    this.flush(this.own);
    const { lineno, col, endLineno, endCol } = this.own;
    return { kind: 'JoinedStr', lineno, col, endLineno, endCol, values: this.values };
  }

  private flush(span: Span): void {
    if (this.text === '') return;
    this.values.push(constant(span, this.text, this.prefix));
    this.text = '';
  }
}

/** Reads one f-string token. Use one reader for one token. */
export class FStringReader {
  private readonly end: number;
  private readonly isRaw: boolean;
  private pos: number;
  /** Place in the file of offset `placedTo`, advanced as fields come. */
  private placedTo = 0;
  private lineno: number;
  private col: number;

  /** `token` is the text of a token that begins at `start`. `span` is that of the literal with strings joined to it. */
  constructor(
    private readonly host: FStringHost,
    private readonly token: string,
    private readonly start: Span,
    parts: StringParts,
    private readonly span: Span,
    private readonly prefix: 'u' | null,
  ) {
    this.pos = parts.bodyStart;
    this.end = parts.bodyEnd;
    this.isRaw = parts.isRaw;
    this.lineno = start.lineno;
    this.col = start.col;
  }

  /** Appends the parts of the string to `builder`. */
  readInto(builder: FStringBuilder, depth: number): void {
    const { token, end } = this;
    for (;;) {
      const isDoubled = this.readText(builder, depth);
      if (isDoubled) continue;
      if (this.pos >= end || token[this.pos] === '}') break;
      this.readField(builder, depth);
    }
    if (depth > 0 && token[this.pos] !== '}') this.host.failString("f-string: expecting '}'");
  }

  /** Reads text up to a brace. Returns whether it ended with a doubled brace, of which one is kept. */
  private readText(builder: FStringBuilder, depth: number): boolean {
    const { token, end } = this;
    const start = this.pos;
    let pos = start;
    let isDoubled = false;
    while (pos < end) {
      let char = token[pos++];
      if (char === '\\' && !this.isRaw && pos < end) {
        char = token[pos++];
        if (char === 'N') {
          // The braces of `\N{name}` are not a field; a malformed one is found when the text is decoded.
          if (pos < end && token[pos++] === '{') while (pos < end && token[pos++] !== '}');
          continue;
        }
        if (char === '{') this.host.warnBadEscape(char, this.start.lineno);
      }
      if (char !== '{' && char !== '}') continue;
      if (depth === 0) {
        if (pos < end && token[pos] === char) {
          isDoubled = true;
          break;
        }
        if (char === '}') this.host.failString("f-string: single '}' is not allowed");
      }
      pos--;
      break;
    }
    this.pos = isDoubled ? pos + 1 : pos;
    if (pos > start) this.addDecoded(builder, token.slice(start, pos));
    return isDoubled;
  }

  private addDecoded(builder: FStringBuilder, raw: string): void {
    if (this.isRaw) {
      builder.addText(raw);
      return;
    }
    const decoded = decodeText(raw, this.host.lookupName);
    if (decoded.error !== null) this.host.failString(decoded.error);
    if (decoded.badEscape !== null) this.host.warnBadEscape(decoded.badEscape, this.start.lineno);
    builder.addText(decoded.value);
  }

  /** Reads `{expression=!conversion:format}`; the cursor is at the opening brace. */
  private readField(builder: FStringBuilder, depth: number): void {
    const { token, end, host } = this;
    if (depth >= MAX_FIELD_NESTING) host.failString('f-string: expressions nested too deeply');
    const brace = this.pos;
    const start = brace + 1;
    this.pos = this.scanExpression(start);
    if (this.pos >= end) this.failUnclosed();
    const value = this.parseExpression(brace, start, this.pos);
    let hasText = false;
    if (token[this.pos] === '=') {
      this.pos++;
      while (this.pos < end && ' \t\n\f\v'.includes(token[this.pos])) this.pos++;
      builder.addText(token.slice(start, this.pos));
      hasText = true;
    }
    let conversion = -1;
    if (token[this.pos] === '!') {
      this.pos++;
      if (this.pos >= end) this.failUnclosed();
      const char = token[this.pos++];
      if (char !== 's' && char !== 'r' && char !== 'a') {
        host.failString("f-string: invalid conversion character: expected 's', 'r', or 'a'");
      }
      conversion = char.charCodeAt(0);
    }
    if (this.pos >= end) this.failUnclosed();
    let format: JoinedStr | null = null;
    if (token[this.pos] === ':') {
      this.pos++;
      if (this.pos >= end) this.failUnclosed();
      const inner = new FStringBuilder(this.span, this.start, this.prefix);
      this.readInto(inner, depth + 1);
      format = inner.finish();
    }
    if (this.pos >= end || token[this.pos] !== '}') this.failUnclosed();
    this.pos++;
    if (hasText && format === null && conversion === -1) conversion = 'r'.charCodeAt(0);
    const { lineno, col, endLineno, endCol } = this.span;
    builder.addField({
      kind: 'FormattedValue',
      lineno,
      col,
      endLineno,
      endCol,
      value,
      conversion,
      format_spec: format,
    });
  }

  private failUnclosed(): never {
    this.host.failString("f-string: expecting '}'");
  }

  /** Returns the offset where the expression at `start` ends: at `!`, `:`, `=` or `}` outside brackets, or at the end. */
  private scanExpression(start: number): number {
    const { token, end, host } = this;
    const open: string[] = [];
    let quote = '';
    let isTriple = false;
    let pos = start;
    for (; pos < end; pos++) {
      const char = token[pos];
      if (char === '\\') host.failString('f-string expression part cannot include a backslash');
      if (quote !== '') {
        if (char !== quote) continue;
        if (!isTriple) quote = '';
        else if (pos + 2 < end && token[pos + 1] === char && token[pos + 2] === char) {
          pos += 2;
          quote = '';
        }
      } else if (char === "'" || char === '"') {
        quote = char;
        isTriple = pos + 2 < end && token[pos + 1] === char && token[pos + 2] === char;
        if (isTriple) pos += 2;
      } else if (char === '(' || char === '[' || char === '{') {
        if (open.length >= MAX_OPEN_BRACKETS) host.failString('f-string: too many nested parenthesis');
        open.push(char);
      } else if (char === '#') {
        host.failString("f-string expression part cannot include '#'");
      } else if (open.length === 0 && '!:}=<>'.includes(char)) {
        if (pos + 1 < end && token[pos + 1] === '=' && '!=<>'.includes(char)) {
          pos++;
          continue;
        }
        if (char !== '<' && char !== '>') break;
      } else if (char === ')' || char === ']' || char === '}') {
        const opener = open.pop() ?? '';
        if (opener === '') host.failString(`f-string: unmatched '${char}'`);
        if (CLOSER_OF[opener] !== char) {
          host.failString(`f-string: closing parenthesis '${char}' does not match opening parenthesis '${opener}'`);
        }
      }
    }
    if (quote !== '') host.failString('f-string: unterminated string');
    if (open.length > 0) host.failString(`f-string: unmatched '${open[open.length - 1]}'`);
    return pos;
  }

  private parseExpression(brace: number, start: number, end: number): Expr {
    const source = this.token.slice(start, end);
    if (/^[ \t\n\f]*$/.test(source)) {
      const after = this.token[end];
      const isCut = after === '!' || after === ':' || after === '=';
      this.host.failString(
        isCut ? `f-string: expression required before '${after}'` : 'f-string: empty expression not allowed',
      );
    }
    this.placeAt(brace);
    // If a newline follows the brace, CPython takes only the token's own column into account.
    let { col } = this;
    if (/^[ \t\f]*\n/.test(source)) col = this.lineno === this.start.lineno ? this.start.col : 0;
    return this.host.parseField({ text: `(${source})\n`, lineno: this.lineno, col });
  }

  /** Moves the known place forward to `offset` of the token. */
  private placeAt(offset: number): void {
    const { token } = this;
    for (; this.placedTo < offset; this.placedTo++) {
      const unit = token.charCodeAt(this.placedTo);
      if (unit === 10) {
        this.lineno++;
        this.col = 0;
      } else if ((unit & 0xfc00) !== 0xdc00) {
        this.col++;
      }
    }
  }
}
