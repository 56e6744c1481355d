/** Texts made of parts some of which are the str or repr of objects: error messages and the str of exceptions. */
import type { Interp } from './interp.ts';
import { NativeKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { Value } from './value.ts';
import { repr, str } from './conversion.ts';

/** A literal text, or an object to be shown by its str or its repr. */
export type TextPart = string | readonly ['str' | 'repr', Value];

/** r = [delivered text, parts, next part, text so far]. */
export const JOIN_PARTS_KIND = new NativeKind('objects.joinParts', (I: Interp, f: Frame) => {
  const r = f.r;
  for (;;) {
    if (r[0] !== undefined) {
      r[3] += r[0];
      r[0] = undefined;
    }
    if (r[2] >= r[1].length) return r[3];
    const part: TextPart = r[1][r[2]++];
    const text = typeof part === 'string' ? part : part[0] === 'str' ? str(I, part[1]) : repr(I, part[1]);
    if (text === undefined) return undefined;
    r[0] = text;
  }
});

/** Returns the parts as one text. May call Python. */
export function joinParts(I: Interp, parts: readonly TextPart[]): string | undefined {
  return I.enter(JOIN_PARTS_KIND, [undefined, parts, 0, '']);
}
