/**
 * `format(value, spec)`: what f-strings, `str.format` and the built-in `format` do. Exact scalars are formatted at once; everything else
 * through `__format__`, which may be Python code.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import { callUnbound1, lookupSpecial } from './call-special.ts';
import { str } from './conversion.ts';
import { chargeInt } from './int-charge.ts';
import { raiseFailure, typeError } from './raise.ts';
import { chargeText } from './text-charge.ts';
import { typeName, typeOf } from './type-of.ts';
import { asStr } from './unwrap.ts';
import { Failure } from '../base/failure.ts';
import { decimalDigitsAtMost } from '../numeric/int-arith.ts';
import { intToDecimal } from '../numeric/int-text.ts';
import {
  formatComplex as layoutComplex,
  formatFloat as layoutFloat,
  formatInt as layoutInt,
  formatLengthBound,
  formatStr as layoutStr,
  parseFormatSpec,
} from '../numeric/format-spec.ts';
import type { FormatSpec } from '../numeric/format-spec.ts';

/**
 * Returns `format(v, spec)` as a primitive string. May call Python.
 * @raises TypeError (Python) if `v` cannot be formatted so, or `__format__` returns no str; ValueError for a bad `spec`.
 */
export function formatValue(I: Interp, v: Value, spec: string): string | undefined {
  if (typeof v === 'string') return spec === '' ? v : formatStr(I, v, spec);
  if (typeof v === 'number') return spec === '' ? String(v) : formatInt(I, v, spec, 'int');
  if (typeof v === 'bigint') return formatInt(I, v, spec, 'int');
  if (typeof v === 'boolean') return spec === '' ? (v ? 'True' : 'False') : formatInt(I, v ? 1 : 0, spec, 'bool');
  if (v instanceof PyFloat) return spec === '' ? str(I, v) : formatFloat(I, v.value, spec);
  const fn = lookupSpecial(I, v, '__format__');
  if (fn === undefined) return typeError(I, `unsupported format string passed to ${typeName(I, v)}.__format__`);
  const entry = I.frame;
  const result = callUnbound1(I, fn, v, spec);
  return result === undefined ? I.then(entry, FORMAT_RESULT_KIND, [undefined]) : formatResult(I, result);
}

/** r = [delivered]: what `__format__` returned. */
export const FORMAT_RESULT_KIND = new NativeKind('objects.formatResult', (I: Interp, f: Frame) =>
  formatResult(I, f.r[0]),
);

function formatResult(I: Interp, v: Value): string | undefined {
  const text = asStr(v);
  return text === undefined ? typeError(I, `__format__ must return a str, not ${typeName(I, v)}`) : text;
}

/** `object.__format__`: `str(v)`, and no specification is understood. May call Python. */
export function formatObject(I: Interp, v: Value, spec: string): string | undefined {
  if (spec !== '') return typeError(I, `unsupported format string passed to ${typeOf(I, v).tpName}.__format__`);
  return str(I, v);
}

/** Returns `format(value, spec)` of an int; `name` is the type's for messages. */
export function formatInt(I: Interp, value: number | bigint, spec: string, name: string): string | undefined {
  if (typeof value === 'bigint' && !chargeInt(I, 'toDecimal', value, 0)) return undefined;
  if (spec === '') {
    const text = intToDecimal(value, I.maxIntDigits);
    return text instanceof Failure ? raiseFailure(I, text) : text;
  }
  const parsed = parseFormatSpec(spec, 'int', name);
  if (parsed instanceof Failure) return raiseFailure(I, parsed);
  const digits = parsed.code === 'b' ? decimalDigitsAtMost(value) * 3.4 : decimalDigitsAtMost(value) * 1.2;
  return admit(I, parsed, digits) ? finish(I, layoutInt(value, parsed, name, I.maxIntDigits)) : undefined;
}

/** Returns `format(value, spec)` of a float; `spec` is not empty (that would be `repr`). */
export function formatFloat(I: Interp, value: number, spec: string): string | undefined {
  const parsed = parseFormatSpec(spec, 'float', 'float');
  if (parsed instanceof Failure) return raiseFailure(I, parsed);
  return admit(I, parsed, 0) ? finish(I, layoutFloat(value, parsed)) : undefined;
}

/** Returns `format(complex(re, im), spec)`; `spec` is not empty. */
export function formatComplex(I: Interp, re: number, im: number, spec: string): string | undefined {
  const parsed = parseFormatSpec(spec, 'complex', 'complex');
  if (parsed instanceof Failure) return raiseFailure(I, parsed);
  return admit(I, parsed, 0) ? finish(I, layoutComplex(re, im, parsed)) : undefined;
}

/** Returns `format(text, spec)` of a str. */
export function formatStr(I: Interp, text: string, spec: string): string | undefined {
  if (spec === '') return text;
  const parsed = parseFormatSpec(spec, 'str', 'str');
  if (parsed instanceof Failure) return raiseFailure(I, parsed);
  // A precision shortens a str, it never makes it longer.
  return chargeText(I, Math.max(parsed.width, text.length)) ? finish(I, layoutStr(text, parsed)) : undefined;
}

function finish(I: Interp, text: string | Failure): string | undefined {
  return text instanceof Failure ? raiseFailure(I, text) : text;
}

function admit(I: Interp, spec: FormatSpec, contentLength: number): boolean {
  if (spec.width < 1000 && spec.precision < 1000 && contentLength < 1000) return true;
  return chargeText(I, formatLengthBound(spec, contentLength));
}
