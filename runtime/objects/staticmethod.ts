/** The `staticmethod` type. */
import type { TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { PyStaticMethod } from './descriptor.ts';
import { instanceDict } from './instance.ts';
import { IS_ABSTRACT_KIND, WRAPPED_ATTR_KIND, isAbstractMethod, wrapperGetAttr } from './wrapped-attribute.ts';
import { repr } from './conversion.ts';
import { checkCount } from './signature.ts';
import { typeError } from './raise.ts';

/** r = [delivered, type name]: `<staticmethod(...)>` around a repr. */
export const WRAPPER_REPR_KIND = new NativeKind(
  'objects.wrapperRepr',
  (_I: Interp, f: Frame) => `<${f.r[1]}(${f.r[0]})>`,
);

/** Repr of both wrappers. */
export function wrapperRepr(I: Interp, name: string, fn: Value): string | undefined {
  const entry = I.frame;
  const text = repr(I, fn);
  return text === undefined ? I.then(entry, WRAPPER_REPR_KIND, [undefined, name]) : `<${name}(${text})>`;
}

/** The one argument of both constructors. */
export function wrapperArgument(
  I: Interp,
  name: string,
  args: readonly Value[],
  kw: readonly string[] | null,
): Value | undefined {
  if (kw !== null && kw.length > 0) return typeError(I, `${name}() takes no keyword arguments`);
  return checkCount(I, name, args.length, 1, 1) === undefined ? undefined : args[0];
}

export const STATICMETHOD_SPEC: TypeSpec = {
  name: 'staticmethod',
  doc: 'Convert a function to be a static method: instances and the class call it with the same arguments.',
  hasDict: true,
  slots: {
    repr: (I, v: PyStaticMethod) => wrapperRepr(I, 'staticmethod', v.fn),
    getattr: wrapperGetAttr,
    call: (I, v: PyStaticMethod, args, kw) => I.call(v.fn, args, kw),
    descrGet: (_I, v: PyStaticMethod) => v.fn,
    new: (_I, cls) => new PyStaticMethod(cls, null),
    init: (I, v: PyStaticMethod, args, kw) => {
      const fn = wrapperArgument(I, 'staticmethod', args, kw);
      if (fn === undefined) return undefined;
      v.fn = fn;
      return null;
    },
    visit: (v: PyStaticMethod, visit) => visit(v.fn),
    sizeOf: (I) => 6 * I.memory.pointerBytes,
  },
  getset: {
    __func__: { get: (_I, v: PyStaticMethod) => v.fn },
    __wrapped__: { get: (_I, v: PyStaticMethod) => v.fn },
    __isabstractmethod__: { get: (I, v: PyStaticMethod) => isAbstractMethod(I, v.fn) },
    __dict__: { get: (I, v: PyStaticMethod) => instanceDict(I, v) },
  },
  allocate: (_I, cls) => new PyStaticMethod(cls, null),
  kinds: [WRAPPER_REPR_KIND, WRAPPED_ATTR_KIND, IS_ABSTRACT_KIND],
};
