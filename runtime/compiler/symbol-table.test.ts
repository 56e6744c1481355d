import { describe, expect, test } from 'vitest';
import { parse } from '../syntax/parse.ts';
import type { Scope } from './scope.ts';
import { buildSymbolTable } from './symbol-table.ts';

/** Each scope as `name(symbol:residence ...)`, inner ones after it. */
function scopes(source: string): string[] {
  const root = parse(source, { filename: 'x', mode: 'exec' });
  const out: string[] = [];
  const show = (scope: Scope): void => {
    const symbols = [...scope.symbols].map(([name, symbol]) => `${name}:${symbol.residence}`);
    out.push(`${scope.name}(${symbols.join(' ')})`);
    scope.children.forEach(show);
  };
  show(buildSymbolTable(root, { filename: 'x', lines: null }, source.includes('__future__')).get(root)!);
  return out.slice(1);
}

describe('where names live', () => {
  test.each([
    ['def f(a):\n b = a + c', ['f(a:local b:local c:implicit)']],
    ['def f():\n global x\n x = 1', ['f(x:global)']],
    ['def f():\n x = 1\n def g():\n  return x', ['f(x:cell g:local)', 'g(x:free)']],
    ['def f():\n x = 1\n def g():\n  def h(): return x', ['f(x:cell g:local)', 'g(h:local x:free)', 'h(x:free)']],
    ['def f():\n x = 1\n def g():\n  nonlocal x\n  x = 2', ['f(x:cell g:local)', 'g(x:free)']],
    [
      'def f():\n x = 1\n def g():\n  global x\n  def h(): return x',
      ['f(x:local g:local)', 'g(x:global h:local)', 'h(x:implicit)'],
    ],
    // A class body is skipped by its methods, and reads enclosing functions.
    ['class A:\n x = 1\n def f(self): return x', ['A(x:local f:local)', 'f(self:local x:implicit)']],
    ['def f(x):\n class A:\n  y = x', ['f(x:cell A:local)', 'A(y:local x:free)']],
    [
      'def f(x):\n class A:\n  x = x\n  def g(self): return x',
      ['f(x:cell A:local)', 'A(x:local g:local)', 'g(self:local x:free)'],
    ],
    ['class A:\n def f(self): return super().f()', ['A(f:local)', 'f(self:local super:implicit __class__:free)']],
    // Comprehensions are functions; `:=` binds outside of them.
    ['def f(y):\n [x for x in y]', ['f(y:local)', 'listcomp(.0:local x:local)']],
    ['def f(y):\n [z := x for x in y]', ['f(y:local z:cell)', 'listcomp(.0:local x:local z:free)']],
    ['[z := x for x in y]', ['listcomp(.0:local x:local z:global)']],
    // Private names.
    ['class _A:\n def f(self, __x): self.__y = __x', ['_A(f:local)', 'f(self:local _A__x:local)']],
    ['class __:\n def f(__x): pass', ['__(f:local)', 'f(__x:local)']],
    // Annotations that are not evaluated leave no trace.
    ['from __future__ import annotations\ndef f(x):\n def g(a: x): pass', ['f(x:local g:local)', 'g(a:local)']],
  ])('%j', (source, expected) => {
    expect(scopes(source)).toEqual(expected);
  });
});
