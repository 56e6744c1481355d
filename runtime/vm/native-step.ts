/** The step that every native continuation stands at: runs the kind's `resume` and delivers its result to the frame below. */
import type { Frame } from '../objects/frame.ts';
import { STOP } from '../objects/value.ts';
import type { Interpreter } from './interpreter.ts';
import { Step } from './step.ts';
import type { StepEx } from './step.ts';

const exNative: StepEx = (_s, f, I) => {
  const v = f.code.resume(I, f);
  if (v === undefined) return I.next();
  return leaveNative(f, I, v);
};

/** Pops native frame `f` with result `v`; returns the frame below. */
export function leaveNative(f: Frame, I: Interpreter, v: any): Frame {
  const b = f.back!;
  I.frame = b;
  if (v === STOP) I.deliverStop(b);
  else {
    const c = b.step;
    b.r[c.dst] = v;
    b.step = c.next;
  }
  return b;
}

/** Results go to r[0], and the same step runs again. */
export const NATIVE_STEP: Step = new Step(exNative, -1);
NATIVE_STEP.next = NATIVE_STEP;
NATIVE_STEP.jump = NATIVE_STEP;
