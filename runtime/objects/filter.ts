/** The `filter` type. */
import { PyObject, STOP } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { PyType } from './type.ts';
import type { Shape } from './shape.ts';
import { newTuple } from './tuple.ts';
import { truth } from './conversion.ts';
import { iter, iterNext } from './iteration.ts';
import { stopInstead } from './stop-iteration.ts';
import { withoutForeignKeywords } from './constructor-argument.ts';
import { typeError } from './raise.ts';

export class PyFilter extends PyObject {
  /** None and `bool` ask for the truth of the item itself. */
  fn: Value;
  it: Value;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, fn: Value, it: Value) {
    super(cls);
    this.fn = fn;
    this.it = it;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

function construct(I: Interp, cls: any, args: Value[], kw: readonly string[] | null): any {
  const positional = withoutForeignKeywords(cls, I.typeFor(FILTER_SPEC), args, kw);
  if (positional === null) return typeError(I, 'filter() takes no keyword arguments');
  args = positional;
  if (args.length !== 2) return typeError(I, `filter expected 2 arguments, got ${args.length}`);
  const fn = args[0]!;
  const entry = I.frame;
  const it = iter(I, args[1]!);
  return it === undefined ? I.then(entry, MADE_KIND, [undefined, cls, fn]) : newFilter(I, cls, fn, it);
}

/** r = [delivered iterator, class, function]. */
export const MADE_KIND = new NativeKind('filter.made', (I, f) => newFilter(I, f.r[1], f.r[2], f.r[0]));

function newFilter(I: Interp, cls: PyType, fn: Value, it: Value): PyFilter {
  I.bytesLeft -= 8 * I.memory.pointerBytes;
  return new PyFilter(cls, fn, it);
}

const PHASE_ITEM = 0;
const PHASE_CALLED = 1;
const PHASE_TRUTH = 2;

/** r = [delivered, filter, phase (what was delivered: an item, the function's answer, its truth), item]. */
export const NEXT_KIND = new NativeKind(
  'filter.next',
  (I, f) => {
    const r = f.r;
    const self: PyFilter = r[1];
    const asksItem = self.fn === null || self.fn === I.types.bool;
    let v = r[0];
    r[0] = undefined;
    for (;;) {
      switch (r[2]) {
        case PHASE_ITEM:
          if (v === undefined) {
            if (I.ticks < 0) return I.pause(f);
            I.ticks--;
            v = iterNext(I, self.it);
            if (v === undefined) return undefined;
          }
          if (v === STOP) return STOP;
          r[3] = v;
          r[2] = PHASE_CALLED;
          if (!asksItem) {
            v = I.call(self.fn, [v], null);
            if (v === undefined) return undefined;
          }
          break;
        case PHASE_CALLED:
          r[2] = PHASE_TRUTH;
          v = typeof v === 'boolean' ? v : truth(I, v);
          if (v === undefined) return undefined;
          break;
        default:
          if (v) return r[3];
          r[2] = PHASE_ITEM;
          v = undefined;
      }
    }
  },
  (I, _f, exc) => stopInstead(I, exc),
);

export const FILTER_SPEC: TypeSpec = {
  name: 'filter',
  slots: {
    new: construct,
    iter: (_I, it) => it,
    next: (I, self: PyFilter) => I.enter(NEXT_KIND, [undefined, self, PHASE_ITEM, null]),
    visit: (self: PyFilter, visit) => {
      visit(self.fn);
      visit(self.it);
    },
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, self: PyFilter) => newTuple(I, [self.cls, newTuple(I, [self.fn, self.it])])),
  },
  kinds: [MADE_KIND, NEXT_KIND],
};
