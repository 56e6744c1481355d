# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "def f():\n  try: pass\n  except* A:\n    return", "def f(__debug__): pass", "__debug__ = 1", "del __debug__", "for __debug__ in x: pass", "import a as __debug__", "f(__debug__=1)", "x.__debug__ = 1", "class __debug__: pass", "def __debug__(): pass",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
