/** Checks of arguments that several str methods share, with CPython's messages. */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { typeError } from './raise.ts';
import { typeName } from './type-of.ts';
import { asStr } from './unwrap.ts';
import { pointLength } from '../text/code-points.ts';

/** The text of the receiver of a str method. */
export function textOf(self: Value): string {
  return typeof self === 'string' ? self : asStr(self)!;
}

/** A str argument. @raises TypeError (Python) "must be str, not X". */
export function textArgument(I: Interp, v: Value): string | undefined {
  return asStr(v) ?? typeError(I, `must be str, not ${typeName(I, v)}`);
}

/** How messages about the type of an argument name it: None goes by its own name. */
export function argumentTypeName(I: Interp, v: Value): string {
  return v === null ? 'None' : typeName(I, v);
}

/** A str argument of the method `method`. `position` 0: the only one. */
export function namedTextArgument(I: Interp, method: string, position: number, v: Value): string | undefined {
  return (
    asStr(v) ??
    typeError(I, `${method}() argument ${position > 0 ? position + ' ' : ''}must be str, not ${argumentTypeName(I, v)}`)
  );
}

/** The fill character of `center` and its kind; absent: a space. */
export function fillArgument(I: Interp, v: Value | undefined): string | undefined {
  if (v === undefined) return ' ';
  const fill = asStr(v);
  if (fill === undefined) return typeError(I, `The fill character must be a unicode character, not ${typeName(I, v)}`);
  return pointLength(fill) === 1 ? fill : typeError(I, 'The fill character must be exactly one character long');
}
