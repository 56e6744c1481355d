# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept A: pass\nexcept* B: pass", "try: pass\nexcept*: pass", "try: pass\nexcept: pass\nexcept A: pass", "try: pass\nelse: pass", "try: pass\nexcept A, B: pass", "try: pass\nexcept A as b.c: pass",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
