/** Making iterators over iterables whose `__iter__` may be Python code: shared by the types of `itertools`. */
import type { Interp } from '../objects/interp.ts';
import { NativeKind } from '../objects/frame.ts';
import type { Frame } from '../objects/frame.ts';
import type { Value } from '../objects/value.ts';
import type { PyType } from '../objects/type.ts';
import { iter } from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';

type R = Value | undefined;

/** `iter(iterable)`, then `build(I, cls, iterator, extra)`. `extra` is plain data. */
export class IteratorMaker {
  readonly kind: NativeKind;
  private readonly build: (I: Interp, cls: PyType, it: Value, extra: any[]) => R;
  constructor(name: string, build: (I: Interp, cls: PyType, it: Value, extra: any[]) => R) {
    this.build = build;
    // r = [delivered iterator, class, extra].
    this.kind = new NativeKind(name, (I: Interp, f: Frame) => build(I, f.r[1], f.r[0], f.r[2]));
  }

  make(I: Interp, cls: PyType, iterable: Value, extra: any[]): R {
    I.bytesLeft -= 8 * I.memory.pointerBytes;
    const entry = I.frame;
    const it = iter(I, iterable);
    return it === undefined ? I.then(entry, this.kind, [undefined, cls, extra]) : this.build(I, cls, it, extra);
  }
}

/** Checks that a constructor has `count` positional arguments and no keywords. */
export function checkPositional(
  I: Interp,
  name: string,
  args: readonly Value[],
  kw: readonly string[] | null,
  count: number,
): boolean {
  if (kw !== null && kw.length > 0) typeError(I, `${name}() takes no keyword arguments`);
  else if (args.length !== count)
    typeError(I, `${name} expected ${count} argument${count === 1 ? '' : 's'}, got ${args.length}`);
  else return true;
  return false;
}

/**
 * Binds the arguments of a constructor by `names`, of which the first `required` must be given; absent others are undefined.
 * undefined: TypeError raised.
 */
export function bindNamed(
  I: Interp,
  name: string,
  names: readonly string[],
  required: number,
  args: readonly Value[],
  kw: readonly string[] | null,
): R[] | undefined {
  const positional = args.length - (kw === null ? 0 : kw.length);
  if (args.length > names.length)
    return typeError(I, `${name}() takes at most ${names.length} arguments (${args.length} given)`);
  const out: R[] = names.map((_name, i) => (i < positional ? args[i] : undefined));
  for (let i = positional; i < args.length; i++) {
    const word = kw![i - positional]!;
    const at = names.indexOf(word);
    if (at < 0) return typeError(I, `'${word}' is an invalid keyword argument for ${name}()`);
    if (at < positional)
      return typeError(I, `argument for ${name}() given by name ('${word}') and position (${at + 1})`);
    out[at] = args[i];
  }
  for (let i = 0; i < required; i++) {
    if (out[i] === undefined) return typeError(I, `${name}() missing required argument '${names[i]}' (pos ${i + 1})`);
  }
  return out;
}
