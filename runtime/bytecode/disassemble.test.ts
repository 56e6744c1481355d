import { expect, test } from 'vitest';
import { reprConstant } from './constant-text.ts';
import type { Constant } from './code-object.ts';
import { CodeObject } from './code-object.ts';
import { disassemble, disassembleLine } from './disassemble.ts';
import { encodeLineTable } from './line-table.ts';
import { Op } from './opcode.ts';

const at = (lineno: number): { lineno: number; endLineno: number; col: number; endCol: number } => ({
  lineno,
  endLineno: lineno,
  col: 0,
  endCol: 1,
});

// def f(a):          (by hand: the compiler stands on a higher floor)
//     while a < 'x':
//         a += 1
const F = new CodeObject(
  'f',
  'f',
  'x.py',
  1,
  3,
  1,
  0,
  0,
  ['a'],
  [],
  [],
  [],
  [null, 'x', 1],
  Uint8Array.of(
    Op.LOAD_FAST,
    Op.LOAD_CONST,
    Op.COMPARE_OP,
    Op.POP_JUMP_IF_FALSE,
    Op.LOAD_FAST,
    Op.LOAD_CONST,
    Op.BINARY_OP,
    Op.STORE_FAST,
    Op.JUMP_BACKWARD,
    Op.LOAD_CONST,
    Op.RETURN_VALUE,
  ),
  Uint16Array.of(0, 1, 0, 9, 0, 2, 13, 0, 0, 0, 0),
  new Int32Array(0),
  encodeLineTable([at(2), at(2), at(2), at(2), at(3), at(3), at(3), at(3), at(3), at(2), at(2)], 1),
  2,
  false,
);
const MODULE = new CodeObject(
  '<module>',
  '<module>',
  'x.py',
  1,
  0,
  0,
  0,
  0,
  [],
  [],
  [],
  ['f'],
  [F, null],
  Uint8Array.of(Op.LOAD_CONST, Op.MAKE_FUNCTION, Op.STORE_NAME, Op.LOAD_CONST, Op.RETURN_VALUE),
  Uint16Array.of(0, 0, 0, 1, 0),
  new Int32Array(0),
  encodeLineTable([at(1), at(1), at(1), at(1), at(1)], 1),
  1,
  false,
);

test('one line', () => {
  expect(disassembleLine(F)).toBe(
    "LOAD_FAST a; LOAD_CONST 'x'; COMPARE_OP <; POP_JUMP_IF_FALSE 9; LOAD_FAST a; LOAD_CONST 1; BINARY_OP +=; STORE_FAST a; JUMP_BACKWARD 0; LOAD_CONST None; RETURN_VALUE",
  );
});

test('a listing', () => {
  expect(disassemble(MODULE)).toBe(`\
  1        0 LOAD_CONST                0 (<code object f, file "x.py", line 1>)
           1 MAKE_FUNCTION             0
           2 STORE_NAME                0 (f)
           3 LOAD_CONST                1 (None)
           4 RETURN_VALUE

Disassembly of <code object f, file "x.py", line 1>:
  2 >>     0 LOAD_FAST                 0 (a)
           1 LOAD_CONST                1 ('x')
           2 COMPARE_OP                0 (<)
           3 POP_JUMP_IF_FALSE         9 (to 9)

  3        4 LOAD_FAST                 0 (a)
           5 LOAD_CONST                2 (1)
           6 BINARY_OP                13 (+=)
           7 STORE_FAST                0 (a)
           8 JUMP_BACKWARD             0 (to 0)

  2 >>     9 LOAD_CONST                0 (None)
          10 RETURN_VALUE
`);
});

const CONSTANTS: [Constant, string][] = [
  [null, 'None'],
  [true, 'True'],
  [10n ** 20n, '100000000000000000000'],
  [{ type: 'float', value: 1 }, '1.0'],
  [{ type: 'float', value: -0 }, '-0.0'],
  [{ type: 'float', value: 1e16 }, '1e+16'],
  [{ type: 'float', value: 1.5e-7 }, '1.5e-07'],
  [{ type: 'complex', real: 0, imag: 2 }, '2j'],
  [{ type: 'complex', real: 1, imag: -2.5 }, '(1-2.5j)'],
  ["it's", '"it\'s"'],
  ['a\n\0\u00e9', "'a\\n\\x00\u00e9'"],
  [{ type: 'bytes', value: Uint8Array.of(65, 0, 233) }, "b'A\\x00\\xe9'"],
  [{ type: 'tuple', items: [1] }, '(1,)'],
  [{ type: 'frozenset', items: [1, 'a'] }, "frozenset({1, 'a'})"],
  [{ type: 'ellipsis' }, 'Ellipsis'],
];

test.each(CONSTANTS.map(([value, text]) => [text, value] as const))('%s', (text, value) => {
  expect(reprConstant(value)).toBe(text);
});
