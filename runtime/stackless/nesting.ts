/**
 * The emulated nesting level (spec 7.4). We have no foreign stack; the number exists because programs and tests ask for it, and because a
 * level above zero forbids interruption, rebinding and moving to another thread.
 */
import type { Scheduler } from './scheduler.ts';
import { TaskletFlag } from './tasklet.ts';
import type { PyTasklet } from './tasklet.ts';

/** 0 in ordinary code; one more inside the test helpers that pretend to be foreign code, and while soft switching is off. */
export function nestingLevel(s: Scheduler, t: PyTasklet): number {
  const explicit = t.extra === null ? 0 : t.extra.nesting;
  if ((t.flags & TaskletFlag.STARTED) === 0) return explicit;
  const isRunning = t.thread !== null && t.thread.running === t;
  const isHard = isRunning ? !s.softSwitch : (t.flags & TaskletFlag.HARD_SWITCHED) !== 0;
  return isHard ? explicit + 1 : explicit;
}
