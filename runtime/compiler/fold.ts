/**
 * Constant folding on the tree, before names are resolved: what CPython 3.11's AST optimizer does.
 *
 * The tree is changed in place; whoever compiles a tree gives it up. A folded expression becomes a `Constant` node whose
 * value may also be a tuple, a frozenset or a complex number with a real part, which no literal has: read it with
 * `constantOf`. Conditions and dead code are left to `peephole.ts`.
 */
import type { Constant } from '../bytecode/code-object.ts';
import type * as ast from '../syntax/ast.ts';
import { tooDeep } from './compile-error.ts';
import { MAX_TREE_DEPTH } from './depth-limit.ts';
import { formatAsJoinedStr } from './fold-format.ts';
import { foldBinary, foldSubscript, foldUnary, uniqueItems } from './fold-constant.ts';

/** The value of a constant node, folded or literal. */
export function constantOf(node: ast.Constant): Constant {
  const value = node.value as Constant | ast.ComplexConstant;
  if (typeof value === 'object' && value !== null && value.type === 'complex' && !('real' in value)) {
    return { type: 'complex', real: 0, imag: value.imag };
  }
  return value as Constant;
}

/** Makes a constant node at the place of `at`. */
export function constantNode(value: Constant, at: ast.Positioned): ast.Constant {
  return {
    kind: 'Constant',
    lineno: at.lineno,
    col: at.col,
    endLineno: at.endLineno,
    endCol: at.endCol,
    value: value as ast.ConstantValue,
    prefix: null,
  };
}

/** The docstring of a body, or null. */
export function docstringOf(body: readonly ast.Stmt[]): string | null {
  const first = body[0];
  if (first === undefined || first.kind !== 'Expr' || first.value.kind !== 'Constant') return null;
  return typeof first.value.value === 'string' ? first.value.value : null;
}

/** Folds constants in the whole tree. `optimize` above 0 makes `__debug__` false. */
export function foldTree(root: ast.Root, optimize: number, hasFutureAnnotations: boolean): void {
  const folder = new Folder(optimize === 0, hasFutureAnnotations);
  if (root.kind === 'Expression') root.body = folder.expr(root.body);
  else folder.documentedBody(root.body);
}

const INVERTED: Partial<Record<ast.CompareOperator, ast.CompareOperator>> = {
  is: 'is not',
  'is not': 'is',
  in: 'not in',
  'not in': 'in',
};

class Folder {
  private depth = 0;

  constructor(
    private readonly isDebug: boolean,
    private readonly hasFutureAnnotations: boolean,
  ) {}

  /** A first statement that becomes a string only by folding must not turn into a docstring. */
  documentedBody(body: ast.Stmt[]): void {
    const had = docstringOf(body) !== null;
    this.body(body);
    const first = body[0];
    if (!had && docstringOf(body) !== null && first.kind === 'Expr') {
      const { value } = first;
      const { lineno, col, endLineno, endCol } = value;
      first.value = { kind: 'JoinedStr', lineno, col, endLineno, endCol, values: [value] };
    }
  }

  private body(statements: ast.Stmt[]): void {
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
        this.exprs(s.decorator_list);
        this.args(s.args);
        if (!this.hasFutureAnnotations) s.returns = this.optional(s.returns);
        return this.documentedBody(s.body);
      case 'ClassDef':
        this.exprs(s.decorator_list);
        this.exprs(s.bases);
        for (const keyword of s.keywords) keyword.value = this.expr(keyword.value);
        return this.documentedBody(s.body);
      case 'Return':
        s.value = this.optional(s.value);
        return;
      case 'Delete':
        return this.exprs(s.targets);
      case 'Assign':
        this.exprs(s.targets);
        s.value = this.expr(s.value);
        return;
      case 'AugAssign':
        s.target = this.expr(s.target) as typeof s.target;
        s.value = this.expr(s.value);
        return;
      case 'AnnAssign':
        s.target = this.expr(s.target) as typeof s.target;
        if (!this.hasFutureAnnotations) s.annotation = this.expr(s.annotation);
        s.value = this.optional(s.value);
        return;
      case 'For':
      case 'AsyncFor':
        s.target = this.expr(s.target);
        s.iter = this.iterable(this.expr(s.iter));
        this.body(s.body);
        return this.body(s.orelse);
      case 'While':
        s.test = this.expr(s.test);
        this.body(s.body);
        return this.body(s.orelse);
      case 'If':
        return this.ifChain(s);
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          item.context_expr = this.expr(item.context_expr);
          item.optional_vars = this.optional(item.optional_vars);
        }
        return this.body(s.body);
      case 'Match':
        s.subject = this.expr(s.subject);
        for (const matchCase of s.cases) {
          this.pattern(matchCase.pattern);
          matchCase.guard = this.optional(matchCase.guard);
          this.body(matchCase.body);
        }
        return;
      case 'Raise':
        s.exc = this.optional(s.exc);
        s.cause = this.optional(s.cause);
        return;
      case 'Try':
      case 'TryStar':
        this.body(s.body);
        for (const handler of s.handlers) {
          handler.type = this.optional(handler.type);
          this.body(handler.body);
        }
        this.body(s.orelse);
        return this.body(s.finalbody);
      case 'Assert':
        s.test = this.expr(s.test);
        s.msg = this.optional(s.msg);
        return;
      case 'Expr':
        s.value = this.expr(s.value);
        return;
      default:
        return;
    }
  }

  private ifChain(first: ast.If): void {
    for (let s = first; ;) {
      s.test = this.expr(s.test);
      this.body(s.body);
      const rest = s.orelse;
      if (rest.length !== 1 || rest[0].kind !== 'If') return this.body(rest);
      s = rest[0];
    }
  }

  private args(args: ast.Arguments): void {
    this.exprs(args.defaults);
    args.kw_defaults = args.kw_defaults.map((value) => this.optional(value));
    if (this.hasFutureAnnotations) return;
    for (const list of [args.posonlyargs, args.args, args.kwonlyargs]) for (const arg of list) this.arg(arg);
    if (args.vararg !== null) this.arg(args.vararg);
    if (args.kwarg !== null) this.arg(args.kwarg);
  }

  private arg(arg: ast.Arg): void {
    arg.annotation = this.optional(arg.annotation);
  }

  private optional<E extends ast.Expr | null>(e: E): E | ast.Expr {
    return e === null ? e : this.expr(e);
  }

  private exprs(list: ast.Expr[]): void {
    for (let i = 0; i < list.length; i++) list[i] = this.expr(list[i]);
  }

  expr(e: ast.Expr): ast.Expr {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    const result = this.visitExpression(e);
    this.depth--;
    return result;
  }

  private visitExpression(e: ast.Expr): ast.Expr {
    switch (e.kind) {
      case 'Constant':
        return e;
      case 'Name':
        return e.id === '__debug__' && e.ctx === 'Load' ? constantNode(this.isDebug, e) : e;
      case 'BinOp':
        return this.binaryChain(e);
      case 'UnaryOp':
        e.operand = this.expr(e.operand);
        return this.unary(e);
      case 'BoolOp':
        this.exprs(e.values);
        return e;
      case 'NamedExpr':
        e.value = this.expr(e.value);
        return e;
      case 'Lambda':
        this.args(e.args);
        e.body = this.expr(e.body);
        return e;
      case 'IfExp':
        e.test = this.expr(e.test);
        e.body = this.expr(e.body);
        e.orelse = this.expr(e.orelse);
        return e;
      case 'Dict':
        e.keys = e.keys.map((key) => this.optional(key));
        this.exprs(e.values);
        return e;
      case 'Set':
      case 'List':
        this.exprs(e.elts);
        return e;
      case 'Tuple':
        this.exprs(e.elts);
        return e.ctx === 'Load' ? (constantTuple(e.elts, e) ?? e) : e;
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        e.elt = this.expr(e.elt);
        this.generators(e.generators);
        return e;
      case 'DictComp':
        e.key = this.expr(e.key);
        e.value = this.expr(e.value);
        this.generators(e.generators);
        return e;
      case 'Await':
      case 'YieldFrom':
      case 'Attribute':
      case 'Starred':
        e.value = this.expr(e.value);
        return e;
      case 'Yield':
        e.value = this.optional(e.value);
        return e;
      case 'Compare':
        return this.compare(e);
      case 'Call':
        e.func = this.expr(e.func);
        this.exprs(e.args);
        for (const keyword of e.keywords) keyword.value = this.expr(keyword.value);
        return e;
      case 'FormattedValue':
        e.value = this.expr(e.value);
        if (e.format_spec !== null) this.exprs(e.format_spec.values);
        return e;
      case 'JoinedStr':
        this.exprs(e.values);
        return e;
      case 'Subscript':
        return this.subscript(e);
      case 'Slice':
        e.lower = this.optional(e.lower);
        e.upper = this.optional(e.upper);
        e.step = this.optional(e.step);
        return e;
    }
  }

  private binaryChain(e: ast.BinOp): ast.Expr {
    const chain: ast.BinOp[] = [];
    let left: ast.Expr = e;
    while (left.kind === 'BinOp') {
      chain.push(left);
      left = left.left;
    }
    left = this.expr(left);
    for (let i = chain.length - 1; i >= 0; i--) {
      const node = chain[i];
      node.left = left;
      node.right = this.expr(node.right);
      left = formatAsJoinedStr(node) ?? node;
      if (node.left.kind === 'Constant' && node.right.kind === 'Constant') {
        const value = foldBinary(node.op, constantOf(node.left), constantOf(node.right));
        if (value !== undefined) left = constantNode(value, node);
      }
    }
    return left;
  }

  private unary(e: ast.UnaryOp): ast.Expr {
    const { operand } = e;
    if (operand.kind === 'Constant') {
      const value = foldUnary(e.op, constantOf(operand));
      return value === undefined ? e : constantNode(value, e);
    }
    if (e.op === 'not' && operand.kind === 'Compare' && operand.ops.length === 1) {
      const inverted = INVERTED[operand.ops[0]];
      if (inverted !== undefined) {
        operand.ops[0] = inverted;
        return operand;
      }
    }
    return e;
  }

  private compare(e: ast.Compare): ast.Expr {
    e.left = this.expr(e.left);
    this.exprs(e.comparators);
    const last = e.ops.length - 1;
    if (e.ops[last] === 'in' || e.ops[last] === 'not in') e.comparators[last] = this.iterable(e.comparators[last]);
    return e;
  }

  private subscript(e: ast.Subscript): ast.Expr {
    e.value = this.expr(e.value);
    e.slice = this.expr(e.slice);
    if (e.ctx !== 'Load' || e.value.kind !== 'Constant' || e.slice.kind !== 'Constant') return e;
    const value = foldSubscript(constantOf(e.value), constantOf(e.slice));
    return value === undefined ? e : constantNode(value, e);
  }

  /** A list or set that is only looked through becomes a tuple or frozenset. */
  private iterable(e: ast.Expr): ast.Expr {
    if (e.kind === 'List') {
      if (e.elts.some((item) => item.kind === 'Starred')) return e;
      const { lineno, col, endLineno, endCol, elts } = e;
      return constantTuple(elts, e) ?? { kind: 'Tuple', lineno, col, endLineno, endCol, elts, ctx: e.ctx };
    }
    if (e.kind === 'Set') {
      const items = constantItems(e.elts);
      if (items !== null) return constantNode({ type: 'frozenset', items: uniqueItems(items) }, e);
    }
    return e;
  }

  private generators(generators: ast.Comprehension[]): void {
    for (const generator of generators) {
      generator.target = this.expr(generator.target);
      generator.iter = this.iterable(this.expr(generator.iter));
      this.exprs(generator.ifs);
    }
  }

  private pattern(p: ast.Pattern): void {
    if (++this.depth > MAX_TREE_DEPTH) throw tooDeep();
    switch (p.kind) {
      case 'MatchValue':
        p.value = this.expr(p.value);
        break;
      case 'MatchMapping':
        this.exprs(p.keys);
        for (const inner of p.patterns) this.pattern(inner);
        break;
      case 'MatchClass':
        p.cls = this.expr(p.cls);
        for (const inner of p.patterns) this.pattern(inner);
        for (const inner of p.kwd_patterns) this.pattern(inner);
        break;
      case 'MatchSequence':
      case 'MatchOr':
        for (const inner of p.patterns) this.pattern(inner);
        break;
      case 'MatchAs':
        if (p.pattern !== null) this.pattern(p.pattern);
        break;
      default:
        break;
    }
    this.depth--;
  }
}

/** Values of the nodes when all are constants, else null. */
export function constantItems(nodes: readonly (ast.Expr | null)[]): Constant[] | null {
  const items: Constant[] = [];
  for (const node of nodes) {
    if (node === null || node.kind !== 'Constant') return null;
    items.push(constantOf(node));
  }
  return items;
}

function constantTuple(elts: readonly ast.Expr[], at: ast.Positioned): ast.Constant | null {
  const items = constantItems(elts);
  return items === null ? null : constantNode({ type: 'tuple', items }, at);
}
