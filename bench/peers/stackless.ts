/** Us: `run.ts --serve` is the process, `serve` what it does. */
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createStackless, nodeFolderLoader } from 'stackless/node';
import { DRIVERS_FOLDER, PROGRAMS_FOLDER } from '../folders.ts';
import type { PeerKind } from './peer.ts';

export function stacklessPeer(target: string): PeerKind {
  const script = fileURLToPath(import.meta.url);
  return { name: 'stackless', command: process.execPath, args: [script, '--serve', '--target', target] };
}

/** Answers requests on standard input, see peer.ts. */
export async function serve(target: string): Promise<void> {
  const programs = nodeFolderLoader(PROGRAMS_FOLDER);
  const drivers = nodeFolderLoader(DRIVERS_FOLDER);
  const stackless = createStackless({
    target,
    loader: { read: (path) => programs.read(path) ?? drivers.read(path) },
    modules: { bench: { clock: () => performance.now() / 1000 } },
    onOutput: (text) => process.stderr.write(text),
  });
  stackless.startSource('import measure, bench', { name: 'setup' });
  stackless.run({});
  console.log(`on Node ${process.version}`);
  for await (const line of createInterface({ input: process.stdin })) {
    const [name, times] = line.split(' ');
    const task = stackless.call('measure.measure', name, Number(times), stackless.get('bench.clock'));
    while (task.state === 'running') stackless.run({});
    if (task.state !== 'done') throw new Error(`${name} failed: ${task.error?.traceback ?? task.state}`);
    const [bestMs, firstMs, isRight] = task.result as [number, number, boolean];
    console.log(`${bestMs} ${firstMs} ${isRight ? 1 : 0}`);
  }
}
