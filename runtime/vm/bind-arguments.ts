/** Binds the arguments of a call to the registers of a new frame, with CPython's rules and messages. */
import { CodeFlag } from '../bytecode/code-object.ts';
import { PyDict } from '../objects/dict.ts';
import type { PyFunction } from '../objects/function.ts';
import { typeError } from '../objects/raise.ts';
import { newTuple } from '../objects/tuple.ts';
import type { Value } from '../objects/value.ts';
import type { Interpreter } from './interpreter.ts';
import { newRegisters } from './run-code.ts';
import type { RunCode } from './run-code.ts';

/**
 * Returns the registers of a new frame for `fn(*args)`, or undefined after raising TypeError. `args` ends with the values of the
 * keywords named in `kw`. Free variables are filled in.
 */
export function bindArguments(
  I: Interpreter,
  fn: PyFunction,
  rc: RunCode,
  args: readonly Value[],
  kw: readonly string[] | null,
): any[] | undefined {
  const r = newRegisters(rc.nregs);
  const code = rc.code;
  const argcount = code.argcount;
  const total = argcount + code.kwonlyargcount;
  const nkw = kw === null ? 0 : kw.length;
  const given = args.length - nkw;
  const positional = given < argcount ? given : argcount;
  for (let k = 0; k < positional; k++) r[k] = args[k];
  let next = total;
  if ((code.flags & CodeFlag.VARARGS) !== 0) {
    r[next++] = newTuple(I, given > argcount ? args.slice(argcount, given) : []);
  }
  let extra: PyDict | null = null;
  if ((code.flags & CodeFlag.VARKEYWORDS) !== 0) {
    extra = new PyDict(I.types.dict);
    r[next] = extra;
  }
  if (kw !== null) {
    for (let k = 0; k < nkw; k++) {
      const name = kw[k];
      const value = args[given + k];
      let at = -1;
      for (let m = code.posonlyargcount; m < total; m++) {
        if (code.varnames[m] === name) {
          at = m;
          break;
        }
      }
      if (at < 0) {
        if (extra === null) return unexpectedKeyword(I, fn, rc, kw, name);
        extra.setStr(I, name, value);
      } else if (r[at] !== undefined) {
        return typeError(I, `${fn.qualname}() got multiple values for argument '${name}'`);
      } else {
        r[at] = value;
      }
    }
  }
  if (given > argcount && (code.flags & CodeFlag.VARARGS) === 0) return tooManyPositional(I, fn, rc, given, r);
  if (given < argcount) {
    const defaults = fn.defaults;
    const first = argcount - (defaults === null ? 0 : defaults.length);
    let missing: string[] | null = null;
    for (let k = given; k < argcount; k++) {
      if (r[k] !== undefined) continue;
      if (k >= first) r[k] = defaults![k - first];
      else (missing ??= []).push(code.varnames[k]);
    }
    if (missing !== null) return missingArguments(I, fn, 'positional', missing);
  }
  if (code.kwonlyargcount > 0) {
    let missing: string[] | null = null;
    for (let k = argcount; k < total; k++) {
      if (r[k] !== undefined) continue;
      const value = fn.kwdefaults === null ? undefined : fn.kwdefaults.getStr(code.varnames[k]);
      if (value !== undefined) r[k] = value;
      else (missing ??= []).push(code.varnames[k]);
    }
    if (missing !== null) return missingArguments(I, fn, 'keyword-only', missing);
  }
  const closure = fn.closure;
  if (closure !== null) for (let k = 0; k < closure.length; k++) r[rc.firstFree + k] = closure[k];
  return r;
}

function unexpectedKeyword(
  I: Interpreter,
  fn: PyFunction,
  rc: RunCode,
  kw: readonly string[],
  name: string,
): undefined {
  const positionalOnly = rc.code.varnames.slice(0, rc.code.posonlyargcount).filter((n) => kw.includes(n));
  if (positionalOnly.length > 0) {
    return typeError(
      I,
      `${fn.qualname}() got some positional-only arguments passed as keyword arguments: '${positionalOnly.join(', ')}'`,
    );
  }
  return typeError(I, `${fn.qualname}() got an unexpected keyword argument '${name}'`);
}

function tooManyPositional(I: Interpreter, fn: PyFunction, rc: RunCode, given: number, r: any[]): undefined {
  const code = rc.code;
  const defaults = fn.defaults === null ? 0 : fn.defaults.length;
  let keywordOnly = 0;
  for (let k = code.argcount; k < code.argcount + code.kwonlyargcount; k++) if (r[k] !== undefined) keywordOnly++;
  const isPlural = defaults > 0 ? true : code.argcount !== 1;
  const takes = defaults > 0 ? `from ${code.argcount - defaults} to ${code.argcount}` : String(code.argcount);
  let had = String(given);
  if (keywordOnly > 0) {
    had += ` positional argument${given !== 1 ? 's' : ''} (and ${keywordOnly} keyword-only argument${keywordOnly !== 1 ? 's' : ''})`;
  }
  const were = given === 1 && keywordOnly === 0 ? 'was' : 'were';
  return typeError(
    I,
    `${fn.qualname}() takes ${takes} positional argument${isPlural ? 's' : ''} but ${had} ${were} given`,
  );
}

function missingArguments(I: Interpreter, fn: PyFunction, kind: string, names: string[]): undefined {
  const quoted = names.map((n) => `'${n}'`);
  let list: string;
  if (quoted.length === 1) list = quoted[0];
  else if (quoted.length === 2) list = `${quoted[0]} and ${quoted[1]}`;
  else list = `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1]}`;
  return typeError(
    I,
    `${fn.qualname}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${list}`,
  );
}
