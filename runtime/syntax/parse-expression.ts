/**
 * Expressions: recursive descent, with precedence climbing for the binary operators.
 * Method names follow the rules of Python's grammar where there is a rule of that meaning.
 */

import type {
  BinaryOperator,
  BooleanOperator,
  Call,
  CompareOperator,
  Comprehension,
  Expr,
  Keyword,
  UnaryOperator,
} from './ast.ts';
import { binOp, constant, name, starred, tuple, type Span } from './make-node.ts';
import { excessDigits, numberValue } from './number-literal.ts';
import { emptyArguments, ParameterParser } from './parse-parameters.ts';
import { markTarget } from './parse-target.ts';
import { readStrings, type StringHost } from './read-strings.ts';
import * as messages from './syntax-error.ts';
import { NAME, NUMBER, STRING, type Token } from './token.ts';

/** Binding strength of the binary operators from `|` to `@`; 0 for other tokens. `**` and comparisons are apart. */
function binaryPrecedence(kind: string): number {
  switch (kind) {
    case '|':
      return 1;
    case '^':
      return 2;
    case '&':
      return 3;
    case '<<':
    case '>>':
      return 4;
    case '+':
    case '-':
      return 5;
    case '*':
    case '/':
    case '//':
    case '%':
    case '@':
      return 6;
    default:
      return 0;
  }
}

/** Whether a token can begin an expression; decides whether one follows `return`, `yield` or a comma. */
function startsExpression(kind: string): boolean {
  switch (kind) {
    case NAME:
    case NUMBER:
    case STRING:
    case '(':
    case '[':
    case '{':
    case '-':
    case '+':
    case '~':
    case '*':
    case '...':
    case 'not':
    case 'lambda':
    case 'await':
    case 'None':
    case 'True':
    case 'False':
      return true;
    default:
      return false;
  }
}

/** Whether `node`, which begins at `start`, is `name := value` without parentheses: fit for an item, not for a key. */
function isBareNamed(start: Token, node: Expr): boolean {
  return node.kind === 'NamedExpr' && start.kind === NAME;
}

export class ExpressionParser extends ParameterParser {
  private readonly stringHost: StringHost = {
    lookupName: this.settings.lookupName,
    parseField: (field) => this.settings.parseField(field, this.depthShare),
    failString: () => this.fail(),
    failToken: () => this.fail(),
    warnBadEscape: (escape, lineno) => {
      const message = messages.badEscapeWarning(escape);
      this.settings.warnings.push({ category: 'DeprecationWarning', message, lineno });
    },
  };

  // ---------------------------------------------------------------- lists of expressions

  /** `a, *b, c`: a tuple if there is a comma. */
  protected parseStarExpressions(): Expr {
    const start = this.token;
    const first = this.parseStarExpression();
    return this.at(',') ? this.parseTupleTail(start, first) : first;
  }

  /** The rest of a tuple without parentheses, from the first comma. */
  private parseTupleTail(start: Token, first: Expr): Expr {
    const elts = [first];
    while (this.accept(',') && startsExpression(this.token.kind)) elts.push(this.parseStarExpression());
    return tuple(start, this.previous, elts, 'Load');
  }

  /** `a, b`: as above, without stars. Mode `eval` has this form. */
  protected parseExpressions(): Expr {
    const start = this.token;
    const first = this.parseExpression();
    if (!this.at(',')) return first;
    const elts = [first];
    while (this.accept(',') && startsExpression(this.token.kind)) elts.push(this.parseExpression());
    return tuple(start, this.previous, elts, 'Load');
  }

  protected parseStarExpression(): Expr {
    if (!this.at('*')) return this.parseExpression();
    const star = this.advance();
    const value = this.parseBinary(1);
    return starred(star, this.previous, value, 'Load');
  }

  /** An item of a display, or of the subject of `match`: also `name := value`. */
  protected parseStarNamedExpression(): Expr {
    if (!this.at('*')) return this.parseNamedExpression();
    const star = this.advance();
    const value = this.parseBinary(1);
    return starred(star, this.previous, value, 'Load');
  }

  protected parseYieldExpr(): Expr {
    const start = this.expect('yield');
    const { lineno, col } = start;
    if (this.accept('from')) {
      const value = this.parseExpression();
      const { endLineno, endCol } = this.previous;
      return { kind: 'YieldFrom', lineno, col, endLineno, endCol, value };
    }
    const value = startsExpression(this.token.kind) ? this.parseStarExpressions() : null;
    const { endLineno, endCol } = this.previous;
    return { kind: 'Yield', lineno, col, endLineno, endCol, value };
  }

  /** `yield` or a list of expressions: the right side of assignments. */
  protected parseAssigned(): Expr {
    return this.at('yield') ? this.parseYieldExpr() : this.parseStarExpressions();
  }

  /** Whether an expression can begin at the cursor. */
  protected atExpression(): boolean {
    return startsExpression(this.token.kind);
  }

  /** Targets of `for`, without the comparison that `in` would make. */
  protected parseForTargets(): Expr {
    const start = this.token;
    const first = this.parseForTarget();
    let target = first;
    if (this.at(',')) {
      const elts = [first];
      while (this.accept(',') && startsExpression(this.token.kind)) elts.push(this.parseForTarget());
      target = tuple(start, this.previous, elts, 'Store');
    }
    if (!markTarget(target, 'Store')) this.fail();
    return target;
  }

  private parseForTarget(): Expr {
    if (!this.at('*')) return this.parsePrimary();
    const star = this.advance();
    const value = this.parsePrimary();
    return starred(star, this.previous, value, 'Load');
  }

  // ---------------------------------------------------------------- named, conditional, boolean

  protected parseNamedExpression(): Expr {
    if (!this.at(NAME) || this.peekKind() !== ':=') return this.parseExpression();
    const target = this.advance();
    this.advance();
    const value = this.parseExpression();
    const { lineno, col } = target;
    const { endLineno, endCol } = this.previous;
    return { kind: 'NamedExpr', lineno, col, endLineno, endCol, target: name(target, target.value, 'Store'), value };
  }

  protected parseExpression(): Expr {
    this.enter();
    const result = this.at('lambda') ? this.parseLambda() : this.parseConditional();
    this.leave();
    return result;
  }

  /** `body if test else body if test else orelse`: collected in a row, built from the right. */
  private parseConditional(): Expr {
    let start = this.token;
    let orelse = this.parseDisjunction();
    if (!this.at('if')) return orelse;
    const heads: { start: Token; body: Expr; test: Expr }[] = [];
    while (this.accept('if')) {
      const test = this.parseDisjunction();
      this.expect('else');
      heads.push({ start, body: orelse, test });
      start = this.token;
      if (start.kind === 'lambda') {
        orelse = this.parseExpression();
        break;
      }
      orelse = this.parseDisjunction();
    }
    const { endLineno, endCol } = this.previous;
    for (let i = heads.length - 1; i >= 0; i--) {
      const { test, body } = heads[i];
      const { lineno, col } = heads[i].start;
      orelse = { kind: 'IfExp', lineno, col, endLineno, endCol, test, body, orelse };
    }
    return orelse;
  }

  private parseLambda(): Expr {
    const { lineno, col } = this.advance();
    const args = this.at(':') ? emptyArguments() : this.parseParameters(':', true);
    this.expect(':');
    const body = this.parseExpression();
    const { endLineno, endCol } = this.previous;
    return { kind: 'Lambda', lineno, col, endLineno, endCol, args, body };
  }

  protected parseDisjunction(): Expr {
    const start = this.token;
    const first = this.parseConjunction();
    if (!this.at('or')) return first;
    const values = [first];
    while (this.accept('or')) values.push(this.parseConjunction());
    return this.boolOp(start, 'or', values);
  }

  private parseConjunction(): Expr {
    const start = this.token;
    const first = this.parseInversion();
    if (!this.at('and')) return first;
    const values = [first];
    while (this.accept('and')) values.push(this.parseInversion());
    return this.boolOp(start, 'and', values);
  }

  private boolOp(start: Token, op: BooleanOperator, values: Expr[]): Expr {
    const { lineno, col } = start;
    const { endLineno, endCol } = this.previous;
    return { kind: 'BoolOp', lineno, col, endLineno, endCol, op, values };
  }

  private parseInversion(): Expr {
    if (!this.at('not')) return this.parseComparison();
    const operators: Token[] = [];
    while (this.at('not')) operators.push(this.advance());
    return this.wrapUnary(operators, this.parseComparison());
  }

  /** Applies prefix operators, the last one first. A row of them costs no recursion. */
  private wrapUnary(operators: Token[], inner: Expr): Expr {
    let operand = inner;
    const { endLineno, endCol } = this.previous;
    for (let i = operators.length - 1; i >= 0; i--) {
      const { lineno, col, kind } = operators[i];
      operand = { kind: 'UnaryOp', lineno, col, endLineno, endCol, op: kind as UnaryOperator, operand };
    }
    return operand;
  }

  // ---------------------------------------------------------------- comparisons and operators

  private parseComparison(): Expr {
    const start = this.token;
    const left = this.parseBinary(1);
    let op = this.acceptComparison();
    if (op === null) return left;
    const ops: CompareOperator[] = [];
    const comparators: Expr[] = [];
    for (; op !== null; op = this.acceptComparison()) {
      ops.push(op);
      comparators.push(this.parseBinary(1));
    }
    const { lineno, col } = start;
    const { endLineno, endCol } = this.previous;
    return { kind: 'Compare', lineno, col, endLineno, endCol, left, ops, comparators };
  }

  private acceptComparison(): CompareOperator | null {
    const { kind } = this.token;
    switch (kind) {
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
      case 'in':
        this.advance();
        return kind;
      case 'is':
        this.advance();
        return this.accept('not') ? 'is not' : 'is';
      case 'not':
        if (this.peekKind() !== 'in') return null;
        this.advance();
        this.advance();
        return 'not in';
      default:
        return null;
    }
  }

  /** Operators that bind at least as strongly as `least`; all of them associate to the left. */
  protected parseBinary(least: number): Expr {
    const start = this.token;
    let left = this.parseFactor();
    for (;;) {
      const { kind } = this.token;
      const precedence = binaryPrecedence(kind);
      if (precedence < least || precedence === 0) return left;
      this.advance();
      const right = this.parseBinary(precedence + 1);
      left = binOp(start, this.previous, left, kind as BinaryOperator, right);
    }
  }

  private parseFactor(): Expr {
    const { kind } = this.token;
    if (kind !== '-' && kind !== '+' && kind !== '~') return this.parsePower();
    const operators: Token[] = [];
    while (this.at('-') || this.at('+') || this.at('~')) operators.push(this.advance());
    return this.wrapUnary(operators, this.parsePower());
  }

  private parsePower(): Expr {
    const start = this.token;
    const base = this.at('await') ? this.parseAwait() : this.parsePrimary();
    if (!this.accept('**')) return base;
    this.enter();
    const exponent = this.parseFactor();
    this.leave();
    return binOp(start, this.previous, base, '**', exponent);
  }

  private parseAwait(): Expr {
    const { lineno, col } = this.advance();
    const value = this.parsePrimary();
    const { endLineno, endCol } = this.previous;
    return { kind: 'Await', lineno, col, endLineno, endCol, value };
  }

  // ---------------------------------------------------------------- primaries

  /** An atom with its attributes, calls and subscripts. */
  protected parsePrimary(): Expr {
    const start = this.token;
    const { lineno, col } = start;
    let node = this.parseAtom();
    for (;;) {
      const { kind } = this.token;
      if (kind === '.') {
        this.advance();
        const attr = this.expect(NAME);
        const { endLineno, endCol } = attr;
        node = { kind: 'Attribute', lineno, col, endLineno, endCol, value: node, attr: attr.value, ctx: 'Load' };
      } else if (kind === '(') {
        node = this.parseCall(start, node);
      } else if (kind === '[') {
        this.advance();
        const slice = this.parseSlices();
        const { endLineno, endCol } = this.expect(']');
        node = { kind: 'Subscript', lineno, col, endLineno, endCol, value: node, slice, ctx: 'Load' };
      } else {
        return node;
      }
    }
  }

  private parseCall(start: Token, func: Expr): Expr {
    const open = this.advance();
    const args: Expr[] = [];
    const keywords: Keyword[] = [];
    this.parseArguments(args, keywords, open);
    const { endLineno, endCol } = this.expect(')');
    const { lineno, col } = start;
    const call: Call = { kind: 'Call', lineno, col, endLineno, endCol, func, args, keywords };
    return call;
  }

  /**
   * Parses arguments up to the closing parenthesis, which stays.
   * With `open`, the parenthesis before them, a lone generator expression needs none of its own.
   */
  protected parseArguments(args: Expr[], keywords: Keyword[], open: Token | null): void {
    let hasKeyword = false;
    let hasUnpacking = false;
    while (!this.at(')')) {
      const start = this.token;
      if (start.kind === '*') {
        if (hasUnpacking) this.fail();
        this.advance();
        const value = this.parseExpression();
        args.push(starred(start, this.previous, value, 'Load'));
      } else if (start.kind === '**') {
        this.advance();
        keywords.push(this.keyword(start, null, this.parseExpression()));
        hasUnpacking = true;
      } else if (start.kind === NAME && this.peekKind() === '=') {
        this.advance();
        this.advance();
        keywords.push(this.keyword(start, start.value, this.parseExpression()));
        hasKeyword = true;
      } else {
        if (hasKeyword || hasUnpacking) this.fail();
        const argument = this.parseNamedExpression();
        if (this.atComprehension()) {
          if (open === null || args.length > 0) this.fail();
          args.push(this.parseGenerator(open, argument));
          return;
        }
        args.push(argument);
      }
      if (!this.accept(',')) return;
    }
    // A comma needs something before it.
    if (this.previous.kind === ',' && args.length === 0 && keywords.length === 0) this.fail();
  }

  private keyword(start: Token, arg: string | null, value: Expr): Keyword {
    const { lineno, col } = start;
    const { endLineno, endCol } = this.previous;
    return { kind: 'Keyword', lineno, col, endLineno, endCol, arg, value };
  }

  private parseSlices(): Expr {
    const start = this.token;
    const isStarred = this.at('*');
    const first = isStarred ? this.parseStarredSlice() : this.parseSlice();
    if (!isStarred && !this.at(',')) return first;
    const elts = [first];
    while (this.accept(',') && !this.at(']')) {
      elts.push(this.at('*') ? this.parseStarredSlice() : this.parseSlice());
    }
    return tuple(start, this.previous, elts, 'Load');
  }

  private parseStarredSlice(): Expr {
    const star = this.advance();
    const value = this.parseExpression();
    return starred(star, this.previous, value, 'Load');
  }

  private parseSlice(): Expr {
    const start = this.token;
    let lower: Expr | null = null;
    if (start.kind !== ':') {
      lower = this.parseNamedExpression();
      if (!this.at(':') || isBareNamed(start, lower)) return lower;
    }
    this.expect(':');
    const upper = this.at(':') || !this.atExpression() ? null : this.parseExpression();
    let step: Expr | null = null;
    if (this.accept(':') && this.atExpression()) step = this.parseExpression();
    const { lineno, col } = start;
    const { endLineno, endCol } = this.previous;
    return { kind: 'Slice', lineno, col, endLineno, endCol, lower, upper, step };
  }

  // ---------------------------------------------------------------- atoms

  private parseAtom(): Expr {
    const { token } = this;
    switch (token.kind) {
      case NAME:
        this.advance();
        return name(token, token.value, 'Load');
      case NUMBER: {
        this.advance();
        const digits = this.text.slice(token.start, token.end);
        if (excessDigits(digits) > 0) this.fail();
        return constant(token, numberValue(digits), null);
      }
      case STRING:
        return this.parseStrings();
      case 'None':
        this.advance();
        return constant(token, null, null);
      case 'True':
        this.advance();
        return constant(token, true, null);
      case 'False':
        this.advance();
        return constant(token, false, null);
      case '...':
        this.advance();
        return constant(token, { type: 'ellipsis' }, null);
      case '(':
        return this.parseParenthesized();
      case '[':
        return this.parseList();
      case '{':
        return this.parseBraces();
      default:
        this.fail();
    }
  }

  protected parseStrings(): Expr {
    const first = this.index;
    while (this.at(STRING)) this.advance();
    return readStrings(this.text, this.tokens, first, this.index, this.stringHost);
  }

  private parseParenthesized(): Expr {
    const open = this.advance();
    if (this.at(')')) return tuple(open, this.advance(), [], 'Load');
    if (this.at('yield')) {
      const value = this.parseYieldExpr();
      this.expect(')');
      return value;
    }
    const first = this.parseStarNamedExpression();
    if (this.atComprehension() && first.kind !== 'Starred') {
      const generator = this.parseGenerator(open, first);
      this.advance();
      return generator;
    }
    if (this.at(',')) {
      const elts = [first];
      while (this.accept(',') && !this.at(')')) elts.push(this.parseStarNamedExpression());
      return tuple(open, this.expect(')'), elts, 'Load');
    }
    // A star needs a tuple. A parenthesised one cannot come here: it fails in its own call.
    if (first.kind === 'Starred') this.fail();
    this.expect(')');
    return first;
  }

  /** The rest of a generator expression up to its closing parenthesis, which stays but counts as part of it. */
  private parseGenerator(open: Span, elt: Expr): Expr {
    const generators = this.parseComprehensions();
    if (!this.at(')')) this.fail();
    const { lineno, col } = open;
    const { endLineno, endCol } = this.token;
    return { kind: 'GeneratorExp', lineno, col, endLineno, endCol, elt, generators };
  }

  private parseList(): Expr {
    const { lineno, col } = this.advance();
    const elts: Expr[] = [];
    while (!this.at(']')) {
      const item = this.parseStarNamedExpression();
      if (elts.length === 0 && item.kind !== 'Starred' && this.atComprehension()) {
        const generators = this.parseComprehensions();
        const { endLineno, endCol } = this.expect(']');
        return { kind: 'ListComp', lineno, col, endLineno, endCol, elt: item, generators };
      }
      elts.push(item);
      if (!this.accept(',')) break;
    }
    const { endLineno, endCol } = this.expect(']');
    return { kind: 'List', lineno, col, endLineno, endCol, elts, ctx: 'Load' };
  }

  private parseBraces(): Expr {
    const open = this.advance();
    if (this.at('}') || this.at('**')) return this.parseDict(open, null);
    const start = this.token;
    const first = this.parseStarNamedExpression();
    if (this.at(':') && first.kind !== 'Starred' && !isBareNamed(start, first)) return this.parseDict(open, first);
    return this.parseSet(open, first);
  }

  private parseSet(open: Token, first: Expr): Expr {
    const { lineno, col } = open;
    if (first.kind !== 'Starred' && this.atComprehension()) {
      const generators = this.parseComprehensions();
      const { endLineno, endCol } = this.expect('}');
      return { kind: 'SetComp', lineno, col, endLineno, endCol, elt: first, generators };
    }
    const elts = [first];
    while (this.accept(',') && !this.at('}')) elts.push(this.parseStarNamedExpression());
    const { endLineno, endCol } = this.expect('}');
    return { kind: 'Set', lineno, col, endLineno, endCol, elts };
  }

  /** The rest of a dict; `firstKey` was parsed to tell it from a set. */
  private parseDict(open: Token, firstKey: Expr | null): Expr {
    const { lineno, col } = open;
    const keys: (Expr | null)[] = [];
    const values: Expr[] = [];
    let key = firstKey;
    while (!this.at('}')) {
      if (key === null && this.accept('**')) {
        keys.push(null);
        values.push(this.parseBinary(1));
      } else {
        key ??= this.parseExpression();
        this.expect(':');
        const value = this.parseExpression();
        if (keys.length === 0 && this.atComprehension()) {
          const generators = this.parseComprehensions();
          const { endLineno, endCol } = this.expect('}');
          return { kind: 'DictComp', lineno, col, endLineno, endCol, key, value, generators };
        }
        keys.push(key);
        values.push(value);
      }
      key = null;
      if (!this.accept(',')) break;
    }
    const { endLineno, endCol } = this.expect('}');
    return { kind: 'Dict', lineno, col, endLineno, endCol, keys, values };
  }

  // ---------------------------------------------------------------- comprehensions

  private atComprehension(): boolean {
    return this.at('for') || (this.at('async') && this.peekKind() === 'for');
  }

  private parseComprehensions(): Comprehension[] {
    const generators: Comprehension[] = [];
    while (this.atComprehension()) {
      const isAsync = this.accept('async');
      this.expect('for');
      const target = this.parseForTargets();
      this.expect('in');
      const iter = this.parseDisjunction();
      const ifs: Expr[] = [];
      while (this.accept('if')) ifs.push(this.parseDisjunction());
      generators.push({ kind: 'Comprehension', target, iter, ifs, is_async: isAsync });
    }
    return generators;
  }
}
