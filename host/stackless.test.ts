/** Budgets, results and bad input, through the public API. */
import { describe, expect, test } from 'vitest';
import { createStackless, GameLoop, HostError } from './index.ts';
import type { StacklessOptions } from './index.ts';

function make(files: Record<string, string | Uint8Array>, options: StacklessOptions = {}) {
  const output = { stdout: '', stderr: '' };
  const stackless = createStackless({
    files,
    onOutput: (text, stream) => {
      output[stream] += text;
    },
    ...options,
  });
  return { stackless, output };
}

const LOOP = 'n = 0\nwhile True: n += 1\n';

describe('budgets', () => {
  test('a run without work is idle', () => {
    const { stackless } = make({});
    expect(stackless.run(1000)).toMatchObject({ reason: 'idle', ticks: 0, runnable: 0 });
  });

  test('ticks end an endless loop, which goes on in the next run', () => {
    const { stackless } = make({ 'loop.py': LOOP });
    stackless.start('loop.py', { name: 'loop' });
    const first = stackless.run(10_000);
    expect(first).toMatchObject({ reason: 'budget', interrupted: { name: 'loop.py' } });
    expect(first.ticks).toBeGreaterThanOrEqual(10_000);
    expect(first.ticks).toBeLessThan(10_100);
    const before = stackless.get('loop.n') as number;
    stackless.run(10_000);
    expect(stackless.get('loop.n')).toBeGreaterThan(before);
  });

  test('milliseconds end it too', () => {
    const { stackless } = make({ 'loop.py': LOOP });
    stackless.start('loop.py');
    const result = stackless.run({ ms: 5 });
    expect(result.reason).toBe('budget');
    expect(result.ms).toBeGreaterThanOrEqual(5);
  });

  test('an interrupted tasklet goes behind the others', () => {
    const { stackless, output } = make({ 'loop.py': LOOP, 'other.py': 'print("other ran")\n' });
    stackless.start('loop.py');
    stackless.start('other.py');
    stackless.run(1000);
    expect(output.stdout).toBe('');
    stackless.run(1000);
    expect(output.stdout).toBe('other ran\n');
  });

  test('a quantum lets others run within one run', () => {
    const { stackless, output } = make({ 'loop.py': LOOP, 'other.py': 'print("other ran")\n' });
    stackless.start('loop.py');
    stackless.start('other.py');
    stackless.run({ ticks: 5000, quantum: 500 });
    expect(output.stdout).toBe('other ran\n');
  });

  test('policy return hands the tasklet over, insert gives it back', () => {
    const { stackless } = make({ 'loop.py': LOOP });
    stackless.start('loop.py');
    const { interrupted } = stackless.run({ ticks: 1000, onInterrupt: 'return' });
    expect(interrupted?.tasklet?.typeName).toBe('_stackless.tasklet');
    expect(stackless.run(1000).reason).toBe('idle');
    stackless.insert(interrupted!.tasklet!);
    expect(stackless.run(1000).reason).toBe('budget');
  });

  test('policy kill raises TaskletExit in it', () => {
    const { stackless, output } = make({ 'loop.py': 'try:\n  while True: pass\nfinally: print("cleaned up")\n' });
    const handle = stackless.start('loop.py');
    stackless.run({ ticks: 1000, onInterrupt: 'kill' });
    stackless.run(1000);
    expect(output.stdout).toBe('cleaned up\n');
    expect(handle.state).toBe('killed');
  });

  test('usage names who used what', () => {
    const { stackless } = make({ 'a.py': 'sum(range(10))\n', 'b.py': 'x = 1\n' });
    stackless.start('a.py');
    stackless.start('b.py');
    const usage = stackless.run({ ticks: 10_000, collectUsage: true }).usage!;
    expect(usage.map((one) => one.name)).toEqual(['a.py', 'b.py']);
    expect(usage[0].ticks).toBeGreaterThan(usage[1].ticks);
  });

  test('blocked tasklets are a deadlock for the host to judge', () => {
    const { stackless } = make({ 'a.py': 'import stackless\nstackless.channel().receive()\n' });
    stackless.start('a.py');
    expect(stackless.run(1000)).toMatchObject({ reason: 'deadlock', blocked: 1 });
  });

  test('the same budgets give the same run', () => {
    const run = () => {
      const { stackless, output } = make({
        'a.py': 'for i in range(50): print(i)\n',
        'b.py': 'for i in range(50): print(-i)\n',
      });
      stackless.start('a.py');
      stackless.start('b.py');
      const ticks: number[] = [];
      while (stackless.statistics().taskletsAlive > 0) ticks.push(stackless.run({ ticks: 77 }).ticks);
      return { ticks, output };
    };
    expect(run()).toEqual(run());
  });
});

describe('bad input', () => {
  const good = { 'good.py': 'print("good")\n' };

  test.each([
    [
      'a syntax error',
      'def f(:\n',
      'SyntaxError',
      'invalid syntax (bad.py, line 1)',
      'File "bad.py", line 1\n    def f(:\n          ^\n',
    ],
    [
      'infinite recursion',
      'def f(): f()\nf()\n',
      'RecursionError',
      'maximum recursion depth exceeded',
      '[Previous line repeated',
    ],
    ['an uncaught exception', 'x = {}["key"]\n', 'KeyError', "'key'", 'File "bad.py", line 1, in <module>'],
    ['a missing module', 'import missing\n', 'ModuleNotFoundError', "No module named 'missing'", 'import missing'],
    ['a binding that throws', 'import game\ngame.fail()\n', 'RuntimeError', 'the host failed', 'game.fail()'],
  ])('%s ends its tasklet; the next run goes on', (_what, source, type, message, traceback) => {
    const modules = {
      game: {
        fail() {
          throw new Error('the host failed');
        },
      },
    };
    const { stackless, output } = make({ ...good, 'bad.py': source }, { modules });
    const handle = stackless.start('bad.py');
    stackless.start('good.py');
    const result = stackless.run(1_000_000);
    expect(result).toMatchObject({ reason: 'error', error: { type, message } });
    expect(result.error!.traceback).toContain(traceback);
    expect(result.error!.traceback).not.toContain('.ts');
    expect(handle.state).toBe('failed');
    expect(handle.error!.type).toBe(type);
    expect(stackless.run(1000).reason).toBe('idle');
    expect(output.stdout).toBe('good\n');
  });

  test('a file that is not UTF-8 is a SyntaxError', () => {
    const { stackless } = make({ 'bad.py': new Uint8Array([0x78, 0x3d, 0xff, 0x0a]) });
    stackless.start('bad.py');
    expect(stackless.run(1000)).toMatchObject({ reason: 'error', error: { type: 'SyntaxError' } });
    expect(stackless.run(1000).reason).toBe('idle');
  });

  test('onError gets the errors, and the run goes on', () => {
    const errors: string[] = [];
    const { stackless, output } = make(
      { ...good, 'bad.py': '1/0\n' },
      { onError: (error) => errors.push(`${error.type}: ${error.message}`) },
    );
    stackless.start('bad.py');
    stackless.start('good.py');
    expect(stackless.run(1000).reason).toBe('idle');
    expect(errors).toEqual(['ZeroDivisionError: division by zero']);
    expect(output.stdout).toBe('good\n');
  });

  test('memory beyond the limit is a MemoryError', () => {
    const { stackless } = make({ 'bad.py': 'x = [0] * 100_000_000\n' }, { target: 'ps3' });
    stackless.start('bad.py');
    expect(stackless.run(1000)).toMatchObject({ reason: 'error', error: { type: 'MemoryError' } });
  });
});

describe('misuse', () => {
  const code = (operation: () => unknown): string => {
    try {
      operation();
    } catch (error) {
      expect(error).toBeInstanceOf(HostError);
      return (error as HostError).code;
    }
    return 'nothing thrown';
  };

  test('is told with a code and the name of the call', () => {
    const { stackless } = make({});
    expect(code(() => createStackless({ traget: 'ps3' } as never))).toBe('ERR_STACKLESS_ARGUMENT');
    expect(code(() => createStackless({ modules: { sys: {} } }))).toBe('ERR_STACKLESS_ARGUMENT');
    expect(code(() => stackless.run(-1))).toBe('ERR_STACKLESS_ARGUMENT');
    expect(code(() => stackless.run({ tick: 1 } as never))).toBe('ERR_STACKLESS_ARGUMENT');
    expect(code(() => stackless.start('none.py'))).toBe('ERR_STACKLESS_NO_FILE');
    expect(code(() => stackless.get('no.such'))).toBe('ERR_STACKLESS_NOT_FOUND');
    expect(() => stackless.start('none.py')).toThrow("start: there is no file 'none.py'.");
    stackless.dispose();
    expect(code(() => stackless.run(1))).toBe('ERR_STACKLESS_DISPOSED');
  });

  test('run from a bound function is refused, in the script', () => {
    const { stackless, output } = make(
      { 'a.py': 'import game\ntry: game.again()\nexcept RuntimeError as e: print(e.code)\n' },
      { modules: { game: { again: () => stackless.run(1) } } },
    );
    stackless.start('a.py');
    expect(stackless.run(1000).reason).toBe('idle');
    expect(output.stdout).toBe('ERR_STACKLESS_RUNNING\n');
  });
});

describe('main scripts', () => {
  test('the end of main is the end of the program', () => {
    const { stackless, output } = make({
      'dir/main.py': 'import other, sys\nprint(__name__, other.x, sys.argv, sys.path[0])\n',
      'dir/other.py': 'x = 1\n',
    });
    stackless.runMain('dir/main.py', ['a']);
    expect(stackless.run(10_000)).toMatchObject({ reason: 'exit', exitCode: 0 });
    expect(output.stdout).toBe("__main__ 1 ['dir/main.py', 'a'] dir\n");
    expect(stackless.run(10)).toMatchObject({ reason: 'exit', exitCode: 0, ticks: 0 });
  });

  test.each([
    ['import sys; sys.exit()', 0, ''],
    ['import sys; sys.exit(300)', 44, ''],
    ['import sys; sys.exit("bye")', 1, 'bye\n'],
    ['raise SystemExit((1, 2))', 1, '(1, 2)\n'],
  ])('%s', (source, exitCode, stderr) => {
    const { stackless, output } = make({});
    stackless.runSource(source);
    expect(stackless.run(10_000)).toMatchObject({ reason: 'exit', exitCode, isExitRequested: true });
    expect(output.stderr).toBe(stderr);
  });

  test('an uncaught exception goes through sys.excepthook', () => {
    const { stackless, output } = make({});
    stackless.runSource('import sys\nsys.excepthook = lambda t, v, tb: print("hook", t.__name__, v)\n1/0\n');
    expect(stackless.run(10_000)).toMatchObject({ reason: 'exit', exitCode: 1 });
    expect(output.stdout).toBe('hook ZeroDivisionError division by zero\n');
  });

  test('a hostile __str__ holds nobody', () => {
    const { stackless } = make({});
    stackless.runSource('class E(Exception):\n  def __str__(self):\n    while True: pass\nraise E\n');
    const result = stackless.run(10_000);
    expect(result).toMatchObject({
      reason: 'exit',
      exitCode: 1,
      error: { type: 'E', message: '<exception str() failed>' },
    });
  });
});

describe('game loop', () => {
  test('steps are fixed, whatever the frames are', () => {
    const { stackless } = make({});
    const steps: number[] = [];
    const loop = new GameLoop({
      stackless,
      fixedStep: 0.01,
      maxSteps: 3,
      budget: 100,
      onStep: (_dt, step) => steps.push(step),
    });
    expect(loop.frame(1000).steps).toBe(1);
    expect(loop.frame(1010).steps).toBe(1);
    expect(loop.frame(1015).steps).toBe(0);
    expect(loop.frame(1020).steps).toBe(1);
    expect(loop.frame(1100)).toMatchObject({ steps: 3, droppedSteps: 5 });
    expect(steps).toEqual([0, 1, 2, 3, 4, 5]);
    const report = loop.report.toJSON();
    expect(report).toMatchObject({ frames: 5, droppedSteps: 5, budgetOverruns: 0, reasons: { idle: 5 } });
    expect(loop.report.toText()).toContain('frames 5');
  });

  test('an endless mod drops no frame, and the report names it', () => {
    const { stackless, output } = make({
      'mod.py': LOOP,
      'game.py': 'import stackless\nwhile True:\n  print("tick")\n  stackless.schedule()\n',
    });
    stackless.start('mod.py');
    stackless.start('game.py');
    const loop = new GameLoop({ stackless, budget: { ticks: 2000, quantum: 500 } });
    for (let frame = 0; frame < 10; frame++) loop.frame(frame * (1000 / 60));
    const { tasklets, reasons } = loop.report.toJSON();
    expect(tasklets[0].name).toBe('mod.py');
    expect(reasons).toEqual({ budget: 10 });
    expect(output.stdout.split('\n').length).toBeGreaterThan(10);
  });
});
