/**
 * Payload of `list`. A leaf file: it imports only `value.ts`, so that every room above can name it without an import cycle.
 * The Python face is `list-type.ts`, slices `list-slice.ts`, sorting `list-sort.ts`.
 *
 * Invariant: `allocated` is the number of slots CPython would have allocated, and `items.length <= allocated`. It is what
 * `sys.getsizeof` and the ledger see; the JavaScript array grows as the host likes. Whoever changes the length of `items` goes through
 * `listAppend`, `listReserve` or `listShrunk`, which keep the invariant and charge the growth.
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import type { Shape } from './shape.ts';
import type { Interp } from './interp.ts';
import { chargeGrowth } from './growth.ts';

/** An exact list when `v.constructor === PyList`. */
export class PyList extends PyObject {
  items: Value[];
  allocated: number;
  constructor(cls: PyType, items: Value[]) {
    super(cls);
    this.items = items;
    this.allocated = items.length;
  }
}

/** An instance of a Python class derived from list: attribute storage as in PyInstance. */
export class PyListObject extends PyList {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, items: Value[]) {
    super(cls, items);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** Makes an exact list of `items` (taken over). The caller has charged `items` if they are many; small ones are counted here. */
export function newList(I: Interp, items: Value[]): PyList {
  I.bytesLeft -= (7 + items.length) * I.memory.pointerBytes;
  return new PyList(I.types.list, items);
}

/** CPython's over-allocation: slots for a list of `oldSize` items that becomes `newSize` long and does not fit. */
export function grownSlots(oldSize: number, newSize: number): number {
  if (newSize === 0) return 0;
  const slots = newSize + Math.floor(newSize / 8) + 6;
  if (newSize - oldSize > slots - (slots % 4) - newSize) return newSize + 3 - ((newSize + 3) % 4);
  return slots - (slots % 4);
}

/** Appends; undefined (MemoryError raised) when the growth is refused. Hot: inline `items.length < allocated` then `push` where it matters. */
export function listAppend(I: Interp, list: PyList, value: Value): true | undefined {
  const items = list.items;
  if (items.length >= list.allocated && !listReserve(I, list, items.length + 1)) return undefined;
  list.items.push(value);
  return true;
}

/**
 * Makes room for `newSize` items before they are added, as CPython's list_resize does; `items` may be another array afterwards.
 * false: MemoryError raised, nothing changed.
 */
export function listReserve(I: Interp, list: PyList, newSize: number): boolean {
  const allocated = list.allocated;
  if (newSize <= allocated) return true;
  const slots = grownSlots(list.items.length, newSize);
  if (!chargeGrowth(I, (slots - allocated) * I.memory.pointerBytes)) return false;
  list.allocated = slots;
  // Pushed to from nothing an array takes room for 17 (V8); most lists stay shorter.
  if (slots === 4 && list.items.length === 0) list.items = arrayForFour();
  return true;
}

function arrayForFour(): Value[] {
  const a = [null, null, null, null];
  a.pop();
  a.pop();
  a.pop();
  a.pop();
  return a;
}

/** To be called after items were removed: gives slots back as CPython does (when less than half of them is used). */
export function listShrunk(list: PyList): void {
  const size = list.items.length;
  if (size < Math.floor(list.allocated / 2)) list.allocated = grownSlots(size + 1, size);
}
