/** Named tuples of the runtime itself (`sys.version_info`, `time.struct_time`): a tuple whose type knows its fields. */
import type { Interp } from '../objects/interp.ts';
import type { TypeSpec, GetSetSpec } from '../objects/native.ts';
import { TUPLE_SPEC } from '../objects/tuple-type.ts';
import { PyTupleObject } from '../objects/tuple.ts';
import { repr } from '../objects/protocol.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Value } from '../objects/value.ts';

/** r = [text, value, names, index, parts] : repr as `sys.version_info(major=3, ...)`. */
const REPR_KIND = new NativeKind('struct-sequence.repr', (I, f) => {
  const r = f.r;
  for (;;) {
    let text = r[0];
    r[0] = undefined;
    if (text === undefined) {
      if (r[3] === r[2].length) return `${r[1].cls.tpName}(${r[4].join(', ')})`;
      text = repr(I, r[1].items[r[3]]);
      if (text === undefined) return undefined;
    }
    r[4].push(`${r[2][r[3]]}=${text}`);
    r[3]++;
  }
});

/** Makes an instance of the struct sequence type `name` (made on its first use in this runtime) with these fields. */
export function makeStructSequence(I: Interp, name: string, fields: ReadonlyArray<readonly [string, Value]>): Value {
  const type =
    I.types.byName.get(name) ??
    I.typeFor(
      makeSpec(
        name,
        fields.map((f) => f[0]),
      ),
    );
  return new PyTupleObject(
    type,
    fields.map((f) => f[1]),
  );
}

function makeSpec(fullName: string, names: readonly string[]): TypeSpec {
  const dot = fullName.lastIndexOf('.');
  const getset: Record<string, GetSetSpec> = {};
  names.forEach((name, k) => {
    getset[name] = { get: (_I, v: PyTupleObject) => v.items[k] };
  });
  return {
    name: fullName.slice(dot + 1),
    module: fullName.slice(0, dot),
    base: TUPLE_SPEC,
    isFinal: true,
    slots: { repr: (I, v) => I.enter(REPR_KIND, [undefined, v, names, 0, []]) },
    getset,
    attributes: { n_fields: names.length, n_sequence_fields: names.length, n_unnamed_fields: 0 },
    kinds: [REPR_KIND],
  };
}
