/**
 * Modelled sizes of instances: what `sys.getsizeof` reports and the census sums. Slot `sizeOf` gives the whole, headers of the collector and
 * of managed dictionaries included; `__sizeof__` leaves these out, as CPython does.
 */
import type { Interp } from './interp.ts';
import type { Slots } from './native.ts';
import type { PyType } from './type.ts';
import { isVariableSize } from './class-layout.ts';

/** Built-in types whose exact instances have no collector header. */
const UNTRACKED = new Set([
  'object',
  'int',
  'bool',
  'float',
  'complex',
  'str',
  'bytes',
  'bytearray',
  'NoneType',
  'ellipsis',
  'NotImplementedType',
  'range',
  'code',
  'types.UnionType',
]);

/** Bytes in front of the object proper. */
export function headerBytes(I: Interp, type: PyType): number {
  const p = I.memory.pointerBytes;
  if (type.isBuiltin) return UNTRACKED.has(type.tpName) ? 0 : 2 * p;
  return 2 * p + (hasManagedDict(type) ? 2 * p : 0);
}

function hasManagedDict(type: PyType): boolean {
  let t: PyType = type;
  while (!t.isBuiltin) t = t.base!;
  return type.hasDict && !t.hasDict && !isVariableSize(type);
}

/** Slot `sizeOf` of a Python class: its base's, and what the class adds. */
export function classSizeOf(type: PyType): NonNullable<Slots['sizeOf']> {
  let solid: PyType = type;
  while (!solid.isBuiltin) solid = solid.base!;
  const base = solid.slots.sizeOf;
  const isTracked = !UNTRACKED.has(solid.tpName);
  let pointers = type.slotCount;
  if (type.hasWeakref && !solid.hasWeakref) pointers++;
  if (hasManagedDict(type)) pointers += 2;
  else if (type.hasDict && !solid.hasDict && solid.tpName !== 'int') pointers++;
  if (!isTracked) pointers += 2;
  return (I, v) => (base === null ? 2 * I.memory.pointerBytes : base(I, v)) + pointers * I.memory.pointerBytes;
}
