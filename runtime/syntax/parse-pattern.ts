/** The patterns of `case`. */

import type { Constant, Expr, MatchAs, Pattern } from './ast.ts';
import { binOp, constant, name, type Span } from './make-node.ts';
import { excessDigits, numberValue } from './number-literal.ts';
import { ExpressionParser } from './parse-expression.ts';
import { NAME, NUMBER, STRING, type Token } from './token.ts';

export class PatternParser extends ExpressionParser {
  /** The pattern of a `case`: a sequence needs no brackets here. */
  protected parsePatterns(): Pattern {
    const start = this.token;
    const first = this.parseMaybeStarPattern();
    if (!this.at(',')) {
      if (first.kind === 'MatchStar') this.fail();
      return first;
    }
    const patterns = [first];
    while (this.accept(',') && !this.at(':') && !this.at('if')) patterns.push(this.parseMaybeStarPattern());
    return this.sequence(start, patterns);
  }

  private sequence(start: Span, patterns: Pattern[]): Pattern {
    const { lineno, col } = start;
    const { endLineno, endCol } = this.previous;
    return { kind: 'MatchSequence', lineno, col, endLineno, endCol, patterns };
  }

  private parseMaybeStarPattern(): Pattern {
    if (!this.at('*')) return this.parsePattern();
    const { lineno, col } = this.advance();
    const target = this.expect(NAME);
    if (target.value !== '_') this.failIfNotCapture();
    const { endLineno, endCol } = target;
    return { kind: 'MatchStar', lineno, col, endLineno, endCol, name: target.value === '_' ? null : target.value };
  }

  /** A name just passed is a capture target only if it is not the head of something longer. */
  private failIfNotCapture(): void {
    if (this.at('.') || this.at('(') || this.at('=')) this.fail();
  }

  protected parsePattern(): Pattern {
    const start = this.token;
    this.enter();
    const pattern = this.parseOrPattern();
    this.leave();
    if (!this.accept('as')) return pattern;
    const target = this.parseCaptureTarget();
    const { lineno, col } = start;
    const { endLineno, endCol } = target;
    return { kind: 'MatchAs', lineno, col, endLineno, endCol, pattern, name: target.value };
  }

  private parseOrPattern(): Pattern {
    const start = this.token;
    const first = this.parseClosedPattern();
    if (!this.at('|')) return first;
    const patterns = [first];
    while (this.accept('|')) patterns.push(this.parseClosedPattern());
    const { lineno, col } = start;
    const { endLineno, endCol } = this.previous;
    return { kind: 'MatchOr', lineno, col, endLineno, endCol, patterns };
  }

  private parseCaptureTarget(): Token {
    const target = this.expect(NAME);
    if (target.value === '_') this.fail();
    this.failIfNotCapture();
    return target;
  }

  private parseClosedPattern(): Pattern {
    const { token } = this;
    switch (token.kind) {
      case NAME:
        return this.parseNamePattern();
      case '(':
        return this.parseGroupPattern();
      case '[': {
        this.advance();
        const patterns = this.parseSequenceItems(']');
        this.expect(']');
        return this.sequence(token, patterns);
      }
      case '{':
        return this.parseMappingPattern();
      case 'None':
        this.advance();
        return this.singleton(token, null);
      case 'True':
        this.advance();
        return this.singleton(token, true);
      case 'False':
        this.advance();
        return this.singleton(token, false);
      default:
        return this.value(this.parseLiteral());
    }
  }

  private singleton(token: Token, value: null | boolean): Pattern {
    const { lineno, col, endLineno, endCol } = token;
    return { kind: 'MatchSingleton', lineno, col, endLineno, endCol, value };
  }

  private value(value: Expr): Pattern {
    const { lineno, col, endLineno, endCol } = value;
    return { kind: 'MatchValue', lineno, col, endLineno, endCol, value };
  }

  /** A capture, the wildcard, a dotted name or a class. */
  private parseNamePattern(): Pattern {
    const head = this.advance();
    // `_` is the wildcard whatever follows.
    if (head.value !== '_' && (this.at('.') || this.at('('))) {
      const path = this.parseDottedTail(head);
      if (this.at('(')) return this.parseClassPattern(path);
      if (this.at('=')) this.fail();
      return this.value(path);
    }
    const { lineno, col, endLineno, endCol } = head;
    const isWildcard = head.value === '_';
    if (!isWildcard) this.failIfNotCapture();
    const capture: MatchAs = {
      kind: 'MatchAs',
      lineno,
      col,
      endLineno,
      endCol,
      pattern: null,
      name: isWildcard ? null : head.value,
    };
    return capture;
  }

  private parseDottedTail(head: Token): Expr {
    let path: Expr = name(head, head.value, 'Load');
    const { lineno, col } = head;
    while (this.accept('.')) {
      const attr: Token = this.expect(NAME);
      const { endLineno, endCol } = attr;
      path = { kind: 'Attribute', lineno, col, endLineno, endCol, value: path, attr: attr.value, ctx: 'Load' };
    }
    return path;
  }

  // ---------------------------------------------------------------- literals

  /** A string or a number with its sign; a complex number is a sum. */
  private parseLiteral(): Expr {
    if (this.at(STRING)) return this.parseStrings();
    const start = this.token;
    const real = this.parseSignedNumber();
    if (!this.at('+') && !this.at('-')) return real;
    const op = this.advance().kind as '+' | '-';
    const imaginary = this.parseNumber();
    const magnitude = real.kind === 'UnaryOp' ? (real.operand as Constant) : (real as Constant);
    if (isComplex(magnitude) || !isComplex(imaginary)) this.fail();
    return binOp(start, imaginary, real, op, imaginary);
  }

  private parseSignedNumber(): Expr {
    if (!this.at('-')) return this.parseNumber();
    const { lineno, col } = this.advance();
    const operand = this.parseNumber();
    const { endLineno, endCol } = operand;
    return { kind: 'UnaryOp', lineno, col, endLineno, endCol, op: '-', operand };
  }

  private parseNumber(): Constant {
    const token = this.expect(NUMBER);
    const digits = this.text.slice(token.start, token.end);
    if (excessDigits(digits) > 0) this.fail();
    return constant(token, numberValue(digits), null);
  }

  // ---------------------------------------------------------------- brackets

  private parseSequenceItems(end: string): Pattern[] {
    const patterns: Pattern[] = [];
    while (!this.at(end)) {
      patterns.push(this.parseMaybeStarPattern());
      if (!this.accept(',')) break;
    }
    return patterns;
  }

  /** Parentheses: a group, or a sequence if there is a comma or nothing in them. */
  private parseGroupPattern(): Pattern {
    const open = this.advance();
    const patterns = this.parseSequenceItems(')');
    const hasComma = this.previous.kind === ',';
    this.expect(')');
    if (patterns.length !== 1 || hasComma) return this.sequence(open, patterns);
    if (patterns[0].kind === 'MatchStar') this.fail();
    return patterns[0];
  }

  private parseMappingPattern(): Pattern {
    const { lineno, col } = this.advance();
    const keys: Expr[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    while (!this.at('}')) {
      if (this.accept('**')) {
        rest = this.parseCaptureTarget().value;
        this.accept(',');
        break;
      }
      keys.push(this.parseMappingKey());
      this.expect(':');
      patterns.push(this.parsePattern());
      if (!this.accept(',')) break;
    }
    const { endLineno, endCol } = this.expect('}');
    return { kind: 'MatchMapping', lineno, col, endLineno, endCol, keys, patterns, rest };
  }

  private parseMappingKey(): Expr {
    const { token } = this;
    switch (token.kind) {
      case NAME:
        if (this.peekKind() !== '.') this.fail();
        return this.parseDottedTail(this.advance());
      case 'None':
        this.advance();
        return constant(token, null, null);
      case 'True':
        this.advance();
        return constant(token, true, null);
      case 'False':
        this.advance();
        return constant(token, false, null);
      default:
        return this.parseLiteral();
    }
  }

  private parseClassPattern(cls: Expr): Pattern {
    const { lineno, col } = cls;
    this.expect('(');
    const patterns: Pattern[] = [];
    const attributes: string[] = [];
    const keywordPatterns: Pattern[] = [];
    while (!this.at(')')) {
      if (this.at(NAME) && this.peekKind() === '=') {
        attributes.push(this.advance().value);
        this.advance();
        keywordPatterns.push(this.parsePattern());
      } else {
        if (attributes.length > 0) this.fail();
        patterns.push(this.parsePattern());
      }
      if (!this.accept(',')) break;
    }
    const { endLineno, endCol } = this.expect(')');
    return {
      kind: 'MatchClass',
      lineno,
      col,
      endLineno,
      endCol,
      cls,
      patterns,
      kwd_attrs: attributes,
      kwd_patterns: keywordPatterns,
    };
  }
}

function isComplex(node: Constant): boolean {
  return typeof node.value === 'object' && node.value !== null && node.value.type === 'complex';
}
