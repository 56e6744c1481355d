/** `__class_getitem__` of the built-in generic types: `list[int]` makes a GenericAlias. */
import { oneArg } from './native.ts';
import type { NativeSpec } from './native.ts';

/** For the `classMethods` of a TypeSpec. */
export const CLASS_GETITEM: Readonly<Record<string, NativeSpec>> = {
  __class_getitem__: oneArg((I, cls, item) => I.call(I.types.byName.get('types.GenericAlias')!, [cls, item], null)),
};
