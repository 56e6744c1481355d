/**
 * str -> bytes. One loop for all codecs: what a codec can write it writes, a run of what it cannot
 * goes to the error handler. Lone surrogates of the host string are Python's lone surrogates.
 *
 * Handlers known: strict, ignore, replace, backslashreplace, xmlcharrefreplace, namereplace (which
 * has no names here and writes escapes), surrogateescape, surrogatepass. Handlers registered by
 * Python code are not served.
 */
import { Failure } from '../base/failure.ts';
import { countPoints, unitsAt } from './code-points.ts';
import { CodecFailure } from './codec-failure.ts';
import { CP1252_HIGH, findCodec, isBuiltInCodec } from './codec-names.ts';
import type { CodecName } from './codec-names.ts';
import { escapeCode } from './repr.ts';

/** Bytes written so far, with room to grow. */
class ByteSink {
  private bytes: Uint8Array;
  private length = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  put(byte: number): void {
    if (this.length === this.bytes.length) {
      const larger = new Uint8Array(this.length * 2 + 16);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes[this.length++] = byte;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}

/** How one codec writes code points. */
interface Encoder {
  /** The name it gives itself in errors. */
  readonly label: string;
  readonly reason: string;
  /** Bytes per character for utf-16 and utf-32, else 1: a handler's bytes must come in such groups. */
  readonly unit: number;
  /** Whether a fault covers all bad characters in a row, or one. */
  readonly takesRuns: boolean;
  /** Writes the code point, or returns false. */
  put(sink: ByteSink, code: number): boolean;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function putUtf8(sink: ByteSink, code: number): void {
  if (code < 0x80) {
    sink.put(code);
  } else if (code < 0x800) {
    sink.put(0xc0 | (code >> 6));
    sink.put(0x80 | (code & 63));
  } else if (code < 0x10000) {
    sink.put(0xe0 | (code >> 12));
    sink.put(0x80 | ((code >> 6) & 63));
    sink.put(0x80 | (code & 63));
  } else {
    sink.put(0xf0 | (code >> 18));
    sink.put(0x80 | ((code >> 12) & 63));
    sink.put(0x80 | ((code >> 6) & 63));
    sink.put(0x80 | (code & 63));
  }
}

function put16(sink: ByteSink, unit: number, isBig: boolean): void {
  sink.put(isBig ? unit >> 8 : unit & 255);
  sink.put(isBig ? unit & 255 : unit >> 8);
}

function putUtf16(sink: ByteSink, code: number, isBig: boolean): void {
  if (code < 0x10000) {
    put16(sink, code, isBig);
  } else {
    put16(sink, 0xd800 + ((code - 0x10000) >> 10), isBig);
    put16(sink, 0xdc00 + ((code - 0x10000) & 0x3ff), isBig);
  }
}

function putUtf32(sink: ByteSink, code: number, isBig: boolean): void {
  for (let i = 0; i < 4; i++) sink.put((code >> (8 * (isBig ? 3 - i : i))) & 255);
}

const NO_SURROGATES = 'surrogates not allowed';

const UTF_8: Encoder = {
  label: 'utf-8',
  reason: NO_SURROGATES,
  unit: 1,
  takesRuns: true,
  put(sink, code) {
    if (isSurrogate(code)) return false;
    putUtf8(sink, code);
    return true;
  },
};

function utf16Encoder(label: string, isBig: boolean): Encoder {
  return {
    label,
    reason: NO_SURROGATES,
    unit: 2,
    takesRuns: false,
    put(sink, code) {
      if (isSurrogate(code)) return false;
      putUtf16(sink, code, isBig);
      return true;
    },
  };
}

function utf32Encoder(label: string, isBig: boolean): Encoder {
  return {
    label,
    reason: NO_SURROGATES,
    unit: 4,
    takesRuns: false,
    put(sink, code) {
      if (isSurrogate(code)) return false;
      putUtf32(sink, code, isBig);
      return true;
    },
  };
}

function smallEncoder(label: string, limit: number): Encoder {
  return {
    label,
    reason: `ordinal not in range(${limit})`,
    unit: 1,
    takesRuns: true,
    put(sink, code) {
      if (code >= limit) return false;
      sink.put(code);
      return true;
    },
  };
}

const CP1252: Encoder = {
  label: 'charmap',
  reason: 'character maps to <undefined>',
  unit: 1,
  takesRuns: true,
  put(sink, code) {
    if (code < 0x80 || (code >= 0xa0 && code < 0x100)) {
      sink.put(code);
      return true;
    }
    const at = code > 0xffff ? -1 : CP1252_HIGH.indexOf(String.fromCharCode(code));
    if (at < 0) return false;
    sink.put(0x80 + at);
    return true;
  },
};

const ENCODERS: Readonly<Record<CodecName, Encoder>> = {
  'utf-8': UTF_8,
  'utf-8-sig': UTF_8,
  'utf-16': utf16Encoder('utf-16', false),
  'utf-16-le': utf16Encoder('utf-16-le', false),
  'utf-16-be': utf16Encoder('utf-16-be', true),
  'utf-32': utf32Encoder('utf-32', false),
  'utf-32-le': utf32Encoder('utf-32-le', false),
  'utf-32-be': utf32Encoder('utf-32-be', true),
  ascii: smallEncoder('ascii', 128),
  'latin-1': smallEncoder('latin-1', 256),
  cp1252: CP1252,
};

/** Returns text.encode(encoding, errors), or why not. Linear in the length. */
export function encodeStr(text: string, encoding: string, errors: string): Uint8Array | CodecFailure | Failure {
  const codec = findCodec(encoding);
  if (codec === undefined) return new Failure('LookupError', 'unknown encoding: ' + encoding);
  const encoder = ENCODERS[codec];
  const sink = new ByteSink(text.length * encoder.unit + 4);
  if (codec === 'utf-16' || codec === 'utf-32' || codec === 'utf-8-sig') encoder.put(sink, 0xfeff);
  const asciiAsIs = encoder.unit === 1;
  for (let unit = 0; unit < text.length;) {
    const first = text.charCodeAt(unit);
    if (first < 128 && asciiAsIs) {
      sink.put(first);
      unit++;
      continue;
    }
    const code = text.codePointAt(unit)!;
    if (encoder.put(sink, code)) {
      unit += code > 0xffff ? 2 : 1;
      continue;
    }
    let end = unit + unitsAt(text, unit);
    if (encoder.takesRuns)
      while (end < text.length && !canEncode(encoder, text.codePointAt(end)!)) end += unitsAt(text, end);
    const fault = handle(sink, encoder, text, unit, end, errors);
    if (fault !== undefined) {
      if (fault instanceof CodecFailure || isBuiltInCodec(encoding)) return fault;
      return new Failure('LookupError', `encoding with '${encoding}' codec failed (LookupError: ${fault.message})`);
    }
    unit = end;
  }
  return sink.finish();
}

/** Where results of a mere question go. */
function canEncode(encoder: Encoder, code: number): boolean {
  return encoder.put(new ByteSink(4), code);
}

/** Writes what the handler makes of the units from `start` to `end`; returns the fault if it makes nothing. */
function handle(
  sink: ByteSink,
  encoder: Encoder,
  text: string,
  start: number,
  end: number,
  errors: string,
): CodecFailure | Failure | undefined {
  const strict = (from = start): CodecFailure => {
    const first = countPoints(text, 0, from);
    return new CodecFailure(false, encoder.label, text, first, first + countPoints(text, from, end), encoder.reason);
  };
  switch (errors) {
    case 'strict':
      return strict();
    case 'ignore':
      return undefined;
    case 'replace':
    case 'backslashreplace':
    case 'xmlcharrefreplace':
    case 'namereplace':
      break;
    case 'surrogateescape': {
      const stopped = escapeSurrogates(sink, encoder, text, start, end);
      // Only the charmap codec reports the whole run, with what could have been written.
      return stopped === end ? undefined : strict(encoder === CP1252 ? start : stopped);
    }
    case 'surrogatepass':
      return passSurrogates(sink, encoder, text, start, end) ? undefined : strict();
    default:
      return new Failure('LookupError', `unknown error handler name '${errors}'`);
  }
  for (let unit = start; unit < end; unit += unitsAt(text, unit)) {
    const code = text.codePointAt(unit)!;
    const replacement = errors === 'replace' ? '?' : errors === 'xmlcharrefreplace' ? `&#${code};` : escapeCode(code);
    for (let i = 0; i < replacement.length; i++) encoder.put(sink, replacement.charCodeAt(i));
  }
  return undefined;
}

/** Turns U+DC80 to U+DCFF back into the bytes they stand for; returns the unit where that ended. */
function escapeSurrogates(sink: ByteSink, encoder: Encoder, text: string, start: number, end: number): number {
  if (encoder.unit > 1) return start;
  for (let unit = start; unit < end; unit++) {
    const code = text.charCodeAt(unit);
    if (code < 0xdc80 || code > 0xdcff) return unit;
    sink.put(code - 0xdc00);
  }
  return end;
}

function passSurrogates(sink: ByteSink, encoder: Encoder, text: string, start: number, end: number): boolean {
  if (encoder.reason !== NO_SURROGATES) return false;
  const isBig = encoder.label.endsWith('be');
  for (let unit = start; unit < end; unit++) {
    const code = text.charCodeAt(unit);
    if (encoder.unit === 1) putUtf8(sink, code);
    else if (encoder.unit === 2) put16(sink, code, isBig);
    else putUtf32(sink, code, isBig);
  }
  return true;
}
