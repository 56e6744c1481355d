import { describe, expect, test } from 'vitest';
import type { CodeObject, Constant } from '../bytecode/code-object.ts';
import { CodeFlag } from '../bytecode/code-object.ts';
import { disassembleLine } from '../bytecode/disassemble.ts';
import { verify } from '../bytecode/verify.ts';
import { compileSource } from './compile.ts';
import type { CompileOptions } from './compile.ts';

function compiled(source: string, options: Partial<CompileOptions> = {}): CodeObject {
  const code = compileSource(source, { filename: 'x', mode: 'exec', ...options });
  verify(code);
  return code;
}

function inner(code: CodeObject, index = 0): CodeObject {
  return code.constants.filter((value): value is CodeObject => isCode(value))[index];
}

function isCode(value: Constant): boolean {
  return typeof value === 'object' && value !== null && value.type === 'code';
}

/** The body of `def f(a, b, c): ...`, in one line. */
function body(source: string): string {
  return disassembleLine(inner(compiled(`def f(a, b, c):\n${source.replace(/^/gm, '  ')}`)));
}

const RETURN = 'LOAD_CONST None; RETURN_VALUE';

describe('expressions', () => {
  test.each([
    ['return a + b * c', 'LOAD_FAST a; LOAD_FAST b; LOAD_FAST c; BINARY_OP *; BINARY_OP +; RETURN_VALUE'],
    ['return a and b', 'LOAD_FAST a; JUMP_IF_FALSE_OR_POP 3; LOAD_FAST b; RETURN_VALUE'],
    ['return a if b else c', 'LOAD_FAST b; POP_JUMP_IF_FALSE 4; LOAD_FAST a; RETURN_VALUE; LOAD_FAST c; RETURN_VALUE'],
    [
      'return a < b < c',
      'LOAD_FAST a; LOAD_FAST b; SWAP 2; COPY 2; COMPARE_OP <; JUMP_IF_FALSE_OR_POP 9; LOAD_FAST c; COMPARE_OP <; RETURN_VALUE; SWAP 2; POP_TOP; RETURN_VALUE',
    ],
    ['return a not in b', 'LOAD_FAST a; LOAD_FAST b; CONTAINS_OP not; RETURN_VALUE'],
    ['return a.b(c)', 'LOAD_FAST a; LOAD_METHOD b; LOAD_FAST c; CALL_METHOD 1; RETURN_VALUE'],
    [
      'return a.b(c, d=b)',
      "LOAD_FAST a; LOAD_METHOD b; LOAD_FAST c; LOAD_FAST b; LOAD_CONST ('d',); CALL_METHOD_KW 2; RETURN_VALUE",
    ],
    ['return g(b, d=c)', "LOAD_GLOBAL g; LOAD_FAST b; LOAD_FAST c; LOAD_CONST ('d',); CALL_KW 2; RETURN_VALUE"],
    ['return a(*b, **c)', 'LOAD_FAST a; LOAD_FAST b; BUILD_MAP 0; LOAD_FAST c; DICT_MERGE 1; CALL_EX 1; RETURN_VALUE'],
    ['return [a, *b]', 'LOAD_FAST a; BUILD_LIST 1; LOAD_FAST b; LIST_EXTEND 1; RETURN_VALUE'],
    ['return [1, 2, 3]', 'BUILD_LIST 0; LOAD_CONST (1, 2, 3); LIST_EXTEND 1; RETURN_VALUE'],
    ["return {'x': a, 'y': b}", "LOAD_FAST a; LOAD_FAST b; LOAD_CONST ('x', 'y'); BUILD_CONST_KEY_MAP 2; RETURN_VALUE"],
    ['return {a: b, **c}', 'LOAD_FAST a; LOAD_FAST b; BUILD_MAP 1; LOAD_FAST c; DICT_UPDATE 1; RETURN_VALUE'],
    ['return a[b:c]', 'LOAD_FAST a; LOAD_FAST b; LOAD_FAST c; BUILD_SLICE 2; BINARY_SUBSCR; RETURN_VALUE'],
    [
      "return f'{a!r:>{b}}x'",
      "LOAD_FAST a; LOAD_CONST '>'; LOAD_FAST b; FORMAT_VALUE 0; BUILD_STRING 2; FORMAT_VALUE 6; LOAD_CONST 'x'; BUILD_STRING 2; RETURN_VALUE",
    ],
    ['return (a := b)', 'LOAD_FAST b; COPY 1; STORE_FAST a; RETURN_VALUE'],
    [
      "return '%s-%5r' % (a, b)",
      "LOAD_FAST a; FORMAT_VALUE 1; LOAD_CONST '-'; LOAD_FAST b; LOAD_CONST '>5'; FORMAT_VALUE 6; BUILD_STRING 3; RETURN_VALUE",
    ],
  ])('%s', (source, expected) => {
    expect(body(source)).toBe(expected);
  });
});

describe('constant folding', () => {
  test.each([
    ['return 2 ** 10 + -1', 'LOAD_CONST 1023; RETURN_VALUE'],
    ['return -0', 'LOAD_CONST 0; RETURN_VALUE'],
    ['return -0.0', 'LOAD_CONST -0.0; RETURN_VALUE'],
    ['return (1, (2, "x"))', "LOAD_CONST (1, (2, 'x')); RETURN_VALUE"],
    ['return 1 << 200', 'LOAD_CONST 1; LOAD_CONST 200; BINARY_OP <<; RETURN_VALUE'],
    ['return "a" * 4097', "LOAD_CONST 'a'; LOAD_CONST 4097; BINARY_OP *; RETURN_VALUE"],
    ['return 1 / 0', 'LOAD_CONST 1; LOAD_CONST 0; BINARY_OP /; RETURN_VALUE'],
    ['return "abc"[-1]', "LOAD_CONST 'c'; RETURN_VALUE"],
    ['return 3 - 4j', 'LOAD_CONST (3-4j); RETURN_VALUE'],
    ['return not (a is b)', 'LOAD_FAST a; LOAD_FAST b; IS_OP not; RETURN_VALUE'],
    ['return a in {1, 2, 1.0}', 'LOAD_FAST a; LOAD_CONST frozenset({1, 2}); CONTAINS_OP 0; RETURN_VALUE'],
    ['return a in [1, 2]', 'LOAD_FAST a; LOAD_CONST (1, 2); CONTAINS_OP 0; RETURN_VALUE'],
    ['return __debug__', 'LOAD_CONST True; RETURN_VALUE'],
    ['return -7 // 2, -7 % 3, 7 / 2', 'LOAD_CONST (-4, 2, 3.5); RETURN_VALUE'],
  ])('%s', (source, expected) => {
    expect(body(source)).toBe(expected);
  });

  test('constants that are equal but not the same stay apart', () => {
    const { constants } = inner(
      compiled('def f(): return (x(1), x(1.0), x(True), x(0.0), x(-0.0), x((1,)), x((1.0,)), x(1))'),
    );
    expect(constants.length).toBe(8);
  });
});

describe('statements', () => {
  test.each([
    [
      'if a: b = 1\nelse: b = 2',
      `LOAD_FAST a; POP_JUMP_IF_FALSE 6; LOAD_CONST 1; STORE_FAST b; ${RETURN}; LOAD_CONST 2; STORE_FAST b; ${RETURN}`,
    ],
    [
      'if not a or b and c: g',
      `LOAD_FAST a; POP_JUMP_IF_FALSE 6; LOAD_FAST b; POP_JUMP_IF_FALSE 8; LOAD_FAST c; POP_JUMP_IF_FALSE 8; LOAD_GLOBAL g; POP_TOP; ${RETURN}`,
    ],
    ['if a is not None: b', `LOAD_FAST a; POP_JUMP_IF_NONE 4; LOAD_FAST b; POP_TOP; ${RETURN}`],
    // The NOP is all there is of its line: tracing stops there.
    ['if 0: a\nelse: b', `NOP; LOAD_FAST b; POP_TOP; ${RETURN}`],
    ['while a: b', `LOAD_FAST a; POP_JUMP_IF_FALSE 5; LOAD_FAST b; POP_TOP; JUMP_BACKWARD 0; ${RETURN}`],
    ['while 1: a', 'LOAD_FAST a; POP_TOP; JUMP_BACKWARD 0'],
    [
      'for x in a:\n  if x: continue\n  break\nelse: b',
      `LOAD_FAST a; GET_ITER; FOR_ITER 10; STORE_FAST x; LOAD_FAST x; POP_JUMP_IF_FALSE 7; JUMP_BACKWARD 2; POP_TOP; ${RETURN}; LOAD_FAST b; POP_TOP; ${RETURN}`,
    ],
    ['a, b = b, a', `LOAD_FAST b; LOAD_FAST a; SWAP 2; STORE_FAST a; STORE_FAST b; ${RETURN}`],
    ['a, *b = c', `LOAD_FAST c; UNPACK_EX 1; STORE_FAST a; STORE_FAST b; ${RETURN}`],
    ['a.x += b', `LOAD_FAST a; COPY 1; LOAD_ATTR x; LOAD_FAST b; BINARY_OP +=; SWAP 2; STORE_ATTR x; ${RETURN}`],
    [
      'a[b] -= c',
      `LOAD_FAST a; LOAD_FAST b; COPY 2; COPY 2; BINARY_SUBSCR; LOAD_FAST c; BINARY_OP -=; SWAP 3; SWAP 2; STORE_SUBSCR; ${RETURN}`,
    ],
    [
      'del a, b.c, b[c]',
      `DELETE_FAST a; LOAD_FAST b; DELETE_ATTR c; LOAD_FAST b; LOAD_FAST c; DELETE_SUBSCR; ${RETURN}`,
    ],
    [
      'assert a, b',
      `LOAD_FAST a; POP_JUMP_IF_TRUE 6; LOAD_ASSERTION_ERROR; LOAD_FAST b; CALL 1; RAISE_VARARGS 1; ${RETURN}`,
    ],
    [
      'import x.y as z',
      `LOAD_CONST 0; LOAD_CONST None; IMPORT_NAME x.y; IMPORT_FROM y; STORE_FAST z; POP_TOP; ${RETURN}`,
    ],
    ['return a\nb', 'LOAD_FAST a; RETURN_VALUE'],
    ['yield a', `LOAD_FAST a; YIELD_VALUE 0; POP_TOP; ${RETURN}`],
    [
      'return (yield from a)',
      'LOAD_FAST a; GET_YIELD_FROM_ITER; LOAD_CONST None; SEND 6; YIELD_VALUE 1; JUMP_BACKWARD 3; SWAP 2; POP_TOP; RETURN_VALUE',
    ],
    [
      'try: a\nexcept E: b',
      `LOAD_FAST a; POP_TOP; ${RETURN}; PUSH_EXC_INFO; LOAD_GLOBAL E; CHECK_EXC_MATCH; POP_JUMP_IF_FALSE 14; POP_TOP; LOAD_FAST b; POP_TOP; POP_EXCEPT; ${RETURN}; RERAISE 0; COPY 3; POP_EXCEPT; RERAISE 1`,
    ],
    [
      'with a as b: c',
      `LOAD_FAST a; BEFORE_WITH; STORE_FAST b; LOAD_FAST c; POP_TOP; LOAD_CONST None; LOAD_CONST None; LOAD_CONST None; CALL 3; POP_TOP; ${RETURN}; ` +
        `PUSH_EXC_INFO; WITH_EXCEPT_START; POP_JUMP_IF_TRUE 16; RERAISE 2; POP_TOP; POP_EXCEPT; POP_TOP; POP_TOP; ${RETURN}; COPY 3; POP_EXCEPT; RERAISE 1`,
    ],
    [
      'match a:\n  case 1: b\n  case _: c',
      `LOAD_FAST a; LOAD_CONST 1; COMPARE_OP ==; POP_JUMP_IF_FALSE 8; LOAD_FAST b; POP_TOP; ${RETURN}; LOAD_FAST c; POP_TOP; ${RETURN}`,
    ],
  ])('%j', (source, expected) => {
    expect(body(source)).toBe(expected);
  });
});

describe('functions, classes, comprehensions', () => {
  test('closures', () => {
    const code = inner(compiled('def f(a):\n  b = 1\n  def g(): return a + b\n  return g'));
    expect(disassembleLine(code)).toBe(
      'MAKE_CELL a; MAKE_CELL b; LOAD_CONST 1; STORE_DEREF b; LOAD_CLOSURE a; LOAD_CLOSURE b; BUILD_TUPLE 2; ' +
        'LOAD_CONST <code object g, file "x", line 3>; MAKE_FUNCTION 8; STORE_FAST g; LOAD_FAST g; RETURN_VALUE',
    );
    expect(code.cellvars).toEqual(['a', 'b']);
    expect(code.varnames).toEqual(['a', 'g']);
    expect(inner(code).freevars).toEqual(['a', 'b']);
    expect(inner(code).qualname).toBe('f.<locals>.g');
  });

  test('class bodies', () => {
    const code = compiled('class A(B, k=1):\n  "doc"\n  x: int = 1\n  def f(self): return __class__');
    expect(disassembleLine(code)).toBe(
      `LOAD_BUILD_CLASS; LOAD_CONST <code object A, file "x", line 1>; MAKE_FUNCTION 0; LOAD_CONST 'A'; LOAD_NAME B; LOAD_CONST 1; LOAD_CONST ('k',); CALL_KW 4; STORE_NAME A; ${RETURN}`,
    );
    expect(disassembleLine(inner(code))).toBe(
      "MAKE_CELL __class__; LOAD_NAME __name__; STORE_NAME __module__; LOAD_CONST 'A'; STORE_NAME __qualname__; SETUP_ANNOTATIONS; " +
        "LOAD_CONST 'doc'; STORE_NAME __doc__; LOAD_CONST 1; STORE_NAME x; LOAD_NAME int; LOAD_NAME __annotations__; LOAD_CONST 'x'; STORE_SUBSCR; " +
        'LOAD_CLOSURE __class__; BUILD_TUPLE 1; LOAD_CONST <code object f, file "x", line 4>; MAKE_FUNCTION 8; STORE_NAME f; ' +
        'LOAD_CLOSURE __class__; COPY 1; STORE_NAME __classcell__; RETURN_VALUE',
    );
  });

  test('comprehensions', () => {
    const code = inner(compiled('def f(a): return [x for x in a if x for y in x]'));
    expect(disassembleLine(inner(code))).toBe(
      'BUILD_LIST 0; LOAD_FAST .0; FOR_ITER 14; STORE_FAST x; LOAD_FAST x; POP_JUMP_IF_FALSE 13; LOAD_FAST x; GET_ITER; FOR_ITER 13; STORE_FAST y; LOAD_FAST x; LIST_APPEND 3; JUMP_BACKWARD 8; JUMP_BACKWARD 2; RETURN_VALUE',
    );
  });

  test('flags', () => {
    const flags = (source: string): number => inner(compiled(source)).flags;
    expect(flags('def f(*a, **k): pass')).toBe(
      CodeFlag.OPTIMIZED | CodeFlag.NEWLOCALS | CodeFlag.VARARGS | CodeFlag.VARKEYWORDS,
    );
    expect(flags('def f(): yield')).toBe(CodeFlag.OPTIMIZED | CodeFlag.NEWLOCALS | CodeFlag.GENERATOR);
    expect(flags('async def f(): await x')).toBe(CodeFlag.OPTIMIZED | CodeFlag.NEWLOCALS | CodeFlag.COROUTINE);
    expect(flags('async def f(): yield')).toBe(CodeFlag.OPTIMIZED | CodeFlag.NEWLOCALS | CodeFlag.ASYNC_GENERATOR);
    expect(flags('class A: pass')).toBe(0);
  });

  test('parameters come in register order', () => {
    const code = inner(compiled('def f(a, /, b, *c, d, **e): x = 1'));
    expect(code.varnames).toEqual(['a', 'b', 'd', 'c', 'e', 'x']);
    expect([code.argcount, code.posonlyargcount, code.kwonlyargcount]).toEqual([2, 1, 1]);
  });
});

describe('options', () => {
  const source = 'def f(a: int):\n  "doc"\n  assert a\n  if __debug__: g()';

  test('optimize', () => {
    const plain = inner(compiled(source, { optimize: 2 }));
    expect(disassembleLine(plain)).toBe(RETURN);
    expect(plain.constants).toEqual([null]);
    expect(inner(compiled(source, { optimize: 1 })).constants[0]).toBe('doc');
  });

  test('what a target leaves out', () => {
    const code = compiled(source, {
      keepAnnotations: false,
      keepDocstrings: false,
      keepLineTable: false,
      stripAsserts: true,
    });
    expect(disassembleLine(code)).toContain('MAKE_FUNCTION 0');
    expect(inner(code).lineTable.length).toBe(0);
    expect(inner(code).constants[0]).toBe(null);
    expect(disassembleLine(inner(code))).toBe(`LOAD_GLOBAL g; CALL 0; POP_TOP; ${RETURN}`);
  });

  test('future annotations are text', () => {
    const code = compiled('from __future__ import annotations\ndef f(a: b[c]): pass\nx: d.e');
    expect(disassembleLine(code)).toContain("LOAD_CONST ('a', 'b[c]')");
    expect(disassembleLine(code)).toContain("LOAD_CONST 'd.e'; LOAD_NAME __annotations__");
    expect(
      inner(compiled('def f(a: b): pass', { flags: CodeFlag.FUTURE_ANNOTATIONS })).flags & CodeFlag.FUTURE_ANNOTATIONS,
    ).not.toBe(0);
  });

  test('modes', () => {
    const single = compileSource('a + 1\n', { filename: 'x', mode: 'single' });
    expect(disassembleLine(single)).toBe(`LOAD_NAME a; LOAD_CONST 1; BINARY_OP +; PRINT_EXPR; ${RETURN}`);
    const expression = compileSource('a + 1', { filename: 'x', mode: 'eval' });
    expect(disassembleLine(expression)).toBe('LOAD_NAME a; LOAD_CONST 1; BINARY_OP +; RETURN_VALUE');
  });
});

describe('limits', () => {
  test('long chains compile in a loop', () => {
    expect(compiled(`x = ${'a + '.repeat(20_000)}a`).stackSize).toBe(2);
    compiled(`if a: pass\n${'elif b: pass\n'.repeat(5_000)}`);
  });

  test('deep ones are refused', () => {
    compiled(`x = a${'.b'.repeat(900)}`);
    expect(() => compiled(`x = a${'.b'.repeat(2_000)}`)).toThrow('maximum recursion depth exceeded during compilation');
  });

  test('finally bodies multiply only so far', () => {
    const nest = (n: number): string =>
      Array.from({ length: n }, (_, i) => `${' '.repeat(i)}try: a\n${' '.repeat(i)}finally:\n`).join('') +
      `${' '.repeat(n)}pass`;
    compiled(nest(6));
    expect(() => compiled(nest(20))).toThrow('too many instructions');
  });

  test('wide operands', () => {
    const names = Array.from({ length: 70_000 }, (_, i) => `a${i}`);
    expect(compiled(names.join('\n')).args).toBeInstanceOf(Int32Array);
  });
});
