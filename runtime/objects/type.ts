/**
 * A Python type. Built-in ones are made per runtime from a TypeSpec (install-type.ts), Python classes by `type.__new__` (class-creation).
 * All slots are own fields of one JavaScript class, inherited ones copied in, so that `t.getitem` is one load.
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { Slots, TypeSpec } from './native.ts';
import type { PyDict } from './dict.ts';
import type { Shape } from './shape.ts';

export const NO_BINARY: Slots['binary'] = Object.freeze(new Array(26).fill(null));

export class PyType extends PyObject {
  name: string;
  qualname: string;
  bases: PyType[] = [];
  base: PyType | null = null;
  /** This type first, object last. */
  mro: PyType[] = [];
  /** The class namespace: names to raw values (functions, descriptors). */
  dict: PyDict;
  /** Spec of the built-in type, or of the nearest built-in base for Python classes ("solid base"). */
  spec: TypeSpec;
  readonly isBuiltin: boolean;
  /** Bumped (also in all subclasses) when the namespace, bases or mro change so that a cached look-up could be wrong. Inline caches compare it. */
  version = 0;
  /** MRO look-up cache; emptied with each version bump. Value undefined: known to be absent. */
  lookupCache: Map<string, Value | undefined> = new Map();
  subclasses: PyType[] = [];
  /** Shape of a new instance without attributes. null: instances have no attribute storage. */
  rootShape: Shape | null = null;
  /** Instances have a `__dict__`. */
  hasDict = false;
  isAbstract = false;
  isFinal = false;
  matchSelf = false;
  /** Every instance look-up goes the default way (no __getattribute__/__getattr__, no __setattr__/__delattr__): caches may be used. */
  hasPlainGetattr = true;
  hasPlainSetattr = true;
  // Slots; see native.ts.
  slots: Slots;
  constructor(cls: PyType, name: string, spec: TypeSpec, isBuiltin: boolean, dict: PyDict, slots: Slots) {
    super(cls);
    this.name = name;
    this.qualname = name;
    this.spec = spec;
    this.isBuiltin = isBuiltin;
    this.dict = dict;
    this.slots = slots;
  }
}
