/** Bailing out of a tree: the step is replaced for good by its flattened form (flatten.ts), or an unbound operand is reported. */
import type { Frame } from '../objects/frame.ts';
import type { Interpreter } from './interpreter.ts';
import type { Step, TreeNode } from './step.ts';
import { NodeKind, Prefix, StepRole } from './step.ts';

/** To be returned by a step whose operand tree bailed. */
export function bail(s: Step, f: Frame, I: Interpreter): Step | Frame {
  let flat = s.flat;
  if (flat === null) {
    if (!needsFlattening(s, f)) {
      f.step = s;
      return raiseUnboundOperand(s, f, I);
    }
    flat = replaceByFlat(s, I);
  }
  return flat;
}

function replaceByFlat(s: Step, I: Interpreter): Step {
  const flat = I.flatten(s);
  s.flat = flat;
  s.ex = exGoToFlat;
  s.prefix = Prefix.NONE;
  return flat;
}

/** Replaces a step that never ran, as if it had bailed. For tests of the general code (`stress.flattenedOnly`). */
export function flattenAhead(s: Step, I: Interpreter): void {
  if (s.role === StepRole.CALL_METHOD || s.role === StepRole.BRANCH || hasTrees(s)) replaceByFlat(s, I);
}

export function exGoToFlat(s: Step): Step {
  return s.flat!;
}

function needsFlattening(s: Step, f: Frame): boolean {
  if (s.role === StepRole.CALL_METHOD) return true;
  // A branch on a register whose value is bound needs the general truth test; on an unbound one it must raise.
  if (s.role === StepRole.BRANCH && s.a!.isLeaf) return s.a!.ex(s.a!, f.r) !== undefined;
  return hasTrees(s);
}

function hasTrees(s: Step): boolean {
  return isCompound(s.a) || isCompound(s.b) || isCompound(s.c) || (s.list !== null && s.list.some(isCompound));
}

function isCompound(n: TreeNode | null): boolean {
  return n !== null && n.kind > NodeKind.TEMP;
}

/** Raises UnboundLocalError or NameError for the first operand of `s` that has no value. Requires f.step = s. */
export function raiseUnboundOperand(s: Step, f: Frame, I: Interpreter): Step | Frame {
  for (const n of [s.a, s.b, s.c, ...(s.list ?? [])]) {
    if (n !== null && n.ex(n, f.r) === undefined) {
      I.raiseUnbound(f, n.i);
      return I.next();
    }
  }
  throw I.internalError('an operand bailed out but has a value', f);
}
