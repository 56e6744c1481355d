import { describe, expect, it } from 'vitest';
import { checkLaws } from '../../../.ci/laws.mjs';
import { parseSource, readSources } from '../../../.ci/source-scan.mjs';

function problemsOf(text: string, path = 'runtime/vm/x.ts'): string[] {
  return checkLaws([parseSource(path, text)]);
}

describe('the laws that syntax can show', () => {
  it('hold for every source', () => {
    expect(checkLaws(readSources())).toEqual([]);
  });

  it.each([
    'let counter = 0;',
    'var counter = 0;',
    'export let counter = 0;',
    'function* items() { yield 1; }',
    'class A { *items() { yield 1; } }',
    'async function f() {}',
    'const f = async () => 1;',
    'const p = Promise.resolve(1);',
    'const ref = new WeakRef({});',
    'const now = Date.now();',
    'const r = Math.random();',
    "const f = new Function('return 1');",
    "const v = eval('1');",
    'const t = setTimeout(() => {}, 1);',
    'const e = process.env;',
    'enum Kind { A }',
    '// TODO later',
    '/* FIXME */',
  ])('refuse %s', (text) => {
    expect(problemsOf(text)).toHaveLength(1);
  });

  it.each([
    'function f(self: number, process: number) { return self + process; }',
    'const x = { Date: 1, eval: 2 }; x.Date = x.eval;',
    'interface Host { Promise: number; setTimeout(): void }',
    'const a = Math.floor(1.5);',
    'const enum Kind { A }',
    'function f(g: Function) { return g; }',
    "const message = 'TODO';",
  ])('allow %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('allow generated code in its own room only', () => {
    const text = "export const f = new Function('return 1');";
    expect(problemsOf(text, 'runtime/tier1/emit.ts')).toEqual([]);
    expect(problemsOf(text, 'runtime/tier1-emit.ts')).toHaveLength(1);
  });

  it('ask for kebab-case names and files of readable length', () => {
    expect(problemsOf('', 'runtime/vm/badName.ts')).toHaveLength(1);
    expect(problemsOf('\n'.repeat(950))).toHaveLength(1);
    expect(problemsOf(`/** Made by x.py; do not edit. */${'\n'.repeat(950)}`)).toEqual([]);
  });
});
