/** `_collections._tuplegetter`: the descriptor of a field of a named tuple. */
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { Interp } from '../objects/interp.ts';
import { noArgs } from '../objects/native.ts';
import type { TypeSpec } from '../objects/native.ts';
import type { PyType } from '../objects/type.ts';
import { PyTuple, newTuple } from '../objects/tuple.ts';
import { indexError, raiseNamed, typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/type-of.ts';

export class PyTupleGetter extends PyObject {
  index: number;
  doc: Value;
  constructor(cls: PyType, index: number, doc: Value) {
    super(cls);
    this.index = index;
    this.doc = doc;
  }
}

function get(I: Interp, getter: PyTupleGetter, obj: Value | null): any {
  if (obj instanceof PyTuple) {
    const item = obj.items[getter.index];
    return item === undefined ? indexError(I, 'tuple index out of range') : item;
  }
  if (obj === null) return getter;
  return typeError(
    I,
    `descriptor for index '${getter.index}' for tuple subclasses doesn't apply to '${typeOf(I, obj).tpName}' object`,
  );
}

export const TUPLE_GETTER_SPEC: TypeSpec = {
  name: '_tuplegetter',
  module: '_collections',
  slots: {
    new: (I, cls, args) => {
      if (args.length !== 2) return typeError(I, `_tuplegetter expected 2 arguments, got ${args.length}`);
      if (typeof args[0] !== 'number')
        return typeError(I, `'${typeOf(I, args[0]!).tpName}' object cannot be interpreted as an integer`);
      I.bytesLeft -= 4 * I.memory.pointerBytes;
      return new PyTupleGetter(cls, args[0], args[1]!);
    },
    descrGet: get,
    descrSet: (I, _getter, _obj, value) =>
      raiseNamed(I, 'AttributeError', value === undefined ? "can't delete attribute" : "can't set attribute"),
    repr: (I, getter: PyTupleGetter) => {
      const doc = getter.doc;
      return `_tuplegetter(${getter.index}, ${typeof doc === 'string' ? `'${doc}'` : doc === null ? 'None' : typeOf(I, doc).name})`;
    },
    visit: (getter: PyTupleGetter, visit) => visit(getter.doc),
    sizeOf: (I) => 4 * I.memory.pointerBytes,
  },
  getset: {
    __doc__: {
      get: (_I, getter: PyTupleGetter) => getter.doc,
      set: (_I, getter: PyTupleGetter, value) => {
        getter.doc = value === undefined ? null : value;
        return true;
      },
    },
  },
  methods: {
    __reduce__: noArgs((I, getter: PyTupleGetter) =>
      newTuple(I, [getter.cls, newTuple(I, [getter.index, getter.doc])]),
    ),
  },
};
