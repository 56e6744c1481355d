/**
 * `choice`, `choices`, `sample` and `shuffle`. Positions are drawn first, all at once; then items are fetched, which for sequences in
 * Python may suspend.
 */
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec } from '../objects/native.ts';
import { bound, oneArg } from '../objects/native.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { Value } from '../objects/value.ts';
import { argumentKind, indexArgument } from '../objects/argument.ts';
import { collectItems } from '../objects/collect.ts';
import { chargeGrowth } from '../objects/growth.ts';
import { PyList, newList } from '../objects/list.ts';
import { getItem, len, setItem } from '../objects/protocol.ts';
import { indexError, typeError, valueError } from '../objects/raise.ts';
import { PyTuple } from '../objects/tuple.ts';
import { PyDict } from '../objects/dict.ts';
import { PyAnySet } from '../objects/set.ts';
import { typeName, typeOf } from '../objects/type-of.ts';
import { asFloat, asInt } from '../objects/unwrap.ts';
import { accurateLog } from '../numeric/accurate-math.ts';
import type { PyRandom } from './random-type.ts';

type R = Value | undefined;

/** The items of exact lists and tuples, which are read without calling Python. */
function plainItems(v: Value): readonly Value[] | undefined {
  if (typeof v !== 'object' || v === null) return undefined;
  return v.constructor === PyList || v.constructor === PyTuple ? (v as PyList).items : undefined;
}

/** Returns the list of `population[i]` for the given positions. May call Python. */
function pick(I: Interp, population: Value, positions: readonly number[]): R {
  const items = plainItems(population);
  if (items !== undefined) {
    const picked: Value[] = [];
    for (let i = 0; i < positions.length; i++) {
      const item = items[positions[i]!];
      if (item === undefined) return indexError(I, `${typeName(I, population)} index out of range`);
      picked.push(item);
    }
    return newList(I, picked);
  }
  return I.enter(PICK_KIND, [undefined, population, positions, []]);
}

/** r = [delivered item, population, positions, items so far]. */
const PICK_KIND = new NativeKind('random.pick', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    if (r[0] !== undefined) r[3].push(r[0]);
    r[0] = undefined;
    if (r[3].length >= r[2].length) return newList(I, r[3]);
    if (--I.ticks < 0) return I.pause(f);
    const item = getItem(I, r[1], r[2][r[3].length]);
    if (item === undefined) return undefined;
    r[0] = item;
  }
});

function choice(I: Interp, self: PyRandom, sequence: Value): R {
  const items = plainItems(sequence);
  if (items !== undefined && items.length > 0) return items[self.twister.randBelow(items.length) as number]!;
  const entry = I.frame;
  const count = len(I, sequence);
  return count === undefined
    ? I.then(entry, CHOICE_KIND, [undefined, self, sequence, 0])
    : chooseOf(I, self, sequence, count);
}

function chooseOf(I: Interp, self: PyRandom, sequence: Value, count: number): R {
  if (count === 0) return indexError(I, 'Cannot choose from an empty sequence');
  return getItem(I, sequence, self.twister.randBelow(count) as number);
}

/** r = [delivered, generator, sequence, phase]: phase 0 gets the length, 1 the item. */
const CHOICE_KIND = new NativeKind('random.choice', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[3] === 1) return r[0];
  r[3] = 1;
  const count = r[0];
  r[0] = undefined;
  return chooseOf(I, r[1], r[2], count);
});

const CHOICES_KIND = argumentKind('random.choices.arguments', choices);
/** args = [population, weights, cum_weights, k]; retried with lists in the place of iterables. */
function choices(I: Interp, self: PyRandom, args: any[]): R {
  const [population, weights, cumulative] = args as Value[];
  const k = indexArgument(I, CHOICES_KIND, self, args, 3);
  if (k === undefined) return undefined;
  const entry = I.frame;
  const known = plainItems(population!);
  const count = known === undefined ? len(I, population!) : known.length;
  if (count === undefined) {
    // The length of a Python sequence: asked again when the arguments are gone through once more.
    return I.exc !== null ? undefined : I.then(entry, COUNTED_CHOICES_KIND, [undefined, self, args.slice(), 0]);
  }
  return chooseMany(I, self, population!, weights!, cumulative!, Math.max(0, Number(k)), count);
}

/** r = [delivered length, generator, arguments, phase]. */
const COUNTED_CHOICES_KIND = new NativeKind('random.choices', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[3] === 1) return r[0];
  r[3] = 1;
  const count = r[0];
  r[0] = undefined;
  const [population, weights, cumulative, k] = r[2];
  return chooseMany(I, r[1], population, weights, cumulative, Math.max(0, Number(asInt(k))), count);
});

function chooseMany(
  I: Interp,
  self: PyRandom,
  population: Value,
  weights: Value,
  cumulative: Value,
  k: number,
  count: number,
): R {
  I.ticks -= k;
  if (!chargeGrowth(I, k * 2 * I.memory.pointerBytes)) return undefined;
  const positions: number[] = [];
  if (weights === null && cumulative === null) {
    for (let i = 0; i < k; i++) positions.push(Math.floor(self.twister.random() * count));
    return pick(I, population, positions);
  }
  if (weights !== null && cumulative !== null)
    return typeError(I, 'Cannot specify both weights and cumulative weights');
  const source = weights ?? cumulative!;
  if (weights !== null && asInt(weights) !== undefined) {
    return typeError(I, `The number of choices must be a keyword argument: k=${asInt(weights)}`);
  }
  const entry = I.frame;
  const items = collectItems(I, source);
  if (items === undefined)
    return I.then(entry, WEIGHTS_KIND, [undefined, self, population, weights !== null, k, count, 0]);
  return chooseWeighted(I, self, population, items, weights !== null, k, count);
}

/** r = [delivered weights, generator, population, are they to be summed up, k, length, phase]. */
const WEIGHTS_KIND = new NativeKind('random.weights', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[6] === 1) return r[0];
  r[6] = 1;
  const items = r[0];
  r[0] = undefined;
  return chooseWeighted(I, r[1], r[2], items, r[3], r[4], r[5]);
});

function chooseWeighted(
  I: Interp,
  self: PyRandom,
  population: Value,
  items: readonly Value[],
  isToSum: boolean,
  k: number,
  count: number,
): R {
  const bounds: number[] = [];
  let sum = 0;
  for (const item of items) {
    const n = asInt(item);
    const x = n === undefined ? asFloat(item) : Number(n);
    if (x === undefined) return typeError(I, `unsupported operand type(s) for +: 'int' and '${typeName(I, item)}'`);
    sum += x;
    bounds.push(isToSum ? sum : x);
  }
  if (bounds.length !== count) return valueError(I, 'The number of weights does not match the population');
  if (count === 0) return indexError(I, 'list index out of range');
  const total = bounds[count - 1]!;
  if (total <= 0) return valueError(I, 'Total of weights must be greater than zero');
  if (total - total !== 0) return valueError(I, 'Total of weights must be finite');
  const positions: number[] = [];
  for (let i = 0; i < k; i++) positions.push(bisect(bounds, self.twister.random() * total, count - 1));
  return pick(I, population, positions);
}

/** The first of the positions 0 to `high` whose bound is greater than `x`; `high` if none is. */
function bisect(bounds: readonly number[], x: number, high: number): number {
  let low = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x < bounds[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

const SAMPLE_KIND = argumentKind('random.sample.arguments', sample);
/** args = [population, k, counts]. */
function sample(I: Interp, self: PyRandom, args: any[]): R {
  const [population, k, counts] = args as Value[];
  const known = plainItems(population!);
  if (known === undefined && !isSequence(I, population!)) {
    return typeError(I, 'Population must be a sequence.  For dicts or sets, use sorted(d).');
  }
  if (asFloat(k!) !== undefined) return valueError(I, 'Sample larger than population or is negative');
  const size = indexArgument(I, SAMPLE_KIND, self, args, 1);
  if (size === undefined) return undefined;
  const entry = I.frame;
  const count = known === undefined ? len(I, population!) : known.length;
  if (count === undefined)
    return I.then(entry, COUNTED_SAMPLE_KIND, [undefined, self, population, Number(size), counts, 0]);
  return sampleOf(I, self, population!, Number(size), counts!, count);
}

function isSequence(I: Interp, v: Value): boolean {
  const type = typeOf(I, v);
  const slots = type.slots;
  // A Python class counts only if it says it is a sequence (collections.abc.Sequence).
  if (type.spec.name === 'object') return type.matchSequence;
  return (
    slots.getitem !== null &&
    slots.len !== null &&
    !(v instanceof PyDict) &&
    !(v instanceof PyAnySet) &&
    !type.matchMapping
  );
}

/** r = [delivered length, generator, population, k, counts, phase]. */
const COUNTED_SAMPLE_KIND = new NativeKind('random.sample', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[5] === 1) return r[0];
  r[5] = 1;
  const count = r[0];
  r[0] = undefined;
  return sampleOf(I, r[1], r[2], r[3], r[4], count);
});

function sampleOf(I: Interp, self: PyRandom, population: Value, k: number, counts: Value, count: number): R {
  if (counts !== null) {
    const entry = I.frame;
    const items = collectItems(I, counts);
    if (items === undefined) return I.then(entry, SAMPLE_COUNTS_KIND, [undefined, self, population, k, count, 0]);
    return sampleCounted(I, self, population, k, count, items);
  }
  const positions = samplePositions(I, self, count, k);
  return positions === undefined ? undefined : pick(I, population, positions);
}

/** r = [delivered counts, generator, population, k, length, phase]. */
const SAMPLE_COUNTS_KIND = new NativeKind('random.sample.counts', (I: Interp, f: Frame) => {
  const r = f.r;
  if (r[5] === 1) return r[0];
  r[5] = 1;
  const items = r[0];
  r[0] = undefined;
  return sampleCounted(I, r[1], r[2], r[3], r[4], items);
});

function sampleCounted(
  I: Interp,
  self: PyRandom,
  population: Value,
  k: number,
  count: number,
  items: readonly Value[],
): R {
  const bounds: number[] = [];
  let total = 0;
  for (const item of items) {
    const n = asInt(item);
    if (n === undefined) return typeError(I, 'Counts must be integers');
    total += Number(n);
    bounds.push(total);
  }
  if (bounds.length !== count) return valueError(I, 'The number of counts does not match the population');
  if (total <= 0) return valueError(I, 'Total of counts must be greater than zero');
  const drawn = samplePositions(I, self, total, k);
  if (drawn === undefined) return undefined;
  return pick(
    I,
    population,
    drawn.map((x) => bisect(bounds, x, bounds.length - 1)),
  );
}

/** Draws `k` different positions below `count`, by whichever of CPython's two ways it would choose: they draw different numbers. */
function samplePositions(I: Interp, self: PyRandom, count: number, k: number): number[] | undefined {
  if (!(k >= 0 && k <= count)) return valueError(I, 'Sample larger than population or is negative');
  let setSize = 21;
  if (k > 5) setSize += 4 ** Math.ceil(accurateLog(k * 3) / accurateLog(4));
  I.ticks -= k;
  const positions: number[] = [];
  if (count <= setSize) {
    if (!chargeGrowth(I, count * I.memory.pointerBytes)) return undefined;
    const pool: number[] = [];
    for (let i = 0; i < count; i++) pool.push(i);
    for (let i = 0; i < k; i++) {
      const j = self.twister.randBelow(count - i) as number;
      positions.push(pool[j]!);
      pool[j] = pool[count - i - 1]!;
    }
    return positions;
  }
  if (!chargeGrowth(I, k * 8 * I.memory.pointerBytes)) return undefined;
  const drawn = new Set<number>();
  for (let i = 0; i < k; i++) {
    let j = self.twister.randBelow(count) as number;
    while (drawn.has(j)) j = self.twister.randBelow(count) as number;
    drawn.add(j);
    positions.push(j);
  }
  return positions;
}

function shuffle(I: Interp, self: PyRandom, sequence: Value): R {
  if (typeof sequence === 'object' && sequence !== null && sequence.constructor === PyList) {
    const items = (sequence as PyList).items;
    I.ticks -= items.length;
    for (let i = items.length - 1; i >= 1; i--) {
      const j = self.twister.randBelow(i + 1) as number;
      const item = items[i]!;
      items[i] = items[j]!;
      items[j] = item;
    }
    return null;
  }
  return I.enter(SHUFFLE_KIND, [undefined, self, sequence, -1, 0, 0, null]);
}

/** r = [delivered, generator, sequence, i (-1: length unknown), j, phase, item j]: fetches items j and i, stores them at i and j. */
const SHUFFLE_KIND = new NativeKind('random.shuffle', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    const delivered = r[0];
    r[0] = undefined;
    let v: any;
    switch (r[5]) {
      case 0:
        r[5] = 1;
        v = len(I, r[2]);
        break;
      case 1:
        // A new pair; the first time with the length.
        r[3] = r[3] < 0 ? delivered - 1 : r[3] - 1;
        if (r[3] < 1) return null;
        if (--I.ticks < 0) {
          r[3]++;
          if (r[3] > 0) {
            r[0] = undefined;
            return I.pause(f);
          }
        }
        r[4] = (r[1] as PyRandom).twister.randBelow(r[3] + 1);
        r[5] = 2;
        v = getItem(I, r[2], r[4]);
        break;
      case 2:
        r[6] = delivered;
        r[5] = 3;
        v = getItem(I, r[2], r[3]);
        break;
      case 3: {
        const first = r[6];
        r[6] = delivered;
        r[5] = 4;
        v = setItem(I, r[2], r[3], first);
        break;
      }
      default:
        r[5] = 1;
        v = setItem(I, r[2], r[4], r[6]);
    }
    if (v === undefined) return undefined;
    r[0] = v;
  }
});

export const RANDOM_SEQUENCE_METHODS: Readonly<Record<string, NativeSpec>> = {
  choice: oneArg(choice, 'Choose a random element from a non-empty sequence.'),
  choices: bound(
    'population, weights=None, *, cum_weights=None, k=1',
    choices,
    'Return a k sized list of population elements chosen with replacement.',
  ),
  sample: bound(
    'population, k, *, counts=None',
    sample,
    'Chooses k unique random elements from a population sequence.',
  ),
  shuffle: oneArg(shuffle, 'Shuffle list x in place, and return None.'),
};

export const RANDOM_SEQUENCE_KINDS: readonly NativeKind[] = [
  PICK_KIND,
  CHOICE_KIND,
  CHOICES_KIND,
  COUNTED_CHOICES_KIND,
  WEIGHTS_KIND,
  SAMPLE_KIND,
  COUNTED_SAMPLE_KIND,
  SAMPLE_COUNTS_KIND,
  SHUFFLE_KIND,
];
