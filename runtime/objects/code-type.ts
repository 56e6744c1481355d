/** The `code` type: what Python sees of a code object. */
import type { Interp } from './interp.ts';
import { noArgs, raw } from './native.ts';
import type { GetSetSpec, TypeSpec } from './native.ts';
import { CodeObject } from '../bytecode/code-object.ts';
import type { Constant } from '../bytecode/code-object.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import { PyCode, codeObject } from './code.ts';
import { newTuple } from './tuple.ts';
import { PyBytes, PyComplex } from './scalar-payload.ts';
import { attributeErrorWith, typeError } from './raise.ts';
import { addressOf } from './address.ts';
import { asInt, asStr } from './unwrap.ts';
import { typeName } from './type-of.ts';
import { frozenSetOfConstants } from './set-operations.ts';
import { positionOf } from '../bytecode/line-table.ts';
import { newList } from './list.ts';
import { iter } from './iteration.ts';

function attribute(get: (I: Interp, code: CodeObject, v: PyCode) => Value): GetSetSpec {
  return {
    get: (I, v: PyCode) => get(I, v.run.code, v),
    set: (I, v: PyCode) => attributeErrorWith(I, 'readonly attribute', v, ''),
  };
}

const names = (get: (code: CodeObject) => readonly string[]): GetSetSpec =>
  attribute((I, code) => newTuple(I, get(code)));

export const CODE_SPEC: TypeSpec = {
  name: 'code',
  isFinal: true,
  doc: 'A code object: the compiled form of a module, class or function body.',
  slots: {
    repr: (I, v: PyCode) => {
      const code = v.run.code;
      return `<code object ${code.name} at ${addressOf(I, v)}, file "${code.filename}", line ${code.firstLineno || -1}>`;
    },
    compare: (I, op, a: PyCode, b) => {
      if ((op !== 2 && op !== 3) || !(b instanceof PyCode)) return I.NotImplemented;
      return (a === b || sameCode(a.run.code, b.run.code)) === (op === 2);
    },
    hash: (_I, v: PyCode) => {
      const code = v.run.code;
      let h = code.argcount * 31 + code.ops.length * 17 + code.firstLineno;
      for (let i = 0; i < code.name.length; i++) h = (h * 33 + code.name.charCodeAt(i)) | 0;
      return h === -1 ? -2 : h;
    },
    sizeOf: (I, v: PyCode) => 22 * I.memory.pointerBytes + v.run.code.ops.length * 2 + v.run.code.lineTable.length,
  },
  methods: {
    replace: raw((I, v: PyCode, args, kw) => {
      const nkw = kw === null ? 0 : kw.length;
      if (args.length > nkw)
        return typeError(I, `replace() takes 0 positional arguments but ${args.length - nkw} was given`);
      return replaceCode(I, v, kw ?? [], args);
    }),
    co_positions: noArgs((I, v: PyCode) => {
      const code = v.run.code;
      const rows: Value[] = [];
      for (let pc = 0; pc < code.ops.length; pc++) {
        const { lineno, endLineno, col, endCol } = positionOf(code, pc);
        rows.push(
          newTuple(
            I,
            [lineno, endLineno, col, endCol].map((n) => (n < 0 ? null : n)),
          ),
        );
      }
      return iter(I, newList(I, rows));
    }),
    co_lines: noArgs((I, v: PyCode) => {
      const code = v.run.code;
      const rows: Value[] = [];
      let start = 0;
      for (let pc = 1; pc <= code.ops.length; pc++) {
        const line = positionOf(code, start).lineno;
        if (pc < code.ops.length && positionOf(code, pc).lineno === line) continue;
        rows.push(newTuple(I, [2 * start, 2 * pc, line < 0 ? null : line]));
        start = pc;
      }
      return iter(I, newList(I, rows));
    }),
  },
  getset: {
    co_name: attribute((_I, code) => code.name),
    co_qualname: attribute((_I, code) => code.qualname),
    co_filename: attribute((_I, code) => code.filename),
    co_firstlineno: attribute((_I, code) => code.firstLineno),
    co_flags: attribute((_I, code) => code.flags),
    co_argcount: attribute((_I, code) => code.argcount),
    co_posonlyargcount: attribute((_I, code) => code.posonlyargcount),
    co_kwonlyargcount: attribute((_I, code) => code.kwonlyargcount),
    co_nlocals: attribute((_I, code) => code.varnames.length),
    co_stacksize: attribute((_I, code) => code.stackSize),
    co_varnames: names((code) => code.varnames),
    co_cellvars: names((code) => code.cellvars),
    co_freevars: names((code) => code.freevars),
    co_names: names((code) => code.names),
    co_consts: attribute((I, code, v) =>
      newTuple(
        I,
        code.constants.map((c) => constantValue(I, v, c)),
      ),
    ),
    co_code: attribute((I, code) => new PyBytes(I.types.bytes, interleaved(code))),
    co_linetable: attribute((I, code) => new PyBytes(I.types.bytes, code.lineTable.slice())),
    co_exceptiontable: attribute(
      (I, code) => new PyBytes(I.types.bytes, new Uint8Array(code.exceptionTable.slice().buffer)),
    ),
  },
};

/** Same code, whatever the file: names, flags, instructions and constants. */
function sameCode(a: CodeObject, b: CodeObject): boolean {
  return (
    a.name === b.name &&
    a.flags === b.flags &&
    a.firstLineno === b.firstLineno &&
    a.argcount === b.argcount &&
    a.posonlyargcount === b.posonlyargcount &&
    a.kwonlyargcount === b.kwonlyargcount &&
    sameItems(a.ops, b.ops) &&
    sameItems(a.args, b.args) &&
    sameItems(a.names, b.names) &&
    sameItems(a.varnames, b.varnames) &&
    sameItems(a.freevars, b.freevars) &&
    sameItems(a.cellvars, b.cellvars) &&
    a.constants.length === b.constants.length &&
    a.constants.every((c, i) => sameConstant(c, b.constants[i]!))
  );
}

function sameItems<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameConstant(a: Constant, b: Constant): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return Object.is(a, b);
  if (a.type === 'code') return b.type === 'code' && sameCode(a, b);
  if (a.type === 'tuple' || a.type === 'frozenset') {
    return (
      a.type === b.type &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => sameConstant(item, b.items[i]!))
    );
  }
  if (a.type === 'bytes') return b.type === 'bytes' && sameItems(a.value, b.value);
  if (a.type === 'float') return b.type === 'float' && Object.is(a.value, b.value);
  if (a.type === 'complex') return b.type === 'complex' && Object.is(a.real, b.real) && Object.is(a.imag, b.imag);
  return a.type === b.type;
}

/** Opcode and low operand byte by turns: stable bytes for those who hash or count them. Compact code is not CPython's. */
function interleaved(code: CodeObject): Uint8Array {
  const out = new Uint8Array(code.ops.length * 2);
  for (let i = 0; i < code.ops.length; i++) {
    out[2 * i] = code.ops[i]!;
    out[2 * i + 1] = code.args[i]! & 255;
  }
  return out;
}

function constantValue(I: Interp, owner: PyCode, c: Constant): Value {
  if (c === null || typeof c !== 'object') return c;
  if (c instanceof CodeObject) return codeObject(I.types.code, I.runCodeFor(c, owner.run.globals));
  switch (c.type) {
    case 'float':
      return new PyFloat(c.value);
    case 'bytes':
      return new PyBytes(I.types.bytes, c.value);
    case 'ellipsis':
      return I.Ellipsis;
    case 'complex':
      return new PyComplex(I.types.complex, c.real, c.imag);
    case 'tuple':
      return newTuple(
        I,
        c.items.map((item) => constantValue(I, owner, item)),
      );
    case 'frozenset':
      return frozenSetOfConstants(
        I,
        c.items.map((item) => constantValue(I, owner, item)),
      );
  }
}

const TEXT_FIELDS: Record<string, string> = { co_name: 'name', co_qualname: 'qualname', co_filename: 'filename' };
const INT_FIELDS: Record<string, string> = { co_firstlineno: 'firstLineno', co_flags: 'flags' };

/** `code.replace(co_name=..., ...)`: names, file, first line and flags. The rest is compact code that Python cannot make. */
function replaceCode(I: Interp, v: PyCode, keywords: readonly string[], values: readonly Value[]): Value | undefined {
  const code: any = v.run.code;
  const changed: any = {};
  for (let i = 0; i < keywords.length; i++) {
    const name = keywords[i]!;
    const value = values[i]!;
    if (TEXT_FIELDS[name] !== undefined) {
      const text = asStr(value);
      if (text === undefined)
        return typeError(I, `replace() argument '${name}' must be str, not ${typeName(I, value)}`);
      changed[TEXT_FIELDS[name]!] = text;
    } else if (INT_FIELDS[name] !== undefined) {
      const n = asInt(value);
      if (n === undefined) return typeError(I, `'${typeName(I, value)}' object cannot be interpreted as an integer`);
      changed[INT_FIELDS[name]!] = Number(n);
    } else return typeError(I, `'${name}' is an invalid keyword argument for replace()`);
  }
  const get = (field: string): any => changed[field] ?? code[field];
  const made = new CodeObject(
    get('name'),
    get('qualname'),
    get('filename'),
    get('firstLineno'),
    get('flags'),
    code.argcount,
    code.posonlyargcount,
    code.kwonlyargcount,
    code.varnames,
    code.cellvars,
    code.freevars,
    code.names,
    code.constants,
    code.ops,
    code.args,
    code.exceptionTable,
    code.lineTable,
    code.stackSize,
    code.hasDocstring,
  );
  return codeObject(I.types.code, I.runCodeFor(made, v.run.globals));
}
