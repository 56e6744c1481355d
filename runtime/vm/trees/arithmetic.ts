/**
 * Arithmetic inside trees: exact ints, floats and strings; anything else bails out.
 *
 * What was measured in the prototypes (design.md 2, 3): `%` guarded by int32 (plain float fmod was 39 % of a loop), float temporaries
 * overwritten by their consumer (nbody 19.4 -> 14.9 ms), a constant right operand as an immediate.
 */
import { PyFloat } from '../../objects/value.ts';
import * as intArith from '../../numeric/int-arith.ts';
import { floorDivFloat, modFloat } from '../../numeric/float-arith.ts';
import type { TreeEx, TreeNode } from '../step.ts';
import { exRegister, NodeKind } from '../step.ts';
import { asDouble, mixed } from './mixed-arithmetic.ts';
import { chooseOperandForm } from './operand-forms.ts';

const MAX = Number.MAX_SAFE_INTEGER;
/** Results longer than this are made by the flattened form, which charges for them first. */
const LONG_TEXT = 4096;

/** Puts a float result where a fresh operand lies, or into a new float. */
function floatResult(n: TreeNode, a: PyFloat, b: PyFloat, value: number): PyFloat {
  if (n.fresh !== 0) {
    if ((n.fresh & 1) !== 0) {
      a.value = value;
      return a;
    }
    b.value = value;
    return b;
  }
  return new PyFloat(value);
}

export const exAdd: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a + b;
      return s <= MAX && s >= -MAX ? s : intArith.addInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat)
      return floatResult(n, a, b, a.value + b.value);
  } else if (typeof a === 'string') {
    if (typeof b === 'string') return a.length + b.length <= LONG_TEXT ? a + b : undefined;
    return undefined;
  }
  if (b === undefined) return undefined;
  return mixed(0, a, b);
};

export const exSub: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a - b;
      return s <= MAX && s >= -MAX ? s : intArith.subInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat)
      return floatResult(n, a, b, a.value - b.value);
  }
  if (b === undefined) return undefined;
  return mixed(1, a, b);
};

export const exMul: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a * b + 0; // + 0: never -0
      return s <= MAX && s >= -MAX ? s : intArith.mulInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat)
      return floatResult(n, a, b, a.value * b.value);
  }
  if (b === undefined) return undefined;
  return mixed(2, a, b);
};

export const exTrueDiv: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      return b.value === 0 ? undefined : floatResult(n, a, b, a.value / b.value);
    }
  }
  const x = asDouble(a);
  if (x === undefined) return undefined;
  const y = asDouble(b);
  if (y === undefined || y === 0) return undefined;
  return new PyFloat(x / y);
};

export const exMod: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b && b > 0) {
      if (a >= 0) return (a | 0) % (b | 0);
      const m = (a | 0) % (b | 0);
      return m === 0 ? 0 : m + b;
    }
    return b === 0 ? undefined : intArith.modInt(a, b);
  }
  const x = asDouble(a);
  if (x === undefined) return undefined;
  const y = asDouble(b);
  if (y === undefined || y === 0) return undefined;
  return new PyFloat(modFloat(x, y));
};

export const exFloorDiv: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') {
    if ((a | 0) === a && (b | 0) === b && b > 0) {
      if (a >= 0) return ((a | 0) / (b | 0)) | 0;
      return Math.floor(a / b);
    }
    return b === 0 ? undefined : intArith.floorDivInt(a, b);
  }
  const x = asDouble(a);
  if (x === undefined) return undefined;
  const y = asDouble(b);
  if (y === undefined || y === 0) return undefined;
  return new PyFloat(floorDivFloat(x, y));
};

export const exAnd: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') {
    return (a | 0) === a && (b | 0) === b ? a & b : intArith.andInt(a, b);
  }
  return typeof a === 'boolean' && typeof b === 'boolean' ? a && b : undefined;
};

export const exOr: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') {
    return (a | 0) === a && (b | 0) === b ? a | b : intArith.orInt(a, b);
  }
  return typeof a === 'boolean' && typeof b === 'boolean' ? a || b : undefined;
};

export const exXor: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number') {
    return (a | 0) === a && (b | 0) === b ? a ^ b : intArith.xorInt(a, b);
  }
  return typeof a === 'boolean' && typeof b === 'boolean' ? a !== b : undefined;
};

export const exLshift: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number' && b >= 0 && b < 31) {
    const s = a * (1 << b) + 0;
    return s <= MAX && s >= -MAX ? s : undefined;
  }
  return undefined;
};

export const exRshift: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number' && typeof b === 'number' && b >= 0) {
    if ((a | 0) === a) return b > 31 ? (a < 0 ? -1 : 0) : a >> b;
    return intArith.rshiftInt(a, b);
  }
  return undefined;
};

export const exPow: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.b!.ex(n.b!, r);
  if (typeof b === 'number' && b === 2) {
    if (typeof a === 'number') {
      const s = a * a;
      return s <= MAX ? s : undefined;
    }
    if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
      const s = a.value * a.value;
      return s === Infinity ? undefined : new PyFloat(s);
    }
  }
  return undefined;
};

export const exNegative: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  if (typeof a === 'number') return 0 - a;
  if (typeof a === 'object' && a !== null && a.constructor === PyFloat) return new PyFloat(-a.value);
  return undefined;
};

export const exPositive: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  if (typeof a === 'number' || (typeof a === 'object' && a !== null && a.constructor === PyFloat)) return a;
  return undefined;
};

export const exInvert: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  return typeof a === 'number' ? -1 - a : undefined;
};

// Right operand a small int constant (n.j), left operand any tree: the commonest forms.

export const exAddImmediate: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  if (typeof a === 'number') {
    const s = a + n.j;
    return s <= MAX && s >= -MAX ? s : intArith.addInt(a, n.j);
  }
  return typeof a === 'object' && a !== null && a.constructor === PyFloat ? new PyFloat(a.value + n.j) : undefined;
};

export const exSubImmediate: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  if (typeof a === 'number') {
    const s = a - n.j;
    return s <= MAX && s >= -MAX ? s : intArith.subInt(a, n.j);
  }
  return typeof a === 'object' && a !== null && a.constructor === PyFloat ? new PyFloat(a.value - n.j) : undefined;
};

/** Local (n.i) + immediate (n.j). */
export const exAddLocalImmediate: TreeEx = (n, r) => {
  const a = r[n.i];
  if (typeof a === 'number') {
    const s = a + n.j;
    return s <= MAX && s >= -MAX ? s : intArith.addInt(a, n.j);
  }
  return typeof a === 'object' && a !== null && a.constructor === PyFloat ? new PyFloat(a.value + n.j) : undefined;
};

export const exSubLocalImmediate: TreeEx = (n, r) => {
  const a = r[n.i];
  if (typeof a === 'number') {
    const s = a - n.j;
    return s <= MAX && s >= -MAX ? s : intArith.subInt(a, n.j);
  }
  return typeof a === 'object' && a !== null && a.constructor === PyFloat ? new PyFloat(a.value - n.j) : undefined;
};

/** any % positive int32 constant (n.j). */
export const exModImmediate: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  if (typeof a === 'number') {
    if ((a | 0) === a) {
      const m = (a | 0) % n.j;
      return m < 0 ? m + n.j : m + 0;
    }
    return intArith.modInt(a, n.j);
  }
  return typeof a === 'object' && a !== null && a.constructor === PyFloat
    ? new PyFloat(modFloat(a.value, n.j))
    : undefined;
};

/** In BINARY_OPERATORS order: + & // << @ * % | ** >> - / ^ */
export const BINARY_TREES: ReadonlyArray<TreeEx> = [
  exAdd,
  exAnd,
  exFloorDiv,
  exLshift,
  bailAlways,
  exMul,
  exMod,
  exOr,
  exPow,
  exRshift,
  exSub,
  exTrueDiv,
  exXor,
];

function bailAlways(): undefined {
  return undefined;
}

/** Picks an operand-specialised form of a binary node; `op` indexes BINARY_OPERATORS. */
export function specialiseBinary(n: TreeNode, op: number): void {
  const k = n.b!.v;
  if (typeof k !== 'number' || n.b!.kind !== NodeKind.CONST || (k | 0) !== k) {
    chooseOperandForm(n, op);
    return;
  }
  const leftIsRegister = n.a!.ex === exRegister;
  if (op === 0) n.ex = leftIsRegister ? exAddLocalImmediate : exAddImmediate;
  else if (op === 10) n.ex = leftIsRegister ? exSubLocalImmediate : exSubImmediate;
  else if (op === 6 && k > 0) n.ex = exModImmediate;
  else {
    chooseOperandForm(n, op);
    return;
  }
  n.j = k;
  if (leftIsRegister) n.i = n.a!.i;
}
