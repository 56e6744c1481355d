/**
 * Payload of `dict`. Leaf file (no behaviour that could call Python): look-ups of general keys are `dict-operations.ts`, the Python face is
 * `dict-type.ts`.
 *
 * Entries lie in insertion order in the parallel arrays `keys` and `vals`; a deleted entry leaves `undefined` in both until the next
 * resize closes the gaps. `hk` holds the normal forms of the keys (`dict-key.ts`) and is the same array as `keys` as long as every key
 * is its own normal form, which is nearly always. A general key has GENERAL there, so a tuple in `hk` is a structural one.
 *
 * Index. Up to 10 entries: none, `hk` is scanned. Above: `map` for strings and identity objects, `table` (open addressing, entry index + 1)
 * for numbers, None and tuples. Both are null or NO_MAP until first needed. Measured on Node 20, get of a present key, loop included (ns):
 *   str: Map 8.7, scan 5.4 / 8.4 / 12 / 16 (2 / 4 / 8 / 16 entries); a Map costs 40 ns per entry and 250 bytes to make.
 *   int: own table 5.3 at any size; Map 8.4 (8 entries) to 25.9 (100,000); scan 8.1 (4) to 19.6 (16).
 * General keys (`__eq__` of Python classes and the like) are in `full`, an index over the Python hashes of *all* entries that is made when
 * the first such key is stored or asked for.
 *
 * `usable`, `log2Size` and `isUnicode` follow CPython's table so that gaps are closed when CPython closes them and sizes can be reported.
 *
 * Inline caches: entry `i` holds `name` exactly when `keys[i] === name` (whatever dictionary it is). To know that a name is *absent*,
 * remember the dictionary and its `layout`, which changes whenever a key is added, removed or moved, never when a value is replaced.
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import type { Shape } from './shape.ts';
import type { Interp } from './interp.ts';
import { PyTuple } from './tuple.ts';
import { GENERAL, NO_HASH, normalKey, numberKeyHash, sameTuple, tableKeyHash, tupleKeyHash } from './dict-key.ts';
import { LARGE_GROWTH_BYTES } from './growth.ts';
import { hashString } from '../numeric/hash.ts';

/** Shared by all dictionaries without string keys; never written to. */
const NO_MAP: Map<any, number> = new Map();
/** Tables up to 2^this many slots are not indexed. */
const SCAN_LOG2_SIZE = 4;
/** Answers of `find`. */
export const ABSENT = -1;
export const NEEDS_PYTHON = -2;

/** Index over the Python hashes of all entries; see the header. */
export class FullIndex {
  /** Python hash by entry, parallel to `keys`. */
  readonly hashes: (number | bigint)[] = [];
  /** Open addressing: entry + 1, found by `foldHash`; 0 is empty. Slots of deleted entries stay until the next rebuild. */
  table: Int32Array = new Int32Array(16);
  private used = 0;
  /** Changes with every rebuild. */
  generation: number;

  constructor(generation: number) {
    this.generation = generation;
  }

  /** Enters entry `i`, whose Python hash is `hash`; `keys` are the dictionary's. */
  enter(i: number, hash: number | bigint, keys: readonly (Value | undefined)[]): void {
    this.hashes[i] = hash;
    if (++this.used * 2 > this.table.length) this.rebuild(keys);
    else insertIndex(this.table, foldHash(hash), i);
  }

  rebuild(keys: readonly (Value | undefined)[]): void {
    const hashes = this.hashes;
    let length = 16;
    while (length < hashes.length * 4) length *= 2;
    this.table = new Int32Array(length);
    this.generation++;
    this.used = 0;
    for (let i = 0; i < hashes.length; i++) {
      if (keys[i] === undefined) continue;
      this.used++;
      insertIndex(this.table, foldHash(hashes[i]!), i);
    }
  }
}

export class PyDict extends PyObject {
  /** Number of live entries. */
  size: number;
  layout: number;
  keys: (Value | undefined)[];
  vals: (Value | undefined)[];
  hk: any[];
  /** null: not indexed, scan. */
  map: Map<any, number> | null;
  table: Int32Array | null;
  full: FullIndex | null;
  /** Entries of the general sort. */
  generalCount: number;
  /** New keys that fit before CPython would resize. */
  usable: number;
  /** log2 of CPython's table size; 0: the shared empty table. */
  log2Size: number;
  /** CPython's table has the smaller entries for str keys only. */
  isUnicode: boolean;
  /**
   * Entry that a str or number was last found at: `if k in d: d[k] += 1` and `d[k] = d.get(k, 0) + 1` look for one key again and again.
   * Only a guess, to be checked against `hk`. (Dict workload, five look-ups a turn: 2.67 -> 2.25 of CPython's time.)
   */
  hint: number;
  constructor(cls: PyType) {
    super(cls);
    this.size = 0;
    this.layout = 0;
    this.keys = [];
    this.vals = [];
    this.hk = this.keys;
    this.map = null;
    this.table = null;
    this.full = null;
    this.generalCount = 0;
    this.usable = 0;
    this.log2Size = 0;
    this.isUnicode = true;
    this.hint = 0;
  }

  /** Length of the entry arrays, gaps included: the bound of loops over `keyAt(i)`, `valueAt(i)`. */
  get entryCount(): number {
    return this.keys.length;
  }
  /** Key of entry `i`; undefined in a gap. */
  keyAt(i: number): Value | undefined {
    return this.keys[i];
  }
  /** Value of entry `i`; undefined in a gap. */
  valueAt(i: number): Value | undefined {
    return this.vals[i];
  }

  /** Entry of str key `name`, or -1. Ignores general keys that would equal a str. */
  indexOfStr(name: string): number {
    const hk = this.hk;
    const hint = this.hint;
    if (hint < hk.length && hk[hint] === name) return hint;
    const map = this.map;
    if (map !== null) {
      const i = map.get(name);
      return i === undefined ? ABSENT : (this.hint = i);
    }
    for (let i = 0; i < hk.length; i++) if (hk[i] === name) return (this.hint = i);
    return ABSENT;
  }

  getStr(name: string): Value | undefined {
    const i = this.indexOfStr(name);
    return i < 0 ? undefined : this.vals[i];
  }

  /** Stores under a str key. For namespaces and attributes: growth is counted, never refused. */
  setStr(I: Interp, name: string, value: Value): void {
    const i = this.indexOfStr(name);
    if (i >= 0) {
      this.vals[i] = value;
      return;
    }
    if (this.usable <= 0) I.bytesLeft -= this.growthBytes(I, true);
    this.append(name, name, value, this.full === null ? 0 : hashString(name));
  }

  /** Deletes a str key; false if it was not there. */
  deleteStr(name: string): boolean {
    const i = this.indexOfStr(name);
    if (i < 0) return false;
    this.removeAt(i);
    return true;
  }

  /** All str keys in order. Linear. */
  strKeys(): string[] {
    return this.keys.filter((k) => typeof k === 'string') as string[];
  }

  /**
   * Entry of `key`, ABSENT, or NEEDS_PYTHON: the key is general, or could equal a general key stored here (then `dict-operations.ts` knows).
   * Pure: fit for expression trees.
   */
  find(key: Value): number {
    let i: number;
    if (typeof key === 'string') {
      const hint = this.hint;
      if (hint < this.hk.length && this.hk[hint] === key) return hint;
      i = this.indexOfStr(key);
    } else if (typeof key === 'number') i = this.indexOfNumber(key);
    else if (typeof key === 'object' && key !== null && key.constructor === PyTuple) {
      i = this.indexOfTuple((key as PyTuple).items);
      if (i === NEEDS_PYTHON) return i;
    } else {
      const nk = normalKey(key);
      if (nk === GENERAL) return NEEDS_PYTHON;
      i = this.indexOfNormal(nk);
    }
    return i === ABSENT && this.generalCount > 0 ? NEEDS_PYTHON : i;
  }

  indexOfNumber(n: number): number {
    const hk = this.hk;
    const hint = this.hint;
    if (hint < hk.length && hk[hint] === n) return hint;
    if (this.map === null) {
      for (let i = 0; i < hk.length; i++) if (hk[i] === n) return (this.hint = i);
      return ABSENT;
    }
    const table = this.table;
    if (table === null) return ABSENT;
    const mask = table.length - 1;
    let perturb = numberKeyHash(n);
    let slot = perturb & mask;
    for (;;) {
      const e = table[slot]!;
      if (e === 0) return ABSENT;
      if (hk[e - 1] === n) return (this.hint = e - 1);
      perturb >>>= 5;
      slot = (slot * 5 + perturb + 1) & mask;
    }
  }

  /** Entry of a tuple with these items; NEEDS_PYTHON when it is not structural. */
  indexOfTuple(items: readonly Value[]): number {
    const hash = tupleKeyHash(items, 0);
    if (hash === NO_HASH) return NEEDS_PYTHON;
    const hk = this.hk;
    if (this.map === null) {
      for (let i = 0; i < hk.length; i++) {
        const k = hk[i];
        if (k instanceof PyTuple && sameTuple(k.items, items)) return i;
      }
      return ABSENT;
    }
    const table = this.table;
    if (table === null) return ABSENT;
    const mask = table.length - 1;
    let perturb = hash;
    let slot = hash & mask;
    for (;;) {
      const e = table[slot]!;
      if (e === 0) return ABSENT;
      const k = hk[e - 1];
      if (k instanceof PyTuple && sameTuple(k.items, items)) return e - 1;
      perturb >>>= 5;
      slot = (slot * 5 + perturb + 1) & mask;
    }
  }

  /** Entry of a key given by its normal form (not GENERAL). */
  indexOfNormal(nk: any): number {
    if (typeof nk === 'number') return this.indexOfNumber(nk);
    if (nk instanceof PyTuple) return this.indexOfTuple(nk.items);
    const hk = this.hk;
    const map = this.map;
    if (map === null) {
      for (let i = 0; i < hk.length; i++) if (hk[i] === nk) return i;
      return ABSENT;
    }
    if (typeof nk === 'string' || (typeof nk === 'object' && nk !== null)) {
      const i = map.get(nk);
      return i === undefined ? ABSENT : i;
    }
    const table = this.table;
    if (table === null) return ABSENT;
    const mask = table.length - 1;
    let perturb = tableKeyHash(nk);
    let slot = perturb & mask;
    for (;;) {
      const e = table[slot]!;
      if (e === 0) return ABSENT;
      if (hk[e - 1] === nk) return e - 1;
      perturb >>>= 5;
      slot = (slot * 5 + perturb + 1) & mask;
    }
  }

  /** Bytes of the table that adding a key (a str or not) would make; 0 while there is room. */
  growthBytes(I: Interp, isStr: boolean): number {
    if (this.usable > 0 && (isStr || !this.isUnicode)) return 0;
    const log2Size = this.log2Size === 0 ? 3 : log2SizeFor(this.size * 3);
    return tableBytes(log2Size, isStr && this.isUnicode, I.memory.pointerBytes);
  }

  /**
   * `dict[key] = value` where that needs neither Python code nor a large growth. false: nothing was done, take `dictSet`.
   * For steps whose operands are not in registers.
   */
  setFast(I: Interp, key: Value, value: Value): boolean {
    const i = this.find(key);
    if (i >= 0) {
      this.vals[i] = value;
      return true;
    }
    if (i === NEEDS_PYTHON || this.full !== null) return false;
    const isStr = typeof key === 'string';
    if (this.usable <= 0 || (this.isUnicode && !isStr)) {
      const bytes = this.growthBytes(I, isStr);
      if (bytes >= LARGE_GROWTH_BYTES) return false;
      I.bytesLeft -= bytes;
    }
    this.append(key, isStr ? key : normalKey(key), value);
    return true;
  }

  /**
   * Adds an entry whose key is known to be absent. `nk` is its normal form, GENERAL for general keys; `hash` its Python hash, needed
   * when `full` is there. The caller has charged `growthBytes`.
   */
  append(key: Value, nk: any, value: Value, hash: number | bigint = 0): void {
    const isStr = typeof key === 'string';
    if (this.usable <= 0 || (this.isUnicode && !isStr)) this.grow(isStr);
    const i = this.keys.length;
    if (nk !== key && this.hk === this.keys) this.hk = this.keys.slice();
    this.keys.push(key);
    if (this.hk !== this.keys) this.hk.push(nk);
    this.vals.push(value);
    this.usable--;
    this.size++;
    this.layout++;
    if (nk === GENERAL) this.generalCount++;
    if (this.map !== null) this.indexEntry(i, nk);
    if (this.full !== null) this.full.enter(i, hash, this.keys);
  }

  /** Deletes entry `i`, which must be live. */
  removeAt(i: number): void {
    const nk = this.hk[i];
    if (nk === GENERAL) this.generalCount--;
    else if (this.map !== null && isMapKey(nk)) this.map.delete(nk);
    this.keys[i] = undefined;
    this.hk[i] = undefined;
    this.vals[i] = undefined;
    this.size--;
    this.layout++;
  }

  /** Index of the last live entry, dropping the gaps behind it; -1 if empty. For popitem. */
  lastEntry(): number {
    let i = this.keys.length - 1;
    while (i >= 0 && this.keys[i] === undefined) i--;
    return i;
  }

  /** Removes entry `i`, the last live one, and what is behind it: the arrays get shorter, as CPython's do. */
  removeLast(i: number): void {
    this.removeAt(i);
    this.truncate(i);
  }

  clear(): void {
    this.size = 0;
    this.layout++;
    this.keys = [];
    this.vals = [];
    this.hk = this.keys;
    this.map = null;
    this.table = null;
    this.full = null;
    this.generalCount = 0;
    this.usable = 0;
    this.log2Size = 0;
    this.isUnicode = true;
  }

  /** Makes room for `count` entries in an empty dictionary, as CPython does for displays and keyword arguments. */
  presize(count: number, isUnicode: boolean): void {
    if (count <= 5 || this.log2Size !== 0) return;
    this.isUnicode = isUnicode;
    this.resize(Math.min(17, log2SizeFor((count * 3 + 1) >> 1)));
  }

  /** Closes the gaps and sets CPython's table size to 2^log2Size, which must be enough for the live entries. */
  resize(log2Size: number): void {
    const hadGaps = this.keys.length !== this.size;
    const wasIndexed = this.map !== null;
    this.log2Size = log2Size;
    this.usable = usableOf(log2Size) - this.size;
    if (hadGaps) this.closeGaps();
    if (log2Size <= SCAN_LOG2_SIZE) {
      this.map = null;
      this.table = null;
    } else if (hadGaps || !wasIndexed) this.buildIndex();
    else if (this.table !== null) this.buildTable();
  }

  /** Takes over a copy of `other`'s entries and table geometry; this one must be empty. Linear in `other`. */
  copyFrom(other: PyDict): void {
    this.keys = other.keys.slice();
    this.vals = other.vals.slice();
    this.hk = other.hk === other.keys ? this.keys : other.hk.slice();
    this.size = other.size;
    this.layout++;
    this.generalCount = other.generalCount;
    this.usable = other.usable;
    this.log2Size = other.log2Size;
    this.isUnicode = other.isUnicode;
    if (other.full !== null) {
      this.full = new FullIndex(0);
      for (let i = 0; i < this.keys.length; i++) this.full.enter(i, other.full.hashes[i]!, this.keys);
    }
    if (other.map !== null) this.buildIndex();
  }

  /** Bytes CPython 3.11 reports for the object and its table. */
  modelBytes(pointerBytes: number): number {
    const table = this.log2Size === 0 ? 0 : tableBytes(this.log2Size, this.isUnicode, pointerBytes);
    return (pointerBytes === 8 ? 64 : 36) + table;
  }

  private grow(keyIsStr: boolean): void {
    if (this.log2Size === 0) {
      this.isUnicode = keyIsStr;
      this.keys = arrayForFive();
      this.vals = arrayForFive();
      this.hk = this.keys;
      this.resize(3);
      return;
    }
    if (!keyIsStr) this.isUnicode = false;
    this.resize(log2SizeFor(this.size * 3));
  }

  private closeGaps(): void {
    const { keys, vals, hk, full } = this;
    let to = 0;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key === undefined) continue;
      if (to !== i) {
        keys[to] = key;
        vals[to] = vals[i];
        hk[to] = hk[i];
        if (full !== null) full.hashes[to] = full.hashes[i]!;
      }
      to++;
    }
    this.layout++;
    this.truncate(to);
    if (full !== null) full.rebuild(keys);
  }

  /** Index slots of the dropped entries stay: they find nothing, or what is put there later, and `usable` bounds their number. */
  private truncate(length: number): void {
    this.keys.length = length;
    this.vals.length = length;
    if (this.hk !== this.keys) this.hk.length = length;
    if (this.full !== null) this.full.hashes.length = length;
  }

  private buildIndex(): void {
    this.map = NO_MAP;
    this.table = null;
    const hk = this.hk;
    for (let i = 0; i < hk.length; i++) if (hk[i] !== undefined) this.indexEntry(i, hk[i]);
  }

  private buildTable(): void {
    const hk = this.hk;
    const table = new Int32Array(2 << this.log2Size);
    this.table = table;
    for (let i = 0; i < hk.length; i++) {
      const nk = hk[i];
      if (typeof nk === 'number') insertIndex(table, numberKeyHash(nk), i);
      else if (nk !== undefined && !isMapKey(nk)) this.indexEntry(i, nk);
    }
  }

  private indexEntry(i: number, nk: any): void {
    if (nk === GENERAL) return;
    if (isMapKey(nk)) {
      if (this.map === NO_MAP) this.map = new Map();
      this.map!.set(nk, i);
      return;
    }
    if (this.table === null) this.table = new Int32Array(2 << this.log2Size);
    insertIndex(this.table, tableKeyHash(nk), i);
  }
}

/** An instance of a Python class derived from dict (and the payload of native subclasses): attribute storage as in PyInstance. */
export class PyDictObject extends PyDict {
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType) {
    super(cls);
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** Makes an empty dict. */
export function newDict(I: Interp): PyDict {
  I.bytesLeft -= 8 * I.memory.pointerBytes;
  return new PyDict(I.types.dict);
}

/** An empty array with room for five; one that is pushed to from nothing takes room for 17 (V8), twice the memory of a small dict. */
function arrayForFive(): any[] {
  const a = [undefined, undefined, undefined, undefined, undefined];
  a.pop();
  a.pop();
  a.pop();
  a.pop();
  a.pop();
  return a;
}

/** Does this normal form live in `map`? */
function isMapKey(nk: any): boolean {
  return (
    typeof nk === 'string' || (typeof nk === 'object' && nk !== null && nk !== GENERAL && !(nk instanceof PyTuple))
  );
}

function insertIndex(table: Int32Array, hash: number, i: number): void {
  const mask = table.length - 1;
  let perturb = hash;
  let slot = hash & mask;
  while (table[slot] !== 0) {
    perturb >>>= 5;
    slot = (slot * 5 + perturb + 1) & mask;
  }
  table[slot] = i + 1;
}

/** An int32 from a Python hash. */
export function foldHash(hash: number | bigint): number {
  return typeof hash === 'number' ? numberKeyHash(hash) : Number(BigInt.asIntN(32, hash ^ (hash >> 32n)));
}

/** CPython's calculate_log2_keysize, powers of two above 8 rounding up included. */
export function log2SizeFor(minSize: number): number {
  return 32 - Math.clz32(((minSize | 8) - 1) | 7);
}

/** Two thirds of 2^n, by n. A table, since powers are what building a small dict would spend most of its time on. */
const USABLE: readonly number[] = Array.from({ length: 40 }, (_, n) => Math.floor(2 ** (n + 1) / 3));
/** Bytes of CPython's index slots, which are 1, 2 or 4 bytes wide, by n. */
const INDEX_BYTES: readonly number[] = Array.from({ length: 40 }, (_, n) => 2 ** n * (n < 8 ? 1 : n < 16 ? 2 : 4));

/** Entries that fit a table of 2^log2Size slots. */
export function usableOf(log2Size: number): number {
  return USABLE[log2Size]!;
}

/** Bytes of CPython's keys object: header, index slots, entries (with the hash unless all keys are str). */
export function tableBytes(log2Size: number, isUnicode: boolean, pointerBytes: number): number {
  const entryBytes = (isUnicode ? 2 : 3) * pointerBytes;
  return (pointerBytes === 8 ? 32 : 20) + INDEX_BYTES[log2Size]! + USABLE[log2Size]! * entryBytes;
}
