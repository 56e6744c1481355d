/**
 * Arithmetic on constants at compile time, as far as CPython 3.11's optimizer goes: never an error, never a large result.
 *
 * Every function returns `undefined` when it leaves the operation to run time. Left there too, although CPython folds
 * them: powers, floor divisions and remainders of floats, and products of complex numbers, whose rounding belongs to one place
 * (`numeric/`). Programs cannot tell the difference.
 */
import type { Constant } from '../bytecode/code-object.ts';
import type { BinaryOperator, UnaryOperator } from '../syntax/ast.ts';

/** Bits of the largest int made by folding; CPython's MAX_INT_SIZE. */
const MAX_INT_BITS = 128;
/** Items of the largest tuple, with nested ones MAX_TOTAL_ITEMS; units of the longest string. CPython's numbers. */
const MAX_COLLECTION_SIZE = 256;
const MAX_TOTAL_ITEMS = 1024;
const MAX_STRING_SIZE = 4096;

type Int = number | bigint;

/** `left op right`, or undefined. */
export function foldBinary(op: BinaryOperator, left: Constant, right: Constant): Constant | undefined {
  const a = asInt(left);
  const b = asInt(right);
  if (a !== undefined && b !== undefined) {
    if (typeof left === 'boolean' && typeof right === 'boolean') {
      if (op === '&') return left && right;
      if (op === '|') return left || right;
      if (op === '^') return left !== right;
    }
    return foldInts(op, a, b);
  }
  const x = asFloat(left);
  const y = asFloat(right);
  if (x !== undefined && y !== undefined) return foldFloats(op, x, y);
  if (op === '+' || op === '-') {
    const sum = foldComplex(op, left, right);
    if (sum !== undefined) return sum;
  }
  if (op === '+') return concatenate(left, right);
  if (op === '*') {
    if (a !== undefined) return repeat(right, a);
    if (b !== undefined) return repeat(left, b);
  }
  return undefined;
}

/** `op operand`, or undefined. */
export function foldUnary(op: UnaryOperator, operand: Constant): Constant | undefined {
  if (op === 'not') {
    const truth = truthOf(operand);
    return truth === undefined ? undefined : !truth;
  }
  const int = asInt(operand);
  if (int !== undefined) {
    if (op === '+') return int;
    return normal(op === '-' ? -BigInt(int) : ~BigInt(int));
  }
  if (typeof operand !== 'object' || operand === null || op === '~') return undefined;
  if (operand.type === 'float') return op === '+' ? operand : { type: 'float', value: -operand.value };
  if (operand.type === 'complex')
    return op === '+' ? operand : { type: 'complex', real: -operand.real, imag: -operand.imag };
  return undefined;
}

/** `value[index]`, or undefined. Strings are indexed by code point. */
export function foldSubscript(value: Constant, index: Constant): Constant | undefined {
  const int = asInt(index);
  if (typeof int !== 'number') return undefined;
  if (typeof value === 'string') {
    const points = Array.from(value);
    return points[int < 0 ? int + points.length : int];
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.type === 'tuple') return value.items[int < 0 ? int + value.items.length : int];
  if (value.type === 'bytes') return value.value[int < 0 ? int + value.value.length : int];
  return undefined;
}

/** Truth of a constant; undefined for code, which never is one in a program. */
export function truthOf(value: Constant): boolean | undefined {
  if (value === null) return false;
  if (typeof value !== 'object') return Boolean(value);
  switch (value.type) {
    case 'float':
      return value.value !== 0;
    case 'complex':
      return value.real !== 0 || value.imag !== 0;
    case 'bytes':
      return value.value.length !== 0;
    case 'tuple':
    case 'frozenset':
      return value.items.length !== 0;
    case 'ellipsis':
      return true;
    case 'code':
      return undefined;
  }
}

/** The items without those equal to an earlier one, as a set would keep them. */
export function uniqueItems(items: readonly Constant[]): Constant[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = equalityKey(item);
    if (key === null) return true;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** Spells a constant so that equal constants (`1 == 1.0 == True`) spell alike; null for what equals nothing. */
export function equalityKey(value: Constant): string | null {
  if (value === null) return 'None';
  switch (typeof value) {
    case 'boolean':
      return value ? '1' : '0';
    case 'number':
    case 'bigint':
      return String(value);
    case 'string':
      return `s${value.length}:${value}`;
  }
  switch (value.type) {
    case 'float':
      return numberKey(value.value);
    case 'complex': {
      const real = numberKey(value.real);
      return value.imag === 0 || real === null ? real : `${real}+${numberKey(value.imag)}j`;
    }
    case 'bytes':
      return `b${value.value.join(',')}`;
    case 'ellipsis':
      return '...';
    case 'tuple':
    case 'frozenset': {
      const keys = value.items.map(equalityKey);
      if (keys.includes(null)) return null;
      return value.type === 'tuple' ? `(${keys.join(';')})` : `{${keys.sort().join(';')}}`;
    }
    case 'code':
      return null;
  }
}

function numberKey(value: number): string | null {
  if (Number.isNaN(value)) return null;
  return Number.isInteger(value) ? String(BigInt(value)) : String(value);
}

function asInt(value: Constant): Int | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return undefined;
}

/** Floats, and ints that a float holds exactly. */
function asFloat(value: Constant): number | undefined {
  if (typeof value === 'object' && value !== null && value.type === 'float') return value.value;
  const int = asInt(value);
  return typeof int === 'number' ? int : undefined;
}

function normal(value: bigint): Int {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

function bitLength(value: Int): number {
  const magnitude = value < 0 ? -BigInt(value) : BigInt(value);
  return magnitude === 0n ? 0 : magnitude.toString(2).length;
}

function foldInts(op: BinaryOperator, left: Int, right: Int): Constant | undefined {
  const a = BigInt(left);
  const b = BigInt(right);
  switch (op) {
    case '+':
      return normal(a + b);
    case '-':
      return normal(a - b);
    case '*':
      return bitLength(a) + bitLength(b) > MAX_INT_BITS ? undefined : normal(a * b);
    case '/':
      // One division of exact doubles rounds once; wider ints need the long way.
      if (b === 0n || typeof left !== 'number' || typeof right !== 'number') return undefined;
      return { type: 'float', value: left === 0 ? (right < 0 ? -0 : 0) : left / right };
    case '//':
      return b === 0n ? undefined : normal(floorDivide(a, b));
    case '%':
      return b === 0n ? undefined : normal(a - floorDivide(a, b) * b);
    case '**':
      if (b < 0n) return undefined;
      return bitLength(a) * Number(b) > MAX_INT_BITS ? undefined : normal(a ** b);
    case '<<':
      if (b < 0n || b > BigInt(MAX_INT_BITS) || bitLength(a) > MAX_INT_BITS - Number(b)) return undefined;
      return normal(a << b);
    case '>>':
      return b < 0n || b > 0xffffffffn ? undefined : normal(a >> b);
    case '&':
      return normal(a & b);
    case '|':
      return normal(a | b);
    case '^':
      return normal(a ^ b);
    case '@':
      return undefined;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function foldFloats(op: BinaryOperator, a: number, b: number): Constant | undefined {
  switch (op) {
    case '+':
      return { type: 'float', value: a + b };
    case '-':
      return { type: 'float', value: a - b };
    case '*':
      return { type: 'float', value: a * b };
    case '/':
      return b === 0 ? undefined : { type: 'float', value: a / b };
    default:
      return undefined;
  }
}

function foldComplex(op: '+' | '-', left: Constant, right: Constant): Constant | undefined {
  const a = asComplex(left);
  const b = asComplex(right);
  if (a === undefined || b === undefined) return undefined;
  if (op === '+') return { type: 'complex', real: a.real + b.real, imag: a.imag + b.imag };
  return { type: 'complex', real: a.real - b.real, imag: a.imag - b.imag };
}

function asComplex(value: Constant): { real: number; imag: number } | undefined {
  if (typeof value === 'object' && value !== null && value.type === 'complex') return value;
  const real = asFloat(value);
  return real === undefined ? undefined : { real, imag: 0 };
}

function concatenate(left: Constant, right: Constant): Constant | undefined {
  if (typeof left === 'string') return typeof right === 'string' ? left + right : undefined;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return undefined;
  if (left.type === 'tuple' && right.type === 'tuple') return { type: 'tuple', items: [...left.items, ...right.items] };
  if (left.type === 'bytes' && right.type === 'bytes') {
    return { type: 'bytes', value: Uint8Array.from([...left.value, ...right.value]) };
  }
  return undefined;
}

function repeat(value: Constant, count: Int): Constant | undefined {
  if (typeof count !== 'number' || count < 0) return undefined;
  if (typeof value === 'string') {
    return count * value.length > MAX_STRING_SIZE ? undefined : value.repeat(count);
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.type === 'bytes') {
    const { length } = value.value;
    if (count * length > MAX_STRING_SIZE) return undefined;
    const bytes = new Uint8Array(count * length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = value.value[i % length];
    return { type: 'bytes', value: bytes };
  }
  if (value.type !== 'tuple') return undefined;
  const { items } = value;
  if (count * items.length > MAX_COLLECTION_SIZE || (count > 0 && totalItems(value) > MAX_TOTAL_ITEMS))
    return undefined;
  if (items.length === 0) return { type: 'tuple', items };
  return { type: 'tuple', items: Array.from({ length: count * items.length }, (_, i) => items[i % items.length]) };
}

function totalItems(value: Constant): number {
  if (typeof value !== 'object' || value === null || value.type !== 'tuple') return 0;
  let total = value.items.length;
  for (const item of value.items) total += totalItems(item);
  return total;
}
