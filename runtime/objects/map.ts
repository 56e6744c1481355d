/** The `map` type. */
import { PyObject, STOP } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { PyType } from './type.ts';
import type { Shape } from './shape.ts';
import { newTuple } from './tuple.ts';
import { iterNext } from './iteration.ts';
import { iterateAll } from './iterate-all.ts';
import { stopInstead } from './stop-iteration.ts';
import { withoutForeignKeywords } from './constructor-argument.ts';
import { typeError } from './raise.ts';

export class PyMap extends PyObject {
  fn: Value;
  iterators: readonly Value[];
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, fn: Value, iterators: readonly Value[]) {
    super(cls);
    this.fn = fn;
    this.iterators = iterators;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

function construct(I: Interp, cls: any, args: Value[], kw: readonly string[] | null): any {
  const positional = withoutForeignKeywords(cls, I.typeFor(MAP_SPEC), args, kw);
  if (positional === null) return typeError(I, 'map() takes no keyword arguments');
  args = positional;
  if (args.length < 2) return typeError(I, 'map() must have at least two arguments.');
  const fn = args[0]!;
  const entry = I.frame;
  const its = iterateAll(I, args.slice(1));
  return its === undefined ? I.then(entry, MADE_KIND, [undefined, cls, fn]) : newMap(I, cls, fn, its);
}

/** r = [delivered iterators, class, function]. */
export const MADE_KIND = new NativeKind('map.made', (I, f) => newMap(I, f.r[1], f.r[2], f.r[0]));

function newMap(I: Interp, cls: PyType, fn: Value, iterators: readonly Value[]): PyMap {
  I.bytesLeft -= (11 + iterators.length) * I.memory.pointerBytes;
  return new PyMap(cls, fn, iterators);
}

function next(I: Interp, map: PyMap): any {
  const its = map.iterators;
  const args: Value[] = [];
  for (let i = 0; i < its.length; i++) {
    const entry = I.frame;
    const item = iterNext(I, its[i]!);
    if (item === undefined) return I.then(entry, NEXT_KIND, [undefined, map, args]);
    if (item === STOP) return STOP;
    args.push(item);
  }
  const entry = I.frame;
  const v = I.call(map.fn, args, null);
  if (v !== undefined) return v;
  return I.exc !== null ? stopInstead(I, I.exc) : I.then(entry, CALLED_KIND, [undefined]);
}

/** r = [delivered item or STOP, map, arguments so far, called?]. */
export const NEXT_KIND = new NativeKind(
  'map.next',
  (I, f) => {
    const r = f.r;
    const map: PyMap = r[1];
    let item = r[0];
    if (r[3]) return item;
    r[0] = undefined;
    for (;;) {
      if (item === STOP) return STOP;
      r[2].push(item);
      if (r[2].length >= map.iterators.length) break;
      item = iterNext(I, map.iterators[r[2].length]!);
      if (item === undefined) return undefined;
    }
    r[3] = true;
    return I.call(map.fn, r[2], null);
  },
  (I, _f, exc) => stopInstead(I, exc),
);

/** r = [delivered result]. */
export const CALLED_KIND = new NativeKind(
  'map.called',
  (_I, f) => f.r[0],
  (I, _f, exc) => stopInstead(I, exc),
);

export const MAP_SPEC: TypeSpec = {
  name: 'map',
  slots: {
    new: construct,
    iter: (_I, it) => it,
    next,
    visit: (map: PyMap, visit) => {
      visit(map.fn);
      for (const it of map.iterators) visit(it);
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, map: PyMap) => newTuple(I, [map.cls, newTuple(I, [map.fn, ...map.iterators])])),
  },
  kinds: [MADE_KIND, NEXT_KIND, CALLED_KIND],
};
