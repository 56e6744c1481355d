/** The `reversed` type: asks `__reversed__`, else walks anything with `__len__` and `__getitem__` backwards. */
import { PyObject, STOP } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import { noArgs, oneArg } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { PyException } from './exception.ts';
import type { PyType } from './type.ts';
import { isSubtype } from './type.ts';
import type { Shape } from './shape.ts';
import { PyDict } from './dict.ts';
import { newTuple } from './tuple.ts';
import { callUnbound0, lookupSpecial } from './call-special.ts';
import { len } from './conversion.ts';
import { getItem } from './subscript.ts';
import { asInt } from './unwrap.ts';
import { withoutForeignKeywords } from './constructor-argument.ts';
import { typeError } from './raise.ts';
import { typeOf } from './type-of.ts';

export class PyReversed extends PyObject {
  /** undefined once exhausted. */
  sequence: Value | undefined;
  index: number;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, sequence: Value, index: number) {
    super(cls);
    this.sequence = sequence;
    this.index = index;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

function construct(I: Interp, cls: any, args: Value[], kw: readonly string[] | null): any {
  const positional = withoutForeignKeywords(cls, I.typeFor(REVERSED_SPEC), args, kw);
  if (positional === null) return typeError(I, 'reversed() takes no keyword arguments');
  args = positional;
  if (args.length !== 1) return typeError(I, `reversed expected 1 argument, got ${args.length}`);
  const v = args[0]!;
  const type = typeOf(I, v);
  const fn = lookupSpecial(I, v, '__reversed__');
  if (fn === null) return typeError(I, `'${type.tpName}' object is not reversible`);
  if (fn !== undefined) return callUnbound0(I, fn, v);
  if (type.slots.getitem === null || v instanceof PyDict || (type.isBuiltin && type.slots.len === null)) {
    return typeError(I, `'${type.tpName}' object is not reversible`);
  }
  const entry = I.frame;
  const n = len(I, v);
  return n === undefined ? I.then(entry, MADE_KIND, [undefined, cls, v]) : newReversed(I, cls, v, n);
}

/** r = [delivered length, class, sequence]. */
export const MADE_KIND = new NativeKind('reversed.made', (I, f) => newReversed(I, f.r[1], f.r[2], f.r[0]));

function newReversed(I: Interp, cls: PyType, sequence: Value, length: number): PyReversed {
  I.bytesLeft -= 6 * I.memory.pointerBytes;
  return new PyReversed(cls, sequence, length - 1);
}

function next(I: Interp, self: PyReversed): any {
  if (self.sequence === undefined || self.index < 0) return exhausted(self);
  const entry = I.frame;
  const item = getItem(I, self.sequence, self.index);
  if (item !== undefined) {
    self.index--;
    return item;
  }
  return I.exc !== null ? failed(I, self, I.exc) : I.then(entry, NEXT_KIND, [undefined, self]);
}

function exhausted(self: PyReversed): typeof STOP {
  self.index = -1;
  self.sequence = undefined;
  return STOP;
}

function failed(I: Interp, self: PyReversed, exc: PyException): any {
  const types = I.types.exceptions;
  if (!isSubtype(exc.cls, types.IndexError!) && !isSubtype(exc.cls, types.StopIteration!)) return undefined;
  I.exc = null;
  return exhausted(self);
}

/** r = [delivered item, reversed]. */
export const NEXT_KIND = new NativeKind(
  'reversed.next',
  (_I, f) => {
    f.r[1].index--;
    return f.r[0];
  },
  (I, f, exc) => failed(I, f.r[1], exc),
);

/** r = [delivered length, reversed]. */
export const HINT_KIND = new NativeKind('reversed.hint', (_I, f) => (f.r[0] < f.r[1].index + 1 ? 0 : f.r[1].index + 1));

function setIndex(self: PyReversed, n: number | bigint, length: number): null {
  self.index = n < -1 ? -1 : n > length - 1 ? length - 1 : Number(n);
  return null;
}

/** r = [delivered length, reversed, index]. */
export const SET_INDEX_KIND = new NativeKind('reversed.setIndex', (_I, f) => setIndex(f.r[1], f.r[2], f.r[0]));

export const REVERSED_SPEC: TypeSpec = {
  name: 'reversed',
  slots: {
    new: construct,
    iter: (_I, it) => it,
    next,
    visit: (self: PyReversed, visit) => visit(self.sequence ?? null),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    __length_hint__: noArgs((I, self: PyReversed) => {
      if (self.sequence === undefined) return 0;
      const entry = I.frame;
      const n = len(I, self.sequence);
      if (n === undefined) return I.then(entry, HINT_KIND, [undefined, self]);
      return n < self.index + 1 ? 0 : self.index + 1;
    }),
    __reduce__: noArgs((I, self: PyReversed) => {
      if (self.sequence === undefined) return newTuple(I, [self.cls, newTuple(I, [newTuple(I, [])])]);
      return newTuple(I, [self.cls, newTuple(I, [self.sequence]), self.index]);
    }),
    __setstate__: oneArg((I, self: PyReversed, state) => {
      const n = asInt(state);
      if (n === undefined)
        return typeError(I, `'${typeOf(I, state).tpName}' object cannot be interpreted as an integer`);
      if (self.sequence === undefined) return null;
      const entry = I.frame;
      const length = len(I, self.sequence);
      if (length === undefined) return I.then(entry, SET_INDEX_KIND, [undefined, self, n]);
      return setIndex(self, n, length);
    }),
  },
  kinds: [MADE_KIND, NEXT_KIND, HINT_KIND, SET_INDEX_KIND],
};
