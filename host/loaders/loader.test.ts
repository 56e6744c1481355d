import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { preload } from '../browser.ts';
import { chainLoaders, MemoryLoader, nodeFolderLoader, normalizePath } from '../node.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'stackless-loader-'));
  mkdirSync(join(root, 'scripts/pkg'), { recursive: true });
  writeFileSync(join(root, 'secret.py'), 'x = 1');
  writeFileSync(join(root, 'scripts/a.py'), 'x = 2');
  symlinkSync(join(root, 'secret.py'), join(root, 'scripts/link.py'));
  symlinkSync(root, join(root, 'scripts/up'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('paths', () => {
  expect(normalizePath('a/./b/../c.py')).toBe('a/c.py');
  expect(normalizePath('/a//b')).toBe('a/b');
  expect(normalizePath('a/../../b')).toBeNull();
});

test('memory', () => {
  const loader = new MemoryLoader({ 'pkg/sub/mod.py': 'x', __proto__: 'y' });
  expect(loader.read('pkg/sub/../sub/mod.py')).toBe('x');
  expect(loader.read('constructor')).toBeUndefined();
  expect([loader.isFolder('pkg'), loader.isFolder('pkg/sub'), loader.isFolder('pkg/sub/mod.py')]).toEqual([
    true,
    true,
    false,
  ]);
  expect(chainLoaders([new MemoryLoader(), loader]).read('pkg/sub/mod.py')).toBe('x');
});

test('a folder is confined to itself', () => {
  const loader = nodeFolderLoader(join(root, 'scripts'));
  expect(String(loader.read('a.py'))).toBe('x = 2');
  expect(String(loader.read(join(root, 'scripts/a.py')))).toBe('x = 2');
  for (const path of [
    '../secret.py',
    'pkg/../../secret.py',
    'link.py',
    'up/secret.py',
    join(root, 'secret.py'),
    'a.py\0',
    'none.py',
    'pkg',
  ]) {
    expect({ path, source: loader.read(path) }).toEqual({ path, source: undefined });
  }
  expect([loader.isFolder!('pkg'), loader.isFolder!('up'), loader.isFolder!('a.py')]).toEqual([true, false, false]);
  expect(() => nodeFolderLoader(join(root, 'none'))).toThrow('there is no folder');
});

test('preload', async () => {
  const fetch = async (url: string) => ({
    ok: url !== '/s/none.py',
    status: 404,
    arrayBuffer: async () => new TextEncoder().encode(`# ${url}`).buffer as ArrayBuffer,
  });
  const loader = await preload(['a.py', 'b/c.py'], { base: '/s/', fetch });
  expect(new TextDecoder().decode(loader.read('b/c.py') as Uint8Array)).toBe('# /s/b/c.py');
  await expect(preload(['none.py'], { base: '/s/', fetch })).rejects.toMatchObject({ code: 'ERR_STACKLESS_FETCH' });
});
