/** Displays whose items are hashed, and the additions of comprehensions and star displays. */
import { Op } from '../../bytecode/opcode.ts';
import { dictSet } from '../../objects/dict-operations.ts';
import { dictMerge, dictUpdate } from '../../objects/dict-update.ts';
import { PyDict } from '../../objects/dict.ts';
import { NativeKind } from '../../objects/frame.ts';
import type { PyList } from '../../objects/list.ts';
import { listAppend } from '../../objects/list.ts';
import { listExtend } from '../../objects/list-operations.ts';
import { newSet, setAdd } from '../../objects/set-operations.ts';
import { setUpdate } from '../../objects/set-update.ts';
import { newTuple } from '../../objects/tuple.ts';
import { bail } from '../bail.ts';
import { operand } from '../step.ts';
import type { Step, StepEx } from '../step.ts';

/** r = [done, dict, key1, value1, ... , index]: stores the pairs one by one. */
export const BUILD_MAP_KIND = new NativeKind('vm.build-map', (I, f) => {
  const r = f.r;
  const last = r.length - 1;
  for (; r[last] < last; r[last] += 2) {
    const at = r[last];
    if (r[0] === undefined && dictSet(I, r[1], r[at], r[at + 1]) === undefined) return undefined;
    r[0] = undefined;
  }
  return r[1];
});

/** r = [done, set, item1, ... , index] */
export const BUILD_SET_KIND = new NativeKind('vm.build-set', (I, f) => {
  const r = f.r;
  const last = r.length - 1;
  for (; r[last] < last; r[last]++) {
    if (r[0] === undefined && setAdd(I, r[1], r[r[last]]) === undefined) return undefined;
    r[0] = undefined;
  }
  return r[1];
});

export const exBuildMap: StepEx = (s, f, I) => {
  const list = s.list!;
  const dict = new PyDict(I.types.dict);
  const r: any[] = [undefined, dict];
  let isPlain = true;
  for (let k = 0; k < list.length; k++) {
    const v = operand(list[k], f.r);
    if (v === undefined) return bail(s, f, I);
    if ((k & 1) === 0 && typeof v !== 'string') isPlain = false;
    r.push(v);
  }
  I.bytesLeft -= 64;
  f.step = s;
  if (isPlain) {
    for (let k = 2; k < r.length; k += 2) dict.setStr(I, r[k], r[k + 1]);
    f.r[s.dst] = dict;
    return s.next;
  }
  r.push(2);
  const v = I.enter(BUILD_MAP_KIND, r);
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

export const exBuildConstKeyMap: StepEx = (s, f, I) => {
  const list = s.list!;
  const keys = s.v.items;
  const dict = new PyDict(I.types.dict);
  const r: any[] = [undefined, dict];
  let isPlain = true;
  for (let k = 0; k < list.length; k++) {
    const v = operand(list[k], f.r);
    if (v === undefined) return bail(s, f, I);
    if (typeof keys[k] !== 'string') isPlain = false;
    r.push(keys[k], v);
  }
  I.bytesLeft -= 64;
  f.step = s;
  if (isPlain) {
    for (let k = 2; k < r.length; k += 2) dict.setStr(I, r[k], r[k + 1]);
    f.r[s.dst] = dict;
    return s.next;
  }
  r.push(2);
  const v = I.enter(BUILD_MAP_KIND, r);
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

export const exBuildSet: StepEx = (s, f, I) => {
  const list = s.list!;
  const r: any[] = [undefined, newSet(I)];
  for (let k = 0; k < list.length; k++) {
    const v = operand(list[k], f.r);
    if (v === undefined) return bail(s, f, I);
    r.push(v);
  }
  r.push(2);
  f.step = s;
  const v = I.enter(BUILD_SET_KIND, r);
  if (v === undefined) return I.next();
  f.r[s.dst] = v;
  return s.next;
};

/** An addition of `a` to the collection in register i: `add` returns undefined when it raised or suspended; its result is dropped. */
function adder(add: (I: any, collection: any, v: any, s: Step, r: any[]) => any): StepEx {
  return (s, f, I) => {
    const v = operand(s.a!, f.r);
    if (v === undefined) return bail(s, f, I);
    f.step = s;
    return add(I, f.r[s.i], v, s, f.r) === undefined ? I.next() : s.next;
  };
}

export const exListAppend: StepEx = (s, f, I) => {
  const v = operand(s.a!, f.r);
  if (v === undefined) return bail(s, f, I);
  const list: PyList = f.r[s.i];
  const items = list.items;
  if (items.length < list.allocated) {
    items.push(v);
    return s.next;
  }
  f.step = s;
  return listAppend(I, list, v) === undefined ? I.next() : s.next;
};

export const ADDERS: Partial<Record<Op, StepEx>> = {
  [Op.LIST_APPEND]: exListAppend,
  [Op.LIST_EXTEND]: adder((I, list, v) => listExtend(I, list, v, true)),
  [Op.SET_ADD]: adder((I, set, v) => setAdd(I, set, v)),
  [Op.SET_UPDATE]: adder((I, set, v) => setUpdate(I, set, v)),
  [Op.DICT_UPDATE]: adder((I, dict, v) => dictUpdate(I, dict, v)),
  [Op.DICT_MERGE]: adder((I, dict, v, s, r) => dictMerge(I, dict, v, r[s.j])),
};

export const exMapAdd: StepEx = (s, f, I) => {
  const k = operand(s.a!, f.r);
  const v = operand(s.b!, f.r);
  if (k === undefined || v === undefined) return bail(s, f, I);
  f.step = s;
  return dictSet(I, f.r[s.i], k, v) === undefined ? I.next() : s.next;
};

export const exListToTuple: StepEx = (s, f, I) => {
  const list = operand(s.a!, f.r);
  if (list === undefined) return bail(s, f, I);
  f.r[s.dst] = newTuple(I, list.items);
  return s.next;
};

export const BUILD_KINDS = [BUILD_MAP_KIND, BUILD_SET_KIND];
