/**
 * The verifier's model of the stack: what sort of thing each slot holds, and what each instruction does to them.
 * An instruction that needs "some value" takes every sort from `VALUE` on; the others must meet their own kind.
 */
import type { CodeObject, Constant } from './code-object.ts';
import { FunctionFlag, Op, OP_INFO } from './opcode.ts';

export const enum Sort {
  /** Differs between paths: may be dropped only. */
  ANY,
  /** Index of the instruction that raised. */
  LASTI,
  /** The exception that was handled before this one, or nothing. */
  PREVIOUS,
  /** Second slot of LOAD_METHOD: the object, or NULL. */
  SELF,
  CODE,
  /** From here on: values that Python code may see. */
  VALUE,
  /** A cell, and a tuple of cells. */
  CELL,
  CELLS,
  /** An exception being handled. */
  EXCEPTION,
  /** What `except*` makes of exceptions: an exception or None. */
  REGROUPED,
  LIST,
  SET,
  DICT,
  TUPLE,
  /** A constant tuple of strings. */
  NAMES,
  /** First slot of LOAD_METHOD. */
  METHOD,
  /** What BEFORE_WITH leaves below: a bound `__exit__`. */
  EXIT,
}

type Problem = string | null;

/**
 * Applies one instruction to `stack`, and for jumps to `jumped`, the stack at the target. Returns what is wrong, or null.
 * `n`, the operand, is in range already.
 */
export function applySorts(code: CodeObject, op: Op, n: number, stack: Sort[], jumped: Sort[] | null): Problem {
  const info = OP_INFO[op];
  const pops = typeof info.pops === 'number' ? info.pops : info.pops(n);
  if (stack.length < pops) return 'stack underflow';
  switch (op) {
    case Op.POP_TOP:
      stack.pop();
      return null;
    case Op.COPY: {
      if (stack.length < n) return 'stack underflow';
      const sort = stack[stack.length - n];
      if (sort === Sort.SELF || sort === Sort.METHOD) return 'half of a method';
      stack.push(sort);
      return null;
    }
    case Op.SWAP: {
      if (stack.length < n) return 'stack underflow';
      const top = stack.length - 1;
      const other = stack.length - n;
      for (const sort of [stack[top], stack[other]])
        if (sort === Sort.SELF || sort === Sort.METHOD) return 'half of a method';
      const kept = stack[top];
      stack[top] = stack[other];
      stack[other] = kept;
      return null;
    }
    case Op.LOAD_CONST:
      stack.push(sortOfConstant(code.constants[n]));
      return null;
    case Op.LOAD_CLOSURE:
      stack.push(Sort.CELL);
      return null;
    case Op.LOAD_METHOD:
      return replace(stack, 1, Sort.METHOD) ?? push(stack, Sort.SELF);
    case Op.CALL_METHOD:
    case Op.CALL_METHOD_KW: {
      const names = op === Op.CALL_METHOD_KW ? checkNames(stack) : null;
      if (names !== null) return names;
      const extra = op === Op.CALL_METHOD_KW ? 1 : 0;
      const below = stack.length - n - extra;
      if (stack[below - 1] !== Sort.SELF || stack[below - 2] !== Sort.METHOD) return 'not on a method';
      const problem = popValues(stack, n + extra);
      stack.length -= 2;
      stack.push(Sort.VALUE);
      return problem;
    }
    case Op.CALL_KW:
      return checkNames(stack) ?? replace(stack, n + 2, Sort.VALUE);
    case Op.CALL_EX: {
      const top = stack.length - 1;
      if ((n & 1) !== 0 && stack[top] !== Sort.DICT) return 'keywords are no dictionary';
      return replace(stack, pops, Sort.VALUE);
    }
    case Op.BUILD_TUPLE:
      if (n > 0 && stack.slice(-n).every((sort) => sort === Sort.CELL)) {
        stack.length -= n;
        stack.push(Sort.CELLS);
        return null;
      }
      return replace(stack, n, Sort.TUPLE);
    case Op.BUILD_LIST:
      return replace(stack, n, Sort.LIST);
    case Op.BUILD_SET:
      return replace(stack, n, Sort.SET);
    case Op.BUILD_MAP:
      return replace(stack, 2 * n, Sort.DICT);
    case Op.BUILD_CONST_KEY_MAP: {
      if (!isTuple(stack[stack.length - 1])) return 'keys are no tuple';
      return replace(stack, n + 1, Sort.DICT);
    }
    case Op.LIST_TO_TUPLE:
      if (stack[stack.length - 1] !== Sort.LIST) return 'no list';
      return replace(stack, 1, Sort.TUPLE);
    case Op.LIST_APPEND:
    case Op.LIST_EXTEND:
      return popValues(stack, 1) ?? expect(stack, n, Sort.LIST);
    case Op.SET_ADD:
    case Op.SET_UPDATE:
      return popValues(stack, 1) ?? expect(stack, n, Sort.SET);
    case Op.MAP_ADD:
      return popValues(stack, 2) ?? expect(stack, n, Sort.DICT);
    case Op.DICT_UPDATE:
      return popValues(stack, 1) ?? expect(stack, n, Sort.DICT);
    case Op.DICT_MERGE: {
      const problem = popValues(stack, 1) ?? expect(stack, n, Sort.DICT);
      // The callee, for the message, lies below the arguments.
      return problem ?? (stack.length < n + 2 ? 'stack underflow' : null);
    }
    case Op.MAKE_FUNCTION:
      return makeFunction(stack, n, pops);
    case Op.PUSH_EXC_INFO:
      if (stack[stack.length - 1] !== Sort.EXCEPTION) return 'no exception';
      stack.splice(stack.length - 1, 0, Sort.PREVIOUS);
      return null;
    case Op.POP_EXCEPT:
      return stack.pop() === Sort.PREVIOUS ? null : 'no saved exception';
    case Op.RERAISE: {
      const top = stack[stack.length - 1];
      if (top !== Sort.EXCEPTION && top !== Sort.REGROUPED) return 'no exception';
      if (n > 0 && stack[stack.length - 1 - n] !== Sort.LASTI) return 'no instruction index';
      stack.pop();
      return null;
    }
    case Op.WITH_EXCEPT_START: {
      const top = stack.length - 1;
      const isLaidOut =
        stack[top] === Sort.EXCEPTION &&
        stack[top - 1] === Sort.PREVIOUS &&
        stack[top - 2] === Sort.LASTI &&
        stack[top - 3] === Sort.EXIT;
      if (!isLaidOut) return 'not in a handler of with';
      stack.push(Sort.VALUE);
      return null;
    }
    case Op.END_ASYNC_FOR:
      if (stack[stack.length - 1] !== Sort.EXCEPTION) return 'no exception';
      stack.pop();
      return popValues(stack, 1);
    case Op.CHECK_EXC_MATCH: {
      const problem = replace(stack, 1, Sort.VALUE);
      return problem ?? (stack[stack.length - 2] === Sort.EXCEPTION ? null : 'no exception');
    }
    case Op.BEFORE_WITH:
    case Op.BEFORE_ASYNC_WITH:
      return replace(stack, 1, Sort.EXIT) ?? push(stack, Sort.VALUE);
    case Op.MATCH_KEYS:
      if (!isTuple(stack[stack.length - 1])) return 'keys are no tuple';
      return stack.length < 2 ? 'stack underflow' : push(stack, Sort.VALUE);
    case Op.MATCH_CLASS: {
      const top = stack[stack.length - 1];
      if (top !== Sort.NAMES && !isTuple(top)) return 'names are no tuple';
      return replace(stack, 3, Sort.VALUE);
    }
    case Op.IMPORT_NAME:
      return replace(stack, 2, Sort.VALUE);
    case Op.FOR_ITER:
      if (!isValue(stack[stack.length - 1])) return 'no iterator';
      jumped!.pop();
      stack.push(Sort.VALUE);
      return null;
    case Op.SEND:
      jumped!.pop();
      jumped!.push(Sort.VALUE);
      return replace(stack, 1, Sort.VALUE) ?? (isValue(stack[stack.length - 2]) ? null : 'no iterator');
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
      return popValues(stack, 1);
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
    case Op.POP_JUMP_IF_NONE:
    case Op.POP_JUMP_IF_NOT_NONE:
      jumped!.pop();
      return popValues(stack, 1);
    case Op.CHECK_EG_MATCH:
    case Op.PREP_RERAISE_STAR:
      return replaceExceptions(stack, op);
    case Op.GET_LEN:
    case Op.MATCH_MAPPING:
    case Op.MATCH_SEQUENCE:
    case Op.GET_ANEXT:
    case Op.IMPORT_FROM:
      if (!isValue(stack[stack.length - 1])) return 'no value';
      return push(stack, Sort.VALUE);
    default: {
      const problem = popValues(stack, pops);
      const pushes = typeof info.pushes === 'number' ? info.pushes : info.pushes(n);
      if (pushes > 1_000_000) return 'stack overflow';
      for (let i = 0; i < pushes; i++) stack.push(Sort.VALUE);
      return problem;
    }
  }
}

function isValue(sort: Sort | undefined): boolean {
  return sort !== undefined && sort >= Sort.VALUE && sort !== Sort.METHOD;
}

function isTuple(sort: Sort | undefined): boolean {
  return sort === Sort.TUPLE || sort === Sort.NAMES;
}

function push(stack: Sort[], sort: Sort): Problem {
  stack.push(sort);
  return null;
}

function popValues(stack: Sort[], count: number): Problem {
  for (let i = 0; i < count; i++) {
    if (!isValue(stack.pop())) return 'needs a value where there is none';
  }
  return null;
}

function replace(stack: Sort[], count: number, sort: Sort): Problem {
  return popValues(stack, count) ?? push(stack, sort);
}

function expect(stack: readonly Sort[], n: number, sort: Sort): Problem {
  if (stack.length < n) return 'stack underflow';
  return stack[stack.length - n] === sort ? null : 'wrong kind of collection';
}

function makeFunction(stack: Sort[], flags: number, pops: number): Problem {
  if (stack[stack.length - 1] !== Sort.CODE) return 'no code';
  const parts = stack.splice(stack.length - pops, pops);
  let at = 0;
  if ((flags & FunctionFlag.DEFAULTS) !== 0 && !isTuple(parts[at++])) return 'defaults are no tuple';
  if ((flags & FunctionFlag.KWDEFAULTS) !== 0 && parts[at++] !== Sort.DICT) return 'keyword defaults are no dictionary';
  if ((flags & FunctionFlag.ANNOTATIONS) !== 0 && !isTuple(parts[at++])) return 'annotations are no tuple';
  if ((flags & FunctionFlag.CLOSURE) !== 0 && parts[at] !== Sort.CELLS) return 'closure is no tuple of cells';
  return push(stack, Sort.VALUE);
}

/** `except*`: the exceptions, or None, stay where they are; the tested type or the list goes. */
function replaceExceptions(stack: Sort[], op: Op): Problem {
  if (op === Op.PREP_RERAISE_STAR && stack[stack.length - 1] !== Sort.LIST) return 'no list';
  const exception = stack[stack.length - 2];
  if (exception !== Sort.EXCEPTION && exception !== Sort.REGROUPED) return 'no exception';
  const problem = popValues(stack, 2);
  stack.push(Sort.REGROUPED);
  if (op === Op.CHECK_EG_MATCH) stack.push(Sort.REGROUPED);
  return problem;
}

/** The names of a call with keywords; that they are a constant and how many they are is checked by `verify`. */
function checkNames(stack: readonly Sort[]): Problem {
  return stack[stack.length - 1] === Sort.NAMES ? null : 'names are no constant tuple of strings';
}

function sortOfConstant(value: Constant): Sort {
  if (typeof value !== 'object' || value === null) return Sort.VALUE;
  if (value.type === 'code') return Sort.CODE;
  if (value.type !== 'tuple') return Sort.VALUE;
  return value.items.every((item) => typeof item === 'string') ? Sort.NAMES : Sort.TUPLE;
}
