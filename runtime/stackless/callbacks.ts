/**
 * The schedule callback (spec 10.1): a Python callable that sees every real switch, in the context of the tasklet that leaves. The channel
 * callback (10.2) is part of the exchange (exchange.ts); both share the flag that forbids switching meanwhile.
 */
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { schedulerOf } from './scheduler-of.ts';

// r = [delivered, outgoing tasklet, incoming tasklet, phase, stopped at a safepoint?]
const PREV = 1;
const NEXT = 2;
const PHASE = 3;
const IS_INTERRUPT = 4;

const PHASE_CALL = 0;
const PHASE_RETURNED = 1;
const PHASE_RESUMED = 2;

/** Lies on top of the outgoing chain while the callback runs, and until the tasklet resumes. */
export const SCHEDULE_CALLBACK_KIND = new NativeKind(
  'stackless.schedule-callback',
  (I, f) => {
    const r = f.r;
    if (r[PHASE] === PHASE_CALL) {
      r[PHASE] = PHASE_RETURNED;
      const callback = schedulerOf(I).scheduleCallback;
      if (callback !== null && I.call(callback, [r[PREV], r[NEXT]]) === undefined) return undefined;
    }
    if (r[PHASE] === PHASE_RETURNED) return switchNow(I, f);
    if (!r[IS_INTERRUPT]) return r[0];
    // The tasklet was stopped between two steps: nothing may be delivered to it.
    I.frame = f.back!;
    return undefined;
  },
  (I, f, exc) => {
    if (f.r[PHASE] !== PHASE_RETURNED) return undefined;
    I.exc = null;
    I.unraisable(exc, 'Error in scheduling callback');
    return switchNow(I, f);
  },
);

function switchNow(I: Interp, f: Frame): Value | undefined {
  const s = schedulerOf(I);
  f.r[PHASE] = PHASE_RESUMED;
  f.r[0] = undefined;
  s.thread.isInCallback = false;
  s.thread.target = f.r[NEXT];
  return (I as Interpreter).requestSwitch();
}
