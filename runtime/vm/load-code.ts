/** Python values of a code object's host-level constants. Nested code stays a CodeObject: MAKE_FUNCTION takes it as it is. */
import { CodeObject } from '../bytecode/code-object.ts';
import type { Constant } from '../bytecode/code-object.ts';
import { PyBytes } from '../objects/bytes.ts';
import { PyComplex } from '../objects/complex.ts';
import { frozenSetOfConstants } from '../objects/set-operations.ts';
import { PyTuple } from '../objects/tuple.ts';
import { PyFloat } from '../objects/value.ts';
import { intern } from './intern.ts';
import type { Interpreter } from './interpreter.ts';

export function loadConstants(I: Interpreter, code: CodeObject): any[] {
  return code.constants.map((c) => loadConstant(I, c));
}

export function loadConstant(I: Interpreter, c: Constant): any {
  if (c === null || typeof c !== 'object') return typeof c === 'string' ? intern(c) : c;
  if (c instanceof CodeObject) return c;
  switch (c.type) {
    case 'float':
      return new PyFloat(c.value);
    case 'complex':
      return new PyComplex(I.types.complex, c.real, c.imag);
    case 'bytes':
      return new PyBytes(I.types.bytes, c.value);
    case 'ellipsis':
      return I.Ellipsis;
    case 'tuple':
      return c.items.length === 0
        ? I.emptyTuple
        : new PyTuple(
            I.types.tuple,
            c.items.map((item) => loadConstant(I, item)),
          );
    case 'frozenset':
      return frozenSetOfConstants(
        I,
        c.items.map((item) => loadConstant(I, item)),
      );
    default:
      throw I.internalError('a constant of an unknown kind', null);
  }
}
