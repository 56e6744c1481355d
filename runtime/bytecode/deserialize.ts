/**
 * Bytes to code objects. What comes out has passed `verify`, or nothing comes out: every length is checked against what is left before
 * anything is allocated, and nesting is bounded.
 */
import type { Constant } from './code-object.ts';
import { CODE_VERSION, CodeObject } from './code-object.ts';
import { checksum, FORMAT_VERSION, HEADER_SIZE, MAGIC, Tag } from './serialize.ts';
import { verify } from './verify.ts';

/** The bytes are no code object, or none for this runtime. */
export class DeserializeError extends Error {
  override readonly name = 'DeserializeError';
}

/** Nesting of code objects and tuples accepted. */
const MAX_NESTING = 400;

/**
 * Reads what `serialize` wrote.
 * Throws `DeserializeError` for bytes of another format or version, or that are damaged, and `VerifyError` for code that must not run.
 */
export function deserialize(bytes: Uint8Array): CodeObject {
  if (bytes.length < HEADER_SIZE || MAGIC.some((byte, i) => bytes[i] !== byte)) {
    throw new DeserializeError('not a compiled script: the first bytes are not SLBC');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = view.getUint16(4, true);
  const version = view.getUint16(6, true);
  if (format !== FORMAT_VERSION || version !== CODE_VERSION) {
    throw new DeserializeError(
      `compiled script of version ${format}.${version}, but this runtime reads ${FORMAT_VERSION}.${CODE_VERSION}; compile the script again`,
    );
  }
  const payload = bytes.subarray(HEADER_SIZE);
  if (view.getUint32(8, true) !== checksum(payload))
    throw new DeserializeError('compiled script is damaged: the checksum differs');
  const code = new Reader(payload).read();
  verify(code);
  return code;
}

class Reader {
  private at = 0;
  private depth = 0;
  private strings: string[] = [];

  constructor(private readonly bytes: Uint8Array) {}

  read(): CodeObject {
    this.strings = this.list(() => this.text());
    const code = this.code();
    if (this.at !== this.bytes.length) this.fail('bytes left over');
    return code;
  }

  private fail(what: string): never {
    throw new DeserializeError(`compiled script is malformed: ${what} at byte ${HEADER_SIZE + this.at}`);
  }

  private code(): CodeObject {
    if (++this.depth > MAX_NESTING) this.fail('nested too deeply');
    const name = this.string();
    const qualname = this.string();
    const filename = this.string();
    const firstLineno = this.varint();
    const flags = this.varint();
    const argcount = this.varint();
    const posonlyargcount = this.varint();
    const kwonlyargcount = this.varint();
    const stackSize = this.varint();
    const hasDocstring = this.byte() === 1;
    const varnames = this.list(() => this.string());
    const cellvars = this.list(() => this.string());
    const freevars = this.list(() => this.string());
    const names = this.list(() => this.string());
    const ops = this.raw(this.count());
    const args = this.numbers(ops.length);
    const exceptionTable = this.numbers(this.count());
    const lineTable = this.raw(this.count());
    const constants = this.list(() => this.constant());
    this.depth--;
    return new CodeObject(
      name,
      qualname,
      filename,
      firstLineno,
      flags,
      argcount,
      posonlyargcount,
      kwonlyargcount,
      varnames,
      cellvars,
      freevars,
      names,
      constants,
      ops,
      args.every((arg) => arg <= 0xffff) ? Uint16Array.from(args) : args,
      exceptionTable,
      lineTable,
      stackSize,
      hasDocstring,
    );
  }

  private constant(): Constant {
    const tag: Tag = this.byte();
    switch (tag) {
      case Tag.NONE:
        return null;
      case Tag.FALSE:
        return false;
      case Tag.TRUE:
        return true;
      case Tag.INT:
        return this.varint();
      case Tag.NEGATIVE_INT: {
        const value = this.varint();
        // There is no negative zero among the ints.
        return value === 0 ? 0 : -value;
      }
      case Tag.BIG_INT:
        return normal(this.magnitude());
      case Tag.NEGATIVE_BIG_INT:
        return normal(-this.magnitude());
      case Tag.FLOAT:
        return { type: 'float', value: this.float() };
      case Tag.COMPLEX:
        return { type: 'complex', real: this.float(), imag: this.float() };
      case Tag.STRING:
        return this.string();
      case Tag.BYTES:
        return { type: 'bytes', value: this.raw(this.count()) };
      case Tag.ELLIPSIS:
        return { type: 'ellipsis' };
      case Tag.TUPLE:
      case Tag.FROZENSET: {
        if (++this.depth > MAX_NESTING) this.fail('nested too deeply');
        const items = this.list(() => this.constant());
        if (items.some((item) => typeof item === 'object' && item !== null && item.type === 'code'))
          this.fail('code in a tuple');
        this.depth--;
        return { type: tag === Tag.TUPLE ? 'tuple' : 'frozenset', items };
      }
      case Tag.CODE:
        return this.code();
      default:
        return this.fail(`unknown constant ${String(tag)}`);
    }
  }

  private magnitude(): bigint {
    const length = this.count();
    if (length === 0) return 0n;
    let digits = '0x';
    for (let i = 0; i < length; i++) digits += this.byte().toString(16).padStart(2, '0');
    return BigInt(digits);
  }

  private float(): number {
    const bytes = this.raw(8);
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true);
  }

  private string(): string {
    const index = this.varint();
    if (index >= this.strings.length) this.fail('no such string');
    return this.strings[index];
  }

  private text(): string {
    const head = this.varint();
    const isWide = head % 2 === 1;
    const length = (head - (head % 2)) / 2;
    const bytes = this.raw(length * (isWide ? 2 : 1));
    let text = '';
    for (let i = 0; i < length; i++)
      text += String.fromCharCode(isWide ? bytes[2 * i] + 256 * bytes[2 * i + 1] : bytes[i]);
    return text;
  }

  private list<T>(item: () => T): T[] {
    const length = this.count();
    const items: T[] = [];
    for (let i = 0; i < length; i++) items.push(item());
    return items;
  }

  /** A number of things that take at least a byte each. */
  private count(): number {
    const n = this.varint();
    if (n > this.bytes.length - this.at) this.fail('more announced than there is');
    return n;
  }

  private numbers(length: number): Int32Array {
    if (length > this.bytes.length - this.at) this.fail('more announced than there is');
    const numbers = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      const n = this.varint();
      if (n > 0x7fffffff) this.fail('number too large');
      numbers[i] = n;
    }
    return numbers;
  }

  private raw(length: number): Uint8Array {
    if (length > this.bytes.length - this.at) this.fail('more announced than there is');
    this.at += length;
    // A copy: the caller's bytes may change.
    return this.bytes.slice(this.at - length, this.at);
  }

  private varint(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < 8; i++) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) {
        if (!Number.isSafeInteger(value)) this.fail('number too large');
        return value;
      }
      scale *= 128;
    }
    return this.fail('number too long');
  }

  private byte(): number {
    if (this.at >= this.bytes.length) this.fail('the end');
    return this.bytes[this.at++];
  }
}

function normal(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
