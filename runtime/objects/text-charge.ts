/** Charging strings before they are made: ticks for the work, a byte for each character (the census knows their real width). */
import type { Interp } from './interp.ts';
import { memoryError } from './raise.ts';
import { LARGE_GROWTH_BYTES } from './growth.ts';

/** Longest string the host can make (V8: 2**29 - 24 units), a little less. */
export const MAX_STRING_LENGTH = 536_870_000;
/** Characters copied or looked at in a tick. */
const CHARACTERS_PER_TICK_LOG2 = 6;

/** Charges making a string of at most `length` characters. false: MemoryError is raised. */
export function chargeText(I: Interp, length: number): boolean {
  if (length < LARGE_GROWTH_BYTES) {
    I.bytesLeft -= length;
    return true;
  }
  if (!(length < MAX_STRING_LENGTH)) {
    memoryError(I);
    return false;
  }
  I.ticks -= length >> CHARACTERS_PER_TICK_LOG2;
  return I.charge(Math.floor(length));
}

/** Charges looking at `length` characters or bytes. */
export function chargeScan(I: Interp, length: number): void {
  if (length > 64) I.ticks -= length >> CHARACTERS_PER_TICK_LOG2;
}
