import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RUNTIME_FLOORS, checkFloors, refuseImport } from '../../../.ci/floors.mjs';
import { ROOT, parseSource, readSources } from '../../../.ci/source-scan.mjs';

/** Problems of a made-up project, given as file texts by path. */
function problemsOf(files: Record<string, string>): string[] {
  return checkFloors(Object.entries(files).map(([path, text]) => parseSource(path, text)));
}

describe('the floor order', () => {
  it('holds for every source, without import cycles', () => {
    expect(checkFloors(readSources())).toEqual([]);
  });

  it('has a row for every room of runtime/', () => {
    const folders = readdirSync(join(ROOT, 'runtime'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const rooms = folders.map((entry) => entry.name).filter((name) => name !== 'test');
    expect(rooms.filter((room) => !(room in RUNTIME_FLOORS))).toEqual([]);
  });

  it('lists no room above itself', () => {
    const order = Object.keys(RUNTIME_FLOORS);
    for (const [room, allowed] of Object.entries(RUNTIME_FLOORS)) {
      for (const lower of allowed) expect(order.indexOf(lower), `${room} > ${lower}`).toBeLessThan(order.indexOf(room));
    }
  });
});

describe('the floor check', () => {
  it('names both files of an import that points up', () => {
    const problems = problemsOf({
      'runtime/objects/list.ts': "import { run } from '../vm/driver.ts';",
      'runtime/vm/driver.ts': 'export const run = 1;',
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('runtime/objects/list.ts:1 imports runtime/vm/driver.ts');
  });

  it('lets types point anywhere', () => {
    const text =
      "import type { A } from '../vm/driver.ts';\nimport { type B } from '../vm/driver.ts';\nexport type { A };\n";
    expect(problemsOf({ 'runtime/objects/list.ts': text })).toEqual([]);
  });

  it('sees re-exports and dynamic imports', () => {
    const text = "export { a } from '../vm/a.ts';\nexport * from '../vm/b.ts';\nawait import('../vm/c.ts');\n";
    expect(problemsOf({ 'runtime/base/x.ts': text })).toHaveLength(3);
  });

  it('finds a cycle inside a room and shows the way round', () => {
    const problems = problemsOf({
      'runtime/vm/a.ts': "import './b.ts';",
      'runtime/vm/b.ts': "import './c.ts';",
      'runtime/vm/c.ts': "import './a.ts';",
    });
    expect(problems).toEqual([
      'import cycle of values: runtime/vm/a.ts -> runtime/vm/b.ts -> runtime/vm/c.ts -> runtime/vm/a.ts',
    ]);
  });

  it.each([
    ['runtime/vm/x.ts', 'runtime/compiler/compile.ts'],
    ['runtime/modules/x.ts', 'runtime/syntax/parser.ts'],
    ['runtime/vm/x.ts', 'runtime/tier1/generate.ts'],
    ['runtime/core.ts', 'runtime/compiler/compile.ts'],
    ['runtime/core.ts', 'runtime/index.ts'],
    ['runtime/vm/x.ts', 'runtime/index.ts'],
    ['runtime/vm/x.ts', 'targets/index.ts'],
    ['runtime/vm/x.ts', 'host/index.ts'],
    ['runtime/nowhere/x.ts', 'runtime/base/assert.ts'],
    ['targets/x.ts', 'runtime/base/assert.ts'],
    ['host/x.ts', 'runtime/vm/x.ts'],
    ['game-sample/main.ts', 'host/index.ts'],
  ])('refuses %s -> %s', (from, to) => {
    expect(refuseImport(from, to)).not.toBeNull();
  });

  it.each([
    ['runtime/compiler/x.ts', 'runtime/syntax/ast.ts'],
    ['runtime/snapshot/x.ts', 'runtime/base/assert.ts'],
    ['runtime/index.ts', 'runtime/compiler/compile.ts'],
    ['runtime/index.ts', 'runtime/core.ts'],
    ['host/x.ts', 'runtime/index.ts'],
    ['host/x.ts', 'targets/index.ts'],
  ])('allows %s -> %s', (from, to) => {
    expect(refuseImport(from, to)).toBeNull();
  });

  it('keeps packages and Node out of runtime/', () => {
    const text = "import { readFileSync } from 'node:fs';\nimport { pack } from 'msgpackr';\n";
    expect(problemsOf({ 'runtime/vm/x.ts': text })).toHaveLength(2);
    expect(problemsOf({ 'host/x.ts': text })).toEqual([]);
  });
});
