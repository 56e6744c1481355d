/**
 * The second pass of the symbol table: decides where each name lives, from the module inwards, and carries the free names
 * of inner blocks outwards until a function binds them. The rules are Python's: class bodies are skipped when inner
 * functions look for a name, except for `__class__`.
 */
import type { Positioned } from '../syntax/ast.ts';
import type { Scope } from './scope.ts';
import { Symbol, SymbolFlag } from './scope.ts';

type Fail = (message: string, at: Positioned) => never;

/** Resolves all names below `module`; `fail` reports a bad `nonlocal` or `global`. */
export function analyzeScopes(module: Scope, fail: Fail): void {
  analyzeBlock(module, null, new Set(), new Set(), fail);
}

/**
 * `bound`: names bound in functions around (null at module level). `free` receives the names wanted from outside.
 * `globals`: names declared global in functions around.
 */
function analyzeBlock(
  scope: Scope,
  bound: ReadonlySet<string> | null,
  free: Set<string>,
  globals: ReadonlySet<string>,
  fail: Fail,
): void {
  const isClass = scope.kind === 'class';
  const isFunction = scope.kind === 'function';
  const ownBound = new Set(bound ?? []);
  const ownGlobals = new Set(globals);
  const local = new Set<string>();
  // What a class body sees and what it passes on to functions inside differ: its own names are not passed on.
  const passedBound = isClass ? new Set(ownBound) : null;
  const passedGlobals = isClass ? new Set(ownGlobals) : null;
  for (const [name, symbol] of scope.symbols) {
    analyzeName(scope, name, symbol, bound === null ? null : ownBound, local, free, ownGlobals, fail);
  }
  const childBound = passedBound ?? ownBound;
  if (isFunction) for (const name of local) childBound.add(name);
  if (isClass) childBound.add('__class__');
  const childGlobals = passedGlobals ?? ownGlobals;
  const wanted = new Set<string>();
  for (const child of scope.children) {
    analyzeBlock(child, childBound, wanted, childGlobals, fail);
  }
  if (isFunction) {
    for (const [name, symbol] of scope.symbols) {
      if (symbol.residence === 'local' && wanted.delete(name)) symbol.residence = 'cell';
    }
  } else if (isClass && wanted.delete('__class__')) {
    scope.needsClassCell = true;
  }
  for (const name of wanted) passOutwards(scope, name, bound);
  for (const name of wanted) free.add(name);
}

function analyzeName(
  scope: Scope,
  name: string,
  symbol: Symbol,
  bound: Set<string> | null,
  local: Set<string>,
  free: Set<string>,
  globals: Set<string>,
  fail: Fail,
): void {
  const { flags } = symbol;
  if ((flags & SymbolFlag.GLOBAL) !== 0) {
    if ((flags & SymbolFlag.NONLOCAL) !== 0) fail(`name '${name}' is nonlocal and global`, directiveOf(scope, name));
    symbol.residence = 'global';
    globals.add(name);
    bound?.delete(name);
  } else if ((flags & SymbolFlag.NONLOCAL) !== 0) {
    if (scope.parent === null) fail('nonlocal declaration not allowed at module level', directiveOf(scope, name));
    if (bound === null || !bound.has(name)) fail(`no binding for nonlocal '${name}' found`, directiveOf(scope, name));
    symbol.residence = 'free';
    free.add(name);
  } else if ((flags & SymbolFlag.BOUND) !== 0) {
    symbol.residence = 'local';
    local.add(name);
    globals.delete(name);
  } else if (bound !== null && bound.has(name)) {
    symbol.residence = 'free';
    free.add(name);
  } else {
    symbol.residence = 'implicit';
  }
}

/** Notes in `scope` that a block inside wants `name` from further out. */
function passOutwards(scope: Scope, name: string, bound: ReadonlySet<string> | null): void {
  const symbol = scope.symbols.get(name);
  if (symbol !== undefined) {
    if (scope.kind === 'class' && (symbol.flags & (SymbolFlag.BOUND | SymbolFlag.GLOBAL)) !== 0) {
      symbol.flags |= SymbolFlag.FREE_CLASS;
    }
    return;
  }
  if (bound !== null && !bound.has(name)) return;
  const added = new Symbol();
  added.residence = 'free';
  scope.symbols.set(name, added);
}

function directiveOf(scope: Scope, name: string): Positioned {
  return scope.directives.find((directive) => directive.name === name)!.at;
}
