import { expect, it } from 'vitest';
import { editDistance, suggestName } from './suggestion.ts';

it('counts moves twice, changes of case once', () => {
  expect(editDistance('abc', 'abc', 10)).toBe(0);
  expect(editDistance('abc', 'Abc', 10)).toBe(1);
  expect(editDistance('abc', 'abcd', 10)).toBe(2);
  expect(editDistance('abc', 'xbc', 10)).toBe(2);
  expect(editDistance('kitten', 'sitting', 20)).toBe(6);
});

it('suggests what CPython suggests', () => {
  expect(suggestName('pritn', ['print', 'printf'])).toBe('print');
  expect(suggestName('blech', ['bluch', 'blach', 'x'])).toBe('bluch');
  expect(suggestName('foo', ['bar', 'quux'])).toBeNull();
  expect(suggestName('same', ['same'])).toBeNull();
  expect(suggestName('a', ['b'])).toBeNull();
});

it('gives up on very many candidates', () => {
  const many = Array.from({ length: 750 }, (_, i) => `name${i}`);
  expect(suggestName('nme1', many)).toBeNull();
});
