/** OSError and its subclasses. fields: errno, strerror, filename, filename2, characters_written. */
import type { Interp } from './interp.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import { osErrorType } from './exception.ts';
import type { PyException } from './exception.ts';
import type { PyType } from './type.ts';
import { EXCEPTION_SPEC, exceptionStr, fieldAttribute, reduceWith, withFields } from './exception-types.ts';
import { joinParts } from './text-parts.ts';
import { asInt } from './unwrap.ts';
import { attributeErrorWith, typeError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';

/** A subclass that overrides `__init__` but not `__new__` gets its arguments in `__init__`. */
function usesInit(type: PyType): boolean {
  return type.slots.init !== init && type.slots.new === create;
}

function create(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): Value | undefined {
  if (usesInit(cls)) return cls.allocate!(I, cls);
  if (kw !== null && kw.length > 0) return typeError(I, `${cls.name}() takes no keyword arguments`);
  let type = cls;
  if (cls === I.types.exceptions.OSError && args.length >= 2 && args.length <= 5) type = osErrorType(I, args[0]!);
  const e = type.allocate!(I, type) as PyException;
  I.bytesLeft -= 15 * I.memory.pointerBytes;
  return setUp(I, e, args) === undefined ? undefined : e;
}

function init(I: Interp, e: PyException, args: Value[], kw: readonly string[] | null): null | undefined {
  // `makeException` comes here without `__new__`: errno is unset then.
  if (!usesInit(e.cls) && !e.cls.isBuiltin) return null;
  if (kw !== null && kw.length > 0) return typeError(I, `${e.cls.name}() takes no keyword arguments`);
  return setUp(I, e, args) === undefined ? undefined : null;
}

function setUp(I: Interp, e: PyException, args: readonly Value[]): true | undefined {
  const fields = e.fields!;
  e.args = args;
  if (args.length < 2 || args.length > 5) return true;
  fields[0] = args[0];
  fields[1] = args[1];
  const filename = args[2];
  if (filename === undefined || filename === null) return true;
  if (e.cls === I.types.exceptions.BlockingIOError && isNumber(I, filename)) {
    const written = asInt(filename);
    if (written === undefined)
      return typeError(I, `'${typeName(I, filename)}' object cannot be interpreted as an integer`);
    fields[4] = written;
    return true;
  }
  fields[2] = filename;
  if (args[4] !== undefined && args[4] !== null) fields[3] = args[4];
  e.args = args.slice(0, 2);
  return true;
}

function isNumber(I: Interp, v: Value): boolean {
  const slots = typeOf(I, v).slots;
  return slots.index !== null || slots.int !== null || slots.float !== null;
}

export const OS_ERROR_SPEC: TypeSpec = {
  name: 'OSError',
  base: EXCEPTION_SPEC,
  doc: 'Base class for I/O related errors.',
  slots: {
    new: create,
    init,
    str: (I, e: PyException) => {
      const [errno, strerror, filename, filename2] = e.fields!;
      if (filename !== undefined && filename !== null) {
        const start = [
          '[Errno ',
          ['str', errno ?? null],
          '] ',
          ['str', strerror ?? null],
          ': ',
          ['repr', filename],
        ] as const;
        return joinParts(
          I,
          filename2 === undefined || filename2 === null ? start : [...start, ' -> ', ['repr', filename2]],
        );
      }
      if (errno !== undefined && strerror !== undefined)
        return joinParts(I, ['[Errno ', ['str', errno], '] ', ['str', strerror]]);
      return exceptionStr(I, e);
    },
  },
  methods: {
    __reduce__: noArgs((I, e: PyException) => {
      const [, , filename, filename2] = e.fields!;
      if (e.args.length !== 2 || filename === undefined) return reduceWith(I, e, e.args, null);
      const args = filename2 === undefined ? [...e.args, filename] : [...e.args, filename, null, filename2];
      return reduceWith(I, e, args, null);
    }),
  },
  getset: {
    errno: fieldAttribute(0, 'POSIX exception code'),
    strerror: fieldAttribute(1, 'exception strerror'),
    filename: fieldAttribute(2, 'exception filename'),
    filename2: fieldAttribute(3, 'second exception filename'),
    characters_written: {
      get: (I, e: PyException) => e.fields![4] ?? attributeErrorWith(I, 'characters_written', e, 'characters_written'),
      set: (I, e: PyException, value) => {
        if (value === undefined) {
          if (e.fields![4] === undefined) return attributeErrorWith(I, 'characters_written', e, 'characters_written');
          e.fields![4] = undefined;
          return true;
        }
        const n = asInt(value);
        if (n === undefined) return typeError(I, `'${typeName(I, value)}' object cannot be interpreted as an integer`);
        e.fields![4] = n;
        return true;
      },
    },
  },
  allocate: withFields(5),
};

const sub = (name: string, doc: string, base: TypeSpec = OS_ERROR_SPEC): TypeSpec => ({ name, base, doc });
const CONNECTION_ERROR_SPEC = sub('ConnectionError', 'Connection error.');

export const OS_ERROR_SPECS: readonly TypeSpec[] = [
  OS_ERROR_SPEC,
  sub('BlockingIOError', 'I/O operation would block.'),
  sub('ChildProcessError', 'Child process error.'),
  CONNECTION_ERROR_SPEC,
  sub('BrokenPipeError', 'Broken pipe.', CONNECTION_ERROR_SPEC),
  sub('ConnectionAbortedError', 'Connection aborted.', CONNECTION_ERROR_SPEC),
  sub('ConnectionRefusedError', 'Connection refused.', CONNECTION_ERROR_SPEC),
  sub('ConnectionResetError', 'Connection reset.', CONNECTION_ERROR_SPEC),
  sub('FileExistsError', 'File already exists.'),
  sub('FileNotFoundError', 'File not found.'),
  sub('InterruptedError', 'Interrupted by signal.'),
  sub('IsADirectoryError', "Operation doesn't work on directories."),
  sub('NotADirectoryError', 'Operation only works on directories.'),
  sub('PermissionError', 'Not enough permissions.'),
  sub('ProcessLookupError', 'Process not found.'),
  sub('TimeoutError', 'Timeout expired.'),
];
