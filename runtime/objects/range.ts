/**
 * Payload of `range`. Leaf file; the Python face is `range-type.ts`.
 * `length` is an exact int: a number wherever `start`, `stop` and `step` are, a bigint possibly otherwise.
 */
import { PyObject } from './value.ts';
import type { PyType } from './type.ts';
import { addInt, floorDivInt, subInt } from '../numeric/int-arith.ts';

type Int = number | bigint;

export class PyRange extends PyObject {
  readonly start: Int;
  readonly stop: Int;
  readonly step: Int;
  readonly length: Int;
  constructor(cls: PyType, start: Int, stop: Int, step: Int) {
    super(cls);
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = rangeLength(start, stop, step);
  }

  /** All of start, length and step are numbers and so is every item: iteration needs no big arithmetic. */
  get isSmall(): boolean {
    return (
      typeof this.start === 'number' &&
      typeof this.step === 'number' &&
      typeof this.stop === 'number' &&
      typeof this.length === 'number'
    );
  }
}

/** Number of items from `start` towards `stop` by `step`, which is not zero. */
export function rangeLength(start: Int, stop: Int, step: Int): Int {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    const span = step > 0 ? stop - start : start - stop;
    if (span <= 0) return 0;
    if (span <= Number.MAX_SAFE_INTEGER) return Math.floor((span - 1) / Math.abs(step)) + 1;
  }
  if (step > 0 ? start >= stop : start <= stop) return 0;
  const span = step > 0 ? subInt(stop, start) : subInt(start, stop);
  const size = step > 0 ? step : subInt(0, step);
  return addInt(floorDivInt(subInt(span, 1), size), 1);
}
