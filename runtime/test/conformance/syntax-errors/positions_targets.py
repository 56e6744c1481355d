# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "a b", "a = ", "= 1", "1 +", "(", ")", "x = (1", "x = [1", "x = {1: ", "x = {1: 2", "foo(", "f(a b)", "f(**k, *a)", "f(*a, b=1, c)",
    "a, b = 1 = 2", "None = 1", "True = 1", "(a, 1) = 2", "[a, f()] = 1", "a + b = 1", "f() = 1", "a.b() = 1", "-a = 1", "a if b else c = 1",
    "lambda: 0 = 1", "(a := 1) = 2", "x = y = 5 = z", "f() += 1", "(a, b) += 1", "a < b = 1", "{} = 1", "'s' = 1", "f'{a}' = 1", "... = 1", "__debug__ = 1",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
