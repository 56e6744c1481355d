/** Helpers that test suites of Stackless use (spec 2.7). */
import { NativeKind } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import type { TypeSpec } from '../objects/native.ts';
import { typeError } from '../objects/raise.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { append, unlink } from '../stackless/ring.ts';
import { schedule } from '../stackless/schedule.ts';
import { schedulerOf } from '../stackless/scheduler-of.ts';
import { extraOf, PyTasklet, TaskletFlag } from '../stackless/tasklet.ts';
import type { Interpreter } from '../vm/interpreter.ts';

type R = Value | undefined;

const vm = (I: Interp): Interpreter => I as Interpreter;

/** r = [delivered, schedules left] */
export const TEST_CFRAME_KIND = new NativeKind('stackless.test_cframe_nr', (I, f) => {
  const r = f.r;
  while (r[1] > 0) {
    r[0] = undefined;
    r[1]--;
    if (schedule(vm(I), null) === undefined) return undefined;
  }
  return null;
});

/** `test_cframe_nr(switches)`: schedules so often, then returns None. */
export function testCframe(I: Interp, switches: number): R {
  return I.enter(TEST_CFRAME_KIND, [undefined, switches]);
}

/** r = [delivered, the real main, its stand-in] */
export const TEST_OUTSIDE_KIND = new NativeKind(
  'stackless.test_outside',
  (I, f) => {
    const r = f.r;
    const thread = schedulerOf(I).thread;
    while (thread.runcount > 1) {
      r[0] = undefined;
      if (schedule(vm(I), null) === undefined) return undefined;
    }
    restoreMain(I, r);
    return null;
  },
  (I, f) => {
    restoreMain(I, f.r);
    return undefined;
  },
);

/** `test_outside()`: runs the others under a main that is not main, which stays out of the ring meanwhile. */
export function testOutside(I: Interp): R {
  const s = schedulerOf(I);
  const thread = s.thread;
  const main = thread.main;
  if (thread.running !== main) return typeError(I, 'test_outside() must be called by the main tasklet');
  const substitute = new PyTasklet(s.taskletType, thread);
  substitute.flags = main.flags | TaskletFlag.STARTED;
  replaceMain(I, main, substitute);
  return I.enter(TEST_OUTSIDE_KIND, [undefined, main, substitute]);
}

function restoreMain(I: Interp, r: any[]): void {
  if (schedulerOf(I).thread.main === r[2]) replaceMain(I, r[2], r[1]);
}

/** The frames on the processor go on as `to`. */
function replaceMain(I: Interp, from: PyTasklet, to: PyTasklet): void {
  const thread = schedulerOf(I).thread;
  append(thread, to);
  unlink(thread, from);
  thread.head = to;
  thread.main = to;
  thread.running = to;
}

/** r = [delivered, callee, args, keyword names, post callback or undefined, phase]: calls with the nesting level raised. */
export const NESTED_CALL_KIND = new NativeKind(
  'stackless.nested_call',
  (I, f) => {
    const r = f.r;
    if (r[5] === 0) {
      r[5] = 1;
      nest(I, 1);
      const v = I.call(r[1], r[2], r[3]);
      if (v === undefined) return undefined;
      r[0] = v;
    }
    const v = r[0];
    if (r[5] === 2) return v;
    r[5] = 2;
    r[0] = undefined;
    nest(I, -1);
    if (r[4] === undefined) return v;
    const kw: readonly string[] | null = r[3];
    const n = kw === null ? 0 : kw.length;
    return I.call(r[4], [v, 0, 0, ...r[2].slice(r[2].length - n)], kw);
  },
  (I, f) => {
    if (f.r[5] === 1) nest(I, -1);
    return undefined;
  },
);

function nest(I: Interp, change: number): void {
  extraOf(schedulerOf(I).thread.running!).nesting += change;
}

/** Calls `callee` as foreign code would: at nesting level + 1. */
export function nestedCall(
  I: Interp,
  callee: Value,
  args: Value[],
  kw: readonly string[] | null,
  post: Value | undefined,
): R {
  return I.enter(NESTED_CALL_KIND, [undefined, callee, args, kw, post, 0]);
}

/** The type of `_test_nostacklesscall`: an object that calls its first argument. */
export const NESTED_CALLER_SPEC: TypeSpec = {
  name: '_test_nostacklesscall_type',
  module: '_stackless',
  isFinal: true,
  slots: {
    call: (I, _self, args, kw) => {
      const positional = args.length - (kw === null ? 0 : kw.length);
      if (positional < 1) return typeError(I, '_test_nostacklesscall() takes at least 1 argument');
      const rest = args.slice(1);
      if (kw === null) return nestedCall(I, args[0]!, rest, null, undefined);
      const at = kw.indexOf('post_callback');
      if (at < 0) return nestedCall(I, args[0]!, rest, kw, undefined);
      const post = rest[positional - 1 + at];
      rest.splice(positional - 1 + at, 1);
      const names = kw.filter((name) => name !== 'post_callback');
      return nestedCall(I, args[0]!, rest, names.length === 0 ? null : names, post);
    },
  },
  kinds: [NESTED_CALL_KIND],
};

export function nestedCaller(I: Interp): Value {
  return new PyObject(I.typeFor(NESTED_CALLER_SPEC));
}
