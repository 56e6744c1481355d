/** Slow parser: the patterns of `case`. */

import { TargetDiagnosis } from './diagnose-target.ts';
import { Rule } from './diagnosis.ts';
import type { Sketch } from './sketch.ts';
import { NAME, NUMBER, STRING } from './token.ts';

export abstract class PatternDiagnosis extends TargetDiagnosis {
  /** The whole pattern of a `case`. */
  protected patterns(): Sketch | null {
    const mark = this.mark;
    if (this.openSequence()) return this.sketch('MatchSequence', this.tokenAt(mark));
    this.mark = mark;
    return this.pattern();
  }

  private pattern(): Sketch | null {
    const mark = this.mark;
    this.enter();
    const start = this.next;
    let found: Sketch | null = null;
    if (this.orPattern() !== null && this.accept('as') && this.captureTarget()) {
      found = this.sketch('MatchAs', start);
    } else {
      this.mark = mark;
      if (this.isSecondPass) this.invalidAsPattern();
      this.mark = mark;
      found = this.orPattern();
    }
    this.leave();
    return found;
  }

  private invalidAsPattern(): void {
    if (this.orPattern() === null || !this.accept('as')) return;
    const target = this.next;
    if (target.kind === NAME) {
      if (target.value === '_') this.raiseOn(target, "cannot use '_' as a target");
      return;
    }
    const expression = this.expression();
    if (expression !== null) this.raiseOn(expression, 'invalid pattern target');
  }

  private orPattern(): Sketch | null {
    const start = this.next;
    const first = this.closedPattern();
    if (first === null) return null;
    let found = first;
    for (;;) {
      const mark = this.mark;
      if (!this.accept('|') || this.closedPattern() === null) {
        this.mark = mark;
        return found;
      }
      found = this.sketch('MatchOr', start);
    }
  }

  private captureTarget(): boolean {
    const name = this.take(NAME);
    if (name === null || name.value === '_') return false;
    return !this.at('.') && !this.at('(') && !this.at('=');
  }

  private closedPattern(): Sketch | null {
    const hit = this.recall(Rule.closedPattern);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    const found = this.closedPatternAt(mark);
    return this.remember(Rule.closedPattern, mark, found);
  }

  private closedPatternAt(mark: number): Sketch | null {
    const start = this.next;
    const matches =
      this.literal() ||
      (this.restart(mark) && this.captureTarget()) ||
      (this.restart(mark) && start.value === '_' && this.accept(NAME)) ||
      (this.restart(mark) && this.dottedName() > 1 && !this.at('.') && !this.at('(') && !this.at('='));
    if (matches) return this.sketch('Pattern', start);
    this.mark = mark;
    if (start.kind === '(') {
      this.mark++;
      const inner = this.pattern();
      if (inner !== null && this.accept(')')) return inner;
      this.mark = mark + 1;
      if (!this.openSequence()) this.mark = mark + 1;
      if (this.accept(')')) return this.sketch('MatchSequence', start);
    } else if (start.kind === '[') {
      this.mark++;
      if (!this.sequence()) this.mark = mark + 1;
      if (this.accept(']')) return this.sketch('MatchSequence', start);
    } else if (start.kind === '{') {
      if (this.mapping()) return this.sketch('MatchMapping', start);
    }
    this.mark = mark;
    return this.classPattern() ? this.sketch('MatchClass', start) : null;
  }

  /** Sets the cursor back; true, to stand in a row of alternatives. */
  private restart(mark: number): boolean {
    this.mark = mark;
    return true;
  }

  // ---------------------------------------------------------------- literals

  /** A literal pattern, or the literal key of a mapping. */
  private literal(): boolean {
    const mark = this.mark;
    if (this.signedNumber() && !this.at('+') && !this.at('-')) return true;
    this.mark = mark;
    if (this.complexNumber('+')) return true;
    this.mark = mark;
    if (this.complexNumber('-')) return true;
    this.mark = mark;
    if (this.at(STRING)) return this.strings() !== null;
    const { kind } = this.next;
    if (kind !== 'None' && kind !== 'True' && kind !== 'False') return false;
    this.mark++;
    return true;
  }

  private signedNumber(): boolean {
    this.accept('-');
    return this.number() !== null;
  }

  private complexNumber(operator: string): boolean {
    this.accept('-');
    const real = this.at(NUMBER) ? this.next : null;
    if (real === null || this.number() === null) return false;
    if (this.isImaginary(real.start, real.end)) this.raiseOn(real, 'real number required in complex literal');
    if (!this.accept(operator)) return false;
    const imaginary = this.at(NUMBER) ? this.next : null;
    if (imaginary === null || this.number() === null) return false;
    if (!this.isImaginary(imaginary.start, imaginary.end)) {
      this.raiseOn(imaginary, 'imaginary number required in complex literal');
    }
    return true;
  }

  private isImaginary(start: number, end: number): boolean {
    return /j$/i.test(this.text.slice(start, end));
  }

  /** A dotted name; returns how many names it has. */
  protected dottedName(): number {
    if (!this.accept(NAME)) return 0;
    let count = 1;
    for (;;) {
      const mark = this.mark;
      if (!this.accept('.') || !this.accept(NAME)) {
        this.mark = mark;
        return count;
      }
      count++;
    }
  }

  // ---------------------------------------------------------------- sequences and mappings

  /** `pattern,` and perhaps more. */
  private openSequence(): boolean {
    if (!this.maybeStarPattern() || !this.accept(',')) return false;
    const mark = this.mark;
    if (!this.sequence()) this.mark = mark;
    return true;
  }

  private sequence(): boolean {
    if (!this.maybeStarPattern()) return false;
    while (this.accept(',')) {
      const mark = this.mark;
      if (!this.maybeStarPattern()) {
        this.mark = mark;
        break;
      }
    }
    return true;
  }

  private maybeStarPattern(): boolean {
    const mark = this.mark;
    if (this.accept('*')) {
      if (this.captureTarget()) return true;
      this.mark = mark + 1;
      if (this.next.value === '_' && this.accept(NAME)) return true;
    }
    this.mark = mark;
    return this.pattern() !== null;
  }

  private mapping(): boolean {
    this.mark++;
    const mark = this.mark;
    if (this.accept('}')) return true;
    if (this.restOfMapping()) return true;
    this.mark = mark;
    let after = -1;
    for (;;) {
      if (!this.mappingItem()) break;
      after = this.mark;
      if (!this.accept(',')) break;
    }
    if (after < 0) return false;
    this.mark = after;
    if (this.accept(',') && this.restOfMapping()) return true;
    this.mark = after;
    this.accept(',');
    return this.accept('}');
  }

  /** `**name` and the closing brace. */
  private restOfMapping(): boolean {
    if (!this.accept('**') || !this.captureTarget()) return false;
    this.accept(',');
    return this.accept('}');
  }

  private mappingItem(): boolean {
    const mark = this.mark;
    if (!this.literal()) {
      this.mark = mark;
      if (this.dottedName() < 2) return false;
    }
    return this.accept(':') && this.pattern() !== null;
  }

  // ---------------------------------------------------------------- classes

  private classPattern(): boolean {
    const mark = this.mark;
    if (this.dottedName() === 0 || !this.accept('(')) return false;
    const inside = this.mark;
    if (this.accept(')')) return true;
    const positional = this.positionalPatterns();
    if (positional !== null) {
      const after = this.mark;
      this.accept(',');
      if (this.accept(')')) return true;
      this.mark = after;
      if (this.accept(',') && this.keywordPatterns()) {
        this.accept(',');
        if (this.accept(')')) return true;
      }
    } else {
      this.mark = inside;
      if (this.keywordPatterns()) {
        this.accept(',');
        if (this.accept(')')) return true;
      }
    }
    if (this.isSecondPass) {
      this.mark = inside;
      this.invalidClassPattern();
    }
    this.mark = mark;
    return false;
  }

  private positionalPatterns(): Sketch[] | null {
    const parts: Sketch[] = [];
    let after = -1;
    for (;;) {
      const item = this.pattern();
      if (item === null) break;
      parts.push(item);
      after = this.mark;
      if (!this.accept(',')) break;
    }
    if (after < 0) return null;
    this.mark = after;
    return parts;
  }

  private keywordPatterns(): boolean {
    let after = -1;
    for (;;) {
      if (!this.accept(NAME) || !this.accept('=') || this.pattern() === null) break;
      after = this.mark;
      if (!this.accept(',')) break;
    }
    if (after < 0) return false;
    this.mark = after;
    return true;
  }

  private invalidClassPattern(): void {
    const inside = this.mark;
    if (this.positionalPatterns() === null || !this.accept(',')) this.mark = inside;
    if (!this.keywordPatterns() || !this.accept(',')) return;
    const late = this.positionalPatterns();
    if (late !== null) this.raiseRange(late[0], late[late.length - 1], 'positional patterns follow keyword patterns');
  }
}
