/** Truth of a value without calling Python: undefined where a slot must be asked. */
import { PyFloat } from '../objects/value.ts';

export function fastTruth(v: any): boolean | undefined {
  switch (typeof v) {
    case 'boolean':
      return v;
    case 'number':
      return v !== 0;
    case 'string':
      return v !== '';
    case 'bigint':
      return true; // normalised: zero is a number
    default:
      if (v === null) return false;
      if (v === undefined) return undefined;
      if (v.constructor === PyFloat) return v.value !== 0;
      return undefined;
  }
}
