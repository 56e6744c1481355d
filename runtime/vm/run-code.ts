/**
 * A code object bound to one runtime and one globals dictionary: what functions and frames refer to. Keeps what inflation made of it.
 *
 * Inflation happens on the first call (`entry()`), so code that never runs costs its compact form only.
 */
import type { CodeObject } from '../bytecode/code-object.ts';
import { CodeFlag, localsPlus } from '../bytecode/code-object.ts';
import type { PyDict } from '../objects/dict.ts';
import type { Frame } from '../objects/frame.ts';
import type { PyCode, RunCodeLike } from '../objects/code.ts';
import type { Step } from './step.ts';

/**
 * An empty register file. Literals of the usual lengths are allocated inline by V8 (fib(25): about 6 % faster than slicing a template);
 * `undefined` everywhere keeps the elements tagged, so a register never changes the array's kind.
 */
export function newRegisters(n: number): any[] {
  const u = undefined;
  switch (n) {
    case 2:
      return [u, u];
    case 3:
      return [u, u, u];
    case 4:
      return [u, u, u, u];
    case 5:
      return [u, u, u, u, u];
    case 6:
      return [u, u, u, u, u, u];
    case 7:
      return [u, u, u, u, u, u, u];
    case 8:
      return [u, u, u, u, u, u, u, u];
    case 9:
      return [u, u, u, u, u, u, u, u, u];
    case 10:
      return [u, u, u, u, u, u, u, u, u, u];
    case 11:
      return [u, u, u, u, u, u, u, u, u, u, u];
    case 12:
      return [u, u, u, u, u, u, u, u, u, u, u, u];
    default:
      return new Array(n).fill(u);
  }
}

export class RunCode implements RunCodeLike {
  readonly code: CodeObject;
  readonly globals: PyDict;
  readonly builtins: PyDict;
  readonly localNames: readonly string[];
  /** Length of localsplus; the first stack slot. */
  readonly nlocals: number;
  /** Registers of a frame: localsplus, stack, and one that takes unwanted results and the flags of flattened boolean operators. */
  readonly nregs: number;
  readonly trash: number;
  readonly argcount: number;
  readonly flags: number;
  readonly isGeneratorLike: boolean;
  /** Only positional parameters, and no generator: calls with the right number of arguments need no binding. */
  readonly isSimple: boolean;
  /** `argcount` of simple code, else -1: one comparison tells whether a call needs binding. */
  readonly simpleCount: number;
  /** At least the ticks of all the code once through: with so many left, straight code cannot use them up. */
  readonly margin: number;
  readonly firstFree: number;
  /** Python values of the constants; nested code stays a RunCode maker's input. */
  constants: any[] | null = null;
  /** Null until inflated. */
  entryStep: Step | null = null;
  entryCost = 0;
  /** First step at each block start; indexed by instruction. */
  blockSteps: Array<Step | undefined> | null = null;
  blockCosts: Int32Array | null = null;
  /** Every step made, for finding one by instruction index. */
  steps: Step[] | null = null;
  depths: Int16Array | null = null;
  /** The Python-visible code object, once asked for. */
  pyCode: PyCode | null = null;
  /** Frame kept by the `zombie` policy. */
  zombie: Frame | null = null;
  /** RunCodes of nested code constants for the same globals. */
  readonly nested = new Map<CodeObject, RunCode>();

  constructor(code: CodeObject, globals: PyDict, builtins: PyDict) {
    this.code = code;
    this.globals = globals;
    this.builtins = builtins;
    this.localNames = localsPlus(code);
    this.nlocals = this.localNames.length;
    this.trash = this.nlocals + code.stackSize;
    this.nregs = this.trash + 1;
    this.argcount = code.argcount;
    this.flags = code.flags;
    this.isGeneratorLike = (code.flags & (CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR)) !== 0;
    this.firstFree = this.nlocals - code.freevars.length;
    this.isSimple =
      (code.flags & (CodeFlag.VARARGS | CodeFlag.VARKEYWORDS)) === 0 &&
      code.kwonlyargcount === 0 &&
      !this.isGeneratorLike;
    this.margin = code.ops.length + 1;
    this.simpleCount = this.isSimple ? code.argcount : -1;
  }

  /** The RunCode of a nested code constant. */
  child(code: CodeObject): RunCode {
    let rc = this.nested.get(code);
    if (rc === undefined) {
      rc = new RunCode(code, this.globals, this.builtins);
      this.nested.set(code, rc);
    }
    return rc;
  }
}
