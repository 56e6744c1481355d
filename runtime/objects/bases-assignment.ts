/** `C.__bases__ = (...)`: a new MRO for the class and everything below it, or, if any of them has none, nothing changes. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { PyType, isSubtype, touchType } from './type.ts';
import { bestBase, solidBase } from './class-layout.ts';
import { defaultMro } from './type-creation.ts';
import { typeError } from './raise.ts';
import { typeName } from './type-of.ts';

/** `fill` recomputes the slots of a class from its MRO. */
export function assignBases(
  I: Interp,
  type: PyType,
  bases: readonly Value[],
  fill: (I: Interp, type: PyType) => void,
): true | undefined {
  if (bases.length === 0) return typeError(I, `can only assign non-empty tuple to ${type.name}.__bases__, not ()`);
  for (const base of bases) {
    if (!(base instanceof PyType))
      return typeError(I, `${type.name}.__bases__ must be tuple of classes, not '${typeName(I, base)}'`);
    if (isSubtype(base, type)) return typeError(I, 'a __bases__ item causes an inheritance cycle');
  }
  const best = bestBase(I, bases);
  if (best === undefined) return undefined;
  const old = type.base!;
  if (solidBase(old) !== solidBase(best) || old.hasDict !== best.hasDict) {
    return typeError(I, `__bases__ assignment: '${best.name}' object layout differs from '${old.name}'`);
  }
  const before = { bases: type.bases, base: type.base };
  type.bases = bases.slice() as PyType[];
  type.base = best;
  const changed: [PyType, PyType[]][] = [];
  if (relinearize(I, type, changed) === undefined) {
    for (const [t, mro] of changed) t.mro = mro;
    type.bases = before.bases;
    type.base = before.base;
    return undefined;
  }
  for (const base of before.bases) base.subclasses = base.subclasses.filter((t) => t !== type);
  for (const base of type.bases) base.subclasses.push(type);
  touchType(type);
  for (const [t] of changed) fill(I, t);
  return true;
}

/** Recomputes MROs from `type` down; what was there before goes to `changed`, bases before subclasses. */
function relinearize(I: Interp, type: PyType, changed: [PyType, PyType[]][]): true | undefined {
  const mro = defaultMro(I, type);
  if (mro === undefined) return undefined;
  changed.push([type, type.mro]);
  type.mro = mro;
  for (const sub of type.subclasses) if (relinearize(I, sub, changed) === undefined) return undefined;
  return true;
}
