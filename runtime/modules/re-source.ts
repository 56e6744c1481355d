/** Reads the characters of a pattern one token at a time: a character, or a backslash with the one after it. Positions are code points. */
import { toPoints } from '../text/code-points.ts';
import { ReProblem } from './re-syntax.ts';

export class ReSource {
  readonly chars: readonly string[];
  readonly isBytes: boolean;
  private index = 0;
  /** The next token; null at the end. */
  next: string | null = null;

  constructor(text: string, isBytes: boolean) {
    this.chars = toPoints(text);
    this.isBytes = isBytes;
    this.advance();
  }

  private advance(): void {
    const c = this.chars[this.index];
    if (c === undefined) {
      this.next = null;
      return;
    }
    this.index++;
    if (c !== '\\') {
      this.next = c;
      return;
    }
    const escaped = this.chars[this.index];
    if (escaped === undefined) throw new ReProblem('bad escape (end of pattern)', this.chars.length - 1);
    this.index++;
    this.next = c + escaped;
  }

  match(char: string): boolean {
    if (this.next !== char) return false;
    this.advance();
    return true;
  }

  get(): string | null {
    const token = this.next;
    this.advance();
    return token;
  }

  /** At most `count` tokens out of `allowed`, together. */
  getWhile(count: number, allowed: string): string {
    let result = '';
    for (let i = 0; i < count; i++) {
      const c = this.next;
      if (c === null || c.length !== 1 || !allowed.includes(c)) break;
      result += c;
      this.advance();
    }
    return result;
  }

  /** Everything before `terminator`, which is skipped. `what` names it in errors. */
  getUntil(terminator: string, what: string): string {
    let result = '';
    for (;;) {
      const c = this.next;
      this.advance();
      if (c === null) {
        if (result === '') throw this.error(`missing ${what}`);
        throw this.error(`missing ${terminator}, unterminated name`, Array.from(result).length);
      }
      if (c === terminator) {
        if (result === '') throw this.error(`missing ${what}`, 1);
        return result;
      }
      result += c;
    }
  }

  get pos(): number {
    return this.index - (this.next === null ? 0 : Array.from(this.next).length);
  }

  seek(pos: number): void {
    this.index = pos;
    this.advance();
  }

  /** A problem `offset` characters before the next token. */
  error(message: string, offset = 0): ReProblem {
    return new ReProblem(message, this.pos - offset);
  }
}
