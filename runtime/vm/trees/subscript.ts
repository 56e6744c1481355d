/**
 * Subscripts and membership inside trees: exact lists, tuples, dicts and short strings; anything else bails out.
 *
 * A node begins with the form for what it meets first, so that `o.constructor` is nearly always read from objects of one JavaScript class there
 * (asking any object for its class costs a look-up); after a miss it asks every time (dict workload 1.46 -> 1.36 of CPython's time).
 */
import { PyDict } from '../../objects/dict.ts';
import { PyList } from '../../objects/list.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { charAtPoint, hasSurrogates } from '../../text/code-points.ts';
import { operand } from '../step.ts';
import type { TreeEx } from '../step.ts';

export const exSubscript: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  if (typeof o === 'object' && o !== null) {
    if (o.constructor === PyList) n.ex = exListItem;
    else if (o.constructor === PyDict) n.ex = exDictItem;
    else n.ex = exAnyItem;
  } else n.ex = exAnyItem;
  return exAnyItem(n, r);
};

const exListItem: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  const i = operand(n.b!, r);
  if (typeof o === 'object' && o !== null && o.constructor === PyList && typeof i === 'number') {
    const items = (o as PyList).items;
    return i >= 0 ? items[i] : items[i + items.length];
  }
  n.ex = exAnyItem;
  return exAnyItem(n, r);
};

const exDictItem: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  const i = operand(n.b!, r);
  if (typeof o === 'object' && o !== null && o.constructor === PyDict && i !== undefined) {
    const d: PyDict = o;
    const at = d.find(i);
    return at >= 0 ? d.vals[at] : undefined;
  }
  n.ex = exAnyItem;
  return exAnyItem(n, r);
};

const exAnyItem: TreeEx = (n, r) => {
  const o = operand(n.a!, r);
  const i = operand(n.b!, r);
  if (typeof o === 'object' && o !== null) {
    if (o.constructor === PyList || o.constructor === PyTuple) {
      if (typeof i !== 'number') return undefined;
      const items = o.items;
      return i >= 0 ? items[i] : items[i + items.length];
    }
    if (o.constructor === PyDict) {
      if (i === undefined) return undefined;
      const d: PyDict = o;
      const at = d.find(i);
      return at >= 0 ? d.vals[at] : undefined;
    }
    return undefined;
  }
  if (typeof o === 'string' && typeof i === 'number') {
    // Short texts only: a long one would be searched for surrogates at each index (str has a cache for those).
    if (o.length <= 64 && !hasSurrogates(o)) return o[i >= 0 ? i : i + o.length];
    if (o.length <= 64) return charAtPoint(o, i);
  }
  return undefined;
};

/** a in b (j = 1: not in) for containers and items whose equality is known without Python. */
export const exContains: TreeEx = (n, r) => {
  const item = operand(n.a!, r);
  const o = operand(n.b!, r);
  if (item === undefined) return undefined;
  if (typeof o === 'object' && o !== null && o.constructor === PyDict) {
    const at = (o as PyDict).find(item);
    if (at === -2) return undefined;
    return at >= 0 !== (n.j === 1);
  }
  if (typeof o === 'string' && typeof item === 'string' && o.length <= 256) return o.includes(item) !== (n.j === 1);
  return undefined;
};
