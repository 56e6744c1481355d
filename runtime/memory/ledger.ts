/**
 * The books of one runtime's memory, in modelled bytes (what CPython of the target's pointer width would use; never V8's).
 *
 * Growth is subtracted from `interp.bytesLeft` where it happens, which costs one subtraction. When that is used up, `admit` (for large
 * growth, before it happens) or `settle` (at safepoints, for the sum of small ones) asks for a census of what is alive; what the census
 * leaves below the limit becomes the new `bytesLeft`. So garbage costs nothing, and the limit is exact up to what small growth can add
 * between two safepoints. The trigger counts bytes, never time, so a MemoryError comes at the same line everywhere.
 */
export interface MemoryLimits {
  readonly pointerBits: 32 | 64;
  /** Modelled heap, bytes. */
  readonly heapLimitBytes: number;
  /** Opened for handlers and `finally` blocks after a MemoryError, bytes. */
  readonly memoryReserveBytes: number;
}

/** Largest `bytesLeft` handed out at once: keeps it a small integer. */
const MAX_GRANT = 0x3fffffff;

export class Ledger {
  readonly pointerBytes: 4 | 8;
  readonly limitBytes: number;
  readonly reserveBytes: number;
  /** Live bytes as the last census found them. */
  liveBytes = 0;
  /** Largest number of live bytes seen by a census. */
  peakBytes = 0;
  censusCount = 0;
  /** After a MemoryError: the reserve is open until a census finds the heap below the limit again. */
  isReserveOpen = false;
  /** Grant handed out by the last census, for `usedBytes`. */
  private granted = 0;

  constructor(
    limits: MemoryLimits,
    /** Counts live bytes. */
    private readonly census: () => number,
  ) {
    this.pointerBytes = limits.pointerBits === 32 ? 4 : 8;
    this.limitBytes = limits.heapLimitBytes;
    this.reserveBytes = limits.memoryReserveBytes;
  }

  /** What a runtime starts with as `bytesLeft`. */
  firstGrant(): number {
    this.granted = Math.min(this.limitBytes, MAX_GRANT);
    return this.granted;
  }

  /** Live bytes at the last census plus all growth since: an upper bound of what is alive. */
  usedBytes(bytesLeft: number): number {
    return this.liveBytes + (this.granted - bytesLeft);
  }

  /**
   * A request of `bytes` has used up the grant. Returns the new `bytesLeft` with the request subtracted, or -1 if the request is refused.
   */
  admit(bytes: number): number {
    if (bytes > this.limitBytes + this.reserveBytes) return -1;
    const limit = this.countLive();
    const left = limit - this.liveBytes - bytes;
    if (left < 0) {
      this.isReserveOpen = true;
      return -1;
    }
    return this.grant(left + bytes) - bytes;
  }

  /** At a safepoint with the grant used up: the new `bytesLeft`, or -1 if what is alive passes the limit. */
  settle(): number {
    const limit = this.countLive();
    const left = limit - this.liveBytes;
    if (left < 0) {
      this.isReserveOpen = true;
      return -1;
    }
    return this.grant(left);
  }

  /** What may be used up while a MemoryError is on its way. */
  reserveGrant(): number {
    return this.grant(this.reserveBytes);
  }

  private countLive(): number {
    this.liveBytes = this.census();
    this.censusCount++;
    if (this.liveBytes > this.peakBytes) this.peakBytes = this.liveBytes;
    if (this.liveBytes <= this.limitBytes) this.isReserveOpen = false;
    return this.limitBytes + (this.isReserveOpen ? this.reserveBytes : 0);
  }

  private grant(bytes: number): number {
    this.granted = Math.min(bytes, MAX_GRANT);
    return this.granted;
  }
}
