/** The `function` type: attributes of functions, and how they become methods. Calling them is the VM's. */
import type { Interp } from './interp.ts';
import type { GetSetSpec, TypeSpec } from './native.ts';
import { PyCell } from './value.ts';
import type { Value } from './value.ts';
import { PyFunction } from './function.ts';
import { PyMethod } from './method.ts';
import { PyCode, codeObject } from './code.ts';
import { PyDict } from './dict.ts';
import { PyTuple, newTuple } from './tuple.ts';
import { compare } from './comparison.ts';
import { isClassAccess } from './class-access.ts';
import { instanceDict, replaceDict } from './instance.ts';
import { bindSignature, parseSignature } from './signature.ts';
import { attributeErrorWith, raiseNamed, typeError, valueError } from './raise.ts';
import { typeName } from './type-of.ts';
import { addressOf } from './address.ts';
import { asStr } from './unwrap.ts';

const NEW = parseSignature('code, globals, name=None, argdefs=None, closure=None');

function readOnly(get: (I: Interp, v: PyFunction) => Value): GetSetSpec {
  return { get, set: (I, v: PyFunction) => attributeErrorWith(I, 'readonly attribute', v, '') };
}

/** `__annotations__` as a dictionary: made from what MAKE_FUNCTION left on the first request. */
export function functionAnnotations(I: Interp, v: PyFunction): PyDict {
  const given = v.annotations;
  if (given instanceof PyDict) return given;
  const dict = new PyDict(I.types.dict);
  if (given !== null) for (let i = 0; i + 1 < given.length; i += 2) dict.setStr(I, given[i] as string, given[i + 1]!);
  v.annotations = dict;
  return dict;
}

/** An attribute that must be a str. */
function textAttribute(
  name: string,
  get: (v: PyFunction) => string,
  set: (v: PyFunction, text: string) => void,
): GetSetSpec {
  return {
    get: (_I, v: PyFunction) => get(v),
    set: (I, v: PyFunction, value) => {
      const text = value === undefined ? undefined : asStr(value);
      if (text === undefined) return typeError(I, `${name} must be set to a string object`);
      set(v, text);
      return true;
    },
  };
}

/** Makes a function of `code` over the globals that `run` was made for. Used by `types.FunctionType`; `def` has the VM's own way. */
function makeFunction(I: Interp, cls: any, args: Value[], kw: readonly string[] | null): Value | undefined {
  const bound = bindSignature(I, 'function', 'function', NEW, args, kw);
  if (bound === undefined) return undefined;
  const [code, globals, name, defaults, closure] = bound;
  if (!(code instanceof PyCode))
    return typeError(I, `function() argument 'code' must be code, not ${typeName(I, code)}`);
  if (!(globals instanceof PyDict))
    return typeError(I, `function() argument 'globals' must be dict, not ${typeName(I, globals)}`);
  if (name !== null && asStr(name) === undefined) return typeError(I, 'arg 3 (name) must be None or string');
  if (defaults !== null && !(defaults instanceof PyTuple))
    return typeError(I, 'arg 4 (defaults) must be None or tuple');
  const object = code.run.code;
  const free = object.freevars.length;
  if (!(closure instanceof PyTuple)) {
    if (free > 0 && closure === null) return typeError(I, 'arg 5 (closure) must be tuple');
    if (closure !== null) return typeError(I, 'arg 5 (closure) must be None or tuple');
  }
  const cells = closure instanceof PyTuple ? closure.items : [];
  if (cells.length !== free)
    return valueError(I, `${object.name} requires closure of length ${free}, not ${cells.length}`);
  for (const cell of cells) {
    if (!(cell instanceof PyCell)) return typeError(I, `arg 5 (closure) expected cell, found ${typeName(I, cell)}`);
  }
  const run = code.run.globals === globals ? code.run : I.runCodeFor(object, globals);
  const doc = object.hasDocstring ? (object.constants[0] as string) : null;
  const text = name === null ? object.name : asStr(name)!;
  const fn = new PyFunction(cls, run, text, object.qualname, doc, globals.getStr('__name__') ?? null);
  if (name !== null) fn.name = text;
  if (defaults !== null) fn.defaults = (defaults as PyTuple).items;
  if (free > 0) fn.closure = cells as readonly PyCell[];
  return fn;
}

export const FUNCTION_SPEC: TypeSpec = {
  name: 'function',
  doc: 'Create a function object.',
  isFinal: true,
  hasDict: true,
  slots: {
    repr: (I, v: PyFunction) => `<function ${v.qualname} at ${addressOf(I, v)}>`,
    call: (I, v: PyFunction, args, kw) => I.call(v, args, kw),
    descrGet: (I, v: PyFunction, obj, cls) => (isClassAccess(I, obj, cls) ? v : new PyMethod(I.types.method, v, obj)),
    new: makeFunction,
    visit: (v: PyFunction, visit) => {
      visit(v.code.pyCode);
      visit(v.code.globals);
      if (v.defaults !== null) v.defaults.forEach(visit);
      visit(v.kwdefaults);
      if (v.closure !== null) v.closure.forEach(visit);
      visit(v.doc);
      if (v.annotations instanceof PyDict) visit(v.annotations);
      else if (v.annotations !== null) v.annotations.forEach(visit);
    },
    sizeOf: (I) => 19 * I.memory.pointerBytes,
  },
  getset: {
    __code__: {
      get: (I, v: PyFunction) => codeObject(I.types.code, v.code),
      set: (I, v: PyFunction, value) => {
        if (!(value instanceof PyCode)) return typeError(I, '__code__ must be set to a code object');
        const wanted = value.run.code.freevars.length;
        const has = v.closure === null ? 0 : v.closure.length;
        if (wanted !== has)
          return valueError(I, `${v.name}() requires a code object with ${has} free vars, not ${wanted}`);
        v.code = value.run.globals === v.code.globals ? value.run : I.runCodeFor(value.run.code, v.code.globals);
        v.version++;
        return true;
      },
    },
    __defaults__: {
      get: (I, v: PyFunction) => (v.defaults === null ? null : newTuple(I, v.defaults)),
      set: (I, v: PyFunction, value) => {
        if (value !== undefined && value !== null && !(value instanceof PyTuple)) {
          return typeError(I, '__defaults__ must be set to a tuple object');
        }
        v.defaults = value === undefined || value === null ? null : value.items;
        v.version++;
        return true;
      },
    },
    __kwdefaults__: {
      get: (_I, v: PyFunction) => v.kwdefaults,
      set: (I, v: PyFunction, value) => {
        if (value !== undefined && value !== null && !(value instanceof PyDict)) {
          return typeError(I, '__kwdefaults__ must be set to a dict object');
        }
        v.kwdefaults = value === undefined || value === null ? null : value;
        v.version++;
        return true;
      },
    },
    __annotations__: {
      get: functionAnnotations,
      set: (I, v: PyFunction, value) => {
        if (value !== undefined && value !== null && !(value instanceof PyDict)) {
          return typeError(I, '__annotations__ must be set to a dict object');
        }
        v.annotations = value === undefined || value === null ? null : value;
        return true;
      },
    },
    __dict__: {
      get: (I, v: PyFunction) => instanceDict(I, v),
      set: (I, v: PyFunction, value) => {
        if (value === undefined) return typeError(I, 'cannot delete __dict__');
        if (!(value instanceof PyDict))
          return typeError(I, `__dict__ must be set to a dictionary, not a '${typeName(I, value)}'`);
        replaceDict(v, value);
        return true;
      },
    },
    __name__: textAttribute(
      '__name__',
      (v) => v.name,
      (v, text) => (v.name = text),
    ),
    __qualname__: textAttribute(
      '__qualname__',
      (v) => v.qualname,
      (v, text) => (v.qualname = text),
    ),
    __doc__: {
      get: (_I, v: PyFunction) => v.doc,
      set: (_I, v: PyFunction, value) => {
        v.doc = value === undefined ? null : value;
        return true;
      },
    },
    __module__: {
      get: (_I, v: PyFunction) => v.module,
      set: (_I, v: PyFunction, value) => {
        v.module = value === undefined ? null : value;
        return true;
      },
    },
    __globals__: readOnly((_I, v) => v.code.globals),
    __builtins__: readOnly((_I, v) => v.code.builtins),
    __closure__: readOnly((I, v) => (v.closure === null ? null : newTuple(I, v.closure))),
  },
};

/** A cell's `cell_contents` and comparison. */
export const CELL_SPEC: TypeSpec = {
  name: 'cell',
  isFinal: true,
  slots: {
    repr: (I, v: PyCell) =>
      v.v === undefined
        ? `<cell at ${addressOf(I, v)}: empty>`
        : `<cell at ${addressOf(I, v)}: ${typeName(I, v.v)} object at ${addressOf(I, v.v)}>`,
    // An empty cell is smaller than any other.
    compare: (I, op, a: PyCell, b) => {
      if (!(b instanceof PyCell)) return I.NotImplemented;
      if (a.v !== undefined && b.v !== undefined) return compare(I, op, a.v, b.v);
      return compare(I, op, a.v === undefined ? 0 : 1, b.v === undefined ? 0 : 1);
    },
    new: (I, cls, args, kw) => {
      if (kw !== null && kw.length > 0) return typeError(I, 'cell() takes no keyword arguments');
      if (args.length > 1) return typeError(I, `cell expected at most 1 argument, got ${args.length}`);
      return new PyCell(cls, args[0]);
    },
    visit: (v: PyCell, visit) => visit(v.v),
    sizeOf: (I) => 5 * I.memory.pointerBytes,
  },
  getset: {
    cell_contents: {
      get: (I, v: PyCell) => (v.v === undefined ? raiseNamed(I, 'ValueError', 'Cell is empty') : v.v),
      set: (_I, v: PyCell, value) => {
        v.v = value;
        return true;
      },
    },
  },
};
