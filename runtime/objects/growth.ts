/** Counting bytes before something grows: small growth is counted, large growth is checked (design.md, section 6). */
import type { Interp } from './interp.ts';

/** From this many bytes on a growth is *large*: it may be refused, and takes a census when the head-room is used up. */
export const LARGE_GROWTH_BYTES = 4096;

/** Counts `bytes` about to be allocated. false: refused, MemoryError is raised. */
export function chargeGrowth(I: Interp, bytes: number): boolean {
  if (bytes >= LARGE_GROWTH_BYTES) return I.charge(bytes);
  I.bytesLeft -= bytes;
  return true;
}
