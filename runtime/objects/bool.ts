/** `bool`: True and False are JavaScript's. A subclass of int with logic of its own for `& | ^` of two bools. */
import type { Interp } from './interp.ts';
import type { TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { INT_SPEC } from './int.ts';
import { truth } from './conversion.ts';
import { typeError } from './raise.ts';

type R = Value | undefined;

function boolNew(I: Interp, _cls: PyType, args: Value[], kw: readonly string[] | null): R {
  if (kw !== null && kw.length > 0) return typeError(I, 'bool() takes no keyword arguments');
  if (args.length > 1) return typeError(I, `bool expected at most 1 argument, got ${args.length}`);
  return args.length === 0 ? false : truth(I, args[0]!);
}

function intSlot(operator: string): (I: Interp, a: Value, b: Value) => R {
  return INT_SPEC.binary![operator]!;
}

const intAnd = intSlot('&');
const intOr = intSlot('|');
const intXor = intSlot('^');

export const BOOL_SPEC: TypeSpec = {
  name: 'bool',
  base: INT_SPEC,
  isFinal: true,
  matchSelf: true,
  doc: 'bool(x) -> bool\n\nReturns True when the argument is true, False otherwise.',
  slots: {
    new: boolNew,
    repr: (_I, v) => (v ? 'True' : 'False'),
  },
  binary: {
    '&': (I, a, b) => (typeof a === 'boolean' && typeof b === 'boolean' ? a && b : intAnd(I, a, b)),
    '|': (I, a, b) => (typeof a === 'boolean' && typeof b === 'boolean' ? a || b : intOr(I, a, b)),
    '^': (I, a, b) => (typeof a === 'boolean' && typeof b === 'boolean' ? a !== b : intXor(I, a, b)),
  },
};
