/**
 * The exception tree: BaseException, and every built-in exception whose instances carry at most an attribute or two besides `args`. OSError,
 * SyntaxError, the Unicode errors and groups have files of their own; exception-tree.ts lists them all.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { noArgs, oneArg } from './native.ts';
import type { GetSetSpec, TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import { PyException } from './exception.ts';
import { PyTraceback } from './traceback.ts';
import { PyDict } from './dict.ts';
import { PyList, listAppend, newList } from './list.ts';
import { PyTuple, newTuple } from './tuple.ts';
import type { PyType } from './type.ts';
import { getOwn, instanceDict, ownNames, setOwn } from './instance.ts';
import { INSTANCE_DICT } from './instance-getset.ts';
import { visitStored } from './class-slots.ts';
import { collectItems } from './collect.ts';
import { repr, str } from './conversion.ts';
import { setAttr } from './attribute.ts';
import { joinParts } from './text-parts.ts';
import { typeError } from './raise.ts';
import { typeName } from './type-of.ts';
import { asStr } from './unwrap.ts';

type R = Value | undefined;

/** str() of an exception that has no text of its own: nothing, the only argument's, or the tuple's repr. */
export function exceptionStr(I: Interp, e: PyException): string | undefined {
  if (e.args.length === 0) return '';
  return e.args.length === 1 ? str(I, e.args[0]!) : repr(I, newTuple(I, e.args));
}

function exceptionRepr(I: Interp, e: PyException): string | undefined {
  if (e.args.length === 0) return `${e.cls.name}()`;
  const only = e.args[0]!;
  if (e.args.length === 1) {
    if (typeof only === 'string') return `${e.cls.name}(${repr(I, only)})`;
    return joinParts(I, [`${e.cls.name}(`, ['repr', only], ')']);
  }
  return joinParts(I, [e.cls.name, ['repr', newTuple(I, e.args)]]);
}

/** Slot `new` of the tree: the arguments are kept whatever `__init__` does with them. */
export function exceptionNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): PyException {
  const e = cls.allocate!(I, cls) as PyException;
  e.args = kw === null ? args : args.slice(0, args.length - kw.length);
  I.bytesLeft -= 10 * I.memory.pointerBytes;
  return e;
}

/** Slot `init` of exceptions without attributes of their own. */
export function exceptionInit(
  I: Interp,
  e: PyException,
  args: Value[],
  kw: readonly string[] | null,
): null | undefined {
  if (kw !== null && kw.length > 0) return typeError(I, `${e.cls.name}() takes no keyword arguments`);
  e.args = args;
  return null;
}

/** Splits keyword arguments `allowed` off; returns their values, or undefined after TypeError. Sets `e.args` to the rest. */
export function takeKeywords(
  I: Interp,
  e: PyException,
  name: string,
  allowed: readonly string[],
  args: readonly Value[],
  kw: readonly string[] | null,
): (Value | undefined)[] | undefined {
  const nkw = kw === null ? 0 : kw.length;
  e.args = nkw === 0 ? args : args.slice(0, args.length - nkw);
  const found: (Value | undefined)[] = allowed.map(() => undefined);
  for (let i = 0; i < nkw; i++) {
    const at = allowed.indexOf(kw![i]!);
    if (at < 0) return typeError(I, `'${kw![i]}' is an invalid keyword argument for ${name}()`);
    found[at] = args[args.length - nkw + i];
  }
  return found;
}

/** An attribute that reads `fields[index]`, None while unset. */
export function fieldAttribute(index: number, doc?: string): GetSetSpec {
  return {
    doc,
    get: (_I, e: PyException) => e.fields![index] ?? null,
    set: (_I, e: PyException, value) => {
      e.fields![index] = value;
      return true;
    },
  };
}

/** Allocator of a family with `count` fields. */
export function withFields(count: number): NonNullable<TypeSpec['allocate']> {
  return (_I, cls) => new PyException(cls, [], new Array(count).fill(undefined));
}

/** What `__reduce__` returns; `state` null: only if there are attributes. */
export function reduceWith(I: Interp, e: PyException, args: readonly Value[], state: PyDict | null): Value {
  const hasDict = ownNames(e).length > 0 || (e.shape !== null && e.shape.isDict);
  const full = state ?? (hasDict ? instanceDict(I, e) : null);
  const items: Value[] = [e.cls, newTuple(I, args)];
  if (full !== null) items.push(full);
  return newTuple(I, items);
}

function chained(name: 'cause' | 'context'): GetSetSpec {
  return {
    get: (_I, e: PyException) => e[name],
    set: (I, e: PyException, value) => {
      if (value === undefined) return typeError(I, `__${name}__ may not be deleted`);
      if (value !== null && !(value instanceof PyException)) {
        return typeError(I, `exception ${name} must be None or derive from BaseException`);
      }
      e[name] = value;
      if (name === 'cause') e.suppressContext = true;
      return true;
    },
  };
}

function setTraceback(I: Interp, e: PyException, value: Value | undefined): true | undefined {
  if (value === undefined) return typeError(I, '__traceback__ may not be deleted');
  if (value !== null && !(value instanceof PyTraceback))
    return typeError(I, '__traceback__ must be a traceback or None');
  e.traceback = value;
  return true;
}

/** r = [delivered items, exception]. */
export const SET_ARGS_KIND = new NativeKind('exception.setArgs', (_I: Interp, f: Frame) => {
  f.r[1].args = f.r[0];
  return true;
});

/** r = [delivered, exception, names, values, next]: sets the attributes of a saved state. */
export const SET_STATE_KIND = new NativeKind('exception.setState', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    if (r[4] >= r[2].length) return null;
    const i = r[4]++;
    r[0] = undefined;
    if (setAttr(I, r[1], r[2][i], r[3][i]) === undefined) return undefined;
  }
});

function setState(I: Interp, e: PyException, state: Value): R {
  if (state === null) return null;
  if (!(state instanceof PyDict)) return typeError(I, 'state is not a dictionary');
  const names = state.strKeys();
  const values = names.map((name) => state.getStr(name)!);
  return I.enter(SET_STATE_KIND, [undefined, e, names, values, 0]);
}

const EXCEPTION_DICT: GetSetSpec = {
  doc: INSTANCE_DICT.doc,
  get: INSTANCE_DICT.get,
  set: (I, e: PyException, value) =>
    value === undefined ? typeError(I, 'cannot delete __dict__') : INSTANCE_DICT.set!(I, e, value),
};

export const BASE_EXCEPTION_SPEC: TypeSpec = {
  name: 'BaseException',
  doc: 'Common base class for all exceptions',
  hasDict: true,
  slots: {
    repr: exceptionRepr,
    str: exceptionStr,
    new: exceptionNew,
    init: exceptionInit,
    visit: (e: PyException, visit) => {
      e.args.forEach(visit);
      visit(e.traceback);
      visit(e.cause);
      visit(e.context);
      if (e.fields !== null) for (const v of e.fields) if (v !== undefined) visit(v);
      visitStored(e, visit);
    },
    sizeOf: (I, e: PyException) => (11 + (e.fields === null ? 0 : e.fields.length)) * I.memory.pointerBytes,
  },
  methods: {
    with_traceback: oneArg(
      (I, e: PyException, tb) => (setTraceback(I, e, tb) === undefined ? undefined : e),
      'Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.',
    ),
    add_note: oneArg((I, e: PyException, note) => {
      if (asStr(note) === undefined) return typeError(I, `note must be a str, not '${typeName(I, note)}'`);
      const notes = getOwn(e, '__notes__');
      if (notes === undefined) setOwn(I, e, '__notes__', newList(I, [note]));
      else if (!(notes instanceof PyList)) return typeError(I, 'Cannot add note: __notes__ is not a list');
      else if (listAppend(I, notes, note) === undefined) return undefined;
      return null;
    }, 'Exception.add_note(note) --\n    add a note to the exception'),
    __setstate__: oneArg(setState),
    __reduce__: noArgs((I, e: PyException) => reduceWith(I, e, e.args, null)),
  },
  getset: {
    args: {
      get: (I, e: PyException) => newTuple(I, e.args),
      set: (I, e: PyException, value) => {
        if (value === undefined) return typeError(I, 'args may not be deleted');
        if (value instanceof PyTuple) {
          e.args = value.items;
          return true;
        }
        const entry = I.frame;
        const items = collectItems(I, value);
        if (items === undefined) return I.then(entry, SET_ARGS_KIND, [undefined, e]);
        e.args = items;
        return true;
      },
    },
    __traceback__: { get: (_I, e: PyException) => e.traceback, set: setTraceback },
    __context__: chained('context'),
    __cause__: chained('cause'),
    __suppress_context__: {
      get: (_I, e: PyException) => e.suppressContext,
      set: (I, e: PyException, value) => {
        if (value === undefined) return typeError(I, "can't delete numeric/char attribute");
        if (typeof value !== 'boolean') return typeError(I, 'attribute value type must be bool');
        e.suppressContext = value;
        return true;
      },
    },
    __dict__: EXCEPTION_DICT,
  },
  allocate: (_I, cls) => new PyException(cls, [], null),
  kinds: [SET_ARGS_KIND, SET_STATE_KIND],
};

const simple = (name: string, base: TypeSpec, doc: string): TypeSpec => ({ name, base, doc });

export const EXCEPTION_SPEC = simple(
  'Exception',
  BASE_EXCEPTION_SPEC,
  'Common base class for all non-exit exceptions.',
);
export const LOOKUP_ERROR_SPEC = simple('LookupError', EXCEPTION_SPEC, 'Base class for lookup errors.');
export const VALUE_ERROR_SPEC = simple('ValueError', EXCEPTION_SPEC, 'Inappropriate argument value (of correct type).');
const ARITHMETIC_ERROR_SPEC = simple('ArithmeticError', EXCEPTION_SPEC, 'Base class for arithmetic errors.');
const RUNTIME_ERROR_SPEC = simple('RuntimeError', EXCEPTION_SPEC, 'Unspecified run-time error.');
const WARNING_SPEC = simple('Warning', EXCEPTION_SPEC, 'Base class for warning categories.');

export const SYSTEM_EXIT_SPEC: TypeSpec = {
  name: 'SystemExit',
  base: BASE_EXCEPTION_SPEC,
  doc: 'Request to exit from the interpreter.',
  slots: {
    init: (I, e: PyException, args, kw) => {
      if (exceptionInit(I, e, args, kw) === undefined) return undefined;
      e.fields![0] = args.length === 0 ? undefined : args.length === 1 ? args[0] : newTuple(I, args.slice());
      return null;
    },
  },
  getset: { code: fieldAttribute(0, 'exception code') },
  allocate: withFields(1),
};

const STOP_ITERATION_SPEC: TypeSpec = {
  name: 'StopIteration',
  base: EXCEPTION_SPEC,
  doc: 'Signal the end from iterator.__next__().',
  slots: {
    init: (I, e: PyException, args, kw) => {
      if (exceptionInit(I, e, args, kw) === undefined) return undefined;
      e.fields![0] = args.length > 0 ? args[0] : null;
      return null;
    },
  },
  getset: { value: fieldAttribute(0, 'generator return value') },
  allocate: withFields(1),
};

const KEY_ERROR_SPEC: TypeSpec = {
  name: 'KeyError',
  base: LOOKUP_ERROR_SPEC,
  doc: 'Mapping key not found.',
  slots: { str: (I, e: PyException) => (e.args.length === 1 ? repr(I, e.args[0]!) : exceptionStr(I, e)) },
};

/** fields: name. */
const NAME_ERROR_SPEC: TypeSpec = {
  name: 'NameError',
  base: EXCEPTION_SPEC,
  doc: 'Name not found globally.',
  slots: {
    init: (I, e: PyException, args, kw) => {
      const given = takeKeywords(I, e, 'NameError', ['name'], args, kw);
      if (given === undefined) return undefined;
      e.fields![0] = given[0];
      return null;
    },
  },
  getset: { name: fieldAttribute(0, 'name') },
  allocate: withFields(1),
};

/** fields: name, obj. */
const ATTRIBUTE_ERROR_SPEC: TypeSpec = {
  name: 'AttributeError',
  base: EXCEPTION_SPEC,
  doc: 'Attribute not found.',
  slots: {
    init: (I, e: PyException, args, kw) => {
      const given = takeKeywords(I, e, 'AttributeError', ['name', 'obj'], args, kw);
      if (given === undefined) return undefined;
      e.fields![0] = given[0];
      e.fields![1] = given[1];
      return null;
    },
  },
  getset: { name: fieldAttribute(0, 'attribute name'), obj: fieldAttribute(1, 'object') },
  allocate: withFields(2),
};

/** fields: msg, name, path. */
export const IMPORT_ERROR_SPEC: TypeSpec = {
  name: 'ImportError',
  base: EXCEPTION_SPEC,
  doc: "Import can't find module, or can't find name in module.",
  slots: {
    str: (I, e: PyException) => (typeof e.fields![0] === 'string' ? e.fields![0] : exceptionStr(I, e)),
    init: (I, e: PyException, args, kw) => {
      const given = takeKeywords(I, e, 'ImportError', ['name', 'path'], args, kw);
      if (given === undefined) return undefined;
      e.fields![0] = e.args.length === 1 ? e.args[0] : undefined;
      e.fields![1] = given[0];
      e.fields![2] = given[1];
      return null;
    },
  },
  methods: {
    __reduce__: noArgs((I, e: PyException) => {
      const [, name, path] = e.fields!;
      if (name === undefined && path === undefined) return reduceWith(I, e, e.args, null);
      const state = new PyDict(I.types.dict);
      for (const own of ownNames(e)) state.setStr(I, own, getOwn(e, own)!);
      if (name !== undefined) state.setStr(I, 'name', name);
      if (path !== undefined) state.setStr(I, 'path', path);
      return reduceWith(I, e, e.args, state);
    }),
  },
  getset: {
    msg: fieldAttribute(0, 'exception message'),
    name: fieldAttribute(1, 'module name'),
    path: fieldAttribute(2, 'module path'),
  },
  allocate: withFields(3),
};

/** Every exception of this file but BaseException itself; bases come before what derives from them. */
export const PLAIN_EXCEPTION_SPECS: readonly TypeSpec[] = [
  EXCEPTION_SPEC,
  SYSTEM_EXIT_SPEC,
  { name: 'TaskletExit', base: SYSTEM_EXIT_SPEC, doc: 'Raised in a tasklet to end it silently.' },
  simple('KeyboardInterrupt', BASE_EXCEPTION_SPEC, 'Program interrupted by user.'),
  simple('GeneratorExit', BASE_EXCEPTION_SPEC, 'Request that a generator exit.'),
  STOP_ITERATION_SPEC,
  simple('StopAsyncIteration', EXCEPTION_SPEC, 'Signal the end from iterator.__anext__().'),
  simple('TypeError', EXCEPTION_SPEC, 'Inappropriate argument type.'),
  VALUE_ERROR_SPEC,
  ARITHMETIC_ERROR_SPEC,
  simple('FloatingPointError', ARITHMETIC_ERROR_SPEC, 'Floating point operation failed.'),
  simple('OverflowError', ARITHMETIC_ERROR_SPEC, 'Result too large to be represented.'),
  simple('ZeroDivisionError', ARITHMETIC_ERROR_SPEC, 'Second argument to a division or modulo operation was zero.'),
  LOOKUP_ERROR_SPEC,
  simple('IndexError', LOOKUP_ERROR_SPEC, 'Sequence index out of range.'),
  KEY_ERROR_SPEC,
  NAME_ERROR_SPEC,
  simple('UnboundLocalError', NAME_ERROR_SPEC, 'Local name referenced but not bound to a value.'),
  ATTRIBUTE_ERROR_SPEC,
  IMPORT_ERROR_SPEC,
  simple('ModuleNotFoundError', IMPORT_ERROR_SPEC, 'Module not found.'),
  RUNTIME_ERROR_SPEC,
  simple('RecursionError', RUNTIME_ERROR_SPEC, 'Recursion limit exceeded.'),
  simple('NotImplementedError', RUNTIME_ERROR_SPEC, "Method or function hasn't been implemented yet."),
  simple('AssertionError', EXCEPTION_SPEC, 'Assertion failed.'),
  simple('EOFError', EXCEPTION_SPEC, 'Read beyond end of file.'),
  simple('BufferError', EXCEPTION_SPEC, 'Buffer error.'),
  simple('MemoryError', EXCEPTION_SPEC, 'Out of memory.'),
  simple('ReferenceError', EXCEPTION_SPEC, 'Weak ref proxy used after referent went away.'),
  simple('SystemError', EXCEPTION_SPEC, 'Internal error in the Python interpreter.'),
  WARNING_SPEC,
  simple('UserWarning', WARNING_SPEC, 'Base class for warnings generated by user code.'),
  simple('DeprecationWarning', WARNING_SPEC, 'Base class for warnings about deprecated features.'),
  simple(
    'PendingDeprecationWarning',
    WARNING_SPEC,
    'Base class for warnings about features which will be deprecated in the future.',
  ),
  simple('SyntaxWarning', WARNING_SPEC, 'Base class for warnings about dubious syntax.'),
  simple('RuntimeWarning', WARNING_SPEC, 'Base class for warnings about dubious runtime behavior.'),
  simple(
    'FutureWarning',
    WARNING_SPEC,
    'Base class for warnings about constructs that will change semantically in the future.',
  ),
  simple('ImportWarning', WARNING_SPEC, 'Base class for warnings about probable mistakes in module imports'),
  simple('UnicodeWarning', WARNING_SPEC, 'Base class for warnings about Unicode related problems.'),
  simple('BytesWarning', WARNING_SPEC, 'Base class for warnings about bytes and buffer related problems.'),
  simple('ResourceWarning', WARNING_SPEC, 'Base class for warnings about resource usage.'),
  simple('EncodingWarning', WARNING_SPEC, 'Base class for warnings about encodings.'),
];
