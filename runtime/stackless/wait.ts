/** What a floating tasklet can be waiting for besides a channel: a moment of the virtual clock, or an operation of the host. */
import type { PyTasklet } from './tasklet.ts';
import type { PyException } from '../objects/exception.ts';

export const enum WaitKind {
  /** Asleep until `due`. */
  SLEEP,
  /** A host function has promised a result. */
  HOST,
  /** No wait of its tasklet, which does what it wants: throws `exc` into it when due. */
  TIMEOUT,
}

/** Plain data; held by the timer heap (SLEEP, TIMEOUT) or by the host (HOST). */
export class Wait {
  readonly kind: WaitKind;
  /** null: over or cancelled. */
  tasklet: PyTasklet | null;
  /** Seconds on the scheduler's clock; 0 for HOST. */
  readonly due: number;
  /** Order of creation: equal moments keep it. */
  readonly sequence: number;
  /** What a TIMEOUT throws. */
  exc: PyException | null;
  /** A TIMEOUT that does nothing unless its tasklet is blocked on a channel. */
  readonly onlyIfBlocked: boolean;
  constructor(
    kind: WaitKind,
    tasklet: PyTasklet,
    due: number,
    sequence: number,
    exc: PyException | null,
    onlyIfBlocked: boolean,
  ) {
    this.kind = kind;
    this.tasklet = tasklet;
    this.due = due;
    this.sequence = sequence;
    this.exc = exc;
    this.onlyIfBlocked = onlyIfBlocked;
  }
}
