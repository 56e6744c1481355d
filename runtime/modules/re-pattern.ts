/** Payloads of `re.Pattern`, `re.Match` and the scanner, and what their methods share: texts, groups, running a program under charge. */
import type { Interp } from '../objects/interp.ts';
import { NativeKind } from '../objects/frame.ts';
import { PyBytes } from '../objects/bytes.ts';
import { asBuffer, asStr } from '../objects/unwrap.ts';
import type { PyType } from '../objects/type.ts';
import { memoryError, typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/type-of.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { bytesToLatin1, latin1ToBytes } from '../text/bytes-methods.ts';
import { hasSurrogates, pointToUnit, unitToPoint } from '../text/code-points.ts';
import type { Interpreter } from '../vm/interpreter.ts';
import type { ReProgram } from './re-compile.ts';
import { Outcome, Run, newRun, runProgram } from './re-match.ts';
import type { RunState, MatchMode } from './re-match.ts';

export class PyPattern extends PyObject {
  constructor(
    cls: PyType,
    /** str or bytes */
    readonly pattern: Value,
    readonly isBytes: boolean,
    readonly flags: number,
    readonly groups: number,
    readonly names: ReadonlyMap<string, number>,
    readonly program: ReProgram,
  ) {
    super(cls);
  }
}

export class PyMatch extends PyObject {
  constructor(
    cls: PyType,
    readonly pattern: PyPattern,
    /** What was searched: str or bytes-like. */
    readonly subject: Value,
    readonly text: string,
    readonly isWide: boolean,
    /** Units. */
    readonly slots: readonly number[],
    readonly pos: number,
    readonly endpos: number,
    readonly lastGroup: number,
  ) {
    super(cls);
  }

  /** Position `unit` as Python counts. */
  point(unit: number): number {
    return this.isWide && unit > 0 ? unitToPoint(this.text, unit) : unit;
  }
}

export class PyScanner extends PyObject {
  isExhausted = false;
  constructor(
    cls: PyType,
    readonly pattern: PyPattern,
    readonly subject: Value,
    readonly run: RunState,
    readonly pos: number,
    readonly endpos: number,
  ) {
    super(cls);
  }
}

/** The text that is searched, of bytes as Latin-1. @raises TypeError (Python) if the pattern is not for it. */
export function subjectText(I: Interp, pattern: PyPattern, subject: Value): string | undefined {
  const text = asStr(subject);
  if (text !== undefined)
    return pattern.isBytes ? typeError(I, 'cannot use a bytes pattern on a string-like object') : text;
  const data = asBuffer(subject);
  if (data === undefined)
    return typeError(I, `expected string or bytes-like object, got '${typeOf(I, subject).tpName}'`);
  if (!pattern.isBytes) return typeError(I, 'cannot use a string pattern on a bytes-like object');
  I.ticks -= data.length >> 6;
  return I.charge(data.length) ? bytesToLatin1(data) : undefined;
}

/** A piece of the subject as a value. */
export function pieceOf(I: Interp, pattern: PyPattern, text: string): Value {
  if (pattern.isBytes) return new PyBytes(I.types.bytes, latin1ToBytes(text));
  I.bytesLeft -= 49 + text.length;
  return text;
}

/** Begins a run over `text` from code point `pos` to `endpos`. */
export function beginRun(pattern: PyPattern, text: string, pos: number, endpos: number, mode: MatchMode): RunState {
  const isWide = hasSurrogates(text);
  let start = Math.max(0, pos);
  let end = Math.max(0, endpos);
  if (isWide) {
    start = start >= text.length ? text.length : pointToUnit(text, start);
    end = end >= text.length ? text.length : pointToUnit(text, end);
  }
  end = Math.min(end, text.length);
  // A start behind the end finds nothing, as if the text ended there.
  return newRun(text, isWide, Math.min(start, end), end, mode, pattern.groups, pattern.program.registers);
}

/** Steps of a program between two looks at the clock; some eight make up a tick. */
const CHUNK = 2048;

/**
 * Runs until something is decided, or until the ticks are used up (PAUSED: leave with `I.pause`, then call it again). undefined: MemoryError
 * was raised.
 */
export function advance(I: Interp, program: ReProgram, m: RunState): Outcome | undefined {
  for (;;) {
    const outcome = runProgram(program, m, CHUNK);
    I.ticks -= 1 + (m[Run.STEPS] >> 3);
    if (outcome === Outcome.MATCHED || outcome === Outcome.FAILED) return outcome;
    const bytes: number = m[Run.STACK].length * 8;
    if (outcome === Outcome.TOO_DEEP) return memoryError(I);
    if (bytes > m[Run.CHARGED]) {
      if (!I.charge(bytes - m[Run.CHARGED])) return undefined;
      m[Run.CHARGED] = bytes;
    }
    if (I.ticks < 0) return outcome;
  }
}

/** The match that a run has found. */
export function newMatch(
  I: Interp,
  pattern: PyPattern,
  subject: Value,
  m: RunState,
  pos: number,
  endpos: number,
  type: PyType,
): PyMatch {
  const slots: number[] = m[Run.SLOTS].slice();
  I.bytesLeft -= (12 + slots.length) * I.memory.pointerBytes;
  return new PyMatch(type, pattern, subject, m[Run.TEXT], m[Run.IS_WIDE], slots, pos, endpos, m[Run.LAST_GROUP]);
}

/** Name of `re.error` among the interpreter's extensions. */
const ERROR_CLASS = 're.error';

export function setErrorClass(I: Interp, cls: Value): void {
  (I as Interpreter).extensions.set(ERROR_CLASS, cls);
}

/** Raises `re.error(message, pattern, pos)`; `at` -1: no position. */
export function raisePatternError(I: Interp, message: string, pattern: Value, at: number): undefined {
  const cls = (I as Interpreter).extensions.get(ERROR_CLASS);
  if (cls === undefined) return I.raiseNew(I.types.exceptions.ValueError!, message);
  const entry = I.frame;
  const exc = I.call(cls, [message, pattern, at < 0 ? null : at], null);
  if (exc === undefined) return I.then(entry, RAISE_KIND, [undefined]);
  return I.raise(exc as any);
}

/** r = [delivered exception] */
export const RAISE_KIND = new NativeKind('re.raise', (I, f) => I.raise(f.r[0]));
