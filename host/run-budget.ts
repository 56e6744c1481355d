/** From the budget a host gives to the limits the scheduler keeps. */
import type { RunRequest } from '../runtime/index.ts';
import { badArgument, unknownOption } from './host-error.ts';
import type { RunBudget } from './run-result.ts';

const KNOWN: ReadonlyArray<keyof RunBudget> = ['ticks', 'ms', 'tasklets', 'quantum', 'onInterrupt', 'collectUsage'];
const POLICIES = ['reinsert', 'resume', 'return', 'kill'];

/** Ticks between two looks at the clock: some 20 microseconds. */
const CHECK_TICKS = 1000;

/** Throws HostError for a limit that is no number, negative or unknown. */
export function toRunRequest(budget: RunBudget, startedAtMs: number, now: () => number): RunRequest {
  if (typeof budget !== 'object' || budget === null)
    throw badArgument('run', 'the budget', budget, 'a number of ticks, or limits');
  for (const name of Object.keys(budget))
    if (!(KNOWN as readonly string[]).includes(name)) throw unknownOption('run', name, KNOWN);
  for (const name of ['ticks', 'ms', 'tasklets', 'quantum'] as const) {
    const value = budget[name];
    if (value !== undefined && (typeof value !== 'number' || !(value >= 0))) {
      throw badArgument('run', `the budget's ${name}`, value, 'a number, not negative');
    }
  }
  const policy = budget.onInterrupt;
  if (policy !== undefined && !POLICIES.includes(policy)) {
    throw badArgument('run', "the budget's onInterrupt", policy, `one of ${POLICIES.join(', ')}`);
  }
  const end = budget.ms === undefined ? Infinity : startedAtMs + budget.ms;
  return {
    ...(budget.ticks === undefined || budget.ticks === Infinity ? {} : { ticks: Math.floor(budget.ticks) }),
    ...(budget.tasklets === undefined || budget.tasklets === Infinity ? {} : { tasklets: Math.floor(budget.tasklets) }),
    shouldStop: end === Infinity ? null : () => now() >= end,
    checkTicks: CHECK_TICKS,
    quantumTicks: budget.quantum === undefined || budget.quantum === Infinity ? 0 : Math.floor(budget.quantum),
    onInterrupt: policy ?? 'reinsert',
    collectUsage: budget.collectUsage === true,
  };
}
