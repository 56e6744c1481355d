/** What a safepoint does when a limit of the host's run has been passed. */
import { makeException } from '../objects/exception.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { unlink } from './ring.ts';
import { preempt } from './schedule.ts';
import type { Scheduler } from './scheduler.ts';
import { TaskletFlag } from './tasklet.ts';
import type { PyTasklet } from './tasklet.ts';
import { allowsInterrupt, successorOfLast, transfer, TransferMode } from './transfer.ts';

/** Requires a running tasklet at a safepoint. May request a switch, raise, and end the run. */
export function serveBudget(I: Interpreter, s: Scheduler, now: number): void {
  const budget = s.budget;
  const t = s.thread.running!;
  if (now > budget.tickDeadline) {
    endBudget(I, s, t);
    return;
  }
  if (now > budget.nextCheck) {
    budget.nextCheck = now + budget.checkTicks;
    if (budget.shouldStop !== null && budget.shouldStop()) {
      endBudget(I, s, t);
      return;
    }
  }
  if (budget.quantumTicks > 0 && now > s.thread.sliceStart + budget.quantumTicks) {
    if (!mayPreempt(s, t) || !preempt(I, s, t)) s.thread.sliceStart = now;
  }
}

/** Atomic tasklets, callbacks and traps keep the processor: they go on first in the next run. */
function mayPreempt(s: Scheduler, t: PyTasklet): boolean {
  const thread = s.thread;
  return (
    (t.flags & TaskletFlag.ATOMIC) === 0 &&
    !thread.isInCallback &&
    thread.switchTrap === 0 &&
    t.next !== null &&
    allowsInterrupt(s, thread, t)
  );
}

function endBudget(I: Interpreter, s: Scheduler, t: PyTasklet): void {
  const budget = s.budget;
  s.stop('budget', null);
  s.budgetVictim = t;
  budget.end();
  switch (budget.onInterrupt) {
    case 'reinsert':
      if (mayPreempt(s, t)) preempt(I, s, t);
      return;
    case 'return':
      if (t !== s.thread.main && mayPreempt(s, t)) handOver(I, s, t);
      return;
    case 'kill':
      I.exc = makeException(I, I.types.exceptions.TaskletExit, []);
      return;
  }
}

/** Pauses `t` and leaves it to the host. */
function handOver(I: Interpreter, s: Scheduler, t: PyTasklet): void {
  const thread = s.thread;
  const next = t.next === t ? successorOfLast(s, t, true) : t.next;
  if (next === undefined || next === t) return;
  s.handedOver = t;
  unlink(thread, t);
  if (next === null) {
    thread.target = null;
    I.requestSwitch();
  } else transfer(I, s, t, next, TransferMode.INTERRUPT);
}
