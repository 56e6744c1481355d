/**
 * The main tasklet as the host sees it: two kinds of root frame.
 *
 * Hosted: main is the host itself, parked in a run() that lasts as long as the host's runs do. When main gets control the run is over.
 * Script: main runs a module body (or any call); when that ends the program does, whoever may still be runnable (spec 1.6.6).
 */
import { Frame, NativeKind } from '../objects/frame.ts';
import type { PyException } from '../objects/exception.ts';
import type { Interp } from '../objects/interp.ts';
import { NATIVE_STEP } from '../vm/native-step.ts';
import { startTasklet } from './end-tasklet.ts';
import { schedulerOf } from './scheduler-of.ts';
import type { PyTasklet } from './tasklet.ts';
import { popRunners } from './watchdog.ts';

// r = [delivered, main]

export const HOST_MAIN_KIND = new NativeKind(
  'stackless.host-main',
  (I, f) => returnToHost(I, f, null),
  (I, f, exc) => returnToHost(I, f, exc),
);

function returnToHost(I: Interp, f: Frame, exc: PyException | null): undefined {
  const s = schedulerOf(I);
  f.r[0] = undefined;
  I.exc = null;
  popRunners(I, s.thread, s.thread.main);
  if (exc !== null) s.stop('error', exc);
  else s.stop(s.thread.runcount > 1 ? 'woken' : 'idle', null);
  return undefined;
}

/** The frame in which a hosted main is parked. */
export function hostFrame(main: PyTasklet): Frame {
  return new Frame(HOST_MAIN_KIND, [undefined, main], NATIVE_STEP, null, 0);
}

/** r = [delivered, main, arguments until it starts, keyword names]: as the root of other tasklets, but its end is the program's. */
export const MAIN_ROOT_KIND = new NativeKind(
  'stackless.main',
  (I, f) => {
    if (f.r[2] !== null && startTasklet(I, f) === undefined) return undefined;
    f.r[0] = undefined;
    schedulerOf(I).stop('exit', null);
    return undefined;
  },
  (I, _f, exc) => {
    I.exc = null;
    schedulerOf(I).stop('exit', exc);
    return undefined;
  },
);
