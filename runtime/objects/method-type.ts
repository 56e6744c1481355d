/** The `method` type: a function bound to an instance. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import { MISSING } from './value.ts';
import type { Value } from './value.ts';
import { PyMethod } from './method.ts';
import { getAttr, lookupAttr } from './attribute.ts';
import { repr, truth } from './conversion.ts';
import { compare, hash } from './comparison.ts';
import { newTuple } from './tuple.ts';
import { typeError } from './raise.ts';
import { lookupInType } from './type.ts';
import { typeOf } from './type-of.ts';
import { asStr } from './unwrap.ts';
import { checkCount } from './signature.ts';

/** r = [delivered, method, phase, name]: phase 0 gets `__qualname__`, 1 `__name__`, 2 the repr of self. */
export const METHOD_REPR_KIND = new NativeKind('method.repr', (I: Interp, f: Frame) => {
  const r = f.r;
  const method: PyMethod = r[1];
  for (;;) {
    const got = r[0];
    r[0] = undefined;
    if (r[2] === 2) return `<bound method ${r[3]} of ${got}>`;
    const name = got === undefined ? lookupAttr(I, method.fn, r[2] === 0 ? '__qualname__' : '__name__') : got;
    if (name === undefined) return undefined;
    const text = name === MISSING ? undefined : asStr(name);
    if (text === undefined && r[2] === 0) {
      r[2] = 1;
      continue;
    }
    r[3] = text ?? '?';
    r[2] = 2;
    const self = repr(I, method.self);
    if (self === undefined) return undefined;
    r[0] = self;
  }
});

/** r = [delivered hash of the function, hash of self]. */
export const METHOD_HASH_KIND = new NativeKind('method.hash', (_I: Interp, f: Frame) => mix(f.r[1], f.r[0]));

function mix(self: number, fn: number | bigint): number {
  const low = typeof fn === 'bigint' ? Number(BigInt.asIntN(32, fn)) : fn | 0;
  return (self ^ low) | 0 || 1;
}

/** r = [delivered, operator]: a comparison of functions as the answer for methods. */
export const METHOD_COMPARE_KIND = new NativeKind('method.compare', (I: Interp, f: Frame) => {
  if (f.r[2] === 1) return f.r[0] === (f.r[1] === 2);
  const v = f.r[0];
  f.r[0] = undefined;
  f.r[2] = 1;
  const t = truth(I, v);
  return t === undefined ? undefined : t === (f.r[1] === 2);
});

export const METHOD_SPEC: TypeSpec = {
  name: 'method',
  doc: 'A function bound to the instance (or class) it is called on.',
  isFinal: true,
  slots: {
    repr: (I, v: PyMethod) => I.enter(METHOD_REPR_KIND, [undefined, v, 0, '']),
    call: (I, v: PyMethod, args, kw) => {
      const all: Value[] = [v.self];
      for (let i = 0; i < args.length; i++) all.push(args[i]!);
      return I.call(v.fn, all, kw);
    },
    // Unknown attributes are the function's.
    getattr: (I, v: PyMethod, name) => {
      const attribute = lookupInType(v.cls, name);
      if (attribute !== undefined) {
        const get = typeOf(I, attribute).slots.descrGet;
        return get === null ? attribute : get(I, attribute, v, v.cls);
      }
      return getAttr(I, v.fn, name);
    },
    compare: (I, op, a: PyMethod, b) => {
      if ((op !== 2 && op !== 3) || !(b instanceof PyMethod)) return I.NotImplemented;
      if (a.self !== b.self) return op === 3;
      if (a.fn === b.fn) return op === 2;
      const entry = I.frame;
      const same = compare(I, 2, a.fn, b.fn);
      if (same === undefined) return I.then(entry, METHOD_COMPARE_KIND, [undefined, op, 0]);
      return typeof same === 'boolean' ? same === (op === 2) : I.NotImplemented;
    },
    hash: (I, v: PyMethod) => {
      const self = I.idOf(v.self) >> 4;
      const entry = I.frame;
      const h = hash(I, v.fn);
      return h === undefined ? I.then(entry, METHOD_HASH_KIND, [undefined, self]) : mix(self, h);
    },
    descrGet: (_I, v: PyMethod) => v,
    new: (I, cls, args, kw) => {
      if (kw !== null && kw.length > 0) return typeError(I, 'method() takes no keyword arguments');
      if (checkCount(I, 'method', args.length, 2, 2) === undefined) return undefined;
      if (typeOf(I, args[0]!).slots.call === null) return typeError(I, 'first argument must be callable');
      if (args[1] === null) return typeError(I, 'instance must not be None');
      return new PyMethod(cls, args[0]!, args[1]!);
    },
    visit: (v: PyMethod, visit) => {
      visit(v.fn);
      visit(v.self);
    },
    sizeOf: (I) => 8 * I.memory.pointerBytes,
  },
  getset: {
    __func__: { get: (_I, v: PyMethod) => v.fn },
    __self__: { get: (_I, v: PyMethod) => v.self },
    __doc__: { get: (I, v: PyMethod) => getAttr(I, v.fn, '__doc__') },
  },
  methods: {
    __reduce__: noArgs((I, v: PyMethod) => {
      const entry = I.frame;
      const name = getAttr(I, v.fn, '__name__');
      if (name === undefined) return I.then(entry, METHOD_REDUCE_KIND, [undefined, v]);
      return reduced(I, v, name);
    }),
  },
  kinds: [METHOD_REPR_KIND, METHOD_HASH_KIND, METHOD_COMPARE_KIND],
};

/** r = [delivered name, method]. */
export const METHOD_REDUCE_KIND = new NativeKind('method.reduce', (I: Interp, f: Frame) => reduced(I, f.r[1], f.r[0]));

function reduced(I: Interp, v: PyMethod, name: Value): Value {
  return newTuple(I, [I.builtins.getStr('getattr')!, newTuple(I, [v.self, name])]);
}
