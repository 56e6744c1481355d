/** Slow parser: atoms, displays, comprehensions, calls and subscripts. */

import { BITWISE_OR, ExpressionDiagnosis } from './diagnose-expression.ts';
import { Rule } from './diagnosis.ts';
import { invalidTarget, expressionName, type Sketch, type TargetUse } from './sketch.ts';
import { NAME, NUMBER, STRING } from './token.ts';

/** What a rule for arguments has found: positional ones, and whether `**` is among the others. */
interface ArgumentList {
  readonly sketch: Sketch;
  readonly hasUnpacking: boolean;
}

export abstract class PrimaryDiagnosis extends ExpressionDiagnosis {
  /** Targets of `for` and `=`, in `diagnose-target.ts`. */
  protected abstract starTargets(): Sketch | null;

  // ---------------------------------------------------------------- primaries

  protected override primary(): Sketch | null {
    const hit = this.recall(Rule.primary);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    const start = this.next;
    let found = this.atom();
    while (found !== null) {
      const after = this.mark;
      const longer = this.trailer();
      if (longer === '') {
        this.mark = after;
        break;
      }
      found = this.sketch(longer, start);
    }
    return this.remember(Rule.primary, mark, found);
  }

  /** An attribute, call or subscript; returns the kind of node it makes, or nothing. */
  protected trailer(): string {
    const mark = this.mark;
    switch (this.next.kind) {
      case '.':
        this.mark++;
        return this.accept(NAME) ? 'Attribute' : '';
      case '(':
        if (this.generator() !== null) return 'Call';
        this.mark = mark + 1;
        if (this.arguments() === null) this.mark = mark + 1;
        return this.accept(')') ? 'Call' : '';
      case '[':
        this.misplacedComprehension();
        this.mark = mark + 1;
        return this.slices() && this.accept(']') ? 'Subscript' : '';
      case '{':
        this.misplacedComprehension();
        return '';
      default:
        return '';
    }
  }

  /**
   * Looks for mistakes in a comprehension at the cursor. The rule for an argument without parentheses of its own does so
   * whatever bracket it meets.
   */
  protected misplacedComprehension(): void {
    if (this.isSecondPass) this.invalidComprehension(this.mark);
  }

  protected slices(): boolean {
    const mark = this.mark;
    if (this.slice() && !this.at(',')) return true;
    this.mark = mark;
    let count = 0;
    do {
      const item = this.mark;
      if (!this.slice() && !this.retry(item, () => this.starredExpression())) {
        this.mark = item;
        break;
      }
      count++;
    } while (this.accept(','));
    return count > 0;
  }

  private slice(): boolean {
    const mark = this.mark;
    if (this.expression() === null) this.mark = mark;
    if (this.accept(':')) {
      this.optionalExpression();
      if (this.accept(':')) this.optionalExpression();
      return true;
    }
    this.mark = mark;
    return this.namedExpression() !== null;
  }

  private optionalExpression(): void {
    const mark = this.mark;
    if (this.expression() === null) this.mark = mark;
  }

  // ---------------------------------------------------------------- atoms

  protected atom(): Sketch | null {
    this.countStep();
    const token = this.next;
    const mark = this.mark;
    switch (token.kind) {
      case NAME:
        this.mark++;
        return this.sketch('Name', token, [], token.value);
      case 'True':
      case 'False':
      case 'None':
      case '...':
        return this.wordConstant(token);
      case STRING:
        return this.strings();
      case NUMBER:
        return this.number();
      case '(':
        return this.tupleDisplay() ?? this.groupAt(mark) ?? this.generatorAt(mark);
      case '[':
        return this.listDisplay() ?? this.listComprehensionAt(mark);
      case '{':
        return this.braces();
      default:
        return null;
    }
  }

  protected override tupleDisplay(): Sketch | null {
    const open = this.take('(');
    if (open === null) return null;
    const mark = this.mark;
    let parts: Sketch[] = [];
    const first = this.starNamedExpression();
    if (first !== null && this.accept(',')) {
      const rest = this.mark;
      const others = this.starNamedExpressions();
      if (others === null) this.mark = rest;
      parts = others === null ? [first] : [first, ...others];
    } else {
      this.mark = mark;
    }
    return this.accept(')') ? this.sketch('Tuple', open, parts) : null;
  }

  private groupAt(mark: number): Sketch | null {
    this.mark = mark + 1;
    let inner = this.yieldExpr();
    if (inner === null) {
      this.mark = mark + 1;
      inner = this.namedExpression();
    }
    if (inner !== null && this.accept(')')) return inner;
    if (this.isSecondPass) this.invalidGroup(mark);
    return null;
  }

  private invalidGroup(mark: number): void {
    this.mark = mark + 1;
    const starred = this.starredExpression();
    if (starred !== null && this.accept(')')) this.raiseOn(starred, 'cannot use starred expression here');
    this.mark = mark + 1;
    const stars = this.take('**');
    if (stars !== null && this.expression() !== null && this.accept(')')) {
      this.raiseOn(stars, 'cannot use double starred expression here');
    }
  }

  protected override generator(): Sketch | null {
    return this.generatorAt(this.mark);
  }

  private generatorAt(mark: number): Sketch | null {
    this.mark = mark;
    const open = this.take('(');
    if (open === null) {
      if (this.at('[') || this.at('{')) this.misplacedComprehension();
      return null;
    }
    if (this.namedOrUnnamed() !== null && this.forIfClauses() !== null && this.accept(')')) {
      return this.sketch('GeneratorExp', open);
    }
    if (this.isSecondPass) this.invalidComprehension(mark);
    return null;
  }

  protected override listDisplay(): Sketch | null {
    const open = this.take('[');
    if (open === null) return null;
    const mark = this.mark;
    const parts = this.starNamedExpressions();
    if (parts === null) this.mark = mark;
    return this.accept(']') ? this.sketch('List', open, parts ?? []) : null;
  }

  private listComprehensionAt(mark: number): Sketch | null {
    this.mark = mark;
    const open = this.take('[')!;
    if (this.namedExpression() !== null && this.forIfClauses() !== null && this.accept(']')) {
      return this.sketch('ListComp', open);
    }
    if (this.isSecondPass) this.invalidComprehension(mark);
    return null;
  }

  private invalidComprehension(mark: number): void {
    this.mark = mark + 1;
    const starred = this.starredExpression();
    if (starred !== null && this.forIfClauses() !== null) {
      this.raiseOn(starred, 'iterable unpacking cannot be used in comprehension');
    }
    if (this.tokenAt(mark).kind === '(') return;
    const message = 'did you forget parentheses around the comprehension target?';
    this.mark = mark + 1;
    const first = this.starNamedExpression();
    const comma = first === null ? null : this.take(',');
    if (first === null || comma === null) return;
    const rest = this.mark;
    const others = this.starNamedExpressions();
    if (others !== null && this.forIfClauses() !== null) {
      this.raiseRange(first, others[others.length - 1], message);
    }
    this.mark = rest;
    if (this.forIfClauses() !== null) this.raiseRange(first, comma, message);
  }

  // ---------------------------------------------------------------- braces

  private braces(): Sketch | null {
    const mark = this.mark;
    const open = this.next;
    this.mark++;
    const pairs = this.mark;
    if (!this.keyValuePairs()) this.mark = pairs;
    if (this.accept('}')) return this.sketch('Dict', open);
    // CPython tries these in the first pass already.
    this.mark = pairs;
    this.invalidPairs();
    this.mark = pairs;
    if (this.starNamedExpressions() !== null && this.accept('}')) return this.sketch('Set', open);
    this.mark = pairs;
    if (this.keyValue() && this.forIfClauses() !== null && this.accept('}')) return this.sketch('DictComp', open);
    if (this.isSecondPass) this.invalidDictComprehension(mark);
    this.mark = pairs;
    if (this.namedExpression() !== null && this.forIfClauses() !== null && this.accept('}')) {
      return this.sketch('SetComp', open);
    }
    if (this.isSecondPass) this.invalidComprehension(mark);
    return null;
  }

  /** One or more pairs, and a comma after them if there is one. */
  private keyValuePairs(): boolean {
    if (!this.starredKeyValue()) return false;
    while (this.accept(',')) {
      const mark = this.mark;
      if (!this.starredKeyValue()) {
        this.mark = mark;
        break;
      }
    }
    return true;
  }

  private starredKeyValue(): boolean {
    const mark = this.mark;
    if (this.accept('**') && this.binary(BITWISE_OR) !== null) return true;
    this.mark = mark;
    return this.keyValue();
  }

  private keyValue(): boolean {
    return this.expression() !== null && this.accept(':') && this.expression() !== null;
  }

  private invalidDictComprehension(mark: number): void {
    this.mark = mark + 1;
    const stars = this.take('**');
    if (stars === null || this.binary(BITWISE_OR) === null || this.forIfClauses() === null || !this.accept('}')) return;
    this.raiseOn(stars, 'dict unpacking cannot be used in dict comprehension');
  }

  private invalidPairs(): void {
    const mark = this.mark;
    let last = mark;
    while (this.starredKeyValue()) {
      last = this.mark;
      if (!this.accept(',')) break;
    }
    this.mark = last;
    if (last !== mark && this.accept(',')) this.invalidPair();
    this.mark = mark;
    this.invalidValue();
  }

  private invalidPair(): void {
    const mark = this.mark;
    const key = this.expression();
    if (key !== null && !this.at(':')) this.raiseAfter(key, "':' expected after dictionary key");
    this.mark = mark;
    this.invalidValue();
  }

  /** `key: *value`, or a key with nothing after its colon. */
  private invalidValue(): void {
    if (this.expression() === null) return;
    const colon = this.take(':');
    if (colon === null) return;
    const after = this.mark;
    const star = this.take('*');
    if (star !== null && this.binary(BITWISE_OR) !== null) {
      this.raiseFrom(star, 'cannot use a starred expression in a dictionary value');
    }
    this.mark = after;
    if (this.at('}') || this.at(',')) this.raiseOn(colon, "expression expected after dictionary key and ':'");
  }

  // ---------------------------------------------------------------- comprehensions

  /** Matches `for` clauses; returns the last condition, or else the last iterable. */
  protected forIfClauses(): Sketch | null {
    let last: Sketch | null = null;
    for (;;) {
      const mark = this.mark;
      const clause = this.forIfClause();
      if (clause === null) {
        this.mark = mark;
        return last;
      }
      last = clause;
    }
  }

  private forIfClause(): Sketch | null {
    const mark = this.mark;
    for (const isAsync of [true, false]) {
      this.mark = mark;
      if (isAsync && !this.accept('async')) continue;
      // After `in` there is no other alternative.
      if (this.accept('for') && this.starTargets() !== null && this.accept('in')) return this.clauseTail();
    }
    if (this.isSecondPass) {
      this.mark = mark;
      this.invalidForTarget();
    }
    return null;
  }

  private clauseTail(): Sketch | null {
    let last = this.disjunction();
    if (last === null) return null;
    for (;;) {
      const mark = this.mark;
      const condition = this.accept('if') ? this.disjunction() : null;
      if (condition === null) {
        this.mark = mark;
        return last;
      }
      last = condition;
    }
  }

  protected invalidForTarget(): void {
    this.accept('async');
    if (!this.accept('for')) return;
    const target = this.starExpressions();
    if (target !== null) this.raiseInvalidTarget(target, 'for');
  }

  /** Fails if something in `target` cannot be a target. */
  protected raiseInvalidTarget(target: Sketch, use: TargetUse): void {
    const found = invalidTarget(target, use);
    if (found === null) return;
    this.raiseOn(found, `cannot ${use === 'delete' ? 'delete' : 'assign to'} ${expressionName(found)}`);
  }

  // ---------------------------------------------------------------- arguments

  /** The arguments of a call, with the closing parenthesis ahead. */
  protected arguments(): Sketch | null {
    const hit = this.recall(Rule.arguments);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    const args = this.args();
    let found: Sketch | null = null;
    if (args !== null) {
      this.accept(',');
      if (this.at(')')) found = args.sketch;
    }
    if (found === null && this.isSecondPass) {
      this.mark = mark;
      this.invalidArguments();
    }
    return this.remember(Rule.arguments, mark, found);
  }

  private args(): ArgumentList | null {
    const start = this.next;
    const mark = this.mark;
    const parts = this.positionalArguments();
    const after = this.mark;
    let hasUnpacking = false;
    if (parts.length > 0) {
      if (!this.accept(',')) return { sketch: this.sketch('Group', start, parts), hasUnpacking };
      const keywords = this.keywordArguments(parts);
      if (keywords === null) this.mark = after;
      else hasUnpacking = keywords;
      return { sketch: this.sketch('Group', start, parts), hasUnpacking };
    }
    this.mark = mark;
    const keywords = this.keywordArguments(parts);
    return keywords === null ? null : { sketch: this.sketch('Group', start, parts), hasUnpacking: keywords };
  }

  /** Matches positional arguments, perhaps none, without a comma after them. */
  private positionalArguments(): Sketch[] {
    const parts: Sketch[] = [];
    let after = this.mark;
    for (;;) {
      const argument = this.positionalArgument();
      if (argument === null) break;
      parts.push(argument);
      after = this.mark;
      if (!this.accept(',')) break;
    }
    this.mark = after;
    return parts;
  }

  private positionalArgument(): Sketch | null {
    const mark = this.mark;
    const starred = this.starredExpression();
    if (starred !== null) return starred;
    this.mark = mark;
    const value = this.namedOrUnnamed();
    return value !== null && this.at('=') ? null : value;
  }

  /**
   * Matches keyword and unpacked arguments; `*x` among them goes to `parts`.
   * Returns whether there is a `**`, or `null` if nothing matches.
   */
  private keywordArguments(parts: Sketch[]): boolean | null {
    const mark = this.mark;
    const first = this.keywordList(false, parts);
    if (first !== null) {
      const after = this.mark;
      if (this.accept(',')) {
        const second = this.keywordList(true, parts);
        if (second !== null) return second;
      }
      this.mark = after;
      return false;
    }
    this.mark = mark;
    return this.keywordList(true, parts);
  }

  /** One or more of `name=value` and, as the flag says, `**x` or `*x`. */
  private keywordList(isDouble: boolean, parts: Sketch[]): boolean | null {
    let hasUnpacking = false;
    let after = -1;
    for (;;) {
      const kind = this.keywordArgument(isDouble, parts);
      if (kind === '') break;
      if (kind === '**') hasUnpacking = true;
      after = this.mark;
      if (!this.accept(',')) break;
    }
    if (after < 0) return null;
    this.mark = after;
    return hasUnpacking;
  }

  private keywordArgument(isDouble: boolean, parts: Sketch[]): string {
    const mark = this.mark;
    if (this.isSecondPass) {
      this.invalidKeyword();
      this.mark = mark;
    }
    if (this.accept(NAME) && this.accept('=') && this.expression() !== null) return '=';
    this.mark = mark;
    if (isDouble) return this.accept('**') && this.expression() !== null ? '**' : '';
    const starred = this.starredExpression();
    if (starred === null) return '';
    parts.push(starred);
    return '*';
  }

  private invalidKeyword(): void {
    const mark = this.mark;
    const word = this.take('True') ?? this.take('False') ?? this.take('None');
    if (word !== null) {
      const equal = this.take('=');
      if (equal !== null) this.raiseRange(word, equal, `cannot assign to ${word.kind}`);
    }
    this.mark = mark;
    this.invalidComparison();
    this.mark = mark;
    if (this.at(NAME) && this.tokenAt(mark + 1).kind === '=') return;
    const left = this.expression();
    const equal = left === null ? null : this.take('=');
    if (left !== null && equal !== null) {
      this.raiseRange(left, equal, 'expression cannot contain assignment, perhaps you meant "=="?');
    }
  }

  /** `name = value for ...`. */
  private invalidComparison(): void {
    const name = this.take(NAME);
    const equal = name === null ? null : this.take('=');
    if (name === null || equal === null || this.expression() === null || this.forIfClauses() === null) return;
    this.raiseRange(name, equal, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  }

  private invalidArguments(): void {
    const mark = this.mark;
    const message = 'Generator expression must be parenthesized';
    this.invalidUnpacking();
    this.mark = mark;
    const lone = this.expression();
    const last = lone === null ? null : this.forIfClauses();
    if (lone !== null && last !== null && this.accept(',')) {
      this.afterGenerator();
      this.raiseRange(lone, last, message);
    }
    this.mark = mark;
    this.invalidComparison();
    this.mark = mark;
    const args = this.args();
    if (args === null) return;
    const after = this.mark;
    const { parts } = args.sketch;
    const clause = this.forIfClauses();
    if (clause !== null && parts.length > 1) this.raiseRange(parts[parts.length - 1], clause, message);
    this.mark = after;
    if (!this.accept(',')) return;
    const next = this.mark;
    const item = this.expression();
    const itemLast = item === null ? null : this.forIfClauses();
    if (item !== null && itemLast !== null) this.raiseRange(item, itemLast, message);
    this.mark = next;
    if (this.args() === null) return;
    this.raiseHere(`positional argument follows keyword argument${args.hasUnpacking ? ' unpacking' : ''}`);
  }

  /** `*` after keyword arguments. */
  private invalidUnpacking(): void {
    const mark = this.mark;
    if (this.positionalArguments().length === 0 || !this.accept(',') || this.keywordArguments([]) === null) {
      this.mark = mark;
      if (this.keywordArguments([]) === null) return;
    }
    const star = this.accept(',') ? this.take('*') : null;
    if (star !== null) this.raiseOn(star, 'iterable argument unpacking follows keyword argument unpacking');
  }

  /** What may follow the comma after a generator expression; matched only because mistakes in it come first. */
  private afterGenerator(): void {
    const mark = this.mark;
    if (this.args() !== null) return;
    this.mark = mark;
    if (this.expression() === null || this.forIfClauses() === null) this.mark = mark;
  }
}
