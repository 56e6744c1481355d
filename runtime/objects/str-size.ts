/** The modelled size of a str: one, two or four bytes for each character, by the widest one, behind CPython's two header forms. */
import type { Interp } from './interp.ts';
import { countPoints } from '../text/code-points.ts';

// eslint-disable-next-line no-control-regex
const NON_ASCII = /[^\x00-\x7f]/;
const NON_LATIN1 = /[^\x00-\xff]/;
const SURROGATE_PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** Returns `sys.getsizeof` of a str of this text. */
export function strSizeOf(I: Interp, text: string): number {
  const isWide = I.memory.pointerBytes === 8;
  if (!NON_ASCII.test(text)) return (isWide ? 49 : 25) + text.length;
  const header = isWide ? 72 : 36;
  if (!NON_LATIN1.test(text)) return header + text.length + 1;
  if (!SURROGATE_PAIR.test(text)) return header + 2 * (text.length + 1);
  return header + 4 * (countPoints(text, 0, text.length) + 1);
}
