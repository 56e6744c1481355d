/**
 * The last pass: instructions to code object. Finds the depth of the stack before every instruction, which also gives the
 * depth that handlers keep; resolves jumps and registers; writes the tables.
 */
import { InternalError } from '../base/assert.ts';
import type { Constant } from '../bytecode/code-object.ts';
import { CodeFlag, CodeObject } from '../bytecode/code-object.ts';
import { encodeLineTable, NO_POSITION } from '../bytecode/line-table.ts';
import type { Position } from '../bytecode/line-table.ts';
import { Op, OP_INFO } from '../bytecode/opcode.ts';
import type { Positioned } from '../syntax/ast.ts';
import type { CodeUnit } from './emitter.ts';
import type { Handler } from './instruction.ts';
import { Instruction, PseudoOp } from './instruction.ts';
import { dropSetups, endsFlow, mayRaise, optimize } from './peephole.ts';

/** Makes the code object of a finished unit. `futureFlags` go into its flags. */
export function assemble(unit: CodeUnit, filename: string, futureFlags: number, keepLineTable: boolean): CodeObject {
  const cells = cellRegisters(unit);
  let list = optimize([...makeCells(unit, cells), ...unit.instructions], unit.constants);
  const stackSize = findDepths(list, unit);
  list = dropSetups(list);
  if (list.length === 0) throw new InternalError(`no code in ${unit.qualname}`);
  const constants = usedConstants(list, unit);
  const ops = new Uint8Array(list.length);
  const args: number[] = [];
  let isWide = false;
  for (let i = 0; i < list.length; i++) {
    const at = list[i];
    resolve(at, i, unit, cells);
    ops[i] = at.op;
    args.push(at.arg);
    if (at.arg > 0xffff) isWide = true;
  }
  return new CodeObject(
    unit.name,
    unit.qualname,
    filename,
    unit.firstLineno,
    flagsOf(unit) | futureFlags,
    unit.argcount,
    unit.posonlyargcount,
    unit.kwonlyargcount,
    unit.varnames,
    unit.cellvars.slice().sort((a, b) => register(unit, cells, a) - register(unit, cells, b)),
    unit.freevars,
    unit.names,
    constants,
    ops,
    isWide ? Int32Array.from(args) : Uint16Array.from(args),
    exceptionTable(list),
    keepLineTable ? encodeLineTable(positions(list, unit.firstLineno), unit.firstLineno) : new Uint8Array(0),
    stackSize,
    unit.hasDocstring,
  );
}

function flagsOf(unit: CodeUnit): number {
  const { scope } = unit;
  if (scope.kind !== 'function') return 0;
  let flags = CodeFlag.OPTIMIZED | CodeFlag.NEWLOCALS;
  if (scope.isNested) flags |= CodeFlag.NESTED;
  if (scope.hasVarargs) flags |= CodeFlag.VARARGS;
  if (scope.hasVarKeywords) flags |= CodeFlag.VARKEYWORDS;
  if (scope.isGenerator) flags |= scope.isCoroutine ? CodeFlag.ASYNC_GENERATOR : CodeFlag.GENERATOR;
  else if (scope.isCoroutine) flags |= CodeFlag.COROUTINE;
  return flags;
}

// ---------------------------------------------------------------- registers

/** The register of each cell and free variable, in their order. A parameter that is a cell keeps its register. */
function cellRegisters(unit: CodeUnit): number[] {
  let next = unit.varnames.length;
  return [...unit.cellvars, ...unit.freevars].map((name, i) => {
    const shared = i < unit.cellvars.length ? unit.varnames.indexOf(name) : -1;
    return shared >= 0 ? shared : next++;
  });
}

function register(unit: CodeUnit, cells: readonly number[], cell: string): number {
  return cells[unit.cellvars.indexOf(cell)];
}

function makeCells(unit: CodeUnit, registers: readonly number[]): Instruction[] {
  const { firstLineno } = unit;
  const loc = { lineno: firstLineno, col: 0, endLineno: firstLineno, endCol: 0 };
  return registers
    .slice(0, unit.cellvars.length)
    .sort((a, b) => a - b)
    .map((register) => new Instruction(Op.MAKE_CELL, register, loc, null, null, null));
}

function resolve(at: Instruction, index: number, unit: CodeUnit, cells: readonly number[]): void {
  if (at.target !== null) {
    const to = at.target.at!.index;
    if (at.op === PseudoOp.JUMP) at.op = to > index ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD;
    else if (to <= index) throw new InternalError(`conditional jump backwards in ${unit.qualname}`);
    at.arg = to;
    return;
  }
  switch (at.op) {
    case Op.LOAD_CLOSURE:
    case Op.LOAD_DEREF:
    case Op.STORE_DEREF:
    case Op.DELETE_DEREF:
    case Op.LOAD_CLASSDEREF:
      at.arg = cells[at.arg];
      break;
    default:
      break;
  }
}

/** Constants that are still used, in their order; the docstring of a function stays first. */
function usedConstants(list: readonly Instruction[], unit: CodeUnit): Constant[] {
  const { items } = unit.constants;
  const isUsed = new Uint8Array(items.length);
  if (unit.hasDocstring) isUsed[0] = 1;
  for (const at of list) if (at.op === Op.LOAD_CONST) isUsed[at.arg] = 1;
  const indexOf: number[] = [];
  const used: Constant[] = [];
  for (let i = 0; i < items.length; i++) {
    indexOf.push(used.length);
    if (isUsed[i] === 1) used.push(items[i]);
  }
  for (const at of list) if (at.op === Op.LOAD_CONST) at.arg = indexOf[at.arg];
  return used;
}

// ---------------------------------------------------------------- stack depth

/** Sets the depth before every instruction and of every handler; returns the greatest. */
function findDepths(list: readonly Instruction[], unit: CodeUnit): number {
  let greatest = 0;
  const work: Instruction[] = [];
  const reach = (at: Instruction, depth: number): void => {
    if (at.depth === -1) {
      at.depth = depth;
      work.push(at);
    } else if (at.depth !== depth) {
      throw new InternalError(`stack depth ${at.depth} or ${depth} at ${at.index} of ${unit.qualname}`);
    }
    if (depth > greatest) greatest = depth;
  };
  reach(list[0], 0);
  while (work.length !== 0) {
    let at = work.pop()!;
    for (;;) {
      let depth = at.depth;
      if (at.op === PseudoOp.SETUP) {
        const handler = at.setup!;
        handler.depth = depth - handler.drop;
        reach(at.target!.at!, handler.depth + (handler.pushesLasti ? 2 : 1));
      } else {
        depth += effectOf(at, false);
        if (at.target !== null) reach(at.target.at!, at.depth + effectOf(at, true));
      }
      if (depth < 0) throw new InternalError(`stack underflow at ${at.index} of ${unit.qualname}`);
      if (depth > greatest) greatest = depth;
      if (endsFlow(at.op)) break;
      const next = list[at.index + 1];
      if (next.depth !== -1) {
        reach(next, depth);
        break;
      }
      next.depth = depth;
      at = next;
    }
  }
  return greatest;
}

function effectOf(at: Instruction, isJump: boolean): number {
  switch (at.op) {
    case PseudoOp.JUMP:
      return 0;
    case Op.FOR_ITER:
      return isJump ? -1 : 1;
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
      return isJump ? 0 : -1;
    default: {
      const { pops, pushes } = OP_INFO[at.op as Op];
      return (typeof pushes === 'number' ? pushes : pushes(at.arg)) - (typeof pops === 'number' ? pops : pops(at.arg));
    }
  }
}

// ---------------------------------------------------------------- tables

function exceptionTable(list: readonly Instruction[]): Int32Array {
  const rows: number[] = [];
  let handler: Handler | null = null;
  let start = 0;
  const close = (end: number): void => {
    if (handler !== null && end > start) {
      rows.push(start, end, handler.label.at!.index, handler.depth, handler.pushesLasti ? 1 : 0);
    }
  };
  // A tasklet stopped at a loop's head may find an exception thrown into it there.
  const isLoopHead = new Uint8Array(list.length);
  for (const at of list) if (at.op === Op.JUMP_BACKWARD) isLoopHead[at.arg] = 1;
  for (let i = 0; i < list.length; i++) {
    const at = list[i];
    // What cannot raise does not split a range, nor begin one.
    if ((!mayRaise(at.op) && isLoopHead[i] === 0) || at.handler === handler) continue;
    close(i);
    handler = at.handler;
    start = i;
  }
  close(list.length);
  return Int32Array.from(rows);
}

/** The range of every instruction; artificial ones take it from what runs before them, if that is known. */
function positions(list: readonly Instruction[], firstLineno: number): Position[] {
  const incoming = new Map<number, Positioned>();
  let before: Positioned | null = { lineno: firstLineno, col: 0, endLineno: firstLineno, endCol: 0 };
  return list.map((at, i) => {
    const loc = at.loc ?? before ?? incoming.get(i) ?? null;
    const to = at.target?.at?.index ?? -1;
    if (loc !== null && to > i && !incoming.has(to)) incoming.set(to, loc);
    before = endsFlow(at.op) || at.op === Op.JUMP_FORWARD || at.op === Op.JUMP_BACKWARD ? null : loc;
    return loc === null
      ? NO_POSITION
      : { lineno: loc.lineno, endLineno: loc.endLineno, col: loc.col, endCol: loc.endCol };
  });
}
