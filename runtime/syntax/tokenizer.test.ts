import { expect, it } from 'vitest';
import { tokenize } from './tokenizer.ts';

const OPTIONS = { origin: { lineno: 1, col: 0 }, isInteractive: false, keepsBlocksOpen: false };

function kinds(text: string): string {
  return tokenize(text, OPTIONS)
    .tokens.map((token) => token.value || token.kind)
    .join(' ');
}

it('splits lines into tokens', () => {
  expect(kinds('if x<=1: # c\n  y **= "z"\n\nw\n')).toBe(
    'if x <= NUMBER : NEWLINE INDENT y **= STRING NEWLINE DEDENT w NEWLINE ENDMARKER',
  );
});

it('joins lines in brackets and after a backslash', () => {
  expect(kinds('f(\n # c\n x)\ny = \\\n  1\n')).toBe('f ( x ) NEWLINE y = NUMBER NEWLINE ENDMARKER');
});

it('closes all blocks at the end', () => {
  expect(kinds('a:\n b:\n  c\n')).toBe('a : NEWLINE INDENT b : NEWLINE INDENT c NEWLINE DEDENT DEDENT ENDMARKER');
});

it('takes the longest operator', () => {
  expect(kinds('a//=b>>c->d...e:=f<>g!=h')).toBe('a //= b >> c -> d ... e := f <> g != h ENDMARKER');
});

it('counts columns in code points', () => {
  const { tokens } = tokenize("𝔘 = '''𝔘\n𝔘é''' + 𝔘", OPTIONS);
  expect(tokens.map((token) => [token.lineno, token.col, token.endLineno, token.endCol])).toEqual([
    [1, 0, 1, 1],
    [1, 2, 1, 3],
    [1, 4, 2, 5],
    [2, 6, 2, 7],
    [2, 8, 2, 9],
    [2, -1, 2, -1],
  ]);
});

it.each([
  '0',
  '00',
  '1_000',
  '0xFf_f',
  '0o17',
  '0b1_0',
  '1.',
  '.5',
  '1e5',
  '1E+5',
  '1_0.0_1e1_0',
  '1j',
  '.5J',
  '09.5',
  '09j',
])('reads %s as one number', (text) => expect(kinds(text)).toBe('NUMBER ENDMARKER'));

it.each(['""', "''", '"a\\"b"', "'''a\n'b''c'''", 'Rb""', 'bR""', 'f""', 'rF""', 'U""', '"a\\\nb"'])(
  'reads %j as one string',
  (text) => expect(kinds(text)).toBe('STRING ENDMARKER'),
);

it.each(['ur""', 'bu""', 'fb""', 'x""', 'rrb""'])('reads %s as a name and a string', (text) =>
  expect(kinds(text)).toBe(`${text.slice(0, -2)} STRING ENDMARKER`),
);

it('keeps a failure as the last token', () => {
  const { tokens, failure, openBrackets } = tokenize('x = (1,\n$ ]', OPTIONS);
  expect(tokens.at(-1)?.kind).toBe('FAILURE');
  expect(failure?.error?.message).toBe("closing parenthesis ']' does not match opening parenthesis '(' on line 1");
  expect(openBrackets).toEqual([]);
});

it('adds the ends of statement and blocks in interactive mode', () => {
  const tokens = (text: string, keepsBlocksOpen: boolean) =>
    tokenize(text, { ...OPTIONS, isInteractive: true, keepsBlocksOpen })
      .tokens.map((token) => token.value || token.kind)
      .join(' ');
  expect(tokens('a:\n b', false)).toBe('a : NEWLINE INDENT b NEWLINE DEDENT NEWLINE ENDMARKER');
  expect(tokens('a:\n b', true)).toBe('a : NEWLINE INDENT b NEWLINE ENDMARKER');
  expect(tokens('', false)).toBe('ENDMARKER');
});
