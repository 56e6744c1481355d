# Node classes of _ast: constructors, and what compile() says of trees that a script has made.
import _ast
from _ast import *


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(Name._fields, Name.__match_args__, Name._attributes, Name.__doc__, Name.__mro__)
print(AST._fields, AST._attributes, arguments.__bases__, withitem._attributes, pattern.__doc__)
attempt(lambda: Name(1, 2, 3))
attempt(lambda: Name("a", id=2))
attempt(lambda: AST(1))
attempt(lambda: Pass(1))
attempt(lambda: Name(foo=1).__dict__)
attempt(lambda: Name("a").__reduce_ex__(4))
attempt(lambda: Return().value)
attempt(lambda: Name().id)


class Own(AST):
    _fields = ("a",)


attempt(lambda: Own(5).a)
attempt(lambda: Own(1, 2))

P = dict(lineno=1, col_offset=0)
E = dict(P, end_lineno=1, end_col_offset=1)
load = Name("a", Load(), **P)


def check(node):
    if isinstance(node, expr):
        node = Expression(node)
    elif isinstance(node, stmt):
        node = Module([node], [])
    mode = "eval" if isinstance(node, Expression) else "exec"
    attempt(lambda: type(compile(node, "file", mode)).__name__)


def case(p, guard=None):
    check(Match(Constant(1, **P), [match_case(p, guard, [Pass(**P)])], **P))


for node in [
    Name("a", Load()), Lambda(None, load, **P), Expr(None, **P), Expr(3, **P), Module([], None), Module([]), Module(3, []),
    Name("a", None, **P), Name("a", 3, **P), Name(3, Load(), **P), Constant([], **P), Constant((1, []), **P),
    Constant(1, kind=3, **P), Name("None", Load(), **P), Name("a", Store(), **P),
    FunctionDef("f", arguments([], [], None, [], [], None, []), [], [], **P),
    Name("a", Load(), lineno=5, col_offset=1, end_lineno=3, end_col_offset=3),
    Name("a", Load(), lineno=5, col_offset=-1, end_lineno=5, end_col_offset=3),
    Name("a", Load(), lineno=5, col_offset=4, end_lineno=5, end_col_offset=3),
    Name("a", Load(), lineno="x", col_offset=4), Name("a", Load(), lineno=10**30, col_offset=4),
    ImportFrom("a", [alias("x", None, **P)], -1, **P), BoolOp(And(), [], **P), Compare(load, [], [], **P),
    Dict([None], [], **P), List([None], Load(), **P), Delete([], **P), Delete([load], **P), stmt(), Module([3], []),
    Raise(None, load, **P), Try([Pass(**P)], [], [], [], **P), Try([Pass(**P)], [], [Pass(**P)], [Pass(**P)], **P),
    Global([], **P), AnnAssign(Attribute(load, "b", Store(), **P), load, None, 1, **P), With([], [], **P),
    ListComp(load, [], **P), Call(load, [None], [], **P), Call(load, [], [keyword("a", None, **P)], **P),
    ClassDef("A", [], [], [None], [], **P), Assign([], load, **P), For(load, load, [Pass(**P)], [], **P),
    BinOp(load, 3, load, **P), Interactive([]), Load(), AST(), 3, Name(None, Load(), **P), Match(load, [], **P),
    Try([Pass(**P)], [ExceptHandler(None, None, [], **P)], [], [], **P), Constant(float, **P),
    Lambda(arguments([], [], None, [], [], None, [load]), load, **P),
    Lambda(arguments([], [], None, [arg("x", None, **P)], [], None, []), load, **P),
    NamedExpr(Attribute(load, "b", Store(), **P), load, **P), Constant(frozenset({1}), **P), Constant(2 + 3j, **P),
]:
    check(node)
case(MatchValue(load, **P))
case(MatchValue(load, **E))
case(MatchSingleton(3, **E))
case(MatchAs(MatchSingleton(None, **E), None, **E))
case(MatchAs(None, "_", **E))
case(MatchOr([MatchSingleton(None, **E)], **E))
case(MatchMapping([Constant(1, **P)], [], None, **E))
case(MatchClass(Constant(1, **P), [], [], [], **E))
case(MatchMapping([], [], "_", **E))

tree = compile("x = 'a' + u'é'; y = x", "f", "exec", PyCF_ONLY_AST)
print(type(tree), tree.body[0].value.right.kind, tree.body[1].value.col_offset, tree.body[1].value.end_col_offset)
print(tree.body[0].targets[0].ctx is tree.body[1].targets[0].ctx)
space = {}
exec(compile(tree, "f", "exec"), space)
print(space["y"], eval(compile(Expression(Constant(7, **P)), "f", "eval")))
attempt(lambda: compile("a b", "f", "exec", PyCF_ONLY_AST))
attempt(lambda: compile("1", "f", "func_type"))
attempt(lambda: compile("1", "f", "other", PyCF_ONLY_AST))
attempt(lambda: compile(compile("1", "f", "eval"), "f", "eval"))
