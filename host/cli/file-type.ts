/** The Python faces of open files: `open()`, TextIOWrapper-like and BufferedReader-like objects. See open-file.ts. */
import {
  asBuffer,
  asInt,
  asStr,
  bound,
  CONTINUE,
  decodeBytes,
  encodeText,
  FoldSpec,
  foldIterable,
  newList,
  noArgs,
  oneArg,
  osError,
  PyBytes,
  PyNative,
  PyObject,
  someArgs,
  STOP,
  typeError,
  typeName,
  valueError,
} from '../../runtime/index.ts';
import type { Interp, Session, TypeSpec, Value } from '../../runtime/index.ts';
import { OpenFile } from './open-file.ts';

type R = Value | undefined;

class PyFile extends PyObject {
  file!: OpenFile;
  mode = 'r';
  /** null: bytes. */
  encoding: string | null = null;
  errors = 'strict';
  /** Translates `\r\n` and `\r` on reading. */
  isUniversal = true;
}

/** Linux names of the errors that files give. */
const MESSAGES: Readonly<Record<string, readonly [number, string]>> = {
  ENOENT: [2, 'No such file or directory'],
  EACCES: [13, 'Permission denied'],
  EEXIST: [17, 'File exists'],
  ENOTDIR: [20, 'Not a directory'],
  EISDIR: [21, 'Is a directory'],
  ENOSPC: [28, 'No space left on device'],
  EROFS: [30, 'Read-only file system'],
};

/** Performs an operation of the disk; its failure is an OSError. */
function onDisk<T>(I: Interp, name: string, operation: () => T): T | undefined {
  try {
    return operation();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'EIO';
    const [errno, message] = MESSAGES[code] ?? [5, 'Input/output error'];
    return osError(I, errno, message, name);
  }
}

function checkOpen(I: Interp, f: PyFile): true | undefined {
  return f.file.isClosed ? valueError(I, 'I/O operation on closed file.') : true;
}

function checkReadable(I: Interp, f: PyFile): true | undefined {
  if (checkOpen(I, f) === undefined) return undefined;
  return f.file.isReadable ? true : unsupported(I, 'not readable');
}

function unsupported(I: Interp, message: string): undefined {
  return I.raiseNew(I.types.exceptions.OSError, message);
}

/** The value that a script gets for `bytes`. */
function toValue(I: Interp, f: PyFile, bytes: Uint8Array): R {
  if (f.encoding === null) return new PyBytes(I.types.bytes, bytes.slice());
  const text = decodeBytes(I, bytes, f.encoding, f.errors);
  if (text === undefined || !f.isUniversal || !text.includes('\r')) return text;
  return text.replace(/\r\n?/g, '\n');
}

function read(I: Interp, f: PyFile, args: Value[]): R {
  if (checkReadable(I, f) === undefined) return undefined;
  const count = args.length === 0 || args[0] === null ? -1 : Number(asInt(args[0]) ?? -1);
  if (count < 0 || f.encoding === null) {
    const bytes = onDisk(I, f.file.name, () => f.file.read(count));
    return bytes === undefined ? undefined : toValue(I, f, bytes);
  }
  // Characters: take bytes until there are enough whole ones.
  const from = f.file.position;
  const bytes = onDisk(I, f.file.name, () => f.file.read(count * 4));
  if (bytes === undefined) return undefined;
  const text = decodeBytes(I, bytes, f.encoding, 'ignore');
  if (text === undefined) return undefined;
  const taken = Array.from(text).slice(0, count).join('');
  const length = encodeText(I, taken, f.encoding, 'strict')?.length ?? bytes.length;
  f.file.position = from + length;
  return toValue(I, f, bytes.subarray(0, length));
}

function nextLine(I: Interp, f: PyFile): R {
  const bytes = onDisk(I, f.file.name, () => f.file.readLine());
  return bytes === undefined ? undefined : toValue(I, f, bytes);
}

function isEmpty(line: Value): boolean {
  return line === '' || (line instanceof PyBytes && line.data.length === 0);
}

function readLines(I: Interp, f: PyFile): R {
  if (checkReadable(I, f) === undefined) return undefined;
  const lines: Value[] = [];
  for (;;) {
    const line = nextLine(I, f);
    if (line === undefined) return undefined;
    if (isEmpty(line)) return newList(I, lines);
    lines.push(line);
  }
}

function write(I: Interp, f: PyFile, v: Value): R {
  if (checkOpen(I, f) === undefined) return undefined;
  if (!f.file.isWritable) return unsupported(I, 'not writable');
  let bytes: Uint8Array | undefined;
  let length: number;
  if (f.encoding !== null) {
    const text = asStr(v);
    if (text === undefined) return typeError(I, `write() argument must be str, not ${typeName(I, v)}`);
    bytes = encodeText(I, text, f.encoding, f.errors);
    length = Array.from(text).length;
  } else {
    bytes = asBuffer(v);
    if (bytes === undefined) return typeError(I, `a bytes-like object is required, not '${typeName(I, v)}'`);
    length = bytes.length;
  }
  if (bytes === undefined) return undefined;
  const data = bytes;
  return onDisk(I, f.file.name, () => (f.file.write(data), true)) === undefined ? undefined : length;
}

const WRITE_LINES = new FoldSpec(
  'cli.writelines',
  (I, state, item) => (write(I, state[0], item) === undefined ? undefined : CONTINUE),
  () => null,
);

function seek(I: Interp, f: PyFile, args: any[]): R {
  if (checkOpen(I, f) === undefined) return undefined;
  const offset = Number(asInt(args[0]) ?? 0);
  const base = args[1] === 1 ? f.file.position : args[1] === 2 ? f.file.size() : 0;
  f.file.seek(Math.max(0, base + offset));
  return f.file.position;
}

function close(I: Interp, f: PyFile): null | undefined {
  return onDisk(I, f.file.name, () => (f.file.close(), true)) === undefined ? undefined : null;
}

const METHODS: TypeSpec['methods'] = {
  read: someArgs(0, 1, read),
  readline: someArgs(0, 1, (I, f: PyFile) => (checkReadable(I, f) === undefined ? undefined : nextLine(I, f))),
  readlines: someArgs(0, 1, readLines),
  write: oneArg(write),
  writelines: oneArg((I, f, lines) => foldIterable(I, WRITE_LINES, lines, [f])),
  seek: bound('cookie, whence=0, /', seek),
  tell: noArgs((I, f: PyFile) => (checkOpen(I, f) === undefined ? undefined : f.file.position)),
  flush: noArgs((I, f: PyFile) =>
    onDisk(I, f.file.name, () => (f.file.flush(), true)) === undefined ? undefined : null,
  ),
  close: noArgs(close),
  readable: noArgs((_I, f: PyFile) => f.file.isReadable),
  writable: noArgs((_I, f: PyFile) => f.file.isWritable),
  seekable: noArgs(() => true),
  isatty: noArgs(() => false),
  __enter__: noArgs((I, f: PyFile) => (checkOpen(I, f) === undefined ? undefined : f)),
  __exit__: someArgs(0, 3, (I, f) => close(I, f)),
};

function fileSpec(name: string, isText: boolean): TypeSpec {
  return {
    name,
    module: '_io',
    isFinal: true,
    slots: {
      repr: (_I: Interp, f: PyFile) =>
        isText
          ? `<_io.TextIOWrapper name='${f.file.name}' mode='${f.mode}' encoding='${f.encoding === 'utf-8' ? 'UTF-8' : f.encoding}'>`
          : `<_io.${name} name='${f.file.name}'>`,
      iter: (I: Interp, f: PyFile) => (checkOpen(I, f) === undefined ? undefined : f),
      next: (I: Interp, f: PyFile) => {
        if (checkReadable(I, f) === undefined) return undefined;
        const line = nextLine(I, f);
        return line !== undefined && isEmpty(line) ? (STOP as any) : line;
      },
    },
    methods: METHODS,
    getset: {
      name: { get: (_I, f: PyFile) => f.file.name },
      mode: { get: (_I, f: PyFile) => f.mode },
      closed: { get: (_I, f: PyFile) => f.file.isClosed },
      encoding: { get: (_I, f: PyFile) => f.encoding },
      errors: { get: (_I, f: PyFile) => f.errors },
    },
  };
}

const TEXT_SPEC = fileSpec('TextFile', true);
const READER_SPEC = fileSpec('BufferedReader', false);
const WRITER_SPEC = fileSpec('BufferedWriter', false);

/** Closes every file that a program left open: what it wrote must not be lost. */
export class FileTable {
  private readonly open = new Set<OpenFile>();

  add(file: OpenFile): void {
    if (this.open.size > 64) for (const one of this.open) if (one.isClosed) this.open.delete(one);
    this.open.add(file);
  }

  closeAll(): void {
    for (const file of this.open) {
      try {
        file.close();
      } catch {
        // The program is over; there is nobody to tell.
      }
    }
    this.open.clear();
  }
}

/** Puts `open` into the builtins. */
export function installOpen(session: Session): FileTable {
  const table = new FileTable();
  const I = session.interpreter;
  const signature = "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None";
  const spec = bound(signature, (J, _self, args) => openFile(J, table, args));
  I.builtins.setStr(I, 'open', new PyNative(I.types.builtin_function_or_method, 'open', spec, null, null, '_io'));
  return table;
}

function openFile(I: Interp, table: FileTable, args: any[]): R {
  const [path, mode, , encoding, errors, newline] = args;
  const name = asStr(path);
  if (name === undefined) return typeError(I, `expected str, bytes or os.PathLike object, not ${typeName(I, path)}`);
  const modeText = asStr(mode);
  if (modeText === undefined) return typeError(I, `open() argument 'mode' must be str, not ${typeName(I, mode)}`);
  if (/[^rwxabt+]/.test(modeText) || /(.).*\1/.test(modeText)) return valueError(I, `invalid mode: '${modeText}'`);
  const kinds = modeText.replace(/[^rwxa]/g, '').length;
  const isBinary = modeText.includes('b');
  if (isBinary && modeText.includes('t')) return valueError(I, "can't have text and binary mode at once");
  if (kinds !== 1) return valueError(I, 'must have exactly one of create/read/write/append mode');
  if (isBinary && encoding !== null) return valueError(I, "binary mode doesn't take an encoding argument");
  if (name.includes('\0')) return valueError(I, 'embedded null byte');
  const file = onDisk(I, name, () => new OpenFile(name, modeText));
  if (file === undefined) return undefined;
  table.add(file);
  const f = new PyFile(I.typeFor(isBinary ? (file.isWritable ? WRITER_SPEC : READER_SPEC) : TEXT_SPEC));
  f.file = file;
  f.mode = modeText;
  f.encoding = isBinary ? null : (asStr(encoding) ?? 'utf-8').toLowerCase();
  f.errors = asStr(errors) ?? 'strict';
  f.isUniversal = newline === null;
  return f;
}
