/** The Python face of `frozenset`. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import { NativeKind } from './frame.ts';
import { PyFrozenSet, PyFrozenSetObject } from './set.ts';
import { CLASS_GETITEM } from './class-getitem.ts';
import { checkOneIterable, withoutForeignKeywords } from './constructor-argument.ts';
import { joinHash } from './key-hash.ts';
import { setUpdate } from './set-update.ts';
import { SET_METHODS, SET_OPERATORS, SET_SLOTS, copySet } from './set-methods.ts';
import { hashFrozenSet } from '../numeric/hash.ts';
import { typeError } from './raise.ts';

function construct(I: Interp, cls: any, args: Value[], kw: readonly string[] | null): any {
  const positional = withoutForeignKeywords(cls, I.types.frozenset, args, kw);
  if (positional === null) return typeError(I, 'frozenset() takes no keyword arguments');
  if (!checkOneIterable(I, 'frozenset', cls.name, positional, null)) return undefined;
  if (cls === I.types.frozenset && (positional[0] as any)?.constructor === PyFrozenSet) return positional[0];
  const set = FROZENSET_SPEC.allocate!(I, cls) as PyFrozenSet;
  if (positional.length === 0) return set;
  const entry = I.frame;
  const done = setUpdate(I, set, positional[0]!);
  return done === undefined ? I.then(entry, FILLED_KIND, [undefined, set]) : set;
}

/** r = [delivered, set]. */
export const FILLED_KIND = new NativeKind('frozenset.filled', (_I, f) => f.r[1]);

/** Slot `hash`: the elements' hashes are in the table. Computed once. */
function hash(I: Interp, set: PyFrozenSet): number | bigint {
  if (set.hash !== null) return set.hash;
  I.ticks -= set.size >> 1;
  const hashes: (number | bigint)[] = [];
  for (let slot = set.nextSlot(0); slot >= 0; slot = set.nextSlot(slot + 1)) {
    hashes.push(joinHash(set.hashes[2 * slot]!, set.hashes[2 * slot + 1]!));
  }
  set.hash = hashFrozenSet(hashes);
  return set.hash;
}

export const FROZENSET_SPEC: TypeSpec = {
  name: 'frozenset',
  matchSelf: true,
  allocate: (I, cls) => {
    I.bytesLeft -= 27 * I.memory.pointerBytes;
    return cls.isBuiltin ? new PyFrozenSet(cls) : new PyFrozenSetObject(cls);
  },
  slots: { ...SET_SLOTS, new: construct, hash },
  binary: SET_OPERATORS,
  methods: {
    ...SET_METHODS,
    copy: noArgs((I, set: PyFrozenSet) => (set.constructor === PyFrozenSet ? set : copySet(I, set))),
  },
  classMethods: CLASS_GETITEM,
  kinds: [FILLED_KIND],
};
