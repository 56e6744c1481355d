import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Constant } from './code-object.ts';
import { CodeObject } from './code-object.ts';
import { Op } from './opcode.ts';
import { problemOf } from './verify.ts';

interface Parts {
  ops: [Op, number?][];
  constants?: Constant[];
  names?: string[];
  varnames?: string[];
  cellvars?: string[];
  freevars?: string[];
  table?: number[];
  stackSize?: number;
  flags?: number;
  argcount?: number;
}

function code(parts: Parts): CodeObject {
  const { ops, constants = [null], names = ['n'], varnames = ['v'], cellvars = [], freevars = [], table = [] } = parts;
  return new CodeObject(
    'f',
    'f',
    'x',
    1,
    parts.flags ?? 3,
    parts.argcount ?? 0,
    0,
    0,
    varnames,
    cellvars,
    freevars,
    names,
    constants,
    Uint8Array.from(ops, ([op]) => op),
    Uint16Array.from(ops, ([, arg]) => arg ?? 0),
    Int32Array.from(table),
    new Uint8Array(0),
    parts.stackSize ?? 8,
    false,
  );
}

const END: [Op, number?][] = [[Op.LOAD_CONST, 0], [Op.RETURN_VALUE]];

test('accepts the least there is', () => {
  expect(problemOf(code({ ops: END }))).toBe(null);
});

describe('refuses', () => {
  const bad: [string, Parts][] = [
    ['no instructions', { ops: [] }],
    ['no opcode 200', { ops: [[200 as Op], ...END] }],
    ['LOAD_CONST has no operand 5', { ops: [[Op.LOAD_CONST, 5], [Op.RETURN_VALUE]] }],
    ['LOAD_NAME has no operand 1', { ops: [[Op.LOAD_NAME, 1], [Op.RETURN_VALUE]] }],
    ['LOAD_FAST has no operand 1', { ops: [[Op.LOAD_FAST, 1], [Op.RETURN_VALUE]] }],
    ['c is a cell', { ops: [[Op.MAKE_CELL, 1], [Op.LOAD_FAST, 1], [Op.RETURN_VALUE]], cellvars: ['c'] }],
    ['v is no cell', { ops: [[Op.LOAD_DEREF, 0], [Op.RETURN_VALUE]] }],
    ['a cell is not made', { ops: END, cellvars: ['c'] }],
    ['cell made in the middle', { ops: [[Op.MAKE_CELL, 1], [Op.NOP], [Op.MAKE_CELL, 1], ...END], cellvars: ['c'] }],
    ['a free variable is a cell already', { ops: [[Op.MAKE_CELL, 1], ...END], freevars: ['c'] }],
    ['control runs off the end', { ops: [[Op.LOAD_CONST, 0]] }],
    ['stack underflow', { ops: [[Op.POP_TOP], ...END] }],
    ['stack overflow', { ops: END, stackSize: 0 }],
    ['never reached', { ops: [...END, [Op.NOP]] }],
    ['jump backward', { ops: [[Op.LOAD_CONST, 0], [Op.POP_JUMP_IF_TRUE, 0], ...END] }],
    ['jump forward', { ops: [[Op.JUMP_BACKWARD, 1], ...END] }],
    ['JUMP_FORWARD has no operand 9', { ops: [[Op.JUMP_FORWARD, 9], ...END] }],
    [
      'stack depth 1 at 0, elsewhere 0',
      {
        ops: [
          [Op.LOAD_CONST, 0],
          [Op.JUMP_BACKWARD, 0],
        ],
      },
    ],
    [
      'wrong kind of collection',
      { ops: [[Op.LOAD_CONST, 0], [Op.LOAD_CONST, 0], [Op.LIST_APPEND, 1], [Op.RETURN_VALUE]] },
    ],
    ['not on a method', { ops: [[Op.LOAD_CONST, 0], [Op.LOAD_CONST, 0], [Op.CALL_METHOD, 0], [Op.RETURN_VALUE]] }],
    ['needs a value', { ops: [[Op.LOAD_CONST, 0], [Op.LOAD_METHOD, 0], [Op.STORE_FAST, 0], [Op.RETURN_VALUE]] }],
    ['no code', { ops: [[Op.LOAD_CONST, 0], [Op.MAKE_FUNCTION, 0], [Op.RETURN_VALUE]] }],
    ['no saved exception', { ops: [[Op.LOAD_CONST, 0], [Op.POP_EXCEPT], ...END] }],
    [
      'no exception',
      {
        ops: [
          [Op.LOAD_CONST, 0],
          [Op.RERAISE, 0],
        ],
      },
    ],
    ['no exception', { ops: [[Op.LOAD_CONST, 0], [Op.PUSH_EXC_INFO], ...END] }],
    ['not in a handler of with', { ops: [[Op.LOAD_CONST, 0], [Op.WITH_EXCEPT_START], ...END] }],
    [
      'keywords are no dictionary',
      { ops: [[Op.LOAD_CONST, 0], [Op.LOAD_CONST, 0], [Op.LOAD_CONST, 0], [Op.CALL_EX, 1], [Op.RETURN_VALUE]] },
    ],
    [
      'no constant right before',
      { ops: [[Op.LOAD_CONST, 0], [Op.LOAD_CONST, 0], [Op.LOAD_FAST, 0], [Op.CALL_KW, 1], [Op.RETURN_VALUE]] },
    ],
    [
      'names are no tuple of strings',
      { ops: [[Op.LOAD_CONST, 0], [Op.LOAD_CONST, 0], [Op.LOAD_CONST, 0], [Op.CALL_KW, 1], [Op.RETURN_VALUE]] },
    ],
    ['yield outside a generator', { ops: [[Op.LOAD_CONST, 0], [Op.YIELD_VALUE, 0], [Op.RETURN_VALUE]] }],
    ['wrong kind of yield', { ops: [[Op.LOAD_CONST, 0], [Op.YIELD_VALUE, 2], [Op.RETURN_VALUE]], flags: 0x23 }],
    ['half a row', { ops: END, table: [0, 1, 1] }],
    ['overlap or are out of range', { ops: END, table: [0, 9, 1, 0, 0] }],
    ['exception handler out of range', { ops: END, table: [0, 1, 9, 0, 0] }],
    [
      'handler keeps more than there is',
      { ops: [[Op.LOAD_FAST, 0], [Op.RETURN_VALUE], [Op.RERAISE, 0]], table: [0, 1, 2, 2, 0] },
    ],
    ['more parameters than variables', { ops: END, argcount: 2 }],
    ['a variable has two registers', { ops: END, varnames: ['a', 'a'] }],
    ['code is of one kind only', { ops: END, flags: 0xa3 }],
    ['a slice takes 2 or 3 values', { ops: [[Op.LOAD_CONST, 0], [Op.BUILD_SLICE, 1], [Op.RETURN_VALUE]] }],
    ['stack positions count from 1', { ops: [[Op.LOAD_CONST, 0], [Op.COPY, 0], ...END] }],
  ];
  test.each(bad)('%s', (what, parts) => {
    expect(problemOf(code(parts))).toContain(what);
  });

  test('a function without the cells its code wants', () => {
    const wants = code({ ops: [[Op.LOAD_DEREF, 1], [Op.RETURN_VALUE]], freevars: ['c'] });
    const make: [Op, number?][] = [[Op.LOAD_CONST, 0], [Op.MAKE_FUNCTION, 0], [Op.RETURN_VALUE]];
    expect(problemOf(code({ ops: make, constants: [wants] }))).toContain('closure and free variables do not fit');
  });

  test('bad code deep inside', () => {
    const inner = code({ ops: [[Op.POP_TOP], ...END] });
    const make: [Op, number?][] = [[Op.LOAD_CONST, 0], [Op.MAKE_FUNCTION, 0], [Op.RETURN_VALUE]];
    expect(problemOf(code({ ops: make, constants: [inner] }))).toContain('stack underflow');
  });
});

test('random instructions never break the verifier', () => {
  const instruction = fc.tuple(fc.nat({ max: Op.MATCH_CLASS + 2 }), fc.nat({ max: 6 }));
  fc.assert(
    fc.property(
      fc.array(instruction, { minLength: 1, maxLength: 12 }),
      fc.array(fc.nat({ max: 8 }), { maxLength: 10 }),
      (ops, table) => {
        problemOf(
          code({
            ops: ops as [Op, number][],
            table,
            constants: [null, 'a', { type: 'tuple', items: ['k'] }],
            varnames: ['v', 'c'],
            cellvars: ['c'],
          }),
        );
      },
    ),
    { numRuns: 3_000 },
  );
});
