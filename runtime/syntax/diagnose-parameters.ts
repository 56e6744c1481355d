/** Slow parser: parameter lists of `def` and `lambda`, with the mistakes in them. */

import { Diagnosis } from './diagnosis.ts';
import type { Sketch } from './sketch.ts';
import { NAME, type Token } from './token.ts';

/** The two kinds of list: the token that ends one, and whether its parameters have annotations. */
export interface ParameterForm {
  readonly end: ')' | ':';
  readonly isLambda: boolean;
}

export const DEF_FORM: ParameterForm = { end: ')', isLambda: false };
export const LAMBDA_FORM: ParameterForm = { end: ':', isLambda: true };

type DefaultUse = 'none' | 'required' | 'optional';

export abstract class ParameterDiagnosis extends Diagnosis {
  protected abstract expression(): Sketch | null;
  protected abstract starExpression(): Sketch | null;

  /** Matches a list of parameters, which must not be empty. */
  protected parameters(form: ParameterForm): boolean {
    const mark = this.mark;
    if (this.isSecondPass) {
      this.invalidParameters(form);
      this.mark = mark;
    }
    if (this.slashNoDefault(form)) {
      while (this.parameter(form, 'none'));
      while (this.parameter(form, 'required'));
      this.starEtc(form);
      return true;
    }
    this.mark = mark;
    if (this.slashWithDefault(form)) {
      while (this.parameter(form, 'required'));
      this.starEtc(form);
      return true;
    }
    this.mark = mark;
    const first = this.parameter(form, 'none');
    if (first) while (this.parameter(form, 'none'));
    let count = 0;
    while (this.parameter(form, 'required')) count++;
    if (first || count > 0) {
      this.starEtc(form);
      return true;
    }
    return this.starEtc(form);
  }

  /** Parameters up to `/` without defaults. */
  private slashNoDefault(form: ParameterForm): boolean {
    let count = 0;
    while (this.parameter(form, 'none')) count++;
    return count > 0 && this.accept('/') && this.separator(form);
  }

  /** Parameters up to `/`, the last ones with defaults. */
  private slashWithDefault(form: ParameterForm): boolean {
    while (this.parameter(form, 'none'));
    let count = 0;
    while (this.parameter(form, 'required')) count++;
    return count > 0 && this.accept('/') && this.separator(form);
  }

  /** A comma, or the end of the list ahead. */
  private separator(form: ParameterForm): boolean {
    if (!this.accept(',')) return this.at(form.end);
    // A `def` may have a type comment here, so CPython reads one token ahead.
    if (!form.isLambda) this.tokenAt(this.mark);
    return true;
  }

  /** One parameter with its separator; sets the cursor back if it does not match. */
  private parameter(form: ParameterForm, use: DefaultUse): boolean {
    const mark = this.mark;
    if (this.bareParameter(form) !== null) {
      const hasDefault = use !== 'none' && this.defaultValue();
      if ((hasDefault || use !== 'required') && this.separator(form)) return true;
    }
    this.mark = mark;
    return false;
  }

  private bareParameter(form: ParameterForm): Sketch | null {
    const name = this.take(NAME);
    if (name === null) return null;
    if (!form.isLambda) {
      const mark = this.mark;
      if (!this.accept(':') || this.expression() === null) this.mark = mark;
    }
    return this.sketch('Arg', name);
  }

  /** `= value`; sets the cursor back if it does not match. */
  private defaultValue(): boolean {
    const mark = this.mark;
    const equal = this.take('=');
    if (equal !== null) {
      if (this.expression() !== null) return true;
      this.mark = mark + 1;
      if (this.isSecondPass && (this.at(')') || this.at(','))) {
        this.raiseOn(equal, 'expected default value expression');
      }
    }
    this.mark = mark;
    return false;
  }

  private starEtc(form: ParameterForm): boolean {
    const mark = this.mark;
    if (this.isSecondPass) {
      this.invalidStarEtc(form);
      this.mark = mark;
    }
    if (this.accept('*')) {
      if (this.parameter(form, 'none') || (!form.isLambda && this.starAnnotated(form))) {
        while (this.parameter(form, 'optional'));
        this.keywordParameter(form);
        return true;
      }
      if (this.accept(',') && this.parameter(form, 'optional')) {
        while (this.parameter(form, 'optional'));
        this.keywordParameter(form);
        return true;
      }
    }
    this.mark = mark;
    return this.keywordParameter(form);
  }

  /** `args: *types`. */
  private starAnnotated(form: ParameterForm): boolean {
    const mark = this.mark;
    if (this.accept(NAME) && this.accept(':') && this.starExpression() !== null && this.separator(form)) return true;
    this.mark = mark;
    return false;
  }

  private keywordParameter(form: ParameterForm): boolean {
    const mark = this.mark;
    if (this.isSecondPass) {
      this.invalidKeywordParameter(form);
      this.mark = mark;
    }
    if (this.accept('**') && this.parameter(form, 'none')) return true;
    this.mark = mark;
    return false;
  }

  // ---------------------------------------------------------------- mistakes

  private invalidParameters(form: ParameterForm): void {
    const mark = this.mark;
    this.invalidOrder(form);
    this.mark = mark;
    this.invalidParenthesized(form);
    this.mark = mark;
    const slash = this.take('/');
    if (slash !== null && this.accept(',')) this.raiseOn(slash, 'at least one argument must precede /');
    this.mark = mark;
    this.invalidSecondSlash(form);
    this.mark = mark;
    this.invalidSlashAfterStar(form);
    this.mark = mark;
    let count = 0;
    while (this.parameter(form, 'optional')) count++;
    if (count > 0 && this.accept('/')) {
      const star = this.take('*');
      if (star !== null) this.raiseOn(star, 'expected comma between / and *');
    }
  }

  private invalidOrder(form: ParameterForm): void {
    while (this.parameter(form, 'none'));
    const mark = this.mark;
    if (!this.slashWithDefault(form)) {
      this.mark = mark;
      let count = 0;
      while (this.parameter(form, 'required')) count++;
      if (count === 0) return;
    }
    const late = this.next;
    if (!this.parameter(form, 'none')) return;
    // The place is the parameter alone, without the comma that belongs to it in the grammar.
    const end = this.mark;
    this.mark = end - (this.tokenAt(end - 1).kind === ',' ? 1 : 0);
    this.raiseOn(this.sketch('Arg', late), 'non-default argument follows default argument');
  }

  private invalidParenthesized(form: ParameterForm): void {
    while (this.parameter(form, 'none'));
    const open = this.take('(');
    if (open === null) return;
    let count = 0;
    if (form.isLambda) {
      do {
        if (this.bareParameter(form) === null) break;
        count++;
      } while (this.accept(','));
    } else {
      while (this.parameter(form, 'none')) count++;
      this.accept(',');
    }
    const close = count > 0 ? this.take(')') : null;
    if (close === null) return;
    const what = form.isLambda ? 'Lambda expression' : 'Function';
    this.raiseRange(open, close, `${what} parameters cannot be parenthesized`);
  }

  /** Matches parameters up to the first `/`, if there is one; sets the cursor back if not. */
  private anySlash(form: ParameterForm): boolean {
    const mark = this.mark;
    if (this.slashNoDefault(form)) return true;
    this.mark = mark;
    if (this.slashWithDefault(form)) return true;
    this.mark = mark;
    return false;
  }

  private invalidSecondSlash(form: ParameterForm): void {
    if (!this.anySlash(form)) return;
    while (this.parameter(form, 'optional'));
    const slash = this.take('/');
    if (slash !== null) this.raiseOn(slash, '/ may appear only once');
  }

  private invalidSlashAfterStar(form: ParameterForm): void {
    this.anySlash(form);
    while (this.parameter(form, 'optional'));
    if (!this.accept('*')) return;
    if (!this.accept(',') && !this.parameter(form, 'none')) return;
    while (this.parameter(form, 'optional'));
    const slash = this.take('/');
    if (slash !== null) this.raiseOn(slash, '/ must be ahead of *');
  }

  private invalidStarEtc(form: ParameterForm): void {
    const mark = this.mark;
    const star = this.take('*');
    if (star === null) return;
    if (this.accept(form.end) || (this.accept(',') && (this.accept(form.end) || this.accept('**')))) {
      const message = 'named arguments must follow bare *';
      if (form.isLambda) this.raiseHere(message);
      this.raiseOn(star, message);
    }
    this.mark = mark + 1;
    if (this.bareParameter(form) !== null) {
      const equal = this.take('=');
      if (equal !== null) this.raiseOn(equal, 'var-positional argument cannot have default value');
    }
    this.mark = mark + 1;
    if (!this.parameter(form, 'none') && !this.accept(',')) return;
    while (this.parameter(form, 'optional'));
    const second = this.take('*');
    if (second !== null && (this.parameter(form, 'none') || this.accept(','))) {
      this.raiseOn(second, '* argument may appear only once');
    }
  }

  private invalidKeywordParameter(form: ParameterForm): void {
    const mark = this.mark;
    if (!this.accept('**') || this.bareParameter(form) === null) return;
    const after = this.mark;
    const equal = this.take('=');
    if (equal !== null) this.raiseOn(equal, 'var-keyword argument cannot have default value');
    this.mark = after;
    if (!this.accept(',')) return;
    const late: Sketch | Token | null = this.bareParameter(form) ?? this.take('*') ?? this.take('**') ?? this.take('/');
    if (late !== null) this.raiseOn(late, 'arguments cannot follow var-keyword argument');
    this.mark = mark;
  }
}
