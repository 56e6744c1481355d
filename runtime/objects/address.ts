/** How default reprs show where an object is: its `id()` in hexadecimal. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';

/** Returns `0x7f...`, stable for the object's life and the same in every run (law 5). */
export function addressOf(I: Interp, v: Value): string {
  return (
    '0x' +
    I.idOf(v)
      .toString(16)
      .padStart(I.memory.pointerBytes === 8 ? 12 : 8, '0')
  );
}
