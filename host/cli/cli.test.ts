/** The command as users meet it: a process with streams, arguments, a status and signals. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseCommandLine } from './arguments.ts';

let folder: string;
let cli: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stackless-cli-'));
  cli = join(folder, 'cli.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
    outfile: cli,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: string[], input = '') {
  const env = { ...process.env, HOME: folder, NO_COLOR: '1' };
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env,
  });
  return { stdout, stderr, status };
}

function script(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return name;
}

test('a file with arguments', () => {
  mkdirSync(join(folder, 'sub'), { recursive: true });
  script('sub/helper.py', 'x = 5\n');
  script('sub/a.py', 'import sys, helper\nprint(sys.argv, __name__, helper.x, sys.path[0] == __file__[:-5])\n');
  expect(run(['sub/a.py', '-c', '--target', 'x'])).toEqual({
    stdout: "['sub/a.py', '-c', '--target', 'x'] __main__ 5 True\n",
    stderr: '',
    status: 0,
  });
});

test('-c, -, standard input and -m', () => {
  const show = 'import sys; print(__name__, sys.argv)';
  expect(run(['-c', show, 'a']).stdout).toBe("__main__ ['-c', 'a']\n");
  expect(run(['-', 'a'], show).stdout).toBe("__main__ ['-', 'a']\n");
  expect(run([], show).stdout).toBe("__main__ ['']\n");
  script('module.py', `${show}; print(__file__)\n`);
  expect(run(['-m', 'module', 'a']).stdout).toMatch(/^__main__ \['.*\/module\.py', 'a'\]\n\/.*module\.py\n$/);
  expect(run(['-m', 'none'])).toMatchObject({ status: 1, stderr: 'stackless: No module named none\n' });
});

test('--path finds modules, more than once', () => {
  for (const name of ['p', 'q']) {
    mkdirSync(join(folder, name), { recursive: true });
    script(`${name}/in_${name}.py`, '');
  }
  expect(run(['--path', 'p', '--path=q', '-c', 'import in_p, in_q; print("ok")']).stdout).toBe('ok\n');
});

test.each([
  ['import sys; sys.exit()', 0, ''],
  ['import sys; sys.exit(True)', 1, ''],
  ['import sys; sys.exit(-1)', 255, ''],
  ['import sys; sys.exit("text")', 1, 'text\n'],
  ['exit(3)', 3, ''],
  [
    '1/0',
    1,
    'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nZeroDivisionError: division by zero\n',
  ],
  ['x = = 1', 1, '  File "<string>", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n'],
])('status of %s', (source, status, stderr) => {
  expect(run(['-c', source])).toEqual({ stdout: '', stderr, status });
});

test('stdout and stderr stay in order, and a lot of output is complete', () => {
  const both = spawnSync(
    'sh',
    [
      '-c',
      `"${process.execPath}" "${cli}" -c 'import sys\nfor i in range(3): print(i); print(-i, file=sys.stderr)' 2>&1`,
    ],
    {
      encoding: 'utf8',
    },
  );
  expect(both.stdout).toBe('0\n0\n1\n-1\n2\n-2\n');
  const { stdout } = run(['-c', 'for i in range(50000): print(i)']);
  expect(stdout.split('\n').length).toBe(50_001);
});

test('options', () => {
  expect(run(['-V']).stdout).toMatch(/^Python 3\.11\.\d+ \(stackless /);
  expect(run(['-h'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--frame-cache') });
  expect(run(['--nonsense'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('unknown option --nonsense'),
  });
  expect(run(['--target', 'ps99', '-c', ''])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("Unknown target 'ps99'"),
  });
  expect(run(['none.py'])).toMatchObject({ status: 2, stderr: expect.stringContaining('No such file or directory') });
  expect(run(['-O', '-c', 'assert 0; print(__debug__)']).stdout).toBe('False\n');
  script('small.json', '{ "extends": "ps2", "name": "small" }');
  expect(run(['--target', 'small.json', '--frame-cache', 'zombie', '-c', 'print(1)']).stdout).toBe('1\n');
  expect(run(['--budget', '10000', '-c', 'while True: pass'])).toEqual({
    stdout: '',
    stderr: 'stackless: the program was stopped: it has used its budget of 10000 ticks\n',
    status: 1,
  });
});

test('a listing', () => {
  script('d.py', 'x = 1\n');
  expect(run(['dis', 'd.py'])).toMatchObject({ status: 0, stdout: expect.stringContaining('STORE_NAME') });
});

test('files are read and written', () => {
  const source = `
with open('t.txt', 'w') as f: f.write('one\\ntwo\\n')
f = open('t.txt', 'a'); f.write('three'); f.close()
print(list(open('t.txt')), open('t.txt', 'rb').read(4))
try: open('none.txt')
except FileNotFoundError as e: print(e)
open('left.txt', 'w').write('not closed')
`;
  expect(run(['-c', source]).stdout).toBe(
    "['one\\n', 'two\\n', 'three'] b'one\\n'\n[Errno 2] No such file or directory: 'none.txt'\n",
  );
  expect(run(['-c', 'print(open("left.txt").read())']).stdout).toBe('not closed\n');
});

test('a prompt on a pipe', () => {
  const input = 'x = 2\nx * 21\nif x:\n  print("yes")\n\n_ + 1\nundefined\nexit(4)\n';
  const { stdout, stderr, status } = run(['-i', '-q'], input);
  expect(stdout).toBe('42\nyes\n43\n');
  expect(stderr).toContain("NameError: name 'undefined' is not defined");
  expect(status).toBe(4);
});

test.each(['while True: pass', 'import time\nwhile True: time.sleep(5)'])('Ctrl-C ends: %s', async (source) => {
  const child = spawn(process.execPath, [cli, '-u', '-c', `print("ready")\n${source}`], { cwd: folder });
  let stderr = '';
  child.stderr.on('data', (data) => (stderr += data));
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGINT'), 50));
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect(stderr).toMatch(/^Traceback \(most recent call last\):\n[^]*\nKeyboardInterrupt\n$/);
  expect(status).toBe(130);
});

describe('arguments', () => {
  test('what follows the program belongs to it', () => {
    const parsed = parseCommandLine(['-Oiq', '--budget', '1_000', 'a.py', '-O', '--budget=2']);
    expect(parsed).toMatchObject({
      optimize: 1,
      isInteractive: true,
      isQuiet: true,
      budgetTicks: 1000,
      rest: ['-O', '--budget=2'],
    });
    expect(parsed.program).toEqual({ kind: 'file', path: 'a.py' });
    expect(parseCommandLine(['-cprint(1)', 'x'])).toMatchObject({
      program: { kind: 'command', text: 'print(1)' },
      rest: ['x'],
    });
    expect(parseCommandLine(['-Wignore', '-X', 'dev', '-m', 'm']).program).toEqual({ kind: 'module', name: 'm' });
    expect(parseCommandLine(['dis']).program).toEqual({ kind: 'file', path: 'dis' });
    expect(() => parseCommandLine(['-c'])).toThrow('Argument expected for the -c option');
    expect(() => parseCommandLine(['--frame-cache', 'big', 'x'])).toThrow("--frame-cache is 'big'");
  });
});
