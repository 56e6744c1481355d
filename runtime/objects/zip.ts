/** The `zip` type. */
import { PyObject, STOP } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { noArgs, oneArg } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { PyType } from './type.ts';
import type { Shape } from './shape.ts';
import { newTuple } from './tuple.ts';
import { truth } from './conversion.ts';
import { iterNext } from './iteration.ts';
import { ITERATE_ALL_KIND, iterateAll } from './iterate-all.ts';
import { typeError, valueError } from './raise.ts';

export class PyZip extends PyObject {
  iterators: readonly Value[];
  isStrict: boolean;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, iterators: readonly Value[], isStrict: boolean) {
    super(cls);
    this.iterators = iterators;
    this.isStrict = isStrict;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

function construct(I: Interp, cls: any, args: Value[], kw: readonly string[] | null): any {
  if (kw === null || kw.length === 0) return withStrict(I, cls, args, false);
  const at = kw.indexOf('strict');
  if (kw.length > 1) return typeError(I, `zip() takes at most 1 keyword argument (${kw.length} given)`);
  if (at < 0) {
    const unknown = kw.find((name) => name !== 'strict');
    return typeError(I, `'${unknown}' is an invalid keyword argument for zip()`);
  }
  const count = args.length - kw.length;
  const iterables = args.slice(0, count);
  const entry = I.frame;
  const isStrict = truth(I, args[count + at]!);
  if (isStrict === undefined) return I.then(entry, STRICT_KIND, [undefined, cls, iterables, 0]);
  return withStrict(I, cls, iterables, isStrict);
}

/** r = [delivered truth of `strict`, then the zip, class, iterables, phase]. */
export const STRICT_KIND = new NativeKind('zip.strict', (I, f) => {
  const r = f.r;
  const delivered = r[0];
  if (r[3] === 1) return delivered;
  r[0] = undefined;
  r[3] = 1;
  return withStrict(I, r[1], r[2], delivered);
});

function withStrict(I: Interp, cls: PyType, iterables: readonly Value[], isStrict: boolean): any {
  const entry = I.frame;
  const its = iterateAll(I, iterables);
  return its === undefined ? I.then(entry, MADE_KIND, [undefined, cls, isStrict]) : newZip(I, cls, its, isStrict);
}

/** r = [delivered iterators, class, isStrict]. */
export const MADE_KIND = new NativeKind('zip.made', (I, f) => newZip(I, f.r[1], f.r[0], f.r[2]));

function newZip(I: Interp, cls: PyType, iterators: readonly Value[], isStrict: boolean): PyZip {
  I.bytesLeft -= (13 + iterators.length) * I.memory.pointerBytes;
  return new PyZip(cls, iterators, isStrict);
}

function next(I: Interp, zip: PyZip): any {
  const its = zip.iterators;
  const count = its.length;
  if (count === 0) return STOP;
  const items: Value[] = [];
  for (let i = 0; i < count; i++) {
    const entry = I.frame;
    const item = iterNext(I, its[i]!);
    if (item === undefined) return I.then(entry, NEXT_KIND, [undefined, zip, items, false]);
    if (item === STOP) return zip.isStrict ? checkEnds(I, zip, i) : STOP;
    items.push(item);
  }
  I.ticks -= count >> 3;
  return newTuple(I, items);
}

/**
 * r = [delivered item or STOP, zip, items so far, checking the ends?]. When the first iterator of a strict zip ends, the others are asked
 * as well; `items` counts them then.
 */
export const NEXT_KIND = new NativeKind('zip.next', (I: Interp, f: Frame) => {
  const r = f.r;
  const zip: PyZip = r[1];
  const items: Value[] = r[2];
  let item = r[0];
  r[0] = undefined;
  for (;;) {
    if (item === STOP) {
      if (r[3]) items.push(null);
      else if (zip.isStrict) {
        if (items.length > 0) return shorter(I, items.length);
        r[3] = true;
        items.push(null);
      } else return STOP;
    } else if (r[3]) return longer(I, items.length);
    else items.push(item);
    if (items.length >= zip.iterators.length) return r[3] ? STOP : newTuple(I, items);
    item = iterNext(I, zip.iterators[items.length]!);
    if (item === undefined) return undefined;
  }
});

/** Iterator `i` of a strict zip has ended: so must the others. */
function checkEnds(I: Interp, zip: PyZip, i: number): any {
  if (i > 0) return shorter(I, i);
  const ended: Value[] = [null];
  for (let k = 1; k < zip.iterators.length; k++) {
    const entry = I.frame;
    const item = iterNext(I, zip.iterators[k]!);
    if (item === undefined) return I.then(entry, NEXT_KIND, [undefined, zip, ended, true]);
    if (item !== STOP) return longer(I, k);
    ended.push(null);
  }
  return STOP;
}

function shorter(I: Interp, i: number): undefined {
  return valueError(I, `zip() argument ${i + 1} is shorter than argument${i === 1 ? ' ' : 's 1-'}${i}`);
}

function longer(I: Interp, i: number): undefined {
  return valueError(I, `zip() argument ${i + 1} is longer than argument${i === 1 ? ' ' : 's 1-'}${i}`);
}

/** r = [delivered truth, zip]. */
export const SET_STRICT_KIND = new NativeKind('zip.setStrict', (_I, f) => {
  f.r[1].isStrict = f.r[0];
  return null;
});

export const ZIP_SPEC: TypeSpec = {
  name: 'zip',
  slots: {
    new: construct,
    iter: (_I, it) => it,
    next,
    visit: (zip: PyZip, visit) => {
      for (const it of zip.iterators) visit(it);
    },
    sizeOf: (I) => 8 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, zip: PyZip) => {
      const parts: Value[] = [zip.cls, newTuple(I, zip.iterators)];
      if (zip.isStrict) parts.push(true);
      return newTuple(I, parts);
    }),
    __setstate__: oneArg((I, zip: PyZip, state) => {
      const entry = I.frame;
      const isStrict = truth(I, state);
      if (isStrict === undefined) return I.then(entry, SET_STRICT_KIND, [undefined, zip]);
      zip.isStrict = isStrict;
      return null;
    }),
  },
  kinds: [ITERATE_ALL_KIND, STRICT_KIND, MADE_KIND, NEXT_KIND, SET_STRICT_KIND],
};
