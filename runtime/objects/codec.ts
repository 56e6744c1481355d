/** Encoding and decoding text, with failures raised as Python's UnicodeErrors. */
import type { Interp } from './interp.ts';
import { PyBytes } from './scalar-payload.ts';
import { chargeGrowth } from './growth.ts';
import { raiseFailure, raiseWith } from './raise.ts';
import { chargeScan, chargeText } from './text-charge.ts';
import { Failure } from '../base/failure.ts';
import type { CodecFailure } from '../text/codec-failure.ts';
import { decodeBytes as decode } from '../text/decode.ts';
import { encodeStr } from '../text/encode.ts';

function raiseCodec(I: Interp, failure: CodecFailure | Failure): undefined {
  if (failure instanceof Failure) return raiseFailure(I, failure);
  const { object, encoding, start, end, reason } = failure;
  if (typeof object === 'string') return raiseWith(I, 'UnicodeEncodeError', [encoding, object, start, end, reason]);
  return raiseWith(I, 'UnicodeDecodeError', [encoding, new PyBytes(I.types.bytes, object.slice()), start, end, reason]);
}

/** Returns `bytes.decode(encoding, errors)`. @raises UnicodeDecodeError, LookupError (Python). */
export function decodeBytes(I: Interp, bytes: Uint8Array, encoding: string, errors: string): string | undefined {
  chargeScan(I, bytes.length * 2);
  if (!chargeText(I, bytes.length)) return undefined;
  const text = decode(bytes, encoding, errors);
  return typeof text === 'string' ? text : raiseCodec(I, text);
}

/** Returns `text.encode(encoding, errors)` as raw bytes. @raises UnicodeEncodeError, LookupError (Python). */
export function encodeText(I: Interp, text: string, encoding: string, errors: string): Uint8Array | undefined {
  chargeScan(I, text.length * 2);
  if (!chargeGrowth(I, text.length)) return undefined;
  const bytes = encodeStr(text, encoding, errors);
  return bytes instanceof Uint8Array ? bytes : raiseCodec(I, bytes);
}
