/**
 * str.format(): parsing of templates and of field names. Looking values up, converting and
 * formatting them is the caller's.
 *
 * As with `%`, CPython finds a fault when it comes to it, so what is parsed may end in a failure that
 * the caller raises after serving the fields before it. A specification with nested fields is a
 * template of its own: the caller renders it, at most MAX_NESTING deep, before it formats.
 */
import { Failure, valueFailure } from '../base/failure.ts';
import { hasSurrogates, unitsAt } from './code-points.ts';
import { decimalValue } from './unicode-data.ts';

/** A replacement field of a template. */
export interface FormatField {
  /** The field name as written; `parseFieldName` takes it apart. */
  readonly name: string;
  /** The character after '!', or ''. Only r, s and a are known: see `unknownConversion`. */
  readonly conversion: string;
  /** The format specification as written. */
  readonly spec: string;
  /** Whether `spec` has fields of its own. */
  readonly hasNestedFields: boolean;
}

/** Literal text, and the field that follows it if any. */
export interface FormatPiece {
  readonly literal: string;
  readonly field: FormatField | undefined;
}

/** A parsed template. */
export interface FormatTemplate {
  readonly pieces: readonly FormatPiece[];
  readonly failure: Failure | undefined;
}

/** Templates may hold specifications that hold fields, and no deeper. */
export const MAX_NESTING = 2;
/** CPython's ValueError for fields nested deeper. */
export const NESTING_MESSAGE = 'Max string recursion exceeded';
/** CPython's ValueErrors for mixing `{}` and `{0}`. */
export const MANUAL_TO_AUTOMATIC = 'cannot switch from manual field specification to automatic field numbering';
export const AUTOMATIC_TO_MANUAL = 'cannot switch from automatic field numbering to manual field specification';

/** CPython's ValueError for a conversion other than r, s and a. */
export function unknownConversion(conversion: string): Failure {
  const code = conversion.codePointAt(0)!;
  return valueFailure(
    `Unknown conversion specifier ${code > 32 && code < 127 ? conversion : '\\x' + code.toString(16)}`,
  );
}

/** Parses a template of str.format(). */
export function parseFormatTemplate(text: string): FormatTemplate {
  const pieces: FormatPiece[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const start = at;
    let brace = 0;
    while (at < length) {
      const code = text.charCodeAt(at++);
      if (code === 123 || code === 125) {
        brace = code;
        break;
      }
    }
    if (brace === 0) {
      pieces.push({ literal: text.slice(start), field: undefined });
      break;
    }
    const isDoubled = at < length && text.charCodeAt(at) === brace;
    if (isDoubled) {
      pieces.push({ literal: text.slice(start, at), field: undefined });
      at++;
      continue;
    }
    if (brace === 125) return { pieces, failure: valueFailure("Single '}' encountered in format string") };
    if (at >= length) return { pieces, failure: valueFailure("Single '{' encountered in format string") };
    const parsed = parseField(text, at);
    if (parsed instanceof Failure) return { pieces, failure: parsed };
    pieces.push({ literal: text.slice(start, at - 1), field: parsed.field });
    at = parsed.next;
  }
  return { pieces, failure: undefined };
}

function parseField(text: string, start: number): { field: FormatField; next: number } | Failure {
  const length = text.length;
  let at = start;
  let code = 0;
  let isOpen = true;
  while (isOpen && at < length) {
    code = text.charCodeAt(at++);
    if (code === 123) return valueFailure("unexpected '{' in field name");
    if (code === 91) while (at < length && text.charCodeAt(at) !== 93) at++;
    else if (code === 125 || code === 58 || code === 33) isOpen = false;
  }
  if (code !== 125 && code !== 58 && code !== 33) return valueFailure("expected '}' before end of string");
  const name = text.slice(start, at - 1);
  let conversion = '';
  if (code === 125) return { field: { name, conversion, spec: '', hasNestedFields: false }, next: at };
  if (code === 33) {
    if (at >= length) return valueFailure('end of string while looking for conversion specifier');
    const size = hasSurrogates(text) ? unitsAt(text, at) : 1;
    conversion = text.slice(at, at + size);
    at += size;
    if (at < length) {
      code = text.charCodeAt(at++);
      if (code === 125) return { field: { name, conversion, spec: '', hasNestedFields: false }, next: at };
      if (code !== 58) return valueFailure("expected ':' after conversion specifier");
    }
  }
  const specStart = at;
  let depth = 1;
  let hasNestedFields = false;
  while (at < length) {
    code = text.charCodeAt(at++);
    if (code === 123) {
      hasNestedFields = true;
      depth++;
    } else if (code === 125 && --depth === 0) {
      return { field: { name, conversion, spec: text.slice(specStart, at - 1), hasNestedFields }, next: at };
    }
  }
  return valueFailure("unmatched '{' in format spec");
}

/** One step from a value to a part of it. */
export interface FieldAccessor {
  readonly isAttribute: boolean;
  /** An attribute name, a string key, or an index. */
  readonly key: string | number;
}

/** A field name taken apart. */
export interface FieldName {
  /** A position, a keyword, or '' for the next position. */
  readonly first: string | number;
  readonly accessors: readonly FieldAccessor[];
  /** A fault met after the accessors, to raise once they have been followed. */
  readonly failure: Failure | undefined;
}

/** Takes a field name apart, or says why not. */
export function parseFieldName(name: string): FieldName | Failure {
  let at = name.search(/[.[]/);
  if (at < 0) at = name.length;
  const first = indexOrText(name.slice(0, at));
  if (first instanceof Failure) return first;
  const accessors: FieldAccessor[] = [];
  const stop = (message: string): FieldName => ({ first, accessors, failure: valueFailure(message) });
  while (at < name.length) {
    const code = name.charCodeAt(at++);
    if (code === 46) {
      const start = at;
      while (at < name.length && name.charCodeAt(at) !== 46 && name.charCodeAt(at) !== 91) at++;
      if (at === start) return stop('Empty attribute in format string');
      accessors.push({ isAttribute: true, key: name.slice(start, at) });
    } else if (code === 91) {
      const end = name.indexOf(']', at);
      if (end < 0) return stop("Missing ']' in format string");
      const key = indexOrText(name.slice(at, end));
      if (key instanceof Failure) return { first, accessors, failure: key };
      if (end === at) return stop('Empty attribute in format string');
      accessors.push({ isAttribute: false, key });
      at = end + 1;
    } else {
      return stop("Only '.' or '[' may follow ']' in format field specifier");
    }
  }
  return { first, accessors, failure: undefined };
}

/** A run of decimal digits is an index, anything else a name. */
function indexOrText(text: string): string | number | Failure {
  if (text === '') return text;
  let value = 0;
  for (let at = 0; at < text.length; at += unitsAt(text, at)) {
    const digit = decimalValue(text.codePointAt(at)!);
    if (digit < 0) return text;
    value = value * 10 + digit;
    // CPython gives up at the digit that passes its size type.
    if (value > 9223372036854775807) return valueFailure('Too many decimal digits in format string');
  }
  return value;
}
