# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "def f():\n  from x import *", "class A:\n  from x import *", "from __future__ import nope", "x=1\nfrom __future__ import division", "from __future__ import braces", "'doc'\nfrom __future__ import annotations",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
