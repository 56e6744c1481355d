/**
 * A scope: what the symbol table found out about the names of one block of code.
 *
 * Symbols are kept by mangled name. Flags say how a name is used in the block; `resolved` says, after analysis, where it
 * lives. `child scopes` belong to nested functions, classes, lambdas and comprehensions, found by their tree node.
 */
import type { Positioned } from '../syntax/ast.ts';

export const enum SymbolFlag {
  /** `global x`. */
  GLOBAL = 1,
  /** Bound here. */
  LOCAL = 2,
  PARAMETER = 4,
  /** `nonlocal x`. */
  NONLOCAL = 8,
  /** Read here. */
  USE = 16,
  /** Bound in a class body and also wanted, from outside of it, by a function inside. */
  FREE_CLASS = 64,
  IMPORT = 128,
  ANNOTATED = 256,
  /** Iteration variable of a comprehension. */
  ITERATION = 512,
  BOUND = LOCAL | PARAMETER | IMPORT,
}

export type ScopeKind = 'module' | 'function' | 'class' | 'annotation';
export type ComprehensionKind = 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp';

/** Where a name lives. `implicit` globals were not declared: class and module code looks for them by name. */
export type Residence = 'local' | 'global' | 'implicit' | 'free' | 'cell';

export class Symbol {
  flags = 0;
  residence: Residence | null = null;
}

/** A `global` or `nonlocal` statement (or what an assignment expression implies) and its place, for errors found later. */
export interface Directive {
  readonly name: string;
  readonly at: Positioned;
}

export class Scope {
  readonly symbols = new Map<string, Symbol>();
  /** Mangled, in the order CPython gives them registers: positional, keyword-only, `*args`, `**kwargs`. */
  readonly parameters: string[] = [];
  readonly children: Scope[] = [];
  readonly directives: Directive[] = [];
  /** Some function is around it, so its free names may be cells. */
  readonly isNested: boolean;
  isGenerator = false;
  isCoroutine = false;
  hasVarargs = false;
  hasVarKeywords = false;
  /** Class: a method uses `__class__` or `super`. */
  needsClassCell = false;
  /** Comprehensions: while the target is visited. */
  inIterationTarget = false;
  /** Depth of iterables of comprehensions being visited, where `:=` is not allowed. */
  iterableDepth = 0;

  constructor(
    readonly kind: ScopeKind,
    readonly name: string,
    readonly comprehension: ComprehensionKind | null,
    readonly parent: Scope | null,
  ) {
    this.isNested = parent !== null && (parent.isNested || parent.kind === 'function');
  }

  flagsOf(name: string): number {
    return this.symbols.get(name)?.flags ?? 0;
  }

  residenceOf(name: string): Residence | null {
    return this.symbols.get(name)?.residence ?? null;
  }

  /** Names of cells made here, sorted. The class cell comes with them. */
  cellNames(): string[] {
    const names = this.namesWhere((symbol) => symbol.residence === 'cell');
    if (this.needsClassCell) names.push('__class__');
    return names;
  }

  /** Names of cells of outer functions, sorted. */
  freeNames(): string[] {
    return this.namesWhere((symbol) => symbol.residence === 'free' || (symbol.flags & SymbolFlag.FREE_CLASS) !== 0);
  }

  private namesWhere(test: (symbol: Symbol) => boolean): string[] {
    const names: string[] = [];
    for (const [name, symbol] of this.symbols) if (test(symbol)) names.push(name);
    return names.sort(compareCodePoints);
  }
}

/** Orders names as Python does: by code points, where JavaScript goes by UTF-16 units. */
function compareCodePoints(a: string, b: string): number {
  const left = Array.from(a, (c) => c.codePointAt(0)!);
  const right = Array.from(b, (c) => c.codePointAt(0)!);
  for (let i = 0; i < left.length && i < right.length; i++) if (left[i] !== right[i]) return left[i] - right[i];
  return left.length - right.length;
}
