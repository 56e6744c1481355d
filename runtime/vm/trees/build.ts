/** Small displays, slices and f-string parts inside trees. */
import { reprFloat } from '../../numeric/float-text.ts';
import { PyList } from '../../objects/list.ts';
import { PySlice } from '../../objects/slice.ts';
import { PyTuple } from '../../objects/tuple.ts';
import { PyFloat } from '../../objects/value.ts';
import { operand } from '../step.ts';
import type { TreeEx } from '../step.ts';

/** x: interpreter, p: type. */
export const exBuildTuple: TreeEx = (n, r) => {
  const list = n.list!;
  const count = list.length;
  if (count === 0) return n.x.emptyTuple;
  const items = new Array(count);
  for (let k = 0; k < count; k++) {
    const v = operand(list[k], r);
    if (v === undefined) return undefined;
    items[k] = v;
  }
  n.x.bytesLeft -= 40 + 8 * count;
  return new PyTuple(n.p, items);
};

export const exBuildList: TreeEx = (n, r) => {
  const list = n.list!;
  const count = list.length;
  const items: any[] = [];
  for (let k = 0; k < count; k++) {
    const v = operand(list[k], r);
    if (v === undefined) return undefined;
    items.push(v);
  }
  n.x.bytesLeft -= 56 + 8 * count;
  return new PyList(n.p, items);
};

export const exBuildSlice: TreeEx = (n, r) => {
  const start = operand(n.a!, r);
  const stop = operand(n.b!, r);
  const step = n.c === null ? null : n.c.ex(n.c, r);
  if (start === undefined || stop === undefined || step === undefined) return undefined;
  return new PySlice(n.p, start, stop, step);
};

const LONG_TEXT = 4096;

export const exBuildString: TreeEx = (n, r) => {
  const list = n.list!;
  let text = '';
  for (let k = 0; k < list.length; k++) {
    const v = operand(list[k], r);
    if (v === undefined) return undefined;
    text += v;
  }
  return text.length <= LONG_TEXT ? text : undefined;
};

/** `{x}` of exact scalars without a format spec. j: FormatFlag bits. */
export const exFormatValue: TreeEx = (n, r) => {
  const v = operand(n.a!, r);
  if (n.b !== null || (n.j & 3) > 1) return undefined;
  if (typeof v === 'string') return v;
  if (typeof v === 'number') return String(v);
  if (typeof v === 'object' && v !== null && v.constructor === PyFloat) return reprFloat(v.value);
  return undefined;
};
