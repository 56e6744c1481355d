import { expect, it } from 'vitest';
import {
  codePointLength,
  normalizeNewlines,
  SourceText,
  unitsOfColumn,
  utf8Column,
  utf8Length,
} from './source-text.ts';

it('finds lines by number', () => {
  const source = new SourceText('a\n\nbc\n');
  expect([1, 2, 3, 4, 5].map((lineno) => source.line(lineno))).toEqual(['a', '', 'bc', '', '']);
  expect([1, 2, 3, 4].map((lineno) => source.lineStart(lineno))).toEqual([0, 2, 3, 6]);
});

it('turns all newlines into one kind', () => {
  expect(normalizeNewlines('a\r\nb\rc\nd\r\r\n')).toBe('a\nb\nc\nd\n\n');
});

it('measures in code points, bytes and units', () => {
  const line = 'aé€𝔘\ud800z';
  expect(codePointLength(line)).toBe(6);
  expect(utf8Length(line)).toBe(1 + 2 + 3 + 4 + 3 + 1);
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((col) => unitsOfColumn(line, col))).toEqual([0, 1, 2, 3, 5, 6, 7, 7]);
  expect([0, 1, 2, 3, 4, 5, 6].map((col) => utf8Column(line, col))).toEqual([0, 1, 3, 6, 10, 13, 14]);
});
