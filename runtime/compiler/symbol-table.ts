/**
 * The symbol table: one Scope for each block of code, made in a walk over the tree before anything is compiled.
 *
 * The walk records how names are used and reports what Python forbids about names, with CPython 3.11's wording, places
 * and order. `analyze-scopes.ts` then decides where names live. Comprehensions are functions of their own, as they are
 * in 3.11.
 */
import type * as ast from '../syntax/ast.ts';
import { analyzeScopes } from './analyze-scopes.ts';
import { syntaxErrorAt, tooDeep } from './compile-error.ts';
import type { SourceInfo } from './compile-error.ts';
import { MAX_TREE_DEPTH } from './depth-limit.ts';
import { mangle } from './mangle.ts';
import { Scope, Symbol, SymbolFlag } from './scope.ts';
import type { ComprehensionKind, ScopeKind } from './scope.ts';

/** The nodes that have a scope of their own. */
export type ScopeNode =
  | ast.Root
  | ast.FunctionDef
  | ast.AsyncFunctionDef
  | ast.ClassDef
  | ast.Lambda
  | ast.ListComp
  | ast.SetComp
  | ast.DictComp
  | ast.GeneratorExp;

export type SymbolTable = ReadonlyMap<ScopeNode, Scope>;

/** Makes the scopes of `root` and everything inside. `hasFutureAnnotations`: annotations are not evaluated. */
export function buildSymbolTable(root: ast.Root, source: SourceInfo, hasFutureAnnotations: boolean): SymbolTable {
  const builder = new Builder(root, source, hasFutureAnnotations);
  if (root.kind === 'Expression') builder.expr(root.body);
  else builder.body(root.body);
  analyzeScopes(builder.module, (message, at) => builder.fail(message, at));
  return builder.scopes;
}

const COMPREHENSION_NAMES: Readonly<Record<ComprehensionKind, string>> = {
  ListComp: 'listcomp',
  SetComp: 'setcomp',
  DictComp: 'dictcomp',
  GeneratorExp: 'genexpr',
};
const COMPREHENSION_TITLES: Readonly<Record<ComprehensionKind, string>> = {
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  GeneratorExp: 'generator expression',
};

class Builder {
  readonly scopes = new Map<ScopeNode, Scope>();
  readonly module: Scope;
  private scope: Scope;
  private className: string | null = null;
  private depth = 0;

  constructor(
    root: ast.Root,
    private readonly source: SourceInfo,
    private readonly hasFutureAnnotations: boolean,
  ) {
    this.module = this.scope = new Scope('module', 'top', null, null);
    this.scopes.set(root, this.module);
  }

  fail(message: string, at: ast.Positioned): never {
    throw syntaxErrorAt(this.source, message, at);
  }

  // -------------------------------------------------------------- names

  private define(name: string, flag: number, at: ast.Positioned, scope = this.scope): void {
    const mangled = mangle(this.className, name);
    let symbol = scope.symbols.get(mangled);
    if (symbol === undefined) {
      symbol = new Symbol();
      scope.symbols.set(mangled, symbol);
    } else if ((flag & SymbolFlag.PARAMETER) !== 0 && (symbol.flags & SymbolFlag.PARAMETER) !== 0) {
      this.fail(`duplicate argument '${name}' in function definition`, at);
    }
    symbol.flags |= flag;
    if (scope.inIterationTarget) {
      if ((symbol.flags & (SymbolFlag.GLOBAL | SymbolFlag.NONLOCAL)) !== 0) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
      }
      symbol.flags |= SymbolFlag.ITERATION;
    }
    if ((flag & SymbolFlag.PARAMETER) !== 0) scope.parameters.push(mangled);
    else if ((flag & SymbolFlag.GLOBAL) !== 0 && scope !== this.module) this.declareInModule(mangled);
  }

  /** A name declared global anywhere is known to the module. */
  private declareInModule(mangled: string): void {
    let symbol = this.module.symbols.get(mangled);
    if (symbol === undefined) {
      symbol = new Symbol();
      this.module.symbols.set(mangled, symbol);
    }
    symbol.flags |= SymbolFlag.GLOBAL;
  }

  private flagsHere(name: string): number {
    return this.scope.flagsOf(mangle(this.className, name));
  }

  private direct(name: string, at: ast.Positioned): void {
    this.scope.directives.push({ name: mangle(this.className, name), at });
  }

  private enter(kind: ScopeKind, name: string, node: ScopeNode, comprehension: ComprehensionKind | null = null): Scope {
    const outer = this.scope;
    const scope = new Scope(kind, name, comprehension, outer);
    scope.iterableDepth = outer.iterableDepth;
    // What happens in annotations that are never evaluated leaves no trace.
    if (outer.kind !== 'annotation') outer.children.push(scope);
    this.scopes.set(node, scope);
    this.scope = scope;
    return outer;
  }

  // -------------------------------------------------------------- statements

  body(statements: readonly ast.Stmt[]): void {
    for (const statement of statements) this.stmt(statement);
  }

  private stmt(s: ast.Stmt): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    this.visitStatement(s);
    this.depth--;
  }

  private visitStatement(s: ast.Stmt): void {
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        return this.functionDef(s);
      case 'ClassDef':
        return this.classDef(s);
      case 'Return':
        return this.optional(s.value);
      case 'Delete':
        return this.exprs(s.targets);
      case 'Assign':
        this.exprs(s.targets);
        return this.expr(s.value);
      case 'AugAssign':
        this.expr(s.target);
        return this.expr(s.value);
      case 'AnnAssign':
        return this.annAssign(s);
      case 'For':
      case 'AsyncFor':
        this.expr(s.target);
        this.expr(s.iter);
        this.body(s.body);
        return this.body(s.orelse);
      case 'While':
        this.expr(s.test);
        this.body(s.body);
        return this.body(s.orelse);
      case 'If':
        return this.ifChain(s);
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          this.expr(item.context_expr);
          this.optional(item.optional_vars);
        }
        return this.body(s.body);
      case 'Match':
        this.expr(s.subject);
        for (const matchCase of s.cases) {
          this.pattern(matchCase.pattern);
          this.optional(matchCase.guard);
          this.body(matchCase.body);
        }
        return;
      case 'Raise':
        this.optional(s.exc);
        return this.optional(s.cause);
      case 'Try':
      case 'TryStar':
        this.body(s.body);
        this.body(s.orelse);
        for (const handler of s.handlers) {
          this.optional(handler.type);
          if (handler.name !== null) this.define(handler.name, SymbolFlag.LOCAL, handler);
          this.body(handler.body);
        }
        return this.body(s.finalbody);
      case 'Assert':
        this.expr(s.test);
        return this.optional(s.msg);
      case 'Import':
      case 'ImportFrom':
        for (const alias of s.names) this.alias(alias);
        return;
      case 'Global':
        return this.declaration(s, SymbolFlag.GLOBAL, 'global');
      case 'Nonlocal':
        return this.declaration(s, SymbolFlag.NONLOCAL, 'nonlocal');
      case 'Expr':
        return this.expr(s.value);
      case 'Pass':
      case 'Break':
      case 'Continue':
        return;
    }
  }

  /** `elif` nests one level deeper each, so a long chain is walked, not recursed into. */
  private ifChain(first: ast.If): void {
    for (let s = first; ;) {
      this.expr(s.test);
      this.body(s.body);
      const rest = s.orelse;
      if (rest.length !== 1 || rest[0].kind !== 'If') return this.body(rest);
      s = rest[0];
    }
  }

  private functionDef(s: ast.FunctionDef | ast.AsyncFunctionDef): void {
    this.define(s.name, SymbolFlag.LOCAL, s);
    this.defaults(s.args);
    const { args } = s;
    this.annotations([...args.posonlyargs, ...args.args]);
    if (args.vararg !== null) this.annotations([args.vararg]);
    if (args.kwarg !== null) this.annotations([args.kwarg]);
    this.annotations(args.kwonlyargs);
    if (s.returns !== null) this.annotation(s.returns);
    this.exprs(s.decorator_list);
    const outer = this.enter('function', s.name, s);
    if (s.kind === 'AsyncFunctionDef') this.scope.isCoroutine = true;
    this.parameters(args);
    this.body(s.body);
    this.scope = outer;
  }

  private classDef(s: ast.ClassDef): void {
    this.define(s.name, SymbolFlag.LOCAL, s);
    this.exprs(s.bases);
    for (const keyword of s.keywords) this.expr(keyword.value);
    this.exprs(s.decorator_list);
    const outer = this.enter('class', s.name, s);
    const outerClass = this.className;
    this.className = s.name;
    this.body(s.body);
    this.className = outerClass;
    this.scope = outer;
  }

  private annAssign(s: ast.AnnAssign): void {
    const { target } = s;
    if (target.kind === 'Name') {
      const flags = this.flagsHere(target.id);
      if ((flags & (SymbolFlag.GLOBAL | SymbolFlag.NONLOCAL)) !== 0 && this.scope !== this.module && s.simple) {
        const what = (flags & SymbolFlag.GLOBAL) !== 0 ? 'global' : 'nonlocal';
        this.fail(`annotated name '${target.id}' can't be ${what}`, s);
      }
      if (s.simple) this.define(target.id, SymbolFlag.ANNOTATED | SymbolFlag.LOCAL, target);
      else if (s.value !== null) this.define(target.id, SymbolFlag.LOCAL, target);
    } else {
      this.expr(target);
    }
    this.annotation(s.annotation);
    this.optional(s.value);
  }

  private alias(alias: ast.Alias): void {
    let name = alias.asname;
    if (name === null) {
      const dot = alias.name.indexOf('.');
      name = dot < 0 ? alias.name : alias.name.slice(0, dot);
    }
    if (name !== '*') return this.define(name, SymbolFlag.IMPORT, alias);
    if (this.scope.kind !== 'module') this.fail('import * only allowed at module level', alias);
  }

  private declaration(s: ast.Global | ast.Nonlocal, flag: SymbolFlag, word: string): void {
    for (const name of s.names) {
      const flags = this.flagsHere(name);
      if ((flags & SymbolFlag.PARAMETER) !== 0) this.fail(`name '${name}' is parameter and ${word}`, s);
      if ((flags & SymbolFlag.USE) !== 0) this.fail(`name '${name}' is used prior to ${word} declaration`, s);
      if ((flags & SymbolFlag.ANNOTATED) !== 0) this.fail(`annotated name '${name}' can't be ${word}`, s);
      if ((flags & SymbolFlag.LOCAL) !== 0) this.fail(`name '${name}' is assigned to before ${word} declaration`, s);
      this.define(name, flag, s);
      this.direct(name, s);
    }
  }

  // -------------------------------------------------------------- parameters and annotations

  private defaults(args: ast.Arguments): void {
    this.exprs(args.defaults);
    for (const value of args.kw_defaults) this.optional(value);
  }

  private parameters(args: ast.Arguments): void {
    for (const list of [args.posonlyargs, args.args, args.kwonlyargs]) {
      for (const arg of list) this.define(arg.arg, SymbolFlag.PARAMETER, arg);
    }
    if (args.vararg !== null) {
      this.define(args.vararg.arg, SymbolFlag.PARAMETER, args.vararg);
      this.scope.hasVarargs = true;
    }
    if (args.kwarg !== null) {
      this.define(args.kwarg.arg, SymbolFlag.PARAMETER, args.kwarg);
      this.scope.hasVarKeywords = true;
    }
  }

  private annotations(args: readonly ast.Arg[]): void {
    for (const arg of args) if (arg.annotation !== null) this.annotation(arg.annotation);
  }

  private annotation(e: ast.Expr): void {
    if (!this.hasFutureAnnotations) return this.expr(e);
    const outer = this.scope;
    this.scope = new Scope('annotation', '_annotation', null, outer);
    this.expr(e);
    this.scope = outer;
  }

  private refuseInAnnotation(what: string, at: ast.Positioned): void {
    if (this.scope.kind === 'annotation') this.fail(`'${what}' can not be used within an annotation`, at);
  }

  // -------------------------------------------------------------- expressions

  private optional(e: ast.Expr | null): void {
    if (e !== null) this.expr(e);
  }

  private exprs(list: readonly ast.Expr[]): void {
    for (const e of list) this.expr(e);
  }

  expr(e: ast.Expr): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    this.visitExpression(e);
    this.depth--;
  }

  private visitExpression(e: ast.Expr): void {
    switch (e.kind) {
      case 'Constant':
        return;
      case 'Name':
        this.define(e.id, e.ctx === 'Load' ? SymbolFlag.USE : SymbolFlag.LOCAL, e);
        // `super()` finds its class through the cell `__class__`.
        if (e.ctx === 'Load' && e.id === 'super' && this.scope.kind === 'function') {
          this.define('__class__', SymbolFlag.USE, e);
        }
        return;
      case 'Attribute':
      case 'Starred':
      case 'FormattedValue':
        this.expr(e.value);
        if (e.kind === 'FormattedValue') this.optional(e.format_spec);
        return;
      case 'BinOp':
        return this.binaryChain(e);
      case 'BoolOp':
        return this.exprs(e.values);
      case 'UnaryOp':
        return this.expr(e.operand);
      case 'Compare':
        this.expr(e.left);
        return this.exprs(e.comparators);
      case 'Call':
        this.expr(e.func);
        this.exprs(e.args);
        for (const keyword of e.keywords) this.expr(keyword.value);
        return;
      case 'Subscript':
        this.expr(e.value);
        return this.expr(e.slice);
      case 'Slice':
        this.optional(e.lower);
        this.optional(e.upper);
        return this.optional(e.step);
      case 'List':
      case 'Tuple':
      case 'Set':
        return this.exprs(e.elts);
      case 'Dict':
        for (const key of e.keys) this.optional(key);
        return this.exprs(e.values);
      case 'JoinedStr':
        return this.exprs(e.values);
      case 'IfExp':
        this.expr(e.test);
        this.expr(e.body);
        return this.expr(e.orelse);
      case 'NamedExpr':
        return this.namedExpr(e);
      case 'Lambda':
        return this.lambda(e);
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        return this.comprehension(e, e.elt, null);
      case 'DictComp':
        return this.comprehension(e, e.key, e.value);
      case 'Yield':
      case 'YieldFrom':
        return this.yieldExpr(e);
      case 'Await':
        this.refuseInAnnotation('await expression', e);
        this.expr(e.value);
        this.scope.isCoroutine = true;
        return;
    }
  }

  /** `a + b + c ...` nests to the left without bound; the chain is unrolled. */
  private binaryChain(e: ast.BinOp): void {
    const rights: ast.Expr[] = [];
    let left: ast.Expr = e;
    while (left.kind === 'BinOp') {
      rights.push(left.right);
      left = left.left;
    }
    this.expr(left);
    for (let i = rights.length - 1; i >= 0; i--) this.expr(rights[i]);
  }

  private lambda(e: ast.Lambda): void {
    this.defaults(e.args);
    const outer = this.enter('function', 'lambda', e);
    this.parameters(e.args);
    this.expr(e.body);
    this.scope = outer;
  }

  private yieldExpr(e: ast.Yield | ast.YieldFrom): void {
    this.refuseInAnnotation('yield expression', e);
    this.optional(e.value);
    this.scope.isGenerator = true;
    const { comprehension } = this.scope;
    if (comprehension !== null) this.fail(`'yield' inside ${COMPREHENSION_TITLES[comprehension]}`, e);
  }

  private namedExpr(e: ast.NamedExpr): void {
    this.refuseInAnnotation('named expression', e);
    if (this.scope.iterableDepth > 0) {
      this.fail('assignment expression cannot be used in a comprehension iterable expression', e);
    }
    if (this.scope.comprehension !== null) this.bindOutsideComprehension(e.target);
    this.expr(e.value);
    this.expr(e.target);
  }

  /** The target of `:=` in a comprehension belongs to the function or module around all comprehensions. */
  private bindOutsideComprehension(target: ast.Name): void {
    const name = target.id;
    for (let scope: Scope | null = this.scope; scope !== null; scope = scope.parent) {
      const flags = scope.flagsOf(mangle(this.className, name));
      if (scope.comprehension !== null) {
        if ((flags & SymbolFlag.ITERATION) !== 0) {
          this.fail(`assignment expression cannot rebind comprehension iteration variable '${name}'`, target);
        }
        continue;
      }
      if (scope.kind === 'function') {
        this.define(name, (flags & SymbolFlag.GLOBAL) !== 0 ? SymbolFlag.GLOBAL : SymbolFlag.NONLOCAL, target);
        this.direct(name, target);
        return this.define(name, SymbolFlag.LOCAL, target, scope);
      }
      if (scope.kind === 'module') {
        this.define(name, SymbolFlag.GLOBAL, target);
        this.direct(name, target);
        return this.define(name, SymbolFlag.GLOBAL, target, scope);
      }
      if (scope.kind === 'class') {
        this.fail('assignment expression within a comprehension cannot be used in a class body', target);
      }
    }
  }

  private comprehension(
    e: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp,
    elt: ast.Expr,
    value: ast.Expr | null,
  ): void {
    const [first, ...rest] = e.generators;
    this.scope.iterableDepth++;
    this.expr(first.iter);
    this.scope.iterableDepth--;
    const outer = this.enter('function', COMPREHENSION_NAMES[e.kind], e, e.kind);
    const { scope } = this;
    if (first.is_async) scope.isCoroutine = true;
    // The outermost iterable is evaluated outside and handed in as the only parameter.
    this.define('.0', SymbolFlag.PARAMETER, e);
    this.iterationTarget(first.target);
    this.exprs(first.ifs);
    for (const generator of rest) {
      this.iterationTarget(generator.target);
      scope.iterableDepth++;
      this.expr(generator.iter);
      scope.iterableDepth--;
      this.exprs(generator.ifs);
      if (generator.is_async) scope.isCoroutine = true;
    }
    if (value !== null) this.expr(value);
    this.expr(elt);
    const isGenerator = e.kind === 'GeneratorExp';
    scope.isGenerator = isGenerator;
    this.scope = outer;
    if (scope.isCoroutine && !isGenerator) outer.isCoroutine = true;
  }

  private iterationTarget(target: ast.Expr): void {
    this.scope.inIterationTarget = true;
    this.expr(target);
    this.scope.inIterationTarget = false;
  }

  // -------------------------------------------------------------- patterns

  private pattern(p: ast.Pattern): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    switch (p.kind) {
      case 'MatchValue':
        this.expr(p.value);
        break;
      case 'MatchSingleton':
        break;
      case 'MatchSequence':
      case 'MatchOr':
        for (const inner of p.patterns) this.pattern(inner);
        break;
      case 'MatchMapping':
        this.exprs(p.keys);
        for (const inner of p.patterns) this.pattern(inner);
        if (p.rest !== null) this.define(p.rest, SymbolFlag.LOCAL, p);
        break;
      case 'MatchClass':
        this.expr(p.cls);
        for (const inner of p.patterns) this.pattern(inner);
        for (const inner of p.kwd_patterns) this.pattern(inner);
        break;
      case 'MatchStar':
        if (p.name !== null) this.define(p.name, SymbolFlag.LOCAL, p);
        break;
      case 'MatchAs':
        if (p.pattern !== null) this.pattern(p.pattern);
        if (p.name !== null) this.define(p.name, SymbolFlag.LOCAL, p);
        break;
    }
    this.depth--;
  }
}
