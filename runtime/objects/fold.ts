/**
 * "For each item of an iterable do this": the loop that most built-ins want, written once. A FoldSpec says what to do with an item; the
 * driver does iteration, charging, pausing and suspension. Exact lists and tuples of up to 256 items need no native frame as long as
 * nothing suspends; everything else runs in one frame of the spec's kind.
 *
 *   const TOTAL = new FoldSpec('example.total', (I, state, item) => { state[0] += item; return CONTINUE; }, (I, state) => state[0]);
 *   return foldIterable(I, TOTAL, iterable, [0]);
 *
 * `state` is plain data, taken over. A list that changes meanwhile is seen as its iterator would see it.
 */
import { STOP, Sentinel } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import { PyList } from './list.ts';
import { PyTuple } from './tuple.ts';
import { iter, iterNext } from './iteration.ts';

/** What `step` answers to go on with the next item. */
export const CONTINUE = new Sentinel('continue');

/** Items folded between two looks at the clock. */
const CHUNK = 64;
/** Ticks of a chunk: one tick for eight items. */
const CHUNK_TICKS = 8;
/** Lists and tuples up to this long are folded without a frame. */
const FRAMELESS_LENGTH = 256;

export class FoldSpec {
  /** The continuation; to be listed in the `kinds` of the type or module that uses the spec. */
  readonly kind: NativeKind;
  constructor(
    /** Registered name, `type.method` or `module.function`. */
    readonly name: string,
    /** Takes one item: CONTINUE, or the result of the whole (iteration ends), or undefined (raised or suspended). */
    readonly step: (I: Interp, state: any[], item: Value) => any,
    /** The result once the items are used up. May raise or suspend, in tail position. */
    readonly finish: (I: Interp, state: any[]) => any,
    /** Gets what an operation that suspended in `step` delivered; answers as `step` does. Default: goes on. */
    readonly resume: (I: Interp, state: any[], delivered: any) => any = goOn,
  ) {
    this.kind = new NativeKind(name, (I, f) => runFold(I, f, this));
  }
}

function goOn(): Sentinel {
  return CONTINUE;
}

// Registers: [delivered, source (list, tuple or iterator), index (-1: source is an iterator), phase, state, items until the next charge].
// The last counts items of iterators whether they came at once or were delivered: what a fold costs must not depend on that.
const SOURCE = 1;
const INDEX = 2;
const PHASE = 3;
const STATE = 4;
const LEFT = 5;

const PHASE_ITER = 0;
const PHASE_NEXT = 1;
const PHASE_STEP = 2;
const PHASE_FINISH = 3;

/** Folds `iterable`. Returns the result of `finish` or the early one. May call Python. @raises TypeError if it is not iterable. */
export function foldIterable(I: Interp, spec: FoldSpec, iterable: Value, state: any[]): any {
  if (
    typeof iterable === 'object' &&
    iterable !== null &&
    (iterable.constructor === PyList || iterable.constructor === PyTuple)
  ) {
    const source = iterable as PyList | PyTuple;
    if (source.items.length > FRAMELESS_LENGTH)
      return I.enter(spec.kind, [undefined, source, 0, PHASE_NEXT, state, CHUNK]);
    const entry = I.frame;
    I.ticks -= 1 + (source.items.length >> 3);
    for (let i = 0; i < source.items.length; i++) {
      const v = spec.step(I, state, source.items[i]!);
      if (v === CONTINUE) continue;
      if (v !== undefined) return v;
      return I.then(entry, spec.kind, [undefined, source, i + 1, PHASE_STEP, state, CHUNK]);
    }
    return spec.finish(I, state);
  }
  const entry = I.frame;
  const it = iter(I, iterable);
  if (it === undefined) return I.then(entry, spec.kind, [undefined, null, -1, PHASE_ITER, state, CHUNK]);
  return I.enter(spec.kind, [undefined, it, -1, PHASE_NEXT, state, CHUNK]);
}

/** As `foldIterable` for something that already is an iterator. */
export function foldIterator(I: Interp, spec: FoldSpec, it: Value, state: any[]): any {
  return I.enter(spec.kind, [undefined, it, -1, PHASE_NEXT, state, CHUNK]);
}

function runFold(I: Interp, f: Frame, spec: FoldSpec): any {
  const r = f.r;
  const state: any[] = r[STATE];
  let delivered = r[0];
  r[0] = undefined;
  switch (r[PHASE]) {
    case PHASE_ITER:
      r[SOURCE] = delivered;
      r[PHASE] = PHASE_NEXT;
      delivered = undefined;
      break;
    case PHASE_STEP: {
      const v = spec.resume(I, state, delivered);
      if (v !== CONTINUE) return v;
      r[PHASE] = PHASE_NEXT;
      delivered = undefined;
      break;
    }
    case PHASE_FINISH:
      return delivered;
  }
  const source = r[SOURCE];
  if (r[INDEX] >= 0) return foldItems(I, f, spec, source, state);
  for (let left: number = r[LEFT]; ; left--) {
    let item = delivered;
    delivered = undefined;
    if (item === undefined) {
      if (left <= 0) {
        left = CHUNK;
        if ((I.ticks -= CHUNK_TICKS) < 0) {
          r[LEFT] = left;
          return I.pause(f);
        }
      }
      item = iterNext(I, source);
      if (item === undefined) {
        r[LEFT] = left;
        return undefined;
      }
    }
    if (item === STOP) break;
    r[PHASE] = PHASE_STEP;
    const v = spec.step(I, state, item);
    if (v !== CONTINUE) {
      r[LEFT] = left - 1;
      return v;
    }
    r[PHASE] = PHASE_NEXT;
  }
  I.ticks--;
  r[PHASE] = PHASE_FINISH;
  return spec.finish(I, state);
}

function foldItems(I: Interp, f: Frame, spec: FoldSpec, source: PyList | PyTuple, state: any[]): any {
  const r = f.r;
  for (let i: number = r[INDEX], left = CHUNK; i < source.items.length; i++, left--) {
    if (left <= 0) {
      left = CHUNK;
      if ((I.ticks -= CHUNK_TICKS) < 0) {
        r[INDEX] = i;
        return I.pause(f);
      }
    }
    r[INDEX] = i + 1;
    r[PHASE] = PHASE_STEP;
    const v = spec.step(I, state, source.items[i]!);
    if (v !== CONTINUE) return v;
    r[PHASE] = PHASE_NEXT;
  }
  I.ticks--;
  r[PHASE] = PHASE_FINISH;
  return spec.finish(I, state);
}
