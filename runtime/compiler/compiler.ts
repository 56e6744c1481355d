/**
 * The state of one compilation, and what every pass needs: the unit being filled, names, blocks, errors.
 *
 * The passes are plain functions in `compile-*.ts`. They call each other through `expression` and `statement` of this
 * class, which holds the two entry points, so that their files need not import one another in circles.
 *
 * Source ranges follow CPython 3.11, whose tracebacks draw their carets from them: a statement sets `unit.loc` and leaves it,
 * an expression sets it and puts it back.
 */
import type { CodeObject, Constant } from '../bytecode/code-object.ts';
import { CodeFlag } from '../bytecode/code-object.ts';
import { FunctionFlag, Op } from '../bytecode/opcode.ts';
import type * as ast from '../syntax/ast.ts';
import { assemble } from './assemble.ts';
import { syntaxErrorAt, tooDeep } from './compile-error.ts';
import type { SourceInfo } from './compile-error.ts';
import { MAX_TREE_DEPTH } from './depth-limit.ts';
import { CodeUnit } from './emitter.ts';
import type { Block, BlockKind, UnitKind } from './emitter.ts';
import { Label, PseudoOp } from './instruction.ts';
import { mangle } from './mangle.ts';
import type { ScopeNode, SymbolTable } from './symbol-table.ts';
import type { Scope } from './scope.ts';

/** What a compilation may leave out, and how it treats the program. */
export interface CompilerSettings {
  /** 0: everything; 1: `__debug__` is false and no asserts; 2: no docstrings either. */
  readonly optimize: 0 | 1 | 2;
  readonly keepDocstrings: boolean;
  readonly stripAsserts: boolean;
  /** False: annotations of functions are neither evaluated nor stored. */
  readonly keepAnnotations: boolean;
  readonly keepLineTable: boolean;
  /** CO_FUTURE_* flags in force. */
  readonly futureFlags: number;
  /** Line of the last future statement that is in time, -1 if there is none. */
  readonly lastFutureLine: number;
  /** Expression statements print their value, as in a read-eval-print loop. */
  readonly isInteractive: boolean;
  readonly onWarning: ((message: string, at: ast.Positioned) => void) | null;
}

/** The two passes that all others go through. */
export interface Passes {
  readonly expression: (c: Compiler, e: ast.Expr) => void;
  readonly statement: (c: Compiler, s: ast.Stmt) => void;
}

export class Compiler {
  unit!: CodeUnit;
  private depth = 0;

  constructor(
    private readonly passes: Passes,
    readonly source: SourceInfo,
    readonly settings: CompilerSettings,
    private readonly table: SymbolTable,
  ) {}

  get hasFutureAnnotations(): boolean {
    return (this.settings.futureFlags & CodeFlag.FUTURE_ANNOTATIONS) !== 0;
  }

  // -------------------------------------------------------------- passes

  statement(s: ast.Stmt): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    this.unit.loc = s;
    this.passes.statement(this, s);
    this.depth--;
  }

  statements(body: readonly ast.Stmt[]): void {
    for (const s of body) this.statement(s);
  }

  /** Compiles an expression: its instructions leave one value (targets: take one). */
  expression(e: ast.Expr): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    const { unit } = this;
    const outer = unit.loc;
    unit.loc = e.lineno < 0 ? null : e;
    this.passes.expression(this, e);
    unit.loc = outer;
    this.depth--;
  }

  expressions(list: readonly ast.Expr[]): void {
    for (const e of list) this.expression(e);
  }

  /** Fails at the place of what is being compiled, or at `at`. */
  fail(message: string, at: ast.Positioned | null = null): never {
    throw syntaxErrorAt(this.source, message, at ?? this.unit.loc ?? NOWHERE);
  }

  warn(message: string, at: ast.Positioned): void {
    this.settings.onWarning?.(message, at);
  }

  // -------------------------------------------------------------- units

  scopeOf(node: ScopeNode): Scope {
    return this.table.get(node)!;
  }

  /** Starts a code object inside the current one. */
  enter(kind: UnitKind, name: string, node: ScopeNode, firstLineno: number, privateName?: string | null): CodeUnit {
    const parent = this.unit ?? null;
    const qualname = parent === null ? name : this.qualify(kind, name, parent);
    const inherited = privateName === undefined ? (parent === null ? null : parent.privateName) : privateName;
    this.unit = new CodeUnit(kind, name, qualname, firstLineno, this.scopeOf(node), inherited, parent);
    return this.unit;
  }

  /** Finishes the current code object, which must end by returning, and goes back to the one around it. */
  leave(): CodeObject {
    const { unit } = this;
    const code = assemble(unit, this.source.filename, this.settings.futureFlags, this.settings.keepLineTable);
    this.unit = unit.parent!;
    return code;
  }

  private qualify(kind: UnitKind, name: string, parent: CodeUnit): string {
    if (parent.kind === 'module') return name;
    if (kind === 'function' || kind === 'async function' || kind === 'class') {
      if (parent.scope.residenceOf(mangle(parent.privateName, name)) === 'global') return name;
    }
    const isFunction = parent.kind === 'function' || parent.kind === 'async function' || parent.kind === 'lambda';
    return `${parent.qualname}${isFunction ? '.<locals>' : ''}.${name}`;
  }

  // -------------------------------------------------------------- names

  loadName(name: string): void {
    const { unit } = this;
    const mangled = unit.mangle(name);
    const { scope } = unit;
    switch (scope.residenceOf(mangled)) {
      case 'free':
        return unit.op(scope.kind === 'class' ? Op.LOAD_CLASSDEREF : Op.LOAD_DEREF, unit.deref(mangled));
      case 'cell':
        return unit.op(Op.LOAD_DEREF, unit.deref(mangled));
      case 'local':
        if (scope.kind === 'function') return unit.op(Op.LOAD_FAST, unit.local(mangled));
        break;
      case 'implicit':
        if (scope.kind === 'function') return unit.op(Op.LOAD_GLOBAL, unit.nameAt(mangled));
        break;
      case 'global':
        return unit.op(Op.LOAD_GLOBAL, unit.nameAt(mangled));
      case null:
        break;
    }
    unit.op(Op.LOAD_NAME, unit.nameAt(mangled));
  }

  storeName(name: string): void {
    this.refuseDebug(name, false);
    this.bind(name, Op.STORE_DEREF, Op.STORE_FAST, Op.STORE_GLOBAL, Op.STORE_NAME);
  }

  deleteName(name: string): void {
    this.refuseDebug(name, true);
    this.bind(name, Op.DELETE_DEREF, Op.DELETE_FAST, Op.DELETE_GLOBAL, Op.DELETE_NAME);
  }

  /** `__debug__` can be neither bound nor deleted, nor can attributes and keywords have that name. */
  refuseDebug(name: string, isDelete: boolean): void {
    if (name === '__debug__') this.fail(isDelete ? 'cannot delete __debug__' : 'cannot assign to __debug__');
  }

  private bind(name: string, deref: Op, fast: Op, global: Op, plain: Op): void {
    const { unit } = this;
    const mangled = unit.mangle(name);
    const { scope } = unit;
    switch (scope.residenceOf(mangled)) {
      case 'free':
      case 'cell':
        return unit.op(deref, unit.deref(mangled));
      case 'local':
        if (scope.kind === 'function') return unit.op(fast, unit.local(mangled));
        break;
      case 'implicit':
        if (scope.kind === 'function') return unit.op(global, unit.nameAt(mangled));
        break;
      case 'global':
        return unit.op(global, unit.nameAt(mangled));
      case null:
        break;
    }
    unit.op(plain, unit.nameAt(mangled));
  }

  // -------------------------------------------------------------- common sequences

  /** Makes a function of `code`; what `flags` names besides the closure is on the stack already. */
  makeFunction(code: CodeObject, flags: number): void {
    const { unit } = this;
    if (code.freevars.length !== 0) {
      for (const name of code.freevars) unit.op(Op.LOAD_CLOSURE, unit.deref(name));
      unit.op(Op.BUILD_TUPLE, code.freevars.length);
      flags |= FunctionFlag.CLOSURE;
    }
    unit.constant(code);
    unit.op(Op.MAKE_FUNCTION, flags);
  }

  /** With an iterator on the stack: runs it to its end, passing values through, and leaves its result. */
  yieldFrom(): void {
    const { unit } = this;
    const again = new Label();
    const end = new Label();
    unit.constant(null);
    unit.put(again);
    unit.jump(Op.SEND, end);
    unit.op(Op.YIELD_VALUE, 1);
    unit.jump(PseudoOp.JUMP, again);
    unit.put(end);
    unit.op(Op.SWAP, 2);
    unit.op(Op.POP_TOP);
  }

  /** Awaits the value on the stack. `how`: 1 for what `__aenter__` returned, 2 for `__aexit__`. */
  awaitValue(how: 0 | 1 | 2): void {
    this.unit.op(Op.GET_AWAITABLE, how);
    this.yieldFrom();
  }

  /** Emits `yield` of the value on the stack. */
  yieldValue(): void {
    this.unit.op(Op.YIELD_VALUE, this.unit.scope.isCoroutine ? 2 : 0);
  }

  /** `name = None; del name`, how the name of an except clause ends. */
  unbindName(name: string): void {
    this.unit.constant(null);
    this.storeName(name);
    this.deleteName(name);
  }

  tupleConstant(items: readonly Constant[]): void {
    this.unit.constant({ type: 'tuple', items });
  }

  pushBlock(
    kind: BlockKind,
    start: Label | null = null,
    exit: Label | null = null,
    finalbody: readonly ast.Stmt[] | null = null,
    name: string | null = null,
    statement: ast.Positioned | null = null,
  ): void {
    if (!this.unit.pushBlock(kind, start, exit, finalbody, name, statement)) {
      this.fail('too many statically nested blocks', this.unit.loc ?? statement);
    }
  }

  // -------------------------------------------------------------- leaving blocks

  /**
   * Emits what leaving the open blocks takes, from the innermost out: up to the next loop (`untilLoop`), which it returns,
   * or all of them. `keepsTop`: the value on top of the stack, a result to return, stays there.
   * The caller puts back `unit.handler` after its jump.
   */
  unwindBlocks(keepsTop: boolean, untilLoop: boolean): Block | null {
    const { unit } = this;
    const { blocks } = unit;
    if (blocks.length === 0) return null;
    const block = blocks[blocks.length - 1];
    if (block.kind === 'except-star-handler') {
      this.fail("'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (untilLoop && (block.kind === 'while' || block.kind === 'for')) return block;
    blocks.pop();
    this.unwindBlock(block, keepsTop);
    const loop = this.unwindBlocks(keepsTop, untilLoop);
    blocks.push(block);
    return loop;
  }

  /** Emits what leaving one block takes. */
  unwindBlock(block: Block, keepsTop: boolean): void {
    const { unit } = this;
    switch (block.kind) {
      case 'while':
      case 'except-handler':
      case 'except-star-handler':
      case 'async-comprehension':
        return;
      case 'for':
      case 'value':
        if (keepsTop) unit.op(Op.SWAP, 2);
        unit.op(Op.POP_TOP);
        return;
      case 'try':
        unit.popHandler();
        return;
      case 'finally-try':
        unit.popHandler();
        if (keepsTop) this.pushBlock('value');
        this.statements(block.finalbody!);
        if (keepsTop) unit.popBlock();
        // The clean-up appears to run after the statement that caused it.
        unit.loc = null;
        return;
      case 'finally-end':
        if (keepsTop) unit.op(Op.SWAP, 2);
        unit.op(Op.POP_TOP);
        if (keepsTop) unit.op(Op.SWAP, 2);
        unit.popHandler();
        unit.op(Op.POP_EXCEPT);
        return;
      case 'with':
      case 'async-with':
        unit.loc = block.statement;
        unit.popHandler();
        if (keepsTop) unit.op(Op.SWAP, 2);
        this.callExitWithNones();
        if (block.kind === 'async-with') this.awaitValue(2);
        unit.op(Op.POP_TOP);
        unit.loc = null;
        return;
      case 'handler-cleanup':
        if (block.name !== null) unit.popHandler();
        if (keepsTop) unit.op(Op.SWAP, 2);
        unit.popHandler();
        unit.op(Op.POP_EXCEPT);
        if (block.name !== null) this.unbindName(block.name);
        return;
    }
  }

  /** `exit(None, None, None)` with `exit` on the stack. */
  callExitWithNones(): void {
    const { unit } = this;
    for (let i = 0; i < 3; i++) unit.constant(null);
    unit.op(Op.CALL, 3);
  }
}

/** The place of artificial code; errors found there have none either. */
const NOWHERE: ast.Positioned = { lineno: -1, col: -1, endLineno: -1, endCol: -1 };
