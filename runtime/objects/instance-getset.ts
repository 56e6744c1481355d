/** The computed attributes `__dict__` and `__weakref__` that Python classes give their instances. */
import type { GetSetSpec } from './native.ts';
import { PyDict } from './dict.ts';
import { instanceDict, replaceDict } from './instance.ts';
import type { Stored } from './instance.ts';
import { PyModule } from './module.ts';
import { typeError } from './raise.ts';
import { typeName } from './type-of.ts';

export const INSTANCE_DICT: GetSetSpec = {
  doc: 'dictionary for instance variables (if defined)',
  get: (I, v: Stored) => (v instanceof PyModule ? v.dict : instanceDict(I, v)),
  set: (I, v: Stored, value) => {
    if (value === undefined) {
      replaceDict(v, new PyDict(I.types.dict));
      return true;
    }
    if (!(value instanceof PyDict))
      return typeError(I, `__dict__ must be set to a dictionary, not a '${typeName(I, value)}'`);
    replaceDict(v, value);
    return true;
  },
};

/** Weak references are found through the census, not through the object: nothing to show. */
export const INSTANCE_WEAKREF: GetSetSpec = {
  doc: 'list of weak references to the object (if defined)',
  get: () => null,
};
