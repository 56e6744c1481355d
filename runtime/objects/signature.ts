/**
 * Parameters of natives, written as text (`iterable, /, *, key=None, reverse=False`), and binding arguments to them with the errors of
 * CPython's argument parser for built-ins, which are not those of Python functions.
 */
import type { Interp } from './interp.ts';
import type { Value } from './value.ts';
import { typeError } from './raise.ts';

export interface Signature {
  readonly text: string;
  /** All parameters that take one value, in order: positional-only, positional or keyword, keyword-only. */
  readonly names: readonly string[];
  /** Parallel to `names`; undefined where required or `<missing>`. */
  readonly defaults: readonly (Value | undefined)[];
  readonly isRequired: readonly boolean[];
  readonly posOnly: number;
  /** Parameters that may be given by position. */
  readonly maxPos: number;
  /** Required ones among these. */
  readonly minPos: number;
  /** Index in the result of `*args`, -1 if none. */
  readonly varArgs: number;
  readonly varKw: boolean;
  /** A call without keywords needs no more than its arguments and the defaults: no `*args`, no required keyword. */
  readonly isPlain: boolean;
}

/** Reads a signature text. Immutable result: fit for module constants. */
export function parseSignature(text: string): Signature {
  const names: string[] = [];
  const defaults: (Value | undefined)[] = [];
  const isRequired: boolean[] = [];
  let posOnly = 0;
  let maxPos = -1;
  let varArgs = -1;
  let varKw = false;
  for (const part of splitParameters(text)) {
    if (part === '/') posOnly = names.length;
    else if (part === '*') maxPos = names.length;
    else if (part.startsWith('**')) varKw = true;
    else if (part.startsWith('*')) {
      maxPos = names.length;
      varArgs = names.length;
    } else {
      const equals = part.indexOf('=');
      names.push(equals < 0 ? part : part.slice(0, equals).trim());
      isRequired.push(equals < 0);
      defaults.push(equals < 0 ? undefined : literal(part.slice(equals + 1).trim()));
    }
  }
  if (maxPos < 0) maxPos = names.length;
  let minPos = 0;
  for (let i = 0; i < maxPos; i++) if (isRequired[i]) minPos = i + 1;
  const isPlain = varArgs < 0 && !varKw && !isRequired.includes(true, maxPos);
  return { text, names, defaults, isRequired, posOnly, maxPos, minPos, varArgs, varKw, isPlain };
}

function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quote = '';
  for (let i = 0; i <= text.length; i++) {
    const c = text[i];
    if (quote !== '') {
      if (c === '\\') i++;
      else if (c === quote) quote = '';
    } else if (c === "'" || c === '"') quote = c;
    else if (c === ',' || c === undefined) {
      const part = text.slice(start, i).trim();
      if (part !== '') parts.push(part);
      start = i + 1;
    }
  }
  return parts;
}

function literal(text: string): Value | undefined {
  switch (text) {
    case 'None':
      return null;
    case 'True':
      return true;
    case 'False':
      return false;
    case '<missing>':
    case '<unrepresentable>':
      return undefined;
  }
  if (text[0] === "'" || text[0] === '"') {
    return text
      .slice(1, -1)
      .replace(/\\(.)/g, (_m, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c === '0' ? '\0' : c));
  }
  return Number(text);
}

/**
 * Returns one entry per parameter, in order, `*args` as an array in its place and `**kw` as a Map at the end; undefined after raising
 * TypeError. `args` ends with the values of `kw`. `name` is the function's, for messages; `qualname` has the type in front.
 */
export function bindSignature(
  I: Interp,
  name: string,
  qualname: string,
  sig: Signature,
  args: readonly Value[],
  kw: readonly string[] | null,
): any[] | undefined {
  const nkw = kw === null ? 0 : kw.length;
  const nargs = args.length - nkw;
  if (nkw === 0 && sig.isPlain && nargs >= sig.minPos && nargs <= sig.maxPos) {
    const plain = sig.defaults.slice();
    for (let i = 0; i < nargs; i++) plain[i] = args[i];
    return plain;
  }
  const total = sig.names.length;
  const takesKeywords = sig.posOnly < total || sig.varKw;
  if (!takesKeywords) {
    if (nkw > 0) return typeError(I, `${qualname}() takes no keyword arguments`);
    if (checkCount(I, name, nargs, sig.minPos, sig.varArgs >= 0 ? -1 : total) === undefined) return undefined;
  } else if (checkKeywordCounts(I, name, sig, nargs, nkw) === undefined) return undefined;
  const out: any[] = [];
  for (let i = 0; i < total; i++) {
    if (i === sig.varArgs) out.push(args.slice(sig.maxPos, Math.max(nargs, sig.maxPos)));
    out.push(i < nargs && i < sig.maxPos ? args[i] : sig.defaults[i]);
  }
  if (sig.varArgs === total) out.push(args.slice(sig.maxPos, Math.max(nargs, sig.maxPos)));
  if (!takesKeywords) return out;
  const offset = (i: number): number => (sig.varArgs >= 0 && i >= sig.varArgs ? i + 1 : i);
  const given = new Array<boolean>(total).fill(false);
  const extra: Map<string, Value> | null = sig.varKw ? new Map() : null;
  let used = 0;
  for (let k = 0; k < nkw; k++) {
    const i = sig.names.indexOf(kw![k]!, sig.posOnly);
    const value = args[nargs + k]!;
    if (i >= 0 && (i >= nargs || i >= sig.maxPos)) {
      out[offset(i)] = value;
      given[i] = true;
      used++;
    } else if (extra !== null && i < 0) {
      extra.set(kw![k]!, value);
      used++;
    }
  }
  for (let i = Math.min(nargs, sig.maxPos); i < total; i++) {
    if (sig.isRequired[i] && !given[i])
      return typeError(I, `${name}() missing required argument '${sig.names[i]}' (pos ${i + 1})`);
  }
  if (used < nkw) return keywordError(I, name, sig, kw!, nargs);
  if (extra !== null) out.push(extra);
  return out;
}

function keywordError(I: Interp, name: string, sig: Signature, kw: readonly string[], nargs: number): undefined {
  for (let i = sig.posOnly; i < Math.min(nargs, sig.maxPos); i++) {
    if (kw.includes(sig.names[i]!)) {
      return typeError(I, `argument for ${name}() given by name ('${sig.names[i]}') and position (${i + 1})`);
    }
  }
  const unknown = kw.find((k) => sig.names.indexOf(k, sig.posOnly) < 0);
  return typeError(I, `'${unknown}' is an invalid keyword argument for ${name}()`);
}

function checkKeywordCounts(I: Interp, name: string, sig: Signature, nargs: number, nkw: number): true | undefined {
  const total = sig.names.length;
  if (sig.varArgs < 0 && !sig.varKw && nargs + nkw > total) {
    const required = sig.isRequired.filter((r) => r).length;
    const least = required < total ? 'at most' : 'exactly';
    const kind = nargs === 0 ? 'keyword ' : '';
    return typeError(
      I,
      `${name}() takes ${least} ${total} ${kind}argument${total === 1 ? '' : 's'} (${nargs + nkw} given)`,
    );
  }
  if (sig.varArgs < 0 && nargs > sig.maxPos) {
    if (sig.maxPos === 0) return typeError(I, `${name}() takes no positional arguments`);
    const least = sig.minPos < sig.maxPos ? 'at most' : 'exactly';
    return typeError(
      I,
      `${name}() takes ${least} ${sig.maxPos} positional argument${sig.maxPos === 1 ? '' : 's'} (${nargs} given)`,
    );
  }
  const minPosOnly = Math.min(sig.posOnly, sig.minPos);
  if (nargs < minPosOnly) {
    const least = minPosOnly < sig.maxPos ? 'at least' : 'exactly';
    return typeError(
      I,
      `${name}() takes ${least} ${minPosOnly} positional argument${minPosOnly === 1 ? '' : 's'} (${nargs} given)`,
    );
  }
  return true;
}

/** Checks a number of positional arguments; `max` -1: no limit. */
export function checkCount(I: Interp, name: string, count: number, min: number, max: number): true | undefined {
  if (count < min) {
    return typeError(
      I,
      `${name} expected ${min === max ? '' : 'at least '}${min} argument${min === 1 ? '' : 's'}, got ${count}`,
    );
  }
  if (max >= 0 && count > max) {
    return typeError(
      I,
      `${name} expected ${min === max ? '' : 'at most '}${max} argument${max === 1 ? '' : 's'}, got ${count}`,
    );
  }
  return true;
}
