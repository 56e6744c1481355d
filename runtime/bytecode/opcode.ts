/**
 * The opcodes of compact code: a stack machine's instructions, one byte each, with one 16- or 32-bit operand.
 *
 * Compact code is what the compiler writes, what is cached, shipped and verified. It is never interpreted as it is:
 * on a code object's first call `vm/inflate` turns it into steps and trees (docs/core.md, "Code"). The names are CPython
 * 3.11's where the meaning is the same. A jump's operand is the index of the target instruction (not a byte offset).
 *
 * This table is the only place that states an opcode's facts. Disassembler, verifier, stack-depth pass and inflation read it.
 */

export const enum Op {
  NOP,
  POP_TOP,
  COPY,
  SWAP,
  LOAD_CONST,
  LOAD_FAST,
  STORE_FAST,
  DELETE_FAST,
  LOAD_GLOBAL,
  STORE_GLOBAL,
  DELETE_GLOBAL,
  LOAD_NAME,
  STORE_NAME,
  DELETE_NAME,
  MAKE_CELL,
  LOAD_CLOSURE,
  LOAD_DEREF,
  STORE_DEREF,
  DELETE_DEREF,
  LOAD_CLASSDEREF,
  LOAD_ATTR,
  STORE_ATTR,
  DELETE_ATTR,
  LOAD_METHOD,
  BINARY_SUBSCR,
  STORE_SUBSCR,
  DELETE_SUBSCR,
  BUILD_SLICE,
  BINARY_OP,
  UNARY_NEGATIVE,
  UNARY_POSITIVE,
  UNARY_INVERT,
  UNARY_NOT,
  COMPARE_OP,
  IS_OP,
  CONTAINS_OP,
  JUMP_FORWARD,
  JUMP_BACKWARD,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_TRUE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  JUMP_IF_FALSE_OR_POP,
  JUMP_IF_TRUE_OR_POP,
  GET_ITER,
  FOR_ITER,
  CALL,
  CALL_KW,
  CALL_METHOD,
  CALL_METHOD_KW,
  CALL_EX,
  BUILD_TUPLE,
  BUILD_LIST,
  BUILD_SET,
  BUILD_MAP,
  BUILD_CONST_KEY_MAP,
  BUILD_STRING,
  FORMAT_VALUE,
  LIST_APPEND,
  LIST_EXTEND,
  LIST_TO_TUPLE,
  SET_ADD,
  SET_UPDATE,
  MAP_ADD,
  DICT_UPDATE,
  DICT_MERGE,
  UNPACK_SEQUENCE,
  UNPACK_EX,
  MAKE_FUNCTION,
  LOAD_BUILD_CLASS,
  RETURN_VALUE,
  YIELD_VALUE,
  GET_YIELD_FROM_ITER,
  SEND,
  GET_AWAITABLE,
  GET_AITER,
  GET_ANEXT,
  END_ASYNC_FOR,
  BEFORE_WITH,
  BEFORE_ASYNC_WITH,
  WITH_EXCEPT_START,
  PUSH_EXC_INFO,
  POP_EXCEPT,
  CHECK_EXC_MATCH,
  CHECK_EG_MATCH,
  PREP_RERAISE_STAR,
  RERAISE,
  RAISE_VARARGS,
  LOAD_ASSERTION_ERROR,
  IMPORT_NAME,
  IMPORT_FROM,
  IMPORT_STAR,
  SETUP_ANNOTATIONS,
  PRINT_EXPR,
  GET_LEN,
  MATCH_MAPPING,
  MATCH_SEQUENCE,
  MATCH_KEYS,
  MATCH_CLASS,
}

/** What an instruction's operand means. */
export type OperandKind =
  | 'none'
  | 'const'
  | 'name'
  | 'local' // index into localsplus: parameters, locals, cells, free variables
  | 'jump' // index of the target instruction
  | 'binary' // BINARY_OPERATORS index; + 13 for the in-place form
  | 'compare' // COMPARE_OPERATORS index
  | 'invert' // 0 or 1
  | 'count'
  | 'flags';

export interface OpInfo {
  readonly name: string;
  readonly operand: OperandKind;
  /** Values popped and pushed; a function where they depend on the operand. Jumps: the effect when not jumping. */
  readonly pops: number | ((arg: number) => number);
  readonly pushes: number | ((arg: number) => number);
  /** Ticks charged (about one per counted CPython bytecode; loads of locals and constants, stores to locals and POP_TOP are free). */
  readonly ticks: 0 | 1;
  /** A pure instruction may become part of a tree: no effect besides making a value. */
  readonly pure: boolean;
  /** Before -> after, top of the stack to the right. */
  readonly picture: string;
}

export const BINARY_OPERATORS = ['+', '&', '//', '<<', '@', '*', '%', '|', '**', '>>', '-', '/', '^'] as const;
export const COMPARE_OPERATORS = ['<', '<=', '==', '!=', '>', '>='] as const;

/** MAKE_FUNCTION operand bits; the values lie on the stack in this order, the code constant on top. */
export const enum FunctionFlag {
  DEFAULTS = 1, // tuple
  KWDEFAULTS = 2, // dict
  ANNOTATIONS = 4, // tuple name, value, name, value ...
  CLOSURE = 8, // tuple of cells
}

/** FORMAT_VALUE operand: low two bits conversion, bit 2: a format spec lies on top of the value. */
export const enum FormatFlag {
  NONE = 0,
  STR = 1,
  REPR = 2,
  ASCII = 3,
  HAS_SPEC = 4,
}

const row = (
  name: string,
  operand: OperandKind,
  pops: OpInfo['pops'],
  pushes: OpInfo['pushes'],
  ticks: 0 | 1,
  pure: boolean,
  picture: string,
): OpInfo => ({ name, operand, pops, pushes, ticks, pure, picture });
const id = (arg: number): number => arg;
const bits = (arg: number): number => (arg & 1) + ((arg >> 1) & 1) + ((arg >> 2) & 1) + ((arg >> 3) & 1);

// One row a line.
// prettier-ignore
export const OP_INFO: Readonly<Record<Op, OpInfo>> = {
  [Op.NOP]: row('NOP', 'none', 0, 0, 0, false, '- -> -'),
  [Op.POP_TOP]: row('POP_TOP', 'none', 1, 0, 0, false, 'v -> -'),
  [Op.COPY]: row('COPY', 'count', 0, 1, 0, false, 'v(n) .. -> v(n) .. v(n); n counts from 1 = top'),
  [Op.SWAP]: row('SWAP', 'count', 0, 0, 0, false, 'v(n) .. top -> top .. v(n)'),
  [Op.LOAD_CONST]: row('LOAD_CONST', 'const', 0, 1, 0, true, '- -> const'),
  [Op.LOAD_FAST]: row('LOAD_FAST', 'local', 0, 1, 0, true, '- -> local; UnboundLocalError'),
  [Op.STORE_FAST]: row('STORE_FAST', 'local', 1, 0, 0, false, 'v -> -'),
  [Op.DELETE_FAST]: row('DELETE_FAST', 'local', 0, 0, 1, false, '- -> -; UnboundLocalError'),
  [Op.LOAD_GLOBAL]: row('LOAD_GLOBAL', 'name', 0, 1, 1, true, '- -> globals or builtins; NameError'),
  [Op.STORE_GLOBAL]: row('STORE_GLOBAL', 'name', 1, 0, 1, false, 'v -> -'),
  [Op.DELETE_GLOBAL]: row('DELETE_GLOBAL', 'name', 0, 0, 1, false, '- -> -; NameError'),
  [Op.LOAD_NAME]: row('LOAD_NAME', 'name', 0, 1, 1, false, '- -> frame locals, globals or builtins'),
  [Op.STORE_NAME]: row('STORE_NAME', 'name', 1, 0, 1, false, 'v -> - (into the frame locals mapping)'),
  [Op.DELETE_NAME]: row('DELETE_NAME', 'name', 0, 0, 1, false, '- -> -'),
  [Op.MAKE_CELL]: row('MAKE_CELL', 'local', 0, 0, 1, false, '- -> -; local becomes a cell that holds its value'),
  [Op.LOAD_CLOSURE]: row('LOAD_CLOSURE', 'local', 0, 1, 1, true, '- -> the cell itself'),
  [Op.LOAD_DEREF]: row('LOAD_DEREF', 'local', 0, 1, 1, true, "- -> the cell's value; NameError"),
  [Op.STORE_DEREF]: row('STORE_DEREF', 'local', 1, 0, 1, false, 'v -> -'),
  [Op.DELETE_DEREF]: row('DELETE_DEREF', 'local', 0, 0, 1, false, '- -> -'),
  [Op.LOAD_CLASSDEREF]: row('LOAD_CLASSDEREF', 'local', 0, 1, 1, false, '- -> frame locals mapping, else the cell'),
  [Op.LOAD_ATTR]: row('LOAD_ATTR', 'name', 1, 1, 1, true, 'o -> o.name'),
  [Op.STORE_ATTR]: row('STORE_ATTR', 'name', 2, 0, 1, false, 'v o -> -'),
  [Op.DELETE_ATTR]: row('DELETE_ATTR', 'name', 1, 0, 1, false, 'o -> -'),
  [Op.LOAD_METHOD]: row('LOAD_METHOD', 'name', 1, 2, 1, true, 'o -> function o | value NULL'),
  [Op.BINARY_SUBSCR]: row('BINARY_SUBSCR', 'none', 2, 1, 1, true, 'o i -> o[i]'),
  [Op.STORE_SUBSCR]: row('STORE_SUBSCR', 'none', 3, 0, 1, false, 'v o i -> -'),
  [Op.DELETE_SUBSCR]: row('DELETE_SUBSCR', 'none', 2, 0, 1, false, 'o i -> -'),
  [Op.BUILD_SLICE]: row('BUILD_SLICE', 'count', id, 1, 1, true, 'start stop (step) -> slice; operand 2 or 3'),
  [Op.BINARY_OP]: row('BINARY_OP', 'binary', 2, 1, 1, true, 'a b -> a op b'),
  [Op.UNARY_NEGATIVE]: row('UNARY_NEGATIVE', 'none', 1, 1, 1, true, 'v -> -v'),
  [Op.UNARY_POSITIVE]: row('UNARY_POSITIVE', 'none', 1, 1, 1, true, 'v -> +v'),
  [Op.UNARY_INVERT]: row('UNARY_INVERT', 'none', 1, 1, 1, true, 'v -> ~v'),
  [Op.UNARY_NOT]: row('UNARY_NOT', 'none', 1, 1, 1, true, 'v -> not v (truth tested here)'),
  [Op.COMPARE_OP]: row('COMPARE_OP', 'compare', 2, 1, 1, true, 'a b -> a op b'),
  [Op.IS_OP]: row('IS_OP', 'invert', 2, 1, 1, true, 'a b -> bool'),
  [Op.CONTAINS_OP]: row('CONTAINS_OP', 'invert', 2, 1, 1, true, 'item container -> bool'),
  [Op.JUMP_FORWARD]: row('JUMP_FORWARD', 'jump', 0, 0, 1, false, '- -> -'),
  [Op.JUMP_BACKWARD]: row('JUMP_BACKWARD', 'jump', 0, 0, 1, false, '- -> -; safepoint'),
  [Op.POP_JUMP_IF_FALSE]: row('POP_JUMP_IF_FALSE', 'jump', 1, 0, 0, false, 'v -> -; truth tested here'),
  [Op.POP_JUMP_IF_TRUE]: row('POP_JUMP_IF_TRUE', 'jump', 1, 0, 0, false, 'v -> -; truth tested here'),
  [Op.POP_JUMP_IF_NONE]: row('POP_JUMP_IF_NONE', 'jump', 1, 0, 0, false, 'v -> -'),
  [Op.POP_JUMP_IF_NOT_NONE]: row('POP_JUMP_IF_NOT_NONE', 'jump', 1, 0, 0, false, 'v -> -'),
  [Op.JUMP_IF_FALSE_OR_POP]: row('JUMP_IF_FALSE_OR_POP', 'jump', 1, 0, 0, false, 'v -> v (jump) | - '),
  [Op.JUMP_IF_TRUE_OR_POP]: row('JUMP_IF_TRUE_OR_POP', 'jump', 1, 0, 0, false, 'v -> v (jump) | - '),
  [Op.GET_ITER]: row('GET_ITER', 'none', 1, 1, 1, false, 'o -> iterator'),
  [Op.FOR_ITER]: row('FOR_ITER', 'jump', 0, 1, 1, false, 'it -> it value | (exhausted: jump) -'),
  [Op.CALL]: row('CALL', 'count', (n) => n + 1, 1, 1, false, 'f a1 .. an -> result'),
  [Op.CALL_KW]: row('CALL_KW', 'count', (n) => n + 2, 1, 1, false, 'f a1 .. an names -> result; names: tuple of the last keywords'),
  [Op.CALL_METHOD]: row('CALL_METHOD', 'count', (n) => n + 2, 1, 1, false, 'm self|NULL a1 .. an -> result'),
  [Op.CALL_METHOD_KW]: row('CALL_METHOD_KW', 'count', (n) => n + 3, 1, 1, false, 'm self|NULL a1 .. an names -> result'),
  [Op.CALL_EX]: row('CALL_EX', 'flags', (n) => 2 + (n & 1), 1, 1, false, 'f args (kwargs if bit 0) -> result; args: any iterable, kwargs: a dict of the code'),
  [Op.BUILD_TUPLE]: row('BUILD_TUPLE', 'count', id, 1, 1, true, 'v1 .. vn -> tuple'),
  [Op.BUILD_LIST]: row('BUILD_LIST', 'count', id, 1, 1, true, 'v1 .. vn -> list'),
  [Op.BUILD_SET]: row('BUILD_SET', 'count', id, 1, 1, false, 'v1 .. vn -> set (hashes)'),
  [Op.BUILD_MAP]: row('BUILD_MAP', 'count', (n) => 2 * n, 1, 1, false, 'k1 v1 .. kn vn -> dict (hashes)'),
  [Op.BUILD_CONST_KEY_MAP]: row('BUILD_CONST_KEY_MAP', 'count', (n) => n + 1, 1, 1, false, 'v1 .. vn keys -> dict'),
  [Op.BUILD_STRING]: row('BUILD_STRING', 'count', id, 1, 1, true, 's1 .. sn -> str'),
  [Op.FORMAT_VALUE]: row('FORMAT_VALUE', 'flags', (n) => (n & 4 ? 2 : 1), 1, 1, true, 'v (spec) -> str'),
  [Op.LIST_APPEND]: row('LIST_APPEND', 'count', 1, 0, 1, false, 'list(n) .. v -> list ..; n counts after the pop'),
  [Op.LIST_EXTEND]: row('LIST_EXTEND', 'count', 1, 0, 1, false, 'list(n) .. iterable -> list ..'),
  [Op.LIST_TO_TUPLE]: row('LIST_TO_TUPLE', 'none', 1, 1, 1, true, 'list -> tuple'),
  [Op.SET_ADD]: row('SET_ADD', 'count', 1, 0, 1, false, 'set(n) .. v -> set ..'),
  [Op.SET_UPDATE]: row('SET_UPDATE', 'count', 1, 0, 1, false, 'set(n) .. iterable -> set ..'),
  [Op.MAP_ADD]: row('MAP_ADD', 'count', 2, 0, 1, false, 'dict(n) .. k v -> dict ..'),
  [Op.DICT_UPDATE]: row('DICT_UPDATE', 'count', 1, 0, 1, false, 'dict(n) .. mapping -> dict ..'),
  [Op.DICT_MERGE]: row('DICT_MERGE', 'count', 1, 0, 1, false, 'f args dict(n) .. mapping -> ..; duplicate key is TypeError that names f'),
  [Op.UNPACK_SEQUENCE]: row('UNPACK_SEQUENCE', 'count', 1, id, 1, false, 'o -> vn .. v1 (first item on top)'),
  [Op.UNPACK_EX]: row('UNPACK_EX', 'count', 1, (n) => (n & 255) + 1 + (n >> 8), 1, false, 'o -> after.. list before.. ; low byte: before, rest: after'),
  [Op.MAKE_FUNCTION]: row('MAKE_FUNCTION', 'flags', (n) => 1 + bits(n), 1, 1, true, '(defaults kwdefaults annotations closure) code -> function'),
  [Op.LOAD_BUILD_CLASS]: row('LOAD_BUILD_CLASS', 'none', 0, 1, 1, true, '- -> builtins.__build_class__'),
  [Op.RETURN_VALUE]: row('RETURN_VALUE', 'none', 1, 0, 1, false, 'v -> (ends the frame)'),
  [Op.YIELD_VALUE]: row('YIELD_VALUE', 'flags', 1, 1, 1, false, 'v -> sent value; operand 1: inside yield from/await, 2: async generator yield'),
  [Op.GET_YIELD_FROM_ITER]: row('GET_YIELD_FROM_ITER', 'none', 1, 1, 1, false, 'o -> iterator (generators and coroutines as they are)'),
  [Op.SEND]: row('SEND', 'jump', 1, 1, 1, false, 'it v -> it yielded | (finished: jump) it result'),
  [Op.GET_AWAITABLE]: row('GET_AWAITABLE', 'flags', 1, 1, 1, false, 'o -> awaitable; operand 1: __aenter__, 2: __aexit__'),
  [Op.GET_AITER]: row('GET_AITER', 'none', 1, 1, 1, false, 'o -> o.__aiter__()'),
  [Op.GET_ANEXT]: row('GET_ANEXT', 'none', 0, 1, 1, false, 'ait -> ait awaitable'),
  [Op.END_ASYNC_FOR]: row('END_ASYNC_FOR', 'none', 2, 0, 1, false, 'ait exc -> - if StopAsyncIteration, else re-raise'),
  [Op.BEFORE_WITH]: row('BEFORE_WITH', 'none', 1, 2, 1, false, 'manager -> __exit__ __enter__()'),
  [Op.BEFORE_ASYNC_WITH]: row('BEFORE_ASYNC_WITH', 'none', 1, 2, 1, false, 'manager -> __aexit__ __aenter__()'),
  [Op.WITH_EXCEPT_START]: row('WITH_EXCEPT_START', 'none', 0, 1, 1, false, 'exit lasti prev exc -> exit lasti prev exc exit(type, exc, tb)'),
  [Op.PUSH_EXC_INFO]: row('PUSH_EXC_INFO', 'none', 1, 2, 1, false, 'exc -> prev exc; exc is now the handled one'),
  [Op.POP_EXCEPT]: row('POP_EXCEPT', 'none', 1, 0, 1, false, 'prev -> -; prev is the handled one again'),
  [Op.CHECK_EXC_MATCH]: row('CHECK_EXC_MATCH', 'none', 1, 1, 1, false, 'exc type -> exc bool'),
  [Op.CHECK_EG_MATCH]: row('CHECK_EG_MATCH', 'none', 2, 2, 1, false, 'exc type -> rest match|None'),
  [Op.PREP_RERAISE_STAR]: row('PREP_RERAISE_STAR', 'none', 2, 1, 1, false, 'orig list -> exception or None'),
  [Op.RERAISE]: row('RERAISE', 'flags', 1, 0, 1, false, 'exc -> raise; operand n > 0: lasti lies n below (it stays), the traceback keeps that line'),
  [Op.RAISE_VARARGS]: row('RAISE_VARARGS', 'count', id, 0, 1, false, '(exc (cause)) -> raise'),
  [Op.LOAD_ASSERTION_ERROR]: row('LOAD_ASSERTION_ERROR', 'none', 0, 1, 1, true, '- -> AssertionError'),
  [Op.IMPORT_NAME]: row('IMPORT_NAME', 'name', 2, 1, 1, false, 'level fromlist -> module'),
  [Op.IMPORT_FROM]: row('IMPORT_FROM', 'name', 0, 1, 1, false, 'module -> module attribute'),
  [Op.IMPORT_STAR]: row('IMPORT_STAR', 'none', 1, 0, 1, false, 'module -> - (names into the frame locals)'),
  [Op.SETUP_ANNOTATIONS]: row('SETUP_ANNOTATIONS', 'none', 0, 0, 1, false, '- -> -; __annotations__ exists in the frame locals'),
  [Op.PRINT_EXPR]: row('PRINT_EXPR', 'none', 1, 0, 1, false, 'v -> - through sys.displayhook'),
  [Op.GET_LEN]: row('GET_LEN', 'none', 0, 1, 1, false, 'o -> o len(o)'),
  [Op.MATCH_MAPPING]: row('MATCH_MAPPING', 'none', 0, 1, 1, false, 'o -> o bool'),
  [Op.MATCH_SEQUENCE]: row('MATCH_SEQUENCE', 'none', 0, 1, 1, false, 'o -> o bool'),
  [Op.MATCH_KEYS]: row('MATCH_KEYS', 'none', 0, 1, 1, false, 'o keys -> o keys values|None'),
  [Op.MATCH_CLASS]: row('MATCH_CLASS', 'count', 3, 1, 1, false, 'o cls names -> tuple|None; operand: positional patterns'),
};
