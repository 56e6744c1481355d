/** The type `tasklet` (spec 3). */
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import { bound, noArgs, oneArg, raw, someArgs } from '../objects/native.ts';
import type { GetSetSpec, TypeSpec } from '../objects/native.ts';
import { overflowError, raiseNamed, runtimeError, typeError, valueError } from '../objects/raise.ts';
import { bindSignature, parseSignature } from '../objects/signature.ts';
import { asInt } from '../objects/unwrap.ts';
import { truthArgument, argumentKind } from '../objects/argument.ts';
import type { Value } from '../objects/value.ts';
import { bind, setup } from '../stackless/bind.ts';
import { nestingLevel } from '../stackless/nesting.ts';
import { insert, remove, runTasklet, switchTo } from '../stackless/schedule.ts';
import { schedulerOf } from '../stackless/scheduler-of.ts';
import {
  extraOf,
  isAlive,
  isFloating,
  isLinked,
  noteFound,
  PyTasklet,
  PyTaskletObject,
  TaskletFlag,
} from '../stackless/tasklet.ts';
import { kill, throwInto } from '../stackless/throw.ts';
import { deliverNoted } from '../stackless/watchdog.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import {
  checkThrown,
  flagArgument,
  intArgument,
  isCallable,
  isExceptionClass,
  joinArguments,
  makeThrown,
} from './stackless-module-arguments.ts';
import { cstackOf } from './stackless-module-types.ts';

type R = Value | undefined;

const vm = (I: Interp): Interpreter => I as Interpreter;

// -- binding --------------------------------------------------------------------------------------

const BIND = parseSignature('func=None, args=None, kwargs=None');

function bindChecked(I: Interp, t: PyTasklet, func: Value, args: Value, kwargs: Value): R {
  if (func !== null && !isCallable(I, func)) return typeError(I, 'tasklet function must be a callable or None');
  const joined = joinArguments(I, args, kwargs);
  if (joined === undefined) return undefined;
  const s = schedulerOf(I);
  return joined === null ? bind(vm(I), s, t, func, null, null) : bind(vm(I), s, t, func, joined.args, joined.kw);
}

function allocateTasklet(I: Interp, cls: any): PyTasklet {
  const s = schedulerOf(I);
  I.bytesLeft -= 20 * I.memory.pointerBytes;
  s.created++;
  return cls === s.taskletType ? new PyTasklet(cls, s.thread) : new PyTaskletObject(cls, s.thread);
}

// -- exceptions -----------------------------------------------------------------------------------

/** r = [made exception, tasklet, what was given, traceback, pending?, phase]: throws what calling an exception class made. */
const THROW_MADE_KIND = new NativeKind('tasklet.throw_made', (I, f) => {
  const r = f.r;
  if (r[5] === 1) return r[0];
  const made = r[0];
  r[0] = undefined;
  r[5] = 1;
  const exc = checkThrown(I, r[2], made, r[3]);
  return exc === undefined ? undefined : throwInto(vm(I), r[1], exc, r[4]);
});

const THROW_ARGUMENTS = argumentKind('tasklet.throw.arguments', throwMethod);

function throwMethod(I: Interp, t: PyTasklet, args: any[]): R {
  const isPending = truthArgument(I, THROW_ARGUMENTS, t, args, 3);
  if (isPending === undefined) return undefined;
  const entry = I.frame;
  const exc = makeThrown(I, args[0], args[1], args[2]);
  if (exc !== undefined) return throwInto(vm(I), t, exc, isPending);
  return I.exc !== null ? undefined : I.then(entry, THROW_MADE_KIND, [undefined, t, args[0], args[2], isPending, 0]);
}

function raiseException(I: Interp, t: PyTasklet, args: Value[], kw: readonly string[] | null): R {
  if (kw !== null && kw.length > 0) return typeError(I, 'tasklet.raise_exception() takes no keyword arguments');
  if (args.length === 0) return typeError(I, 'raise_exception() takes at least 1 argument');
  const cls = args[0]!;
  if (!isExceptionClass(I, cls)) {
    return typeError(I, 'tasklet.raise_exception needs Exception or string subclass as first parameter');
  }
  const entry = I.frame;
  const made = I.call(cls, args.slice(1));
  if (made === undefined) {
    return I.exc !== null ? undefined : I.then(entry, THROW_MADE_KIND, [undefined, t, cls, null, false, 0]);
  }
  const exc = checkThrown(I, cls, made, null);
  return exc === undefined ? undefined : throwInto(vm(I), t, exc, false);
}

const KILL_ARGUMENTS = argumentKind('tasklet.kill.arguments', killMethod);

function killMethod(I: Interp, t: PyTasklet, args: any[]): R {
  const isPending = truthArgument(I, KILL_ARGUMENTS, t, args, 0);
  return isPending === undefined ? undefined : kill(vm(I), t, isPending);
}

// -- flags and threads ----------------------------------------------------------------------------

/** Sets or clears flag `bit`; returns the old value. The change may let a noted interrupt through. */
function setFlag(I: Interp, t: PyTasklet, bit: TaskletFlag, v: Value, message: string): R {
  const isSet = flagArgument(I, v, message);
  if (isSet === undefined) return undefined;
  const old = (t.flags & bit) !== 0;
  if (isSet) t.flags |= bit;
  else t.flags &= ~bit;
  const s = schedulerOf(I);
  if (s.thread.running === t) deliverNoted(s);
  return old;
}

function bindThread(I: Interp, t: PyTasklet, args: Value[]): R {
  const id = args.length === 0 ? -1 : intArgument(I, args[0]!);
  if (id === undefined) return undefined;
  if (id < -1) return overflowError(I, "can't convert negative int to unsigned");
  const s = schedulerOf(I);
  const target = id === -1 ? s.thread : s.threads.find((thread) => thread.id === id);
  if (target !== undefined && target === t.thread) return null;
  if (t.next !== null && t.channel === null) return runtimeError(I, "can't (re)bind a runnable tasklet");
  if (nestingLevel(s, t) !== 0) return runtimeError(I, 'tasklet has C state on its stack');
  if (target === undefined) return valueError(I, 'bad thread');
  t.thread = target;
  return null;
}

/** Tasklets are saved with the whole runtime (snapshot/), not by pickle. */
function reduce(I: Interp, t: PyTasklet): undefined {
  if (isRunning(t)) return runtimeError(I, 'You cannot __reduce__ the tasklet which is current.');
  return typeError(I, "cannot pickle '_stackless.tasklet' object");
}

// -- attributes -----------------------------------------------------------------------------------

function isRunning(t: PyTasklet): boolean {
  return t.thread !== null && t.thread.running === t;
}

/** Top of its chain of frames; null if it has none. */
function topFrame(I: Interp, t: PyTasklet): Frame | null {
  return isRunning(t) ? I.frame : t.frame;
}

function recursionDepth(I: Interp, t: PyTasklet): number {
  let depth = 0;
  for (let f = topFrame(I, t); f !== null; f = f.back) if (!(f.code instanceof NativeKind) && f.code !== null) depth++;
  return depth;
}

function frameOf(I: Interp, t: PyTasklet): Value {
  if (!isAlive(t)) return null;
  for (let f = topFrame(I, t); f !== null; f = f.back) {
    if (!(f.code instanceof NativeKind) && f.code !== null) return vm(I).frameObject(f);
  }
  return null;
}

function setBlockTrap(I: Interp, t: PyTasklet, v: Value | undefined): true | undefined {
  const n = v === undefined ? undefined : asInt(v);
  if (n === undefined) return typeError(I, 'block_trap must be set to a bool or integer');
  if (n !== 0) t.flags |= TaskletFlag.BLOCK_TRAP;
  else t.flags &= ~TaskletFlag.BLOCK_TRAP;
  return true;
}

function setTempval(I: Interp, t: PyTasklet, v: Value | undefined): true | undefined {
  if (v === undefined) return raiseNamed(I, 'AttributeError', "can't delete attribute 'tempval'");
  t.tempval = v;
  return true;
}

function tracer(field: 'traceFunction' | 'profileFunction', word: string): GetSetSpec {
  return {
    get: (_I, t: PyTasklet) => (t.extra === null ? null : t.extra[field]),
    set: (I, t: PyTasklet, v) => {
      if (!isAlive(t)) return runtimeError(I, 'tasklet is not alive');
      if (isRunning(t) && t.thread !== schedulerOf(I).thread) {
        return runtimeError(I, `You cannot set the ${word} function of the current tasklet of another thread`);
      }
      if (v !== undefined && v !== null && !isCallable(I, v))
        return typeError(I, `${word} function must be callable or None`);
      if ((v === undefined || v === null) && t.extra === null) return true;
      extraOf(t)[field] = v === undefined ? null : v;
      return true;
    },
  };
}

const flag = (bit: TaskletFlag): GetSetSpec => ({ get: (_I, t: PyTasklet) => (t.flags & bit) !== 0 });

export const TASKLET_SPEC: TypeSpec = {
  name: 'tasklet',
  module: '_stackless',
  doc: 'A function that runs on its own stack, beside others: tasklet(func)(*args) makes it and puts it into the run queue.',
  allocate: allocateTasklet,
  slots: {
    new: allocateTasklet,
    init: (I, t: PyTasklet, args, kw) => {
      if (args.length === 1 && kw === null)
        return bindChecked(I, t, args[0]!, null, null) === undefined ? undefined : null;
      const values = bindSignature(I, 'tasklet', 'tasklet', BIND, args, kw);
      if (values === undefined) return undefined;
      return bindChecked(I, t, values[0], values[1], values[2]) === undefined ? undefined : null;
    },
    call: (I, t: PyTasklet, args, kw) => setup(vm(I), schedulerOf(I), t, args, kw),
    visit: (t: PyTasklet, visit) => {
      noteFound(t);
      visit(t.frame);
      visit(t.tempval);
      visit(t.fn);
      visit(t.next);
      visit(t.channel);
      if (t.excInfo !== null) visit(t.excInfo.value);
      if (t.context !== null) visit(t.context.context);
      if (t.extra !== null) {
        visit(t.extra.traceFunction);
        visit(t.extra.profileFunction);
      }
    },
    sizeOf: (I) => 20 * I.memory.pointerBytes,
  },
  methods: {
    bind: bound('func=None, args=None, kwargs=None', (I, t: PyTasklet, args) =>
      bindChecked(I, t, args[0], args[1], args[2]),
    ),
    setup: raw((I, t: PyTasklet, args, kw) => setup(vm(I), schedulerOf(I), t, args.slice(), kw)),
    insert: noArgs((I, t: PyTasklet) => insert(vm(I), t)),
    remove: noArgs((I, t: PyTasklet) => remove(vm(I), t)),
    run: noArgs((I, t: PyTasklet) => runTasklet(vm(I), t)),
    switch: noArgs((I, t: PyTasklet) => switchTo(vm(I), t)),
    throw: bound('exc, val=None, tb=None, pending=False', throwMethod),
    raise_exception: raw(raiseException),
    kill: bound('pending=False', killMethod),
    set_atomic: oneArg((I, t: PyTasklet, v) =>
      setFlag(I, t, TaskletFlag.ATOMIC, v, 'set_atomic needs exactly one bool or integer'),
    ),
    set_ignore_nesting: oneArg((I, t: PyTasklet, v) =>
      setFlag(I, t, TaskletFlag.IGNORE_NESTING, v, 'set_ignore_nesting needs exactly one bool or integer'),
    ),
    bind_thread: someArgs(0, 1, bindThread),
    __del__: noArgs(() => null),
    __reduce__: noArgs(reduce),
    __reduce_ex__: oneArg(reduce),
  },
  getset: {
    alive: { get: (_I, t: PyTasklet) => isAlive(t) },
    paused: { get: (_I, t: PyTasklet) => isAlive(t) && isFloating(t) },
    scheduled: { get: (_I, t: PyTasklet) => isLinked(t) },
    blocked: { get: (_I, t: PyTasklet) => t.channel !== null },
    restorable: { get: (I, t: PyTasklet) => nestingLevel(schedulerOf(I), t) === 0 },
    atomic: flag(TaskletFlag.ATOMIC),
    ignore_nesting: flag(TaskletFlag.IGNORE_NESTING),
    block_trap: { get: (_I, t: PyTasklet) => (t.flags & TaskletFlag.BLOCK_TRAP) !== 0, set: setBlockTrap },
    is_current: { get: (_I, t: PyTasklet) => isRunning(t) },
    is_main: { get: (_I, t: PyTasklet) => t.thread !== null && t.thread.main === t },
    thread_id: { get: (_I, t: PyTasklet) => (t.thread === null ? -1 : t.thread.id) },
    recursion_depth: { get: (I, t: PyTasklet) => recursionDepth(I, t) },
    nesting_level: { get: (I, t: PyTasklet) => nestingLevel(schedulerOf(I), t) },
    frame: { get: frameOf },
    next: { get: (_I, t: PyTasklet) => t.next },
    prev: { get: (_I, t: PyTasklet) => t.prev },
    _channel: { get: (_I, t: PyTasklet) => t.channel },
    tempval: { get: (_I, t: PyTasklet) => t.tempval, set: setTempval },
    trace_function: tracer('traceFunction', 'trace'),
    profile_function: tracer('profileFunction', 'profile'),
    cstate: { get: (I, t: PyTasklet) => cstackOf(I, t) },
  },
  kinds: [THROW_MADE_KIND, THROW_ARGUMENTS, KILL_ARGUMENTS],
};
