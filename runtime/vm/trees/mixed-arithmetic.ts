/** int and float mixed. */
import { PyFloat } from '../../objects/value.ts';

/** Float value of an exact float or int operand small enough to convert exactly; NaN-free test by undefined. */
export function asDouble(v: any): number | undefined {
  if (typeof v === 'number') return v;
  if (typeof v === 'object' && v !== null && v.constructor === PyFloat) return v.value;
  return undefined;
}

/** + (0), - (1) or * (2) of an int and a float. Bails for all others. */
export function mixed(op: 0 | 1 | 2, a: any, b: any): any {
  const x = asDouble(a);
  if (x !== undefined) {
    const y = asDouble(b);
    if (y !== undefined) return new PyFloat(op === 0 ? x + y : op === 1 ? x - y : x * y);
  }
  return undefined;
}
