/**
 * bytes -> str. Handlers known: strict, ignore, replace, backslashreplace, surrogateescape and
 * surrogatepass; those registered by Python code are not served.
 */
import { Failure, typeFailure } from '../base/failure.ts';
import { CodecFailure } from './codec-failure.ts';
import { CP1252_HIGH, findCodec, isBuiltInCodec } from './codec-names.ts';
import type { CodecName } from './codec-names.ts';

/** Code units gathered before they are made a string: what the host takes as arguments with ease. */
const CHUNK = 1024;

/** Text built from code points, in chunks. */
class TextSink {
  private units: number[] = [];
  private text = '';

  put(code: number): void {
    if (this.units.length >= CHUNK) this.flush();
    if (code < 0x10000) this.units.push(code);
    else this.units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
  }

  putText(text: string): void {
    for (let i = 0; i < text.length; i++) this.put(text.charCodeAt(i));
  }

  private flush(): void {
    this.text += String.fromCharCode.apply(null, this.units);
    this.units = [];
  }

  finish(): string {
    this.flush();
    return this.text;
  }
}

/** One decoding: its input, handler and output; a failure ends it. */
class Decoding {
  failure: CodecFailure | Failure | undefined = undefined;
  readonly sink = new TextSink();

  constructor(
    readonly bytes: Uint8Array,
    readonly label: string,
    readonly errors: string,
  ) {}

  /** Serves a fault from `start` to `end`; returns where to go on, or the length after setting `failure`. */
  fault(start: number, end: number, reason: string): number {
    const { bytes, sink } = this;
    switch (this.errors) {
      case 'ignore':
        return end;
      case 'replace':
        sink.put(0xfffd);
        return end;
      case 'backslashreplace':
        for (let i = start; i < end; i++) sink.putText('\\x' + bytes[i]!.toString(16).padStart(2, '0'));
        return end;
      case 'surrogateescape': {
        let at = start;
        // Bytes of ASCII are never hidden: the run ends at the first one.
        while (at < end && at < start + 4 && bytes[at]! >= 0x80) sink.put(0xdc00 + bytes[at++]!);
        if (at > start) return at;
        break;
      }
      case 'surrogatepass': {
        const length =
          this.label === 'utf-8' ? 3 : this.label.startsWith('utf-16') ? 2 : this.label.startsWith('utf-32') ? 4 : 0;
        const code = length > 0 && start + length <= bytes.length ? surrogateAt(bytes, start, this.label) : -1;
        if (code >= 0) {
          sink.put(code);
          return start + length;
        }
        break;
      }
      case 'strict':
        break;
      case 'xmlcharrefreplace':
      case 'namereplace':
        this.failure = typeFailure("don't know how to handle UnicodeDecodeError in error callback");
        return bytes.length;
      default:
        this.failure = new Failure('LookupError', `unknown error handler name '${this.errors}'`);
        return bytes.length;
    }
    this.failure = new CodecFailure(true, this.label, bytes, start, end, reason);
    return bytes.length;
  }
}

/** Returns the surrogate written at `at` in the encoding, or -1. */
function surrogateAt(bytes: Uint8Array, at: number, label: string): number {
  let code: number;
  if (label === 'utf-8') {
    if ((bytes[at]! & 0xf0) !== 0xe0 || (bytes[at + 1]! & 0xc0) !== 0x80 || (bytes[at + 2]! & 0xc0) !== 0x80) return -1;
    code = ((bytes[at]! & 15) << 12) | ((bytes[at + 1]! & 63) << 6) | (bytes[at + 2]! & 63);
  } else if (label.startsWith('utf-16')) {
    code = read16(bytes, at, label === 'utf-16-be');
  } else {
    code = read32(bytes, at, label === 'utf-32-be');
  }
  return code >= 0xd800 && code <= 0xdfff ? code : -1;
}

function read16(bytes: Uint8Array, at: number, isBig: boolean): number {
  return isBig ? (bytes[at]! << 8) | bytes[at + 1]! : bytes[at]! | (bytes[at + 1]! << 8);
}

function read32(bytes: Uint8Array, at: number, isBig: boolean): number {
  const high = read16(bytes, isBig ? at : at + 2, isBig);
  return high * 65536 + read16(bytes, isBig ? at + 2 : at, isBig);
}

/** Returns bytes.decode(encoding, errors), or why not. Linear in the length. */
export function decodeBytes(bytes: Uint8Array, encoding: string, errors: string): string | CodecFailure | Failure {
  // CPython does not even look at the names when there is nothing to decode.
  if (bytes.length === 0) return '';
  const codec = findCodec(encoding);
  if (codec === undefined) return new Failure('LookupError', 'unknown encoding: ' + encoding);
  const result = decodeAs(bytes, codec, errors);
  if (result instanceof Failure && !isBuiltInCodec(encoding)) {
    return new Failure(result.type, `decoding with '${encoding}' codec failed (${result.type}: ${result.message})`);
  }
  return result;
}

function decodeAs(bytes: Uint8Array, codec: CodecName, errors: string): string | CodecFailure | Failure {
  switch (codec) {
    case 'utf-8':
      return decodeUtf8(bytes, errors);
    case 'utf-8-sig':
      return decodeUtf8(
        bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes,
        errors,
      );
    case 'utf-16': {
      const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
      return decodeUtf16(bytes, isBig || (bytes[0] === 0xff && bytes[1] === 0xfe) ? 2 : 0, isBig, errors);
    }
    case 'utf-16-le':
      return decodeUtf16(bytes, 0, false, errors);
    case 'utf-16-be':
      return decodeUtf16(bytes, 0, true, errors);
    case 'utf-32': {
      const isBig = bytes.length >= 4 && read32(bytes, 0, true) === 0xfeff;
      return decodeUtf32(
        bytes,
        isBig || (bytes.length >= 4 && read32(bytes, 0, false) === 0xfeff) ? 4 : 0,
        isBig,
        errors,
      );
    }
    case 'utf-32-le':
      return decodeUtf32(bytes, 0, false, errors);
    case 'utf-32-be':
      return decodeUtf32(bytes, 0, true, errors);
    case 'ascii':
      return decodeTable(
        bytes,
        new Decoding(bytes, 'ascii', errors),
        (byte) => (byte < 128 ? byte : -1),
        'ordinal not in range(128)',
      );
    case 'latin-1':
      return decodeTable(bytes, new Decoding(bytes, 'latin-1', errors), (byte) => byte, '');
    case 'cp1252':
      return decodeTable(bytes, new Decoding(bytes, 'charmap', errors), cp1252Code, 'character maps to <undefined>');
  }
}

function finish(decoding: Decoding): string | CodecFailure | Failure {
  return decoding.failure ?? decoding.sink.finish();
}

function cp1252Code(byte: number): number {
  if (byte < 0x80 || byte >= 0xa0) return byte;
  return CP1252_HIGH.charCodeAt(byte - 0x80) || -1;
}

function decodeTable(
  bytes: Uint8Array,
  decoding: Decoding,
  codeOf: (byte: number) => number,
  reason: string,
): string | CodecFailure | Failure {
  for (let at = 0; at < bytes.length;) {
    const code = codeOf(bytes[at]!);
    if (code >= 0) {
      decoding.sink.put(code);
      at++;
    } else {
      at = decoding.fault(at, at + 1, reason);
    }
  }
  return finish(decoding);
}

function decodeUtf8(bytes: Uint8Array, errors: string): string | CodecFailure | Failure {
  const decoding = new Decoding(bytes, 'utf-8', errors);
  const { sink } = decoding;
  const length = bytes.length;
  for (let at = 0; at < length;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      sink.put(lead);
      at++;
      continue;
    }
    const need = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
    if (need === 0) {
      at = decoding.fault(at, at + 1, 'invalid start byte');
      continue;
    }
    // The second byte of E0, ED, F0 and F4 has a narrower range: no overlong forms, surrogates or planes above 16.
    let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    let code = lead & (need === 1 ? 31 : need === 2 ? 15 : 7);
    let end = at + 1;
    const stop = at + need + 1;
    while (end < stop && end < length && bytes[end]! >= low && bytes[end]! <= high) {
      code = (code << 6) | (bytes[end++]! & 63);
      low = 0x80;
      high = 0xbf;
    }
    if (end === stop) {
      sink.put(code);
      at = end;
    } else {
      at = decoding.fault(at, end, end === length ? 'unexpected end of data' : 'invalid continuation byte');
    }
  }
  return finish(decoding);
}

function decodeUtf16(
  bytes: Uint8Array,
  start: number,
  isBig: boolean,
  errors: string,
): string | CodecFailure | Failure {
  const decoding = new Decoding(bytes, isBig ? 'utf-16-be' : 'utf-16-le', errors);
  const length = bytes.length;
  for (let at = start; at < length;) {
    if (length - at < 2) {
      at = decoding.fault(at, length, 'truncated data');
      continue;
    }
    const unit = read16(bytes, at, isBig);
    if (unit < 0xd800 || unit > 0xdfff) {
      decoding.sink.put(unit);
      at += 2;
    } else if (unit >= 0xdc00) {
      at = decoding.fault(at, at + 2, 'illegal encoding');
    } else if (length - at < 4) {
      at = decoding.fault(at, length, 'unexpected end of data');
    } else {
      const next = read16(bytes, at + 2, isBig);
      if (next >= 0xdc00 && next <= 0xdfff) {
        decoding.sink.put(0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
        at += 4;
      } else {
        at = decoding.fault(at, at + 2, 'illegal UTF-16 surrogate');
      }
    }
  }
  return finish(decoding);
}

function decodeUtf32(
  bytes: Uint8Array,
  start: number,
  isBig: boolean,
  errors: string,
): string | CodecFailure | Failure {
  const decoding = new Decoding(bytes, isBig ? 'utf-32-be' : 'utf-32-le', errors);
  const length = bytes.length;
  for (let at = start; at < length;) {
    if (length - at < 4) {
      at = decoding.fault(at, length, 'truncated data');
      continue;
    }
    const code = read32(bytes, at, isBig);
    if (code >= 0xd800 && code <= 0xdfff)
      at = decoding.fault(at, at + 4, 'code point in surrogate code point range(0xd800, 0xe000)');
    else if (code > 0x10ffff) at = decoding.fault(at, at + 4, 'code point not in range(0x110000)');
    else {
      decoding.sink.put(code);
      at += 4;
    }
  }
  return finish(decoding);
}
