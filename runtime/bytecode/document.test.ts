import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentBytecode } from './document.ts';

const PAGE = new URL('../../docs/bytecode.md', import.meta.url);

// To write the page anew: UPDATE_DOCS=1 npx vitest run runtime/bytecode/document.test.ts
test('docs/bytecode.md is fresh', () => {
  const text = documentBytecode();
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, text);
  expect(readFileSync(PAGE, 'utf8')).toBe(text);
});
