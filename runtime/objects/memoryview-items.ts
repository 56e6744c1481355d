/** Items of a memoryview by their format character: reading, checking and writing one. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { PyFloat } from './value.ts';
import { PyBytes } from './scalar-payload.ts';
import { newBytes } from './bytes-conversion.ts';
import { typeError, valueError } from './raise.ts';
import { asFloat, asInt } from './unwrap.ts';
import { normalizeBig } from '../numeric/int-arith.ts';

const SIZES: Readonly<Record<string, number>> = {
  B: 1,
  b: 1,
  c: 1,
  '?': 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  q: 8,
  Q: 8,
  f: 4,
  d: 8,
};

/** Bytes of an item of a native format character (an `@` in front is allowed); 0 if there is no such format. */
export function formatSize(I: Interp, format: string): number {
  const code = format.startsWith('@') ? format.slice(1) : format;
  if (code === 'l' || code === 'L' || code === 'n' || code === 'N' || code === 'P') return I.memory.pointerBytes;
  return Object.hasOwn(SIZES, code) ? SIZES[code]! : 0;
}

/** The machine word formats by their size. */
function plainCode(I: Interp, format: string): string {
  const code = format.startsWith('@') ? format.slice(1) : format;
  const isLong = I.memory.pointerBytes === 8;
  if (code === 'l' || code === 'n') return isLong ? 'q' : 'i';
  if (code === 'L' || code === 'N' || code === 'P') return isLong ? 'Q' : 'I';
  return code;
}

/** Returns the item at byte `at` of `data`. Numbers are little-endian, as on the machines that the targets mimic by default. */
export function readItem(I: Interp, data: Uint8Array, at: number, format: string): Value {
  const code = plainCode(I, format);
  if (code === 'B') return data[at]!;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  switch (code) {
    case 'b':
      return view.getInt8(at);
    case 'c':
      return newBytes(I, data.slice(at, at + 1));
    case '?':
      return data[at] !== 0;
    case 'h':
      return view.getInt16(at, true);
    case 'H':
      return view.getUint16(at, true);
    case 'i':
      return view.getInt32(at, true);
    case 'I':
      return view.getUint32(at, true);
    case 'q':
      return normalizeBig(view.getBigInt64(at, true));
    case 'Q':
      return normalizeBig(view.getBigUint64(at, true));
    case 'f':
      return new PyFloat(view.getFloat32(at, true));
    default:
      return new PyFloat(view.getFloat64(at, true));
  }
}

/** Stores `value` at byte `at`. @raises TypeError, ValueError (Python) if it does not go with the format. Returns true when done. */
export function writeItem(I: Interp, data: Uint8Array, at: number, format: string, value: Value): true | undefined {
  const code = plainCode(I, format);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const wrongType = (): undefined => typeError(I, `memoryview: invalid type for format '${format}'`);
  const wrongValue = (): undefined => valueError(I, `memoryview: invalid value for format '${format}'`);
  if (code === 'c') {
    if (!(value instanceof PyBytes)) return wrongType();
    if (value.data.length !== 1) return wrongValue();
    data[at] = value.data[0]!;
    return true;
  }
  if (code === 'f' || code === 'd') {
    const n = asInt(value);
    const x = n === undefined ? asFloat(value) : Number(n);
    if (x === undefined) return wrongType();
    if (code === 'f') view.setFloat32(at, x, true);
    else view.setFloat64(at, x, true);
    return true;
  }
  const n = asInt(value);
  if (code === '?') {
    if (n === undefined) return wrongType();
    data[at] = n ? 1 : 0;
    return true;
  }
  if (n === undefined) return wrongType();
  const bits = 8 * formatSize(I, code);
  const isSigned = code === code.toLowerCase();
  const big = BigInt(n);
  if ((isSigned ? BigInt.asIntN(bits, big) : BigInt.asUintN(bits, big)) !== big) return wrongValue();
  if (bits === 64) view.setBigInt64(at, BigInt.asIntN(64, big), true);
  else if (bits === 32) view.setInt32(at, Number(n) | 0, true);
  else if (bits === 16) view.setInt16(at, Number(n), true);
  else view.setInt8(at, Number(n));
  return true;
}
