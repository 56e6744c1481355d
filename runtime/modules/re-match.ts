/**
 * Runs a program of `re-compile.ts`: backtracking with an explicit stack, so that depth costs no host stack, and a run can be left at any
 * instruction and gone on with later. It never calls Python.
 *
 * Everything that a later failure must take back is on the stack: choices (where to go on, and from which position) and old values of
 * slots and registers. Positions are UTF-16 units; patterns count code points.
 */
import { Folding, foldCode, isWordCode, setHas } from './re-charset.ts';
import type { CharSet } from './re-charset.ts';
import { ReOp } from './re-compile.ts';
import type { ReProgram } from './re-compile.ts';
import { At, RepeatMode, UNBOUNDED } from './re-syntax.ts';

/** Prepares the search that follows one which has matched: from where that ended, and not empty there if that was empty. */
export function continueRun(m: RunState): void {
  const slots: number[] = m[Run.SLOTS];
  const [begin, end] = slots;
  for (let i = 0; i < slots.length; i++) slots[i] = -1;
  m[Run.MUST_ADVANCE] = begin === end;
  m[Run.START] = end;
  m[Run.ATTEMPT] = -1;
  m[Run.AT] = end;
  m[Run.PC] = 0;
  m[Run.LAST_GROUP] = 0;
  m[Run.STACK] = [];
}

/** State of a search or match, plain data. */
export type RunState = any[];

// Fields of a RunState.
export const enum Run {
  TEXT,
  /** Does the text have characters beyond U+FFFF? */
  IS_WIDE,
  /** First and last position to be looked at. */
  START,
  END,
  /** Position in the text of the instruction pointer. */
  AT,
  PC,
  STACK,
  /** Begin and end of each group, 0 being the whole; -1: not matched. */
  SLOTS,
  /** Group that was closed last; 0: none. */
  LAST_GROUP,
  REGISTERS,
  /** Where the present attempt began; -1 before the first. */
  ATTEMPT,
  MODE,
  /** A match at the very start must not be empty. */
  MUST_ADVANCE,
  /** Steps taken by the last call of `runProgram`. */
  STEPS,
  /** Bytes of the stack that have been charged. */
  CHARGED,
}

export const enum MatchMode {
  MATCH,
  FULLMATCH,
  SEARCH,
}

export const enum Outcome {
  FAILED,
  MATCHED,
  /** The step budget is used up; go on with `runProgram`. */
  PAUSED,
  /** The stack grew past what may be remembered. */
  TOO_DEEP,
}

// What is on the stack: three or four numbers, the kind last.
const enum Saved {
  /** position, address */
  CHOICE,
  /** slot, old value */
  SLOT,
  /** register, old +0, old +1 */
  REGISTER,
  /** greedy repetition: first position that is enough, position now, address of REPEAT_ONE */
  GREEDY,
  /** lazy repetition: count so far, position now, address of REPEAT_ONE */
  LAZY,
  /** old last group */
  LAST_GROUP,
}

/** Numbers that the stack may hold: 64 MB of them. */
const MAX_STACK = 8_000_000;

export function newRun(
  text: string,
  isWide: boolean,
  start: number,
  end: number,
  mode: MatchMode,
  groups: number,
  registers: number,
): RunState {
  const slots: number[] = [];
  for (let i = 0; i < 2 * (groups + 1); i++) slots.push(-1);
  const values: number[] = [];
  for (let i = 0; i < registers; i++) values.push(0);
  return [text, isWide, start, end, start, 0, [], slots, 0, values, -1, mode, false, 0, 0];
}

function lengthAt(text: string, at: number, end: number): number {
  const c = text.charCodeAt(at);
  if (c < 0xd800 || c > 0xdbff || at + 1 >= end) return 1;
  const d = text.charCodeAt(at + 1);
  return d >= 0xdc00 && d <= 0xdfff ? 2 : 1;
}

function codeAt(text: string, at: number, isWide: boolean): number {
  return isWide ? text.codePointAt(at)! : text.charCodeAt(at);
}

function isWordAt(text: string, at: number, start: number, end: number, isWide: boolean, isAscii: boolean): boolean {
  return at >= start && at < end && isWordCode(codeAt(text, at, isWide), isAscii);
}

function previous(text: string, at: number, isWide: boolean): number {
  if (isWide && at >= 2) {
    const d = text.charCodeAt(at - 1);
    const c = text.charCodeAt(at - 2);
    if (d >= 0xdc00 && d <= 0xdfff && c >= 0xd800 && c <= 0xdbff) return at - 2;
  }
  return at - 1;
}

function isAt(text: string, at: number, end: number, where: At, option: number, isWide: boolean): boolean {
  switch (where) {
    case At.LINE_START:
      return at === 0 || (option === 1 && text.charCodeAt(at - 1) === 10);
    case At.TEXT_START:
      return at === 0;
    case At.LINE_END:
      if (at === end) return true;
      if (text.charCodeAt(at) !== 10) return false;
      return option === 1 || at + 1 === end;
    case At.TEXT_END:
      return at === end;
    default: {
      if (end === 0) return false;
      const isAscii = option === 1;
      const before = at > 0 && isWordAt(text, previous(text, at, isWide), 0, end, isWide, isAscii);
      const after = isWordAt(text, at, 0, end, isWide, isAscii);
      return where === At.BOUNDARY ? before !== after : before === after;
    }
  }
}

/** Units of `text` at `at` that the one-character instruction at `pc` takes; 0: none. */
function stepOne(
  code: readonly number[],
  sets: readonly CharSet[],
  pc: number,
  text: string,
  at: number,
  end: number,
  isWide: boolean,
): number {
  if (at >= end) return 0;
  const c = codeAt(text, at, isWide);
  switch (code[pc]) {
    case ReOp.CHAR:
      if (c !== code[pc + 1]) return 0;
      break;
    case ReOp.CHAR_FOLDED:
      if (foldCode(c, code[pc + 2]!) !== code[pc + 1]) return 0;
      break;
    case ReOp.ANY:
      if (c === 10) return 0;
      break;
    case ReOp.SET:
      if (!setHas(sets[code[pc + 1]!]!, c)) return 0;
      break;
  }
  if (c <= 0xffff) return 1;
  return at + 2 <= end ? 2 : 1;
}

/** The next position from `at` on where a match may begin; -1 if there is none. */
function nextStart(program: ReProgram, text: string, at: number, end: number, isWide: boolean): number {
  if (program.prefix !== '') {
    const found = text.indexOf(program.prefix, at);
    return found < 0 || found + program.prefix.length > end ? -1 : found;
  }
  if (program.firstSet >= 0) {
    const set = program.sets[program.firstSet]!;
    for (let i = at; i < end; i += isWide ? lengthAt(text, i, end) : 1)
      if (setHas(set, codeAt(text, i, isWide))) return i;
    return -1;
  }
  return at <= end ? at : -1;
}

/** Runs at most about `budget` steps; how many it were is in `m[Run.STEPS]`. */
export function runProgram(program: ReProgram, m: RunState, budget: number): Outcome {
  const { code, sets } = program;
  const text: string = m[Run.TEXT];
  const isWide: boolean = m[Run.IS_WIDE];
  const end: number = m[Run.END];
  const stack: number[] = m[Run.STACK];
  const slots: number[] = m[Run.SLOTS];
  const registers: number[] = m[Run.REGISTERS];
  let at: number = m[Run.AT];
  let pc: number = m[Run.PC];
  let left = budget;
  let hasFailed = false;

  if (m[Run.ATTEMPT] < 0) {
    const first = m[Run.MODE] === MatchMode.SEARCH ? nextStart(program, text, m[Run.START], end, isWide) : m[Run.START];
    if (first < 0) return Outcome.FAILED;
    left -= (first - m[Run.START]) >> 4;
    m[Run.ATTEMPT] = at = first;
    pc = 0;
  }

  for (;;) {
    if (--left <= 0) {
      m[Run.AT] = at;
      m[Run.PC] = hasFailed ? -1 : pc;
      m[Run.STEPS] = budget - left;
      return stack.length > MAX_STACK ? Outcome.TOO_DEEP : Outcome.PAUSED;
    }
    if (hasFailed || pc < 0) {
      hasFailed = false;
      // Takes the last choice.
      for (;;) {
        if (stack.length === 0) {
          const next = nextAttempt(program, m);
          if (next < 0) {
            m[Run.STEPS] = budget - left;
            return Outcome.FAILED;
          }
          left -= (next - m[Run.ATTEMPT]) >> 4;
          m[Run.ATTEMPT] = at = next;
          m[Run.MUST_ADVANCE] = false;
          pc = 0;
          break;
        }
        const kind = stack.pop()!;
        if (kind === Saved.CHOICE) {
          pc = stack.pop()!;
          at = stack.pop()!;
          break;
        }
        if (kind === Saved.SLOT) {
          const old = stack.pop()!;
          slots[stack.pop()!] = old;
        } else if (kind === Saved.REGISTER) {
          const second = stack.pop()!;
          const first = stack.pop()!;
          const register = stack.pop()!;
          registers[register] = first;
          registers[register + 1] = second;
        } else if (kind === Saved.LAST_GROUP) m[Run.LAST_GROUP] = stack.pop()!;
        else if (kind === Saved.GREEDY) {
          const where = stack.pop()!;
          let now = stack.pop()!;
          const enough = stack.pop()!;
          now = previous(text, now, isWide);
          const after = code[where + 4]!;
          // What follows is one certain character: positions before others need not be tried.
          if (code[after] === ReOp.CHAR) {
            const wanted = code[after + 1]!;
            while (now >= enough && codeAt(text, now, isWide) !== wanted) {
              now = previous(text, now, isWide);
              left--;
            }
            if (now < enough) continue;
          }
          if (now > enough) stack.push(enough, now, where, Saved.GREEDY);
          at = now;
          pc = after;
          break;
        } else {
          const where = stack.pop()!;
          const now = stack.pop()!;
          const count = stack.pop()!;
          const taken = count < code[where + 2]! ? stepOne(code, sets, where + 5, text, now, end, isWide) : 0;
          if (taken === 0) continue;
          at = now + taken;
          stack.push(count + 1, at, where, Saved.LAZY);
          pc = code[where + 4]!;
          break;
        }
      }
      continue;
    }
    switch (code[pc] as ReOp) {
      case ReOp.MATCH: {
        if ((m[Run.MODE] === MatchMode.FULLMATCH && at !== end) || (m[Run.MUST_ADVANCE] && at === m[Run.START])) {
          hasFailed = true;
          break;
        }
        slots[0] = m[Run.ATTEMPT];
        slots[1] = at;
        m[Run.STEPS] = budget - left;
        return Outcome.MATCHED;
      }
      case ReOp.CHAR: {
        const wanted = code[pc + 1]!;
        if (at < end && codeAt(text, at, isWide) === wanted) {
          at += wanted > 0xffff ? 2 : 1;
          pc += 2;
        } else hasFailed = true;
        break;
      }
      case ReOp.CHAR_FOLDED:
      case ReOp.SET:
      case ReOp.ANY:
      case ReOp.ANY_ALL: {
        const taken = stepOne(code, sets, pc, text, at, end, isWide);
        if (taken === 0) {
          hasFailed = true;
          break;
        }
        at += taken;
        pc += code[pc] === ReOp.CHAR_FOLDED ? 3 : code[pc] === ReOp.SET ? 2 : 1;
        break;
      }
      case ReOp.AT:
        if (isAt(text, at, end, code[pc + 1]!, code[pc + 2]!, isWide)) pc += 3;
        else hasFailed = true;
        break;
      case ReOp.SAVE: {
        const slot = code[pc + 1]!;
        stack.push(slot, slots[slot]!, Saved.SLOT);
        slots[slot] = at;
        if ((slot & 1) === 1) {
          stack.push(m[Run.LAST_GROUP], Saved.LAST_GROUP);
          m[Run.LAST_GROUP] = slot >> 1;
        }
        pc += 2;
        break;
      }
      case ReOp.JUMP:
        pc = code[pc + 1]!;
        break;
      case ReOp.SPLIT:
        stack.push(at, code[pc + 1]!, Saved.CHOICE);
        pc += 2;
        break;
      case ReOp.REPEAT_ONE: {
        const min = code[pc + 1]!;
        const mode: RepeatMode = code[pc + 3]!;
        const max = mode === RepeatMode.LAZY ? min : code[pc + 2]!;
        let count = 0;
        let enough = min === 0 ? at : -1;
        const first = at;
        while (count < max) {
          const taken = stepOne(code, sets, pc + 5, text, at, end, isWide);
          if (taken === 0) break;
          at += taken;
          if (++count === min) enough = at;
        }
        left -= (at - first) >> 3;
        if (count < min) {
          hasFailed = true;
          break;
        }
        if (mode === RepeatMode.LAZY) stack.push(count, at, pc, Saved.LAZY);
        else if (mode === RepeatMode.GREEDY && at > enough) stack.push(enough, at, pc, Saved.GREEDY);
        pc = code[pc + 4]!;
        break;
      }
      case ReOp.LOOP_BEGIN: {
        const register = code[pc + 1]!;
        stack.push(register, registers[register]!, registers[register + 1]!, Saved.REGISTER);
        registers[register] = -1;
        registers[register + 1] = -1;
        pc += 2;
        break;
      }
      case ReOp.LOOP_NEXT: {
        const register = code[pc + 1]!;
        const min = code[pc + 2]!;
        const max = code[pc + 3]!;
        const isLazy = code[pc + 4] === 1;
        const body = code[pc + 5]!;
        const count = registers[register]! + 1;
        const last = registers[register + 1]!;
        stack.push(register, registers[register]!, last, Saved.REGISTER);
        registers[register] = count;
        if (count < min) {
          registers[register + 1] = at;
          pc = body;
        } else if (count >= max && max !== UNBOUNDED) pc += 6;
        // A round that took nothing would be followed by others that take nothing.
        else if (last === at && count > 0) pc += 6;
        else if (isLazy) {
          // The body is the other choice: the register knows by now where its round begins.
          registers[register + 1] = at;
          stack.push(at, body, Saved.CHOICE);
          pc += 6;
        } else {
          registers[register + 1] = at;
          stack.push(at, pc + 6, Saved.CHOICE);
          pc = body;
        }
        break;
      }
      case ReOp.REFERENCE: {
        const group = code[pc + 1]!;
        const from = slots[group * 2]!;
        const to = slots[group * 2 + 1]!;
        if (from < 0 || to < from) {
          hasFailed = true;
          break;
        }
        const folding: Folding = code[pc + 2]!;
        left -= (to - from) >> 3;
        if (at + (to - from) > end) {
          hasFailed = true;
          break;
        }
        let i = from;
        if (folding === Folding.NONE) {
          while (i < to && text.charCodeAt(i) === text.charCodeAt(at + i - from)) i++;
        } else {
          while (
            i < to &&
            foldCode(codeAt(text, i, isWide), folding) === foldCode(codeAt(text, at + i - from, isWide), folding)
          ) {
            i += isWide ? lengthAt(text, i, to) : 1;
          }
        }
        if (i < to) {
          hasFailed = true;
          break;
        }
        at += to - from;
        pc += 3;
        break;
      }
      case ReOp.CONDITION: {
        const group = code[pc + 1]!;
        const hasMatched = slots[group * 2]! >= 0 && slots[group * 2 + 1]! >= slots[group * 2]!;
        pc = hasMatched ? pc + 3 : code[pc + 2]!;
        break;
      }
      case ReOp.ASSERT: {
        const register = code[pc + 1]!;
        const from = stepBack(text, at, code[pc + 2]!, isWide);
        if (from < 0) {
          hasFailed = true;
          break;
        }
        stack.push(register, registers[register]!, registers[register + 1]!, Saved.REGISTER);
        registers[register] = stack.length;
        registers[register + 1] = at;
        at = from;
        pc += 3;
        break;
      }
      case ReOp.ASSERT_END: {
        const register = code[pc + 1]!;
        dropChoices(stack, registers[register]!);
        at = registers[register + 1]!;
        pc += 2;
        break;
      }
      case ReOp.ASSERT_NOT: {
        const register = code[pc + 1]!;
        const from = stepBack(text, at, code[pc + 2]!, isWide);
        if (from < 0) {
          pc = code[pc + 3]!;
          break;
        }
        stack.push(register, registers[register]!, registers[register + 1]!, Saved.REGISTER);
        registers[register] = stack.length;
        stack.push(at, code[pc + 3]!, Saved.CHOICE);
        at = from;
        pc += 4;
        break;
      }
      case ReOp.ASSERT_NOT_END: {
        // Takes back everything since the assertion began, its own choice included.
        const height = registers[code[pc + 1]!]!;
        dropChoices(stack, height);
        hasFailed = true;
        break;
      }
      case ReOp.ATOMIC: {
        const register = code[pc + 1]!;
        stack.push(register, registers[register]!, registers[register + 1]!, Saved.REGISTER);
        registers[register] = stack.length;
        pc += 2;
        break;
      }
      case ReOp.ATOMIC_END:
        dropChoices(stack, registers[code[pc + 1]!]!);
        pc += 2;
        break;
      default:
        hasFailed = true;
    }
  }
}

/** Where the next attempt of a search begins, -1 if there is none. */
function nextAttempt(program: ReProgram, m: RunState): number {
  if (m[Run.MODE] !== MatchMode.SEARCH) return -1;
  if (program.isAnchored && m[Run.ATTEMPT] >= 0) return -1;
  const at: number = m[Run.ATTEMPT];
  const end: number = m[Run.END];
  if (at >= end) return -1;
  const isWide: boolean = m[Run.IS_WIDE];
  return nextStart(program, m[Run.TEXT], at + (isWide ? lengthAt(m[Run.TEXT], at, end) : 1), end, isWide);
}

/** `width` code points before `at`; -1 if there are not so many. width -1: `at` itself. */
function stepBack(text: string, at: number, width: number, isWide: boolean): number {
  if (width < 0) return at;
  if (!isWide) return at - width;
  let from = at;
  for (let i = 0; i < width && from >= 0; i++) from = previous(text, from, true);
  return from;
}

/** Forgets the choices above `height`, but keeps what a failure below it must take back. */
function dropChoices(stack: number[], height: number): void {
  // Entries end with their kind, so they are read from the top; what is kept is turned round at the end.
  const kept: number[][] = [];
  while (stack.length > height) {
    const kind = stack.pop()!;
    if (kind === Saved.CHOICE) stack.length -= 2;
    else if (kind === Saved.GREEDY || kind === Saved.LAZY) stack.length -= 3;
    else if (kind === Saved.SLOT) {
      const old = stack.pop()!;
      kept.push([stack.pop()!, old, kind]);
    } else if (kind === Saved.LAST_GROUP) kept.push([stack.pop()!, kind]);
    else {
      const second = stack.pop()!;
      const first = stack.pop()!;
      kept.push([stack.pop()!, first, second, kind]);
    }
  }
  for (let i = kept.length - 1; i >= 0; i--) stack.push(...kept[i]!);
}
