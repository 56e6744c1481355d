/** `o[i] = v` where it needs no Python: exact lists and dicts. Shared by the step and by run-pure.ts. */
import { PyDict } from '../objects/dict.ts';
import type { Interp } from '../objects/interp.ts';
import { PyList } from '../objects/list.ts';
import type { Value } from '../objects/value.ts';

/** false: nothing was done, take `setItem`. */
export function storeItem(I: Interp, o: any, i: Value, v: Value): boolean {
  const kind = o.constructor;
  if (kind === PyList) {
    if (typeof i !== 'number') return false;
    const items = (o as PyList).items;
    const at = i < 0 ? i + items.length : i;
    if (at < 0 || at >= items.length) return false;
    items[at] = v;
    return true;
  }
  return kind === PyDict && (o as PyDict).setFast(I, i, v);
}
