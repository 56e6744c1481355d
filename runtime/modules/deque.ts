/**
 * Payload of `collections.deque`: a ring of a power of two slots. Item i is at `ring[(head + i) & (ring.length - 1)]`; slots without an item
 * hold null. The Python face is `deque-type.ts`.
 *
 * The memory model is CPython's (a chain of blocks of 64 items), so `leftIndex`, where the first item would be in its block, is kept too.
 */
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { Interp } from '../objects/interp.ts';
import type { PyType } from '../objects/type.ts';
import type { Shape } from '../objects/shape.ts';
import { chargeGrowth } from '../objects/growth.ts';

const BLOCK_ITEMS = 64;
/** Where the first item of an empty deque goes: the middle of a block. */
const MIDDLE = 32;
const SMALLEST_RING = 8;

export class PyDeque extends PyObject {
  ring: Value[];
  head: number;
  size: number;
  /** -1: no bound. */
  maxlen: number;
  /** Counts changes of the length or order, for iterators. */
  version: number;
  leftIndex: number;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType) {
    super(cls);
    this.ring = [];
    this.head = 0;
    this.size = 0;
    this.maxlen = -1;
    this.version = 0;
    this.leftIndex = MIDDLE;
    this.shape = cls.rootShape;
    this.s = [];
  }

  /** Item `i`, which must be there. */
  at(i: number): Value {
    return this.ring[(this.head + i) & (this.ring.length - 1)]!;
  }

  put(i: number, value: Value): void {
    this.ring[(this.head + i) & (this.ring.length - 1)] = value;
  }

  /** A copy of the items. */
  toArray(): Value[] {
    const out: Value[] = [];
    for (let i = 0; i < this.size; i++) out.push(this.at(i));
    return out;
  }

  clear(): void {
    this.ring = [];
    this.head = 0;
    this.size = 0;
    this.leftIndex = MIDDLE;
    this.version++;
  }

  blocks(): number {
    return Math.max(1, Math.ceil((this.leftIndex + this.size) / BLOCK_ITEMS));
  }

  /** Removes the first item, which must be there. */
  takeFirst(): Value {
    const head = this.head;
    const item = this.ring[head]!;
    this.ring[head] = null;
    this.head = (head + 1) & (this.ring.length - 1);
    this.leftIndex = --this.size === 0 ? MIDDLE : (this.leftIndex + 1) % BLOCK_ITEMS;
    this.version++;
    return item;
  }

  /** Removes the last item, which must be there. */
  takeLast(): Value {
    const i = (this.head + --this.size) & (this.ring.length - 1);
    const item = this.ring[i]!;
    this.ring[i] = null;
    if (this.size === 0) this.leftIndex = MIDDLE;
    this.version++;
    return item;
  }
}

/** Doubles the ring. false: MemoryError raised. */
function grow(I: Interp, deque: PyDeque): boolean {
  const length = Math.max(SMALLEST_RING, deque.ring.length * 2);
  if (!chargeGrowth(I, (length - deque.ring.length) * I.memory.pointerBytes)) return false;
  I.ticks -= deque.size >> 6;
  const ring = deque.toArray();
  while (ring.length < length) ring.push(null);
  deque.ring = ring;
  deque.head = 0;
  return true;
}

/** Adds an item at the right; a full deque of bounded length loses its first. undefined: MemoryError raised. */
export function dequeAppend(I: Interp, deque: PyDeque, value: Value): true | undefined {
  if (deque.size === deque.maxlen) {
    if (deque.maxlen === 0) return true;
    deque.takeFirst();
  } else if (deque.size === deque.ring.length && !grow(I, deque)) return undefined;
  deque.ring[(deque.head + deque.size++) & (deque.ring.length - 1)] = value;
  deque.version++;
  return true;
}

/** Adds an item at the left; a full deque of bounded length loses its last. undefined: MemoryError raised. */
export function dequeAppendLeft(I: Interp, deque: PyDeque, value: Value): true | undefined {
  if (deque.size === deque.maxlen) {
    if (deque.maxlen === 0) return true;
    deque.takeLast();
  } else if (deque.size === deque.ring.length && !grow(I, deque)) return undefined;
  deque.head = (deque.head - 1) & (deque.ring.length - 1);
  deque.ring[deque.head] = value;
  deque.size++;
  deque.leftIndex = (deque.leftIndex + BLOCK_ITEMS - 1) % BLOCK_ITEMS;
  deque.version++;
  return true;
}

/** Turns the deque `n` places to the right (left if negative). */
export function dequeRotate(I: Interp, deque: PyDeque, n: number): void {
  const size = deque.size;
  if (size < 2) return;
  let by = n % size;
  if (by === 0) return;
  // The shorter way round.
  if (by > size / 2) by -= size;
  else if (by < -size / 2) by += size;
  I.ticks -= Math.abs(by) >> 6;
  const { ring } = deque;
  const mask = ring.length - 1;
  if (size === ring.length) deque.head = (deque.head - by) & mask;
  else {
    for (; by > 0; by--) {
      const last = (deque.head + size - 1) & mask;
      const item = ring[last]!;
      ring[last] = null;
      deque.head = (deque.head - 1) & mask;
      ring[deque.head] = item;
    }
    for (; by < 0; by++) {
      const item = ring[deque.head]!;
      ring[deque.head] = null;
      ring[(deque.head + size) & mask] = item;
      deque.head = (deque.head + 1) & mask;
    }
  }
  deque.leftIndex = (((deque.leftIndex - (n % size)) % BLOCK_ITEMS) + BLOCK_ITEMS) % BLOCK_ITEMS;
  deque.version++;
}

/** Puts `value` before item `i` (0 .. size). undefined: MemoryError raised. */
export function dequeInsert(I: Interp, deque: PyDeque, i: number, value: Value): true | undefined {
  I.ticks -= deque.size >> 6;
  if (dequeAppend(I, deque, value) === undefined) return undefined;
  for (let k = deque.size - 1; k > i; k--) deque.put(k, deque.at(k - 1));
  deque.put(i, value);
  return true;
}

/** Takes item `i`, which must be there, out. */
export function dequeRemoveAt(I: Interp, deque: PyDeque, i: number): void {
  I.ticks -= deque.size >> 6;
  for (let k = i; k < deque.size - 1; k++) deque.put(k, deque.at(k + 1));
  deque.takeLast();
}

/** _deque_iterator and _deque_reverse_iterator. */
export class PyDequeIterator extends PyObject {
  deque: PyDeque;
  /** Items already given. */
  index: number;
  version: number;
  readonly isReversed: boolean;
  constructor(cls: PyType, deque: PyDeque, isReversed: boolean) {
    super(cls);
    this.deque = deque;
    this.index = 0;
    this.version = deque.version;
    this.isReversed = isReversed;
  }
}
