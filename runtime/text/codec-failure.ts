/**
 * What went wrong in encoding or decoding: the fields of a Python UnicodeError, and its text.
 * The caller makes the exception; `object` is the str or bytes it was given.
 */
import { escapeCode } from './repr.ts';
import { advancePoints } from './code-points.ts';

/** A UnicodeEncodeError or UnicodeDecodeError to be. */
export class CodecFailure {
  constructor(
    readonly isDecode: boolean,
    /** The name the codec gives itself, which is not always the one asked for. */
    readonly encoding: string,
    readonly object: string | Uint8Array,
    /** In code points of a str, or in bytes. */
    readonly start: number,
    readonly end: number,
    readonly reason: string,
  ) {}
}

/** Returns str() of the exception that `failure` becomes. */
export function describeCodecFailure(failure: CodecFailure): string {
  const { encoding, object, start, end, reason } = failure;
  const isOne = end === start + 1;
  if (typeof object === 'string') {
    const which = isOne
      ? `character '${escapeCode(object.codePointAt(advancePoints(object, 0, start))!)}' in position ${start}`
      : `characters in position ${start}-${end - 1}`;
    return `'${encoding}' codec can't encode ${which}: ${reason}`;
  }
  const which = isOne
    ? `byte 0x${object[start]!.toString(16).padStart(2, '0')} in position ${start}`
    : `bytes in position ${start}-${end - 1}`;
  return `'${encoding}' codec can't decode ${which}: ${reason}`;
}
