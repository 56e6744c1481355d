/** `_json`: reading and writing JSON of plain values, and string literals. The classes of `json` are in runtime/prelude/json/. */
import type { Interp } from '../objects/interp.ts';
import type { ModuleSpec } from '../objects/native.ts';
import { oneArg, someArgs } from '../objects/native.ts';
import { typeError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import { typeName } from '../objects/type-of.ts';
import { asStr } from '../objects/unwrap.ts';
import type { Value } from '../objects/value.ts';
import { pointToUnit, unitToPoint } from '../text/code-points.ts';
import { SCAN_KIND, scanDocument, scanString } from './json-scan.ts';
import { WRITE_KIND, quote, quoteAscii, writePlain } from './json-write.ts';

/** scan_plain(text, index, strict): (value, end), or (None, message, position). */
function scanPlain(I: Interp, _self: Value, args: Value[]): Value | undefined {
  return scanDocument(I, asStr(args[0]!)!, args[1] as number, args[2] !== false);
}

/** scan_string(text, index, strict): the string whose opening quote is before `index`, and where it ends; or (None, message, position). */
function scanText(I: Interp, _self: Value, args: Value[]): Value | undefined {
  const text = asStr(args[0]!)!;
  I.ticks -= text.length >> 10;
  const scanned = scanString(text, pointToUnit(text, args[1] as number), args[2] !== false);
  if ('message' in scanned) return newTuple(I, [null, scanned.message, unitToPoint(text, scanned.at)]);
  return newTuple(I, [scanned.value, unitToPoint(text, scanned.end)]);
}

/** write_plain(value, ascii, allow_nan, indent, item_separator, key_separator): the text, or None if the value is not plain. */
function write(I: Interp, _self: Value, args: Value[]): Value | undefined {
  return writePlain(I, args[0]!, [
    args[1] !== false,
    args[2] !== false,
    args[3] as string | null,
    args[4] as string,
    args[5] as string,
  ]);
}

function quoted(quoteText: (text: string) => string) {
  return oneArg((I, _self, v) => {
    const text = asStr(v);
    if (text === undefined) return typeError(I, `first argument must be a string, not ${typeName(I, v)}`);
    I.ticks -= text.length >> 6;
    if (!I.charge(text.length * 6)) return undefined;
    return quoteText(text);
  });
}

export const JSON_SPEC: ModuleSpec = {
  name: '_json',
  functions: {
    scan_plain: someArgs(3, 3, scanPlain),
    scan_string: someArgs(3, 3, scanText),
    write_plain: someArgs(6, 6, write),
    encode_basestring: quoted(quote),
    encode_basestring_ascii: quoted(quoteAscii),
  },
  kinds: [SCAN_KIND, WRITE_KIND],
};
