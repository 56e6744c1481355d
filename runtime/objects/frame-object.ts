/** The `frame` type: what Python sees of an activation. One face for each frame, made when somebody asks. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { noArgs } from './native.ts';
import type { TypeSpec } from './native.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { codeObject } from './code.ts';
import type { RunCodeLike } from './code.ts';
import { lineOf } from '../bytecode/line-table.ts';
import { addressOf } from './address.ts';
import { repr } from './conversion.ts';
import { callMethod } from './call-special.ts';
import { runtimeError } from './raise.ts';

export class PyFrame extends PyObject {
  readonly frame: Frame;
  constructor(cls: PyType, frame: Frame) {
    super(cls);
    this.frame = frame;
  }
}

/** Is `f` an activation of Python code, not a native continuation or a root? */
export function isPythonFrame(f: Frame): boolean {
  return f.code !== null && !(f.code instanceof NativeKind);
}

/** The Python-visible frame of `f`, an activation of Python code. */
export function frameObject(I: Interp, f: Frame): PyFrame {
  f.extra ??= {};
  f.extra.face ??= new PyFrame(I.types.frame, f);
  return f.extra.face;
}

/** Line that `f` stands at, -1 if unknown. */
export function frameLine(f: Frame): number {
  return lineOf((f.code as RunCodeLike).code, f.step.pc);
}

function pythonCaller(f: Frame): Frame | null {
  let back = f.back;
  while (back !== null && !isPythonFrame(back)) back = back.back;
  return back;
}

/** `frame.clear()`: drops the variables of a frame that does not run; a suspended generator is closed. */
function clear(I: Interp, v: PyFrame): Value | undefined {
  const frame = v.frame;
  for (let f: Frame | null = I.frame; f !== null; f = f.back) {
    if (f === frame) return runtimeError(I, 'cannot clear an executing frame');
  }
  if (frame.gen !== null) return callMethod(I, frame.gen, 'close', []);
  frame.r.fill(undefined);
  return null;
}

const run = (v: PyFrame): RunCodeLike => v.frame.code;

export const FRAME_SPEC: TypeSpec = {
  name: 'frame',
  isFinal: true,
  slots: {
    repr: (I, v: PyFrame) => {
      const { code } = run(v);
      return `<frame at ${addressOf(I, v)}, file ${repr(I, code.filename)}, line ${frameLine(v.frame)}, code ${code.name}>`;
    },
    visit: (v: PyFrame, visit) => {
      for (const value of v.frame.r) if (value !== undefined) visit(value);
      visit(v.frame.locals);
    },
    sizeOf: (I, v: PyFrame) => (6 + v.frame.r.length) * I.memory.pointerBytes,
  },
  methods: {
    clear: noArgs(clear),
  },
  getset: {
    f_back: {
      get: (I, v: PyFrame): Value => {
        const back = pythonCaller(v.frame);
        return back === null ? null : frameObject(I, back);
      },
    },
    f_code: { get: (I, v: PyFrame) => codeObject(I.types.code, run(v)) },
    f_globals: { get: (_I, v: PyFrame) => run(v).globals },
    f_builtins: { get: (_I, v: PyFrame) => run(v).builtins },
    f_locals: { get: (I, v: PyFrame) => I.frameLocals(v.frame) },
    f_lineno: {
      get: (_I, v: PyFrame) => {
        const line = frameLine(v.frame);
        return line < 0 ? null : line;
      },
    },
    f_lasti: { get: (_I, v: PyFrame) => 2 * v.frame.step.pc },
    f_trace: { get: () => null, set: () => true },
    f_trace_lines: { get: () => true, set: () => true },
    f_trace_opcodes: { get: () => false, set: () => true },
  },
};
