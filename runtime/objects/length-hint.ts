/** `operator.length_hint`: `len()` if there is one, else `__length_hint__`, else a default. */
import type { Value } from './value.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { PyException } from './exception.ts';
import { isSubtype } from './type.ts';
import { asInt } from './unwrap.ts';
import { callUnbound0, lookupSpecial } from './call-special.ts';
import { raiseNamed, typeError, valueError } from './raise.ts';
import { typeOf } from './type-of.ts';

/** What CPython takes for a list being filled from an iterable that says nothing. */
export const LENGTH_HINT_DEFAULT = 8;

/** Returns how many items `v` will probably yield, or `fallback`. May call Python. */
export function lengthHint(I: Interp, v: Value, fallback: number): number | undefined {
  const slot = typeOf(I, v).slots.len;
  return I.enter(LENGTH_HINT_KIND, [undefined, v, fallback, slot === null ? 2 : 0]);
}

/** r = [delivered, object, fallback, phase (0 ask len, 1 its answer, 2 ask `__length_hint__`, 3 its answer, 4 checks it)]. */
export const LENGTH_HINT_KIND = new NativeKind(
  'objects.lengthHint',
  (I, f) => {
    const r = f.r;
    const v: Value = r[1];
    if (r[3] === 0) {
      r[3] = 1;
      const n = typeOf(I, v).slots.len!(I, v);
      if (n === undefined) return undefined;
      return n;
    }
    if (r[3] === 1) return r[0];
    if (r[3] === 2) {
      const fn = lookupSpecial(I, v, '__length_hint__');
      if (fn === undefined) return r[2];
      r[3] = 3;
      r[0] = callUnbound0(I, fn, v);
      if (r[0] === undefined) return undefined;
    }
    r[3] = 4;
    return checkHint(I, r[0], r[2]);
  },
  (I, f, exc: PyException) => {
    if (f.r[3] === 4 || !isSubtype(exc.cls, I.types.exceptions.TypeError!)) return undefined;
    I.exc = null;
    if (f.r[3] >= 2) return f.r[2];
    // No length after all: the hint is asked instead.
    f.r[3] = 2;
    f.r[0] = undefined;
    return LENGTH_HINT_KIND.resume(I, f);
  },
);

function checkHint(I: Interp, hint: Value, fallback: number): number | undefined {
  if (hint === I.NotImplemented) return fallback;
  const n = asInt(hint);
  if (n === undefined) return typeError(I, `__length_hint__ must be an integer, not ${typeOf(I, hint).tpName}`);
  if (n < 0) return valueError(I, '__length_hint__() should return >= 0');
  if (typeof n === 'bigint') return raiseNamed(I, 'OverflowError', 'Python int too large to convert to C ssize_t');
  return n;
}

export const LENGTH_HINT_KINDS = [LENGTH_HINT_KIND];
