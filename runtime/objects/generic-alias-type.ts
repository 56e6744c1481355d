/** `types.GenericAlias`: what `list[int]` is. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { noArgs, oneArg } from './native.ts';
import type { TypeSpec } from './native.ts';
import { MISSING, PyObject, STOP } from './value.ts';
import type { Value } from './value.ts';
import { PyGenericAlias, PyUnion } from './generic-alias.ts';
import { PyTuple, newTuple } from './tuple.ts';
import { PyType, lookupInType } from './type.ts';
import { findAttr, getAttr, setAttr } from './attribute.ts';
import { callMethod } from './call-special.ts';
import { compare, hash } from './comparison.ts';
import { repr } from './conversion.ts';
import { makeUnion } from './union-type.ts';
import { checkCount } from './signature.ts';
import { attributeError, typeError } from './raise.ts';
import { typeOf } from './type-of.ts';
import { qualifiedTypeName } from './type-name.ts';

type R = Value | undefined;

/** Attributes that are the alias's own; all others are the origin's. */
const OWN = [
  '__class__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
  '__copy__',
  '__deepcopy__',
  '__doc__',
];

/** Makes `origin[args]`. */
export function newGenericAlias(I: Interp, origin: Value, key: Value): PyGenericAlias {
  const args = key instanceof PyTuple ? key.items : [key];
  return new PyGenericAlias(I.typeFor(GENERIC_ALIAS_SPEC), origin, args, false);
}

/** Text of one argument without asking Python, or undefined. */
function plainText(I: Interp, v: Value): string | undefined {
  if (v === I.Ellipsis) return '...';
  if (v instanceof PyType) return qualifiedTypeName(v);
  return v === null ? 'None' : undefined;
}

/** r = [delivered text, origin and arguments, next of these, texts, prefix]. */
export const ALIAS_REPR_KIND = new NativeKind('types.aliasRepr', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    if (r[0] !== undefined) {
      r[3].push(r[0]);
      r[0] = undefined;
      continue;
    }
    if (r[2] >= r[1].length) {
      const inner = r[3].slice(1).join(', ');
      return `${r[4]}${r[3][0]}[${inner === '' ? '()' : inner}]`;
    }
    const item: Value = r[1][r[2]++];
    const text = plainText(I, item) ?? repr(I, item);
    if (text === undefined) return undefined;
    r[0] = text;
  }
});

/** The type variables in `args`, each once. A type variable is what has `__typing_subst__`. */
export function parametersOf(I: Interp, args: readonly Value[]): Value[] {
  const found: Value[] = [];
  const add = (v: Value): void => {
    if (!found.includes(v)) found.push(v);
  };
  for (const arg of args) {
    if (arg instanceof PyGenericAlias || arg instanceof PyUnion) parametersOf(I, arg.args).forEach(add);
    else if (!(arg instanceof PyType) && lookupInType(typeOf(I, arg), '__typing_subst__') !== undefined) add(arg);
  }
  return found;
}

function substitute(args: readonly Value[], from: readonly Value[], to: readonly Value[]): Value[] {
  return args.map((arg) => {
    const at = from.indexOf(arg);
    if (at >= 0) return to[at]!;
    if (arg instanceof PyGenericAlias)
      return new PyGenericAlias(arg.cls, arg.origin, substitute(arg.args, from, to), arg.isStarred);
    return arg;
  });
}

/** r = [delivered repr, what, given, expected]. */
export const ALIAS_ERROR_KIND = new NativeKind('types.aliasError', (I: Interp, f: Frame) =>
  aliasError(I, f.r[0], f.r[1], f.r[2]),
);

function aliasError(I: Interp, text: string, given: number, expected: number): undefined {
  if (expected === 0) return typeError(I, `${text} is not a generic class`);
  return typeError(
    I,
    `Too ${given > expected ? 'many' : 'few'} arguments for ${text}; actual ${given}, expected ${expected}`,
  );
}

function wrongArguments(I: Interp, v: Value, given: number, expected: number): undefined {
  const entry = I.frame;
  const text = repr(I, v);
  return text === undefined
    ? I.then(entry, ALIAS_ERROR_KIND, [undefined, given, expected])
    : aliasError(I, text, given, expected);
}

/** `alias[key]`: fills in type variables. */
function getItem(I: Interp, v: PyGenericAlias, key: Value): R {
  const parameters = parametersOf(I, v.args);
  const given = key instanceof PyTuple ? key.items : [key];
  if (parameters.length === 0 || parameters.length !== given.length)
    return wrongArguments(I, v, given.length, parameters.length);
  return new PyGenericAlias(v.cls, v.origin, substitute(v.args, parameters, given), v.isStarred);
}

/** r = [delivered instance, alias, phase]: a new instance is told where it came from, if it takes attributes. */
export const ALIAS_CALL_KIND = new NativeKind(
  'types.aliasCall',
  (I: Interp, f: Frame) => {
    const r = f.r;
    if (r[2] === 0) {
      r[3] = r[0];
      r[0] = undefined;
      r[2] = 1;
      if (setAttr(I, r[3], '__orig_class__', r[1]) === undefined) {
        if (I.exc === null) return undefined;
        I.exc = null;
      }
    }
    return r[3];
  },
  (I: Interp, f: Frame) => {
    if (f.r[2] !== 1) return undefined;
    I.exc = null;
    return f.r[3];
  },
);

/** r = [delivered comparison of origins, operator, a, b, phase]. */
export const ALIAS_COMPARE_KIND = new NativeKind('types.aliasCompare', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[4] === 0) {
    if (r[0] !== true) return r[1] === 3;
    r[0] = undefined;
    r[4] = 1;
    const same = compare(I, 2, newTuple(I, r[2].args), newTuple(I, r[3].args));
    if (same === undefined) return undefined;
    r[0] = same;
  }
  return (r[0] === true) === (r[1] === 2);
});

/** r = [delivered hash, alias, phase, first hash]. */
export const ALIAS_HASH_KIND = new NativeKind('types.aliasHash', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    const got = r[0];
    r[0] = undefined;
    if (r[2] === 0) {
      r[2] = 1;
      const h = hash(I, r[1].origin);
      if (h === undefined) return undefined;
      r[0] = h;
    } else if (r[2] === 1) {
      r[3] = got;
      r[2] = 2;
      const h = hash(I, newTuple(I, r[1].args));
      if (h === undefined) return undefined;
      r[0] = h;
    } else {
      const mixed = BigInt(r[3]) ^ BigInt(got);
      return Number(BigInt.asIntN(48, mixed)) || 1;
    }
  }
});

function cannotCheck(name: string) {
  return oneArg((I: Interp) => typeError(I, `${name}() argument 2 cannot be a parameterized generic`));
}

/** Iterating over an alias gives its starred form once. */
class PyAliasIterator extends PyObject {
  alias: PyGenericAlias | null;
  constructor(cls: PyType, alias: PyGenericAlias) {
    super(cls);
    this.alias = alias;
  }
}

export const ALIAS_ITERATOR_SPEC: TypeSpec = {
  name: 'generic_alias_iterator',
  isFinal: true,
  slots: {
    iter: (_I, it) => it,
    next: (_I, it: PyAliasIterator) => {
      const alias = it.alias;
      if (alias === null) return STOP;
      it.alias = null;
      return new PyGenericAlias(alias.cls, alias.origin, alias.args, true);
    },
    visit: (it: PyAliasIterator, visit) => visit(it.alias),
  },
};

export const GENERIC_ALIAS_SPEC: TypeSpec = {
  name: 'GenericAlias',
  module: 'types',
  doc: 'Represent a PEP 585 generic type: the origin, and the types in brackets.',
  slots: {
    repr: (I, v: PyGenericAlias) =>
      I.enter(ALIAS_REPR_KIND, [undefined, [v.origin, ...v.args], 0, [], v.isStarred ? '*' : '']),
    hash: (I, v: PyGenericAlias) => I.enter(ALIAS_HASH_KIND, [undefined, v, 0, null]),
    compare: (I, op, a: PyGenericAlias, b) => {
      if ((op !== 2 && op !== 3) || !(b instanceof PyGenericAlias)) return I.NotImplemented;
      if (a.isStarred !== b.isStarred) return op === 3;
      const entry = I.frame;
      const same = compare(I, 2, a.origin, b.origin);
      if (same === undefined) return I.then(entry, ALIAS_COMPARE_KIND, [undefined, op, a, b, 0]);
      if (same !== true) return op === 3;
      const args = compare(I, 2, newTuple(I, a.args), newTuple(I, b.args));
      if (args === undefined) return I.then(entry, ALIAS_COMPARE_KIND, [undefined, op, a, b, 1]);
      return (args === true) === (op === 2);
    },
    call: (I, v: PyGenericAlias, args, kw) => {
      const entry = I.frame;
      const made = I.call(v.origin, args, kw);
      if (made === undefined) return I.then(entry, ALIAS_CALL_KIND, [undefined, v, 0, null]);
      if (setAttr(I, made, '__orig_class__', v) === undefined) {
        if (I.exc === null) return I.then(entry, ALIAS_CALL_KIND, [undefined, v, 1, made]);
        I.exc = null;
      }
      return made;
    },
    getattr: (I, v: PyGenericAlias, name) => {
      if (
        !OWN.includes(name) &&
        !(name.startsWith('__') && name.endsWith('__') && lookupInType(v.cls, name) !== undefined)
      ) {
        return getAttr(I, v.origin, name);
      }
      const own = findAttr(I, v, v.cls, name);
      return own === MISSING ? attributeError(I, v, name) : (own as R);
    },
    getitem: getItem,
    iter: (I, v: PyGenericAlias) => new PyAliasIterator(I.typeFor(ALIAS_ITERATOR_SPEC), v),
    new: (I, cls, args, kw) => {
      if (kw !== null && kw.length > 0) return typeError(I, 'GenericAlias() takes no keyword arguments');
      if (checkCount(I, 'GenericAlias', args.length, 2, 2) === undefined) return undefined;
      const key = args[1]!;
      return new PyGenericAlias(cls, args[0]!, key instanceof PyTuple ? key.items : [key], false);
    },
    visit: (v: PyGenericAlias, visit) => {
      visit(v.origin);
      v.args.forEach(visit);
    },
    sizeOf: (I) => 10 * I.memory.pointerBytes,
  },
  binary: { '|': (I, a, b) => makeUnion(I, [a, b]) },
  methods: {
    __mro_entries__: oneArg((I, v: PyGenericAlias) => newTuple(I, [v.origin])),
    __instancecheck__: cannotCheck('isinstance'),
    __subclasscheck__: cannotCheck('issubclass'),
    __reduce__: noArgs((I, v: PyGenericAlias) => newTuple(I, [v.cls, newTuple(I, [v.origin, newTuple(I, v.args)])])),
    __dir__: noArgs((I, v: PyGenericAlias) => callMethod(I, v.origin, '__dir__', [])),
  },
  getset: {
    __origin__: { get: (_I, v: PyGenericAlias) => v.origin },
    __args__: { get: (I, v: PyGenericAlias) => newTuple(I, v.args) },
    __parameters__: { get: (I, v: PyGenericAlias) => newTuple(I, parametersOf(I, v.args)) },
    __unpacked__: { get: (_I, v: PyGenericAlias) => v.isStarred },
    __typing_unpacked_tuple_args__: {
      get: (I, v: PyGenericAlias) => (v.isStarred && v.origin === I.types.tuple ? newTuple(I, v.args) : null),
    },
  },
  kinds: [ALIAS_REPR_KIND, ALIAS_ERROR_KIND, ALIAS_CALL_KIND, ALIAS_COMPARE_KIND, ALIAS_HASH_KIND],
};
