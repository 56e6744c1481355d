/** `time`: the clocks, as the host tells them, and `sleep`. */
import type { ModuleSpec } from '../objects/native.ts';
import { noArgs } from '../objects/native.ts';
import { PyFloat } from '../objects/value.ts';
import { normalizeBig } from '../numeric/int-arith.ts';
import { SLEEP, SLEEP_KIND } from './time-sleep.ts';

/** Seconds as whole nanoseconds. A double has microseconds to give for dates of today. */
function nanoseconds(seconds: number): number | bigint {
  return normalizeBig(BigInt(Math.round(seconds * 1e6)) * 1000n);
}

export const TIME_SPEC: ModuleSpec = {
  name: 'time',
  doc: 'This module provides various functions to manipulate time values.',
  functions: {
    sleep: SLEEP,
    time: noArgs((I) => new PyFloat(I.clock.time()), 'Return the current time in seconds since the Epoch.'),
    time_ns: noArgs((I) => nanoseconds(I.clock.time()), 'Return the current time in nanoseconds since the Epoch.'),
    monotonic: noArgs((I) => new PyFloat(I.clock.monotonic()), 'Monotonic clock, cannot go backward.'),
    monotonic_ns: noArgs(
      (I) => nanoseconds(I.clock.monotonic()),
      'Monotonic clock, cannot go backward, as nanoseconds.',
    ),
    perf_counter: noArgs((I) => new PyFloat(I.clock.monotonic()), 'Performance counter for benchmarking.'),
    perf_counter_ns: noArgs(
      (I) => nanoseconds(I.clock.monotonic()),
      'Performance counter for benchmarking as nanoseconds.',
    ),
    process_time: noArgs(
      (I) => new PyFloat(I.clock.monotonic()),
      'Process time for profiling: the monotonic clock, there is no other here.',
    ),
    process_time_ns: noArgs((I) => nanoseconds(I.clock.monotonic()), 'Process time for profiling as nanoseconds.'),
  },
  kinds: [SLEEP_KIND],
  constants: { timezone: 0, altzone: 0, daylight: 0 },
};
