/** `separator.join(iterable)`. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { NativeKind } from './frame.ts';
import { CONTINUE, FoldSpec, foldIterator } from './fold.ts';
import { PyList } from './list.ts';
import { PyTuple } from './tuple.ts';
import { iter } from './iteration.ts';
import { chargeGrowth } from './growth.ts';
import { chargeText } from './text-charge.ts';
import { typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { asStr } from './unwrap.ts';

type R = Value | undefined;

/** Items looked at between two looks at the clock. */
const CHUNK = 1024;

/** state = [items]: all items first, as CPython takes them, so that a wrong one is found after iteration. */
const COLLECT = new FoldSpec(
  'str.join.collect',
  (I, state, item) => {
    state[0].push(item);
    I.bytesLeft -= I.memory.pointerBytes;
    return CONTINUE;
  },
  (_I, state) => state[0],
);

/** Returns `separator.join(iterable)`. May call Python. */
export function strJoin(I: Interp, separator: string, iterable: Value): R {
  if (iterable instanceof PyList || iterable instanceof PyTuple) {
    const c = iterable.constructor;
    if (c === PyList || c === PyTuple) return joinItems(I, separator, iterable.items);
  }
  const type = typeOf(I, iterable);
  if (type.slots.iter === null && type.slots.getitem === null) return typeError(I, 'can only join an iterable');
  const entry = I.frame;
  const it = iter(I, iterable);
  if (it === undefined) return I.then(entry, JOIN_KIND, [undefined, separator, 0]);
  return collect(I, separator, it);
}

function collect(I: Interp, separator: string, it: Value): R {
  const entry = I.frame;
  const items = foldIterator(I, COLLECT, it, [[]]);
  return items === undefined ? I.then(entry, JOIN_KIND, [undefined, separator, 1]) : joinItems(I, separator, items);
}

/** r = [delivered, separator, phase]: phase 0 gets the iterator, 1 the items. */
export const JOIN_KIND: NativeKind = new NativeKind('str.join', (I, f) => {
  const r = f.r;
  const delivered = r[0];
  r[0] = undefined;
  if (r[2] === 2) return delivered;
  if (r[2] === 0) {
    r[2] = 1;
    const items = foldIterator(I, COLLECT, delivered, [[]]);
    if (items === undefined) return undefined;
    r[2] = 2;
    return joinItems(I, r[1], items);
  }
  r[2] = 2;
  return joinItems(I, r[1], delivered);
});

function joinItems(I: Interp, separator: string, items: readonly Value[]): R {
  const count = items.length;
  if (count === 0) return '';
  if (count > CHUNK) {
    // Another tasklet may change the list while this one pauses.
    if (!chargeGrowth(I, count * I.memory.pointerBytes)) return undefined;
    return I.enter(JOIN_ITEMS_KIND, [undefined, separator, items.slice(), 0, 0, '']);
  }
  let length = separator.length * (count - 1);
  let isPlain = true;
  for (let i = 0; i < count; i++) {
    const item = items[i]!;
    if (typeof item === 'string') length += item.length;
    else {
      const text = asStr(item);
      if (text === undefined) return notText(I, item, i);
      length += text.length;
      isPlain = false;
    }
  }
  I.ticks -= count >> 4;
  if (!chargeText(I, length)) return undefined;
  if (count === 1) return asStr(items[0]!)!;
  return isPlain ? (items as string[]).join(separator) : items.map((item) => asStr(item)!).join(separator);
}

function notText(I: Interp, item: Value, at: number): undefined {
  return typeError(I, `sequence item ${at}: expected str instance, ${typeName(I, item)} found`);
}

/** r = [delivered, separator, items, next item, length charged, text so far]: many items, chunk by chunk. */
export const JOIN_ITEMS_KIND = new NativeKind('str.join.items', (I, f) => {
  const r = f.r;
  const separator: string = r[1];
  const items: readonly Value[] = r[2];
  for (;;) {
    const from: number = r[3];
    if (from >= items.length) return r[5];
    const to = Math.min(from + CHUNK, items.length);
    const parts: string[] = [];
    let length = separator.length * (to - from);
    for (let i = from; i < to; i++) {
      const text = asStr(items[i]!);
      if (text === undefined) return notText(I, items[i]!, i);
      parts.push(text);
      length += text.length;
    }
    if (!chargeText(I, r[4] + length > 536_870_000 ? Infinity : length)) return undefined;
    r[4] += length;
    r[5] += (from === 0 ? '' : separator) + parts.join(separator);
    r[3] = to;
    if ((I.ticks -= CHUNK >> 4) < 0) return I.pause(f);
  }
});

export const STR_JOIN_KINDS = [COLLECT.kind, JOIN_KIND, JOIN_ITEMS_KIND];
