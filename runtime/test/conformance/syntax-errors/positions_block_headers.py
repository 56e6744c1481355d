# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "if x pass", "while: pass", "if x:", "while x:\n", "for x in y:", "try:", "with x:", "class A:", "def f():", "else: pass", "elif x: pass", "except: pass", "finally: pass",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
