/**
 * `open()` of the command line: ordinary files, as text or bytes. Only here: an embedded script gets at no file unless its host binds one.
 *
 * A file opened for reading is read when it is first needed; what is written is collected and goes to the disk in pieces, at flush and at close.
 * Files opened with `+` live in memory until they are flushed. A file that is open is no data that could be saved with a game.
 */
import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';

/** A file in bytes, whatever its face. Errors are Node's, with `errno` and `code`. */
export class OpenFile {
  readonly name: string;
  readonly isReadable: boolean;
  readonly isWritable: boolean;
  isClosed = false;
  /** Position, bytes. */
  position = 0;
  private readonly fd: number;
  /** Contents, for files that are read. */
  private data: Buffer | null = null;
  private isDirty = false;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private readonly isAppending: boolean;

  constructor(name: string, mode: string) {
    this.name = name;
    const kind = /[rwxa]/.exec(mode)![0];
    const isUpdate = mode.includes('+');
    this.isReadable = kind === 'r' || isUpdate;
    this.isWritable = kind !== 'r' || isUpdate;
    this.isAppending = kind === 'a';
    if (kind === 'r' && statSync(name).isDirectory())
      throw Object.assign(new Error('Is a directory'), { code: 'EISDIR', errno: -21 });
    this.fd = openSync(
      name,
      { r: isUpdate ? 'r+' : 'r', w: isUpdate ? 'w+' : 'w', x: isUpdate ? 'wx+' : 'wx', a: isUpdate ? 'a+' : 'a' }[
        kind
      ]!,
    );
    if (this.isAppending) this.position = statSync(name).size;
  }

  private contents(): Buffer {
    if (this.data === null) {
      this.flush();
      this.data = this.isReadable ? readFileSync(this.name) : Buffer.alloc(0);
    }
    return this.data;
  }

  /** Up to `count` bytes from the position; all that are left if it is negative. */
  read(count: number): Uint8Array {
    const data = this.contents();
    const end = count < 0 ? data.length : Math.min(data.length, this.position + count);
    const bytes = data.subarray(Math.min(this.position, end), end);
    this.position = Math.max(this.position, end);
    return bytes;
  }

  /** The next line with its line end; empty at the end. */
  readLine(limit = -1): Uint8Array {
    const data = this.contents();
    const newline = data.indexOf(10, this.position);
    const end = newline < 0 ? data.length : newline + 1;
    return this.read(limit < 0 ? end - this.position : Math.min(limit, end - this.position));
  }

  write(bytes: Uint8Array): void {
    if (this.isReadable) {
      let data = this.contents();
      const at = this.isAppending ? data.length : this.position;
      if (at + bytes.length > data.length) {
        const grown = Buffer.alloc(at + bytes.length);
        data.copy(grown);
        this.data = data = grown;
      }
      data.set(bytes, at);
      this.position = at + bytes.length;
      this.isDirty = true;
      return;
    }
    this.pending.push(Buffer.from(bytes));
    this.pendingBytes += bytes.length;
    this.position += bytes.length;
    if (this.pendingBytes >= 65_536) this.flush();
  }

  seek(position: number): void {
    this.flush();
    this.position = position;
  }

  /** Length in bytes. */
  size(): number {
    return this.isReadable ? this.contents().length : this.position;
  }

  flush(): void {
    if (this.isDirty && this.data !== null) {
      this.writeAll(this.data, this.isAppending ? null : 0);
      this.isDirty = false;
    }
    if (this.pendingBytes === 0) return;
    const bytes = Buffer.concat(this.pending);
    this.pending = [];
    const at = this.isAppending ? null : this.position - this.pendingBytes;
    this.pendingBytes = 0;
    this.writeAll(bytes, at);
  }

  private writeAll(bytes: Buffer, at: number | null): void {
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.fd, bytes, done, bytes.length - done, at === null ? null : at + done);
    }
  }

  close(): void {
    if (this.isClosed) return;
    try {
      this.flush();
    } finally {
      this.isClosed = true;
      this.data = null;
      closeSync(this.fd);
    }
  }
}
