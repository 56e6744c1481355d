/** The `classmethod` type. */
import type { TypeSpec } from './native.ts';
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { PyClassMethod } from './descriptor.ts';
import { PyFunction } from './function.ts';
import { PyMethod } from './method.ts';
import { instanceDict } from './instance.ts';
import { wrapperArgument, wrapperRepr } from './staticmethod.ts';
import { isAbstractMethod, wrapperGetAttr } from './wrapped-attribute.ts';
import { typeOf } from './type-of.ts';

/** Binds the wrapped callable to the class: through its own `__get__` if it has one (a property, another wrapper). */
export function bindClassMethod(I: Interp, v: PyClassMethod, obj: Value | null, cls: any): Value | undefined {
  const type = cls ?? typeOf(I, obj);
  const fn = v.fn;
  if (fn instanceof PyFunction) return new PyMethod(I.types.method, fn, type);
  const get = typeOf(I, fn).slots.descrGet;
  return get === null ? new PyMethod(I.types.method, fn, type) : get(I, fn, type, typeOf(I, type));
}

export const CLASSMETHOD_SPEC: TypeSpec = {
  name: 'classmethod',
  doc: 'Convert a function to be a class method: it receives the class as its first argument.',
  hasDict: true,
  slots: {
    repr: (I, v: PyClassMethod) => wrapperRepr(I, 'classmethod', v.fn),
    getattr: wrapperGetAttr,
    descrGet: bindClassMethod,
    new: (_I, cls) => new PyClassMethod(cls, null),
    init: (I, v: PyClassMethod, args, kw) => {
      const fn = wrapperArgument(I, 'classmethod', args, kw);
      if (fn === undefined) return undefined;
      v.fn = fn;
      return null;
    },
    visit: (v: PyClassMethod, visit) => visit(v.fn),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  getset: {
    __func__: { get: (_I, v: PyClassMethod) => v.fn },
    __wrapped__: { get: (_I, v: PyClassMethod) => v.fn },
    __isabstractmethod__: { get: (I, v: PyClassMethod) => isAbstractMethod(I, v.fn) },
    __dict__: { get: (I, v: PyClassMethod) => instanceDict(I, v) },
  },
  allocate: (_I, cls) => new PyClassMethod(cls, null),
};
