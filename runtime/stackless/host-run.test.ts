import { describe, expect, it } from 'vitest';
import { advanceClock, parkForHost, resumeFromHost, startTimeout } from './waiting.ts';
import { sendToChannel } from './host-run.ts';
import type { PyChannel } from './channel.ts';
import type { PyTasklet } from './tasklet.ts';
import type { Wait } from './wait.ts';
import { describe as textOf, TestRuntime } from './__tests__/python.ts';
import { oneArg } from '../objects/native.ts';
import type { Interpreter } from '../vm/interpreter.ts';

const SETUP = 'import stackless\n';

describe('script mode', () => {
  it('ends with main, whoever is still runnable', () => {
    const r = new TestRuntime().begin(`${SETUP}stackless.tasklet(print)('never')`);
    expect(r.run()).toMatchObject({ reason: 'exit', error: null, runnableCount: 2 });
    expect(r.lines()).toEqual([]);
  });

  it('reports what main raised, and SystemExit of any tasklet', () => {
    const failing = new TestRuntime().begin('1/0').run();
    expect([failing.reason, textOf(failing.error!)]).toEqual(['exit', 'ZeroDivisionError: division by zero']);
    const exiting = new TestRuntime().begin(
      `${SETUP}def f():\n    raise SystemExit(42)\nstackless.tasklet(f)()\nstackless.run()\nprint('no')`,
    );
    const { reason, error } = exiting.run();
    expect([reason, textOf(error!), exiting.lines()]).toEqual(['exit', 'SystemExit: 42', []]);
  });

  it('goes on in the middle after every budget', () => {
    const r = new TestRuntime().begin('n = 0\nfor i in range(1000): n += 1\nprint(n)');
    let runs = 0;
    while (r.run({ ticks: 100 }).reason === 'budget') runs++;
    expect(runs).toBeGreaterThan(20);
    expect(r.lines()).toEqual(['1000']);
  });

  it('counts the same ticks however it is cut', () => {
    const source = `${SETUP}
def f(n):
    for i in range(n):
        stackless.schedule()
for i in range(10): stackless.tasklet(f)(i)
stackless.run()
print(sorted(range(100), key=lambda x: -x)[0])`;
    const whole = new TestRuntime().begin(source).run().ticksUsed;
    for (const ticks of [1, 7, 50]) {
      const r = new TestRuntime().begin(source);
      let used = 0;
      for (;;) {
        const { reason, ticksUsed } = r.run({ ticks, onInterrupt: 'resume' });
        used += ticksUsed;
        if (reason === 'exit') break;
      }
      expect(used).toBe(whole);
      expect(r.lines()).toEqual(['99']);
    }
  });

  it('raises a deadlock in main', () => {
    const { error } = new TestRuntime().begin(`${SETUP}stackless.channel().receive()`).run();
    expect(textOf(error!)).toBe('RuntimeError: Deadlock: the last runnable tasklet cannot be blocked.');
  });
});

describe('hosted mode', () => {
  it('is idle when nobody can go on', () => {
    const r = new TestRuntime();
    expect(r.run().reason).toBe('idle');
    r.start(`${SETUP}ch = stackless.channel()\nprint(ch.receive(), stackless.main.paused)`);
    expect(r.run()).toMatchObject({ reason: 'idle', blockedCount: 1, runnableCount: 0 });
    expect(sendToChannel(r.s, r.get('ch') as PyChannel, 5)).toBe(true);
    expect(sendToChannel(r.s, r.get('ch') as PyChannel, 6)).toBe(false);
    expect(r.run()).toMatchObject({ reason: 'idle', blockedCount: 0 });
    expect(r.lines()).toEqual(['5 True']);
  });

  it('reports an uncaught error and goes on with the others', () => {
    const r = new TestRuntime();
    r.start('print("a")');
    r.start('1/0');
    r.start('print("b")');
    const first = r.run();
    expect([first.reason, textOf(first.error!), first.runnableCount]).toEqual([
      'error',
      'ZeroDivisionError: division by zero',
      1,
    ]);
    expect(r.run().reason).toBe('idle');
    expect(r.lines()).toEqual(['a', 'b']);
  });

  it('reports SystemExit without losing anybody', () => {
    const r = new TestRuntime();
    r.start('raise SystemExit(3)');
    r.start('print("b")');
    expect(r.run().reason).toBe('exit');
    expect(r.run().reason).toBe('idle');
    expect(r.lines()).toEqual(['b']);
  });

  it('is woken by a script that inserts main', () => {
    const r = new TestRuntime();
    r.start(`${SETUP}stackless.main.insert()\nstackless.schedule()\nprint('later')`);
    expect(r.run()).toMatchObject({ reason: 'woken', runnableCount: 1 });
    expect(r.run().reason).toBe('idle');
    expect(r.lines()).toEqual(['later']);
  });

  it('keeps a nested run() going over many host runs', () => {
    const r = new TestRuntime();
    r.start(`${SETUP}
def work(name):
    for i in range(3):
        for k in range(50): pass
        print(name, i)
stackless.tasklet(work)('a')
stackless.tasklet(work)('b')
stackless.run()
print('nested run returned', stackless.runcount)`);
    let runs = 0;
    while (r.run({ ticks: 40 }).reason === 'budget') runs++;
    expect(runs).toBeGreaterThan(10);
    const lines = r.lines();
    expect(lines).toHaveLength(7);
    expect(lines[6]).toBe('nested run returned 1');
  });

  it('ends when the tasklet asked for has', () => {
    const r = new TestRuntime();
    r.start(`${SETUP}while True: stackless.schedule()`);
    const t = r.start('x = 1');
    expect(r.run({ until: t, ticks: 10000 }).reason).toBe('done');
  });

  it('refuses a run inside a run', () => {
    const r = new TestRuntime();
    const again = oneArg(() => {
      r.run();
      return null;
    });
    r.bind('again', again);
    r.start('again(1)');
    expect(() => r.run()).toThrow('inside a run');
  });
});

const ENDLESS = `${SETUP}
def endless(name):
    while True:
        count[name] = count.get(name, 0) + 1
count = {}
a = stackless.tasklet(endless)('a')
b = stackless.tasklet(endless)('b')
`;

function counts(r: TestRuntime): string {
  r.start('print(count.get("a", 0) > 0, count.get("b", 0) > 0, stackless.runcount)');
  r.run({ ticks: 2000, quantumTicks: 100 });
  return r.lines().join('');
}

describe('the end of a budget', () => {
  it('reinserts the running tasklet at the end', () => {
    const r = new TestRuntime();
    r.start(ENDLESS);
    expect(r.run({ ticks: 300 }).reason).toBe('budget');
    const a = r.get('a') as PyTasklet;
    expect(r.s.thread.running).toBe(r.get('b'));
    expect(a.next).toBe(r.get('b'));
    r.run({ ticks: 300 });
    expect(r.s.thread.running).toBe(a);
  });

  it('resumes it', () => {
    const r = new TestRuntime();
    r.start(ENDLESS);
    r.run({ ticks: 300, onInterrupt: 'resume' });
    r.run({ ticks: 300, onInterrupt: 'resume' });
    expect(r.s.thread.running).toBe(r.get('a'));
  });

  it('hands it to the host', () => {
    const r = new TestRuntime();
    r.start(ENDLESS);
    const first = r.run({ ticks: 300, onInterrupt: 'return' });
    expect(first.interrupted).toBe(r.get('a'));
    expect(first.runnableCount).toBe(1);
    expect(r.run({ ticks: 300, onInterrupt: 'return' }).interrupted).toBe(r.get('b'));
    expect(r.run({ ticks: 300 }).reason).toBe('idle');
    r.s.makeRunnable(first.interrupted!);
    expect(r.run({ ticks: 300 }).reason).toBe('budget');
  });

  it('kills it', () => {
    const r = new TestRuntime();
    r.start(`${SETUP}
try:
    while True: pass
finally:
    print('cleaned up')`);
    expect(r.run({ ticks: 300, onInterrupt: 'kill' }).reason).toBe('budget');
    expect(r.run({ ticks: 300 }).reason).toBe('idle');
    expect(r.lines()).toEqual(['cleaned up']);
  });

  it('comes on time for atomic tasklets too, which go on first', () => {
    const r = new TestRuntime();
    r.start(`${SETUP}
def f():
    with stackless.atomic():
        for i in range(1000): pass
    print('f')
stackless.tasklet(f)()
stackless.tasklet(print)('g')`);
    let runs = 0;
    while (r.run({ ticks: 100, quantumTicks: 10 }).reason === 'budget') runs++;
    expect(runs).toBeGreaterThan(10);
    expect(r.lines()).toEqual(['f', 'g']);
  });

  it('is preceded by quanta for everybody', () => {
    const r = new TestRuntime();
    r.start(ENDLESS);
    r.run({ ticks: 1000, quantumTicks: 100 });
    expect(counts(r)).toBe('True True 3');
  });

  it('may be a number of switches', () => {
    const r = new TestRuntime();
    for (const name of ['a', 'b', 'c']) r.start(`print('${name}')`);
    expect(r.run({ tasklets: 2 })).toMatchObject({ reason: 'budget', taskletsRun: 2 });
    expect(r.lines()).toEqual(['a', 'b']);
    expect(r.run({ tasklets: 2 })).toMatchObject({ reason: 'idle', taskletsRun: 0 });
    expect(r.lines()).toEqual(['c']);
  });

  it('may be what the host says', () => {
    const r = new TestRuntime();
    r.start('while True: pass');
    let asked = 0;
    const result = r.run({ shouldStop: () => ++asked === 5, checkTicks: 200 });
    expect(result.reason).toBe('budget');
    expect(result.ticksUsed).toBeGreaterThan(1000);
    expect(result.ticksUsed).toBeLessThan(1100);
  });

  it('stops a run() with a time-out of its own without disturbing it', () => {
    const r = new TestRuntime().begin(`${SETUP}
def endless():
    while True: pass
t = stackless.tasklet(endless)()
print(stackless.run(1000) is t, t.paused)`);
    while (r.run({ ticks: 70, onInterrupt: 'resume' }).reason === 'budget');
    expect(r.lines()).toEqual(['True True']);
  });
});

describe('accounting', () => {
  it('tells who used how much', () => {
    const r = new TestRuntime();
    r.start(`${SETUP}
def small(): stackless.schedule()
def large():
    for i in range(1000): pass
stackless.tasklet(small)()
stackless.tasklet(large)()`);
    const { usage, ticksUsed } = r.run({ collectUsage: true });
    const byName = new Map(usage!.map((u) => [u.name, u.ticks]));
    expect([...byName.keys()]).toEqual(['test.py', 'small', 'large']);
    expect(byName.get('large')).toBeGreaterThan(2000);
    expect(byName.get('small')).toBeLessThan(20);
    const sum = usage!.reduce((total, u) => total + u.ticks, 0);
    expect(Math.abs(sum - ticksUsed)).toBeLessThan(5);
    expect(r.run({ collectUsage: true }).usage).toEqual([]);
  });
});

/** Binds a native that parks its caller; returns the tokens. */
function bindPromise(r: TestRuntime): Wait[] {
  const tokens: Wait[] = [];
  const promise = oneArg((interp) => {
    const token = parkForHost(interp as Interpreter);
    if (token !== undefined) tokens.push(token);
    return undefined;
  });
  r.bind('promise', promise);
  return tokens;
}

describe('waiting for the host', () => {
  it('blocks the calling tasklet only', () => {
    const r = new TestRuntime();
    const tokens = bindPromise(r);
    r.start('print("got", promise(1))');
    r.start('print("other")');
    expect(r.run()).toMatchObject({ reason: 'waiting', waitingCount: 1 });
    expect(r.lines()).toEqual(['other']);
    expect(r.run().reason).toBe('waiting');
    expect(resumeFromHost(r.s, tokens[0], 7)).toBe(true);
    expect(resumeFromHost(r.s, tokens[0], 8)).toBe(false);
    expect(r.run().reason).toBe('idle');
    expect(r.lines()).toEqual(['got 7']);
  });

  it('is no deadlock for main, nor for a nested run()', () => {
    const r = new TestRuntime();
    const tokens = bindPromise(r);
    r.begin(`${SETUP}
ch = stackless.channel()
def f(): ch.send(promise(1))
stackless.tasklet(f)()
print(ch.receive())
def g(): print('g', promise(2))
stackless.tasklet(g)()
stackless.run()
print('run returned')`);
    expect(r.run().reason).toBe('waiting');
    resumeFromHost(r.s, tokens[0], 'x');
    expect(r.run().reason).toBe('waiting');
    expect(r.lines()).toEqual(['x']);
    resumeFromHost(r.s, tokens[1], 'y');
    expect(r.run().reason).toBe('exit');
    expect(r.lines()).toEqual(['g y', 'run returned']);
  });

  it('ends when the tasklet is killed', () => {
    const r = new TestRuntime();
    const tokens = bindPromise(r);
    r.begin(`${SETUP}
def f():
    try: promise(1)
    finally: print('cleaned up')
t = stackless.tasklet(f)()
t.run()
print(t.paused, t.blocked)
t.kill()
stackless.run()
print('end')`);
    expect(r.run().reason).toBe('exit');
    expect(r.lines()).toEqual(['True False', 'cleaned up', 'end']);
    expect(resumeFromHost(r.s, tokens[0], 1)).toBe(false);
    expect(r.s.waiting).toBe(0);
  });
});

describe('the clock', () => {
  it('throws time-outs into blocked tasklets', () => {
    const r = new TestRuntime();
    const t = r.start(`${SETUP}
try:
    stackless.channel().receive()
except TimeoutError as e:
    print('timed out')`);
    startTimeout(r.s, t, 2, r.exception('TimeoutError'), true);
    expect(r.run()).toMatchObject({ reason: 'sleeping', sleepSeconds: 2 });
    advanceClock(r.s, 1);
    expect(r.run()).toMatchObject({ reason: 'sleeping', sleepSeconds: 1 });
    advanceClock(r.s, 1);
    expect(r.run().reason).toBe('idle');
    expect(r.lines()).toEqual(['timed out']);
  });
});
