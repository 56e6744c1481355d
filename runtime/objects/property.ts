/** The `property` type. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { oneArg, twoArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import { MISSING } from './value.ts';
import type { Value } from './value.ts';
import { PyProperty } from './descriptor.ts';
import { setOwn } from './instance.ts';
import { lookupAttr } from './attribute.ts';
import { isClassAccess } from './class-access.ts';
import { repr } from './conversion.ts';
import { DONE_KIND } from './subscript.ts';
import { bindSignature, parseSignature } from './signature.ts';
import { attributeErrorWith } from './raise.ts';
import { typeOf } from './type-of.ts';
import { isAbstractMethod } from './wrapped-attribute.ts';

/** "property 'x' of 'C' object has no setter"; r = [delivered repr of the name, object, what is missing]. */
export const MISSING_ACCESSOR_KIND = new NativeKind('property.missingAccessor', (I: Interp, f: Frame) =>
  missingAccessor(I, f.r[0], f.r[1], f.r[2]),
);

function raiseMissing(I: Interp, v: PyProperty, obj: Value, what: string): undefined {
  if (v.name === null) return missingAccessor(I, null, obj, what);
  const entry = I.frame;
  const name = repr(I, v.name);
  return name === undefined
    ? I.then(entry, MISSING_ACCESSOR_KIND, [undefined, obj, what])
    : missingAccessor(I, name, obj, what);
}

function missingAccessor(I: Interp, name: string | null, obj: Value, what: string): undefined {
  const type = typeOf(I, obj).qualname;
  const message =
    name === null
      ? `property of '${type}' object has no ${what}`
      : `property ${name} of '${type}' object has no ${what}`;
  return I.raiseNew(I.types.exceptions.AttributeError!, message);
}

/** r = [delivered docstring of the getter, property]. */
export const GETTER_DOC_KIND = new NativeKind('property.getterDoc', (I: Interp, f: Frame) => {
  takeDoc(I, f.r[1], f.r[0]);
  return null;
});

function takeDoc(I: Interp, v: PyProperty, doc: any): void {
  if (doc === MISSING || doc === null) return;
  setDoc(I, v, doc);
  v.hasGetterDoc = true;
}

/** Subclasses keep the docstring in the instance, where it is not hidden by their own `__doc__`. */
function setDoc(I: Interp, v: PyProperty, doc: Value): void {
  v.doc = doc;
  if (v.cls !== I.types.property && v.cls.hasDict) setOwn(I, v, '__doc__', doc);
}

const INIT = parseSignature('fget=None, fset=None, fdel=None, doc=None');

/** A property like `v` with some accessors exchanged (undefined: keep). */
function copy(
  I: Interp,
  v: PyProperty,
  fget: Value | undefined,
  fset: Value | undefined,
  fdel: Value | undefined,
): Value | undefined {
  const getter = fget === undefined ? v.fget : fget;
  const doc = v.hasGetterDoc && getter !== null ? null : v.doc;
  const entry = I.frame;
  const made = I.call(typeOf(I, v), [
    getter,
    fset === undefined ? v.fset : fset,
    fdel === undefined ? v.fdel : fdel,
    doc,
  ]);
  if (made === undefined) return I.then(entry, COPY_NAME_KIND, [undefined, v]);
  return named(made, v);
}

/** r = [delivered copy, original]. */
export const COPY_NAME_KIND = new NativeKind('property.copyName', (_I: Interp, f: Frame) => named(f.r[0], f.r[1]));

function named(made: Value, v: PyProperty): Value {
  if (made instanceof PyProperty) made.name = v.name;
  return made;
}

/** r = [delivered, accessors, next index]. */
export const ANY_ABSTRACT_KIND = new NativeKind('property.anyAbstract', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    if (r[0] === true) return true;
    r[0] = undefined;
    if (r[2] >= r[1].length) return false;
    const mark = isAbstractMethod(I, r[1][r[2]++]);
    if (mark === undefined) return undefined;
    r[0] = mark;
  }
});

function readOnly(get: (v: PyProperty) => Value): {
  get: (I: Interp, v: any) => Value;
  set: (I: Interp, v: any) => undefined;
} {
  return {
    get: (_I, v: PyProperty) => get(v),
    set: (I, v: PyProperty) => attributeErrorWith(I, 'readonly attribute', v, ''),
  };
}

const none = (v: Value): Value | undefined => (v === null ? undefined : v);

export const PROPERTY_SPEC: TypeSpec = {
  name: 'property',
  doc: 'An attribute that is computed: fget, fset and fdel are called to read, assign and delete it.',
  slots: {
    descrGet: (I, v: PyProperty, obj, cls) => {
      if (isClassAccess(I, obj, cls)) return v;
      return v.fget === null ? raiseMissing(I, v, obj, 'getter') : I.call(v.fget, [obj], null);
    },
    descrSet: (I, v: PyProperty, obj, value) => {
      const fn = value === undefined ? v.fdel : v.fset;
      if (fn === null) return raiseMissing(I, v, obj, value === undefined ? 'deleter' : 'setter');
      const entry = I.frame;
      const done = I.call(fn, value === undefined ? [obj] : [obj, value], null);
      return done === undefined ? I.then(entry, DONE_KIND, [undefined]) : true;
    },
    new: (_I, cls) => new PyProperty(cls),
    init: (I, v: PyProperty, args, kw) => {
      const bound = bindSignature(I, 'property', 'property', INIT, args, kw);
      if (bound === undefined) return undefined;
      v.fget = bound[0];
      v.fset = bound[1];
      v.fdel = bound[2];
      v.hasGetterDoc = false;
      v.name = null;
      v.doc = null;
      if (bound[3] !== null) {
        setDoc(I, v, bound[3]);
        return null;
      }
      if (v.fget === null) return null;
      const entry = I.frame;
      const doc = lookupAttr(I, v.fget, '__doc__');
      if (doc === undefined) return I.then(entry, GETTER_DOC_KIND, [undefined, v]);
      takeDoc(I, v, doc);
      if (doc === null && v.cls !== I.types.property) setDoc(I, v, null);
      return null;
    },
    visit: (v: PyProperty, visit) => {
      visit(v.fget);
      visit(v.fset);
      visit(v.fdel);
      visit(v.doc);
    },
    sizeOf: (I) => 10 * I.memory.pointerBytes,
  },
  methods: {
    getter: oneArg((I, v: PyProperty, fn) => copy(I, v, none(fn), undefined, undefined)),
    setter: oneArg((I, v: PyProperty, fn) => copy(I, v, undefined, none(fn), undefined)),
    deleter: oneArg((I, v: PyProperty, fn) => copy(I, v, undefined, undefined, none(fn))),
    __set_name__: twoArgs((_I, v: PyProperty, _owner, name) => {
      v.name = name;
      return null;
    }),
  },
  getset: {
    fget: readOnly((v) => v.fget),
    fset: readOnly((v) => v.fset),
    fdel: readOnly((v) => v.fdel),
    __doc__: {
      get: (_I, v: PyProperty) => v.doc,
      set: (_I, v: PyProperty, value) => {
        v.doc = value === undefined ? null : value;
        return true;
      },
    },
    __isabstractmethod__: {
      get: (I, v: PyProperty) => {
        const candidates = [v.fget, v.fset, v.fdel].filter((fn) => fn !== null);
        return I.enter(ANY_ABSTRACT_KIND, [undefined, candidates, 0]);
      },
    },
  },
  allocate: (_I, cls) => new PyProperty(cls),
  kinds: [MISSING_ACCESSOR_KIND, GETTER_DOC_KIND, COPY_NAME_KIND, ANY_ABSTRACT_KIND],
};
