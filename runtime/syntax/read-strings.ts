/** A row of adjacent string tokens -> one expression: a constant, or a `JoinedStr` if any of them is an f-string. */

import type { Expr } from './ast.ts';
import { FStringBuilder, FStringReader, type FStringHost } from './fstring.ts';
import { constant, type Span } from './make-node.ts';
import { decodeBytes, decodeText, splitString, type StringParts } from './string-literal.ts';
import * as messages from './syntax-error.ts';
import type { Token } from './token.ts';

/** What reading strings needs from the parser. */
export interface StringHost extends FStringHost {
  /** Fails with a syntax error on `token`. */
  failToken(token: Token, message: string): never;
}

const BACKSLASH = '\\';

/** Joins `tokens[from]` to `tokens[to - 1]`, all of them strings. */
export function readStrings(text: string, tokens: readonly Token[], from: number, to: number, host: StringHost): Expr {
  const first = tokens[from];
  const last = tokens[to - 1];
  const span: Span = {
    lineno: first.lineno,
    col: first.col,
    endLineno: last.endLineno,
    endCol: last.endCol,
  };
  const prefix = text[first.start] === 'u' ? 'u' : null;
  const builder = new FStringBuilder(span, span, prefix);
  const byteParts: Uint8Array[] = [];
  let isBytes = false;
  let isFormatted = false;
  let plain = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    const source = text.slice(token.start, token.end);
    const parts = splitString(source);
    if (parts.isBytes) byteParts.push(readBytes(token, source, parts, host));
    const decoded = parts.isBytes || parts.isFormatted ? '' : readText(token, source, parts, host);
    if (i > from && parts.isBytes !== isBytes) host.failString(messages.mixedBytes());
    isBytes = parts.isBytes;
    if (parts.isFormatted) {
      if (!isFormatted) builder.addText(plain);
      isFormatted = true;
      readFormatted(token, source, parts, host, builder, span, prefix);
    } else if (isFormatted) {
      builder.addText(decoded);
    } else {
      plain += decoded;
    }
  }
  if (isFormatted) return builder.finish();
  return constant(span, isBytes ? { type: 'bytes', value: joinBytes(byteParts) } : plain, prefix);
}

function readText(token: Token, source: string, parts: StringParts, host: StringHost): string {
  const body = source.slice(parts.bodyStart, parts.bodyEnd);
  if (parts.isRaw || !body.includes(BACKSLASH)) return body;
  const decoded = decodeText(body, host.lookupName);
  if (decoded.error !== null) host.failString(decoded.error);
  if (decoded.badEscape !== null) host.warnBadEscape(decoded.badEscape, token.lineno);
  return decoded.value;
}

function readBytes(token: Token, source: string, parts: StringParts, host: StringHost): Uint8Array {
  const body = source.slice(parts.bodyStart, parts.bodyEnd);
  // eslint-disable-next-line no-control-regex
  if (/[^\x00-\x7f]/.test(body)) host.failToken(token, messages.nonAsciiBytes());
  const decoded = decodeBytes(body, parts.isRaw);
  if (decoded.error !== null) host.failString(decoded.error);
  if (decoded.badEscape !== null) host.warnBadEscape(decoded.badEscape, token.lineno);
  return decoded.value;
}

function readFormatted(
  token: Token,
  source: string,
  parts: StringParts,
  host: StringHost,
  builder: FStringBuilder,
  span: Span,
  prefix: 'u' | null,
): void {
  const reader = new FStringReader(host, source, token, parts, span, prefix);
  reader.readInto(builder, 0);
}

function joinBytes(parts: Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0];
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
