/**
 * + - * by the kind of their operands: R register (n.i left, n.k right), K constant (n.v), T tree. Reading a register or a constant in place
 * saves a call that V8 cannot inline (the callee differs at every node) (73 -> 55 ns for a turn of the design's float loop).
 * The functions are alike on purpose; sharing a body would share its type feedback.
 */
import * as intArith from '../../numeric/int-arith.ts';
import { PyFloat } from '../../objects/value.ts';
import { NodeKind } from '../step.ts';
import type { TreeEx, TreeNode } from '../step.ts';
import { mixed } from './mixed-arithmetic.ts';

const MAX = Number.MAX_SAFE_INTEGER;
/** Results longer than this are made by the flattened form, which charges for them first. */
const LONG_TEXT = 4096;

const exAddRR: TreeEx = (n, r) => {
  const a = r[n.i];
  const b = r[n.k];
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a + b;
      return s <= MAX && s >= -MAX ? s : intArith.addInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      return new PyFloat(a.value + b.value);
    }
  } else if (typeof a === 'string') {
    return typeof b === 'string' && a.length + b.length <= LONG_TEXT ? a + b : undefined;
  }
  return mixed(0, a, b);
};

const exAddRK: TreeEx = (n, r) => {
  const a = r[n.i];
  const b = n.v;
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a + b;
      return s <= MAX && s >= -MAX ? s : intArith.addInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      return new PyFloat(a.value + b.value);
    }
  } else if (typeof a === 'string') {
    return typeof b === 'string' && a.length + b.length <= LONG_TEXT ? a + b : undefined;
  }
  return mixed(0, a, b);
};

const exAddKR: TreeEx = (n, r) => {
  const a = n.v;
  const b = r[n.k];
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a + b;
      return s <= MAX && s >= -MAX ? s : intArith.addInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      return new PyFloat(a.value + b.value);
    }
  } else if (typeof a === 'string') {
    return typeof b === 'string' && a.length + b.length <= LONG_TEXT ? a + b : undefined;
  }
  return mixed(0, a, b);
};

const exAddTR: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = r[n.k];
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a + b;
      return s <= MAX && s >= -MAX ? s : intArith.addInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        a.value = a.value + b.value;
        return a;
      }
      return new PyFloat(a.value + b.value);
    }
  } else if (typeof a === 'string') {
    return typeof b === 'string' && a.length + b.length <= LONG_TEXT ? a + b : undefined;
  }
  return mixed(0, a, b);
};

const exAddRT: TreeEx = (n, r) => {
  const a = r[n.i];
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a + b;
      return s <= MAX && s >= -MAX ? s : intArith.addInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        b.value = a.value + b.value;
        return b;
      }
      return new PyFloat(a.value + b.value);
    }
  } else if (typeof a === 'string') {
    return typeof b === 'string' && a.length + b.length <= LONG_TEXT ? a + b : undefined;
  }
  return mixed(0, a, b);
};

const exAddTK: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.v;
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a + b;
      return s <= MAX && s >= -MAX ? s : intArith.addInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        a.value = a.value + b.value;
        return a;
      }
      return new PyFloat(a.value + b.value);
    }
  } else if (typeof a === 'string') {
    return typeof b === 'string' && a.length + b.length <= LONG_TEXT ? a + b : undefined;
  }
  return mixed(0, a, b);
};

const exAddKT: TreeEx = (n, r) => {
  const a = n.v;
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a + b;
      return s <= MAX && s >= -MAX ? s : intArith.addInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        b.value = a.value + b.value;
        return b;
      }
      return new PyFloat(a.value + b.value);
    }
  } else if (typeof a === 'string') {
    return typeof b === 'string' && a.length + b.length <= LONG_TEXT ? a + b : undefined;
  }
  return mixed(0, a, b);
};

const exSubRR: TreeEx = (n, r) => {
  const a = r[n.i];
  const b = r[n.k];
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a - b;
      return s <= MAX && s >= -MAX ? s : intArith.subInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      return new PyFloat(a.value - b.value);
    }
  }
  return mixed(1, a, b);
};

const exSubRK: TreeEx = (n, r) => {
  const a = r[n.i];
  const b = n.v;
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a - b;
      return s <= MAX && s >= -MAX ? s : intArith.subInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      return new PyFloat(a.value - b.value);
    }
  }
  return mixed(1, a, b);
};

const exSubKR: TreeEx = (n, r) => {
  const a = n.v;
  const b = r[n.k];
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a - b;
      return s <= MAX && s >= -MAX ? s : intArith.subInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      return new PyFloat(a.value - b.value);
    }
  }
  return mixed(1, a, b);
};

const exSubTR: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = r[n.k];
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a - b;
      return s <= MAX && s >= -MAX ? s : intArith.subInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        a.value = a.value - b.value;
        return a;
      }
      return new PyFloat(a.value - b.value);
    }
  }
  return mixed(1, a, b);
};

const exSubRT: TreeEx = (n, r) => {
  const a = r[n.i];
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a - b;
      return s <= MAX && s >= -MAX ? s : intArith.subInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        b.value = a.value - b.value;
        return b;
      }
      return new PyFloat(a.value - b.value);
    }
  }
  return mixed(1, a, b);
};

const exSubTK: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.v;
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a - b;
      return s <= MAX && s >= -MAX ? s : intArith.subInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        a.value = a.value - b.value;
        return a;
      }
      return new PyFloat(a.value - b.value);
    }
  }
  return mixed(1, a, b);
};

const exSubKT: TreeEx = (n, r) => {
  const a = n.v;
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a - b;
      return s <= MAX && s >= -MAX ? s : intArith.subInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        b.value = a.value - b.value;
        return b;
      }
      return new PyFloat(a.value - b.value);
    }
  }
  return mixed(1, a, b);
};

const exMulRR: TreeEx = (n, r) => {
  const a = r[n.i];
  const b = r[n.k];
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a * b + 0;
      return s <= MAX && s >= -MAX ? s : intArith.mulInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      return new PyFloat(a.value * b.value);
    }
  }
  return mixed(2, a, b);
};

const exMulRK: TreeEx = (n, r) => {
  const a = r[n.i];
  const b = n.v;
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a * b + 0;
      return s <= MAX && s >= -MAX ? s : intArith.mulInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      return new PyFloat(a.value * b.value);
    }
  }
  return mixed(2, a, b);
};

const exMulKR: TreeEx = (n, r) => {
  const a = n.v;
  const b = r[n.k];
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a * b + 0;
      return s <= MAX && s >= -MAX ? s : intArith.mulInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      return new PyFloat(a.value * b.value);
    }
  }
  return mixed(2, a, b);
};

const exMulTR: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = r[n.k];
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a * b + 0;
      return s <= MAX && s >= -MAX ? s : intArith.mulInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        a.value = a.value * b.value;
        return a;
      }
      return new PyFloat(a.value * b.value);
    }
  }
  return mixed(2, a, b);
};

const exMulRT: TreeEx = (n, r) => {
  const a = r[n.i];
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a * b + 0;
      return s <= MAX && s >= -MAX ? s : intArith.mulInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        b.value = a.value * b.value;
        return b;
      }
      return new PyFloat(a.value * b.value);
    }
  }
  return mixed(2, a, b);
};

const exMulTK: TreeEx = (n, r) => {
  const a = n.a!.ex(n.a!, r);
  const b = n.v;
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a * b + 0;
      return s <= MAX && s >= -MAX ? s : intArith.mulInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        a.value = a.value * b.value;
        return a;
      }
      return new PyFloat(a.value * b.value);
    }
  }
  return mixed(2, a, b);
};

const exMulKT: TreeEx = (n, r) => {
  const a = n.v;
  const b = n.b!.ex(n.b!, r);
  if (typeof a === 'number') {
    if (typeof b === 'number') {
      const s = a * b + 0;
      return s <= MAX && s >= -MAX ? s : intArith.mulInt(a, b);
    }
  } else if (typeof a === 'object' && a !== null && a.constructor === PyFloat) {
    if (typeof b === 'object' && b !== null && b.constructor === PyFloat) {
      if (n.fresh !== 0) {
        b.value = a.value * b.value;
        return b;
      }
      return new PyFloat(a.value * b.value);
    }
  }
  return mixed(2, a, b);
};

type Forms = readonly [TreeEx, TreeEx, TreeEx, TreeEx, TreeEx, TreeEx, TreeEx];
const ADD: Forms = [exAddRR, exAddRK, exAddKR, exAddTR, exAddRT, exAddTK, exAddKT];
const SUB: Forms = [exSubRR, exSubRK, exSubKR, exSubTR, exSubRT, exSubTK, exSubKT];
const MUL: Forms = [exMulRR, exMulRK, exMulKR, exMulTR, exMulRT, exMulTK, exMulKT];

/** By BINARY_OPERATORS index: + * - */
const BY_OPERATOR: Readonly<Record<number, Forms>> = { 0: ADD, 5: MUL, 10: SUB };

/** Installs the form for the operands that `n` has; leaves other operators and two trees alone. */
export function chooseOperandForm(n: TreeNode, op: number): void {
  const forms = BY_OPERATOR[op];
  if (forms === undefined) return;
  const a = letter(n.a!);
  const b = letter(n.b!);
  const at = ['RR', 'RK', 'KR', 'TR', 'RT', 'TK', 'KT'].indexOf(a + b);
  if (at < 0) return;
  n.ex = forms[at];
  if (a === 'R') n.i = n.a!.i;
  if (b === 'R') n.k = n.b!.i;
  if (a === 'K') n.v = n.a!.v;
  if (b === 'K') n.v = n.b!.v;
}

function letter(n: TreeNode): string {
  return n.kind === NodeKind.CONST ? 'K' : n.kind === NodeKind.LOCAL || n.kind === NodeKind.TEMP ? 'R' : 'T';
}
