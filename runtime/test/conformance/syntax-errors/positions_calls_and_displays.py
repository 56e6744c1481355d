# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "f(a=1, a=2)", "f(1=2)", "f(True=1)", "f(a.b=1)", "f((a)=1)", "f(a=)", "f(=1)", "f(,)", "f(a,,b)", "[,]", "[1,,2]", "(,)", "{,}", "{1:}", "{1:2,3}", "{1,2:3}", "{a:b c:d}",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
