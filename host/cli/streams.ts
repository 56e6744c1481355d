/**
 * The process's streams, synchronously: a script's output must be in order between stdout and stderr, and be there when the process ends.
 *
 * Output is collected and written in pieces of CHUNK characters, at every line on a terminal, and whenever something goes to stderr or input is
 * asked for; a million prints are then a few hundred system calls. A closed pipe is remembered, and everything after it dropped.
 */
import { fstatSync, readSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';

/** Characters collected before a write: large enough to make system calls rare, small enough to keep latency low. */
const CHUNK = 16_384;
const READ_BYTES = 65_536;

export class OutputStreams {
  private pending: string[] = [];
  private pendingLength = 0;
  private readonly isLineBuffered: boolean;
  /** The reader of stdout has gone. */
  isClosed = false;

  constructor(isUnbuffered: boolean) {
    this.isLineBuffered = isUnbuffered || isatty(1);
  }

  write(text: string, stream: 'stdout' | 'stderr'): void {
    if (stream === 'stderr') {
      this.flush();
      this.writeAll(2, text);
      return;
    }
    this.pending.push(text);
    this.pendingLength += text.length;
    if (this.pendingLength >= CHUNK || (this.isLineBuffered && text.includes('\n'))) this.flush();
  }

  flush(): void {
    if (this.pendingLength === 0) return;
    const text = this.pending.join('');
    this.pending = [];
    this.pendingLength = 0;
    this.writeAll(1, text);
  }

  private writeAll(fd: 1 | 2, text: string): void {
    if (fd === 1 && this.isClosed) return;
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length;) {
      try {
        at += writeSync(fd, bytes, at);
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        // A pipe that is full for now: wait a little, without burning the processor.
        if (code === 'EAGAIN') pause(2);
        else {
          if (fd === 1) this.isClosed = true;
          return;
        }
      }
    }
  }
}

/** Lines of standard input, read as they are asked for. */
export class InputStream {
  private readonly decoder = new TextDecoder('utf-8');
  private text = '';
  private isAtEnd = false;
  private readonly buffer = Buffer.alloc(READ_BYTES);

  constructor(
    /** Called before waiting for input: what was printed must be visible. */
    private readonly beforeRead: () => void,
    /** A read of a terminal cannot be interrupted from JavaScript: this runs around it. */
    private readonly around: (read: () => number) => number = (read) => read(),
  ) {}

  /** The next line with its line end; null at the end of input. */
  readLine(): string | null {
    for (;;) {
      const newline = this.text.indexOf('\n');
      if (newline >= 0) {
        const line = this.text.slice(0, newline + 1);
        this.text = this.text.slice(newline + 1);
        return line.endsWith('\r\n') ? `${line.slice(0, -2)}\n` : line;
      }
      if (this.isAtEnd || !this.fill()) {
        const rest = this.text;
        this.text = '';
        return rest === '' ? null : rest;
      }
    }
  }

  /** All the bytes of standard input. */
  static readAll(): Uint8Array {
    const chunks: Buffer[] = [];
    const chunk = Buffer.alloc(READ_BYTES);
    for (let count = readSome(chunk); count > 0; count = readSome(chunk))
      chunks.push(Buffer.from(chunk.subarray(0, count)));
    return Buffer.concat(chunks);
  }

  private fill(): boolean {
    this.beforeRead();
    const count = this.around(() => readSome(this.buffer));
    if (count === 0) {
      // A terminal can go on after Ctrl-D; a file or pipe cannot.
      this.isAtEnd = !isatty(0);
      this.text += this.decoder.decode();
      return false;
    }
    this.text += this.decoder.decode(this.buffer.subarray(0, count), { stream: true });
    return true;
  }
}

function readSome(buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(0, buffer, 0, buffer.length, null);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EAGAIN') pause(10);
      else if (code !== 'EINTR') return 0;
    }
  }
}

/** Is there a standard input at all? */
export function hasStandardInput(): boolean {
  try {
    fstatSync(0);
    return true;
  } catch {
    return false;
  }
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
