/**
 * `str.format` and `str.format_map`: looks up each field, follows its attributes and items, converts and formats it. Any of these steps
 * may be Python code, so the position is kept in the registers of FORMAT_KIND and the template is parsed again when a step comes back.
 * A specification with fields of its own is rendered first, by a frame of the same kind.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import { getAttr } from './attribute.ts';
import { ascii, repr, str } from './conversion.ts';
import { formatValue } from './format.ts';
import { getItem } from './subscript.ts';
import { keyError, raiseFailure, raiseNamed, valueError } from './raise.ts';
import { parsedTemplate } from './template-cache.ts';
import { chargeScan, chargeText } from './text-charge.ts';
import { textOf } from './str-arguments.ts';
import { Failure } from '../base/failure.ts';
import {
  AUTOMATIC_TO_MANUAL,
  MANUAL_TO_AUTOMATIC,
  MAX_NESTING,
  NESTING_MESSAGE,
  parseFieldName,
  parseFormatTemplate,
  unknownConversion,
} from '../text/str-format.ts';
import type { FieldName, FormatField } from '../text/str-format.ts';

type R = Value | undefined;

// Registers.
const TEMPLATE = 1;
/** Positional arguments; null in `format_map`. */
const ARGS = 2;
/** Names of keyword arguments, whose values follow the positional ones; or the mapping of `format_map`. */
const NAMES = 3;
/** Number of positional arguments. */
const COUNT = 4;
/** Piece at hand. */
const AT = 5;
const TEXT = 6;
const PHASE = 7;
/** The value of the field so far. */
const VALUE = 8;
/** Next accessor of the field name. */
const ACCESSOR = 9;
/** [next automatic number, or -1 once numbered by hand]; shared with nested specifications. */
const NUMBERING = 10;
const DEPTH = 11;

const PHASE_START = 0;
const PHASE_LOOKUP = 1;
const PHASE_CONVERT = 2;
const PHASE_SPEC = 3;
const PHASE_FORMAT = 4;

/** `str.format(*args, **kw)`. May call Python. */
export function strFormat(I: Interp, self: Value, args: Value[], kw: readonly string[] | null): R {
  const count = args.length - (kw === null ? 0 : kw.length);
  return start(I, textOf(self), args.slice(), kw === null ? [] : kw.slice(), count, [0], MAX_NESTING);
}

/** `str.format_map(mapping)`. May call Python. */
export function strFormatMap(I: Interp, self: Value, mapping: Value): R {
  return start(I, textOf(self), null, mapping, 0, [0], MAX_NESTING);
}

function start(
  I: Interp,
  template: string,
  args: Value[] | null,
  names: any,
  count: number,
  numbering: number[],
  depth: number,
): R {
  if (depth <= 0) return valueError(I, NESTING_MESSAGE);
  if (!template.includes('{') && !template.includes('}')) return template;
  return run(I, [undefined, template, args, names, count, 0, '', PHASE_START, null, 0, numbering, depth, ''], false);
}

/** The state is that of `run`. */
export const FORMAT_KIND = new NativeKind('str.format', (I: Interp, f: Frame) => run(I, f.r, true));

function run(I: Interp, r: any[], hasFrame: boolean): any {
  const { pieces, failure } = parsedTemplate(I, 'cache.format', r[TEMPLATE], parseFormatTemplate);
  chargeScan(I, r[TEMPLATE].length);
  const entry = I.frame;
  let delivered = r[0];
  r[0] = undefined;
  while (r[AT] < pieces.length) {
    const piece = pieces[r[AT]]!;
    const field = piece.field;
    if (r[PHASE] === PHASE_START) {
      r[TEXT] += piece.literal;
      if (field === undefined) {
        r[AT]++;
        continue;
      }
    }
    const text = runField(I, r, field!, delivered);
    delivered = undefined;
    if (text === undefined) return hasFrame ? undefined : I.then(entry, FORMAT_KIND, r);
    if (!chargeText(I, text.length)) return undefined;
    r[TEXT] += text;
    r[AT]++;
    r[PHASE] = PHASE_START;
    r[VALUE] = null;
  }
  return failure === undefined ? r[TEXT] : raiseFailure(I, failure);
}

/** Works on one field from the phase that is set; its text, or undefined: raised or suspended. */
function runField(I: Interp, r: any[], field: FormatField, delivered: any): string | undefined {
  if (r[PHASE] === PHASE_START || r[PHASE] === PHASE_LOOKUP) {
    const value = lookUp(I, r, field, delivered);
    if (value === undefined) return undefined;
    delivered = undefined;
    r[VALUE] = value;
    r[PHASE] = PHASE_CONVERT;
    if (field.conversion !== '') {
      delivered = convert(I, field.conversion, value);
      if (delivered === undefined) return undefined;
    }
  }
  if (r[PHASE] === PHASE_CONVERT) {
    if (delivered !== undefined) r[VALUE] = delivered;
    delivered = undefined;
    r[PHASE] = PHASE_SPEC;
    if (field.hasNestedFields) {
      delivered = start(I, field.spec, r[ARGS], r[NAMES], r[COUNT], r[NUMBERING], r[DEPTH] - 1);
      if (delivered === undefined) return undefined;
    }
  }
  if (r[PHASE] === PHASE_SPEC) {
    const spec: string = delivered === undefined ? field.spec : delivered;
    r[PHASE] = PHASE_FORMAT;
    return formatValue(I, r[VALUE], spec);
  }
  return delivered;
}

function convert(I: Interp, conversion: string, value: Value): R {
  switch (conversion) {
    case 'r':
      return repr(I, value);
    case 's':
      return str(I, value);
    case 'a':
      return ascii(I, value);
  }
  return raiseFailure(I, unknownConversion(conversion));
}

/** The value that a field name leads to. */
function lookUp(I: Interp, r: any[], field: FormatField, delivered: any): R {
  const name = parsedTemplate(I, 'cache.fieldName', field.name, parseFieldName);
  if (name instanceof Failure) return raiseFailure(I, name);
  if (r[PHASE] === PHASE_START) {
    r[PHASE] = PHASE_LOOKUP;
    r[ACCESSOR] = 0;
    const value = first(I, r, name);
    if (value === undefined) return undefined;
    r[VALUE] = value;
  } else {
    r[VALUE] = delivered;
  }
  while (r[ACCESSOR] < name.accessors.length) {
    const accessor = name.accessors[r[ACCESSOR]++]!;
    const value = accessor.isAttribute
      ? getAttr(I, r[VALUE], String(accessor.key))
      : getItem(I, r[VALUE], accessor.key);
    if (value === undefined) return undefined;
    r[VALUE] = value;
  }
  return name.failure === undefined ? r[VALUE] : raiseFailure(I, name.failure);
}

function first(I: Interp, r: any[], name: FieldName): R {
  const numbering: number[] = r[NUMBERING];
  let key = name.first;
  if (key === '') {
    if (numbering[0] === -1) return valueError(I, MANUAL_TO_AUTOMATIC);
    key = numbering[0]!++;
  } else if (typeof key === 'number') {
    if (numbering[0]! > 0) return valueError(I, AUTOMATIC_TO_MANUAL);
    numbering[0] = -1;
  }
  if (typeof key === 'number') {
    if (r[ARGS] === null) return valueError(I, 'Format string contains positional fields');
    if (key >= r[COUNT])
      return raiseNamed(I, 'IndexError', `Replacement index ${key} out of range for positional args tuple`);
    return r[ARGS][key];
  }
  if (r[ARGS] === null) return getItem(I, r[NAMES], key);
  const at = (r[NAMES] as string[]).indexOf(key);
  return at < 0 ? keyError(I, key) : r[ARGS][r[COUNT] + at];
}
