import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../syntax/parse.ts';
import { unparse } from './unparse.ts';

// Expression, and what CPython 3.11 stores for it as an annotation under `from __future__ import annotations`.
const ROWS = JSON.parse(readFileSync(new URL('./test-data/annotations.json', import.meta.url), 'utf8')) as [
  string,
  string,
][];

test.each(ROWS)('%s', (source, text) => {
  expect(unparse(parse(source, { filename: 'x', mode: 'eval' }).body)).toBe(text);
});
