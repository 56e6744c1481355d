/** Finds the step that stands for an instruction: block starts directly, others (restored frames) by their index. */
import { flattenStep } from './flatten.ts';
import type { RunCode } from './run-code.ts';
import type { Step } from './step.ts';

/** First step of the block that begins at `pc`. */
export function stepAt(rc: RunCode, pc: number): Step {
  return rc.blockSteps![pc]!;
}

/** The step named by `pc` in a saved frame: a whole step, or one operation of a flattened one. undefined: no such step. */
export function stepNamed(rc: RunCode, pc: number): Step | undefined {
  const steps = rc.steps!;
  for (const s of steps) if (s.pc === pc) return s;
  for (const s of steps) {
    s.flat ??= flattenStep(s);
    for (let t: Step | null = s.flat; t !== null && t !== s.next; t = t.next) if (t.pc === pc) return t;
  }
  return undefined;
}
