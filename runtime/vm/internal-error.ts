/** A broken invariant of the runtime itself: never a script's fault, never shown to scripts. */
import type { Frame } from '../objects/frame.ts';

export class InternalError extends Error {
  readonly code = 'ERR_STACKLESS_INTERNAL';
  constructor(message: string, frame: Frame | null) {
    const at =
      frame === null || frame.code === null
        ? ''
        : ` (in ${frame.code.name ?? frame.code.code?.qualname}, instruction ${frame.step.pc})`;
    super(`internal error: ${message}${at}`);
    this.name = 'InternalError';
  }
}
