# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "a, *b, *c = d", "*a = b", "*a, = b", "[*a, *b] = c", "for *a in b: pass", "(*a) = b", "(*a)", "x = (*a)", "return *a", "del *a", "a[*b]", "a[*b:c]", "def f(*a: *b): pass", "def f(a: *b): pass",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
