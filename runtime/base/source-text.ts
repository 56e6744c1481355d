/**
 * Source text as lines, offsets and columns.
 *
 * Offsets count UTF-16 units of the text, as JavaScript strings do. Lines count from 1 and columns count code points
 * from 0. Only `\n` ends a line: `normalizeNewlines` comes first.
 */

/** Turns `\r\n` and lone `\r` into `\n`, as Python's universal newlines. */
export function normalizeNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Whether any character of `text` takes two UTF-16 units. */
export function hasAstral(text: string): boolean {
  return /[\ud800-\udbff][\udc00-\udfff]/.test(text);
}

/** Counts the code points of `text`; a lone surrogate counts as one. */
export function codePointLength(text: string): number {
  let pairs = 0;
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) {
      pairs++;
      i++;
    }
  }
  return text.length - pairs;
}

/** Length in bytes of `text` as UTF-8; a lone surrogate counts three. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    length += unit < 0x800 ? 1 : 2;
    if ((unit & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
  }
  return length;
}

/** Turns a column in code points of `line` into UTF-8 bytes, the unit of Python's `col_offset`. */
export function utf8Column(line: string, col: number): number {
  return utf8Length(line.slice(0, unitsOfColumn(line, col)));
}

/** Turns a column in code points into UTF-16 units of `line`. */
export function unitsOfColumn(line: string, col: number): number {
  let units = 0;
  for (let left = col; left > 0 && units < line.length; left--) {
    const isPair = (line.charCodeAt(units) & 0xfc00) === 0xd800 && (line.charCodeAt(units + 1) & 0xfc00) === 0xdc00;
    units += isPair ? 2 : 1;
  }
  return units;
}

/** A text with the offsets of its lines. */
export class SourceText {
  readonly text: string;
  /** `lineStarts[n]` is the offset of line `n + 1`. A text ending in a newline has an empty last line. */
  private readonly lineStarts: number[];

  /** `text` must have normalised newlines. */
  constructor(text: string) {
    this.text = text;
    this.lineStarts = [0];
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.lineStarts.push(i + 1);
  }

  /** Offset of the first character of line `lineno`, clamped to the text. */
  lineStart(lineno: number): number {
    return lineno > this.lineStarts.length ? this.text.length : this.lineStarts[Math.max(lineno, 1) - 1];
  }

  /** Line `lineno` without its newline; empty when there is no such line. */
  line(lineno: number): string {
    const start = this.lineStart(lineno);
    const end = this.text.indexOf('\n', start);
    return this.text.slice(start, end < 0 ? this.text.length : end);
  }
}
