/** Iterators of str: one code point after the other. CPython has a type of its own for ASCII text; so do we. */
import type { Interp } from './interp.ts';
import { noArgs, oneArg } from './native.ts';
import type { TypeSpec } from './native.ts';
import { PyObject, STOP } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { asInt } from './unwrap.ts';
import { typeError } from './raise.ts';
import { newTuple } from './tuple.ts';
import { advancePoints, countPoints } from '../text/code-points.ts';

/** `unit` is where the next code point begins; text is null once exhausted. */
export class PyStrIterator extends PyObject {
  text: string | null;
  unit: number;
  constructor(cls: PyType, text: string) {
    super(cls);
    this.text = text;
    this.unit = 0;
  }

  /** The next character, undefined when exhausted. */
  nextItem(): string | undefined {
    const text = this.text;
    if (text === null) return undefined;
    const unit = this.unit;
    if (unit >= text.length) {
      this.text = null;
      return undefined;
    }
    const code = text.charCodeAt(unit);
    if ((code & 0xfc00) === 0xd800 && unit + 1 < text.length && (text.charCodeAt(unit + 1) & 0xfc00) === 0xdc00) {
      this.unit = unit + 2;
      return text.substring(unit, unit + 2);
    }
    this.unit = unit + 1;
    return text.charAt(unit);
  }
}

// eslint-disable-next-line no-control-regex
const NON_ASCII = /[^\x00-\x7f]/;

/** Returns `iter(text)`. */
export function newStrIterator(I: Interp, text: string): PyStrIterator {
  I.bytesLeft -= 4 * I.memory.pointerBytes;
  return new PyStrIterator(I.typeFor(NON_ASCII.test(text) ? STR_ITERATOR_SPEC : STR_ASCII_ITERATOR_SPEC), text);
}

function next(_I: Interp, it: PyStrIterator): any {
  const item = it.nextItem();
  return item === undefined ? STOP : item;
}

const METHODS = {
  __length_hint__: noArgs(
    (_I, it: PyStrIterator) => (it.text === null ? 0 : countPoints(it.text, it.unit, it.text.length)),
    'Private method returning an estimate of len(list(it)).',
  ),
  __reduce__: noArgs((I, it: PyStrIterator) => {
    const builtin = I.builtins.getStr('iter')!;
    if (it.text === null) return newTuple(I, [builtin, newTuple(I, [''])]);
    return newTuple(I, [builtin, newTuple(I, [it.text]), countPoints(it.text, 0, it.unit)]);
  }, 'Return state information for pickling.'),
  __setstate__: oneArg((I, it: PyStrIterator, state) => {
    const index = asInt(state);
    if (index === undefined) return typeError(I, 'an integer is required');
    if (it.text !== null) it.unit = advancePoints(it.text, 0, Math.max(0, Number(index)));
    return null;
  }, 'Set state information for unpickling.'),
};

const SLOTS = {
  iter: (_I: Interp, it: Value) => it,
  next,
  visit: (): void => undefined,
  sizeOf: (I: Interp): number => 6 * I.memory.pointerBytes,
};

export const STR_ITERATOR_SPEC: TypeSpec = { name: 'str_iterator', isFinal: true, slots: SLOTS, methods: METHODS };
export const STR_ASCII_ITERATOR_SPEC: TypeSpec = {
  name: 'str_ascii_iterator',
  isFinal: true,
  slots: SLOTS,
  methods: METHODS,
};
