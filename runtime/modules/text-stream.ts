/**
 * `sys.stdout`, `sys.stderr` and `sys.stdin`: text streams to and from the host. Output is handed over at once: buffering is the host's
 * business. Input comes from a callback that returns the next line, or null at the end.
 */
import type { Interp } from '../objects/interp.ts';
import { noArgs, oneArg, someArgs } from '../objects/native.ts';
import type { TypeSpec } from '../objects/native.ts';
import { typeError, valueError } from '../objects/raise.ts';
import { typeName } from '../objects/type-of.ts';
import { asStr } from '../objects/unwrap.ts';
import { foldIterable, FoldSpec, CONTINUE } from '../objects/fold.ts';
import { newList } from '../objects/list.ts';
import { pointLength } from '../text/code-points.ts';
import { PyObject, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';

export class PyTextStream extends PyObject {
  isClosed = false;
  constructor(
    cls: PyType,
    readonly name: string,
    /** 0 reads. */
    readonly stream: 0 | 1 | 2,
    readonly readLine: (() => string | null) | null,
  ) {
    super(cls);
  }
}

function write(I: Interp, self: PyTextStream, v: Value): Value | undefined {
  const text = asStr(v);
  if (text === undefined) return typeError(I, `write() argument must be str, not ${typeName(I, v)}`);
  if (self.isClosed) return valueError(I, 'I/O operation on closed file.');
  if (self.stream === 0) return valueError(I, 'not writable');
  I.ticks -= text.length >> 6;
  I.write(text, self.stream);
  return pointLength(text);
}

const WRITELINES = new FoldSpec(
  'io.writelines',
  (I, state, item) => (write(I, state[0], item) === undefined ? undefined : CONTINUE),
  () => null,
);

function nextLine(self: PyTextStream): string | null {
  return self.readLine === null ? null : self.readLine();
}

export const TEXT_STREAM_SPEC: TypeSpec = {
  name: 'TextIOWrapper',
  module: '_io',
  hasDict: false,
  slots: {
    repr: (_I, s: PyTextStream) =>
      `<_io.TextIOWrapper name='<${s.name}>' mode='${s.stream === 0 ? 'r' : 'w'}' encoding='utf-8'>`,
    iter: (_I, s) => s,
    next: (_I, s: PyTextStream) => nextLine(s) ?? STOP,
  },
  methods: {
    write: oneArg(write),
    writelines: oneArg((I, self, lines) => foldIterable(I, WRITELINES, lines, [self])),
    flush: noArgs(() => null),
    isatty: noArgs(() => false),
    fileno: noArgs((_I, s: PyTextStream) => s.stream),
    readable: noArgs((_I, s: PyTextStream) => s.stream === 0),
    writable: noArgs((_I, s: PyTextStream) => s.stream !== 0),
    seekable: noArgs(() => false),
    close: noArgs((_I, s: PyTextStream) => {
      s.isClosed = true;
      return null;
    }),
    readline: someArgs(0, 1, (_I, s) => nextLine(s) ?? ''),
    read: someArgs(0, 1, (_I, s) => {
      let text = '';
      for (let line = nextLine(s); line !== null; line = nextLine(s)) text += line;
      return text;
    }),
    readlines: someArgs(0, 1, (I, s) => {
      const lines: Value[] = [];
      for (let line = nextLine(s); line !== null; line = nextLine(s)) lines.push(line);
      return newList(I, lines);
    }),
    __enter__: noArgs((_I, s) => s),
    __exit__: someArgs(0, 3, () => null),
  },
  getset: {
    name: { get: (_I, s: PyTextStream) => `<${s.name}>` },
    encoding: { get: () => 'utf-8' },
    errors: { get: (_I, s: PyTextStream) => (s.stream === 2 ? 'backslashreplace' : 'strict') },
    mode: { get: (_I, s: PyTextStream) => (s.stream === 0 ? 'r' : 'w') },
    closed: { get: (_I, s: PyTextStream) => s.isClosed },
    newlines: { get: () => null },
    line_buffering: { get: () => true },
  },
  kinds: [WRITELINES.kind],
};
