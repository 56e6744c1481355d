/**
 * Look-ups in dictionaries that may run Python code: `dictGet`, `dictSet` and so on for any key. Plain and structural keys are answered at
 * once by `PyDict.find`; general ones go through DICT_KIND, which asks for the hash, walks the full index and compares, and starts the walk
 * again when a comparison has changed the dictionary, as CPython does.
 */
import { MISSING } from './value.ts';
import type { Missing, Value } from './value.ts';
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import { ABSENT, FullIndex, PyDict, foldHash } from './dict.ts';
import { GENERAL, normalKey } from './dict-key.ts';
import { chargeGrowth } from './growth.ts';
import { hash, isEqual } from './comparison.ts';
import { callUnbound1, lookupSpecial } from './call-special.ts';
import { keyError } from './raise.ts';

/** What is to be done with the entry that DICT_KIND finds. */
export const enum DictOp {
  /** The value or MISSING. */
  GET,
  /** Stores; true. */
  SET,
  /** Removes; was it there? */
  DELETE,
  /** Is it there? */
  CONTAINS,
  /** The value; `__missing__` or KeyError. */
  SUBSCRIPT,
  /** Removes, or raises KeyError; true. */
  DELETE_ITEM,
  /** The value there, else stores; the value. */
  SET_DEFAULT,
  /** Removes; the value or MISSING. */
  POP,
}

// Registers of DICT_KIND.
const OP = 1;
const DICT = 2;
const KEY = 3;
const VALUE = 4;
const PHASE = 5;
const HASH = 6;
const SLOT = 7;
const PERTURB = 8;
const GENERATION = 9;
const ENTRY = 10;
const ENTRY_KEY = 11;

const PHASE_HASH = 0;
const PHASE_HASHED = 1;
const PHASE_WALK = 2;
const PHASE_COMPARED = 3;
/** The operation itself was begun; what is delivered is its result (`__missing__`). */
const PHASE_DONE = 4;

/** r = [delivered, op, dict, key, value, phase, hash, slot, perturb, generation of the index, entry being compared, its key]. */
export const DICT_KIND = new NativeKind('dict.lookup', (I: Interp, f: Frame) => {
  const r = f.r;
  const dict: PyDict = r[DICT];
  if (r[PHASE] === PHASE_DONE) return r[0];
  if (r[PHASE] === PHASE_HASH) {
    r[PHASE] = PHASE_HASHED;
    const h = hash(I, r[KEY]);
    if (h === undefined) return undefined;
    r[0] = h;
  }
  if (r[PHASE] === PHASE_HASHED) {
    r[HASH] = r[0];
    r[0] = undefined;
    r[PHASE] = PHASE_WALK;
  }
  if (r[PHASE] === PHASE_WALK && !startWalk(I, r, dict)) return undefined;
  for (;;) {
    if (r[PHASE] === PHASE_COMPARED) {
      const equal = r[0];
      r[0] = undefined;
      r[PHASE] = PHASE_WALK;
      if (dict.full === null || dict.full.generation !== r[GENERATION] || dict.keys[r[ENTRY]] !== r[ENTRY_KEY]) {
        // The comparison changed the dictionary. One that always does so must not keep the others waiting.
        if (--I.ticks < 0) return I.pause(f);
        if (!startWalk(I, r, dict)) return undefined;
      } else if (equal) return finish(I, r, dict, r[ENTRY]);
      else step(r, dict);
    }
    const full = dict.full!;
    const e = full.table[r[SLOT]]!;
    if (e === 0) return finish(I, r, dict, ABSENT);
    const key = dict.keys[e - 1];
    if (key !== undefined && full.hashes[e - 1] === r[HASH]) {
      if (key === r[KEY]) return finish(I, r, dict, e - 1);
      r[ENTRY] = e - 1;
      r[ENTRY_KEY] = key;
      r[PHASE] = PHASE_COMPARED;
      I.ticks--;
      const equal = isEqual(I, key, r[KEY]);
      if (equal === undefined) return undefined;
      r[0] = equal;
    } else step(r, dict);
  }
});
function startWalk(I: Interp, r: any[], dict: PyDict): boolean {
  if (dict.full === null && !makeFullIndex(I, dict)) return false;
  const full = dict.full!;
  const h = foldHash(r[HASH]);
  r[GENERATION] = full.generation;
  r[PERTURB] = h;
  r[SLOT] = h & (full.table.length - 1);
  return true;
}

function step(r: any[], dict: PyDict): void {
  const perturb = r[PERTURB] >>> 5;
  r[PERTURB] = perturb;
  r[SLOT] = (r[SLOT] * 5 + perturb + 1) & (dict.full!.table.length - 1);
}

/** Hashes every key that is there: all are plain or structural, so this calls no Python code. Linear, charged. */
function makeFullIndex(I: Interp, dict: PyDict): boolean {
  const keys = dict.keys;
  I.ticks -= keys.length;
  if (!chargeGrowth(I, keys.length * 4 * I.memory.pointerBytes)) return false;
  const full = new FullIndex(dict.layout);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    full.enter(i, key === undefined ? 0 : hash(I, key)!, keys);
  }
  dict.full = full;
  return true;
}

function finish(I: Interp, r: any[], dict: PyDict, entry: number): any {
  r[PHASE] = PHASE_DONE;
  return perform(I, r[OP], dict, entry, r[KEY], r[VALUE], r[HASH]);
}

/** Does `op` with what was found. `hashValue` is used only when the dictionary has a full index. */
function perform(
  I: Interp,
  op: DictOp,
  dict: PyDict,
  entry: number,
  key: Value,
  value: Value,
  hashValue: number | bigint,
): any {
  switch (op) {
    case DictOp.GET:
      return entry < 0 ? MISSING : dict.vals[entry];
    case DictOp.SET:
      if (entry < 0) return append(I, dict, key, value, hashValue);
      dict.vals[entry] = value;
      return true;
    case DictOp.DELETE:
      if (entry < 0) return false;
      dict.removeAt(entry);
      return true;
    case DictOp.CONTAINS:
      return entry >= 0;
    case DictOp.SUBSCRIPT:
      return entry < 0 ? missingKey(I, dict, key) : dict.vals[entry];
    case DictOp.DELETE_ITEM:
      if (entry < 0) return keyError(I, key);
      dict.removeAt(entry);
      return true;
    case DictOp.SET_DEFAULT:
      if (entry >= 0) return dict.vals[entry];
      return append(I, dict, key, value, hashValue) === undefined ? undefined : value;
    case DictOp.POP: {
      if (entry < 0) return MISSING;
      const old = dict.vals[entry];
      dict.removeAt(entry);
      return old;
    }
  }
}

function append(I: Interp, dict: PyDict, key: Value, value: Value, hashValue: number | bigint): true | undefined {
  const isStr = typeof key === 'string';
  const bytes = dict.usable > 0 && (isStr || !dict.isUnicode) ? 0 : dict.growthBytes(I, isStr);
  if (bytes > 0) {
    // A resize touches every entry.
    I.ticks -= dict.size >> 3;
    if (!chargeGrowth(I, bytes)) return undefined;
  }
  dict.append(key, isStr || typeof key === 'number' ? key : normalKey(key), value, hashValue);
  return true;
}

function missingKey(I: Interp, dict: PyDict, key: Value): Value | undefined {
  if (dict.constructor !== PyDict) {
    const fn = lookupSpecial(I, dict, '__missing__');
    if (fn !== undefined) return callUnbound1(I, fn, dict, key);
  }
  return keyError(I, key);
}

/** Looks `key` up and does `op`. For the general case; the functions below have the quick ways. */
function lookUp(I: Interp, op: DictOp, dict: PyDict, key: Value, value: Value): any {
  const entry = dict.find(key);
  if (entry >= 0) return perform(I, op, dict, entry, key, value, 0);
  if (entry === ABSENT) return perform(I, op, dict, entry, key, value, dict.full === null ? 0 : hash(I, key)!);
  return I.enter(DICT_KIND, [undefined, op, dict, key, value, PHASE_HASH, 0, 0, 0, 0, 0, null]);
}

/**
 * As `lookUp` for the key of entry `at` of another dictionary: a general key's hash is known there, so its `__hash__` is not called again.
 * `op` must not be one that calls `__missing__`.
 */
export function lookUpKeyOf(I: Interp, op: DictOp, dict: PyDict, other: PyDict, at: number, value: Value): any {
  const key = other.keys[at]!;
  if (other.full === null || other.hk[at] !== GENERAL) return lookUp(I, op, dict, key, value);
  return I.enter(DICT_KIND, [undefined, op, dict, key, value, PHASE_WALK, other.full.hashes[at], 0, 0, 0, 0, null]);
}

/** Returns the value under `key`, or MISSING. `__missing__` is not asked. May call Python. */
export function dictGet(I: Interp, dict: PyDict, key: Value): Value | Missing | undefined {
  const entry = dict.find(key);
  if (entry >= 0) return dict.vals[entry];
  return entry === ABSENT ? MISSING : lookUp(I, DictOp.GET, dict, key, null);
}

/** `dict[key] = value`. May call Python; may raise MemoryError. */
export function dictSet(I: Interp, dict: PyDict, key: Value, value: Value): true | undefined {
  const entry = dict.find(key);
  if (entry >= 0) {
    dict.vals[entry] = value;
    return true;
  }
  if (entry === ABSENT && dict.full === null) return append(I, dict, key, value, 0);
  return lookUp(I, DictOp.SET, dict, key, value);
}

/** Removes `key`; false if it was not there. May call Python. */
export function dictDel(I: Interp, dict: PyDict, key: Value): boolean | undefined {
  return lookUp(I, DictOp.DELETE, dict, key, null);
}

/** `key in dict`. May call Python. */
export function dictContains(I: Interp, dict: PyDict, key: Value): boolean | undefined {
  const entry = dict.find(key);
  if (entry >= 0) return true;
  return entry === ABSENT ? false : lookUp(I, DictOp.CONTAINS, dict, key, null);
}

/** `dict[key]`: `__missing__` of subclasses, else KeyError. May call Python. */
export function dictSubscript(I: Interp, dict: PyDict, key: Value): Value | undefined {
  const entry = dict.find(key);
  return entry >= 0 ? dict.vals[entry] : lookUp(I, DictOp.SUBSCRIPT, dict, key, null);
}

/** `del dict[key]`; KeyError if it is not there. May call Python. */
export function dictDelItem(I: Interp, dict: PyDict, key: Value): true | undefined {
  return lookUp(I, DictOp.DELETE_ITEM, dict, key, null);
}

/** `dict.setdefault(key, value)`. May call Python. */
export function dictSetDefault(I: Interp, dict: PyDict, key: Value, value: Value): Value | undefined {
  return lookUp(I, DictOp.SET_DEFAULT, dict, key, value);
}

/** Removes `key` and returns its value, or MISSING. May call Python. */
export function dictPop(I: Interp, dict: PyDict, key: Value): Value | Missing | undefined {
  return lookUp(I, DictOp.POP, dict, key, null);
}

export const DICT_OPERATION_KINDS = [DICT_KIND];
