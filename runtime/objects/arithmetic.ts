/**
 * Binary, in-place and unary operators.
 *
 * Who is asked, in CPython's order: a subclass's reflected method before its base's method; number-like slots of both operands before the
 * `+` and `*` of sequences. Native slots answer NotImplemented only at once, never after having suspended, so nothing waits for them. Python
 * classes have the functions of PYTHON_BINARY in their slots; for these the attempts are planned first and worked off by BINARY_KIND, one
 * call each, since any of them may suspend.
 */
import { BINARY_OPERATORS } from '../bytecode/opcode.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import type { Value } from './value.ts';
import { callUnbound1, callUnbound2, lookupSpecial } from './call-special.ts';
import { PyNative } from './native-function.ts';
import { typeError } from './raise.ts';
import type { PyType } from './type.ts';
import { isSubtype, lookupInType } from './type.ts';
import { typeOf } from './type-of.ts';

type R = Value | undefined;
type BinaryFn = (I: Interp, a: any, b: any) => R;

const MAX_SAFE = 9007199254740991;

/** Index of the first in-place slot. */
export const INPLACE = 13;
const ADD = 0;
const MULTIPLY = 5;
const POWER = 8;
const RIGHT_SHIFT = 9;

/** `__add__`, `__and__` ... in the order of BINARY_OPERATORS. */
export const BINARY_METHODS = [
  '__add__',
  '__and__',
  '__floordiv__',
  '__lshift__',
  '__matmul__',
  '__mul__',
  '__mod__',
  '__or__',
  '__pow__',
  '__rshift__',
  '__sub__',
  '__truediv__',
  '__xor__',
] as const;
export const REFLECTED_METHODS: readonly string[] = BINARY_METHODS.map((name) => '__r' + name.slice(2));
export const INPLACE_METHODS: readonly string[] = BINARY_METHODS.map((name) => '__i' + name.slice(2));

/** Slot functions of Python classes, one for each operator (0..12); identity tells them from native ones. */
export const PYTHON_BINARY: readonly BinaryFn[] = BINARY_METHODS.map(
  (_name, op) =>
    (I: Interp, a: any, b: any): R =>
      pythonBinarySlot(I, op, a, b),
);
/** Slot functions of Python classes for in-place operators (0..12). */
export const PYTHON_INPLACE: readonly BinaryFn[] = INPLACE_METHODS.map((name) => (I: Interp, a: any, b: any): R => {
  const fn = lookupSpecial(I, a, name);
  return fn === undefined ? I.NotImplemented : callUnbound1(I, fn, a, b);
});

// Attempts; a plan holds up to five of them, three bits each, the next one lowest.
const A_METHOD = 1; // a.__op__(b)
const B_REFLECTED = 2; // b.__rop__(a)
const A_SLOT = 3; // native slot of a's type
const B_SLOT = 4; // native slot of b's type
const A_INPLACE = 5; // a.__iop__(b)
const A_INPLACE_SLOT = 6; // native in-place slot of a's type

/**
 * Returns `a op b`, `op` an index into BINARY_OPERATORS. May call Python.
 * @raises TypeError (Python) if neither operand knows what to do.
 */
export function binaryOp(I: Interp, op: number, a: Value, b: Value): R {
  if (typeof a === 'number' && typeof b === 'number') {
    if (op === 0) {
      const sum = a + b;
      if (sum >= -MAX_SAFE && sum <= MAX_SAFE) return sum;
    } else if (op === 10) {
      const difference = a - b;
      if (difference >= -MAX_SAFE && difference <= MAX_SAFE) return difference;
    }
    const slot = I.types.int.slots.binary[op]!;
    return slot === null ? binaryError(I, op, a, b) : slot(I, a, b);
  }
  const ta = typeOf(I, a);
  const tb = typeOf(I, b);
  const slotA = ta.slots.binary[op]!;
  const slotB = tb.slots.binary[op]!;
  const python = PYTHON_BINARY[op]!;
  if (slotA !== python && slotB !== python) {
    const result = nativeBinary(I, op, a, b, ta, tb, slotA, slotB);
    return result === I.NotImplemented ? binaryError(I, op, a, b) : result;
  }
  return runPlan(I, op, a, b, binaryPlan(I, op, a, b, ta, tb, slotA, slotB), op);
}

/**
 * Returns `a op= b`'s new value, `op` an index into BINARY_OPERATORS. May call Python.
 * @raises TypeError (Python) if neither operand knows what to do.
 */
export function inplaceOp(I: Interp, op: number, a: Value, b: Value): R {
  if (typeof a === 'object' && a !== null) {
    const ta = typeOf(I, a);
    const slot = ta.slots.binary[op + INPLACE]!;
    if (slot !== null) {
      if (slot === PYTHON_INPLACE[op]) {
        const tb = typeOf(I, b);
        const rest = binaryPlan(I, op, a, b, ta, tb, ta.slots.binary[op]!, tb.slots.binary[op]!);
        return runPlan(I, op, a, b, A_INPLACE | (rest << 3), op + INPLACE);
      }
      // `a_list += b` asks b's own __radd__ first: the number slots of both come before the sequence's.
      if ((op === ADD || op === MULTIPLY) && isSequenceType(ta)) {
        const tb = typeOf(I, b);
        const slotB = tb.slots.binary[op]!;
        if (slotB === PYTHON_BINARY[op] && tb !== ta)
          return runPlan(I, op, a, b, B_REFLECTED | (A_INPLACE_SLOT << 3), op + INPLACE);
      }
      const result = slot(I, a, b);
      if (result !== I.NotImplemented) return result;
    }
  }
  const ta = typeOf(I, a);
  const tb = typeOf(I, b);
  const slotA = ta.slots.binary[op]!;
  const slotB = tb.slots.binary[op]!;
  const python = PYTHON_BINARY[op]!;
  if (slotA !== python && slotB !== python) {
    const result = nativeBinary(I, op, a, b, ta, tb, slotA, slotB);
    return result === I.NotImplemented ? binaryError(I, op + INPLACE, a, b) : result;
  }
  return runPlan(I, op, a, b, binaryPlan(I, op, a, b, ta, tb, slotA, slotB), op + INPLACE);
}

/** Sequences add and repeat only after both operands' number slots have declined. */
function isSequenceType(type: PyType): boolean {
  return type.spec.slots !== undefined && type.spec.slots.len !== undefined && type.spec.slots.getitem !== undefined;
}

function nativeBinary(
  I: Interp,
  op: number,
  a: Value,
  b: Value,
  ta: PyType,
  tb: PyType,
  slotA: BinaryFn | null,
  slotB: BinaryFn | null,
): R {
  if (slotA === null) return slotB === null ? I.NotImplemented : slotB(I, a, b);
  if (slotB === null || slotB === slotA) return slotA(I, a, b);
  const late = op === ADD || op === MULTIPLY;
  const seqA = late && isSequenceType(ta);
  const seqB = late && isSequenceType(tb);
  if (seqA !== seqB ? seqA : !seqA && isSubtype(tb, ta)) {
    const result = slotB(I, a, b);
    return result === I.NotImplemented ? slotA(I, a, b) : result;
  }
  const result = slotA(I, a, b);
  return result === I.NotImplemented ? slotB(I, a, b) : result;
}

/** The attempts for operands of which at least one has a Python slot. */
function binaryPlan(
  I: Interp,
  op: number,
  a: Value,
  b: Value,
  ta: PyType,
  tb: PyType,
  slotA: BinaryFn | null,
  slotB: BinaryFn | null,
): number {
  const python = PYTHON_BINARY[op]!;
  const late = op === ADD || op === MULTIPLY;
  if (slotA === python) {
    if (ta === tb) return A_METHOD;
    if (slotB === python) {
      // A subclass that overrides the reflected method goes first.
      if (isSubtype(tb, ta)) {
        const reflected = lookupInType(tb, REFLECTED_METHODS[op]!);
        if (reflected !== undefined && reflected !== lookupInType(ta, REFLECTED_METHODS[op]!))
          return B_REFLECTED | (A_METHOD << 3);
      }
      return A_METHOD | (B_REFLECTED << 3);
    }
    if (slotB === null) return A_METHOD;
    return isSubtype(tb, ta) && !(late && isSequenceType(tb)) ? B_SLOT | (A_METHOD << 3) : A_METHOD | (B_SLOT << 3);
  }
  if (slotA === null) return B_REFLECTED;
  if (isSubtype(tb, ta) || (late && isSequenceType(ta))) return B_REFLECTED | (A_SLOT << 3);
  return A_SLOT | (B_REFLECTED << 3);
}

/** r = [delivered, op, a, b, remaining attempts, operator for the message]. */
export const BINARY_KIND = new NativeKind('objects.binary', (I: Interp, f: Frame) => {
  const result = f.r[0];
  if (result !== I.NotImplemented) return result;
  return runPlan(I, f.r[1], f.r[2], f.r[3], f.r[4], f.r[5]);
});

function runPlan(I: Interp, op: number, a: Value, b: Value, plan: number, shown: number): R {
  while (plan !== 0) {
    const attempt = plan & 7;
    plan >>= 3;
    const entry = I.frame;
    let result: R;
    if (attempt === A_SLOT) result = typeOf(I, a).slots.binary[op]!(I, a, b);
    else if (attempt === B_SLOT) result = typeOf(I, b).slots.binary[op]!(I, a, b);
    else if (attempt === A_INPLACE_SLOT) result = typeOf(I, a).slots.binary[op + INPLACE]!(I, a, b);
    else {
      const self = attempt === B_REFLECTED ? b : a;
      const names = attempt === A_METHOD ? BINARY_METHODS : attempt === A_INPLACE ? INPLACE_METHODS : REFLECTED_METHODS;
      const fn = lookupInType(typeOf(I, self), names[op]!);
      if (fn === undefined) continue;
      result = callUnbound1(I, fn, self, attempt === B_REFLECTED ? a : b);
    }
    if (result === undefined) {
      if (I.exc !== null) return undefined;
      return I.then(entry, BINARY_KIND, [undefined, op, a, b, plan, shown]);
    }
    if (result !== I.NotImplemented) return result;
  }
  return shown < 0 ? I.NotImplemented : binaryError(I, shown, a, b);
}

/** The slot itself, for those who call it without the operator protocol: answers NotImplemented instead of raising. */
function pythonBinarySlot(I: Interp, op: number, a: Value, b: Value): R {
  const ta = typeOf(I, a);
  const tb = typeOf(I, b);
  const python = PYTHON_BINARY[op]!;
  const slotA = ta.slots.binary[op] === python ? python : null;
  const slotB = tb.slots.binary[op] === python ? python : null;
  if (slotA === null && slotB === null) return I.NotImplemented;
  return runPlan(I, op, a, b, binaryPlan(I, op, a, b, ta, tb, slotA, slotB), -1);
}

/** The text of operator index `op` (13 and up: in-place). */
export function operatorText(op: number): string {
  return op < INPLACE ? BINARY_OPERATORS[op]! : BINARY_OPERATORS[op - INPLACE]! + '=';
}

/** Raises the TypeError of operands that do not go together. */
export function binaryError(I: Interp, op: number, a: Value, b: Value): undefined {
  const text = op === POWER ? '** or pow()' : operatorText(op);
  const hint =
    op === RIGHT_SHIFT && a instanceof PyNative && a.name === 'print'
      ? '. Did you mean "print(<message>, file=<output_stream>)"?'
      : '';
  const ta = typeOf(I, a).tpName;
  return typeError(I, `unsupported operand type(s) for ${text}: '${ta}' and '${typeOf(I, b).tpName}'${hint}`);
}

/** r = [delivered, self, other, second method, text, a, b]: divmod and the like after the first method declined. */
export const REFLECT_KIND = new NativeKind('objects.reflect', (I: Interp, f: Frame) => {
  const [result, self, other, name, text] = f.r;
  if (result !== undefined && result !== I.NotImplemented) return result;
  if (name !== '') {
    f.r[3] = '';
    f.r[0] = undefined;
    const fn = lookupSpecial(I, other, name);
    if (fn !== undefined && typeOf(I, self) !== typeOf(I, other)) {
      const second = callUnbound1(I, fn, other, self);
      if (second !== I.NotImplemented) return second;
    }
  }
  return unsupported(I, text, f.r[5], f.r[6]);
});

function unsupported(I: Interp, text: string, a: Value, b: Value): undefined {
  return typeError(I, `unsupported operand type(s) for ${text}: '${typeOf(I, a).tpName}' and '${typeOf(I, b).tpName}'`);
}

/** An operation that has methods but no slot: `divmod`. `text` names it in the error. */
export function binaryByMethods(I: Interp, a: Value, b: Value, method: string, reflected: string, text: string): R {
  const entry = I.frame;
  const ta = typeOf(I, a);
  const tb = typeOf(I, b);
  let first = lookupInType(ta, method);
  let self = a;
  let other = b;
  let next = reflected;
  const override = ta !== tb && isSubtype(tb, ta) ? lookupInType(tb, reflected) : undefined;
  if (override !== undefined && override !== lookupInType(ta, reflected)) {
    first = override;
    self = b;
    other = a;
    next = method;
  }
  const result = first === undefined ? I.NotImplemented : callUnbound1(I, first, self, other);
  if (result === undefined) return I.then(entry, REFLECT_KIND, [undefined, self, other, next, text, a, b]);
  if (result !== I.NotImplemented) return result;
  return I.enter(REFLECT_KIND, [undefined, self, other, next, text, a, b]);
}

/** `pow(a, b, m)` with a modulus that is not None. */
export function powerModulo(I: Interp, a: Value, b: Value, m: Value): R {
  for (const v of [a, b, m]) {
    const slot = typeOf(I, v).slots.pow3;
    if (slot === null) continue;
    const result = slot(I, a, b, m);
    if (result !== I.NotImplemented) return result;
  }
  const names = [a, b, m].map((v) => `'${typeOf(I, v).tpName}'`).join(', ');
  return typeError(I, `unsupported operand type(s) for ** or pow(): ${names}`);
}

/** Slot `pow3` of Python classes: `a.__pow__(b, m)`; reflected three-argument calls do not exist. */
export function pythonPow3(I: Interp, a: Value, b: Value, m: Value): R {
  if (typeOf(I, a).slots.pow3 !== pythonPow3) return I.NotImplemented;
  const fn = lookupSpecial(I, a, '__pow__');
  return fn === undefined ? I.NotImplemented : callUnbound2(I, fn, a, b, m);
}

const UNARY_TEXT = { neg: 'unary -', pos: 'unary +', invert: 'unary ~', abs: 'abs()' } as const;

/** `-v`, `+v`, `~v`, `abs(v)`. May call Python. */
export function unaryOp(I: Interp, op: 'neg' | 'pos' | 'invert' | 'abs', v: Value): R {
  const type = typeOf(I, v);
  const slots = type.slots;
  const slot = op === 'neg' ? slots.neg : op === 'pos' ? slots.pos : op === 'invert' ? slots.invert : slots.abs;
  if (slot === null) return typeError(I, `bad operand type for ${UNARY_TEXT[op]}: '${type.tpName}'`);
  return slot(I, v);
}
