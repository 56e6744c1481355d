/** The type `channel` (spec 4.1, 4.2). */
import { CONTINUE, FoldSpec, foldIterable } from '../objects/fold.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Interp } from '../objects/interp.ts';
import { noArgs, oneArg, raw, someArgs } from '../objects/native.ts';
import type { TypeSpec } from '../objects/native.ts';
import { typeError } from '../objects/raise.ts';
import { isSubtype } from '../objects/type.ts';
import { asInt } from '../objects/unwrap.ts';
import { STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { PyChannel, PyChannelObject, waitersOf } from '../stackless/channel.ts';
import { receive, send } from '../stackless/exchange.ts';
import { schedulerOf } from '../stackless/scheduler-of.ts';
import { kill } from '../stackless/throw.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import { checkThrown, isExceptionClass, makeThrown } from './stackless-module-arguments.ts';

type R = Value | undefined;

const vm = (I: Interp): Interpreter => I as Interpreter;

// -- sending exceptions ---------------------------------------------------------------------------

/** r = [made exception, channel, what was given, traceback, phase]: sends what calling an exception class made. */
const SEND_MADE_KIND = new NativeKind('channel.send_made', (I, f) => {
  const r = f.r;
  if (r[4] === 1) return r[0];
  const made = r[0];
  r[0] = undefined;
  r[4] = 1;
  const exc = checkThrown(I, r[2], made, r[3]);
  return exc === undefined ? undefined : send(vm(I), r[1], schedulerOf(I).makeBomb(exc));
});

function sendThrown(I: Interp, ch: PyChannel, exc: Value, val: Value, tb: Value): R {
  const entry = I.frame;
  const made = makeThrown(I, exc, val, tb);
  if (made !== undefined) return send(vm(I), ch, schedulerOf(I).makeBomb(made));
  return I.exc !== null ? undefined : I.then(entry, SEND_MADE_KIND, [undefined, ch, exc, tb, 0]);
}

function sendException(I: Interp, ch: PyChannel, args: Value[], kw: readonly string[] | null): R {
  if (kw !== null && kw.length > 0) return typeError(I, 'channel.send_exception() takes no keyword arguments');
  if (args.length === 0) return typeError(I, 'send_exception() takes at least 1 argument');
  const cls = args[0]!;
  if (!isExceptionClass(I, cls)) {
    return typeError(I, 'channel.send_exception needs Exception or string subclass as first parameter');
  }
  const entry = I.frame;
  const made = I.call(cls, args.slice(1));
  if (made === undefined)
    return I.exc !== null ? undefined : I.then(entry, SEND_MADE_KIND, [undefined, ch, cls, null, 0]);
  const exc = checkThrown(I, cls, made, null);
  return exc === undefined ? undefined : send(vm(I), ch, schedulerOf(I).makeBomb(exc));
}

// -- sequences ------------------------------------------------------------------------------------

const SEND_SEQUENCE = new FoldSpec(
  'channel.send_sequence',
  (I, state, item) => {
    state[1]++;
    return send(vm(I), state[0], item) === undefined ? undefined : CONTINUE;
  },
  (_I, state) => state[1],
);

/** Turns the StopIteration that somebody has sent into the end of a loop over the channel. r = [delivered] */
const CHANNEL_NEXT_KIND = new NativeKind(
  'channel.next',
  (_I, f) => f.r[0],
  (I, _f, exc) => {
    if (!isSubtype(exc.cls, I.types.exceptions.StopIteration)) return undefined;
    I.exc = null;
    I.stopValue = exc.args.length > 0 ? exc.args[0]! : null;
    return STOP;
  },
);

function channelNext(I: Interp, ch: PyChannel): any {
  if (ch.isClosing && ch.balance <= 0) return STOP;
  const entry = I.frame;
  const v = receive(vm(I), ch);
  return v === undefined ? I.then(entry, CHANNEL_NEXT_KIND, [undefined]) : v;
}

/** r = [delivered, waiting tasklets, index]: kills one after the other. */
const CLEAR_KIND = new NativeKind('channel.clear', (I, f) => {
  const r = f.r;
  while (r[2] < r[1].length) {
    r[0] = undefined;
    const t = r[1][r[2]++];
    if (kill(vm(I), t, false) === undefined) return undefined;
  }
  return null;
});

function clear(I: Interp, ch: PyChannel): R {
  return I.enter(CLEAR_KIND, [undefined, waitersOf(ch), 0]);
}

// -- attributes -----------------------------------------------------------------------------------

function setPreference(I: Interp, ch: PyChannel, v: Value | undefined): true | undefined {
  const n = v === undefined ? undefined : asInt(v);
  if (n === undefined) return typeError(I, 'preference must be set to an integer');
  ch.preference = n > 0 ? 1 : n < 0 ? -1 : 0;
  return true;
}

function setScheduleAll(I: Interp, ch: PyChannel, v: Value | undefined): true | undefined {
  const n = v === undefined ? undefined : asInt(v);
  if (n === undefined) return typeError(I, 'preference must be set to a bool or integer');
  ch.scheduleAll = n !== 0;
  return true;
}

function allocateChannel(I: Interp, cls: any): PyChannel {
  I.bytesLeft -= 8 * I.memory.pointerBytes;
  return cls === I.typeFor(CHANNEL_SPEC) ? new PyChannel(cls) : new PyChannelObject(cls);
}

export const CHANNEL_SPEC: TypeSpec = {
  name: 'channel',
  module: '_stackless',
  doc: 'A meeting point of tasklets: whoever sends waits for a receiver, whoever receives waits for a sender.',
  allocate: allocateChannel,
  slots: {
    new: allocateChannel,
    init: () => null,
    iter: (_I, ch) => ch,
    next: channelNext,
    visit: (ch: PyChannel, visit) => {
      for (let t = ch.head; t !== null; t = t.next) visit(t);
    },
    sizeOf: (I) => 8 * I.memory.pointerBytes,
  },
  methods: {
    send: oneArg((I, ch: PyChannel, v) => send(vm(I), ch, v)),
    receive: noArgs((I, ch: PyChannel) => receive(vm(I), ch)),
    send_exception: raw(sendException),
    send_throw: someArgs(1, 3, (I, ch: PyChannel, args) =>
      sendThrown(I, ch, args[0]!, args.length > 1 ? args[1]! : null, args.length > 2 ? args[2]! : null),
    ),
    send_sequence: oneArg((I, ch: PyChannel, v) => foldIterable(I, SEND_SEQUENCE, v, [ch, 0])),
    close: noArgs((_I, ch: PyChannel) => {
      ch.isClosing = true;
      return null;
    }),
    open: noArgs((_I, ch: PyChannel) => {
      ch.isClosing = false;
      return null;
    }),
    clear: noArgs(clear),
  },
  getset: {
    balance: { get: (_I, ch: PyChannel) => ch.balance },
    queue: { get: (_I, ch: PyChannel) => ch.head },
    preference: { get: (_I, ch: PyChannel) => ch.preference, set: setPreference },
    schedule_all: { get: (_I, ch: PyChannel) => (ch.scheduleAll ? 1 : 0), set: setScheduleAll },
    closing: { get: (_I, ch: PyChannel) => ch.isClosing },
    closed: { get: (_I, ch: PyChannel) => ch.isClosing && ch.balance === 0 },
  },
  kinds: [SEND_MADE_KIND, SEND_SEQUENCE.kind, CHANNEL_NEXT_KIND, CLEAR_KIND],
};
