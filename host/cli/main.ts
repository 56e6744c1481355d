/**
 * The `stackless` command: what python3's does, with tasklets, target profiles and budgets.
 *
 * `main` does everything through the public host API and returns the exit status; the last lines of this file are the only ones that touch the
 * process's fate.
 */
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isatty } from 'node:tty';
import { listCode } from '../../runtime/index.ts';
import type { FrameCachePolicy } from '../../targets/index.ts';
import { loadProfile, TargetProfileError } from '../../targets/index.ts';
import { HostError } from '../host-error.ts';
import type { StacklessOptions } from '../options.ts';
import { createStackless } from '../stackless.ts';
import type { Stackless } from '../stackless.ts';
import { parseCommandLine, USAGE, UsageError } from './arguments.ts';
import type { CliArguments } from './arguments.ts';
import { DISK_LOADER } from './disk-loader.ts';
import { installOpen } from './file-type.ts';
import { INTERRUPTED_STATUS, Pump } from './pump.ts';
import { runPrompt } from './repl.ts';
import type { ReplParts } from './repl.ts';
import { installSite } from './site.ts';
import { InputStream, OutputStreams } from './streams.ts';

export const VERSION_TEXT = 'Python 3.11.7 (stackless 0.1.0)';

const BANNER = `${VERSION_TEXT}\nType exit() or Ctrl-D to leave.\n`;

/** Runs the command line `argv` (without node and the script) and resolves to the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  let args: CliArguments;
  try {
    args = parseCommandLine(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(
      `${error.message}\nusage: stackless [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry \`stackless -h' for more information.\n`,
    );
    return 2;
  }
  if (args.action === 'help') {
    process.stdout.write(USAGE);
    return 0;
  }
  if (args.action === 'version') {
    process.stdout.write(`${VERSION_TEXT}\n`);
    return 0;
  }
  const output = new OutputStreams(args.isUnbuffered);
  try {
    return await runProgram(args, output);
  } catch (error) {
    output.flush();
    if (!(error instanceof HostError || error instanceof TargetProfileError)) throw error;
    const cause =
      error.code === 'ERR_STACKLESS_INTERNAL' && error.cause instanceof Error ? `${error.cause.stack}\n` : '';
    output.write(`stackless: ${error.message}\n${cause}`, 'stderr');
    return error instanceof TargetProfileError ? 2 : 1;
  } finally {
    output.flush();
  }
}

async function runProgram(args: CliArguments, output: OutputStreams): Promise<number> {
  let pump: Pump | null = null;
  const onSignal = (): void => pump?.interrupt();
  // While JavaScript is stuck in a read no handler runs: without one, the default ends the process.
  const input = new InputStream(
    () => output.flush(),
    (read) => {
      if (!isatty(0)) return read();
      process.removeListener('SIGINT', onSignal);
      try {
        return read();
      } finally {
        process.on('SIGINT', onSignal);
      }
    },
  );
  const stackless = createStackless(optionsOf(args, output, input));
  pump = new Pump(stackless, args.budgetTicks ?? Infinity, () => {
    output.flush();
    process.exit(INTERRUPTED_STATUS);
  });
  installSite(stackless.session);
  const files = installOpen(stackless.session);
  const prompt: ReplParts = {
    stackless,
    pump,
    output,
    isColorAllowed: args.isColorAllowed && process.env.NO_COLOR === undefined,
  };
  process.on('SIGINT', onSignal);
  try {
    if (args.program.kind === 'stdin' && !args.program.isExplicit && (isatty(0) || args.isInteractive)) {
      if (!args.isQuiet) output.write(BANNER, 'stderr');
      stackless.session.setArguments(['']);
      return await runPrompt(prompt);
    }
    const status = begin(stackless, args, output);
    if (status !== null) return status;
    const end = await pump.run();
    if (end.outcome === 'budget') {
      output.flush();
      output.write(
        `stackless: the program was stopped: it has used its budget of ${args.budgetTicks} ticks\n`,
        'stderr',
      );
    } else if (args.isInteractive) return await runPrompt(prompt);
    return end.status;
  } finally {
    process.removeListener('SIGINT', onSignal);
    files.closeAll();
  }
}

function optionsOf(args: CliArguments, output: OutputStreams, input: InputStream): StacklessOptions {
  const target = args.target;
  return {
    ...(target === null ? {} : { target: target.endsWith('.json') ? loadProfile(readProfile(target)) : target }),
    ...(args.frameCache === null ? {} : { frameCache: args.frameCache as FrameCachePolicy }),
    ...(args.optimize === 0 ? {} : { overrides: { stripAsserts: true, keepDocstrings: args.optimize < 2 } }),
    loader: DISK_LOADER,
    path: ['', ...args.paths.map((path) => resolve(path))],
    onOutput: (text, stream) => output.write(text, stream),
    readLine: () => input.readLine(),
    seed: (Math.random() * 0x100000000) >>> 0,
  };
}

function readProfile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new TargetProfileError('target', `Cannot read the target profile '${file}'.`);
  }
}

/** Makes the program ready; a status if there is nothing to run. */
function begin(stackless: Stackless, args: CliArguments, output: OutputStreams): number | null {
  const program = args.program;
  switch (program.kind) {
    case 'command':
      stackless.runSource(`${program.text}\n`, '<string>', ['-c', ...args.rest]);
      return null;
    case 'module':
      return beginModule(stackless, program.name, args, output);
    case 'stdin':
      stackless.runSource(InputStream.readAll(), '<stdin>', [program.isExplicit ? '-' : '', ...args.rest]);
      return null;
    case 'dis':
    case 'file':
      return beginFile(stackless, program.path, program.kind === 'dis', args, output);
  }
}

function beginModule(stackless: Stackless, name: string, args: CliArguments, output: OutputStreams): number | null {
  try {
    stackless.session.replaceFirstPath(process.cwd());
    stackless.runModule(name, args.rest);
    return null;
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'ERR_STACKLESS_NO_FILE') throw error;
    output.write(`stackless: No module named ${name}\n`, 'stderr');
    return 1;
  }
}

function beginFile(
  stackless: Stackless,
  given: string,
  isListing: boolean,
  args: CliArguments,
  output: OutputStreams,
): number | null {
  let path = resolve(given);
  if (DISK_LOADER.isFolder!(path)) path = `${path}/__main__.py`;
  const source = DISK_LOADER.read(path);
  if (source === undefined) {
    output.write(`stackless: can't open file '${path}': [Errno 2] No such file or directory\n`, 'stderr');
    return 2;
  }
  if (isListing) {
    output.write(listCode(stackless.compile(source, given)) ?? '', 'stdout');
    return 0;
  }
  stackless.runMain(path, args.rest);
  stackless.session.setArguments([given, ...args.rest]);
  stackless.session.replaceFirstPath(dirname(realpathSync(path)));
  return null;
}

/** Is this file what node was started with (through whatever links npm made)? */
function isStartedDirectly(): boolean {
  const started = process.argv[1];
  if (started === undefined) return false;
  try {
    return realpathSync(started) === realpathSync(fileURLToPath(import.meta.url));
  } catch {
    return false;
  }
}

if (isStartedDirectly()) {
  main(process.argv.slice(2)).then(
    (status) => process.exit(status),
    (error: unknown) => {
      console.error(error);
      process.exit(70);
    },
  );
}
