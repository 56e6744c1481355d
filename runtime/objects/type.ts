/**
 * A Python type. Built-in ones are made per runtime from a TypeSpec (install-type.ts), Python classes by `type.__new__` (type-creation.ts).
 * All slots live in one `SlotTable`, inherited ones copied in, so that reaching an operation is two loads and no walk up the MRO.
 *
 * Versions. `version` changes whenever something that a look-up on the type could have seen changes: its namespace, its bases, its MRO, or
 * any of these in a base. Whoever caches the outcome of a look-up keeps (type, version), or (shape, version): a shape belongs to one type.
 */
import { MISSING, PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { Slots, TypeSpec } from './native.ts';
import type { PyDict } from './dict.ts';
import type { Shape } from './shape.ts';

export const NO_BINARY: Slots['binary'] = Object.freeze(new Array(26).fill(null));

/** Names that one type's look-up cache holds before it is emptied: programs may look up any number of different names. */
const LOOKUP_CACHE_LIMIT = 1024;

/** The slots of one type, every field present from the start so that all tables have one hidden class. */
export class SlotTable implements Slots {
  repr: Slots['repr'] = null;
  str: Slots['str'] = null;
  hash: Slots['hash'] = null;
  call: Slots['call'] = null;
  getattr: Slots['getattr'] = null;
  setattr: Slots['setattr'] = null;
  compare: Slots['compare'] = null;
  iter: Slots['iter'] = null;
  next: Slots['next'] = null;
  bool: Slots['bool'] = null;
  len: Slots['len'] = null;
  getitem: Slots['getitem'] = null;
  setitem: Slots['setitem'] = null;
  contains: Slots['contains'] = null;
  descrGet: Slots['descrGet'] = null;
  descrSet: Slots['descrSet'] = null;
  new: Slots['new'] = null;
  init: Slots['init'] = null;
  index: Slots['index'] = null;
  int: Slots['int'] = null;
  float: Slots['float'] = null;
  neg: Slots['neg'] = null;
  pos: Slots['pos'] = null;
  abs: Slots['abs'] = null;
  invert: Slots['invert'] = null;
  binary: Slots['binary'] = NO_BINARY;
  pow3: Slots['pow3'] = null;
  visit: Slots['visit'] = null;
  sizeOf: Slots['sizeOf'] = null;
  await: Slots['await'] = null;
  aiter: Slots['aiter'] = null;
  anext: Slots['anext'] = null;
}

export class PyType extends PyObject {
  /** `__name__`. */
  name: string;
  qualname: string;
  /** What error messages call it: `__name__`, with the module in front for built-in types outside `builtins`. */
  tpName: string;
  bases: PyType[] = [];
  /** The base that decides the layout of instances (`__base__`); null only in `object`. */
  base: PyType | null = null;
  /** This type first, object last. */
  mro: PyType[] = [];
  /** The class namespace: names to raw values (functions, descriptors). */
  dict: PyDict;
  /** Spec of the built-in type, or of the nearest built-in base for Python classes ("solid base"). */
  spec: TypeSpec;
  readonly isBuiltin: boolean;
  version = 0;
  /** MRO look-up cache; emptied with each version bump. MISSING: known to be absent. Only `lookupInType` reads it. */
  lookupCache: Map<string, any> = new Map();
  subclasses: PyType[] = [];
  /** Shape of a new instance without attributes. null: instances have no attribute storage. */
  rootShape: Shape | null = null;
  /** Shape of an instance whose attributes live in a PyDict; null if instances have no `__dict__`. */
  dictShape: Shape | null = null;
  /** `__slots__` members of this class and its bases: they occupy `s[0 .. slotCount)`. */
  slotCount = 0;
  /** Most entries of `s` that an instance was seen to need: new instances are made with that room. */
  expectedSize = 0;
  /** Instances have a `__dict__`. */
  hasDict = false;
  /** Instances can be referenced weakly. */
  hasWeakref = false;
  /** Has abstract methods: cannot be instantiated. */
  isAbstract = false;
  isFinal = false;
  matchSelf = false;
  /** collections.abc.Sequence / Mapping for the match statement; inherited. */
  matchSequence = false;
  matchMapping = false;
  /** Every instance look-up goes the default way (no __getattribute__/__getattr__, no __setattr__/__delattr__): caches may be used. */
  hasPlainGetattr = true;
  hasPlainSetattr = true;
  /** Makes an empty instance of this type or of a Python subclass; inherited. null: the type cannot be instantiated that way. */
  allocate: NonNullable<TypeSpec['allocate']> | null = null;
  slots: SlotTable;
  constructor(cls: PyType, name: string, spec: TypeSpec, isBuiltin: boolean, dict: PyDict, slots: SlotTable) {
    super(cls);
    this.name = name;
    this.qualname = name;
    this.tpName = name;
    this.spec = spec;
    this.isBuiltin = isBuiltin;
    this.dict = dict;
    this.slots = slots;
  }
}

/** Returns what the first class of the MRO that has `name` keeps under it, unbound; undefined if none has. Never calls Python. */
export function lookupInType(type: PyType, name: string): Value | undefined {
  const hit = type.lookupCache.get(name);
  if (hit !== undefined) return hit === MISSING ? undefined : hit;
  return lookupUncached(type, name);
}

function lookupUncached(type: PyType, name: string): Value | undefined {
  const mro = type.mro;
  let found: Value | undefined;
  for (let i = 0; i < mro.length; i++) {
    found = mro[i]!.dict.getStr(name);
    if (found !== undefined) break;
  }
  if (type.lookupCache.size >= LOOKUP_CACHE_LIMIT) type.lookupCache.clear();
  type.lookupCache.set(name, found === undefined ? MISSING : found);
  return found;
}

/** Like `lookupInType`, and tells which class of the MRO has it; null if none. */
export function whereInType(type: PyType, name: string): PyType | null {
  for (const t of type.mro) if (t.dict.getStr(name) !== undefined) return t;
  return null;
}

/** Tells whether `a` is `b` or derives from it by its MRO (no `__subclasscheck__`). */
export function isSubtype(a: PyType, b: PyType): boolean {
  if (a === b) return true;
  const mro = a.mro;
  for (let i = 1; i < mro.length; i++) if (mro[i] === b) return true;
  return false;
}

/** Makes every cached look-up of attribute `name` on `type` and its subclasses stale. */
export function touchAttribute(type: PyType, name: string): void {
  type.version++;
  type.lookupCache.delete(name);
  const subclasses = type.subclasses;
  for (let i = 0; i < subclasses.length; i++) touchAttribute(subclasses[i]!, name);
}

/** Makes every cached look-up on `type` and its subclasses stale. */
export function touchType(type: PyType): void {
  type.version++;
  type.lookupCache.clear();
  const subclasses = type.subclasses;
  for (let i = 0; i < subclasses.length; i++) touchType(subclasses[i]!);
}
