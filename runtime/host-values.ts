/** Making containers for a host: charged to the script's memory, without calling Python. */
import { normalKey } from './objects/dict-key.ts';
import { NEEDS_PYTHON } from './objects/dict.ts';
import type { PyDict } from './objects/dict.ts';
import type { Interp } from './objects/interp.ts';
import { PySet } from './objects/set.ts';
import type { Value } from './objects/value.ts';

/** `dict[key] = value`; false, with nothing done, if `key` could only be hashed by Python code. */
export function putItem(I: Interp, dict: PyDict, key: Value, value: Value): boolean {
  const i = dict.find(key);
  if (i === NEEDS_PYTHON || dict.full !== null) return false;
  if (i >= 0) {
    dict.vals[i] = value;
    return true;
  }
  const isStr = typeof key === 'string';
  I.bytesLeft -= dict.growthBytes(I, isStr);
  dict.append(key, isStr ? key : normalKey(key), value);
  return true;
}

/** A new set of `members`; undefined if one of them could only be hashed by Python code. */
export function newSet(I: Interp, members: readonly Value[]): PySet | undefined {
  const set = new PySet(I.types.set);
  for (const member of members) {
    const slot = set.find(member);
    if (slot === NEEDS_PYTHON) return undefined;
    if (slot >= 0) continue;
    I.bytesLeft -= set.growthBytes(I);
    set.addHashed(member, set.lo, set.hi);
  }
  return set;
}
