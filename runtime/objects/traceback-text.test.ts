import { describe, expect, it } from 'vitest';
import { findAnchor } from './anchor.ts';
import { caretLine } from './traceback-text.ts';

/** The stressed part of a segment; cases recorded from CPython 3.11's `traceback` module. */
function stressed(segment: string): string | null {
  const anchor = findAnchor(segment);
  return anchor === null ? null : segment.slice(anchor.start, anchor.end);
}

describe('findAnchor', () => {
  it.each([
    ['a + b', '+'],
    ['a // b', '//'],
    ['a ** -b', '**'],
    ['a + b * c', '+'],
    ['a * b + c', '+'],
    ['a - b - c', '-'],
    ['(a) + b', '+'],
    ['(a)+(b)', '+('],
    ['-a + b', '+'],
    ["'x y' % (1,)", '%'],
    ['f(a)[0]', '[0]'],
    ['x[ (0) ]', '[ (0) ]'],
    ['(x)[1:2]', '[1:2]'],
    ['a.b[c](d)[e + f]', '[e + f]'],
  ])('%s', (segment, part) => expect(stressed(segment)).toBe(part));

  it.each([
    '-a ** b',
    'a < b + c',
    'a if b else c',
    'f(a + b)',
    'a.b',
    '[1, 2]',
    'not a + b',
    'lambda: a + b',
    'x += 1',
    'from m import *',
    'a b',
    '',
  ])('nothing in %s', (segment) => expect(stressed(segment)).toBeNull());
});

describe('caretLine', () => {
  const at = (col: number, endCol: number, endLineno = 1) => ({ lineno: 1, endLineno, col, endCol });

  it('says nothing about a whole line', () => {
    expect(caretLine('  f(x)', at(2, 6))).toBeNull();
    expect(caretLine('  f(x) ', at(2, 6))).toBe('    ^^^^');
  });

  it('stresses operators', () => {
    expect(caretLine('  y = a + bc', at(6, 12))).toBe('        ~~^~~~');
    expect(caretLine('\ty = x[0]', at(5, 9))).toBe('        ~^^^');
  });

  it('marks to the end of the first line of a longer expression', () => {
    expect(caretLine('y = f(a,  ', at(4, 3, 2))).toBe('        ^^^^');
  });

  it('counts wide characters twice', () => {
    expect(caretLine('x = "日本" + 5', at(4, 12))).toBe('        ~~~~~~~^~~');
  });
});
