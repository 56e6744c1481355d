/**
 * `template % arguments`, for str and for bytes (whose text is handled as Latin-1 here).
 *
 * One kind, PERCENT_KIND, whose state is where in the template we are; the template is parsed again when a suspended conversion comes
 * back, which keeps the state plain. As long as nothing suspends there is no frame at all.
 */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { PyException } from './exception.ts';
import { PyFloat } from './value.ts';
import type { Value } from './value.ts';
import { callUnbound0, lookupSpecial } from './call-special.ts';
import { ascii, index, repr, str } from './conversion.ts';
import { toFloat } from './float-conversion.ts';
import { chargeInt } from './int-charge.ts';
import { toInt } from './int-new.ts';
import { getItem } from './subscript.ts';
import { PyByteArray, PyBytes } from './scalar-payload.ts';
import { overflowError, raiseFailure, typeError } from './raise.ts';
import { PyTuple } from './tuple.ts';
import { isSubtype } from './type.ts';
import { typeName, typeOf } from './type-of.ts';
import { asBuffer, asInt, asStr } from './unwrap.ts';
import { parsedTemplate } from './template-cache.ts';
import { chargeScan, chargeText } from './text-charge.ts';
import { Failure } from '../base/failure.ts';
import { bytesToLatin1, latin1ToBytes } from '../text/bytes-methods.ts';
import {
  FROM_ARGUMENT,
  formatPercentChar,
  formatPercentFloat,
  formatPercentInt,
  formatPercentOneChar,
  formatPercentStr,
  parsePercentTemplate,
  percentLengthBound,
  unsupportedCharacter,
  withArguments,
} from '../numeric/percent-format.ts';
import type { PercentDirective } from '../numeric/percent-format.ts';
import { pointLength } from '../text/code-points.ts';

type R = Value | undefined;

/** What the result is. */
export const enum PercentResult {
  STR,
  BYTES,
  BYTEARRAY,
}

// Registers.
const TEMPLATE = 1;
/** The right operand, or what a key has led to. */
const ARGS = 2;
/** The mapping, or undefined. */
const MAPPING = 3;
/** Number of the directive at hand. */
const AT = 4;
/** Arguments taken so far; the right operand itself counts as a tuple of one. */
const TAKEN = 5;
const TEXT = 6;
const PHASE = 7;
/** Width and precision taken by `*`. */
const WIDTH = 8;
const PRECISION = 9;
const RESULT = 10;
/** Is the value a key has led to not taken yet. */
const LENGTH = 11;
/** The value being converted, for messages. */
const VALUE = 12;

const PHASE_START = 0;
const PHASE_KEY = 1;
const PHASE_TEXT = 2;
const PHASE_INT = 3;
const PHASE_FLOAT = 4;
const PHASE_CHAR = 5;
const PHASE_BYTES = 6;

/** Returns `template % args`. May call Python. */
export function percentFormat(I: Interp, template: string, args: Value, result: PercentResult): R {
  const isTuple = args instanceof PyTuple;
  const isMapping =
    !isTuple && asStr(args) === undefined && typeOf(I, args).slots.getitem !== null && !isOwnText(args, result);
  const length = isTuple ? args.items.length : -1;
  chargeScan(I, template.length);
  const r: any[] = [
    undefined,
    template,
    args,
    isMapping ? args : undefined,
    0,
    0,
    '',
    PHASE_START,
    -1,
    -1,
    result,
    length,
    null,
  ];
  return run(I, r, false);
}

function isOwnText(args: Value, result: PercentResult): boolean {
  return result !== PercentResult.STR && (args instanceof PyBytes || args instanceof PyByteArray);
}

export const PERCENT_KIND = new NativeKind(
  'str.__mod__',
  (I: Interp, f: Frame) => run(I, f.r, true),
  (I: Interp, f: Frame, exc: PyException) => {
    if (f.r[PHASE] !== PHASE_INT || !isSubtype(exc.cls, I.types.exceptions.TypeError!)) return undefined;
    I.exc = null;
    const directive = parsePercentTemplate(f.r[TEMPLATE]).directives[f.r[AT]]!;
    return wrongNumber(I, directive, f.r[VALUE]);
  },
);

/** Goes on from where `r` says. `hasFrame`: it runs in its own frame, which waits for whatever suspends. */
function run(I: Interp, r: any[], hasFrame: boolean): any {
  const { literals, directives, failure } = parsedTemplate(I, 'cache.percent', r[TEMPLATE], parsePercentTemplate);
  const entry = I.frame;
  let delivered = r[0];
  r[0] = undefined;
  for (;;) {
    const at: number = r[AT];
    if (at >= directives.length) break;
    let directive = directives[at]!;
    if (r[PHASE] === PHASE_START) {
      r[TEXT] += literals[at]!;
      if (directive.key !== undefined) {
        if (r[MAPPING] === undefined) return typeError(I, 'format requires a mapping');
        r[PHASE] = PHASE_KEY;
        delivered = getItem(I, r[MAPPING], keyOf(I, directive.key, r[RESULT]));
        if (delivered === undefined) return suspend(I, r, entry, hasFrame);
      }
    }
    if (r[PHASE] === PHASE_START || r[PHASE] === PHASE_KEY) {
      if (r[PHASE] === PHASE_KEY) {
        r[ARGS] = delivered;
        r[LENGTH] = -1;
        r[TAKEN] = 0;
      }
      delivered = undefined;
      if (directive.width === FROM_ARGUMENT && !takeStar(I, r, WIDTH)) return undefined;
      if (directive.precision === FROM_ARGUMENT && !takeStar(I, r, PRECISION)) return undefined;
      const value = take(I, r);
      if (value === undefined) return undefined;
      r[VALUE] = value;
    }
    if (directive.width === FROM_ARGUMENT || directive.precision === FROM_ARGUMENT) {
      directive = withArguments(directive, r[WIDTH], r[PRECISION]);
    }
    const text = delivered === undefined ? convert(I, r, directive, r[VALUE]) : finish(I, r, directive, delivered);
    if (text === undefined) return suspend(I, r, entry, hasFrame);
    delivered = undefined;
    r[TEXT] += text;
    r[AT]++;
    r[PHASE] = PHASE_START;
  }
  if (failure !== undefined) return raiseFailure(I, failure);
  const isUsedUp = r[LENGTH] < 0 ? r[TAKEN] > 0 : r[TAKEN] >= r[LENGTH];
  if (!isUsedUp && r[MAPPING] === undefined) {
    return typeError(
      I,
      `not all arguments converted during ${r[RESULT] === PercentResult.STR ? 'string' : 'bytes'} formatting`,
    );
  }
  return resultOf(I, r[TEXT] + literals[directives.length]!, r[RESULT]);
}

function resultOf(I: Interp, text: string, result: PercentResult): Value {
  if (result === PercentResult.STR) return text;
  const data = latin1ToBytes(text);
  return result === PercentResult.BYTES ? new PyBytes(I.types.bytes, data) : new PyByteArray(I.types.bytearray, data);
}

function suspend(I: Interp, r: any[], entry: Frame, hasFrame: boolean): any {
  return hasFrame ? undefined : I.then(entry, PERCENT_KIND, r);
}

function keyOf(I: Interp, key: string, result: PercentResult): Value {
  return result === PercentResult.STR ? key : new PyBytes(I.types.bytes, latin1ToBytes(key));
}

/** The next argument; undefined when there is none left (raised). */
function take(I: Interp, r: any[]): R {
  const taken: number = r[TAKEN];
  if (r[LENGTH] < 0 ? taken > 0 : taken >= r[LENGTH]) return typeError(I, 'not enough arguments for format string');
  r[TAKEN] = taken + 1;
  return r[LENGTH] < 0 ? r[ARGS] : (r[ARGS] as PyTuple).items[taken];
}

function takeStar(I: Interp, r: any[], register: number): boolean {
  const value = take(I, r);
  if (value === undefined) return false;
  const n = asInt(value);
  if (n === undefined) {
    typeError(I, '* wants int');
    return false;
  }
  const bits = register === PRECISION ? 32 : I.memory.pointerBytes * 8;
  if (BigInt.asIntN(bits, BigInt(n)) !== BigInt(n)) {
    overflowError(I, `Python int too large to convert to C ${register === PRECISION ? 'int' : 'ssize_t'}`);
    return false;
  }
  r[register] = Number(n);
  return true;
}

/** Converts and lays out one value; undefined: raised, or suspended in the phase that is set. */
function convert(I: Interp, r: any[], directive: PercentDirective, value: Value): string | undefined {
  const isText = r[RESULT] === PercentResult.STR;
  switch (directive.type) {
    case 's':
    case 'b':
      if (!isText) return convertBytes(I, r, directive, value);
      if (directive.type === 'b') break;
      r[PHASE] = PHASE_TEXT;
      return layText(I, directive, typeof value === 'string' ? value : str(I, value));
    case 'r':
      r[PHASE] = PHASE_TEXT;
      return layText(I, directive, isText ? repr(I, value) : ascii(I, value));
    case 'a':
      r[PHASE] = PHASE_TEXT;
      return layText(I, directive, ascii(I, value));
    case 'c':
      return convertChar(I, r, directive, value);
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o':
      return convertInt(I, r, directive, value);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G': {
      r[PHASE] = PHASE_FLOAT;
      if (value instanceof PyFloat) return layFloat(I, directive, value.value);
      const x = toFloat(I, value);
      return x === undefined ? undefined : layFloat(I, directive, x.value);
    }
  }
  return raiseFailure(I, unsupportedCharacter(directive));
}

/** Lays out what a suspended conversion has delivered. */
function finish(I: Interp, r: any[], directive: PercentDirective, delivered: any): string | undefined {
  switch (r[PHASE]) {
    case PHASE_TEXT:
      return layText(I, directive, delivered);
    case PHASE_INT:
      return layInt(I, directive, delivered);
    case PHASE_FLOAT:
      return layFloat(I, directive, delivered.value);
    case PHASE_CHAR:
      return layChar(I, r, directive, delivered);
    default:
      return layBytes(I, directive, delivered);
  }
}

function layText(I: Interp, directive: PercentDirective, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (directive.width < 0 && directive.precision < 0) return chargeText(I, text.length) ? text : undefined;
  return chargeText(I, Math.max(directive.width, text.length)) ? formatPercentStr(text, directive) : undefined;
}

function layFloat(I: Interp, directive: PercentDirective, value: number): string | undefined {
  return chargeText(I, percentLengthBound(directive, 0)) ? formatPercentFloat(value, directive) : undefined;
}

function convertInt(I: Interp, r: any[], directive: PercentDirective, value: Value): string | undefined {
  r[PHASE] = PHASE_INT;
  const exact = asInt(value);
  if (exact !== undefined) return layInt(I, directive, exact);
  const slots = typeOf(I, value).slots;
  const isDecimal = directive.type === 'd' || directive.type === 'i' || directive.type === 'u';
  if (slots.index === null && (!isDecimal || slots.int === null)) return wrongNumber(I, directive, value);
  const n = isDecimal ? toInt(I, value) : index(I, value);
  if (n !== undefined) return layInt(I, directive, n);
  if (I.exc !== null && isSubtype(I.exc.cls, I.types.exceptions.TypeError!)) {
    I.exc = null;
    return wrongNumber(I, directive, value);
  }
  return undefined;
}

function wrongNumber(I: Interp, directive: PercentDirective, value: Value): undefined {
  const isDecimal = directive.type === 'd' || directive.type === 'i' || directive.type === 'u';
  return typeError(
    I,
    `%${directive.type} format: ${isDecimal ? 'a real number' : 'an integer'} is required, not ${typeName(I, value)}`,
  );
}

function layInt(I: Interp, directive: PercentDirective, n: number | bigint): string | undefined {
  if (typeof n === 'bigint' && !chargeInt(I, 'toDecimal', n, 0)) return undefined;
  if (!chargeText(I, percentLengthBound(directive, 0))) return undefined;
  const text = formatPercentInt(n, directive, I.maxIntDigits);
  return text instanceof Failure ? raiseFailure(I, text) : text;
}

function convertChar(I: Interp, r: any[], directive: PercentDirective, value: Value): string | undefined {
  const isText = r[RESULT] === PercentResult.STR;
  if (isText) {
    const char = asStr(value);
    if (char !== undefined)
      return pointLength(char) === 1 ? oneChar(I, directive, char) : typeError(I, '%c requires int or char');
  } else if (value instanceof PyBytes || value instanceof PyByteArray) {
    const data = asBuffer(value)!;
    if (data.length === 1) return oneChar(I, directive, bytesToLatin1(data));
    return typeError(I, '%c requires an integer in range(256) or a single byte');
  }
  r[PHASE] = PHASE_CHAR;
  if (value instanceof PyFloat || (asInt(value) === undefined && typeOf(I, value).slots.index === null)) {
    return typeError(I, isText ? '%c requires int or char' : '%c requires an integer in range(256) or a single byte');
  }
  const code = index(I, value);
  return code === undefined ? undefined : layChar(I, r, directive, code);
}

function layChar(I: Interp, r: any[], directive: PercentDirective, code: number | bigint): string | undefined {
  if (r[RESULT] !== PercentResult.STR && (code < 0 || code > 255)) return overflowError(I, '%c arg not in range(256)');
  if (!chargeText(I, Math.max(directive.width, 1))) return undefined;
  const text = formatPercentChar(code, directive);
  return text instanceof Failure ? raiseFailure(I, text) : text;
}

function oneChar(I: Interp, directive: PercentDirective, char: string): string | undefined {
  return chargeText(I, Math.max(directive.width, 1)) ? formatPercentOneChar(char, directive) : undefined;
}

function convertBytes(I: Interp, r: any[], directive: PercentDirective, value: Value): string | undefined {
  const data = asBuffer(value);
  if (data !== undefined) return layText(I, directive, bytesToLatin1(data));
  const method = lookupSpecial(I, value, '__bytes__');
  if (method === undefined) {
    return typeError(
      I,
      `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(I, value)}'`,
    );
  }
  r[PHASE] = PHASE_BYTES;
  const made = callUnbound0(I, method, value);
  return made === undefined ? undefined : layBytes(I, directive, made);
}

function layBytes(I: Interp, directive: PercentDirective, made: Value): string | undefined {
  if (made instanceof PyBytes) return layText(I, directive, bytesToLatin1(made.data));
  return typeError(I, `__bytes__ returned non-bytes (type ${typeName(I, made)})`);
}
