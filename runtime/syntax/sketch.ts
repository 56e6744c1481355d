/**
 * What the slow parser keeps of the expressions and patterns it has matched: enough to say where they are and what an
 * error message calls them.
 */

import type { Positioned } from './ast.ts';

export class Sketch implements Positioned {
  readonly lineno: number;
  readonly col: number;
  readonly endLineno: number;
  readonly endCol: number;

  constructor(
    /** Kind of the tree node this stands for; `Group` for what has no node. */
    readonly what: string,
    start: Positioned,
    end: Positioned,
    /** Items of a list or tuple, operand of a star, left side of a comparison, positional arguments. */
    readonly parts: readonly Sketch[] = [],
    /** The identifier, the keyword of a constant, the first operator of a comparison. */
    readonly text: string = '',
  ) {
    this.lineno = start.lineno;
    this.col = start.col;
    this.endLineno = end.endLineno;
    this.endCol = end.endCol;
  }
}

/** What messages call each kind of expression. */
const EXPRESSION_NAMES: ReadonlyMap<string, string> = new Map([
  ['Attribute', 'attribute'],
  ['Subscript', 'subscript'],
  ['Starred', 'starred'],
  ['Name', 'name'],
  ['List', 'list'],
  ['Tuple', 'tuple'],
  ['Lambda', 'lambda'],
  ['Call', 'function call'],
  ['BoolOp', 'expression'],
  ['BinOp', 'expression'],
  ['UnaryOp', 'expression'],
  ['GeneratorExp', 'generator expression'],
  ['Yield', 'yield expression'],
  ['Await', 'await expression'],
  ['ListComp', 'list comprehension'],
  ['SetComp', 'set comprehension'],
  ['DictComp', 'dict comprehension'],
  ['Dict', 'dict literal'],
  ['Set', 'set display'],
  ['JoinedStr', 'f-string expression'],
  ['Compare', 'comparison'],
  ['IfExp', 'conditional expression'],
  ['NamedExpr', 'named expression'],
]);

/** Names an expression in a message: `function call`, `literal`, `None`. */
export function expressionName(sketch: Sketch): string {
  if (sketch.what !== 'Constant') return EXPRESSION_NAMES.get(sketch.what) ?? 'expression';
  if (sketch.text === '...') return 'ellipsis';
  return sketch.text === '' ? 'literal' : sketch.text;
}

export type TargetUse = 'assign' | 'delete' | 'for';

/** Finds the first part of `sketch` that cannot be a target; `null` if there is none. */
export function invalidTarget(sketch: Sketch, use: TargetUse): Sketch | null {
  switch (sketch.what) {
    case 'List':
    case 'Tuple':
      for (const part of sketch.parts) {
        const found = invalidTarget(part, use);
        if (found !== null) return found;
      }
      return null;
    case 'Starred':
      return use === 'delete' ? sketch : invalidTarget(sketch.parts[0], use);
    case 'Compare':
      // `for x in y` reads as a comparison until the colon is missed.
      if (use !== 'for') return sketch;
      return sketch.text === 'in' ? invalidTarget(sketch.parts[0], use) : null;
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return null;
    default:
      return sketch;
  }
}
