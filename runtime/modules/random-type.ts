/**
 * `random.Random`: the Mersenne Twister with CPython's seeding and CPython's way of drawing ints, so that the same seed gives the same game.
 * Unlike CPython's, which is Python on top of a small native base, all of it is native; a subclass that overrides `random` or
 * `getrandbits` changes what those return, and nothing else (docs/differences.md).
 */
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec } from '../objects/native.ts';
import type { NativeKind } from '../objects/frame.ts';
import { noArgs, oneArg, someArgs } from '../objects/native.ts';
import { PyFloat, PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';
import type { Shape } from '../objects/shape.ts';
import { argumentKind, indexArgument, sizeArgument } from '../objects/argument.ts';
import { newBytes } from '../objects/bytes-conversion.ts';
import { zeroBytes } from '../objects/bytes-new.ts';
import { chargeGrowth } from '../objects/growth.ts';
import { PyByteArray, PyBytes } from '../objects/scalar-payload.ts';
import { overflowError, raiseFailure, typeError, valueError } from '../objects/raise.ts';
import { toInt } from '../objects/int-new.ts';
import { retryArgument } from '../objects/argument.ts';
import { PyTuple, newTuple } from '../objects/tuple.ts';
import { asBuffer, asFloat, asInt, asStr } from '../objects/unwrap.ts';
import { Failure } from '../base/failure.ts';
import { addInt, floorDivInt, mulInt, subInt } from '../numeric/int-arith.ts';
import { intToBytes } from '../numeric/int-bytes.ts';
import { hashFloat } from '../numeric/hash.ts';
import { MersenneTwister } from '../numeric/mersenne-twister.ts';
import { encodeStr } from '../text/encode.ts';
import { bytesToLatin1 } from '../text/bytes-methods.ts';

type R = Value | undefined;
type Int = number | bigint;

const STATE_VERSION = 3;

export class PyRandom extends PyObject {
  readonly twister: MersenneTwister;
  /** The second value of the last pair that `gauss` made; null if it was used. */
  gaussNext: number | null;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType) {
    super(cls);
    this.twister = new MersenneTwister();
    this.gaussNext = null;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

/** Makes a generator seeded by the runtime. */
export function newRandom(I: Interp, cls: PyType): PyRandom {
  I.bytesLeft -= 2500;
  const random = new PyRandom(cls);
  seedFromRuntime(I, random);
  return random;
}

function seedFromRuntime(I: Interp, random: PyRandom): void {
  random.twister.seedFromInt(addInt(mulInt(I.nextSeed(), 4294967296), I.nextSeed()));
}

/** `seed(a=None, version=2)`: null (None) when done. */
export function seed(I: Interp, self: PyRandom, args: any[]): R {
  const a: Value = args[0];
  const version = args[1];
  self.gaussNext = null;
  if (a === null) {
    seedFromRuntime(I, self);
    return null;
  }
  const n = asInt(a);
  if (n !== undefined) {
    self.twister.seedFromInt(n);
    return null;
  }
  const x = asFloat(a);
  if (x !== undefined) {
    const hash = hashFloat(x, x === x ? 0 : I.idOf(a));
    self.twister.seedFromInt(hash < 0 ? BigInt.asUintN(64, BigInt(hash)) : hash);
    return null;
  }
  const text = asStr(a);
  if (version === 1 && (text !== undefined || a instanceof PyBytes)) {
    self.twister.seedFromInt(oldHash(text ?? bytesToLatin1(asBuffer(a)!)));
    return null;
  }
  const bytes =
    text !== undefined
      ? encodeStr(text, 'utf-8', 'strict')
      : a instanceof PyBytes || a instanceof PyByteArray
        ? asBuffer(a)
        : undefined;
  if (!(bytes instanceof Uint8Array)) {
    return typeError(I, 'The only supported seed types are: None,\nint, float, str, bytes, and bytearray.');
  }
  I.ticks -= bytes.length >> 4;
  self.twister.seedFromBytes(bytes);
  return null;
}

/** What version 1 made of text. */
function oldHash(text: string): Int {
  let x = text === '' ? 0n : BigInt(text.codePointAt(0)!) << 7n;
  let count = 0;
  for (const char of text) {
    x = BigInt.asUintN(64, (1000003n * x) ^ BigInt(char.codePointAt(0)!));
    count++;
  }
  x ^= BigInt(count);
  return x === BigInt.asUintN(64, -1n) ? -2 : x;
}

function getState(I: Interp, self: PyRandom): R {
  if (!chargeGrowth(I, 630 * 8)) return undefined;
  const words = newTuple(I, self.twister.getState());
  return newTuple(I, [STATE_VERSION, words, self.gaussNext === null ? null : new PyFloat(self.gaussNext)]);
}

function setState(I: Interp, self: PyRandom, state: Value): R {
  if (!(state instanceof PyTuple) || state.items.length === 0)
    return typeError(I, 'state must be a tuple made by getstate()');
  const version = state.items[0];
  if (version !== STATE_VERSION) {
    return valueError(
      I,
      `state with version ${String(version)} passed to Random.setstate() of version ${STATE_VERSION}`,
    );
  }
  const words = state.items[1];
  if (!(words instanceof PyTuple)) return typeError(I, 'state vector must be a tuple');
  if (words.items.length !== 625) return valueError(I, 'state vector is the wrong size');
  const numbers: number[] = [];
  for (const word of words.items) {
    const n = asInt(word);
    if (n === undefined) return typeError(I, 'an integer is required');
    numbers.push(Number(n));
  }
  if (!self.twister.setState(numbers)) return valueError(I, 'invalid state');
  const next = state.items[2];
  self.gaussNext = next === undefined || next === null ? null : Number(asFloat(next) ?? asInt(next));
  return null;
}

const BITS_KIND = argumentKind('random.getrandbits.arguments', getRandBits);
function getRandBits(I: Interp, self: PyRandom, args: any[]): R {
  const count = sizeArgument(I, BITS_KIND, self, args, 0);
  if (count === undefined) return undefined;
  if (count > 1e9) return overflowError(I, 'Python int too large to convert to C int');
  I.ticks -= count > 0 ? count >> 6 : 0;
  if (count > 0 && !chargeGrowth(I, count >> 3)) return undefined;
  const n = self.twister.getRandBits(count);
  return n instanceof Failure ? raiseFailure(I, n) : n;
}

const BYTES_KIND = argumentKind('random.randbytes.arguments', randBytes);
function randBytes(I: Interp, self: PyRandom, args: any[]): R {
  const count = indexArgument(I, BYTES_KIND, self, args, 0);
  if (count === undefined) return undefined;
  if (count < 0) return valueError(I, 'number of bits must be non-negative');
  const data = zeroBytes(I, count);
  if (data === undefined) return undefined;
  I.ticks -= data.length >> 2;
  const n = self.twister.getRandBits(data.length * 8);
  if (n instanceof Failure) return raiseFailure(I, n);
  const bytes = intToBytes(n, data.length, true, false);
  return bytes instanceof Failure ? raiseFailure(I, bytes) : newBytes(I, bytes);
}

/** An int argument of `randrange`; a whole float still passes, as in 3.11. */
function rangeArgument(
  I: Interp,
  kind: NativeKind,
  self: PyRandom,
  args: readonly any[],
  position: number,
): Int | undefined {
  const v = args[position];
  const n = asInt(v);
  if (n !== undefined) return n;
  const entry = I.frame;
  const whole = toInt(I, v);
  if (whole === undefined) return retryArgument(I, entry, kind, self, args, position);
  const x = asFloat(v);
  if (x !== undefined && x !== Number(whole)) {
    return valueError(I, `non-integer ${['arg 1', 'stop', 'step'][position]} for randrange()`);
  }
  return whole;
}

const RANGE_KIND = argumentKind('random.randrange.arguments', randRange);
/** args = [start, stop or None, step]. */
function randRange(I: Interp, self: PyRandom, args: any[]): R {
  const start = rangeArgument(I, RANGE_KIND, self, args, 0);
  if (start === undefined) return undefined;
  if (args.length < 2 || args[1] === null) {
    if (args.length > 2 && args[2] !== 1) return typeError(I, 'Missing a non-None stop argument');
    return start > 0 ? self.twister.randBelow(start) : valueError(I, 'empty range for randrange()');
  }
  const stop = rangeArgument(I, RANGE_KIND, self, args, 1);
  if (stop === undefined) return undefined;
  const step = args.length > 2 ? rangeArgument(I, RANGE_KIND, self, args, 2) : 1;
  if (step === undefined) return undefined;
  const width = subInt(stop, start);
  if (step === 1) {
    if (width > 0) return addInt(start, self.twister.randBelow(width));
    return valueError(I, `empty range for randrange() (${start}, ${stop}, ${width})`);
  }
  if (step === 0) return valueError(I, 'zero step for randrange()');
  const count =
    step > 0 ? floorDivInt(subInt(addInt(width, step), 1), step) : floorDivInt(addInt(addInt(width, step), 1), step);
  if (count <= 0) return valueError(I, 'empty range for randrange()');
  return addInt(start, mulInt(step, self.twister.randBelow(count)));
}

const INT_KIND = argumentKind('random.randint.arguments', randInt);
function randInt(I: Interp, self: PyRandom, args: any[]): R {
  const low = rangeArgument(I, INT_KIND, self, args, 0);
  if (low === undefined) return undefined;
  const high = rangeArgument(I, INT_KIND, self, args, 1);
  if (high === undefined) return undefined;
  const stop = addInt(high, 1);
  const width = subInt(stop, low);
  if (width > 0) return addInt(low, self.twister.randBelow(width));
  return valueError(I, `empty range for randrange() (${low}, ${stop}, ${width})`);
}

export const RANDOM_METHODS: Readonly<Record<string, NativeSpec>> = {
  random: noArgs((_I, self: PyRandom) => new PyFloat(self.twister.random()), 'random() -> x in the interval [0, 1).'),
  seed: { arity: 'bound', signature: 'a=None, version=2', fn: seed, doc: 'Initialize internal state from a seed.' },
  getstate: noArgs(getState, 'Return internal state; can be passed to setstate() later.'),
  setstate: oneArg(setState, 'Restore internal state from object returned by getstate().'),
  getrandbits: oneArg(
    (I, self, k) => getRandBits(I, self, [k]),
    'getrandbits(k) -> x.  Generates an int with k random bits.',
  ),
  randbytes: oneArg((I, self, n) => randBytes(I, self, [n]), 'Generate n random bytes.'),
  randrange: {
    arity: 'bound',
    signature: 'start, stop=None, step=1',
    fn: randRange,
    doc: 'Choose a random item from range(stop) or range(start, stop[, step]).',
  },
  randint: {
    arity: 'bound',
    signature: 'a, b',
    fn: randInt,
    doc: 'Return random integer in range [a, b], including both end points.',
  },
  _randbelow: someArgs(1, 1, (_I, self: PyRandom, args) =>
    args[0] === 0 ? 0 : self.twister.randBelow(asInt(args[0]!) ?? 1),
  ),
};

export const RANDOM_KINDS: readonly NativeKind[] = [BITS_KIND, BYTES_KIND, RANGE_KIND, INT_KIND];
