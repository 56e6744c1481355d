# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "a := 1", "(a.b := 1)", "(a[0] := 1)", "f(a := 1, b = (c := 2))", "[a := 1]", "a[b := 1]", "def f(a := 1): pass", "f(x for x in y, 1)", "f(1, x for x in y)", "{*a: 1}", "{**a}", "{a: *b}", "{**a for a in b}", "[*a for a in b]", "*a", "print(*a b)", "a = *b",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
