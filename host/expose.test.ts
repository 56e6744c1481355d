/** Bindings: values both ways, errors, promises, callbacks, held objects. */
import { expect, test } from 'vitest';
import { createStackless } from './index.ts';
import type { ModuleObject, PythonObject } from './index.ts';

function play(source: string, modules: Record<string, ModuleObject>) {
  let text = '';
  const stackless = createStackless({
    files: { 'main.py': source },
    modules,
    onOutput: (out) => {
      text += out;
    },
  });
  stackless.start('main.py');
  const result = stackless.run(100_000);
  return { stackless, result, text: () => text };
}

test('values of a module', () => {
  const game = {
    width: 80,
    ratio: 0.5,
    whole: 2.0,
    name: 'ore',
    big: 2n ** 70n,
    none: null,
    missing: undefined,
    flag: true,
    list: [1, [2, 'x']],
    table: { a: 1, __proto__: null, constructor: 2 },
    bytes: new Uint8Array([1, 255]),
    set: new Set([1, 2]),
    map: new Map<unknown, unknown>([
      [1, 'one'],
      ['two', 2],
    ]),
    Color: { RED: 1, GREEN: 2 },
    audio: { volume: 3, play: (name: string) => `playing ${name}` },
    Limits: class {
      static MAX = 10;
    },
  };
  const source = `
import game
from game.Color import RED
import game.audio
print(game.width, game.ratio, game.whole, game.name, game.big == 2 ** 70, game.none, game.missing, game.flag)
print(game.list, game.table, game.bytes, game.set, game.map)
print(RED, game.Color.GREEN, game.audio.play('boom'), game.audio.volume, game.Limits.MAX)
print(game, game.audio.play)
`;
  const { result, text } = play(source, { game });
  expect(result.error?.traceback).toBeUndefined();
  expect(text()).toBe(
    "80 0.5 2 ore True None None True\n[1, [2, 'x']] {'a': 1, 'constructor': 2} b'\\x01\\xff' {1, 2} {1: 'one', 'two': 2}\n" +
      "1 2 playing boom 3 10\n<module 'game' (built-in)> <built-in function play>\n",
  );
});

test('arguments and results', () => {
  const seen: unknown[] = [];
  const game = {
    take: (...args: unknown[]) => {
      seen.push(args);
      return args.length;
    },
  };
  const source = `
import game
print(game.take(1, 2.0, 2.5, 2 ** 60, 'x', None, True, (1, [2]), {'a': {1: 2}}, {3}, b'ab', speed=4))
`;
  expect(play(source, { game }).text()).toBe('12\n');
  const inner = Object.assign(Object.create(null) as object, { a: new Map([[1, 2]]) });
  const named = Object.assign(Object.create(null) as object, { speed: 4 });
  expect(seen).toEqual([
    [1, 2, 2.5, 2n ** 60n, 'x', null, true, [1, [2]], inner, new Set([3]), new Uint8Array([97, 98]), named],
  ]);
});

test('names such as __proto__ are just names', () => {
  const seen: any[] = [];
  const source = `
import game
game.take({'__proto__': {'polluted': 1}, 'constructor': 2})
print(hasattr(game, 'toString'), hasattr(game, 'hasOwnProperty'))
`;
  const { text } = play(source, { game: { take: (value: unknown) => void seen.push(value) } });
  expect(text()).toBe('False False\n');
  expect(Object.keys(seen[0])).toEqual(['__proto__', 'constructor']);
  expect(({} as any).polluted).toBeUndefined();
});

test('what cannot be converted is a TypeError in the script', () => {
  const game = {
    date: () => new Date(0),
    symbol: () => Symbol('s'),
    loop: () => {
      const list: unknown[] = [];
      list.push(list);
      return list;
    },
    take: () => 0,
  };
  const source = `
import game
a = []
a.append(a)
for call in (game.date, game.symbol, game.loop, lambda: game.take(a)):
    try: call()
    except TypeError as e: print(e)
`;
  expect(play(source, { game }).text().split('\n')).toEqual([
    'game.date(): an instance of Date has no counterpart in Python; pass plain objects and functions.',
    'game.symbol(): a symbol has no counterpart in Python.',
    'game.loop(): a container that contains itself cannot be converted.',
    'game.take(): a container that contains itself cannot be converted.',
    '',
  ]);
});

test('errors of the host', () => {
  const fail =
    (name: string, extra: object = {}) =>
    () => {
      throw Object.assign(new Error('no'), { name }, extra);
    };
  const game = {
    plain: fail('Error'),
    value: fail('ValueError'),
    coded: fail('Weird', { code: 'E_GAME' }),
    decode: fail('UnicodeDecodeError'),
    text: () => {
      throw 'just text';
    },
  };
  const source = `
import game
for name in ('plain', 'value', 'coded', 'decode', 'text'):
    try: getattr(game, name)()
    except Exception as e: print(type(e).__name__, e, getattr(e, 'code', None))
`;
  expect(play(source, { game }).text()).toBe(
    'RuntimeError no None\nValueError no None\nRuntimeError no E_GAME\nTypeError function takes exactly 5 arguments (1 given) None\nRuntimeError just text None\n',
  );
});

test('a promise blocks only its tasklet', async () => {
  const settle: Array<{ resolve: (value: unknown) => void; reject: (error: unknown) => void }> = [];
  const game = { fetch: () => new Promise((resolve, reject) => settle.push({ resolve, reject })) };
  const source = `
import game, stackless
def ask(name):
    try: print(name, game.fetch())
    except Exception as e: print(name, type(e).__name__, e)
stackless.tasklet(ask)('a')
stackless.tasklet(ask)('b')
print('main goes on')
`;
  const { stackless, result, text } = play(source, { game });
  expect(result).toMatchObject({ reason: 'waiting', waiting: 2 });
  let hasWork = 0;
  stackless.onWork = () => hasWork++;
  settle[1].resolve({ ore: 3 });
  settle[0].reject(new TypeError('gone'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(hasWork).toBe(2);
  expect(stackless.run(1000).reason).toBe('idle');
  expect(text()).toBe("main goes on\nb {'ore': 3}\na TypeError gone\n");
});

test('callbacks start tasklets', () => {
  const later: Array<{ seconds: number; fn: PythonObject }> = [];
  const game = { call_later: (seconds: number, fn: PythonObject) => void later.push({ seconds, fn }) };
  const source = `
import game
def add(a, b):
    print('adding'); return a + b
game.call_later(2, lambda: print('sum', add(1, 2)))
game.call_later(3, add)
`;
  const { stackless, text } = play(source, { game });
  expect(later.map(({ seconds, fn }) => [seconds, fn.isCallable, String(fn)])).toEqual([
    [2, true, expect.stringMatching(/^<function <lambda> at 0x/)],
    [3, true, expect.stringMatching(/^<function add at 0x/)],
  ]);
  expect(stackless.statistics().heldObjects).toBe(2);
  later[0].fn.startOnce();
  const handle = later[1].fn.start(3, 4);
  expect(handle.state).toBe('running');
  stackless.run(1000);
  expect(text()).toBe('adding\nsum 3\nadding\n');
  expect(handle).toMatchObject({ state: 'done', result: 7 });
  expect(stackless.statistics().heldObjects).toBe(1);
  expect(() => later[0].fn.start()).toThrow('released');
});

test('call, get and set', () => {
  const { stackless } = play(
    'state = {"score": 1}\nclass A:\n  x = 5\ndef f(n): return [n, state]\ndef bad(): return [][0]\n',
    {},
  );
  expect(stackless.get('__main__.state')).toEqual({ score: 1 });
  expect(stackless.get('__main__.A.x')).toBe(5);
  stackless.set('__main__.state', { score: 2 });
  const done: unknown[] = [];
  stackless.call('__main__.f', 1.5).onDone((handle) => done.push(handle.result));
  stackless.call('__main__.bad').onDone((handle) => done.push([handle.state, handle.error?.message]));
  expect(stackless.run(1000).reason).toBe('idle');
  expect(done).toEqual([
    [1.5, { score: 2 }],
    ['failed', 'list index out of range'],
  ]);
});

test('a task that is killed before it begins', () => {
  const { stackless } = play('def f(): print("never")\n', {});
  const handle = stackless.call('__main__.f');
  handle.kill();
  expect(stackless.run(1000).reason).toBe('idle');
  expect(handle.state).toBe('killed');
});
