/**
 * Padding and mapping of str: center, ljust, rjust, zfill, expandtabs, translate.
 *
 * A padded string has max(len(text), width) characters; a caller with a size limit checks that
 * before calling. Expansion of tabs has `expandTabsLength` for it.
 */
import { pointLength, unitsAt } from './code-points.ts';

/** Returns text.ljust(width, fill). */
export function leftJustify(text: string, width: number, fill: string): string {
  const missing = width - pointLength(text);
  return missing > 0 ? text + fill.repeat(missing) : text;
}

/** Returns text.rjust(width, fill). */
export function rightJustify(text: string, width: number, fill: string): string {
  const missing = width - pointLength(text);
  return missing > 0 ? fill.repeat(missing) + text : text;
}

/** Returns text.center(width, fill); an odd pad goes left if the width is odd. */
export function centerStr(text: string, width: number, fill: string): string {
  const missing = width - pointLength(text);
  if (missing <= 0) return text;
  const left = Math.floor(missing / 2) + (missing % 2 === 1 && width % 2 === 1 ? 1 : 0);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** Returns text.zfill(width): zeros go behind a sign. */
export function zeroFill(text: string, width: number): string {
  const missing = width - pointLength(text);
  if (missing <= 0) return text;
  const first = text.charCodeAt(0);
  if (first === 43 || first === 45) return text.charAt(0) + '0'.repeat(missing) + text.slice(1);
  return '0'.repeat(missing) + text;
}

/** Returns the length in code points that expandTabs() would give. */
export function expandTabsLength(text: string, tabSize: number): number {
  let total = 0;
  let column = 0;
  for (let unit = 0; unit < text.length; unit += unitsAt(text, unit)) {
    const code = text.charCodeAt(unit);
    if (code === 9) {
      const added = tabSize > 0 ? tabSize - (column % tabSize) : 0;
      column += added;
      total += added;
    } else {
      column = code === 10 || code === 13 ? 0 : column + 1;
      total++;
    }
  }
  return total;
}

/** Returns text.expandtabs(tabSize). */
export function expandTabs(text: string, tabSize: number): string {
  if (!text.includes('\t')) return text;
  const parts: string[] = [];
  let column = 0;
  let plainFrom = 0;
  for (let unit = 0; unit < text.length; unit += unitsAt(text, unit)) {
    const code = text.charCodeAt(unit);
    if (code === 9) {
      const added = tabSize > 0 ? tabSize - (column % tabSize) : 0;
      parts.push(text.slice(plainFrom, unit), ' '.repeat(added));
      plainFrom = unit + 1;
      column += added;
    } else {
      column = code === 10 || code === 13 ? 0 : column + 1;
    }
  }
  parts.push(text.slice(plainFrom));
  return parts.join('');
}

/** Returns text.translate(table) for a finished table: a string replaces the character, '' deletes it. */
export function translateStr(text: string, table: ReadonlyMap<number, string>): string {
  const parts: string[] = [];
  let plainFrom = 0;
  for (let unit = 0; unit < text.length;) {
    const size = unitsAt(text, unit);
    const replacement = table.get(text.codePointAt(unit)!);
    if (replacement !== undefined) {
      parts.push(text.slice(plainFrom, unit), replacement);
      plainFrom = unit + size;
    }
    unit += size;
  }
  if (plainFrom === 0) return text;
  parts.push(text.slice(plainFrom));
  return parts.join('');
}
