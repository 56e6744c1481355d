/** Comparisons, `is`, `not`, and truth inside trees: exact ints, floats, strings and None; anything else bails out. */
import { PyFloat } from '../../objects/value.ts';
import { comparePoints } from '../../text/code-points.ts';
import { fastTruth } from '../fast-truth.ts';
import type { TreeEx, TreeNode } from '../step.ts';
import { exRegister } from '../step.ts';

function isFloat(v: any): v is PyFloat {
  return typeof v === 'object' && v !== null && v.constructor === PyFloat;
}

export const exLt: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  return ordered(0, a, b);
};
export const exLe: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') return a <= b;
  return ordered(1, a, b);
};
export const exGt: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') return a > b;
  return ordered(4, a, b);
};
export const exGe: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') return a >= b;
  return ordered(5, a, b);
};
export const exEq: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') return a === b;
  return equal(a, b);
};
export const exNe: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') return a !== b;
  const same = equal(a, b);
  return same === undefined ? undefined : !same;
};

/** Orders floats, strings, and ints against floats; undefined: bails. */
export function ordered(op: number, a: any, b: any): boolean | undefined {
  let x: number;
  let y: number;
  if (typeof a === 'string' && typeof b === 'string') {
    x = comparePoints(a, b);
    y = 0;
  } else {
    if (typeof a === 'number') x = a;
    else if (isFloat(a)) x = a.value;
    else return undefined;
    if (typeof b === 'number') y = b;
    else if (isFloat(b)) y = b.value;
    else return undefined;
  }
  return op === 0 ? x < y : op === 1 ? x <= y : op === 4 ? x > y : x >= y;
}

/** Equality of what needs no Python; undefined: bails. */
export function equal(a: any, b: any): boolean | undefined {
  if (typeof a === 'string') return typeof b === 'string' ? a === b : plainUnequal(b);
  if (isFloat(a)) {
    if (isFloat(b)) return a.value === b.value;
    if (typeof b === 'number') return a.value === b;
  } else if (typeof a === 'number') {
    if (isFloat(b)) return a === b.value;
    return plainUnequal(b);
  } else if (a === null) return plainUnequal(b) === undefined ? undefined : b === null;
  else if (typeof a === 'boolean' && typeof b === 'boolean') return a === b;
  return undefined;
}

/** False if `b` is a string or None, which equal no exact int, str or None but themselves; else undefined. */
function plainUnequal(b: any): false | undefined {
  return typeof b === 'string' || b === null ? false : undefined;
}

/** In COMPARE_OPERATORS order: < <= == != > >= */
export const COMPARE_TREES: ReadonlyArray<TreeEx> = [exLt, exLe, exEq, exNe, exGt, exGe];

export const exIs: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (a === undefined || b === undefined) return undefined;
  return (a === b) !== (n.j === 1);
};

export const exNot: TreeEx = (n, r) => {
  const t = fastTruth(n.a!.ex(n.a!, r));
  return t === undefined ? undefined : !t;
};

// Register against int constant (n.j).

const exLtImmediate: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  return typeof a === 'number' ? a < n.j : isFloat(a) ? a.value < n.j : undefined;
};
const exLeImmediate: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  return typeof a === 'number' ? a <= n.j : isFloat(a) ? a.value <= n.j : undefined;
};
const exEqImmediate: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  return typeof a === 'number' ? a === n.j : isFloat(a) ? a.value === n.j : plainUnequal(a);
};
const exNeImmediate: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  return typeof a === 'number'
    ? a !== n.j
    : isFloat(a)
      ? a.value !== n.j
      : plainUnequal(a) === false
        ? true
        : undefined;
};
const exGtImmediate: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  return typeof a === 'number' ? a > n.j : isFloat(a) ? a.value > n.j : undefined;
};
const exGeImmediate: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  return typeof a === 'number' ? a >= n.j : isFloat(a) ? a.value >= n.j : undefined;
};
const exLtLocalImmediate: TreeEx = (n, r) => {
  const a = r[n.i];
  return typeof a === 'number' ? a < n.j : isFloat(a) ? a.value < n.j : undefined;
};
const exEqLocalImmediate: TreeEx = (n, r) => {
  const a = r[n.i];
  return typeof a === 'number' ? a === n.j : isFloat(a) ? a.value === n.j : plainUnequal(a);
};

const IMMEDIATE: ReadonlyArray<TreeEx> = [
  exLtImmediate,
  exLeImmediate,
  exEqImmediate,
  exNeImmediate,
  exGtImmediate,
  exGeImmediate,
];

/** Picks an operand-specialised form of a comparison; `op` indexes COMPARE_OPERATORS. */
export function specialiseCompare(n: TreeNode, op: number): void {
  const k = n.b!.v;
  if (typeof k !== 'number' || n.b!.kind !== 0 || (k | 0) !== k) return;
  n.j = k;
  n.ex = IMMEDIATE[op];
  if (n.a!.ex === exRegister) {
    n.i = n.a!.i;
    if (op === 0) n.ex = exLtLocalImmediate;
    else if (op === 2) n.ex = exEqLocalImmediate;
  }
}

export const exAndTree: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const t = fastTruth(a);
  if (t === undefined) return undefined;
  return t ? n.b!.ex(n.b!, r) : a;
};
export const exOrTree: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const t = fastTruth(a);
  if (t === undefined) return undefined;
  return t ? a : n.b!.ex(n.b!, r);
};
export const exTernary: TreeEx = (n, r) => {
  const t = fastTruth(n.a!.ex(n.a!, r));
  if (t === undefined) return undefined;
  return t ? n.b!.ex(n.b!, r) : n.c!.ex(n.c!, r);
};
