/** The Unicode errors. fields: encoding, object, start, end, reason; UnicodeTranslateError has no encoding (undefined). */
import type { Interp } from './interp.ts';
import type { GetSetSpec, TypeSpec } from './native.ts';
import type { Value } from './value.ts';
import type { PyException } from './exception.ts';
import { VALUE_ERROR_SPEC, exceptionInit, withFields } from './exception-types.ts';
import { asBuffer, asInt, asStr } from './unwrap.ts';
import { PyBytes } from './scalar-payload.ts';
import { overflowError, typeError } from './raise.ts';
import { typeName } from './type-of.ts';

type Parameter = 'str' | 'bytes' | 'int';

function init(parameters: readonly Parameter[], firstField: number) {
  return (I: Interp, e: PyException, args: Value[], kw: readonly string[] | null): null | undefined => {
    if (exceptionInit(I, e, args, kw) === undefined) return undefined;
    if (args.length !== parameters.length) {
      return typeError(I, `function takes exactly ${parameters.length} arguments (${args.length} given)`);
    }
    for (let i = 0; i < parameters.length; i++) {
      const v = args[i]!;
      const wanted = parameters[i]!;
      if (wanted === 'str' && asStr(v) === undefined)
        return typeError(I, `argument ${i + 1} must be str, not ${typeName(I, v)}`);
      if (wanted === 'int' && asInt(v) === undefined) {
        return typeError(I, `'${typeName(I, v)}' object cannot be interpreted as an integer`);
      }
      if (wanted === 'bytes' && asBuffer(v) === undefined) {
        return typeError(I, `a bytes-like object is required, not '${typeName(I, v)}'`);
      }
      e.fields![firstField + i] =
        v instanceof PyBytes || wanted !== 'bytes' ? v : new PyBytes(I.types.bytes, asBuffer(v)!.slice());
    }
    return null;
  };
}

/** `start` and `end`: always ints that fit in a machine word. */
function position(index: number): GetSetSpec {
  return {
    get: (_I, e: PyException) => e.fields![index] ?? 0,
    set: (I, e: PyException, value) => {
      if (value === undefined) return typeError(I, "can't delete numeric/char attribute");
      const n = asInt(value);
      if (n === undefined) return typeError(I, 'an integer is required');
      if (typeof n === 'bigint' && BigInt.asIntN(64, n) !== n)
        return overflowError(I, 'Python int too large to convert to C ssize_t');
      e.fields![index] = value;
      return true;
    },
  };
}

/** The other fields take any value; one that was deleted reads as None. */
function anything(index: number): GetSetSpec {
  return {
    get: (_I, e: PyException) => e.fields![index] ?? null,
    set: (_I, e: PyException, value) => {
      e.fields![index] = value;
      return true;
    },
  };
}

/** A field that should be a str, for the message. */
function textOf(value: Value | undefined): string {
  return (value === undefined ? undefined : asStr(value)) ?? '<NULL>';
}

function escaped(code: number): string {
  if (code <= 0xff) return '\\x' + code.toString(16).padStart(2, '0');
  if (code <= 0xffff) return '\\u' + code.toString(16).padStart(4, '0');
  return '\\U' + code.toString(16).padStart(8, '0');
}

/** The code point at index `at` of `text`, counted in code points; undefined beyond the end, or if it is no str. */
function codePointAt(text: string | undefined, at: number): number | undefined {
  if (text === undefined) return undefined;
  let i = 0;
  for (const c of text) if (i++ === at) return c.codePointAt(0);
  return undefined;
}

function decodeStr(_I: Interp, e: PyException): string {
  const [encoding, object, start, end, reason] = e.fields!;
  if (object === undefined) return '';
  const data = asBuffer(object);
  const [from, to] = [Number(asInt(start)), Number(asInt(end))];
  if (data !== undefined && from < data.length && to === from + 1) {
    const byte = data[from]!.toString(16).padStart(2, '0');
    return `'${textOf(encoding)}' codec can't decode byte 0x${byte} in position ${from}: ${textOf(reason)}`;
  }
  return `'${textOf(encoding)}' codec can't decode bytes in position ${from}-${to - 1}: ${textOf(reason)}`;
}

function encodeStr(_I: Interp, e: PyException): string {
  const [encoding, object, start, end, reason] = e.fields!;
  if (object === undefined) return '';
  const [from, to] = [Number(asInt(start)), Number(asInt(end))];
  const code = to === from + 1 ? codePointAt(asStr(object), from) : undefined;
  if (code !== undefined)
    return `'${textOf(encoding)}' codec can't encode character '${escaped(code)}' in position ${from}: ${textOf(reason)}`;
  return `'${textOf(encoding)}' codec can't encode characters in position ${from}-${to - 1}: ${textOf(reason)}`;
}

function translateStr(_I: Interp, e: PyException): string {
  const [, object, start, end, reason] = e.fields!;
  if (object === undefined) return '';
  const [from, to] = [Number(asInt(start)), Number(asInt(end))];
  const code = to === from + 1 ? codePointAt(asStr(object), from) : undefined;
  if (code !== undefined) return `can't translate character '${escaped(code)}' in position ${from}: ${textOf(reason)}`;
  return `can't translate characters in position ${from}-${to - 1}: ${textOf(reason)}`;
}

const UNICODE_ERROR_SPEC: TypeSpec = { name: 'UnicodeError', base: VALUE_ERROR_SPEC, doc: 'Unicode related error.' };

function unicodeError(
  name: string,
  doc: string,
  objectType: Parameter,
  hasEncoding: boolean,
  str: (I: Interp, e: PyException) => string,
): TypeSpec {
  const parameters: Parameter[] = [...(hasEncoding ? (['str'] as const) : []), objectType, 'int', 'int', 'str'];
  const getset: Record<string, GetSetSpec> = {
    encoding: anything(0),
    object: anything(1),
    start: position(2),
    end: position(3),
    reason: anything(4),
  };
  return {
    name,
    base: UNICODE_ERROR_SPEC,
    doc,
    slots: { init: init(parameters, hasEncoding ? 0 : 1), str },
    getset,
    allocate: withFields(5),
  };
}

export const UNICODE_ERROR_SPECS: readonly TypeSpec[] = [
  UNICODE_ERROR_SPEC,
  unicodeError('UnicodeEncodeError', 'Unicode encoding error.', 'str', true, encodeStr),
  unicodeError('UnicodeDecodeError', 'Unicode decoding error.', 'bytes', true, decodeStr),
  unicodeError('UnicodeTranslateError', 'Unicode translation error.', 'str', false, translateStr),
];
