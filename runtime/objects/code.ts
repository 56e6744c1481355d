/**
 * The Python-visible code object, and what the objects need to know of the VM's runnable code.
 * One PyCode exists for each runnable code, made when somebody asks for it, so `f.__code__ is f.__code__`.
 */
import { PyObject } from './value.ts';
import type { PyType } from './type.ts';
import type { CodeObject } from '../bytecode/code-object.ts';

/** What `vm/` makes of a code object on its way to running it: `Frame.code` and `PyFunction.code`. */
export interface RunCodeLike {
  readonly code: CodeObject;
  /** The Python-visible face, null until asked for; `codeObject()` fills it. */
  face: PyCode | null;
}

export class PyCode extends PyObject {
  readonly run: RunCodeLike;
  constructor(cls: PyType, run: RunCodeLike) {
    super(cls);
    this.run = run;
  }
}

/** The Python code object of `run`. */
export function codeObject(type: PyType, run: RunCodeLike): PyCode {
  if (run.face === null) run.face = new PyCode(type, run);
  return run.face;
}
