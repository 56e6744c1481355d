/**
 * Dictionary keys without Python: which keys can be hashed and compared at once, and how.
 *
 * Three sorts of keys:
 * - *plain*: its normal form is a JavaScript value for which `===` is Python's `==`: str -> string; int, bool, float -> number or bigint
 *   (True, 1 and 1.0 are one number; a NaN is its own object); None -> null; objects whose type has neither `__eq__` nor `__hash__` of
 *   its own -> the object itself.
 * - *structural*: tuples of plain scalars and structural tuples (grid cells). Hashed by `tupleKeyHash`, compared by `sameTuple`.
 * - *general*: everything else (instances with `__eq__`, bytes, ranges, tuples of objects ...). The caller asks the type's slots, which may
 *   run Python code; `normalKey` answers GENERAL.
 *
 * The sort of a key depends on its type only, so it is the same at each look-up. The hash used inside dictionaries is not Python's: it
 * exists to be cheap, and nothing shows it.
 */
import { PyFloat, Sentinel } from './value.ts';
import type { Value } from './value.ts';
import { PyTuple } from './tuple.ts';
import { PyFloatObject, PyIntObject, PyStrObject } from './scalar-payload.ts';

/** What `normalKey` answers for keys of the general sort. */
export const GENERAL = new Sentinel('general key');

/** Characters and items that hashing a key may look at without charging: longer ones take the general way, which charges. */
const FREE_LENGTH = 256;
/** Tuples nested deeper than this are general keys. */
const MAX_NESTING = 8;
/** What `tupleKeyHash` answers for a tuple that is not structural: no int32. */
export const NO_HASH = 0x100000000;

/** Returns the normal form of `key`: `===` on normal forms decides equality of plain keys. GENERAL for general keys. */
export function normalKey(key: Value): any {
  switch (typeof key) {
    case 'string':
    case 'number':
    case 'bigint':
      return key;
    case 'boolean':
      return key ? 1 : 0;
  }
  if (key === null) return null;
  if (key.constructor === PyTuple) return tupleKeyHash((key as PyTuple).items, 0) === NO_HASH ? GENERAL : key;
  if (key.constructor === PyFloat) return normalFloat(key);
  return normalObject(key as any);
}

function normalFloat(key: PyFloat): any {
  const value = key.value;
  if (value === 0) return 0;
  if (Number.isSafeInteger(value)) return value;
  if (value !== value) return key;
  return Number.isInteger(value) ? BigInt(value) : value;
}

function normalObject(key: any): any {
  const slots = key.cls.slots;
  const mro = key.cls.mro;
  const base = mro[mro.length - 1].slots;
  if (slots.hash === base.hash && slots.compare === base.compare) return key instanceof PyTuple ? GENERAL : key;
  const own = key.cls.spec.slots;
  if (own === undefined || slots.hash !== own.hash || slots.compare !== own.compare) return GENERAL;
  if (key instanceof PyStrObject || key instanceof PyIntObject) return key.value;
  if (key instanceof PyFloatObject) return key.value === key.value ? normalFloat(new PyFloat(key.value)) : key;
  if (key instanceof PyTuple) return tupleKeyHash(key.items, 0) === NO_HASH ? GENERAL : key;
  return GENERAL;
}

/** Hash of a number that is a plain key. Small ints hash to themselves, which spreads runs of them without any collision. */
export function numberKeyHash(n: number): number {
  const low = n | 0;
  if (low === n) return low;
  const size = n < 0 ? -n : n;
  if (size > 1e-6 && size < 1e19) return low ^ ((n * 4294967296) | 0) ^ ((n / 4294967296) | 0);
  return stringKeyHash(String(n));
}

/** Hash of a string inside a tuple. */
export function stringKeyHash(s: string): number {
  let h = s.length;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return h;
}

function bigKeyHash(n: bigint): number {
  return Number(BigInt.asIntN(32, n ^ (n >> 32n) ^ (n >> 64n)));
}

/** Hash of the normal form of a key that is neither a string nor an identity object. */
export function tableKeyHash(nk: any): number {
  if (typeof nk === 'number') return numberKeyHash(nk);
  if (nk === null) return 0x6e6f6e65;
  if (typeof nk === 'bigint') return bigKeyHash(nk);
  return tupleKeyHash(nk.items, 0);
}

/** Hash of a structural tuple, or NO_HASH if it is not one. */
export function tupleKeyHash(items: readonly Value[], nesting: number): number {
  const length = items.length;
  if (length > FREE_LENGTH) return NO_HASH;
  let h = length;
  for (let i = 0; i < length; i++) {
    const item = items[i];
    let x: number;
    if (typeof item === 'number') x = numberKeyHash(item);
    else if (typeof item === 'string') {
      if (item.length > FREE_LENGTH) return NO_HASH;
      x = stringKeyHash(item);
    } else {
      x = itemKeyHash(item!, nesting);
      if (x === NO_HASH) return NO_HASH;
    }
    h = Math.imul(h ^ x, 0x9e3779b1);
    h ^= h >>> 15;
  }
  return h;
}

function itemKeyHash(item: Value, nesting: number): number {
  if (item === null) return 0x6e6f6e65;
  if (typeof item === 'boolean') return item ? 1 : 0;
  if (typeof item === 'bigint') return bigKeyHash(item);
  if (typeof item !== 'object') return NO_HASH;
  if (item.constructor === PyTuple)
    return nesting >= MAX_NESTING ? NO_HASH : tupleKeyHash((item as PyTuple).items, nesting + 1);
  if (item.constructor === PyFloat) {
    const nk = normalFloat(item);
    return typeof nk === 'number' ? numberKeyHash(nk) : typeof nk === 'bigint' ? bigKeyHash(nk) : NO_HASH;
  }
  return NO_HASH;
}

/** Tells whether two structural tuples are equal. */
export function sameTuple(a: readonly Value[], b: readonly Value[]): boolean {
  const length = a.length;
  if (length !== b.length) return false;
  for (let i = 0; i < length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    if (x === y) continue;
    if (typeof x === 'string' || typeof y === 'string') return false;
    if (typeof x === 'number' && typeof y === 'number') return false;
    if (!sameItem(x, y)) return false;
  }
  return true;
}

function sameItem(x: Value, y: Value): boolean {
  if (x instanceof PyTuple) return y instanceof PyTuple && sameTuple(x.items, y.items);
  if (x === null || y === null) return false;
  if (y instanceof PyTuple) return false;
  return itemForm(x) === itemForm(y);
}

function itemForm(v: Value): any {
  if (typeof v === 'boolean') return v ? 1 : 0;
  return typeof v === 'object' && v !== null ? normalFloat(v as PyFloat) : v;
}
