/**
 * Checks a code object before it runs. Code from the compiler passes; code from a cache or the network may have been made to break
 * the VM, which trusts what it inflates: operands in range, jumps to instructions, one stack depth at each place, values of the right
 * sort where an instruction needs more than "some value" (the list of LIST_APPEND, the function pair of CALL_METHOD, cells, saved
 * exceptions).
 *
 * The stack is followed along all paths with a *sort* for each slot. Where paths meet, sorts that differ become plain values, or a
 * problem if one of them must never be used as a value.
 */
import type { CodeObject, Constant } from './code-object.ts';
import { CodeFlag, localsPlus } from './code-object.ts';
import { ROW_SIZE } from './exception-table.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS, FunctionFlag, Op, OP_INFO } from './opcode.ts';
import { applySorts, Sort } from './stack-sort.ts';

/** A code object that must not run. The message names it, the instruction and what is wrong. */
export class VerifyError extends Error {
  override readonly name = 'VerifyError';
  constructor(
    readonly qualname: string,
    /** Instruction index, -1 when it concerns the whole. */
    readonly pc: number,
    readonly problem: string,
  ) {
    super(`bad code object ${qualname}${pc < 0 ? '' : ` at instruction ${pc}`}: ${problem}`);
  }
}

/** Bounds of what is accepted. The compiler stays far below. */
const MAX_INSTRUCTIONS = 4_000_000;
const MAX_STACK = 100_000;
const MAX_REGISTERS = 65_536;
const MAX_NESTING = 400;
const OPCODE_COUNT = Op.MATCH_CLASS + 1;

/** Throws `VerifyError` unless `code` and all code objects in it are well-formed. */
export function verify(code: CodeObject): void {
  const waiting: { code: CodeObject; depth: number }[] = [{ code, depth: 0 }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.depth > MAX_NESTING) throw new VerifyError(at.code.qualname, -1, 'code objects nested too deeply');
    new Verifier(at.code).run();
    for (const value of at.code.constants) {
      if (isCode(value)) waiting.push({ code: value, depth: at.depth + 1 });
    }
  }
}

/** The first problem with `code`, or null. */
export function problemOf(code: CodeObject): string | null {
  try {
    verify(code);
    return null;
  } catch (error) {
    if (error instanceof VerifyError) return error.message;
    throw error;
  }
}

class Verifier {
  private readonly registers: string[];
  private readonly isCell: Uint8Array;
  /** Sorts of the stack before each instruction; null while not reached. */
  private readonly stacks: (Sort[] | null)[];
  private readonly work: number[] = [];
  /** Row of the exception table that covers an instruction, or -1. */
  private readonly rowOf: Int32Array;

  constructor(private readonly code: CodeObject) {
    this.checkShape();
    this.registers = localsPlus(code);
    this.isCell = new Uint8Array(this.registers.length);
    this.stacks = new Array<Sort[] | null>(code.ops.length).fill(null);
    this.rowOf = new Int32Array(code.ops.length).fill(-1);
  }

  run(): void {
    this.checkVariables();
    this.checkExceptionTable();
    for (let pc = 0; pc < this.code.ops.length; pc++) this.checkOperand(pc);
    this.checkCells();
    this.checkOperandConstants();
    this.followStack();
  }

  private fail(pc: number, problem: string): never {
    throw new VerifyError(this.code.qualname, pc, problem);
  }

  // -------------------------------------------------------------- without following control

  private checkShape(): void {
    const { code } = this;
    if (typeof code.name !== 'string' || typeof code.qualname !== 'string' || typeof code.filename !== 'string') {
      this.fail(-1, 'names must be strings');
    }
    if (code.ops.length === 0 || code.ops.length > MAX_INSTRUCTIONS) this.fail(-1, 'no instructions, or too many');
    if (code.args.length !== code.ops.length) this.fail(-1, 'as many operands as instructions are needed');
    for (const count of [code.firstLineno, code.argcount, code.posonlyargcount, code.kwonlyargcount, code.stackSize]) {
      if (!Number.isInteger(count) || count < 0) this.fail(-1, 'counts must be natural numbers');
    }
    if (code.stackSize > MAX_STACK) this.fail(-1, 'stack too large');
    for (const list of [code.varnames, code.cellvars, code.freevars, code.names]) {
      if (list.some((name) => typeof name !== 'string')) this.fail(-1, 'names must be strings');
    }
    if (code.hasDocstring) {
      const first = code.constants[0];
      if (first !== null && typeof first !== 'string') this.fail(-1, 'the docstring must be a string or None');
    }
  }

  private checkVariables(): void {
    const { code, registers } = this;
    if (registers.length > MAX_REGISTERS) this.fail(-1, 'too many variables');
    if (new Set(registers).size !== registers.length) this.fail(-1, 'a variable has two registers');
    let parameters = code.argcount + code.kwonlyargcount;
    if ((code.flags & CodeFlag.VARARGS) !== 0) parameters++;
    if ((code.flags & CodeFlag.VARKEYWORDS) !== 0) parameters++;
    if (parameters > code.varnames.length) this.fail(-1, 'more parameters than variables');
    if (code.posonlyargcount > code.argcount) this.fail(-1, 'more positional-only parameters than parameters');
    const kinds = [CodeFlag.GENERATOR, CodeFlag.COROUTINE, CodeFlag.ASYNC_GENERATOR].filter(
      (flag) => (code.flags & flag) !== 0,
    );
    if (kinds.length > 1) this.fail(-1, 'code is of one kind only');
    for (const name of code.cellvars) this.isCell[registers.indexOf(name)] = 1;
    for (let i = registers.length - code.freevars.length; i < registers.length; i++) this.isCell[i] = 1;
  }

  private checkExceptionTable(): void {
    const { exceptionTable: table, ops, stackSize } = this.code;
    if (table.length % ROW_SIZE !== 0) this.fail(-1, 'exception table has half a row');
    let last = 0;
    for (let row = 0; row < table.length; row += ROW_SIZE) {
      const [start, end, handler, depth, lasti] = table.subarray(row, row + ROW_SIZE);
      if (start < last || end <= start || end > ops.length)
        this.fail(-1, 'exception table rows overlap or are out of range');
      if (handler < 0 || handler >= ops.length) this.fail(-1, 'exception handler out of range');
      if (depth < 0 || depth + 1 + lasti > stackSize) this.fail(-1, 'exception handler needs more stack than there is');
      if (lasti !== 0 && lasti !== 1) this.fail(-1, 'exception table flag is neither 0 nor 1');
      this.rowOf.fill(row, start, end);
      last = end;
    }
  }

  private checkOperand(pc: number): void {
    const { code } = this;
    const op = code.ops[pc];
    const arg = code.args[pc];
    if (op >= OPCODE_COUNT) this.fail(pc, `no opcode ${op}`);
    if (arg < 0) this.fail(pc, 'negative operand');
    const limit = this.operandLimit(op, pc);
    if (arg >= limit) this.fail(pc, `${OP_INFO[op as Op].name} has no operand ${arg}`);
  }

  /** Operands are below this. */
  private operandLimit(op: Op, pc: number): number {
    const { code } = this;
    switch (OP_INFO[op].operand) {
      case 'none':
        return 1;
      case 'const':
        return code.constants.length;
      case 'name':
        return code.names.length;
      case 'local': {
        const arg = code.args[pc];
        if (arg >= this.registers.length) return this.registers.length;
        const isPlain = op === Op.LOAD_FAST || op === Op.STORE_FAST || op === Op.DELETE_FAST;
        if (isPlain === (this.isCell[arg] === 1))
          this.fail(pc, `${this.registers[arg]} is ${isPlain ? 'a' : 'no'} cell`);
        return this.registers.length;
      }
      case 'jump': {
        const isBackward = op === Op.JUMP_BACKWARD;
        if (code.args[pc] > pc === isBackward) this.fail(pc, `jump ${isBackward ? 'forward' : 'backward'}`);
        return code.ops.length;
      }
      case 'binary':
        return BINARY_OPERATORS.length * 2;
      case 'compare':
        return COMPARE_OPERATORS.length;
      case 'invert':
        return 2;
      case 'count':
        return this.countLimit(op, code.args[pc], pc);
      case 'flags':
        return this.flagLimit(op, code.args[pc], pc);
    }
  }

  private countLimit(op: Op, arg: number, pc: number): number {
    switch (op) {
      case Op.COPY:
      case Op.SWAP:
      case Op.LIST_APPEND:
      case Op.LIST_EXTEND:
      case Op.SET_ADD:
      case Op.SET_UPDATE:
      case Op.MAP_ADD:
      case Op.DICT_UPDATE:
      case Op.DICT_MERGE:
        if (arg === 0) this.fail(pc, 'stack positions count from 1');
        break;
      case Op.BUILD_SLICE:
        if (arg < 2) this.fail(pc, 'a slice takes 2 or 3 values');
        return 4;
      case Op.RAISE_VARARGS:
        return 3;
      default:
        break;
    }
    return MAX_STACK * 256;
  }

  private flagLimit(op: Op, arg: number, pc: number): number {
    const { flags } = this.code;
    switch (op) {
      case Op.CALL_EX:
        return 2;
      case Op.FORMAT_VALUE:
        return 8;
      case Op.MAKE_FUNCTION:
        return 16;
      case Op.YIELD_VALUE: {
        const isAsync = (flags & CodeFlag.ASYNC_GENERATOR) !== 0;
        if ((flags & (CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR)) === 0)
          this.fail(pc, 'yield outside a generator');
        if (arg !== 1 && isAsync !== (arg === 2)) this.fail(pc, 'wrong kind of yield');
        return 3;
      }
      case Op.GET_AWAITABLE:
      case Op.RERAISE:
        return 3;
      default:
        return MAX_STACK;
    }
  }

  /** Each cell is made once, in the first instructions. */
  private checkCells(): void {
    const { code } = this;
    const made = new Set<number>();
    let pc = 0;
    for (; pc < code.ops.length && code.ops[pc] === Op.MAKE_CELL; pc++) {
      if (code.args[pc] >= this.registers.length - code.freevars.length)
        this.fail(pc, 'a free variable is a cell already');
      if (made.has(code.args[pc])) this.fail(pc, 'cell made twice');
      made.add(code.args[pc]);
    }
    if (made.size !== code.cellvars.length) this.fail(-1, 'a cell is not made');
    for (; pc < code.ops.length; pc++) if (code.ops[pc] === Op.MAKE_CELL) this.fail(pc, 'cell made in the middle');
  }

  /** Keyword names and the code of a function are constants loaded right before their use, which nothing jumps to. */
  private checkOperandConstants(): void {
    const { code } = this;
    const isTarget = new Uint8Array(code.ops.length);
    for (let pc = 0; pc < code.ops.length; pc++) {
      if (OP_INFO[code.ops[pc] as Op].operand === 'jump') isTarget[code.args[pc]] = 1;
    }
    for (let row = 0; row < code.exceptionTable.length; row += ROW_SIZE) isTarget[code.exceptionTable[row + 2]] = 1;
    for (let pc = 0; pc < code.ops.length; pc++) {
      const op = code.ops[pc];
      if (op !== Op.CALL_KW && op !== Op.CALL_METHOD_KW && op !== Op.MAKE_FUNCTION) continue;
      if (pc === 0 || isTarget[pc] === 1 || code.ops[pc - 1] !== Op.LOAD_CONST)
        this.fail(pc, 'no constant right before');
      const value = code.constants[code.args[pc - 1]];
      if (op !== Op.MAKE_FUNCTION) this.checkKeywordNames(pc, value);
      else if (isCode(value)) this.checkFunction(pc, value, isTarget);
    }
  }

  private checkKeywordNames(pc: number, names: Constant): void {
    const isTuple = typeof names === 'object' && names !== null && names.type === 'tuple';
    if (!isTuple || names.items.some((name) => typeof name !== 'string'))
      this.fail(pc, 'names are no tuple of strings');
    const count = names.items.length;
    if (count === 0 || count > this.code.args[pc]) this.fail(pc, 'names and arguments do not fit');
    if (new Set(names.items).size !== count) this.fail(pc, 'a keyword is given twice');
  }

  /** A function gets exactly the cells its code wants, and annotations in pairs. */
  private checkFunction(pc: number, inner: CodeObject, isTarget: Uint8Array): void {
    const { code } = this;
    const flags = code.args[pc];
    const cells = inner.freevars.length;
    let before = pc - 2;
    if (((flags & FunctionFlag.CLOSURE) !== 0) !== cells > 0) this.fail(pc, 'closure and free variables do not fit');
    if (cells > 0) {
      if (before < cells || code.ops[before] !== Op.BUILD_TUPLE || code.args[before] !== cells)
        this.fail(pc, 'closure of the wrong size');
      if (isTarget[before] === 1 || isTarget[before + 1] === 1) this.fail(pc, 'jump into the making of a function');
      before -= cells + 1;
    }
    if ((flags & FunctionFlag.ANNOTATIONS) === 0) return;
    const constant = before >= 0 && code.ops[before] === Op.LOAD_CONST ? code.constants[code.args[before]] : null;
    const isConstant = typeof constant === 'object' && constant !== null && constant.type === 'tuple';
    const count = isConstant
      ? constant.items.length
      : before >= 0 && code.ops[before] === Op.BUILD_TUPLE
        ? code.args[before]
        : 1;
    if (count % 2 !== 0) this.fail(pc, 'annotations are no pairs');
  }

  // -------------------------------------------------------------- following control

  private followStack(): void {
    const { code } = this;
    this.reach(-1, 0, []);
    for (let pc = this.work.pop(); pc !== undefined; pc = this.work.pop()) this.step(pc);
    for (let pc = 0; pc < code.ops.length; pc++) if (this.stacks[pc] === null) this.fail(pc, 'never reached');
  }

  private step(pc: number): void {
    const { code } = this;
    const op = code.ops[pc] as Op;
    const before = this.stacks[pc]!;
    this.reachHandler(pc, before);
    const stack = before.slice();
    const jumped = OP_INFO[op].operand === 'jump' ? before.slice() : null;
    const problem = applySorts(code, op, code.args[pc], stack, jumped);
    if (problem !== null) this.fail(pc, `${OP_INFO[op].name}: ${problem}`);
    if (stack.length > code.stackSize) this.fail(pc, 'stack overflow');
    if (jumped !== null) {
      if (jumped.length > code.stackSize) this.fail(pc, 'stack overflow');
      this.reach(pc, code.args[pc], jumped);
    }
    if (endsFlow(op)) return;
    if (pc + 1 >= code.ops.length) this.fail(pc, 'control runs off the end');
    this.reach(pc, pc + 1, stack);
  }

  private reachHandler(pc: number, stack: readonly Sort[]): void {
    const row = this.rowOf[pc];
    // These two cannot raise; what a handler keeps is complete only after PUSH_EXC_INFO.
    if (row < 0 || this.code.ops[pc] === Op.NOP || this.code.ops[pc] === Op.PUSH_EXC_INFO) return;
    const [, , handler, depth, lasti] = this.code.exceptionTable.subarray(row, row + ROW_SIZE);
    if (stack.length < depth) this.fail(pc, 'exception handler keeps more than there is');
    const kept = stack.slice(0, depth);
    if (lasti === 1) kept.push(Sort.LASTI);
    kept.push(Sort.EXCEPTION);
    this.reach(pc, handler, kept);
  }

  /** Records that control goes from `from` to `to` with this stack. */
  private reach(from: number, to: number, stack: Sort[]): void {
    const known = this.stacks[to];
    if (known === null) {
      this.stacks[to] = stack;
      this.work.push(to);
      return;
    }
    if (known.length !== stack.length)
      this.fail(from, `stack depth ${stack.length} at ${to}, elsewhere ${known.length}`);
    let changed = false;
    for (let i = 0; i < stack.length; i++) {
      if (known[i] === stack[i] || known[i] === Sort.ANY) continue;
      // What differs between paths can only be thrown away, or used as a value if it is one on all of them.
      const merged = isValue(known[i]) && isValue(stack[i]) ? Sort.VALUE : Sort.ANY;
      if (merged === known[i]) continue;
      known[i] = merged;
      changed = true;
    }
    if (changed) this.work.push(to);
  }
}

function isValue(sort: Sort): boolean {
  return sort >= Sort.VALUE;
}

function endsFlow(op: Op): boolean {
  switch (op) {
    case Op.JUMP_FORWARD:
    case Op.JUMP_BACKWARD:
    case Op.RETURN_VALUE:
    case Op.RAISE_VARARGS:
    case Op.RERAISE:
      return true;
    default:
      return false;
  }
}

function isCode(value: Constant): value is CodeObject {
  return typeof value === 'object' && value !== null && value.type === 'code';
}
