/** The `enumerate` type. */
import { PyObject, STOP } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { PyType } from './type.ts';
import type { Shape } from './shape.ts';
import { newTuple } from './tuple.ts';
import { CLASS_GETITEM } from './class-getitem.ts';
import { argumentKind, indexArgument } from './argument.ts';
import { iter, iterNext } from './iteration.ts';
import { addInt } from '../numeric/int-arith.ts';
import { typeError } from './raise.ts';

export class PyEnumerate extends PyObject {
  it: Value;
  count: number | bigint;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, it: Value, count: number | bigint) {
    super(cls);
    this.it = it;
    this.count = count;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

function construct(I: Interp, cls: any, args: Value[], kw: readonly string[] | null): any {
  const positional = args.length - (kw === null ? 0 : kw.length);
  if (args.length > 2) return typeError(I, `enumerate() takes at most 2 arguments (${args.length} given)`);
  let iterable: Value | undefined = positional > 0 ? args[0] : undefined;
  let start: Value | undefined = positional > 1 ? args[1] : undefined;
  if (kw !== null) {
    for (let i = 0; i < kw.length; i++) {
      const name = kw[i]!;
      if (name === 'start' && (positional > 0 || kw.length === 2)) start = args[positional + i]!;
      else if (name === 'iterable' && positional === 0) iterable = args[positional + i]!;
      else return typeError(I, `'${name}' is an invalid keyword argument for enumerate()`);
    }
  }
  if (iterable === undefined) return typeError(I, "enumerate() missing required argument 'iterable'");
  return make(I, cls, [start === undefined ? 0 : start, iterable]);
}

/** args = [start, iterable]. Starts again when an `__index__` was waited for. */
function make(I: Interp, cls: any, args: any[]): any {
  const start = indexArgument(I, MAKE_KIND, cls, args, 0);
  if (start === undefined) return undefined;
  const entry = I.frame;
  const it = iter(I, args[1]);
  return it === undefined ? I.then(entry, MADE_KIND, [undefined, cls, start]) : newEnumerate(I, cls, it, start);
}
const MAKE_KIND = argumentKind('enumerate.new', make);
/** r = [delivered iterator, class, start]. */
export const MADE_KIND = new NativeKind('enumerate.made', (I, f) => newEnumerate(I, f.r[1], f.r[0], f.r[2]));

function newEnumerate(I: Interp, cls: PyType, it: Value, start: number | bigint): PyEnumerate {
  I.bytesLeft -= 9 * I.memory.pointerBytes;
  return new PyEnumerate(cls, it, start);
}

function next(I: Interp, self: PyEnumerate): any {
  const entry = I.frame;
  const item = iterNext(I, self.it);
  if (item === STOP) return STOP;
  return item === undefined ? I.then(entry, NEXT_KIND, [undefined, self]) : pair(I, self, item);
}
/** r = [delivered item or STOP, enumerate]. */
export const NEXT_KIND = new NativeKind('enumerate.next', (I, f) => (f.r[0] === STOP ? STOP : pair(I, f.r[1], f.r[0])));

function pair(I: Interp, self: PyEnumerate, item: Value): Value {
  const count = self.count;
  self.count = addInt(count, 1);
  return newTuple(I, [count, item]);
}

export const ENUMERATE_SPEC: TypeSpec = {
  name: 'enumerate',
  slots: {
    new: construct,
    iter: (_I, it) => it,
    next,
    visit: (self: PyEnumerate, visit) => visit(self.it),
    sizeOf: (I) => 9 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, self: PyEnumerate) => newTuple(I, [self.cls, newTuple(I, [self.it, self.count])])),
  },
  classMethods: CLASS_GETITEM,
  kinds: [MAKE_KIND, MADE_KIND, NEXT_KIND],
};
