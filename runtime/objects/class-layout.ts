/**
 * Layout of instances: which base decides it, what `__slots__` adds. Instances of classes derived from different payloads (list and dict), or
 * from classes with different slot members, cannot be one object.
 */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { PyType, isSubtype } from './type.ts';
import { typeError, valueError } from './raise.ts';
import { typeOf } from './type-of.ts';
import { asStr } from './unwrap.ts';

/** Types whose instances vary in size in CPython: they take no slot members and no weak references. */
const VARIABLE_SIZE = ['int', 'tuple', 'bytes', 'type'];

/** The nearest type in the chain of bases that added something to the layout. */
export function solidBase(type: PyType): PyType {
  let t = type;
  while (t.base !== null && !addsLayout(t)) t = t.base;
  return t;
}

function addsLayout(type: PyType): boolean {
  if (!type.isBuiltin) return type.slotCount > type.base!.slotCount;
  const spec = type.spec;
  return spec.allocate !== undefined || (spec.slots !== undefined && spec.slots.new !== undefined);
}

/** The nearest built-in type in the chain of bases. */
export function builtinBase(type: PyType): PyType {
  let t = type;
  while (!t.isBuiltin) t = t.base!;
  return t;
}

export function isVariableSize(type: PyType): boolean {
  return VARIABLE_SIZE.some((name) => builtinBase(type).mro.some((t) => t.isBuiltin && t.tpName === name));
}

/** The base that decides the layout. Raises TypeError for bases that cannot be derived from, or not together. */
export function bestBase(I: Interp, bases: readonly Value[]): PyType | undefined {
  let winner: PyType | null = null;
  let best: PyType | null = null;
  for (const base of bases) {
    if (!(base instanceof PyType)) return typeError(I, 'bases must be types');
    if (base.isFinal) return typeError(I, `type '${base.tpName}' is not an acceptable base type`);
    const candidate = solidBase(base);
    if (winner === null || (winner !== candidate && isSubtype(candidate, winner) && !isSubtype(winner, candidate))) {
      winner = candidate;
      best = base;
    } else if (!isSubtype(winner, candidate)) return typeError(I, 'multiple bases have instance lay-out conflict');
  }
  return best!;
}

/** The most derived metaclass among `meta` and those of the bases. */
export function calculateMetaclass(I: Interp, meta: PyType, bases: readonly Value[]): PyType | undefined {
  let winner = meta;
  for (const base of bases) {
    const other = typeOf(I, base);
    if (isSubtype(winner, other)) continue;
    if (isSubtype(other, winner)) {
      winner = other;
      continue;
    }
    return typeError(
      I,
      'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
    );
  }
  return winner;
}

/** What `__slots__` asks for. */
export interface SlotNames {
  /** Members in the order of their indices: sorted, names mangled. */
  readonly names: readonly string[];
  readonly hasDict: boolean;
  readonly hasWeakref: boolean;
}

/** Checks the names of `__slots__` against base and namespace. */
export function readSlotNames(
  I: Interp,
  className: string,
  base: PyType,
  items: readonly Value[],
  isTaken: (name: string) => boolean,
): SlotNames | undefined {
  if (items.length > 0 && isVariableSize(base)) {
    return typeError(I, `nonempty __slots__ not supported for subtype of '${base.name}'`);
  }
  const names: string[] = [];
  let hasDict = false;
  let hasWeakref = false;
  for (const item of items) {
    const name = asStr(item);
    if (name === undefined) return typeError(I, `__slots__ items must be strings, not '${typeOf(I, item).tpName}'`);
    if (!isIdentifier(name)) return typeError(I, '__slots__ must be identifiers');
    if (name === '__dict__') {
      if (base.hasDict || hasDict) return typeError(I, '__dict__ slot disallowed: we already got one');
      hasDict = true;
    } else if (name === '__weakref__') {
      if (base.hasWeakref || hasWeakref) {
        return typeError(I, '__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0');
      }
      hasWeakref = true;
    } else {
      const mangled = mangle(className, name);
      if (isTaken(mangled) && mangled !== '__qualname__' && mangled !== '__classcell__') {
        return valueError(I, `'${name}' in __slots__ conflicts with class variable`);
      }
      names.push(mangled);
    }
  }
  names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { names, hasDict, hasWeakref };
}

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name);
}

/** `__x` in class `C` is `_C__x`. */
function mangle(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
