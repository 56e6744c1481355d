/** The functions of `math` on several numbers: dist, fsum, hypot, prod. */
import type { Interp } from '../objects/interp.ts';
import { bound, oneArg, someArgs, twoArgs } from '../objects/native.ts';
import type { NativeSpec } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyFloat } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { argumentKind, floatArgument } from '../objects/argument.ts';
import { collectItems } from '../objects/collect.ts';
import { toFloat } from '../objects/float-conversion.ts';
import { CONTINUE, FoldSpec, foldIterable } from '../objects/fold.ts';
import { binaryOp } from '../objects/protocol.ts';
import { raiseFailure, valueError } from '../objects/raise.ts';
import { FSUM_INFINITIES, FSUM_OVERFLOW, addExactly, roundSum, vectorLength } from '../numeric/exact-sum.ts';

type R = Value | undefined;

const MULTIPLY = 5;

/** state = [partial sums, sum of what is not finite, infinities so far, did anything overflow]. */
const FSUM = new FoldSpec(
  'math.fsum',
  (I, state, item) => {
    const x = toFloat(I, item);
    return x === undefined ? undefined : addItem(I, state, x);
  },
  (I, state) => {
    if (state[1] !== null)
      return state[2] !== 0 && Number.isNaN(state[2]) ? raiseFailure(I, FSUM_INFINITIES) : new PyFloat(state[1]);
    return new PyFloat(roundSum(state[0]));
  },
  addItem,
);

function addItem(I: Interp, state: any[], x: PyFloat): any {
  const value = x.value;
  if (value - value !== 0) {
    // NaN is remembered in the sum, infinities apart, since only those that cancel are an error.
    if (value === value) state[2] += value;
    state[1] = (state[1] ?? 0) + value;
    return CONTINUE;
  }
  return addExactly(state[0], value) ? CONTINUE : raiseFailure(I, FSUM_OVERFLOW);
}

/** state = [product]. */
const PROD = new FoldSpec(
  'math.prod',
  (I, state, item) => {
    const product = binaryOp(I, MULTIPLY, state[0], item);
    if (product === undefined) return undefined;
    state[0] = product;
    return CONTINUE;
  },
  (_I, state) => state[0],
  (_I, state, product) => {
    state[0] = product;
    return CONTINUE;
  },
);

const HYPOT_KIND = argumentKind('math.hypot.arguments', hypot);
function hypot(I: Interp, module: Value, args: any[]): R {
  const parts: number[] = [];
  for (let i = 0; i < args.length; i++) {
    const x = floatArgument(I, HYPOT_KIND, module, args, i);
    if (x === undefined) return undefined;
    parts.push(x);
  }
  I.ticks -= parts.length >> 2;
  return new PyFloat(vectorLength(parts));
}

function dist(I: Interp, _module: Value, p: Value, q: Value): R {
  return I.enter(DIST_KIND, [undefined, p, q, 0, null, null, 0]);
}

/** r = [delivered, p, q, phase, items of p, items of q, coordinates converted]: phase 0 and 1 collect, 2 converts. */
const DIST_KIND = new NativeKind('math.dist', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    let delivered = r[0];
    r[0] = undefined;
    if (r[3] < 2) {
      if (delivered === undefined) {
        delivered = collectItems(I, r[1 + r[3]]);
        if (delivered === undefined) return undefined;
      }
      r[4 + r[3]] = delivered.slice();
      r[3]++;
      if (r[3] === 2 && r[4].length !== r[5].length)
        return valueError(I, 'both points must have the same number of dimensions');
      continue;
    }
    const items: Value[] = r[6] < r[4].length ? r[4] : r[5];
    const at: number = r[6] % Math.max(1, r[4].length);
    if (delivered !== undefined) {
      items[at] = delivered;
      r[6]++;
      continue;
    }
    if (r[6] >= 2 * r[4].length) {
      const parts = r[4].map((x: PyFloat, i: number) => x.value - r[5][i].value);
      return new PyFloat(vectorLength(parts));
    }
    if (--I.ticks < 0) {
      // The conversion to come is repeated after the pause, nothing has been done yet.
      return I.pause(f);
    }
    const x = toFloat(I, items[at]!);
    if (x === undefined) return undefined;
    r[0] = x;
  }
});

export const MATH_SUM_FUNCTIONS: Readonly<Record<string, NativeSpec>> = {
  dist: twoArgs(dist, 'Return the Euclidean distance between two points p and q.'),
  fsum: oneArg(
    (I, _m, v) => foldIterable(I, FSUM, v, [[], null, 0]),
    'Return an accurate floating point sum of values in the iterable.',
  ),
  hypot: someArgs(0, -1, hypot, 'Multidimensional Euclidean distance from the origin to a point.'),
  prod: bound(
    'iterable, /, *, start=1',
    (I, _m, args) => foldIterable(I, PROD, args[0], [args[1]]),
    'Calculate the product of all the elements in the input iterable.',
  ),
};

export const MATH_SUM_KINDS: readonly NativeKind[] = [FSUM.kind, PROD.kind, HYPOT_KIND, DIST_KIND];
