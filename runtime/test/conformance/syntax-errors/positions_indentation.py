# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    " x = 1", "x = 1\n  y = 2", "if x:\ny", "if x:\n    y\n  z", "def f():\n\tx\n        y", "class A:\n  def f(self):\n  pass", "for x in y:\n# c\nz", "while x:\n\n\ny", "with a:\nb", "try:\na", "try:\n  a\nexcept:\nb", "try:\n  a\nfinally:\nb", "if a:\n  b\nelif c:\nd", "if a:\n  b\nelse:\nc", "match a:\n  case 1:\n  b", "for x in y:\n  z\nelse:\nw", "@d\nx", "async def f():\nx", "lambda: (yield)\n  x",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
