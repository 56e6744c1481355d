/** From the interpreter that natives are given to its scheduler. */
import type { Interp } from '../objects/interp.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import type { Scheduler } from './scheduler.ts';

/** Requires that the runtime was assembled with a scheduler, as every runtime is. */
export function schedulerOf(I: Interp): Scheduler {
  return (I as Interpreter).hooks as unknown as Scheduler;
}
