# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "[i := 1 for i in x]", "[[(i := 1) for j in x] for i in x]", "[x for x in (y := z)]", "class A:\n  [y := 1 for x in z]", "def f():\n  global y\n  [y := x for x in z]",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
