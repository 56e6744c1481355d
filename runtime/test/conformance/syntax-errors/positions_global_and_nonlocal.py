# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "def f():\n  x = 1\n  global x", "def f(x):\n  global x", "def f(x):\n  nonlocal x", "def f():\n  nonlocal x", "nonlocal x", "def f():\n  global x\n  nonlocal x",
    "def f():\n  print(x)\n  nonlocal x", "def f():\n  x: int\n  global x", "class A:\n  nonlocal x", "def f():\n  def g():\n    x = 1\n    nonlocal x\n  x = 2",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
