/** Built-in functions that iterate: all, any, iter, len, max, min, next, sorted, sum, aiter, anext. */
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec } from '../objects/native.ts';
import { bound, oneArg, raw, someArgs } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import { PyFloat, STOP } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { argumentKind, smallIntArgument } from '../objects/argument.ts';
import { newCallableIterator } from '../objects/callable-iterator.ts';
import { callUnbound0, lookupSpecial } from '../objects/call-special.ts';
import { CONTINUE, FoldSpec, foldIterable } from '../objects/fold.ts';
import { pythonNext } from '../objects/iteration.ts';
import { sortedList } from '../objects/list-sort.ts';
import { binaryOp, compare, iter, iterNext, len, truth } from '../objects/protocol.ts';
import { PyByteArray, PyBytes } from '../objects/scalar-payload.ts';
import { stopIteration, typeError, valueError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { asStr } from '../objects/unwrap.ts';
import { ANEXT_FUNCTION, ANEXT_KINDS } from './builtins-anext.ts';
import { PyGenerator, generatorSend } from '../vm/generator.ts';
import type { Interpreter } from '../vm/interpreter.ts';

type R = Value | undefined;

const ADD = 0;
const LESS = 0;
const GREATER = 4;

/** all() and any(): `state` is empty; iteration ends at the first item whose truth is `stopAt`. */
function truthFold(name: string, stopAt: boolean): FoldSpec {
  return new FoldSpec(
    name,
    (I, _state, item) => {
      const t = truth(I, item);
      return t === undefined ? undefined : t === stopAt ? stopAt : CONTINUE;
    },
    () => !stopAt,
    (_I, _state, t) => (t === stopAt ? stopAt : CONTINUE),
  );
}

const ALL = truthFold('builtins.all', false);
const ANY = truthFold('builtins.any', true);

/** state = [total]. */
const SUM = new FoldSpec(
  'builtins.sum',
  (I, state, item) => {
    const total = state[0];
    if (typeof total === 'number' && typeof item === 'number') {
      const sum = total + item;
      if (sum >= -Number.MAX_SAFE_INTEGER && sum <= Number.MAX_SAFE_INTEGER) {
        state[0] = sum;
        return CONTINUE;
      }
    } else if (total instanceof PyFloat && item instanceof PyFloat) {
      state[0] = new PyFloat(total.value + item.value);
      return CONTINUE;
    }
    const sum = binaryOp(I, ADD, total, item);
    if (sum === undefined) return undefined;
    state[0] = sum;
    return CONTINUE;
  },
  (_I, state) => state[0],
  (_I, state, sum) => {
    state[0] = sum;
    return CONTINUE;
  },
);

function sum(I: Interp, _module: Value, args: any[]): R {
  const [iterable, start] = args as [Value, Value];
  if (asStr(start) !== undefined) return typeError(I, "sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof PyBytes) return typeError(I, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (start instanceof PyByteArray) return typeError(I, "sum() can't sum bytearray [use b''.join(seq) instead]");
  return foldIterable(I, SUM, iterable, [start]);
}

// min and max. State of the fold.
const OP = 0;
const KEY = 1;
const DEFAULT = 2;
const BEST = 3; // undefined before the first item
const BEST_KEY = 4;
const ITEM = 5;
const ITEM_KEY = 6;
const PHASE = 7;

const PHASE_KEY = 0;
const PHASE_COMPARE = 1;
const PHASE_TRUTH = 2;

const BEST_OF = new FoldSpec(
  'builtins.minMax',
  (I, s, item) => {
    s[ITEM] = item;
    if (s[KEY] === null) return judge(I, s, item);
    s[PHASE] = PHASE_KEY;
    const key = I.call(s[KEY], [item], null);
    return key === undefined ? undefined : judge(I, s, key);
  },
  (I, s) => {
    if (s[BEST] !== undefined) return s[BEST];
    if (s[DEFAULT] !== undefined) return s[DEFAULT];
    return valueError(I, `${s[OP] === GREATER ? 'max' : 'min'}() arg is an empty sequence`);
  },
  (I, s, delivered) => {
    if (s[PHASE] === PHASE_KEY) return judge(I, s, delivered);
    return s[PHASE] === PHASE_COMPARE ? settle(I, s, delivered) : take(s, delivered);
  },
);

function judge(I: Interp, s: any[], key: Value): any {
  s[ITEM_KEY] = key;
  if (s[BEST] === undefined) return take(s, true);
  s[PHASE] = PHASE_COMPARE;
  const answer = compare(I, s[OP], key, s[BEST_KEY]);
  return answer === undefined ? undefined : settle(I, s, answer);
}

function settle(I: Interp, s: any[], answer: Value): any {
  if (typeof answer === 'boolean') return take(s, answer);
  s[PHASE] = PHASE_TRUTH;
  const t = truth(I, answer);
  return t === undefined ? undefined : take(s, t);
}

function take(s: any[], isBetter: boolean): any {
  if (isBetter) {
    s[BEST] = s[ITEM];
    s[BEST_KEY] = s[ITEM_KEY];
  }
  return CONTINUE;
}

function bestOf(name: 'min' | 'max', doc: string): NativeSpec {
  const op = name === 'max' ? GREATER : LESS;
  return raw((I, _module, args, kw) => {
    let key: Value = null;
    let fallback: R;
    let count = args.length;
    if (kw !== null) {
      count -= kw.length;
      for (let i = 0; i < kw.length; i++) {
        if (kw[i] === 'key') key = args[count + i]!;
        else if (kw[i] === 'default') fallback = args[count + i]!;
        else if (count > 0) return typeError(I, `'${kw[i]}' is an invalid keyword argument for ${name}()`);
      }
    }
    if (count === 0) return typeError(I, `${name} expected at least 1 argument, got 0`);
    if (count > 1 && fallback !== undefined) {
      return typeError(I, `Cannot specify a default for ${name}() with multiple positional arguments`);
    }
    const source = count > 1 ? newTuple(I, args.slice(0, count)) : args[0]!;
    return foldIterable(I, BEST_OF, source, [op, key, fallback, undefined, null, null, null, 0]);
  }, doc);
}

const SORTED_KIND = argumentKind('builtins.sorted.arguments', sortWith);

/** args = [iterable, key, reverse]. */
function sortWith(I: Interp, module: Value, args: any[]): R {
  const isReverse = typeof args[2] === 'boolean' ? args[2] : smallIntArgument(I, SORTED_KIND, module, args, 2);
  return isReverse === undefined
    ? undefined
    : sortedList(I, args[0], args[1], isReverse === true || (isReverse !== false && isReverse !== 0));
}

function sorted(I: Interp, module: Value, args: Value[], kw: readonly string[] | null): R {
  const count = args.length - (kw === null ? 0 : kw.length);
  if (count !== 1) return typeError(I, `sorted expected 1 argument, got ${count}`);
  const all: Value[] = [args[0]!, null, false];
  if (kw !== null) {
    for (let i = 0; i < kw.length; i++) {
      const at = kw[i] === 'key' ? 1 : kw[i] === 'reverse' ? 2 : 0;
      if (at === 0) return typeError(I, `'${kw[i]}' is an invalid keyword argument for sort()`);
      all[at] = args[count + i]!;
    }
  }
  return sortWith(I, module, all);
}

function makeIterator(I: Interp, _module: Value, args: Value[]): R {
  if (args.length === 1) return iter(I, args[0]!);
  if (typeOf(I, args[0]!).slots.call === null) return typeError(I, 'iter(v, w): v must be callable');
  return newCallableIterator(I, args[0]!, args[1]!);
}

function next(I: Interp, _module: Value, args: Value[]): R {
  const it = args[0]!;
  const slot = typeOf(I, it).slots.next;
  if (slot === null) return typeError(I, `'${typeName(I, it)}' object is not an iterator`);
  // What a generator returned is the value of its StopIteration.
  if (it instanceof PyGenerator && args.length === 1) return generatorSend(I as Interpreter, it, null);
  // A Python `__next__` raises StopIteration itself, with whatever value it likes.
  if (slot === pythonNext && args.length === 1) return callUnbound0(I, lookupSpecial(I, it, '__next__')!, it);
  I.stopValue = null;
  const entry = I.frame;
  const v = iterNext(I, it);
  if (v === undefined) return I.then(entry, NEXT_KIND, [undefined, args[1]]);
  return v === STOP ? exhausted(I, args[1]) : v;
}

/** r = [delivered value or STOP, default]. */
const NEXT_KIND = new NativeKind('builtins.next', (I: Interp, f: Frame) =>
  f.r[0] === STOP ? exhausted(I, f.r[1]) : f.r[0],
);

function exhausted(I: Interp, fallback: R): R {
  // The value of the StopIteration that the iterator's end was made of, if it had one.
  const value = I.stopValue;
  I.stopValue = null;
  return fallback === undefined ? stopIteration(I, value) : fallback;
}

function asyncIterator(I: Interp, _module: Value, v: Value): R {
  const slot = typeOf(I, v).slots.aiter;
  if (slot === null) return typeError(I, `'${typeName(I, v)}' object is not an async iterable`);
  const entry = I.frame;
  const it = slot(I, v);
  return it === undefined ? I.then(entry, AITER_KIND, [undefined]) : checkAsync(I, it);
}

/** r = [delivered]. */
const AITER_KIND = new NativeKind('builtins.aiter', (I: Interp, f: Frame) => checkAsync(I, f.r[0]));

function checkAsync(I: Interp, it: Value): R {
  if (typeOf(I, it).slots.anext !== null) return it;
  return typeError(I, `aiter() returned not an async iterator of type '${typeName(I, it)}'`);
}

export const ITERATION_FUNCTIONS: Readonly<Record<string, NativeSpec>> = {
  all: oneArg(
    (I, _m, v) => foldIterable(I, ALL, v, []),
    'Return True if bool(x) is True for all values x in the iterable.',
  ),
  any: oneArg((I, _m, v) => foldIterable(I, ANY, v, []), 'Return True if bool(x) is True for any x in the iterable.'),
  len: oneArg((I, _m, v) => len(I, v), 'Return the number of items in a container.'),
  iter: someArgs(
    1,
    2,
    makeIterator,
    'Get an iterator from an object, or call a callable until it returns the sentinel.',
  ),
  next: someArgs(1, 2, next, 'Return the next item from the iterator; default, if given, when it is exhausted.'),
  max: bestOf('max', 'With an iterable, return its biggest item; with several arguments, the largest of them.'),
  min: bestOf('min', 'With an iterable, return its smallest item; with several arguments, the smallest of them.'),
  sorted: raw(sorted, 'Return a new list containing all items from the iterable in ascending order.'),
  sum: bound(
    'iterable, /, start=0',
    sum,
    "Return the sum of a 'start' value (default: 0) plus an iterable of numbers.",
  ),
  aiter: oneArg(asyncIterator, 'Return an AsyncIterator for an AsyncIterable object.'),
  anext: ANEXT_FUNCTION,
};

export const ITERATION_KINDS: readonly NativeKind[] = [
  ALL.kind,
  ANY.kind,
  SUM.kind,
  BEST_OF.kind,
  SORTED_KIND,
  NEXT_KIND,
  AITER_KIND,
  ...ANEXT_KINDS,
];
