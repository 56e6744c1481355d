import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, type ParseMode } from './parse.ts';
import { isIncomplete, PySyntaxError } from './syntax-error.ts';
import { dumpTree } from './test-data/dump-tree.ts';
import type { SyntaxWarning } from './tokenizer.ts';

function rows<T>(name: string): T[] {
  const text = readFileSync(new URL(`./test-data/${name}`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

function errorOf(source: string, mode: ParseMode = 'exec', keepsBlocksOpen = false): PySyntaxError | null {
  try {
    parse(source, { filename: 'f.py', mode, keepsBlocksOpen });
    return null;
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error;
    return error;
  }
}

describe('trees', () => {
  it('are those of CPython 3.11, positions included', () => {
    for (const [source, mode, expected] of rows<[string, ParseMode, string]>('trees.jsonl')) {
      expect([source, dumpTree(parse(source, { filename: 'f', mode }), source)]).toEqual([source, expected]);
    }
  });

  it('mark targets with their contexts', () => {
    const contexts = (source: string) => {
      const found: string[] = [];
      const module = parse(source, { filename: 'f', mode: 'exec' });
      JSON.stringify(module, (_key, node: unknown) => {
        if (typeof node === 'object' && node !== null && 'ctx' in node) {
          const { kind, ctx, id } = node as Record<string, string>;
          found.push(`${id ?? kind} ${ctx}`);
        }
        return node;
      });
      return found.join(', ');
    };
    expect(contexts('(a, [b.c, *d[e]]) = g')).toBe(
      'Tuple Store, a Store, List Store, Attribute Store, b Load, Starred Store, Subscript Store, d Load, e Load, g Load',
    );
    expect(contexts('del h, (i.j,)')).toBe('h Del, Tuple Del, Attribute Del, i Load');
    expect(contexts('for *a, b in c: d')).toBe('Tuple Store, Starred Store, a Store, b Store, c Load, d Load');
    expect(contexts('with a as (b): pass')).toBe('a Load, b Store');
  });

  it('put the prefix u into constants and names into NFKC', () => {
    const module = parse('ﬁ = u"a" "b"', { filename: 'f', mode: 'exec' });
    expect(module.body[0]).toMatchObject({ targets: [{ id: 'fi' }], value: { value: 'ab', prefix: 'u' } });
  });

  it('find characters by name through the host', () => {
    const lookupName = (name: string) => (name === 'DASH' ? '-' : null);
    const source = String.raw`"\N{DASH}" f"\N{DASH}{'\x2d'!r:\N{DASH}}"`.replace(String.raw`'\x2d'`, 'a');
    const tree = parse(source, { filename: 'f', mode: 'eval', lookupName });
    expect(tree.body).toMatchObject({ values: [{ value: '--' }, { format_spec: { values: [{ value: '-' }] } }] });
    expect(errorOf(String.raw`"\N{DASH}"`)?.message).toContain('unknown Unicode character name');
  });
});

describe('errors', () => {
  it('are those of CPython 3.11: kind, message, place and text', () => {
    type Row = [string, ParseMode, ...unknown[]];
    for (const [source, mode, ...expected] of rows<Row>('errors.jsonl')) {
      const error = errorOf(source, mode);
      const found =
        error === null
          ? []
          : [error.kind, error.message, error.lineno, error.offset, error.endLineno, error.endOffset, error.text];
      expect([source, ...found]).toEqual([source, ...expected]);
    }
  });

  it('carry the name of the source', () => {
    expect(errorOf('x y')?.filename).toBe('f.py');
    expect(errorOf('f"{x y}"')?.filename).toBe('f.py');
  });

  it('refuse null bytes without a place', () => {
    const error = errorOf('x\0y');
    expect(error?.message).toBe('source code string cannot contain null bytes');
    expect(error?.lineno).toBe(null);
  });
});

it('warnings are those of CPython 3.11', () => {
  for (const [source, ...expected] of rows<[string, ...unknown[]]>('warnings.jsonl')) {
    const warnings: SyntaxWarning[] = [];
    parse(source, { filename: 'f', mode: 'exec', warnings });
    const found = warnings.map((warning) => [warning.category, warning.message, warning.lineno]);
    expect([source, ...found]).toEqual([source, ...expected]);
  }
});

describe('input of a read-eval-print loop', () => {
  const state = (source: string) => {
    const error = errorOf(source, 'single', true);
    if (error === null) return 'complete';
    return isIncomplete(error) ? 'incomplete' : 'wrong';
  };

  it.each([
    'x',
    'x = 1;',
    'if x: y\n',
    'if x:\n  y\n',
    'def f(): pass\n\n',
    '@a\ndef f():\n  x\n\n',
    'x # c',
    '"""a\nb"""',
  ])('complete: %j', (source) => expect(state(source)).toBe('complete'));

  it.each([
    'if x:',
    'if x:\n  y',
    'if x:\n  y\nelse:',
    '(',
    'f(1,\n',
    '"""a',
    'x = \\',
    "'a\\",
    'class A: pass',
    '@a',
    '@a\n',
    'try:\n  x\n',
    'for x in y:',
    'match x:\n  case 1:\n',
    '[1,\n2',
    'def f(a,',
    'f"""{a',
  ])('incomplete: %j', (source) => expect(state(source)).toBe('incomplete'));

  it.each(['x y', 'if x\n', '"abc', ')', 'x\ny', '1a', 'f"{a b}"', 'x = 1 +', 'if x:\ny', '(]'])(
    'wrong: %j',
    (source) => expect(state(source)).toBe('wrong'),
  );
});

describe('bounds', () => {
  it('allow 200 open brackets', () => {
    expect(errorOf('('.repeat(199) + 'x' + ')'.repeat(199))).toBe(null);
    expect(errorOf('['.repeat(200) + ']'.repeat(200))).toBe(null);
    expect(errorOf('('.repeat(201))?.message).toBe('too many nested parentheses');
    expect(errorOf('('.repeat(199) + 'x y' + ')'.repeat(199))?.message).toContain('forgot a comma');
  });

  it('allow 99 nested blocks', () => {
    const nested = (depth: number) =>
      Array.from({ length: depth }, (_, i) => ' '.repeat(i) + 'if x:\n').join('') + ' '.repeat(depth) + 'y';
    expect(errorOf(nested(99))).toBe(null);
    expect(errorOf(nested(100))?.message).toBe('too many levels of indentation');
  });

  it('end deep recursion with an error of the source', () => {
    expect(errorOf('lambda:'.repeat(250) + '1')).toBe(null);
    expect(errorOf('lambda:'.repeat(350) + '1')?.message).toBe('parser stack overflow: nested too deeply');
    expect(errorOf('2**'.repeat(100_000) + '1')?.message).toBe('parser stack overflow: nested too deeply');
  });

  it('do not apply to long rows', () => {
    const row = (item: string) => item.repeat(20_000);
    for (const source of [
      `${row('not ')}x`,
      `${row('-')}x`,
      `${row('x if y else ')}z`,
      `${row('1+')}1`,
      `x${row('.y')}`,
    ]) {
      expect(errorOf(source)).toBe(null);
    }
    expect(errorOf(`if x:\n y\n${row('elif x:\n y\n')}`)).toBe(null);
  });

  it('limit the digits of integers', () => {
    expect(errorOf('9'.repeat(4300))).toBe(null);
    expect(errorOf('9'.repeat(4301))?.message).toContain('value has 4301 digits');
    expect(errorOf('0x' + 'f'.repeat(5000))).toBe(null);
    expect(errorOf('0'.repeat(5000))).toBe(null);
  });
});
