/**
 * Code objects as bytes, to ship scripts without the compiler. Portable: little-endian, no alignment, the same on every host.
 *
 *   header   magic `SLBC`, format version (u16), CODE_VERSION (u16), checksum of the payload (u32, FNV-1a)
 *   payload  string table, then the code object; nested code objects stand among the constants
 *
 * Numbers are unsigned varints (7 bits a byte, low first). Strings are stored once, in Latin-1 where they fit, else as UTF-16 units,
 * so that lone surrogates survive. `deserialize.ts` reads all this and trusts none of it.
 */
import type { CodeObject, Constant } from './code-object.ts';
import { CODE_VERSION } from './code-object.ts';

export const MAGIC = [0x53, 0x4c, 0x42, 0x43] as const; // SLBC
/** Bump when the layout changes; CODE_VERSION covers opcodes and fields. 1: first. */
export const FORMAT_VERSION = 1;
export const HEADER_SIZE = 12;

/** What a constant is; the byte before it. */
export const enum Tag {
  NONE,
  FALSE,
  TRUE,
  INT,
  NEGATIVE_INT,
  BIG_INT,
  NEGATIVE_BIG_INT,
  FLOAT,
  COMPLEX,
  STRING,
  BYTES,
  ELLIPSIS,
  TUPLE,
  FROZENSET,
  CODE,
}

/** Makes the bytes of `code` and everything in it. */
export function serialize(code: CodeObject): Uint8Array {
  const body = new Writer();
  body.code(code);
  const strings = new Writer();
  strings.varint(body.strings.length);
  for (const text of body.strings) strings.text(text);
  const payload = new Uint8Array(strings.length + body.length);
  payload.set(strings.bytes(), 0);
  payload.set(body.bytes(), strings.length);
  const out = new Uint8Array(HEADER_SIZE + payload.length);
  out.set(MAGIC, 0);
  const view = new DataView(out.buffer);
  view.setUint16(4, FORMAT_VERSION, true);
  view.setUint16(6, CODE_VERSION, true);
  view.setUint32(8, checksum(payload), true);
  out.set(payload, HEADER_SIZE);
  return out;
}

/** FNV-1a, 32 bits: finds accidents, not malice; malice is for `verify`. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return hash >>> 0;
}

class Writer {
  readonly strings: string[] = [];
  length = 0;
  private buffer = new Uint8Array(256);
  private readonly stringIndex = new Map<string, number>();

  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  code(code: CodeObject): void {
    this.string(code.name);
    this.string(code.qualname);
    this.string(code.filename);
    for (const n of [
      code.firstLineno,
      code.flags,
      code.argcount,
      code.posonlyargcount,
      code.kwonlyargcount,
      code.stackSize,
    ]) {
      this.varint(n);
    }
    this.byte(code.hasDocstring ? 1 : 0);
    for (const list of [code.varnames, code.cellvars, code.freevars, code.names]) {
      this.varint(list.length);
      for (const name of list) this.string(name);
    }
    this.varint(code.ops.length);
    this.raw(code.ops);
    for (let i = 0; i < code.args.length; i++) this.varint(code.args[i]);
    this.varint(code.exceptionTable.length);
    for (let i = 0; i < code.exceptionTable.length; i++) this.varint(code.exceptionTable[i]);
    this.varint(code.lineTable.length);
    this.raw(code.lineTable);
    this.varint(code.constants.length);
    for (const value of code.constants) this.constant(value);
  }

  private constant(value: Constant): void {
    if (value === null) return this.byte(Tag.NONE);
    switch (typeof value) {
      case 'boolean':
        return this.byte(value ? Tag.TRUE : Tag.FALSE);
      case 'number':
        this.byte(value < 0 ? Tag.NEGATIVE_INT : Tag.INT);
        return this.varint(Math.abs(value));
      case 'bigint':
        return this.bigInt(value);
      case 'string':
        this.byte(Tag.STRING);
        return this.string(value);
    }
    switch (value.type) {
      case 'float':
        this.byte(Tag.FLOAT);
        return this.float(value.value);
      case 'complex':
        this.byte(Tag.COMPLEX);
        this.float(value.real);
        return this.float(value.imag);
      case 'bytes':
        this.byte(Tag.BYTES);
        this.varint(value.value.length);
        return this.raw(value.value);
      case 'ellipsis':
        return this.byte(Tag.ELLIPSIS);
      case 'tuple':
      case 'frozenset':
        this.byte(value.type === 'tuple' ? Tag.TUPLE : Tag.FROZENSET);
        this.varint(value.items.length);
        for (const item of value.items) this.constant(item);
        return;
      case 'code':
        this.byte(Tag.CODE);
        return this.code(value);
    }
  }

  private bigInt(value: bigint): void {
    this.byte(value < 0n ? Tag.NEGATIVE_BIG_INT : Tag.BIG_INT);
    let digits = (value < 0n ? -value : value).toString(16);
    if (digits.length % 2 !== 0) digits = `0${digits}`;
    this.varint(digits.length / 2);
    for (let i = 0; i < digits.length; i += 2) this.byte(parseInt(digits.slice(i, i + 2), 16));
  }

  private float(value: number): void {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value, true);
    this.raw(bytes);
  }

  private string(text: string): void {
    let index = this.stringIndex.get(text);
    if (index === undefined) {
      index = this.strings.length;
      this.stringIndex.set(text, index);
      this.strings.push(text);
    }
    this.varint(index);
  }

  text(text: string): void {
    let isWide = false;
    for (let i = 0; i < text.length && !isWide; i++) isWide = text.charCodeAt(i) > 255;
    this.varint(text.length * 2 + (isWide ? 1 : 0));
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      this.byte(unit & 255);
      if (isWide) this.byte(unit >> 8);
    }
  }

  varint(value: number): void {
    while (value >= 128) {
      this.byte((value % 128) + 128);
      value = Math.floor(value / 128);
    }
    this.byte(value);
  }

  private byte(value: number): void {
    if (this.length === this.buffer.length) this.grow(1);
    this.buffer[this.length++] = value;
  }

  private raw(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.buffer.length) this.grow(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  private grow(extra: number): void {
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + extra));
    larger.set(this.buffer);
    this.buffer = larger;
  }
}
