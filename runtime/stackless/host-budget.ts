/** The limits of one host run, as the safepoints see them. Outside a run there are none. */

/** What happens to the tasklet that is running when the budget ends. */
export type InterruptPolicy =
  /** It goes to the end of the ring; the next run begins with its successor. */
  | 'reinsert'
  /** The next run goes on with it. */
  | 'resume'
  /** It is paused and handed to the host. */
  | 'return'
  /** TaskletExit is raised in it. */
  | 'kill';

/** Why a host run ended. */
export type StopReason =
  /** Nothing is runnable and nothing will be by itself: the rest is blocked or paused. */
  | 'idle'
  /** Main was made runnable by a script while others still are. */
  | 'woken'
  | 'budget'
  /** A tasklet ended with an uncaught exception. */
  | 'error'
  /** The script's main ended, or SystemExit was raised; with the exception that did it, if any. */
  | 'exit'
  /** Nothing is runnable before a sleeper wakes. */
  | 'sleeping'
  /** Nothing is runnable before the host answers. */
  | 'waiting'
  /** The tasklet the host asked for has ended. */
  | 'done';

/** Limits a host asks for; what is left out does not limit. */
export interface RunLimits {
  readonly ticks?: number;
  /** Switches to tasklets. */
  readonly tasklets?: number;
  /** Asked every `checkTicks` ticks, for limits of the host's own: milliseconds, events. True ends the run. */
  readonly shouldStop?: (() => boolean) | null;
  /** Default 1000. */
  readonly checkTicks?: number;
  /** A tasklet that ran this long without a switch goes to the end of the ring. 0 (default): never. */
  readonly quantumTicks?: number;
  readonly onInterrupt?: InterruptPolicy;
}

const DEFAULT_CHECK_TICKS = 1000;

export class HostBudget {
  /** Total ticks after which the run ends. */
  tickDeadline = Infinity;
  /** Total switches after which it ends. */
  switchLimit = Infinity;
  nextCheck = Infinity;
  checkTicks = DEFAULT_CHECK_TICKS;
  quantumTicks = 0;
  shouldStop: (() => boolean) | null = null;
  onInterrupt: InterruptPolicy = 'reinsert';

  begin(limits: RunLimits, nowTicks: number, switches: number): void {
    this.tickDeadline = limits.ticks === undefined ? Infinity : nowTicks + limits.ticks;
    this.switchLimit = limits.tasklets === undefined ? Infinity : switches + limits.tasklets;
    this.shouldStop = limits.shouldStop ?? null;
    this.checkTicks = limits.checkTicks ?? DEFAULT_CHECK_TICKS;
    this.nextCheck = this.shouldStop === null ? Infinity : nowTicks + this.checkTicks;
    this.quantumTicks = limits.quantumTicks ?? 0;
    this.onInterrupt = limits.onInterrupt ?? 'reinsert';
  }

  /** No limits any more; the host's function is let go. */
  end(): void {
    this.tickDeadline = Infinity;
    this.switchLimit = Infinity;
    this.nextCheck = Infinity;
    this.quantumTicks = 0;
    this.shouldStop = null;
  }

  /** The total ticks after which something is due. */
  nextDeadline(sliceStart: number): number {
    let end = this.tickDeadline;
    if (this.nextCheck < end) end = this.nextCheck;
    if (this.quantumTicks > 0 && sliceStart + this.quantumTicks < end) end = sliceStart + this.quantumTicks;
    return end;
  }
}
