/** What a runtime is made from: the options of `createStackless`, checked, with the target profile resolved. */
import type { CodeObject, SourceLoader } from '../runtime/index.ts';
import { resolveTarget, TargetProfileError } from '../targets/index.ts';
import type { FrameCachePolicy, TargetProfile, TargetProfileInput } from '../targets/index.ts';
import { badArgument, HostError, unknownOption } from './host-error.ts';
import type { ModuleObject } from './expose.ts';
import type { ScriptError } from './run-result.ts';

/** A script in memory: text, bytes of a file, or compiled code. */
export type ScriptSource = string | Uint8Array | CodeObject;

export interface StacklessOptions {
  /** Name of a target profile, a whole or partial profile. Default: the general one. */
  readonly target?: string | TargetProfileInput;
  /** Fields of the profile to replace. */
  readonly overrides?: TargetProfileInput;
  readonly frameCache?: FrameCachePolicy;
  readonly heapLimitBytes?: number;
  readonly recursionLimit?: number;
  /** Ticks after which the interpreter lock goes to the next thread. */
  readonly switchInterval?: number;
  /** Scripts in memory, by path; looked at before the loader. */
  readonly files?: Readonly<Record<string, ScriptSource>> | ReadonlyMap<string, ScriptSource>;
  readonly loader?: SourceLoader;
  /** Folders in which modules are looked for: `sys.path`. Default: the root, ''. */
  readonly path?: readonly string[];
  readonly argv?: readonly string[];
  /** Modules of the host that scripts can import, by name. */
  readonly modules?: Readonly<Record<string, ModuleObject>>;
  /** Gets what scripts print. Default: nothing happens to it. */
  readonly onOutput?: (text: string, stream: 'stdout' | 'stderr') => void;
  /** Gives the next line of input with its line end, null at the end. Default: there is none. */
  readonly readLine?: () => string | null;
  /** Gets uncaught exceptions of tasklets; runs then go on instead of ending with reason 'error'. */
  readonly onError?: (error: ScriptError) => void;
  /** Seconds since 1970, and of a clock that never goes back. Default: the machine's. */
  readonly clock?: { time(): number; monotonic(): number };
  /** Seed of everything random in scripts. Default 0. */
  readonly seed?: number;
  /** Ways of running that must not change what scripts do. For tests. */
  readonly stress?: StressOptions;
}

/** See docs/development.md, Tests. */
export interface StressOptions {
  /** Every statement runs in its general, flattened form from the start. Default false. */
  readonly flattenedOnly?: boolean;
}

const KNOWN: ReadonlyArray<keyof StacklessOptions> = [
  'target',
  'overrides',
  'frameCache',
  'heapLimitBytes',
  'recursionLimit',
  'switchInterval',
  'files',
  'loader',
  'path',
  'argv',
  'modules',
  'onOutput',
  'readLine',
  'onError',
  'clock',
  'seed',
  'stress',
];

const CALL = 'createStackless';

/** Throws HostError for options that are unknown or of a wrong type, TargetProfileError for the target. */
export function checkOptions(options: StacklessOptions): void {
  if (typeof options !== 'object' || options === null) throw badArgument(CALL, 'options', options, 'an object');
  for (const name of Object.keys(options)) {
    if (!(KNOWN as readonly string[]).includes(name)) throw unknownOption(CALL, name, KNOWN);
  }
  expectKind(options, ['onOutput', 'readLine', 'onError'], (v) => typeof v === 'function', 'a function');
  expectKind(options, ['path', 'argv'], isStrings, 'an array of strings');
  expectKind(options, ['modules', 'files', 'overrides', 'stress'], isObject, 'an object');
  expectKind(options, ['seed'], Number.isInteger, 'an integer');
  expectKind(
    options,
    ['loader'],
    (v) => isObject(v) && typeof (v as any).read === 'function',
    'an object with a function `read`',
  );
  const isClock = (v: any): boolean => isObject(v) && typeof v.time === 'function' && typeof v.monotonic === 'function';
  expectKind(options, ['clock'], isClock, 'an object with functions `time` and `monotonic`');
}

function expectKind(
  options: StacklessOptions,
  names: ReadonlyArray<keyof StacklessOptions>,
  test: (value: unknown) => boolean,
  expected: string,
): void {
  for (const name of names) {
    const value = options[name];
    if (value !== undefined && !test(value)) throw badArgument(CALL, `options.${name}`, value, expected);
  }
}

const isObject = (v: unknown): boolean => typeof v === 'object' && v !== null && !Array.isArray(v);
const isStrings = (v: unknown): boolean => Array.isArray(v) && v.every((item) => typeof item === 'string');

/** The profile with the options' fields over it. */
export function resolveProfile(options: StacklessOptions): TargetProfile {
  const base = resolveTarget(options.target);
  const fields: Record<string, unknown> = { ...base, ...options.overrides };
  fields.frameCache = { ...base.frameCache, ...options.overrides?.frameCache };
  if (options.frameCache !== undefined) fields.frameCache = { ...base.frameCache, policy: options.frameCache };
  if (options.heapLimitBytes !== undefined) fields.heapLimitBytes = options.heapLimitBytes;
  if (options.recursionLimit !== undefined) fields.recursionLimit = options.recursionLimit;
  if (options.switchInterval !== undefined) fields.switchIntervalTicks = options.switchInterval;
  return resolveTarget(fields as TargetProfileInput);
}

export { HostError, TargetProfileError };
