/** Carries `I.exc` up the frames: to a handler of the exception table, to a native continuation that wants it, or to the chain's root. */
import { lookup } from '../bytecode/exception-table.ts';
import type { PyException } from '../objects/exception.ts';
import { makeException } from '../objects/exception.ts';
import type { Frame } from '../objects/frame.ts';
import { NativeKind } from '../objects/frame.ts';
import { LINE_OF_INSTRUCTION, PyTraceback } from '../objects/traceback.ts';
import { isSubtype } from '../objects/type.ts';
import { asyncGeneratorRaised } from './async-generator.ts';
import { GeneratorState, leaveGenerator } from './generator.ts';
import type { PyGenerator } from './generator.ts';
import type { Interpreter } from './interpreter.ts';
import { leaveNative } from './native-step.ts';
import type { RunCode } from './run-code.ts';
import { stepAt } from './step-lookup.ts';

/** Requires I.exc. Returns the frame to go on with; null: a continuation took the exception and started something, see `I.next()`. */
export function unwind(I: Interpreter): Frame | null {
  let f = I.frame;
  for (;;) {
    let exc = I.exc!;
    if (f.code instanceof NativeKind) {
      const kind = f.code;
      const back = f.back;
      if (kind.onError !== null) {
        I.frame = f;
        const v = kind.onError(I, f, exc);
        if (v !== undefined) {
          I.exc = null;
          return leaveNative(f, I, v);
        }
        if (I.exc === null) return null;
      }
      if (back === null) throw I.internalError(`exception left the root frame: ${exc.cls.name}`, f);
      I.frame = back;
      f = back;
      continue;
    }
    const rc: RunCode = f.code;
    const pc = f.step.pc;
    if (I.isReraising) I.isReraising = false;
    else addTraceback(I, f, exc, pc);
    const row = pc < 0 ? -1 : lookup(rc.code, pc);
    if (row >= 0) {
      const table = rc.code.exceptionTable;
      let at = rc.nlocals + table[row + 3];
      if (table[row + 4] === 1) f.r[at++] = pc;
      f.r[at] = exc;
      I.exc = null;
      const target = table[row + 2];
      I.ticks -= rc.blockCosts![target];
      f.step = stepAt(rc, target);
      I.frame = f;
      return f;
    }
    const g: PyGenerator | null = f.gen;
    if (g !== null) {
      const back = leaveGenerator(I, g, GeneratorState.CLOSED);
      exc = replaceStopIteration(I, g, exc);
      I.exc = exc;
      if (g.cls === I.types.async_generator && asyncGeneratorRaised(I, g, back, exc)) return back;
      f = back;
    } else {
      const back = f.back!;
      I.frame = back;
      f = back;
    }
  }
}

/** The frame stays reachable: `extra` tells the frame cache. */
function addTraceback(I: Interpreter, f: Frame, exc: PyException, pc: number): void {
  f.extra ??= {};
  exc.traceback = new PyTraceback(I.types.traceback, exc.traceback, f, pc, LINE_OF_INSTRUCTION);
  I.bytesLeft -= 64;
}

/** A StopIteration that leaves a generator's body must not end its consumer's loop. */
function replaceStopIteration(I: Interpreter, g: PyGenerator, exc: PyException): PyException {
  const types = I.types.exceptions;
  let what: string | null = null;
  if (isSubtype(exc.cls, types.StopIteration)) {
    const word =
      g.cls === I.types.coroutine ? 'coroutine' : g.cls === I.types.async_generator ? 'async generator' : 'generator';
    what = `${word} raised StopIteration`;
  } else if (g.cls === I.types.async_generator && isSubtype(exc.cls, types.StopAsyncIteration)) {
    what = 'async generator raised StopAsyncIteration';
  }
  if (what === null) return exc;
  const error = makeException(I, types.RuntimeError, [what]);
  error.cause = exc;
  error.context = exc;
  error.suppressContext = true;
  return error;
}
