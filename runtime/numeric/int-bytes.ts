/** int.to_bytes and int.from_bytes. */
import { overflowFailure, valueFailure } from '../base/failure.ts';
import type { Failure } from '../base/failure.ts';
import { normalizeBig } from './int-arith.ts';
import type { IntValue } from './int-arith.ts';

/**
 * Returns `value` as `length` bytes, two's complement if `signed`, or why not.
 * The byte order has been checked by the caller (`BYTE_ORDER_MESSAGE`).
 */
export function intToBytes(
  value: IntValue,
  length: number,
  littleEndian: boolean,
  signed: boolean,
): Uint8Array | Failure {
  if (length < 0) return valueFailure('length argument must be non-negative');
  if (value < 0 && !signed) return overflowFailure("can't convert negative int to unsigned");
  if (!fits(value, length, signed)) return overflowFailure('int too big to convert');
  const bytes = new Uint8Array(length);
  if (typeof value === 'number') {
    let rest = value;
    for (let i = 0; i < length; i++) {
      bytes[littleEndian ? i : length - 1 - i] = rest & 255;
      rest = Math.floor(rest / 256);
    }
    return bytes;
  }
  const text = BigInt.asUintN(length * 8, value)
    .toString(16)
    .padStart(length * 2, '0');
  for (let i = 0; i < length; i++) {
    bytes[littleEndian ? length - 1 - i : i] = parseInt(text.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

/** CPython's ValueError for a byte order that is neither 'little' nor 'big'. */
export const BYTE_ORDER_MESSAGE = "byteorder must be either 'little' or 'big'";

function fits(value: IntValue, length: number, signed: boolean): boolean {
  if (typeof value === 'number') {
    const bits = signed ? length * 8 - 1 : length * 8;
    // CPython lets a signed -1 fit into no bytes at all.
    if (length === 0) return value === 0 || (signed && value === -1);
    if (bits >= 53) return true;
    const limit = 2 ** bits;
    return value < limit && value >= -limit;
  }
  if (length < 7) return false;
  const limit = 1n << BigInt(signed ? length * 8 - 1 : length * 8);
  return value < limit && value >= -limit;
}

/** Returns the int that `bytes` stand for, two's complement if `signed`. */
export function intFromBytes(bytes: Uint8Array, littleEndian: boolean, signed: boolean): IntValue {
  const length = bytes.length;
  if (length === 0) return 0;
  if (length <= 6) {
    let value = 0;
    for (let i = 0; i < length; i++) value = value * 256 + bytes[littleEndian ? length - 1 - i : i]!;
    const limit = 2 ** (8 * length);
    return signed && value * 2 >= limit ? value - limit : value;
  }
  const parts = new Array<string>(length);
  for (let i = 0; i < length; i++) {
    const byte = bytes[littleEndian ? length - 1 - i : i]!;
    parts[i] = (byte < 16 ? '0' : '') + byte.toString(16);
  }
  const unsigned = BigInt('0x' + parts.join(''));
  return normalizeBig(signed ? BigInt.asIntN(length * 8, unsigned) : unsigned);
}
