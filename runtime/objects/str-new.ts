/** `str(...)`: the text of an object, or bytes decoded. */
import { argumentTypeName } from './str-arguments.ts';
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { str } from './conversion.ts';
import { decodeBytes } from './codec.ts';
import { typeError } from './raise.ts';
import { PyStrObject } from './scalar-payload.ts';
import { typeName } from './type-of.ts';
import { asBuffer, asStr } from './unwrap.ts';

type R = Value | undefined;

/** Makes a str of class `cls`. */
export function newStr(I: Interp, cls: PyType, value: string): Value {
  if (cls === I.types.str) return value;
  I.bytesLeft -= 8 * I.memory.pointerBytes;
  return new PyStrObject(cls, value);
}

const NAMES = ['object', 'encoding', 'errors'];

/** Slot `new` of str. */
export function strNew(I: Interp, cls: PyType, args: Value[], kw: readonly string[] | null): R {
  if (args.length === 1 && kw === null) return textOf(I, cls, args[0]!);
  if (args.length > 3) return typeError(I, `str() takes at most 3 arguments (${args.length} given)`);
  const positional = args.length - (kw === null ? 0 : kw.length);
  const given: R[] = [undefined, undefined, undefined];
  for (let i = 0; i < positional; i++) given[i] = args[i];
  for (let i = positional; i < args.length; i++) {
    const name = kw![i - positional]!;
    const at = NAMES.indexOf(name);
    if (at < 0) return typeError(I, `'${name}' is an invalid keyword argument for str()`);
    if (at < positional) return typeError(I, `argument for str() given by name ('${name}') and position (${at + 1})`);
    given[at] = args[i];
  }
  const [object, encoding, errors] = given;
  for (const at of [1, 2]) {
    const v = given[at];
    if (v !== undefined && asStr(v) === undefined)
      return typeError(I, `str() argument '${NAMES[at]}' must be str, not ${argumentTypeName(I, v)}`);
  }
  if (object === undefined) return newStr(I, cls, '');
  if (encoding === undefined && errors === undefined) return textOf(I, cls, object);
  if (asStr(object) !== undefined) return typeError(I, 'decoding str is not supported');
  const bytes = asBuffer(object);
  if (bytes === undefined)
    return typeError(I, `decoding to str: need a bytes-like object, ${typeName(I, object)} found`);
  const text = decodeBytes(
    I,
    bytes,
    encoding === undefined ? 'utf-8' : asStr(encoding)!,
    errors === undefined ? 'strict' : asStr(errors)!,
  );
  return text === undefined ? undefined : newStr(I, cls, text);
}

function textOf(I: Interp, cls: PyType, v: Value): R {
  if (cls === I.types.str) return str(I, v);
  const entry = I.frame;
  const text = str(I, v);
  return text === undefined ? I.then(entry, STR_NEW_KIND, [undefined, cls]) : newStr(I, cls, text);
}

/** r = [delivered text, class]. */
export const STR_NEW_KIND = new NativeKind('str.__new__', (I: Interp, f: Frame) => newStr(I, f.r[1], f.r[0]));
