/** Slow parser: simple statements. */

import { PatternDiagnosis } from './diagnose-pattern.ts';
import { Rule } from './diagnosis.ts';
import { expressionName, type Sketch } from './sketch.ts';
import { NAME, NEWLINE } from './token.ts';

const AUGMENTED_OPERATORS: ReadonlySet<string> = new Set('+= -= *= @= /= %= &= |= ^= <<= >>= **= //='.split(' '));

export abstract class SimpleDiagnosis extends PatternDiagnosis {
  /** A line of simple statements. */
  protected simpleStatements(): boolean {
    const mark = this.mark;
    if (this.simpleStatement() && !this.at(';') && this.accept(NEWLINE)) return true;
    this.mark = mark;
    let count = 0;
    for (;;) {
      const before = this.mark;
      if (!this.simpleStatement()) {
        this.mark = before;
        break;
      }
      count++;
      if (!this.accept(';')) break;
    }
    return count > 0 && this.accept(NEWLINE);
  }

  private simpleStatement(): boolean {
    const hit = this.recall(Rule.simpleStmt);
    if (hit !== undefined) return hit !== null;
    const mark = this.mark;
    const matches = this.simpleStatementAt(mark);
    const start = this.tokenAt(mark);
    return this.remember(Rule.simpleStmt, mark, matches ? this.sketch('Group', start) : null) !== null;
  }

  private simpleStatementAt(mark: number): boolean {
    if (this.assignment()) return true;
    this.mark = mark;
    if (this.starExpressions() !== null) return true;
    this.mark = mark;
    switch (this.next.kind) {
      case 'return':
        this.mark++;
        this.optional(() => this.starExpressions());
        return true;
      case 'import':
        return this.importName();
      case 'from':
        return this.importFrom();
      case 'raise':
        return this.raiseStatement();
      case 'pass':
      case 'break':
      case 'continue':
        this.mark++;
        return true;
      case 'del':
        return this.deleteStatement();
      case 'yield':
        return this.yieldExpr() !== null;
      case 'assert':
        return this.assertStatement();
      case 'global':
      case 'nonlocal':
        this.mark++;
        return this.nameList();
      default:
        return false;
    }
  }

  /** Matches `rule` if it can. */
  private optional(rule: () => unknown): boolean {
    const mark = this.mark;
    if (rule() !== null) return true;
    this.mark = mark;
    return false;
  }

  // ---------------------------------------------------------------- assignments

  private assignment(): boolean {
    const mark = this.mark;
    if (this.accept(NAME) && this.annotation()) return true;
    this.mark = mark;
    if (this.annotationTarget() && this.annotation()) return true;
    this.mark = mark;
    if (this.plainAssignment()) return true;
    this.mark = mark;
    if (this.singleTarget() !== null && AUGMENTED_OPERATORS.has(this.next.kind)) {
      // After the operator there is no other alternative.
      this.mark++;
      return this.assigned() !== null;
    }
    if (this.isSecondPass) this.invalidAssignment(mark);
    return false;
  }

  /** `: annotation = value`. */
  private annotation(): boolean {
    if (!this.accept(':') || this.expression() === null) return false;
    const mark = this.mark;
    if (!this.accept('=') || this.assigned() === null) this.mark = mark;
    return true;
  }

  private annotationTarget(): boolean {
    const mark = this.mark;
    if (this.accept('(') && this.singleTarget() !== null && this.accept(')')) return true;
    this.mark = mark;
    return this.attributeOrSubscript() !== null;
  }

  private plainAssignment(): boolean {
    if (this.targetsAndEquals() === 0) return false;
    return this.assigned() !== null && !this.at('=');
  }

  /** Matches `targets =` as often as it can; returns how often. */
  private targetsAndEquals(): number {
    for (let count = 0; ; count++) {
      const mark = this.mark;
      if (this.starTargets() === null || !this.accept('=')) {
        this.mark = mark;
        return count;
      }
    }
  }

  private invalidAssignment(mark: number): void {
    this.mark = mark;
    const display = this.annotatedDisplay();
    if (display !== null && this.accept(':') && this.expression() !== null) {
      this.raiseOn(display, `only single target (not ${expressionName(display)}) can be annotated`);
    }
    this.mark = mark;
    const first = this.starNamedExpression();
    if (first !== null && this.accept(',')) {
      while (this.optional(() => this.starNamedExpressions()));
      if (this.accept(':') && this.expression() !== null) {
        this.raiseOn(first, 'only single target (not tuple) can be annotated');
      }
    }
    this.mark = mark;
    const target = this.expression();
    if (target !== null && this.accept(':') && this.expression() !== null) {
      this.raiseOn(target, 'illegal target for annotation');
    }
    this.mark = mark;
    this.targetsAndEquals();
    const last = this.starExpressions();
    if (last !== null && this.accept('=')) this.raiseInvalidTarget(last, 'assign');
    this.mark = mark;
    this.targetsAndEquals();
    const produced = this.yieldExpr();
    if (produced !== null && this.accept('=')) this.raiseOn(produced, 'assignment to yield expression not possible');
    this.mark = mark;
    const changed = this.starExpressions();
    if (changed !== null && AUGMENTED_OPERATORS.has(this.next.kind)) {
      this.mark++;
      if (this.assigned() !== null) {
        this.raiseOn(changed, `'${expressionName(changed)}' is an illegal expression for augmented assignment`);
      }
    }
  }

  /** A list or tuple display, in parentheses or not. */
  private annotatedDisplay(): Sketch | null {
    const mark = this.mark;
    const list = this.listDisplay();
    if (list !== null) return list;
    this.mark = mark;
    const tuple = this.tupleDisplay();
    if (tuple !== null) return tuple;
    this.mark = mark;
    if (!this.accept('(')) return null;
    this.enter();
    const inner = this.annotatedDisplay();
    this.leave();
    return inner !== null && this.accept(')') ? inner : null;
  }

  // ---------------------------------------------------------------- other statements

  private deleteStatement(): boolean {
    const mark = this.mark;
    this.mark++;
    if (this.deleteTargets() !== null && (this.at(';') || this.at(NEWLINE))) return true;
    if (this.isSecondPass) {
      this.mark = mark + 1;
      const target = this.starExpressions();
      if (target !== null) this.raiseInvalidTarget(target, 'delete');
    }
    return false;
  }

  private raiseStatement(): boolean {
    this.mark++;
    if (this.optional(() => this.expression())) {
      const mark = this.mark;
      if (!this.accept('from') || this.expression() === null) this.mark = mark;
    }
    return true;
  }

  private assertStatement(): boolean {
    this.mark++;
    if (this.expression() === null) return false;
    const mark = this.mark;
    if (!this.accept(',') || this.expression() === null) this.mark = mark;
    return true;
  }

  private nameList(): boolean {
    if (!this.accept(NAME)) return false;
    for (;;) {
      const mark = this.mark;
      if (!this.accept(',') || !this.accept(NAME)) {
        this.mark = mark;
        return true;
      }
    }
  }

  // ---------------------------------------------------------------- imports

  private importName(): boolean {
    this.mark++;
    return this.aliases(() => this.dottedName() > 0);
  }

  /** One or more names with their aliases. */
  private aliases(name: () => boolean): boolean {
    let after = -1;
    for (;;) {
      if (!name()) break;
      after = this.mark;
      if (this.accept('as') && this.accept(NAME)) after = this.mark;
      else this.mark = after;
      if (!this.accept(',')) break;
    }
    if (after < 0) return false;
    this.mark = after;
    return true;
  }

  private importFrom(): boolean {
    this.mark++;
    let dots = 0;
    while (this.accept('.') || this.accept('...')) dots++;
    const mark = this.mark;
    if (this.dottedName() > 0 && this.accept('import') && this.importTargets()) return true;
    this.mark = mark;
    return dots > 0 && this.accept('import') && this.importTargets();
  }

  private importTargets(): boolean {
    const mark = this.mark;
    const name = () => this.accept(NAME);
    if (this.accept('(') && this.aliases(name)) {
      this.accept(',');
      if (this.accept(')')) return true;
    }
    this.mark = mark;
    if (this.aliases(name) && !this.at(',')) return true;
    this.mark = mark;
    if (this.accept('*')) return true;
    if (this.isSecondPass && this.aliases(name) && this.accept(',') && this.accept(NEWLINE)) {
      this.raiseHere('trailing comma not allowed without surrounding parentheses');
    }
    return false;
  }
}
