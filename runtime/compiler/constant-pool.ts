/**
 * The constants of one code object, each stored once.
 *
 * Equal is not enough: `1`, `1.0`, `True`, `0.0` and `-0.0` are different constants, inside tuples too. So constants are
 * found by a key that spells type and value. Code objects are never shared.
 */
import type { Constant } from '../bytecode/code-object.ts';

export class ConstantPool {
  readonly items: Constant[] = [];
  private readonly indexOf = new Map<string, number>();

  /** Returns the index of `value`, adding it if it is new. */
  add(value: Constant): number {
    const index = this.items.length;
    if (isCode(value)) {
      this.items.push(value);
      return index;
    }
    const key = constantKey(value);
    const known = this.indexOf.get(key);
    if (known !== undefined) return known;
    this.indexOf.set(key, index);
    this.items.push(value);
    return index;
  }
}

/** Spells type and value of a constant that holds no code, so that two constants are interchangeable when their keys are equal. */
export function constantKey(value: Constant): string {
  if (value === null) return 'N';
  switch (typeof value) {
    case 'boolean':
      return value ? 'T' : 'F';
    case 'number':
    case 'bigint':
      return `i${value};`;
    case 'string':
      return `s${value.length}:${value}`;
  }
  switch (value.type) {
    case 'float':
      return `f${floatKey(value.value)};`;
    case 'complex':
      return `c${floatKey(value.real)},${floatKey(value.imag)};`;
    case 'bytes':
      return `b${value.value.length}:${value.value.join(',')};`;
    case 'ellipsis':
      return 'E';
    case 'tuple':
      return `t${value.items.length}(${value.items.map(constantKey).join('')})`;
    case 'frozenset':
      return `z${value.items.length}(${value.items.map(constantKey).join('')})`;
    case 'code':
      return `code${value.qualname}`;
  }
}

export function isCode(value: Constant): boolean {
  return typeof value === 'object' && value !== null && value.type === 'code';
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
