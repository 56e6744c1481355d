/**
 * The command line, read as python3 reads its own: options of ours come first, and everything after the script, `-c`, `-m` or `-` belongs to
 * the script. `node:util` parseArgs cannot do that (it looks for options everywhere) and knows no joined flags such as `-Oi`.
 */

export type Program =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'module'; readonly name: string }
  /** Standard input: a script, or the prompt on a terminal. */
  | { readonly kind: 'stdin'; readonly isExplicit: boolean }
  | { readonly kind: 'dis'; readonly path: string };

export interface CliArguments {
  readonly program: Program;
  /** Arguments of the script. */
  readonly rest: readonly string[];
  readonly paths: readonly string[];
  readonly target: string | null;
  readonly frameCache: string | null;
  readonly budgetTicks: number | null;
  readonly isColorAllowed: boolean;
  /** 0, 1 (-O) or 2 (-OO). */
  readonly optimize: number;
  /** Prompt after the program. */
  readonly isInteractive: boolean;
  readonly isQuiet: boolean;
  readonly isUnbuffered: boolean;
  readonly action: 'run' | 'help' | 'version';
}

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Long options that take a value, as `--name VALUE` or `--name=VALUE`. */
const VALUED = ['path', 'target', 'frame-cache', 'budget'];
const FRAME_CACHES = ['none', 'freeList', 'zombie', 'zombie+freeList'];
/** Flags of python3 that make no difference here. */
const ACCEPTED = 'bBdEIsSvxRP';

/** Throws UsageError. */
export function parseCommandLine(argv: readonly string[]): CliArguments {
  const paths: string[] = [];
  const options = {
    target: null as string | null,
    frameCache: null as string | null,
    budgetTicks: null as number | null,
    isColorAllowed: true,
    optimize: 0,
    isInteractive: false,
    isQuiet: false,
    isUnbuffered: false,
    action: 'run' as CliArguments['action'],
  };
  const finish = (program: Program, rest: readonly string[]): CliArguments => ({ ...options, program, rest, paths });

  for (let at = 0; at < argv.length; at++) {
    const arg = argv[at];
    if (arg === '-') return finish({ kind: 'stdin', isExplicit: true }, argv.slice(at + 1));
    if (arg === '--') {
      const path = argv[at + 1];
      return path === undefined
        ? finish({ kind: 'stdin', isExplicit: false }, [])
        : finish({ kind: 'file', path }, argv.slice(at + 2));
    }
    if (!arg.startsWith('-')) {
      if (arg === 'dis' && argv[at + 1] !== undefined && !argv[at + 1].startsWith('-')) {
        return finish({ kind: 'dis', path: argv[at + 1] }, argv.slice(at + 2));
      }
      return finish({ kind: 'file', path: arg }, argv.slice(at + 1));
    }
    if (arg.startsWith('--')) {
      const equals = arg.indexOf('=');
      const name = equals < 0 ? arg.slice(2) : arg.slice(2, equals);
      if (VALUED.includes(name)) {
        const value = equals < 0 ? argv[++at] : arg.slice(equals + 1);
        if (value === undefined) throw new UsageError(`Argument expected for the --${name} option`);
        takeValue(options, paths, name, value);
      } else if (arg === '--help') options.action = 'help';
      else if (arg === '--version') options.action = 'version';
      else if (arg === '--no-color') options.isColorAllowed = false;
      else throw new UsageError(`unknown option ${arg}`);
      continue;
    }
    for (let k = 1; k < arg.length; k++) {
      const flag = arg[k];
      if (flag === 'c' || flag === 'm') {
        const isJoined = k + 1 < arg.length;
        const value = isJoined ? arg.slice(k + 1) : argv[at + 1];
        if (value === undefined) throw new UsageError(`Argument expected for the -${flag} option`);
        const rest = argv.slice(at + (isJoined ? 1 : 2));
        return finish(flag === 'c' ? { kind: 'command', text: value } : { kind: 'module', name: value }, rest);
      }
      if (flag === 'W' || flag === 'X') {
        if (k + 1 === arg.length) at++;
        break;
      }
      takeFlag(options, flag);
    }
  }
  return finish({ kind: 'stdin', isExplicit: false }, []);
}

type Options = { -readonly [K in keyof Omit<CliArguments, 'program' | 'rest' | 'paths'>]: CliArguments[K] };

function takeFlag(options: Options, flag: string): void {
  if (flag === 'O') options.optimize = Math.min(2, options.optimize + 1);
  else if (flag === 'i') options.isInteractive = true;
  else if (flag === 'q') options.isQuiet = true;
  else if (flag === 'u') options.isUnbuffered = true;
  else if (flag === 'V') options.action = 'version';
  else if (flag === 'h' || flag === '?') options.action = 'help';
  else if (!ACCEPTED.includes(flag)) throw new UsageError(`Unknown option: -${flag}`);
}

function takeValue(options: Options, paths: string[], name: string, value: string): void {
  if (name === 'path') paths.push(value);
  else if (name === 'target') options.target = value;
  else if (name === 'frame-cache') {
    if (!FRAME_CACHES.includes(value))
      throw new UsageError(`--frame-cache is '${value}'; expected one of ${FRAME_CACHES.join(', ')}`);
    options.frameCache = value;
  } else {
    const ticks = Number(value.replaceAll('_', ''));
    if (!Number.isInteger(ticks) || ticks <= 0)
      throw new UsageError(`--budget is '${value}'; expected a number of ticks above 0`);
    options.budgetTicks = ticks;
  }
}

export const USAGE = `usage: stackless [option] ... [-c cmd | -m mod | file | -] [arg] ...
       stackless dis FILE
Options:
-c cmd : program passed in as string (ends the option list)
-h     : show this help and exit (also --help)
-i     : show a prompt after running the program
-m mod : run library module as a script (ends the option list)
-O     : remove assert statements and set __debug__ to False; -OO: docstrings too
-q     : don't print version and copyright on interactive startup
-u     : don't buffer output
-V     : show version and exit (also --version)
--path DIR           : look for modules in DIR too (repeatable)
--target NAME|FILE   : run as on a target profile: its name, or a JSON file with one
--frame-cache POLICY : none, freeList, zombie or zombie+freeList
--budget TICKS       : stop the program when it has used that many ticks
--no-color           : no colours on the terminal
file   : program read from script file
-      : program read from stdin (default; the prompt if it is a terminal)
arg ...: arguments passed to program in sys.argv[1:]
dis    : list the code that a script compiles to
`;
