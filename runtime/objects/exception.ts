/**
 * Payload of every exception: one JavaScript class for the whole BaseException tree, so that raising and unwinding stay monomorphic.
 * What some families carry besides `args` (StopIteration.value, OSError.errno, ...) is in `fields`, in the order that the family's spec
 * states (exception-types.ts and its neighbours); families without any have null there.
 *
 * Making an instance of a built-in exception never runs Python code: `makeException` is what raise.ts uses.
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import type { PyType } from './type.ts';
import type { PyTraceback } from './traceback.ts';
import type { Shape } from './shape.ts';

export class PyException extends PyObject {
  /** Payload of the `args` tuple; never changed in place. */
  args: readonly Value[];
  traceback: PyTraceback | null;
  cause: PyException | null;
  context: PyException | null;
  suppressContext: boolean;
  /** Values of the family's own attributes; undefined entries are unset. */
  fields: any[] | null;
  /** Attribute storage as in PyInstance; `__notes__` is an ordinary attribute in it. */
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, args: readonly Value[], fields: any[] | null) {
    super(cls);
    this.args = args;
    this.traceback = null;
    this.cause = null;
    this.context = null;
    this.suppressContext = false;
    this.fields = fields;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** Makes an instance of a built-in exception type as calling the type would; `args` is taken over. Never runs Python code. */
export function makeException(I: Interp, type: PyType, args: readonly Value[]): PyException {
  const exc = type.allocate!(I, type) as PyException;
  exc.args = args;
  I.bytesLeft -= 10 * I.memory.pointerBytes;
  if (exc.fields !== null) type.slots.init!(I, exc, args as Value[], null);
  return exc;
}

/** Linux error numbers and the OSError subclasses that stand for them, as PEP 3151 has them. */
const ERRNO_TYPES: readonly (readonly [string, readonly number[]])[] = [
  ['BlockingIOError', [11, 115, 114]],
  ['BrokenPipeError', [32, 108]],
  ['ChildProcessError', [10]],
  ['ConnectionAbortedError', [103]],
  ['ConnectionRefusedError', [111]],
  ['ConnectionResetError', [104]],
  ['FileExistsError', [17]],
  ['FileNotFoundError', [2]],
  ['IsADirectoryError', [21]],
  ['NotADirectoryError', [20]],
  ['InterruptedError', [4]],
  ['PermissionError', [13, 1]],
  ['ProcessLookupError', [3]],
  ['TimeoutError', [110]],
];

/** The OSError subclass for a Linux error number; OSError itself where there is none. */
export function osErrorType(I: Interp, errno: Value): PyType {
  for (const [name, numbers] of ERRNO_TYPES) {
    if (numbers.includes(errno as number)) return I.types.exceptions[name]!;
  }
  return I.types.exceptions.OSError!;
}
