/** Wrong sources of every kind end in a `PySyntaxError`, and soon. */

import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { parse, type ParseMode } from './parse.ts';
import { PySyntaxError } from './syntax-error.ts';

const PIECES = (
  '( ) [ ] { } , : ; . = == := * ** / + - -> @ += if else elif for in not is and or lambda yield from await async def ' +
  'class return del import as with try except finally while match case _ None True global raise print x 1 1. 0x é "s" ' +
  `f"{a}" b'' f" ' """ \\ # $ ! \n \t`
)
  .split(' ')
  .concat('\n', '\n  ', '  ');

/** A small generator of pseudo-random numbers: the same sources every time. */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function check(source: string, mode: ParseMode): void {
  try {
    parse(source, { filename: 'f', mode });
  } catch (error) {
    if (!(error instanceof PySyntaxError))
      throw new Error(`${String(error)} for ${JSON.stringify(source)}`, { cause: error });
  }
}

const SOURCES: string[] = readFileSync(new URL('./test-data/trees.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as string[])[0]);

it('survives mutated sources', () => {
  const random = randomNumbers(1);
  for (let i = 0; i < 6000; i++) {
    let source = SOURCES[random(SOURCES.length)] + '\n' + SOURCES[random(SOURCES.length)];
    for (let changes = random(3) + 1; changes > 0; changes--) {
      const at = random(source.length);
      const piece = PIECES[random(PIECES.length)];
      source = source.slice(0, at) + (random(2) === 0 ? ` ${piece} ` : piece) + source.slice(at + random(4));
    }
    check(source, (['exec', 'eval', 'single'] as const)[random(3)]);
  }
});

it('survives random tokens', () => {
  const random = randomNumbers(2);
  for (let i = 0; i < 6000; i++) {
    const source = Array.from({ length: random(12) + 1 }, () => PIECES[random(PIECES.length)]).join(
      i % 2 === 0 ? ' ' : '',
    );
    check(source, (['exec', 'eval', 'single'] as const)[random(3)]);
  }
});

it('survives cuts at every place', () => {
  for (const source of SOURCES) for (let end = 0; end < source.length; end++) check(source.slice(0, end), 'exec');
});

it.each([
  ['brackets', (n: number) => 'x = [' + '(a, '.repeat(Math.min(n, 190)) + ' b c'],
  ['calls', (n: number) => 'f(' + 'a=1, '.repeat(n) + 'b)'],
  ['dict', (n: number) => '{' + '1: 2, '.repeat(n) + '3}'],
  ['names', (n: number) => 'a '.repeat(n)],
  ['strings', (n: number) => '"a" '.repeat(n) + 'b'],
  ['long f-string', (n: number) => 'f"' + '{a} '.repeat(n) + '{b c}"'],
  ['statements', (n: number) => 'x = f(a)[b].c + (d, e)\n'.repeat(n) + 'x y'],
  ['semicolons', (n: number) => 'x; '.repeat(n) + 'x y'],
  ['never closed', (n: number) => 'x = (' + '1,\n'.repeat(n)],
  [
    'nested blocks',
    (n: number) =>
      Array.from({ length: Math.min(n, 98) }, (_, i) => ' '.repeat(i) + 'try:\n').join('') + ' '.repeat(98) + 'x y',
  ],
  ['nested comprehensions', (n: number) => '[x for x in '.repeat(Math.min(n, 190)) + 'y z'],
  ['nested lambdas in calls', (n: number) => 'f(lambda a=b: '.repeat(Math.min(n, 190)) + 'y z'],
  ['nested dicts', (n: number) => '{1: {2: 3, 4: '.repeat(Math.min(n, 90)) + 'y z'],
  ['astral line', (n: number) => '𝔘 + '.repeat(n) + 'y z'],
])('finds the error in large input without quadratic work: %s', (_name, make) => {
  const source = make(20_000);
  // Some 0.3 s on a slow machine; anything quadratic takes minutes and runs into the runner's own limit.
  check(source, 'exec');
});
