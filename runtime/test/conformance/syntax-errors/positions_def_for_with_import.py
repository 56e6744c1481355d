# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "for 1 in x: pass", "for f() in x: pass", "for x in : pass", "for x y: pass", "with a as 1: pass", "with a as f(): pass", "import a.b as c.d",
    "from a import", "from a import (b", "from a import b,", "import", "from . import *, a", "def f(: pass", "def f(a, (b)): pass", "def f(*): pass", "def f(*, **k): pass",
    "def f(**k, a): pass", "def f(a, *b, *c): pass", "def f(a, /, b, /): pass", "def f(/): pass", "def f(a=): pass", "def 5(): pass", "class: pass", "class A(: pass", "lambda *: 0",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
