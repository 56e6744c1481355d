# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "$", "?", "a ? b", "a && b", "a || b", "!a", "a++", "++", "x = ++", "a <> b", "`a`", "a\u00a0= 1", "“a”", "x = 1 2", "print 1", "exec 'a'", "raise a, b", "print a, b",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
