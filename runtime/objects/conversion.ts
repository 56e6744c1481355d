/**
 * Truth, text and integer value of any object. Results are JavaScript primitives: a `__repr__` that returns an instance of a str subclass
 * gives its text.
 */
import type { Interp } from './interp.ts';
import type { Frame } from './frame.ts';
import { NativeKind } from './frame.ts';
import type { Value } from './value.ts';
import { callUnbound0, lookupSpecial } from './call-special.ts';
import { asInt, asStr } from './unwrap.ts';
import { raiseNamed, typeError, valueError } from './raise.ts';
import { typeName, typeOf } from './type-of.ts';

/** Returns `bool(v)`. May call Python. */
export function truth(I: Interp, v: Value): boolean | undefined {
  if (typeof v === 'boolean') return v;
  if (v === null) return false;
  if (typeof v === 'number') return v !== 0;
  if (typeof v === 'string') return v !== '';
  if (typeof v === 'bigint') return true;
  const slots = typeOf(I, v).slots;
  if (slots.bool !== null) return slots.bool(I, v);
  if (slots.len === null) return true;
  const entry = I.frame;
  const n = slots.len(I, v);
  return n === undefined ? I.then(entry, NOT_EMPTY_KIND, [undefined]) : n !== 0;
}

/** r = [delivered]: truth of a length. */
export const NOT_EMPTY_KIND = new NativeKind('objects.notEmpty', (_I: Interp, f: Frame) => f.r[0] !== 0);

/** Same as `truth`; the name docs/core.md also uses. */
export const isTrue = truth;

/** Slot `bool` of Python classes: `__bool__`. */
export function pythonBool(I: Interp, v: Value): boolean | undefined {
  const fn = lookupSpecial(I, v, '__bool__')!;
  const entry = I.frame;
  const result = callUnbound0(I, fn, v);
  return result === undefined ? I.then(entry, BOOL_RESULT_KIND, [undefined]) : boolResult(I, result);
}

export const BOOL_RESULT_KIND = new NativeKind('objects.boolResult', (I: Interp, f: Frame) => boolResult(I, f.r[0]));

function boolResult(I: Interp, v: Value): boolean | undefined {
  return typeof v === 'boolean' ? v : typeError(I, `__bool__ should return bool, returned ${typeName(I, v)}`);
}

/** Returns `len(v)`, a safe non-negative number. May call Python. */
export function len(I: Interp, v: Value): number | undefined {
  const type = typeOf(I, v);
  const slot = type.slots.len;
  return slot === null ? typeError(I, `object of type '${type.tpName}' has no len()`) : slot(I, v);
}

/** Slot `len` of Python classes: `__len__`. */
export function pythonLen(I: Interp, v: Value): number | undefined {
  const fn = lookupSpecial(I, v, '__len__')!;
  const entry = I.frame;
  const result = callUnbound0(I, fn, v);
  return result === undefined ? I.then(entry, LEN_RESULT_KIND, [undefined, 0]) : lenResult(I, result);
}

/** r = [delivered, phase]: phase 0 gets what `__len__` returned, 1 its index. */
export const LEN_RESULT_KIND = new NativeKind('objects.lenResult', (I: Interp, f: Frame) =>
  f.r[1] === 0 ? lenResult(I, f.r[0]) : lenOfInt(I, f.r[0]),
);

function lenResult(I: Interp, v: Value): number | undefined {
  const entry = I.frame;
  const n = index(I, v);
  return n === undefined ? I.then(entry, LEN_RESULT_KIND, [undefined, 1]) : lenOfInt(I, n);
}

function lenOfInt(I: Interp, n: number | bigint): number | undefined {
  if (n < 0) return valueError(I, '__len__() should return >= 0');
  if (typeof n === 'bigint') return raiseNamed(I, 'OverflowError', "cannot fit 'int' into an index-sized integer");
  return n;
}

/** Returns `repr(v)` as a primitive string. May call Python. */
export function repr(I: Interp, v: Value): string | undefined {
  return typeOf(I, v).slots.repr!(I, v) as string | undefined;
}

/** Returns `str(v)` as a primitive string. May call Python. */
export function str(I: Interp, v: Value): string | undefined {
  if (typeof v === 'string') return v;
  return typeOf(I, v).slots.str!(I, v) as string | undefined;
}

/** Returns `ascii(v)`. May call Python. */
export function ascii(I: Interp, v: Value): string | undefined {
  const entry = I.frame;
  const text = repr(I, v);
  return text === undefined ? I.then(entry, ASCII_KIND, [undefined]) : escapeNonAscii(text);
}

export const ASCII_KIND = new NativeKind('objects.ascii', (_I: Interp, f: Frame) => escapeNonAscii(f.r[0]));

function escapeNonAscii(text: string): string {
  let out = '';
  for (const c of text) {
    const code = c.codePointAt(0)!;
    if (code < 128) out += c;
    else if (code < 256) out += '\\x' + code.toString(16).padStart(2, '0');
    else if (code < 65536) out += '\\u' + code.toString(16).padStart(4, '0');
    else out += '\\U' + code.toString(16).padStart(8, '0');
  }
  return out;
}

/** Slot `repr` of Python classes: `__repr__`. */
export function pythonRepr(I: Interp, v: Value): string | undefined {
  return textSlot(I, v, '__repr__', '__repr__');
}

/** Slot `str` of Python classes: `__str__`. */
export function pythonStr(I: Interp, v: Value): string | undefined {
  return textSlot(I, v, '__str__', '__str__');
}

/** Slot `str` of object: whatever `repr` says. */
export function strByRepr(I: Interp, v: Value): string | undefined {
  const slot = typeOf(I, v).slots.repr!;
  return slot === pythonRepr ? textSlot(I, v, '__repr__', '__str__') : (slot(I, v) as string | undefined);
}

/** `asked` is the method that an error names. */
function textSlot(I: Interp, v: Value, name: string, asked: string): string | undefined {
  const fn = lookupSpecial(I, v, name)!;
  const entry = I.frame;
  const result = callUnbound0(I, fn, v);
  return result === undefined ? I.then(entry, TEXT_RESULT_KIND, [undefined, asked]) : textResult(I, asked, result);
}

/** r = [delivered, method]. */
export const TEXT_RESULT_KIND = new NativeKind('objects.textResult', (I: Interp, f: Frame) =>
  textResult(I, f.r[1], f.r[0]),
);

function textResult(I: Interp, name: string, v: Value): string | undefined {
  const text = asStr(v);
  return text === undefined ? typeError(I, `${name} returned non-string (type ${typeName(I, v)})`) : text;
}

/**
 * Returns `operator.index(v)`: the integer that `v` is. May call Python.
 * @raises TypeError (Python) "'X' object cannot be interpreted as an integer".
 */
export function index(I: Interp, v: Value): number | bigint | undefined {
  if (typeof v === 'number') return v;
  const n = asInt(v);
  if (n !== undefined) return n;
  const type = typeOf(I, v);
  const slot = type.slots.index;
  return slot === null ? typeError(I, `'${type.tpName}' object cannot be interpreted as an integer`) : slot(I, v);
}

/** Slot `index` of Python classes: `__index__`. */
export function pythonIndex(I: Interp, v: Value): number | bigint | undefined {
  const fn = lookupSpecial(I, v, '__index__')!;
  const entry = I.frame;
  const result = callUnbound0(I, fn, v);
  return result === undefined ? I.then(entry, INDEX_RESULT_KIND, [undefined]) : indexResult(I, result);
}

export const INDEX_RESULT_KIND = new NativeKind('objects.indexResult', (I: Interp, f: Frame) => indexResult(I, f.r[0]));

function indexResult(I: Interp, v: Value): number | bigint | undefined {
  const n = asInt(v);
  return n === undefined ? typeError(I, `__index__ returned non-int (type ${typeName(I, v)})`) : n;
}
