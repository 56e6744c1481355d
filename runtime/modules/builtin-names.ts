/** The types that scripts find under their names without an import. */
import type { PyDict } from '../objects/dict.ts';
import type { Interp } from '../objects/interp.ts';

/** Types of the built-in namespace; others (`NoneType`, iterators ...) are reached through their instances only. */
const TYPE_NAMES = (
  'object type int bool float complex str bytes bytearray memoryview list tuple dict set frozenset range slice ' +
  'property staticmethod classmethod super enumerate filter map reversed zip'
).split(' ');

/** Puts the built-in types into `namespace`. */
export function typesInto(I: Interp, namespace: PyDict): void {
  for (const name of TYPE_NAMES) {
    const type = I.types.byName.get(name);
    if (type !== undefined) namespace.setStr(I, name, type);
  }
}

/** Puts every exception type, and the old names of OSError, into `namespace`. */
export function exceptionTypesInto(I: Interp, namespace: PyDict): void {
  const types = I.types.exceptions;
  for (const name of Object.keys(types)) namespace.setStr(I, name, types[name]!);
  for (const name of ['EnvironmentError', 'IOError']) namespace.setStr(I, name, types.OSError!);
}
