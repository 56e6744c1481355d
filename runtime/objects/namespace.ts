/** `types.SimpleNamespace`. Instances are ordinary instances with attribute storage. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import { PyInstance, getOwn, instanceDict, newInstance, ownNames, setOwn } from './instance.ts';
import { INSTANCE_DICT } from './instance-getset.ts';
import { compare } from './comparison.ts';
import { repr } from './conversion.ts';
import { newTuple } from './tuple.ts';
import { typeError } from './raise.ts';
import { visitStored } from './class-slots.ts';

/** r = [delivered text, namespace, names, next name, text so far]. */
export const NAMESPACE_REPR_KIND = new NativeKind('types.namespaceRepr', (I: Interp, f: Frame) => {
  const r = f.r;
  const v: PyInstance = r[1];
  const name = v.cls.isBuiltin ? 'namespace' : v.cls.name;
  if (r[3] === 0) {
    for (let below = f.back; below !== null; below = below.back) {
      if (below.code === NAMESPACE_REPR_KIND && below.r[1] === v) return `${name}(...)`;
    }
  }
  for (;;) {
    if (r[0] !== undefined) {
      r[4] += `${r[3] === 1 ? '' : ', '}${r[2][r[3] - 1]}=${r[0]}`;
      r[0] = undefined;
    }
    if (r[3] >= r[2].length) return `${name}(${r[4]})`;
    const value = getOwn(v, r[2][r[3]++]);
    const text = value === undefined ? '' : repr(I, value);
    if (text === undefined) return undefined;
    r[0] = text;
  }
});

export const NAMESPACE_SPEC: TypeSpec = {
  name: 'SimpleNamespace',
  module: 'types',
  doc: 'A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)',
  hasDict: true,
  slots: {
    repr: (I, v: PyInstance) => I.enter(NAMESPACE_REPR_KIND, [undefined, v, ownNames(v), 0, '']),
    compare: (I, op, a: PyInstance, b) => {
      if (!(b instanceof PyInstance) || b.cls.spec !== NAMESPACE_SPEC) return I.NotImplemented;
      return compare(I, op, instanceDict(I, a), instanceDict(I, b));
    },
    new: (I, cls) => newInstance(I, cls),
    init: (I, v: PyInstance, args, kw) => {
      const nkw = kw === null ? 0 : kw.length;
      if (args.length > nkw) return typeError(I, 'no positional arguments expected');
      for (let i = 0; i < nkw; i++) setOwn(I, v, kw![i]!, args[i]!);
      return null;
    },
    visit: visitStored,
    sizeOf: (I) => 5 * I.memory.pointerBytes,
  },
  methods: {
    __reduce__: noArgs((I, v: PyInstance) => newTuple(I, [v.cls as Value, newTuple(I, []), instanceDict(I, v)])),
  },
  getset: { __dict__: INSTANCE_DICT },
  allocate: (I, cls) => newInstance(I, cls),
  kinds: [NAMESPACE_REPR_KIND],
};
