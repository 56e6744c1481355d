# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "not", "a not b", "a is", "x if y", "x if y else", "[x for]", "[x for x]", "[for x in y]", "{x for x in}", "(x for x in y", "a[", "a[]", "a[1:2:3:4]", "a.", "a.1", "a..b",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
