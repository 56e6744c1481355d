/**
 * Arguments of natives that have to be converted through Python methods (`__index__`, `__bool__`, `__float__`), which may suspend.
 *
 * A native that takes such arguments is written as if conversion were immediate, and starts again from its beginning once a suspended
 * conversion is finished, with the converted value in the place of the object. So it must convert before it has any effect:
 *
 *   const EXAMPLE_ARGUMENTS = argumentKind('type.example.arguments', example);
 *   function example(I, self, args) {
 *     const n = indexArgument(I, EXAMPLE_ARGUMENTS, self, args, 0);
 *     if (n === undefined) return undefined;
 *
 * The kind belongs into `kinds` of the TypeSpec or ModuleSpec. `args` is copied before it is changed.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import { index, truth } from './conversion.ts';
import { overflowError } from './raise.ts';
import { asInt } from './unwrap.ts';
import { toFloat } from './float-conversion.ts';

type ArgumentsFn = (I: Interp, self: any, args: any[]) => any;

/** Makes the continuation of a native with converted arguments. r = [delivered, self, args, position, phase]. */
export function argumentKind(name: string, fn: ArgumentsFn): NativeKind {
  return new NativeKind(name, (I: Interp, f: Frame) => {
    const r = f.r;
    const delivered = r[0];
    if (r[4] === 1) return delivered;
    r[2][r[3]] = delivered;
    r[0] = undefined;
    r[4] = 1;
    return fn(I, r[1], r[2]);
  });
}

/** Starts the native again later: a conversion of `args[position]`, begun when `entry` was on top, has raised or suspended. */
export function retryArgument(
  I: Interp,
  entry: Frame,
  kind: NativeKind,
  self: Value,
  args: readonly any[],
  position: number,
): undefined {
  if (I.exc !== null) return undefined;
  return I.then(entry, kind, [undefined, self, args.slice(), position, 0]);
}

/** Returns `args[position]` as an int of any size. @raises TypeError (Python) if it is none. */
export function indexArgument(
  I: Interp,
  kind: NativeKind,
  self: Value,
  args: readonly any[],
  position: number,
): number | bigint | undefined {
  const v = args[position];
  if (typeof v === 'number') return v;
  const entry = I.frame;
  const n = index(I, v);
  return n === undefined ? retryArgument(I, entry, kind, self, args, position) : n;
}

/**
 * Returns `args[position]` as a number within CPython's `Py_ssize_t`; what is outside the safe range is Infinity or -Infinity.
 * @raises OverflowError (Python) if it does not fit the pointer width.
 */
export function sizeArgument(
  I: Interp,
  kind: NativeKind,
  self: Value,
  args: readonly any[],
  position: number,
): number | undefined {
  const n = indexArgument(I, kind, self, args, position);
  return n === undefined ? undefined : sizeOfInt(I, n);
}

/** Checks that an int fits `Py_ssize_t`. */
export function sizeOfInt(I: Interp, n: number | bigint): number | undefined {
  const bits = I.memory.pointerBytes * 8;
  if (typeof n === 'number' && (bits === 64 || (n >= -2147483648 && n <= 2147483647))) return n;
  if (typeof n === 'bigint' && bits === 64 && BigInt.asIntN(64, n) === n) return n < 0n ? -Infinity : Infinity;
  return overflowError(I, 'Python int too large to convert to C ssize_t');
}

/** Returns `args[position]` as a C int. @raises OverflowError (Python) if it does not fit. */
export function smallIntArgument(
  I: Interp,
  kind: NativeKind,
  self: Value,
  args: readonly any[],
  position: number,
): number | undefined {
  const n = indexArgument(I, kind, self, args, position);
  if (n === undefined) return undefined;
  if (typeof n === 'bigint') return overflowError(I, 'Python int too large to convert to C int');
  if (n > 2147483647) return overflowError(I, 'signed integer is greater than maximum');
  if (n < -2147483648) return overflowError(I, 'signed integer is less than minimum');
  return n;
}

/**
 * Returns a slice-like bound (`str.find(x, start, stop)`): None and absence give `missing`, anything too large the nearest infinity.
 * @raises TypeError (Python) "slice indices must be integers or None or have an __index__ method".
 */
export function boundArgument(
  I: Interp,
  kind: NativeKind,
  self: Value,
  args: readonly any[],
  position: number,
  missing: number,
): number | undefined {
  const v = args[position];
  if (typeof v === 'number') return v;
  if (v === undefined || v === null) return missing;
  if (asInt(v) === undefined && !hasIndex(I, v)) return notAnIndex(I);
  const n = indexArgument(I, kind, self, args, position);
  if (n === undefined) return undefined;
  return typeof n === 'number' ? n : n < 0n ? -Infinity : Infinity;
}

function hasIndex(_I: Interp, v: Value): boolean {
  return typeof v === 'object' && v !== null && v.constructor !== PyFloat && (v as any).cls.slots.index !== null;
}

function notAnIndex(I: Interp): undefined {
  return I.raiseNew(
    I.types.exceptions.TypeError!,
    'slice indices must be integers or None or have an __index__ method',
  );
}

/** Returns the truth of `args[position]`. */
export function truthArgument(
  I: Interp,
  kind: NativeKind,
  self: Value,
  args: readonly any[],
  position: number,
): boolean | undefined {
  const v = args[position];
  if (typeof v === 'boolean') return v;
  const entry = I.frame;
  const t = truth(I, v);
  return t === undefined ? retryArgument(I, entry, kind, self, args, position) : t;
}

/** Returns `args[position]` as a float, by `__float__` or `__index__`. @raises TypeError (Python) "must be real number, not X". */
export function floatArgument(
  I: Interp,
  kind: NativeKind,
  self: Value,
  args: readonly any[],
  position: number,
): number | undefined {
  const v = args[position];
  if (typeof v === 'number') return v;
  if (v !== null && typeof v === 'object' && v.constructor === PyFloat) return v.value;
  const entry = I.frame;
  const x = toFloat(I, v);
  return x === undefined ? retryArgument(I, entry, kind, self, args, position) : x.value;
}
