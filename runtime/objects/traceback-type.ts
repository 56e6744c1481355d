/** The `traceback` type. */
import type { Interp } from './interp.ts';
import type { TypeSpec } from './native.ts';
import { noArgs } from './native.ts';
import type { Value } from './value.ts';
import { PyTraceback } from './traceback.ts';
import { PyFrame, frameObject } from './frame-object.ts';
import { bindSignature, parseSignature } from './signature.ts';
import { newList } from './list.ts';
import { asInt } from './unwrap.ts';
import { typeError, valueError } from './raise.ts';
import { typeName } from './type-of.ts';

const NEW = parseSignature('tb_next, tb_frame, tb_lasti, tb_lineno');

function create(I: Interp, cls: any, args: Value[], kw: readonly string[] | null): Value | undefined {
  const bound = bindSignature(I, 'TracebackType', 'TracebackType', NEW, args, kw);
  if (bound === undefined) return undefined;
  const [next, frame, lasti, lineno] = bound;
  if (next !== null && !(next instanceof PyTraceback))
    return typeError(I, `expected traceback object or None, got '${typeName(I, next)}'`);
  if (!(frame instanceof PyFrame))
    return typeError(I, `TracebackType() argument 'tb_frame' must be frame, not ${typeName(I, frame)}`);
  for (const v of [lasti, lineno]) {
    if (asInt(v) === undefined) return typeError(I, `'${typeName(I, v)}' object cannot be interpreted as an integer`);
  }
  const at = Number(asInt(lasti));
  return new PyTraceback(cls, next, frame.frame, at < 0 ? -1 : at >> 1, Number(asInt(lineno)));
}

export const TRACEBACK_SPEC: TypeSpec = {
  name: 'traceback',
  isFinal: true,
  doc: 'Create a new traceback object.',
  slots: {
    new: create,
    visit: (tb: PyTraceback, visit) => {
      visit(tb.next);
      for (const v of tb.frame.r) if (v !== undefined) visit(v);
    },
    sizeOf: (I) => 7 * I.memory.pointerBytes,
  },
  methods: {
    __dir__: noArgs((I) => newList(I, ['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno'])),
  },
  getset: {
    tb_next: {
      get: (_I, tb: PyTraceback) => tb.next,
      set: (I, tb: PyTraceback, value) => {
        if (value === undefined) return typeError(I, "can't delete tb_next attribute");
        if (value !== null && !(value instanceof PyTraceback)) {
          return typeError(I, `expected traceback object, got '${typeName(I, value)}'`);
        }
        for (let t = value; t !== null; t = t.next) if (t === tb) return valueError(I, 'traceback loop detected');
        tb.next = value;
        return true;
      },
    },
    tb_frame: { get: (I, tb: PyTraceback) => frameObject(I, tb.frame) },
    tb_lasti: { get: (_I, tb: PyTraceback) => (tb.lasti < 0 ? -1 : 2 * tb.lasti) },
    tb_lineno: { get: (_I, tb: PyTraceback) => tb.lineno },
  },
};
