/**
 * The table of `set` and `frozenset`: CPython's open addressing, slot for slot, so that iteration order, `pop` and `sys.getsizeof` agree
 * with CPython for all elements whose hash does (ints, floats, bools, tuples of these; str hashes are our own). A run of ten neighbouring
 * slots is probed, then a jump by the perturbed hash (64 bits, shifted by 5); the table grows when three fifths are in use, times four up
 * to 50,000 elements, then times two; a removed element leaves a dummy, which a resize clears away or an added element takes.
 *
 * No operation here runs Python code. Elements that need it (`__hash__`, `__eq__` of Python classes) are looked up in `set-lookup.ts`,
 * which walks the same probe sequence with a cursor.
 */
import { PyObject, Sentinel } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import type { Interp } from './interp.ts';
import { PyTuple } from './tuple.ts';
import { hashPlain } from './key-hash.ts';
import type { HashHalves } from './key-hash.ts';
import { normalKey, sameTuple, GENERAL } from './dict-key.ts';

/** Mark of a removed element. */
export const DUMMY = new Sentinel('dummy');
const LINEAR_PROBES = 9;
const MIN_SIZE = 8;
/** Answers of `find`. */
export const ABSENT = -1;
export const NEEDS_PYTHON = -2;

/** Where a look-up stands in the probe sequence: slot, what is left of the run of neighbours, the perturbed hash. */
export class ProbeCursor {
  constructor(
    public slot: number,
    public base: number,
    public left: number,
    public perturbLo: number,
    public perturbHi: number,
  ) {}
}

export class SetTable extends PyObject implements HashHalves {
  /** Elements by slot; undefined where nothing ever was, DUMMY where something was removed. */
  keys: any[];
  /** Hashes by slot: low half at 2 * slot, high half behind it. */
  hashes: Int32Array;
  mask: number;
  /** Live elements. */
  size: number;
  /** Live elements and dummies. */
  fill: number;
  /** Where `pop` looks next; stays where it is when the table is emptied or replaced. */
  finger: number;
  /** Bumped whenever an element is added or removed, or the table remade. */
  layout: number;
  /** The hash that `find` computed last: `addFound` takes it from here. */
  lo: number;
  hi: number;
  /** Cached hash of a frozenset; null until asked. */
  hash: number | bigint | null;
  constructor(cls: PyType) {
    super(cls);
    this.keys = [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    this.hashes = new Int32Array(16);
    this.mask = MIN_SIZE - 1;
    this.size = 0;
    this.fill = 0;
    this.finger = 0;
    this.layout = 0;
    this.lo = 0;
    this.hi = 0;
    this.hash = null;
  }

  /**
   * Slot of `key`, ABSENT, or NEEDS_PYTHON if hashing or comparing may need Python code. Unless it is the last, `lo` and `hi` hold the
   * hash afterwards.
   */
  find(key: Value): number {
    if (!hashPlain(key, this)) return NEEDS_PYTHON;
    return this.findHashed(key, this.lo, this.hi);
  }

  /** As `find`, for a key whose hash is known: identity, or equality that needs no Python code. */
  findHashed(key: Value, lo: number, hi: number): number {
    const { keys, hashes, mask } = this;
    let base = lo & mask;
    let perturbLo = lo;
    let perturbHi = hi;
    for (;;) {
      let slot = base;
      const end = base + LINEAR_PROBES <= mask ? base + LINEAR_PROBES : base;
      do {
        const k = keys[slot];
        if (k === undefined) return ABSENT;
        if (k === key) return slot;
        if (hashes[2 * slot] === lo && hashes[2 * slot + 1] === hi && k !== DUMMY) {
          const same = samePlain(k, key);
          if (same === 1) return slot;
          if (same < 0) return NEEDS_PYTHON;
        }
        slot++;
      } while (slot <= end);
      perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
      perturbHi >>>= 5;
      base = (Math.imul(base, 5) + 1 + perturbLo) & mask;
    }
  }

  /** Bytes that adding one element would newly take (0 unless it makes the table grow). */
  growthBytes(I: Interp): number {
    if ((this.fill + 1) * 5 < this.mask * 3) return 0;
    return sizeFor(this.grownUse(this.size + 1)) * 2 * I.memory.pointerBytes;
  }

  /** Adds a key that is known to be absent and whose hash is given. The caller has charged `growthBytes`. */
  addHashed(key: Value, lo: number, hi: number): void {
    const { keys, mask } = this;
    let base = lo & mask;
    let perturbLo = lo;
    let perturbHi = hi;
    let free = -1;
    this.size++;
    this.layout++;
    for (;;) {
      let slot = base;
      const end = base + LINEAR_PROBES <= mask ? base + LINEAR_PROBES : base;
      do {
        const k = keys[slot];
        if (k === undefined) {
          if (free < 0) {
            this.put(slot, key, lo, hi);
            this.fill++;
            if (this.fill * 5 >= mask * 3) this.resize(this.grownUse(this.size));
          } else this.put(free, key, lo, hi);
          return;
        }
        if (k === DUMMY) free = slot;
        slot++;
      } while (slot <= end);
      perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
      perturbHi >>>= 5;
      base = (Math.imul(base, 5) + 1 + perturbLo) & mask;
    }
  }

  private put(slot: number, key: Value, lo: number, hi: number): void {
    this.keys[slot] = key;
    this.hashes[2 * slot] = lo;
    this.hashes[2 * slot + 1] = hi;
  }

  /** Removes the element in `slot`. */
  removeSlot(slot: number): void {
    this.keys[slot] = DUMMY;
    this.hashes[2 * slot] = -1;
    this.hashes[2 * slot + 1] = -1;
    this.size--;
    this.layout++;
  }

  /** What CPython passes to its resize for `used` elements. */
  grownUse(used: number): number {
    return used > 50000 ? used * 2 : used * 4;
  }

  /** Remakes the table for more than `minUsed` slots, without dummies. Linear. */
  resize(minUsed: number): void {
    const oldKeys = this.keys;
    const oldHashes = this.hashes;
    this.setGeometry(sizeFor(minUsed));
    this.insertClean(oldKeys, oldHashes);
  }

  /** An empty table of `slots` slots. */
  setGeometry(slots: number): void {
    // `fill` is four times as fast as pushing; the literal keeps small sets' arrays packed.
    const keys: any[] =
      slots === MIN_SIZE
        ? [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined]
        : new Array(slots).fill(undefined);
    this.keys = keys;
    this.hashes = new Int32Array(2 * slots);
    this.mask = slots - 1;
    this.fill = this.size;
    this.layout++;
  }

  /** Puts elements of another table, none of them here, into free slots; this table has no dummies, and `size`/`fill` are already right. */
  insertClean(fromKeys: readonly any[], fromHashes: Int32Array): void {
    const { keys, hashes, mask } = this;
    for (let from = 0; from < fromKeys.length; from++) {
      const key = fromKeys[from];
      if (key === undefined || key === DUMMY) continue;
      const lo = fromHashes[2 * from]!;
      const hi = fromHashes[2 * from + 1]!;
      let base = lo & mask;
      let perturbLo = lo;
      let perturbHi = hi;
      probing: for (;;) {
        let slot = base;
        const end = base + LINEAR_PROBES <= mask ? base + LINEAR_PROBES : base;
        do {
          if (keys[slot] === undefined) {
            keys[slot] = key;
            hashes[2 * slot] = lo;
            hashes[2 * slot + 1] = hi;
            break probing;
          }
          slot++;
        } while (slot <= end);
        perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
        perturbHi >>>= 5;
        base = (Math.imul(base, 5) + 1 + perturbLo) & mask;
      }
    }
  }

  clear(): void {
    this.size = 0;
    this.setGeometry(MIN_SIZE);
  }

  /** Takes over the table of `other` (which must not be used any more). */
  become(other: SetTable): void {
    this.keys = other.keys;
    this.hashes = other.hashes;
    this.mask = other.mask;
    this.size = other.size;
    this.fill = other.fill;
    this.hash = null;
    this.layout++;
  }

  /** Slot of the element that `pop` removes, and moves the finger behind it. Requires an element. */
  popSlot(): number {
    let slot = this.finger & this.mask;
    while (this.keys[slot] === undefined || this.keys[slot] === DUMMY) slot = slot >= this.mask ? 0 : slot + 1;
    this.finger = slot + 1;
    return slot;
  }

  /** The first live slot at or after `slot`; -1 if there is none. */
  nextSlot(slot: number): number {
    const keys = this.keys;
    for (; slot < keys.length; slot++) if (keys[slot] !== undefined && keys[slot] !== DUMMY) return slot;
    return -1;
  }

  /** The elements in order. Linear. */
  toArray(): Value[] {
    const items: Value[] = [];
    const keys = this.keys;
    for (let slot = 0; slot < keys.length; slot++) {
      const key = keys[slot];
      if (key !== undefined && key !== DUMMY) items.push(key);
    }
    return items;
  }

  /** Bytes CPython reports: the object with its small table, and the table when it is another. */
  modelBytes(pointerBytes: number): number {
    const table = this.mask < MIN_SIZE ? 0 : (this.mask + 1) * 2 * pointerBytes;
    return (pointerBytes === 8 ? 216 : 112) + table;
  }
}

/** Slots of the table that holds more than `minUsed`. */
export function sizeFor(minUsed: number): number {
  let slots = MIN_SIZE;
  while (slots <= minUsed) slots *= 2;
  return slots;
}

/** Python equality of two keys without Python code: 1 equal, 0 not, -1 needs it. The keys are not identical. */
export function samePlain(a: Value, b: Value): number {
  const ka = typeof a === 'object' && a !== null ? normalKey(a) : typeof a === 'boolean' ? +a : a;
  if (ka === GENERAL) return -1;
  const kb = typeof b === 'object' && b !== null ? normalKey(b) : typeof b === 'boolean' ? +b : b;
  if (kb === GENERAL) return -1;
  if (ka === kb) return 1;
  if (ka instanceof PyTuple && kb instanceof PyTuple) return sameTuple(ka.items, kb.items) ? 1 : 0;
  return 0;
}
