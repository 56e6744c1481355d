/**
 * The node classes of Python 3.11's abstract grammar: what `_ast` has classes for, which fields they have and of which types.
 *
 * One line a group: `name [attributes] = members`. A group with one lower-case member of its own name is a class by itself.
 * A type is followed by `?` (may be None) or `*` (a list).
 */

const GROUPS = `
mod = Module(stmt* body, type_ignore* type_ignores) | Interactive(stmt* body) | Expression(expr body) | FunctionType(expr* argtypes, expr returns)
stmt [] = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment) | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment) | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list) | Return(expr? value) | Delete(expr* targets) | Assign(expr* targets, expr value, string? type_comment) | AugAssign(expr target, operator op, expr value) | AnnAssign(expr target, expr annotation, expr? value, int simple) | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment) | While(expr test, stmt* body, stmt* orelse) | If(expr test, stmt* body, stmt* orelse) | With(withitem* items, stmt* body, string? type_comment) | AsyncWith(withitem* items, stmt* body, string? type_comment) | Match(expr subject, match_case* cases) | Raise(expr? exc, expr? cause) | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody) | Assert(expr test, expr? msg) | Import(alias* names) | ImportFrom(identifier? module, alias* names, int? level) | Global(identifier* names) | Nonlocal(identifier* names) | Expr(expr value) | Pass | Break | Continue
expr [] = BoolOp(boolop op, expr* values) | NamedExpr(expr target, expr value) | BinOp(expr left, operator op, expr right) | UnaryOp(unaryop op, expr operand) | Lambda(arguments args, expr body) | IfExp(expr test, expr body, expr orelse) | Dict(expr* keys, expr* values) | Set(expr* elts) | ListComp(expr elt, comprehension* generators) | SetComp(expr elt, comprehension* generators) | DictComp(expr key, expr value, comprehension* generators) | GeneratorExp(expr elt, comprehension* generators) | Await(expr value) | Yield(expr? value) | YieldFrom(expr value) | Compare(expr left, cmpop* ops, expr* comparators) | Call(expr func, expr* args, keyword* keywords) | FormattedValue(expr value, int conversion, expr? format_spec) | JoinedStr(expr* values) | Constant(constant value, string? kind) | Attribute(expr value, identifier attr, expr_context ctx) | Subscript(expr value, expr slice, expr_context ctx) | Starred(expr value, expr_context ctx) | Name(identifier id, expr_context ctx) | List(expr* elts, expr_context ctx) | Tuple(expr* elts, expr_context ctx) | Slice(expr? lower, expr? upper, expr? step)
expr_context = Load | Store | Del
boolop = And | Or
operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
unaryop = Invert | Not | UAdd | USub
cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
comprehension = comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler [] = ExceptHandler(expr? type, identifier? name, stmt* body)
arguments = arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg [] = arg(identifier arg, expr? annotation, string? type_comment)
keyword [] = keyword(identifier? arg, expr value)
alias [] = alias(identifier name, identifier? asname)
withitem = withitem(expr context_expr, expr? optional_vars)
match_case = match_case(pattern pattern, expr? guard, stmt* body)
pattern [all] = MatchValue(expr value) | MatchSingleton(constant value) | MatchSequence(pattern* patterns) | MatchMapping(expr* keys, pattern* patterns, identifier? rest) | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns) | MatchStar(identifier? name) | MatchAs(pattern? pattern, identifier? name) | MatchOr(pattern* patterns)
type_ignore = TypeIgnore(int lineno, string tag)
`;

export interface FieldRule {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly isList: boolean;
}

export interface NodeRule {
  readonly name: string;
  /** Name of the group: the base class, or the node's own name when it stands alone. */
  readonly group: string;
  readonly fields: readonly FieldRule[];
  readonly doc: string;
}

export interface GroupRule {
  readonly name: string;
  /** A class of its own without subclasses, such as `arguments`. */
  readonly isAlone: boolean;
  readonly hasPlace: boolean;
  /** The end of a place may be missing. */
  readonly isEndOptional: boolean;
  readonly nodes: readonly NodeRule[];
  readonly doc: string;
}

export const PLACE_ATTRIBUTES: readonly string[] = ['lineno', 'col_offset', 'end_lineno', 'end_col_offset'];

/** Every group, in the order of the grammar. */
export const GROUP_RULES: readonly GroupRule[] = GROUPS.trim().split('\n').map(readGroup);

/** Node rules by class name. */
export const NODE_RULES: ReadonlyMap<string, NodeRule> = new Map(
  GROUP_RULES.flatMap((group) => group.nodes).map((node) => [node.name, node]),
);

/** Group rules by name. */
export const GROUP_BY_NAME: ReadonlyMap<string, GroupRule> = new Map(GROUP_RULES.map((group) => [group.name, group]));

function readGroup(line: string): GroupRule {
  const [head, members] = line.split(' = ') as [string, string];
  const [name, place] = head.split(' ') as [string, string | undefined];
  const texts = members.split(' | ');
  const nodes = texts.map((text) => readNode(text, name));
  const isAlone = nodes[0]!.name === name;
  const doc = isAlone ? nodes[0]!.doc : `${name} = ${texts.join(`\n${' '.repeat(name.length)} | `)}`;
  return { name, isAlone, hasPlace: place !== undefined, isEndOptional: place !== '[all]', nodes, doc };
}

function readNode(text: string, group: string): NodeRule {
  const [name, inner] = text.replace(')', '').split('(') as [string, string | undefined];
  const fields = inner === undefined ? [] : inner.split(', ').map(readField);
  return { name, group, fields, doc: text };
}

function readField(text: string): FieldRule {
  const [type, name] = text.split(' ') as [string, string];
  return { name, type: type.replace(/[?*]$/, ''), isOptional: type.endsWith('?'), isList: type.endsWith('*') };
}

/** What the parser's tree calls operators, by class name. */
export const OPERATOR_TEXTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Add: '+',
    Sub: '-',
    Mult: '*',
    MatMult: '@',
    Div: '/',
    Mod: '%',
    Pow: '**',
    LShift: '<<',
    RShift: '>>',
    BitOr: '|',
    BitXor: '^',
    BitAnd: '&',
    FloorDiv: '//',
    Invert: '~',
    Not: 'not',
    UAdd: '+',
    USub: '-',
    Eq: '==',
    NotEq: '!=',
    Lt: '<',
    LtE: '<=',
    Gt: '>',
    GtE: '>=',
    Is: 'is',
    IsNot: 'is not',
    In: 'in',
    NotIn: 'not in',
    And: 'and',
    Or: 'or',
    Load: 'Load',
    Store: 'Store',
    Del: 'Del',
  }),
);

/** Names of the parser's helper nodes by class name; other nodes are called the same. */
export const TREE_KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    arguments: 'Arguments',
    arg: 'Arg',
    keyword: 'Keyword',
    alias: 'Alias',
    withitem: 'WithItem',
    match_case: 'MatchCase',
    comprehension: 'Comprehension',
  }),
);
