/**
 * Tree of a regular expression -> program: a flat array of numbers that `re-match.ts` runs. One row per instruction in `ReOp`; addresses are
 * indices into the array. Character classes are in a table beside it.
 */
import { Folding, foldCode, makeCharSet } from './re-charset.ts';
import type { CharSet } from './re-charset.ts';
import { At, ReFlag, ReProblem, RepeatMode, widthOf } from './re-syntax.ts';
import type { ParsedPattern, ReNode } from './re-syntax.ts';

export const enum ReOp {
  /** The whole pattern has matched. */
  MATCH,
  /** code */
  CHAR,
  /** folded code, folding */
  CHAR_FOLDED,
  /** Anything but a newline. */
  ANY,
  ANY_ALL,
  /** index of the set */
  SET,
  /** where, multiline or ASCII? */
  AT,
  /** slot */
  SAVE,
  /** address */
  JUMP,
  /** address of the other choice, tried when what follows fails */
  SPLIT,
  /** min, max, mode, address after it; the one-character instruction to be repeated follows */
  REPEAT_ONE,
  /** register: begins counting (registers +0 count, +1 where the last round began) */
  LOOP_BEGIN,
  /** register, min, max, lazy?, address of the body */
  LOOP_NEXT,
  /** group, folding */
  REFERENCE,
  /** group, address if it has not matched */
  CONDITION,
  /** register (+0 stack height, +1 position), width to step back (-1: look ahead) */
  ASSERT,
  /** register: looks ahead or behind no more: position as before, choices within dropped */
  ASSERT_END,
  /** register, width, address if the body fails */
  ASSERT_NOT,
  /** register: the body has matched, so the assertion fails */
  ASSERT_NOT_END,
  /** register */
  ATOMIC,
  /** register: choices within are dropped */
  ATOMIC_END,
  FAIL,
}

export interface ReProgram {
  readonly code: readonly number[];
  readonly sets: readonly CharSet[];
  readonly registers: number;
  /** Every match begins with this text; '' if that is not known. */
  readonly prefix: string;
  /** Every match begins with a character of this set; -1 if that is not known. */
  readonly firstSet: number;
  /** Matches only at the beginning of the text. */
  readonly isAnchored: boolean;
}

class Compiler {
  readonly code: number[] = [];
  readonly sets: CharSet[] = [];
  registers = 0;
  constructor(
    private readonly isBytes: boolean,
    private readonly widths: Map<number, readonly [number, number]>,
  ) {}

  emit(node: ReNode, flags: number): void {
    const { code } = this;
    switch (node.type) {
      case 'char': {
        const folding = this.foldingOf(flags);
        const folded = foldCode(node.code, folding);
        if (folding !== Folding.NONE && this.hasCase(node.code, folding)) code.push(ReOp.CHAR_FOLDED, folded, folding);
        else code.push(ReOp.CHAR, node.code);
        break;
      }
      case 'any':
        code.push(flags & ReFlag.DOTALL ? ReOp.ANY_ALL : ReOp.ANY);
        break;
      case 'set':
        code.push(
          ReOp.SET,
          this.addSet(makeCharSet(node.items, node.isNegated, this.foldingOf(flags), this.isAscii(flags))),
        );
        break;
      case 'at': {
        const isWordEdge = node.where === At.BOUNDARY || node.where === At.NOT_BOUNDARY;
        const option = isWordEdge ? this.isAscii(flags) : (flags & ReFlag.MULTILINE) !== 0;
        code.push(ReOp.AT, node.where, option ? 1 : 0);
        break;
      }
      case 'sequence':
        for (const item of node.items) this.emit(item, flags);
        break;
      case 'branch':
        this.emitBranch(node.options, flags);
        break;
      case 'group': {
        const inner = combineFlags(flags, node.addFlags, node.removeFlags);
        if (node.index >= 0) code.push(ReOp.SAVE, node.index * 2);
        this.emit(node.body, inner);
        if (node.index >= 0) {
          code.push(ReOp.SAVE, node.index * 2 + 1);
          this.widths.set(node.index, widthOf(node.body, this.widths));
        }
        break;
      }
      case 'repeat':
        this.emitRepeat(node.min, node.max, node.mode, node.body, flags);
        break;
      case 'atomic':
        this.emitAtomic(() => this.emit(node.body, flags));
        break;
      case 'assert':
        this.emitAssertion(node.isBehind, node.isNegated, node.body, flags);
        break;
      case 'reference':
        code.push(ReOp.REFERENCE, node.index, this.foldingOf(flags));
        break;
      case 'condition': {
        code.push(ReOp.CONDITION, node.index, 0);
        const toElse = code.length - 1;
        this.emit(node.yes, flags);
        if (node.no === null) {
          code[toElse] = code.length;
          break;
        }
        code.push(ReOp.JUMP, 0);
        const toEnd = code.length - 1;
        code[toElse] = code.length;
        this.emit(node.no, flags);
        code[toEnd] = code.length;
        break;
      }
    }
  }

  private emitBranch(options: readonly ReNode[], flags: number): void {
    const { code } = this;
    const ends: number[] = [];
    options.forEach((option, i) => {
      const isLast = i === options.length - 1;
      let toNext = -1;
      if (!isLast) {
        code.push(ReOp.SPLIT, 0);
        toNext = code.length - 1;
      }
      this.emit(option, flags);
      if (!isLast) {
        code.push(ReOp.JUMP, 0);
        ends.push(code.length - 1);
        code[toNext] = code.length;
      }
    });
    for (const end of ends) code[end] = code.length;
  }

  private emitRepeat(min: number, max: number, mode: RepeatMode, body: ReNode, flags: number): void {
    const { code } = this;
    if (isSingle(body)) {
      code.push(ReOp.REPEAT_ONE, min, max, mode, 0);
      const toEnd = code.length - 1;
      this.emit(body, flags);
      code[toEnd] = code.length;
      return;
    }
    if (mode === RepeatMode.POSSESSIVE) {
      this.emitAtomic(() => this.emitLoop(min, max, false, body, flags));
      return;
    }
    if (min === 0 && max === 1) {
      this.emitOptional(mode === RepeatMode.LAZY, body, flags);
      return;
    }
    this.emitLoop(min, max, mode === RepeatMode.LAZY, body, flags);
  }

  private emitOptional(isLazy: boolean, body: ReNode, flags: number): void {
    const { code } = this;
    if (isLazy) {
      code.push(ReOp.SPLIT, 0, ReOp.JUMP, 0);
      const toBody = code.length - 3;
      const toEnd = code.length - 1;
      code[toBody] = code.length;
      this.emit(body, flags);
      code[toEnd] = code.length;
    } else {
      code.push(ReOp.SPLIT, 0);
      const toEnd = code.length - 1;
      this.emit(body, flags);
      code[toEnd] = code.length;
    }
  }

  private emitLoop(min: number, max: number, isLazy: boolean, body: ReNode, flags: number): void {
    const { code } = this;
    const register = this.newRegisters();
    code.push(ReOp.LOOP_BEGIN, register, ReOp.JUMP, 0);
    const toNext = code.length - 1;
    const start = code.length;
    this.emit(body, flags);
    code[toNext] = code.length;
    code.push(ReOp.LOOP_NEXT, register, min, max, isLazy ? 1 : 0, start);
  }

  private emitAtomic(emitBody: () => void): void {
    const register = this.newRegisters();
    this.code.push(ReOp.ATOMIC, register);
    emitBody();
    this.code.push(ReOp.ATOMIC_END, register);
  }

  private emitAssertion(isBehind: boolean, isNegated: boolean, body: ReNode, flags: number): void {
    const { code } = this;
    const register = this.newRegisters();
    const width = isBehind ? widthOf(body, this.widths)[0] : -1;
    if (isNegated) {
      code.push(ReOp.ASSERT_NOT, register, width, 0);
      const toEnd = code.length - 1;
      this.emit(body, flags);
      code.push(ReOp.ASSERT_NOT_END, register);
      code[toEnd] = code.length;
    } else {
      code.push(ReOp.ASSERT, register, width);
      this.emit(body, flags);
      code.push(ReOp.ASSERT_END, register);
    }
  }

  private newRegisters(): number {
    const register = this.registers;
    this.registers += 2;
    return register;
  }

  addSet(set: CharSet): number {
    this.sets.push(set);
    return this.sets.length - 1;
  }

  isAscii(flags: number): boolean {
    return this.isBytes || (flags & ReFlag.ASCII) !== 0;
  }

  foldingOf(flags: number): Folding {
    if (!(flags & ReFlag.IGNORECASE)) return Folding.NONE;
    return this.isAscii(flags) ? Folding.ASCII : Folding.UNICODE;
  }

  private hasCase(code: number, folding: Folding): boolean {
    if (folding === Folding.ASCII) return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    return /\p{L}|\p{M}|\p{N}|\p{S}/u.test(String.fromCodePoint(code));
  }
}

function combineFlags(flags: number, add: number, remove: number): number {
  const types = ReFlag.ASCII | ReFlag.LOCALE | ReFlag.UNICODE;
  const base = add & types ? flags & ~types : flags;
  return (base | add) & ~remove;
}

function isSingle(node: ReNode): boolean {
  return node.type === 'char' || node.type === 'any' || node.type === 'set';
}

/** The text with which every match of `node` begins, as far as it is plain. */
function prefixOf(node: ReNode, isFolded: boolean): { text: string; isWhole: boolean } {
  if (isFolded) return { text: '', isWhole: false };
  switch (node.type) {
    case 'char':
      return { text: String.fromCodePoint(node.code), isWhole: true };
    case 'sequence': {
      let text = '';
      for (const item of node.items) {
        const part = prefixOf(item, isFolded);
        text += part.text;
        if (!part.isWhole) return { text, isWhole: false };
      }
      return { text, isWhole: true };
    }
    case 'group':
      return node.addFlags === 0 && node.removeFlags === 0
        ? prefixOf(node.body, isFolded)
        : { text: '', isWhole: false };
    case 'repeat':
      return node.min > 0 ? { text: prefixOf(node.body, isFolded).text, isWhole: false } : { text: '', isWhole: false };
    default:
      return { text: '', isWhole: false };
  }
}

/** The class of the first character of every match, as items; null if a match may begin otherwise. */
function firstOf(node: ReNode): readonly ReNode[] | null {
  switch (node.type) {
    case 'char':
    case 'set':
      return [node];
    case 'sequence': {
      const first = node.items.find((item) => item.type !== 'at' && item.type !== 'assert');
      return first === undefined || first !== node.items[0] ? null : firstOf(first);
    }
    case 'branch': {
      const all: ReNode[] = [];
      for (const option of node.options) {
        const part = firstOf(option);
        if (part === null) return null;
        all.push(...part);
      }
      return all;
    }
    case 'group':
      return node.addFlags === 0 && node.removeFlags === 0 ? firstOf(node.body) : null;
    case 'repeat':
      return node.min > 0 ? firstOf(node.body) : null;
    default:
      return null;
  }
}

function startsAtTextStart(node: ReNode, flags: number): boolean {
  switch (node.type) {
    case 'at':
      return node.where === At.TEXT_START || (node.where === At.LINE_START && !(flags & ReFlag.MULTILINE));
    case 'sequence':
      return node.items.length > 0 && startsAtTextStart(node.items[0]!, flags);
    case 'group':
      return node.addFlags === 0 && node.removeFlags === 0 && startsAtTextStart(node.body, flags);
    default:
      return false;
  }
}

/** Compiles a parsed pattern. */
export function compileProgram(parsed: ParsedPattern, isBytes: boolean): ReProgram | ReProblem {
  const compiler = new Compiler(isBytes, new Map());
  compiler.emit(parsed.node, parsed.flags);
  compiler.code.push(ReOp.MATCH);
  if (compiler.registers > 4000) return new ReProblem('too many repetitions and assertions', -1);
  const folding = compiler.foldingOf(parsed.flags);
  const prefix = prefixOf(parsed.node, folding !== Folding.NONE).text;
  let firstSet = -1;
  const first = prefix === '' ? firstOf(parsed.node) : null;
  if (first !== null && first.every((node) => node.type === 'char' || !(node as any).isNegated || first.length === 1)) {
    const [only] = first;
    const items = first.flatMap((node) =>
      node.type === 'char' ? [{ low: node.code, high: node.code }] : node.type === 'set' ? node.items : [],
    );
    const isNegated = only !== undefined && only.type === 'set' && only.isNegated;
    firstSet = compiler.addSet(makeCharSet(items, isNegated, folding, compiler.isAscii(parsed.flags)));
  }
  return {
    code: compiler.code,
    sets: compiler.sets,
    registers: compiler.registers,
    prefix,
    firstSet,
    isAnchored: startsAtTextStart(parsed.node, parsed.flags),
  };
}
