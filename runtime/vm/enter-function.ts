/**
 * Entering a Python function from a call step.
 *
 * The function's call-free prefix (branches, stores to locals, a return, all with pure operands) is run on the bare registers. If that
 * reaches the return, the call is over and no frame was ever made: `if n < 2: return n`, getters and small formulas never leave the
 * call step (fib(25): 14.2 -> 10.1 ms, and most method calls of object programs). The first step that cannot go on like this gets a frame
 * at exactly that point: what ran before it has touched nothing but the registers.
 */
import { Frame } from '../objects/frame.ts';
import type { PyFunction } from '../objects/function.ts';
import { recursionError } from '../objects/raise.ts';
import { fastTruth } from './fast-truth.ts';
import { inflate } from './inflate.ts';
import type { Interpreter } from './interpreter.ts';
import type { RunCode } from './run-code.ts';
import { Prefix } from './step.ts';
import type { Step } from './step.ts';

/** Continues in `fn` with registers `r`; `f` is the caller, its step the call. */
export function enterFunction(I: Interpreter, fn: PyFunction, rc: RunCode, r: any[], f: Frame): Step | Frame {
  if (rc.entryStep === null) inflate(I, rc);
  const closure = fn.closure;
  if (closure !== null) for (let k = 0; k < closure.length; k++) r[rc.firstFree + k] = closure[k];
  const depth = f.depth + 1;
  if (depth > I.recursionLimit) {
    recursionError(I);
    return I.next();
  }
  let st = rc.entryStep!;
  if ((I.ticks -= rc.entryCost) >= 0) {
    for (;;) {
      const prefix = st.prefix;
      if (prefix === Prefix.NONE) break;
      const v = st.a!.ex(st.a!, r);
      if (v === undefined) break;
      if (prefix === Prefix.STORE) {
        r[st.dst] = v;
        st = st.next;
        continue;
      }
      if (prefix === Prefix.RETURN) {
        const s = f.step as Step;
        f.r[s.dst] = v;
        return s.next;
      }
      const t = v === true ? true : v === false ? false : fastTruth(v);
      if (t === undefined) break;
      if (t === (prefix === Prefix.JUMP_IF_TRUE)) {
        I.ticks -= st.costJump;
        st = st.jump;
      } else {
        I.ticks -= st.cost;
        st = st.next;
      }
    }
  }
  const nf = new Frame(rc, r, st, f, depth);
  I.frame = nf;
  return I.ticks < 0 ? I.safepoint(nf) : nf;
}
