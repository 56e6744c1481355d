/**
 * One code object in the making: its instructions, names, constants and the blocks that are open where the next instruction
 * goes. The compile passes call `op`, `jump`, `put` and `setup`; they never see indices.
 *
 * `loc` is the source range given to emitted instructions; null makes them artificial (they take the range of what runs
 * before them). `handler` is the innermost exception handler in force. Code that leaves blocks early (`return` in `try`)
 * pops handlers while it emits the clean-up, then puts `handler` back: handlers are scoped by the order of emission.
 */
import type { Constant } from '../bytecode/code-object.ts';
import { Op } from '../bytecode/opcode.ts';
import type { Positioned, Stmt } from '../syntax/ast.ts';
import { CompileLimitError } from './compile-error.ts';
import { ConstantPool } from './constant-pool.ts';
import type { Label } from './instruction.ts';
import { Handler, Instruction, PseudoOp } from './instruction.ts';
import { mangle } from './mangle.ts';
import type { Scope } from './scope.ts';

/** What kind of code a unit is; decides qualified names and where `await` and annotations are allowed. */
export type UnitKind = 'module' | 'class' | 'function' | 'async function' | 'lambda' | 'comprehension';

export type BlockKind =
  | 'while'
  | 'for'
  | 'try'
  | 'finally-try'
  | 'finally-end'
  | 'with'
  | 'async-with'
  | 'handler-cleanup'
  | 'value'
  | 'except-handler'
  | 'except-star-handler'
  | 'async-comprehension';

/** A statement being compiled that `break`, `continue` or `return` have to leave properly. */
export interface Block {
  readonly kind: BlockKind;
  /** Loops: where `continue` goes. */
  readonly start: Label | null;
  /** Loops: where `break` goes. */
  readonly exit: Label | null;
  /** `finally-try`: the body to run on the way out. */
  readonly finalbody: readonly Stmt[] | null;
  /** `handler-cleanup`: the name to unbind, or null. */
  readonly name: string | null;
  /** `with`: the statement, whose place the calls of `__exit__` get. */
  readonly statement: Positioned | null;
}

/** Statically nested blocks; CPython's CO_MAXBLOCKS. */
const MAX_BLOCKS = 20;
/**
 * Instructions of one code object before optimisation. `finally` bodies are copied to every exit, so nested ones grow
 * exponentially: 20 levels would make a million copies of the innermost.
 */
const MAX_INSTRUCTIONS = 2_000_000;

export class CodeUnit {
  readonly instructions: Instruction[] = [];
  readonly constants = new ConstantPool();
  readonly names: string[] = [];
  readonly varnames: string[] = [];
  readonly cellvars: string[];
  readonly freevars: string[];
  readonly blocks: Block[] = [];
  loc: Positioned | null = null;
  handler: Handler | null = null;
  argcount = 0;
  posonlyargcount = 0;
  kwonlyargcount = 0;
  hasDocstring = false;
  /** Labels put since the last instruction; they belong to the next one. */
  private pending: Label[] = [];
  private readonly nameIndex = new Map<string, number>();
  private readonly varnameIndex = new Map<string, number>();
  private readonly derefIndex = new Map<string, number>();

  constructor(
    readonly kind: UnitKind,
    readonly name: string,
    readonly qualname: string,
    readonly firstLineno: number,
    readonly scope: Scope,
    /** Name of the class around, for private names. */
    readonly privateName: string | null,
    readonly parent: CodeUnit | null,
  ) {
    for (const parameter of scope.parameters) this.local(parameter);
    this.cellvars = scope.cellNames();
    this.freevars = scope.freeNames();
    for (const cell of this.cellvars) this.derefIndex.set(cell, this.derefIndex.size);
    for (const free of this.freevars) this.derefIndex.set(free, this.derefIndex.size);
  }

  op(op: Op, arg = 0): void {
    this.push(new Instruction(op, arg, this.loc, null, this.handler, null));
  }

  /** Emits a jump; `PseudoOp.JUMP` goes either way, the conditional ones forward only. */
  jump(op: Op | PseudoOp, target: Label): void {
    this.push(new Instruction(op, 0, this.loc, target, this.handler, null));
  }

  /** Makes the next instruction the one that `label` names. */
  put(label: Label): void {
    this.pending.push(label);
  }

  /** From here to the matching `popHandler`, exceptions go to `label`. */
  setup(label: Label, pushesLasti: boolean, drop = 0): void {
    const handler = new Handler(label, pushesLasti, drop, this.handler);
    this.push(new Instruction(PseudoOp.SETUP, 0, this.loc, label, this.handler, handler));
    this.handler = handler;
  }

  popHandler(): void {
    this.handler = this.handler!.parent;
  }

  constant(value: Constant): void {
    this.op(Op.LOAD_CONST, this.constants.add(value));
  }

  /** Emits an instruction whose operand is an index into `names`. */
  nameOp(op: Op, name: string): void {
    this.op(op, this.nameAt(this.mangle(name)));
  }

  /** Index of an already mangled name in `names`. */
  nameAt(name: string): number {
    let index = this.nameIndex.get(name);
    if (index === undefined) {
      index = this.names.length;
      this.nameIndex.set(name, index);
      this.names.push(name);
    }
    return index;
  }

  /** Index of a local variable (already mangled), adding it when it is new. */
  local(name: string): number {
    let index = this.varnameIndex.get(name);
    if (index === undefined) {
      index = this.varnames.length;
      this.varnameIndex.set(name, index);
      this.varnames.push(name);
    }
    return index;
  }

  /** Index of a cell or free variable among the cells, then the free variables; assembly makes registers of them. */
  deref(name: string): number {
    return this.derefIndex.get(name)!;
  }

  mangle(name: string): string {
    return mangle(this.privateName, name);
  }

  /** Returns false when too many blocks are open already. */
  pushBlock(
    kind: BlockKind,
    start: Label | null = null,
    exit: Label | null = null,
    finalbody: readonly Stmt[] | null = null,
    name: string | null = null,
    statement: Positioned | null = null,
  ): boolean {
    if (this.blocks.length >= MAX_BLOCKS) return false;
    this.blocks.push({ kind, start, exit, finalbody, name, statement });
    return true;
  }

  popBlock(): void {
    this.blocks.pop();
  }

  private push(instruction: Instruction): void {
    if (this.instructions.length >= MAX_INSTRUCTIONS) {
      throw new CompileLimitError('MemoryError', 'code object has too many instructions');
    }
    if (this.pending.length !== 0) {
      for (const label of this.pending) label.at = instruction;
      this.pending = [];
    }
    this.instructions.push(instruction);
  }
}
