/**
 * The abstract syntax tree: what the parser makes and the compiler reads.
 *
 * Nodes mirror the `ast` module of Python 3.11: the same node names (in `kind`) and the same field names, so that a tree
 * can be compared with `ast.dump` field by field. The differences, all of them:
 *
 * - `kind` is the discriminator of every union. Python's `Constant.kind` (the `u` prefix) is `Constant.prefix` here.
 * - Positions are `lineno`, `col`, `endLineno`, `endCol`. Lines count from 1, columns from 0, and columns count CODE POINTS
 *   of the line, where Python counts UTF-8 bytes (`utf8Column` in `base/source-text.ts` converts).
 * - Operators and contexts are string literals instead of nodes.
 * - Helper nodes are capitalised: `Arguments`, `Arg`, `Keyword`, `Alias`, `WithItem`, `MatchCase`, `Comprehension`.
 * - Type comments and `type_ignores` are left out: nothing reads them.
 *
 * Every node of a kind is built with all its fields in one order, so each kind has one hidden class.
 * Absent optional children are `null`, never missing; lists are never `null`.
 * The file holds types only and is erased from the build.
 */

/** Where a node lies in the source. Ends are exclusive. */
export interface Positioned {
  /** First line, counted from 1. */
  lineno: number;
  /** First column, counted from 0, in code points. */
  col: number;
  /** Line of the end, counted from 1. */
  endLineno: number;
  /** Column after the last one, counted from 0, in code points. */
  endCol: number;
}

/**
 * A literal as host-level data, independent of any runtime's objects:
 * `None`, `bool`, `int` (a `number` when a safe integer, else a `bigint`; never negative, never `-0`), `float`,
 * the imaginary part of a complex literal, `str`, `bytes`, `...`.
 */
export type ConstantValue =
  null | boolean | number | bigint | string | FloatConstant | ComplexConstant | BytesConstant | EllipsisConstant;

export interface FloatConstant {
  readonly type: 'float';
  readonly value: number;
}

/** An imaginary literal such as `2j`; its real part is zero. */
export interface ComplexConstant {
  readonly type: 'complex';
  readonly imag: number;
}

export interface BytesConstant {
  readonly type: 'bytes';
  readonly value: Uint8Array;
}

export interface EllipsisConstant {
  readonly type: 'ellipsis';
}

export type ExprContext = 'Load' | 'Store' | 'Del';
export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '<<' | '>>' | '&' | '|' | '^' | '@';
export type UnaryOperator = 'not' | '-' | '+' | '~';
export type BooleanOperator = 'and' | 'or';
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'is' | 'is not' | 'in' | 'not in';

// ---------------------------------------------------------------- roots

/** The root in mode `exec`. */
export interface Module {
  kind: 'Module';
  body: Stmt[];
}

/** The root in mode `eval`. */
export interface Expression {
  kind: 'Expression';
  body: Expr;
}

/** The root in mode `single`: one line of a read-eval-print loop. */
export interface Interactive {
  kind: 'Interactive';
  body: Stmt[];
}

export type Root = Module | Expression | Interactive;

// ---------------------------------------------------------------- statements

export interface FunctionDef extends Positioned {
  kind: 'FunctionDef';
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
}

export interface AsyncFunctionDef extends Positioned {
  kind: 'AsyncFunctionDef';
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
}

/** `lineno` is that of `class`, as for functions that of `def`; decorators lie before it. */
export interface ClassDef extends Positioned {
  kind: 'ClassDef';
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
}

export interface Return extends Positioned {
  kind: 'Return';
  value: Expr | null;
}

export interface Delete extends Positioned {
  kind: 'Delete';
  targets: Expr[];
}

/** `a = b = value`: one entry in `targets` for each `=`. */
export interface Assign extends Positioned {
  kind: 'Assign';
  targets: Expr[];
  value: Expr;
}

export interface AugAssign extends Positioned {
  kind: 'AugAssign';
  target: Name | Attribute | Subscript;
  op: BinaryOperator;
  value: Expr;
}

export interface AnnAssign extends Positioned {
  kind: 'AnnAssign';
  target: Name | Attribute | Subscript;
  annotation: Expr;
  value: Expr | null;
  /** True for a bare name without parentheses: only then is the annotation kept in `__annotations__`. */
  simple: boolean;
}

export interface For extends Positioned {
  kind: 'For';
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface AsyncFor extends Positioned {
  kind: 'AsyncFor';
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface While extends Positioned {
  kind: 'While';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

/** `elif` is an `If` as the only statement of `orelse`. */
export interface If extends Positioned {
  kind: 'If';
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}

export interface With extends Positioned {
  kind: 'With';
  items: WithItem[];
  body: Stmt[];
}

export interface AsyncWith extends Positioned {
  kind: 'AsyncWith';
  items: WithItem[];
  body: Stmt[];
}

export interface Match extends Positioned {
  kind: 'Match';
  subject: Expr;
  cases: MatchCase[];
}

export interface Raise extends Positioned {
  kind: 'Raise';
  exc: Expr | null;
  cause: Expr | null;
}

export interface Try extends Positioned {
  kind: 'Try';
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}

/** `try` with `except*` handlers. */
export interface TryStar extends Positioned {
  kind: 'TryStar';
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}

export interface Assert extends Positioned {
  kind: 'Assert';
  test: Expr;
  msg: Expr | null;
}

export interface Import extends Positioned {
  kind: 'Import';
  names: Alias[];
}

export interface ImportFrom extends Positioned {
  kind: 'ImportFrom';
  /** Dotted name, or `null` for `from . import x`. */
  module: string | null;
  /** `*` is one alias named `*`. */
  names: Alias[];
  /** Number of leading dots. */
  level: number;
}

export interface Global extends Positioned {
  kind: 'Global';
  names: string[];
}

export interface Nonlocal extends Positioned {
  kind: 'Nonlocal';
  names: string[];
}

export interface ExprStmt extends Positioned {
  kind: 'Expr';
  value: Expr;
}

export interface Pass extends Positioned {
  kind: 'Pass';
}

export interface Break extends Positioned {
  kind: 'Break';
}

export interface Continue extends Positioned {
  kind: 'Continue';
}

export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

// ---------------------------------------------------------------- expressions

export interface BoolOp extends Positioned {
  kind: 'BoolOp';
  op: BooleanOperator;
  /** Two or more. */
  values: Expr[];
}

/** `target := value`; the target is a `Name` with context `Store`. */
export interface NamedExpr extends Positioned {
  kind: 'NamedExpr';
  target: Name;
  value: Expr;
}

export interface BinOp extends Positioned {
  kind: 'BinOp';
  left: Expr;
  op: BinaryOperator;
  right: Expr;
}

export interface UnaryOp extends Positioned {
  kind: 'UnaryOp';
  op: UnaryOperator;
  operand: Expr;
}

export interface Lambda extends Positioned {
  kind: 'Lambda';
  args: Arguments;
  body: Expr;
}

export interface IfExp extends Positioned {
  kind: 'IfExp';
  test: Expr;
  body: Expr;
  orelse: Expr;
}

export interface Dict extends Positioned {
  kind: 'Dict';
  /** `null` marks `**value`. */
  keys: (Expr | null)[];
  values: Expr[];
}

export interface Set extends Positioned {
  kind: 'Set';
  elts: Expr[];
}

export interface ListComp extends Positioned {
  kind: 'ListComp';
  elt: Expr;
  generators: Comprehension[];
}

export interface SetComp extends Positioned {
  kind: 'SetComp';
  elt: Expr;
  generators: Comprehension[];
}

export interface DictComp extends Positioned {
  kind: 'DictComp';
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}

export interface GeneratorExp extends Positioned {
  kind: 'GeneratorExp';
  elt: Expr;
  generators: Comprehension[];
}

export interface Await extends Positioned {
  kind: 'Await';
  value: Expr;
}

export interface Yield extends Positioned {
  kind: 'Yield';
  value: Expr | null;
}

export interface YieldFrom extends Positioned {
  kind: 'YieldFrom';
  value: Expr;
}

/** `left ops[0] comparators[0] ops[1] comparators[1] ...` */
export interface Compare extends Positioned {
  kind: 'Compare';
  left: Expr;
  ops: CompareOperator[];
  comparators: Expr[];
}

export interface Call extends Positioned {
  kind: 'Call';
  func: Expr;
  /** Positional arguments; `*x` is a `Starred`. */
  args: Expr[];
  keywords: Keyword[];
}

/** One replacement field of an f-string. */
export interface FormattedValue extends Positioned {
  kind: 'FormattedValue';
  value: Expr;
  /** -1 for none, else the character code of `s`, `r` or `a`. */
  conversion: number;
  format_spec: JoinedStr | null;
}

/** An f-string: `Constant` strings and `FormattedValue`s in order. */
export interface JoinedStr extends Positioned {
  kind: 'JoinedStr';
  values: Expr[];
}

export interface Constant extends Positioned {
  kind: 'Constant';
  value: ConstantValue;
  /** `u` for a string written with that prefix. Named `kind` in Python. */
  prefix: 'u' | null;
}

export interface Attribute extends Positioned {
  kind: 'Attribute';
  value: Expr;
  attr: string;
  ctx: ExprContext;
}

export interface Subscript extends Positioned {
  kind: 'Subscript';
  value: Expr;
  slice: Expr;
  ctx: ExprContext;
}

export interface Starred extends Positioned {
  kind: 'Starred';
  value: Expr;
  ctx: ExprContext;
}

export interface Name extends Positioned {
  kind: 'Name';
  id: string;
  ctx: ExprContext;
}

export interface List extends Positioned {
  kind: 'List';
  elts: Expr[];
  ctx: ExprContext;
}

export interface Tuple extends Positioned {
  kind: 'Tuple';
  elts: Expr[];
  ctx: ExprContext;
}

/** Only inside `Subscript.slice`, directly or in its `Tuple`. */
export interface Slice extends Positioned {
  kind: 'Slice';
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}

export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

// ---------------------------------------------------------------- patterns

/** Compares with `==`; `value` is a constant expression or a dotted name. */
export interface MatchValue extends Positioned {
  kind: 'MatchValue';
  value: Expr;
}

/** Compares with `is`. */
export interface MatchSingleton extends Positioned {
  kind: 'MatchSingleton';
  value: null | boolean;
}

export interface MatchSequence extends Positioned {
  kind: 'MatchSequence';
  patterns: Pattern[];
}

export interface MatchMapping extends Positioned {
  kind: 'MatchMapping';
  keys: Expr[];
  patterns: Pattern[];
  /** The name after `**`, or `null`. */
  rest: string | null;
}

export interface MatchClass extends Positioned {
  kind: 'MatchClass';
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}

/** `*name` in a sequence pattern; `null` for `*_`. */
export interface MatchStar extends Positioned {
  kind: 'MatchStar';
  name: string | null;
}

/** `pattern as name`; a capture when `pattern` is `null`; the wildcard `_` when both are `null`. */
export interface MatchAs extends Positioned {
  kind: 'MatchAs';
  pattern: Pattern | null;
  name: string | null;
}

export interface MatchOr extends Positioned {
  kind: 'MatchOr';
  patterns: Pattern[];
}

export type Pattern =
  MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

// ---------------------------------------------------------------- helpers

/** One `for ... in ... if ...` clause. */
export interface Comprehension {
  kind: 'Comprehension';
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: boolean;
}

export interface ExceptHandler extends Positioned {
  kind: 'ExceptHandler';
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}

/** Parameters of a function or lambda, in the order they are written. */
export interface Arguments {
  kind: 'Arguments';
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  /** Parallel to `kwonlyargs`; `null` marks a required one. */
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  /** Belong to the last of `posonlyargs` followed by `args`. */
  defaults: Expr[];
}

export interface Arg extends Positioned {
  kind: 'Arg';
  arg: string;
  annotation: Expr | null;
}

/** `arg=value` in a call or class header; `arg` is `null` for `**value`. */
export interface Keyword extends Positioned {
  kind: 'Keyword';
  arg: string | null;
  value: Expr;
}

/** `name as asname`; `name` may be dotted, or `*`. */
export interface Alias extends Positioned {
  kind: 'Alias';
  name: string;
  asname: string | null;
}

export interface WithItem {
  kind: 'WithItem';
  context_expr: Expr;
  optional_vars: Expr | null;
}

export interface MatchCase {
  kind: 'MatchCase';
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}

export type Node =
  | Root
  | Stmt
  | Expr
  | Pattern
  | Comprehension
  | ExceptHandler
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | MatchCase;
