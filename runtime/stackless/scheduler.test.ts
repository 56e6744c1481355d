import { describe, expect, it } from 'vitest';
import { noArgs, oneArg } from '../objects/native.ts';
import { PyFloat } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { describe as textOf, TestRuntime } from './__tests__/python.ts';
import { advanceClock, sleep } from './waiting.ts';

const run = (source: string, maxTasklets?: number): string[] =>
  new TestRuntime(maxTasklets).script(`import stackless\n${source}`);

describe('many tasklets', () => {
  it('may end by exceptions one after the other without using the host stack', () => {
    const lines = run(`
def f():
    stackless.schedule_remove()
ts = [stackless.tasklet(f)() for i in range(20000)]
stackless.run()
for t in ts: t.kill(pending=True)
never = [stackless.tasklet(f)() for i in range(20000)]
for t in never: t.kill(pending=True)
print(stackless.runcount)
stackless.run()
print(stackless.runcount, any(t.alive for t in ts), any(t.alive for t in never))`);
    expect(lines).toEqual(['40001', '1 False False']);
  });

  it('may run each other in a long chain', () => {
    const lines = run(`
def f(n):
    if n: stackless.tasklet(f, (n - 1,)).run()
    done.append(n)
done = []
stackless.tasklet(f, (20000,)).run()
print(len(done), done[:3])`);
    expect(lines).toEqual(['20001 [0, 1, 2]']);
  });

  it('are limited in number', () => {
    const lines = run(
      `
made = []
try:
    while True: made.append(stackless.tasklet(print)())
except MemoryError:
    print(len(made), stackless.runcount)
for t in made: t.kill()
stackless.tasklet(print)('again')
stackless.run()`,
      50,
    );
    expect(lines).toEqual(['50 51', 'again']);
  });
});

describe('lost tasklets', () => {
  it('make room for others', () => {
    const lines = run(
      `
def block(): stackless.channel().receive()
for i in range(500):
    stackless.tasklet(block)()
    stackless.run()
print(stackless.get_active_tasklet_count() < 60, stackless.get_all_time_tasklet_count())`,
      50,
    );
    expect(lines).toEqual(['True 501']);
  });
});

describe('run_n_tasklets', () => {
  it('returns after so many, which stay where they are', () => {
    const lines = run(`
def f(name):
    print(name); stackless.schedule(); print(name + '2')
for name in 'abc': stackless.tasklet(f)(name)
print(stackless.run_n_tasklets(2), stackless.runcount)
print(stackless.run_n_tasklets(2), stackless.runcount)
print(stackless.run_n_tasklets(100), stackless.runcount)
try: stackless.run_n_tasklets(0)
except RuntimeError as e: print(e)`);
    expect(lines).toEqual([
      'a',
      'b',
      'None 4',
      'c',
      'a2',
      'None 3',
      'b2',
      'c2',
      'None 1',
      'the number of tasklets to run must be greater than zero',
    ]);
  });
});

describe('callbacks', () => {
  it('may not switch, and what they raise is reported and dropped', () => {
    const r = new TestRuntime();
    const lines = r.script(`
import stackless
def callback(prev, next):
    try: stackless.schedule()
    except RuntimeError as e: errors.append(str(e))
    raise ValueError('in callback')
errors = []
stackless.tasklet(print)('runs')
stackless.set_schedule_callback(callback)
stackless.run()
stackless.set_schedule_callback(None)
print(errors[0], len(errors))`);
    expect(lines.join('\n')).toContain('Error in scheduling callback');
    expect(lines.join('\n')).toContain('in callback');
    expect(lines).toContain('runs');
    expect(lines.at(-1)).toBe('cannot switch tasklets inside a schedule or channel callback 2');
  });

  it('of channels refuse channel operations', () => {
    const lines = run(`
def callback(channel, tasklet, sending, willblock):
    try: channel.receive()
    except RuntimeError as e: print(e, sending, willblock, tasklet.tempval)
ch = stackless.channel()
t = stackless.tasklet(ch.receive)()
stackless.run()
stackless.set_channel_callback(callback)
ch.send(5)
print(stackless.set_channel_callback(None) is callback, ch.balance, t.alive)`);
    expect(lines).toEqual(['Recursive channel call due to callbacks! 1 0 5', 'True 0 False']);
  });

  it('see interrupts, and leave the victim where it was', () => {
    const lines = run(`
def f():
    n = 0
    for i in range(1000): n += i
    print(n)
t = stackless.tasklet(f)()
switches = []
stackless.set_schedule_callback(lambda prev, next: switches.append((prev is t, next is t)))
while stackless.run(100): t.insert()
stackless.set_schedule_callback(None)
print(len(switches) > 20, len(switches) % 2, set(switches) == {(True, False), (False, True)})`);
    expect(lines).toEqual(['499500', 'True 0 True']);
  });
});

describe('soft switching turned off', () => {
  it('shows as a nesting level, which forbids interrupts and rebinding', () => {
    const lines = run(`
def f():
    print(stackless.current.nesting_level)
    stackless.schedule_remove()
    for i in range(1000): pass
    print('done')
print(stackless.enable_softswitch(False), stackless.enable_softswitch(None))
t = stackless.tasklet(f)()
print(t.nesting_level, t.restorable)
stackless.run()
print(t.nesting_level, t.restorable)
try: t.bind(None)
except RuntimeError as e: print(e)
t.insert()
print(stackless.run(100), t.alive)
t = stackless.tasklet(f)()
stackless.run()
t.insert()
print(stackless.run(100, ignore_nesting=True) is t, stackless.enable_softswitch(True))
t.kill()`);
    expect(lines).toEqual([
      'True False',
      '0 True',
      '1',
      '1 False',
      'tasklet has C state on its stack',
      'done',
      'None False',
      '1',
      'True False',
    ]);
  });

  it('is what _test_nostacklesscall pretends', () => {
    const lines = run(`
def f(x, y=0):
    return stackless.current.nesting_level, x, y
call = stackless._test_nostacklesscall
print(f(0), call(f, 1, y=2), f(3))
print(call(f, 1, y=2, post_callback=lambda *a, **k: (a, k)))
def fails(): raise ValueError
try: call(fails)
except ValueError: print(stackless.current.nesting_level)`);
    expect(lines).toEqual(['(0, 0, 0) (1, 1, 2) (0, 3, 0)', "(((1, 1, 2), 0, 0), {'y': 2})", '0']);
  });
});

describe('the module', () => {
  it('tells of threads, flags and counters', () => {
    const lines = run(`
import _stackless
main, current, count = stackless.get_thread_info()
print(main is stackless.main, current is stackless.current, count, stackless.get_thread_info(-1, 1 << 31))
stackless.run()
print(stackless.get_thread_info(stackless.getcurrentid(), (1 << 31) | (1 << 30))[3:5], stackless.get_thread_info(-1, 1 << 31)[3])
print(stackless.threads == [stackless.main.thread_id], stackless.getcurrentid() == stackless.main.thread_id)
print(stackless.pickle_flags(3), stackless.pickle_flags(), stackless.pickle_with_tracing_state)
stackless.pickle_with_tracing_state = False
print(stackless.pickle_flags(0), stackless.pickle_flags_default(-1, 5))
for bad in (8, -2):
    try: stackless.pickle_flags(bad)
    except ValueError as e: print(e)
print(stackless.__reduce__(), stackless.__reduce_ex__(2), stackless.stackless is stackless)
print(_stackless.tasklet is stackless.tasklet, stackless.tasklet.__module__, TaskletExit.__mro__[1].__name__)
print(stackless.schedule(retval=3), stackless.schedule_remove(4), stackless.schedule() is stackless.current)
for call in (lambda: stackless.schedule(1, 2), lambda: stackless.schedule(x=1), lambda: stackless.get_thread_info(5)):
    try: call()
    except (TypeError, RuntimeError) as e: print(type(e).__name__)`);
    expect(lines).toEqual([
      'True True 1 (<_stackless.tasklet object at 0x7f3a00000010>, <_stackless.tasklet object at 0x7f3a00000010>, 1, None)',
      '(0, 0) [None]',
      'True True',
      '0 3 True',
      '2 0',
      'you must not set an undefined pickle-flag',
      'you must not set an undefined pickle-flag',
      'stackless stackless True',
      'True _stackless SystemExit',
      '3 4 True',
      'TypeError',
      'TypeError',
      'RuntimeError',
    ]);
  });

  it('has the test helpers', () => {
    const lines = run(`
import _teststackless
def f():
    print(stackless.main is main, stackless.main.is_main, stackless.runcount)
main = stackless.main
t = stackless.tasklet(f)()
stackless.test_outside()
print(t.alive, stackless.main is main, stackless.current is main)
t = stackless.tasklet(stackless.test_cframe_nr)(3)
while t.alive:
    stackless.schedule()
    print('.')
def bad(): raise KeyError('bad')
stackless.tasklet(bad)()
try: stackless.test_outside()
except KeyError: print(stackless.main is main, stackless.runcount)
print(_teststackless.test_cstate(lambda: stackless.current.nesting_level))`);
    expect(lines).toEqual(['False True 2', 'False True True', '.', '.', '.', '.', 'True 1', '1']);
  });

  it('makes bombs', () => {
    const lines = run(`
b = stackless.bomb(KeyError, 'x')
print(b.type is KeyError, b.value, b.traceback)
ch = stackless.channel()
def receiver():
    try: ch.receive()
    except Exception as e: print(repr(e))
def returns_bomb(): return stackless.bomb(ValueError('returned'))
for bomb in (b, stackless.bomb((OSError, OSError(5, 'io'))), stackless.bomb(IndexError)):
    t = stackless.tasklet(receiver)()
    t.run()
    ch.send(bomb)
stackless.tasklet(returns_bomb)()
try: stackless.run()
except ValueError as e: print('main', e)
try: stackless.bomb(1, 2, 3, 4)
except TypeError: print('TypeError')`);
    expect(lines).toEqual([
      'True x None',
      "KeyError('x')",
      "OSError(5, 'io')",
      'IndexError()',
      'main returned',
      'TypeError',
    ]);
  });
});

/** A runtime whose scripts can sleep; `settle` runs them to the end, letting the time pass. */
function sleepy(source: string): { lines: string[]; seconds: number } {
  const r = new TestRuntime();
  r.bind(
    'sleep',
    oneArg((I, _self, v) => sleep(I as Interpreter, v instanceof PyFloat ? v.value : (v as number))),
  );
  r.bind(
    'now',
    noArgs(() => r.s.clock),
  );
  r.begin(`import stackless\n${source}`);
  for (;;) {
    const result = r.run();
    if (result.reason === 'sleeping') advanceClock(r.s, result.sleepSeconds);
    else if (result.reason === 'exit') {
      if (result.error !== null) throw new Error(textOf(result.error));
      return { lines: r.lines(), seconds: r.s.clock };
    } else throw new Error(result.reason);
  }
}

describe('sleeping', () => {
  it('blocks the tasklet only, in the order of time', () => {
    const { lines, seconds } = sleepy(`
def f(name, *times):
    for t in times:
        sleep(t)
        print(name, now())
stackless.tasklet(f)('a', 1, 1, 1)
stackless.tasklet(f)('b', 2, 2)
stackless.run()
print('main', now())
sleep(3)`);
    expect(lines).toEqual(['a 1', 'b 2', 'a 2', 'a 3', 'b 4', 'main 4']);
    expect(seconds).toBe(7);
  });

  it('of nothing gives way once', () => {
    const { lines } = sleepy(`
def f(name):
    print(name); sleep(0); print(name + '2')
for name in 'ab': stackless.tasklet(f)(name)
stackless.run()`);
    expect(lines).toEqual(['a', 'b', 'a2', 'b2']);
  });

  it('may be ended early', () => {
    const { lines, seconds } = sleepy(`
def f():
    sleep(100)
    print('woken at', now())
t = stackless.tasklet(f)()
t.run()
print(t.paused)
sleep(1)
t.insert()
stackless.run()
t = stackless.tasklet(f)()
t.run()
t.kill()
print(t.alive)`);
    expect(lines).toEqual(['True', 'woken at 1', 'False']);
    expect(seconds).toBe(1);
  });

  it('under a switch trap stops the whole thread', () => {
    const { lines } = sleepy(`
def f():
    print('f', now())
stackless.tasklet(f)()
stackless.switch_trap(1)
sleep(2)
stackless.switch_trap(-1)
print('main', now())
stackless.run()`);
    expect(lines).toEqual(['main 2', 'f 2']);
  });
});
