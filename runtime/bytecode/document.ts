/** The text of `docs/bytecode.md`, made from `OP_INFO`; a test keeps the file fresh (`document.test.ts` says how to write it). */
import { CODE_VERSION } from './code-object.ts';
import { BINARY_OPERATORS, COMPARE_OPERATORS, Op, OP_INFO } from './opcode.ts';
import type { OpInfo } from './opcode.ts';

/** Makes the page. */
export function documentBytecode(): string {
  const rows = Array.from({ length: Op.MATCH_CLASS + 1 }, (_, op) => rowOf(OP_INFO[op as Op]));
  return `${INTRODUCTION}
| Opcode | Operand | Pops | Pushes | Ticks | Pure | Stack, top to the right |
|---|---|---|---|---|---|---|
${rows.join('\n')}

## Operators

\`BINARY_OP\`: ${BINARY_OPERATORS.map((operator, i) => `${i} \`${operator.replace('|', '\\|')}\``).join(', ')}; + ${BINARY_OPERATORS.length} in place.

\`COMPARE_OP\`: ${COMPARE_OPERATORS.map((operator, i) => `${i} \`${operator}\``).join(', ')}.
`;
}

const INTRODUCTION = `# Bytecode

Made from \`OP_INFO\` in \`runtime/bytecode/opcode.ts\`; do not edit. Version ${CODE_VERSION}.

Compact code is what the compiler writes and what is cached and shipped. It is never interpreted as it is: on the first call it is
inflated into steps and trees ([core.md](core.md), "Code"). Each instruction has one opcode and one operand.

- **Jumps** name the index of an instruction. Only \`JUMP_BACKWARD\` goes back, and it is a safepoint; every other jump goes forward.
- **Locals** are indices of registers: variables, then cells that are not parameters, then free variables.
- **Handlers** stand in the exception table, rows of first instruction, end, handler, depth, flag. On an exception the stack is cut
  to the depth, the index of the raising instruction is pushed if the flag is set, then the exception.
- **Ticks** are what an instruction costs. **Pure** instructions may become part of an expression tree.
- Counts in the columns that depend on the operand \`n\` are shown for n = 0, 1, 2, 3.

## Opcodes
`;

function rowOf(info: OpInfo): string {
  const picture = info.picture.replaceAll('|', '\\|');
  const cells = [info.name, info.operand === 'none' ? '' : info.operand, countOf(info.pops), countOf(info.pushes)];
  return `| ${cells.join(' | ')} | ${info.ticks} | ${info.pure ? 'yes' : ''} | ${picture} |`;
}

function countOf(count: OpInfo['pops']): string {
  if (typeof count === 'number') return String(count);
  return [0, 1, 2, 3].map((n) => count(n)).join(', ');
}
