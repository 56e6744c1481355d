/** The `mappingproxy` type: everything that reads goes to the mapping, nothing writes. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { noArgs, someArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import { PyMappingProxy } from './mapping-proxy.ts';
import { PyDict } from './dict.ts';
import { PyList } from './list.ts';
import { PyTuple } from './tuple.ts';
import { CLASS_GETITEM } from './class-getitem.ts';
import { callMethod } from './call-special.ts';
import { binaryOp } from './arithmetic.ts';
import { compare } from './comparison.ts';
import { len, repr, str } from './conversion.ts';
import { contains, iter } from './iteration.ts';
import { getItem } from './subscript.ts';
import { bindSignature, parseSignature } from './signature.ts';
import { typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';

/** r = [delivered repr of the mapping]. */
export const PROXY_REPR_KIND = new NativeKind('mappingproxy.repr', (_I: Interp, f: Frame) => `mappingproxy(${f.r[0]})`);

const NEW = parseSignature('mapping');
const OR = 7;

const unwrap = (v: Value): Value => (v instanceof PyMappingProxy ? v.mapping : v);

export const MAPPING_PROXY_SPEC: TypeSpec = {
  name: 'mappingproxy',
  isFinal: true,
  slots: {
    repr: (I, v: PyMappingProxy) => {
      const entry = I.frame;
      const text = repr(I, v.mapping);
      return text === undefined ? I.then(entry, PROXY_REPR_KIND, [undefined]) : `mappingproxy(${text})`;
    },
    str: (I, v: PyMappingProxy) => str(I, v.mapping),
    len: (I, v: PyMappingProxy) => len(I, v.mapping),
    getitem: (I, v: PyMappingProxy, key) => getItem(I, v.mapping, key),
    contains: (I, v: PyMappingProxy, key) => contains(I, v.mapping, key),
    iter: (I, v: PyMappingProxy) => iter(I, v.mapping),
    compare: (I, op, v: PyMappingProxy, other) => compare(I, op, v.mapping, other),
    new: (I, cls, args, kw) => {
      const bound = bindSignature(I, 'mappingproxy', 'mappingproxy', NEW, args, kw);
      if (bound === undefined) return undefined;
      const mapping: Value = bound[0];
      const type = typeOf(I, mapping);
      if (
        type.slots.getitem === null ||
        mapping instanceof PyList ||
        mapping instanceof PyTuple ||
        typeof mapping === 'string'
      ) {
        return typeError(I, `mappingproxy() argument must be a mapping, not ${typeName(I, mapping)}`);
      }
      return new PyMappingProxy(cls, mapping);
    },
    visit: (v: PyMappingProxy, visit) => visit(v.mapping),
    sizeOf: (I) => 5 * I.memory.pointerBytes,
  },
  binary: {
    '|': (I, a, b) => {
      const left = unwrap(a);
      const right = unwrap(b);
      return left instanceof PyDict || right instanceof PyDict ? binaryOp(I, OR, left, right) : I.NotImplemented;
    },
    '|=': (I) => typeError(I, "'|=' is not supported by mappingproxy; use '|' instead"),
  },
  methods: {
    get: someArgs(1, 2, (I, v: PyMappingProxy, args) => callMethod(I, v.mapping, 'get', args.slice())),
    keys: noArgs((I, v: PyMappingProxy) => callMethod(I, v.mapping, 'keys', [])),
    values: noArgs((I, v: PyMappingProxy) => callMethod(I, v.mapping, 'values', [])),
    items: noArgs((I, v: PyMappingProxy) => callMethod(I, v.mapping, 'items', [])),
    copy: noArgs((I, v: PyMappingProxy) => callMethod(I, v.mapping, 'copy', [])),
    __reversed__: noArgs((I, v: PyMappingProxy) => callMethod(I, v.mapping, '__reversed__', [])),
  },
  classMethods: CLASS_GETITEM,
  kinds: [PROXY_REPR_KIND],
};
