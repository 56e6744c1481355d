# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "return", "yield", "yield x", "await x", "break", "continue", "nonlocal x", "global x, x; x = 1", "async x", "async for x in y: pass", "async with a: pass",
    "del", "del 1", "del a + b", "del (a, 1)", "del f(), a", "del *a", "assert", "assert x,", "pass 1", "raise from x", "global", "import a as", "lambda x", "lambda x=: 0",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
