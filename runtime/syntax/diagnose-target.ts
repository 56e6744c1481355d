/** Slow parser: what can be assigned to or deleted. */

import { PrimaryDiagnosis } from './diagnose-primary.ts';
import { Rule } from './diagnosis.ts';
import type { Sketch } from './sketch.ts';
import { NAME } from './token.ts';

export abstract class TargetDiagnosis extends PrimaryDiagnosis {
  protected override starTargets(): Sketch | null {
    const start = this.next;
    const first = this.starTarget();
    if (first === null || !this.at(',')) return first;
    const parts = [first];
    this.moreTargets(parts, () => this.starTarget());
    return this.sketch('Tuple', start, parts);
  }

  /** The rest of a list of targets, with a comma at the end if there is one. */
  private moreTargets(parts: Sketch[], target: () => Sketch | null): void {
    while (this.accept(',')) {
      const mark = this.mark;
      const next = target();
      if (next === null) {
        this.mark = mark;
        return;
      }
      parts.push(next);
    }
  }

  protected starTarget(): Sketch | null {
    const hit = this.recall(Rule.starTarget);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    const star = this.take('*');
    let found: Sketch | null = null;
    if (star !== null && !this.at('*')) {
      const value = this.starTarget();
      if (value !== null) found = this.sketch('Starred', star, [value]);
    }
    if (found === null) {
      this.mark = mark;
      found = this.targetWithStarAtom();
    }
    return this.remember(Rule.starTarget, mark, found);
  }

  private targetWithStarAtom(): Sketch | null {
    const hit = this.recall(Rule.targetWithStarAtom);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    this.enter();
    let found = this.attributeOrSubscript();
    if (found === null) {
      this.mark = mark;
      found = this.starAtom();
    }
    this.leave();
    return this.remember(Rule.targetWithStarAtom, mark, found);
  }

  /** A primary that ends with an attribute or subscript. */
  protected attributeOrSubscript(): Sketch | null {
    const mark = this.mark;
    const start = this.next;
    if (this.targetPrimary() !== null && this.accept('.') && this.accept(NAME) && !this.atTrailer()) {
      return this.sketch('Attribute', start);
    }
    this.mark = mark;
    if (this.targetPrimary() === null || !this.accept('[') || !this.slices() || !this.accept(']')) return null;
    return this.atTrailer() ? null : this.sketch('Subscript', start);
  }

  private starAtom(): Sketch | null {
    const start = this.next;
    const mark = this.mark;
    if (this.accept(NAME)) return this.sketch('Name', start, [], start.value);
    if (start.kind === '(') {
      this.mark++;
      const inner = this.targetWithStarAtom();
      if (inner !== null && this.accept(')')) return inner;
      this.mark = mark + 1;
      const parts = this.targetTuple();
      return this.accept(')') ? this.sketch('Tuple', start, parts) : null;
    }
    if (start.kind !== '[') return null;
    this.mark++;
    const first = this.starTarget();
    const parts = first === null ? [] : [first];
    if (first === null) this.mark = mark + 1;
    else this.moreTargets(parts, () => this.starTarget());
    return this.accept(']') ? this.sketch('List', start, parts) : null;
  }

  /** The targets in parentheses, of which there must be a comma; matches nothing otherwise. */
  private targetTuple(): Sketch[] {
    const mark = this.mark;
    const first = this.starTarget();
    if (first === null || !this.at(',')) {
      this.mark = mark;
      return [];
    }
    const parts = [first];
    this.moreTargets(parts, () => this.starTarget());
    return parts;
  }

  /** The part of a target before its last attribute or subscript. */
  protected targetPrimary(): Sketch | null {
    const hit = this.recall(Rule.tPrimary);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    const start = this.next;
    let found = this.atom();
    if (found !== null && !this.atTrailer()) found = null;
    while (found !== null) {
      const after = this.mark;
      const longer = this.targetTrailer();
      if (longer === '') {
        this.mark = after;
        break;
      }
      found = this.sketch(longer, start);
    }
    return this.remember(Rule.tPrimary, mark, found);
  }

  /** As `trailer`, but something more must follow, and subscripts come before comprehensions. */
  private targetTrailer(): string {
    const mark = this.mark;
    if (this.at('[')) {
      this.mark++;
      if (this.slices() && this.accept(']') && this.atTrailer()) return 'Subscript';
      this.mark = mark;
      this.misplacedComprehension();
      return '';
    }
    const longer = this.trailer();
    return longer !== '' && this.atTrailer() ? longer : '';
  }

  private atTrailer(): boolean {
    return this.at('(') || this.at('[') || this.at('.');
  }

  /** A target for one value: a name, attribute or subscript, in parentheses or not. */
  protected singleTarget(): Sketch | null {
    const mark = this.mark;
    const found = this.attributeOrSubscript();
    if (found !== null) return found;
    this.mark = mark;
    const start = this.next;
    if (this.accept(NAME)) return this.sketch('Name', start, [], start.value);
    if (!this.accept('(')) return null;
    this.enter();
    const inner = this.singleTarget();
    this.leave();
    return inner !== null && this.accept(')') ? inner : null;
  }

  protected deleteTarget(): Sketch | null {
    const hit = this.recall(Rule.delTarget);
    if (hit !== undefined) return hit;
    const mark = this.mark;
    this.enter();
    let found = this.attributeOrSubscript();
    if (found === null) {
      this.mark = mark;
      found = this.deleteAtom();
    }
    this.leave();
    return this.remember(Rule.delTarget, mark, found);
  }

  private deleteAtom(): Sketch | null {
    const start = this.next;
    const mark = this.mark;
    if (this.accept(NAME)) return this.sketch('Name', start, [], start.value);
    if (start.kind === '(') {
      this.mark++;
      const inner = this.deleteTarget();
      if (inner !== null && this.accept(')')) return inner;
    } else if (start.kind !== '[') {
      return null;
    }
    this.mark = mark + 1;
    const parts = this.deleteTargets();
    if (parts === null) this.mark = mark + 1;
    const what = start.kind === '(' ? 'Tuple' : 'List';
    return this.accept(start.kind === '(' ? ')' : ']') ? this.sketch(what, start, parts ?? []) : null;
  }

  protected deleteTargets(): Sketch[] | null {
    const first = this.deleteTarget();
    if (first === null) return null;
    const parts = [first];
    this.moreTargets(parts, () => this.deleteTarget());
    return parts;
  }
}
