/**
 * Listings of code objects, for people and for tests. Nothing at run time depends on them.
 *
 * A line: source line (where it changes), `>>` before jump targets, instruction index, opcode, operand and, in parentheses,
 * what the operand means. Nested code objects follow, as `python3 -m dis` shows them.
 */
import { codeText, reprConstant } from './constant-text.ts';
import type { CodeObject } from './code-object.ts';
import { localsPlus } from './code-object.ts';
import { ROW_SIZE } from './exception-table.ts';
import { decodeLines } from './line-table.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS, OP_INFO } from './opcode.ts';
import type { Op } from './opcode.ts';

/** Lists `code` and the code objects in it. */
export function disassemble(code: CodeObject): string {
  const lines: string[] = [];
  list(code, lines);
  return lines.join('\n') + '\n';
}

/** Lists `code` alone in one line: `LOAD_FAST a; LOAD_CONST 1; BINARY_OP +`. Jump targets are instruction indices. */
export function disassembleLine(code: CodeObject): string {
  const registers = localsPlus(code);
  const parts: string[] = [];
  for (let pc = 0; pc < code.ops.length; pc++) {
    const { name, operand } = OP_INFO[code.ops[pc] as Op];
    const meaning = operandText(code, pc, registers);
    if (operand === 'none') parts.push(name);
    else parts.push(`${name} ${meaning ?? code.args[pc]}`);
  }
  return parts.join('; ');
}

function list(root: CodeObject, lines: string[]): void {
  // Nested code comes after its parent, each level in order; a stack, so that depth does not matter.
  const waiting = [root];
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (code !== root) lines.push('', `Disassembly of ${codeText(code)}:`);
    listOne(code, lines);
    const inner = code.constants.filter((value): value is CodeObject => isCode(value));
    for (let i = inner.length - 1; i >= 0; i--) waiting.push(inner[i]);
  }
}

function isCode(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'code';
}

function listOne(code: CodeObject, lines: string[]): void {
  const sourceLines = decodeLines(code);
  const registers = localsPlus(code);
  const isTarget = new Set<number>();
  for (let pc = 0; pc < code.ops.length; pc++) {
    if (OP_INFO[code.ops[pc] as Op].operand === 'jump') isTarget.add(code.args[pc]);
  }
  for (let i = 0; i < code.exceptionTable.length; i += ROW_SIZE) isTarget.add(code.exceptionTable[i + 2]);
  let last = -2;
  for (let pc = 0; pc < code.ops.length; pc++) {
    const line = sourceLines[pc];
    const isNewLine = line !== last && line >= 0;
    if (isNewLine && pc > 0) lines.push('');
    if (isNewLine) last = line;
    const { name, operand } = OP_INFO[code.ops[pc] as Op];
    const head = `${(isNewLine ? String(line) : '').padStart(3)} ${isTarget.has(pc) ? '>>' : '  '} ${String(pc).padStart(5)} ${name}`;
    if (operand === 'none') {
      lines.push(head);
      continue;
    }
    const meaning = operandText(code, pc, registers);
    const number = head.padEnd(36) + String(code.args[pc]).padStart(4);
    lines.push(meaning === null ? number : `${number} (${operand === 'jump' ? 'to ' : ''}${meaning})`);
  }
  if (code.exceptionTable.length !== 0) lines.push('ExceptionTable:');
  for (let i = 0; i < code.exceptionTable.length; i += ROW_SIZE) {
    const [start, end, handler, depth, lasti] = code.exceptionTable.subarray(i, i + ROW_SIZE);
    lines.push(`  ${start} to ${end - 1} -> ${handler} [${depth}]${lasti === 1 ? ' lasti' : ''}`);
  }
}

/** What the operand of instruction `pc` stands for; null when it is just a number. */
function operandText(code: CodeObject, pc: number, registers: readonly string[]): string | null {
  const arg = code.args[pc];
  switch (OP_INFO[code.ops[pc] as Op].operand) {
    case 'const':
      return arg < code.constants.length ? reprConstant(code.constants[arg]) : '?';
    case 'name':
      return code.names[arg] ?? '?';
    case 'local':
      return registers[arg] ?? '?';
    case 'jump':
      return String(arg);
    case 'binary': {
      const n = BINARY_OPERATORS.length;
      return (BINARY_OPERATORS[arg % n] ?? '?') + (arg >= n ? '=' : '');
    }
    case 'compare':
      return COMPARE_OPERATORS[arg] ?? '?';
    case 'invert':
      return arg === 0 ? null : 'not';
    case 'count':
    case 'flags':
    case 'none':
      return null;
  }
}
