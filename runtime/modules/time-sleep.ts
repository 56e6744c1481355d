/** `time.sleep`: blocks the calling tasklet, and only it, for a time of the virtual clock, which the host advances. */
import { argumentKind, indexArgument } from '../objects/argument.ts';
import type { Interp } from '../objects/interp.ts';
import { oneArg } from '../objects/native.ts';
import { overflowError, valueError } from '../objects/raise.ts';
import { asFloat } from '../objects/unwrap.ts';
import type { Value } from '../objects/value.ts';
import { sleep } from '../stackless/waiting.ts';
import type { Interpreter } from '../vm/interpreter.ts';

/** CPython counts nanoseconds in 64 bits. */
const MOST_SECONDS = 9223372036;

/** r: see `argumentKind`. */
export const SLEEP_KIND = argumentKind('time.sleep.argument', sleepFor);

/** Switches. @raises TypeError, ValueError, OverflowError (Python) as CPython does. */
function sleepFor(I: Interp, module: Value, args: any[]): Value | undefined {
  const given = asFloat(args[0]);
  let seconds: number;
  if (given === undefined) {
    const n = indexArgument(I, SLEEP_KIND, module, args, 0);
    if (n === undefined) return undefined;
    if (typeof n === 'bigint' || Math.abs(n) > MOST_SECONDS)
      return overflowError(I, 'timestamp too large to convert to C _PyTime_t');
    seconds = n;
  } else {
    if (Number.isNaN(given)) return valueError(I, 'Invalid value NaN (not a number)');
    if (Math.abs(given) > MOST_SECONDS) return overflowError(I, 'timestamp out of range for platform time_t');
    seconds = given;
  }
  if (seconds < 0) return valueError(I, 'sleep length must be non-negative');
  return sleep(I as Interpreter, seconds);
}

export const SLEEP = oneArg(
  (I, module, v) => sleepFor(I, module, [v]),
  'Delay execution for a given number of seconds.',
);
