/** `str.maketrans` and `str.translate`. A table is anything with `__getitem__`; exact dicts are asked without calling Python. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { PyException } from './exception.ts';
import type { Value } from './value.ts';
import { ABSENT, NEEDS_PYTHON, PyDict, newDict } from './dict.ts';
import { dictSet } from './dict-operations.ts';
import { getItem } from './subscript.ts';
import { isSubtype } from './type.ts';

import { typeError, valueError } from './raise.ts';
import { chargeText } from './text-charge.ts';
import { namedTextArgument, textOf } from './str-arguments.ts';
import { asInt, asStr } from './unwrap.ts';
import { pointLength, toPoints } from '../text/code-points.ts';

type R = Value | undefined;

/** `str.maketrans(x, y, z)`. */
export function makeTranslation(I: Interp, _self: Value, args: readonly Value[]): R {
  const [x, y, z] = args;
  if (y === undefined) return tableOfDict(I, x!);
  const from = asStr(x!);
  if (from === undefined) {
    // The second argument is looked at first.
    if (asStr(y) === undefined) return namedTextArgument(I, 'maketrans', 2, y);
    return typeError(I, 'first maketrans argument must be a string if there is a second argument');
  }
  const to = namedTextArgument(I, 'maketrans', 2, y);
  if (to === undefined) return undefined;
  const removed = z === undefined ? '' : namedTextArgument(I, 'maketrans', 3, z);
  if (removed === undefined) return undefined;
  if (pointLength(from) !== pointLength(to))
    return valueError(I, 'the first two maketrans arguments must have equal length');
  if (!chargeText(I, 32 * (from.length + removed.length))) return undefined;
  const table = newDict(I);
  const targets = toPoints(to);
  const sources = toPoints(from);
  for (let i = 0; i < sources.length; i++) {
    if (dictSet(I, table, sources[i]!.codePointAt(0)!, targets[i]!.codePointAt(0)!) === undefined) return undefined;
  }
  for (const char of toPoints(removed))
    if (dictSet(I, table, char.codePointAt(0)!, null) === undefined) return undefined;
  return table;
}

function tableOfDict(I: Interp, source: Value): R {
  if (!(source instanceof PyDict) || source.constructor !== PyDict) {
    return typeError(I, 'if you give only one argument to maketrans it must be a dict');
  }
  const table = newDict(I);
  I.ticks -= source.keys.length;
  for (let i = 0; i < source.keys.length; i++) {
    const key = source.keys[i];
    if (key === undefined) continue;
    const text = asStr(key);
    const n = text === undefined ? asInt(key) : undefined;
    if (text === undefined && n === undefined)
      return typeError(I, 'keys in translate table must be strings or integers');
    if (text !== undefined && pointLength(text) !== 1)
      return valueError(I, 'string keys in translate table must be of length 1');
    if (dictSet(I, table, text === undefined ? n! : text.codePointAt(0)!, source.vals[i]!) === undefined)
      return undefined;
  }
  return table;
}

/** `text.translate(table)`. May call Python. */
export function translate(I: Interp, self: Value, table: Value): R {
  const text = textOf(self);
  return I.enter(TRANSLATE_KIND, [undefined, text, table, 0, '', 0]);
}

/** r = [delivered, text, table, unit of the character asked about, text so far, is a look-up under way]. */
export const TRANSLATE_KIND = new NativeKind(
  'str.translate',
  (I: Interp, f: Frame) => {
    const r = f.r;
    if (r[5] === 1) {
      const found = r[0];
      r[0] = undefined;
      r[5] = 0;
      if (append(I, f, found) === undefined) return undefined;
    }
    return scan(I, f);
  },
  (I: Interp, f: Frame, exc: PyException) => {
    // LookupError: the character stands for itself.
    if (f.r[5] !== 1 || !isSubtype(exc.cls, I.types.exceptions.LookupError!)) return undefined;
    I.exc = null;
    f.r[5] = 0;
    keep(f);
    return scan(I, f);
  },
);

function keep(f: Frame): void {
  const char = String.fromCodePoint((f.r[1] as string).codePointAt(f.r[3])!);
  f.r[4] += char;
  f.r[3] += char.length;
}

function append(I: Interp, f: Frame, found: Value): true | undefined {
  const r = f.r;
  const size = r[1].codePointAt(r[3])! > 0xffff ? 2 : 1;
  if (found !== null) {
    const text = asStr(found);
    if (text !== undefined) {
      if (!chargeText(I, text.length)) return undefined;
      r[4] += text;
    } else {
      const code = asInt(found);
      if (code === undefined) {
        typeError(I, 'character mapping must return integer, None or str');
        return undefined;
      }
      if (code < 0 || code > 0x10ffff) {
        valueError(I, 'character mapping must be in range(0x110000)');
        return undefined;
      }
      r[4] += String.fromCodePoint(Number(code));
    }
  }
  r[3] += size;
  return true;
}

function scan(I: Interp, f: Frame): R {
  const r = f.r;
  const text: string = r[1];
  const table = r[2];
  const dict = table instanceof PyDict && table.constructor === PyDict ? table : null;
  while (r[3] < text.length) {
    if (--I.ticks < 0) return I.pause(f);
    const code = text.codePointAt(r[3])!;
    const entry = dict === null ? NEEDS_PYTHON : dict.find(code);
    if (entry !== NEEDS_PYTHON) {
      if (entry === ABSENT) keep(f);
      else if (append(I, f, dict!.valueAt(entry)!) === undefined) return undefined;
      continue;
    }
    r[5] = 1;
    const found = getItem(I, table, code);
    if (found === undefined) {
      if (I.exc === null || !isSubtype(I.exc.cls, I.types.exceptions.LookupError!)) return undefined;
      I.exc = null;
      r[5] = 0;
      keep(f);
      continue;
    }
    r[5] = 0;
    if (append(I, f, found) === undefined) return undefined;
  }
  return r[4];
}
