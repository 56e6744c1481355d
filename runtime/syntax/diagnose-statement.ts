/** Slow parser: blocks and compound statements. Simple statements are in `diagnose-simple.ts`. */

import { DEF_FORM } from './diagnose-expression.ts';
import { Rule } from './diagnosis.ts';
import { SimpleDiagnosis } from './diagnose-simple.ts';
import type { Sketch } from './sketch.ts';
import { DEDENT, ENDMARKER, INDENT, NAME, NEWLINE, type Token } from './token.ts';

export class StatementDiagnosis extends SimpleDiagnosis {
  // ---------------------------------------------------------------- blocks

  /** Matches the rules of one parse mode over all tokens. */
  protected root(mode: 'exec' | 'eval' | 'single' | 'field'): boolean {
    if (mode === 'field') return this.starExpressions() !== null;
    if (mode === 'eval') {
      if (this.expressions() === null) return false;
      while (this.accept(NEWLINE));
      return this.accept(ENDMARKER);
    }
    if (mode === 'single') return this.interactive();
    this.statements();
    return this.accept(ENDMARKER);
  }

  private interactive(): boolean {
    const mark = this.mark;
    if (this.compoundStatement() && this.accept(NEWLINE)) return true;
    this.mark = mark;
    if (this.simpleStatements()) return true;
    this.mark = mark;
    return this.accept(NEWLINE);
  }

  /** One or more statements. */
  private statements(): boolean {
    let count = 0;
    for (;;) {
      const mark = this.mark;
      if (!this.compoundStatement()) {
        this.mark = mark;
        if (!this.simpleStatements()) {
          this.mark = mark;
          return count > 0;
        }
      }
      count++;
    }
  }

  private block(): boolean {
    const hit = this.recall(Rule.block);
    if (hit !== undefined) return hit !== null;
    const mark = this.mark;
    this.enter();
    let matches = this.accept(NEWLINE) && this.accept(INDENT) && this.statements() && this.accept(DEDENT);
    if (!matches) {
      this.mark = mark;
      matches = this.simpleStatements();
    }
    if (!matches && this.isSecondPass) {
      this.mark = mark;
      if (this.accept(NEWLINE) && !this.at(INDENT)) this.raiseIndentation('expected an indented block');
    }
    this.leave();
    const start = this.tokenAt(mark);
    return this.remember(Rule.block, mark, matches ? this.sketch('Group', start) : null) !== null;
  }

  /** Fails if a line ends here without a block to follow. `what` ends with the place of `head`. */
  private requireIndent(what: string, head: Token): void {
    if (this.accept(NEWLINE) && !this.at(INDENT)) {
      this.raiseIndentation(`expected an indented block after ${what} on line ${head.lineno}`);
    }
  }

  /** Tries one way to read a mistake from `mark`. */
  private attempt(mark: number, rule: () => void): void {
    this.mark = mark;
    rule();
    this.mark = mark;
  }

  /** Fails with "expected ':'" if the line ends where one was due. */
  private requireColon(): void {
    if (this.at(NEWLINE)) {
      this.mark++;
      this.raiseHere("expected ':'");
    }
  }

  private compoundStatement(): boolean {
    const mark = this.mark;
    const { kind } = this.next;
    const isAsync = kind === 'async';
    if (kind === 'def' || kind === '@' || isAsync) {
      if (this.decorated(() => this.functionDef())) return true;
    }
    this.mark = mark;
    if (kind === 'if') return this.ifStatement('if');
    if (kind === 'class' || kind === '@') return this.decorated(() => this.classDef());
    if (kind === 'with' || isAsync) {
      if (this.withStatement()) return true;
      this.mark = mark;
    }
    if (kind === 'for' || isAsync) return this.forStatement();
    if (kind === 'try') return this.tryStatement();
    if (kind === 'while') return this.whileStatement();
    return this.matchStatement();
  }

  // ---------------------------------------------------------------- definitions

  private decorated(definition: () => boolean): boolean {
    const mark = this.mark;
    let after = mark;
    while (this.accept('@') && this.namedExpression() !== null && this.accept(NEWLINE)) after = this.mark;
    this.mark = after;
    if (definition()) return true;
    if (after === mark) return false;
    this.mark = mark;
    return definition();
  }

  private functionDef(): boolean {
    const mark = this.mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidFunctionDef());
    this.accept('async');
    if (!this.accept('def') || !this.accept(NAME)) return false;
    this.force('(');
    this.optionalParameters();
    if (!this.accept(')')) return false;
    this.optionalReturns();
    this.force(':');
    return this.block();
  }

  private optionalParameters(): void {
    const mark = this.mark;
    if (!this.parameters(DEF_FORM)) this.mark = mark;
  }

  private optionalReturns(): void {
    const mark = this.mark;
    if (!this.accept('->') || this.expression() === null) this.mark = mark;
  }

  private invalidFunctionDef(): void {
    this.accept('async');
    const head = this.take('def');
    if (head === null || !this.accept(NAME) || !this.accept('(')) return;
    this.optionalParameters();
    if (!this.accept(')')) return;
    this.optionalReturns();
    if (this.accept(':')) this.requireIndent('function definition', head);
  }

  private classDef(): boolean {
    const mark = this.mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidClassDef());
    return this.classHead() !== null && this.accept(':') && this.block();
  }

  private classHead(): Token | null {
    const head = this.take('class');
    if (head === null || !this.accept(NAME)) return null;
    const mark = this.mark;
    if (this.accept('(')) {
      const inside = this.mark;
      if (this.arguments() === null) this.mark = inside;
      if (!this.accept(')')) this.mark = mark;
    }
    return head;
  }

  private invalidClassDef(): void {
    const head = this.classHead();
    if (head === null) return;
    this.requireColon();
    if (this.accept(':')) this.requireIndent('class definition', head);
  }

  // ---------------------------------------------------------------- if, while, for

  /** Mistakes shared by statements of the form `keyword condition:`. */
  private invalidConditional(keyword: string): void {
    const head = this.take(keyword);
    if (head === null || this.namedExpression() === null) return;
    this.requireColon();
    if (this.accept(':')) this.requireIndent(`'${keyword}' statement`, head);
  }

  private ifStatement(keyword: 'if' | 'elif'): boolean {
    const mark = this.mark;
    this.enter();
    if (this.isSecondPass) this.attempt(mark, () => this.invalidConditional(keyword));
    const matches = this.accept(keyword) && this.namedExpression() !== null && this.accept(':') && this.block();
    if (matches) {
      const after = this.mark;
      if (!this.ifStatement('elif')) {
        this.mark = after;
        this.optionalElse();
      }
    }
    this.leave();
    return matches;
  }

  private optionalElse(): void {
    const mark = this.mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidWord('else'));
    if (this.accept('else')) {
      this.force(':');
      if (this.block()) return;
    }
    this.mark = mark;
  }

  /** Mistakes of `else:`, `finally:` and `try:`. */
  private invalidWord(keyword: string): void {
    const head = this.take(keyword);
    if (head !== null && this.accept(':')) this.requireIndent(`'${keyword}' statement`, head);
  }

  private whileStatement(): boolean {
    const mark = this.mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidConditional('while'));
    if (!this.accept('while') || this.namedExpression() === null || !this.accept(':') || !this.block()) return false;
    this.optionalElse();
    return true;
  }

  private forStatement(): boolean {
    const mark = this.mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidFor());
    this.accept('async');
    if (this.accept('for') && this.starTargets() !== null && this.accept('in')) {
      // After `in` there is no other alternative.
      if (this.starExpressions() === null || !this.accept(':') || !this.block()) return false;
      this.optionalElse();
      return true;
    }
    if (this.isSecondPass) this.attempt(mark, () => this.invalidForTarget());
    return false;
  }

  private invalidFor(): void {
    this.accept('async');
    const head = this.take('for');
    if (head === null || this.starTargets() === null || !this.accept('in') || this.starExpressions() === null) return;
    this.requireColon();
    if (this.accept(':')) this.requireIndent("'for' statement", head);
  }

  // ---------------------------------------------------------------- with

  private withStatement(): boolean {
    const mark = this.mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidWithIndent());
    for (const isParenthesized of [true, false]) {
      this.mark = mark;
      this.accept('async');
      if (!this.accept('with')) break;
      if (isParenthesized && !this.accept('(')) continue;
      if (!this.withItems(() => this.withItem())) continue;
      if (isParenthesized) {
        this.accept(',');
        if (!this.accept(')')) continue;
      }
      if (this.accept(':') && this.block()) return true;
    }
    if (this.isSecondPass) this.attempt(mark, () => this.invalidWith());
    return false;
  }

  /** One or more items with commas between them. */
  private withItems(item: () => boolean): boolean {
    let after = -1;
    for (;;) {
      if (!item()) break;
      after = this.mark;
      if (!this.accept(',')) break;
    }
    if (after < 0) return false;
    this.mark = after;
    return true;
  }

  private atItemEnd(): boolean {
    return this.at(',') || this.at(')') || this.at(':');
  }

  private withItem(): boolean {
    const mark = this.mark;
    if (this.expression() !== null && this.accept('as') && this.starTarget() !== null && this.atItemEnd()) return true;
    this.mark = mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidWithItem());
    return this.expression() !== null;
  }

  private invalidWithItem(): void {
    if (this.expression() === null || !this.accept('as')) return;
    const target = this.expression();
    if (target !== null && this.atItemEnd()) this.raiseInvalidTarget(target, 'assign');
  }

  /** An item as the rules for mistakes see it: nothing need follow a target. */
  private looseItem(context: () => Sketch | null): boolean {
    if (context() === null) return false;
    const mark = this.mark;
    if (!this.accept('as') || this.starTarget() === null) this.mark = mark;
    return true;
  }

  /** The head of a `with` up to its colon, as the rules for mistakes see it. */
  private looseHead(isParenthesized: boolean): Token | null {
    this.accept('async');
    const head = this.take('with');
    if (head === null || (isParenthesized && !this.accept('('))) return null;
    const context = isParenthesized ? () => this.expressions() : () => this.expression();
    if (!this.withItems(() => this.looseItem(context))) return null;
    if (!isParenthesized) return head;
    this.accept(',');
    return this.accept(')') ? head : null;
  }

  private invalidWith(): void {
    const mark = this.mark;
    for (const isParenthesized of [false, true]) {
      this.mark = mark;
      if (this.looseHead(isParenthesized) !== null) this.requireColon();
    }
  }

  private invalidWithIndent(): void {
    const mark = this.mark;
    for (const isParenthesized of [false, true]) {
      this.mark = mark;
      const head = this.looseHead(isParenthesized);
      if (head !== null && this.accept(':')) this.requireIndent("'with' statement", head);
    }
  }

  // ---------------------------------------------------------------- try

  private tryStatement(): boolean {
    const mark = this.mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidTry());
    if (!this.accept('try')) return false;
    this.force(':');
    if (!this.block()) return false;
    const after = this.mark;
    if (this.finallyBlock()) return true;
    for (const isStar of [false, true]) {
      this.mark = after;
      if (!this.handlers(isStar)) continue;
      this.optionalElse();
      const end = this.mark;
      if (!this.finallyBlock()) this.mark = end;
      return true;
    }
    return false;
  }

  private finallyBlock(): boolean {
    const mark = this.mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidWord('finally'));
    if (!this.accept('finally')) return false;
    this.force(':');
    return this.block();
  }

  /** One or more handlers, all with a star or all without. */
  private handlers(isStar: boolean): boolean {
    let count = 0;
    for (;;) {
      const mark = this.mark;
      if (!this.handler(isStar)) {
        this.mark = mark;
        return count > 0;
      }
      count++;
    }
  }

  private handler(isStar: boolean): boolean {
    const mark = this.mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidHandlerIndent(isStar));
    if (this.handlerHead(isStar) !== null && this.accept(':') && this.block()) return true;
    this.mark = mark;
    if (!isStar && this.accept('except') && this.accept(':') && this.block()) return true;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidHandler());
    return false;
  }

  /** `except type as name`. */
  private handlerHead(isStar: boolean): Token | null {
    const head = this.take('except');
    if (head === null || (isStar && !this.accept('*')) || this.expression() === null) return null;
    this.optionalAlias();
    return head;
  }

  private optionalAlias(): void {
    const mark = this.mark;
    if (!this.accept('as') || !this.accept(NAME)) this.mark = mark;
  }

  private invalidHandlerIndent(isStar: boolean): void {
    const mark = this.mark;
    const head = this.handlerHead(isStar);
    const what = isStar ? "'except*' statement" : "'except' statement";
    if (head !== null && this.accept(':')) this.requireIndent(what, head);
    if (isStar) return;
    this.mark = mark;
    const bare = this.take('except');
    if (bare !== null && this.accept(':')) this.requireIndent(what, bare);
  }

  private invalidHandler(): void {
    const mark = this.mark;
    if (!this.accept('except')) return;
    this.accept('*');
    const type = this.expression();
    if (type !== null) {
      const after = this.mark;
      if (this.accept(',') && this.expressions() !== null) {
        this.optionalAlias();
        if (this.accept(':')) this.raiseFrom(type, 'multiple exception types must be parenthesized');
      }
      this.mark = after;
      this.optionalAlias();
      this.requireColon();
    }
    this.mark = mark + 1;
    this.requireColon();
    if (this.accept('*') && (this.accept(NEWLINE) || this.accept(':'))) {
      this.raiseHere('expected one or more exception types');
    }
  }

  private invalidTry(): void {
    const mark = this.mark;
    this.attempt(mark, () => this.invalidWord('try'));
    if (!this.accept('try') || !this.accept(':')) return;
    const body = this.mark;
    if (this.block() && !this.at('except') && !this.at('finally')) {
      this.raiseHere("expected 'except' or 'finally' block");
    }
    this.attempt(body, () => this.invalidMixture(false));
    this.attempt(body, () => this.invalidMixture(true));
  }

  /** Handlers of one form, then one of the other. */
  private invalidMixture(isStar: boolean): void {
    for (;;) {
      const mark = this.mark;
      if (!this.block()) {
        this.mark = mark;
        break;
      }
    }
    if (!this.handlers(isStar)) return;
    const message = "cannot have both 'except' and 'except*' on the same 'try'";
    const head = this.take('except');
    if (head === null) return;
    if (isStar) {
      const mark = this.mark;
      if (this.expression() === null) this.mark = mark;
      else this.optionalAlias();
      if (this.accept(':')) this.raiseOn(head, message);
      return;
    }
    const star = this.take('*');
    if (star === null || this.expression() === null) return;
    this.optionalAlias();
    if (this.accept(':')) this.raiseRange(head, star, message);
  }

  // ---------------------------------------------------------------- match

  private takeWord(word: string): Token | null {
    const token = this.next;
    if (token.kind !== NAME || token.value !== word) return null;
    this.mark++;
    return token;
  }

  private matchStatement(): boolean {
    const mark = this.mark;
    if (this.takeWord('match') === null) return false;
    if (this.subject() && this.accept(':') && this.accept(NEWLINE) && this.accept(INDENT)) {
      let count = 0;
      while (this.caseBlock()) count++;
      if (count > 0 && this.accept(DEDENT)) return true;
    }
    if (this.isSecondPass) this.attempt(mark, () => this.invalidMatch());
    return false;
  }

  private subject(): boolean {
    const mark = this.mark;
    if (this.starNamedExpression() !== null && this.accept(',')) {
      const after = this.mark;
      if (this.starNamedExpressions() === null) this.mark = after;
      return true;
    }
    this.mark = mark;
    return this.namedExpression() !== null;
  }

  private invalidMatch(): void {
    const head = this.takeWord('match');
    if (head === null || !this.subject()) return;
    this.requireColon();
    if (this.accept(':')) this.requireIndent("'match' statement", head);
  }

  private caseBlock(): boolean {
    const mark = this.mark;
    if (this.isSecondPass) this.attempt(mark, () => this.invalidCase());
    if (this.caseHead() !== null && this.accept(':') && this.block()) return true;
    this.mark = mark;
    return false;
  }

  private caseHead(): Token | null {
    const head = this.takeWord('case');
    if (head === null || this.patterns() === null) return null;
    const mark = this.mark;
    if (!this.accept('if') || this.namedExpression() === null) this.mark = mark;
    return head;
  }

  private invalidCase(): void {
    const head = this.caseHead();
    if (head === null) return;
    this.requireColon();
    if (this.accept(':')) this.requireIndent("'case' statement", head);
  }
}
