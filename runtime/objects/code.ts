/**
 * The Python-visible code object, and what the objects need to know of the VM's runnable code.
 * One PyCode exists for each runnable code, made when somebody asks for it, so `f.__code__ is f.__code__`.
 */
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyDict } from './dict.ts';
import type { PyType } from './type.ts';
import type { CodeObject } from '../bytecode/code-object.ts';

/** What the objects need of `vm/run-code.ts`: `Frame.code` of Python frames and `PyFunction.code`. */
export interface RunCodeLike {
  readonly code: CodeObject;
  readonly globals: PyDict;
  readonly builtins: PyDict;
  /** Names of the registers: parameters, locals, cells, free variables. */
  readonly localNames: readonly string[];
  /** Index of the first free variable in `localNames`. */
  readonly firstFree: number;
  /** The Python-visible face, null until asked for; `codeObject()` fills it. */
  pyCode: Value | null;
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
  if (run.pyCode === null) run.pyCode = new PyCode(type, run);
  return run.pyCode as PyCode;
}
