import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PySyntaxError } from '../syntax/syntax-error.ts';
import { compileSource } from './compile.ts';

type Row = [program: string, error: unknown[] | null, warnings: [string, number][]];

// Recorded by test-data/record-errors.py with CPython 3.11.
const ROWS = JSON.parse(readFileSync(new URL('./test-data/errors.json', import.meta.url), 'utf8')) as Row[];

function outcome(program: string): [unknown[] | null, [string, number][]] {
  const warnings: [string, number][] = [];
  try {
    compileSource(program, {
      filename: '<t>',
      mode: 'exec',
      onWarning: (message, at) => warnings.push([message, at.lineno]),
    });
    return [null, warnings];
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error;
    const { kind, message, lineno, offset, endLineno, endOffset, text } = error;
    return [[kind, message, lineno, offset, endLineno, endOffset, text], warnings];
  }
}

test.each(ROWS)('%j', (program, error, warnings) => {
  expect(outcome(program)).toEqual([error, warnings]);
});

test('the text of an error comes from the lines of the source', () => {
  const lines = ['x = 1', 'return x', ''];
  const compileLines = (): unknown => compileSource(lines.join('\n'), { filename: 'f.py', mode: 'exec', lines });
  expect(compileLines).toThrow(expect.objectContaining({ text: 'return x\n', filename: 'f.py', lineno: 2 }));
});
