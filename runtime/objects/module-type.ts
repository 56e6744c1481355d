/** The `module` type. Attributes are entries of its dictionary; `__getattr__` in it serves the missing ones. */
import type { Interp } from './interp.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import { PyModule } from './module.ts';
import { PyDict } from './dict.ts';
import { newList } from './list.ts';
import { lookupInType } from './type.ts';
import { attributeErrorWith, typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';
import { bindSignature, parseSignature } from './signature.ts';
import { repr } from './conversion.ts';
import { asStr } from './unwrap.ts';

/** Slot `getattr`. */
export function moduleGetAttr(I: Interp, v: PyModule, name: string): Value | undefined {
  const attribute = lookupInType(v.cls, name);
  if (attribute !== undefined && typeof attribute === 'object' && attribute !== null) {
    const slots = typeOf(I, attribute).slots;
    if (slots.descrGet !== null && slots.descrSet !== null) return slots.descrGet(I, attribute, v, v.cls);
    const own = v.dict.getStr(name);
    if (own !== undefined) return own;
    return slots.descrGet === null ? attribute : slots.descrGet(I, attribute, v, v.cls);
  }
  const own = v.dict.getStr(name);
  if (own !== undefined) return own;
  if (attribute !== undefined) return attribute;
  const hook = v.dict.getStr('__getattr__');
  if (hook !== undefined) return I.call(hook, [name]);
  const ownName = v.dict.getStr('__name__');
  const text = ownName === undefined ? undefined : asStr(ownName);
  if (text === undefined) return attributeErrorWith(I, `module has no attribute '${name}'`, v, name);
  return attributeErrorWith(I, `module '${text}' has no attribute '${name}'`, v, name);
}

/** Slot `setattr`. */
function moduleSetAttr(I: Interp, v: PyModule, name: string, value: Value | undefined): true | undefined {
  const attribute = lookupInType(v.cls, name);
  if (attribute !== undefined && typeof attribute === 'object' && attribute !== null) {
    const set = typeOf(I, attribute).slots.descrSet;
    if (set !== null) return set(I, attribute, v, value);
  }
  if (value !== undefined) {
    v.dict.setStr(I, name, value);
    return true;
  }
  return v.dict.deleteStr(name)
    ? true
    : attributeErrorWith(I, `'${v.cls.tpName}' object has no attribute '${name}'`, v, name);
}

const INIT = parseSignature('name, doc=None');

export const MODULE_SPEC: TypeSpec = {
  name: 'module',
  doc: 'Create a module object.\n\nThe name must be a string; the optional docstring can have any type.',
  slots: {
    repr: (I, v: PyModule) => {
      const name = v.dict.getStr('__name__');
      const file = v.dict.getStr('__file__');
      const shown = typeof name === 'string' ? (repr(I, name) as string) : "'?'";
      if (typeof file === 'string') return `<module ${shown} from ${repr(I, file)}>`;
      return v.isBuiltin ? `<module ${shown} (built-in)>` : `<module ${shown}>`;
    },
    getattr: moduleGetAttr,
    setattr: moduleSetAttr,
    new: (I, cls) => new PyModule(cls, '', new PyDict(I.types.dict)),
    init: (I, v: PyModule, args, kw) => {
      const bound = bindSignature(I, 'module', 'module', INIT, args, kw);
      if (bound === undefined) return undefined;
      const name = asStr(bound[0]);
      if (name === undefined) return typeError(I, `module() argument 'name' must be str, not ${typeName(I, bound[0])}`);
      v.dict.setStr(I, '__name__', name);
      v.dict.setStr(I, '__doc__', bound[1]);
      for (const other of ['__package__', '__loader__', '__spec__']) v.dict.setStr(I, other, null);
      return null;
    },
    visit: (v: PyModule, visit) => visit(v.dict),
    sizeOf: (I) => 9 * I.memory.pointerBytes,
  },
  methods: {
    __dir__: noArgs((I, v: PyModule) => {
      const hook = v.dict.getStr('__dir__');
      return hook === undefined ? newList(I, v.dict.strKeys()) : I.call(hook, []);
    }),
  },
  getset: {
    __dict__: {
      get: (_I, v: PyModule) => v.dict,
      set: (I, v: PyModule) => attributeErrorWith(I, 'readonly attribute', v, '__dict__'),
    },
    __annotations__: {
      get: (I, v: PyModule) => {
        const known = v.dict.getStr('__annotations__');
        if (known !== undefined) return known;
        const made = new PyDict(I.types.dict);
        v.dict.setStr(I, '__annotations__', made);
        return made;
      },
      set: (I, v: PyModule, value) => {
        if (value !== undefined) v.dict.setStr(I, '__annotations__', value);
        else if (!v.dict.deleteStr('__annotations__'))
          return attributeErrorWith(I, '__annotations__', v, '__annotations__');
        return true;
      },
    },
  },
  allocate: (I, cls) => new PyModule(cls, '', new PyDict(I.types.dict)),
};
