/** The six types of dictionary iterators: keys, values and items, forwards and backwards. */
import { STOP } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import { DictYield, PyDictIterator } from './iterators.ts';
import { newList } from './list.ts';
import { newTuple } from './tuple.ts';
import { reduceTo } from './iterator-types.ts';
import { runtimeError } from './raise.ts';

/** Slot `next`. Raises RuntimeError when the dictionary was changed meanwhile, with CPython's two wordings. */
export function nextInDict(I: Interp, it: PyDictIterator): any {
  const dict = it.dict;
  if (dict === null) return STOP;
  if (it.expectedSize !== dict.size) {
    it.expectedSize = -1;
    return runtimeError(I, 'dictionary changed size during iteration');
  }
  const keys = dict.keys;
  const from = it.position;
  let i = from;
  if (it.isReversed) {
    while (i >= 0 && keys[i] === undefined) i--;
    I.ticks -= (from - i) >> 6;
    if (i < 0) return exhausted(it);
    it.position = i - 1;
  } else {
    const count = keys.length;
    while (i < count && keys[i] === undefined) i++;
    I.ticks -= (i - from) >> 6;
    if (i >= count) return exhausted(it);
    if (it.left === 0) return runtimeError(I, 'dictionary keys changed during iteration');
    it.position = i + 1;
  }
  it.left--;
  if (it.yields === DictYield.KEYS) return keys[i];
  if (it.yields === DictYield.VALUES) return dict.vals[i];
  return newTuple(I, [keys[i]!, dict.vals[i]!]);
}

function exhausted(it: PyDictIterator): typeof STOP {
  it.dict = null;
  return STOP;
}

/** What is still to come, without moving the iterator. */
function remaining(I: Interp, it: PyDictIterator): Value[] | undefined {
  const items: Value[] = [];
  if (it.dict === null) return items;
  const copy = new PyDictIterator(it.cls, it.dict, it.yields, it.isReversed);
  copy.position = it.position;
  copy.expectedSize = it.expectedSize;
  copy.left = it.left;
  for (;;) {
    const item = nextInDict(I, copy);
    if (item === undefined) return undefined;
    if (item === STOP) return items;
    I.ticks -= items.length & 1;
    items.push(item);
  }
}

function iteratorSpec(name: string): TypeSpec {
  return {
    name,
    isFinal: true,
    slots: {
      iter: (_I, it) => it,
      next: nextInDict,
      visit: (it: PyDictIterator, visit) => visit(it.dict),
      sizeOf: (I) => 9 * I.memory.pointerBytes,
    },
    methods: {
      __length_hint__: noArgs((_I, it: PyDictIterator) =>
        it.dict !== null && it.expectedSize === it.dict.size ? it.left : 0,
      ),
      __reduce__: noArgs((I, it: PyDictIterator) => {
        const items = remaining(I, it);
        return items === undefined ? undefined : reduceTo(I, 'iter', newList(I, items));
      }),
    },
  };
}

/** By DictYield. */
export const DICT_ITERATOR_SPECS: readonly TypeSpec[] = [
  'dict_keyiterator',
  'dict_valueiterator',
  'dict_itemiterator',
].map(iteratorSpec);
export const DICT_REVERSE_ITERATOR_SPECS: readonly TypeSpec[] = [
  'dict_reversekeyiterator',
  'dict_reversevalueiterator',
  'dict_reverseitemiterator',
].map(iteratorSpec);
