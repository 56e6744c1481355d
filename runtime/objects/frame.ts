/**
 * Frames: one class for activations of Python code and for native continuations, so that delivering a result is the same two stores
 * for both: `b.r[b.step.dst] = value; b.step = b.step.next`.
 *
 * A frame is plain data: `code`, the current `step` (named by its instruction index) and the registers `r`. For Python code `r` holds
 * localsplus (parameters, locals, cells, free variables), then the stack slots, all `undefined` while unbound. For a native
 * continuation `r[0]` receives the delivered result and `r[1..]` is the kind's state: values, numbers, strings, plain arrays; no closures.
 */
import type { Interp } from './interp.ts';
import type { PyException } from './exception.ts';
import type { Value } from './value.ts';

/** What the driver executes; `vm/step.ts` has the class. */
export interface StepLike {
  ex: ((s: any, f: Frame, I: any) => any) | null;
  /** Register that receives the result of what this step called. */
  dst: number;
  /** Step after the result has been delivered. */
  next: any;
  /** Step after "exhausted" has been delivered (FOR_ITER, SEND). */
  jump: any;
  /** Instruction index in the code object; -1 in native frames. */
  pc: number;
}

/**
 * A kind of native continuation: a registered name and what to do when a result arrives.
 * `resume` runs with `interp.frame === f`. It reads `f.r[0]` (undefined on the first entry through `interp.enter`) and its state, and
 * returns its own result (then the frame is popped and the result delivered below), or undefined after it raised or after an operation
 * it called suspended (then it is resumed again with that operation's result in `f.r[0]`).
 * `onError` sees an exception that an operation it called raised; it may return a value (the exception is handled), return undefined with
 * `interp.exc` set to the same or another exception, or start something that suspends. Without it the exception passes through.
 */
export class NativeKind {
  constructor(
    readonly name: string,
    readonly resume: (I: Interp, f: Frame) => Value | undefined | any,
    readonly onError: ((I: Interp, f: Frame, exc: PyException) => any) | null = null,
    /** What RecursionError adds when this kind is one level too deep, e.g. ' in comparison'. */
    readonly recursionText: string = '',
  ) {}
}

export class Frame {
  /** Always null: tells a frame from a step in the driver without a type check. */
  ex: null;
  /** vm RunCode for Python frames, NativeKind for native continuations. */
  code: any;
  r: any[];
  step: StepLike;
  back: Frame | null;
  /** Python call depth, for RecursionError; native frames count too. */
  depth: number;
  /** Mapping of names for module, class and exec code; null in functions. */
  locals: any;
  /** The generator-like object that owns this frame, or null. */
  gen: any;
  /** Python-visible frame object, trace function and the like; null until somebody asks. */
  extra: any;
  constructor(code: any, r: any[], step: StepLike, back: Frame | null, depth: number) {
    this.ex = null;
    this.code = code;
    this.r = r;
    this.step = step;
    this.back = back;
    this.depth = depth;
    this.locals = null;
    this.gen = null;
    this.extra = null;
  }
}
