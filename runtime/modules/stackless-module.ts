/**
 * The modules `stackless` and `_stackless` (spec 2), and the scheduler behind them. The mechanism is in `stackless/`; here are names,
 * signatures and argument checks.
 */
import { NativeKind } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import { newList } from '../objects/list.ts';
import { MODULE_SPEC } from '../objects/module-type.ts';
import { bound, noArgs, oneArg, raw, someArgs } from '../objects/native.ts';
import type { ModuleSpec, NativeSpec, TypeSpec } from '../objects/native.ts';
import { overflowError, raiseNamed, runtimeError, typeError, valueError } from '../objects/raise.ts';
import { bindSignature, parseSignature } from '../objects/signature.ts';
import { newTuple } from '../objects/tuple.ts';
import { asInt } from '../objects/unwrap.ts';
import { truth } from '../objects/conversion.ts';
import type { Value } from '../objects/value.ts';
import { EXPLODE_KIND } from '../stackless/bomb.ts';
import { SCHEDULE_CALLBACK_KIND } from '../stackless/callbacks.ts';
import { ROOT_KIND } from '../stackless/end-tasklet.ts';
import { CHANNEL_CALLBACK_KIND } from '../stackless/exchange.ts';
import { HOST_MAIN_KIND, MAIN_ROOT_KIND } from '../stackless/host-main.ts';
import { countRing } from '../stackless/ring.ts';
import { schedule, scheduleRemove } from '../stackless/schedule.ts';
import { schedulerOf } from '../stackless/scheduler-of.ts';
import { Scheduler } from '../stackless/scheduler.ts';
import { RunFlag } from '../stackless/scheduler-thread.ts';
import type { SchedulerThread } from '../stackless/scheduler-thread.ts';
import { THREAD_SLEEP_KIND } from '../stackless/waiting.ts';
import { run, RUN_KIND, runTasklets } from '../stackless/watchdog.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { intArgument, isCallable } from './stackless-module-arguments.ts';
import { CHANNEL_SPEC } from './stackless-module-channel.ts';
import {
  NESTED_CALLER_SPEC,
  nestedCall,
  nestedCaller,
  TEST_CFRAME_KIND,
  TEST_OUTSIDE_KIND,
  testCframe,
  testOutside,
} from './stackless-module-helpers.ts';
import { TASKLET_SPEC } from './stackless-module-tasklet.ts';
import { ATOMIC_SPEC, BOMB_SPEC, CFRAME_SPEC, CSTACK_SPEC, cstackOf } from './stackless-module-types.ts';

type R = Value | undefined;

const vm = (I: Interp): Interpreter => I as Interpreter;

const PRESERVE_TRACING_STATE = 1;
const ALL_PICKLE_FLAGS = 7;

/** Makes the scheduler of `I` and connects it. To be called once, before anything runs. */
export function createScheduler(I: Interpreter, maxTasklets: number): Scheduler {
  const s = new Scheduler(I, { taskletType: I.typeFor(TASKLET_SPEC), bombType: I.typeFor(BOMB_SPEC), maxTasklets });
  I.hooks = s;
  I.rootHolders.push(s);
  return s;
}

// -- scheduling -----------------------------------------------------------------------------------

const RETVAL = parseSignature('retval=<missing>');

/** schedule and schedule_remove: one optional argument, the current tasklet when it is left out. */
function scheduling(name: string, fn: (I: Interpreter, value: Value) => R): NativeSpec {
  return raw((I, _module, args, kw) => {
    let value: Value | undefined;
    if (kw === null && args.length <= 1) value = args[0];
    else {
      const values = bindSignature(I, name, name, RETVAL, args, kw);
      if (values === undefined) return undefined;
      value = values[0];
    }
    return fn(vm(I), value === undefined ? schedulerOf(I).thread.running! : value);
  });
}

function runFunction(I: Interp, _module: Value, args: any[]): R {
  const numbers: number[] = [];
  for (const arg of args) {
    const n = intArgument(I, arg);
    if (n === undefined) return undefined;
    numbers.push(n);
  }
  const flags =
    (numbers[1] !== 0 ? RunFlag.THREAD_BLOCK : 0) |
    (numbers[2] !== 0 ? RunFlag.SOFT : 0) |
    (numbers[3] !== 0 ? RunFlag.IGNORE_NESTING : 0) |
    (numbers[4] !== 0 ? RunFlag.TOTAL_TIMEOUT : 0);
  return run(vm(I), numbers[0]!, flags);
}

function runNTasklets(I: Interp, _module: Value, v: Value): R {
  const n = intArgument(I, v);
  if (n === undefined) return undefined;
  if (n < 1) return runtimeError(I, 'the number of tasklets to run must be greater than zero');
  return runTasklets(vm(I), n);
}

function switchTrap(I: Interp, _module: Value, args: Value[]): R {
  const change = args.length === 0 ? 0 : intArgument(I, args[0]!);
  if (change === undefined) return undefined;
  const thread = schedulerOf(I).thread;
  const old = thread.switchTrap;
  thread.switchTrap += change;
  return old;
}

// -- information ----------------------------------------------------------------------------------

function currentId(I: Interp): Value {
  const thread = schedulerOf(I).thread;
  const t = thread.running!;
  return t === thread.main ? thread.id : I.idOf(t);
}

function threadIds(I: Interp): Value {
  return newList(
    I,
    schedulerOf(I).threads.map((thread) => thread.id),
  );
}

const SERIALS = 1 << 30;
const WATCHDOGS = 2 ** 31;

function threadInfo(I: Interp, _module: Value, args: Value[]): R {
  const id = args.length === 0 ? -1 : intArgument(I, args[0]!);
  if (id === undefined) return undefined;
  const flags = args.length < 2 ? 0 : intArgument(I, args[1]!);
  if (flags === undefined) return undefined;
  if (id < -1) return overflowError(I, "can't convert negative int to unsigned");
  const s = schedulerOf(I);
  const thread: SchedulerThread | undefined = id === -1 ? s.thread : s.threads.find((one) => one.id === id);
  if (thread === undefined) return runtimeError(I, 'Thread id not found');
  const info: Value[] = [thread.main, thread.runcount === 0 ? null : thread.running, thread.runcount];
  if ((flags & SERIALS) !== 0) info.push(0, 0, cstackOf(I, thread.main));
  if (Math.floor(flags / WATCHDOGS) % 2 !== 0) info.push(thread.watchdogs);
  return newTuple(I, info);
}

// -- callbacks and switches -----------------------------------------------------------------------

/** Setter of a callback: returns the previous one. */
function setCallback(field: 'scheduleCallback' | 'channelCallback', word: string): NativeSpec {
  return oneArg((I, _module, v) => {
    if (v !== null && !isCallable(I, v)) return typeError(I, `${word} callback must be callable`);
    const s = schedulerOf(I);
    const old = s[field];
    s[field] = v;
    return old;
  });
}

function setErrorHandler(I: Interp, _module: Value, args: Value[]): R {
  const s = schedulerOf(I);
  const old = s.errorHandler;
  s.errorHandler = args.length === 0 ? null : args[0]!;
  return old;
}

/** r = [truth of the flag] */
const SOFT_SWITCH_KIND = new NativeKind('stackless.enable_softswitch', (I, f) => setSoftSwitch(I, f.r[0]));

function enableSoftSwitch(I: Interp, _module: Value, v: Value): R {
  if (v === null) return schedulerOf(I).softSwitch;
  const entry = I.frame;
  const flag = truth(I, v);
  return flag === undefined ? I.then(entry, SOFT_SWITCH_KIND, [undefined]) : setSoftSwitch(I, flag);
}

function setSoftSwitch(I: Interp, flag: boolean): Value {
  const s = schedulerOf(I);
  const old = s.softSwitch;
  s.softSwitch = flag;
  return old;
}

/** pickle_flags and pickle_flags_default: replaces the bits of `mask`; returns the old flags. */
function pickleFlags(
  parameter: string,
  get: (s: Scheduler) => number,
  set: (s: Scheduler, flags: number) => void,
): NativeSpec {
  return bound(`${parameter}=-1, mask=-1`, (I, _module, args) => {
    const flags = intArgument(I, args[0]);
    const mask = flags === undefined ? undefined : intArgument(I, args[1]);
    if (flags === undefined || mask === undefined) return undefined;
    const s = schedulerOf(I);
    const old = get(s);
    if (flags === -1) return old;
    const isSmall = Number.isFinite(flags) && Math.abs(flags) <= 0x7fffffff && Number.isFinite(mask);
    const chosen = isSmall ? flags & mask : -1;
    if (flags < -1 || (chosen & ~ALL_PICKLE_FLAGS) !== 0) {
      return valueError(I, 'you must not set an undefined pickle-flag');
    }
    set(s, (old & ~mask) | chosen);
    return old;
  });
}

const getCurrent = (I: Interp): Value => schedulerOf(I).thread.running;
const getMain = (I: Interp): Value => schedulerOf(I).thread.main;
const getRunCount = (I: Interp): Value => schedulerOf(I).thread.runcount;

const FUNCTIONS: Readonly<Record<string, NativeSpec>> = {
  schedule: scheduling('schedule', schedule),
  schedule_remove: scheduling('schedule_remove', scheduleRemove),
  run: bound('timeout=0, threadblock=False, soft=False, ignore_nesting=False, totaltimeout=False', runFunction),
  run_n_tasklets: oneArg(runNTasklets),
  getcurrent: noArgs(getCurrent),
  getmain: noArgs(getMain),
  getruncount: noArgs(getRunCount),
  getcurrentid: noArgs(currentId),
  getthreads: noArgs(threadIds),
  getdebug: noArgs(() => false),
  getuncollectables: noArgs((I) => newList(I, [])),
  get_thread_info: someArgs(0, 2, threadInfo),
  switch_trap: someArgs(0, 1, switchTrap),
  set_schedule_callback: setCallback('scheduleCallback', 'schedule'),
  get_schedule_callback: noArgs((I) => schedulerOf(I).scheduleCallback),
  set_channel_callback: setCallback('channelCallback', 'channel'),
  get_channel_callback: noArgs((I) => schedulerOf(I).channelCallback),
  set_error_handler: someArgs(0, 1, setErrorHandler),
  enable_softswitch: oneArg(enableSoftSwitch),
  pickle_flags: pickleFlags(
    'new_flags',
    (s) => s.thread.pickleFlags,
    (s, flags) => (s.thread.pickleFlags = flags),
  ),
  pickle_flags_default: pickleFlags(
    'new_default',
    (s) => s.pickleFlagsDefault,
    (s, flags) => (s.pickleFlagsDefault = flags),
  ),
  calculateruncount: noArgs((I) => countRing(schedulerOf(I).thread)),
  get_active_tasklet_count: noArgs((I) => schedulerOf(I).alive + 1),
  get_all_time_tasklet_count: noArgs((I) => schedulerOf(I).created + 1),
  test_cframe_nr: oneArg((I, _module, v) => {
    const n = intArgument(I, v);
    return n === undefined ? undefined : testCframe(I, n);
  }),
  test_outside: noArgs(testOutside),
  _gc_track: oneArg(() => null),
  _gc_untrack: oneArg(() => null),
};

// -- the module's type ----------------------------------------------------------------------------

const readOnly =
  (name: string) =>
  (I: Interp): undefined =>
    raiseNamed(I, 'AttributeError', `can't set attribute '${name}'`);

const computed = (
  name: string,
  get: (I: Interp) => Value,
): { get: (I: Interp) => Value; set: (I: Interp) => undefined } => ({
  get,
  set: readOnly(name),
});

/** A subclass of module with computed attributes (spec 2.1, 2.2). */
export const STACKLESS_MODULE_TYPE_SPEC: TypeSpec = {
  name: 'slpmodule',
  module: '_stackless',
  base: MODULE_SPEC,
  isFinal: true,
  getset: {
    current: computed('current', getCurrent),
    main: computed('main', getMain),
    runcount: computed('runcount', getRunCount),
    threads: computed('threads', threadIds),
    debug: computed('debug', () => false),
    uncollectables: computed('uncollectables', (I) => newList(I, [])),
    pickle_with_tracing_state: {
      get: (I) => (schedulerOf(I).thread.pickleFlags & PRESERVE_TRACING_STATE) !== 0,
      set: (I, _module, v) => {
        const n = v === undefined ? undefined : asInt(v);
        if (n === undefined) return typeError(I, 'pickle_with_tracing_state must be set to a bool or integer');
        const thread = schedulerOf(I).thread;
        thread.pickleFlags = (thread.pickleFlags & ~PRESERVE_TRACING_STATE) | (n !== 0 ? PRESERVE_TRACING_STATE : 0);
        return true;
      },
    },
  },
  methods: {
    __reduce__: noArgs(() => 'stackless'),
    __reduce_ex__: oneArg(() => 'stackless'),
  },
};

const TYPES = [TASKLET_SPEC, CHANNEL_SPEC, ATOMIC_SPEC, BOMB_SPEC, CFRAME_SPEC];

const KINDS: readonly NativeKind[] = [
  ROOT_KIND,
  MAIN_ROOT_KIND,
  HOST_MAIN_KIND,
  RUN_KIND,
  EXPLODE_KIND,
  SCHEDULE_CALLBACK_KIND,
  CHANNEL_CALLBACK_KIND,
  THREAD_SLEEP_KIND,
  SOFT_SWITCH_KIND,
  TEST_CFRAME_KIND,
  TEST_OUTSIDE_KIND,
];

const CONSTANTS = {
  PICKLEFLAGS_PRESERVE_TRACING_STATE: PRESERVE_TRACING_STATE,
  PICKLEFLAGS_PRESERVE_AG_FINALIZER: 2,
  PICKLEFLAGS_RESET_AG_FINALIZER: 4,
};

export const STACKLESS_SPEC: ModuleSpec = {
  name: 'stackless',
  doc: 'Tasklets, channels and their scheduler.',
  functions: FUNCTIONS,
  types: TYPES,
  constants: CONSTANTS,
  kinds: KINDS,
  setup: (I, module) => {
    module.cls = I.typeFor(STACKLESS_MODULE_TYPE_SPEC);
    module.dict.setStr(I, 'stackless', module);
    module.dict.setStr(I, 'TaskletExit', I.types.exceptions.TaskletExit!);
    module.dict.setStr(I, '_test_nostacklesscall', nestedCaller(I));
  },
};

/** The same objects under the name that their types report. */
export const PRIVATE_STACKLESS_SPEC: ModuleSpec = {
  name: '_stackless',
  functions: FUNCTIONS,
  types: [...TYPES, CSTACK_SPEC, NESTED_CALLER_SPEC],
  constants: CONSTANTS,
};

/** What is left of the module of C test functions. */
export const TEST_STACKLESS_SPEC: ModuleSpec = {
  name: '_teststackless',
  functions: {
    test_cframe: bound('switches, words=0', (I, _module, args) => {
      const n = intArgument(I, args[0]);
      return n === undefined ? undefined : testCframe(I, n);
    }),
    test_cstate: oneArg((I, _module, callable) => nestedCall(I, callable, [], null, undefined)),
  },
};
