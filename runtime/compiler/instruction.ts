/**
 * Instructions while a code object is being made: objects that jumps point to, so that passes can rewrite, remove and copy
 * them without renumbering. `assemble.ts` turns the list into the arrays of a CodeObject.
 */
import type { Positioned } from '../syntax/ast.ts';

/**
 * Opcodes that exist only before assembly.
 * SETUP marks where a handler begins to apply; the stack depth there is the depth at the handler.
 * JUMP becomes JUMP_FORWARD or JUMP_BACKWARD.
 */
export const enum PseudoOp {
  SETUP = 254,
  JUMP = 255,
}

/** A range of instructions whose exceptions go to `label`. Handlers nest: `parent` applies around it. */
export class Handler {
  /** Stack depth kept when an exception arrives; -1 until the depth pass has met the SETUP. */
  depth = -1;
  constructor(
    readonly label: Label,
    /** The index of the raising instruction is pushed before the exception. */
    readonly pushesLasti: boolean,
    /** Values on the stack at SETUP that the handler does not keep (the result of `__enter__`). */
    readonly drop: number,
    readonly parent: Handler | null,
  ) {}
}

/** A place in the code; `at` is the instruction that follows it once it has been put. */
export class Label {
  at: Instruction | null = null;
}

export class Instruction {
  /** Depth of the stack before it, -1 while not known to be reachable. */
  depth = -1;
  /** Index in the list; set when the list is numbered. */
  index = -1;
  constructor(
    public op: number,
    public arg: number,
    /** Source range; null for artificial instructions, which take it from what runs before them. */
    public loc: Positioned | null,
    /** Where a jump goes, or the handler's label for SETUP; else null. */
    public target: Label | null,
    /** The innermost handler that covers it. */
    public handler: Handler | null,
    /** The handler that a SETUP begins. */
    public setup: Handler | null,
  ) {}
}
