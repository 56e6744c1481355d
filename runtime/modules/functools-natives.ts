/** `_functools`: the parts of `functools` that are native: reduce, partial, cmp_to_key. The others are in runtime/prelude/functools.py. */
import type { Interp } from '../objects/interp.ts';
import type { ModuleSpec, TypeSpec } from '../objects/native.ts';
import { bound, noArgs, oneArg, someArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';
import type { Shape } from '../objects/shape.ts';
import { PyDict, newDict } from '../objects/dict.ts';
import { CONTINUE, FoldSpec, foldIterable } from '../objects/fold.ts';
import { instanceDict, replaceDict } from '../objects/instance.ts';
import { INSTANCE_DICT } from '../objects/instance-getset.ts';
import { compare } from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import { joinParts } from '../objects/text-parts.ts';
import type { TextPart } from '../objects/text-parts.ts';
import { PyTuple, newTuple } from '../objects/tuple.ts';
import { typeName, typeOf } from '../objects/type-of.ts';

type R = Value | undefined;

// reduce

/** state = [function, value so far or undefined]. */
const REDUCE = new FoldSpec(
  'functools.reduce',
  (I, state, item) => {
    if (state[1] === undefined) {
      state[1] = item;
      return CONTINUE;
    }
    const v = I.call(state[0], [state[1], item], null);
    if (v === undefined) return undefined;
    state[1] = v;
    return CONTINUE;
  },
  (I, state) => (state[1] === undefined ? typeError(I, 'reduce() of empty iterable with no initial value') : state[1]),
  (_I, state, v) => {
    state[1] = v;
    return CONTINUE;
  },
);

function reduce(I: Interp, _module: Value, args: Value[]): R {
  const slots = typeOf(I, args[1]!).slots;
  if (slots.iter === null && slots.getitem === null) return typeError(I, 'reduce() arg 2 must support iteration');
  return foldIterable(I, REDUCE, args[1]!, [args[0], args[2]]);
}

// partial

/** Keywords are kept as two arrays: what a call needs. */
export class PyPartial extends PyObject {
  fn: Value;
  args: readonly Value[];
  names: readonly string[];
  values: readonly Value[];
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, fn: Value, args: readonly Value[], names: readonly string[], values: readonly Value[]) {
    super(cls);
    this.fn = fn;
    this.args = args;
    this.names = names;
    this.values = values;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** Joins keywords, later ones replacing earlier ones in their place. */
function mergeKeywords(
  names: readonly string[],
  values: readonly Value[],
  moreNames: readonly string[],
  moreValues: readonly Value[],
): [string[], Value[]] {
  const allNames = names.slice();
  const allValues = values.slice();
  moreNames.forEach((name, i) => {
    const at = allNames.indexOf(name);
    if (at >= 0) allValues[at] = moreValues[i]!;
    else {
      allNames.push(name);
      allValues.push(moreValues[i]!);
    }
  });
  return [allNames, allValues];
}

function partialNew(I: Interp, cls: PyType, all: Value[], kw: readonly string[] | null): R {
  const count = all.length - (kw === null ? 0 : kw.length);
  if (count < 1) return typeError(I, "type 'partial' takes at least one argument");
  const fn = all[0]!;
  if (typeOf(I, fn).slots.call === null) return typeError(I, 'the first argument must be callable');
  const args = all.slice(1, count);
  const names = kw ?? [];
  const values = all.slice(count);
  // A partial of a partial is one partial, unless it carries attributes or is of a class of its own.
  if (fn instanceof PyPartial && fn.cls === cls && cls.isBuiltin && fn.s.length === 0) {
    const [allNames, allValues] = mergeKeywords(fn.names, fn.values, names, values);
    return new PyPartial(cls, fn.fn, [...fn.args, ...args], allNames, allValues);
  }
  I.bytesLeft -= (10 + all.length) * I.memory.pointerBytes;
  return new PyPartial(cls, fn, args, names.slice(), values);
}

function callPartial(I: Interp, self: PyPartial, all: Value[], kw: readonly string[] | null): R {
  const more = kw === null ? 0 : kw.length;
  const count = all.length - more;
  const args = self.args.slice();
  for (let i = 0; i < count; i++) args.push(all[i]!);
  if (self.names.length === 0) {
    for (let i = count; i < all.length; i++) args.push(all[i]!);
    return I.call(self.fn, args, kw);
  }
  const [names, values] =
    more === 0 ? [self.names, self.values] : mergeKeywords(self.names, self.values, kw!, all.slice(count));
  for (const value of values) args.push(value);
  return I.call(self.fn, args, names);
}

function keywordDict(I: Interp, self: PyPartial): PyDict {
  const dict = newDict(I);
  self.names.forEach((name, i) => dict.setStr(I, name, self.values[i]!));
  return dict;
}

function reprPartial(I: Interp, self: PyPartial): string | undefined {
  const name = self.cls.isBuiltin ? 'functools.partial' : self.cls.tpName;
  const parts: TextPart[] = [name + '(', ['repr', self.fn]];
  for (const arg of self.args) parts.push(', ', ['repr', arg]);
  self.names.forEach((key, i) => parts.push(`, ${key}=`, ['repr', self.values[i]!]));
  parts.push(')');
  // A partial that is its own argument would never end.
  for (let f: Frame | null = I.frame; f !== null; f = f.back) {
    if (f.code === REPR_KIND && f.r[1] === self) return '...';
  }
  return I.enter(REPR_KIND, [undefined, self, parts]);
}

/** r = [delivered text, partial, parts]. */
const REPR_KIND = new NativeKind('functools.partial.repr', (I: Interp, f: Frame) => {
  if (f.r[0] !== undefined) return f.r[0];
  return joinParts(I, f.r[2]);
});

function setState(I: Interp, self: PyPartial, state: Value): R {
  const items = state instanceof PyTuple ? state.items : [];
  const [fn, args, kw, dict] = items;
  const isRight =
    items.length === 4 &&
    typeOf(I, fn!).slots.call !== null &&
    args instanceof PyTuple &&
    (kw === null || kw instanceof PyDict) &&
    (dict === null || dict instanceof PyDict);
  if (!isRight) return typeError(I, 'invalid partial state');
  self.fn = fn!;
  self.args = (args as PyTuple).items;
  const names: string[] = [];
  const values: Value[] = [];
  if (kw instanceof PyDict) {
    for (const name of kw.strKeys()) {
      names.push(name);
      values.push(kw.getStr(name)!);
    }
  }
  self.names = names;
  self.values = values;
  if (dict instanceof PyDict) replaceDict(self, dict);
  return null;
}

export const PARTIAL_SPEC: TypeSpec = {
  name: 'partial',
  module: 'functools',
  hasDict: true,
  doc: 'partial(func, *args, **keywords) - new function with partial application\n    of the given arguments and keywords.\n',
  slots: {
    new: partialNew,
    call: callPartial,
    repr: reprPartial,
    visit: (v: PyPartial, visit) => {
      visit(v.fn);
      v.args.forEach(visit);
      v.values.forEach(visit);
    },
    sizeOf: (I) => 10 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, v: PyPartial) => {
      const dict = v.s.length === 0 ? null : instanceDict(I, v);
      return newTuple(I, [
        v.cls,
        newTuple(I, [v.fn]),
        newTuple(I, [v.fn, newTuple(I, v.args), keywordDict(I, v), dict]),
      ]);
    }),
    __setstate__: oneArg(setState),
  },
  classMethods: {
    __class_getitem__: oneArg(
      (I, cls, key) => I.call(I.types.byName.get('types.GenericAlias')!, [cls, key], null),
      'See PEP 585',
    ),
  },
  getset: {
    __dict__: INSTANCE_DICT,
    func: { get: (_I, v: PyPartial) => v.fn, doc: 'function object to use in future partial calls' },
    args: { get: (I, v: PyPartial) => newTuple(I, v.args), doc: 'tuple of arguments to future partial calls' },
    keywords: {
      get: (I, v: PyPartial) => keywordDict(I, v),
      doc: 'dictionary of keyword arguments to future partial calls',
    },
  },
  kinds: [REPR_KIND],
};

// cmp_to_key

/** `object` is undefined in what `cmp_to_key(f)` itself returns. */
export class PyCompareKey extends PyObject {
  readonly compare: Value;
  object: Value | undefined;
  constructor(cls: PyType, fn: Value, object: Value | undefined) {
    super(cls);
    this.compare = fn;
    this.object = object;
  }
}

function callKey(I: Interp, self: PyCompareKey, args: Value[], kw: readonly string[] | null): R {
  if (args.length !== 1 || (kw !== null && kw[0] !== 'obj')) {
    if (args.length === 0) return typeError(I, "K() missing required argument 'obj' (pos 1)");
    return typeError(I, `K() takes at most 1 argument (${args.length} given)`);
  }
  return new PyCompareKey(self.cls, self.compare, args[0]!);
}

function compareKeys(I: Interp, op: number, a: PyCompareKey, b: Value): R {
  if (!(b instanceof PyCompareKey)) return typeError(I, 'other argument must be K instance');
  if (a.object === undefined || b.object === undefined) return typeError(I, 'object');
  const entry = I.frame;
  const order = I.call(a.compare, [a.object, b.object], null);
  return order === undefined ? I.then(entry, KEY_KIND, [undefined, op, 0]) : compare(I, op, order, 0);
}

/** r = [delivered, operator, phase]: phase 0 gets what the function returned, 1 how that compares with zero. */
const KEY_KIND = new NativeKind('functools.cmp_to_key', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[2] === 1) return r[0];
  const order = r[0];
  r[0] = undefined;
  r[2] = 1;
  return compare(I, r[1], order, 0);
});

export const COMPARE_KEY_SPEC: TypeSpec = {
  name: 'KeyWrapper',
  module: 'functools',
  slots: {
    call: callKey,
    compare: compareKeys,
    visit: (v: PyCompareKey, visit) => {
      visit(v.compare);
      visit(v.object ?? null);
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  getset: {
    obj: {
      get: (I, v: PyCompareKey) => v.object ?? typeError(I, `'${typeName(I, v)}' object has no attribute 'obj'`),
      doc: 'Value wrapped by a key function.',
    },
  },
  kinds: [KEY_KIND],
};

export const FUNCTOOLS_SPEC: ModuleSpec = {
  name: '_functools',
  doc: 'Tools that operate on functions.',
  functions: {
    reduce: someArgs(
      2,
      3,
      reduce,
      'Apply a function of two arguments cumulatively to the items of an iterable, from left to right.',
    ),
    cmp_to_key: bound(
      'mycmp',
      (I, _m, args) => new PyCompareKey(I.typeFor(COMPARE_KEY_SPEC), args[0], undefined),
      'Convert a cmp= function into a key= function.',
    ),
  },
  types: [PARTIAL_SPEC],
  hiddenTypes: [COMPARE_KEY_SPEC],
  kinds: [REDUCE.kind],
};
