/**
 * What a target machine allows, as data: the `TargetProfile` type with the unit and the default of every field.
 *
 * A profile is read by the build (which parts go into the target's bundle) and by the running program (limits and
 * policies), and every field but those under "Build" also works as a runtime option of the general build, so the whole
 * suite can run on any profile. Nothing in the product asks for a target's name; it asks for a field.
 *
 * Heap sizes are modelled: a proposal of ours for what a game of that machine's time could give to scripts, counted by
 * the memory model and not by the host. They are no facts about any shipped title.
 */

/** What becomes of the frame of a finished call; results never depend on it, time and retained memory do. */
export type FrameCachePolicy =
  /** Every call makes a frame and drops it. */
  | 'none'
  /** Finished frames go to a bounded list shared by all code objects. */
  | 'freeList'
  /** Each code object keeps its last finished frame for ever. */
  | 'zombie'
  /** The zombie first, then the list: CPython up to 3.9. */
  | 'zombie+freeList';

export interface FrameCacheProfile {
  /** Default 'none': on V8 every reuse of frames is slower (fib(22): none 1, zombie 1.15, freeList 1.33) and keeps memory. */
  readonly policy: FrameCachePolicy;
  /** Frames the list may hold, where the policy has one. Default 200, CPython's own number. */
  readonly freeListMax: number;
}

export interface TargetProfile {
  // ---- Identity

  /** Lower-case words joined by '-': the name for `--target`, and the folder of the target's bundle. No default. */
  readonly name: string;
  /** Name for people. Default: `name`. */
  readonly title: string;
  /** Where the numbers come from. Default ''. */
  readonly source: string;

  // ---- Memory

  /** Pointer width of the memory model, in bits: sizes of objects follow it. Default 64. */
  readonly pointerBits: 32 | 64;
  /** Modelled script heap, in bytes. Growth that would pass it raises MemoryError. Default 256 MiB. */
  readonly heapLimitBytes: number;
  /** Part of the heap, in bytes, opened for handlers and `finally` blocks after a MemoryError. Default 64 KiB. */
  readonly memoryReserveBytes: number;
  /** One growth of this many bytes or more is checked against the exact number of live bytes. Default 4096. */
  readonly largeGrowthBytes: number;
  /** Time, in milliseconds of one game frame, that counting live memory aims to stay inside. Default 2. */
  readonly gcSliceMs: number;
  readonly frameCache: FrameCacheProfile;

  // ---- Build: what the target's own bundle contains

  /** Hot functions may become JavaScript. False on consoles and under a strict page policy. Default true. */
  readonly generatedCode: boolean;
  /**
   * Parser and compiler are in the target's bundle. Without them it runs code objects compiled at build time, and `exec`
   * of text raises. The general build always has both, whatever the profile says. Default true.
   */
  readonly hasCompiler: boolean;

  // ---- Code: what compiled scripts keep

  /** Docstrings of scripts and built-ins stay; otherwise `__doc__` is None. Default true. */
  readonly keepDocstrings: boolean;
  /** Line tables stay; otherwise tracebacks show the first line of each function. Default true. */
  readonly keepLineTables: boolean;
  /** Annotations stay; otherwise `__annotations__` is empty, which `dataclasses` does not survive. Default true. */
  readonly keepAnnotations: boolean;
  /** `assert` statements are left out, as by `python3 -O`, and `__debug__` is False. Default false. */
  readonly stripAsserts: boolean;
  /** A function's steps are made on its first call; otherwise when its module is loaded. Default true. */
  readonly lazyInflation: boolean;

  // ---- Limits

  /** Depth of Python calls before RecursionError; `sys.setrecursionlimit` may lower it, never raise it. Default 1000. */
  readonly recursionLimit: number;
  /** Tasklets alive at once; one more raises MemoryError. Default 1,000,000. */
  readonly maxTasklets: number;
  /** Decimal digits of an int in text, in either direction (ValueError above). 0 means no limit. Default 4300. */
  readonly maxIntDigits: number;
  /** Size of a saved state, in bytes. Default 64 MiB. */
  readonly maxSaveBytes: number;

  // ---- Time

  /** Ticks after which the interpreter lock goes to the next thread that wants it. Default 10,000. */
  readonly switchIntervalTicks: number;
  /** Time for scripts in one game frame, in milliseconds, when the game gives no budget. Default 4. */
  readonly defaultFrameBudgetMs: number;
  /** Game frames per second that the target's games aim at, in hertz. Default 60. */
  readonly frameRateHz: number;
}

/** A profile as a user writes it: only `name` is needed, or `extends`; the rest has defaults. */
export type TargetProfileInput = Partial<Omit<TargetProfile, 'frameCache'>> & {
  readonly extends?: string;
  readonly frameCache?: Partial<FrameCacheProfile>;
};

export const KIB = 1024;
export const MIB = 1024 * KIB;
export const GIB = 1024 * MIB;

/** What a field is when a profile does not give it. `name` has no default and `title` follows it. */
export const PROFILE_DEFAULTS: Omit<TargetProfile, 'name' | 'title'> = {
  source: '',
  pointerBits: 64,
  heapLimitBytes: 256 * MIB,
  memoryReserveBytes: 64 * KIB,
  largeGrowthBytes: 4 * KIB,
  gcSliceMs: 2,
  frameCache: { policy: 'none', freeListMax: 200 },
  generatedCode: true,
  hasCompiler: true,
  keepDocstrings: true,
  keepLineTables: true,
  keepAnnotations: true,
  stripAsserts: false,
  lazyInflation: true,
  recursionLimit: 1000,
  maxTasklets: 1_000_000,
  maxIntDigits: 4300,
  maxSaveBytes: 64 * MIB,
  switchIntervalTicks: 10_000,
  defaultFrameBudgetMs: 4,
  frameRateHz: 60,
};
