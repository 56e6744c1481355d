/** Built-in functions about objects: attributes, types, identity, text, namespaces. */
import { argumentTypeName } from '../objects/str-arguments.ts';
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec } from '../objects/native.ts';
import { noArgs, oneArg, someArgs, twoArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { MISSING } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { callMethod, callUnbound0, lookupSpecial } from '../objects/call-special.ts';
import { PyDict } from '../objects/dict.ts';
import { formatValue } from '../objects/format.ts';
import { newList } from '../objects/list.ts';
import { sortedList } from '../objects/list-sort.ts';
import {
  ascii,
  delAttr,
  getAttr,
  hash,
  isInstance,
  isSubclass,
  lookupAttr,
  repr,
  setAttr,
} from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { asStr } from '../objects/unwrap.ts';

type R = Value | undefined;

function attributeName(I: Interp, v: Value): string | undefined {
  return asStr(v) ?? typeError(I, `attribute name must be string, not '${typeName(I, v)}'`);
}

function getAttribute(I: Interp, _module: Value, args: Value[]): R {
  const name = attributeName(I, args[1]!);
  if (name === undefined) return undefined;
  if (args.length === 2) return getAttr(I, args[0]!, name);
  const entry = I.frame;
  const v = lookupAttr(I, args[0]!, name);
  if (v === undefined) return I.then(entry, DEFAULT_KIND, [undefined, args[2]]);
  return v === MISSING ? args[2] : (v as R);
}

/** r = [delivered value or MISSING, default]. */
const DEFAULT_KIND = new NativeKind('builtins.getattr', (_I: Interp, f: Frame) =>
  f.r[0] === MISSING ? f.r[1] : f.r[0],
);

function hasAttribute(I: Interp, _module: Value, v: Value, name: Value): R {
  const text = attributeName(I, name);
  if (text === undefined) return undefined;
  const entry = I.frame;
  const found = lookupAttr(I, v, text);
  return found === undefined ? I.then(entry, HAS_KIND, [undefined]) : found !== MISSING;
}

/** r = [delivered value or MISSING]. */
const HAS_KIND = new NativeKind('builtins.hasattr', (_I: Interp, f: Frame) => f.r[0] !== MISSING);

/** r = [delivered]: whatever it is, None is returned. */
const NONE_KIND = new NativeKind('builtins.none', () => null);

function setAttribute(I: Interp, _module: Value, args: Value[]): R {
  const name = attributeName(I, args[1]!);
  if (name === undefined) return undefined;
  const entry = I.frame;
  return setAttr(I, args[0]!, name, args[2]!) === undefined ? I.then(entry, NONE_KIND, [undefined]) : null;
}

function deleteAttribute(I: Interp, _module: Value, v: Value, name: Value): R {
  const text = attributeName(I, name);
  if (text === undefined) return undefined;
  const entry = I.frame;
  return delAttr(I, v, text) === undefined ? I.then(entry, NONE_KIND, [undefined]) : null;
}

function dir(I: Interp, _module: Value, args: Value[]): R {
  if (args.length === 0) {
    const names = I.currentLocals();
    if (names instanceof PyDict) return sortedList(I, newList(I, names.strKeys()), null, false);
    return I.enter(DIR_KIND, [undefined, names, 'keys']);
  }
  const v = args[0]!;
  if (lookupSpecial(I, v, '__dir__') === undefined) return typeError(I, 'object does not provide __dir__');
  return I.enter(DIR_KIND, [undefined, v, '__dir__']);
}

/** r = [delivered, object, method to call, '' once called, 'sorted' once sorting]. */
const DIR_KIND = new NativeKind('builtins.dir', (I: Interp, f: Frame) => {
  const r = f.r;
  let v = r[0];
  r[0] = undefined;
  if (r[2] === 'sorted') return v;
  if (r[2] !== '') {
    const method = r[2];
    r[2] = '';
    // `__dir__` is looked up on the type, `keys` is an ordinary method.
    v = method === 'keys' ? callMethod(I, r[1], method, []) : callUnbound0(I, lookupSpecial(I, r[1], method)!, r[1]);
    if (v === undefined) return undefined;
  }
  r[2] = 'sorted';
  return sortedList(I, v, null, false);
});

function vars(I: Interp, _module: Value, args: Value[]): R {
  if (args.length === 0) return I.currentLocals();
  const entry = I.frame;
  const v = lookupAttr(I, args[0]!, '__dict__');
  return v === undefined ? I.then(entry, VARS_KIND, [undefined]) : namespaceOf(I, v);
}

/** r = [delivered `__dict__` or MISSING]. */
const VARS_KIND = new NativeKind('builtins.vars', (I: Interp, f: Frame) => namespaceOf(I, f.r[0]));

function namespaceOf(I: Interp, v: any): R {
  return v === MISSING ? typeError(I, 'vars() argument must have __dict__ attribute') : v;
}

function format(I: Interp, _module: Value, args: Value[]): R {
  if (args.length === 1) return formatValue(I, args[0]!, '');
  const spec = asStr(args[1]!);
  if (spec === undefined) return typeError(I, `format() argument 2 must be str, not ${argumentTypeName(I, args[1]!)}`);
  return formatValue(I, args[0]!, spec);
}

export const OBJECT_FUNCTIONS: Readonly<Record<string, NativeSpec>> = {
  ascii: oneArg((I, _m, v) => ascii(I, v), 'Return an ASCII-only representation of an object.'),
  callable: oneArg(
    (I, _m, v) => typeOf(I, v).slots.call !== null,
    'Return whether the object is callable (i.e., some kind of function).',
  ),
  delattr: twoArgs(deleteAttribute, 'Deletes the named attribute from the given object.'),
  dir: someArgs(
    0,
    1,
    dir,
    'Return the names in the current scope, or an alphabetized list of attribute names of the object.',
  ),
  format: someArgs(1, 2, format, 'Return value.__format__(format_spec).'),
  getattr: someArgs(2, 3, getAttribute, "Get a named attribute from an object; getattr(x, 'y') is equivalent to x.y."),
  globals: noArgs((I) => I.currentGlobals(), "Return the dictionary containing the current scope's global variables."),
  hasattr: twoArgs(hasAttribute, 'Return whether the object has an attribute with the given name.'),
  hash: oneArg((I, _m, v) => hash(I, v), 'Return the hash value for the given object.'),
  id: oneArg((I, _m, v) => I.idOf(v), 'Return the identity of an object.'),
  isinstance: twoArgs(
    (I, _m, v, cls) => isInstance(I, v, cls),
    'Return whether an object is an instance of a class or of a subclass thereof.',
  ),
  issubclass: twoArgs(
    (I, _m, v, cls) => isSubclass(I, v, cls),
    "Return whether 'cls' is derived from another class or is the same class.",
  ),
  locals: noArgs((I) => I.currentLocals(), "Return a dictionary containing the current scope's local variables."),
  repr: oneArg((I, _m, v) => repr(I, v), 'Return the canonical string representation of the object.'),
  setattr: someArgs(3, 3, setAttribute, 'Sets the named attribute on the given object to the specified value.'),
  vars: someArgs(
    0,
    1,
    vars,
    'Without arguments, equivalent to locals(); with an argument, equivalent to object.__dict__.',
  ),
};

export const OBJECT_KINDS: readonly NativeKind[] = [DEFAULT_KIND, HAS_KIND, NONE_KIND, DIR_KIND, VARS_KIND];
