/**
 * Slow parser: expressions. Order of alternatives is the point of this file: see `diagnosis.ts`.
 */

import { DEF_FORM, LAMBDA_FORM, ParameterDiagnosis } from './diagnose-parameters.ts';
import { Rule } from './diagnosis.ts';
import { excessDigits } from './number-literal.ts';
import { MAX_INT_LITERAL_DIGITS } from '../base/limits.ts';
import { readStrings, type StringHost } from './read-strings.ts';
import { expressionName, type Sketch } from './sketch.ts';
import * as messages from './syntax-error.ts';
import { NAME, NUMBER, STRING, type Token } from './token.ts';

export { DEF_FORM, LAMBDA_FORM };

/** Binary operators by precedence, loosest first. */
const BINARY_LEVELS: readonly (readonly string[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%', '@'],
];

/** Precedences of `BINARY_LEVELS` as `binary` counts them. */
export const BITWISE_OR = 1;
const TIGHTEST = 6;

/** Statements of Python 2 that look like names. */
function isLegacyStatement(sketch: Sketch): boolean {
  return sketch.what === 'Name' && (sketch.text === 'print' || sketch.text === 'exec');
}

export abstract class ExpressionDiagnosis extends ParameterDiagnosis {
  private readonly stringHost: StringHost = {
    lookupName: this.settings.lookupName,
    parseField: (field) => this.settings.parseField(field, this.depthShare),
    failString: (message) => this.raiseHere(message),
    failToken: (token, message) => this.raiseOn(token, message),
    warnBadEscape: () => {},
  };

  /** Calls, subscripts and comprehensions are in `diagnose-primary.ts`. */
  protected abstract primary(): Sketch | null;

  // ---------------------------------------------------------------- lists of expressions

  /** `item, item,`: a tuple if there is a comma. */
  private tupleOf(item: () => Sketch | null): Sketch | null {
    const start = this.next;
    const first = item();
    if (first === null || !this.at(',')) return first;
    const parts = [first];
    this.restOfList(parts, item);
    return this.sketch('Tuple', start, parts);
  }

  /** The rest of a list after its first item, with a comma at the end if there is one. */
  private restOfList(parts: Sketch[], item: () => Sketch | null): void {
    while (this.accept(',')) {
      const mark = this.mark;
      const next = item();
      if (next === null) {
        this.mark = mark;
        return;
      }
      parts.push(next);
    }
  }

  protected expressions(): Sketch | null {
    return this.tupleOf(() => this.expression());
  }

  protected starExpressions(): Sketch | null {
    return this.tupleOf(() => this.starExpression());
  }

  protected override starExpression(): Sketch | null {
    const hit = this.recall(Rule.starExpression);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    return this.remember(
      Rule.starExpression,
      mark,
      this.starOr(() => this.expression()),
    );
  }

  protected starNamedExpression(): Sketch | null {
    return this.starOr(() => this.namedExpression());
  }

  private starOr(other: () => Sketch | null): Sketch | null {
    const mark = this.mark;
    const star = this.take('*');
    if (star !== null) {
      const value = this.binary(BITWISE_OR);
      if (value !== null) return this.sketch('Starred', star, [value]);
    }
    this.mark = mark;
    return other();
  }

  /** Items of a display or subject; `null` if there is none. */
  protected starNamedExpressions(): Sketch[] | null {
    const first = this.starNamedExpression();
    if (first === null) return null;
    const parts = [first];
    this.restOfList(parts, () => this.starNamedExpression());
    return parts;
  }

  /** `*value` as arguments and subscripts have it. */
  protected starredExpression(): Sketch | null {
    const star = this.take('*');
    if (star === null) return null;
    const value = this.expression();
    return value === null ? null : this.sketch('Starred', star, [value]);
  }

  protected yieldExpr(): Sketch | null {
    const start = this.take('yield');
    if (start === null) return null;
    const mark = this.mark;
    if (!this.accept('from') || this.expression() === null) {
      this.mark = mark;
      if (this.starExpressions() === null) this.mark = mark;
    }
    return this.sketch('Yield', start);
  }

  /** `yield` or expressions: the right side of an assignment. */
  protected assigned(): Sketch | null {
    const mark = this.mark;
    const found = this.yieldExpr();
    if (found !== null) return found;
    this.mark = mark;
    return this.starExpressions();
  }

  // ---------------------------------------------------------------- named expressions

  protected assignmentExpression(): Sketch | null {
    const name = this.take(NAME);
    if (name === null || !this.accept(':=')) return null;
    return this.expression() === null ? null : this.sketch('NamedExpr', name);
  }

  protected namedExpression(): Sketch | null {
    const mark = this.mark;
    const named = this.assignmentExpression();
    if (named !== null) return named;
    this.mark = mark;
    if (this.isSecondPass) {
      this.invalidNamedExpression();
      this.mark = mark;
    }
    return this.unnamedExpression();
  }

  /** An expression that is not followed by `:=`. */
  protected unnamedExpression(): Sketch | null {
    const found = this.expression();
    return found !== null && this.at(':=') ? null : found;
  }

  /** An item of arguments or the element of a generator expression. */
  protected namedOrUnnamed(): Sketch | null {
    const mark = this.mark;
    const named = this.assignmentExpression();
    if (named !== null) return named;
    this.mark = mark;
    return this.unnamedExpression();
  }

  private invalidNamedExpression(): void {
    if (this.recall(Rule.invalidNamedExpression) !== undefined) return;
    const mark = this.mark;
    const left = this.expression();
    if (left !== null && this.accept(':=') && this.expression() !== null) {
      this.raiseOn(left, `cannot use assignment expressions with ${expressionName(left)}`);
    }
    this.mark = mark;
    const name = this.take(NAME);
    if (name !== null && this.accept('=')) {
      const value = this.binary(BITWISE_OR);
      if (value !== null && !this.at('=') && !this.at(':=')) {
        this.raiseRange(name, value, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
      }
    }
    this.mark = mark;
    if (!this.atDisplayOrConstant()) this.invalidEquality();
    this.mark = mark;
    this.remember(Rule.invalidNamedExpression, mark, null);
  }

  /** Looks ahead for what `=` never follows by mistake. */
  private atDisplayOrConstant(): boolean {
    const mark = this.mark;
    const found =
      this.listDisplay() !== null ||
      this.retry(mark, () => this.tupleDisplay()) ||
      this.retry(mark, () => this.generator()) ||
      this.retry(mark, () => this.take('True') ?? this.take('None') ?? this.take('False'));
    this.mark = mark;
    return found;
  }

  private invalidEquality(): void {
    const left = this.binary(BITWISE_OR);
    if (left === null || !this.accept('=') || this.binary(BITWISE_OR) === null) return;
    if (this.at('=') || this.at(':=')) return;
    this.raiseOn(left, `cannot assign to ${expressionName(left)} here. Maybe you meant '==' instead of '='?`);
  }

  /** Tries `rule` from `mark`. */
  protected retry(mark: number, rule: () => unknown): boolean {
    this.mark = mark;
    return rule() !== null;
  }

  // ---------------------------------------------------------------- expression

  protected override expression(): Sketch | null {
    const hit = this.recall(Rule.expression);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    this.enter();
    if (this.isSecondPass) {
      this.invalidExpression();
      this.mark = mark;
      this.invalidLegacyExpression();
      this.mark = mark;
    }
    const found = this.conditionalOrLambda();
    this.leave();
    return this.remember(Rule.expression, mark, found);
  }

  private conditionalOrLambda(): Sketch | null {
    const mark = this.mark;
    const start = this.next;
    const body = this.disjunction();
    if (body === null) {
      this.mark = mark;
      return this.lambda();
    }
    const after = this.mark;
    if (this.accept('if') && this.disjunction() !== null && this.accept('else') && this.expression() !== null) {
      return this.sketch('IfExp', start);
    }
    this.mark = after;
    return body;
  }

  /** An expression whose parts are matched without the additional alternatives. */
  private expressionWithoutInvalid(): Sketch | null {
    const wasSecondPass = this.isSecondPass;
    this.isSecondPass = false;
    const found = this.conditionalOrLambda();
    this.isSecondPass = wasSecondPass;
    return found;
  }

  private invalidExpression(): void {
    const mark = this.mark;
    if (!this.atStringPrefixOrSoftKeyword()) {
      const left = this.disjunction();
      const right = left === null ? null : this.expressionWithoutInvalid();
      if (left !== null && right !== null && !isLegacyStatement(left) && this.levelBefore !== 0) {
        this.raiseRange(left, right, 'invalid syntax. Perhaps you forgot a comma?');
      }
    }
    this.mark = mark;
    const body = this.disjunction();
    if (body === null || !this.accept('if')) return;
    const test = this.disjunction();
    if (test === null || this.at('else') || this.at(':')) return;
    this.raiseRange(body, test, "expected 'else' after 'if' expression");
  }

  /** A name before a string is a wrong prefix; a soft keyword may start a statement. */
  private atStringPrefixOrSoftKeyword(): boolean {
    const token = this.next;
    if (token.kind !== NAME) return false;
    if (this.tokenAt(this.mark + 1).kind === STRING) return true;
    // CPython takes the beginning of a soft keyword for the whole.
    return token.value === '_' || 'case'.startsWith(token.value) || 'match'.startsWith(token.value);
  }

  private invalidLegacyExpression(): void {
    const name = this.take(NAME);
    if (name === null || this.at('(')) return;
    const rest = this.starExpressions();
    if (rest === null || (name.value !== 'print' && name.value !== 'exec')) return;
    const { value } = name;
    this.raiseRange(name, rest, `Missing parentheses in call to '${value}'. Did you mean ${value}(...)?`);
  }

  private lambda(): Sketch | null {
    const start = this.take('lambda');
    if (start === null) return null;
    const mark = this.mark;
    if (!this.parameters(LAMBDA_FORM)) this.mark = mark;
    if (!this.accept(':') || this.expression() === null) return null;
    return this.sketch('Lambda', start);
  }

  // ---------------------------------------------------------------- operators

  protected disjunction(): Sketch | null {
    const hit = this.recall(Rule.disjunction);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    const start = this.next;
    let found = this.conjunction();
    while (found !== null) {
      const after = this.mark;
      if (!this.accept('or') || this.conjunction() === null) {
        this.mark = after;
        break;
      }
      found = this.sketch('BoolOp', start);
    }
    return this.remember(Rule.disjunction, mark, found);
  }

  private conjunction(): Sketch | null {
    const hit = this.recall(Rule.conjunction);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    const start = this.next;
    let found = this.inversion();
    while (found !== null) {
      const after = this.mark;
      if (!this.accept('and') || this.inversion() === null) {
        this.mark = after;
        break;
      }
      found = this.sketch('BoolOp', start);
    }
    return this.remember(Rule.conjunction, mark, found);
  }

  private inversion(): Sketch | null {
    const hit = this.recall(Rule.inversion);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    const start = this.take('not');
    let found: Sketch | null = null;
    if (start !== null) {
      this.enter();
      if (this.inversion() !== null) found = this.sketch('UnaryOp', start);
      this.leave();
    }
    if (found === null) {
      this.mark = mark;
      found = this.comparison();
    }
    return this.remember(Rule.inversion, mark, found);
  }

  private comparison(): Sketch | null {
    const start = this.next;
    const left = this.binary(BITWISE_OR);
    if (left === null) return null;
    let firstOperator = '';
    for (;;) {
      const after = this.mark;
      const operator = this.comparisonOperator();
      if (operator === '' || this.binary(BITWISE_OR) === null) {
        this.mark = after;
        break;
      }
      firstOperator ||= operator;
    }
    return firstOperator === '' ? left : this.sketch('Compare', start, [left], firstOperator);
  }

  private comparisonOperator(): string {
    const { kind } = this.next;
    switch (kind) {
      case '==':
      case '!=':
      case '<=':
      case '<':
      case '>=':
      case '>':
      case 'in':
        this.mark++;
        return kind;
      case 'not':
        this.mark++;
        return this.accept('in') ? 'not in' : '';
      case 'is':
        this.mark++;
        return this.accept('not') ? 'is not' : 'is';
      default:
        return '';
    }
  }

  /**
   * The rules from `|` (`least` 1) to `*` (6) in one: each level has its own memory, and a level begins with what the
   * tightest remembered level below it found.
   */
  protected binary(least: number): Sketch | null {
    const mark = this.mark;
    let level = least;
    let left: Sketch | null | undefined;
    for (; level <= TIGHTEST; level++) {
      left = this.recall(Rule.binary + level);
      if (left !== undefined) break;
    }
    const start = this.tokenAt(mark);
    left ??= level > TIGHTEST ? this.factor() : null;
    while (--level >= least) {
      while (left !== null) {
        const after = this.mark;
        if (!this.acceptOperator(level)) break;
        const right = level === TIGHTEST ? this.factor() : this.binary(level + 1);
        if (right === null) {
          this.mark = after;
          break;
        }
        left = this.sketch('BinOp', start);
      }
      this.remember(Rule.binary + level, mark, left);
    }
    return left;
  }

  private acceptOperator(level: number): boolean {
    if (!BINARY_LEVELS[level - 1].includes(this.next.kind)) return false;
    this.mark++;
    return true;
  }

  private factor(): Sketch | null {
    const hit = this.recall(Rule.factor);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    const start = this.take('+') ?? this.take('-') ?? this.take('~');
    let found: Sketch | null = null;
    if (start !== null) {
      this.enter();
      if (this.factor() !== null) found = this.sketch('UnaryOp', start);
      this.leave();
    } else {
      found = this.power();
    }
    return this.remember(Rule.factor, mark, found);
  }

  private power(): Sketch | null {
    const start = this.next;
    const base = this.awaitPrimary();
    if (base === null) return null;
    const after = this.mark;
    if (this.accept('**')) {
      this.enter();
      const exponent = this.factor();
      this.leave();
      if (exponent !== null) return this.sketch('BinOp', start);
    }
    this.mark = after;
    return base;
  }

  private awaitPrimary(): Sketch | null {
    const hit = this.recall(Rule.awaitPrimary);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    const start = this.take('await');
    let found: Sketch | null;
    if (start === null) found = this.primary();
    else found = this.primary() === null ? null : this.sketch('Await', start);
    return this.remember(Rule.awaitPrimary, mark, found);
  }

  // ---------------------------------------------------------------- literals

  /** A number token. */
  protected number(): Sketch | null {
    const token = this.take(NUMBER);
    if (token === null) return null;
    const digits = excessDigits(this.text.slice(token.start, token.end));
    if (digits > 0) this.raiseOnLine(token, messages.tooManyDigits(MAX_INT_LITERAL_DIGITS, digits));
    return this.sketch('Constant', token);
  }

  /** A row of string tokens, with the mistakes inside them. */
  protected strings(): Sketch | null {
    const hit = this.recall(Rule.strings);
    if (hit !== undefined) return hit;
    const first = this.mark;
    while (this.accept(STRING));
    if (this.mark === first) return null;
    const { kind } = readStrings(this.text, this.list.tokens, first, this.mark, this.stringHost);
    return this.remember(Rule.strings, first, this.sketch(kind, this.tokenAt(first)));
  }

  /** A constant written as a word. */
  protected wordConstant(token: Token): Sketch {
    this.mark++;
    return this.sketch('Constant', token, [], token.kind);
  }

  protected abstract listDisplay(): Sketch | null;
  protected abstract tupleDisplay(): Sketch | null;
  protected abstract generator(): Sketch | null;
}
