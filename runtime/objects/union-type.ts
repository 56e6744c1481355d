/** `types.UnionType`: what `int | str` is. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { oneArg } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import { PyGenericAlias, PyUnion } from './generic-alias.ts';
import { newTuple } from './tuple.ts';
import { PyType } from './type.ts';
import { isInstance, isSubclass } from './type-check.ts';
import { repr } from './conversion.ts';
import { typeError } from './raise.ts';
import { qualifiedTypeName } from './type-name.ts';

/** Makes the union of `members`, flattened and without repetitions; the member itself if only one is left. */
export function makeUnion(I: Interp, members: readonly Value[]): Value | undefined {
  const args: Value[] = [];
  for (const member of members) {
    const parts = member instanceof PyUnion ? member.args : [member === null ? I.types.NoneType : member];
    for (const part of parts) {
      if (!(part instanceof PyType) && !(part instanceof PyGenericAlias)) return I.NotImplemented;
      if (!args.some((known) => sameMember(known, part))) args.push(part);
    }
  }
  return args.length === 1 ? args[0]! : new PyUnion(I.typeFor(UNION_SPEC), args);
}

function sameMember(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (!(a instanceof PyGenericAlias) || !(b instanceof PyGenericAlias)) return false;
  return a.origin === b.origin && a.args.length === b.args.length && a.args.every((x, i) => sameMember(x, b.args[i]!));
}

/** r = [delivered text, members, next, texts, what to do with the text]. */
export const UNION_REPR_KIND = new NativeKind('types.unionRepr', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    if (r[0] !== undefined) {
      r[3].push(r[0]);
      r[0] = undefined;
      continue;
    }
    if (r[2] >= r[1].length) {
      const text = r[3].join(' | ');
      return r[4] === 'error' ? typeError(I, `${text} is not a generic class`) : text;
    }
    const member: Value = r[1][r[2]++];
    const text =
      member === I.types.NoneType ? 'None' : member instanceof PyType ? qualifiedTypeName(member) : repr(I, member);
    if (text === undefined) return undefined;
    r[0] = text;
  }
});

export const UNION_SPEC: TypeSpec = {
  name: 'UnionType',
  module: 'types',
  isFinal: true,
  doc: 'Represent a PEP 604 union type: int | str.',
  slots: {
    repr: (I, v: PyUnion) => I.enter(UNION_REPR_KIND, [undefined, v.args, 0, [], '']),
    hash: (I, v: PyUnion) => {
      let h = 0x5eed;
      for (const arg of v.args) h ^= I.idOf(arg instanceof PyGenericAlias ? arg.origin : arg) / 16;
      return h | 0 || 1;
    },
    compare: (I, op, a: PyUnion, b) => {
      if ((op !== 2 && op !== 3) || !(b instanceof PyUnion)) return I.NotImplemented;
      const same = a.args.length === b.args.length && a.args.every((x) => b.args.some((y) => sameMember(x, y)));
      return same === (op === 2);
    },
    getitem: (I, v: PyUnion) => I.enter(UNION_REPR_KIND, [undefined, v.args, 0, [], 'error']),
    visit: (v: PyUnion, visit) => v.args.forEach(visit),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  binary: { '|': (I, a, b) => makeUnion(I, [a, b]) },
  methods: {
    __instancecheck__: oneArg((I, v: PyUnion, obj) => isInstance(I, obj, v)),
    __subclasscheck__: oneArg((I, v: PyUnion, cls) => isSubclass(I, cls, v)),
  },
  getset: {
    __args__: { get: (I, v: PyUnion) => newTuple(I, v.args) },
    __parameters__: { get: (I) => newTuple(I, []) },
    __module__: { get: () => 'types' },
  },
  kinds: [UNION_REPR_KIND],
};
