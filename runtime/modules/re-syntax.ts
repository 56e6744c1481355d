/** The tree of a regular expression, and its flags. Plain data; made by `re-parse.ts`, turned into a program by `re-compile.ts`. */

export const enum ReFlag {
  TEMPLATE = 1,
  IGNORECASE = 2,
  LOCALE = 4,
  MULTILINE = 8,
  DOTALL = 16,
  UNICODE = 32,
  VERBOSE = 64,
  DEBUG = 128,
  ASCII = 256,
}

/** No upper bound of a repetition. */
export const UNBOUNDED = 0xffffffff;

export const enum Category {
  DIGIT,
  NOT_DIGIT,
  SPACE,
  NOT_SPACE,
  WORD,
  NOT_WORD,
}

export const enum At {
  /** `^` */
  LINE_START,
  /** `\A` */
  TEXT_START,
  BOUNDARY,
  NOT_BOUNDARY,
  /** `$` */
  LINE_END,
  /** `\Z` */
  TEXT_END,
}

/** What a character class is made of: a range of codes (both ends in it) or a category. */
export type SetItem = { readonly low: number; readonly high: number } | { readonly category: Category };

export type ReNode =
  | { readonly type: 'char'; readonly code: number }
  | { readonly type: 'any' }
  | { readonly type: 'set'; readonly isNegated: boolean; readonly items: readonly SetItem[] }
  | { readonly type: 'at'; readonly where: At }
  | { readonly type: 'sequence'; readonly items: readonly ReNode[] }
  | { readonly type: 'branch'; readonly options: readonly ReNode[] }
  /** index -1: not capturing. */
  | {
      readonly type: 'group';
      readonly index: number;
      readonly addFlags: number;
      readonly removeFlags: number;
      readonly body: ReNode;
    }
  | {
      readonly type: 'repeat';
      readonly min: number;
      readonly max: number;
      readonly mode: RepeatMode;
      readonly body: ReNode;
    }
  | { readonly type: 'atomic'; readonly body: ReNode }
  | { readonly type: 'assert'; readonly isBehind: boolean; readonly isNegated: boolean; readonly body: ReNode }
  | { readonly type: 'reference'; readonly index: number }
  | { readonly type: 'condition'; readonly index: number; readonly yes: ReNode; readonly no: ReNode | null };

export const enum RepeatMode {
  GREEDY,
  LAZY,
  POSSESSIVE,
}

/** What is wrong with a pattern, where (code point; -1: nowhere in particular). */
export class ReProblem {
  constructor(
    readonly message: string,
    readonly at: number,
  ) {}
}

export interface ParsedPattern {
  readonly node: ReNode;
  readonly flags: number;
  /** Capturing groups. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  /** Warnings for DeprecationWarning and FutureWarning: [category, text]. */
  readonly warnings: readonly (readonly [string, string])[];
}

/** Shortest and longest text in code points that a node matches. */
export function widthOf(node: ReNode, groupWidths: ReadonlyMap<number, readonly [number, number]>): [number, number] {
  switch (node.type) {
    case 'char':
    case 'any':
    case 'set':
      return [1, 1];
    case 'at':
    case 'assert':
      return [0, 0];
    case 'sequence': {
      let low = 0;
      let high = 0;
      for (const item of node.items) {
        const [l, h] = widthOf(item, groupWidths);
        low += l;
        high += h;
      }
      return clip(low, high);
    }
    case 'branch': {
      let low = Infinity;
      let high = 0;
      for (const option of node.options) {
        const [l, h] = widthOf(option, groupWidths);
        low = Math.min(low, l);
        high = Math.max(high, h);
      }
      return clip(low, high);
    }
    case 'group':
    case 'atomic':
      return widthOf(node.body, groupWidths);
    case 'repeat': {
      const [l, h] = widthOf(node.body, groupWidths);
      return clip(l * node.min, h === 0 ? 0 : h * node.max);
    }
    case 'reference': {
      const [l, h] = groupWidths.get(node.index) ?? [0, UNBOUNDED];
      return [l, h];
    }
    case 'condition': {
      const [l, h] = widthOf(node.yes, groupWidths);
      if (node.no === null) return clip(0, h);
      const [nl, nh] = widthOf(node.no, groupWidths);
      return clip(Math.min(l, nl), Math.max(h, nh));
    }
  }
}

function clip(low: number, high: number): [number, number] {
  return [Math.min(low, UNBOUNDED), Math.min(high, UNBOUNDED)];
}
