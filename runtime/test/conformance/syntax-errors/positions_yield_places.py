# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "[(yield x) for x in y]", "{(yield): 1 for x in y}", "((yield) for x in y)", "def f(x=(yield)): pass", "class A((yield)): pass", "x: (yield)", "def f() -> (yield): pass",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
